/*
 * Landings: the steps of a revision's first-parent chain, oldest first.
 *
 * Each step lands the commits reachable from it and from no earlier step. The
 * order comes from the graph; the dates in a commit are its author's word and
 * decide nothing here.
 */
#ifndef REPO_LANDING_H
#define REPO_LANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "repo/repo.h"

struct commit_identity {
	const char *name, *email; /* as committed; any bytes */
	int64_t time;             /* seconds since 1970, as claimed */
};

/*
 * A landing; and in the same words a commit inside one, with the number of the
 * landing that landed it.
 */
struct landing {
	struct object_id id;
	size_t number; /* from 0, oldest first */
	struct commit_identity author, committer;
	const char *subject; /* the first line of the message; any bytes */
	int64_t received;    /* when the server got it, by its receipt; 0 without one */
	const char *account; /* from which account, by its receipt; NULL without one */
	bool backwards;      /* its committer's time is before that of an earlier landing */
	bool merge;          /* it has several parents */
};

/* When it landed: by its receipt where there is one, else as its committer claims. */
int64_t landing_time(const struct landing *landing);

/* The chain's commits, oldest first. Free `ids` with free(). */
struct chain {
	struct object_id *ids;
	size_t count;
};

/* Follows first parents from TIP to the first commit. */
int chain_read(struct repo *repo, const struct object_id *tip, struct chain *chain,
               struct error *error) __attribute__((warn_unused_result));

/*
 * The last landing of TIP's chain whose time, the largest so far (or its receipt), is
 * before the end of DAY, UTC. Fails where nothing had landed by then.
 */
int history_on(struct repo *repo, const struct object_id *tip, struct date day,
               struct object_id *commit, struct error *error) __attribute__((warn_unused_result));

/* Who and when of one commit, copied into the arena. */
int landing_read(struct repo *repo, const struct object_id *id, struct arena *arena,
                 struct landing *landing, struct error *error) __attribute__((warn_unused_result));

#endif
