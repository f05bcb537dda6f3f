/*
 * A rich history: version by version all that a reading of a document may hold comes, goes and
 * changes: milestones, risks, who agreed and who signed, drafts, what is exempt or imported,
 * overviews, what cannot be read, and a plan with a scale of its own for a while.
 */
#ifndef SUPPORT_RICH_H
#define SUPPORT_RICH_H

#include "support/history.h"

enum { RICH_COMMITS = 190 };

/* In the folder `repo` of the sandbox, on `main`; no commit is checked out. */
struct history *rich_new(struct sandbox *sandbox);

/* COUNT more versions of the update `plans/better/a.md`, from number FROM on. */
void rich_go_on(struct history *history, int from, int count);

/* The plan, whose scale is of three levels while it has its own. */
const char *rich_plan(bool own_scale);

#endif
