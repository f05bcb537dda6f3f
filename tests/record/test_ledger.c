/* The slip ledger: what became of dates and milestones. */
#include "support/recording.h"

#include <stdio.h>
#include <string.h>

#include "record/ledger.h"

static const char *report(struct sandbox *sandbox, const char *period, const char *agreed,
                          const char *forecast, const char *extra)
{
	return arena_printf(&sandbox->arena,
	                    "---\nworkstream: a\nperiod: %s\nrag: green\nsponsor: S\n"
	                    "managers: [M]\nagreed_completion: %s\nforecast_completion: %s\n"
	                    "completed_by: M\ncompleted_on: 2023-09-01\n%s---\n",
	                    period, agreed, forecast, extra);
}

static void print_dates(struct buf *text, const char *name, const struct ledger_dates *dates)
{
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
	for (size_t i = 0; i < dates->count; i++) {
		const struct ledger_move *move = &dates->moves[i];
		buf_printf(text, "%s #%zu %s", name, move->version->landing->number,
		           date_iso(move->to, to));
		if (i != 0)
			buf_printf(text, " was %s %+d %+d in all", date_iso(move->from, from),
			           move->days, move->total);
		if (i != 0 && move->version->reading->whole->agreed_by != NULL)
			buf_printf(text, " by %s", move->version->reading->whole->agreed_by);
		buf_byte(text, '\n');
	}
}

static const char *ledger_text(struct history *history)
{
	char day[DATE_TEXT_SIZE], period[PERIOD_TEXT_SIZE];
	struct ledger ledger;
	struct buf text = BUF_INIT;
	ledger_read(&record_plan(recorded(history, "HEAD"), "better")->workstreams[0], &ledger);
	print_dates(&text, "agreed", &ledger.agreed);
	print_dates(&text, "forecast", &ledger.forecast);
	if (ledger.slips)
		buf_printf(&text, "slip %+d\n", ledger.slip);
	for (size_t i = 0; i < ledger.count; i++) {
		const struct ledger_milestone *milestone = &ledger.milestones[i];
		buf_printf(&text, "%s (%s):", milestone->key, milestone->title);
		for (size_t j = 0; j < milestone->count; j++) {
			const struct ledger_point *point = &milestone->points[j];
			const char *status = milestone_status_id(point->line.status);
			buf_printf(&text, " %s%s %s %s",
			           period_iso(point->version->reading->period, period),
			           point->line.next ? " next" : "",
			           point->line.due.year != 0 ? date_iso(point->line.due, day) : "-",
			           status != NULL ? status : "-");
		}
		buf_byte(&text, '\n');
	}
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	ledger_release(&ledger);
	buf_release(&text);
	return copy;
}

static void every_move_of_a_date_is_kept(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md",
	         report(sandbox, "2023-07", "2024-03-31", "2024-03-31", "")},
	        {3, "Ann", "plans/better/a.md",
	         report(sandbox, "2023-08", "2024-03-31", "2024-04-30", "")},
	        {4, "Ann", "plans/better/a.md",
	         report(sandbox, "2023-08", "2024-04-30", "2024-04-30",
	                "agreed_change: {by: Board, on: 2023-09-05, ref: item 4}\n")},
	        {5, "Ann", "plans/better/a.md",
	         report(sandbox, "2023-09", "2024-04-30", "2024-04-20", "")});
	assert_text(ledger_text(history),
	            "agreed #1 2024-03-31\n"
	            "agreed #3 2024-04-30 was 2024-03-31 +30 +30 in all by Board\n"
	            "forecast #1 2024-03-31\n"
	            "forecast #2 2024-04-30 was 2024-03-31 +30 +30 in all\n"
	            "forecast #4 2024-04-20 was 2024-04-30 -10 +20 in all\n"
	            "slip +20\n");
}

/* A correction of July, in September, is no news of the forecast. */
static void a_correction_of_the_past_moves_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a-7.md",
	         report(sandbox, "2023-07", "2024-03-31", "2024-03-31", "")},
	        {3, "Ann", "plans/better/a-8.md",
	         report(sandbox, "2023-08", "2024-03-31", "2024-04-30", "")},
	        {4, "Ann", "plans/better/a-7.md",
	         report(sandbox, "2023-07", "2024-03-31", "2024-04-15", "")});
	assert_text(ledger_text(history), "agreed #1 2024-03-31\n"
	                                  "forecast #1 2024-03-31\n"
	                                  "forecast #2 2024-04-30 was 2024-03-31 +30 +30 in all\n"
	                                  "slip +30\n");
}

/* What was withdrawn is told in the log; no date that stands comes from it. */
static void what_was_withdrawn_moves_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	int days = 0;
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a-7.md",
	         report(sandbox, "2023-07", "2024-03-31", "2024-03-31", "")},
	        {3, "Ann", "plans/better/a-8.md",
	         report(sandbox, "2023-08", "2024-03-31", "2024-05-31", "")});
	assert_true(ledger_slip(&record_plan(recorded(history, "HEAD"), "better")->workstreams[0],
	                        &days));
	assert_int_equal(days, 61);
	HISTORY(history, {4, "Ann", "plans/better/a-8.md", NULL});
	assert_text(ledger_text(history), "agreed #1 2024-03-31\n"
	                                  "forecast #1 2024-03-31\n"
	                                  "slip +0\n");
	assert_true(ledger_slip(&record_plan(recorded(history, "HEAD"), "better")->workstreams[0],
	                        &days));
	assert_int_equal(days, 0);
	HISTORY(history, {5, "Ann", "plans/better/a-7.md", NULL});
	assert_text(ledger_text(history), "");
	assert_false(ledger_slip(&record_plan(recorded(history, "HEAD"), "better")->workstreams[0],
	                         &days));
}

static void milestones_are_followed_by_their_id(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-07", "green",
	                             "milestones:\n"
	                             "  - {id: m, title: First, due: 2023-07-31, status: carried}\n"
	                             "  - {title: Nameless, status: delivered}\n"
	                             "next_milestones:\n"
	                             "  - {id: m, title: First, due: 2023-08-31}\n"
	                             "  - {id: n, title: Other}\n")},
	        {3, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-08", "green",
	                             "milestones:\n"
	                             "  - {id: m, title: Renamed, due: 2023-08-31, status: "
	                             "delivered}\n")});
	assert_text(ledger_text(history),
	            "agreed #1 2025-03-31\n"
	            "forecast #1 2025-03-31\n"
	            "slip +0\n"
	            "m (Renamed): 2023-07 next 2023-08-31 carried 2023-08 2023-08-31 delivered\n"
	            "Nameless (Nameless): 2023-07 - delivered\n"
	            "n (Other): 2023-07 next - -\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_move_of_a_date_is_kept),
		sandbox_test(a_correction_of_the_past_moves_nothing),
		sandbox_test(what_was_withdrawn_moves_nothing),
		sandbox_test(milestones_are_followed_by_their_id),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("the slip ledger", tests, NULL, NULL) != 0;
}
