#include "view/csv.h"

#include <stdbool.h>
#include <string.h>

static void begin_cell(struct buf *csv)
{
	if (csv->length != 0 && csv->bytes[csv->length - 1] != '\n')
		buf_byte(csv, ',');
}

void csv_cell(struct buf *csv, const char *text)
{
	begin_cell(csv);
	bool formula = text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
	if (!formula && strpbrk(text, ",\"\r\n") == NULL) {
		buf_text(csv, text);
		return;
	}
	buf_text(csv, formula ? "\"'" : "\"");
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '"')
			buf_byte(csv, '"');
		buf_byte(csv, *at);
	}
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
