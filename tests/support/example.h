/*
 * Examples of the rules' pages (rules/page.h) as real repositories.
 */
#ifndef SUPPORT_EXAMPLE_H
#define SUPPORT_EXAMPLE_H

#include <stdbool.h>

#include "rules/page.h"
#include "support/history.h"

/* Where the marked line came to stand. */
struct example_mark {
	const char *path; /* NULL: no line is marked */
	int line;
};

struct example {
	struct history *history;
	struct example_mark mark;
	bool committed; /* there is a record */
};

/* Makes the repository of the example in FOLDER of the sandbox, which is new. */
struct example example_make(struct sandbox *sandbox, const char *folder, const char *text);

/*
 * The complete document at PATH with the LINES in the place of its own, each ended by a
 * line feed, and what stands for characters in them unfolded.
 */
const char *example_document(struct sandbox *sandbox, const char *path, const char *lines);

/* TEXT with what stands for characters in it unfolded. */
const char *example_unfold(struct sandbox *sandbox, const char *text);

#endif
