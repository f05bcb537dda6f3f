/*
 * The reporting calendar of a plan: which reports are due when, and what became of each.
 *
 * It follows from the plan's dates, its `cadence` and its `due_day`, as they are at the
 * revision. A report is due on that day of the month after its period, or, without a day, at
 * the end of that month. It was on time where its first version had landed by then: what was
 * mended later was not late. One that was taken from a paper (`imported:`) is never late, and
 * nobody asks for its sign-off.
 *
 * Nothing here knows what day it is: whoever asks says so. The calendar points into the record,
 * which must outlive it.
 */
#ifndef RECORD_CALENDAR_H
#define RECORD_CALENDAR_H

#include "record/record.h"

enum report_state {
	REPORT_MISSING, /* it was due, and is not on record */
	REPORT_LATE,
	REPORT_ON_TIME,
	REPORT_IMPORTED,
	REPORT_NOT_YET_DUE, /* the next one, and not on record */
	REPORT_STATES,
};

/* "missing", "late": the word for programs. */
const char *report_state_id(enum report_state state);

struct report_entry {
	const struct series *series;
	size_t place; /* of the series in the plan; the programme's own is behind the last */
	struct period period;
	struct date due;
	enum report_state state;
	int days;                        /* late by so many; of a missing one, so far */
	const struct standing *standing; /* NULL where it is not on record */
	bool withdrawn;                  /* not on record any more */
	bool drafted;                    /* not on record, but there is a draft */
	bool exempt;                     /* its document, its workstream or its plan is */
	/* Whether a sponsor's sign-off is to be expected: of an update that is on record. */
	bool asks_signature;
	const char *signed_by; /* in the version that stands; NULL: nobody has signed */
	struct date signed_on; /* year 0 where not given */
};

/* How the periods of a plan follow each other. */
struct rhythm {
	int months;         /* in a period */
	int first;          /* month of one of them; months since January of year 0 */
	bool known;         /* else there is nothing to count from */
	bool from_plan;     /* counted from the plan's first month, and from no report */
	struct period seen; /* else as this report has it */
};

struct calendar {
	const struct plan_record *plan;
	struct date today;
	struct rhythm rhythm;
	struct report_entry *entries; /* by period, then as in the plan, the overview last */
	size_t count, room;
	size_t states[REPORT_STATES]; /* how many there are of each */
	size_t unsigned_count;
	size_t left_out; /* missing ones of which no entry was kept: there are too many */
	struct arena arena;
};

/* Nobody reads more; of missing reports beyond only the number is kept. */
enum { CALENDAR_MOST = 20000 };

/*
 * Reads the calendar as of TODAY; of a record of DEPTH_RATINGS the document that stands for
 * each period too. Release with calendar_release(), on failure too.
 */
int calendar_read(const struct record *record, const struct plan_record *plan, struct date today,
                  struct calendar *calendar, struct error *error)
	__attribute__((warn_unused_result));

void calendar_release(struct calendar *calendar);

/* The day by which a report of this period is due. */
struct date calendar_due(const struct plan *plan, struct period period);

/* The day on which the first version of a report that is on record landed. */
struct date report_landed(const struct report_entry *entry);

/* True where the entry waits for a sponsor. */
bool report_unsigned(const struct report_entry *entry);

#endif
