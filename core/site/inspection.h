/*
 * What is wrong with the site as a whole: links that lead nowhere, anchors that are missing or
 * there twice, pages that no link leads to, and pages that weigh too much for a phone.
 *
 * It reads what the pages are in bytes and knows nothing of how they came to be. Hand it every
 * file of the site, then ask; release with inspection_free().
 */
#ifndef SITE_INSPECTION_H
#define SITE_INSPECTION_H

#include "base/buf.h"

struct inspection;

struct inspection *inspection_new(void) __attribute__((returns_nonnull, warn_unused_result));

/* INSPECTION may be NULL. */
void inspection_free(struct inspection *inspection);

/* Reads one file; nothing of the bytes is kept. PATH is from the site's folder. */
void inspection_add(struct inspection *inspection, const char *path, const char *bytes,
                    size_t length);

/* A page with its style sheet should weigh no more: bytes. */
enum { INSPECTION_HEAVY = 100000 };

struct inspected {
	size_t files, errors, warnings;
};

/*
 * Appends a line for each thing that is wrong, in the order of the files: "path: error: what",
 * or "path: warning: what" of a page that weighs much. To be called once, when all were added.
 */
struct inspected inspection_tell(struct inspection *inspection, struct buf *out);

#endif
