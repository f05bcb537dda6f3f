/*
 * Stacked bars: how many there are of each level, period by period, the best on top.
 */
#ifndef CHART_STACK_H
#define CHART_STACK_H

#include "chart/chart.h"

enum { STACK_STRIP = 12, STACK_STRIPS = 3, STACK_MOST_LEVELS = 10 };

struct stack_column {
	struct chart_column column;
	const size_t *counts; /* by level */
};

struct stack_chart {
	const char *id, *title, *description;
	/* The last may be of those without a level: of no colour, -1. */
	const struct chart_level *levels;
	size_t level_count;
	const struct stack_column *columns;
	size_t count;
};

/* Draws the last columns, in one strip or several; returns how many. */
size_t chart_stack(struct html *html, const struct stack_chart *stack);

#endif
