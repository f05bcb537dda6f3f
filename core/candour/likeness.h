/*
 * Likeness: whether two texts say the same.
 *
 * A text is reduced to its wording: its words in small letters and by pairs, without marks,
 * dates, figures and the words of ratings. So a text whose month was changed, or whose
 * sentences were put in another order, is still the same text. What cannot be the same is
 * told apart by its figures and by its "not"s, which are counted. No more than
 * WORDING_MOST of a text are looked at.
 */
#ifndef CANDOUR_LIKENESS_H
#define CANDOUR_LIKENESS_H

#include <stdint.h>

#include "candour/sentence.h"

enum {
	WORDING_MOST = 4000,
	LIKENESS_NEARLY = 90, /* in percent: from here on it is the same text to a reader */
	FEW_FIGURES = 2,      /* that may be new in a text that is the same */
};

struct wording {
	uint64_t *pairs; /* of words that follow each other in a sentence, sorted */
	size_t count, room;
	int *figures; /* that are no part of a date, sorted */
	size_t figure_count, figure_room;
	size_t telling; /* words that are none of those left out */
	size_t words;   /* all of the text's, but for marks */
	int denials;    /* "not", "no", "never" */
	uint64_t all;   /* of everything that was read, as it stands */
	struct arena *arena;
};

/* The wording of no text. What is read into it lives in the arena. */
struct wording wording_new(struct arena *arena);

/* Adds a sentence; SCALE, unless NULL, says which words are ratings. */
void wording_read(struct wording *wording, const struct sentence *sentence,
                  const struct scale *scale);

/* To be called once, behind the last sentence. */
void wording_finish(struct wording *wording);

/* How much of the two is the same, in percent of both; 0 where one of them says nothing. */
int wording_likeness(const struct wording *a, const struct wording *b);

/* True where the two are equal to the last word, dates and all. */
bool wording_equal(const struct wording *a, const struct wording *b);

/* True where a reader would say that it is the same text again, with other dates. */
bool wording_same(const struct wording *a, const struct wording *b);

#endif
