/*
 * A commit that was never made: HEAD with the documents as they stand in the working tree.
 *
 * It is in memory alone, for as long as the repository is open: nothing is written into the
 * repository, its index or its references. The bytes are taken as they are, without git's
 * conversions, as `check` reads them.
 */
#ifndef REPO_IMAGINED_H
#define REPO_IMAGINED_H

#include <stddef.h>
#include <stdint.h>

#include "repo/repo.h"

/* Who makes it. */
#define IMAGINED_AUTHOR "Not committed yet"

struct imagined_file {
	const char *path;
	const char *bytes; /* NULL: what is there cannot be read, and stays as it is in HEAD */
	size_t length;
};

/*
 * From here on everything that is written goes into memory, and nothing that is read is kept
 * for the next run.
 */
int repo_imagine(struct repo *repo, struct error *error) __attribute__((warn_unused_result));

/*
 * Makes the commit, after repo_imagine(). FILES are all documents that there are, by path:
 * one of HEAD that is not among them is deleted, unless the user asked git to leave it out
 * of the working tree. HEAD is NULL where nothing was committed yet. The commit is dated
 * WHEN, or as HEAD where that is later. *CHANGES is how many documents differ from HEAD;
 * where none does, *COMMIT is a commit all the same.
 */
int imagined_commit(struct repo *repo, const struct object_id *head,
                    const struct imagined_file *files, size_t count, int64_t when,
                    struct object_id *commit, size_t *changes, struct error *error)
	__attribute__((warn_unused_result));

/* A commit after HEAD, dated the same, that changes nothing: to compare with. */
int imagined_pause(struct repo *repo, const struct object_id *head, int64_t when,
                   struct object_id *commit, struct error *error)
	__attribute__((warn_unused_result));

#endif
