/* ragtrail show, as it is run. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/printed.h"
#include "support/scenario.h"

static const char update[] =
	"---\n"
	"workstream: a\n"
	"period: 2023-08/2023-09\n"
	"rag: green\n"
	"sponsor: Sponsor\n"
	"managers: [Mia, Max]\n"
	"agreed_completion: 2024-03-31\n"
	"forecast_completion: 2024-05-01\n"
	"route_to_green: Two more trained, by May\n"
	"milestones:\n"
	"  - {id: pilot, title: The pilot, due: 2023-08-31, status: delivered, delivered_on: "
	"2023-08-30}\n"
	"next_milestones:\n"
	"  - {id: rest, title: Everything else}\n"
	"risks:\n"
	"  - {id: staff, risk: Nobody can be hired, mitigation: Train, owner: HR}\n"
	"completed_by: Mia\n"
	"completed_on: 2023-10-02\n"
	"correction: {reason: The board asked, raised_by: Board}\n"
	"---\n"
	"\n"
	"## More\n"
	"\n"
	"Behind *everything* else, see [the paper](https://example.org/paper).\n"
	"\n"
	"## Key activities\n"
	"\n"
	"<!-- nothing -->\n"
	"- one\n"
	"- two\n"
	"\n"
	"> said\n";

static struct history *make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a-7.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/a.md", history_update("a", "2023-08/2023-09", "amber")},
	        {4, "Ann", "plans/p/a.md", update});
	history_checkout(history);
	return history;
}

static const char *short_id(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "%.7s", object_hex(&id, hex));
}

/* The output without what is questioned, whatever there is of that. */
static struct outcome unquestioned(struct sandbox *sandbox, struct outcome outcome)
{
	const char *from = strstr(outcome.output, "\nQuestioned\n");
	const char *to = from != NULL ? strstr(from + 1, "\n\n") : NULL;
	if (to != NULL)
		outcome.output = arena_printf(&sandbox->arena, "%.*s%s",
		                              (int)(from - outcome.output), outcome.output, to + 1);
	return outcome;
}

static void an_update_is_shown_with_its_history(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	const char *head = short_id(history, "HEAD");
	const char *expected = arena_printf(
		&sandbox->arena,
		"A\n"
		"Improvement plan\n"
		"Example Combined Authority\n"
		"\n"
		"Period        August to September 2023\n"
		"Rating        Green\n"
		"              Delivery on time, within cost and to the quality promised is\n"
		"              highly likely.\n"
		"Change        improved, was Amber (July 2023)\n"
		"Sponsor       Sponsor\n"
		"Managers      Mia; Max\n"
		"Agreed        31 March 2024\n"
		"Forecast      1 May 2024, 31 days later than agreed\n"
		"Route back    Two more trained, by May\n"
		"Completed by  Mia, 2 October 2023\n"
		"\n"
		"Milestones\n"
		"  Status         Due           Milestone\n"
		"  delivered      31 Aug 2023   The pilot (delivered 30 Aug 2023)\n"
		"  planned next   –             Everything else\n"
		"\n"
		"Risks\n"
		"  - Nobody can be hired\n"
		"    Mitigation: Train\n"
		"    Owner: HR\n"
		"\n"
		"Key activities\n"
		"    - one\n"
		"    - two\n"
		"\n"
		"      said\n"
		"\n"
		"More\n"
		"  Behind everything else, see the paper (https://example.org/paper).\n"
		"\n"
		"Dates over time\n"
		"  agreed 31 Mar 2025 (Ann, 3 Jul 2023)\n"
		"  agreed 31 Mar 2024, was 31 Mar 2025: 365 days earlier (Ann, 5 Jul 2023)\n"
		"  forecast 31 Mar 2025 (Ann, 3 Jul 2023)\n"
		"  forecast 1 May 2024, was 31 Mar 2025: 334 days earlier (Ann, 5 Jul 2023)\n"
		"  in all, completion is forecast 334 days earlier than first agreed\n"
		"\n"
		"Rating history\n"
		"  August to September 2023\n"
		"    Amber, set by Ben on 4 Jul 2023; on record since 4 Jul 2023, commit %s\n"
		"    Green, set by Ann on 5 Jul 2023; on record since 5 Jul 2023, commit %s\n"
		"      re-rated from Amber to Green, because: The board asked (raised by Board)\n"
		"  July 2023\n"
		"    Amber, set by Ann on 3 Jul 2023; on record since 3 Jul 2023, commit %s\n"
		"\n"
		"commit %s of 5 Jul 2023, plans/p/a.md\n",
		short_id(history, "HEAD~1"), head, short_id(history, "HEAD~2"), head);
	assert_outcome(unquestioned(sandbox, RAGTRAIL(sandbox, "repository", "show", "a")), 0,
	               expected, "");
	assert_outcome(
		unquestioned(sandbox, RAGTRAIL(sandbox, "repository", "show", "p/a@2023-09")), 0,
		expected, "");
	assert_outcome(
		unquestioned(sandbox, RAGTRAIL(sandbox, "repository", "show", "A@2023-08/2023-09")),
		0, expected, "");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a", "--at", "HEAD~2");
	assert_non_null(strstr(outcome.output, "\nPeriod        July 2023\n"));
}

/* In July forecast for later than agreed, in August as agreed. */
static struct history *make_questionable(struct sandbox *sandbox, const char *extra)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a-7.md",
	         replaced(sandbox, history_update_with("a", "2023-07", "green", extra),
	                  "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                  "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15")},
	        {3, "Ann", "plans/p/a-8.md", history_update("a", "2023-08", "green")});
	return history;
}

static void what_is_questioned_is_shown_with_its_evidence(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_questionable(sandbox, "");
	const char *landed = short_id(history, "HEAD~1");
	const char *expected = arena_printf(
		&sandbox->arena,
		"\n\nQuestioned\n"
		"  - rated Green, though completion is forecast for 15 May 2024, 45 days later\n"
		"    than agreed [green-past-agreed]\n"
		"    see plans/p/a-7.md:9 (July 2023, commit %s): forecast completion 15 May\n"
		"      2024\n"
		"    see plans/p/a-7.md:8 (July 2023, commit %s): agreed completion 31 March\n"
		"      2024\n"
		"\n"
		"Key activities\n",
		landed, landed);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a@2023-07");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, expected));
	/* Of another period that is not said. */
	assert_null(
		strstr(RAGTRAIL(sandbox, "repository", "show", "a").output, "green-past-agreed"));
	outcome = RAGTRAIL(sandbox, "repository", "show", "a@2023-07", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	json_t *question = json_array_get(json_object_get(root, "questions"), 0);
	assert_text(json_string_value(json_object_get(question, "rule")), "green-past-agreed");
	assert_int_equal(json_array_size(json_object_get(question, "evidence")), 2);
	json_decref(root);
}

static void an_explained_question_is_shown_with_its_reason(void **state)
{
	make_questionable(*state,
	                  "explained:\n"
	                  "  - {rule: green-past-agreed, reason: The board agreed to it}\n");
	struct outcome outcome = RAGTRAIL(*state, "repository", "show", "a@2023-07");
	assert_non_null(strstr(outcome.output, "\n\nQuestioned, and explained\n"));
	assert_non_null(
		strstr(outcome.output, "[green-past-agreed]; explained: The board agreed to it\n"));
}

static void what_is_not_on_record_is_said(void **state)
{
	static const struct {
		const char *arguments[4];
		const char *says;
	} rows[] = {
		{{"show"},
	         "say what to show: a workstream, or a document's id; see: ragtrail show --help"},
		{{"show", "a", "b"},
	         "say what to show: a workstream, or a document's id; see: ragtrail show --help"},
		{{"show", "b"},
	         "nothing is on record of `b` yet; what is not committed is judged "
	         "by: ragtrail check"},
		{{"show", "a@2024-01"},
	         "there is no report of `a` for January 2024; the latest is of 2023-08/2023-09"},
		{{"show", "a@2023-13"},
	         "`2023-13` is not a period; write a month, 2023-08, or several, 2023-07/2023-08"},
		{{"show", "a@2023/08"}, "`2023/08` is not a period; write 2023-08"},
		{{"show", "p@2023-08"},
	         "`p` is a plan, and a period of it has several reports; name a workstream, or have "
	         "all of them: ragtrail report p PERIOD"},
		{{"show", "overvew"},
	         "there is no workstream or plan `overvew` on record; did you mean `overview`?"},
	};
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct command command = {.folder = "repository", .arguments = rows[i].arguments};
		assert_outcome(command_run(sandbox, &command), 2, "",
		               arena_printf(&sandbox->arena, "ragtrail: %s\n", rows[i].says));
	}
}

static void json_is_for_programs(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	assert_string_equal(json_string_value(json_object_get(root, "movement")),
	                    "rating-improved");
	assert_int_equal(json_integer_value(json_object_get(root, "slip_days")), 31);
	assert_int_equal(json_array_size(json_object_get(root, "sections")), 2);
	json_t *fields = json_object_get(root, "fields");
	assert_string_equal(json_string_value(json_object_get(fields, "workstream")),
	                    json_string_value(json_object_get(root, "workstream")));
	assert_true(json_is_array(json_object_get(fields, "outcomes")));
	assert_true(json_is_null(json_object_get(fields, "imported")));
	json_t *ledger = json_object_get(root, "ledger");
	assert_int_equal(json_integer_value(json_object_get(ledger, "slip_days")), -334);
	json_decref(root);
}

/* Everything that a document, a name or a path may hold. */
static void hostile_values_are_shown_safely(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	struct buf text = BUF_INIT;
	buf_text(&text, history_update_with("a", "2023-07", "\"=1+1\"",
	                                    "milestones:\n  - {id: m, title: \"=cmd|x\", status: "
	                                    "missed}\n"));
	buf_text(&text, "\n## Deep\n\n");
	for (int i = 0; i < 2000; i++)
		buf_text(&text, "> ");
	buf_text(&text, "quoted\n\n999999999. ten\n\n```\n  code that is ");
	buf_repeat(&text, 'x', 300);
	buf_text(&text, "\n```\n\n<b>raw</b> <!-- not --> [bad](javascript:alert)\n\n");
	buf_repeat(&text, 'w', 300);
	buf_text(&text, "\n");
	struct row rows[] = {{0, NULL, "plans/p/plan.md", history_plan("a")},
	                     {0, NULL, "plans/p/a.md", text.bytes}};
	history_commit(history, &(struct commit){.day = 2,
	                                         .author = "Eve \x1b[31m\xe2\x80\xaegnp.exe",
	                                         .message = "x",
	                                         .rows = rows,
	                                         .count = COUNT_OF(rows)});
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a");
	assert_text(outcome.errors, "");
	assert_shows(outcome.output, 80);
	assert_non_null(strstr(outcome.output, "<b>raw</b>"));
	assert_null(strstr(outcome.output, "javascript"));
	outcome = RAGTRAIL(sandbox, "repository", "show", "a", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	json_decref(root);
	buf_release(&text);
}

static void a_latest_report_that_was_withdrawn_is_said_at_the_top(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/6.md", history_update("a", "2023-06", "red")},
	        {3, "Ann", "plans/p/7.md", history_update("a", "2023-07", "amber")},
	        {4, "Ben", "plans/p/8.md", history_update("a", "2023-08", "green")},
	        {5, "Cat", "plans/p/8.md", NULL});
	const char *withdrawn = arena_printf(
		&sandbox->arena,
		"Period        July 2023\n"
		"Withdrawn     the report for August 2023, on 6 Jul 2023 by Cat, commit "
		"%s:\n"
		"              this is the latest on record\n"
		"Rating        Amber\n",
		short_id(history, "main"));
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a");
	assert_case(strstr(outcome.output, withdrawn) != NULL, outcome.output);
	/* Of June it is not: July's is on record. */
	assert_null(strstr(RAGTRAIL(sandbox, "repository", "show", "a@2023-06").output,
	                   "\nWithdrawn "));
	outcome = RAGTRAIL(sandbox, "repository", "show", "a@2023-08");
	assert_case(strstr(outcome.output, "\nWithdrawn     on 6 Jul 2023 by Cat, ") != NULL,
	            outcome.output);
	/* Nor where a later report followed, or one of other months took its place. */
	HISTORY(history, {6, "Ann", "plans/p/9.md", history_update("a", "2023-09", "green")});
	assert_null(strstr(RAGTRAIL(sandbox, "repository", "show", "a").output, "\nWithdrawn "));
	HISTORY(history, {7, "Ann", "plans/p/9.md", NULL}, {8, "Ann", "plans/p/7.md", NULL},
	        {9, "Ann", "plans/p/78.md", history_update("a", "2023-07/2023-09", "green")});
	assert_null(strstr(RAGTRAIL(sandbox, "repository", "show", "a").output, "\nWithdrawn "));
}

/* The top and the history of one page name the same day. */
static void a_withdrawal_is_dated_by_the_servers_receipt(void **state)
{
	struct sandbox *sandbox = *state;
	scenario_make(sandbox, "repository",
	              "write a.md a 2023-07 amber\n"
	              "commit 2023-08-01 Ann\n"
	              "write b.md b 2023-07 green\n"
	              "commit 2023-08-02 Ben\n"
	              "git rm -q plans/better/a.md\n"
	              "commit 2023-08-03 Cat\n"
	              "receive 1 2023-07-01 office HEAD~3\n"
	              "receive 2 2023-08-09 cat HEAD\n");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a");
	assert_case(strstr(outcome.output, "\nWithdrawn     on 9 Aug 2023 by Cat, ") != NULL,
	            outcome.output);
	assert_case(strstr(outcome.output, " withdrawn by Cat on 9 Aug 2023, ") != NULL,
	            outcome.output);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_update_is_shown_with_its_history),
		sandbox_test(what_is_questioned_is_shown_with_its_evidence),
		sandbox_test(an_explained_question_is_shown_with_its_reason),
		sandbox_test(what_is_not_on_record_is_said),
		sandbox_test(a_latest_report_that_was_withdrawn_is_said_at_the_top),
		sandbox_test(a_withdrawal_is_dated_by_the_servers_receipt),
		sandbox_test(json_is_for_programs),
		sandbox_test(hostile_values_are_shown_safely),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail show", tests, NULL, NULL) != 0;
}
