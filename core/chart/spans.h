/*
 * Spans: from when to when each of several things lasted, a strip each, period by period.
 */
#ifndef CHART_SPANS_H
#define CHART_SPANS_H

#include <stdbool.h>

#include "chart/chart.h"

enum { SPANS_MOST_ROWS = 20, SPANS_MOST_COLUMNS = 36 };

enum span_end {
	SPAN_OPEN, /* it lasts: the strip has an arrow's head */
	SPAN_DONE, /* it was closed: the strip has an end, and a tick */
	SPAN_GONE, /* nobody said why: the strip is cut off, with a cross */
};

/* A part of a strip in which nothing changed. */
struct span_part {
	size_t first, last; /* columns */
	const char *name;   /* stands inside where it fits; NULL: nothing does */
};

struct span_row {
	const char *name;
	const struct span_part *parts;
	size_t count;
	enum span_end end;
	const size_t *marked; /* columns with a diamond: something else changed */
	size_t marked_count;
};

struct span_chart {
	const char *id, *title, *description;
	const char *const *columns; /* what each period is called */
	size_t column_count;
	const struct span_row *rows;
	size_t count;
};

/* Draws the last columns of the first rows; returns how many rows. */
size_t chart_spans(struct html *html, const struct span_chart *spans);

#endif
