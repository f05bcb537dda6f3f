/*
 * Matters: what a committee decided on, as a sentence that dates it says.
 */
#ifndef CANDOUR_MATTER_H
#define CANDOUR_MATTER_H

#include "candour/event.h"

/*
 * True where both sentences say, in the same words, what was decided: at least two words
 * that mean something, to which neither sentence adds a word before or behind ("the pay
 * policy" is not "the pay policy for schools"), beside the word for the decision ("agreed
 * to consult on the pay policy" does not decide on it). What else either says counts only
 * where it may mean another time or stage: matter_loose.h.
 */
bool matter_is_same(const struct event *a, const struct event *b);

#endif
