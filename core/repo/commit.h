/*
 * A commit as git stores it, read line by line.
 *
 * The library's own commit object refuses what git shows, allocates much, and is
 * read hundreds of thousands of times; so the bytes are read here.
 */
#ifndef REPO_COMMIT_H
#define REPO_COMMIT_H

#include "base/map.h"
#include "repo/landing.h"
#include "repo/repo.h"

/* Where names and subjects are kept; the same name is kept once where there is a map. */
struct commit_texts {
	struct arena *arena;
	struct map *names; /* may be NULL */
};

/*
 * Reads commit ID: what it leads to, and who and when into FACTS, with what a name or
 * a subject may be: any bytes. The landing's number and receipt stay 0.
 */
int commit_read(struct repo *repo, const struct object_id *id, const struct commit_texts *texts,
                struct landing *facts, struct commit_links *links, struct error *error)
	__attribute__((warn_unused_result));

/*
 * Appends what the message of commit ID says below its subject, at most LIMIT bytes of it:
 * any bytes but NUL, without the blank lines around it. Sets *CUT where there is more.
 */
int commit_body(struct repo *repo, const struct object_id *id, size_t limit, struct buf *body,
                bool *cut, struct error *error) __attribute__((warn_unused_result));

#endif
