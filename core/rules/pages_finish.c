/* The pages of rules about whether a document is finished: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_finish[] = {
	{0},
};
