/*
 * The kind `actions`: the recommendations of a review, and the actions that answer them.
 */
#ifndef DOCUMENT_ACTIONS_H
#define DOCUMENT_ACTIONS_H

#include "document/plan.h"

/* The order of the words of `status:`, as in as.word. */
enum action_status { ACTION_NOT_STARTED, ACTION_IN_PROGRESS, ACTION_DONE, ACTION_DROPPED };

/* Recommendations that the source counts together. */
struct recommendation_group {
	struct place place;
	struct value id, title, stated; /* how many the source says there are */
};

struct recommendation {
	struct place place;
	struct value id, title, group, parent;
};

struct action {
	struct place place;
	struct value id, title, owner, due, measure, status, done_on, reason;
	struct list addresses; /* recommendations' ids */
	struct list evidence;
};

/* A day on which somebody looks at the plan again. */
struct review {
	struct place place;
	struct value on, committee, note, held_on;
};

struct actions {
	struct common common;
	struct value id, title, source, date, stated_recommendations;
	struct list groups;          /* struct recommendation_group */
	struct list recommendations; /* struct recommendation */
	struct list actions;         /* struct action */
	struct list reviews;         /* struct review */
};

extern const struct shape actions_shape;

/* "in progress": the words of a status for people. */
const char *action_status_words(enum action_status status);

#endif
