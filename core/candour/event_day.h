/*
 * The committees that a sentence names, and which of them a day in it belongs to: what
 * event.h says of events, read word by word.
 */
#ifndef CANDOUR_EVENT_DAY_H
#define CANDOUR_EVENT_DAY_H

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

/*
 * The committee that the day belongs to, or NULL. Sets *VERB to the word for what it did
 * then, or to the sentence's count where there is none.
 */
const struct body_named *bodies_of_day(const struct bodies *bodies, const struct mention *day,
                                       size_t *verb);

#endif
