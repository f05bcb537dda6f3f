/*
 * Trees compared as git stores them: names in order, each with a mode and an id.
 *
 * A raw tree is compared without an object being made of it, since a history walk
 * compares hundreds of thousands. What was read last is kept, because the tree after
 * one commit is the tree before the next.
 */
#ifndef REPO_TREES_H
#define REPO_TREES_H

#include "repo/files.h"
#include "repo/repo.h"

/* The id behind NAME in a tree, of a folder or of a file; none where there is none. */
int trees_find(struct repo *repo, const struct object_id *tree, const char *name, bool folder,
               struct object_id *id, struct error *error) __attribute__((warn_unused_result));

/* The tree of plans/ in a commit's root; none where there is none. Reads all of the root. */
int trees_top(struct repo *repo, const struct object_id *root, struct object_id *plans,
              struct error *error) __attribute__((warn_unused_result));

/*
 * Calls FUNCTION for every document that differs between two trees of plans/, in the
 * order of paths; either may be none. Stops at the first call that does not return 0,
 * and returns what it returned.
 */
int trees_compare(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
	__attribute__((warn_unused_result));

/*
 * Calls FUNCTION for every document of a tree of plans/, and for every link or other
 * repository that stands where a folder of documents should.
 */
int trees_documents(struct repo *repo, const struct object_id *tree, change_function function,
                    void *context, struct error *error) __attribute__((warn_unused_result));

/* Calls FUNCTION where something else stands in the place of the commit's plans/. */
int trees_instead(struct repo *repo, const struct object_id *commit, change_function function,
                  void *context, struct error *error) __attribute__((warn_unused_result));

/* The tree of plans/ in the commit; none where there is none. */
int trees_plans(struct repo *repo, const struct object_id *commit, struct object_id *plans,
                struct error *error) __attribute__((warn_unused_result));

/* What stands at a path, by the mode that git notes of it. */
enum file_type trees_type(unsigned mode, const char *path);

/* True where what stands at the path is in the place of a folder of documents, or of plans/. */
bool trees_replaces_folder(unsigned mode, const char *path);

/* True for a folder, the tree of that id, whose documents are not wanted. */
typedef bool (*trees_known)(const char *path, const struct object_id *tree, void *context);

/*
 * Calls FUNCTION for every document in a tree that stands at PATH, and for what stands
 * where a folder of them should, as one that was added; goes into no folder that KNOWN, which may
 * be NULL, knows.
 */
int trees_list(struct repo *repo, const char *path, const struct object_id *tree, trees_known known,
               change_function function, void *context, struct error *error)
	__attribute__((warn_unused_result));

#endif
