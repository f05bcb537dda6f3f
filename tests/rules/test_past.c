/* Rules about what is on record: a working tree beside the history that it comes from. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/command.h"
#include "support/history.h"
#include "support/judging.h"

#define A "plans/better/a.md"

static struct history *begin(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a b")},
	        {31, "Ann", A, history_update("a", "2023-07/2023-08", "green")});
	history_checkout(history);
	return history;
}

static void write_a(struct sandbox *sandbox, const char *period)
{
	sandbox_write(sandbox, "repo/" A, history_update("a", period, "green"));
}

static void a_period_that_overlaps_one_on_record_is_found(void **state)
{
	begin(*state);
	write_a(*state, "2023-08");
	const char *found = judged_on_record(*state, "repo");
	assert_non_null(strstr(found, A ":3:9: error: August 2023 overlaps July to August 2023, "
	                                "which is on record since commit "));
	assert_non_null(strstr(found, "; a month belongs to one period only [record-overlap]\n"));
	/* Without the record there is nothing to see. */
	assert_text(judged_worktree(*state, "repo"), "");
}

static void a_period_that_follows_or_is_mended_is_not(void **state)
{
	struct history *history = begin(*state);
	write_a(*state, "2023-09");
	assert_text(judged_on_record(*state, "repo"), "");
	/* Going back to an earlier period takes the later one off the record. */
	write_a(*state, "2023-07");
	assert_null(strstr(judged_on_record(*state, "repo"), "[record-overlap]"));
	/* The other workstream may have periods of its own. */
	write_a(*state, "2023-07/2023-08");
	sandbox_write(*state, "repo/plans/better/b.md", history_update("b", "2023-08", "green"));
	assert_text(judged_on_record(*state, "repo"), "");
	/* What was withdrawn is no longer in the way. */
	HISTORY(history, {40, "Ann", A, NULL});
	write_a(*state, "2023-08");
	assert_text(judged_on_record(*state, "repo"), "");
}

/* A's update of the summer with this rating and these lines more. */
static const char *judged_with(struct sandbox *sandbox, const char *rag, const char *more)
{
	sandbox_write(sandbox, "repo/" A, history_update_with("a", "2023-07/2023-08", rag, more));
	return judged_on_record(sandbox, "repo");
}

static void a_rating_that_is_typed_again_is_found(void **state)
{
	static const char reason[] = "correction: {reason: The board saw more}\n";
	struct history *history = begin(*state);
	const char *found = judged_with(*state, "amber", "");
	assert_non_null(strstr(found, A ":4:6: warning: July to August 2023 is on record as Green "
	                                "(commit "));
	assert_non_null(strstr(found, "), and here it is Amber; say why in `correction: {reason: "
	                              "...}`, or put the rating back [record-rerated]\n"));
	assert_text(judged_with(*state, "amber", reason), "");
	assert_text(judged_with(*state, "Green", ""), "");
	assert_text(judged_with(*state, "amber", "draft: true\n"), "");
	/* The reason of one change is none for the next. */
	HISTORY(history,
	        {32, "Ann", A, history_update_with("a", "2023-07/2023-08", "amber", reason)});
	found = judged_with(*state, "red", reason);
	assert_non_null(strstr(found, "the `correction` is that of an earlier change: write why "
	                              "this time [record-rerated]\n"));
	assert_text(judged_with(*state, "amber", ""), "");
}

/* The folder of the working tree is judged as it lies there. */
static void a_report_that_is_taken_away_is_found(void **state)
{
	struct sandbox *sandbox = *state;
	begin(sandbox);
	assert_text(judged_on_record(sandbox, "repo"), "");
	assert_int_equal(rename(sandbox_path(sandbox, "repo/" A),
	                        sandbox_path(sandbox, "repo/plans/better/c.md")),
	                 0);
	assert_text(judged_on_record(sandbox, "repo"), "");
	assert_int_equal(unlink(sandbox_path(sandbox, "repo/plans/better/c.md")), 0);
	const char *found = judged_on_record(sandbox, "repo");
	assert_non_null(strstr(found, A ":1:1: warning: A, July to August 2023: the report is on "
	                                "record (commit "));
	assert_non_null(strstr(found,
	                       "), and this takes it off; put the document back as it was or, "
	                       "if that is meant, say why in the message of the commit "
	                       "[record-withdrawn]\n"));
	write_a(sandbox, "2023-06");
	assert_non_null(strstr(judged_on_record(sandbox, "repo"), "[record-withdrawn]"));
	write_a(sandbox, "2023-09");
	assert_text(judged_on_record(sandbox, "repo"), "");
	/* What git was told to leave out is not taken away. */
	assert_int_equal(unlink(sandbox_path(sandbox, "repo/" A)), 0);
	GIT(sandbox, "repo", "update-index", "--skip-worktree", A);
	assert_text(judged_on_record(sandbox, "repo"), "");
}

static void a_document_still_there_is_told_of_once(void **state)
{
	begin(*state);
	sandbox_write(*state, "repo/plans/better/again.md",
	              history_update("a", "2023-08", "green"));
	const char *found = judged_on_record(*state, "repo");
	assert_non_null(strstr(found, "[period-overlap]"));
	assert_null(strstr(found, "[record-overlap]"));
}

static void a_merge_that_keeps_no_rating_is_found(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/b.md", history_update("b", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY(history, {41, "Ann", "plans/better/b.md", history_update("b", "2023-07", "green")});
	HISTORY_MERGE(history, 42, "Cy", "topic",
	              {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "amber")});
	history_checkout(history);
	const char *found = judged_on_record(*state, "repo");
	assert_non_null(strstr(found, "plans/better/plan.md:1:1: warning: commit "));
	assert_non_null(strstr(found,
	                       ": b was rated differently for July 2023 on branches that were "
	                       "merged here, and the merge gave a rating that none of them "
	                       "had [record-conflict]\n"));
}

/* A pull into one's own work; SUBJECT is what the merge is called. */
static const char *judged_pull(struct sandbox *sandbox, const char *subject)
{
	struct history *history = begin(sandbox);
	history_branch(history, "mine");
	HISTORY(history, {50, "Bob", "plans/better/b.md", history_update("b", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY(history, {40, "Ann", A, history_update("a", "2023-07/2023-08", "amber")},
	        {41, "Ann", A, history_update("a", "2023-07/2023-08", "red")});
	history_switch(history, "mine");
	history_commit(history,
	               &(struct commit){
			       .day = 51,
			       .author = "Bob",
			       .message = subject,
			       .parents = "mine main",
			       .rows = (const struct row[]){{0, NULL, A,
	                                                     history_update("a", "2023-07/2023-08",
	                                                                    "red")}},
			       .count = 1,
		       });
	history_checkout(history);
	return judged_on_record(sandbox, "repo");
}

static void a_pull_that_turns_the_history_is_found(void **state)
{
	const char *found = judged_pull(*state, "Merge branch 'main' of /srv/plans");
	assert_non_null(strstr(found, "plans/better/plan.md:1:1: warning: commit "));
	assert_non_null(strstr(found, ": a `git pull` merged the shared branch into somebody's own "
	                              "work, and not the other way round: "));
	assert_non_null(strstr(found, " [record-turned]\n"));
}

static void a_merge_of_somebody_elses_work_is_none(void **state)
{
	assert_text(judged_pull(*state, "Merge branch 'topic' of /srv/plans"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_period_that_overlaps_one_on_record_is_found),
		sandbox_test(a_period_that_follows_or_is_mended_is_not),
		sandbox_test(a_rating_that_is_typed_again_is_found),
		sandbox_test(a_report_that_is_taken_away_is_found),
		sandbox_test(a_document_still_there_is_told_of_once),
		sandbox_test(a_merge_that_keeps_no_rating_is_found),
		sandbox_test(a_pull_that_turns_the_history_is_found),
		sandbox_test(a_merge_of_somebody_elses_work_is_none),
	};
	return cmocka_run_group_tests_name("past", tests, NULL, NULL) != 0;
}
