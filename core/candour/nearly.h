/*
 * Nearly a name: what is not a misspelled word, but another word, one too few, or a letter
 * too few in initials.
 */
#ifndef CANDOUR_NEARLY_H
#define CANDOUR_NEARLY_H

#include "candour/register.h"

/*
 * How many of the words from number AT on are meant for the name, and are not it: a long
 * name from whose middle one word is left out, or a name whose initials the plan knows and
 * these words have too, though one of them is another word. 0: none.
 */
size_t nearly_name(const struct name_register *names, const struct kept_words *words, size_t at,
                   const struct name *name);

/*
 * True where word AT is in capitals and no word of any name, but one of the name's is the
 * same with a letter more or less, or with two letters swapped: "CPMCA" for "CPCA".
 */
bool nearly_initials(const struct name_register *names, const struct kept_words *words, size_t at,
                     const struct name *name);

/* True where word AT is a person's first name, and no other name stands beside it. */
bool nearly_first_name(const struct kept_words *words, size_t at, const struct name *name);

#endif
