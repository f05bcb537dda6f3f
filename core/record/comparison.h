/*
 * A comparison: what changed on record from one revision to another, typically from
 * what one meeting saw to what the next one sees.
 *
 * Each workstream's latest rating then is compared with its latest now. What happened
 * to milestones and risks is followed through every report between the two, so that
 * one delivered in a month between is not missed; dates are compared end to end.
 */
#ifndef RECORD_COMPARISON_H
#define RECORD_COMPARISON_H

#include "base/buf.h"
#include "record/changes.h"

enum outcome {
	OUTCOME_IMPROVED,
	OUTCOME_STEADY,
	OUTCOME_DECLINED,
	OUTCOME_NOT_COMPARED,
	OUTCOME_NEW,       /* rated for the first time */
	OUTCOME_UNCHANGED, /* no report since, and the rating stands */
	OUTCOME_RERATED,   /* no report since, but the rating was changed */
	OUTCOME_WITHDRAWN, /* its latest rating is no longer on record */
	OUTCOME_NONE,      /* never rated */
	OUTCOME_COUNT,
};

const char *outcome_id(enum outcome outcome);

struct comparison_row {
	const struct series *series; /* now; of the earlier revision where it is gone since */
	enum outcome outcome;
	const struct version *before, *now; /* the ratings compared; NULL where there is none */
	bool added, removed;                /* in the plan's list of workstreams */
	bool missing;                       /* no report for the plan's latest period */
	const struct difference *changes;
	size_t count;
};

struct comparison_plan {
	const struct plan_record *before, *now; /* one of them may be NULL */
	const struct period *period;            /* the plan's latest now, or NULL */
	struct comparison_row *rows;            /* as listed now, then those gone since */
	size_t count;
	struct comparison_row programme;
};

struct comparison {
	const struct record *before, *now;
	struct comparison_plan *plans; /* by id */
	size_t count;
	size_t outcomes[OUTCOME_COUNT]; /* of workstreams; the programme's own is no such */
	size_t changes[CHANGE_KIND_COUNT];
	size_t later, earlier; /* forecasts */
	size_t missing;
	struct arena arena;
};

/* Compares all plans, or the one with this id. Both records must outlive it. */
void comparison_read(const struct record *before, const struct record *now, const char *plan,
                     struct comparison *comparison);
void comparison_release(struct comparison *comparison);

/* Appends the total in one sentence, without its full stop. */
void comparison_sentence(const struct comparison *comparison, struct buf *text);

#endif
