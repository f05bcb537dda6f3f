/*
 * The steps of tidying. Seen by tidy*.c alone.
 */
#ifndef DOCUMENT_TIDYING_H
#define DOCUMENT_TIDYING_H

#include <stdbool.h>

#include "document/kinds.h"
#include "document/tidy.h"

/* tidy_values.c: FRONT with the ratings, dates and periods of ROOT spelled as they are meant. */
void tidy_values(const struct kind *kind, const struct node *root, const struct scale *scale,
                 struct buf *front);

/* tidy_values.c: true when both say the same, spaces and spelling apart. */
bool tidy_same(const struct node *before, const struct node *after, const struct scale *scale);

/* tidy_order.c: the fields of ROOT in the order of the table, unless anything is unusual. */
void tidy_order(const struct kind *kind, const struct node *root, struct buf *front);

/* tidy_body.c: ordinary spaces where others have no meaning of their own. */
void tidy_body(struct buf *body);

#endif
