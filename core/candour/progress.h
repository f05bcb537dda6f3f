/*
 * Progress: how far the work of a chapter has come, seen from its own day.
 *
 * That day is the end of the period, or the day the chapter was completed where that is
 * earlier: nobody can know more. What cannot be told is taken for well.
 */
#ifndef CANDOUR_PROGRESS_H
#define CANDOUR_PROGRESS_H

#include "candour/story.h"

enum { DAYS_SIZE = 24 };

struct date progress_seen(const struct chapter *chapter);

/*
 * True where something says that the work is done: all milestones are closed and none is
 * planned, or a sentence such as "The workstream is complete". Where a milestone is open or
 * planned next, it takes a sentence about the whole: "the work" may be any.
 */
bool progress_finished(const struct chapter *chapter);

/* True for a status that still leaves something to do; false where it is not known. */
bool milestone_is_open(const struct milestone *milestone);

/* True for an open one whose day has passed, a missed one, and a dropped one. */
bool milestone_is_late(const struct milestone *milestone, struct date seen);

/* `"Strategy signed off" was due on 26 July 2023 and is in progress`: of a late one. */
const char *milestone_late_words(const struct milestone *milestone, struct arena *arena);

/* The title, or the id, in quotation marks, on one line and not too long. */
const char *milestone_name(const struct value *title, const struct value *id, struct arena *arena);

/* "1 day", "12 days". Returns TEXT. */
char *days_words(int days, char text[DAYS_SIZE]);

/* True when A is a day before B; false where either is none. */
bool day_before(struct date a, struct date b);

#endif
