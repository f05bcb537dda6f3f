/*
 * Memory that never fails.
 *
 * Every allocation of the program goes through here. When memory runs out the
 * process prints one line and aborts: a half-built answer must never be taken
 * for a whole one. This is the only place in core that may do either.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* COUNT items of SIZE bytes, zeroed. Free with free(). Never NULL. */
void *mem_new(size_t count, size_t size) __attribute__((returns_nonnull, warn_unused_result));

/* ITEMS grown to COUNT items of SIZE bytes; new space is not zeroed. Never NULL. */
void *mem_resize(void *items, size_t count, size_t size)
	__attribute__((returns_nonnull, warn_unused_result));

/* A copy of the LENGTH bytes at TEXT with a NUL behind them. Free with free(). */
char *mem_text(const char *text, size_t length)
	__attribute__((returns_nonnull, warn_unused_result));

/*
 * Room for one more item in a growing array: when COUNT has reached *ROOM,
 * doubles it. Use as: list->items = mem_grow(list->items, list->count, &list->room,
 * sizeof(*list->items)).
 */
void *mem_grow(void *items, size_t count, size_t *room, size_t size)
	__attribute__((returns_nonnull, warn_unused_result));

#endif
