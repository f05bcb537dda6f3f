/*
 * The branches that a server protects: whose landings are checked and get receipts.
 */
#ifndef CMD_PROTECT_H
#define CMD_PROTECT_H

#include <stdbool.h>

#include "base/arena.h"

struct protect {
	const char *const *patterns; /* of full names, "refs/heads/main"; ends with NULL */
	const char *shown;           /* the branch that the site shows; NULL where there is none */
	bool assumed;                /* nobody has said which; it is the one that HEAD names */
};

/*
 * Reads git's setting `ragtrail.protect`, which may stand there several times: names of
 * branches, or patterns such as `release-*`. Without it, the branch that HEAD names.
 */
void protect_read(struct arena *arena, struct protect *protect);

/* True for the full name of a branch that is protected. */
bool protect_holds(const struct protect *protect, const char *ref);

#endif
