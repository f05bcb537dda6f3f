/* The pages of rules about names and dates across documents: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_names[] = {
	{0},
};
