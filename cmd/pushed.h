/*
 * What git tells a server's hooks of a push: a line OLD NEW REF for each reference.
 */
#ifndef CMD_PUSHED_H
#define CMD_PUSHED_H

#include "base/arena.h"
#include "base/error.h"
#include "repo/object.h"

struct pushed {
	const char *ref;
	struct object_id before, after; /* none where the reference is new, or deleted */
};

struct pushed_list {
	struct pushed *items;
	size_t count, room;
};

/* Reads standard input to its end. HOOK is named where a line cannot be read. */
int pushed_read(struct arena *arena, const char *hook, struct pushed_list *list,
                struct error *error) __attribute__((warn_unused_result));

#endif
