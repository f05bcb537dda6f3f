/* The pages of rules about milestones, from period to period: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_ledger[] = {
	{0},
};
