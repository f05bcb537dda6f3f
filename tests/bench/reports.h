/*
 * The reports of a repository as they stand: plan by plan, workstream by workstream, and the
 * programme's own at last.
 */
#ifndef BENCH_REPORTS_H
#define BENCH_REPORTS_H

#include "base/buf.h"

struct reports {
	struct buf *items; /* Markdown, with its front matter */
	size_t count, room;
};

/* None where the repository cannot be read. Release them after use. */
void reports_read(struct reports *reports, const char *folder);
void reports_release(struct reports *reports);

#endif
