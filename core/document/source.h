/*
 * The bytes of a document, cut into front matter and body.
 *
 * Everything from a repository is hostile. Before anything else reads the bytes
 * they are known to be small enough, valid UTF-8, and free of characters that
 * would make a reader and the parser see different lines (NUL, control
 * characters, lone carriage returns, U+2028; in front matter also hidden and
 * direction-changing characters), and that no merge left its markers in the front
 * matter. A byte order mark and CRLF line ends are fine.
 */
#ifndef DOCUMENT_SOURCE_H
#define DOCUMENT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "document/fault.h"

/* Limits in bytes. The longest update in the papers is about 7,000. */
enum {
	SOURCE_LARGEST = 256 * 1024,
	SOURCE_LARGEST_FRONT = 64 * 1024,
	SOURCE_LARGEST_BODY = 64 * 1024, /* cmark 0.30 is quadratic in `![[]()` */
};

/* Points into the bytes that were read, which must outlive it. */
struct source {
	const char *front; /* between the fences */
	size_t front_length;
	int front_line; /* the line on which `front` begins */
	const char *body;
	size_t body_length;
	int body_line;
};

/*
 * Cuts LENGTH bytes at BYTES. Returns true when there is front matter to read;
 * otherwise FAULTS says why not.
 */
bool source_read(const char *bytes, size_t length, struct source *source, struct faults *faults);

/* How many bytes a byte order mark takes at the beginning: 3, or 0 where there is none. */
size_t source_mark_length(const char *bytes, size_t length);

/*
 * True when the bytes are UTF-8 without any of the characters that source_read()
 * refuses; in front matter (IN_FRONT) without a tab too. False says only that they
 * must be looked at more closely: a carriage return may be part of a line's end.
 */
bool source_is_clean(const char *bytes, size_t length, bool in_front);

#endif
