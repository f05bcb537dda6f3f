/*
 * What was read of a history, as bytes: handed over by a twin, or kept in a file.
 *
 * The bytes are for the same program on the same machine: they hold numbers as the
 * processor has them, and a checksum over all. What does not fit is not taken.
 */
#ifndef RECORD_STORE_H
#define RECORD_STORE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/read.h"
#include "record/readings.h"
#include "repo/lineage.h"

/* Which program this is: what another has kept is not taken. */
const char *store_program(void);

/* What there was before a part was read: a part holds only what is new. */
struct store_base {
	size_t from; /* the first commit that is part of it */
	size_t paths, blobs;
};

/* Appends what was read and compared from BASE on up to commit number TO. */
void store_part(const struct lineage *lineage, const struct readings *readings,
                const struct store_base *base, size_t to, struct buf *out);

/*
 * Adds a part to a lineage that has been compared up to where the part begins. BASE is
 * what both processes had in common. Returns false, with nothing of use added, where the
 * bytes are no such part. The bytes must outlive the record.
 */
bool store_adopt(const char *bytes, size_t length, const struct store_base *base,
                 struct lineage *lineage, struct readings *readings);

/* Appends all of a lineage that has been compared, and its readings. */
void store_whole(const struct lineage *lineage, const struct readings *readings, struct buf *out);

/*
 * Fills an empty lineage and its readings, which may be NULL, from a file that holds what
 * store_whole() of this program has made. Returns the texts that both point to, to be freed
 * after them; NULL for any other file: then both must be released, and are of no use.
 */
char *store_load(const struct plain_file *file, struct lineage *lineage, struct readings *readings);

#endif
