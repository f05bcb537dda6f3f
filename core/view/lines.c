#include "view/lines.h"

#include <string.h>

#include "base/text.h"

/* From best to worst of five, readable on a dark and on a light ground. */
static const char *const colours[] = {"\x1b[32m", "\x1b[36m", "\x1b[33m", "\x1b[35m", "\x1b[31m"};

enum { SHORT_TEXT = 64 };

static size_t columns_of(const char *text, size_t length)
{
	char few[SHORT_TEXT];
	if (length < sizeof(few)) {
		memcpy(few, text, length);
		few[length] = '\0';
		return text_width(few);
	}
	struct buf part = BUF_INIT;
	buf_add(&part, text, length);
	size_t columns = text_width(part.bytes);
	buf_release(&part);
	return columns;
}

/* The bytes at the beginning of TEXT that take at most so many columns. */
static size_t bytes_within(const char *text, size_t columns)
{
	size_t length = strlen(text), at = 0;
	while (at < length) {
		unsigned rune;
		size_t step = text_rune(text + at, length - at, &rune);
		size_t taken = columns_of(text + at, step);
		if (taken > columns)
			break;
		columns -= taken;
		at += step;
	}
	return at;
}

void lines_column(struct buf *out, const char *text, size_t width, const char *colour)
{
	struct buf shown = BUF_INIT;
	text_add_visible(&shown, text, strlen(text));
	if (bytes_within(shown.bytes, width - 1) < shown.length) {
		shown.length = bytes_within(shown.bytes, width - 2);
		shown.bytes[shown.length] = '\0';
		buf_text(&shown, "…");
	}
	if (colour != NULL)
		buf_text(out, colour);
	buf_text(out, shown.bytes);
	if (colour != NULL)
		buf_text(out, LINES_PLAIN);
	buf_repeat(out, ' ', width - text_width(shown.bytes));
	buf_release(&shown);
}

void lines_end(struct buf *out)
{
	while (out->length != 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
	buf_byte(out, '\n');
}

const char *lines_colour(const struct layout *layout, const struct version *version)
{
	if (!layout->colour || version == NULL || version->level == SCALE_NONE)
		return NULL;
	return colours[scale_colour(version->scale, version->level)];
}

static size_t new_line(struct buf *out, size_t indent)
{
	buf_byte(out, '\n');
	buf_repeat(out, ' ', indent);
	return indent;
}

/* A word wider than the rest of its line goes on in the next one. */
static size_t add_word(struct buf *out, const char *word, size_t length, size_t column,
                       size_t indent, size_t width)
{
	for (size_t at = 0, step; at < length; at += step) {
		unsigned rune;
		step = text_rune(word + at, length - at, &rune);
		size_t columns = columns_of(word + at, step);
		if (column + columns > width)
			column = new_line(out, indent);
		buf_add(out, word + at, step);
		column += columns;
	}
	return column;
}

void lines_wrap(struct buf *out, const char *text, size_t column, size_t indent,
                const struct layout *layout)
{
	struct buf shown = BUF_INIT;
	size_t width = (size_t)layout->width;
	text_add_visible(&shown, text, strlen(text));
	const char *word = shown.bytes + strspn(shown.bytes, " ");
	for (bool first = true; *word != '\0'; first = false) {
		size_t length = strcspn(word, " "), columns = columns_of(word, length);
		bool fits = column + (first ? 0 : 1) + columns <= width;
		if (!fits && columns <= width - indent && column > indent) {
			column = new_line(out, indent);
		} else if (!first) {
			buf_byte(out, ' ');
			column++;
		}
		if (column + columns <= width) {
			buf_add(out, word, length);
			column += columns;
		} else {
			column = add_word(out, word, length, column, indent, width);
		}
		word += length + strspn(word + length, " ");
	}
	buf_byte(out, '\n');
	buf_release(&shown);
}

void lines_add(struct buf *out, const char *text, size_t indent, const struct layout *layout)
{
	buf_repeat(out, ' ', indent);
	lines_wrap(out, text, indent, indent, layout);
}
