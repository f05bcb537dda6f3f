/*
 * Repositories that hold a corpus, kept from run to run.
 */
#ifndef BENCH_REPOSITORY_H
#define BENCH_REPOSITORY_H

#include "base/arena.h"
#include "bench/corpus.h"

struct repository {
	const struct shape_of_corpus *shape;
	const char *folder; /* the git directory; it has no working tree */
	const char *cache;  /* where ragtrail keeps its own files in it */
	const char *tip;    /* the commit's id, short */
	unsigned commits, merges, outside, updates, versions;
	double megabytes; /* of its packs */
};

/*
 * Finds the repository below FOLDER, or makes it where it is not there or was made by
 * another generator. RAGTRAIL must find no error in what it holds.
 */
void repository_prepare(struct repository *repository, const struct shape_of_corpus *shape,
                        const char *folder, const char *ragtrail, struct arena *arena);

/* Points main at the corpus, or at the one commit more. */
void repository_rewind(const struct repository *repository);
void repository_advance(const struct repository *repository);

/* Removes what ragtrail keeps in it. */
void repository_forget(const struct repository *repository);

#endif
