/*
 * Pictures in SVG, from plain values: a chart knows no plan and no record.
 *
 * A picture has a title and a description, takes the ink of its page (`currentColor`), says
 * nothing by colour alone, and stands beside a table of the same numbers, so that it may
 * leave out what has no room: each picture says how much of what it was given it shows.
 * Measures are units of the picture, a pixel each where there is room for it.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "markup/html.h"

enum {
	CHART_WIDEST = 1000, /* as wide as a page */
	CHART_LINE = 18,     /* from one line of text to the next */
	CHART_RISE = 5,      /* from the middle of a line of text to what it stands on */
};

/* A picture that is being drawn. Its texts are the page's. */
struct chart {
	struct html *html;
	const char *id; /* the same for no other picture of its page */
	int width, height;
};

/* The picture's names, and the section in which it scrolls where it is too wide. */
void chart_begin(const struct chart *chart, const char *title, const char *description);
void chart_end(const struct chart *chart);

enum chart_anchor { CHART_START, CHART_MIDDLE, CHART_END };

/* One line of text, whose middle is at height Y. LOOK is a class, or "". */
void chart_text(const struct chart *chart, const char *look, enum chart_anchor anchor, int x, int y,
                const char *text);

/* Texts that share a look and an anchor, which each then leaves out: CHART_START, and "". */
void chart_group(const struct chart *chart, const char *look, enum chart_anchor anchor);
void chart_group_end(const struct chart *chart);

struct chart_point {
	int x, y;
};

void chart_line(const struct chart *chart, const char *look, struct chart_point from,
                struct chart_point to);

/* A box around its middle. */
void chart_box(const struct chart *chart, const char *look, struct chart_point middle, int width,
               int height);

enum chart_mark {
	CHART_DOT,     /* a small full circle */
	CHART_SQUARE,  /* a hollow square that a dot fits into */
	CHART_DIAMOND, /* full: something was moved */
	CHART_DONE,    /* a full square with a tick */
	CHART_CROSS,   /* it ended without being done */
	CHART_MARK_COUNT,
};

/* All marks of one kind: COUNT of them. */
void chart_marks(const struct chart *chart, enum chart_mark mark, const struct chart_point *at,
                 size_t count);

/* What a pen draws, as SVG has it: "M10 20L30 40". Nothing where that is empty. */
void chart_path(const struct chart *chart, const char *look, const struct buf *path);

/* A text below (or above) the picture at a place across it. */
struct chart_tick {
	int x;
	const char *text;
};

/* Those that have room, the last of them first: at height Y, from LEFT to RIGHT. */
void chart_ticks(const struct chart *chart, const struct chart_tick *ticks, size_t count, int y,
                 int left, int right);

/* How wide the text is, a little more rather than less: as Arial and its kin are. */
int chart_text_width(const char *text);

/* Appends as much of the text as WIDTH holds, with an ellipsis where that is not all. */
void chart_fit(struct buf *text, const char *whole, int width);

/*
 * Moves heights, which come in order, apart until each is GAP from the next, keeping them from
 * LOW to HIGH as far as that holds them all.
 */
void chart_spread(int *heights, size_t count, int gap, int low, int high);

/* A level of ratings: the best stands first. */
struct chart_level {
	const char *label, *letters;
	int colour; /* from 0, the best, to 4 */
};

/* A period as a picture's column has it: in two lines. */
struct chart_column {
	const char *first, *second;
};

/* A column's two lines, as far as they fit, the upper at height Y; in a group, or around X. */
void chart_column_label(const struct chart *chart, const struct chart_column *column,
                        enum chart_anchor anchor, int x, int y, int width);

#endif
