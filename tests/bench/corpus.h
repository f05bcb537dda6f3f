/*
 * A corpus: the whole history of an invented programme, as git fast-import reads it.
 *
 * Months go by; in each one, every update is begun, edited and sometimes re-rated, in
 * between the work on other files. Some commits arrive by merges of short branches.
 * The same shape gives the same commit ids everywhere.
 */
#ifndef BENCH_CORPUS_H
#define BENCH_CORPUS_H

#include <stdio.h>

#include "bench/prose.h"

struct shape_of_corpus {
	const char *name; /* how many commits, about */
	unsigned plans, workstreams, months;
	unsigned rounds; /* how often it is measured */
};

/* Where the stream goes: to FILE unless NULL, and into the hash. */
struct corpus_sink {
	FILE *file;
	uint64_t hash, length;
};

struct corpus {
	const struct shape_of_corpus *shape;
	struct corpus_sink *sink;
	struct dice dice;
	struct report *updates, *overviews; /* as they stand */
	unsigned *meetings, *others;
	struct buf text, commit;
	unsigned commits, merges, outside; /* made so far; OUTSIDE without a file below plans/ */
	unsigned versions;                 /* of updates */
};

/* Writes the history to the branch main. Release the corpus after use. */
void corpus_write(struct corpus *corpus, const struct shape_of_corpus *shape,
                  struct corpus_sink *sink);

/* One more commit on top of main, on the ref CORPUS_NEXT: an update is re-rated. */
#define CORPUS_NEXT "refs/bench/next"
#define CORPUS_TOPIC "refs/bench/topic"
void corpus_write_next(struct corpus *corpus);

void corpus_release(struct corpus *corpus);

#endif
