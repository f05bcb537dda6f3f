/*
 * References, and how a branch that is pushed goes on from what it was.
 */
#ifndef REPO_REFERENCES_H
#define REPO_REFERENCES_H

#include "base/arena.h"
#include "repo/repo.h"

/*
 * What a reference of this name leads to: the name of another where it is symbolic, so
 * that no branch is changed by an alias; else the name itself, whether it is there or not.
 */
int reference_real(struct repo *repo, const char *name, struct arena *arena, const char **real,
                   struct error *error) __attribute__((warn_unused_result));

/* The commit that the reference leads to; none where there is no such reference. */
int reference_commit(struct repo *repo, const char *name, struct object_id *commit,
                     struct error *error) __attribute__((warn_unused_result));

/* All references, by name, ending with NULL. */
int references_list(struct repo *repo, struct arena *arena, const char *const **names,
                    struct error *error) __attribute__((warn_unused_result));

enum course {
	COURSE_ON,     /* the old tip is on the first-parent chain of the new one */
	COURSE_ASIDE,  /* the new tip leads to the old one, but aside of that chain */
	COURSE_REWIND, /* it does not lead to it at all */
};

/* How a branch went from one tip to another. */
int course_find(struct repo *repo, const struct object_id *before, const struct object_id *after,
                enum course *course, struct error *error) __attribute__((warn_unused_result));

#endif
