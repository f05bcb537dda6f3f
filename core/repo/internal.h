/*
 * What the files of this room share and no other room sees: libgit2 itself.
 */
#ifndef REPO_INTERNAL_H
#define REPO_INTERNAL_H

#include <git2.h>

#include "repo/repo.h"

struct repo {
	git_repository *git;
	git_odb *objects;
	git_odb_object *trees[256]; /* read last, by the first byte of their ids */
	bool verifies;
};

git_oid repo_oid(const struct object_id *id);
struct object_id repo_object_id(const git_oid *oid);

/*
 * Reads an object that must be of this type and at most LIMIT bytes long. Free it
 * with git_odb_object_free().
 */
int repo_object(struct repo *repo, const struct object_id *id, git_object_t type, size_t limit,
                git_odb_object **object, struct error *error) __attribute__((warn_unused_result));

/* Fills the error with WHAT and libgit2's own reason. Returns -1. */
int repo_fail(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
