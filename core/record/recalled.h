/*
 * Whole readings that an earlier run has kept, milestones and risks and all: to read a
 * document again takes ten times as long.
 *
 * The bytes are for the same program on the same machine, and have a checksum. What does not
 * fit is not taken.
 */
#ifndef RECORD_RECALLED_H
#define RECORD_RECALLED_H

#include "record/readings.h"

/* What is kept of them, for readings of DEPTH_WHOLE; nothing where there is nothing of use. */
void recalled_open(struct readings *readings);

/* What the blob says, if that is kept: then *TOLD points to what lives as long as the record. */
bool recalled_find(struct readings *readings, const struct object_id *blob, struct told *told);

/* Writes all readings that are known: for who takes them, or to be kept. */
void recalled_write(const struct readings *readings, struct buf *out);

/*
 * Takes what another process wrote of blobs of this lineage, for readings that recall nothing
 * yet. False, and nothing taken, where it is not whole.
 */
bool recalled_take(struct readings *readings, const char *bytes, size_t length);

/* Keeps all readings that are known, in the place of what was kept. */
void recalled_keep(const struct readings *readings);

/* The map from blobs; the bytes are in the readings' arena. */
void recalled_release(struct readings *readings);

#endif
