/*
 * Documents that stand outside the site.
 */
#ifndef SITE_DOCUMENTS_H
#define SITE_DOCUMENTS_H

#include "base/buf.h"
#include "view/edition.h"
#include "view/highlight.h"

/* The highlight report as a page that needs nothing beside it: for a screen, and for paper. */
void highlight_as_html(const struct highlight *highlight, struct buf *out);

/* The frozen part of a paper's page, byte for byte. */
void paper_frozen(struct edition *edition, struct buf *out);

#endif
