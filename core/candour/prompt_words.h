/*
 * The phrases of templates, whatever stands around them.
 */
#ifndef CANDOUR_PROMPT_WORDS_H
#define CANDOUR_PROMPT_WORDS_H

#include "candour/sentence.h"

/* One of the phrases that no prose has, but where it is quoted. */
bool prompt_has_phrase(const struct sentence *sentence);

/* How a short sentence of a template begins; "Two or three sentences were added" is none. */
bool prompt_has_beginning(const struct sentence *sentence);

#endif
