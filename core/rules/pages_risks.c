/* The pages of rules about risks and issues: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_risks[] = {
	{0},
};
