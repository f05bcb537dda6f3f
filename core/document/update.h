/*
 * The kind `update`: one workstream's report for one period; and the kind
 * `overview`: the programme's own rating and its director's words for a period.
 */
#ifndef DOCUMENT_UPDATE_H
#define DOCUMENT_UPDATE_H

#include "document/plan.h"

/* The order of the words of `status:`, as in as.word. */
enum milestone_status {
	MILESTONE_DELIVERED,
	MILESTONE_IN_PROGRESS,
	MILESTONE_CARRIED,
	MILESTONE_SPLIT,
	MILESTONE_MERGED,
	MILESTONE_MISSED,
	MILESTONE_DROPPED,
	MILESTONE_NOT_STARTED,
};

/* The order of the words of an outcome's `status:`. */
enum outcome_status { OUTCOME_NOT_STARTED, OUTCOME_UNDER_WAY, OUTCOME_ACHIEVED };

struct plan_outcome {
	struct place place;
	struct value id, title, status;
};

struct milestone {
	struct place place;
	struct value id, title, due, status, delivered_on, reason;
	struct list into, serves, needs;
};

struct next_milestone {
	struct place place;
	struct value id, title, due;
};

struct risk {
	struct place place;
	struct value id, risk, mitigation, owner, rating, status, closed_on, reason;
};

struct signature {
	struct place place;
	struct value by, on, ref;
};

struct correction {
	struct place place;
	struct value reason, raised_by;
};

struct imported {
	struct place place;
	struct value source;
};

struct update {
	struct common common;
	struct value workstream, period, rag, sponsor, support, agreed_completion,
		forecast_completion;
	struct value description, completed_by, completed_on, outlook, route_to_green;
	struct list managers, inherits;
	struct list outcomes;        /* struct plan_outcome */
	struct list milestones;      /* struct milestone */
	struct list next_milestones; /* struct next_milestone */
	struct list risks;           /* struct risk */
	struct signature sponsor_signed, agreed_change;
	struct correction correction;
	struct imported imported;
};

struct overview {
	struct common common;
	struct value period, rag, director, completed_on, roll_up_reason;
	struct correction correction;
	struct imported imported;
};

/* "not started": the words of an outcome's status for people. */
const char *outcome_status_words(enum outcome_status status);

extern const struct shape update_shape, overview_shape;

#endif
