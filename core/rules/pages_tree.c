/* The pages of rules about how the documents of a plan fit together: see rules/page.h. */
#include "rules/pages.h"

#define BOARD "== plans/demo/plan.md\ncommittees:\n  - {id: board, name: Board}\n"
#define OBSERVATION(id) OBSERVATION_WITH("id: " id "\n")
#define MARKED_OBSERVATION(id) OBSERVATION_WITH("=> id: " id "\n")
#define OBSERVATION_WITH(id)                                                                       \
	"---\nkind: observation\n" id "committee: board\ndate: 2023-09-11\n---\n\nIt met.\n"

const struct rule_page pages_tree[] = {
	{"file-type",
         "A link or another repository in the place of a document, or of a folder of them, shows "
         "different things on different computers, and what it leads to has no history here. A "
         "path with unusual characters cannot be opened everywhere, or looks like another one.",
         "== link plans/demo/procurement.md -> ../../reports/procurement.md\n",
         "== plans/demo/procurement.md\nworkstream: procurement\n", ANSWER_IN_PLAN},
	{"path-reserved",
         "The files are opened on computers of all kinds. A name that Windows keeps for a device, "
         "or a character that it does not allow, makes the whole repository impossible to "
         "check out there.",
         "== plans/demo/aux.md\nworkstream: procurement\n",
         "== plans/demo/auxiliary.md\nworkstream: procurement\n", ANSWER_IN_BOTH},
	{"path-collision",
         "Windows and macOS take `Procurement.md` and `procurement.md` for one file. Of the two "
         "only one would be there, and saving it would overwrite the other.",
         "== plans/demo/Procurement.md\nperiod: 2023-07\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n",
         "== plans/demo/procurement.md\nperiod: 2023-08\n"
         "== plans/demo/2023-07/procurement.md\nperiod: 2023-07\n",
         ANSWER_IN_BOTH},
	{"path-untidy",
         "A path is typed and read aloud, and stands in links and in e-mails. Blanks get cut "
         "off there, and capitals get lost.",
         "== plans/demo/Procurement Report.md\nworkstream: procurement\n",
         "== plans/demo/procurement-report.md\nworkstream: procurement\n", ANSWER_IN_BOTH},
	{"plan-missing",
         "The plan lists the workstreams, the dates and the scale that its reports are read "
         "by. Without one, reports in a folder belong to nothing.",
         "== plans/estates/repairs.md\nworkstream: repairs\n",
         "== plans/estates/plan.md\n"
         "workstreams:\n"
         "  - {id: repairs, title: Repairs}\n"
         "== plans/estates/repairs.md\nworkstream: repairs\n",
         ANSWER_IN_DOCUMENT},
	{"plan-misplaced",
         "One folder is one plan, so that every report belongs to exactly one. A second plan "
         "in the folder would be read by nobody.",
         "== plans/demo/phase-3.md\n=> kind: plan\ntitle: Phase 3\n",
         "== plans/phase-3/plan.md\nkind: plan\ntitle: Phase 3\n", ANSWER_IN_BOTH},
	{"workstream-unknown",
         "A report about a workstream that the plan does not list would stand alone: a "
         "misspelt id starts a second history beside the real one.",
         "== plans/demo/procurement.md\n=> workstream: procurment\n",
         "== plans/demo/procurement.md\nworkstream: procurement\n", ANSWER_IN_BOTH},
	{"document-twice",
         "Other documents name an observation, a close-down or a paper by its id. Two of one kind "
         "with the same id in a plan cannot be told apart, and their histories would mix.",
         BOARD "== whole plans/demo/january.md\n" OBSERVATION(
		 "board-view") "== whole plans/demo/march.md\n" MARKED_OBSERVATION("board-view"),
         BOARD "== whole plans/demo/january.md\n" OBSERVATION(
		 "board-view-january") "== whole plans/demo/march.md\n" OBSERVATION("board-view-march"),
         ANSWER_IN_BOTH},
	{"period-claimed-twice",
         "Of two reports about the same workstream and the same months nobody could say which "
         "one holds. Keep one; git keeps the history of both.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== plans/demo/procurement/2023-07.md\n=> period: 2023-07\nrag: amber\n",
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green\n"
         "== plans/demo/procurement/2023-07.md\nperiod: 2023-07\nrag: amber\n",
         ANSWER_IN_BOTH},
	{"period-overlap",
         "A month that two reports speak of would be counted twice, and might have two "
         "ratings.",
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n"
         "== plans/demo/procurement/autumn.md\n=> period: 2023-08/2023-09\n",
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n"
         "== plans/demo/procurement/autumn.md\nperiod: 2023-09/2023-10\n",
         ANSWER_IN_BOTH},
	{"period-outside-plan",
         "Usually the year is mistyped. Where the work did begin earlier or goes on for "
         "longer, the plan's dates should say so.",
         "== plans/demo/procurement.md\n=> period: 2032-07\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n", ANSWER_IN_BOTH},
	{0},
};
