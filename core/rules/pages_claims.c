/* The pages of rules about what the prose claims: see rules/page.h. */
#include "rules/pages.h"

/* Two workstreams, of which procurement was Green and governance Amber, and is Green now. */
#define BEFORE                                                                                     \
	"== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"                              \
	"== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\nrag: amber\n"       \
	"== commit Ann\n"                                                                          \
	"== plans/demo/procurement.md\nperiod: 2023-08\nrag: green\n"                              \
	"== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-08\nrag: green\n"
#define OVERVIEW                                                                                   \
	"== plans/demo/overview.md\nkind: overview\nperiod: 2023-08\nrag: green\n## Overview\n\n"

#define SHARED                                                                                     \
	" What is read of a sentence, and what is left alone, stands in the manual page "          \
	"ragtrail-candour(7)."

const struct rule_page pages_claims[] = {
	{"claim-count",
         "A sentence that counts ratings can be counted again. The ratings are those of the "
         "workstreams' reports for the same period; a workstream that has not reported could have "
         "any. A number means exactly so many, \"most\" more than half, \"half\" half to the "
         "nearest one. Where a sentence counts out of fewer than the plan has, only a count that is "
         "too high for all of them is doubted." SHARED,
         BEFORE OVERVIEW "=> One of the two workstreams is Green.\n",
         BEFORE OVERVIEW "Both workstreams are Green.\n", ANSWER_IN_BOTH},
	{"claim-rating",
         "A rating that is named in the text is read against the one that the workstream's own "
         "report gives for the period. \"Previously\", \"last month\" and \"last period\" mean the "
         "report before, however long its period is; of a month in between two reports, or longer "
         "ago, nothing is said. \"Was Green\" alone may mean this report or the last one." SHARED,
         BEFORE OVERVIEW "=> Procurement is Green and Governance is Amber.\n",
         BEFORE OVERVIEW "Procurement is Green and Governance, which was Amber, is Green.\n",
         ANSWER_IN_BOTH},
	{"claim-streak",
         "A streak counts reports: one period is one report, whatever its length, so that \"for a "
         "second consecutive month\" is true of the second report in a row. Every report of the "
         "streak must have had the rating, however long ago it began, with no month missing in "
         "between; where one is missing, nothing is said. It may have lasted longer than the text says. \"Remains\", \"still\" and "
         "\"again\" say that the report before had the rating too; \"two remain Amber\" may also "
         "just mean that two are Amber." SHARED,
         BEFORE OVERVIEW "=> Both workstreams are Green for a second consecutive month.\n",
         BEFORE OVERVIEW
         "Procurement is Green for a second consecutive month,\nGovernance is so for the first time.\n",
         ANSWER_IN_BOTH},
	{"claim-trend",
         "A rating moved when it differs from the report before: a better level is an improvement, "
         "a worse one a decline, the same one is steady, also at the top of the scale. \"Positive "
         "trends across all themes\" therefore says that every rating improved. Where a report is "
         "missing in between, or the scale changed, nothing is said." SHARED,
         BEFORE OVERVIEW "=> This reflects the positive trends across both workstreams.\n",
         BEFORE OVERVIEW "This reflects the positive trend in one of the two workstreams.\n",
         ANSWER_IN_BOTH},
	{"claim-schedule",
         "\"On track\" or \"to timetable\" is doubted where completion is forecast later than was "
         "agreed, or where the agreed date has passed by the end of the period and something is "
         "left to deliver; \"ahead of schedule\" where it is not forecast earlier than agreed; "
         "\"behind schedule\" where it is forecast earlier. \"We expect to finish as agreed\" is "
         "held to the forecast too, and so is a plain promise, such as \"the agreed completion date "
         "will be met\", since a later forecast contradicts it. What should or may be, or depends "
         "on something, and what is said of a part of the work, is left alone." SHARED,
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15\n"
         "## Sponsor comments\n\n=> The workstream is on track.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15\n"
         "## Sponsor comments\n\nThe workstream is behind schedule.\n",
         ANSWER_IN_BOTH},
	{"claim-milestones",
         "A count of milestones in the text is held to the list of the period: delivered means the "
         "status `delivered`; missed means `missed`, and may mean overdue at the end of the period "
         "or when the report was completed, if that is earlier; a milestone that was dropped was not "
         "missed, and one that was split or merged counts as not delivered while that which took "
         "its place is still to be delivered. In an overview the milestones are those of the workstream that "
         "is named, or of all." SHARED,
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\nmilestones:\n"
         "  - {id: hub, title: Hub opened, due: 2023-07-14, status: delivered}\n"
         "  - {id: code, title: Code agreed, due: 2023-09-14, status: in-progress}\n"
         "## Key activities\n\n=> Both milestones were delivered.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\nmilestones:\n"
         "  - {id: hub, title: Hub opened, due: 2023-07-14, status: delivered}\n"
         "  - {id: code, title: Code agreed, due: 2023-09-14, status: in-progress}\n"
         "## Key activities\n\nOne of the two milestones was delivered.\n",
         ANSWER_IN_BOTH},
	{"trend-unmeasured",
         "Who reads that turnover shows a downward trend asks from what to what. Doubted are "
         "sentences which say that something an organisation counts has moved, and for which "
         "there is no figure in their paragraph or item, nor in the one before or behind it. "
         "Counted are turnover, sickness, absence, vacancies, complaints, satisfaction, "
         "attendance, retention, arrears, backlogs, overspends, incidents, accidents, caseloads, "
         "footfall, waiting and response times, waiting lists, and what is spent on agencies and "
         "staff. A sentence that points to a table or a dashboard is left alone, and so is what "
         "is planned, hoped for, feared, or true of the whole country. At most five are told of "
         "in one document.",
         "== plans/demo/procurement.md\n## Key activities\n\n"
         "=> Turnover among buyers shows a downward trend.\n",
         "== plans/demo/procurement.md\n## Key activities\n\n"
         "Turnover among buyers shows a downward trend: 9 left in July, 14 in May.\n",
         ANSWER_IN_BOTH},
	{0},
};
