/*
 * The recommendations of a plan of actions, and what answers them: many actions may answer
 * one, and one action many.
 *
 * A recommendation is answered by an action that names it, or what it is a part of
 * (`parent`), or a part of it. What a source counts are whole recommendations: parts do
 * not count. It points into the document, which must outlive it.
 */
#ifndef RECORD_RECOMMENDATIONS_H
#define RECORD_RECOMMENDATIONS_H

#include "base/arena.h"
#include "document/actions.h"

struct recommended {
	const struct recommendation *recommendation;
	size_t parent; /* the place of what it is a part of; RECOMMENDATION_NONE: it is whole */
	const struct action **actions; /* that name it */
	size_t count, room;
	bool answered;
};

/* How many there are of a group, or in all. */
struct recommendation_count {
	const struct recommendation_group *group; /* NULL: in all */
	const struct value *stated;               /* by the source; may not be given */
	size_t listed, answered;
};

struct recommendations {
	struct recommended *items; /* as the document lists them */
	size_t count;
	struct recommendation_count *counts; /* group by group, then in all */
	size_t count_count;
};

#define RECOMMENDATION_NONE ((size_t)-1)

/* All of it lives in the arena. */
struct recommendations recommendations_read(const struct actions *actions, struct arena *arena);

/* The place of the recommendation with this id among the items, or RECOMMENDATION_NONE. */
size_t recommendations_find(const struct recommendations *recommendations, const char *id);

/* True for one that is neither done nor dropped. */
bool action_is_open(const struct action *action);

/* True for an open one that was due before that day. */
bool action_is_overdue(const struct action *action, struct date day);

#endif
