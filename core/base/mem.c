#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void out_of_memory(void)
{
	fputs("ragtrail: out of memory\n", stderr);
	abort();
}

void *mem_new(size_t count, size_t size)
{
	void *items = calloc(count ? count : 1, size ? size : 1);
	if (items == NULL)
		out_of_memory();
	return items;
}

void *mem_resize(void *items, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		out_of_memory();
	size_t bytes = count * size;
	void *resized = realloc(items, bytes ? bytes : 1);
	if (resized == NULL)
		out_of_memory();
	return resized;
}

char *mem_text(const char *text, size_t length)
{
	char *copy = mem_new(length + 1, 1);
	if (length != 0)
		memcpy(copy, text, length);
	return copy;
}

void *mem_grow(void *items, size_t count, size_t *room, size_t size)
{
	if (items != NULL && count < *room)
		return items;
	size_t wanted = *room < 8 ? 8 : *room * 2;
	items = mem_resize(items, wanted, size);
	*room = wanted;
	return items;
}
