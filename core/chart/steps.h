/*
 * Steps: a rating in each period, level by level, the best at the top.
 */
#ifndef CHART_STEPS_H
#define CHART_STEPS_H

#include <stdbool.h>

#include "chart/chart.h"

enum { STEPS_STRIP = 12, STEPS_STRIPS = 3, STEPS_MOST_LEVELS = 9, STEPS_NOTES = 2 };

struct step_column {
	struct chart_column column;
	int level;               /* -1: there is nothing to draw */
	unsigned earlier;        /* bit N: it was level N before */
	bool same;               /* as the column before: one report is about both */
	struct chart_column gap; /* in the place of a mark; NULL: none */
	/* Below the column, as far as they fit; NULL where there is nothing to note. */
	const char *notes[STEPS_NOTES];
};

struct step_chart {
	const char *id, *title, *description;
	const struct chart_level *levels;
	size_t level_count;
	const struct step_column *columns;
	size_t count;
};

/* Draws the last columns, in one strip or several; returns how many. */
size_t chart_steps(struct html *html, const struct step_chart *steps);

#endif
