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
	bool late;           /* it had arrived by then: its receipt was made up for later */
	bool backwards;      /* its committer's time is before that of an earlier landing */
	bool merge;          /* it has several parents */
};

/* When it landed: by its receipt where there is one, else as its committer claims. */
int64_t landing_time(const struct landing *landing);

/* What a commit leads to. */
struct commit_links {
	struct object_id tree;
	struct object_id *parents; /* in the arena of whoever read it */
	size_t count;
};

struct step {
	struct landing landing; /* its number is 0 until the whole chain is known */
	struct commit_links links;
	bool told; /* by the commit itself; else by a graph, which says nothing of who and when */
};

/* The chain of a revision, newest first. Release with chain_release(). */
struct chain {
	struct step *steps;
	size_t count, room;
	struct object_id known; /* before which commit it ended; none where it is whole */
};

struct commit_texts;
struct receipts;
struct graph;

/* Where a history is read from. */
struct chain_source {
	struct repo *repo;
	const struct receipts *receipts;
	const struct commit_texts *texts;
	struct graph *graph;   /* is asked before a commit is read; NULL: none */
	struct arena *passing; /* for the parents that the graph names */
};

/* True for a commit at which the chain need not be followed any further. */
typedef bool (*chain_known)(const struct object_id *id, void *context);

/*
 * Follows the chain from TIP: at each commit to its first parent, or where RECEIPTS
 * has receipts of several parents, on the branch of the first one, to the one received first. Ends
 * behind the first commit, or before one that KNOWN (which may be NULL) knows.
 */
int chain_read(struct repo *repo, const struct object_id *tip, const struct receipts *receipts,
               const struct commit_texts *texts, chain_known known, void *context,
               struct chain *chain, struct error *error) __attribute__((warn_unused_result));

/* The same from a source. */
int chain_follow(const struct chain_source *source, const struct object_id *tip, chain_known known,
                 void *context, struct chain *chain, struct error *error)
	__attribute__((warn_unused_result));

/* Reads one commit: from the graph what it leads to, where that says, and its id alone. */
int step_read(const struct chain_source *source, const struct object_id *id, struct step *step,
              struct error *error) __attribute__((warn_unused_result));

void chain_release(struct chain *chain);

/*
 * The last landing of TIP's chain whose time, the largest so far (or its receipt), is
 * before the end of DAY, UTC. Fails where nothing had landed by then.
 */
int chain_on(struct repo *repo, const struct object_id *tip, struct date day,
             struct object_id *commit, struct error *error) __attribute__((warn_unused_result));

#endif
