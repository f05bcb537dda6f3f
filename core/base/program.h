/*
 * Another program, run to its end: what it prints is kept, how it ends is told.
 *
 * It gets its whole environment from the caller, nothing on standard error, and a bounded
 * time; one that takes longer, or prints more than anybody reads, is ended.
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include "base/buf.h"
#include "base/error.h"

enum {
	PROGRAM_LONGEST = 20,             /* seconds */
	PROGRAM_LARGEST_OUTPUT = 1 << 20, /* bytes */
};

struct program {
	const char *const *arguments;   /* the program's name first, found as a shell finds it */
	const char *const *environment; /* "NAME=value"; both end with NULL */
	const struct buf *input;        /* on standard input; NULL: nothing */
	const struct buf *file;         /* can be read as PROGRAM_FILE; NULL: it is empty */
	unsigned seconds;               /* that it may take; 0: PROGRAM_LONGEST */
};

/* The path under which a program finds `file`. */
#define PROGRAM_FILE "/dev/fd/3"

/*
 * Runs the program and appends what it prints to OUT. *CODE is its exit code, or 128 and
 * more where a signal ended it; 127 where there is no such program.
 */
int program_run(const struct program *program, struct buf *out, int *code, struct error *error)
	__attribute__((warn_unused_result));

#endif
