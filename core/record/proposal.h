/*
 * A proposal: what the index would put on record that HEAD has not, in the words of the
 * record, before anything is committed.
 *
 * Only the two trees are compared, by values; no history is read. So what a workstream
 * was before is what HEAD's documents say of it: its own earlier rating of the same
 * period, or that of the latest period before.
 */
#ifndef RECORD_PROPOSAL_H
#define RECORD_PROPOSAL_H

#include "record/changes.h"

/* What changes of one workstream and one period. */
struct proposal_row {
	const char *plan;       /* its id */
	const char *workstream; /* its id; "overview" for the programme's own rating */
	const char *title;      /* as the plan spells it; NULL for the programme's */
	struct period period;
	const struct difference *changes; /* that of the rating first, where there is one */
	size_t count;
};

struct proposal {
	struct proposal_row *rows; /* by plan, workstream and period */
	size_t count, room;
	bool several; /* there is more than one plan, so that rows need its name */
	struct arena arena;
};

/* Reads the proposal; one of no rows where nothing but prose changes. Release it always. */
int proposal_read(struct repo *repo, struct proposal *proposal, struct error *error)
	__attribute__((warn_unused_result));
void proposal_release(struct proposal *proposal);

#endif
