/*
 * Scenarios: what people do with git, as scripts of real git commands with fixed
 * dates, and the record that comes of it.
 *
 * A script begins in the folder of a repository whose first commit, by Office on
 * 1 July 2023, is a plan `better` with the workstreams a and b. It has these words:
 *
 *   write FILE WORKSTREAM PERIOD RATING [LINE]   an update (or, of `overview`, an overview)
 *   commit DATE WHO [MESSAGE]                    all files, at noon
 *   as DATE WHO                                  who makes the next commits, and when
 *   merge BRANCH...                              git merge --no-ff
 *   merging BRANCH                               the same, left to be finished by `commit`
 *   receive PUSH DATE ACCOUNT COMMIT [BRANCH]    a receipt of the server
 */
#ifndef SUPPORT_SCENARIO_H
#define SUPPORT_SCENARIO_H

#include "support/history.h"

struct scenario {
	const char *name, *script;
	const char *record; /* of HEAD, as print_record() tells it */
};

extern const struct scenario scenarios[];
extern const size_t scenario_count;

/* Makes the scenario's repository in FOLDER; beside it may lie other clones. */
struct history *scenario_make(struct sandbox *sandbox, const char *folder, const char *script);

#endif
