/*
 * Options of a command as a table, read by the parser, the help text and the tests.
 *
 * `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-nVALUE`; `--` ends the options.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct option_row {
	char letter;          /* 0 where there is no short form */
	const char *name;     /* NULL in the row behind the last */
	const char *argument; /* what its value is called; NULL for a bool */
	size_t offset;        /* of a `const char *`, or of a bool, in the values */
	const char *help;
};

/*
 * Reads ARGV (without the command's name) into VALUES and moves the other
 * arguments to its front. Returns how many there are, or -1 with the error filled.
 */
int options_read(const struct option_row *rows, int argc, char **argv, void *values,
                 struct error *error);

/*
 * How many arguments stand behind `--`; -1 where there is none. Ask before ARGV is read.
 */
int options_behind(const struct option_row *rows, int argc, char **argv);

#endif
