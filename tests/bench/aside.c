#include "bench/aside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "bench/measure.h"

void aside_put(const char *path, const char *folder)
{
	struct arena arena = ARENA_INIT;
	char *place = arena_printf(&arena, "%s/aside", folder);
	if (mkdir(place, 0777) < 0 && errno != EEXIST)
		bench_fail("%s: %s", place, strerror(errno));
	place = arena_printf(&arena, "%s/aside/XXXXXX", folder);
	if (mkdtemp(place) == NULL)
		bench_fail("%s: %s", place, strerror(errno));
	const char *moved = arena_printf(&arena, "%s/x", place);
	if (rename(path, moved) < 0 && errno != ENOENT)
		bench_fail("%s cannot be moved to %s: %s", path, moved, strerror(errno));
	arena_release(&arena);
}

void aside_empty(const char *folder)
{
	struct arena arena = ARENA_INIT;
	RUN(NULL, "rm", "-rf", arena_printf(&arena, "%s/aside", folder));
	arena_release(&arena);
}
