/* What changed on record from one revision to another. */
#include "support/changing.h"

#include <stdio.h>
#include <string.h>

#include "record/comparison.h"
#include "support/recording.h"

static void print_row(struct buf *text, const struct comparison_row *row)
{
	buf_printf(text, "%s: %s", row->series->id, outcome_id(row->outcome));
	if (row->before != NULL || row->now != NULL)
		buf_printf(text, " [%s > %s]",
		           row->before != NULL ? version_label(row->before) : "-",
		           row->now != NULL ? version_label(row->now) : "-");
	buf_printf(text, "%s%s%s\n", row->added ? " added" : "", row->removed ? " removed" : "",
	           row->missing ? " missing" : "");
	print_changes(text, row->changes, row->count);
}

/* Every row that has something to say, and the sentence. */
static const char *compared(struct history *history, const char *before, const char *now)
{
	struct comparison comparison;
	struct buf text = BUF_INIT;
	comparison_read(recorded(history, before), recorded(history, now), NULL, &comparison);
	for (size_t i = 0; i < comparison.count; i++) {
		for (size_t j = 0; j < comparison.plans[i].count; j++)
			print_row(&text, &comparison.plans[i].rows[j]);
		if (comparison.plans[i].programme.outcome != OUTCOME_NONE)
			print_row(&text, &comparison.plans[i].programme);
	}
	comparison_sentence(&comparison, &text);
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	comparison_release(&comparison);
	buf_release(&text);
	return copy;
}

static const char *milestone(struct sandbox *sandbox, const char *due, const char *status)
{
	return arena_printf(&sandbox->arena,
	                    "milestones:\n  - {id: m, title: M, due: %s, status: %s}\n", due,
	                    status);
}

static void each_workstream_is_compared_with_what_it_was(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b c d e f")},
	        {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "amber")},
	        {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "green")},
	        {0, NULL, "plans/better/c.md", history_update("c", "2023-07", "green")},
	        {0, NULL, "plans/better/d.md", history_update("d", "2023-07", "green")},
	        {0, NULL, "plans/better/e.md", history_update("e", "2023-07", "good")});
	history_tag(history, "july");
	HISTORY(history, {3, "Ann", "plans/better/a.md", history_update("a", "2023-08", "green")},
	        {0, NULL, "plans/better/b.md", history_update("b", "2023-08", "red")},
	        {0, NULL, "plans/better/c.md", history_update("c", "2023-08", "green")},
	        {0, NULL, "plans/better/e.md", history_update("e", "2023-08", "green")},
	        {0, NULL, "plans/better/f.md", history_update("f", "2023-08", "green")},
	        {0, NULL, "plans/better/overview.md", history_overview("2023-08", "amber")});
	assert_text(compared(history, "july", "HEAD"),
	            "a: improved [Amber > Green]\n"
	            "b: declined [Green > Red]\n"
	            "c: steady [Green > Green]\n"
	            "d: unchanged [Green > Green] missing\n"
	            "e: not-compared [good > Green]\n"
	            "f: new [- > Green]\n"
	            "overview: new [- > Amber]\n"
	            "1 improved, 1 steady, 1 declined; 1 rated for the first time, 1 not compared, "
	            "1 with no report since, 1 without a report for the latest period");
	assert_text(compared(history, "HEAD", "HEAD"),
	            "a: unchanged [Green > Green]\n"
	            "b: unchanged [Red > Red]\n"
	            "c: unchanged [Green > Green]\n"
	            "d: unchanged [Green > Green] missing\n"
	            "e: unchanged [Green > Green]\n"
	            "f: unchanged [Green > Green]\n"
	            "overview: unchanged [Amber > Amber]\n"
	            "none improved, none steady, none declined; 6 with no report since, 1 without "
	            "a report for the latest period");
}

/* What was delivered in a month between is not lost, and a date that came back did not move. */
static void reports_between_are_followed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-07", "green",
	                             milestone(sandbox, "2023-08-31", "in-progress"))});
	history_tag(history, "july");
	HISTORY(history, {3, "Ann", "plans/better/a.md",
	                  history_update_with("a", "2023-08", "green",
	                                      milestone(sandbox, "2023-09-30", "carried"))});
	history_tag(history, "august");
	HISTORY(history,
	        {4, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-09", "green",
	                             milestone(sandbox, "2023-08-31", "carried"))},
	        {5, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-10", "green",
	                             milestone(sandbox, "2023-08-31", "delivered"))},
	        {6, "Ann", "plans/better/a.md", history_update("a", "2023-11", "green")});
	assert_text(compared(history, "july", "HEAD"),
	            "a: steady [Green > Green]\n"
	            "  milestone-carried m\n"
	            "  milestone-delivered m\n"
	            "none improved, 1 steady, none declined; 1 milestone delivered, 1 milestone "
	            "carried over");
	assert_text(compared(history, "august", "HEAD~1"),
	            "a: steady [Green > Green]\n"
	            "  milestone-carried m\n"
	            "  milestone-due-moved m -30 days\n"
	            "  milestone-delivered m\n"
	            "none improved, 1 steady, none declined; 1 milestone delivered, 1 milestone "
	            "carried over");
}

static void the_past_may_have_changed(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/better/a-7.md", history_update("a", "2023-07", "amber")},
	        {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "green")},
	        {0, NULL, "plans/better/c.md", history_update("c", "2023-07", "green")});
	history_tag(history, "july");
	HISTORY(history,
	        {3, "Ann", "plans/better/a-7.md",
	         history_update_with("a", "2023-07", "red",
	                             "correction: {reason: late figures, raised_by: Board}\n")},
	        {0, NULL, "plans/better/a-8.md", history_update("a", "2023-08", "green")},
	        {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "amber")},
	        {0, NULL, "plans/better/c.md", NULL});
	assert_text(compared(history, "july", "HEAD"),
	            "a: improved [Amber > Green]\n"
	            "  re-rated [Amber > Red] because late figures by Board\n"
	            "b: re-rated [Green > Amber] missing\n"
	            "  re-rated [Green > Amber]\n"
	            "c: withdrawn [Green > -] missing\n"
	            "  withdrawn [Green > -]\n"
	            "1 improved, none steady, none declined; 2 without a report for the latest "
	            "period, 2 ratings of the past changed, 1 rating withdrawn");
}

static void plans_and_workstreams_come_and_go(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b")},
	        {0, NULL, "plans/first/plan.md", history_plan("x")},
	        {0, NULL, "plans/better/a.md", history_update("a", "2023-07", "green")});
	history_tag(history, "july");
	HISTORY(history, {2, "Ann", "plans/better/plan.md", history_plan("b c")},
	        {0, NULL, "plans/first/plan.md", NULL},
	        {0, NULL, "plans/second/plan.md", history_plan("y")});
	assert_text(compared(history, "july", "HEAD"),
	            "b: not-rated missing\n"
	            "c: not-rated added missing\n"
	            "a: unchanged [Green > Green] removed\n"
	            "x: not-rated\n"
	            "y: not-rated\n"
	            "none improved, none steady, none declined; 1 with no report since, 2 without "
	            "a report for the latest period");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_workstream_is_compared_with_what_it_was),
		sandbox_test(reports_between_are_followed),
		sandbox_test(the_past_may_have_changed),
		sandbox_test(plans_and_workstreams_come_and_go),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("comparisons", tests, NULL, NULL) != 0;
}
