/*
 * What stands in a placeholder's place, before any form: lines, or a table.
 *
 * Seen by filling.c, which shows it, and filled.c, which computes it.
 */
#ifndef VIEW_FILLED_H
#define VIEW_FILLED_H

#include "view/filling.h"

enum { FILLED_COLUMNS = 5 };

struct filled_row {
	const char *cells[FILLED_COLUMNS];
	const struct version *ratings[FILLED_COLUMNS]; /* instead of a text, or NULL */
};

struct filled {
	const char *caption;                 /* of a table */
	const char *columns[FILLED_COLUMNS]; /* of a table */
	size_t column_count;                 /* 0: each row is a line */
	struct filled_row *rows;
	size_t count, room;
	enum language language;
	struct arena arena;
};

/* In that language: a page's, or English. Release the arena after use. */
void filled_compute(const struct filling *filling, enum placeholder_type type,
                    enum language language, struct filled *filled);

#endif
