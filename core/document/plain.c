#include "document/plain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "document/kinds.h"
#include "document/plain_slips.h"

enum { MOST_SLIPS = 50, LONGEST_SHOWN = 70 };

bool plain_add(struct plain *plain, const char *rule, const char *at, const char *format, ...)
{
	struct slips *slips = plain->slips;
	char message[1024];
	va_list arguments;
	if (slips->count == MOST_SLIPS)
		return true;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	slips->items = arena_grow(slips->arena, slips->items, slips->count, &slips->room,
	                          sizeof(*slips->items));
	slips->items[slips->count++] =
		(struct slip){rule, at, arena_text(slips->arena, message, strlen(message))};
	return true;
}

void plain_add_quoted(struct buf *buf, const struct plain_value *value, const char *start,
                      const char *end)
{
	size_t length = (size_t)(end - start);
	bool has_double = memchr(start, '"', length) != NULL || memchr(start, '\\', length) != NULL;
	bool has_single = memchr(start, '\'', length) != NULL;
	if (length + value->name_length > LONGEST_SHOWN || (has_double && has_single)) {
		buf_printf(buf, "put the whole value in %s quotes",
		           has_double && !has_single ? "single" : "double");
		return;
	}
	const char *quote = has_double ? "'" : "\"";
	buf_text(buf, "write `");
	buf_add(buf, value->name, value->name_length);
	buf_printf(buf, "%s%s%.*s%s`", value->name_length != 0 ? ": " : "", quote, (int)length,
	           start, quote);
}

/* The length of the character at AT when it is one of those, given by their number. */
static size_t one_of(const char *at, const char *end, const unsigned *runes, size_t count)
{
	unsigned rune = 0;
	size_t length = text_rune(at, (size_t)(end - at), &rune);
	for (size_t i = 0; i < count && length != 0; i++)
		if (runes[i] == rune)
			return length;
	return 0;
}

size_t plain_odd_space(const char *at, const char *end)
{
	unsigned rune = 0;
	size_t length = text_rune(at, (size_t)(end - at), &rune);
	return length != 0 && text_is_odd_space(rune) ? length : 0;
}

size_t plain_bullet(const char *at, const char *end)
{
	/* Dots, a circle, squares, triangles, Word's own (from its font Symbol), dashes. */
	static const unsigned bullets[] = {0x2022, 0x00b7, 0x2219, 0x25cf, 0x25e6, 0x25cb,
	                                   0x25aa, 0x25a0, 0x25ab, 0x25a1, 0x2023, 0x25b8,
	                                   0x25b6, 0x27a4, 0x2043, 0xf0b7, 0xf0a7, 0x2010,
	                                   0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212};
	size_t length = one_of(at, end, bullets, sizeof(bullets) / sizeof(bullets[0]));
	if (length == 0)
		return 0;
	at += length;
	return at < end && (*at == ' ' || *at == '\t' || plain_odd_space(at, end) != 0) ? length
	                                                                                : 0;
}

/* The length in bytes of the curly quotation mark at AT; or 0. */
static size_t curly_length(const char *at, const char *end)
{
	static const unsigned marks[] = {0x201c, 0x201d, 0x201e, 0x201f, 0x2018, 0x2019, 0x201a};
	return one_of(at, end, marks, sizeof(marks) / sizeof(marks[0]));
}

bool plain_is_curly(const char **start, const char **end)
{
	size_t first = curly_length(*start, *end);
	const char *last = *end;
	if (first == 0)
		return false;
	/* Each of these marks has three bytes. */
	if (*end - *start < 6 || curly_length(last - 3, last) == 0)
		return false;
	*start += first;
	*end = last - 3;
	return true;
}

size_t plain_stuck_name(const char *at, const char *end)
{
	size_t length = 0;
	while (at + length < end && (at[length] == '_' || (text_lower(at[length]) >= 'a' &&
	                                                   text_lower(at[length]) <= 'z')))
		length++;
	bool stuck = at + length + 1 < end && at[length] == ':' && at[length + 1] != ' ' &&
	             at[length + 1] != '/' && at[length + 1] != '\t';
	return stuck && kinds_have_field(at, length) ? length : 0;
}

const char *plain_colon(const char *at, const char *end)
{
	for (; (at = memchr(at, ':', (size_t)(end - at))) != NULL; at++)
		if (at + 1 == end || at[1] == ' ' || at[1] == '\t' || at[1] == '\n' ||
		    at[1] == '\r')
			return at;
	return NULL;
}

const char *plain_comment(const char *at, const char *end)
{
	for (const char *hash = at; (hash = memchr(hash, '#', (size_t)(end - hash))) != NULL;
	     hash++)
		if (hash > at && (hash[-1] == ' ' || hash[-1] == '\t'))
			return hash;
	return end;
}

static const char *line_end(const char *at, const char *end)
{
	const char *found = memchr(at, '\n', (size_t)(end - at));
	return found == NULL ? end : found;
}

/* False where the line at AT cannot go on with a value that began at COLUMN. */
static bool goes_on(const char *at, const char *end, size_t column)
{
	const char *text = plain_skip(at, end);
	return text < end && (*text == '\n' || *text == '\r' || (size_t)(text - at) > column);
}

const char *plain_quoted_end(const char *at, const char *end, size_t column)
{
	char quote = *at;
	for (at++; at < end; at++) {
		if (*at == '\n' && !goes_on(at + 1, end, column))
			return NULL;
		bool more = at + 1 < end;
		bool escape = quote == '"' && *at == '\\' && more && at[1] != '\n';
		bool twice = quote == '\'' && *at == quote && more && at[1] == quote;
		if (escape || twice)
			at++;
		else if (*at == quote)
			return at + 1;
	}
	return NULL;
}

static const char *trim_end(const char *start, const char *end)
{
	while (end > start && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
		end--;
	return end;
}

/* Makes the line at plain->at the one that is looked at. */
static void take_line(struct plain *plain)
{
	const char *end = line_end(plain->at, plain->end);
	plain->line = plain->at;
	plain->line_end = trim_end(plain->at, end);
	plain->at = end < plain->end ? end + 1 : end;
}

/* `|` or `>` and nothing behind them but signs, a number and a comment. */
static bool is_block_header(const char *at, const char *end)
{
	at += 1;
	while (at < end && (*at == '-' || *at == '+' || (*at >= '1' && *at <= '9')))
		at++;
	const char *behind = plain_skip(at, end);
	return behind == end || (behind > at && *behind == '#');
}

static void skip_block_text(struct plain *plain)
{
	while (plain->at < plain->end && goes_on(plain->at, plain->end, plain->column))
		plain->at = line_end(plain->at, plain->end) + 1;
	if (plain->at > plain->end)
		plain->at = plain->end;
}

/* Goes on behind what ended at BEHIND, maybe some lines further down. */
static void go_behind(struct plain *plain, const char *behind)
{
	const char *end = line_end(behind, plain->end);
	plain->at = end < plain->end ? end + 1 : end;
}

static void read_value(struct plain *plain, const struct plain_value *value)
{
	const char *behind = NULL;
	char first = value->start < value->end ? *value->start : '#';
	plain->open = false;
	if (first == '#')
		return;
	if ((first == '|' || first == '>') && is_block_header(value->start, value->end)) {
		skip_block_text(plain);
		return;
	}
	if (first == '"' || first == '\'')
		behind = plain_quoted_end(value->start, plain->end, plain->column);
	if (!plain_ask_value(plain, value) && (first == '[' || first == '{'))
		behind = plain_brackets(plain, value);
	plain->whole = behind != NULL;
	plain->open = behind == NULL;
	if (behind != NULL)
		go_behind(plain, behind);
}

/* The colon behind the name at AT, where there is one. */
static const char *name_end(const char *at, const char *end)
{
	if (at < end && (*at == '"' || *at == '\'')) {
		const char *behind = plain_quoted_end(at, end, 0);
		return behind != NULL && behind < end && *behind == ':' ? behind : NULL;
	}
	if (at < end && (*at == '[' || *at == '{' || *at == '#'))
		return NULL;
	const char *colon = plain_colon(at, end);
	return colon != NULL && colon < plain_comment(at, end) ? colon : NULL;
}

/* `%YAML`, `--- text` and `...` are no fields, and no slips of the pen. */
static bool is_mark_of_yaml(const char *at, const char *end)
{
	return *at == '%' || (end - at > 3 && strncmp(at, "--- ", 4) == 0) ||
	       (end - at >= 3 && strncmp(at, "...", 3) == 0);
}

static void read_line(struct plain *plain)
{
	const char *at = plain_skip(plain->line, plain->line_end), *end = plain->line_end;
	bool below = plain->open;
	bool deeper = (size_t)(at - plain->line) > plain->column;
	if (deeper && plain->slipped)
		return; /* it goes with the slip above */
	plain->slipped = false;
	if (deeper && (below || plain->whole) && (plain_ask_inner(plain, at) || below))
		return;
	plain->whole = false;
	plain->open = false;
	while (at < end && *at == '-' && (at + 1 == end || at[1] == ' ')) {
		plain->column = (size_t)(at - plain->line);
		at = plain_skip(at + 1, end);
	}
	const char *colon = name_end(at, end);
	if (colon != NULL || at == plain_skip(plain->line, end))
		plain->column = (size_t)(at - plain->line);
	if (at == end)
		return;
	plain->below_value = below && colon == NULL && at == plain_skip(plain->line, end);
	plain->slipped = plain_ask_line(plain, at);
	if (plain->slipped)
		return;
	struct plain_value value = {.name = at, .start = at, .end = end};
	if (colon != NULL) {
		value.name_length = (size_t)(colon - at);
		value.start = plain_skip(colon + 1, end);
	}
	read_value(plain, &value);
}

void plain_find(const struct source *source, struct slips *slips)
{
	struct plain plain = {
		.slips = slips,
		.at = source->front,
		.end = source->front + source->front_length,
		.blank_above = true,
	};
	while (plain.at < plain.end && slips->count < MOST_SLIPS) {
		take_line(&plain);
		const char *text = plain_skip(plain.line, plain.line_end);
		bool blank = text == plain.line_end;
		if (!blank && !is_mark_of_yaml(plain.line, plain.line_end))
			read_line(&plain);
		plain.blank_above = blank;
	}
}

static struct place place_of(const struct source *source, const char *at)
{
	struct place place = {source->front_line, 1};
	const char *line = source->front, *next;
	while ((next = memchr(line, '\n', (size_t)(at - line))) != NULL) {
		place.line++;
		line = next + 1;
	}
	place.column = (int)text_characters(line, (size_t)(at - line)) + 1;
	return place;
}

static bool is_told(const struct faults *faults, int line)
{
	for (size_t i = 0; i < faults->count; i++)
		if (faults->items[i].place.line == line)
			return true;
	return false;
}

bool plain_explain(const struct source *source, int line, struct faults *faults)
{
	struct slips slips = {.arena = faults->arena};
	bool explained = false;
	plain_find(source, &slips);
	for (size_t i = 0; i < slips.count; i++) {
		struct place place = place_of(source, slips.items[i].at);
		explained = explained || place.line <= line;
		if (!is_told(faults, place.line))
			fault_add(faults, slips.items[i].rule, place, "%s", slips.items[i].message);
	}
	return explained;
}
