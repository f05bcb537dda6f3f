/*
 * Scales: the ordered levels that a plan rates by.
 *
 * A scale is data in the plan (id, label, short label, meaning, source, version),
 * best level first; the five levels of the Improvement Plan highlight report of
 * August 2023 are the default. A rating is an index into the levels: 0 is the best.
 */
#ifndef DOCUMENT_SCALE_H
#define DOCUMENT_SCALE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct level {
	const char *id;          /* "green-amber" */
	const char *label;       /* "Green/Amber", as the plan spells it */
	const char *short_label; /* "G/A" */
	const char *meaning;
};

struct scale {
	const char *source;  /* where it was published; "" when not said */
	const char *version; /* "" when not said */
	const struct level *levels;
	size_t count;
};

enum { SCALE_NONE = -1, SCALE_MOST_LEVELS = 9 };

/* The five levels, in the tool's own words. */
extern const struct scale scale_default;

/*
 * The level that a text means, or SCALE_NONE. Case, blanks and the order of the
 * two colours do not matter: "Green / Amber", "green amber", "Amber/Green" and
 * "G/A" are the same level, as they are in the papers. "Green -> Amber" and
 * "amber (green)" are none: they may speak of a change.
 */
int scale_level(const struct scale *scale, const char *text);

/* True when the text is the level's id or label, whatever the case. */
bool scale_is_tidy(const struct scale *scale, int level, const char *text);

/* A copy that lives in the arena, texts included. */
const struct scale *scale_copy(const struct scale *scale, struct arena *arena);

/* True when the two have the same levels in the same order: ratings compare. */
bool scale_same(const struct scale *a, const struct scale *b);

/*
 * Where the level stands between best (0) and worst (4) of five, for choosing a
 * colour: a three-point scale gives 0, 2, 4.
 */
int scale_colour(const struct scale *scale, int level);

#endif
