/* ragtrail check --format, as it is run; and what the manual shows of it. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "support/printed.h"
#include "support/terminal.h"
#include "support/validating.h"
#include "view/findings_view.h"

static void make_plan(struct sandbox *sandbox, const char *update)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")});
	history_checkout(history);
	if (update != NULL)
		sandbox_write(sandbox, "repository/plans/better/a.md", update);
}

/* The example of the manual. */
static void make_example(struct sandbox *sandbox)
{
	make_plan(sandbox, history_update("a", "2023-07", "geen"));
}

#define MESSAGE                                                                                    \
	"`geen` is not a rating of this plan; did you mean `green`? write green, green-amber, "    \
	"amber, amber-red or red"
#define LINE "plans/better/a.md:4:6: error: " MESSAGE " [rating-unknown]\n"
#define ANNOTATION "::error file=plans/better/a.md,line=4,col=6,title=rating-unknown::" MESSAGE "\n"
#define ISSUE                                                                                      \
	"##vso[task.logissue type=error;sourcepath=plans/better/a.md;linenumber=4;columnnumber=6;" \
	"code=rating-unknown]" MESSAGE "\n"

static void each_format_is_printed_with_the_same_exit_code(void **state)
{
	static const char summary[] = "2 documents: 1 error\n";
	struct sandbox *sandbox = *state;
	make_example(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--format=text"), 1, LINE, summary);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--format", "github"), 1,
	               ANNOTATION LINE, summary);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--format=azure", "-q"), 1, ISSUE,
	               "");
	for (size_t i = 0; i < FINDINGS_FORMATS; i++) {
		const char *name = findings_formats[i].name;
		assert_int_equal(RAGTRAIL(sandbox, "repository", "check", "--format", name).status,
		                 1);
		struct outcome none = RAGTRAIL(sandbox, "repository", "check", "-q", "--format",
		                               name, "plans/better/plan.md");
		assert_case(none.status == 0, name);
	}
}

static void documents_are_what_their_schemas_say(void **state)
{
	struct sandbox *sandbox = *state;
	make_example(sandbox);
	assert_text(RAGTRAIL(sandbox, NULL, "check", "--schema").output,
	            sandbox_read_source(sandbox, "core/view/check.schema.json"));
	static const char *const rows[][2] = {{"json", "core/view/check.schema.json"},
	                                      {"sarif", "tests/support/sarif.schema.json"},
	                                      {"gitlab", "tests/support/gitlab.schema.json"}};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct outcome outcome =
			RAGTRAIL(sandbox, "repository", "check", "-q", "--format", rows[i][0]);
		assert_case(schema_accepts(sandbox, rows[i][1], outcome.output), rows[i][0]);
		assert_case(strstr(outcome.output, MESSAGE) != NULL, rows[i][0]);
		/* A clean tree is a document too. */
		outcome = RAGTRAIL(sandbox, "repository", "check", "-q", "--format", rows[i][0],
		                   "plans/better/plan.md");
		assert_case(schema_accepts(sandbox, rows[i][1], outcome.output), rows[i][0]);
	}
}

static void an_unknown_format_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	make_example(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--format=junit"), 2, "",
	               "ragtrail: `--format junit` must be text, json, sarif, github, gitlab or "
	               "azure; see: ragtrail check --help\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--color=sometimes"), 2, "",
	               "ragtrail: `--color sometimes` must be auto, always or never\n");
}

static void a_terminal_is_shown_the_line(void **state)
{
	static const char check[] = "ragtrail check -q > \"$TERMINAL\" || :";
	struct sandbox *sandbox = *state;
	make_example(sandbox);
	/* TERM is dumb here: no colours, but the line all the same. */
	assert_text(terminal_run(sandbox, "repository", 100, check), LINE "    4 | rag: geen\n"
	                                                                  "      |      ^\n");
	assert_text(terminal_run(sandbox, "repository", 100,
	                         "export TERM=xterm NO_COLOR=1; ragtrail check -q > \"$TERMINAL\" "
	                         "|| :"),
	            LINE "    4 | rag: geen\n"
	                 "      |      ^\n");
	assert_text(terminal_run(sandbox, "repository", 100,
	                         "export TERM=xterm; ragtrail check -q > \"$TERMINAL\" || :"),
	            "\x1b[1mplans/better/a.md:4:6:\x1b[0m \x1b[31merror:\x1b[0m " MESSAGE
	            " [rating-unknown]\n"
	            "    4 | rag: geen\n"
	            "      |      \x1b[31m^\x1b[0m\n");
	assert_text(terminal_run(sandbox, "repository", 100,
	                         "export TERM=xterm; ragtrail check -q --color=never > "
	                         "\"$TERMINAL\" || :"),
	            LINE "    4 | rag: geen\n"
	                 "      |      ^\n");
	/* A program's format is the same whoever reads it. */
	assert_text(terminal_run(sandbox, "repository", 100,
	                         "ragtrail check -q --format=azure > \"$TERMINAL\" || :"),
	            ISSUE);
}

/* What was judged is shown, not what stands in the working tree now. */
static void the_line_is_the_one_that_was_judged(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "geen")},
	        {3, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")});
	history_checkout(history);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "check", "-q", "--at=HEAD~1", "--color=always");
	assert_int_equal(outcome.status, 1);
	assert_non_null(strstr(outcome.output, "    4 | rag: geen\n"));
}

/* The last line of a terminal's column is where the long line is cut. */
static void a_long_line_fits_the_terminal(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf text = BUF_INIT;
	for (int i = 0; i < 100; i++)
		buf_text(&text, "Ünder the new procedure 🎉 ");
	buf_text(&text, "<b>bold</b>");
	for (int i = 0; i < 100; i++)
		buf_text(&text, " and so on");
	make_plan(sandbox, history_update_saying("a", "2023-07", "green", text.bytes));
	buf_release(&text);
	const char *shown =
		terminal_run(sandbox, "repository", 72,
	                     "ragtrail check -q plans/better/a.md > \"$TERMINAL\" || :");
	const char *line = strstr(shown, "\n   ");
	assert_non_null(line);
	for (line++; *line == ' '; line = next_line(next_line(next_line(line)))) {
		const char *end = next_line(next_line(line));
		const char *two = arena_text(&sandbox->arena, line, (size_t)(end - line));
		assert_shows(two, 72);
		assert_non_null(strstr(two, "…"));
		assert_non_null(strstr(two, "^"));
	}
}

/* The column of each finding, in every format that has one, by hand. */
static void columns_count_characters(void **state)
{
	static const struct {
		const char *from, *to;
		const char *places[4]; /* "line:column" */
	} rows[] = {
		{"sponsor: Workstream sponsor\n", "sponsor: É 🎉\nbogus é: 1\n", {"6:1"}},
		{"managers: [Project manager]", "managers: [é🎉, {b: c}]", {"6:16"}},
		{"Done.", "é 🎉 <b>x<i>y", {"16:5", "16:9"}},
		{"Done.", "é\n  🎉 é [x](javascript:1)", {"17:7"}},
	};
	struct sandbox *sandbox = *state;
	make_plan(sandbox, NULL);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text = history_update_saying("a", "2023-07", "green", "Done.");
		sandbox_write(sandbox, "repository/plans/better/a.md",
		              replaced(sandbox, text, rows[i].from, rows[i].to));
		const char *output[FINDINGS_FORMATS];
		for (size_t j = 0; j < FINDINGS_FORMATS; j++)
			output[j] = RAGTRAIL(sandbox, "repository", "check", "-q", "--format",
			                     findings_formats[j].name)
			                    .output;
		for (size_t j = 0; j < 4 && rows[i].places[j] != NULL; j++) {
			int line = 0, column = 0;
			sscanf(rows[i].places[j], "%d:%d", &line, &column);
			const char *const expected[FINDINGS_FORMATS] = {
				arena_printf(&sandbox->arena, "a.md:%d:%d: ", line, column),
				arena_printf(&sandbox->arena,
			                     "\"line\": %d,\n      \"column\": %d,", line, column),
				arena_printf(&sandbox->arena,
			                     "\"startLine\": %d,\n                  "
			                     "\"startColumn\": %d\n",
			                     line, column),
				arena_printf(&sandbox->arena, ",line=%d,col=%d,", line, column),
				arena_printf(&sandbox->arena, "\"begin\": %d\n", line),
				arena_printf(&sandbox->arena, "linenumber=%d;columnnumber=%d;",
			                     line, column)};
			for (size_t k = 0; k < FINDINGS_FORMATS; k++)
				assert_case(strstr(output[k], expected[k]) != NULL,
				            arena_printf(&sandbox->arena, "%s: %s\n%s", rows[i].to,
				                         expected[k], output[k]));
		}
	}
}

/* A path that is no honest one moves no cursor and gives no command. */
static void a_hostile_path_is_harmless_in_every_format(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox, NULL);
	sandbox_write(sandbox,
	              "repository/plans/better/\n::error::x\n##vso[task.complete]%\x1b[2J]y;.md",
	              "no front matter");
	static const char *const formats[] = {"text", "github", "azure"};
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		struct outcome outcome =
			RAGTRAIL(sandbox, "repository", "check", "-q", "--format", formats[i]);
		assert_case(outcome.status == 1, formats[i]);
		assert_shows(outcome.output, 4000);
		for (const char *line = outcome.output; *line != '\0'; line = next_line(line))
			assert_case(strncmp(line, "plans/", 6) == 0 ||
			                    strncmp(line, "::error file=plans/", 19) == 0 ||
			                    strncmp(line, "##vso[task.logissue ", 20) == 0,
			            line);
	}
	static const char *const rows[][2] = {{"json", "core/view/check.schema.json"},
	                                      {"sarif", "tests/support/sarif.schema.json"},
	                                      {"gitlab", "tests/support/gitlab.schema.json"}};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_case(schema_accepts(sandbox, rows[i][1],
		                           RAGTRAIL(sandbox, "repository", "check", "-q",
		                                    "--format", rows[i][0])
		                                   .output),
		            rows[i][0]);
}

/* What stands in a literal block of the manual, as it is printed. */
static const char *literal_of(struct sandbox *sandbox, const char *start)
{
	struct buf text = BUF_INIT;
	const char *end = strstr(start, "\n.Ed\n");
	assert_non_null(end);
	for (const char *at = start; at <= end; at++) {
		if (strncmp(at, "\\(ga", 4) == 0) {
			buf_byte(&text, '`');
			at += 3;
		} else {
			assert_true(*at != '\\');
			buf_byte(&text, *at);
		}
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void the_manual_shows_what_is_printed(void **state)
{
	struct sandbox *sandbox = *state;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	const char *formats = strstr(manual, "\n.Sh FORMATS\n");
	assert_non_null(formats);
	make_example(sandbox);
	for (size_t i = 0; i < FINDINGS_FORMATS; i++) {
		const char *name = findings_formats[i].name;
		const char *item =
			strstr(formats, arena_printf(&sandbox->arena, "\n.It Cm %s\n", name));
		assert_case(item != NULL, name);
		item = strstr(item, "\n.Bd -literal\n");
		assert_case(item != NULL, name);
		const char *shown = literal_of(sandbox, item + strlen("\n.Bd -literal\n"));
		const char *printed =
			i == 0 ? terminal_run(sandbox, "repository", 100,
		                              "ragtrail check -q > \"$TERMINAL\" || :")
			       : RAGTRAIL(sandbox, "repository", "check", "-q", "--format", name)
					 .output;
		if (strstr(printed, shown) == NULL)
			testing_compare(printed, shown, __FILE__, __LINE__);
	}
}

/* The pattern for editors, by another program: what it finds in a line of text. */
static void the_matcher_finds_the_parts_of_a_line(void **state)
{
	static const char script[] =
		"import json, re, sys\n"
		"matcher = json.load(open(sys.argv[1]))['problemMatcher'][0]['pattern'][0]\n"
		"for line in sys.stdin:\n"
		"    found = re.search(matcher['regexp'], line.rstrip('\\n'))\n"
		"    print('|'.join(found.group(matcher[name]) for name in\n"
		"        ('file', 'line', 'column', 'severity', 'message', 'code')) if found else "
		"'-')\n";
	struct sandbox *sandbox = *state;
	const char *arguments[] = {"-c", script,
	                           sandbox_source(sandbox, "hooks/ci/ragtrail-matcher.json"), NULL};
	struct command command = {.program = "/usr/bin/python3",
	                          .arguments = arguments,
	                          .input = LINE
	                          "plans/a:1.md:2:3: warning: w [x] [raw-html]\n"
	                          "plans/a.md:2:3: error: m [raters] (landed in 1a2b3c4)\n"
	                          "plans/a.md:2:3: explained: m [raw-html] explained: so.\n"
	                          "2 documents: 1 error\n"};
	assert_outcome(command_run(sandbox, &command), 0,
	               "plans/better/a.md|4|6|error|" MESSAGE "|rating-unknown\n"
	               "plans/a:1.md|2|3|warning|w [x]|raw-html\n"
	               "plans/a.md|2|3|error|m|raters\n"
	               "-\n"
	               "-\n",
	               "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_format_is_printed_with_the_same_exit_code),
		sandbox_test(documents_are_what_their_schemas_say),
		sandbox_test(an_unknown_format_is_refused),
		sandbox_test(a_terminal_is_shown_the_line),
		sandbox_test(the_line_is_the_one_that_was_judged),
		sandbox_test(a_long_line_fits_the_terminal),
		sandbox_test(columns_count_characters),
		sandbox_test(a_hostile_path_is_harmless_in_every_format),
		sandbox_test(the_manual_shows_what_is_printed),
		sandbox_test(the_matcher_finds_the_parts_of_a_line),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("formats of check", tests, NULL, NULL) != 0;
}
