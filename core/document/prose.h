/*
 * The prose of a body: its paragraphs, items and lower headings as plain text, each with
 * the lines of the file that it stands on.
 *
 * For whoever reads what was written; for showing it there are body_html() and
 * body_blocks(). Code and HTML are no prose. All memory belongs to the arena given.
 */
#ifndef DOCUMENT_PROSE_H
#define DOCUMENT_PROSE_H

#include "base/arena.h"
#include "document/body.h"

struct passage {
	int section;      /* a number among the body's sections, or BODY_PREFACE */
	bool heading;     /* of a lower level: a section's own is no passage */
	bool item;        /* it begins an item of a list */
	bool quoted;      /* in a quotation: somebody else's words */
	const char *text; /* without markup; a line end where the file has one */
	int line;         /* of its first character in the file, from 1 */
};

struct prose {
	struct passage *passages; /* as they stand in the file */
	size_t count, room;
};

/* Reads the body, whose sections have been found. */
void prose_read(const struct body *body, struct arena *arena, struct prose *prose);

#endif
