/*
 * A sheet: tables of text, printed as text or as one plain page of HTML.
 */
#ifndef BENCH_SHEET_H
#define BENCH_SHEET_H

#include "base/arena.h"
#include "base/buf.h"

enum { SHEET_COLUMNS = 8 };

struct sheet_table {
	const char *title, *note; /* the note stands below; NULL for none */
	const char **cells;       /* SHEET_COLUMNS a row; the first row holds the headings */
	size_t rows, room, columns;
};

struct sheet {
	const char *title, *about;
	struct arena arena; /* what the cells point to */
	struct sheet_table *tables;
	size_t count, room;
};

/* Begins a table: its headings, with `|` between. */
void sheet_table(struct sheet *sheet, const char *title, const char *headings);

/* A row of the newest table: its cells, with `|` between. */
void sheet_row(struct sheet *sheet, const char *format, ...) __attribute__((format(printf, 2, 3)));

void sheet_note(struct sheet *sheet, const char *format, ...) __attribute__((format(printf, 2, 3)));

void sheet_as_text(const struct sheet *sheet, struct buf *out);
void sheet_as_html(const struct sheet *sheet, struct buf *out);
void sheet_release(struct sheet *sheet);

#endif
