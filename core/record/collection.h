/*
 * A collection: every document of a tree as it stands, plan by plan.
 *
 * What the rules judge. It is read from the working tree (tracked files, and
 * untracked ones that git does not ignore), from a revision, or from the index that git
 * is committing; it says nothing of history. It owns its documents.
 */
#ifndef RECORD_COLLECTION_H
#define RECORD_COLLECTION_H

#include "document/document.h"
#include "repo/files.h"
#include "repo/repo.h"

struct record;

struct item {
	const char *path;
	enum file_type type;
	struct document *document; /* NULL unless the file is a regular one */
	/* It is not judged itself, and only its fields are read: what is judged must fit it. */
	bool beside;
	bool presumed; /* beside, and not read: the record knows what it is about */
};

/* A folder below plans/. */
struct folder {
	const char *id; /* its name; "" where something else stands in the place of plans/ */
	const struct plan *plan;              /* NULL where plan.md is missing or cannot be read */
	const struct document *plan_document; /* NULL where plan.md is missing */
	struct item *items;                   /* by path, plan.md among them */
	size_t count;
};

/* A document of HEAD that a commit changes or takes away. */
struct replaced {
	const char *path;
	struct object_id blob;
};

struct collection {
	struct files files; /* owns the paths */
	struct arena arena;
	struct replaced *replaced; /* by path; of what is staged alone */
	size_t replaced_count, replaced_room;
	struct folder *folders; /* by id */
	size_t count;
	size_t documents; /* but for those beside */
	bool partial;     /* some plans are not here: only those that a commit touches are */
	bool worktree;    /* it is what lies there, all of it: nothing was left out by git */
};

int collection_read_worktree(struct repo *repo, struct collection *collection, struct error *error)
	__attribute__((warn_unused_result));

int collection_read_commit(struct repo *repo, const struct object_id *commit,
                           struct collection *collection, struct error *error)
	__attribute__((warn_unused_result));

/*
 * What a commit of the index would change, after HEAD (NULL: nothing has been committed
 * yet): the plans that it touches, without an item those that it takes away. Judged are the
 * documents that it changes, and all of a plan whose plan.md it changes; the others stand beside.
 * Without any change it is empty.
 *
 * *OUTLINE, unless NULL, becomes that of HEAD's record, or NULL (see record/outline.h). The
 * documents beside that it knows are not read: their claims are there, their lines are not.
 */
int collection_read_staged(struct repo *repo, const struct object_id *head,
                           struct collection *collection, struct record **outline,
                           struct error *error) __attribute__((warn_unused_result));

/* Reads those too. */
int collection_read_presumed(struct repo *repo, struct collection *collection, struct error *error)
	__attribute__((warn_unused_result));

/*
 * The same documents as they are in HEAD, for what stood there before. One that was only
 * renamed stands where it stands in STAGED.
 */
int collection_read_before(struct repo *repo, const struct object_id *head,
                           const struct collection *staged, struct collection *collection,
                           struct error *error) __attribute__((warn_unused_result));

/* The folder with this id, or NULL. */
const struct folder *collection_folder(const struct collection *collection, const char *id);

void collection_release(struct collection *collection);

#endif
