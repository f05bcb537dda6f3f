/*
 * Silences: the landings during which a plan kept a workstream, or all of it, back.
 *
 * What landed and was replaced within one was never published, and is not once it is over.
 */
#ifndef VIEW_SILENCES_H
#define VIEW_SILENCES_H

#include "record/record.h"

struct silence {
	size_t from, end; /* numbers of landings: the first, and the first behind it */
};

/* Of one series, in the order of landings. */
struct silences {
	struct silence *items;
	size_t count, room;
};

/* The versions of the plans of a record. */
struct plan_words;

/* Release with plan_words_free(), on failure too. */
int plan_words_read(const struct record *record, struct plan_words **words, struct error *error)
	__attribute__((warn_unused_result));
void plan_words_free(struct plan_words *words);

/* The silences of the plan's workstream; ID is NULL for the plan as a whole. In the arena. */
struct silences silences_of(const struct plan_words *words, const struct plan_record *plan,
                            const char *id, struct arena *arena);

/* True where one lasts from landing FROM to before landing END. */
bool silences_cover(const struct silences *silences, size_t from, size_t end);

#endif
