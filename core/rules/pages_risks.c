/* The pages of rules about risks and issues: see rules/page.h. */
#include "rules/pages.h"

#define UPDATE "== plans/demo/procurement.md\n"
#define LIMITS                                                                                     \
	"  - {id: limits, risk: No limits, mitigation: Agree them with "                           \
	"the Board}\n"

const struct rule_page pages_risks[] = {
	{"risks-denied",
         "A text that says there are no risks, above a list of open ones, contradicts itself: one "
         "of the two was not thought about. Said of \"no new risks\", \"no risk is rated high\" "
         "or \"no concerns about the budget\" it is no denial; nor is \"no concerns\" alone, "
         "while \"no concerns or issues\" is one, and so are \"nothing that worries us\", an empty "
         "risk register and \"None\" under a heading about risks, or "
         "about concerns and issues. \"No concerns about the changes proposed\" is doubted "
         "where two of these words, and more than half of them, stand in an open risk or its "
         "mitigation. A closed risk does not count.",
         UPDATE "risks:\n" LIMITS "## Concerns and issues\n\n"
                "=> There are currently no risks or concerns.\n",
         UPDATE "risks:\n" LIMITS "## Concerns and issues\n\n"
                "There are no new risks; the one on record is being worked on.\n",
         ANSWER_IN_BOTH},
	{"risk-unlisted",
         "What the text calls the key risk (or the main, biggest, greatest or principal one) "
         "belongs in the list of risks, with a mitigation and an owner. A doubt is raised where "
         "the words of what is called so appear in no listed risk; words such as \"delay\", "
         "\"project\" and \"time\" do not count. One word in common is enough to be silent, or "
         "one of the same kind, such as \"flood\" and \"storm\" or \"political\" and "
         "\"cabinet\", and so is an update without a list of risks. It looks at twenty such sentences of a "
         "document.",
         UPDATE "risks:\n" LIMITS "## Concerns and issues\n\n"
                "=> Support from the department is the key risk to completing to time.\n",
         UPDATE "risks:\n" LIMITS "  - {id: department, risk: Silent department, "
                "mitigation: Ask an officer}\n"
                "## Concerns and issues\n\n"
                "Support from the department is the key risk to completing to time.\n",
         ANSWER_IN_BOTH},
	{"risk-lost",
         "A risk that was open last period is listed again, or listed as closed "
         "(`status: closed`, with a `reason`). One that is simply gone may have come true. An id "
         "stays with its risk while the words may change; where a new id has nearly the same "
         "words (three quarters of them) the finding says so.",
         UPDATE "period: 2023-07\nrisks:\n" LIMITS
                "  - {id: staff, risk: Two buyers leave, mitigation: Train two more}\n"
                "== commit Ann\n" UPDATE "period: 2023-08\nrisks:\n=> " LIMITS,
         UPDATE "period: 2023-07\nrisks:\n" LIMITS
                "  - {id: staff, risk: Two buyers leave, mitigation: Train two more}\n"
                "== commit Ann\n" UPDATE "period: 2023-08\nrisks:\n" LIMITS
                "  - {id: staff, risk: Two buyers leave, mitigation: Train two more,\n"
                "     status: closed, reason: Two more are trained}\n",
         ANSWER_IN_BOTH},
	{"mitigation-shared",
         "Two different risks are rarely met by the same step. The same words for both (capitals "
         "and marks aside) most often mean that one was filled in to have no gap. Only open "
         "risks are compared.",
         UPDATE "risks:\n"
                "  - {id: limits, risk: No limits agreed, mitigation: Talk to "
                "the Board}\n"
                "=>   - {id: staff, risk: Two buyers leave, mitigation: Talk to the Board.}\n",
         UPDATE "risks:\n"
                "  - {id: limits, risk: No limits agreed, mitigation: Talk to "
                "the Board}\n"
                "  - {id: staff, risk: Two buyers leave, mitigation: Train two more}\n",
         ANSWER_IN_BOTH},
	{"mitigation-no-action",
         "A mitigation says what is being done about the risk. A fact (\"There are levels of "
         "flexibility in the constitution\", \"The policy has been developed with experts\") or a "
         "hope (\"It is hoped that the Board agrees\", \"Partnerships are improving\") does nothing about it. "
         "A mitigation is "
         "doubted where all its sentences are such, and none has an imperative (\"Agree\"), a "
         "form in -ing (\"Working with\"), \"will\", \"to be\" or \"every month\". A fact is what "
         "something is or has been (\"The market is calm\"), what may or does not happen (\"It would "
         "not matter\"), what everybody or nobody thinks, and what comes of itself (\"Demand drops "
         "in summer\"). What somebody has done or keeps (\"Two deputies have been trained\", \"A "
         "second supplier is on call\") and what is neither, such as \"Weekly meetings\", is left "
         "alone.",
         UPDATE "risks:\n"
                "  - {id: limits, risk: Limits are not agreed,\n"
                "=>      mitigation: The limits have been discussed with the Board}\n",
         UPDATE "risks:\n"
                "  - {id: limits, risk: Limits are not agreed,\n"
                "     mitigation: Agree the limits with the Board in October}\n",
         ANSWER_IN_BOTH},
	{"no-route-to-green",
         "Whoever reads Amber asks what would make it Green again, and when. The field "
         "`route_to_green` answers, or a section `Route to green` (or one "
         "about recovery), or a sentence of the text "
         "that says on which condition the rating returns (\"back to Green once the hub is "
         "open\") or names the steps of a recovery (\"our recovery actions are\", \"to put this "
         "right\"). It is asked from the third level on, and on a scale of two or three levels of "
         "all but the best.",
         UPDATE "=> rag: amber\n## RAG rationale\n\n"
                "The register is two weeks late, and two buyers have left.\n",
         UPDATE "rag: amber\nroute_to_green: Two buyers appointed, by the end of October\n"
                "## RAG rationale\n\n"
                "The register is two weeks late, and two buyers have left.\n",
         ANSWER_IN_BOTH},
	{0},
};
