/*
 * The milestones of one reading, each once.
 *
 * One that is reported on and planned again stands in both lists of an update: its
 * status is that of the report, its date that of the plan. A milestone is known by
 * its id, or by its title where it has none.
 */
#ifndef RECORD_MILESTONES_H
#define RECORD_MILESTONES_H

#include "base/map.h"
#include "record/reading.h"

struct milestone_line {
	const char *key; /* never NULL: what neither has is left out */
	const char *id, *title, *reason;
	struct date due, delivered_on; /* year 0 where not given */
	int status;          /* enum milestone_status; MILESTONE_UNKNOWN where not given */
	bool reported, next; /* in the list of this period; in the list of what is planned */
};

struct milestone_lines {
	struct milestone_line *items; /* in the order of the reading */
	size_t count;
	struct map by_key;
};

struct milestone_lines milestone_lines(const struct reading *reading, struct arena *arena);
void milestone_lines_release(struct milestone_lines *lines);

/* The line with this key, or NULL. */
const struct milestone_line *milestone_line(const struct milestone_lines *lines, const char *key);

/* True where nothing more is to be expected: delivered, dropped, split or merged. */
bool milestone_is_over(const struct milestone_line *line);

/* "in-progress": the status as documents write it; NULL where it is not known. */
const char *milestone_status_id(int status);

#endif
