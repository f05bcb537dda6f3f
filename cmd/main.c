/*
 * ragtrail: improvement plans as Markdown in git, and their ratings over time.
 *
 * Where things are:
 *   cmd/main.c      this file: the table of commands, `ragtrail` itself
 *   cmd/<name>.c    one command each: parse, call core, print
 *   cmd/command.h   what commands share: exit codes, errors, options
 *   cmd/supervise.c the process that each runs in, and its limits
 *   cmd/pager.c     long output on a terminal
 *   core/base       memory, buffers, errors, dates, a supervised child, a folder replaced whole
 *   core/repo       git, and nothing of ratings
 *   core/document   one file: fields, sections, safe HTML; nothing of git
 *   core/record     what landed when: versions, re-ratings, trends
 *   core/candour    what a careful reader asks of a plan's documents as a story
 *   core/rules      what is wrong, one row and one function a rule
 *   core/preview    a server for one browser, alone in a program of its own
 *   core/markup     pieces of HTML; every phrase of the pages, in each language
 *   core/chart      pictures as SVG
 *   core/view       the record and the findings as text, JSON, CSV and Markdown
 *   core/site       the pages, one row a kind
 * Each room includes only rooms above it in this list.
 */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "supervise.h"
#include "terminal.h"

/* By name. Adding a command is one row here and one file. */
static const struct command commands[] = {
	{"check", command_check, "[A..B | [REV] [PATH...]]",
         "say what is wrong with the documents below plans/", check_options, .paged = false},
	{"diff", command_diff, "A [B]", "say what changed on record between two revisions",
         diff_options, .paged = true},
	{"due", command_due, "[PLAN...]",
         "say which reports are missing, late or unsigned, and which are due next", due_options,
         .paged = true},
	{"explain", command_explain, "[RULE...]", "say what a rule wants, and why", explain_options,
         .paged = true},
	{"export", command_export, "", "write the whole record as JSON and CSV", export_options,
         .paged = false},
	{"fmt", command_fmt, "[PATH...]", "mend what has one right answer, and change nothing else",
         fmt_options, .paged = false},
	{"handovers", command_handovers, "[PLAN...]",
         "show where tasks of a closed phase went, and whether they arrived", handovers_options,
         .paged = true},
	{"hook", command_hook, "install | status | uninstall | run NAME",
         "have git check every commit and every push", hook_options, .alone = true},
	{"log", command_log, "[WORKSTREAM...]",
         "show what landed and what it changed, newest first", log_options, .paged = true},
	{"new", command_new, "KIND", "write a blank plan, update or other document to fill in",
         new_options, .paged = false},
	{"preview", command_preview, "", "show the pages in a browser while you write them",
         preview_options, .alone = true},
	{"publish", command_publish, "PAPER",
         "freeze a paper for its meeting, with a tag, or prove it", publish_options,
         .paged = false},
	{"render", command_render, "(-o DIR | --check) [--public]",
         "write the plans as a site of HTML pages", render_options, .paged = false},
	{"report", command_report, "PLAN [PERIOD]",
         "write the highlight report of a plan as one document", report_options, .paged = false},
	{"show", command_show, "WORKSTREAM[@PERIOD] | ID",
         "show an update and how its rating came to be, or a paper", show_options, .paged = true},
	{"trend", command_trend, "[PLAN...]", "show how the ratings move, from the commit history",
         trend_options, .paged = true},
};

enum { COMMAND_COUNT = sizeof(commands) / sizeof(commands[0]) };

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static void add_usage(struct buf *out)
{
	buf_text(
		out,
		"usage: ragtrail [-C DIR] [-P | --no-pager] COMMAND [ARGUMENT...]\n\n"
		"Improvement plans as Markdown in git, and their ratings over time.\n\ncommands:\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		buf_printf(out, "  %-9s %s\n", commands[i].name, commands[i].summary);
	buf_text(
		out,
		"\nragtrail COMMAND --help says more of each, and the manual of all: man ragtrail\n"
		"Exit codes: 0 all well, 1 errors in documents, 2 could not run.\n");
}

static enum status fail_unknown(const char *name)
{
	const char *names[COMMAND_COUNT];
	struct error error = ERROR_INIT;
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		names[i] = commands[i].name;
	const char *meant = text_nearest(name, names, COMMAND_COUNT);
	error_set(&error,
	          name[0] == '-' ? "unknown option `%.100s`" : "there is no command `%.100s`",
	          name);
	if (meant != NULL)
		error_hint(&error, "did you mean `%s`?", meant);
	else
		error_hint(&error, "see: ragtrail --help");
	return command_fail(&error);
}

static enum status fail_no_folder(void)
{
	struct error error = ERROR_INIT;
	error_set(&error, "`-C` needs a folder");
	error_hint(&error, "see: ragtrail --help");
	return command_fail(&error);
}

static enum status fail_folder(const char *folder)
{
	struct error error = ERROR_INIT;
	error_set(&error, "cannot go to the folder `%.200s`: %s", folder, strerror(errno));
	return command_fail(&error);
}

static enum status print_words(bool usage)
{
	struct buf words = BUF_INIT;
	if (usage)
		add_usage(&words);
	else
		buf_text(&words, "ragtrail " RAGTRAIL_VERSION "\n");
	enum status status = command_print(&words);
	buf_release(&words);
	return status;
}

/*
 * What was closed by the caller is opened: otherwise a file of the output could get
 * the number of standard output, and be printed into. Writing to it still fails.
 */
static void open_standard(void)
{
	int opened;
	do
		opened = open("/dev/null", O_RDONLY);
	while (opened >= 0 && opened <= STDERR_FILENO);
	if (opened >= 0)
		close(opened);
}

static bool is_no_pager(const char *option)
{
	return strcmp(option, "--no-pager") == 0 || strcmp(option, "-P") == 0;
}

int main(int argc, char **argv)
{
	int at = 1;
	bool paged = true;
	/* A full file is an error to report; where a reader went away, see command_die(). */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	open_standard();
	while (at < argc) {
		if (is_no_pager(argv[at])) {
			paged = false;
			at++;
			continue;
		}
		if (strcmp(argv[at], "-C") != 0)
			break;
		if (at + 1 == argc)
			return (int)fail_no_folder();
		if (chdir(argv[at + 1]) < 0)
			return (int)fail_folder(argv[at + 1]);
		at += 2;
	}
	if (at == argc) {
		struct buf words = BUF_INIT;
		add_usage(&words);
		fputs(words.bytes, stderr);
		buf_release(&words);
		return STATUS_FAILED;
	}
	if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0 ||
	    strcmp(argv[at], "help") == 0)
		return (int)print_words(true);
	if (strcmp(argv[at], "--version") == 0)
		return (int)print_words(false);
	const struct command *command = find_command(argv[at]);
	if (command == NULL)
		return (int)fail_unknown(argv[at]);
	struct terminal terminal = terminal_look();
	struct command running = *command;
	running.terminal = &terminal;
	running.paged = command->paged && paged;
	if (running.alone)
		return (int)running.run(&running, argc - at - 1, argv + at + 1);
	return supervise(&running, argc - at - 1, argv + at + 1);
}
