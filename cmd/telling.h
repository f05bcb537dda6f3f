/*
 * How findings are told: the form that was asked for, on standard output, a summary on
 * standard error, and the exit code that they make. Shared by `check` and the hooks.
 */
#ifndef CMD_TELLING_H
#define CMD_TELLING_H

#include "command.h"
#include "rules/finding.h"

/* What was asked for. All empty: as text, in colour where the terminal shows it. */
struct telling {
	const char *format, *colour;
	bool strict; /* warnings count as errors */
	bool quiet;  /* no summary */
};

/* The rows of these options, in the values of a command, as AS_OF_ROWS has them. */
/* NOLINTBEGIN(bugprone-macro-parentheses) */
#define TELLING_ROWS(values, member)                                                               \
	{'q', "quiet", NULL, offsetof(values, member.quiet), "no summary on standard error"},      \
		{0, "strict", NULL, offsetof(values, member.strict), "warnings count as errors"},  \
		{0, "format", "FORMAT", offsetof(values, member.format),                           \
	         "text (the default), json, sarif, github, gitlab or azure"},                      \
	{                                                                                          \
		0, "color", "WHEN", offsetof(values, member.colour),                               \
			"auto (the default), always or never"                                      \
	}
/* NOLINTEND(bugprone-macro-parentheses) */

/* False where there is no such format or colour; *STATUS is the exit code then. */
bool telling_understood(const struct command *command, const struct telling *telling,
                        enum status *status);

/* Tells the findings of so many documents, as an understood telling asks for. */
enum status telling_findings(const struct command *command, const struct telling *telling,
                             const struct findings *findings, size_t documents);

#endif
