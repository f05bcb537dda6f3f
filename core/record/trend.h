/*
 * Trends: what the record says about how ratings move.
 *
 * A plan's columns are its periods in order, with a column of its own for months
 * that nobody reported on. For each workstream the trend says its rating this
 * period and last, the direction, how many periods it has held, and a cell per
 * column. Words are improved, declined and steady: never up and down, since on a
 * scale of ratings nobody agrees which way is up.
 *
 * A trend lives in its own arena and points into the record, which must outlive it.
 */
#ifndef RECORD_TREND_H
#define RECORD_TREND_H

#include "base/buf.h"
#include "record/record.h"

enum direction {
	DIRECTION_IMPROVED,
	DIRECTION_STEADY,
	DIRECTION_DECLINED,
	DIRECTION_NEW,          /* its first rating on record */
	DIRECTION_NOT_REPORTED, /* no rating for the plan's latest period */
	DIRECTION_NOT_COMPARED, /* the scale changed in between, or no level was named */
	DIRECTION_COUNT,
};

/* "improved", "steady", ...: the word for people and for programs. */
const char *direction_word(enum direction direction);
const char *direction_id(enum direction direction);

enum cell_type {
	CELL_RATED,   /* a standing of this very period */
	CELL_COVERED, /* reported within a longer or a shorter period */
	CELL_GAP,     /* nothing on record, though the workstream was under way */
	CELL_OUTSIDE, /* before the workstream began or after it ended */
};

struct cell {
	enum cell_type type;
	const struct standing *standing; /* of CELL_RATED and CELL_COVERED */
};

struct column {
	struct period period;
	bool gap; /* nobody reported on it */
};

struct trend_row {
	const struct series *series;
	const struct standing *current;  /* for the plan's latest period; NULL when missing */
	const struct standing *previous; /* the one before on record; NULL when there is none */
	enum direction direction;
	int steps; /* levels between the two: positive when improved */
	int held;  /* periods in a row with the current rating, this one included; 0 without */
	struct cell *cells; /* one a column */
};

struct trend {
	const struct plan_record *plan;
	struct column *columns; /* earliest first; none while nothing is on record */
	size_t column_count;
	struct trend_row *rows; /* the plan's workstreams in order */
	size_t count;
	struct trend_row *ended; /* those that were over by the latest period: their past alone */
	size_t ended_count;
	struct trend_row programme; /* current is NULL when no overall rating was declared */
	size_t totals[DIRECTION_COUNT];
	struct period until; /* what is on record of later periods is left out; last 0: nothing */
	struct arena arena;
};

/* Computes the trend of one plan. Release with trend_release(). */
void trend_read(const struct plan_record *plan, struct trend *trend);

/* The same as if nothing were on record of what comes after a period. */
void trend_read_until(const struct plan_record *plan, struct period until, struct trend *trend);

/* The same with that period's column alone: costs nothing for the periods before it. */
void trend_read_period(const struct plan_record *plan, struct period period, struct trend *trend);
void trend_release(struct trend *trend);

/* The plan's latest period, or NULL. */
const struct period *trend_period(const struct trend *trend);

/* Whether nobody reported on a period between the row's previous report, and the latest. */
bool trend_row_skips(const struct trend *trend, const struct trend_row *row);

/* The rows that are at the plan's best level, and for how many periods they have been. */
struct trend_best {
	size_t count, again; /* of those AGAIN have held it for a second period or more */
	int shortest, longest;
};

struct trend_best trend_best(const struct trend *trend);

/*
 * Appends the trend in one sentence: "2 improved, 3 steady, none declined; 3 of 5
 * Green, 2 of them for a second period".
 */
void trend_sentence(const struct trend *trend, struct buf *text);

/* "first", "second", ... "twelfth", then "13th". TEXT has room for 16 bytes. */
const char *trend_ordinal(int number, char text[16]);

/*
 * The direction from one standing to a later one; BEFORE may be NULL. Sets *STEPS
 * to the levels between them, positive when improved, 0 when they do not compare.
 */
enum direction trend_compare(const struct standing *before, const struct standing *now, int *steps);

/* The level of a standing's rating, or NULL when it names none. */
const struct level *standing_level(const struct standing *standing);

#endif
