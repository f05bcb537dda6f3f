/*
 * Deeds: what a clause says is done by a day, and whose work that is.
 *
 * A deed is the completion, approval or delivery of something. It is the workstream's own
 * where the clause shares a word with what the update calls its work, says "the work" or
 * "the last stage", or names nobody: "completion is expected", "we plan to finish".
 */
#ifndef CANDOUR_DEED_H
#define CANDOUR_DEED_H

#include "candour/mention.h"
#include "candour/own_work.h"

/* Days that are named together: "September, October or November". */
struct run {
	size_t first, behind; /* its words */
	size_t last;          /* number of its last mention */
};

/* The words around a run that belong to it. */
struct clause {
	const struct sentence *sentence;
	const struct mentions *mentions;
	struct run run;
	size_t from, to;
};

/* Words of its sentence, the last of them before BEHIND. */
struct words {
	size_t from, behind;
};

struct deed;

/* The first deed of the clause from WORDS->from on, and its words. NULL: there is none. */
const struct deed *clause_deed(const struct clause *clause, struct words *words);

bool clause_is_own(const struct clause *clause, const struct deed *deed, struct words words,
                   const struct own_work *own);

/* "The work will go on until November": it is not done before. *WORDS are its verb. */
bool clause_goes_on(const struct clause *clause, struct words *words);

#endif
