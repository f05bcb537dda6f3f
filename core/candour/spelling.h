/*
 * Spelling: whether some words are nearly a name, but not the same.
 */
#ifndef CANDOUR_SPELLING_H
#define CANDOUR_SPELLING_H

#include "candour/register.h"

/* True where at most MOST letters are changed, added, left out or swapped with the next. */
bool spelling_within(const char *a, const char *b, int most);

/*
 * True where the words from number AT on, as many as the name has, are nearly the name:
 * one word of it misspelled (two in a name of three and more) or another form of that
 * word, or the same words in another order. Initials and figures are exact or another's.
 */
bool spelling_is_near(const struct kept_words *words, size_t at, const struct name *name);

/* True for two words or three that read like somebody's name, not like a post. */
bool spelling_is_person(const struct kept_words *words, size_t at, size_t count);

/*
 * True where two names of persons may be one person's: the same surname and a short form of
 * the first name ("Pete", "Peter"; "Mike", "Michael"), or one letter that differs.
 */
bool spelling_is_same_person(const struct kept_words *a, size_t at, const struct kept_words *b,
                             size_t from, size_t count);

#endif
