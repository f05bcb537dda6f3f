#include "repo/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	LEAST_ROOM = 256,
	AHEAD = 16, /* ids: a row that is asked for so much before it is needed is there by then */
};

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

/* Where the number goes; the row of a free place, or NULL. HOMES are where to look first. */
static uint32_t *free_row(const struct ids *ids, const void *base, size_t stride,
                          const uint32_t *homes, uint32_t number)
{
	enum { FARTHEST = 256 }; /* ten times as far as the unluckiest of a million ids */
	const uint32_t home = homes[number];
	for (uint32_t i = 0; i < FARTHEST; i++) {
		uint32_t *row = &ids->rows[(home + i) & (ids->room - 1)];
		if (*row == 0)
			return row;
		/* What begins otherwise is another; to look at the id itself takes longer. */
		if (homes[*row - 1] == home &&
		    object_equal(id_at(base, stride, *row - 1), id_at(base, stride, number)))
			return NULL;
	}
	return NULL;
}

uint32_t ids_home(const struct object_id *id)
{
	return (uint32_t)hash_of(id);
}

uint32_t *ids_homes(const void *base, size_t stride, size_t count)
{
	uint32_t *homes = mem_resize(NULL, count, sizeof(*homes));
	for (uint32_t i = 0; i < count; i++)
		homes[i] = ids_home(id_at(base, stride, i));
	return homes;
}

bool ids_fill(struct ids *ids, const uint32_t *homes, const void *base, size_t stride, size_t count)
{
	ids_release(ids);
	for (ids->room = LEAST_ROOM; ids->room / 2 < count;)
		ids->room *= 2;
	ids->rows = mem_new(ids->room, sizeof(*ids->rows));
	for (uint32_t i = 0; i < count; i++) {
		const uint32_t later = i + AHEAD < count ? homes[i + AHEAD] : 0;
		__builtin_prefetch(&ids->rows[later & (ids->room - 1)]);
		uint32_t *row = free_row(ids, base, stride, homes, i);
		if (row == NULL)
			continue;
		*row = i + 1;
		ids->count++;
	}
	return ids->count == count;
}

static void enlarge(struct ids *ids, const void *base, size_t stride)
{
	struct ids old = *ids;
	ids->room = old.room == 0 ? LEAST_ROOM : old.room * 2;
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
