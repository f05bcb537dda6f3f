/*
 * A page that two processes share: the one that reads says when a read begins and when
 * it is over, the other sees where it stands still.
 *
 * A read that never ends cannot be told from inside. `beats` is odd during a read and
 * even between two; a supervisor that finds it odd and unchanged for too long ends the
 * reader, and knows by `id` what was being read.
 */
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

enum { WATCH_ID_SIZE = 20 };

struct watch {
	atomic_ulong beats;
	unsigned char id[WATCH_ID_SIZE]; /* of the object read last; zero before the first */
};

/* A read of the object ID begins. WATCH may be NULL: nobody watches. */
static inline void watch_enter(struct watch *watch, const unsigned char id[WATCH_ID_SIZE])
{
	if (watch == NULL)
		return;
	memcpy(watch->id, id, WATCH_ID_SIZE);
	atomic_fetch_add_explicit(&watch->beats, 1, memory_order_release);
}

/* It is over. */
static inline void watch_leave(struct watch *watch)
{
	if (watch != NULL)
		atomic_fetch_add_explicit(&watch->beats, 1, memory_order_release);
}

#endif
