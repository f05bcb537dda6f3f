/* ragtrail handovers, as it is run. */
#include "support/command.h"

#include <jansson.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/testing.h"

/* A phase that is closed, the next one with its own close-down, and the one after that. */
static struct history *make_phases(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *second = replaced(sandbox, history_plan("c d"), "title: C",
	                              "title: C, inherits: [one/close#hub]");
	HISTORY(history, {0, "Office", "plans/one/plan.md", history_plan("a b")},
	        {1, "Office", "plans/two/plan.md", history_plan("c d")},
	        {2, "Office", "plans/three/plan.md", history_plan("e")},
	        {3, "Ann", "plans/one/close.md",
	         "---\n"
	         "kind: closedown\n"
	         "id: close\n"
	         "date: 2023-07-04\n"
	         "tasks:\n"
	         "  - {id: hub, workstream: a, task: Set up the hub, disposition: next-phase, to: "
	         "two/c, outstanding: [Recruit a contract manager, Refresh the register of "
	         "contracts and grants]}\n"
	         "  - {id: training, workstream: a, task: Train all staff, disposition: next-phase, "
	         "to: two/d}\n"
	         "  - {id: review, workstream: b, task: Review the terms, disposition: "
	         "directorate-plan, to: Resources business plan 2024/25, accepted: {by: Head of "
	         "resources, on: 2023-07-03}}\n"
	         "  - {id: survey, workstream: b, task: Survey of staff, disposition: completed}\n"
	         "  - {id: vision, workstream: b, task: A vision for the region}\n"
	         "---\n"},
	        {4, "Cy", "plans/two/plan.md", second},
	        {5, "Dee", "plans/two/d.md",
	         history_update_with("d", "2023-07", "green", "inherits: [one/close#survey]\n")},
	        {6, "Cy", "plans/two/close.md",
	         "---\n"
	         "kind: closedown\n"
	         "id: close\n"
	         "date: 2023-07-07\n"
	         "tasks:\n"
	         "  - {id: manager, workstream: c, task: A manager for contracts, disposition: "
	         "next-phase, to: three/e, covers: [one/close#hub]}\n"
	         "---\n"});
	return history;
}

/* "commit 4c2c834", of so many landings ago. */
static const char *commit(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "commit %.7s", object_hex(&id, hex));
}

static void every_receiver_has_its_tasks(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_phases(sandbox);
	const char *given = commit(history, "HEAD~3"), *last = commit(history, "HEAD");
	const char *expected = arena_printf(
		&sandbox->arena,
		"Hand-overs as of %s of 7 Jul 2023\n"
		"\n"
		"To nobody\n"
		"  A vision for the region: not decided\n"
		"      one/close#vision, from B\n"
		"      on record since 4 Jul 2023 by Ann, %s\n"
		"\n"
		"To three/e: E\n"
		"  A manager for contracts: offered, and not yet named by the receiving side\n"
		"      two/close#manager, from C: Goes on in the next phase\n"
		"      given on 7 Jul 2023 by Cy, %s\n"
		"      journey: one/close#hub to two/c on 4 Jul 2023; then two/close#manager to\n"
		"      three/e on 7 Jul 2023\n"
		"\n"
		"To two/d: D\n"
		"  Train all staff: offered, and not yet named by the receiving side\n"
		"      one/close#training, from A: Goes on in the next phase\n"
		"      given on 4 Jul 2023 by Ann, %s\n"
		"  Survey of staff: closed, and taken up again\n"
		"      one/close#survey, from B: Completed; no further action\n"
		"      closed on 4 Jul 2023 by Ann, %s\n"
		"      named in two/d on 6 Jul 2023 by Dee, %s\n"
		"\n"
		"To two/c: C\n"
		"  Set up the hub: moved again\n"
		"      one/close#hub, from A: Goes on in the next phase\n"
		"      given on 4 Jul 2023 by Ann, %s\n"
		"      named in two/c on 5 Jul 2023 by Cy, %s\n"
		"      journey: one/close#hub to two/c on 4 Jul 2023; then two/close#manager to\n"
		"      three/e on 7 Jul 2023: offered, and not yet named by the receiving side\n"
		"      outstanding: Recruit a contract manager; Refresh the register of contracts\n"
		"      and grants\n"
		"\n"
		"To Resources business plan 2024/25\n"
		"  Review the terms: accepted\n"
		"      one/close#review, from B: Goes on in a directorate's plan\n"
		"      given on 4 Jul 2023 by Ann, %s\n"
		"      accepted by Head of resources on 3 Jul 2023; on record since 4 Jul 2023 by\n"
		"      Ann, %s\n"
		"\n"
		"3 open, 1 accepted, 1 moved again, 1 reopened.\n",
		last, given, last, given, given, commit(history, "HEAD~1"), given,
		commit(history, "HEAD~2"), given, given);
	assert_outcome(RAGTRAIL(sandbox, "repository", "handovers"), 0, expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "handovers", "one", "two", "three"), 0,
	               expected, "");
}

static void a_plan_gives_and_receives(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_phases(sandbox);
	const char *last = commit(history, "HEAD");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "handovers", "three"), 0,
		arena_printf(
			&sandbox->arena,
			"Hand-overs as of %s of 7 Jul 2023\n"
			"\n"
			"To three/e: E\n"
			"  A manager for contracts: offered, and not yet named by the receiving side\n"
			"      two/close#manager, from C: Goes on in the next phase\n"
			"      given on 7 Jul 2023 by Cy, %s\n"
			"      journey: one/close#hub to two/c on 4 Jul 2023; then "
			"two/close#manager to\n"
			"      three/e on 7 Jul 2023\n"
			"\n"
			"1 open, 0 accepted, 0 moved again, 0 reopened.\n",
			last, last),
		"");
	/* Before anything had been closed. */
	assert_outcome(RAGTRAIL(sandbox, "repository", "handovers", "--on", "2023-07-03"), 0,
	               arena_printf(&sandbox->arena,
	                            "Hand-overs as of %s of 3 Jul 2023\n"
	                            "\n"
	                            "No close-down hands any task over.\n",
	                            commit(history, "HEAD~4")),
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "handovers", "tree"), 2, "",
	               "ragtrail: there is no plan `tree` on record; did you mean `three`?\n");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "handovers", "--format", "csv"), 2, "",
		"ragtrail: `--format csv` must be text or json; see: ragtrail handovers --help\n");
}

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text != NULL ? text : "null";
}

static void json_is_for_programs(void **state)
{
	struct sandbox *sandbox = *state;
	json_error_t failure;
	struct history *history = make_phases(sandbox);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "handovers", "--format", "json", "--verify");
	assert_int_equal(outcome.status, 0);
	json_t *root = json_loads(outcome.output, 0, &failure);
	assert_non_null(root);
	const json_t *counts = json_object_get(root, "counts");
	assert_int_equal(json_integer_value(json_object_get(counts, "open")), 3);
	assert_int_equal(json_integer_value(json_object_get(counts, "moved-again")), 1);
	const json_t *rows = json_object_get(root, "handovers"), *row = json_array_get(rows, 4);
	assert_int_equal(json_array_size(rows), 6);
	assert_text(text_of(row, "name"), "one/close#hub");
	assert_text(text_of(row, "plan"), "one");
	assert_text(text_of(row, "closedown"), "close");
	assert_text(text_of(row, "task"), "hub");
	assert_text(text_of(row, "workstream"), "a");
	assert_text(text_of(row, "title"), "Set up the hub");
	assert_text(text_of(json_object_get(row, "disposition"), "id"), "next-phase");
	assert_text(text_of(row, "state"), "moved-again");
	assert_text(text_of(row, "to"), "two/c");
	assert_text(text_of(row, "next"), "two/close#manager");
	assert_text(text_of(json_object_get(row, "named"), "workstream"), "c");
	assert_int_equal(json_array_size(json_object_get(row, "outstanding")), 2);
	assert_true(json_is_false(json_object_get(row, "open")));
	assert_true(json_is_null(json_object_get(row, "accepted")));
	row = json_array_get(rows, 3);
	assert_true(json_is_true(json_object_get(row, "reopened")));
	assert_text(text_of(json_object_get(json_array_get(rows, 5), "accepted"), "on"),
	            "2023-07-03");
	assert_text(
		text_of(json_array_get(json_object_get(json_array_get(rows, 1), "before"), 0), ""),
		"null");
	assert_text(json_string_value(
			    json_array_get(json_object_get(json_array_get(rows, 1), "before"), 0)),
	            "one/close#hub");
	json_decref(root);
	(void)history;
}

/* Whatever stands in a document, a terminal is shown as text. */
static void nothing_moves_the_cursor(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/one/plan.md", history_plan("a")},
	        {1, "Ann", "plans/one/close.md",
	         "---\nkind: closedown\nid: close\ndate: 2023-07-04\ntasks:\n"
	         "  - {id: hub, workstream: a, task: \"Set \\e[2J up\", disposition: "
	         "directorate-plan, to: \"A \\e[31m plan\"}\n---\n"});
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "handovers");
	assert_int_equal(outcome.status, 0);
	assert_null(strchr(outcome.output, '\x1b'));
	assert_non_null(strstr(outcome.output, "1 open, "));
}

/* Neither side's pages say anything of what is kept back on the other. */
static void what_is_exempt_stays_out_of_the_pages(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	static const char *const task =
		"---\nkind: closedown\nid: close\ndate: 2023-07-04\ntasks:\n"
		"  - {id: t, workstream: %s, task: %s, disposition: next-phase, to: %s}\n---\n";
	const char *secret = replaced(sandbox, history_plan_with("s", "exempt: true\n"), "title: S",
	                              "title: Secret, inherits: [open/close#t]");
	HISTORY(history, {0, "Office", "plans/open/plan.md", history_plan("a b")},
	        {1, "Mole", "plans/hidden/plan.md", secret},
	        {2, "Ann", "plans/open/close.md",
	         arena_printf(&sandbox->arena, task, "a", "Known work", "hidden/s")},
	        {3, "Mole", "plans/hidden/close.md",
	         arena_printf(&sandbox->arena, task, "s", "Secret work", "open/b")},
	        {4, "Ben", "plans/open/b.md",
	         history_update_with("b", "2023-07", "green", "inherits: [hidden/close#t]\n")});
	assert_int_equal(
		RAGTRAIL(sandbox, "repository", "render", "-o", sandbox_path(sandbox, "site"))
			.status,
		0);
	const char *page = sandbox_read(sandbox, "site/open/closedown-close.html");
	assert_non_null(strstr(page, "Known work"));
	assert_non_null(strstr(page, "<p>To: hidden/s</p>"));
	assert_null(strstr(page, "Mole"));
	assert_null(strstr(page, "Secret"));
	page = sandbox_read(sandbox, "site/open/b.html");
	assert_null(strstr(page, "Secret"));
	assert_null(strstr(page, "Handed over"));
	assert_null(strstr(sandbox_read(sandbox, "site/open/index.html"), "Secret"));
	assert_non_null(strstr(RAGTRAIL(sandbox, "repository", "handovers").output, "Secret work"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_receiver_has_its_tasks),
		sandbox_test(a_plan_gives_and_receives),
		sandbox_test(json_is_for_programs),
		sandbox_test(nothing_moves_the_cursor),
		sandbox_test(what_is_exempt_stays_out_of_the_pages),
	};
	return cmocka_run_group_tests_name("ragtrail handovers", tests, NULL, NULL) != 0;
}
