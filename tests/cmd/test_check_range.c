/* ragtrail check A..B: what it says, and how it ends. */
#include "support/command.h"

#include <string.h>

#include "support/history.h"

#define PLAN "plans/better/plan.md"
#define A "plans/better/a.md"

static struct history *begin(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a b")},
	        {31, "Ann", A, history_update("a", "2023-07", "green")});
	history_tag(history, "before");
	HISTORY(history, {40, "Ann", A, history_update("a", "2023-07", "amber")},
	        {41, "Ann", A, NULL});
	history_checkout(history);
	return history;
}

static const char *found_in(struct sandbox *sandbox)
{
	const char *taken = GIT(sandbox, "repo", "rev-parse", "--short=7", "HEAD");
	const char *changed = GIT(sandbox, "repo", "rev-parse", "--short=7", "HEAD~1");
	return arena_printf(
		&sandbox->arena,
		A ":1:1: warning: A, July 2023: the rating Amber is taken off the record; put the "
		  "document back as it was, unless that is meant [rating-withdrawn] (landed in "
		  "%.7s)\n" A
		  ":4:6: error: A, July 2023: on record as Green, and changed to Amber without a "
		  "reason; add `correction: {reason: ...}`, or put the rating back "
		  "[rerating-without-reason] (landed in %.7s)\n",
		taken, changed);
}

static void each_landing_is_judged(void **state)
{
	begin(*state);
	const char *found = found_in(*state);
	assert_outcome(RAGTRAIL(*state, "repo", "check", "before..HEAD"), 1, found,
	               "1 document: 1 error, 1 warning\n2 landings judged\n");
	assert_outcome(RAGTRAIL(*state, "repo", "check", "-q", "before.."), 1, found, "");
	assert_outcome(RAGTRAIL(*state, "repo", "check", "HEAD..before"), 0, "",
	               "2 documents: no errors\n0 landings judged\n");
	assert_int_equal(RAGTRAIL(*state, "repo", "check", "HEAD~1..").status, 0);
	assert_int_equal(RAGTRAIL(*state, "repo", "check", "--strict", "HEAD~1..HEAD").status, 1);
}

static void what_stood_before_is_counted(void **state)
{
	struct history *history = begin(*state);
	HISTORY(history, {50, "Ann", "plans/better/b.md", "nothing"},
	        {51, "Ann", "plans/better/c.md", history_update("b", "2023-07", "green")});
	assert_outcome(
		RAGTRAIL(*state, "repo", "check", "HEAD~1..HEAD"), 0, "",
		"3 documents: no errors\n1 landing judged; 1 finding stood before and is left "
		"out\n");
}

static void what_is_no_range_is_said(void **state)
{
	begin(*state);
	assert_outcome(RAGTRAIL(*state, "repo", "check", "before...HEAD"), 2, "",
	               "ragtrail: `before...HEAD` means both sides of a fork, which is no range of "
	               "landings; write two dots, with the older revision first: main..topic\n");
	struct outcome outcome = RAGTRAIL(*state, "repo", "check", "nowhere..HEAD");
	assert_int_equal(outcome.status, 2);
	assert_non_null(strstr(outcome.errors, "`nowhere` is not a revision"));
	/* A path with two dots in it is a path. */
	assert_int_equal(RAGTRAIL(*state, "repo/plans", "check", "../plans").status, 0);
	assert_int_equal(RAGTRAIL(*state, "repo/plans/better", "check", "..").status, 0);
}

static void a_history_that_is_cut_off_is_refused(void **state)
{
	begin(*state);
	GIT(*state, ".", "clone", "-q", "--depth=2",
	    arena_printf(&((struct sandbox *)*state)->arena, "file://%s",
	                 sandbox_path(*state, "repo")),
	    "cut");
	struct outcome outcome = RAGTRAIL(*state, "cut", "check", "HEAD~1..HEAD");
	assert_int_equal(outcome.status, 2);
	assert_non_null(strstr(outcome.errors, "this is a shallow clone"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_landing_is_judged),
		sandbox_test(what_stood_before_is_counted),
		sandbox_test(what_is_no_range_is_said),
		sandbox_test(a_history_that_is_cut_off_is_refused),
	};
	return cmocka_run_group_tests_name("check A..B", tests, NULL, NULL) != 0;
}
