/*
 * Histories: real git repositories, built commit by commit from tables.
 *
 * The clock is fixed: day 0 is 1 July 2023, and every commit is made at noon, UTC,
 * of its day. The same table gives the same commit ids on every machine. Anything
 * that git refuses fails the test.
 */
#ifndef SUPPORT_HISTORY_H
#define SUPPORT_HISTORY_H

#include "repo/object.h"
#include "support/sandbox.h"

enum { HISTORY_EPOCH = 1688212800, HISTORY_DAY = 86400 };

struct history {
	struct sandbox *sandbox;
	struct git_repository *git;
	const char *folder;           /* absolute */
	struct git_odb_backend *pack; /* what is not yet written, in memory; or NULL */
};

/* What one commit does to one file. */
struct row {
	int day;
	const char *author; /* NULL: the row belongs to the commit of the row above it */
	const char *path;   /* NULL: the commit changes no file */
	const char *text;   /* NULL: the file is deleted */
};

/* A commit that needs more than rows can say. What is 0 or NULL is as usual. */
struct commit {
	int day;
	const char *author;
	const char *committer; /* the author */
	int committed_on;      /* a day; the author's */
	const char *message;   /* "Day N: path" */
	const char *parents;   /* revisions, with blanks between; HEAD alone. "" for none */
	const char *tree;      /* the id of a whole tree, instead of rows */
	unsigned mode;         /* of the files that the rows write; 0100644 */
	const struct row *rows;
	size_t count;
};

/* Makes a repository in a folder of the sandbox, on a branch `main` without commits. */
struct history *history_new(struct sandbox *sandbox, const char *folder);
struct history *history_new_bare(struct sandbox *sandbox, const char *folder);

/* A repository that is there already, made by git itself. */
struct history *history_open(struct sandbox *sandbox, const char *folder);

/*
 * For thousands of commits: from here on what is committed stays in memory and moves
 * no branch; history_flush() writes all of it as one pack, for good.
 */
void history_in_memory(struct history *history);
void history_flush(struct history *history);

/* Commits the rows to the branch that HEAD names. */
void history_add(struct history *history, const struct row *rows, size_t count);

/* The same from a table written on the spot: HISTORY(history, {1, "Ann", "a.md", "text"}, ...). */
#define HISTORY(history, ...)                                                                      \
	history_add(history, (const struct row[]){__VA_ARGS__},                                    \
	            sizeof((const struct row[]){__VA_ARGS__}) / sizeof(struct row))

/*
 * Commits one file that is no plain one: 0100755, 0120000 (TEXT is where the link
 * leads) or 0160000 (TEXT is the id that the submodule is at).
 */
void history_add_as(struct history *history, unsigned mode, struct row row);

/* Commits; the files are those of the first parent, with the rows applied. */
struct object_id history_commit(struct history *history, const struct commit *commit);

/*
 * Merges BRANCH into HEAD's branch, with HEAD as the first parent. Where both
 * changed the same lines BRANCH's stand; the rows are applied on top, {0} for none.
 */
#define HISTORY_MERGE(history, day, author, branch, ...)                                           \
	history_merge(history, day, author, branch, (const struct row[]){__VA_ARGS__},             \
	              sizeof((const struct row[]){__VA_ARGS__}) / sizeof(struct row))
void history_merge(struct history *history, int day, const char *author, const char *branch,
                   const struct row *rows, size_t count);
void history_merge_saying(struct history *history, int day, const char *author, const char *branch,
                          const char *message, const struct row *rows, size_t count);

/* `git switch -c` and `git switch`; history_checkout() brings the files. */
void history_branch(struct history *history, const char *branch);
void history_switch(struct history *history, const char *branch);

/* Makes BRANCH, HEAD's or another, point to REVISION. */
void history_reset(struct history *history, const char *branch, const char *revision);

/* A lightweight tag of HEAD, or one with an object of its own. */
void history_tag(struct history *history, const char *tag);
void history_tag_annotated(struct history *history, const char *tag);

/* Puts HEAD's files into the working tree and the index, and removes all others. */
void history_checkout(struct history *history);

/* The id of what the revision names. */
struct object_id history_id(struct history *history, const char *revision);

/* A tree as no honest git writes it. IDs of the forty digits; returns the tree's. */
struct raw_entry {
	unsigned mode;
	const char *name;
	const char *id;
};
const char *history_raw_tree(struct history *history, const struct raw_entry *entries,
                             size_t count);

/* The id of a blob with this content. */
const char *history_blob(struct history *history, const char *text);

/*
 * Texts of documents that break no rule (support/texts.c). They live to the end of
 * the program, so that a table can hold them.
 */

/* An update, complete. EXTRA is more lines of front matter, each with its line end. */
const char *history_update(const char *workstream, const char *period, const char *rag);
const char *history_update_with(const char *workstream, const char *period, const char *rag,
                                const char *extra);

/* The same update with other words in its first section. */
const char *history_update_saying(const char *workstream, const char *period, const char *rag,
                                  const char *words);

/* An overview, complete. */
const char *history_overview(const char *period, const char *rag);

/* A plan, complete, from 2023-05-01 to 2025-03-31; IDS of its workstreams, with blanks between. */
const char *history_plan(const char *ids);
const char *history_plan_with(const char *ids, const char *extra);

/*
 * Two workstreams, reported on, in the working tree of `repository`: `a` stands beside the
 * plan.md, `b` in a folder of its month. Nothing is wrong.
 */
struct history *history_of_two(struct sandbox *sandbox);

#endif
