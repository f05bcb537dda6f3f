/*
 * Entries: the history of a record, landing by landing, newest first.
 *
 * An entry is what one landing changed of one workstream and one period: the first
 * version of a period is compared with the period before as it stood then, a later
 * one with the version that it replaced. Withdrawals, returns and drafts are entries
 * too. A landing that changed nothing but prose has none.
 */
#ifndef RECORD_ENTRIES_H
#define RECORD_ENTRIES_H

#include "record/changes.h"
#include "record/subject.h"

struct entry {
	const struct landing *landing;
	struct subject subject;
	struct period period;
	const struct version *version; /* NULL where none landed: a withdrawal, drafts alone */
	const struct version *before;  /* with which it is compared, or NULL */
	const struct difference *changes;
	size_t count;
};

struct entries {
	struct entry *items; /* entries of one landing stand together, in the order of subjects */
	size_t count, room;
	struct arena arena;
};

/* The entries of the newest MOST landings that have any; 0 for all. */
void entries_read(const struct subjects *subjects, size_t most, struct entries *entries);
void entries_release(struct entries *entries);

/* The version that stood for the period before when landing NUMBER was over, or NULL. */
const struct version *version_before(const struct series *series, const struct standing *standing,
                                     size_t number);

#endif
