#include "markup/html.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd };

void html_release(struct html *html)
{
	buf_release(&html->text);
}

void html_put(struct html *html, const char *markup)
{
	buf_text(&html->text, markup);
}

struct html html_part(const struct html *html)
{
	return (struct html){.text = BUF_INIT, .language = html->language, .notes = html->notes};
}

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

static void add_escaped(struct html *html, unsigned rune)
{
	switch (rune) {
	case '&':
		html_put(html, "&amp;");
		break;
	case '<':
		html_put(html, "&lt;");
		break;
	case '>':
		html_put(html, "&gt;");
		break;
	case '"':
		html_put(html, "&quot;");
		break;
	case '\'':
		html_put(html, "&#39;");
		break;
	default:
		buf_rune(&html->text,
		         is_unfit(rune) || text_is_hidden_rune(rune) ? REPLACEMENT : rune);
		break;
	}
}

#define BIT(character) (UINT64_C(1) << (character) % 64)

/* How many bytes are letters that stand for themselves wherever they are put. */
static size_t plain_length(const char *bytes, size_t length)
{
	/* A bit for each character of ASCII: this is asked of every byte of a page. */
	static const uint64_t plain[] = {
		(~UINT64_C(0) << ' ' | BIT('\n')) &
			~(BIT('&') | BIT('<') | BIT('>') | BIT('"') | BIT('\'')),
		~BIT(0x7f),
	};
	size_t at = 0;
	for (; at < length; at++) {
		unsigned char byte = (unsigned char)bytes[at];
		if (byte > 0x7f || (plain[byte / 64] >> byte % 64 & 1) == 0)
			break;
	}
	return at;
}

void html_bytes(struct html *html, const char *bytes, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t plain = plain_length(bytes + at, length - at);
		buf_add(&html->text, bytes + at, plain);
		at += plain;
		if (at == length)
			break;
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(bytes + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		add_escaped(html, step == 0 ? REPLACEMENT : rune);
	}
}

void html_text(struct html *html, const char *text)
{
	html_bytes(html, text, strlen(text));
}

void html_lines(struct html *html, const char *text)
{
	for (;;) {
		size_t length = strcspn(text, "\n");
		html_bytes(html, text, length);
		if (text[length] == '\0')
			break;
		html_put(html, "<br />\n");
		text += length + 1;
	}
}

void html_add(struct html *html, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	for (const char *at = format; *at != '\0'; at++) {
		size_t plain = strcspn(at, "%");
		buf_add(&html->text, at, plain);
		at += plain;
		if (*at == '\0')
			break;
		switch (*++at) {
		case 's':
			html_text(html, va_arg(arguments, const char *));
			break;
		case 'd':
			buf_printf(&html->text, "%d", va_arg(arguments, int));
			break;
		case 'z':
			at++;
			buf_printf(&html->text, "%zu", va_arg(arguments, size_t));
			break;
		default:
			buf_byte(&html->text, '%');
			break;
		}
	}
	va_end(arguments);
}

void html_tame(struct buf *text, const char *bytes, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t plain = 0;
		while (at + plain < length && bytes[at + plain] >= ' ' && bytes[at + plain] < 0x7f)
			plain++;
		buf_add(text, bytes + at, plain);
		at += plain;
		if (at == length)
			break;
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(bytes + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		buf_rune(text,
		         step == 0 || is_unfit(rune) || turns_text(rune) ? REPLACEMENT : rune);
	}
}

void html_markup(struct html *html, const char *markup, size_t length)
{
	html_tame(&html->text, markup, length);
}

void html_sentence(struct html *html, const char *text)
{
	char first = *text;
	if (first >= 'a' && first <= 'z') {
		buf_byte(&html->text, (char)(first - 'a' + 'A'));
		text++;
	}
	html_text(html, text);
}

/* "21 August 2023" in the page's language. */
static void add_date(struct html *html, const char *machine, struct date date, enum phrase january)
{
	html_add(html, "<time datetime=\"%s\">%d %s %d</time>", machine, date.day,
	         html_phrase(html, (enum phrase)((int)january + date.month - 1)), date.year);
}

/* With the months from JANUARY on. */
static const char *date_text(const struct html *html, struct date date, enum phrase january,
                             char text[HTML_DATE_SIZE])
{
	const char *month = html_phrase(html, (enum phrase)((int)january + date.month - 1));
	snprintf(text, HTML_DATE_SIZE, "%d %s %d", date.day, month, date.year);
	return text;
}

const char *html_date_words(const struct html *html, struct date date, char text[HTML_DATE_SIZE])
{
	return date_text(html, date, PHRASE_JANUARY, text);
}

const char *html_short_date_words(const struct html *html, struct date date,
                                  char text[HTML_DATE_SIZE])
{
	return date_text(html, date, PHRASE_JAN, text);
}

void html_date(struct html *html, struct date date)
{
	char iso[DATE_TEXT_SIZE];
	add_date(html, date_iso(date, iso), date, PHRASE_JANUARY);
}

void html_short_date(struct html *html, struct date date)
{
	char iso[DATE_TEXT_SIZE];
	add_date(html, date_iso(date, iso), date, PHRASE_JAN);
}

void html_day(struct html *html, int64_t seconds)
{
	char iso[DATE_TEXT_SIZE];
	add_date(html, date_time_iso(seconds, iso), date_from_time(seconds), PHRASE_JANUARY);
}

void html_short_day(struct html *html, int64_t seconds)
{
	char iso[DATE_TEXT_SIZE];
	add_date(html, date_time_iso(seconds, iso), date_from_time(seconds), PHRASE_JAN);
}

/* What ends the host of an address: a blank, a mark between words, an end of markup or data. */
static const char host_ends[] = " \t\r\n,;<>()[]\"\\";

/* Text whose addresses lose their hosts, all that is like one. */
static void add_hostless(struct html *html, const char *text, size_t length)
{
	for (const char *end = text + length; text < end;) {
		const char *sign = memchr(text, '@', (size_t)(end - text));
		html_bytes(html, text, (size_t)((sign != NULL ? sign : end) - text));
		if (sign == NULL)
			break;
		text = sign + 1;
		while (text < end && strchr(host_ends, *text) == NULL)
			text++;
		html_put(html, text - sign > 1 ? "@…" : "@");
	}
}

void html_name(struct html *html, const char *name)
{
	if (name[strspn(name, " \t\n")] == '\0')
		html_say(html, PHRASE_NO_NAME_GIVEN);
	else
		add_hostless(html, name, strlen(name));
}

void html_person(struct html *html, const char *name)
{
	if (name[strspn(name, " \t\n")] == '\0') {
		html_say(html, PHRASE_NO_NAME_GIVEN);
		return;
	}
	html_put(html, "<bdi>");
	html_name(html, name);
	html_put(html, "</bdi>");
}

/*
 * How long the code is that begins after the backquote at AT; 0 where that one begins none: both
 * stand at the edge of words, so that one alone, as an author may have typed, is only a sign.
 */
static size_t code_length(const char *text, const char *at)
{
	size_t length = strcspn(at + 1, "`\n");
	const char *end = at + 1 + length;
	bool opens = (at == text || strchr(" \n(\"'", at[-1]) != NULL);
	bool closes = *end == '`' && strchr(" \n).,;:?!\"'", end[1]) != NULL;
	return opens && closes ? length : 0;
}

static void add_coded(struct html *html, const char *text,
                      void (*add)(struct html *html, const char *bytes, size_t length))
{
	const char *from = text;
	for (const char *at = text; (at = strchr(at, '`')) != NULL;) {
		size_t length = code_length(text, at);
		if (length != 0) {
			add(html, from, (size_t)(at - from));
			html_put(html, "<code>");
			add(html, at + 1, length);
			html_put(html, "</code>");
			from = at + length + strlen("``");
		}
		at += length == 0 ? strlen("`") : length + strlen("``");
	}
	add(html, from, strlen(from));
}

void html_coded(struct html *html, const char *text)
{
	add_coded(html, text, html_bytes);
}

void html_coded_hostless(struct html *html, const char *text)
{
	add_coded(html, text, add_hostless);
}

/* True where what stands before an @ is the end of a person's part of an address. */
static bool ends_name(char byte)
{
	return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80 ||
	       strchr("._%+-'", byte) != NULL;
}

void html_hide_hosts(struct buf *text)
{
	struct buf kept = BUF_INIT;
	const char *from = text->bytes, *end = text->bytes + text->length, *sign = from;
	while ((sign = memchr(sign, '@', (size_t)(end - sign))) != NULL) {
		size_t host = strcspn(sign, host_ends);
		bool address =
			sign > text->bytes && ends_name(sign[-1]) && sign[-1] != '\0' && host > 1;
		if (address) {
			buf_add(&kept, from, (size_t)(sign - from));
			buf_text(&kept, "@…");
			from = sign + host;
		}
		sign += host;
	}
	if (from != text->bytes) {
		buf_add(&kept, from, (size_t)(end - from));
		buf_clear(text);
		buf_add(text, kept.bytes, kept.length);
	}
	buf_release(&kept);
}

const char *html_english_mark(const struct html *html)
{
	return html->language == LANGUAGE_ENGLISH ? "" : " lang=\"en\"";
}

void html_english(struct html *html, const char *text)
{
	bool marked = html->language != LANGUAGE_ENGLISH;
	html_put(html, marked ? "<span lang=\"en\">" : "");
	html_coded(html, text);
	html_put(html, marked ? "</span>" : "");
}

void html_section(struct html *html, const char *id, enum phrase heading)
{
	html_add(html, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id,
	         html_phrase(html, heading));
}

void html_section_end(struct html *html)
{
	html_put(html, "</section>\n");
}

void html_contents(struct html *html)
{
	html_add(html, "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_ON_THIS_PAGE));
}

void html_content(struct html *html, const char *id, enum phrase words)
{
	html_add(html, "<li><a href=\"#%s\">%s</a></li>\n", id, html_phrase(html, words));
}

void html_contents_end(struct html *html)
{
	html_put(html, "</ul>\n</nav>\n");
}

void html_columns(const struct html *html, const enum phrase *phrases, size_t count,
                  const char **columns)
{
	for (size_t i = 0; i < count; i++)
		columns[i] = html_phrase(html, phrases[i]);
}

void html_fact(struct html *html, const char *name)
{
	html_add(html, "<div><dt>%s</dt><dd>", name);
}

void html_fact_end(struct html *html)
{
	html_put(html, "</dd></div>\n");
}

static void add_head(struct html *html, const char *const *columns, size_t count)
{
	html_put(html, "<thead>\n<tr>");
	for (size_t i = 0; i < count; i++)
		html_add(html, "<th scope=\"col\">%s</th>", columns[i]);
	html_put(html, "</tr>\n</thead>\n<tbody>\n");
}

void html_table(struct html *html, const char *look, const char *caption,
                const char *const *columns, size_t count)
{
	html_add(html, "<table class=\"%s\">\n<caption>%s</caption>\n", look, caption);
	add_head(html, columns, count);
}

void html_row(struct html *html, const char *column)
{
	html_add(html, "<tr>\n<th scope=\"row\" data-label=\"%s\">", column);
}

void html_cell(struct html *html, const char *column)
{
	html_add(html, "<td data-label=\"%s\">", column);
}

void html_table_end(struct html *html)
{
	html_put(html, "</tbody>\n</table>\n");
}

void html_figures(struct html *html, const char *id, const char *caption,
                  const char *const *columns, size_t count)
{
	html_add(html,
	         "<section class=\"scroll\" aria-labelledby=\"%s\" tabindex=\"0\">\n"
	         "<table class=\"counts\">\n<caption id=\"%s\">%s</caption>\n",
	         id, id, caption);
	add_head(html, columns, count);
}

void html_figures_end(struct html *html)
{
	html_put(html, "</tbody>\n</table>\n</section>\n");
}
