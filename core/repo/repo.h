/*
 * The repository: opening it, naming revisions, reading blobs.
 *
 * This room alone knows libgit2. What leaves it are values: object ids, paths,
 * bytes, names and times, copied and owned by the caller. It knows nothing of
 * ratings; the one thing it knows of plans is the folder they are kept in.
 *
 * Functions return 0, or -1 with the error filled.
 */
#ifndef REPO_REPO_H
#define REPO_REPO_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"
#include "repo/object.h"

/* The folder at the repository's top that holds the plans. */
#define REPO_PLANS "plans"

struct repo;
struct watch;

/*
 * How to open a repository, and whom to trust. What is 0 or NULL is as usual; where
 * git would ask its environment, this is what the environment says.
 */
struct repo_terms {
	const char *start;       /* the repository is looked for here and above */
	bool from_environment;   /* as git's hooks: a push's quarantine and more */
	const char *git_dir;     /* GIT_DIR: the repository itself, which is trusted then */
	const char *work_tree;   /* GIT_WORK_TREE */
	const char *common_dir;  /* GIT_COMMON_DIR: refused, unless that is where it is anyway */
	const char *index_file;  /* GIT_INDEX_FILE: from the current folder, or absolute */
	const char *ceilings;    /* GIT_CEILING_DIRECTORIES */
	bool across_filesystems; /* GIT_DISCOVERY_ACROSS_FILESYSTEM */
	const char *sudo_uid;    /* SUDO_UID: for whom root works */
	const char *home;        /* HOME: what `~` is in a setting */
	const char *configs[4];  /* the machine's and the user's files of settings, then NULL */
	const char *const *safe; /* safe.directory of the command line, in order, then NULL */
	struct watch *watch;     /* who supervises this process, see base/watch.h */
	bool quarantined;        /* GIT_QUARANTINE_PATH: nothing may be kept, see repo/kept.h */
};

/*
 * Opens a repository. As git does, refuses one that belongs to another user unless a
 * setting safe.directory lists it. Close with repo_close().
 */
int repo_open_on(struct repo **repo, const struct repo_terms *terms, struct error *error)
	__attribute__((warn_unused_result));

/* The same on no other terms, and without settings. */
int repo_open(struct repo **repo, const char *start, bool from_environment, struct error *error)
	__attribute__((warn_unused_result));

/*
 * From here on every object that is read is hashed again, so that damage which still
 * can be unpacked is found; for the whole process.
 */
void repo_verify(struct repo *repo);
bool repo_verifies(const struct repo *repo);

/*
 * From here on the size of every object is asked for before it is read: of what a
 * stranger has just sent. Takes longer.
 */
void repo_distrust(struct repo *repo);

/* Reads without being watched from here on: in a process that nobody supervises. */
void repo_unwatch(struct repo *repo);

/* REPO may be NULL. */
void repo_close(struct repo *repo);

/* The top of the working tree, with a slash at its end; NULL when bare. */
const char *repo_worktree(const struct repo *repo);

/*
 * Fails when the history is cut off (a shallow clone): a trend computed from it
 * would be wrong. The hint names the fix.
 */
int repo_require_history(struct repo *repo, struct error *error)
	__attribute__((warn_unused_result));

/*
 * True for a partial clone, which may lack the older versions of files: a failure to
 * read one is no damage there.
 */
bool repo_is_partial(const struct repo *repo);

/*
 * The commit that REVISION means, in any form that git understands; HEAD when
 * NULL. Sets *UNBORN instead, where given, when nothing was committed yet.
 */
int repo_commit(struct repo *repo, const char *revision, struct object_id *commit, bool *unborn,
                struct error *error) __attribute__((warn_unused_result));

/*
 * Replaces BYTES by the blob's content. Asks for its size first: where that is
 * more than LIMIT, sets *SIZE and leaves BYTES empty.
 */
int repo_blob(struct repo *repo, const struct object_id *blob, size_t limit, struct buf *bytes,
              size_t *size, struct error *error) __attribute__((warn_unused_result));

/*
 * The same, without asking for the size first: quicker where nearly all are small,
 * as in a history; what is too large has been read all the same.
 */
int repo_blob_small(struct repo *repo, const struct object_id *blob, size_t limit,
                    struct buf *bytes, size_t *size, struct error *error)
	__attribute__((warn_unused_result));

#endif
