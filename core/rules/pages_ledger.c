/* The pages of rules about milestones, from period to period: see rules/page.h. */
#include "rules/pages.h"

#define JULY "== plans/demo/procurement.md\nperiod: 2023-07\n"
#define AUGUST "== commit Ann\n== plans/demo/procurement.md\nperiod: 2023-08\n"
#define HUB_PLANNED "next_milestones:\n  - {id: hub, title: Procurement hub in place}\n"

const struct rule_page pages_ledger[] = {
	{"milestone-lost",
         "A milestone that was planned next, or still open (in progress, carried over, not "
         "started), comes back in the following period: delivered, still open, carried, split, "
         "merged or dropped with a reason, or planned again. One that is in neither list, nor in "
         "the `into` of another, has vanished, and nobody was told. An id stays with its "
         "milestone while the title may change; where a new id has nearly the same title (three "
         "quarters of the words) the finding says so. It asks where the period before is on "
         "record or in the tree, with no month between the two, and not where the update was "
         "imported from a paper that gives no milestones at all.",
         JULY HUB_PLANNED AUGUST "milestones:\n"
                                 "=>   - {id: code, title: Procurement code agreed, status: "
                                 "delivered}\n",
         JULY HUB_PLANNED AUGUST
         "milestones:\n"
         "  - {id: code, title: Procurement code agreed, status: delivered}\n"
         "  - {id: hub, title: Procurement hub in place, status: carried,\n"
         "     reason: The office that it moves into is ready in October}\n",
         ANSWER_IN_BOTH},
	{"milestone-unreasoned",
         "A milestone that was carried over, missed or dropped needs a `reason`: whoever reads "
         "the next report wants to know what went wrong. One that was split or merged names what "
         "it was made into (`into`), so that it can be followed. A milestone that is carried over "
         "while its reason says that there is no further action is doubted too.",
         "== plans/demo/procurement.md\nmilestones:\n"
         "=>   - {id: hub, title: Hub in place, due: 2023-09-14, status: carried}\n",
         "== plans/demo/procurement.md\nmilestones:\n"
         "  - {id: hub, title: Hub in place, due: 2023-09-14, status: carried,\n"
         "     reason: The office that it moves into is ready in October}\n",
         ANSWER_IN_BOTH},
	{"milestone-delivered-twice",
         "What was delivered cannot be delivered again: counted in two periods, it makes the "
         "second look better than it was. A list may go on showing what is done: give its "
         "`delivered_on`, the same as before or a day of that earlier period, and it counts as "
         "the same delivery. It looks back twelve periods.",
         JULY "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: delivered}\n" AUGUST
              "milestones:\n"
              "=>   - {id: code, title: Procurement code agreed, status: delivered}\n",
         JULY "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: delivered}\n" AUGUST
              "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: delivered,\n"
              "     delivered_on: 2023-07-26}\n",
         ANSWER_IN_BOTH},
	{"milestone-reopened",
         "A milestone that was delivered and is open again, or planned again, was not delivered. "
         "That happens, and the honest thing is to say so: a `reason` that says that it was "
         "reopened, sent back, undone or wrongly counted answers the doubt. It looks back twelve "
         "periods.",
         JULY "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: delivered}\n" AUGUST
              "milestones:\n"
              "=>   - {id: code, title: Procurement code agreed, status: in-progress}\n",
         JULY "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: delivered}\n" AUGUST
              "milestones:\n"
              "  - {id: code, title: Procurement code agreed, status: in-progress,\n"
              "     reason: The Board sent it back with questions}\n",
         ANSWER_IN_BOTH},
	{"milestone-no-test",
         "A milestone is a day on which something is there that was not there before. \"Continue "
         "the review\" is never missed and never reached, so it tells nobody how the work "
         "stands. Doubted are titles that begin with words such as `commence`, `continue`, "
         "`progress`, `support`, `maintain`, `monitor`, `seek approval` or `develop`, or end with "
         "such as `to continue`, `begun` or `ongoing`; those that begin with `improve`, `strengthen` or "
         "`build` where they name what has no measure, such as `relationships` or `culture`. A "
         "title that names its end is not, whatever its first "
         "word: one with `agreed`, `approved`, `published`, `in place` and the like, or with a "
         "number. One that counts as delivered and whose title ends with such as `to be agreed` "
         "or `being completed` is doubted too.",
         "== plans/demo/procurement.md\nnext_milestones:\n"
         "=>   - {id: training, title: Continue the training of staff}\n",
         "== plans/demo/procurement.md\nnext_milestones:\n"
         "  - {id: training, title: Forty members of staff trained}\n",
         ANSWER_IN_BOTH},
	{"milestone-undated",
         "A milestone without a day is never late. Some cannot be dated yet, and nothing is asked "
         "of one or two; but where an update has three or more that are open (in progress, carried "
         "over, not started) or planned next, and none of them has a `due`, no reader can tell next "
         "month whether the work is behind. A day that is only expected is better than none. It is "
         "said once for the update, and not of a draft.",
         "== plans/demo/procurement.md\nmilestones:\n"
         "=>   - {id: hub, title: Hub in place, status: in-progress}\n"
         "next_milestones:\n"
         "  - {id: code, title: Procurement code agreed}\n"
         "  - {id: guide, title: Guide for buyers published}\n",
         "== plans/demo/procurement.md\nmilestones:\n"
         "  - {id: hub, title: Hub in place, status: in-progress, due: 2024-01-31}\n"
         "next_milestones:\n"
         "  - {id: code, title: Procurement code agreed}\n"
         "  - {id: guide, title: Guide for buyers published}\n",
         ANSWER_IN_BOTH},
	{"milestone-misquoted",
         "A text that claims \"milestone 4\" speaks of the fourth in the list of `milestones`, or "
         "of `next_milestones` where it says \"next period\". Where a whole title stands "
         "beside the number (\"milestone 4, strategy signed off, was hard\"), it must be that of "
         "the number. What else it says is held against the titles: a doubt is raised where it shares no word of its own with the title of that "
         "number, and at least one with another title (two, where the text does not say that the "
         "milestone is delivered or complete). Words that several titles have, and words such "
         "as \"agreed\" and \"signed off\", do not count. Where several numbers are named, what is "
         "said is doubted if it fits one of those numbers in the other list: three words, and "
         "two more than any that is named. So is \", to deliver milestone 1\" of one that counts "
         "as delivered, where number 1 of what is planned next shares a word. It knows the first forty of a list, and "
         "looks at a hundred claims of a document.",
         "== plans/demo/procurement.md\n"
         "milestones:\n"
         "  - {id: structure, title: Structure of the team agreed, status: delivered}\n"
         "  - {id: strategy, title: Strategy signed off, status: delivered}\n"
         "## Key activities\n\n"
         "=> The new strategy was signed off in July, which delivered milestone 1.\n",
         "== plans/demo/procurement.md\n"
         "milestones:\n"
         "  - {id: structure, title: Structure of the team agreed, status: delivered}\n"
         "  - {id: strategy, title: Strategy signed off, status: delivered}\n"
         "## Key activities\n\n"
         "The new strategy was signed off in July, which delivered milestone 2.\n",
         ANSWER_IN_BOTH},
	{"outcome-unserved",
         "An outcome that no milestone serves will not come by itself. Where a workstream's "
         "milestones say which outcomes they serve (`serves`), those of this period and of the "
         "twelve before together serve each of them; said once for all that are left. Where no "
         "milestone says what it serves, nothing is asked; nor of an outcome with `status: "
         "not-started`, which says that nothing serves it yet.",
         "== plans/demo/procurement.md\n"
         "outcomes:\n"
         "  - {id: value, title: Better value}\n"
         "=>   - {id: trust, title: Suppliers trust the process}\n"
         "milestones:\n"
         "  - {id: code, title: Code agreed, status: delivered, serves: [value]}\n",
         "== plans/demo/procurement.md\n"
         "outcomes:\n"
         "  - {id: value, title: Better value}\n"
         "  - {id: trust, title: Suppliers trust the process}\n"
         "milestones:\n"
         "  - {id: code, title: Code agreed, status: delivered, serves: [value]}\n"
         "  - {id: survey, title: Survey of suppliers published, status: delivered,\n"
         "     serves: [trust]}\n",
         ANSWER_IN_BOTH},
	{0},
};
