/* The pages of rules about the rating against the dates: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_schedule[] = {
	{"green-past-agreed",
         "Green says that the work will be done when it was agreed. A forecast behind the agreed "
         "date says that it will not. Either the rating is too good, or the agreed date was moved "
         "and nobody wrote down by whom (`agreed_change`).",
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-03-31\n",
         ANSWER_IN_BOTH},
	{0},
};
