/*
 * The slip ledger: what became of the dates of a workstream.
 *
 * Every value that the agreed and the forecast completion had, in the order in which
 * they landed, and every milestone's due date and status period by period. A version
 * of a period that is no longer the latest when it lands corrects the past, and moves
 * no date.
 */
#ifndef RECORD_LEDGER_H
#define RECORD_LEDGER_H

#include "record/milestones.h"
#include "record/record.h"

struct ledger_move {
	struct date from, to;          /* FROM has year 0 in the first row */
	int days;                      /* later is positive */
	int total;                     /* since the first value */
	const struct version *version; /* that gave the value TO */
};

struct ledger_dates {
	struct ledger_move *moves; /* the first value, then every change */
	size_t count, room;
};

struct ledger_point {
	const struct version *version; /* that stands for the period */
	struct milestone_line line;
};

struct ledger_milestone {
	const char *key, *id, *title; /* the title as it was last given */
	struct ledger_point *points;  /* by period */
	size_t count, room;
};

struct ledger {
	struct ledger_dates agreed, forecast;
	bool slips; /* the last forecast and the first agreed date are both known */
	int slip;   /* days between the two */
	struct ledger_milestone *milestones; /* as they first appeared */
	size_t count, room;
	struct arena arena;
};

void ledger_read(const struct series *series, struct ledger *ledger);
void ledger_release(struct ledger *ledger);

/* Days from the agreed to the forecast completion; false where one is not given. */
bool reading_slip(const struct reading *reading, int *days);

/*
 * The days between the last forecast and the first agreed date, without the rest of
 * the ledger: what `slip` says there. False where either is not known.
 */
bool ledger_slip(const struct series *series, int *days);

#endif
