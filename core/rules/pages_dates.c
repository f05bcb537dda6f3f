/* The pages of rules about dates: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_dates[] = {
	{0},
};
