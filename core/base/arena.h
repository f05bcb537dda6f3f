/*
 * An arena: many small pieces of memory that die together.
 *
 * A document, a record or a page allocates everything it holds from one arena
 * and is released by one call. Pieces are zeroed and aligned for any type.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena {
	struct arena_block *blocks; /* newest first; NULL while empty */
};

#define ARENA_INIT                                                                                 \
	{                                                                                          \
		NULL                                                                               \
	}

/* SIZE zeroed bytes that live as long as the arena. Never NULL. */
void *arena_new(struct arena *arena, size_t size)
	__attribute__((returns_nonnull, warn_unused_result));

/* A NUL-terminated copy of LENGTH bytes at TEXT. */
char *arena_text(struct arena *arena, const char *text, size_t length)
	__attribute__((returns_nonnull));

/* A formatted text. */
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3), returns_nonnull));

/*
 * Room for one more item in an array that lives in an arena: when COUNT has
 * reached *ROOM, moves it to twice the room (the old copy stays until release).
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
	__attribute__((returns_nonnull, warn_unused_result));

/* Frees everything; the arena is empty and usable again. */
void arena_release(struct arena *arena);

#endif
