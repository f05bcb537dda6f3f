/*
 * Two versions of the same fields: whether they say the same, and which rows of a list are
 * the same one.
 *
 * A row is known by its id, or by its first text; where several rows share that, by the two
 * first.
 */
#ifndef DOCUMENT_MATCH_H
#define DOCUMENT_MATCH_H

#include "base/arena.h"
#include "base/map.h"
#include "document/shape.h"

/* Both may be NULL, and then have said nothing. */
bool same_text(const char *a, const char *b);

/* Both records of the shape say the same, to the letter; either may be NULL. */
bool same_record(const struct shape *shape, const void *a, const void *b);

/* The same of one field of two records, neither of which is NULL. */
bool same_field(const struct field *field, const void *a, const void *b);

/* The same of two lists of a field, row by row. */
bool same_list(const struct field *field, const struct list *a, const struct list *b);

/* Row NUMBER of a list of records. */
const void *row_at(const struct field *field, const struct list *list, size_t number);

/* What the row is known by; NULL for one without any text. */
const char *row_name(const struct field *field, const void *row);

/* Both lists of a field, by what their rows are known by. Release it. */
struct matched_side {
	const struct list *list;
	struct map rows; /* to their numbers, plus 1 */
};

struct matched {
	const struct field *field;
	struct matched_side before, after;
	bool longer; /* the first text alone does not tell rows apart */
	struct arena arena;
};

void match_rows(const struct field *field, const struct list *before, const struct list *after,
                struct matched *matched);
void match_release(struct matched *matched);

/* The row of that side which is the same as ROW of the other, or NULL. */
const void *match_in(struct matched *matched, const struct matched_side *side, const void *row);

#endif
