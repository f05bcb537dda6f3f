/* Milestones from period to period: what is asked of small stories, and what is not. */
#include "support/doubting.h"

#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define STORIES(name) name, COUNT_OF(name)

#define HUB "  - {id: hub, title: Procurement hub in place}\n"
#define CODE "  - {id: code, title: Procurement code agreed, status: delivered}\n"

static const struct story_told lost[] = {
	{"planned and gone",
         {{"2023-07", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL, "milestones:\n" CODE, NULL, NULL}},
         "plans/better/2023-08.md:13:3: warning: milestone \"Procurement hub in place\" was planned next in July 2023, and is listed neither for this period nor for the next [milestone-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Procurement hub in place\" was planned for the next period\n"},
	{"open and gone",
         {{"2023-07", NULL,
           "milestones:\n  - {id: hub, title: Hub in place, status: in-progress}\n", NULL, NULL},
          {"2023-08", NULL, "next_milestones:\n  - {id: code, title: Code agreed}\n", NULL, NULL}},
         "plans/better/2023-08.md:13:3: warning: milestone \"Hub in place\" was in progress in July 2023, and is listed neither for this period nor for the next [milestone-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Hub in place\" was in progress\n"},
	{"under another id",
         {{"2023-07", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL,
           "milestones:\n" CODE
           "  - {id: hub-2, title: The hub for procurement in place, status: delivered}\n",
           NULL, NULL}},
         "plans/better/2023-08.md:14:5: warning: milestone \"Procurement hub in place\" of July 2023 is gone, but looks like \"The hub for procurement in place\" under another id: `hub` became `hub-2` [milestone-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Procurement hub in place\" was planned for the next period\n"},
	{"nothing is listed any more",
         {{"2023-07", NULL,
           "milestones:\n  - {id: survey, title: Survey published, status: not-started}\n"
           "next_milestones:\n" HUB,
           NULL, NULL},
          {"2023-08", NULL, NULL, NULL, NULL}},
         "plans/better/2023-08.md:3:9: warning: 2 milestones were open or planned next in July 2023, and no milestone is listed now [milestone-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Survey published\" was not started\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement hub in place\" was planned for the next period\n"},
	{"delivered, dropped, split, missed: over",
         {{"2023-07", NULL,
           "milestones:\n" CODE
           "  - {id: a, title: Survey published, status: dropped, reason: No money}\n"
           "  - {id: b, title: Report issued, status: split, into: [c]}\n"
           "  - {id: d, title: Guide issued, status: missed, reason: Illness}\n",
           NULL, NULL},
          {"2023-08", NULL, "milestones:\n  - {id: x, title: Test passed, status: delivered}\n",
           NULL, NULL}},
         ""},
	{"back in every way",
         {{"2023-07", NULL,
           "milestones:\n  - {id: e, title: Survey published, status: carried, reason: Late,\n"
           "     due: 2023-10-31}\n"
           "next_milestones:\n" HUB "  - {id: a, title: Report issued}\n"
           "  - {id: b, title: Guide issued}\n  - {id: c, title: Card issued}\n"
           "  - {id: d, title: Form issued}\n",
           NULL, NULL},
          {"2023-08", NULL,
           "milestones:\n  - {id: hub, title: Renamed altogether, status: delivered}\n"
           "  - {id: a, title: Report issued, status: dropped, reason: Not wanted}\n"
           "  - {id: set, title: Set issued, status: merged, into: [b, e]}\n"
           "  - {id: c, title: Card issued, status: split, into: [front, back]}\n"
           "next_milestones:\n  - {id: d, title: Form issued}\n",
           NULL, NULL}},
         ""},
	{"a month lies between",
         {{"2023-06", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL, "milestones:\n" CODE, NULL, NULL}},
         ""},
	{"a paper that gives only part",
         {{"2023-07", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL, "imported: {source: A paper}\n", NULL, NULL}},
         ""},
	{"a paper that gives its milestones",
         {{"2023-07", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL, "imported: {source: A paper}\nmilestones:\n" CODE, NULL, NULL}},
         "plans/better/2023-08.md:14:3: warning: milestone \"Procurement hub in place\" was planned next in July 2023, and is listed neither for this period nor for the next [milestone-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Procurement hub in place\" was planned for the next period\n"},
	{"a draft without its lists",
         {{"2023-07", NULL, "next_milestones:\n" HUB, NULL, NULL},
          {"2023-08", NULL, "draft: true\n", NULL, NULL}},
         ""},
};

static const struct story_told undated[] = {
	{"none of three",
         {{"2023-07", NULL,
           "milestones:\n" CODE "  - {id: hub, title: Hub in place, status: in-progress}\n"
           "next_milestones:\n  - {id: a, title: Survey published}\n"
           "  - {id: b, title: Report issued}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:14:5: warning: none of the 3 milestones that are open or planned next has a day (`due`), so that none of them can be seen to be late [milestone-undated]\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Hub in place\" is open, without a day\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Survey published\" is planned next, without a day\n"
         "    see plans/better/2023-07.md:17 (July 2023): \"Report issued\" is planned next, without a day\n"},
	{"all that is planned next",
         {{"2023-07", NULL,
           "next_milestones:\n  - {id: a, title: Survey published}\n"
           "  - {id: b, title: Report issued}\n  - {id: c, title: Guide issued}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:13:5: warning: none of the 3 milestones that are open or planned next has a day (`due`), so that none of them can be seen to be late [milestone-undated]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Survey published\" is planned next, without a day\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Report issued\" is planned next, without a day\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Guide issued\" is planned next, without a day\n"},
	{"one of three has a day",
         {{"2023-07", NULL,
           "next_milestones:\n  - {id: a, title: Survey published}\n"
           "  - {id: b, title: Report issued}\n"
           "  - {id: c, title: Guide issued, due: 2023-09-30}\n",
           NULL, NULL}},
         ""},
	{"two, and what is done",
         {{"2023-07", NULL,
           "milestones:\n" CODE "  - {id: d, title: Card issued, status: delivered}\n"
           "next_milestones:\n  - {id: a, title: Survey published}\n"
           "  - {id: b, title: Report issued}\n",
           NULL, NULL}},
         ""},
	{"a draft",
         {{"2023-07", NULL,
           "draft: true\nnext_milestones:\n  - {id: a, title: Survey published}\n"
           "  - {id: b, title: Report issued}\n  - {id: c, title: Guide issued}\n",
           NULL, NULL}},
         ""},
};

static const struct story_told unreasoned[] = {
	{"carried",
         {{"2023-07", NULL, "milestones:\n  - {id: hub, title: Hub in place, status: carried}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:13:44: warning: milestone \"Hub in place\" was carried over, and no reason is given [milestone-unreasoned]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Hub in place\", `status: carried`\n"},
	{"split into what",
         {{"2023-07", NULL, "milestones:\n  - {id: hub, title: Hub in place, status: split}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:13:44: warning: milestone \"Hub in place\" was split, and it is not said into what [milestone-unreasoned]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Hub in place\", `status: split`\n"},
	{"in a paper",
         {{"2023-07", NULL,
           "imported: {source: A paper}\n"
           "milestones:\n  - {id: hub, title: Hub in place, status: carried}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:14:44: warning: milestone \"Hub in place\" was carried over, and no reason is given [milestone-unreasoned]\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Hub in place\", `status: carried`\n"},
	{"reasons given, and none needed",
         {{"2023-07", NULL,
           "milestones:\n" CODE
           "  - {id: a, title: Survey published, status: missed, reason: No money}\n"
           "  - {id: b, title: Report issued, status: merged, into: [code]}\n"
           "  - {id: c, title: Guide issued, status: in-progress}\n",
           NULL, NULL}},
         ""},
	{"a draft",
         {{"2023-07", NULL,
           "draft: true\nmilestones:\n  - {id: hub, title: Hub in place, status: carried}\n", NULL,
           NULL}},
         ""},
};

static const struct story_told delivered[] = {
	{"twice",
         {{"2023-06", NULL,
           "milestones:\n  - {id: code, title: Procurement code agreed, status: delivered,\n"
           "     delivered_on: 2023-06-20}\n",
           NULL, NULL},
          {"2023-08", NULL,
           "milestones:\n  - {id: code, title: The code agreed, status: delivered,\n"
           "     delivered_on: 2023-08-20}\n",
           NULL, NULL}},
         "plans/better/2023-08.md:13:5: warning: milestone \"The code agreed\" counts as delivered now, and was delivered in June 2023 already [milestone-delivered-twice]\n"
         "    see plans/better/2023-06.md:13 (June 2023): \"Procurement code agreed\" was delivered on 20 June 2023\n"},
	{"shown again, with its day",
         {{"2023-06", NULL,
           "milestones:\n  - {id: code, title: Code agreed, status: delivered,\n"
           "     delivered_on: 2023-06-20}\n  - {id: b, title: Report issued, status: delivered}\n",
           NULL, NULL},
          {"2023-07", NULL,
           "milestones:\n  - {id: code, title: Code agreed, status: delivered,\n"
           "     delivered_on: 2023-06-20}\n  - {id: b, title: Report issued, status: delivered,\n"
           "     delivered_on: 2023-06-30}\n",
           NULL, NULL}},
         ""},
	{"and open again: said once",
         {{"2023-06", NULL, "milestones:\n" CODE, NULL, NULL},
          {"2023-07", NULL,
           "milestones:\n  - {id: code, title: Procurement code agreed, status: in-progress}\n",
           NULL, NULL},
          {"2023-08", NULL,
           "milestones:\n  - {id: code, title: Procurement code agreed, status: in-progress}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:13:5: warning: milestone \"Procurement code agreed\" is in progress, though it was delivered in June 2023 [milestone-reopened]\n"
         "    see plans/better/2023-06.md:13 (June 2023): \"Procurement code agreed\" was delivered\n"},
	{"and planned again",
         {{"2023-06", NULL, "milestones:\n" CODE, NULL, NULL},
          {"2023-07", NULL, "next_milestones:\n  - {id: code, title: Procurement code agreed}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:13:5: warning: milestone \"Procurement code agreed\" is planned again, though it was delivered in June 2023 [milestone-reopened]\n"
         "    see plans/better/2023-06.md:13 (June 2023): \"Procurement code agreed\" was delivered\n"},
	{"and open again, as the reason owns",
         {{"2023-06", NULL, "milestones:\n" CODE, NULL, NULL},
          {"2023-07", NULL,
           "milestones:\n  - {id: code, title: Procurement code agreed, status: carried,\n"
           "     reason: The Board sent it back}\n",
           NULL, NULL}},
         ""},
};

#define NEXT(id, title) "  - {id: " id ", title: " title "}\n"

static const struct story_told untestable[] = {
	{"no end",
         {{"2023-07", NULL,
           "milestones:\n"
           "  - {id: m, title: Continue the review of contracts, status: in-progress, due: 2023-10-31}\n"
           "next_milestones:\n"
           "  - {id: m, title: Continue the review of contracts}\n" NEXT(
		   "b", "Training with the county to commence/continue")
                   NEXT("c", "Progress the savings programme")
                           NEXT("d", "Support the directorates in their change")
                                   NEXT("e", "Develop a culture of trust")
                                           NEXT("f", "Review of communications commenced") NEXT(
						   "g", "Planning of the survey to go on (autumn)"),
           NULL, NULL}},
         "plans/better/2023-07.md:13:20: warning: milestone \"Continue the review of contracts\" names no result that could be tested, only \"continue\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Continue the review of contracts\"\n"
         "plans/better/2023-07.md:16:20: warning: milestone \"Training with the county to commence/continue\" names no result that could be tested, only \"continue\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Training with the county to commence/continue\"\n"
         "plans/better/2023-07.md:17:20: warning: milestone \"Progress the savings programme\" names no result that could be tested, only \"progress\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:17 (July 2023): \"Progress the savings programme\"\n"
         "plans/better/2023-07.md:18:20: warning: milestone \"Support the directorates in their change\" names no result that could be tested, only \"support\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:18 (July 2023): \"Support the directorates in their change\"\n"
         "plans/better/2023-07.md:19:20: warning: milestone \"Develop a culture of trust\" names no result that could be tested, only \"develop\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:19 (July 2023): \"Develop a culture of trust\"\n"
         "plans/better/2023-07.md:20:20: warning: milestone \"Review of communications commenced\" names no result that could be tested, only \"commenced\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:20 (July 2023): \"Review of communications commenced\"\n"
         "plans/better/2023-07.md:21:20: warning: milestone \"Planning of the survey to go on (autumn)\" names no result that could be tested, only \"to go on\" [milestone-no-test]\n"
         "    see plans/better/2023-07.md:21 (July 2023): \"Planning of the survey to go on (autumn)\"\n"},
	{"an end, whatever the first word",
         {{"2023-07", NULL,
           "next_milestones:\n"
           "  - {id: z, title: Handbook printed, due: 2023-10-31}\n" NEXT(
		   "a",
		   "Continue training until all managers are trained") NEXT("b",
                                                                            "Progress report published")
                   NEXT("c", "Support plan agreed") NEXT("d", "Develop the action plan") NEXT(
			   "e",
			   "Support staff recruited") NEXT("f",
                                                           "Construction commences on site on 3 May")
                           NEXT("g", "Progress review held") NEXT("h", "Development framework agreed") NEXT(
				   "i",
				   "Support for the hub approved") NEXT("j",
                                                                        "Procurement hub established")
                                   NEXT("k", "Continuity plan tested") NEXT(
					   "l",
					   "Review begun by the department") NEXT("m",
                                                                                  "Commencement order signed")
                                           NEXT("p", "Working group established") NEXT(
						   "q", "Ongoing costs agreed by finance")
                                                   NEXT("r", "Continue the pilot to 200 users") NEXT(
							   "s", "Promotion policy adopted")
                                                           NEXT("t", "Start of the new contract") NEXT(
								   "u", "Embedding plan signed off")
                                                                   NEXT("n", "Help desk opened") NEXT(
									   "o",
									   "Monitoring framework in place"),
           NULL, NULL}},
         ""},
};

#define FOUR                                                                                         \
	"milestones:\n"                                                                              \
	"  - {id: structure, title: Preferred structure of procurement agreed, status: delivered}\n" \
	"  - {id: action-plan, title: Action plan for stage 2, status: delivered}\n"                 \
	"  - {id: strategy, title: Procurement strategy and procedure signed off, status: "          \
	"delivered}\n"                                                                               \
	"  - {id: policy, title: Revised procurement policy completed, status: delivered}\n"         \
	"next_milestones:\n"                                                                         \
	"  - {id: recruitment, title: Recruitment to the new team, due: 2023-10-31}\n"               \
	"  - {id: contracts, title: Register of contracts updated}\n"                                \
	"  - {id: training, title: Training for staff bought}\n"

static const struct story_told misquoted[] = {
	{"by number",
         {{"2023-07", NULL, FOUR,
           "- A revised procurement strategy was agreed and signed off - delivered milestone 4\n"
           "- A policy and procedure was signed off - delivered milestone 2",
           NULL}},
         "plans/better/2023-07.md:25:72: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"
         "plans/better/2023-07.md:26:53: warning: \"milestone 2\" is \"Action plan for stage 2\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Action plan for stage 2\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"},
	{"two in one sentence",
         {{"2023-07", NULL, FOUR,
           "The strategy is signed off, which delivered milestone 4, and the revised policy "
           "delivered milestone 1.",
           NULL}},
         "plans/better/2023-07.md:25:45: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"
         "plans/better/2023-07.md:25:91: warning: \"milestone 1\" is \"Preferred structure of procurement agreed\" in the list; what is said here fits milestone 4, \"Revised procurement policy completed\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Preferred structure of procurement agreed\"\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"},
	{"that: what stands before",
         {{"2023-07", NULL, FOUR, "The strategy is signed off. That delivered milestone 1.", NULL}},
         "plans/better/2023-07.md:25:44: warning: \"milestone 1\" is \"Preferred structure of procurement agreed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Preferred structure of procurement agreed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"},
	{"in brackets, and by id",
         {{"2023-07", NULL, FOUR,
           "Milestone 2 (the revised policy) was delivered.\n\n"
           "Milestone 4, \"Action plan for stage 2\", was late.\n\n"
           "Milestone `action-plan` is complete: the structure is agreed.",
           NULL}},
         "plans/better/2023-07.md:25:1: warning: \"milestone 2\" is \"Action plan for stage 2\" in the list; what is said here fits milestone 4, \"Revised procurement policy completed\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Action plan for stage 2\"\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "plans/better/2023-07.md:27:1: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 2, \"Action plan for stage 2\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Action plan for stage 2\"\n"
         "plans/better/2023-07.md:29:1: warning: \"milestone action-plan\" is \"Action plan for stage 2\" in the list; what is said here fits milestone 1, \"Preferred structure of procurement agreed\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:14 (July 2023): \"Action plan for stage 2\"\n"
         "    see plans/better/2023-07.md:13 (July 2023): \"Preferred structure of procurement agreed\"\n"},
	{"of the next period",
         {{"2023-07", NULL, FOUR,
           "The register of contracts is being updated - supports milestone 1 for next period.",
           NULL}},
         "plans/better/2023-07.md:25:55: warning: \"milestone 1\" is \"Recruitment to the new team\" in the list of what is planned next; what is said here fits milestone 2, \"Register of contracts updated\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:18 (July 2023): \"Recruitment to the new team\"\n"
         "    see plans/better/2023-07.md:19 (July 2023): \"Register of contracts updated\"\n"},
	{"what is so, or cannot be told",
         {{"2023-07", NULL, FOUR,
           "- An action plan was agreed - this delivered milestone 2\n"
           "- The strategy and the policy were signed off - delivered milestone 3\n"
           "- The code was agreed - supported milestones 1, 2 and 4\n"
           "- The code was agreed - supported milestone 1, 2 & 4\n"
           "- An operating model was signed off - linked to milestone 1\n"
           "- Training was researched - supports delivery of milestone 3 next period\n"
           "- Eleven providers were met (milestone 3)\n"
           "- The strategy helped with milestone 4\n"
           "- The contract with the builder was let - delivered milestone 2\n"
           "- It delivered milestone 9, the revised policy\n\n"
           "> The strategy delivered milestone 4.",
           NULL}},
         ""},
	{"a milestone that is spoken of beside something else",
         {{"2023-07", NULL, FOUR,
           "- The strategy is done, and milestone 4 was delivered too.\n"
           "- Milestone 4 was delivered before the strategy was signed off.\n"
           "- The strategy group met, and milestone 4 was discussed.\n"
           "- After the strategy, milestone 4 can begin.\n"
           "- The strategy and the plan are finished; milestone 4 was delivered in May.\n"
           "- Milestone 3 was delivered: the strategy is signed off.\n"
           "- Work towards milestone 4 has begun in the strategy group.\n",
           NULL}},
         ""},
	{"a milestone and what it was",
         {{"2023-07", NULL, FOUR,
           "Milestone 4 was delivered: the strategy is signed off.\n\n"
           "The strategy is signed off and so milestone 4 was delivered.\n\n"
           "The strategy is out (milestone 4 delivered).",
           NULL}},
         "plans/better/2023-07.md:25:1: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"
         "plans/better/2023-07.md:27:35: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"
         "plans/better/2023-07.md:29:22: warning: \"milestone 4\" is \"Revised procurement policy completed\" in the list; what is said here fits milestone 3, \"Procurement strategy and procedure signed off\", better [milestone-misquoted]\n"
         "    see plans/better/2023-07.md:16 (July 2023): \"Revised procurement policy completed\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): \"Procurement strategy and procedure signed off\"\n"},
	{"ids that have numbers of their own",
         {{"2023-07", NULL,
           "milestones:\n  - {id: m4, title: Strategy signed off, status: delivered}\n"
           "  - {id: m7, title: Policy completed, status: delivered}\n",
           "The strategy was signed off, which delivered milestone 4. The policy is complete, "
           "which delivered milestone 2.",
           NULL}},
         ""},
};

#define OUTCOMES                                                                                   \
	"outcomes:\n  - {id: value, title: Better value}\n  - {id: trust, title: More trust}\n"    \
	"  - {id: speed, title: Less waiting}\n"

static const struct story_told unserved[] = {
	{"two of three",
         {{"2023-07", NULL,
           OUTCOMES "milestones:\n"
                    "  - {id: code, title: Code agreed, status: delivered, serves: [value]}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:14:5: warning: no milestone serves 2 of the 3 outcomes [outcome-unserved]\n"
         "    see plans/better/2023-07.md:14 (July 2023): no milestone serves \"More trust\" (`trust`)\n"
         "    see plans/better/2023-07.md:15 (July 2023): no milestone serves \"Less waiting\" (`speed`)\n"},
	{"one, since another was served before",
         {{"2023-06", NULL,
           "milestones:\n  - {id: a, title: Survey out, status: delivered, serves: [trust]}\n",
           NULL, NULL},
          {"2023-07", NULL,
           OUTCOMES "milestones:\n"
                    "  - {id: code, title: Code agreed, status: delivered, serves: [value]}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:15:5: warning: no milestone serves the outcome \"Less waiting\" [outcome-unserved]\n"
         "    see plans/better/2023-07.md:15 (July 2023): no milestone serves \"Less waiting\" (`speed`)\n"},
	{"nobody says what serves what",
         {{"2023-07", NULL, OUTCOMES "milestones:\n" CODE, NULL, NULL}},
         ""},
};

static void what_does_not_come_back_is_asked_for(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(lost));
}

/* One living file: what July said is on record alone. */
static void a_living_file_is_held_to_the_record(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a")},
	        {31, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-07", "green", "next_milestones:\n" HUB)});
	history_checkout(history);
	sandbox_write(*state, "repo/plans/better/a.md",
	              history_update_with("a", "2023-08", "green", "milestones:\n" CODE));
	const char *found = judged_candour(*state, "repo", true);
	assert_non_null(strstr(found,
	                       "plans/better/a.md:13:3: warning: milestone \"Procurement "
	                       "hub in place\" was planned next in July 2023, and is "
	                       "listed neither for this period nor for the next [milestone-lost]\n"
	                       "    see plans/better/a.md:13 (July 2023, commit "));
	/* Without the record there is nothing to be held to. */
	assert_null(strstr(judged_candour(*state, "repo", false), "milestone-lost"));
}

static void some_have_a_day(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(undated));
}

static void a_reason_is_asked_for(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(unreasoned));
}

static void what_is_delivered_stays_so(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(delivered));
}

static void a_title_without_an_end_is_doubted(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(untestable));
}

static void a_number_is_held_against_the_titles(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(misquoted));
}

static void every_outcome_is_served(void **state)
{
	stories_check(*state, FAMILY_LEDGER, STORIES(unserved));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_does_not_come_back_is_asked_for),
		sandbox_test(a_living_file_is_held_to_the_record),
		sandbox_test(a_reason_is_asked_for),
		sandbox_test(some_have_a_day),
		sandbox_test(what_is_delivered_stays_so),
		sandbox_test(a_title_without_an_end_is_doubted),
		sandbox_test(a_number_is_held_against_the_titles),
		sandbox_test(every_outcome_is_served),
	};
	return cmocka_run_group_tests_name("ledger", tests, NULL, NULL) != 0;
}
