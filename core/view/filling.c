#include "view/filling.h"

#include "base/text.h"
#include "view/filled.h"
#include "view/badge.h"
#include "view/markdown.h"
#include "view/site_view.h"

enum { NAME_MOST = 30, GAP = 2 };

static const char *text_of(const struct filled_row *row, size_t column)
{
	const struct version *rating = row->ratings[column];
	return rating != NULL ? rating_words(rating) : row->cells[column];
}

/* --- pages --- */

static void add_lines(const struct filled *filled, struct html *html)
{
	if (filled->count > 1)
		html_put(html, "<ul>\n");
	for (size_t i = 0; i < filled->count; i++) {
		const char *tag = filled->count > 1 ? "li" : "p";
		html_add(html, "<%s>%s</%s>\n", tag, filled->rows[i].cells[0], tag);
	}
	if (filled->count > 1)
		html_put(html, "</ul>\n");
}

static void add_table(const struct filled *filled, struct html *html)
{
	html_table(html, HTML_PAIRS, filled->caption, filled->columns, filled->column_count);
	for (size_t i = 0; i < filled->count; i++) {
		const struct filled_row *row = &filled->rows[i];
		html_row(html, filled->columns[0]);
		html_text(html, row->cells[0]);
		html_put(html, "</th>\n");
		for (size_t j = 1; j < filled->column_count; j++) {
			html_cell(html, filled->columns[j]);
			if (row->ratings[j] != NULL)
				html_rating(html, row->ratings[j]);
			else
				html_sentence(html, row->cells[j]);
			html_put(html, "</td>\n");
		}
		html_put(html, "</tr>\n");
	}
	html_table_end(html);
}

static void add_to_page(enum placeholder_type type, void *context, struct buf *out)
{
	const struct filling *filling = context;
	struct html html = {.text = BUF_INIT, .language = filling->language};
	struct filled filled = {0};
	if (filling->empty) {
		html_add(&html, "<p>%s</p>\n", html_phrase(&html, filling->instead));
	} else {
		filled_compute(filling, type, filling->language, &filled);
		if (filled.column_count == 0)
			add_lines(&filled, &html);
		else
			add_table(&filled, &html);
		arena_release(&filled.arena);
	}
	buf_add(out, html.text.bytes, html.text.length);
	html_release(&html);
}

/* --- Markdown --- */

static void add_markdown_row(const struct filled *filled, const struct filled_row *row,
                             struct buf *out)
{
	if (filled->column_count == 0) {
		buf_text(out, filled->count > 1 ? "- " : "");
		markdown_text(out, row->cells[0]);
		buf_byte(out, '\n');
		return;
	}
	for (size_t j = 0; j < filled->column_count; j++)
		markdown_cell(out, text_of(row, j));
	markdown_row_end(out);
}

static void add_to_markdown(enum placeholder_type type, void *context, struct buf *out)
{
	struct filled filled = {0};
	filled_compute(context, type, LANGUAGE_ENGLISH, &filled);
	if (filled.column_count != 0)
		markdown_table(out, filled.columns, filled.column_count);
	for (size_t i = 0; i < filled.count; i++)
		add_markdown_row(&filled, &filled.rows[i], out);
	buf_byte(out, '\n');
	arena_release(&filled.arena);
}

/* --- text --- */

static void measure(const struct filled *filled, size_t widths[FILLED_COLUMNS])
{
	for (size_t j = 0; j < filled->column_count; j++) {
		widths[j] = text_width(filled->columns[j]);
		for (size_t i = 0; i < filled->count; i++) {
			size_t width = text_width(text_of(&filled->rows[i], j));
			widths[j] = width > widths[j] ? width : widths[j];
		}
	}
	if (widths[0] > NAME_MOST)
		widths[0] = NAME_MOST;
}

static void add_text_row(const struct filled *filled, const struct filled_row *row,
                         const size_t widths[FILLED_COLUMNS], const struct layout *layout,
                         struct buf *out)
{
	for (size_t j = 0; j < filled->column_count; j++)
		lines_column(out, row == NULL ? filled->columns[j] : text_of(row, j),
		             widths[j] + GAP,
		             row != NULL && row->ratings[j] != NULL
		                     ? lines_colour(layout, row->ratings[j])
		                     : NULL);
	lines_end(out);
}

void filling_as_text(const struct filling *filling, enum placeholder_type type, size_t indent,
                     const struct layout *layout, struct buf *out)
{
	struct filled filled = {0};
	size_t widths[FILLED_COLUMNS] = {0};
	if (filling->empty) {
		lines_add(out, phrase_text(filling->instead, LANGUAGE_ENGLISH), indent, layout);
		return;
	}
	filled_compute(filling, type, LANGUAGE_ENGLISH, &filled);
	measure(&filled, widths);
	if (filled.column_count != 0) {
		buf_repeat(out, ' ', indent);
		add_text_row(&filled, NULL, widths, layout, out);
	}
	for (size_t i = 0; i < filled.count; i++) {
		if (filled.column_count == 0) {
			lines_add(out, filled.rows[i].cells[0], indent, layout);
			continue;
		}
		buf_repeat(out, ' ', indent);
		add_text_row(&filled, &filled.rows[i], widths, layout, out);
	}
	arena_release(&filled.arena);
}

/* --- beginning and end --- */

void filling_read(const struct record *record, const struct plan_record *plan,
                  const struct series *series, const struct document *document,
                  struct period period, struct filling *filling)
{
	*filling = (struct filling){.record = record,
	                            .plan = plan,
	                            .series = series,
	                            .document = document,
	                            .period = period,
	                            .language = plan_record_language(plan),
	                            .in_pages = {.add = add_to_page, .context = filling},
	                            .in_markdown = {.add = add_to_markdown, .context = filling}};
	if (document->body.placeholder_count != 0)
		trend_read_until(plan, period, &filling->trend);
}

void filling_without(const struct document *document, enum phrase instead, enum language language,
                     struct filling *filling)
{
	*filling = (struct filling){.document = document,
	                            .language = language,
	                            .empty = true,
	                            .instead = instead,
	                            .in_pages = {.add = add_to_page, .context = filling}};
}

void filling_release(struct filling *filling)
{
	trend_release(&filling->trend);
}
