/*
 * What a sentence says that something is, does not do, or might do: a state by its grammar,
 * whatever the word for it.
 */
#ifndef CANDOUR_MITIGATION_BEING_H
#define CANDOUR_MITIGATION_BEING_H

#include "candour/sentence.h"

/* "is calmer than it was", "were mild": the verb "is" or "was" stands at number WORD. */
bool mitigation_is_being(const struct sentence *sentence, size_t word);

/* "would be surprised", "should not matter": the modal verb stands at number WORD. */
bool mitigation_is_supposed(const struct sentence *sentence, size_t word);

/* "have been lucky", "has never been easy": "has" or "have" stands at number WORD. */
bool mitigation_has_been(const struct sentence *sentence, size_t word);

/* "Demand usually drops in summer": what has no will does it. */
bool mitigation_is_of_itself(const struct sentence *sentence);

/* "do not see", "did not happen", "cannot be ruled out": its verb stands at number WORD. */
bool mitigation_is_denied(const struct sentence *sentence, size_t word);

/* "Nobody has raised this", "everyone understands": who is everybody does nothing. */
bool mitigation_is_of_all(const struct sentence *sentence);

/* "It is a risk that every council faces", "this is one of those things". */
bool mitigation_is_classed(const struct sentence *sentence);

#endif
