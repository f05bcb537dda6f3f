/*
 * Receipts: what a server wrote down of each landing when it arrived.
 *
 * The dates in a commit are claims; a receipt is the server's word. It is kept in the
 * tree of refs/ragtrail/receipts as a file named by the landing's id, its first two
 * digits as a folder: lines `received: 2023-09-01T10:00:00Z`, `push: 17` (the number of
 * the push that brought it), `account: jane` and `ref: refs/heads/main`.
 *
 * A push whose receipts were not written, because the server was stopped just then, is
 * made up for by the next. What is known by then is only that its landings had arrived,
 * not when or from whom: their receipts say `received:` the time of writing, which is the
 * latest that it can have been, no account, and `late: yes`. No earlier time is made up.
 * Landings from before the server kept receipts get none: their dates stay claims.
 */
#ifndef REPO_RECEIPTS_H
#define REPO_RECEIPTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "repo/repo.h"

#define RECEIPTS_REF "refs/ragtrail/receipts"

struct receipts {
	struct object_id tip;  /* the commit of the ref; none without receipts */
	struct object_id tree; /* its tree */
};

struct receipt {
	int64_t received;    /* seconds since 1970; 0: there is none */
	int64_t push;        /* 1 and on */
	const char *account; /* in the arena, as REF; NULL where not given */
	const char *ref;     /* the branch that the push moved: "refs/heads/main" */
	bool late;           /* it had arrived by then, at an unknown time before */
};

/* Looks whether there are receipts. */
int receipts_open(struct repo *repo, struct receipts *receipts, struct error *error)
	__attribute__((warn_unused_result));

/* The receipt of a landing; one of zeroes where there is none. */
int receipts_find(struct repo *repo, const struct receipts *receipts, const struct object_id *id,
                  struct arena *arena, struct receipt *receipt, struct error *error)
	__attribute__((warn_unused_result));

/* The moment that "2023-09-01T10:00:00Z" means; 0 for anything else. */
int64_t receipts_moment(const char *text);

/* True for a commit that matters to whoever asks. */
typedef bool (*receipts_matter)(const struct object_id *id, void *context);

/*
 * True where the receipts behind the commit BEFORE (none: there were none) and those of
 * NOW say the same of every commit that matters. False where that cannot be told.
 */
bool receipts_agree(struct repo *repo, const struct object_id *before, const struct receipts *now,
                    receipts_matter matter, void *context);

/* A branch that a push moved; `before` or `after` is none where there was no branch. */
struct arrival {
	const char *ref;
	struct object_id before, after;
};

/* A push, as the server saw it. */
struct push {
	int64_t received;    /* seconds since 1970 */
	const char *account; /* NULL where not known; any bytes */
	const struct arrival *arrivals;
	size_t count;
};

/* What receipts were written. */
struct receipts_written {
	int64_t push; /* the number that the push got; 0 where there was nothing to write */
	size_t landings, late;
};

/*
 * Writes a receipt for each landing that the push brought, and for those that have none
 * though earlier ones have: one commit on RECEIPTS_REF, put there only if nobody else has
 * moved it meanwhile, else all is tried again. A receipt that there is stays as it is.
 */
int receipts_write(struct repo *repo, const struct push *push, struct receipts_written *written,
                   struct error *error) __attribute__((warn_unused_result));

#endif
