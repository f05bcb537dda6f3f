/*
 * The register: the names that a plan knows, and where a sentence says one of them.
 *
 * Workstreams (title and `also`), committees (name and `also`) and people (name and
 * `also`). Names compare by their words: capitals do not matter, "&" and a comma are "and",
 * which may be left out but not put in, and the last word may be possessive; what a plan adds in
 * brackets is no part of a name. Initials ("A&G") are names only as they are written.
 */
#ifndef CANDOUR_REGISTER_H
#define CANDOUR_REGISTER_H

#include "base/map.h"
#include "candour/doubt.h"

enum name_type { NAME_WORKSTREAM, NAME_COMMITTEE, NAME_PERSON };

/* A longer name is none, and behind so many a plan's other names are not known. */
enum { NAME_MOST_WORDS = 12, REGISTER_MOST_NAMES = 500 };

/* The words of a text that count: all but "and" and the marks between the words of a name. */
struct kept {
	size_t word;   /* its number in the sentence */
	bool joined;   /* nothing but what may stand inside a name lies before it */
	bool adjacent; /* nothing at all does */
	bool listed;   /* "and", "&" or a comma does */
};

struct kept_words {
	const struct sentence *sentence;
	struct kept *items;
	size_t count;
};

/* One way to write a name. */
struct name {
	enum name_type type;
	size_t owner;       /* its number in the plan's list */
	const char *text;   /* as the plan spells it */
	struct place place; /* in plan.md */
	struct kept_words words;
	bool initials;     /* no small letter is in it: it means what it says only */
	bool main;         /* the title or the name, and no other spelling */
	bool ambiguous;    /* others are written so too */
	struct name *next; /* with the same first word */
};

struct name_register {
	const struct plan *plan;
	struct name *names;
	size_t count, room;
	struct map by_first; /* of its words: the last name that begins with it */
};

/* Reads the plan's names. What it holds lives in the arena; release the map. */
void register_read(const struct plan *plan, struct arena *arena, struct name_register *names);
void register_release(struct name_register *names);

/* The words of the sentence that count, in the arena. */
void kept_read(const struct sentence *sentence, struct arena *arena, struct kept_words *words);

/* The word's letters, as words have them. */
const char *kept_text(const struct kept_words *words, size_t at);

/* True where the sentence writes the word with a capital. */
bool kept_capital(const struct kept_words *words, size_t at);

/*
 * The longest name that stands at word AT, or NULL; of several the first in the plan. A
 * name in small letters is one only where it has several words, or is a workstream's.
 */
const struct name *register_find(const struct name_register *names, const struct kept_words *words,
                                 size_t at);

/* What names of this type are called: "workstream". */
const char *name_type_words(enum name_type type);

#endif
