/* The pages of rules about how the ratings add up: see rules/page.h. */
#include "rules/pages.h"

#define RULE(words) "== plans/demo/plan.md\nroll_up: " words "\n"
#define REPORTS                                                                                    \
	"== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"                              \
	"== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\nrag: green-amber\n"
/* Three workstreams, two of which are less than Green. */
#define STEADY                                                                                     \
	"== plans/demo/plan.md\nworkstreams:\n  - {id: procurement, title: Procurement}\n"         \
	"  - {id: governance, title: Governance}\n  - {id: homes, title: Homes}\n" REPORTS         \
	"== plans/demo/homes.md\nworkstream: homes\nperiod: 2023-07\nrag: green-amber\n"
#define TROUBLE                                                                                    \
	"== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\nrag: amber\n"       \
	"## RAG rationale\n\nGovernance is Amber because two posts are empty.\n\n"                 \
	"## Route to green\n\nBoth posts are filled by October.\n"
#define OVERVIEW(mark)                                                                             \
	"== whole plans/demo/overview.md\n---\nkind: overview\nperiod: 2023-07\n" mark             \
	"rag: green-amber\ndirector: Lead director\ncompleted_on: 2023-08-04\n---\n\n"

const struct rule_page pages_roll_up[] = {
	{"roll-up-better",
         "Most readers see the overall rating only. A plan says in `roll_up` how it follows from "
         "those of the workstreams: `worst` is that of the worst of them, `share 60%` is the best "
         "level that at least 60% of them have or better, and `stated` (or nothing) leaves it to "
         "the director, who still cannot be better than every workstream. An overview that is "
         "better than its plan's rule says why in `roll_up_reason`. A workstream without a report "
         "counts as not known: there is a finding only where its rating could change nothing. A "
         "rating on another scale counts as not known too.",
         RULE("worst") REPORTS
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\n=> rag: green\n",
         RULE("worst") REPORTS
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green\n"
         "roll_up_reason: What kept governance from green was mended in August.\n",
         ANSWER_IN_BOTH},
	{"roll-up-unsaid",
         "A programme may be Green while some of its workstreams are not; but a reader who sees "
         "that wants to know how many may be worse before it is Green no longer. A plan says so "
         "once and for all in `roll_up` (`worst`, `share 60%`, or `stated` where it is left to the "
         "director), an overview for its own period in `roll_up_reason`. It is asked where two "
         "workstreams or more are rated worse than the programme and neither is given. An overview that "
         "was imported from a paper is left alone.",
         STEADY "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\n=> rag: green\n",
         STEADY "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green\n"
                "roll_up_reason: Both are small, and neither holds up the others.\n",
         ANSWER_IN_BOTH},
	{"bad-news-left-out",
         "Those who read the overview alone should hear of what goes badly. A workstream that is "
         "Amber or worse in the period (the third level of five, the second of three), or that is "
         "rated worse than in the report before, is named in the overview's text or in one of its "
         "headings: by its title, one of its other names (`also`), its id, or the first word of "
         "its title that no other workstream has, no rating is called by and not every overview "
         "uses, as it does \"members\" and \"staff\". In a sentence about "
         "another workstream such a word must stand for itself: \"data from partners\" is not the "
         "workstream for data. How it is named, and what is said of it, is left to the director.",
         TROUBLE OVERVIEW("=> ") "Much was done in July, and we thank everybody for it.\n",
         TROUBLE OVERVIEW("") "Governance is Amber until two posts are filled.\n", ANSWER_IN_BOTH},
	{0},
};
