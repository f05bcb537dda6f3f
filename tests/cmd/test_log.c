/* ragtrail log, as it is run. */
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
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {4, "Ann", "plans/p/a.md",
	         history_update_with(
			 "a", "2023-08", "green",
			 "milestones:\n"
			 "  - {id: m, title: Pilot, due: 2023-07-31, status: delivered, "
			 "delivered_on: 2023-07-30}\n")},
	        {5, "Ben", "plans/p/b.md",
	         history_update_with("b", "2023-07", "red",
	                             "correction: {reason: The board asked, raised_by: Board}\n")},
	        {6, "Dora", "plans/p/overview.md", history_overview("2023-08", "amber")});
	history_checkout(history);
	return history;
}

static const char *short_id(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "%.7s", object_hex(&id, hex));
}

static const char *log_of_b(struct history *history)
{
	return arena_printf(&history->sandbox->arena,
	                    "commit %s  6 Jul 2023  Ben\n"
	                    "    Day 5: plans/p/b.md\n"
	                    "\n"
	                    "    B, July 2023: re-rated Red (was Green)\n"
	                    "      because: The board asked (raised by Board)\n"
	                    "\n"
	                    "commit %s  4 Jul 2023  Ben\n"
	                    "    Day 3: plans/p/b.md\n"
	                    "\n"
	                    "    B, July 2023: Green (first rating)\n",
	                    short_id(history, "HEAD~1"), short_id(history, "HEAD~3"));
}

static void the_history_is_told_newest_first(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *expected = arena_printf(&sandbox->arena,
	                                    "commit %s  7 Jul 2023  Dora\n"
	                                    "    Day 6: plans/p/overview.md\n"
	                                    "\n"
	                                    "    Programme, August 2023: Amber (first rating)\n"
	                                    "\n"
	                                    "commit %s  6 Jul 2023  Ben\n"
	                                    "    Day 5: plans/p/b.md\n"
	                                    "\n"
	                                    "    B, July 2023: re-rated Red (was Green)\n"
	                                    "      because: The board asked (raised by Board)\n"
	                                    "\n"
	                                    "commit %s  5 Jul 2023  Ann\n"
	                                    "    Day 4: plans/p/a.md\n"
	                                    "\n"
	                                    "    A, August 2023: Green (improved, was Amber)\n"
	                                    "      new milestone: Pilot, due 31 Jul 2023\n"
	                                    "      milestone delivered on 30 Jul 2023: Pilot\n",
	                                    short_id(history, "HEAD"), short_id(history, "HEAD~1"),
	                                    short_id(history, "HEAD~2"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "-n", "3"), 0, expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "--max-count=3", "p"), 0, expected,
	               "");
}

static void workstreams_are_named(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *expected = log_of_b(history);
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "b"), 0, expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "p/b", "B"), 0, expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "governnce"), 2, "",
	               "ragtrail: there is no workstream or plan `governnce` on record; `ragtrail "
	               "trend` shows what there is\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "p/overvew"), 2, "",
	               "ragtrail: there is no workstream or plan `overvew` on record; did you mean "
	               "`overview`?\n");
	HISTORY(history, {7, "Ann", "plans/q/plan.md", history_plan("b")});
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "b"), 2, "",
	               "ragtrail: `b` is a workstream of several plans; write `p/b` or `q/b`\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "q"), 0,
	               "Nothing is on record yet.\n", "");
}

static void an_earlier_record_is_read(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *behind = strstr(log_of_b(history), "\n\ncommit") + 2;
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "b", "--at", "HEAD~2"), 0, behind,
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "b", "--on", "2023-07-05"), 0, behind,
	               "");
}

static void wrong_usage_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const counts[] = {"0", "-1", "many", "3x", "", "99999999999"};
	make_plans(sandbox);
	for (size_t i = 0; i < COUNT_OF(counts); i++)
		assert_outcome(
			RAGTRAIL(sandbox, "repository", "log", "-n", counts[i]), 2, "",
			arena_printf(&sandbox->arena,
		                     "ragtrail: `--max-count %s` must be a number from 1; see: "
		                     "ragtrail log --help\n",
		                     counts[i]));
	assert_outcome(RAGTRAIL(sandbox, "repository", "log", "--format", "csv"), 2, "",
	               "ragtrail: `--format csv` must be text or json; see: ragtrail log --help\n");
}

static void json_is_for_programs(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "log", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	json_t *entries = json_object_get(root, "entries");
	assert_int_equal(json_array_size(entries), 5);
	json_t *entry = json_array_get(entries, 1);
	assert_string_equal(json_string_value(json_object_get(entry, "author")), "Ben");
	assert_true(json_is_null(json_object_get(entry, "received_at")));
	json_t *change = json_array_get(json_object_get(entry, "changes"), 0);
	assert_string_equal(json_string_value(json_object_get(change, "kind")), "re-rated");
	assert_string_equal(json_string_value(json_object_get(change, "from")), "Green");
	assert_string_equal(json_string_value(json_object_get(change, "to")), "Red");
	assert_string_equal(json_string_value(json_object_get(change, "raised_by")), "Board");
	json_decref(root);
}

/* Names, subjects and titles are anybody's. */
static void hostile_values_are_shown_safely(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *title = arena_text(&sandbox->arena, "", 0);
	for (int i = 0; i < 30; i++)
		title = arena_printf(&sandbox->arena, "%sword%02d1234", title, i);
	struct row rows[] = {
		{0, NULL, "plans/p/plan.md",
	         history_plan_with(
			 "b", arena_printf(&sandbox->arena, "  - {id: a, title: %s}\n", title))},
		{0, NULL, "plans/p/a.md",
	         history_update_with("a", "2023-07", "\"=1+1\"",
	                             arena_printf(&sandbox->arena,
	                                          "milestones:\n  - {id: m, title: \"%s %s\", "
	                                          "status: missed, reason: \"=cmd|x\"}\n",
	                                          title, title))}};
	history_commit(history, &(struct commit){.day = 2,
	                                         .author = "Eve \x1b[31m\xe2\x80\xaegnp.exe",
	                                         .message = "sub\x1b]0;ject\x07 \xe2\x80\xae\xff",
	                                         .rows = rows,
	                                         .count = COUNT_OF(rows)});
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "log");
	assert_int_equal(outcome.status, 0);
	assert_shows(outcome.output, 80);
	assert_non_null(strstr(outcome.output, "=1+1 (first rating)\n"));
	outcome = RAGTRAIL(sandbox, "repository", "log", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	json_decref(root);
	assert_null(strchr(outcome.output, '\x1b'));
}

static void colour_is_for_terminals(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	assert_null(strchr(RAGTRAIL(sandbox, "repository", "log").output, '\x1b'));
	assert_non_null(
		strstr(RAGTRAIL(sandbox, "repository", "log", "--color=always").output, "\x1b["));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_history_is_told_newest_first),
		sandbox_test(workstreams_are_named),
		sandbox_test(an_earlier_record_is_read),
		sandbox_test(wrong_usage_is_refused),
		sandbox_test(json_is_for_programs),
		sandbox_test(hostile_values_are_shown_safely),
		sandbox_test(colour_is_for_terminals),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail log", tests, NULL, NULL) != 0;
}
