/*
 * An outline that is being made, of what was kept and of what has landed since.
 *
 * Seen by outline.c, which reads the one, and outline_advance.c, which adds the other.
 */
#ifndef RECORD_OUTLINE_BUILD_H
#define RECORD_OUTLINE_BUILD_H

#include "base/map.h"
#include "record/outline.h"
#include "repo/commit.h"

/* The rows of a series, as they are being changed. */
struct series_outline {
	const char *plan, *workstream; /* no workstream: NULL */
	struct series series;          /* one version a standing */
};

struct outline {
	struct repo *repo;
	const struct collection *collection;
	struct record *record;
	struct map series; /* struct series_outline, by plan and workstream */
	struct series_outline **list;
	size_t count, room;
	const struct landing *landing; /* that is being read */
	bool doubtful; /* what is on record may not all be in the outline any more */
	struct buf key, bytes;
	struct error *error;
};

/* What there is of the series; "" is the overview. NULL: nothing. */
struct series_outline *outline_known(struct outline *outline, const char *plan,
                                     const char *workstream);

/* The same, made where there is nothing. No workstream: NULL. */
struct series_outline *outline_series(struct outline *outline, const char *plan,
                                      const char *workstream);

/* Puts a period on record that was not, without its version. HOLDER may be NULL. */
struct standing *outline_add(struct outline *outline, struct series_outline *build,
                             struct period period, const char *holder);

struct version *outline_version(struct outline *outline, const struct landing *landing,
                                const char *path, const char *rag, struct object_id blob);

/* Adds what has landed since the last landing that is known. */
int outline_advance(struct outline *outline, const struct chain *chain)
	__attribute__((warn_unused_result));

#endif
