#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 8 << 20 };

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) unsigned char bytes[];
};

void *arena_new(struct arena *arena, size_t size)
{
	size_t align = alignof(max_align_t);
	size_t wanted = (size + align - 1) / align * align;
	struct arena_block *block = arena->blocks;
	if (block == NULL || block->size - block->used < wanted) {
		size_t room = block == NULL ? FIRST_BLOCK : block->size * 2;
		if (room > LARGEST_BLOCK)
			room = LARGEST_BLOCK;
		if (room < wanted)
			room = wanted;
		block = mem_new(1, sizeof(*block) + room);
		block->size = room;
		block->next = arena->blocks;
		arena->blocks = block;
	}
	void *piece = block->bytes + block->used;
	block->used += wanted;
	return piece;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_new(arena, length + 1);
	if (length != 0)
		memcpy(copy, text, length);
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	char *text = arena_new(arena, length < 0 ? 1 : (size_t)length + 1);
	if (length > 0)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	if (items != NULL && count < *room)
		return items;
	size_t wanted = *room < 4 ? 4 : *room * 2;
	void *moved = arena_new(arena, wanted * size);
	if (items != NULL)
		memcpy(moved, items, count * size);
	*room = wanted;
	return moved;
}

void arena_release(struct arena *arena)
{
	struct arena_block *block = arena->blocks;
	while (block != NULL) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
	arena->blocks = NULL;
}
