/*
 * Sentences: prose as a reader takes it in, in sentences and words.
 *
 * A sentence ends with its passage, or with a full stop, question or exclamation mark that
 * a capital, a figure or nothing follows; not behind an abbreviation ("No.", "e.g."). A
 * word is letters and figures with what holds them together ("re-rated", "green/amber" is
 * three: a mark stands alone). All memory belongs to the arena given.
 */
#ifndef CANDOUR_SENTENCE_H
#define CANDOUR_SENTENCE_H

#include <stdint.h>

#include "document/document.h"
#include "document/prose.h"

enum word_type {
	WORD_LETTERS,
	WORD_FIGURES, /* digits alone, or with commas between thousands */
	WORD_MARK,    /* one character that is neither */
};

struct word {
	enum word_type type;
	const char *text;  /* in small letters; ’ is ', and every dash is - */
	uint16_t start;    /* its first two bytes as one number, asked before the text is */
	size_t at, length; /* where it stands in the passage's text, in bytes */
	bool capital;      /* it begins with a capital */
	int number;        /* of figures, and of what NUMBER words say ("three", "third"); or -1 */
};

struct sentence {
	const struct passage *passage;
	const struct word *words;
	size_t count;      /* at least one */
	size_t at, length; /* in the passage's text, in bytes, its mark included */
	bool finished;     /* it ends with a mark that ends sentences, or with a colon */
	uint64_t starts;   /* a bit for each start of a word, which is that of other starts too */
};

struct sentences {
	struct sentence *items; /* in the order of the prose; headings are none */
	size_t count, room;
};

void sentences_read(const struct prose *prose, struct arena *arena, struct sentences *sentences);

/* The sentences of one text, such as a field of the front matter; the passage is its own. */
void sentences_of_text(const char *text, struct arena *arena, struct sentences *sentences);

/*
 * Where word number WORD stands in the document: the line is exact, the column too unless
 * markup stands in the word.
 */
struct place sentence_place(const struct document *document, const struct sentence *sentence,
                            size_t word);

/* True for a word of the list: small letters, blanks between. */
bool word_is_any(const struct word *word, const char *list);

/* True when the words from number WORD on are those of PHRASE: small letters, blanks between. */
bool sentence_says(const struct sentence *sentence, size_t word, const char *phrase);

/* The number of the first word from FROM on at which the phrase stands, or sentence->count. */
size_t sentence_find(const struct sentence *sentence, size_t from, const char *phrase);

/* True where any of the phrases stands in the sentence; the list ends with NULL. */
bool sentence_has(const struct sentence *sentence, const char *const *phrases);

/* The sentence's words as they were written, on one line, cut after MOST characters with "…". */
const char *sentence_quote(const struct sentence *sentence, size_t most, struct arena *arena);

/* The same of any text, such as a field of the front matter. */
const char *text_quote(const char *text, size_t most, struct arena *arena);

#endif
