#include "command.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/date.h"
#include "environment.h"
#include "record/action_history.h"
#include "repo/landing.h"

static void print_error(const struct error *error)
{
	/* What was named, by an argument or by a file, may be anything. */
	struct buf line = BUF_INIT;
	text_add_visible(&line, error->what, strlen(error->what));
	buf_text(&line, error->hint[0] != '\0' ? "; " : "");
	text_add_visible(&line, error->hint, strlen(error->hint));
	fprintf(stderr, "ragtrail: %s\n", line.bytes);
	buf_release(&line);
}

enum status command_fail(const struct error *error)
{
	print_error(error);
	return STATUS_FAILED;
}

enum status command_unwritten(void)
{
	struct error error = ERROR_INIT;
	error_set(&error, "the output could not be written");
	return command_fail(&error);
}

void command_die(int signal_number)
{
	signal(signal_number, SIG_DFL);
	raise(signal_number);
	_exit(128 + signal_number); /* whoever started it holds the signal back */
}

enum status command_usage(const struct command *command, const char *format, ...)
{
	struct error error = ERROR_INIT;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error.what, sizeof(error.what), format, arguments);
	va_end(arguments);
	error_hint(&error, "see: ragtrail %s --help", command->name);
	return command_fail(&error);
}

static enum status print_help(const struct command *command)
{
	struct buf help = BUF_INIT;
	buf_printf(&help, "ragtrail %s: %s\n\nusage: ragtrail %s%s%s\n", command->name,
	           command->summary, command->name, command->arguments[0] != '\0' ? " " : "",
	           command->arguments);
	buf_text(&help, "\noptions:\n");
	for (const struct option_row *row = command->options; row->name != NULL; row++) {
		char left[64];
		snprintf(left, sizeof(left), "%c%c%s--%s%s%s", row->letter ? '-' : ' ',
		         row->letter ? row->letter : ' ', row->letter ? ", " : "  ", row->name,
		         row->argument ? " " : "", row->argument ? row->argument : "");
		buf_printf(&help, "  %-24s %s\n", left, row->help);
	}
	buf_printf(&help, "  %-24s %s\n", "-h, --help", "show this");
	buf_text(&help, "\nThe manual says more: man ragtrail\n");
	enum status status = command_print(&help);
	buf_release(&help);
	return status;
}

bool command_options(const struct command *command, int argc, char **argv, void *values, int *count,
                     enum status *status)
{
	struct error error = ERROR_INIT;
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--help") != 0 && strcmp(argv[i], "-h") != 0)
			continue;
		*status = print_help(command);
		return false;
	}
	*count = options_read(command->options, argc, argv, values, &error);
	if (*count >= 0)
		return true;
	if (error.hint[0] == '\0')
		error_hint(&error, "see: ragtrail %s --help", command->name);
	*status = command_fail(&error);
	return false;
}

int command_open(const struct command *command, struct repo **repo, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct repo_terms terms = environment_terms(&arena);
	terms.watch = command->watch;
	int result = repo_open_on(repo, &terms, error);
	arena_release(&arena);
	return result;
}

static int commit_on(struct repo *repo, const struct as_of *when, struct object_id *commit,
                     struct error *error)
{
	struct object_id tip;
	struct date day, guess;
	if (!date_parse(when->day, &day)) {
		char text[DATE_TEXT_SIZE];
		error_set(error, "`--on %.60s` is not a day", when->day);
		if (date_guess(when->day, &guess))
			return error_hint(error, "write %s", date_iso(guess, text));
		return error_hint(error, "write it as year-month-day: 2023-09-20");
	}
	if (repo_commit(repo, when->revision, &tip, NULL, error) < 0)
		return -1;
	return chain_on(repo, &tip, day, commit, error);
}

int command_commit(struct repo *repo, const struct as_of *when, struct object_id *commit,
                   bool *unborn, struct error *error)
{
	if (when->verify)
		repo_verify(repo);
	if (when->day == NULL)
		return repo_commit(repo, when->revision, commit, unborn, error);
	if (unborn != NULL)
		*unborn = false;
	return commit_on(repo, when, commit, error);
}

int command_record(const struct command *command, struct repo **repo, struct record **record,
                   const struct as_of *when, enum depth depth, struct error *error)
{
	struct object_id commit;
	if (command_open(command, repo, error) < 0 || repo_require_history(*repo, error) < 0 ||
	    command_commit(*repo, when, &commit, NULL, error) < 0)
		return -1;
	return record_read(*repo, &commit, depth, record, error);
}

struct date command_day(const struct record *record, const struct as_of *when)
{
	struct date day;
	return when->day != NULL && date_parse(when->day, &day) ? day : record_day(record);
}

void command_drain(struct buf *text)
{
	fwrite(text->bytes, 1, text->length, stdout);
	buf_clear(text);
}

enum status command_print(const struct buf *text)
{
	errno = 0;
	fwrite(text->bytes, 1, text->length, stdout);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return STATUS_CLEAN;
	if (errno == EPIPE)
		command_die(SIGPIPE);
	return command_unwritten();
}
