/*
 * A map from object ids to numbers.
 */
#ifndef REPO_IDS_H
#define REPO_IDS_H

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

/* Makes an empty map what it was: COUNT ids in these ROOM rows, which are its own from now on. */
void ids_restore(struct ids *ids, uint32_t *rows, size_t room, size_t count);

/* Adds number NUMBER, whose id stands in the array already and is not in the map. */
void ids_add(struct ids *ids, const void *base, size_t stride, uint32_t number);

#endif
