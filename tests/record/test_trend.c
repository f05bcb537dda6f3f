#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "support/printed.h"
#include "support/recording.h"

#define PLAN "plans/better/plan.md"

/*
 * A history of a plan with these workstreams, and of its updates, which stand as
 * words in one text: "a 2023-07 green, b 2023-07 red, overview 2023-07 amber".
 */
static struct history *planned(struct sandbox *sandbox, const char *plan, const char *updates)
{
	struct history *history = history_new(sandbox, "repo");
	struct arena *arena = &sandbox->arena;
	int day = 0;
	HISTORY(history, {day, "Office", PLAN, plan});
	for (const char *at = updates; *at != '\0'; day++) {
		char id[32], period[32], rag[32];
		int length = 0;
		assert_int_equal(sscanf(at, " %31s %31s %31[^,]%n", id, period, rag, &length), 3);
		const char *path = arena_printf(arena, "plans/better/%d.md", day);
		HISTORY(history, {day, "Ann", path,
		                  strcmp(id, "overview") == 0 ? history_overview(period, rag)
		                                              : history_update(id, period, rag)});
		at += length;
		at += strspn(at, ",");
	}
	return history;
}

static void assert_trend(void **state, const char *ids, const char *updates, const char *expected)
{
	assert_text(trend_text(planned(*state, history_plan(ids), updates)), expected);
}

static void assert_sentence(void **state, const char *ids, const char *updates,
                            const char *expected)
{
	assert_text(sentence_text(planned(*state, history_plan(ids), updates)), expected);
}

static void a_plan_without_updates_has_no_columns(void **state)
{
	assert_trend(state, "a b", "",
	             "periods:\na:, not-reported, held 0\nb:, not-reported, held 0\n");
}

static void what_came_later_is_as_if_it_were_not_there(void **state)
{
	struct history *history =
		planned(*state, history_plan("a b"),
	                "a 2023-07 red, a 2023-08 green, a 2023-09 green, a 2023-10/2023-11 amber,"
	                "b 2023-07/2023-08 green, b 2023-09/2023-10 red, overview 2023-11 red");
	const struct plan_record *plan = record_plan(recorded(history, "HEAD"), "better");
	struct buf text = BUF_INIT;
	struct trend trend;
	trend_read_until(plan, (struct period){2023 * 12 + 7, 2023 * 12 + 7}, &trend);
	print_trend(&text, &trend);
	trend_sentence(&trend, &text);
	assert_text(text.bytes, "periods: 2023-07 2023-07/2023-08 2023-08\n"
	                        "a: R (G) G, improved +4, held 1\n"
	                        "b: (G) G (G), new, held 1\n"
	                        "overview: gap gap gap, not-reported, held 0\n"
	                        "1 improved, none steady, none declined, 1 new; 2 of 2 Green");
	trend_release(&trend);
	buf_release(&text);
}

static void directions_compare_this_period_with_the_one_before(void **state)
{
	assert_trend(state, "a b c d e",
	             "a 2023-07 red, a 2023-08 green, b 2023-07 green, b 2023-08 amber,"
	             "c 2023-07 amber, c 2023-08 amber, d 2023-08 green, e 2023-07 green",
	             "periods: 2023-07 2023-08\n"
	             "a: R G, improved +4, held 1\n"
	             "b: G A, declined -2, held 1\n"
	             "c: A A, steady, held 2\n"
	             "d: gap G, new, held 1\n"
	             "e: G gap, not-reported, held 0\n");
}

static void periods_in_a_row_with_the_same_rating_are_counted(void **state)
{
	assert_trend(state, "a b c",
	             "a 2023-07 green, a 2023-08 green, a 2023-09 green, a 2023-10 green,"
	             "b 2023-07 red, b 2023-08 green, b 2023-09 green, b 2023-10 green,"
	             "c 2023-07 green, c 2023-08 green, c 2023-10 green",
	             "periods: 2023-07 2023-08 2023-09 2023-10\n"
	             "a: G G G G, steady, held 4\n"
	             "b: R G G G, steady, held 3\n"
	             "c: G G gap G, steady, held 1\n"); /* a gap breaks the row */
}

static void a_missing_period_is_a_gap_of_everybody_or_of_one(void **state)
{
	assert_trend(state, "a b",
	             "a 2023-07 green, b 2023-07 green, a 2023-08 green, a 2023-11 amber,"
	             "b 2023-11 green",
	             "periods: 2023-07 2023-08 2023-09(gap) 2023-10(gap) 2023-11\n"
	             "a: G G gap gap A, declined -2, held 1\n"
	             "b: G gap gap gap G, steady, held 1\n");
}

static void two_months_stand_beside_single_months(void **state)
{
	assert_trend(state, "a b",
	             "a 2023-06 red, a 2023-07/2023-08 green, a 2023-09 green,"
	             "b 2023-07 green, b 2023-08 amber, b 2023-09 red",
	             "periods: 2023-06 2023-07 2023-07/2023-08 2023-08 2023-09\n"
	             "a: R (G) G (G) G, steady, held 2\n"
	             "b: gap G (A) A R, declined -2, held 1\n");
}

static void a_period_that_is_two_months_sorts_by_its_last(void **state)
{
	assert_trend(state, "a b", "a 2023-07/2023-08 green, b 2023-07 red",
	             "periods: 2023-07 2023-07/2023-08\n"
	             "a: (G) G, new, held 1\n"
	             "b: R (R), not-reported, held 0\n");
}

static void a_longer_and_a_shorter_period_with_one_end_are_both_current(void **state)
{
	assert_trend(state, "a b",
	             "a 2023-06 red, a 2023-07/2023-08 green, b 2023-07 red, b 2023-08 amber",
	             "periods: 2023-06 2023-07 2023-07/2023-08 2023-08\n"
	             "a: R (G) G (G), improved +4, held 1\n"
	             "b: gap R (A) A, improved +2, held 1\n");
}

static void a_longer_period_leaves_no_gap_behind_a_shorter_one(void **state)
{
	assert_trend(state, "a b", "a 2023-05 red, b 2023-06/2023-09 red, a 2023-08 red",
	             "periods: 2023-05 2023-08 2023-06/2023-09\n"
	             "a: R R (R), not-reported, held 0\n"
	             "b: gap (R) R, new, held 1\n");
}

static void gaps_are_as_long_as_the_plans_cadence(void **state)
{
	static const char updates[] = "a 2023-05/2023-06 green, a 2023-11/2023-12 green";
	const char *monthly = history_plan("a"), *at = strstr(monthly, "cadence: monthly");
	const char *plan = arena_printf(&((struct sandbox *)*state)->arena, "%.*stwo-%s",
	                                (int)(at - monthly + 9), monthly, at + 9);
	assert_text(trend_text(planned(*state, plan, updates)),
	            "periods: 2023-05/2023-06 2023-07/2023-08(gap) 2023-09/2023-10(gap) "
	            "2023-11/2023-12\n"
	            "a: G gap gap G, steady, held 1\n");
}

static void a_year_ends_like_any_month(void **state)
{
	assert_trend(state, "a", "a 2023-11 red, a 2023-12/2024-01 red, a 2024-02 red",
	             "periods: 2023-11 2023-12/2024-01 2024-02\n"
	             "a: R R R, steady, held 3\n");
}

/* The plan of workstreams a, b and c, where b has further fields. */
static const char *plan_where_b(struct sandbox *sandbox, const char *fields)
{
	const char *plan = history_plan("a b c"), *at = strstr(plan, "title: B}");
	return arena_printf(&sandbox->arena, "%.*s, %s}%s", (int)(at - plan + 8), plan, fields,
	                    at + 9);
}

static void a_workstream_has_no_gaps_outside_its_own_days(void **state)
{
	struct history *history = planned(
		*state, plan_where_b(*state, "starts: 2023-08-31, ends: 2023-09-01"),
		"a 2023-06 red, a 2023-07 red, a 2023-08 red, a 2023-09 red, b 2023-07 red");
	static const char then[] = "periods: 2023-06 2023-07 2023-08 2023-09\n"
				   "a: R R R R, steady, held 4\n"
				   "b: - R gap gap, not-reported, held 0\n"
				   "c: gap gap gap gap, not-reported, held 0\n";
	assert_text(trend_text(history), then);
	/* Once it is over it is no longer missed. */
	HISTORY(history, {20, "Ann", "plans/better/20.md", history_update("a", "2023-10", "red")});
	assert_text(trend_text(history), "periods: 2023-06 2023-07 2023-08 2023-09 2023-10\n"
	                                 "a: R R R R R, steady, held 5\n"
	                                 "c: gap gap gap gap gap, not-reported, held 0\n");
	HISTORY(history, {21, "Ann", "plans/better/21.md", history_update("b", "2023-10", "red")});
	assert_text(trend_text(history), "periods: 2023-06 2023-07 2023-08 2023-09 2023-10\n"
	                                 "a: R R R R R, steady, held 5\n"
	                                 "b: - R gap gap R, steady, held 1\n"
	                                 "c: gap gap gap gap gap, not-reported, held 0\n");
}

static void a_workstream_that_has_not_begun_has_no_row(void **state)
{
	struct history *history =
		planned(*state, plan_where_b(*state, "starts: 2023-09-01"), "a 2023-08 red");
	assert_text(trend_text(history), "periods: 2023-08\n"
	                                 "a: R, new, held 1\n"
	                                 "c: gap, not-reported, held 0\n");
}

static void a_withdrawn_rating_counts_for_nothing(void **state)
{
	struct history *history = planned(*state, history_plan("a"),
	                                  "a 2023-07 green, a 2023-08 amber, a 2023-09 red");
	HISTORY(history, {9, "Ann", "plans/better/2.md", NULL});
	assert_text(trend_text(history), "periods: 2023-07 2023-08\na: G A, declined -2, held 1\n");
	HISTORY(history, {10, "Ann", "plans/better/0.md", NULL});
	assert_text(trend_text(history), "periods: 2023-08\na: A, new, held 1\n");
}

static void a_rerated_period_counts_as_it_stands(void **state)
{
	struct history *history =
		planned(*state, history_plan("a"), "a 2023-07 green, a 2023-08 green");
	HISTORY(history, {9, "Ann", "plans/better/0.md", history_update("a", "2023-07", "red")});
	assert_text(trend_text(history), "periods: 2023-07 2023-08\na: R G, improved +4, held 1\n");
}

#define THREE_POINTS                                                                               \
	"scale:\n"                                                                                 \
	"  levels:\n"                                                                              \
	"    - {id: green, label: Green, short: G3, meaning: Well}\n"                              \
	"    - {id: amber, label: Amber, short: A3, meaning: At risk}\n"                           \
	"    - {id: red, label: Red, short: R3, meaning: Late}\n"

static void ratings_on_two_scales_are_not_compared(void **state)
{
	struct history *history = planned(*state, history_plan("a b"),
	                                  "a 2023-07 amber, b 2023-07 green, a 2023-08 green");
	HISTORY(history, {20, "Office", PLAN, history_plan_with("a b", THREE_POINTS)},
	        {21, "Ann", "plans/better/9.md", history_update("a", "2023-09", "green")});
	assert_text(trend_text(history), "periods: 2023-07 2023-08 2023-09\n"
	                                 "a: A G G3, not-compared, held 1\n"
	                                 "b: G gap gap, not-reported, held 0\n");
	assert_text(sentence_text(history), "1 without a report, 1 not compared; 1 of 2 Green");
	HISTORY(history, {22, "Ann", "plans/better/8.md", history_update("b", "2023-09", "Amber")},
	        {23, "Ann", "plans/better/10.md", history_update("a", "2023-10", "red")},
	        {24, "Ann", "plans/better/11.md", history_update("b", "2023-10", "amber")});
	assert_text(trend_text(history), "periods: 2023-07 2023-08 2023-09 2023-10\n"
	                                 "a: A G G3 R3, declined -2, held 1\n"
	                                 "b: G gap A3 A3, steady, held 2\n");
}

static void a_word_mended_after_the_scale_changed_is_no_rerating(void **state)
{
	struct history *history = planned(*state, history_plan("a"), "a 2023-07 amber");
	HISTORY(history, {20, "Office", PLAN, history_plan_with("a", THREE_POINTS)},
	        {21, "Bob", "plans/better/0.md",
	         history_update_saying("a", "2023-07", "amber", "A word.")});
	assert_text(recorded_text(history, "HEAD"), "better a 2023-07 amber #1 Ann\n"
	                                            "better a 2023-07 amber #3 Bob rated #1 by "
	                                            "Ann\n"
	                                            "remark #2 scale\n");
}

static void the_best_of_another_scale_is_not_counted_as_best(void **state)
{
	struct history *history =
		planned(*state, history_plan("a b"), "a 2023-07 green, b 2023-07 green");
	HISTORY(history, {20, "Office", PLAN, history_plan_with("a b", THREE_POINTS)});
	assert_text(sentence_text(history), "2 new; none of 2 Green");
}

static void a_rating_that_names_no_level_is_not_compared(void **state)
{
	assert_trend(state, "a b",
	             "a 2023-07 green, a 2023-08 purple, b 2023-07 purple, b 2023-08 purple",
	             "periods: 2023-07 2023-08\n"
	             "a: G ?, not-compared, held 1\n"
	             "b: ? ?, not-compared, held 1\n");
}

static void the_programmes_own_rating_stands_beside_them(void **state)
{
	assert_trend(state, "a",
	             "a 2023-07 green, overview 2023-07 amber, a 2023-08 green,"
	             "overview 2023-08 green",
	             "periods: 2023-07 2023-08\n"
	             "a: G G, steady, held 2\n"
	             "overview: A G, improved +2, held 1\n");
}

static void a_sentence_says_how_many_went_which_way(void **state)
{
	assert_sentence(state, "a b c d e",
	                "a 2023-06 red, b 2023-06 amber, c 2023-06 green, d 2023-06 green,"
	                "e 2023-06 amber, a 2023-07 green, b 2023-07 green-amber, c 2023-07 green,"
	                "d 2023-07 green, e 2023-07 amber",
	                "2 improved, 3 steady, none declined; 3 of 5 Green, 2 of them for a second "
	                "period");
}

static void a_sentence_of_new_ratings_compares_nothing(void **state)
{
	assert_sentence(state, "a b", "a 2023-07 green, b 2023-07 red", "2 new; 1 of 2 Green");
}

static void a_sentence_without_ratings_says_so(void **state)
{
	assert_sentence(state, "a", "", "no report is on record yet");
}

static void a_sentence_of_one_workstream(void **state)
{
	assert_sentence(state, "a", "a 2023-06 green, a 2023-07 green, a 2023-08 green",
	                "none improved, 1 steady, none declined; 1 of 1 Green, for a third period");
}

static void a_sentence_of_both_at_their_best(void **state)
{
	assert_sentence(state, "a b",
	                "a 2023-07 green, b 2023-07 green, a 2023-08 green, b 2023-08 green",
	                "none improved, 2 steady, none declined; 2 of 2 Green, both for a second "
	                "period");
}

static void a_sentence_of_all_at_their_best_for_different_times(void **state)
{
	assert_sentence(state, "a b c",
	                "a 2023-06 green, a 2023-07 green, a 2023-08 green, b 2023-07 green,"
	                "b 2023-08 green, c 2023-07 green, c 2023-08 green",
	                "none improved, 3 steady, none declined; 3 of 3 Green, all of them for a "
	                "second period or longer");
}

static void a_sentence_of_none_at_their_best(void **state)
{
	assert_sentence(state, "a b",
	                "a 2023-07 amber, b 2023-07 amber, a 2023-08 red, b 2023-08 green/amber",
	                "1 improved, none steady, 1 declined; none of 2 Green");
}

static void a_sentence_tells_what_is_missing_new_and_not_compared(void **state)
{
	assert_sentence(state, "a b c d",
	                "a 2023-07 amber, a 2023-08 green, b 2023-07 green, c 2023-08 green,"
	                "d 2023-07 what, d 2023-08 green",
	                "1 improved, none steady, none declined, 1 new, 1 without a report, 1 not "
	                "compared; 3 of 4 Green");
}

static void a_sentence_of_the_programme_alone(void **state)
{
	struct sandbox *sandbox = *state;
	const char *plan = history_plan("");
	assert_text(sentence_text(planned(sandbox, plan, "overview 2023-07 green")),
	            "no workstream is under way");
}

static void ordinals_are_words_up_to_twelve(void **state)
{
	(void)state;
	static const struct {
		int number;
		const char *word;
	} cases[] = {
		{1, "first"},   {2, "second"},  {3, "third"},   {12, "twelfth"}, {13, "13th"},
		{21, "21st"},   {22, "22nd"},   {23, "23rd"},   {24, "24th"},    {100, "100th"},
		{101, "101st"}, {111, "111th"}, {112, "112th"}, {113, "113th"},  {0, "0th"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char text[16];
		assert_string_equal(trend_ordinal(cases[i].number, text), cases[i].word);
	}
}

static void directions_have_a_word_and_an_id_each(void **state)
{
	(void)state;
	for (int i = 0; i < DIRECTION_COUNT; i++) {
		assert_true(strlen(direction_word((enum direction)i)) > 2);
		assert_int_equal(strcspn(direction_id((enum direction)i), " "),
		                 strlen(direction_id((enum direction)i)));
	}
	assert_string_equal(direction_word(DIRECTION_NOT_REPORTED), "no report");
	assert_string_equal(direction_id(DIRECTION_NOT_REPORTED), "not-reported");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_plan_without_updates_has_no_columns),
		sandbox_test(what_came_later_is_as_if_it_were_not_there),
		sandbox_test(directions_compare_this_period_with_the_one_before),
		sandbox_test(periods_in_a_row_with_the_same_rating_are_counted),
		sandbox_test(a_missing_period_is_a_gap_of_everybody_or_of_one),
		sandbox_test(two_months_stand_beside_single_months),
		sandbox_test(a_period_that_is_two_months_sorts_by_its_last),
		sandbox_test(a_longer_and_a_shorter_period_with_one_end_are_both_current),
		sandbox_test(a_longer_period_leaves_no_gap_behind_a_shorter_one),
		sandbox_test(gaps_are_as_long_as_the_plans_cadence),
		sandbox_test(a_year_ends_like_any_month),
		sandbox_test(a_workstream_has_no_gaps_outside_its_own_days),
		sandbox_test(a_workstream_that_has_not_begun_has_no_row),
		sandbox_test(a_withdrawn_rating_counts_for_nothing),
		sandbox_test(a_rerated_period_counts_as_it_stands),
		sandbox_test(ratings_on_two_scales_are_not_compared),
		sandbox_test(a_word_mended_after_the_scale_changed_is_no_rerating),
		sandbox_test(the_best_of_another_scale_is_not_counted_as_best),
		sandbox_test(a_rating_that_names_no_level_is_not_compared),
		sandbox_test(the_programmes_own_rating_stands_beside_them),
		sandbox_test(a_sentence_says_how_many_went_which_way),
		sandbox_test(a_sentence_of_new_ratings_compares_nothing),
		sandbox_test(a_sentence_without_ratings_says_so),
		sandbox_test(a_sentence_of_one_workstream),
		sandbox_test(a_sentence_of_both_at_their_best),
		sandbox_test(a_sentence_of_all_at_their_best_for_different_times),
		sandbox_test(a_sentence_of_none_at_their_best),
		sandbox_test(a_sentence_tells_what_is_missing_new_and_not_compared),
		sandbox_test(a_sentence_of_the_programme_alone),
		cmocka_unit_test(ordinals_are_words_up_to_twelve),
		cmocka_unit_test(directions_have_a_word_and_an_id_each),
	};
	return cmocka_run_group_tests_name("trend", tests, NULL, NULL) != 0;
}
