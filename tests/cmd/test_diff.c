/* ragtrail diff, as it is run. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/printed.h"

static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")});
	history_tag(history, "board/2023-07-04");
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {5, "Ben", "plans/p/b.md", history_update("b", "2023-07", "red")});
	history_checkout(history);
	return history;
}

static const char *short_id(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "%.7s", object_hex(&id, hex));
}

static const char *expected_to(struct history *history, const char *now)
{
	return arena_printf(&history->sandbox->arena,
	                    "What changed from board/2023-07-04 to %s\n"
	                    "\n"
	                    "  board/2023-07-04   commit %s of 4 Jul 2023\n"
	                    "  %-16s   commit %s of 6 Jul 2023\n"
	                    "\n"
	                    "Improvement plan\n"
	                    "\n"
	                    "  A: improved from Amber to Green (August 2023).\n"
	                    "  B: no report since, but re-rated from Green to Red (July 2023); no "
	                    "report for\n"
	                    "      August 2023.\n"
	                    "    no reason was given\n"
	                    "\n"
	                    "1 improved, none steady, none declined; 1 without a report for the "
	                    "latest\n"
	                    "period, 1 rating of the past changed.\n",
	                    now, short_id(history, "board/2023-07-04"), now,
	                    short_id(history, "HEAD"));
}

static void two_revisions_are_compared(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *head = expected_to(history, "HEAD"), *branch = expected_to(history, "main");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04"), 0, head, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04..", "-p", "p"), 0,
	               head, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04", "main"), 0,
	               branch, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04..main"), 0, branch,
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04", "--at", "main"),
	               0, branch, "");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04", "--on", "2023-07-06"),
		0, expected_to(history, "2023-07-06"), "");
}

static void wrong_usage_is_refused(void **state)
{
	static const char say[] = "ragtrail: say which revisions: `A`, `A B` or `A..B`; see: "
				  "ragtrail diff --help\n";
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff"), 2, "", say);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "..main"), 2, "", say);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "main...main"), 2, "", say);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "main..main", "main"), 2, "", say);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "main", "main", "main"), 2, "", say);
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "HEAD~1", "main", "--at", "main"), 2,
	               "",
	               "ragtrail: `--at` and `--on` say what `main` says already; see: ragtrail "
	               "diff --help\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "diff", "HEAD~1", "-p", "q"), 2, "",
	               "ragtrail: there is no plan `q` on record; the only one is `p`\n");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "diff", "board/none");
	assert_int_equal(outcome.status, 2);
	assert_true(strstr(outcome.errors, "ragtrail: `board/none` is not a revision") ==
	            outcome.errors);
}

/* The other way round is allowed, and said. */
static void a_revision_that_the_other_does_not_build_on_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "diff", "HEAD", "HEAD~1");
	assert_int_equal(outcome.status, 0);
	assert_non_null(
		strstr(outcome.output, "  HEAD is not among the landings that HEAD~1 builds on"));
}

static void json_is_for_programs(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04", "--format=json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	json_t *row = json_array_get(json_object_get(plan, "workstreams"), 1);
	assert_string_equal(json_string_value(json_object_get(row, "outcome")), "re-rated");
	assert_true(json_is_true(json_object_get(row, "missing")));
	json_t *change = json_array_get(json_object_get(row, "changes"), 0);
	assert_string_equal(json_string_value(json_object_get(change, "to")), "Red");
	assert_true(json_is_true(json_object_get(root, "related")));
	json_decref(root);
}

static void hostile_values_are_shown_safely(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *title = "";
	for (int i = 0; i < 30; i++)
		title = arena_printf(&sandbox->arena, "%sword%02d1234", title, i);
	HISTORY(history,
	        {6, "Ann", "plans/p/plan.md",
	         history_plan_with(
			 "b", arena_printf(&sandbox->arena, "  - {id: a, title: %s}\n", title))},
	        {7, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-09", "\"=1+1\"",
	                             arena_printf(&sandbox->arena,
	                                          "risks:\n  - {id: r, risk: \"=%s\", mitigation: "
	                                          "M}\n",
	                                          title))});
	GIT(sandbox, "repository", "tag",
	    "\xc2\x9b"
	    "31m\xe2\x80\xae");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "diff", "board/2023-07-04",
	                                  "\xc2\x9b"
	                                  "31m\xe2\x80\xae");
	assert_text(outcome.errors, "");
	assert_shows(outcome.output, 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(two_revisions_are_compared),
		sandbox_test(wrong_usage_is_refused),
		sandbox_test(a_revision_that_the_other_does_not_build_on_is_told),
		sandbox_test(json_is_for_programs),
		sandbox_test(hostile_values_are_shown_safely),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail diff", tests, NULL, NULL) != 0;
}
