/*
 * A sandbox: a folder of its own for one test, out of reach of the user's git.
 *
 * Name the test in the table with sandbox_test(). It finds its struct sandbox in
 * *state. When the test passes the folder is removed; when it fails the folder
 * stays, and its path is printed. Nothing in it needs to be freed by the test.
 */
#ifndef SUPPORT_SANDBOX_H
#define SUPPORT_SANDBOX_H

#include "base/arena.h"
#include "support/testing.h"

struct sandbox {
	const char *root;   /* absolute, without links, no slash at its end */
	struct arena arena; /* memory that lives as long */
	struct sandbox_chore *chores;
	CMUnitTestFunction test;
	int passed;
};

/* A line in a table of tests. */
#define sandbox_test(function)                                                                     \
	{                                                                                          \
#function, sandbox_run, sandbox_setup, sandbox_teardown, &(struct sandbox_case)    \
		{                                                                                  \
			function                                                                   \
		}                                                                                  \
	}

struct sandbox_case {
	CMUnitTestFunction function;
};

/*
 * Starts libgit2 with nobody's configuration, whichever way it or git looks for one. Returns
 * 0, or -1. The setup does it; programs that are no tests do it themselves.
 */
int sandbox_isolate(const char *root);

int sandbox_setup(void **state);
void sandbox_run(void **state);
int sandbox_teardown(void **state);

/* ROOT/PATH. */
const char *sandbox_path(struct sandbox *sandbox, const char *path);

/* Writes a file, and the folders above it. */
void sandbox_write(struct sandbox *sandbox, const char *path, const char *text);
void sandbox_write_bytes(struct sandbox *sandbox, const char *path, const char *bytes,
                         size_t length);

/* The content of a file. */
const char *sandbox_read(struct sandbox *sandbox, const char *path);

/* The path of the project's own file or folder, and its content. */
const char *sandbox_source(struct sandbox *sandbox, const char *path);
const char *sandbox_read_source(struct sandbox *sandbox, const char *path);

/* Calls FUNCTION with ARGUMENT when the test is over; what was put off last goes first. */
void sandbox_defer(struct sandbox *sandbox, void (*function)(void *), void *argument);

/* Leaves the test out, where this machine cannot run it, and removes what it left. */
_Noreturn void sandbox_skip(struct sandbox *sandbox);

/* Makes the folder and those above it. Returns 0, or -1 with errno. */
int sandbox_make_folders(const char *path);

#endif
