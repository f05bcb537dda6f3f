/*
 * What a denial of risks denies, and what may follow it, for the rule risks-denied: seen by
 * denial.c, denial_nothing.c and denial_end.c alone.
 */
#ifndef CANDOUR_DENIAL_H
#define CANDOUR_DENIAL_H

#include "candour/sentence.h"

/* "Report", "raise": what is done with risks that there are. The list ends with NULL. */
extern const char *const denial_telling[];

bool denial_is_risk(const char *word);

/*
 * Reads "risks", "known risks or concerns", "issues or concerns" at *WORD and goes on
 * behind it. True where risks are among them, or two other troubles.
 */
bool denial_read_troubles(const struct sentence *sentence, size_t *word);

/* True where the sentence does not say it of here and now, in the words before WORD. */
bool denial_is_turned(const struct sentence *sentence, size_t word);

/* The word at which "nothing that worries us" or its like begins, or sentence->count. */
size_t denial_find_nothing(const struct sentence *sentence);

/* True where the part of the sentence that begins at WORD names others, or what is new. */
bool denial_goes_beyond(const struct sentence *sentence, size_t word);

/* True where what follows does not narrow the denial. */
bool denial_ends_plainly(const struct sentence *sentence, size_t word);

#endif
