/*
 * Gists: the words that say what a text is about.
 *
 * A gist holds each of them once, without its ending ("agreed", "agreement" and "agree"
 * are one), and without figures and the small words that any text has. It keeps the first
 * GIST_MOST, so that comparing two costs the same however long the texts are.
 */
#ifndef CANDOUR_GIST_H
#define CANDOUR_GIST_H

#include "candour/sentence.h"

enum { GIST_MOST = 64 };

struct gist {
	const char *words[GIST_MOST];
	size_t count;
};

/* Adds the sentence's words from number FROM to before number TO. */
void gist_add(struct gist *gist, const struct sentence *sentence, size_t from, size_t to,
              struct arena *arena);

/* The gist of a whole text; of NULL it is empty. */
struct gist gist_of(const char *text, struct arena *arena);

/* Takes these words out, whatever their endings; the list ends with NULL. */
void gist_drop(struct gist *gist, const char *const *words);

/* Takes out what OTHER has. */
void gist_drop_shared(struct gist *gist, const struct gist *other);

/* How many words of one the other has too. */
size_t gist_shared(const struct gist *a, const struct gist *b);

bool gist_has(const struct gist *gist, const char *word);

/*
 * True where the two texts say nearly the same: at least three quarters of the words of
 * the longer one stand in the other.
 */
bool gist_alike(const struct gist *a, const struct gist *b);

#endif
