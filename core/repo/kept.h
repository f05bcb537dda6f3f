/*
 * Files that are kept in the git folder so that the next run is quicker.
 *
 * They stand in `ragtrail/` in the folder that all working trees of a repository share.
 * Each is replaced in one step; any may be deleted at any time, and whoever reads one
 * must be able to tell whether it is whole. That one cannot be written is no error; of a
 * push that is still in quarantine none is.
 */
#ifndef REPO_KEPT_H
#define REPO_KEPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/read.h"
#include "base/twin.h"
#include "repo/repo.h"

/* The names of what holds words of documents; lists of sites have others. */
#define KEPT_RECORD "record"
#define KEPT_READINGS "readings"
#define KEPT_STANDING "standing"
#define KEPT_QUESTIONS "questions"
#define KEPT_QUESTIONS_ALL "questions-all"

/* Opens what is kept under NAME, to be read in pieces; false where there is nothing. */
bool kept_open(struct repo *repo, const char *name, struct plain_file *file);

/*
 * The part of it that begins at OFFSET, and is LENGTH long; NULL where it is not there. Free
 * with free().
 */
char *kept_read_part(struct repo *repo, const char *name, size_t offset, size_t length);

void kept_write(struct repo *repo, const char *name, const char *bytes, size_t length);

/* False where nothing would be written: there is no need to make it. */
bool kept_may_write(const struct repo *repo);

/*
 * Hands over the process that writes, while this one goes on. A repository has one at a time, and
 * is not closed before that is done.
 */
void kept_by(struct repo *repo, struct twin *keeper);

/* Waits until what is being written has been: who is about to read it need not do so again. */
void kept_await(struct repo *repo);

/* Removes what is kept under the names above: words that it holds may have been taken back. */
void kept_forget(struct repo *repo);

#endif
