/*
 * A lookout: hears when files below some folders change.
 *
 * The kernel tells it (inotify); where it has no more room for that, the folders are gone
 * through once a second instead. What is told is only that something has changed: somebody
 * who asks too often learns nothing new, and somebody who asks after it misses nothing.
 */
#ifndef PREVIEW_LOOKOUT_H
#define PREVIEW_LOOKOUT_H

#include <stdbool.h>
#include <stddef.h>

/* A folder to look at. What is not there yet is looked for again with lookout_hear(). */
struct lookout_place {
	const char *folder; /* absolute */
	bool deep;          /* with all folders below */
	/* Whether a file of that name matters; a folder does where the place is deep. */
	bool (*matters)(const char *name);
};

struct lookout;

/* PLACES must outlive it. ROUNDS: the kernel is not asked. Never NULL. */
struct lookout *lookout_open(const struct lookout_place *places, size_t count, bool rounds)
	__attribute__((returns_nonnull, warn_unused_result));

/* LOOKOUT may be NULL. */
void lookout_close(struct lookout *lookout);

/* A file that can be read when there may be news; -1: there is none. */
int lookout_file(const struct lookout *lookout);

/* Milliseconds after which to ask lookout_hear() anyway; -1: never. */
int lookout_patience(const struct lookout *lookout);

/* What to tell the user of the kernel's limits; NULL: all is well. */
const char *lookout_trouble(const struct lookout *lookout);

/* True where something has changed since the last time. */
bool lookout_hear(struct lookout *lookout);

#endif
