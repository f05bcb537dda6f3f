/*
 * What a reviewer asks of the rendered site, as a reader finds it: from home by links alone,
 * each within two clicks.
 */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/walking.h"

enum { CLICKS = 2 };

#define PLAN                                                                                       \
	history_plan_with("governance procurement delivery",                                       \
	                  "concerns:\n"                                                            \
	                  "  - {id: auditor, source: External Auditor, raised: 2022-06-10,\n"      \
	                  "     title: Decisions were taken without advice}\n"                     \
	                  "  - {id: notice, source: Best Value Notice, title: Partners left}\n"    \
	                  "committees:\n"                                                          \
	                  "  - {id: board, name: Combined Authority Board}\n"                      \
	                  "  - {id: iib, name: Independent Improvement Board}\n"                   \
	                  "meetings:\n"                                                            \
	                  "  - {committee: board, date: 2023-07-26, tag: board/2023-07-26}\n"      \
	                  "  - {committee: board, date: 2023-09-20, tag: board/2023-09-20}\n"      \
	                  "severity: {rating-jumped: off}\n")

static const char observation[] =
	"---\n"
	"kind: observation\n"
	"id: september\n"
	"committee: iib\n"
	"date: 2023-09-27\n"
	"challenges:\n"
	"  - {id: late, workstream: procurement, period: 2023-08, reason: It looks late}\n"
	"---\n"
	"\n"
	"It met.\n";

static const char *plan_text(struct sandbox *sandbox)
{
	const char *plan = replaced(sandbox, PLAN, "title: Governance}",
	                            "title: Governance, addresses: [auditor]}");
	return replaced(sandbox, plan, "title: Delivery}",
	                "title: Delivery, addresses: [auditor]}");
}

/* An update that forecasts a later end than was agreed. */
static const char *late(struct sandbox *sandbox, const char *update)
{
	return replaced(sandbox, update, "forecast_completion: 2025-03-31",
	                "forecast_completion: 2025-05-15");
}

static void make_repository(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", plan_text(sandbox)},
	        {4, "Ann Hill", "plans/p/governance.md",
	         history_update("governance", "2023-06", "green")},
	        {4, "Ben Cole", "plans/p/procurement.md",
	         history_update("procurement", "2023-06", "green")},
	        {4, "Cy Ray", "plans/p/delivery.md",
	         history_update("delivery", "2023-06", "amber")},
	        {5, "Director", "plans/p/overview.md", history_overview("2023-06", "amber")});
	history_tag(history, "board/2023-07-26");
	HISTORY(history,
	        {35, "Ann Hill", "plans/p/governance.md",
	         history_update("governance", "2023-07", "green")},
	        {35, "Ben Cole", "plans/p/procurement.md",
	         history_update("procurement", "2023-07", "green")},
	        {35, "Cy Ray", "plans/p/delivery.md",
	         history_update("delivery", "2023-07", "amber")},
	        {66, "Ann Hill", "plans/p/governance.md",
	         late(sandbox, history_update("governance", "2023-08", "green"))},
	        {66, "Ben Cole", "plans/p/procurement.md",
	         history_update("procurement", "2023-08", "green")},
	        {66, "Cy Ray", "plans/p/delivery.md",
	         history_update("delivery", "2023-08", "green-amber")},
	        {67, "Director", "plans/p/overview.md", history_overview("2023-08", "green")});
	history_tag(history, "board/2023-09-20");
	HISTORY(history, {88, "Clerk", "plans/p/september.md", observation},
	        {95, "Dee West", "plans/p/procurement.md",
	         history_update_with("procurement", "2023-08", "amber",
	                             "correction: {reason: The contract had slipped, raised_by: "
	                             "september#late}\n")});
}

static struct walk rendered(struct sandbox *sandbox)
{
	make_repository(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	return walk_site(sandbox, "site");
}

static void which_ratings_were_changed_by_whom_and_why(void **state)
{
	struct walk walk = rendered(*state);
	assert_said_within(&walk, CLICKS, "Procurement, August 2023", "Green → A Amber",
	                   "Dee West, 4 Oct 2023", "The contract had slipped", "Raised by",
	                   "Independent Improvement Board");
	/* And in the report itself: what it was, what it is. */
	assert_said_within(&walk, CLICKS,
	                   "First published as G Green on 5 September 2023 by Ben "
	                   "Cole",
	                   "Re-rated A Amber on 4 October 2023 by Dee West",
	                   "because: The contract had slipped");
}

static void what_the_board_saw_on_the_20th_of_september(void **state)
{
	struct walk walk = rendered(*state);
	assert_said_within(&walk, CLICKS, "20 September 2023 Combined Authority Board August 2023",
	                   "2 Green, 1 Green/Amber", "1 of these ratings is different now",
	                   "Published as board/2023-09-20");
	assert_said_within(&walk, CLICKS, "26 July 2023 Combined Authority Board June 2023",
	                   "2 Green, 1 Amber");
	/* The text that it saw of the rating that has changed since. */
	assert_said_within(&walk, CLICKS, "As first published: August 2023");
	assert_said_within(&walk, CLICKS,
	                   "I have read the report for 2023-08 and agree with green.");
}

static void which_greens_are_questioned_and_why(void **state)
{
	struct walk walk = rendered(*state);
	assert_said_within(&walk, 0, "2 ratings are questioned");
	assert_said_within(&walk, CLICKS, "What is questioned in August 2023",
	                   "Governance G Green questioned: 2 reasons", "45 days later than agreed",
	                   "green-past-agreed");
}

static void who_answers_the_concern_of_the_auditor(void **state)
{
	struct walk walk = rendered(*state);
	assert_said_within(&walk, CLICKS, "Decisions were taken without advice",
	                   "Raised by: External Auditor, 10 Jun 2022", "Governance G Green",
	                   "Delivery G/A Green/Amber");
	assert_said_within(&walk, CLICKS, "2 concerns; 1 is answered by no workstream.",
	                   "Partners left", "No workstream answers this concern.");
}

static void home_says_how_it_stands(void **state)
{
	struct walk walk = rendered(*state);
	assert_int_equal(walk.pages[0].clicks, 0);
	assert_said_within(&walk, 0, "Improvement plan", "G Green", "August 2023");
	assert_said_within(&walk, 0, "Rating changed last Procurement, August 2023: A Amber",
	                   "re-rated from Green, by Dee West on 4 October 2023");
	assert_said_within(&walk, 0, "1 G Green", "1 G/A Green/Amber", "1 A Amber");
	assert_said_within(&walk, 0, "Late 5 reports missing");
}

/* No page is further away than a reader goes. */
static void every_page_is_near(void **state)
{
	struct walk walk = rendered(*state);
	for (size_t i = 0; i < walk.count; i++)
		assert_case(walk.pages[i].clicks <= 3, walk.pages[i].path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(which_ratings_were_changed_by_whom_and_why),
		sandbox_test(what_the_board_saw_on_the_20th_of_september),
		sandbox_test(which_greens_are_questioned_and_why),
		sandbox_test(who_answers_the_concern_of_the_auditor),
		sandbox_test(home_says_how_it_stands),
		sandbox_test(every_page_is_near),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("a reviewer's questions", tests, NULL, NULL) != 0;
}
