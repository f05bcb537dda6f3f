/* ragtrail itself: its commands, its options, its exit codes. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"

static const char usage[] =
	"usage: ragtrail [-C DIR] [-P | --no-pager] COMMAND [ARGUMENT...]\n"
	"\n"
	"Improvement plans as Markdown in git, and their ratings over time.\n"
	"\n"
	"commands:\n"
	"  check     say what is wrong with the documents below plans/\n"
	"  diff      say what changed on record between two revisions\n"
	"  due       say which reports are missing, late or unsigned, and which are due next\n"
	"  explain   say what a rule wants, and why\n"
	"  export    write the whole record as JSON and CSV\n"
	"  fmt       mend what has one right answer, and change nothing else\n"
	"  handovers show where tasks of a closed phase went, and whether they arrived\n"
	"  hook      have git check every commit and every push\n"
	"  log       show what landed and what it changed, newest first\n"
	"  new       write a blank plan, update or other document to fill in\n"
	"  preview   show the pages in a browser while you write them\n"
	"  publish   freeze a paper for its meeting, with a tag, or prove it\n"
	"  render    write the plans as a site of HTML pages\n"
	"  report    write the highlight report of a plan as one document\n"
	"  show      show an update and how its rating came to be, or a paper\n"
	"  trend     show how the ratings move, from the commit history\n"
	"\n"
	"ragtrail COMMAND --help says more of each, and the manual of all: man ragtrail\n"
	"Exit codes: 0 all well, 1 errors in documents, 2 could not run.\n";

static void help_lists_the_commands(void **state)
{
	assert_outcome(RAGTRAIL(*state, NULL, "--help"), 0, usage, "");
	assert_outcome(RAGTRAIL(*state, NULL, "-h"), 0, usage, "");
	assert_outcome(RAGTRAIL(*state, NULL, "help"), 0, usage, "");
	assert_outcome(RAGTRAIL(*state, NULL, "-C", ".", "--help"), 0, usage, "");
}

static void without_a_command_the_usage_is_an_error(void **state)
{
	static const char *const none[] = {NULL};
	assert_outcome(command_run(*state, &(struct command){.arguments = none}), 2, "", usage);
	assert_outcome(RAGTRAIL(*state, NULL, "-C", "."), 2, "", usage);
}

static void the_version_is_a_line(void **state)
{
	assert_outcome(RAGTRAIL(*state, NULL, "--version"), 0, "ragtrail " RAGTRAIL_VERSION "\n",
	               "");
}

static void each_command_says_what_it_takes(void **state)
{
	assert_outcome(RAGTRAIL(*state, NULL, "check", "--help"), 0,
	               "ragtrail check: say what is wrong with the documents below plans/\n"
	               "\n"
	               "usage: ragtrail check [A..B | [REV] [PATH...]]\n"
	               "\n"
	               "options:\n"
	               "      --at REV             read everything as of this commit, tag or "
	               "branch\n"
	               "      --on DATE            read everything as of the end of this day, UTC: "
	               "2023-09-20\n"
	               "      --verify             hash every object again that is read, and use "
	               "nothing kept\n"
	               "  -q, --quiet              no summary on standard error\n"
	               "      --strict             warnings count as errors\n"
	               "      --format FORMAT      text (the default), json, sarif, github, gitlab "
	               "or azure\n"
	               "      --color WHEN         auto (the default), always or never\n"
	               "      --schema             print the JSON Schema of `--format json`, and "
	               "read nothing\n"
	               "      --candour            hold what is written against the dates, the "
	               "record and itself as well\n"
	               "      --staged             check what is about to be committed, and only "
	               "what it changes\n"
	               "  -h, --help               show this\n"
	               "\n"
	               "The manual says more: man ragtrail\n",
	               "");
	assert_outcome(
		RAGTRAIL(*state, NULL, "trend", "-h"), 0,
		"ragtrail trend: show how the ratings move, from the commit history\n"
		"\n"
		"usage: ragtrail trend [PLAN...]\n"
		"\n"
		"options:\n"
		"      --at REV             read everything as of this commit, tag or branch\n"
		"      --on DATE            read everything as of the end of this day, UTC: "
		"2023-09-20\n"
		"      --verify             hash every object again that is read, and use "
		"nothing kept\n"
		"      --format FORMAT      text (the default), json or csv\n"
		"      --color WHEN         auto (the default), always or never\n"
		"  -h, --help               show this\n"
		"\n"
		"The manual says more: man ragtrail\n",
		"");
	assert_outcome(
		RAGTRAIL(*state, NULL, "render", "anything", "--nonsense", "--help"), 0,
		"ragtrail render: write the plans as a site of HTML pages\n"
		"\n"
		"usage: ragtrail render (-o DIR | --check) [--public]\n"
		"\n"
		"options:\n"
		"  -o, --output DIR         the folder to make; one made before is replaced "
		"whole or not at all\n"
		"      --check              make the pages in memory, and say which links, anchors "
		"and pages are lost\n"
		"      --base-url URL       where the site will be, for sitemap.xml; else what its "
		"plans say\n"
		"      --public             prove that no file holds anything exempt; else replace "
		"nothing\n"
		"      --at REV             read everything as of this commit, tag or branch\n"
		"      --on DATE            read everything as of the end of this day, UTC: "
		"2023-09-20\n"
		"      --verify             hash every object again that is read, and use "
		"nothing kept\n"
		"  -h, --help               show this\n"
		"\n"
		"The manual says more: man ragtrail\n",
		"");
}

/* What is wrong is said in one line, with what to do about it. */
static void wrong_usage_is_one_clear_line(void **state)
{
	static const struct {
		const char *arguments[6];
		const char *says;
	} rows[] = {
		{{"chekc"}, "there is no command `chekc`; did you mean `check`?"},
		{{"frobnicate"}, "there is no command `frobnicate`; see: ragtrail --help"},
		{{""}, "there is no command ``; see: ragtrail --help"},
		{{"--check"}, "unknown option `--check`; did you mean `check`?"},
		{{"-x"}, "unknown option `-x`; see: ragtrail --help"},
		{{"\x1b[31m"}, "there is no command `\xef\xbf\xbd[31m`; see: ragtrail --help"},
		{{"-C"}, "`-C` needs a folder; see: ragtrail --help"},
		{{"-C", "no-such-folder", "check"},
	         "cannot go to the folder `no-such-folder`: No such file or directory"},
		{{"check", "--strcit"}, "unknown option `--strcit`; did you mean `--strict`?"},
		{{"check", "--frobnicate"},
	         "unknown option `--frobnicate`; see: ragtrail check --help"},
		{{"check", "-x"}, "unknown option `-x`; see: ragtrail check --help"},
		{{"check", "-qx"}, "`--quiet` takes no value; see: ragtrail check --help"},
		{{"check", "--strict=yes"},
	         "`--strict` takes no value; see: ragtrail check --help"},
		{{"check", "--=x"}, "unknown option `--=x`; see: ragtrail check --help"},
		{{"trend", "--format"},
	         "`--format` needs a value: FORMAT; see: ragtrail trend --help"},
		{{"trend", "--format", "xml"},
	         "`--format xml` must be text, json or csv; see: ragtrail trend --help"},
		{{"trend", "--format="},
	         "`--format ` must be text, json or csv; see: ragtrail trend --help"},
		{{"trend", "--frmat=csv"},
	         "unknown option `--frmat=csv`; did you mean `--format`?"},
		{{"trend", "--color", "sometimes"},
	         "`--color sometimes` must be auto, always or never"},
		{{"render"}, "say where the pages go: `-o DIR`; see: ragtrail render --help"},
		{{"render", "-o"}, "`--output` needs a value: DIR; see: ragtrail render --help"},
		{{"render", "-o", ""},
	         "say where the pages go: `-o DIR`; see: ragtrail render --help"},
		{{"render", "-o", "site", "plans"},
	         "render takes no argument, but got `plans`; see: ragtrail render --help"},
	};
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_checkout(history);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct command command = {.folder = "repository", .arguments = rows[i].arguments};
		assert_outcome(command_run(sandbox, &command), 2, "",
		               arena_printf(&sandbox->arena, "ragtrail: %s\n", rows[i].says));
	}
}

/* Behind `--` everything is a path. */
static void two_hyphens_end_the_options(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/--help/plan.md", history_plan("a")});
	history_checkout(history);
	assert_outcome(RAGTRAIL(sandbox, "repository/plans", "check", "--", "--help"), 0, "",
	               "1 document: no errors\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--", "-q"), 2, "",
	               "ragtrail: -q: No such file or directory\n");
}

static void words_that_cannot_be_written_are_an_error(void **state)
{
	static const char failed[] = "ragtrail: the output could not be written\n";
	assert_outcome(command_script(*state, NULL, "ragtrail --help > /dev/full"), 2, "", failed);
	assert_outcome(command_script(*state, NULL, "ragtrail --version > /dev/full"), 2, "",
	               failed);
	assert_outcome(command_script(*state, NULL, "ragtrail trend --help > /dev/full"), 2, "",
	               failed);
	assert_outcome(command_script(*state, NULL, "ragtrail --version >&-"), 2, "", failed);
	/* Nobody hears of it, but the exit code says it. */
	assert_outcome(command_script(*state, NULL, "ragtrail --version >&- 2>&-"), 2, "", "");
}

/* A pipe whose reader has gone: it ends as git does, and what else it says is said. */
static void a_reader_who_has_seen_enough_is_no_error(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	sandbox_write(sandbox, "repository/plans/p/a.md", "nothing");
	const struct {
		const char *arguments, *errors;
	} rows[] = {
		{"log", ""},       {"show a", ""},
		{"export", ""},    {"check", "3 documents: 1 error\n"},
		{"--version", ""}, {"log --help", ""},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *script = arena_printf(
			&sandbox->arena,
			"mkfifo pipe\nexec 3<>pipe 4>pipe 3<&-\n$RAGTRAIL %s >&4\necho $?\n"
			"(trap '' PIPE; $RAGTRAIL %s >&4 2>&4; echo $?)\nrm pipe",
			rows[i].arguments, rows[i].arguments);
		assert_outcome(command_script(sandbox, "repository", script), 0, "141\n141\n",
		               rows[i].errors);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(help_lists_the_commands),
		sandbox_test(without_a_command_the_usage_is_an_error),
		sandbox_test(the_version_is_a_line),
		sandbox_test(each_command_says_what_it_takes),
		sandbox_test(wrong_usage_is_one_clear_line),
		sandbox_test(two_hyphens_end_the_options),
		sandbox_test(words_that_cannot_be_written_are_an_error),
		sandbox_test(a_reader_who_has_seen_enough_is_no_error),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail", tests, NULL, NULL) != 0;
}
