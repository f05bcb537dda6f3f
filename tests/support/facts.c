#include "support/facts.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"

enum { REACH = 2500 }; /* bytes on a page between the parts of one fact */

/* True for a tag that only marks words of a line: those before and behind it may be one. */
static bool is_inline(const char *tag)
{
	static const char *const names[] = {"a",    "bdi", "time", "em",   "strong",
	                                    "code", "b",   "i",    "abbr", NULL};
	char name[8];
	return sscanf(tag, "%*[</]%7[a-z]", name) == 1 && text_is_one_of(name, names);
}

/* The text with one blank wherever it has any. */
static const char *one_line(struct sandbox *sandbox, const char *text)
{
	struct buf line = BUF_INIT;
	for (const char *at = text; *at != '\0'; at++) {
		bool blank = strchr(" \t\n", *at) != NULL;
		if (!blank)
			buf_byte(&line, *at);
		else if (line.length != 0 && line.bytes[line.length - 1] != ' ')
			buf_byte(&line, ' ');
	}
	const char *copy = arena_text(&sandbox->arena, line.bytes, line.length);
	buf_release(&line);
	return copy;
}

const char *fact_words(struct sandbox *sandbox, const char *page)
{
	static const struct {
		const char *name, *text;
	} entities[] = {
		{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
	struct buf text = BUF_INIT;
	const char *content = strstr(page, "<main");
	for (const char *at = content != NULL ? content : page; *at != '\0';) {
		if (*at == '<') {
			if (!is_inline(at))
				buf_byte(&text, ' ');
			at += strcspn(at, ">");
			at += *at == '>' ? 1 : 0;
			continue;
		}
		size_t entity = 0;
		while (entity < COUNT_OF(entities) &&
		       strncmp(at, entities[entity].name, strlen(entities[entity].name)) != 0)
			entity++;
		buf_text(&text, entity < COUNT_OF(entities) ? entities[entity].text : "");
		if (entity == COUNT_OF(entities))
			buf_byte(&text, *at);
		at += entity < COUNT_OF(entities) ? strlen(entities[entity].name) : 1;
	}
	const char *words = one_line(sandbox, text.bytes);
	buf_release(&text);
	return words;
}

struct fact_parts fact_parts(struct sandbox *sandbox, const char *text)
{
	struct fact_parts parts = {.count = 0};
	for (const char *end = text; end != NULL; text = end + strlen(" | ")) {
		assert_true(parts.count < FACT_MOST_PARTS);
		end = strstr(text, " | ");
		size_t length = end != NULL ? (size_t)(end - text) : strlen(text);
		parts.items[parts.count++] = arena_text(&sandbox->arena, text, length);
		if (end == NULL)
			break;
	}
	return parts;
}

/* The part, or the same day as tables have it. */
static bool shows(const char *words, const char *part)
{
	struct date date;
	char day[DATE_TEXT_SIZE];
	return strstr(words, part) != NULL ||
	       (strchr(part, ' ') != NULL && date_guess(part, &date) &&
	        strstr(words, date_short(date, day)) != NULL);
}

bool fact_is_shown(const char *words, const struct fact_parts *parts)
{
	for (const char *at = strstr(words, parts->items[0]); at != NULL;
	     at = strstr(at + 1, parts->items[0])) {
		size_t found = 1;
		size_t before = at - words < REACH ? (size_t)(at - words) : REACH;
		char near[2 * REACH + 1];
		snprintf(near, sizeof(near), "%s", at - before);
		while (found < parts->count && shows(near, parts->items[found]))
			found++;
		if (found == parts->count)
			return true;
	}
	return false;
}

/* An element of a list of records; a list of texts belongs to the record that it is in. */
static bool is_record(const json_t *list, const json_t *element)
{
	return json_is_array(list) && json_is_object(element);
}

/* What the record says, as "key: value" a line; WHOLE: what the records in it say too. */
static void say(const char *key, const json_t *value, bool whole, struct buf *text)
{
	const char *name;
	json_t *inner, *object = (json_t *)value;
	size_t i;
	if (json_is_object(value)) {
		json_object_foreach(object, name, inner) say(name, inner, whole, text);
		return;
	}
	json_array_foreach(value, i, inner) if (whole || !is_record(value, inner))
		say(key, inner, whole, text);
	if (json_is_string(value))
		buf_printf(text, "%s: %s\n", key, json_string_value(value));
	else if (json_is_integer(value))
		buf_printf(text, "%s: %lld\n", key, (long long)json_integer_value(value));
	else if (json_is_boolean(value))
		buf_printf(text, "%s: %s\n", key, json_is_true(value) ? "true" : "false");
	else if (json_is_null(value) || json_array_size(value) == 0)
		buf_printf(text, "%s: -\n", key);
}

static const char *said(struct sandbox *sandbox, const json_t *record, bool whole)
{
	struct buf text = BUF_INIT;
	say("", record, whole, &text);
	const char *line = one_line(sandbox, text.length != 0 ? text.bytes : "");
	buf_release(&text);
	return line;
}

static bool says(const char *text, const char *part)
{
	struct date date;
	char iso[DATE_TEXT_SIZE];
	return strstr(text, part) != NULL ||
	       (strchr(part, ' ') != NULL && date_guess(part, &date) &&
	        strstr(text, date_iso(date, iso)) != NULL);
}

bool fact_is_told(struct sandbox *sandbox, const json_t *record, const struct fact_parts *parts)
{
	const char *key;
	json_t *value, *element, *object = (json_t *)record;
	size_t i;
	if (says(said(sandbox, record, false), parts->items[0])) {
		const char *whole = said(sandbox, record, true);
		size_t found = 1;
		while (found < parts->count && says(whole, parts->items[found]))
			found++;
		if (found == parts->count)
			return true;
	}
	json_object_foreach(object, key, value)
	{
		if (json_is_object(value) && fact_is_told(sandbox, value, parts))
			return true;
		json_array_foreach(value, i,
		                   element) if (is_record(value, element) &&
		                                fact_is_told(sandbox, element, parts)) return true;
	}
	return false;
}
