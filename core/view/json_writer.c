/* The writer of view/json.h. No formatting per value: trends have many thousands. */
#include "view/json.h"

#include <string.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd, INDENT = 2, DIGITS = 24, LONG = 128 << 10 };

/* Bytes that stand as they are: ASCII, and neither a control character nor special. */
static bool is_plain(unsigned char byte)
{
	return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

static void add_escaped(struct buf *out, unsigned rune)
{
	static const char hex[] = "0123456789ABCDEF";
	static const char named[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = rune < 0x80 && rune != 0 ? strchr(named, (int)rune) : NULL;
	if (at != NULL) {
		buf_byte(out, '\\');
		buf_byte(out, letters[at - named]);
	} else if (rune < 0x20) {
		char escape[6] = {'\\', 'u', '0', '0', hex[rune >> 4], hex[rune & 0xf]};
		buf_add(out, escape, sizeof(escape));
	} else {
		buf_rune(out, rune >= 0x7f && rune < 0xa0 ? REPLACEMENT : rune);
	}
}

static void add_string(struct buf *out, const char *text)
{
	size_t length = strlen(text), at = 0;
	while (at < length && is_plain((unsigned char)text[at]))
		at++;
	/* Most often all of it stands as it is. */
	char *start = buf_extend(out, at + (at == length ? 2 : 1));
	*start++ = '"';
	memcpy(start, text, at);
	if (at == length) {
		start[at] = '"';
		return;
	}
	while (at < length) {
		size_t run = at;
		while (run < length && is_plain((unsigned char)text[run]))
			run++;
		buf_add(out, text + at, run - at);
		at = run;
		if (at == length)
			break;
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(text + at, length - at, &rune);
		add_escaped(out, step == 0 ? REPLACEMENT : rune);
		at += step == 0 ? 1 : step;
	}
	buf_byte(out, '"');
}

/* Copies so many bytes, none of them a NUL; returns what is behind them. */
static char *put(char *at, const char *bytes, size_t length)
{
	memcpy(at, bytes, length);
	return at + length;
}

/* The line, the comma and the key before a value. Keys are the program's own words. */
static void begin(struct json_writer *json, const char *key)
{
	if (json->depth == 0)
		return;
	bool filled = json->filled[json->depth - 1];
	size_t line = json->close_set ? 0 : 1 + json->depth * INDENT;
	size_t length = key == NULL ? 0 : strlen(key), behind = json->close_set ? 2 : 3;
	char *at = buf_extend(json->out,
	                      (filled ? 1 : 0) + line + (key == NULL ? 0 : 1 + length + behind));
	json->filled[json->depth - 1] = true;
	if (filled)
		*at++ = ',';
	if (line != 0) {
		*at = '\n';
		memset(at + 1, ' ', line - 1);
		at += line;
	}
	if (key == NULL)
		return;
	*at++ = '"';
	at = put(at, key, length);
	put(at, "\": ", behind);
}

static void open_with(struct json_writer *json, const char *key, char opening, char closing)
{
	begin(json, key);
	buf_byte(json->out, opening);
	json->closing[json->depth] = closing;
	json->filled[json->depth++] = false;
}

void json_open_object(struct json_writer *json, const char *key)
{
	open_with(json, key, '{', '}');
}

void json_open_array(struct json_writer *json, const char *key)
{
	open_with(json, key, '[', ']');
}

void json_close(struct json_writer *json)
{
	json->depth--;
	if (json->filled[json->depth] && !json->close_set) {
		buf_byte(json->out, '\n');
		buf_repeat(json->out, ' ', json->depth * INDENT);
	}
	buf_byte(json->out, json->closing[json->depth]);
	if (json->depth == 0)
		buf_byte(json->out, '\n');
	if (json->drain != NULL && json->out->length >= LONG)
		json->drain(json->out);
}

void json_add_text(struct json_writer *json, const char *key, const char *text)
{
	begin(json, key);
	if (text == NULL)
		buf_add(json->out, "null", 4);
	else
		add_string(json->out, text);
}

void json_add_number(struct json_writer *json, const char *key, long long number)
{
	char digits[DIGITS];
	size_t at = sizeof(digits);
	unsigned long long rest =
		number < 0 ? 0ULL - (unsigned long long)number : (unsigned long long)number;
	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (number < 0)
		digits[--at] = '-';
	begin(json, key);
	buf_add(json->out, digits + at, sizeof(digits) - at);
}

void json_add_flag(struct json_writer *json, const char *key, bool flag)
{
	begin(json, key);
	buf_text(json->out, flag ? "true" : "false");
}

void json_add_null(struct json_writer *json, const char *key)
{
	json_add_text(json, key, NULL);
}
