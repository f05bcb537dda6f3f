/*
 * Statements of fact: a sentence whose verb says how things stand, or what comes about by
 * itself, and not what anybody does.
 */
#ifndef CANDOUR_MITIGATION_FACT_H
#define CANDOUR_MITIGATION_FACT_H

#include "candour/sentence.h"

/* "Partnerships are deepening (already)": what comes about by itself at number WORD. */
bool mitigation_drifts(const struct sentence *sentence, size_t word);

bool mitigation_states_fact(const struct sentence *sentence);

#endif
