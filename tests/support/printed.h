/*
 * Values as text, one line each, so that a test compares all of them at once.
 */
#ifndef SUPPORT_PRINTED_H
#define SUPPORT_PRINTED_H

#include "base/buf.h"
#include "document/fault.h"
#include "document/front.h"
#include "record/trend.h"

/* "3:6 bad-date: the message", a line each. */
void print_faults(struct buf *text, const struct faults *faults);

/* The same without the message: where, and which rule. */
void print_places(struct buf *text, const struct faults *faults);

/* A member a line, indented, with its place: `period 3:9 "2023-08"`. */
void print_node(struct buf *text, const struct node *node);

/*
 * A version a line, by plan, workstream and period:
 * `better procurement 2023-08 green #1 Ann`, with what else is to be said of it.
 */
void print_record(struct buf *text, const struct record *record);

/* The columns, then a row for each workstream and one for the programme. */
void print_trend(struct buf *text, const struct trend *trend);

/*
 * Fails where a line of TEXT is wider than WIDTH columns, ends with a blank, or holds a
 * character that a terminal obeys or does not show.
 */
void assert_shows(const char *text, size_t width);

#endif
