/*
 * Why something could not be done: one sentence that says what and where, and
 * a second one that says what to do about it.
 *
 * A function that can fail for reasons outside a document returns 0 or -1 and
 * takes a `struct error *` last, which it fills only when it fails. Problems
 * inside a document are findings, not errors. The caller owns the struct; it
 * holds no memory.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

struct error {
	char what[1024]; /* complete as printed, without "error:" and newline */
	char hint[512];  /* what to do; "" where there is nothing to say */
};

#define ERROR_INIT                                                                                 \
	{                                                                                          \
		"", ""                                                                             \
	}

/* Says what failed. Returns -1, so that a failure is one line. */
int error_set(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds what to do about it. Returns -1. */
int error_hint(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
