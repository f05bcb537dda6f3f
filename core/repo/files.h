/*
 * The files below plans/: in the tree of a commit, in the working tree, and what
 * changed between two commits.
 *
 * Only `.md` files inside a plan's folder are listed (plans/<plan>/...md), sorted
 * by path; and what stands in the place of a folder of them: a link without a dot in its
 * name, another repository; in the place of plans/ itself, whatever is no folder. A tree is gone
 * down by known depth and a bounded number of entries, so that a hostile one cannot keep anybody
 * waiting.
 */
#ifndef REPO_FILES_H
#define REPO_FILES_H

#include "base/arena.h"
#include "repo/repo.h"

enum {
	FILES_DEEPEST = 8,
	FILES_MOST = 200000,
};

enum file_type {
	FILE_REGULAR,
	FILE_LINK,      /* a symbolic link */
	FILE_SUBMODULE, /* another repository */
	FILE_SPECIAL,   /* a device or pipe where a file should be */
	FILE_UNSAFE,    /* a path that no honest tool writes: "..", control characters */
	FILE_UNMERGED,  /* several versions, of a merge that is not settled; in an index only */
};

struct file {
	const char *path;
	enum file_type type;
	struct object_id blob; /* none in a working tree; of FILE_UNMERGED, one of them */
};

struct files {
	struct arena arena;
	struct file *items;
	size_t count, room;
	bool sparse; /* of a working tree: git was told to leave some documents out of it */
};

void files_release(struct files *files);

/* The files in the commit's tree. On failure too they must be released. */
int files_at(struct repo *repo, const struct object_id *commit, struct files *files,
             struct error *error) __attribute__((warn_unused_result));

/*
 * The files of the working tree that git tracks, or that it neither tracks nor
 * ignores. Fails in a bare repository.
 */
int files_in_worktree(struct repo *repo, struct files *files, struct error *error)
	__attribute__((warn_unused_result));

/*
 * Replaces BYTES by the content of a working tree's file. Where it is longer than
 * LIMIT, sets *SIZE and leaves BYTES empty. Links are not followed, and nothing but
 * a plain file is read.
 */
int files_read(struct repo *repo, const struct file *file, size_t limit, struct buf *bytes,
               size_t *size, struct error *error) __attribute__((warn_unused_result));

/* A path whose blob differs; `before` or `after` is none where there was no file. */
struct change {
	const char *path; /* valid during the call */
	enum file_type type_after;
	struct object_id before, after;
};

typedef int (*change_function)(const struct change *change, void *context);

/*
 * Calls FUNCTION for every file that differs between two commits, in the order of
 * paths; BEFORE is NULL for the first commit. Stops at the first call that does
 * not return 0, and returns what it returned.
 */
int files_changed(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
	__attribute__((warn_unused_result));

#endif
