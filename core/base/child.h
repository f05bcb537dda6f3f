/*
 * A supervised child: the work of a process done by a copy of it, under limits.
 *
 * What the child prints is kept until it has ended, so that of work that was broken off
 * nothing is seen. Standard output and standard error are kept apart; standard input is
 * the same. A child does not outlive its parent.
 *
 *	int side = child_start(&child, &limits, &error);
 *	if (side == CHILD_SIDE)
 *		return work(child.watch);   (and end the process as always)
 *	end = child_wait(&child, &limits);
 *	... child_copy() ...
 *	child_release(&child);
 */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/watch.h"

struct child_limits {
	unsigned stall_work; /* milliseconds of processor time for one read, see base/watch.h */
	unsigned stall_wait; /* milliseconds of any time for one read */
	unsigned work;       /* seconds of processor time in all */
	unsigned wait;       /* seconds of any time in all */
	size_t memory;       /* bytes of memory that is not shared with others */
};

struct child {
	pid_t pid, parent;
	struct watch *watch; /* shared by both sides */
	int output, errors;  /* what was printed */
	int signals;         /* where the parent hears of signals, which are blocked meanwhile */
	sigset_t before;     /* the signals that were blocked before */
};

enum { CHILD_SIDE = 0, PARENT_SIDE = 1 };

/*
 * Returns twice: CHILD_SIDE in the child, whose outputs are kept from now on, and
 * PARENT_SIDE; or -1 with the error filled, and no child.
 */
int child_start(struct child *child, const struct child_limits *limits, struct error *error)
	__attribute__((warn_unused_result));

enum child_fate {
	CHILD_EXITED,      /* by itself, with a code */
	CHILD_KILLED,      /* by a signal that nobody here sent */
	CHILD_STALLED,     /* stopped: a read did not come to its end */
	CHILD_LATE,        /* stopped: it took too long in all */
	CHILD_INTERRUPTED, /* stopped: a signal told this process to end */
};

struct child_end {
	enum child_fate fate;
	int code;     /* the exit code; of CHILD_KILLED and CHILD_INTERRUPTED the signal */
	bool reading; /* it ended inside a read, of the object in the watch */
};

/*
 * In the parent: waits for the end, and sees to it that there is one. A signal that ends
 * this process ends the child meanwhile, and is told; it is not delivered.
 */
struct child_end child_wait(struct child *child, const struct child_limits *limits);

/* Writes all that the child printed to FROM (child->output or ->errors) to TO. 0 or -1. */
int child_copy(int from, int to);

/* The length of what was printed. */
size_t child_printed(int from);

/* In the parent, after child_wait(). */
void child_release(struct child *child);

#endif
