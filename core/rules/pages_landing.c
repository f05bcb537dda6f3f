/* Pages of the rules about who may do what, and about landings: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_landing[] = {
	{"bad-identity",
         "Whoever may rate a workstream, or owns the plan, is recognised by the e-mail address of "
         "their commits. A post or a name matches nobody, so that everybody would be kept out. "
         "`key:` before the address asks for a signed commit.",
         "== plans/demo/plan.md\n=> owners: [Programme office]\n",
         "== plans/demo/plan.md\nowners: [office@example.org, \"key:lead@example.org\"]\n",
         ANSWER_IN_BOTH},
	{"raters-without-owners",
         "Where nobody owns the plan, anybody may change who is allowed to rate, and name "
         "themselves first.",
         "== plans/demo/plan.md\n"
         "workstreams:\n"
         "=>   - {id: procurement, title: Procurement, raters: [ann@example.org]}\n",
         "== plans/demo/plan.md\n"
         "workstreams:\n"
         "  - {id: procurement, title: Procurement, raters: [ann@example.org]}\n"
         "owners: [office@example.org]\n",
         ANSWER_IN_BOTH},
	{"rerating-without-reason",
         "A rating that is on record has been read, and decisions rest on it. It may be "
         "corrected, and the record shows both; whoever reads it is owed the reason. The reason "
         "of an earlier correction is none for this one.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: amber\n"
         "== commit Ann\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "correction: {reason: The board saw that the contract was not signed}\n"
         "== commit Ann\n",
         ANSWER_IN_PLAN},
	{"rating-withdrawn",
         "A rating goes off the record when its document is deleted, or speaks of an earlier "
         "period. That is rarely meant: to report on the next period, write that one, or a "
         "document of its own.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== delete plans/demo/procurement.md\n"
         "== commit Ann\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n"
         "== commit Ann\n",
         ANSWER_IN_PLAN},
	{"rater-not-named",
         "A plan may name who sets the rating of a workstream (`raters`). Then nobody else does, "
         "nor changes it or takes it away; the words of an update are anybody's to mend. What "
         "counts is the plan as it was before.",
         "== plans/demo/plan.md\n"
         "workstreams:\n"
         "  - {id: procurement, title: Procurement, raters: [ann@example.org]}\n"
         "owners: [office@example.org]\n"
         "== commit Office\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green\n"
         "== commit Bob\n",
         "== plans/demo/plan.md\n"
         "workstreams:\n"
         "  - {id: procurement, title: Procurement, raters: [ann@example.org]}\n"
         "owners: [office@example.org]\n"
         "== commit Office\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n",
         ANSWER_IN_PLAN},
	{"owner-not-named",
         "A plan may name its `owners`. Then they alone change by what updates are judged: dates, "
         "scale, `requires`, `severity`, who may rate, who owns it, and whether it is published "
         "(`exempt`). Its title, people and meetings stay anybody's to mend.",
         "== plans/demo/plan.md\nowners: [office@example.org]\n"
         "== commit Office\n"
         "== plans/demo/plan.md\n=> owners: [bob@example.org]\n"
         "== commit Bob\n",
         "== plans/demo/plan.md\nowners: [office@example.org]\n"
         "== commit Office\n"
         "== plans/demo/plan.md\nowners: [bob@example.org]\n"
         "== commit Office\n",
         ANSWER_IN_PLAN},
	{"commit-date-doubtful",
         "The dates of a commit are those of the computer on which it was made. One in the "
         "future, or from before what it follows had arrived at the server, is wrong or untrue, "
         "and the record would show it.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Ann on 2099-08-31\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Ann on 2023-08-31\n",
         ANSWER_IN_PLAN},
	{0},
};
