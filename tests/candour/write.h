/*
 * What an update and an overview say, by the facts. Seen by the writing of the corpus alone.
 */
#ifndef CANDOUR_WRITE_H
#define CANDOUR_WRITE_H

#include "base/buf.h"
#include "candour/world.h"

/* Fills in the page's sections. */
void update_sections(struct world *world, struct page *page);

void overview_text(struct world *world, struct page *page, struct buf *out);

void write_day(struct buf *out, const char *before, struct date day, const char *after);
void write_period(struct buf *out, const struct world *world, unsigned number);

#endif
