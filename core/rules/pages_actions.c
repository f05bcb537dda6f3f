/* Pages of the rules about plans of actions: see rules/page.h. */
#include "rules/pages.h"

/* What every example begins with, and one action that breaks no rule. */
#define BEGIN                                                                                      \
	"== whole plans/demo/peer.md\n---\nkind: actions\nid: peer\n"                              \
	"source: The peer challenge\ndate: 2023-09-20\n"
#define TITLED "recommendations: [{id: forum, title: Set up a forum of chairs}]\n"
#define ACTIONS "actions:\n"
#define WHO "    owner: Chief executive\n"
#define WHEN "    due: 2024-01-31\n"
#define SHOWN "    measure: It meets each month\n"
#define OPEN "    status: in-progress\n"
#define NAMED "  - id: chairs\n    title: Chairs and directors meet monthly\n"
#define ADDRESSES "    addresses: [forum]\n"
#define REST WHO WHEN SHOWN OPEN "---\n"
#define GOOD BEGIN TITLED ACTIONS NAMED ADDRESSES REST

const struct rule_page pages_actions[] = {
	{"recommendation-count",
         "A review says how many recommendations it makes (`stated_recommendations`, and `stated` "
         "of each of the `groups`). Fewer in the plan of actions, or fewer with an action, means "
         "that some were lost on the way. Parts of a recommendation (`parent`) do not count. "
         "Where the groups add up to the number in all, the groups alone are told.",
         BEGIN "=> stated_recommendations: 2\n" TITLED ACTIONS NAMED ADDRESSES REST,
         BEGIN "stated_recommendations: 1\n" TITLED ACTIONS NAMED ADDRESSES REST, ANSWER_IN_BOTH},
	{"recommendation-unanswered",
         "What nobody acts upon will not happen, and whoever recommended it will ask. An action "
         "answers a recommendation by naming its id in `addresses`; one that names the whole "
         "answers its parts, and one that names a part answers the whole as far as that goes.",
         BEGIN
         "recommendations:\n  - {id: forum, title: Set up a forum of chairs}\n"
         "=>   - {id: code, title: Rewrite the code of conduct}\n" ACTIONS NAMED ADDRESSES REST,
         BEGIN "recommendations:\n  - {id: forum, title: Set up a forum of chairs}\n"
               "  - {id: code, title: Rewrite the code of conduct}\n" ACTIONS NAMED
               "    addresses: [forum, code]\n" REST,
         ANSWER_IN_BOTH},
	{"action-restates",
         "\"Review it in six months\" answers the recommendation to review it in six months with "
         "the recommendation. An action says who does what, so that somebody can see later "
         "whether it was done. Nearly all its telling words stand in the recommendation: that is "
         "when this is asked.",
         BEGIN "recommendations: [{id: forum, title: Review the forum in six months}]\n" ACTIONS
               "  - id: chairs\n=>     title: Review in six months\n" ADDRESSES REST,
         BEGIN
         "recommendations: [{id: forum, title: Review the forum in six months}]\n" ACTIONS
         "  - id: chairs\n    title: Scrutiny interviews members and reports to council\n" ADDRESSES
                 REST,
         ANSWER_IN_BOTH},
	{"action-no-owner",
         "What everybody is to do nobody does. The `owner` is a post or a person who answers for "
         "it, and need not be who does it.",
         BEGIN TITLED ACTIONS
         "=>   - id: chairs\n    title: Chairs and directors meet monthly\n" ADDRESSES WHEN SHOWN
                 OPEN "---\n",
         GOOD, ANSWER_IN_BOTH},
	{"action-undated",
         "An action without a day is never late, and never done. Where it is done already, "
         "`done_on` is its day.",
         BEGIN TITLED ACTIONS
         "=>   - id: chairs\n    title: Chairs and directors meet monthly\n" ADDRESSES WHO SHOWN
                 OPEN "---\n",
         GOOD, ANSWER_IN_BOTH},
	{"action-unmeasured",
         "That something was done does not mean that it worked. `measure` says what will be "
         "different, so that a follow-up review can look. It is asked of open actions.",
         BEGIN TITLED ACTIONS
         "=>   - id: chairs\n    title: Chairs and directors meet monthly\n" ADDRESSES WHO WHEN OPEN
         "---\n",
         GOOD, ANSWER_IN_BOTH},
	{"action-overdue",
         "The day has passed, and the action is open. A document knows no clock: what counts is "
         "the latest day of which it speaks as past, the plan's `date`, a `done_on` or a review's "
         "`held_on`. `ragtrail trend` lists what is overdue today.",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO "=>     due: 2023-08-31\n" SHOWN OPEN "---\n",
         GOOD, ANSWER_IN_BOTH},
	{"action-unproven",
         "Reviewers come back and ask what was done, and where they can see it. `done_on` and "
         "`evidence` answer them.",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN "=>     status: done\n---\n",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN
         "    status: done\n    done_on: 2023-09-14\n    evidence: Minutes of 14 September 2023\n"
         "---\n",
         ANSWER_IN_BOTH},
	{"action-dropped", "An action may be dropped. Whoever recommended it is owed the reason.",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN "=>     status: dropped\n---\n",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN
         "    status: dropped\n    reason: The chairs meet in the new committee\n---\n",
         ANSWER_IN_BOTH},
	{"review-missed",
         "A follow-up review that was set and never held leaves the plan of actions to itself. "
         "What counts is the latest day of which the document speaks as past, as in "
         "`action-overdue`.",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN OPEN
         "reviews:\n=>   - {on: 2023-09-01, note: Progress after six months}\n---\n",
         BEGIN TITLED ACTIONS NAMED ADDRESSES WHO WHEN SHOWN OPEN
         "reviews:\n  - {on: 2023-09-01, note: Progress after six months, held_on: 2023-09-04}\n"
         "---\n",
         ANSWER_IN_BOTH},
	{0},
};
