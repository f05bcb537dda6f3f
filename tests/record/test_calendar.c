/* The reporting calendar: what is due when, and what became of it. */
#include "record/calendar.h"

#include <string.h>

#include "support/judging.h"
#include "support/recording.h"
#include "support/testing.h"

#define PLAN "plans/better/plan.md"
#define A "plans/better/a.md"
#define B "plans/better/b.md"
#define OVERVIEW "plans/better/overview.md"

/* The plan of texts.c, with other lines for its dates and cadence. */
static const char *plan(struct sandbox *sandbox, const char *dates, const char *ids)
{
	return replaced(sandbox, history_plan(ids),
	                "starts: 2023-05-01\nends: 2025-03-31\ncadence: monthly\n", dates);
}

#define MONTHLY "starts: 2023-07-01\nends: 2023-10-31\ncadence: monthly\ndue_day: 14\n"

static void read_calendar(struct history *history, const char *today, struct calendar *calendar)
{
	const struct record *record = recorded(history, "HEAD");
	struct date day;
	struct error error = ERROR_INIT;
	assert_true(date_parse(today, &day));
	assert_int_equal(
		calendar_read(record, record_plan(record, "better"), day, calendar, &error), 0);
}

/* "a 2023-07 due 2023-08-14 late 3 unsigned", a line for each entry. */
static void print_entry(const struct report_entry *entry, struct buf *text)
{
	char period[PERIOD_TEXT_SIZE], due[DATE_TEXT_SIZE];
	buf_printf(text, "%s %s due %s %s", entry->series->id, period_iso(entry->period, period),
	           date_iso(entry->due, due), report_state_id(entry->state));
	if (entry->days != 0)
		buf_printf(text, " %d", entry->days);
	buf_text(text, entry->withdrawn ? " withdrawn" : "");
	buf_text(text, entry->drafted ? " draft" : "");
	buf_text(text, entry->exempt ? " exempt" : "");
	buf_text(text, report_unsigned(entry) ? " unsigned" : "");
	if (entry->signed_by != NULL)
		buf_printf(text, " signed by %s", entry->signed_by);
	buf_byte(text, '\n');
}

static const char *calendar_text(struct history *history, const char *today)
{
	struct calendar calendar;
	struct buf text = BUF_INIT;
	read_calendar(history, today, &calendar);
	size_t states[REPORT_STATES] = {0}, unsigned_count = 0;
	for (size_t i = 0; i < calendar.count; i++) {
		print_entry(&calendar.entries[i], &text);
		states[calendar.entries[i].state]++;
		unsigned_count += report_unsigned(&calendar.entries[i]) ? 1 : 0;
	}
	assert_memory_equal(states, calendar.states, sizeof(states));
	assert_int_equal(unsigned_count, calendar.unsigned_count);
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	calendar_release(&calendar);
	return copy;
}

/* Day 0 is 1 July 2023: day 45 is 15 August, day 76 is 15 September. */
static void each_report_is_due_by_its_day(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {0, "Office", PLAN, plan(*state, MONTHLY, "a b")},
	        {44, "Ann", A, history_update("a", "2023-07", "green")},
	        {46, "Bob", B,
	         history_update_with("b", "2023-07", "green",
	                             "sponsor_signed: {by: Sponsor, on: 2023-08-15}\n")},
	        {46, "Dora", OVERVIEW, history_overview("2023-07", "green")});
	static const char july[] = "a 2023-07 due 2023-08-14 on-time unsigned\n"
				   "b 2023-07 due 2023-08-14 late 2 signed by Sponsor\n"
				   "overview 2023-07 due 2023-08-14 late 2\n";
	/* On the day itself nothing is missing yet. */
	assert_text(calendar_text(history, "2023-09-14"),
	            arena_printf(&history->sandbox->arena,
	                         "%sa 2023-08 due 2023-09-14 not-yet-due\n"
	                         "b 2023-08 due 2023-09-14 not-yet-due\n"
	                         "overview 2023-08 due 2023-09-14 not-yet-due\n",
	                         july));
	/* What is mended later was not late; the next one is the first that is not there. */
	HISTORY(history, {70, "Ann", A, history_update("a", "2023-08", "green")},
	        {77, "Ann", A, history_update("a", "2023-08", "amber")});
	assert_text(calendar_text(history, "2023-09-15"),
	            arena_printf(&history->sandbox->arena,
	                         "%sa 2023-08 due 2023-09-14 on-time unsigned\n"
	                         "b 2023-08 due 2023-09-14 missing 1\n"
	                         "overview 2023-08 due 2023-09-14 missing 1\n"
	                         "a 2023-09 due 2023-10-14 not-yet-due\n"
	                         "b 2023-09 due 2023-10-14 not-yet-due\n"
	                         "overview 2023-09 due 2023-10-14 not-yet-due\n",
	                         july));
	/* Behind the plan's end nothing is due any more. */
	assert_text(calendar_text(history, "2024-01-01") + strlen(july),
	            "a 2023-08 due 2023-09-14 on-time unsigned\n"
	            "b 2023-08 due 2023-09-14 missing 109\n"
	            "overview 2023-08 due 2023-09-14 missing 109\n"
	            "a 2023-09 due 2023-10-14 missing 79\n"
	            "b 2023-09 due 2023-10-14 missing 79\n"
	            "overview 2023-09 due 2023-10-14 missing 79\n"
	            "a 2023-10 due 2023-11-14 missing 48\n"
	            "b 2023-10 due 2023-11-14 missing 48\n"
	            "overview 2023-10 due 2023-11-14 missing 48\n");
}

static void drafts_and_what_was_withdrawn_are_missing(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {0, "Office", PLAN, plan(*state, MONTHLY, "a b")},
	        {40, "Ann", A, history_update_with("a", "2023-07", "green", "draft: true\n")},
	        {40, "Bob", B, history_update("b", "2023-07", "green")}, {41, "Bob", B, NULL});
	assert_text(calendar_text(history, "2023-08-16"),
	            "a 2023-07 due 2023-08-14 missing 2 draft\n"
	            "b 2023-07 due 2023-08-14 missing 2 withdrawn\n"
	            "overview 2023-07 due 2023-08-14 missing 2\n"
	            "a 2023-08 due 2023-09-14 not-yet-due\n"
	            "b 2023-08 due 2023-09-14 not-yet-due\n"
	            "overview 2023-08 due 2023-09-14 not-yet-due\n");
}

static void what_is_imported_is_never_late_nor_signed(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {0, "Office", PLAN, plan(*state, MONTHLY, "a")},
	        {300, "Ann", A,
	         "---\nworkstream: a\nperiod: 2023-07\nrag: green\n"
	         "imported: {source: The report to the board}\n---\n"},
	        {301, "Ann", OVERVIEW,
	         "---\nkind: overview\nperiod: 2023-07\nrag: green\nexempt: true\n"
	         "imported: {source: The report to the board}\n---\n"});
	assert_text(calendar_text(history, "2023-08-20"),
	            "a 2023-07 due 2023-08-14 imported\n"
	            "overview 2023-07 due 2023-08-14 imported exempt\n"
	            "a 2023-08 due 2023-09-14 not-yet-due\n"
	            "overview 2023-08 due 2023-09-14 not-yet-due\n");
}

/* Which months of the calendar are looked at, of an empty plan without an overview. */
static const char *periods(struct history *history, const char *today)
{
	struct calendar calendar;
	struct buf text = BUF_INIT;
	char period[PERIOD_TEXT_SIZE];
	read_calendar(history, today, &calendar);
	for (size_t i = 0; i < calendar.count; i++)
		if (strcmp(calendar.entries[i].series->id, "a") == 0)
			buf_printf(&text, "%s%s%s", text.length == 0 ? "" : " ",
			           period_iso(calendar.entries[i].period, period),
			           calendar.entries[i].standing != NULL ? "*" : "");
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	calendar_release(&calendar);
	return copy;
}

static void longer_periods_follow_the_plan_or_the_reports(void **state)
{
	static const struct {
		const char *dates, *reported, *today, *says;
	} rows[] = {
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: two-monthly\n", NULL, "2024-06-01",
	         "2023-05/2023-06 2023-07/2023-08 2023-09/2023-10 2023-11"},
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: quarterly\n", NULL, "2024-06-01",
	         "2023-05/2023-07 2023-08/2023-10 2023-11"},
		/* A report shows that they run otherwise: from the month before the plan began. */
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: two-monthly\n", "2023-06/2023-07",
	         "2024-06-01", "2023-05 2023-06/2023-07* 2023-08/2023-09 2023-10/2023-11"},
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: quarterly\n", "2023-07/2023-09",
	         "2024-06-01", "2023-05/2023-06 2023-07/2023-09* 2023-10/2023-11"},
		/* One of another length shows nothing, and answers for the months it ends with. */
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: two-monthly\n", "2023-08",
	         "2024-06-01", "2023-05/2023-06 2023-08* 2023-09/2023-10 2023-11"},
		{"starts: 2023-05-31\nends: 2023-11-30\ncadence: two-monthly\n", "2023-07",
	         "2024-06-01", "2023-05/2023-06 2023-07* 2023-07/2023-08 2023-09/2023-10 2023-11"},
		/* Without a cadence the reports have one; without dates they say where to begin. */
		{"starts: 2023-05-01\n", "2023-07/2023-08", "2023-11-01",
	         "2023-05/2023-06 2023-07/2023-08* 2023-09/2023-10"},
		{"cadence: monthly\n", "2023-07", "2023-10-01", "2023-07* 2023-08 2023-09"},
		{"cadence: monthly\n", NULL, "2023-10-01", ""},
		/* Without an end it goes on; before the beginning the first one is due next. */
		{"starts: 2023-07-01\ncadence: monthly\n", NULL, "2023-09-15", "2023-07 2023-08"},
		{"starts: 2030-07-01\ncadence: monthly\n", NULL, "2023-09-15", "2030-07"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct history *history = history_new(
			*state, arena_printf(&((struct sandbox *)*state)->arena, "repo%zu", i));
		HISTORY(history, {0, "Office", PLAN, plan(*state, rows[i].dates, "a")});
		if (rows[i].reported != NULL)
			HISTORY(history,
			        {1, "Ann", A, history_update("a", rows[i].reported, "green")});
		assert_text(periods(history, rows[i].today), rows[i].says);
	}
}

static void a_workstream_reports_while_it_is_under_way(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	const char *text = replaced(sandbox, plan(sandbox, MONTHLY, "a"), "{id: a, title: A}",
	                            "{id: a, title: A, starts: 2023-08-15, ends: 2023-09-01, "
	                            "exempt: true}");
	HISTORY(history, {0, "Office", PLAN, plan(sandbox, MONTHLY, "a b")},
	        {1, "Bob", B, history_update("b", "2023-07", "green")}, {2, "Office", PLAN, text});
	const char *found = calendar_text(history, "2024-06-01");
	/* B is not in the plan any more: what it reported stays, and nothing is expected. */
	static const char expected[] = "b 2023-07 due 2023-08-14 on-time unsigned\n"
				       "overview 2023-07 due 2023-08-14 missing 292\n"
				       "a 2023-08 due 2023-09-14 missing 261 exempt\n"
				       "overview 2023-08 due 2023-09-14 missing 261\n"
				       "a 2023-09 due 2023-10-14 missing 231 exempt\n"
				       "overview 2023-09 due 2023-10-14 missing 231\n"
				       "overview 2023-10 due 2023-11-14 missing 200\n";
	assert_text(found, expected);
}

static void the_day_exists_in_every_month(void **state)
{
	static const struct {
		int day;
		const char *period, *due;
	} rows[] = {
		{31, "2023-01", "2023-02-28"}, {30, "2024-01", "2024-02-29"},
		{31, "2023-03", "2023-04-30"}, {5, "2023-11/2023-12", "2024-01-05"},
		{0, "2023-11", "2023-12-31"},  {9999, "2023-11", "2023-12-31"},
		{-1, "2023-01", "2023-02-28"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct plan asked = {.due_day = {.valid = rows[i].day >= 0}};
		struct period period;
		char due[DATE_TEXT_SIZE];
		asked.due_day.as.number = rows[i].day;
		assert_true(period_parse(rows[i].period, &period));
		assert_text(date_iso(calendar_due(&asked, period), due), rows[i].due);
	}
}

/* Three hundred years of months, and many workstreams: the number is kept, and no more. */
static void a_calendar_without_end_has_an_end(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	struct buf ids = BUF_INIT;
	struct calendar calendar;
	for (int i = 0; i < 400; i++)
		buf_printf(&ids, "w%d ", i);
	HISTORY(history, {0, "Office", PLAN,
	                  plan(sandbox, "starts: 1900-01-01\nends: 2199-12-31\ncadence: monthly\n",
	                       ids.bytes)});
	read_calendar(history, "2199-12-31", &calendar);
	size_t months = 300 * 12 - 2; /* the last two are not overdue by then */
	assert_int_equal(calendar.states[REPORT_MISSING], 401 * months);
	assert_int_equal(calendar.states[REPORT_NOT_YET_DUE], 401);
	assert_int_equal(calendar.count, CALENDAR_MOST + 401);
	assert_int_equal(calendar.left_out, 401 * months - CALENDAR_MOST);
	calendar_release(&calendar);
	buf_release(&ids);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_report_is_due_by_its_day),
		sandbox_test(drafts_and_what_was_withdrawn_are_missing),
		sandbox_test(what_is_imported_is_never_late_nor_signed),
		sandbox_test(longer_periods_follow_the_plan_or_the_reports),
		sandbox_test(a_workstream_reports_while_it_is_under_way),
		sandbox_test(the_day_exists_in_every_month),
		sandbox_test(a_calendar_without_end_has_an_end),
	};
	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL) != 0;
}
