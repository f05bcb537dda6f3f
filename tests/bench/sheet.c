#include "bench/sheet.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char *format_text(struct sheet *sheet, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));
static const char *format_text(struct sheet *sheet, const char *format, va_list arguments)
{
	char text[1024];
	vsnprintf(text, sizeof(text), format, arguments);
	return arena_text(&sheet->arena, text, strlen(text));
}

/* Splits the text at each `|` into a new row. Returns how many cells it has. */
static size_t add_row(struct sheet *sheet, const char *text)
{
	struct sheet_table *table = &sheet->tables[sheet->count - 1];
	size_t count = 0;
	table->cells = mem_grow(table->cells, table->rows, &table->room,
	                        SHEET_COLUMNS * sizeof(*table->cells));
	const char **cells = &table->cells[table->rows++ * SHEET_COLUMNS];
	for (; count < SHEET_COLUMNS; count++) {
		size_t length = strcspn(text, "|");
		cells[count] = arena_text(&sheet->arena, text, length);
		text += length;
		if (*text == '\0')
			break;
		text++;
	}
	for (size_t i = count + 1; i < SHEET_COLUMNS; i++)
		cells[i] = "";
	return count + 1;
}

void sheet_table(struct sheet *sheet, const char *title, const char *headings)
{
	sheet->tables = mem_grow(sheet->tables, sheet->count, &sheet->room, sizeof(*sheet->tables));
	struct sheet_table *table = &sheet->tables[sheet->count++];
	*table = (struct sheet_table){.title = title};
	table->columns = add_row(sheet, headings);
}

void sheet_row(struct sheet *sheet, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_row(sheet, format_text(sheet, format, arguments));
	va_end(arguments);
}

void sheet_note(struct sheet *sheet, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	sheet->tables[sheet->count - 1].note = format_text(sheet, format, arguments);
	va_end(arguments);
}

/* The first column is words, the others are figures, set to the right. */
static void table_as_text(const struct sheet_table *table, struct buf *out)
{
	size_t widths[SHEET_COLUMNS] = {0};
	for (size_t i = 0; i < table->rows * SHEET_COLUMNS; i++)
		if (strlen(table->cells[i]) > widths[i % SHEET_COLUMNS])
			widths[i % SHEET_COLUMNS] = strlen(table->cells[i]);
	buf_printf(out, "\n%s\n\n", table->title);
	for (size_t row = 0; row < table->rows; row++) {
		for (size_t i = 0; i < table->columns; i++) {
			const char *cell = table->cells[row * SHEET_COLUMNS + i];
			buf_printf(out, i == 0 ? "%-*s" : "  %*s", (int)widths[i], cell);
		}
		buf_byte(out, '\n');
	}
	if (table->note != NULL)
		buf_printf(out, "%s\n", table->note);
}

void sheet_as_text(const struct sheet *sheet, struct buf *out)
{
	buf_printf(out, "\n%s\n%s\n", sheet->title, sheet->about);
	for (size_t i = 0; i < sheet->count; i++)
		table_as_text(&sheet->tables[i], out);
}

static void add_escaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '&')
			buf_text(out, "&amp;");
		else if (*text == '<')
			buf_text(out, "&lt;");
		else if (*text == '>')
			buf_text(out, "&gt;");
		else
			buf_byte(out, *text);
}

static void add_element(struct buf *out, const char *name, const char *text, const char *attributes)
{
	buf_printf(out, "<%s%s>", name, attributes);
	add_escaped(out, text);
	buf_printf(out, "</%s>\n", name);
}

static void table_as_html(const struct sheet_table *table, struct buf *out)
{
	add_element(out, "h2", table->title, "");
	buf_text(out, "<table>\n");
	for (size_t row = 0; row < table->rows; row++) {
		buf_text(out, "<tr>\n");
		for (size_t i = 0; i < table->columns; i++)
			add_element(out, row == 0 || i == 0 ? "th" : "td",
			            table->cells[row * SHEET_COLUMNS + i],
			            row == 0 ? " scope=\"col\""
			            : i == 0 ? " scope=\"row\""
			                     : "");
		buf_text(out, "</tr>\n");
	}
	buf_text(out, "</table>\n");
	if (table->note != NULL)
		add_element(out, "p", table->note, "");
}

void sheet_as_html(const struct sheet *sheet, struct buf *out)
{
	buf_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	add_element(out, "title", sheet->title, "");
	buf_text(out, "<style>\n"
	              "body { font: 1rem/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; "
	              "padding: 0 1rem; color: #111; background: #fff }\n"
	              "table { border-collapse: collapse }\n"
	              "th, td { padding: .2rem .7rem; border-bottom: 1px solid #ccc; "
	              "text-align: right; font-variant-numeric: tabular-nums }\n"
	              "th { font-weight: normal; text-align: left }\n"
	              "th[scope=col] { font-weight: bold; border-bottom-color: #111; "
	              "vertical-align: bottom }\n"
	              "</style>\n</head>\n<body>\n");
	add_element(out, "h1", sheet->title, "");
	add_element(out, "p", sheet->about, "");
	for (size_t i = 0; i < sheet->count; i++)
		table_as_html(&sheet->tables[i], out);
	buf_text(out, "</body>\n</html>\n");
}

void sheet_release(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		free(sheet->tables[i].cells);
	free(sheet->tables);
	arena_release(&sheet->arena);
}
