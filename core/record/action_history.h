/*
 * How the actions of a plan of actions moved: the status and the due date of each, landing by
 * landing, and how many were open, done, overdue and dropped month by month.
 *
 * Drafts never count. A history points into the cabinet, which must outlive it.
 */
#ifndef RECORD_ACTION_HISTORY_H
#define RECORD_ACTION_HISTORY_H

#include "record/filed.h"
#include "record/recommendations.h"

enum action_change_kind {
	ACTION_LISTED,   /* for the first time, or again */
	ACTION_UNLISTED, /* it is gone from the list */
	ACTION_MOVED,    /* from one status to another */
	ACTION_REDATED,  /* its due date changed, or went away */
	ACTION_CHANGE_COUNT,
};

/* "listed", "gone", "status", "due": the word for programs. */
const char *action_change_id(enum action_change_kind kind);

enum { ACTION_STATUS_UNKNOWN = -1 };

struct action_change {
	enum action_change_kind kind;
	const struct landing *landing;
	int from, to;              /* enum action_status, or ACTION_STATUS_UNKNOWN */
	struct date before, after; /* due dates; year 0 where there is none */
	int days;                  /* from one to the other, later is positive; 0 without both */
};

struct action_history {
	const char *id;
	const struct action *action;   /* as the last version has it that lists it */
	size_t version;                /* the number of that version, from 1 */
	bool listed;                   /* by the version that stands */
	bool overdue;                  /* listed, open, and due before the day */
	struct action_change *changes; /* as they landed; at least one */
	size_t count, room;
	struct date first_due; /* the first that was given; year 0: none ever was */
	size_t slips;          /* how often the due date moved later */
	int slip_days;         /* from the first due date to the last */
};

/* How things stood when a month was over, or on the day where that comes first. */
struct action_month {
	int month; /* since January of year 0 */
	size_t open, done, dropped;
	size_t overdue; /* of the open ones */
};

struct actions_history {
	const struct filed *filed;
	const struct actions *actions; /* that stand, or that stood last */
	struct date day;               /* as of which it is told */
	struct action_history *items;  /* as the document lists them, then those that are gone */
	size_t count;
	struct action_month *months; /* from the first landing to the day, without a gap */
	size_t month_count;
	struct action_month now; /* on the day */
};

/*
 * The history of a plan of actions as of a day. False where there is none to tell: it is
 * another kind of document, or all its versions are drafts. It lives in the arena.
 */
bool actions_history_read(const struct filed *filed, struct date day, struct arena *arena,
                          struct actions_history *history);

/* The day of a record: when its last landing landed. */
struct date record_day(const struct record *record);

#endif
