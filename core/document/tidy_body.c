/* Spaces of other kinds in the text: declared in document/tidying.h. */
#include "document/tidying.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { LONGEST_NUMBER = 9 };

/* The length of a non-breaking space at AT; others are typography. Or 0. */
static size_t odd_space(const char *at, const char *end)
{
	unsigned rune = 0;
	size_t step = text_rune(at, (size_t)(end - at), &rune);
	return step != 0 && (rune == 0x00a0 || rune == 0x202f) ? step : 0;
}

static const char *skip_any(const char *at, const char *end)
{
	size_t step;
	while ((step = at < end && *at == ' ' ? 1 : odd_space(at, end)) != 0)
		at += step;
	return at;
}

/* Behind the signs of a heading or an item at AT, and AT where there are none. */
static const char *behind_signs(const char *at, const char *end)
{
	const char *behind = at;
	while (behind < end && *behind == '#')
		behind++;
	if (behind > at)
		return behind - at <= 6 ? behind : at;
	if (at < end && (*at == '-' || *at == '*' || *at == '+'))
		return at + 1;
	while (behind < end && behind - at < LONGEST_NUMBER && *behind >= '0' && *behind <= '9')
		behind++;
	return behind > at && behind < end && (*behind == '.' || *behind == ')') ? behind + 1 : at;
}

/* The lines that Markdown takes for text although they were to be a heading or an item. */
static void mend_signs(const char *text, size_t length, const bool *lines, struct buf *out)
{
	const char *end = text + length;
	for (size_t number = 0; text < end; number++) {
		const char *next = memchr(text, '\n', (size_t)(end - text));
		const char *line_end = next == NULL ? end : next;
		const char *signs = text;
		while (signs < line_end && *signs == ' ')
			signs++;
		const char *behind = behind_signs(signs, line_end);
		const char *title = skip_any(behind, line_end);
		if (lines[number] && behind > signs && title < line_end &&
		    odd_space(behind, line_end) != 0) {
			buf_add(out, text, (size_t)(behind - text));
			buf_byte(out, ' ');
			text = title;
		}
		buf_add(out, text, (size_t)(line_end - text));
		if (next != NULL)
			buf_byte(out, '\n');
		text = next == NULL ? end : next + 1;
	}
}

/* Marks the lines, from 0, on which paragraphs stand. */
static void mark_paragraphs(const char *text, size_t length, bool *lines, size_t count)
{
	cmark_node *root = cmark_parse_document(text, length, CMARK_OPT_VALIDATE_UTF8);
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iterator);
		if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
			continue;
		int last = cmark_node_get_end_line(node);
		for (int line = cmark_node_get_start_line(node); line > 0 && line <= last; line++)
			if ((size_t)line <= count)
				lines[line - 1] = true;
	}
	cmark_iter_free(iterator);
	cmark_node_free(root);
}

/* Ordinary spaces between two words of a line. */
static void mend_inside(const char *text, size_t length, struct buf *out)
{
	const char *end = text + length;
	bool word = false; /* before AT, on this line */
	while (text < end) {
		const char *behind = skip_any(text, end);
		bool between = word && behind < end && *behind != '\n';
		for (; text < behind;
		     text += odd_space(text, end) != 0 ? odd_space(text, end) : 1) {
			size_t step = odd_space(text, end);
			if (step == 0 || between)
				buf_byte(out, ' ');
			else
				buf_add(out, text, step);
		}
		if (text < end) {
			word = *text != '\n';
			buf_byte(out, *text++);
		}
	}
}

/* The text as a page, with ordinary spaces. */
static void add_page(const struct buf *text, struct buf *page)
{
	char *html = cmark_markdown_to_html(text->bytes, text->length, CMARK_OPT_VALIDATE_UTF8);
	const char *end = html + strlen(html);
	for (const char *at = html; at < end;) {
		size_t step = odd_space(at, end);
		buf_byte(page, step != 0 ? ' ' : *at);
		at += step != 0 ? step : 1;
	}
	free(html);
}

static bool same_page(const struct buf *a, const struct buf *b)
{
	struct buf first = BUF_INIT, second = BUF_INIT;
	add_page(a, &first);
	add_page(b, &second);
	bool same = first.length == second.length &&
	            memcmp(first.bytes, second.bytes, first.length) == 0;
	buf_release(&first);
	buf_release(&second);
	return same;
}

void tidy_body(struct buf *body)
{
	struct buf signs = BUF_INIT, inside = BUF_INIT;
	size_t count = 1;
	if (strstr(body->bytes, "\xc2\xa0") == NULL && strstr(body->bytes, "\xe2\x80\xaf") == NULL)
		return;
	for (size_t i = 0; i < body->length; i++)
		count += body->bytes[i] == '\n' ? 1 : 0;
	struct arena arena = ARENA_INIT;
	bool *lines = arena_new(&arena, count * sizeof(*lines));
	mark_paragraphs(body->bytes, body->length, lines, count);
	mend_signs(body->bytes, body->length, lines, &signs);
	mend_inside(signs.bytes, signs.length, &inside);
	const struct buf *result = same_page(&signs, &inside) ? &inside : &signs;
	buf_clear(body);
	buf_add(body, result->bytes, result->length);
	arena_release(&arena);
	buf_release(&signs);
	buf_release(&inside);
}
