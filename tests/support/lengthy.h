/*
 * Long histories, made quickly: one stream that git imports, in which every commit is a version
 * of one of two living updates, re-rated and moved on.
 */
#ifndef SUPPORT_LENGTHY_H
#define SUPPORT_LENGTHY_H

#include "support/sandbox.h"

struct lengthy {
	int commits;
	int first_year;
	int hours;     /* between a commit and the next */
	int in_period; /* so many commits are of one month's updates */
	bool sides;    /* every fiftieth is on a branch `side`, which the one after it merges */
	/* Some are signed, drafts or unreadable; from LENGTHY_OWN to LENGTHY_USUAL the scale is
	   the plan's own. */
	bool varied;
};

enum { LENGTHY_OWN = 300, LENGTHY_USUAL = 600 };

/* In the folder `repo` of the sandbox, on `main`; no commit is checked out. */
void lengthy_new(struct sandbox *sandbox, const struct lengthy *shape);

#endif
