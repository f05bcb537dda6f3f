/*
 * The committees that a sentence names: where, and whether it is they who are meant.
 */
#ifndef CANDOUR_EVENT_BODY_H
#define CANDOUR_EVENT_BODY_H

#include "candour/mention.h"
#include "candour/register.h"

/* Where a committee is named. */
struct body_named {
	size_t first, end; /* the words */
	size_t committee;  /* its number in the plan */
	bool spoiled;      /* its chair, an informal meeting: not the committee itself */
};

/* Further names in one sentence are not read. */
enum { BODIES_MOST = 32 };

struct bodies {
	const struct sentence *sentence;
	struct body_named items[BODIES_MOST];
	size_t count;
};

void bodies_read(const struct name_register *names, const struct sentence *sentence,
                 struct arena *arena, struct bodies *bodies);

#endif
