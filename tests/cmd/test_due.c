/* ragtrail due, as it is run. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "support/history.h"
#include "support/judging.h"

#define PLAN "plans/p/plan.md"
#define DATES "starts: 2023-07-01\nends: 2023-10-31\ncadence: monthly\ndue_day: 14\n"

static const char *plan(struct sandbox *sandbox, const char *dates)
{
	return replaced(sandbox, history_plan("a b"),
	                "starts: 2023-05-01\nends: 2025-03-31\ncadence: monthly\n", dates);
}

/* Day 0 is 1 July 2023. */
static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", PLAN, plan(sandbox, DATES)},
	        {44, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {46, "Bob", "plans/p/b.md",
	         history_update_with("b", "2023-07", "green",
	                             "sponsor_signed: {by: Sponsor, on: 2023-08-15}\n")},
	        {47, "Bob", "plans/p/b.md",
	         history_update_with("b", "2023-08", "green", "draft: true\n")});
	history_tag(history, "board/2023-08-17");
	return history;
}

static const char *short_id(struct history *history)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, "HEAD");
	return arena_printf(&history->sandbox->arena, "%.7s", object_hex(&id, hex));
}

static void what_is_missing_comes_first(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *expected =
		arena_printf(&sandbox->arena,
	                     "Improvement plan\n"
	                     "Example Combined Authority\n"
	                     "plans/p as of commit %s of 17 Aug 2023, seen on 15 Sep 2023\n"
	                     "\n"
	                     "Every month; due by day 14 of the month after.\n"
	                     "\n"
	                     "Missing\n"
	                     "  July 2023, due 14 August 2023, 32 days ago\n"
	                     "    Programme overview\n"
	                     "  August 2023, due 14 September 2023, 1 day ago\n"
	                     "    A\n"
	                     "    B: there is a draft\n"
	                     "    Programme overview\n"
	                     "\n"
	                     "Late\n"
	                     "  July 2023, due 14 August 2023\n"
	                     "    B: 2 days late, reported 16 Aug 2023\n"
	                     "\n"
	                     "Not signed off\n"
	                     "  July 2023\n"
	                     "    A: reported 14 Aug 2023\n"
	                     "\n"
	                     "Due next\n"
	                     "  September 2023, due 14 October 2023, in 29 days\n"
	                     "    A\n"
	                     "    B\n"
	                     "    Programme overview\n"
	                     "\n"
	                     "4 missing, 1 late, 1 not signed off by the sponsor.\n",
	                     short_id(history));
	assert_outcome(RAGTRAIL(sandbox, "repository", "due", "--on", "2023-09-15"), 0, expected,
	               "");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "due", "p", "--on=2023-09-15", "--format", "text"),
		0, expected, "");
}

/* The day is the one asked for, that of the revision asked for, or today. */
static void the_day_is_asked_for_or_the_clocks(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "due", "--at", "board/2023-08-17");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, "seen on 17 Aug 2023\n"));
	assert_non_null(strstr(outcome.output, "  August 2023, due 14 September 2023, in 28 days"));
	outcome = RAGTRAIL(sandbox, "repository", "due", "--at", "HEAD", "--on", "2023-09-14");
	assert_non_null(strstr(outcome.output, "  August 2023, due 14 September 2023, today\n"));
	char before[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];
	date_short(date_from_time((int64_t)time(NULL)), before);
	outcome = RAGTRAIL(sandbox, "repository", "due");
	date_short(date_from_time((int64_t)time(NULL)), after);
	assert_true(strstr(outcome.output, arena_printf(&sandbox->arena, "seen on %s\n", before)) ||
	            strstr(outcome.output, arena_printf(&sandbox->arena, "seen on %s\n", after)));
	outcome = RAGTRAIL(sandbox, "repository", "due", "--on", "14/09/2023");
	assert_int_equal(outcome.status, 2);
	assert_text(outcome.errors, "ragtrail: `--on 14/09/2023` is not a day; write 2023-09-14\n");
}

static void the_rhythm_is_told(void **state)
{
	static const struct {
		const char *dates, *says;
	} rows[] = {
		{"starts: 2023-06-01\ncadence: two-monthly\n",
	         "\nEvery two months, as the report for July to August 2023 has it; due by the end\n"
	         "of the month after, since the plan gives no day.\n"},
		{"starts: 2023-05-01\ncadence: two-monthly\ndue_day: 5\n",
	         "\nEvery two months, counted from May 2023, the plan's first month; due by day 5 "
	         "of\nthe month after.\n"},
		{"starts: 2023-05-01\n",
	         "\nEvery two months, counted from May 2023, the plan's first month (the plan gives\n"
	         "no cadence); due by the end of the month after, since the plan gives no day.\n"},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *folder = arena_printf(&sandbox->arena, "repository%zu", i);
		struct history *history = history_new(sandbox, folder);
		HISTORY(history, {0, "Office", PLAN, plan(sandbox, rows[i].dates)},
		        {60, "Ann", "plans/p/a.md",
		         history_update("a", "2023-07/2023-08", "green")});
		struct outcome outcome = RAGTRAIL(sandbox, folder, "due", "--on", "2023-09-20");
		assert_int_equal(outcome.status, 0);
		const char *said = strstr(outcome.output, "\nEvery");
		assert_non_null(said);
		assert_text(arena_text(&sandbox->arena, said, strlen(rows[i].says)), rows[i].says);
	}
}

static void where_all_is_well_that_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history,
	        {0, "Office", PLAN,
	         replaced(sandbox, plan(sandbox, DATES), "  - {id: b, title: B}\n", "")},
	        {40, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-07", "green",
	                             "sponsor_signed: {by: Sponsor, on: 2023-08-05}\n")},
	        {40, NULL, "plans/p/overview.md", history_overview("2023-07", "green")});
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "due", "--on", "2023-08-20");
	assert_int_equal(outcome.status, 0);
	assert_non_null(
		strstr(outcome.output, "\nNothing is missing, late or without a sign-off.\n"));
	assert_null(strstr(outcome.output, "Missing"));
	assert_null(strstr(outcome.output, "Late"));
	/* A plan that says nothing of when it begins, with nothing on record. */
	HISTORY(history, {41, "Office", "plans/q/plan.md", plan(sandbox, "cadence: monthly\n")});
	outcome = RAGTRAIL(sandbox, "repository", "due", "q", "--on", "2023-08-20");
	assert_non_null(
		strstr(outcome.output,
	               "\nThe plan does not say when it starts, and nothing is on record, so "
	               "that nothing\ncan be due.\n"));
	outcome = RAGTRAIL(sandbox, "repository", "due", "r");
	assert_outcome(outcome, 2, "",
	               "ragtrail: there is no plan `r` on record; there are: p, q\n");
}

static void json_tells_of_every_report(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "due", "--on", "2023-09-15", "--format=json");
	assert_int_equal(outcome.status, 0);
	json_error_t error;
	json_t *root = json_loads(outcome.output, JSON_REJECT_DUPLICATES, &error);
	assert_non_null(root);
	const char *today, *id;
	int version, missing, late, unsigned_count;
	json_t *reports;
	assert_int_equal(json_unpack_ex(root, &error, 0,
	                                "{s:i, s:s, s:[{s:s, s:{s:i, s:i, s:i}, s:o}]}", "version",
	                                &version, "today", &today, "plans", "id", &id, "counts",
	                                "missing", &missing, "late", &late, "unsigned",
	                                &unsigned_count, "reports", &reports),
	                 0);
	assert_text(today, "2023-09-15");
	assert_text(id, "p");
	assert_int_equal(missing, 4);
	assert_int_equal(late, 1);
	assert_int_equal(unsigned_count, 1);
	assert_int_equal(json_array_size(reports), 9);
	const char *state_id, *signature, *by, *on, *landed;
	int days;
	assert_int_equal(json_unpack_ex(json_array_get(reports, 1), &error, 0,
	                                "{s:s, s:i, s:s, s:{s:s, s:s}, s:{s:s}}", "state",
	                                &state_id, "days", &days, "signature", &signature, "signed",
	                                "by", &by, "on", &on, "landed", "landed_at", &landed),
	                 0);
	assert_text(state_id, "late");
	assert_int_equal(days, 2);
	assert_text(signature, "signed");
	assert_text(by, "Sponsor");
	assert_text(on, "2023-08-15");
	assert_text(landed, "2023-08-16T12:00:00Z");
	json_decref(root);
}

/* The "Reporting" part of the plan's page. */
static const char *reporting(struct sandbox *sandbox, const char *revision)
{
	assert_int_equal(
		RAGTRAIL(sandbox, "repository", "render", "-o", "site", "--at", revision).status,
		0);
	const char *page = sandbox_read(sandbox, "repository/site/p/index.html");
	const char *part = strstr(page, "<h2 id=\"reporting\">");
	assert_non_null(part);
	assert_non_null(strstr(page, "<a href=\"#reporting\">"));
	return arena_text(&sandbox->arena, part, (size_t)(strstr(part, "</section>") - part));
}

/* It goes by the revision's own time, never by the clock. */
static void the_plans_page_says_it_too(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *part = reporting(sandbox, "HEAD");
	assert_non_null(strstr(part, ">17 August 2023</time>:</p>"));
	assert_non_null(strstr(part, "<h3>Missing: 1</h3>\n<ul>\n<li>July 2023, due "));
	assert_non_null(strstr(part, ">14 August 2023</time>: Programme overview</li>"));
	assert_non_null(strstr(part, "<h3>Late: 1</h3>"));
	assert_non_null(strstr(part, "<a href=\"b.html\">B</a> (2 days)</li>"));
	assert_non_null(strstr(part, "<h3>Not signed off: 1</h3>\n<ul>\n<li>July 2023: <a "
	                             "href=\"a.html\">A</a></li>"));
	/* A month later more is missing; where nobody ever signs, one sentence says so. */
	HISTORY(history, {77, "Bob", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {77, NULL, "plans/p/overview.md", history_overview("2023-07", "green")});
	part = reporting(sandbox, "HEAD");
	assert_non_null(strstr(part, "<li>August 2023, due "));
	assert_non_null(strstr(part, "<h3>Not signed off: 2</h3>\n<p>No report on record has a "
	                             "sign-off by its sponsor.</p>"));
	/* At the tag it is as it was; and what is exempt is no reason to name it. */
	assert_null(strstr(reporting(sandbox, "board/2023-08-17"), "August 2023, due"));
	HISTORY(history, {78, "Office", PLAN,
	                  replaced(sandbox, plan(sandbox, DATES), "{id: a, title: A}",
	                           "{id: a, title: Secret, exempt: true}")});
	assert_null(strstr(reporting(sandbox, "HEAD"), "Secret"));
}

/* Neither that an exempt report was there, nor that a workstream was, which is listed no more. */
static void of_what_was_exempt_and_is_gone_no_word_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *closed = "exempt: true\n", *draft = "draft: true\nexempt: true\n";
	HISTORY(history, {0, "Office", PLAN, plan(sandbox, DATES)},
	        {44, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {44, "Bob", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {48, "Ann", "plans/p/a8.md", history_update_with("a", "2023-08", "red", closed)},
	        {49, "Ann", "plans/p/a8.md", NULL},
	        {50, "Bob", "plans/p/b.md", history_update_with("b", "2023-08", "red", draft)},
	        {51, "Office", PLAN,
	         replaced(sandbox, plan(sandbox, DATES), "{id: b, title: B}",
	                  "{id: b, title: B}\n  - {id: c, title: C, exempt: true}")},
	        {52, "Cas", "plans/p/c.md", history_update("c", "2023-07", "red")},
	        {77, "Office", PLAN, plan(sandbox, DATES)});
	const char *part = reporting(sandbox, "HEAD");
	assert_non_null(strstr(part, "<a href=\"a.html\">A</a>; <a href=\"b.html\">B</a>; "
	                             "Programme overview</li>"));
	assert_null(strstr(part, "Programme overview ("));
	/* Whoever has the repository is told. */
	const char *text = RAGTRAIL(sandbox, "repository", "due").output;
	assert_non_null(strstr(text, "    A: what was reported was withdrawn\n"));
	assert_non_null(strstr(text, "    c: 8 days late"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_missing_comes_first),
		sandbox_test(the_day_is_asked_for_or_the_clocks),
		sandbox_test(the_rhythm_is_told),
		sandbox_test(where_all_is_well_that_is_said),
		sandbox_test(json_tells_of_every_report),
		sandbox_test(the_plans_page_says_it_too),
		sandbox_test(of_what_was_exempt_and_is_gone_no_word_is_said),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("due", tests, NULL, NULL) != 0;
}
