#include "chart/spans.h"

#include <stdlib.h>

#include "base/mem.h"

enum {
	ROW = 40, /* from strip to strip */
	STRIP = 24,
	MOST_NAME = 250,
	APART = 12,
	PLOT = 640, /* as wide as the strips are at most */
	WIDEST_STEP = 96,
	ARROW = 10,
	NARROWEST = 24, /* a part that has room for a text */
};

struct strips {
	const struct span_chart *spans;
	size_t rows, begin; /* shown; the first column that is */
	int left, step;
};

/* Where the column begins; the first one that is shown for all before it. */
static int side_of(const struct strips *strips, size_t column)
{
	return strips->left +
	       (column > strips->begin ? (int)(column - strips->begin) : 0) * strips->step;
}

/* The outlines of a row's parts, and what fits into them. */
static void add_parts(const struct chart *chart, const struct strips *strips,
                      const struct span_row *row, int y)
{
	struct buf path = BUF_INIT;
	for (size_t i = 0; i < row->count; i++) {
		const struct span_part *part = &row->parts[i];
		int from = side_of(strips, part->first), to = side_of(strips, part->last + 1);
		if (part->last >= strips->begin)
			buf_printf(&path, "M%d %dh%dv%dh%dz", from, y - STRIP / 2, to - from, STRIP,
			           from - to);
	}
	chart_path(chart, "hollow", &path);
	buf_release(&path);
	for (size_t i = 0; i < row->count; i++) {
		const struct span_part *part = &row->parts[i];
		int from = side_of(strips, part->first), to = side_of(strips, part->last + 1);
		if (part->name != NULL && to - from >= NARROWEST &&
		    chart_text_width(part->name) <= to - from - 6)
			chart_text(chart, "", CHART_MIDDLE, (from + to) / 2, y, part->name);
	}
}

/* Diamonds at the beginnings of columns, below the strip. */
static void add_diamonds(const struct chart *chart, const struct strips *strips,
                         const struct span_row *row, int y)
{
	struct chart_point *at = mem_new(row->marked_count + 1, sizeof(*at));
	size_t count = 0;
	for (size_t i = 0; i < row->marked_count; i++)
		if (row->marked[i] >= strips->begin)
			at[count++] = (struct chart_point){side_of(strips, row->marked[i]),
			                                   y + STRIP / 2 + 6};
	chart_marks(chart, CHART_DIAMOND, at, count);
	free(at);
}

static void add_end(const struct chart *chart, const struct strips *strips,
                    const struct span_row *row, int y)
{
	size_t last = row->parts[row->count - 1].last;
	int x = side_of(strips, last + 1);
	if (last < strips->begin)
		return;
	switch (row->end) {
	case SPAN_OPEN:
		html_add(chart->html, "<path class=\"hollow\" d=\"M%d %dl%d %dl-%d %d\" />\n", x,
		         y - STRIP / 2, ARROW, STRIP / 2, ARROW, STRIP / 2);
		break;
	case SPAN_DONE:
		chart_marks(chart, CHART_DONE, &(struct chart_point){x + ARROW + 2, y}, 1);
		break;
	case SPAN_GONE:
		chart_marks(chart, CHART_CROSS, &(struct chart_point){x + ARROW + 2, y}, 1);
		break;
	}
}

static void add_row(const struct chart *chart, const struct strips *strips,
                    const struct span_row *row, int y)
{
	struct buf text = BUF_INIT;
	chart_fit(&text, row->name, MOST_NAME);
	chart_text(chart, "", CHART_END, strips->left - APART, y, text.bytes);
	if (row->count != 0) {
		add_parts(chart, strips, row, y);
		add_end(chart, strips, row, y);
	}
	add_diamonds(chart, strips, row, y);
	buf_release(&text);
}

static void add_columns(const struct chart *chart, const struct strips *strips, int y)
{
	size_t count = strips->spans->column_count - strips->begin;
	struct buf rules = BUF_INIT;
	struct chart_tick *ticks = mem_new(count + 1, sizeof(*ticks));
	for (size_t i = 0; i < count; i++) {
		int x = side_of(strips, strips->begin + i);
		ticks[i] = (struct chart_tick){x + strips->step / 2,
		                               strips->spans->columns[strips->begin + i]};
		buf_printf(&rules, "M%d 0v%d", x, y);
	}
	chart_ticks(chart, ticks, count, y + 4 + CHART_LINE / 2, 0, chart->width);
	chart_path(chart, "rule", &rules);
	buf_release(&rules);
	free(ticks);
}

static int names_width(const struct strips *strips)
{
	int widest = 0;
	for (size_t i = 0; i < strips->rows; i++) {
		int width = chart_text_width(strips->spans->rows[i].name);
		widest = width > widest ? width : widest;
	}
	return widest < MOST_NAME ? widest : MOST_NAME;
}

size_t chart_spans(struct html *html, const struct span_chart *spans)
{
	struct strips strips = {.spans = spans,
	                        .rows = spans->count < SPANS_MOST_ROWS ? spans->count
	                                                               : SPANS_MOST_ROWS};
	if (strips.rows == 0 || spans->column_count == 0)
		return 0;
	if (spans->column_count > SPANS_MOST_COLUMNS)
		strips.begin = spans->column_count - SPANS_MOST_COLUMNS;
	int columns = (int)(spans->column_count - strips.begin);
	int foot = (int)strips.rows * ROW;
	strips.left = names_width(&strips) + APART;
	strips.step = PLOT / columns < WIDEST_STEP ? PLOT / columns : WIDEST_STEP;
	struct chart chart = {html, spans->id, strips.left + columns * strips.step + 2 * ARROW + 4,
	                      foot + CHART_LINE + 8};
	chart_begin(&chart, spans->title, spans->description);
	add_columns(&chart, &strips, foot);
	for (size_t i = 0; i < strips.rows; i++)
		add_row(&chart, &strips, &spans->rows[i], (int)i * ROW + ROW / 2);
	chart_end(&chart);
	return strips.rows;
}
