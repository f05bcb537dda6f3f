/*
 * The words by which an update calls its own work: those of its workstream's title, of its
 * milestones, outcomes and description, but for words that say little.
 */
#ifndef CANDOUR_OWN_WORK_H
#define CANDOUR_OWN_WORK_H

#include "candour/story.h"

enum { MOST_OWN = 300 };

struct own_work {
	const char *words[MOST_OWN]; /* as words of sentences are: in small letters */
	size_t count;
	bool read;
};

/* Reads them from the chapter's update; the words belong to the arena. */
void own_work_read(const struct chapter *chapter, struct own_work *own, struct arena *arena);

/* True for one of them, whatever its ending. */
bool own_work_names(const struct own_work *own, const struct word *word);

#endif
