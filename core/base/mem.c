#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static _Noreturn void out_of_memory(void)
{
	fputs("ragtrail: out of memory\n", stderr);
	abort();
}

/*
 * Much memory at once is asked for in large pages, which cost a fraction of the small
 * ones to get. Where there are none nothing changes. All of what was mapped for it, from
 * its first small page to its last: a mapping that is advised in part is two, and can no
 * longer grow without being copied.
 */
static void prefer_large_pages(void *memory, size_t size)
{
	enum { WORTH_IT = 4 << 20, SMALL = 4096 };
	if (size < WORTH_IT)
		return;
	uintptr_t from = (uintptr_t)memory / SMALL * SMALL;
	uintptr_t to = ((uintptr_t)memory + size + SMALL - 1) / SMALL * SMALL;
	madvise((void *)from, to - from, MADV_HUGEPAGE);
}

void *mem_new(size_t count, size_t size)
{
	void *items = calloc(count ? count : 1, size ? size : 1);
	if (items == NULL)
		out_of_memory();
	prefer_large_pages(items, count * size);
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
	prefer_large_pages(resized, bytes);
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
