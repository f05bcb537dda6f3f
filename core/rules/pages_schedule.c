/* The pages of rules about the rating against the dates: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_schedule[] = {
	{"green-past-agreed",
         "Green says that the work will be done when it was agreed. A forecast behind the agreed "
         "date says that it will not. Either the rating is too good, or the agreed date was moved "
         "and nobody wrote down by whom (`agreed_change`). Rated well means Green or Green/Amber; "
         "on a scale of two or three levels the best alone. Once the agreed day has passed, "
         "`green-past-due` asks instead.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-03-31\n",
         ANSWER_IN_BOTH},
	{"green-past-due",
         "The agreed day has passed, the work is not done, and the rating still says that it will "
         "be done when it was agreed. Passed means by the end of the period, or by "
         "`completed_on` where that is earlier. The work counts as done where all milestones are "
         "delivered, split, merged or dropped and none is planned next, or where a sentence says "
         "so, such as \"The workstream is complete\"; while a milestone is open or planned next, "
         "that must be said of the workstream or of all the work.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\n"
         "agreed_completion: 2023-06-30\nforecast_completion: 2023-10-31\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "agreed_completion: 2023-06-30\nforecast_completion: 2023-06-30\n"
         "milestones:\n"
         "  - {id: hub, title: Hub opened, status: delivered}\n",
         ANSWER_IN_BOTH},
	{"green-milestone-late",
         "A milestone that is late puts the agreed date in doubt, and a rating that says "
         "otherwise owes readers a reason. Late is one that is missed, one whose due day has "
         "passed by the end of the period (or by `completed_on` where that is earlier) and that "
         "is not delivered, split or merged, one that was dropped without a reason, and one "
         "that was carried over without a `due`, a `reason` or `needs`. Give "
         "the milestone the day that is now meant, say why it was dropped, or rate what it does "
         "to the work.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\nmilestones:\n"
         "  - {id: hub, title: Hub opened, due: 2023-07-14, status: in-progress}\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\nmilestones:\n"
         "  - {id: hub, title: Hub opened, due: 2023-08-14, status: in-progress}\n",
         ANSWER_IN_BOTH},
	{"green-funding-ends",
         "Work that goes on after the money is spent is not likely to be done on time. The "
         "plan's `funding` says until when there is money; the latest `until` counts, and a plan "
         "with money that has no end is not asked; a row without an amount and a day is only a "
         "note. Add what has been promised since, or let the "
         "rating show that it is missing.",
         "== plans/demo/plan.md\nfunding:\n  - {amount: \"£250,000\", until: 2023-12-31}\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-03-31\n",
         "== plans/demo/plan.md\nfunding:\n  - {amount: \"£250,000\", until: 2023-12-31}\n"
         "  - {amount: \"£90,000\", until: 2024-03-31}\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-03-31\n",
         ANSWER_IN_BOTH},
	{"green-needs-late",
         "A milestone that waits for another workstream (`needs`) is as late as what it waits "
         "for. That is read from the other workstream's latest update up to this period: missed, "
         "dropped, or overdue by the end of that update's period. What is itself delivered, "
         "split, merged or dropped waits for nothing any more. Rate what the delay does, or "
         "take the need away where it is none any more.",
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "rag: amber\nmilestones:\n"
         "  - {id: limits, title: Limits agreed, due: 2023-07-14, status: in-progress}\n"
         "\n## Route to green\nThe Board is asked to agree the limits on 20 September.\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\nmilestones:\n"
         "  - {id: hub, title: Hub, status: in-progress, needs: [governance#limits]}\n",
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "rag: green\nmilestones:\n"
         "  - {id: limits, title: Limits agreed, due: 2023-07-14, status: delivered}\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\nmilestones:\n"
         "  - {id: hub, title: Hub, status: in-progress, needs: [governance#limits]}\n",
         ANSWER_IN_BOTH},
	{0},
};
