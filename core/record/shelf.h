/*
 * Documents that were read last, so that who asks for one again need not read it again.
 *
 * The page of a change asks for a report and the one before it; the page of the next change
 * of that workstream begins with the same. A shelf holds a few and is no store of all.
 */
#ifndef RECORD_SHELF_H
#define RECORD_SHELF_H

#include "record/record.h"

/* So many at once; one that was asked for stays while so many less one others are. */
enum { SHELF_SIZE = 64 };

struct shelf;

struct shelf *shelf_new(void);

/* With all documents on it. SHELF may be NULL. */
void shelf_free(struct shelf *shelf);

/*
 * The document behind a version, whole; the shelf's own. Returns 0, or -1 with the error
 * filled.
 */
int shelf_document(struct shelf *shelf, const struct record *record, const struct version *version,
                   const struct document **document, struct error *error)
	__attribute__((warn_unused_result));

#endif
