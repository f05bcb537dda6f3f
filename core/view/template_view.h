/*
 * Blank documents to fill in: every field of a kind with its line of help, and its sections.
 */
#ifndef VIEW_TEMPLATE_VIEW_H
#define VIEW_TEMPLATE_VIEW_H

#include "base/buf.h"
#include "document/kinds.h"

/*
 * A document of this kind in which nothing is said yet, no rating least of all: what is
 * required stands as an empty field, what is not as a comment to take the `#` from.
 */
void template_as_text(const struct kind *kind, struct buf *out);

#endif
