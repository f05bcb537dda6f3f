/*
 * Random histories for the model (support/model.h): made from a seed, written as real
 * commits, compared with what the model says, and made small when they disagree.
 */
#ifndef SUPPORT_RANDOM_HISTORY_H
#define SUPPORT_RANDOM_HISTORY_H

#include "support/history.h"
#include "support/model.h"

/* The same seed makes the same history on every machine. Returns main's tip. */
int random_history(uint64_t seed, struct model_history *history);

/*
 * Makes COUNT histories from SEED on, and compares the record of each at main's tip and
 * at a random earlier landing, without a commit-graph and with each kind of one. Fails the
 * test with the seed, the smallest history that still disagrees, and both texts.
 */
void random_histories_agree(struct sandbox *sandbox, uint64_t seed, int count);

#endif
