/*
 * What is said of a collection, narrowed to the files and folders that arguments name.
 */
#ifndef CMD_NARROW_H
#define CMD_NARROW_H

#include "record/collection.h"
#include "rules/finding.h"

/* What the names are of. */
enum narrow_in {
	NARROW_IN_WORKTREE, /* files that are there, from the current folder */
	NARROW_IN_INDEX,    /* the same; they need not be there any more */
	NARROW_IN_COMMIT,   /* paths from the repository's top */
};

/*
 * Keeps the findings of the paths that were named, or all where COUNT is 0, and counts the
 * documents that were judged there. Fails for a path that cannot be meant.
 */
int narrow(const struct repo *repo, const struct collection *collection, enum narrow_in in,
           int count, char **paths, struct findings *findings, size_t *documents,
           struct error *error) __attribute__((warn_unused_result));

#endif
