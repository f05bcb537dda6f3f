/*
 * Running programs: ragtrail as its users run it, and git.
 *
 * Output goes to files, so that no program waits for a reader. One that takes too
 * long is ended, and the test fails.
 */
#ifndef SUPPORT_COMMAND_H
#define SUPPORT_COMMAND_H

#include "support/sandbox.h"

struct command {
	const char *folder;             /* where to run: a folder of the sandbox; NULL: its root */
	const char *input;              /* on standard input; NULL: nothing */
	const char *const *environment; /* "NAME=value" to set, "NAME" to unset, then NULL */
	const char *const *arguments;   /* the program's first, then NULL */
	const char *program;            /* found in PATH; NULL: ragtrail */
	double killed_after;            /* seconds, by SIGKILL; 0: never */
};

struct outcome {
	int status;         /* the exit code, or 128 and the signal that ended it */
	const char *output; /* standard output; both live as long as the sandbox */
	const char *errors;
	size_t output_length;
};

struct outcome command_run(struct sandbox *sandbox, const struct command *command);

/* RAGTRAIL(sandbox, "folder", "check", "--staged") runs ragtrail with these arguments. */
#define RAGTRAIL(sandbox, where, ...)                                                              \
	command_run(sandbox,                                                                       \
	            &(struct command){.folder = where,                                             \
	                              .arguments = (const char *const[]){__VA_ARGS__, NULL}})

/* Runs a script of sh, in which `ragtrail` and "$RAGTRAIL" are the program. */
struct outcome command_script(struct sandbox *sandbox, const char *folder, const char *script);

/* Fails unless the command ended with STATUS and printed exactly this on its two outputs. */
#define assert_outcome(outcome, status, output, errors)                                            \
	command_compare(outcome, status, output, errors, __FILE__, __LINE__)
void command_compare(struct outcome outcome, int status, const char *output, const char *errors,
                     const char *file, int line);

/* GIT(sandbox, "folder", "clone", ...) runs git, which must exit with 0; its output. */
#define GIT(sandbox, where, ...)                                                                   \
	command_git(sandbox, where, (const char *const[]){__VA_ARGS__, NULL})
const char *command_git(struct sandbox *sandbox, const char *folder, const char *const *arguments);

#endif
