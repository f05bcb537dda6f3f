/*
 * What the environment says of the repository, in git's variables.
 */
#ifndef CMD_ENVIRONMENT_H
#define CMD_ENVIRONMENT_H

#include "base/arena.h"
#include "repo/repo.h"

/*
 * The terms on which git would open the repository around the current folder. Takes
 * away GIT_WORK_TREE and GIT_COMMON_DIR, which libgit2 refuses, and GIT_INDEX_FILE, which
 * it would read at once, when they are read.
 * What is made for it lives in the arena.
 */
struct repo_terms environment_terms(struct arena *arena);

/*
 * The environment of a git that is asked something: this process's, in English and in UTC,
 * without a pager, a prompt or replaced objects. "NAME=value", then NULL.
 */
const char *const *environment_of_git(struct arena *arena);

#endif
