#include "base/map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct map_row {
	const char *key; /* NULL while the row is free */
	uint64_t hash;
	void *value;
};

void map_release(struct map *map)
{
	free(map->rows);
	*map = (struct map)MAP_INIT;
}

/* FNV-1a. Keys come from a repository, whose owner gains nothing by slowing a look-up. */
static uint64_t hash_of(const char *key)
{
	uint64_t hash = 14695981039346656037ULL;
	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * 1099511628211ULL;
	return hash ^ hash >> 32;
}

/* The row of KEY, or the free row where it belongs. The map has a free row. */
static struct map_row *find(const struct map *map, const char *key, uint64_t hash)
{
	size_t at = (size_t)hash & (map->room - 1);
	while (map->rows[at].key != NULL &&
	       (map->rows[at].hash != hash || strcmp(map->rows[at].key, key) != 0))
		at = (at + 1) & (map->room - 1);
	return &map->rows[at];
}

void *map_get(const struct map *map, const char *key)
{
	return map->count == 0 ? NULL : find(map, key, hash_of(key))->value;
}

static void enlarge(struct map *map)
{
	struct map old = *map;
	map->room = old.room == 0 ? 64 : old.room * 2;
	map->rows = mem_new(map->room, sizeof(*map->rows));
	for (size_t i = 0; i < old.room; i++)
		if (old.rows[i].key != NULL)
			*find(map, old.rows[i].key, old.rows[i].hash) = old.rows[i];
	free(old.rows);
}

void map_set(struct map *map, const char *key, void *value)
{
	if (map->count * 2 >= map->room)
		enlarge(map);
	uint64_t hash = hash_of(key);
	struct map_row *row = find(map, key, hash);
	if (row->key == NULL)
		map->count++;
	*row = (struct map_row){key, hash, value};
}
