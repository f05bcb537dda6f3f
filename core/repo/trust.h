/*
 * Whose repository is it: git's rule for what another user left lying about.
 */
#ifndef REPO_TRUST_H
#define REPO_TRUST_H

#include "base/buf.h"
#include "repo/repo.h"

/* Where a repository is. Start with PLACE_INIT. */
struct place {
	struct buf git_dir;   /* as libgit2 says it, with a slash at its end */
	struct buf work_tree; /* the top; empty where the repository lies bare */
	struct buf git_file;  /* the file .git that leads there; empty where it is a folder */
};

#define PLACE_INIT                                                                                 \
	{                                                                                          \
		BUF_INIT, BUF_INIT, BUF_INIT                                                       \
	}

void place_release(struct place *place);

/* Finds the repository around terms->start. Returns libgit2's code. */
int place_find(const struct repo_terms *terms, struct place *place)
	__attribute__((warn_unused_result));

/*
 * Fails unless it belongs to this process's user, or to the one who called sudo, or is
 * listed in safe.directory. The repository's own settings have no say.
 */
int place_trust(const struct place *place, const struct repo_terms *terms, struct error *error)
	__attribute__((warn_unused_result));

#endif
