/*
 * A collection being made: what collection.c and staged.c share, and nobody else sees.
 */
#ifndef RECORD_COLLECTING_H
#define RECORD_COLLECTING_H

#include "record/collection.h"

/* The name of the folder below plans/ in which PATH lies, and how long it is; of what stands
 * in the place of plans/ itself, "". */
const char *collect_id(const char *path);
size_t collect_id_length(const char *path);

/* Sorts the files, which are in the order of paths, into folders. */
void collect_folders(struct collection *collection);

/* Reads the documents that are judged, whose files have blobs; then those beside. */
int collect_judged(struct repo *repo, struct collection *collection, struct error *error)
	__attribute__((warn_unused_result));
int collect_beside(struct repo *repo, struct collection *collection, struct error *error)
	__attribute__((warn_unused_result));

#endif
