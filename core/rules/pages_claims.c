/* The pages of rules about what the prose claims: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_claims[] = {
	{0},
};
