/*
 * Cells of comma-separated values, as RFC 4180 has them.
 *
 * A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab
 * or a line break) gets an apostrophe in front, so that it is read as text. Bytes
 * that are not UTF-8, control characters and those that turn text round become
 * U+FFFD: a terminal may show the cells too.
 */
#ifndef VIEW_CSV_H
#define VIEW_CSV_H

#include "base/buf.h"

/* Appends a cell, with a comma before it unless it is the first of its line. */
void csv_cell(struct buf *csv, const char *text);
void csv_number(struct buf *csv, long number);

/* Ends the line. */
void csv_end(struct buf *csv);

#endif
