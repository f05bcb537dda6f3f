/* Rules about landings: what happened to the record, and who did it. */
#include "support/testing.h"

#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define PLAN "plans/better/plan.md"
#define A "plans/better/a.md"
#define B "plans/better/b.md"
#define OVERVIEW "plans/better/overview.md"

#define REASON "correction: {reason: The board asked}\n"
#define OTHER_REASON "correction: {reason: The auditor asked}\n"

#define OWNED "owners: [office@example.org]\n"

/* Ann alone rates a, and the office owns the plan. */
static const char *rated_plan(struct sandbox *sandbox)
{
	return replaced(sandbox, history_plan_with("a b", OWNED), "title: A}",
	                "title: A, raters: [ANN@example.org]}");
}

static struct history *begin(struct sandbox *sandbox, const char *plan)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, plan},
	        {31, "Ann", A, history_update("a", "2023-07", "green")});
	history_tag(history, "before");
	return history;
}

static const char *found_since(struct history *history, const char *before)
{
	return judged_range(history->sandbox, "repo", before, "HEAD");
}

#define RERATED A ":4:6: error: A, July 2023: on record as Green, and changed to "

static void a_rating_is_changed_with_a_reason(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Bob", A, history_update("a", "2023-07", "amber")});
	assert_text(found_since(history, "before"),
	            RERATED "Amber without a reason; add `correction: {reason: ...}`, or put the "
	                    "rating back [rerating-without-reason]\n");
	/* At every landing: to put it back mends the tree, and not the record. */
	HISTORY(history, {41, "Bob", A, history_update("a", "2023-07", "green")});
	const char *both = found_since(history, "before");
	assert_non_null(strstr(both, RERATED "Amber without"));
	assert_non_null(strstr(both, "on record as Amber, and changed to Green without"));
	assert_text(found_since(history, "HEAD"), "");
}

/* A word that is no rating is mended like any mistake, but hides no change. */
static void a_word_that_is_no_rating_hides_no_change(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Ann", A, history_update("a", "2023-07", "purple")},
	        {41, "Ann", A, history_update("a", "2023-07", "green")});
	assert_text(found_since(history, "before"), "");
	HISTORY(history, {42, "Ann", A, history_update("a", "2023-07", "purple")},
	        {43, "Ann", A, history_update("a", "2023-07", "amber")});
	assert_text(found_since(history, "before"), A
	            ":4:6: error: A, July 2023: on record as Green, and changed to Amber without a "
	            "reason; add `correction: {reason: ...}`, or put the rating back "
	            "[rerating-without-reason]\n");
}

static void a_reason_is_good_for_one_change(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Ann", A, history_update_with("a", "2023-07", "amber", REASON)});
	assert_text(found_since(history, "before"), "");
	history_tag(history, "once");
	HISTORY(history, {41, "Ann", A, history_update_with("a", "2023-07", "red", REASON)});
	assert_text(found_since(history, "once"),
	            A ":4:6: error: A, July 2023: on record as Amber, and changed to Red with the "
	              "reason of an earlier change; write the new one in `correction: {reason: "
	              "...}` [rerating-without-reason]\n");
	history_reset(history, "main", "once");
	HISTORY(history, {41, "Ann", A, history_update_with("a", "2023-07", "red", OTHER_REASON)});
	assert_text(found_since(history, "once"), "");
}

static void what_is_new_or_reworded_is_no_change(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Bob", A, history_update_saying("a", "2023-07", "green", "Other")},
	        {41, "Bob", A, history_update("a", "2023-08", "red")},
	        {42, "Bob", B, history_update_with("b", "2023-08", "red", "draft: true\n")},
	        {43, "Bob", B, history_update("b", "2023-08", "amber")});
	assert_text(found_since(history, "before"), "");
	/* What was changed on a branch before it landed is a draft. */
	history_tag(history, "main-before");
	history_branch(history, "topic");
	HISTORY(history, {50, "Bob", B, history_update("b", "2023-09", "red")},
	        {51, "Bob", B, history_update("b", "2023-09", "green")});
	history_switch(history, "main");
	HISTORY(history, {52, "Cy", A, history_update("a", "2023-09", "red")});
	HISTORY_MERGE(history, 53, "Cy", "topic", {0});
	assert_text(found_since(history, "main-before"), "");
}

static void a_mended_mistake_is_no_mistake(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Bob", B, "---\nworkstream: b\n---\n"},
	        {41, "Bob", B, history_update("b", "2023-07", "green")});
	assert_text(found_since(history, "before"), "");
	HISTORY(history, {42, "Bob", B, "no front matter"});
	const char *found = found_since(history, "before");
	assert_non_null(strstr(found, B ":1:1: error: no front matter"));
	/* It is not blamed on whoever comes next. */
	history_tag(history, "broken");
	HISTORY(history, {43, "Ann", A, history_update("a", "2023-08", "green")});
	assert_text(found_since(history, "broken"), "");
	assert_non_null(strstr(judged_range(*state, "repo", NULL, "HEAD"), B ":1:1: error"));
}

static void what_goes_off_the_record_is_told(void **state)
{
	static const char says[] =
		": warning: A, July 2023: the rating Green is taken off the record; put the "
		"document back as it was, unless that is meant [rating-withdrawn]\n";
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Bob", A, NULL});
	assert_text(found_since(history, "before"),
	            arena_printf(&history->sandbox->arena, A ":1:1%s", says));
	/* And when it comes back in the next landing, too. */
	HISTORY(history, {41, "Bob", A, history_update("a", "2023-07", "green")});
	assert_non_null(strstr(found_since(history, "before"), says));
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", A, history_update("a", "2023-06", "green")});
	assert_non_null(strstr(found_since(history, "before"), says));
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", A, NULL},
	        {0, NULL, "plans/better/x/2023-07.md", history_update("a", "2023-07", "green")});
	assert_text(found_since(history, "before"), "");
	/* A whole plan that goes takes its ratings along. */
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", A, NULL}, {0, NULL, PLAN, NULL});
	assert_non_null(strstr(found_since(history, "before"), "a, July 2023: the rating Green is "
	                                                       "taken off the record"));
}

#define NOT_BOB ": error: bob@example.org may not "
#define ASK_ANN "; the plan names ANN@example.org: ask one of them to commit it [rater-not-named]\n"

static void a_rating_is_set_by_whom_the_plan_names(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	HISTORY(history, {40, "Bob", A, history_update("a", "2023-08", "green")});
	assert_text(found_since(history, "before"), A ":4:6" NOT_BOB "set the rating of A" ASK_ANN);
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", A, history_update_with("a", "2023-07", "amber", REASON)});
	assert_text(found_since(history, "before"),
	            A ":4:6" NOT_BOB "change the rating of A" ASK_ANN);
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", A, NULL});
	assert_non_null(strstr(found_since(history, "before"),
	                       A ":1:1" NOT_BOB "take away the rating of A" ASK_ANN));
	/* Ann may, and Bob may write, and rate what nobody is named for. */
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Ann", A, history_update_with("a", "2023-07", "amber", REASON)},
	        {41, "Bob", A,
	         history_update_saying("a", "2023-07", "amber", "Said better by Bob.")},
	        {42, "Bob", B, history_update("b", "2023-07", "red")},
	        {43, "Bob", OVERVIEW, history_overview("2023-07", "red")});
	assert_text(found_since(history, "before"), "");
}

static void the_programme_has_raters_of_its_own(void **state)
{
	struct history *history =
		begin(*state, history_plan_with("a b", OWNED "raters: [lead@example.org]\n"));
	HISTORY(history, {40, "Bob", OVERVIEW, history_overview("2023-07", "red")});
	assert_text(found_since(history, "before"), OVERVIEW
	            ":4:6" NOT_BOB
	            "set the rating of the programme; the plan names lead@example.org: ask "
	            "one of them to commit it [rater-not-named]\n");
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Lead", OVERVIEW, history_overview("2023-07", "red")},
	        {41, "Bob", A, history_update("a", "2023-08", "red")});
	assert_text(found_since(history, "before"), "");
}

/* Bob merges what Ann rated on a branch, or rates in the merge himself. */
static void in_a_merge_it_is_the_author_who_rates(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	history_branch(history, "topic");
	HISTORY(history, {40, "Ann", A, history_update("a", "2023-08", "red")});
	history_switch(history, "main");
	HISTORY(history, {41, "Bob", B, history_update("b", "2023-07", "green")});
	history_tag(history, "fork");
	HISTORY_MERGE(history, 42, "Bob", "topic", {0});
	assert_text(found_since(history, "fork"), "");
	history_reset(history, "main", "fork");
	HISTORY_MERGE(history, 42, "Bob", "topic",
	              {0, NULL, A, history_update("a", "2023-08", "green")});
	assert_text(found_since(history, "fork"), A ":4:6" NOT_BOB "set the rating of A" ASK_ANN);
	/* Bob on the branch, Ann's the merge. */
	history_switch(history, "topic");
	HISTORY(history, {42, "Bob", A, history_update("a", "2023-08", "amber")});
	history_reset(history, "main", "fork");
	history_switch(history, "main");
	HISTORY_MERGE(history, 43, "Ann", "topic", {0});
	assert_text(found_since(history, "fork"), A ":4:6" NOT_BOB "set the rating of A" ASK_ANN);
}

/* A branch from before a re-rating, merged so that the rating of then comes back. */
static void who_merges_an_old_rating_back_sets_it(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	HISTORY(history, {35, "Ann", A, history_update_with("a", "2023-07", "red", REASON)},
	        {36, "Ann", A, history_update_with("a", "2023-07", "amber", OTHER_REASON)});
	history_tag(history, "amber");
	history_reset(history, "topic", "amber~1");
	history_switch(history, "topic");
	HISTORY(history, {40, "Ann", B, history_update("b", "2023-07", "green")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 42, "Bob", "topic",
	              {0, NULL, A, history_update_with("a", "2023-07", "red", REASON)});
	assert_text(found_since(history, "amber"),
	            A ":4:6" NOT_BOB "change the rating of A" ASK_ANN);
}

#define ASK_OFFICE                                                                                 \
	"; the plan names office@example.org: ask one of them to commit it [owner-not-named]\n"

static void settings_are_changed_by_an_owner(void **state)
{
	static const struct {
		const char *from, *to, *says;
	} cases[] = {
		{"cadence: monthly", "cadence: quarterly",
	         ":7:10" NOT_BOB "change `cadence` of this plan"},
		{"raters: [ANN@example.org]", "raters: [bob@example.org]",
	         ":9:31" NOT_BOB "change the `raters` of a"},
		{", raters: [ANN@example.org]", "", ":9:5" NOT_BOB "change the `raters` of a"},
		{OWNED, "owners: [bob@example.org]\n",
	         ":11:9" NOT_BOB "change `owners` of this plan"},
		{OWNED, "", ":1:1" NOT_BOB "change `owners` of this plan"},
		{OWNED, OWNED "severity: {rater-not-named: off}\n",
	         ":12:11" NOT_BOB "change `severity` of this plan"},
		{OWNED, OWNED "requires: {fields: [support]}\n",
	         ":12:11" NOT_BOB "change `requires` of this plan"},
		{"  - {id: b, title: B}\n", "  - {id: b, title: B}\n  - {id: c, title: C}\n",
	         ":9:3" NOT_BOB "change `workstreams` of this plan"},
	};
	struct history *history = begin(*state, rated_plan(*state));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *plan = replaced(*state, rated_plan(*state), cases[i].from, cases[i].to);
		history_reset(history, "main", "before");
		HISTORY(history, {40, "Bob", PLAN, plan});
		const char *expected =
			arena_printf(&history->sandbox->arena, PLAN "%s" ASK_OFFICE, cases[i].says);
		const char *found = found_since(history, "before");
		if (strstr(found, expected) == NULL)
			print_error("%s\n%s", expected, found);
		assert_case(strstr(found, expected) != NULL, cases[i].to);
		/* And the same by its owner. */
		history_reset(history, "main", "before");
		HISTORY(history, {40, "Office", PLAN, plan});
		assert_null(strstr(found_since(history, "before"), "error"));
	}
	/* What a plan says otherwise is anybody's to edit. */
	history_reset(history, "main", "before");
	HISTORY(history,
	        {40, "Bob", PLAN,
	         replaced(*state, rated_plan(*state), "title: Improvement", "title: Better")},
	        {41, "Bob", PLAN,
	         replaced(*state, rated_plan(*state), OWNED,
	                  OWNED "people: [{id: jo, name: Jo}]\n")});
	assert_text(found_since(history, "before"), "");
}

static void a_plan_is_taken_away_by_an_owner(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	HISTORY(history, {40, "Bob", PLAN, NULL});
	assert_non_null(strstr(found_since(history, "before"),
	                       PLAN ":1:1" NOT_BOB
	                            "take this plan away, or make it unreadable" ASK_OFFICE));
	/* The one that comes in its place has the owners of before. */
	history_tag(history, "gone");
	HISTORY(history, {41, "Bob", PLAN, replaced(*state, rated_plan(*state), "office", "bob")});
	assert_non_null(strstr(found_since(history, "gone"),
	                       PLAN ":11:9" NOT_BOB "change `owners` of this plan" ASK_OFFICE));
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", PLAN, "---\nkind: plan\n: [\n---\n"});
	assert_non_null(strstr(found_since(history, "before"), "make it unreadable" ASK_OFFICE));
}

static void nobody_appoints_himself(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	const char *own = replaced(*state, rated_plan(*state), "ANN@", "bob@");
	/* In one landing, and in two of one push. */
	HISTORY(history, {40, "Bob", PLAN, own},
	        {0, NULL, A, history_update("a", "2023-08", "green")});
	const char *found = found_since(history, "before");
	assert_non_null(strstr(found, A ":4:6" NOT_BOB "set the rating of A" ASK_ANN));
	assert_non_null(strstr(found, NOT_BOB "change the `raters` of a" ASK_OFFICE));
	history_reset(history, "main", "before");
	HISTORY(history, {40, "Bob", PLAN, own},
	        {41, "Bob", A, history_update("a", "2023-08", "green")},
	        {42, "Bob", PLAN, rated_plan(*state)});
	found = found_since(history, "before");
	assert_non_null(strstr(found, NOT_BOB "change the `raters` of a" ASK_OFFICE));
}

static void in_a_merge_whoever_changed_a_setting_must_own_it(void **state)
{
	struct history *history = begin(*state, rated_plan(*state));
	const char *quarterly = replaced(*state, rated_plan(*state), "monthly", "quarterly");
	const char *both = replaced(*state, quarterly, "2025-03-31", "2025-04-30");
	history_branch(history, "topic");
	HISTORY(history, {40, "Bob", PLAN, quarterly}, {41, "Office", PLAN, both});
	history_switch(history, "main");
	HISTORY(history, {42, "Bob", B, history_update("b", "2023-07", "green")});
	history_tag(history, "fork");
	HISTORY_MERGE(history, 43, "Office", "topic", {0});
	const char *found = found_since(history, "fork");
	assert_text(found, PLAN ":7:10" NOT_BOB "change `cadence` of this plan" ASK_OFFICE);
	/* The merge itself changes it. */
	history_reset(history, "main", "fork");
	HISTORY_MERGE(history, 43, "Bob", "before", {0, NULL, PLAN, quarterly});
	assert_text(found_since(history, "fork"),
	            PLAN ":7:10" NOT_BOB "change `cadence` of this plan" ASK_OFFICE);
	/* What the owner changed meanwhile is merged away. */
	history_reset(history, "main", "fork");
	HISTORY(history, {43, "Office", PLAN, quarterly});
	history_tag(history, "quarterly");
	history_reset(history, "topic", "before");
	history_switch(history, "topic");
	HISTORY(history, {44, "Office", B, history_update("b", "2023-08", "green")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 45, "Bob", "topic", {0, NULL, PLAN, rated_plan(*state)});
	assert_text(found_since(history, "quarterly"),
	            PLAN ":7:10" NOT_BOB "change `cadence` of this plan" ASK_OFFICE);
}

static void the_plan_of_before_says_how_severe_it_is(void **state)
{
	struct history *history = begin(
		*state, history_plan_with("a b", "severity: {rerating-without-reason: warning, "
	                                         "rating-withdrawn: error}\n"));
	const char *amber = history_update("a", "2023-07", "amber");
	HISTORY(history, {40, "Bob", A, amber}, {41, "Bob", A, NULL});
	const char *found = found_since(history, "before");
	assert_non_null(strstr(found, A ":4:6: warning: A, July 2023: on record as Green"));
	assert_non_null(
		strstr(found, A ":1:1: error: A, July 2023: the rating Amber is taken off"));
	/* A push does not switch off its own gate, and no document answers for itself. */
	history = history_new(*state, "other");
	HISTORY(history, {0, "Office", PLAN, history_plan("a b")},
	        {31, "Ann", A, history_update("a", "2023-07", "green")});
	history_tag(history, "before");
	HISTORY(history,
	        {40, "Bob", PLAN,
	         history_plan_with("a b", "severity: {rerating-without-reason: off}\n")},
	        {0, NULL, A,
	         history_update_with(
			 "a", "2023-07", "amber",
			 "explained: [{rule: rerating-without-reason, reason: No}]\n")});
	assert_non_null(strstr(judged_range(*state, "other", "before", "HEAD"),
	                       A ":4:6: error: A, July 2023: on record as Green"));
}

static void what_both_sides_have_is_no_part_of_it(void **state)
{
	struct history *history = begin(*state, history_plan("a b"));
	HISTORY(history, {40, "Bob", A, history_update("a", "2023-07", "amber")},
	        {41, "Bob", B, "nothing"});
	history_branch(history, "topic");
	HISTORY(history, {42, "Cy", A, history_update("a", "2023-08", "amber")});
	history_switch(history, "main");
	HISTORY(history, {43, "Bob", A, history_update("a", "2023-07", "red")},
	        {44, "Bob", B, NULL});
	assert_text(judged_range(*state, "repo", "main", "topic"), "");
	assert_non_null(strstr(judged_range(*state, "repo", "topic", "main"),
	                       "on record as Amber, and changed to Red"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_rating_is_changed_with_a_reason),
		sandbox_test(a_word_that_is_no_rating_hides_no_change),
		sandbox_test(a_reason_is_good_for_one_change),
		sandbox_test(what_is_new_or_reworded_is_no_change),
		sandbox_test(a_mended_mistake_is_no_mistake),
		sandbox_test(what_goes_off_the_record_is_told),
		sandbox_test(a_rating_is_set_by_whom_the_plan_names),
		sandbox_test(the_programme_has_raters_of_its_own),
		sandbox_test(in_a_merge_it_is_the_author_who_rates),
		sandbox_test(who_merges_an_old_rating_back_sets_it),
		sandbox_test(settings_are_changed_by_an_owner),
		sandbox_test(a_plan_is_taken_away_by_an_owner),
		sandbox_test(nobody_appoints_himself),
		sandbox_test(in_a_merge_whoever_changed_a_setting_must_own_it),
		sandbox_test(the_plan_of_before_says_how_severe_it_is),
		sandbox_test(what_both_sides_have_is_no_part_of_it),
	};
	return cmocka_run_group_tests_name("range", tests, NULL, NULL) != 0;
}
