/*
 * Records of histories with branches: the first-parent chain is what landed, and a
 * landing's own tree decides.
 */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "support/recording.h"

static struct history *begin(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a b")},
	        {31, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")});
	return history;
}

#define assert_record(history, revision, expected)                                                 \
	assert_text(recorded_text(history, revision), expected)

static void a_branch_lands_with_its_merge_as_its_last_version(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/b.md", history_update("b", "2023-07", "red")},
	        {41, "Bob", "plans/better/b.md", history_update("b", "2023-07", "amber")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 42, "Cy", "topic", {0});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better b 2023-07 amber #2 Cy rated #2 by Bob\n"
	              "better b 2023-07 draft red #2 Bob\n");
}

static void before_its_merge_a_branch_is_not_on_record(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/a.md", history_update("a", "2023-07", "red")});
	assert_record(history, "main", "better a 2023-07 green #1 Ann\n");
	assert_record(history, "topic",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #2 Bob re-rated\n");
}

static void a_rating_changed_on_a_branch_is_a_rerating_when_it_lands(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/a.md", history_update("a", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY(history, {41, "Dee", "plans/better/b.md", history_update("b", "2023-07", "red")});
	HISTORY_MERGE(history, 42, "Cy", "topic", {0});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #3 Cy re-rated rated #3 by Bob\n"
	              "better b 2023-07 red #2 Dee\n");
}

static void branch_work_that_was_taken_back_before_the_merge_never_lands(void **state)
{
	struct history *history = begin(*state);
	const char *green = history_update("a", "2023-07", "green");
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/a.md", history_update("a", "2023-07", "red")},
	        {41, "Bob", "plans/better/a.md", green}, {42, "Bob", "notes.md", "Nothing."});
	history_switch(history, "main");
	HISTORY_MERGE(history, 43, "Cy", "topic", {0});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 draft red #2 Bob\n");
}

static void where_both_sides_rated_the_merges_own_tree_decides(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/b.md", history_update("b", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY(history, {41, "Ann", "plans/better/b.md", history_update("b", "2023-07", "green")});
	HISTORY_MERGE(history, 42, "Cy", "topic",
	              {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "amber")});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better b 2023-07 green #2 Ann\n"
	              "better b 2023-07 amber #3 Cy re-rated\n"
	              "better b 2023-07 draft red #3 Bob\n"
	              "remark #3 conflict b\n");
}

static void a_merge_that_changes_nothing_of_its_first_parent_lands_nothing(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/a.md", history_update("a", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 42, "Cy", "topic",
	              {0, NULL, "plans/better/a.md", history_update("a", "2023-07", "green")});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 draft red #2 Bob\n");
}

static void a_merge_may_take_a_document_away(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "notes.md", "x"});
	history_switch(history, "main");
	HISTORY_MERGE(history, 42, "Cy", "topic", {0, NULL, "plans/better/a.md", NULL});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 withdrawn #2\n");
}

static void a_pull_that_turns_the_chain_around_lands_the_others_work_at_once(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "mine");
	HISTORY(history, {50, "Bob", "plans/better/b.md", history_update("b", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY(history, {40, "Ann", "plans/better/a.md", history_update("a", "2023-07", "amber")},
	        {41, "Ann", "plans/better/a.md", history_update("a", "2023-07", "red")});
	history_switch(history, "mine");
	HISTORY_MERGE(history, 51, "Bob", "main", {0});
	history_reset(history, "main", "mine");
	assert_record(history, "main",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #3 Bob re-rated rated #3 by Ann\n"
	              "better a 2023-07 draft amber #3 Ann\n"
	              "better b 2023-07 red #2 Bob\n");
}

static void the_same_text_from_both_sides_lands_once(void **state)
{
	struct history *history = begin(*state);
	const char *red = history_update("b", "2023-07", "red");
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", "plans/better/b.md", red});
	history_switch(history, "main");
	HISTORY(history, {41, "Ann", "plans/better/b.md", red});
	HISTORY_MERGE(history, 42, "Cy", "topic", {0});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better b 2023-07 red #2 Ann\n");
}

static void two_files_that_claim_one_period_are_both_on_record(void **state)
{
	struct history *history = begin(*state);
	history_branch(history, "topic");
	HISTORY(history,
	        {40, "Bob", "plans/better/other.md", history_update("a", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 42, "Cy", "topic", {0});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #2 Cy re-rated rated #2 by Bob\n");
	/* Taking the first away leaves the second to stand, and the other way round. */
	history_branch(history, "without-first");
	HISTORY(history, {43, "Ann", "plans/better/a.md", NULL});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #2 Cy re-rated rated #2 by Bob\n");
	history_switch(history, "main");
	HISTORY(history, {43, "Ann", "plans/better/other.md", NULL});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-07 red #2 Cy re-rated rated #2 by Bob\n"
	              "better a 2023-07 green #3 Ann re-rated\n");
}

static void clocks_that_are_wrong_change_nothing(void **state)
{
	struct history *history = begin(*state);
	HISTORY(history, {-900, "Ann", "plans/better/a.md", history_update("a", "2023-08", "red")},
	        {-9000, "Ann", "plans/better/a.md", history_update("a", "2023-08", "green")});
	assert_record(history, "HEAD",
	              "better a 2023-07 green #1 Ann\n"
	              "better a 2023-08 red #2 Ann\n"
	              "better a 2023-08 green #3 Ann re-rated\n"
	              "remark #2 backwards\n");
}

static void a_history_that_cannot_be_read_is_an_error_never_a_shorter_record(void **state)
{
	struct history *history = begin(*state);
	struct object_id blob = history_id(history, "HEAD:plans/better/a.md");
	char hex[OBJECT_HEX_SIZE];
	object_hex(&blob, hex);
	assert_int_equal(remove(sandbox_path(*state, arena_printf(&history->sandbox->arena,
	                                                          "repo/.git/objects/%.2s/%s", hex,
	                                                          hex + 2))),
	                 0);
	struct object_id commit = history_id(history, "HEAD");
	struct repo *repo;
	struct record *record = NULL;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_open(&repo, history->folder, false, &error), 0);
	assert_int_equal(record_read(repo, &commit, DEPTH_WHOLE, &record, &error), -1);
	assert_null(record);
	assert_non_null(strstr(error.what, hex));
	record_free(record);
	repo_close(repo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_branch_lands_with_its_merge_as_its_last_version),
		sandbox_test(before_its_merge_a_branch_is_not_on_record),
		sandbox_test(a_rating_changed_on_a_branch_is_a_rerating_when_it_lands),
		sandbox_test(branch_work_that_was_taken_back_before_the_merge_never_lands),
		sandbox_test(where_both_sides_rated_the_merges_own_tree_decides),
		sandbox_test(a_merge_that_changes_nothing_of_its_first_parent_lands_nothing),
		sandbox_test(a_merge_may_take_a_document_away),
		sandbox_test(a_pull_that_turns_the_chain_around_lands_the_others_work_at_once),
		sandbox_test(the_same_text_from_both_sides_lands_once),
		sandbox_test(two_files_that_claim_one_period_are_both_on_record),
		sandbox_test(clocks_that_are_wrong_change_nothing),
		sandbox_test(a_history_that_cannot_be_read_is_an_error_never_a_shorter_record),
	};
	return cmocka_run_group_tests_name("merges", tests, NULL, NULL) != 0;
}
