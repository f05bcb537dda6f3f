#include "support/testing.h"

#include <string.h>

#include "support/recording.h"

#define PLAN "plans/better/plan.md"

/* A history whose first commit, on day 0, is a plan with these workstreams. */
static struct history *begin(struct sandbox *sandbox, const char *workstreams)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan(workstreams)});
	return history;
}

#define assert_record(history, expected) assert_text(recorded_text(history, "HEAD"), expected)

static const char *a_says(const char *period, const char *rag)
{
	return history_update("a", period, rag);
}

static void a_straight_history_is_told_landing_by_landing(void **state)
{
	struct history *history = begin(*state, "a b");
	HISTORY(history, {31, "Ann", "plans/better/a/2023-07.md", a_says("2023-07", "green")},
	        {32, "Bob", "plans/better/b/2023-07.md", history_update("b", "2023-07", "amber")},
	        {33, "Dir", "plans/better/overview.md", history_overview("2023-07", "Green/Amber")},
	        {62, "Ann", "plans/better/a/2023-08.md", a_says("2023-08", "red")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-08 red #4 Ann\n"
	                       "better b 2023-07 amber #2 Bob\n"
	                       "better overview 2023-07 green-amber #3 Dir\n");
	const struct record *record = recorded(history, "HEAD");
	assert_int_equal(record->landings, 5);
	assert_int_equal(record->tip.number, 4);
	assert_string_equal(record->tip.subject, "Day 62: plans/better/a/2023-08.md");
}

static void the_record_of_a_revision_is_as_it_was_then(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")});
	history_tag(history, "board/2023-08-02");
	HISTORY(history, {40, "Ann", "plans/better/a.md", a_says("2023-07", "red")});
	assert_text(recorded_text(history, "board/2023-08-02"), "better a 2023-07 green #1 Ann\n");
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 red #2 Ann re-rated\n");
}

static void one_living_file_and_a_file_a_period_are_the_same_record(void **state)
{
	static const char *const months[] = {"2023-07", "2023-08", "2023-09", "2023-10"};
	static const char *const ratings[] = {"green", "amber", "amber", "red"};
	struct sandbox *sandbox = *state;
	struct history *living = history_new(sandbox, "living"),
		       *files = history_new(sandbox, "files");
	HISTORY(living, {0, "Office", PLAN, history_plan("a")});
	HISTORY(files, {0, "Office", PLAN, history_plan("a")});
	for (int i = 0; i < 4; i++) {
		const char *text = a_says(months[i], ratings[i]);
		HISTORY(living, {31 * (i + 1), "Ann", "plans/better/a.md", text});
		HISTORY(files,
		        {31 * (i + 1), "Ann",
		         arena_printf(&sandbox->arena, "plans/better/a/%s.md", months[i]), text});
	}
	assert_record(living, "better a 2023-07 green #1 Ann\n"
	                      "better a 2023-08 amber #2 Ann\n"
	                      "better a 2023-09 amber #3 Ann\n"
	                      "better a 2023-10 red #4 Ann\n");
	assert_text(recorded_text(files, "HEAD"), recorded_text(living, "HEAD"));
}

static void a_moved_file_loses_nothing(void **state)
{
	struct history *history = begin(*state, "a");
	const char *text = a_says("2023-07", "green");
	HISTORY(history, {31, "Ann", "plans/better/a.md", text},
	        {32, "Bob", "plans/better/a.md", NULL}, {0, NULL, "plans/better/moved/a.md", text});
	assert_record(history, "better a 2023-07 green #1 Ann\n");
	HISTORY(history, {33, "Cy", "plans/better/moved/a.md", NULL},
	        {0, NULL, "plans/better/0.md", a_says("2023-07", "red")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 red #3 Cy re-rated\n");
}

static void a_changed_rating_of_a_period_on_record_is_a_rerating(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {40, "Bob", "plans/better/a.md", a_says("2023-07", "amber")},
	        {50, "Cy", "plans/better/a.md", a_says("2023-07", "red")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 amber #2 Bob re-rated\n"
	                       "better a 2023-07 red #3 Cy re-rated\n");
}

static void a_revert_is_a_rerating_too(void **state)
{
	struct history *history = begin(*state, "a");
	const char *green = a_says("2023-07", "green");
	HISTORY(history, {31, "Ann", "plans/better/a.md", green},
	        {40, "Bob", "plans/better/a.md", a_says("2023-07", "amber")},
	        {41, "Ann", "plans/better/a.md", green});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 amber #2 Bob re-rated\n"
	                       "better a 2023-07 green #3 Ann re-rated\n");
}

static void a_mended_text_does_not_change_the_rater(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {35, "Bob", "plans/better/a.md",
	         history_update_saying("a", "2023-07", "green", "A word was misspelt.")},
	        {36, "Cy", "plans/better/a.md", a_says("2023-07", "Green")},
	        {40, "Dee", "plans/better/a.md", a_says("2023-07", "red")},
	        {41, "Eve", "plans/better/a.md",
	         history_update_saying("a", "2023-07", "red", "Another word.")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 green #2 Bob rated #1 by Ann\n"
	                       "better a 2023-07 green #3 Cy rated #1 by Ann\n"
	                       "better a 2023-07 red #4 Dee re-rated\n"
	                       "better a 2023-07 red #5 Eve rated #4 by Dee\n");
}

static void a_rating_that_names_no_level_is_on_record_as_written(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "purple")},
	        {32, "Bob", "plans/better/a.md",
	         history_update_saying("a", "2023-07", "purple", "A word.")},
	        {33, "Cy", "plans/better/a.md", a_says("2023-07", "pink")},
	        {34, "Dee", "plans/better/a.md", a_says("2023-07", "green")});
	assert_record(history, "better a 2023-07 purple #1 Ann (no level)\n"
	                       "better a 2023-07 purple #2 Bob (no level) rated #1 by Ann\n"
	                       "better a 2023-07 pink #3 Cy (no level) re-rated\n"
	                       "better a 2023-07 green #4 Dee re-rated\n");
}

static void a_deleted_document_is_withdrawn_and_may_return(void **state)
{
	struct history *history = begin(*state, "a");
	const char *green = a_says("2023-07", "green");
	HISTORY(history, {31, "Ann", "plans/better/a.md", green},
	        {40, "Bob", "plans/better/a.md", NULL});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #2\n");
	HISTORY(history, {50, "Cy", "plans/better/back.md", green});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #2\n"
	                       "better a 2023-07 green #3 Cy rated #1 by Ann\n");
	HISTORY(history, {60, "Dee", "plans/better/back.md", NULL},
	        {61, "Eve", "plans/better/a.md", a_says("2023-07", "red")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #2\n"
	                       "better a 2023-07 green #3 Cy rated #1 by Ann\n"
	                       "better a 2023-07 withdrawn #4\n"
	                       "better a 2023-07 red #5 Eve re-rated\n");
}

static void a_period_that_goes_backwards_withdraws_the_later_one(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {62, "Ann", "plans/better/a.md", a_says("2023-08", "amber")},
	        {63, "Bob", "plans/better/a.md", a_says("2023-07", "green")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-08 amber #2 Ann\n"
	                       "better a 2023-08 withdrawn #3\n");
	HISTORY(history, {64, "Ann", "plans/better/a.md", a_says("2023-08", "amber")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-08 amber #2 Ann\n"
	                       "better a 2023-08 withdrawn #3\n"
	                       "better a 2023-08 amber #4 Ann rated #2 by Ann\n");
}

static void an_earlier_file_deleted_beside_an_edited_later_one_is_withdrawn(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/7.md", a_says("2023-07", "green")},
	        {62, "Ann", "plans/better/8.md", a_says("2023-08", "green")},
	        {63, "Bob", "plans/better/7.md", NULL},
	        {0, NULL, "plans/better/8.md",
	         history_update_saying("a", "2023-08", "green", "A word.")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #3\n"
	                       "better a 2023-08 green #2 Ann\n"
	                       "better a 2023-08 green #3 Bob rated #2 by Ann\n");
}

static void a_file_renamed_for_the_next_period_has_moved_on(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/2023-07.md", a_says("2023-07", "green")},
	        {62, "Ann", "plans/better/2023-07.md", NULL},
	        {0, NULL, "plans/better/2023-08.md", a_says("2023-08", "red")});
	assert_record(history, "better a 2023-07 green #1 Ann\nbetter a 2023-08 red #2 Ann\n");
}

static void a_document_given_to_another_workstream_leaves_its_own(void **state)
{
	struct history *history = begin(*state, "a b");
	HISTORY(history, {31, "Ann", "plans/better/x.md", a_says("2023-07", "green")},
	        {32, "Bob", "plans/better/x.md", history_update("b", "2023-07", "red")},
	        {33, "Cy", "plans/better/x.md", history_plan("a")});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #2\n"
	                       "better b 2023-07 red #2 Bob\n"
	                       "better b 2023-07 withdrawn #3\n");
}

static void a_draft_does_not_land(void **state)
{
	struct history *history = begin(*state, "a");
	static const char draft[] = "draft: true\n";
	HISTORY(history,
	        {20, "Ann", "plans/better/a.md", history_update_with("a", "2023-07", "red", draft)},
	        {31, "Ann", "plans/better/a.md", a_says("2023-07", "amber")},
	        {50, "Bob", "plans/better/a.md",
	         history_update_with("a", "2023-07", "green", draft)},
	        {55, "Bob", "plans/better/a.md",
	         history_update_with("a", "2023-08", "green", draft)});
	assert_record(history, "better a 2023-07 amber #2 Ann\n"
	                       "better a 2023-07 draft red #1 Ann\n"
	                       "better a 2023-07 draft green #3 Bob\n"
	                       "better a 2023-08 draft green #4 Bob\n");
	HISTORY(history, {62, "Bob", "plans/better/a.md", a_says("2023-08", "green")});
	assert_record(history, "better a 2023-07 amber #2 Ann\n"
	                       "better a 2023-08 green #5 Bob\n"
	                       "better a 2023-07 draft red #1 Ann\n"
	                       "better a 2023-07 draft green #3 Bob\n"
	                       "better a 2023-08 draft green #4 Bob\n");
}

static void a_landed_update_made_a_draft_and_deleted_is_withdrawn(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {32, "Bob", "plans/better/a.md",
	         history_update_with("a", "2023-07", "red", "draft: true\n")},
	        {33, "Bob", "plans/better/a.md", NULL});
	assert_record(history, "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 withdrawn #3\n"
	                       "better a 2023-07 draft red #2 Bob\n");
}

static void a_draft_that_is_dropped_leaves_only_the_draft(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history,
	        {20, "Ann", "plans/better/x.md",
	         history_update_with("unlisted", "2023-07", "red", "draft: true\n")},
	        {21, "Ann", "plans/better/x.md", NULL});
	assert_record(history, "better unlisted 2023-07 draft red #1 Ann\n");
	assert_text(trend_text(history), "periods:\na:, not-reported, held 0\n");
}

static void a_version_that_cannot_be_read_is_a_hole_and_withdraws_nothing(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {32, "Bob", "plans/better/a.md", "<<<<<<< HEAD\n"},
	        {33, "Cy", "plans/better/a.md", "---\nworkstream: a\nperiod: 2023-07\n---\n"});
	history_add_as(history, 0120000, (struct row){34, "Dee", "plans/better/a.md", "b.md"});
	assert_record(history,
	              "better a 2023-07 green #1 Ann\n"
	              "hole #2 plans/better/a.md: no front matter: the first line must be `---`, "
	              "followed by the fields (workstream, period, rag, ...) and a second line "
	              "`---`\n"
	              "hole #3 plans/better/a.md: it has no rating\n"
	              "hole #4 plans/better/a.md: it is not a plain file\n");
	HISTORY(history, {40, "Ann", "plans/better/a.md", a_says("2023-07", "red")});
	assert_non_null(strstr(recorded_text(history, "HEAD"),
	                       "better a 2023-07 green #1 Ann\n"
	                       "better a 2023-07 red #5 Ann re-rated\n"
	                       "hole #2 "));
	HISTORY(history, {41, "Bob", "plans/better/a.md", "broken"},
	        {42, "Cy", "plans/better/a.md", NULL});
	assert_non_null(strstr(recorded_text(history, "HEAD"), "better a 2023-07 withdrawn #7\n"));
}

static const char *too_large(struct sandbox *sandbox)
{
	char *text = arena_new(&sandbox->arena, 300000);
	return memset(text, 'x', 299999);
}

static void what_is_no_update_at_all_is_a_hole(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = begin(sandbox, "a");
	const char *blob = history_blob(history, a_says("2023-07", "green"));
	const struct raw_entry file = {0100644, "evil.md", blob};
	const struct raw_entry folder = {040000, "..", history_raw_tree(history, &file, 1)};
	const struct raw_entry entries[] = {
		folder, {0100644, "plan.md", history_blob(history, history_plan("a"))}};
	const struct raw_entry plan = {040000, "better", history_raw_tree(history, entries, 2)};
	const struct raw_entry plans = {040000, "plans", history_raw_tree(history, &plan, 1)};
	HISTORY(history, {1, "Ann", "plans/better/large.md", too_large(sandbox)},
	        {2, "Ann", "plans/better/large.md", NULL});
	history_commit(history, &(struct commit){.day = 3,
	                                         .author = "Mallory",
	                                         .message = "raw",
	                                         .tree = history_raw_tree(history, &plans, 1)});
	assert_record(history, "hole #1 plans/better/large.md: it is too large for an update\n"
	                       "hole #3 plans/better/../evil.md: its path is not to be trusted\n");
}

static void a_plan_that_cannot_be_read_is_a_hole_too(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {31, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {32, "Bob", PLAN, "---\nkind: plan\n"});
	history_add_as(history, 0120000, (struct row){33, "Bob", PLAN, "a.md"});
	HISTORY(history, {34, "Bob", PLAN, too_large(*state)});
	assert_record(history, "hole #2 plans/better/plan.md: it cannot be read as a plan\n"
	                       "hole #3 plans/better/plan.md: it is not a plain file\n"
	                       "hole #4 plans/better/plan.md: it cannot be read as a plan\n");
	HISTORY(history, {35, "Bob", PLAN, history_plan("a")});
	assert_non_null(
		strstr(recorded_text(history, "HEAD"), "better a 2023-07 green #1 Ann\nhole #2"));
}

static void workstreams_stand_in_the_plans_order_then_the_rest_by_id(void **state)
{
	struct history *history = begin(*state, "zeta alpha mid");
	HISTORY(history, {1, "Ann", "plans/better/1.md", history_update("y", "2023-07", "red")},
	        {2, "Ann", "plans/better/2.md", history_update("b", "2023-07", "red")},
	        {3, "Ann", "plans/better/3.md", history_update("alpha", "2023-07", "red")});
	const struct plan_record *plan = record_plan(recorded(history, "HEAD"), "better");
	static const struct {
		const char *id, *title;
		size_t standings;
	} expected[] = {
		{"zeta", "Zeta", 0}, {"alpha", "Alpha", 1}, {"mid", "Mid", 0},
		{"b", "b", 1},       {"y", "y", 1},
	};
	assert_int_equal(plan->count, COUNT_OF(expected));
	for (size_t i = 0; i < COUNT_OF(expected); i++) {
		assert_string_equal(plan->workstreams[i].id, expected[i].id);
		assert_string_equal(plan->workstreams[i].title, expected[i].title);
		assert_int_equal(plan->workstreams[i].count, expected[i].standings);
		assert_int_equal(plan->workstreams[i].declared != NULL, i < 3);
	}
}

static void workstreams_without_an_id_or_given_twice_have_no_series(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history,
	        {1, "Office", PLAN,
	         "---\n"
	         "kind: plan\n"
	         "title: Better\n"
	         "workstreams:\n"
	         "  - {title: No id}\n"
	         "  - {id: a}\n"
	         "  - {id: a, title: Again}\n"
	         "---\n"},
	        {2, "Ann", "plans/better/a.md", a_says("2023-07", "red")});
	const struct plan_record *plan = record_plan(recorded(history, "HEAD"), "better");
	assert_int_equal(plan->count, 1);
	assert_string_equal(plan->workstreams[0].title, "a");
	assert_int_equal(plan->workstreams[0].count, 1);
}

static void plans_stand_by_id_and_never_mix(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {1, "Office", "plans/another/plan.md", history_plan("a")},
	        {2, "Ann", "plans/another/a.md", a_says("2023-07", "red")},
	        {3, "Ann", "plans/better/a.md", a_says("2023-07", "green")},
	        {4, "Ann", "plans/no-plan/a.md", a_says("2023-07", "amber")});
	assert_record(history, "another a 2023-07 red #2 Ann\nbetter a 2023-07 green #3 Ann\n");
	assert_null(record_plan(recorded(history, "HEAD"), "no-plan"));
	HISTORY(history, {5, "Ann", "plans/another/plan.md", NULL});
	assert_record(history, "better a 2023-07 green #3 Ann\n");
}

static void periods_stand_in_their_order_whenever_they_landed(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history, {1, "Ann", "plans/better/9.md", a_says("2023-09", "red")},
	        {2, "Ann", "plans/better/6.md", a_says("2023-06", "red")},
	        {3, "Ann", "plans/better/12.md", a_says("2023-12/2024-01", "red")},
	        {4, "Ann", "plans/better/78.md", a_says("2023-07/2023-08", "red")},
	        {5, "Ann", "plans/better/10.md", a_says("2023-10", "red")});
	assert_record(history, "better a 2023-06 red #2 Ann\n"
	                       "better a 2023-07/2023-08 red #4 Ann\n"
	                       "better a 2023-09 red #1 Ann\n"
	                       "better a 2023-10 red #5 Ann\n"
	                       "better a 2023-12/2024-01 red #3 Ann\n");
	HISTORY(history, {6, "Ann", "plans/better/9.md", NULL},
	        {7, "Ann", "plans/better/12.md", NULL}, {8, "Ann", "plans/better/6.md", NULL});
	assert_record(history, "better a 2023-06 red #2 Ann\n"
	                       "better a 2023-06 withdrawn #8\n"
	                       "better a 2023-07/2023-08 red #4 Ann\n"
	                       "better a 2023-09 red #1 Ann\n"
	                       "better a 2023-09 withdrawn #6\n"
	                       "better a 2023-10 red #5 Ann\n"
	                       "better a 2023-12/2024-01 red #3 Ann\n"
	                       "better a 2023-12/2024-01 withdrawn #7\n");
}

static void the_document_behind_a_version_can_be_read_whole(void **state)
{
	struct history *history = begin(*state, "a");
	HISTORY(history,
	        {1, "Ann", "plans/better/a.md",
	         history_update_saying("a", "2023-07", "green", "First words.")},
	        {2, "Ann", "plans/better/moved.md",
	         history_update_saying("a", "2023-07", "green", "Second words.")},
	        {0, NULL, "plans/better/a.md", NULL});
	const struct record *record = recorded(history, "HEAD");
	const struct standing *standing = record_plan(record, "better")->workstreams[0].standings;
	struct document *document;
	struct error error = ERROR_INIT;
	assert_ptr_equal(standing_version(standing), standing->versions[1]);
	assert_true(standing_holds(standing));
	assert_int_equal(record_document(record, standing->versions[0], &document, &error), 0);
	assert_string_equal(document->path, "plans/better/a.md");
	assert_non_null(strstr(document->body.text, "First words."));
	assert_int_equal(document->body.count, 3);
	document_free(document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_straight_history_is_told_landing_by_landing),
		sandbox_test(the_record_of_a_revision_is_as_it_was_then),
		sandbox_test(one_living_file_and_a_file_a_period_are_the_same_record),
		sandbox_test(a_moved_file_loses_nothing),
		sandbox_test(a_changed_rating_of_a_period_on_record_is_a_rerating),
		sandbox_test(a_revert_is_a_rerating_too),
		sandbox_test(a_mended_text_does_not_change_the_rater),
		sandbox_test(a_rating_that_names_no_level_is_on_record_as_written),
		sandbox_test(a_deleted_document_is_withdrawn_and_may_return),
		sandbox_test(a_period_that_goes_backwards_withdraws_the_later_one),
		sandbox_test(an_earlier_file_deleted_beside_an_edited_later_one_is_withdrawn),
		sandbox_test(a_file_renamed_for_the_next_period_has_moved_on),
		sandbox_test(a_document_given_to_another_workstream_leaves_its_own),
		sandbox_test(a_draft_does_not_land),
		sandbox_test(a_landed_update_made_a_draft_and_deleted_is_withdrawn),
		sandbox_test(a_draft_that_is_dropped_leaves_only_the_draft),
		sandbox_test(a_version_that_cannot_be_read_is_a_hole_and_withdraws_nothing),
		sandbox_test(what_is_no_update_at_all_is_a_hole),
		sandbox_test(a_plan_that_cannot_be_read_is_a_hole_too),
		sandbox_test(workstreams_stand_in_the_plans_order_then_the_rest_by_id),
		sandbox_test(workstreams_without_an_id_or_given_twice_have_no_series),
		sandbox_test(plans_stand_by_id_and_never_mix),
		sandbox_test(periods_stand_in_their_order_whenever_they_landed),
		sandbox_test(the_document_behind_a_version_can_be_read_whole),
	};
	return cmocka_run_group_tests_name("record", tests, NULL, NULL) != 0;
}
