#include "repo/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void ids_release(struct ids *ids)
{
	free(ids->rows);
	*ids = (struct ids){NULL, 0, 0};
}

static const struct object_id *id_at(const void *base, size_t stride, uint32_t number)
{
	return (const struct object_id *)((const unsigned char *)base + stride * number);
}

/* An id is a hash already. */
static size_t hash_of(const struct object_id *id)
{
	uint64_t hash;
	memcpy(&hash, id->bytes, sizeof(hash));
	return (size_t)(hash ^ hash >> 29);
}

static uint32_t *find_row(const struct ids *ids, const void *base, size_t stride,
                          const struct object_id *id)
{
	size_t at = hash_of(id) & (ids->room - 1);
	while (ids->rows[at] != 0 && !object_equal(id_at(base, stride, ids->rows[at] - 1), id))
		at = (at + 1) & (ids->room - 1);
	return &ids->rows[at];
}

uint32_t ids_find(const struct ids *ids, const void *base, size_t stride,
                  const struct object_id *id)
{
	if (ids->count == 0)
		return UINT32_MAX;
	return *find_row(ids, base, stride, id) - 1;
}

void ids_restore(struct ids *ids, uint32_t *rows, size_t room, size_t count)
{
	ids_release(ids);
	*ids = (struct ids){rows, count, room};
}

static void enlarge(struct ids *ids, const void *base, size_t stride)
{
	struct ids old = *ids;
	ids->room = old.room == 0 ? 256 : old.room * 2;
	ids->rows = mem_new(ids->room, sizeof(*ids->rows));
	for (size_t i = 0; i < old.room; i++)
		if (old.rows[i] != 0)
			*find_row(ids, base, stride, id_at(base, stride, old.rows[i] - 1)) =
				old.rows[i];
	free(old.rows);
}

void ids_add(struct ids *ids, const void *base, size_t stride, uint32_t number)
{
	if (ids->count * 2 >= ids->room)
		enlarge(ids, base, stride);
	*find_row(ids, base, stride, id_at(base, stride, number)) = number + 1;
	ids->count++;
}
