/*
 * A map from object ids to numbers.
 */
#ifndef REPO_IDS_H
#define REPO_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "repo/object.h"

/* `ids` of an owner are looked up in its array: the map keeps only numbers. */
struct ids {
	uint32_t *rows; /* number + 1; 0 while free */
	size_t count, room;
};

void ids_release(struct ids *ids);

/*
 * The number of ID, or UINT32_MAX. The id of number N stands at BASE + N * STRIDE.
 */
uint32_t ids_find(const struct ids *ids, const void *base, size_t stride,
                  const struct object_id *id);

/* Where a map looks for the id first: of so many ids, to be freed. */
uint32_t ids_home(const struct object_id *id);
uint32_t *ids_homes(const void *base, size_t stride, size_t count);

/*
 * Makes it a map of the COUNT ids that stand there, all at once; HOMES are theirs. False where some
 * are not in it: there are two of the same, or so many have one home that somebody has made
 * them up to be slow to find.
 */
bool ids_fill(struct ids *ids, const uint32_t *homes, const void *base, size_t stride,
              size_t count);

/* Adds number NUMBER, whose id stands in the array already and is not in the map. */
void ids_add(struct ids *ids, const void *base, size_t stride, uint32_t number);

#endif
