/* The line of a finding, and a caret: declared in finding_text.h. */
#include "view/finding_text.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "view/lines.h"

enum { TAB = 8, NUMBER_WIDTH = 5, LEAST_WIDTH = 20 };

/* A line as it stands in a terminal: as many columns as characters need. */
struct excerpt {
	const char *text;
	size_t length;
	struct buf cell; /* the character that is looked at, as it is shown */
};

/* The columns of the character at AT, which would stand at COLUMN; sets its length in bytes. */
static size_t look(struct excerpt *excerpt, size_t at, size_t column, size_t *step)
{
	unsigned rune = 0;
	*step = text_rune(excerpt->text + at, excerpt->length - at, &rune);
	if (*step == 0)
		*step = 1;
	buf_clear(&excerpt->cell);
	if (excerpt->text[at] == '\t') {
		buf_repeat(&excerpt->cell, ' ', TAB - column % TAB);
		return excerpt->cell.length;
	}
	text_add_visible(&excerpt->cell, excerpt->text + at, *step);
	return text_width(excerpt->cell.bytes);
}

/* Where the character of this number, from 1, stands; sets *TOTAL to the columns of all. */
static size_t find_caret(struct excerpt *excerpt, int character, size_t *total)
{
	size_t column = 0, caret = SIZE_MAX, step;
	int number = 1;
	for (size_t at = 0; at < excerpt->length; at += step, number++) {
		size_t width = look(excerpt, at, column, &step);
		/* A mark stands on the character before it. */
		if (number == character)
			caret = width == 0 && column != 0 ? column - 1 : column;
		column += width;
	}
	*total = column;
	return caret == SIZE_MAX ? column : caret;
}

/* The characters that stand between two columns; one that stands on an edge is a blank. */
static void add_part(struct excerpt *excerpt, size_t from, size_t to, struct buf *out)
{
	size_t column = 0, step;
	for (size_t at = 0; at < excerpt->length && column <= to; at += step) {
		size_t width = look(excerpt, at, column, &step);
		size_t end = column + width;
		if (column >= from && end <= to && !(width == 0 && column == from))
			buf_text(out, excerpt->cell.bytes);
		else if (end > from && column < to)
			buf_repeat(out, ' ',
			           (end < to ? end : to) - (column > from ? column : from));
		column = end;
	}
}

void finding_add_excerpt(struct buf *out, const struct finding *finding,
                         const struct layout *layout)
{
	if (finding->line == NULL)
		return;
	struct excerpt excerpt = {finding->line, strlen(finding->line), BUF_INIT};
	size_t start = out->length, total, from = 0;
	buf_printf(out, "%*d | ", NUMBER_WIDTH, finding->place.line);
	size_t gutter = out->length - start, width = (size_t)layout->width;
	width = width > gutter + LEAST_WIDTH ? width - gutter : LEAST_WIDTH;
	size_t caret = find_caret(&excerpt, finding->place.column, &total);
	if (total <= width && caret < width) {
		add_part(&excerpt, 0, total, out);
	} else {
		/* The caret in the middle, but for the line's beginning and its end. */
		size_t end = (caret < total ? total : caret + 1);
		from = caret > width / 2 ? caret - width / 2 : 0;
		if (from + width > end)
			from = end > width ? end - width : 0;
		bool before = from != 0, behind = from + width < total;
		buf_text(out, before ? "…" : "");
		add_part(&excerpt, from + before, from + width - behind, out);
		buf_text(out, behind ? "…" : "");
	}
	lines_end(out);
	buf_repeat(out, ' ', gutter - 2);
	buf_text(out, "| ");
	buf_repeat(out, ' ', caret - from);
	buf_text(out, layout->colour ? finding_colour(finding->severity) : "");
	buf_byte(out, '^');
	buf_text(out, layout->colour ? LINES_PLAIN : "");
	buf_byte(out, '\n');
	buf_release(&excerpt.cell);
}
