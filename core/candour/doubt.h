/*
 * Doubts: what a careful reader would ask of a chapter, each with what makes him ask.
 *
 * A function that is asked about a chapter (or a whole story) raises doubts, and points to
 * the evidence for each: another file, line, period and commit, and what stands there. The
 * room to the right makes findings of them. Doubts live in their own arena.
 */
#ifndef CANDOUR_DOUBT_H
#define CANDOUR_DOUBT_H

#include "candour/story.h"

struct evidence {
	const char *path; /* of the file that holds it */
	int line;
	struct period period;          /* of that document; last 0: it is about none (a plan) */
	const struct landing *landing; /* that put it on record; NULL where it is not known */
	const char *text;              /* what stands there, in words */
};

struct doubt {
	const char *rule;
	const char *path;
	struct place place;
	const struct chapter *chapter; /* NULL: about the plan as a whole */
	const char *message;           /* one sentence, no full stop */
	struct evidence *evidence;
	size_t count, room;
	struct doubt *next;
};

struct doubts {
	struct doubt *first, *last; /* as they were raised */
	size_t count;
	struct arena arena;
};

/* What a function is asked. */
struct question {
	const char *rule;
	const struct story *story;
	const struct chapter *chapter; /* NULL: about the story as a whole */
	struct doubts *doubts;
	bool landing; /* it is asked where the document goes on record for good */
};

/* Raises a doubt at a place of the chapter asked about; of plan.md where there is none. */
struct doubt *doubt_raise(const struct question *question, struct place place, const char *format,
                          ...) __attribute__((format(printf, 3, 4), returns_nonnull));

/* Raises one at a place of another chapter. */
struct doubt *doubt_raise_in(const struct question *question, const struct chapter *chapter,
                             struct place place, const char *format, ...)
	__attribute__((format(printf, 4, 5), returns_nonnull));

/* Points to a place of a chapter, or of plan.md where that is NULL. */
void doubt_point(const struct question *question, struct doubt *doubt,
                 const struct chapter *chapter, struct place place, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* Points to a version on record, which need not be one that stands. */
void doubt_point_version(const struct question *question, struct doubt *doubt,
                         const struct version *version, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

void doubts_release(struct doubts *doubts);

#endif
