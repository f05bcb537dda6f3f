/*
 * Prompts: sentences that tell a writer what to write, as templates have them.
 */
#ifndef CANDOUR_PROMPT_H
#define CANDOUR_PROMPT_H

#include "candour/sentence.h"

/* ITEM: of a list or a field, where an order may be a thing to do. */
bool prompt_is_sentence(const struct sentence *sentence, bool item);

/* The same of what stands in brackets, where less is needed to know one. */
bool prompt_is_in_brackets(const struct sentence *sentence);

#endif
