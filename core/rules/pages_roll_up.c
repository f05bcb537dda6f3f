/* The pages of rules about how the ratings add up: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_roll_up[] = {
	{0},
};
