/* Pages of the rules about observations: see rules/page.h. */
#include "rules/pages.h"

#define BOARD                                                                                      \
	"== plans/demo/plan.md\n"                                                                  \
	"committees: [{id: board, name: Improvement Board, type: advise}]\n"
#define BEGIN                                                                                      \
	BOARD "== whole plans/demo/board.md\n---\nkind: observation\nid: board-september\n"        \
	      "committee: board\ndate: 2023-09-11\n"
#define CHALLENGED                                                                                 \
	"challenges:\n  - {workstream: procurement, period: 2023-08, reason: Nothing is signed"
#define END "---\n\nThe board met.\n"

const struct rule_page pages_observation[] = {
	{"challenge-open",
         "An oversight body doubts a rating. Either the rating moves, by a re-rating that landed "
         "since or one whose `correction` says `raised_by:` with the observation's id (or "
         "`id#challenge`), or somebody says why it stays. Until then readers see the challenge "
         "beside the rating.",
         BEGIN "challenges:\n=>   - {workstream: procurement, period: 2023-08, reason: Nothing is "
               "signed}\n" END,
         BEGIN CHALLENGED "}\nresponse: The contract was signed on 29 August\n"
                          "status: answered\n" END,
         ANSWER_IN_BOTH},
	{"challenge-unanswered",
         "`status: answered` is a claim like any other. It holds where a re-rating or a "
         "`response` answers each challenge, or the observation's own `response` all of it.",
         BEGIN CHALLENGED "}\n=> status: answered\n" END,
         BEGIN CHALLENGED ",\n     response: {by: Chief executive, on: 2023-09-14,\n"
                          "       text: The contract was signed on 29 August}}\n"
                          "status: answered\n" END,
         ANSWER_IN_BOTH},
	{"challenge-early",
         "A body that met in September cannot have seen a rating for October: one of the two "
         "dates is a slip. It is asked of `challenges` and of `independent` ratings.",
         BEGIN "independent:\n=>   - {workstream: procurement, period: 2023-10, rag: amber}\n" END,
         BEGIN "independent:\n  - {workstream: procurement, period: 2023-08, rag: amber}\n" END,
         ANSWER_IN_BOTH},
	{0},
};
