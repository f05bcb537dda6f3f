/*
 * Bits: the parts of words that the lexicon looks up, and what it looks up. Seen by the
 * lexicon alone.
 */
#ifndef CANDOUR_LEXICON_BITS_H
#define CANDOUR_LEXICON_BITS_H

#include "candour/lexicon.h"

/* A part of a word: "green-rated" is two, and so is "theme's". */
struct bit {
	const char *text;
	size_t word;
	int number;
	bool mark, capital;
	bool glued; /* no blank stands before it */
};

struct bits {
	struct bit *items;
	size_t count, room;
};

/* What begins with a word: a phrase of the table, or a name. */
struct entry {
	const char *const *words;
	size_t count;
	enum token_type type;
	int value;
	struct entry *next; /* no longer than this one */
};

/* Appends the bits of a sentence. */
void bits_cut(struct arena *arena, const struct sentence *sentence, struct bits *bits);

#endif
