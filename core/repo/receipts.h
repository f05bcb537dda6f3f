/*
 * Receipts: what a server wrote down of each landing when it arrived.
 *
 * The dates in a commit are claims; a receipt is the server's word. It is kept in the
 * tree of refs/ragtrail/receipts as a file named by the landing's id, its first two
 * digits as a folder: lines `received: 2023-09-01T10:00:00Z`, `push: 17` (the number of
 * the push that brought it), `account: jane` and `ref: refs/heads/main`.
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
	const char *account; /* in the arena; NULL where not given */
};

/* Looks whether there are receipts. */
int receipts_open(struct repo *repo, struct receipts *receipts, struct error *error)
	__attribute__((warn_unused_result));

/* The receipt of a landing; one of zeroes where there is none. */
int receipts_find(struct repo *repo, const struct receipts *receipts, const struct object_id *id,
                  struct arena *arena, struct receipt *receipt, struct error *error)
	__attribute__((warn_unused_result));

#endif
