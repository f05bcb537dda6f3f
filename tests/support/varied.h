/*
 * Varied histories: commit by commit anything that a page of the site may be made from, drawn
 * from a seed: ratings, drafts, what is exempt, plans and their language, observations,
 * close-downs, actions, papers that are published, deletions, merges, and what is no plan's.
 */
#ifndef SUPPORT_VARIED_H
#define SUPPORT_VARIED_H

#include <stdint.h>

#include "support/history.h"

struct varied {
	struct sandbox *sandbox;
	struct history *history;
	uint64_t seed; /* moves on */
	int day, sides;
};

/* Two plans, `better` and `next`, in the repository FOLDER; no commit is checked out. */
struct varied varied_begin(struct sandbox *sandbox, const char *folder, uint64_t seed);

/* One landing more on HEAD's branch. The same seed makes the same on every machine. */
void varied_step(struct varied *varied);

#endif
