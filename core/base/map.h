/*
 * A map from texts to pointers. It keeps neither: keys and values must outlive it.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

struct map {
	struct map_row *rows;
	size_t count, room; /* room is 0 or a power of two */
};

#define MAP_INIT                                                                                   \
	{                                                                                          \
		NULL, 0, 0                                                                         \
	}

void map_release(struct map *map);

/* The value of KEY, or NULL. */
void *map_get(const struct map *map, const char *key);

/* Sets the value of KEY, which must not be NULL. */
void map_set(struct map *map, const char *key, void *value);

#endif
