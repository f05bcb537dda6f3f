/*
 * Prose: the documents of an invented programme, each a function of a few numbers.
 *
 * The same numbers give the same bytes, so a document is written again whenever it is
 * needed and none is kept. Every one of them passes `ragtrail check`.
 */
#ifndef BENCH_PROSE_H
#define BENCH_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Chance that is the same on every machine. */
struct dice {
	uint64_t state;
};

/* From 0 to SIDES - 1. */
unsigned dice_roll(struct dice *dice, unsigned sides);

enum {
	PROSE_PLANS = 20,
	PROSE_WORKSTREAMS = 20,
	PROSE_OTHERS = 34,
	PROSE_SECTIONS = 5,
	PROSE_RATIONALE = 3, /* the section that gives the reasons for the rating */
	PROSE_RATINGS = 5,
	PROSE_FIRST_YEAR = 2018
};

/* An update or an overview as it stands. */
struct report {
	unsigned plan, workstream;
	unsigned month;                 /* since the programme began */
	unsigned rating;                /* 0: green */
	unsigned seed;                  /* of this month's words */
	unsigned edits[PROSE_SECTIONS]; /* how often each section was rewritten */
	unsigned day;                   /* of the month after, on which it was last written */
	bool corrected;
};

void prose_update(struct buf *text, const struct report *report);
void prose_overview(struct buf *text, const struct report *report);

/* The plan.md of a plan with this many workstreams and months, and with meetings so far. */
struct outline {
	unsigned plan, workstreams, months, meetings;
};
void prose_plan(struct buf *text, const struct outline *outline);

/* A file that is no document, after this many edits. */
void prose_other(struct buf *text, unsigned other, unsigned edits);

/* Names: of folders and files, and for messages. */
const char *prose_plan_id(unsigned plan);
const char *prose_workstream_id(unsigned workstream);
const char *prose_workstream_title(unsigned workstream);
const char *prose_other_path(unsigned other);

/* "2019-07" */
enum { PROSE_MONTH_SIZE = 16 };
char *prose_month(unsigned month, char text[PROSE_MONTH_SIZE]);

#endif
