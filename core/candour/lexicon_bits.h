/*
 * Bits: the parts of words that the lexicon looks up, and what it looks up. Seen by the
 * lexicon alone.
 */
#ifndef CANDOUR_LEXICON_BITS_H
#define CANDOUR_LEXICON_BITS_H

#include <string.h>

#include "base/text.h"
#include "candour/lexicon.h"

enum { LONGEST_SPAN = 12 };

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

/* What stands behind the last: no word. */
extern const struct bit bits_none;

/* The bit with this number. */
static inline const struct bit *bits_at(const struct bits *bits, size_t at)
{
	return at < bits->count ? &bits->items[at] : &bits_none;
}

static inline bool bit_says(const struct bit *bit, const char *text)
{
	return text_equal(bit->text, text);
}

/* True where the bit is one of the words; the list ends with NULL. */
bool bit_is_any(const struct bit *bit, const char *const *words);
bool bit_is_ordinal(const struct bit *bit);

static inline bool bits_say(const struct bits *bits, size_t at, const char *text)
{
	return bit_says(bits_at(bits, at), text);
}

static inline bool bits_are_any(const struct bits *bits, size_t at, const char *const *words)
{
	return bit_is_any(bits_at(bits, at), words);
}

/* Behind the words of the list from AT on. */
static inline size_t bits_skip_any(const struct bits *bits, size_t at, const char *const *words)
{
	for (int i = 0; i < LONGEST_SPAN && bits_are_any(bits, at, words); i++)
		at++;
	return at;
}

/*
 * What many words say in many ways, read at AT; how many bits it takes, or 0. A streak: "for
 * a second consecutive month". A pace: "ahead of the agreed timetable". A trend: "upward
 * trajectory".
 */
size_t bits_streak(const struct bits *bits, size_t at, int *reports);
size_t bits_pace(const struct bits *bits, size_t at, int *pace);
size_t bits_trend(const struct bits *bits, size_t at, int *directions);

/* "the agreed timetable", "where we planned to be": behind it, or AT. */
size_t bits_timetable(const struct bits *bits, size_t at);
size_t bits_where(const struct bits *bits, size_t at);

/*
 * Parts of a pace, behind which they return, or AT: "ahead of the timetable"; "before the
 * agreed date"; "late", "on time"; "two weeks"; "will finish late", where AT is "will".
 */
size_t bits_relation(const struct bits *bits, size_t at, int *pace);
size_t bits_agreed(const struct bits *bits, size_t at, int *pace);
size_t bits_alone(const struct bits *bits, size_t at, int *pace);
size_t bits_length(const struct bits *bits, size_t at);
size_t bits_promise(const struct bits *bits, size_t at, int *pace);

/* "expect", where a pace is expected of somebody: 1, or 0. */
size_t bits_expects(const struct bits *bits, size_t at);

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
