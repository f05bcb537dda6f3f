/* The pages of rules about close-downs and hand-overs: see rules/page.h. */
#include "rules/pages.h"

/* A close-down with one task; its fields stand one a line. */
#define CLOSE_DOWN(fields)                                                                         \
	"== whole plans/demo/close.md\n"                                                           \
	"---\nkind: closedown\nid: phase-1\ndate: 2024-03-31\ntasks:\n" fields "---\n"
#define TASK "  - id: hub\n    workstream: procurement\n    task: Set up the hub\n"
#define MARKED_TASK "=>   - id: hub\n    workstream: procurement\n    task: Set up the hub\n"
#define ENDED "    disposition: completed\n"
#define KEPT "    disposition: completed-review-in-directorate\n"
#define MOVED "    disposition: next-phase\n"
#define TO "    to: phase-2/improvement\n"
#define PHASE_2                                                                                    \
	"== plans/phase-2/plan.md\n"                                                               \
	"workstreams:\n"                                                                           \
	"  - {id: improvement, title: Improvement}\n"

/* A plan before this one, whose close-down gives it a task. */
#define EARLIER                                                                                    \
	"== plans/phase-1/plan.md\n"                                                               \
	"workstreams:\n"                                                                           \
	"  - {id: buying, title: Buying}\n"                                                        \
	"== whole plans/phase-1/close.md\n"                                                        \
	"---\nkind: closedown\nid: close\ndate: 2023-04-30\n"                                      \
	"tasks:\n"                                                                                 \
	"  - id: hub\n    workstream: buying\n    task: Set up the hub\n"                          \
	"    disposition: next-phase\n    to: demo/procurement\n---\n"

const struct rule_page pages_closedown[] = {
	{"disposition-missing",
         "When a phase ends, every task is finished or goes on somewhere. One of which nothing is "
         "said is the one that gets lost: nobody closes it, and nobody takes it over.",
         CLOSE_DOWN(MARKED_TASK), CLOSE_DOWN(TASK ENDED), ANSWER_IN_BOTH},
	{"disposition-several",
         "A task that is both finished and moved has not been decided on. Each side may think that "
         "the other one has it. Where a part is done and a part goes on, they are two tasks.",
         CLOSE_DOWN(TASK "    disposition:\n"
                         "      - completed\n"
                         "=>       - completed-review-in-directorate\n"),
         CLOSE_DOWN(TASK KEPT), ANSWER_IN_BOTH},
	{"destination-missing",
         "Work that is moved and goes nowhere is dropped, under a kinder word. Name the workstream "
         "of the plan that has it now, or the directorate's plan.",
         CLOSE_DOWN(TASK "=>     disposition: directorate-plan\n"),
         CLOSE_DOWN(TASK "    disposition: directorate-plan\n"
                         "    to: Directorate business plan 2024/25\n"),
         ANSWER_IN_BOTH},
	{"destination-unknown",
         "A task that is given to a workstream which is not there arrives nowhere, and no page "
         "can lead to it. The plan of the next phase has to be there before work is given to it.",
         PHASE_2 CLOSE_DOWN(TASK MOVED "=>     to: phase-2/improving\n"),
         PHASE_2 CLOSE_DOWN(TASK MOVED TO), ANSWER_IN_BOTH},
	{"closed-outstanding",
         "\"No further action\" and a list of what is still to be done contradict each other. A "
         "reader would ask who does it, and when anybody will look again.",
         CLOSE_DOWN(TASK ENDED "=>     outstanding: [Training for new staff]\n"),
         PHASE_2 CLOSE_DOWN(TASK "    outstanding: [Training for new staff]\n" MOVED TO),
         ANSWER_IN_BOTH},
	{"closed-in-progress",
         "What is under way is not completed, whoever reviews it later. The rule looks for a few "
         "phrases: \"is being developed\", \"in progress\", \"to be agreed\", \"is ongoing\".",
         CLOSE_DOWN(TASK KEPT "    evidence:\n"
                              "=>       - {text: The operating model is being developed}\n"),
         PHASE_2 CLOSE_DOWN(TASK
                            "    evidence:\n"
                            "      - {text: The operating model is being developed}\n" MOVED TO),
         ANSWER_IN_BOTH},
	{"evidence-unsupported",
         "A decision has a body and a day, and minutes that can be read. Without them nobody can "
         "check it, and years later nobody knows which version was agreed.",
         CLOSE_DOWN(TASK ENDED "    evidence:\n"
                               "=>       - {text: Operating model agreed}\n"),
         "== plans/demo/plan.md\n"
         "committees:\n"
         "  - {id: board, name: Board}\n" CLOSE_DOWN(TASK ENDED
                                                     "    evidence:\n"
                                                     "      - text: Operating model agreed\n"
                                                     "        committee: board\n"
                                                     "        on: 2024-01-24\n"),
         ANSWER_IN_BOTH},
	{"phase-unaccounted",
         "The tasks of a close-down are not always those that the plan began with. Each outcome, "
         "each milestone that is still open and each task that was taken over from an earlier "
         "phase should be found again in one of them. A close-down that uses `covers` nowhere is "
         "told so once; else each that is missing is named. What counts are the latest updates up "
         "to the close-down's date.",
         "== plans/demo/procurement.md\n"
         "period: 2024-02\n"
         "outcomes: [{id: value, title: Better value}]\n" CLOSE_DOWN(MARKED_TASK ENDED),
         "== plans/demo/procurement.md\n"
         "period: 2024-02\n"
         "outcomes: [{id: value, title: Better value}]\n" CLOSE_DOWN(TASK
                                                                     "    covers: [value]\n" ENDED),
         ANSWER_IN_BOTH},
	{"inherited-unknown",
         "A task that is moved stays open until a document of the receiving plan names it. A name "
         "that leads nowhere names nothing: the task stays open on one side, and looks taken on "
         "the other.",
         EARLIER "== plans/demo/procurement.md\n=> inherits: [phase-1/close#hubs]\n",
         EARLIER "== plans/demo/procurement.md\ninherits: [phase-1/close#hub]\n", ANSWER_IN_BOTH},
	{"inherited-elsewhere",
         "The close-down says who has the task now, and so does the receiving plan. Where the two "
         "differ, two workstreams have it, or neither.",
         EARLIER "== plans/demo/governance.md\nworkstream: governance\n"
                 "=> inherits: [phase-1/close#hub]\n",
         EARLIER "== plans/demo/procurement.md\ninherits: [phase-1/close#hub]\n", ANSWER_IN_BOTH},
	{"concern-unanswered",
         "A plan is there because somebody raised a concern. One that no workstream answers will "
         "be asked for by whoever raised it.",
         "== plans/demo/plan.md\n"
         "concerns:\n"
         "=>   - {id: spending, title: No control of spending}\n",
         "== plans/demo/plan.md\n"
         "workstreams:\n"
         "  - id: procurement\n"
         "    title: Procurement\n"
         "    addresses: [spending]\n"
         "concerns:\n"
         "  - {id: spending, title: No control of spending}\n",
         ANSWER_IN_BOTH},
	{0},
};
