/* The pages of rules about the rating against its reasons: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_rationale[] = {
	{0},
};
