/* Observations and plans of actions, as readers and programs get them. */
#include "support/command.h"

#include <jansson.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/validating.h"

#define PLAN                                                                                       \
	history_plan_with("a b", "committees: [{id: board, name: The <Board>}]\n"                  \
	                         "severity: {rating-jumped: off}\n")

static const char letter[] =
	"---\n"
	"kind: observation\n"
	"id: letter\n"
	"committee: board\n"
	"date: 2023-08-10\n"
	"challenges:\n"
	"  - {id: late, workstream: a, period: 2023-07, reason: It <looks> late}\n"
	"  - {workstream: b, period: 2023-07, reason: Nobody is there}\n"
	"independent: [{workstream: a, period: 2023-07, rag: red}]\n"
	"---\n"
	"\n"
	"It met.\n";

static const char peers[] =
	"---\n"
	"kind: actions\n"
	"id: peers\n"
	"title: Answers to <peers>\n"
	"source: A review by peers\n"
	"date: 2023-08-01\n"
	"stated_recommendations: 2\n"
	"recommendations: [{id: r1, title: Say who <decides>}]\n"
	"actions:\n"
	"  - {id: a1, title: Write a scheme, addresses: [r1], owner: Chief, due: "
	"2023-08-31, measure: It is kept, status: STATUS}\n"
	"---\n";

static const char *peers_with(struct sandbox *sandbox, const char *status)
{
	const char *at = strstr(peers, "STATUS");
	return arena_printf(&sandbox->arena, "%.*s%s%s", (int)(at - peers), peers, status,
	                    at + strlen("STATUS"));
}

static struct history *make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", PLAN},
	        {32, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {32, NULL, "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {33, "Office", "plans/p/peers.md", peers_with(sandbox, "not-started")},
	        {45, "Clerk", "plans/p/letter.md", letter},
	        {50, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-07", "amber",
	                             "correction: {reason: It was, raised_by: letter#late}\n")},
	        {55, "Office", "plans/p/peers.md", peers_with(sandbox, "in-progress")});
	return history;
}

/* What stands in the text from BEGIN on, up to before END. */
static const char *part(struct sandbox *sandbox, const char *text, const char *begin,
                        const char *end)
{
	const char *from = strstr(text, begin);
	assert_case(from != NULL, begin);
	const char *to = strstr(from, end);
	assert_case(to != NULL, end);
	return arena_text(&sandbox->arena, from, (size_t)(to - from));
}

static void a_trend_tells_what_is_challenged_and_what_is_overdue(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "trend");
	assert_int_equal(outcome.status, 0);
	assert_text(
		part(sandbox, outcome.output, "B, July 2023", "\nTrail"),
		"B, July 2023: challenged by The <Board> on 10 Aug 2023: Nobody is there; open\n");
	assert_text(part(sandbox, outcome.output, "Trail", "G Green"),
	            "Trail, Jul 2023\n"
	            "A                                A*\n"
	            "  rated independently            R\n"
	            "B                                G\n");
	assert_non_null(strstr(outcome.output, "Nothing was overdue on 25 Aug 2023.\n"));
	/* A later day finds the same record, and the day has passed. */
	outcome = RAGTRAIL(sandbox, "repository", "trend", "--on", "2023-10-05");
	assert_text(strstr(outcome.output, "\nActions: "),
	            "\nActions: Answers to <peers>\n"
	            "Recommendations: 2 stated, 1 listed, 1 answered by an action\n"
	            "\n"
	            "Month        Open  Done  Overdue  Dropped\n"
	            "Aug 2023        1     0        0        0\n"
	            "Sep 2023        1     0        1        0\n"
	            "Oct 2023        1     0        1        0\n"
	            "\n"
	            "Overdue on 5 Oct 2023: 1 of 1 open\n"
	            "  31 Aug 2023  a1: Write a scheme (Chief)\n");
}

static void a_rating_is_shown_with_what_is_said_of_it(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	const char *text = RAGTRAIL(sandbox, "repository", "show", "a").output;
	assert_non_null(strstr(text,
	                       "\nChallenged    by The <Board> on 10 Aug 2023: It <looks> late; "
	                       "answered: re-rated\n"
	                       "              from Green to Amber on 20 Aug 2023, commit "));
	assert_non_null(strstr(text, "\nIndependent   rated Red by The <Board> on 10 Aug 2023\n"));
	/* Before the re-rating it was open, and before the letter there was nothing. */
	text = RAGTRAIL(sandbox, "repository", "show", "a", "--on", "2023-08-16").output;
	assert_non_null(strstr(text, "It <looks> late; open\n"));
	text = RAGTRAIL(sandbox, "repository", "show", "a", "--on", "2023-08-10").output;
	assert_null(strstr(text, "Challenged"));
	assert_null(strstr(text, "Independent"));
}

static void a_document_is_shown_with_what_became_of_it(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	const char *text = RAGTRAIL(sandbox, "repository", "show", "letter").output;
	assert_non_null(strstr(part(sandbox, text, "What answers", "Versions"),
	                       "\n  B, July 2023: open\n"));
	text = RAGTRAIL(sandbox, "repository", "show", "peers", "--on", "2023-10-05").output;
	assert_text(part(sandbox, text, "Overdue on", "\nVersions"),
	            "Overdue on 5 Oct 2023: 1 of 1 open\n"
	            "  31 Aug 2023  a1: Write a scheme (Chief)\n"
	            "\n"
	            "How the actions moved\n"
	            "  a1\n"
	            "    3 Aug 2023, Office: listed, not started\n"
	            "    25 Aug 2023, Office: in progress, was not started\n");
}

static json_t *get(const json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);
	assert_case(value != NULL, key);
	return value;
}

static void programs_get_the_same(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	const char *all = RAGTRAIL(sandbox, "repository", "export", "--on", "2023-10-05").output;
	assert_true(schema_accepts(sandbox, "core/view/export.schema.json", all));
	json_t *root = json_loads(all, 0, NULL);
	json_t *plan = json_array_get(get(root, "plans"), 0);
	json_t *a = json_array_get(get(plan, "workstreams"), 0);
	json_t *challenge = json_array_get(get(a, "challenges"), 0);
	assert_text(json_string_value(get(challenge, "status")), "answered");
	assert_true(json_is_true(get(get(challenge, "rerating"), "named")));
	assert_text(json_string_value(get(get(get(challenge, "rerating"), "from"), "id")), "green");
	json_t *rating = json_array_get(get(a, "independent"), 0);
	assert_text(json_string_value(get(get(rating, "rating"), "label")), "Red");
	json_t *actions = json_array_get(get(plan, "action_plans"), 0);
	assert_int_equal(json_integer_value(get(get(actions, "now"), "overdue")), 1);
	assert_text(json_string_value(get(actions, "as_of")), "2023-10-05");
	assert_int_equal(json_array_size(get(actions, "months")), 3);
	json_t *action = json_array_get(get(actions, "actions"), 0);
	assert_int_equal(json_array_size(get(action, "history")), 2);
	json_decref(root);
	root = json_loads(
		RAGTRAIL(sandbox, "repository", "show", "letter", "--format", "json").output, 0,
		NULL);
	challenge = json_array_get(get(root, "challenges"), 1);
	assert_text(json_string_value(get(challenge, "workstream")), "b");
	assert_text(json_string_value(get(challenge, "status")), "open");
	json_decref(root);
	root = json_loads(
		RAGTRAIL(sandbox, "repository", "show", "peers", "--format", "json").output, 0,
		NULL);
	assert_int_equal(json_integer_value(get(get(get(root, "action_plan"), "now"), "open")), 1);
	json_decref(root);
	root = json_loads(RAGTRAIL(sandbox, "repository", "show", "b", "--format", "json").output,
	                  0, NULL);
	assert_int_equal(json_array_size(get(root, "challenges")), 1);
	json_decref(root);
}

static void pages_lead_to_each_other(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	const char *a = sandbox_read(sandbox, "repository/site/p/a.html");
	const char *there = sandbox_read(sandbox, "repository/site/p/observation-letter.html");
	assert_non_null(strstr(a, "(raised by <a href=\"observation-letter.html#challenge-1\">The "
	                          "&lt;Board&gt;</a>)"));
	assert_non_null(strstr(there, "<tr id=\"challenge-1\">"));
	assert_non_null(strstr(there, "<a href=\"a.html#ratings\">A</a>, July 2023, re-rated from "
	                              "Green to Amber on "));
	assert_non_null(strstr(there, "It &lt;looks&gt; late"));
	assert_non_null(strstr(there, "2 challenges, <strong>1 still open</strong>."));
	const char *plan = sandbox_read(sandbox, "repository/site/p/index.html");
	assert_non_null(strstr(plan, "<a href=\"b.html#challenged\">challenged, open</a>"));
	assert_null(strstr(plan, "<a href=\"a.html#challenged\">challenged, open</a>"));
	const char *actions = sandbox_read(sandbox, "repository/site/p/actions-peers.html");
	assert_non_null(strstr(actions, "Answers to &lt;peers&gt;"));
	assert_non_null(strstr(actions, "Say who &lt;decides&gt;"));
	assert_non_null(strstr(actions, "<a href=\"#action-1\">Write a scheme</a>"));
	assert_null(strstr(actions, "<peers>"));
}

/* The first rating that a body gave the programme in a document of the export's form. */
static const char *of_the_programme(struct sandbox *sandbox, const char *text)
{
	json_t *root = json_loads(text, 0, NULL);
	json_t *programme = get(json_array_get(get(root, "plans"), 0), "programme");
	json_t *rating = json_array_get(get(programme, "independent"), 0);
	assert_non_null(rating);
	const char *label = json_string_value(get(get(rating, "rating"), "label"));
	label = arena_text(&sandbox->arena, label, strlen(label));
	json_decref(root);
	return label;
}

static void a_rating_of_the_programme_is_in_the_site_s_data_too(void **state)
{
	struct sandbox *sandbox = *state;
	HISTORY(make_plan(sandbox), {60, "Clerk", "plans/p/letter.md",
	                             replaced(sandbox, letter, "independent: [",
	                                      "independent: [{period: 2023-07, rag: amber}, ")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	assert_text(of_the_programme(sandbox, RAGTRAIL(sandbox, "repository", "export").output),
	            "Amber");
	assert_text(
		of_the_programme(sandbox, sandbox_read(sandbox, "repository/site/p/index.json")),
		"Amber");
}

/* Who reads the page of a letter does not learn of a workstream that is kept back. */
static void what_is_exempt_is_not_named_on_pages(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	const char *plan = history_plan_with("a", "committees: [{id: board, name: The Board}]\n");
	HISTORY(history, {60, "Office", "plans/p/plan.md",
	                  arena_printf(&sandbox->arena, "%.*s%s%s",
	                               (int)(strstr(plan, "workstreams:\n") - plan) + 13, plan,
	                               "  - {id: b, title: Secret matter, exempt: true}\n",
	                               strstr(plan, "workstreams:\n") + 13)});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	const char *page = sandbox_read(sandbox, "repository/site/p/observation-letter.html");
	assert_null(strstr(page, "Secret matter"));
	assert_null(strstr(page, "b.html"));
	assert_non_null(strstr(page, "A rating that is not published here, July 2023"));
	HISTORY(history, {61, "Clerk", "plans/p/letter.md",
	                  replaced(sandbox, letter, "kind: observation\n",
	                           "kind: observation\nexempt: true\n")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	assert_null(strstr(sandbox_read(sandbox, "repository/site/p/a.html"), "Board"));
}

/*
 * Of a workstream whose report is about to be committed the outline of the record is at hand, which
 * knows no rating: what the documents of the index say counts.
 */
static void a_letter_and_the_report_that_answers_it_are_checked_before_a_commit(void **state)
{
	static const char *const said[] = {
		"", "correction: {reason: It was, raised_by: letter#late}\n"};
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", PLAN},
	        {32, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {32, NULL, "plans/p/b.md", history_update("b", "2023-07", "green")});
	history_checkout(history);
	RAGTRAIL(sandbox, "repository", "trend"); /* leaves the outline behind */
	sandbox_write(sandbox, "repository/plans/p/letter.md", letter);
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
		sandbox_write(sandbox, "repository/plans/p/a.md",
		              history_update_with("a", "2023-07", "amber", said[i]));
		GIT(sandbox, "repository", "add", ".");
		struct outcome outcome = RAGTRAIL(sandbox, "repository", "check", "--staged");
		assert_int_equal(outcome.status, 0);
		assert_non_null(strstr(outcome.output, "challenge to `b` for July 2023 is open"));
		assert_int_equal(strstr(outcome.output, "challenge to `a`") == NULL, i == 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_trend_tells_what_is_challenged_and_what_is_overdue),
		sandbox_test(a_rating_is_shown_with_what_is_said_of_it),
		sandbox_test(a_rating_of_the_programme_is_in_the_site_s_data_too),
		sandbox_test(a_document_is_shown_with_what_became_of_it),
		sandbox_test(programs_get_the_same),
		sandbox_test(pages_lead_to_each_other),
		sandbox_test(what_is_exempt_is_not_named_on_pages),
		sandbox_test(a_letter_and_the_report_that_answers_it_are_checked_before_a_commit),
	};
	return cmocka_run_group_tests_name("observations and actions", tests, NULL, NULL) != 0;
}
