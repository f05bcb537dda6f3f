#include "view/html.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd };

/* Control characters and the code points that no page and no XML may hold. */
static bool is_unfit(unsigned rune)
{
	return (rune < 0x20 && rune != '\t' && rune != '\n') || (rune >= 0x7f && rune < 0xa0) ||
	       (rune & 0xfffe) == 0xfffe || (rune >= 0xfdd0 && rune <= 0xfdef);
}

/* The characters that make a reader see text in another order than it stands. */
static bool turns_text(unsigned rune)
{
	return (rune >= 0x202a && rune <= 0x202e) || (rune >= 0x2066 && rune <= 0x2069);
}

static void add_escaped(struct buf *html, unsigned rune)
{
	switch (rune) {
	case '&':
		buf_text(html, "&amp;");
		break;
	case '<':
		buf_text(html, "&lt;");
		break;
	case '>':
		buf_text(html, "&gt;");
		break;
	case '"':
		buf_text(html, "&quot;");
		break;
	case '\'':
		buf_text(html, "&#39;");
		break;
	default:
		buf_rune(html, is_unfit(rune) || text_is_hidden_rune(rune) ? REPLACEMENT : rune);
		break;
	}
}

void html_bytes(struct buf *html, const char *bytes, size_t length)
{
	for (size_t at = 0; at < length;) {
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(bytes + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		add_escaped(html, step == 0 ? REPLACEMENT : rune);
	}
}

void html_text(struct buf *html, const char *text)
{
	html_bytes(html, text, strlen(text));
}

void html_lines(struct buf *html, const char *text)
{
	for (;;) {
		size_t length = strcspn(text, "\n");
		html_bytes(html, text, length);
		if (text[length] == '\0')
			break;
		buf_text(html, "<br />\n");
		text += length + 1;
	}
}

void html_add(struct buf *html, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	for (const char *at = format; *at != '\0'; at++) {
		if (*at != '%') {
			buf_byte(html, *at);
			continue;
		}
		switch (*++at) {
		case 's':
			html_text(html, va_arg(arguments, const char *));
			break;
		case 'd':
			buf_printf(html, "%d", va_arg(arguments, int));
			break;
		case 'z':
			at++;
			buf_printf(html, "%zu", va_arg(arguments, size_t));
			break;
		default:
			buf_byte(html, '%');
			break;
		}
	}
	va_end(arguments);
}

void html_markup(struct buf *html, const char *markup, size_t length)
{
	for (size_t at = 0; at < length;) {
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(markup + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		buf_rune(html,
		         step == 0 || is_unfit(rune) || turns_text(rune) ? REPLACEMENT : rune);
	}
}

void html_sentence(struct buf *html, const char *text)
{
	char first = *text;
	if (first >= 'a' && first <= 'z') {
		buf_byte(html, (char)(first - 'a' + 'A'));
		text++;
	}
	html_text(html, text);
}

void html_date(struct buf *html, struct date date)
{
	char iso[DATE_TEXT_SIZE], words[DATE_TEXT_SIZE];
	html_add(html, "<time datetime=\"%s\">%s</time>", date_iso(date, iso),
	         date_words(date, words));
}

void html_short_date(struct buf *html, struct date date)
{
	char iso[DATE_TEXT_SIZE], words[DATE_TEXT_SIZE];
	html_add(html, "<time datetime=\"%s\">%s</time>", date_iso(date, iso),
	         date_short(date, words));
}

void html_day(struct buf *html, int64_t seconds)
{
	char iso[DATE_TEXT_SIZE], words[DATE_TEXT_SIZE];
	html_add(html, "<time datetime=\"%s\">%s</time>", date_time_iso(seconds, iso),
	         date_words(date_from_time(seconds), words));
}

void html_short_day(struct buf *html, int64_t seconds)
{
	char iso[DATE_TEXT_SIZE], words[DATE_TEXT_SIZE];
	html_add(html, "<time datetime=\"%s\">%s</time>", date_time_iso(seconds, iso),
	         date_short(date_from_time(seconds), words));
}

void html_person(struct buf *html, const char *name)
{
	static const char ends[] = " \t\n,;<>()[]\"";
	if (name[strspn(name, " \t\n")] == '\0') {
		buf_text(html, "no name given");
		return;
	}
	buf_text(html, "<bdi>");
	while (*name != '\0') {
		size_t length = strcspn(name, "@");
		html_bytes(html, name, length);
		name += length;
		if (*name == '\0')
			break;
		size_t host = strcspn(name, ends);
		buf_text(html, host > 1 ? "@…" : "@");
		name += host;
	}
	buf_text(html, "</bdi>");
}

void html_commit(struct buf *html, const struct object_id *id)
{
	char hex[OBJECT_HEX_SIZE];
	object_hex(id, hex);
	html_add(html, "<code title=\"%s\">", hex);
	buf_add(html, hex, OBJECT_SHORT);
	buf_text(html, "</code>");
}

void html_count(struct buf *html, size_t count, const char *one, const char *many)
{
	html_add(html, "%zu %s", count, count == 1 ? one : many);
}

void html_code(struct buf *html, const struct level *level)
{
	const char *letters = level->short_label;
	buf_text(html, "<span class=\"code\" aria-hidden=\"true\">");
	if (letters[0] != '\0') {
		html_text(html, letters);
	} else {
		unsigned rune;
		html_bytes(html, level->label,
		           text_rune(level->label, strlen(level->label), &rune));
	}
	buf_text(html, "</span>");
}

void html_level(struct buf *html, const struct scale *scale, int level)
{
	html_add(html, "<span class=\"rag rag-%d\">", scale_colour(scale, level));
	html_code(html, &scale->levels[level]);
	html_add(html, " <span class=\"word\">%s</span></span>", scale->levels[level].label);
}

void html_rating(struct buf *html, const struct version *version)
{
	if (version->level != SCALE_NONE) {
		html_level(html, version->scale, version->level);
		return;
	}
	html_add(html,
	         "<span class=\"rag rag-none\"><span class=\"code\" aria-hidden=\"true\">?</span> "
	         "<span class=\"word\">%s (not on the scale)</span></span>",
	         version->reading->rag);
}

const char *rating_words(const struct version *version)
{
	return version->level == SCALE_NONE ? version->reading->rag
	                                    : version->scale->levels[version->level].label;
}

void html_fact(struct buf *html, const char *name)
{
	html_add(html, "<div><dt>%s</dt><dd>", name);
}

void html_fact_end(struct buf *html)
{
	buf_text(html, "</dd></div>\n");
}

void html_table(struct buf *html, const char *look, const char *caption, const char *const *columns,
                size_t count)
{
	html_add(html, "<table class=\"%s\">\n<caption>%s</caption>\n<thead>\n<tr>", look, caption);
	for (size_t i = 0; i < count; i++)
		html_add(html, "<th scope=\"col\">%s</th>", columns[i]);
	buf_text(html, "</tr>\n</thead>\n<tbody>\n");
}

void html_row(struct buf *html, const char *column)
{
	html_add(html, "<tr>\n<th scope=\"row\" data-label=\"%s\">", column);
}

void html_cell(struct buf *html, const char *column)
{
	html_add(html, "<td data-label=\"%s\">", column);
}

void html_table_end(struct buf *html)
{
	buf_text(html, "</tbody>\n</table>\n");
}
