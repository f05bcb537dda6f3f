/*
 * The lineage of a revision: every commit that it can reach, sorted into landings,
 * and what each changed below plans/. It knows git and no ratings.
 *
 * The first-parent chain of the revision, oldest first, gives the landings; each
 * lands the commits reachable from it and from no earlier one. Where the server's
 * receipts say so, the chain follows another parent: the one that arrived first. The
 * order comes from the graph alone, the dates in a commit decide nothing.
 *
 * A commit whose folder plans/ is that of its parent costs two objects read, another
 * one the folders and files that differ. With a commit-graph all that is read when the
 * commits are compared, which several processes can do, each some of them. The lineage owns all
 * that it points to.
 */
#ifndef REPO_LINEAGE_H
#define REPO_LINEAGE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/map.h"
#include "repo/files.h"
#include "repo/ids.h"
#include "repo/landing.h"
#include "repo/receipts.h"

#define LINEAGE_NONE UINT32_MAX

/* A file that differs between a commit and one of its parents. */
struct lineage_change {
	uint32_t path;          /* into `paths` */
	uint32_t before, after; /* into `blobs`; LINEAGE_NONE where there is no plain file */
	enum file_type type_after;
	bool gone; /* there is nothing at that path any more, of whatever type */
};

/* From a commit to one of its parents. */
struct lineage_link {
	uint32_t parent; /* into `commits`; LINEAGE_NONE for a commit without parents */
	uint32_t changes, change_count;
};

struct lineage_row {
	uint32_t links, link_count; /* one for each parent; for a first commit, one with none */
};

/* What it takes to compare a commit. */
struct lineage_tree {
	struct object_id root;
	struct object_id plans; /* the folder plans/; none without one */
	bool plans_known;
	bool told; /* by the commit itself, and not by a graph alone */
};

struct lineage {
	struct landing *commits;  /* landing by landing, oldest first; parents before children */
	struct lineage_row *rows; /* one a commit */
	size_t count, commit_room, row_room;
	/* One a commit from number `first_tree` on: of those before, which were compared in an
	 * earlier run, few are asked for. */
	struct lineage_tree *trees;
	size_t first_tree, tree_room;
	size_t compared;    /* how many of them have been compared with their parents */
	uint32_t *landings; /* the commit of each landing, the last of those that it lands */
	size_t landing_count, landing_room;
	struct lineage_link *links;
	size_t link_count, link_room;
	struct lineage_change *changes;
	size_t change_count, change_room;
	const char **paths; /* of documents, as they are in the tree: not always safe */
	size_t path_count, path_room;
	struct object_id *blobs;
	size_t blob_count, blob_room;
	struct object_id receipts; /* the receipts that were read; none without */
	bool hearsay;              /* git's commit-graph has been asked */
	struct ids commit_ids, blob_ids;
	struct map path_ids, names;
	struct arena arena;
};

/*
 * Sorts the commits of TIP's lineage into landings; who made them, and what they changed,
 * is not yet read. LINEAGE is empty (zeroed), or holds what was read before of another
 * revision: what the two share is kept, the rest is dropped. On failure LINEAGE must
 * still be released.
 *
 * Where HEARSAY, what a commit leads to may be taken from git's commit-graph. It does not
 * hold until lineage_compare() has read every commit; where that fails, all must be read
 * again without.
 */
int lineage_read(struct repo *repo, const struct object_id *tip, bool hearsay,
                 struct lineage *lineage, struct error *error) __attribute__((warn_unused_result));

/*
 * Reads the commits from number FROM up to TO and compares them with their parents, in this
 * order: what came before FROM has been compared, or will be added by store_adopt(). Fails
 * where a commit leads elsewhere than was heard.
 */
int lineage_compare(struct repo *repo, struct lineage *lineage, size_t from, size_t to,
                    struct error *error) __attribute__((warn_unused_result));

/* Finds the landings that are dated before an earlier one, once all have been compared. */
void lineage_date(struct lineage *lineage);

/* The number of a path and of a blob; added where it is new. */
uint32_t lineage_path(struct lineage *lineage, const char *path);
uint32_t lineage_blob(struct lineage *lineage, const struct object_id *id);

/* Adds a change of the link that was added last. */
void lineage_change(struct lineage *lineage, struct lineage_change change);

void lineage_release(struct lineage *lineage);

/* The number of a commit, or LINEAGE_NONE. */
uint32_t lineage_find(const struct lineage *lineage, const struct object_id *id);

/* True for a commit that is a landing itself, and not inside one. */
bool lineage_is_landing(const struct lineage *lineage, uint32_t commit);

/* The first commit of landing NUMBER; its last one is landings[number]. */
uint32_t lineage_first(const struct lineage *lineage, size_t number);

/* The link of landing NUMBER to the landing before it: what it changed on record. */
const struct lineage_link *lineage_landed(const struct lineage *lineage, size_t number);

#endif
