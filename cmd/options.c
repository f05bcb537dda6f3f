#include "options.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { MOST_OPTIONS = 32 };

static const struct option_row *find_long(const struct option_row *rows, const char *name,
                                          size_t length)
{
	for (size_t i = 0; rows[i].name != NULL; i++)
		if (strlen(rows[i].name) == length && strncmp(rows[i].name, name, length) == 0)
			return &rows[i];
	return NULL;
}

static const struct option_row *find_short(const struct option_row *rows, char letter)
{
	for (size_t i = 0; rows[i].name != NULL; i++)
		if (rows[i].letter == letter)
			return &rows[i];
	return NULL;
}

static int fail_unknown(const struct option_row *rows, const char *argument, struct error *error)
{
	const char *names[MOST_OPTIONS];
	size_t known = 0;
	for (; known < MOST_OPTIONS && rows[known].name != NULL; known++)
		names[known] = rows[known].name;
	char name[64];
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(argument + 1, "="), argument + 1);
	const char *meant = name[0] == '-' ? text_nearest(name + 1, names, known) : NULL;
	error_set(error, "unknown option `%.100s`", argument);
	if (meant != NULL)
		error_hint(error, "did you mean `--%s`?", meant);
	return -1;
}

/* One option; returns how many arguments it took, or -1. */
static int read_option(const struct option_row *rows, int left, char **argv, void *values,
                       struct error *error)
{
	const char *argument = argv[0], *value = NULL;
	const struct option_row *row;
	if (argument[1] == '-') {
		size_t length = strcspn(argument + 2, "=");
		row = find_long(rows, argument + 2, length);
		if (argument[2 + length] == '=')
			value = argument + 2 + length + 1;
	} else {
		row = find_short(rows, argument[1]);
		if (argument[2] != '\0')
			value = argument + 2;
	}
	if (row == NULL)
		return fail_unknown(rows, argument, error);
	unsigned char *slot = (unsigned char *)values + row->offset;
	if (row->argument == NULL) {
		if (value != NULL)
			return error_set(error, "`--%s` takes no value", row->name);
		*(bool *)(void *)slot = true;
		return 1;
	}
	int taken = value != NULL ? 1 : 2;
	if (value == NULL && left < 2)
		return error_set(error, "`--%s` needs a value: %s", row->name, row->argument);
	*(const char **)(void *)slot = value != NULL ? value : argv[1];
	return taken;
}

int options_read(const struct option_row *rows, int argc, char **argv, void *values,
                 struct error *error)
{
	int kept = 0;
	for (int i = 0; i < argc;) {
		if (strcmp(argv[i], "--") == 0) {
			for (i++; i < argc; i++)
				argv[kept++] = argv[i];
			break;
		}
		if (argv[i][0] != '-' || argv[i][1] == '\0') {
			argv[kept++] = argv[i++];
			continue;
		}
		int taken = read_option(rows, argc - i, argv + i, values, error);
		if (taken < 0)
			return -1;
		i += taken;
	}
	return kept;
}

int options_behind(const struct option_row *rows, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		const char *argument = argv[i];
		if (strcmp(argument, "--") == 0)
			return argc - i - 1;
		if (argument[0] != '-' || argument[1] == '\0')
			continue;
		/* The next one may be its value, whatever that looks like. */
		const struct option_row *row =
			argument[1] == '-'    ? find_long(rows, argument + 2, strlen(argument + 2))
			: argument[2] == '\0' ? find_short(rows, argument[1])
					      : NULL;
		i += row != NULL && row->argument != NULL;
	}
	return -1;
}
