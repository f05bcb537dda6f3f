/*
 * What the files of this room share and no other room sees: libgit2 itself.
 */
#ifndef REPO_INTERNAL_H
#define REPO_INTERNAL_H

#include <git2.h>
#include <stdbool.h>

#include "repo/repo.h"

struct twin;
struct watch;

struct repo {
	git_repository *git;
	git_odb *objects;           /* the guard's, see guard.c */
	char *index_file;           /* GIT_INDEX_FILE; NULL: the repository's own */
	struct watch *watch;        /* NULL: nobody watches */
	bool sized;                 /* the size of what is read next is no matter, or known */
	bool verifies;              /* every object is hashed again */
	bool distrusts;             /* sizes are asked for first */
	bool quarantined;           /* what is read may yet be refused */
	struct twin *keeper;        /* see kept_by(); or NULL */
	git_odb_object *trees[256]; /* read last, by the first byte of their ids */
};

/*
 * The largest object of each type that is read: a commit or a tree beyond is an attack. Of a
 * larger blob only the size is known.
 */
enum {
	LARGEST_COMMIT = 1 << 20,
	LARGEST_TREE = 16 << 20,
	LARGEST_BLOB = 16 << 20,
};

/* libgit2, set up for a reader of what is on this machine. Stop it as often as started. */
int repo_library_start(struct error *error) __attribute__((warn_unused_result));
void repo_library_stop(void);

/* Puts the guard before the repository's objects. Returns libgit2's code. */
int repo_guard(struct repo *repo) __attribute__((warn_unused_result));

/*
 * Reads an object that must be of this type and at most LIMIT bytes long; this is
 * looked at when it has been read, since to ask before costs as much again. Free it
 * with git_odb_object_free(). The error names the object and what it is.
 */
int repo_object(struct repo *repo, const struct object_id *id, git_object_t type, size_t limit,
                git_odb_object **object, struct error *error) __attribute__((warn_unused_result));

/* The path of the index that git is working on, in BUF, whose bytes are returned. */
const char *repo_index_path(const struct repo *repo, struct buf *path);

git_oid repo_oid(const struct object_id *id);
struct object_id repo_object_id(const git_oid *oid);

/* Fills the error with WHAT and libgit2's own reason. Returns -1. */
int repo_fail(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct receipts;

/* Moves the reference on from FROM, unless somebody else has: 1, 0 where somebody has, or -1. */
int receipts_move(struct repo *repo, const struct receipts *from, const git_oid *tip,
                  const char *why, struct error *error);

#endif
