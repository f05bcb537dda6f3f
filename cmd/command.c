#include "cmd/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "record/record.h"

static void print_error(const struct error *error)
{
	fprintf(stderr, "ragtrail: %s%s%s\n", error->what, error->hint[0] != '\0' ? "; " : "",
	        error->hint);
}

enum status command_fail(const struct error *error)
{
	print_error(error);
	return STATUS_FAILED;
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

static void print_help(const struct command *command)
{
	printf("ragtrail %s: %s\n\nusage: ragtrail %s%s%s\n", command->name, command->summary,
	       command->name, command->arguments[0] != '\0' ? " " : "", command->arguments);
	printf("\noptions:\n");
	for (const struct option_row *row = command->options; row->name != NULL; row++) {
		char left[64];
		snprintf(left, sizeof(left), "%c%c%s--%s%s%s", row->letter ? '-' : ' ',
		         row->letter ? row->letter : ' ', row->letter ? ", " : "  ", row->name,
		         row->argument ? " " : "", row->argument ? row->argument : "");
		printf("  %-24s %s\n", left, row->help);
	}
	printf("  %-24s %s\n", "-h, --help", "show this");
	printf("\nThe manual says more: man ragtrail\n");
}

bool command_options(const struct command *command, int argc, char **argv, void *values, int *count,
                     enum status *status)
{
	struct error error = ERROR_INIT;
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--help") != 0 && strcmp(argv[i], "-h") != 0)
			continue;
		print_help(command);
		*status = STATUS_CLEAN;
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

int command_open(struct repo **repo, struct error *error)
{
	return repo_open(repo, ".", getenv("GIT_DIR") != NULL, error);
}

int command_record(struct repo **repo, struct record **record, const char *revision,
                   struct error *error)
{
	struct object_id commit;
	if (command_open(repo, error) < 0 || repo_require_history(*repo, error) < 0 ||
	    repo_commit(*repo, revision, &commit, NULL, error) < 0)
		return -1;
	return record_read(*repo, &commit, record, error);
}

enum status command_print(const struct buf *text)
{
	struct error error = ERROR_INIT;
	if (fwrite(text->bytes, 1, text->length, stdout) == text->length && fflush(stdout) == 0)
		return STATUS_CLEAN;
	error_set(&error, "the output could not be written");
	return command_fail(&error);
}
