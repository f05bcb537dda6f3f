/*
 * Answers: what a room to the right has made of each plan, kept in the git folder from run
 * to run under a digest of all that it could have read.
 *
 * The bytes are for the same program on the same machine. What does not fit is not found.
 */
#ifndef RECORD_ANSWERS_H
#define RECORD_ANSWERS_H

#include <stdint.h>

#include "record/record.h"
#include "repo/kept.h"

/* Of a plan's document and of what is on record of it. */
struct answer_key {
	uint64_t low, high;
};

struct answers {
	char *bytes; /* NULL: nothing is kept */
	const struct answer_entry *entries;
	size_t count, length;
};

struct answer_key answer_key(const struct record *record, const struct plan_record *plan);

/* The periods of a plan that end in one month. */
struct answer_month {
	int last;              /* as in struct period */
	struct answer_key key; /* of the plan's document, and of all that is on record up to it */
};

/* Sets *MONTHS, which the caller frees, to those of the plan, in their order; returns how many. */
size_t answer_months(const struct record *record, const struct plan_record *plan,
                     struct answer_month **months);

/* What PROGRAM, and this one, have kept under NAME, one of those in repo/kept.h. Release with
 * answers_close(). */
void answers_open(const struct record *record, const char *name, const char *program,
                  struct answers *answers);
void answers_close(struct answers *answers);

/* The bytes that are kept under the key; NULL: none. */
const char *answers_find(const struct answers *answers, struct answer_key key, size_t *length);

/*
 * Keeps COUNT parts in the place of all that was kept under NAME.
 * Of another revision than HEAD nothing is kept.
 */
void answers_keep(const struct record *record, const char *name, const char *program,
                  const struct answer_key *keys, const struct buf *parts, size_t count);

#endif
