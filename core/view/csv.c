#include "view/csv.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd };

static void begin_cell(struct buf *csv)
{
	if (csv->length != 0 && csv->bytes[csv->length - 1] != '\n')
		buf_byte(csv, ',');
}

/* A character that is neither text nor the white space of text. */
static bool is_control(unsigned rune)
{
	return (rune < 0x20 && rune != '\t' && rune != '\n' && rune != '\r') ||
	       (rune >= 0x7f && rune < 0xa0);
}

static void add_safe(struct buf *csv, const char *text)
{
	size_t length = strlen(text);
	for (size_t at = 0; at < length;) {
		size_t plain = at;
		while (plain < length && text[plain] >= ' ' && text[plain] < 0x7f &&
		       text[plain] != '"')
			plain++;
		buf_add(csv, text + at, plain - at);
		at = plain;
		if (at == length)
			break;
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(text + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		if (step == 0 || is_control(rune) || text_is_hidden_rune(rune))
			rune = REPLACEMENT;
		if (rune == '"')
			buf_byte(csv, '"');
		buf_rune(csv, rune);
	}
}

void csv_cell(struct buf *csv, const char *text)
{
	begin_cell(csv);
	bool formula = text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL;
	if (!formula && strpbrk(text, ",\"\r\n") == NULL) {
		add_safe(csv, text);
		return;
	}
	buf_text(csv, formula ? "\"'" : "\"");
	add_safe(csv, text);
	buf_byte(csv, '"');
}

void csv_number(struct buf *csv, long number)
{
	begin_cell(csv);
	buf_printf(csv, "%ld", number);
}

void csv_end(struct buf *csv)
{
	buf_text(csv, "\r\n");
}
