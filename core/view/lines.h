/*
 * Text for a terminal, in lines that fit its width.
 *
 * Everything passes text_add_visible(), so that nothing from a repository moves the
 * cursor or turns text round. Lines end without blanks.
 */
#ifndef VIEW_LINES_H
#define VIEW_LINES_H

#include <stdbool.h>

#include "base/buf.h"
#include "record/record.h"

/* How text for people is laid out. */
struct layout {
	bool colour;     /* ratings in colour, always beside their words */
	int width;       /* columns of the terminal; 80 where it is none */
	buf_drain drain; /* for what may be long; NULL: the buffer gets all of it */
};

enum { LINES_INDENT = 4 /* of a line that goes on */ };

/*
 * Appends TEXT as a line that stands at COLUMN already, folded between words where
 * it is too wide, and inside a word that no line could hold. Lines that follow are
 * indented.
 */
void lines_wrap(struct buf *out, const char *text, size_t column, size_t indent,
                const struct layout *layout);

/* A line of its own, that begins and goes on behind so many blanks. */
void lines_add(struct buf *out, const char *text, size_t indent, const struct layout *layout);

/* Appends the text cut or padded to WIDTH columns, in COLOUR where not NULL. */
void lines_column(struct buf *out, const char *text, size_t width, const char *colour);

/* Ends the line: copies and comparisons are exact, since it carries no blanks. */
void lines_end(struct buf *out);

/* The colour of the version's rating; NULL where there is none to show. */
const char *lines_colour(const struct layout *layout, const struct version *version);

/* What ends a colour. */
#define LINES_PLAIN "\x1b[0m"

#endif
