#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "record/reading.h"
#include "support/history.h"

static void print_date(struct buf *text, const char *name, struct date date)
{
	char iso[DATE_TEXT_SIZE];
	if (date.year != 0)
		buf_printf(text, " %s=%s", name, date_iso(date, iso));
}

static void print_text(struct buf *text, const char *name, const char *value)
{
	if (value != NULL)
		buf_printf(text, " %s=[%s]", name, value);
}

/* What the text says, or why it says nothing. */
static void assert_reading(const char *bytes, const char *expected)
{
	struct document *document =
		document_read("plans/p/x.md", bytes, strlen(bytes), DOCUMENT_FIELDS);
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	char period[PERIOD_TEXT_SIZE];
	const char *why = "not set";
	const struct reading *reading = reading_of(document, DEPTH_WHOLE, &arena, &why);
	document_free(document); /* a reading outlives what it was read from */
	if (reading == NULL) {
		buf_printf(&text, "nothing: %s", why != NULL ? why : "as expected");
	} else {
		assert_null(why);
		buf_printf(&text, "%s %s %s%s%s%s",
		           reading->workstream != NULL ? reading->workstream : "programme",
		           period_iso(reading->period, period), reading->rag,
		           reading->draft ? " draft" : "", reading->imported ? " imported" : "",
		           reading->exempt ? " exempt" : "");
		print_text(&text, "sponsor", reading->sponsor);
		print_date(&text, "agreed", reading->agreed);
		print_date(&text, "forecast", reading->forecast);
		print_text(&text, "correction", reading->correction);
		print_text(&text, "raised_by", reading->raised_by);
	}
	assert_text(text.bytes, expected);
	buf_release(&text);
	arena_release(&arena);
}

static void an_update_says_a_rating_of_a_workstream_and_a_period(void **state)
{
	(void)state;
	assert_reading(history_update("procurement", "2023-07/2023-08", "Green / Amber"),
	               "procurement 2023-07/2023-08 Green / Amber sponsor=[Workstream sponsor] "
	               "agreed=2025-03-31 forecast=2025-03-31");
	assert_reading("---\nworkstream: a\nperiod: 2023-08\nrag: purple\n---\n",
	               "a 2023-08 purple");
}

static void an_overview_says_the_programmes_own(void **state)
{
	(void)state;
	assert_reading(history_overview("2023-08", "amber"), "programme 2023-08 amber");
	assert_reading("---\nkind: overview\nperiod: 2023-08\nrag: red\ndraft: true\n"
	               "correction: {reason: Misread, raised_by: Board}\n---\n",
	               "programme 2023-08 red draft correction=[Misread] raised_by=[Board]");
}

static void drafts_imports_and_corrections_are_told(void **state)
{
	(void)state;
	assert_reading("---\nworkstream: a\nperiod: 2023-08\nrag: red\ndraft: true\n"
	               "imported: {source: A paper}\nexempt: true\n"
	               "correction: {reason: \"The audit, so\"}\n---\n",
	               "a 2023-08 red draft imported exempt correction=[The audit, so]");
}

static void dates_that_are_none_are_not_given(void **state)
{
	(void)state;
	assert_reading("---\nworkstream: a\nperiod: 2023-08\nrag: red\n"
	               "agreed_completion: soon\nforecast_completion: 2024-02-30\n---\n",
	               "a 2023-08 red");
}

static void an_update_without_its_three_words_says_nothing_and_why(void **state)
{
	(void)state;
	assert_reading("---\nperiod: 2023-08\nrag: red\n---\n", "nothing: it names no workstream");
	assert_reading("---\nworkstream: Not A Slug\nperiod: 2023-08\nrag: red\n---\n",
	               "nothing: it names no workstream");
	assert_reading("---\nworkstream: a\nrag: red\n---\n", "nothing: it has no period");
	assert_reading("---\nworkstream: a\nperiod: August\nrag: red\n---\n",
	               "nothing: it has no period");
	assert_reading("---\nworkstream: a\nperiod: 2023-08\nrag:\n---\n",
	               "nothing: it has no rating");
	assert_reading("---\nkind: overview\nrag: red\n---\n", "nothing: it has no period");
	assert_reading("---\nkind: overview\nperiod: 2023-08\n---\n", "nothing: it has no rating");
}

static void of_a_plan_nothing_is_expected(void **state)
{
	(void)state;
	assert_reading(history_plan("a b"), "nothing: as expected");
}

static void a_file_that_cannot_be_read_says_why(void **state)
{
	(void)state;
	assert_reading("---\nkind: minutes\n---\n",
	               "nothing: `minutes` is not a kind of document; the kinds are plan, update, "
	               "overview, observation, closedown, actions and paper");
	assert_reading("Notes\n",
	               "nothing: no front matter: the first line must be `---`, followed "
	               "by the fields (workstream, period, rag, ...) and a second line "
	               "`---`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_update_says_a_rating_of_a_workstream_and_a_period),
		cmocka_unit_test(an_overview_says_the_programmes_own),
		cmocka_unit_test(drafts_imports_and_corrections_are_told),
		cmocka_unit_test(dates_that_are_none_are_not_given),
		cmocka_unit_test(an_update_without_its_three_words_says_nothing_and_why),
		cmocka_unit_test(of_a_plan_nothing_is_expected),
		cmocka_unit_test(a_file_that_cannot_be_read_says_why),
	};
	return cmocka_run_group_tests_name("reading", tests, NULL, NULL) != 0;
}
