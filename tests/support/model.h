/*
 * A model of the record: the rules of histories with merges, written down to be
 * compared with record_read(). Everything is small and in memory, every question is
 * answered by looking everywhere, and nothing is shared with the code under test.
 *
 * A history is a list of commits, parents before children. A tree has one place for
 * each of a few paths; no tree may hold a workstream's period twice.
 */
#ifndef SUPPORT_MODEL_H
#define SUPPORT_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "document/period.h"

enum {
	MODEL_COMMITS = 63, /* a set of commits is the bits of a number */
	MODEL_PARENTS = 4,
	MODEL_PATHS = 16,
	MODEL_WORKSTREAMS = 4,
	MODEL_OVERVIEW = 0, /* the first of them; then a, b, c */
	MODEL_RATINGS = 5,
};

/* Below plans/better/, in the order of their bytes. */
extern const char *const model_paths[MODEL_PATHS];
extern const char *const model_workstreams[MODEL_WORKSTREAMS];
extern const char *const model_ratings[MODEL_RATINGS];

/* What one version of a file says. Two with the same members are the same blob. */
struct model_file {
	bool there;
	bool broken; /* it has no rating; all other members are as if it had one */
	bool draft;
	int workstream, rating;
	struct period period;
	int words; /* another number is another text; an odd one spells the rating differently */
};

struct model_commit {
	int parents[MODEL_PARENTS];
	int parent_count;
	const char *author, *committer, *subject;
	int day, committed_on;
	struct model_file files[MODEL_PATHS];
	int notes; /* what a file outside plans/ says; 0 for none */
};

struct model_history {
	struct model_commit commits[MODEL_COMMITS];
	int count;
};

bool model_same_file(const struct model_file *a, const struct model_file *b);

/* The files of a commit as far as they can be read: a broken one says what it said before. */
void model_said(const struct model_history *history, int commit,
                struct model_file said[MODEL_PATHS]);

/* The first path that says what an earlier one says already, or -1. */
int model_twice(const struct model_file said[MODEL_PATHS]);

/* The commits behind this one, and itself, as the bits of a number. */
uint64_t model_behind(const struct model_history *history, int commit);

/* The record of the history at this commit, as print_record() would tell it. */
void model_record(const struct model_history *history, int tip, struct buf *text);

/* The landings of the chain that ends at TIP, oldest first; returns how many. */
int model_chain(const struct model_history *history, int tip, int chain[MODEL_COMMITS]);

#endif
