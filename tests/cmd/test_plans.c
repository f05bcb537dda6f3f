/*
 * The project's own plans, rendered and checked: the one test that reads live data.
 * It holds what the published papers say; an update of the plans may change it.
 */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/overlay.h"
#include "support/publishing.h"

static const char *const lines[] = {
	"Period: July to August 2023\n",
	"Governance and decision making   Green        Green        steady          2\n",
	"Procurement                      Green        Green        steady          2\n",
	"Project plans and delivery       Green/Amber  Green/Amber  steady          2\n",
	"Partnership working              Green/Amber  Amber        improved        1\n",
	"Confidence, culture and capacity Green        Green/Amber  improved        1\n",
	"Programme, as declared           Green        ",
};

/* The sentence of the issue, wherever the line is folded. */
static const char sentence[] = "2 improved, 3 steady, none declined; 3 of 5 Green, 2 of them for a "
			       "second period.";

/* What the papers leave open and nobody can answer for them: a warning for each. */
static const struct {
	const char *path, *rule;
} left_open[] = {
	{"plans/cpca-phase-2/close-down.md:", "[disposition-several]"},
	{"plans/cpca-phase-2/close-down.md:", "[disposition-missing]"},
	{"plans/cpca-phase-2/iib-2024-01-16.md:", "[challenge-open]"},
};

static void assert_checked(const char *output)
{
	size_t count = 0;
	for (const char *line = output; *line != '\0'; line = next_line(line)) {
		const char *end = line + strcspn(line, "\n"),
			   *warning = strstr(line, ": warning: ");
		if (line[0] == ' ' || warning == NULL || warning > end)
			continue;
		assert_case(count < COUNT_OF(left_open), line);
		const char *path = left_open[count].path, *rule = left_open[count].rule;
		assert_case(strncmp(line, path, strlen(path)) == 0, line);
		assert_case(strncmp(end - strlen(rule), rule, strlen(rule)) == 0, line);
		count++;
	}
	assert_int_equal(count, COUNT_OF(left_open));
	assert_null(strstr(output, ": error: "));
}

static void assert_plans(struct sandbox *sandbox, const char *folder)
{
	struct outcome outcome = RAGTRAIL(sandbox, folder, "check");
	assert_checked(outcome.output);
	assert_int_equal(outcome.status, 0);
	outcome = RAGTRAIL(sandbox, folder, "trend", "cpca-phase-2");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		assert_case(strstr(outcome.output, lines[i]) != NULL, lines[i]);
	assert_null(strstr(outcome.output, "Not on record"));
	char *unfolded = arena_printf(&sandbox->arena, "%s", outcome.output);
	for (char *at = unfolded; *at != '\0'; at++)
		if (*at == '\n')
			*at = ' ';
	assert_non_null(strstr(unfolded, sentence));
	outcome = RAGTRAIL(sandbox, folder, "render", "-o", "../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(sandbox_read(sandbox, "site/index.html"), sentence));
}

static void the_plans_say_what_the_papers_say(void **state)
{
	overlay_plans(*state, "repository");
	assert_plans(*state, "repository");
}

/* The paper of September 2023 goes to its Board, and stays what it was. */
static void the_september_paper_is_frozen_with_its_tag(void **state)
{
	struct sandbox *sandbox = *state;
	overlay_plans(sandbox, "repository");
	struct outcome outcome = publishing_script(
		sandbox, "repository",
		"git config user.name Clerk && git config user.email clerk@example.org &&\n"
		"ragtrail publish cpca-phase-2/board-2023-09-20 >/dev/null &&\n"
		"git rev-parse -q --verify refs/tags/board/2023-09-20^{commit} >/dev/null &&\n"
		"sed -i 's/^rag: green-amber$/rag: amber/' plans/cpca-phase-2/partnership.md &&\n"
		"git commit -q -m 'Partnership working: re-rated' plans &&\n"
		"ragtrail publish --verify cpca-phase-2/board-2023-09-20 &&\n"
		"ragtrail render -o ../site >/dev/null\n");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output,
	                       "plans/cpca-phase-2/board-2023-09-20.md is as it was "
	                       "published\n"));
	const char *page = sandbox_read(sandbox, "site/cpca-phase-2/paper-board-2023-09-20.html");
	const char *since = strstr(page, "<h2 id=\"since\">");
	assert_non_null(since);
	assert_non_null(strstr(since, "Partnership working: no report since, but re-rated from "
	                              "Green/Amber to Amber"));
	assert_null(strstr(since, "gone"));
}

/* An unpacked archive has the plans, but not their history. */
static void their_history_says_it_too(void **state)
{
	struct sandbox *sandbox = *state;
	const char *source = sandbox_source(sandbox, "");
	if (source_exists(sandbox, ".git") && !source_exists(sandbox, ".git/shallow")) {
		struct command clone = {
			.program = "git",
			.arguments = (const char *const[]){"clone", "-q", source, "real", NULL}};
		struct outcome outcome = command_run(sandbox, &clone);
		if (outcome.status == 0) {
			assert_plans(sandbox, "real");
			return;
		}
		print_message("%s", outcome.errors);
	}
	print_message("there is no whole history to clone\n");
	sandbox->passed = 1;
	skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_plans_say_what_the_papers_say),
		sandbox_test(the_september_paper_is_frozen_with_its_tag),
		sandbox_test(their_history_says_it_too),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("the project's own plans", tests, NULL, NULL) != 0;
}
