/*
 * The index that git is committing: what stands in it below plans/, and how that
 * differs from a commit.
 *
 * The file is read here, and not by libgit2: during `git commit -a` or `git commit FILE`
 * it is another one than the repository's own, git's notes of whole folders save most of
 * the comparing, and a sparse index can be read. The working tree is never looked at.
 */
#ifndef REPO_INDEX_H
#define REPO_INDEX_H

#include "base/arena.h"
#include "base/map.h"
#include "repo/files.h"
#include "repo/repo.h"

struct index {
	struct arena arena;
	/* The documents, and what stands where a folder of them should, by path; those that `git
	 * add -N` only announced are left out. */
	struct file *entries;
	size_t count, room;
	/* The path of a folder, and the tree (a struct object_id) that its entries make, where
	 * git has noted it. */
	struct map folders;
};

/*
 * Reads the index; one that is not there is empty. A sparse index is filled in, an index
 * that was split in two is refused. Release it with index_release(), on failure too.
 */
int index_read(struct repo *repo, struct index *index, struct error *error)
	__attribute__((warn_unused_result));

void index_release(struct index *index);

/*
 * Calls FUNCTION for every document in the index that differs from the one of COMMIT (NULL:
 * nothing has been committed yet), in the order of paths. Stops at the first call that does
 * not return 0, and returns what it returned.
 */
int index_compare(struct repo *repo, const struct object_id *commit, const struct index *index,
                  change_function function, void *context, struct error *error)
	__attribute__((warn_unused_result));

#endif
