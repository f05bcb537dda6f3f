/*
 * Dates over time: what each report gave as a date, a line for each thing that is due.
 *
 * Across goes the day of the report, upwards the date that it gave: a line that is level
 * keeps its date, one that rises slips. On the diagonal what is due is due when it is
 * reported.
 */
#ifndef CHART_DATES_H
#define CHART_DATES_H

#include <stdbool.h>

#include "chart/chart.h"

enum { DATES_MOST_LINES = 12, DATES_MOST_POINTS = 36 };

struct date_point {
	int at, date; /* in days since 1970: of the report, and as it gave it */
	enum chart_mark mark;
	bool apart; /* nothing leads here from the point before */
};

struct date_line {
	const char *name;                /* stands at its end */
	const struct date_point *points; /* by `at` */
	size_t count;
};

/* A report: its day, and what its period is called. */
struct date_report {
	int at;
	const char *name;
};

struct date_chart {
	const char *id, *title, *description;
	const struct date_report *reports; /* by `at` */
	size_t report_count;
	const struct date_line *lines;
	size_t count;
	const char *diagonal; /* what it is called; NULL: it is not drawn */
};

/* Draws the first lines, over as many of the last reports as fit; returns how many lines. */
size_t chart_dates(struct html *html, const struct date_chart *dates);

#endif
