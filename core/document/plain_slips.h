/*
 * Looking for slips in front matter that cannot be read. Seen by plain*.c alone.
 */
#ifndef DOCUMENT_PLAIN_SLIPS_H
#define DOCUMENT_PLAIN_SLIPS_H

#include "base/buf.h"
#include "document/plain.h"

/* A walk over the lines; texts are pointers into the front matter. */
struct plain {
	struct slips *slips;
	const char *at, *end; /* the next line, and the end of all */
	const char *line;     /* the one that is looked at */
	const char *line_end; /* without its line break */
	size_t column;        /* of the name or item on it, from 0, in bytes */
	bool open;            /* lines that are indented deeper go on with its value */
	bool whole;           /* its value is in quotes or brackets: no line goes on with it */
	bool slipped;         /* nobody knows what deeper lines below it are */
	bool blank_above;
	bool below_value; /* a line that is no field, at the indent of the value above */
};

/* What is written for a field or as an item. */
struct plain_value {
	const char *name; /* of the field; no part of the value */
	size_t name_length;
	const char *start, *end; /* without blanks around */
	char bracket;            /* `[` or `{` where it stands in such; 0 */
};

/* Adds a slip. Returns true, so that finding one is one line. */
bool plain_add(struct plain *plain, const char *rule, const char *at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* " `name: "value"`" ready to be typed, or "the whole value in double quotes". */
void plain_add_quoted(struct buf *buf, const struct plain_value *value, const char *start,
                      const char *end);

/* The length in bytes of the odd space or bullet at AT; or 0. */
size_t plain_odd_space(const char *at, const char *end);
size_t plain_bullet(const char *at, const char *end);

/* True where the text begins and ends with curly quotation marks; sets what is inside. */
bool plain_is_curly(const char **start, const char **end);

/* The length of the field's name before the colon of `name:value`; or 0. */
size_t plain_stuck_name(const char *at, const char *end);

static inline const char *plain_skip(const char *at, const char *end)
{
	while (at < end && *at == ' ')
		at++;
	return at;
}

/*
 * The first colon in the text that YAML takes for the end of a name: a blank or the end
 * stands behind it. NULL where there is none.
 */
const char *plain_colon(const char *at, const char *end);

/* The ` #` that begins a comment, or END. */
const char *plain_comment(const char *at, const char *end);

/*
 * The end of the text in quotation marks at AT, behind the closing one; NULL where it is
 * never closed, as far as lines go on that are indented deeper than COLUMN.
 */
const char *plain_quoted_end(const char *at, const char *end, size_t column);

/* plain_line.c: asks each row about the line at AT; true when one found a slip. */
bool plain_ask_line(struct plain *plain, const char *at);

/* plain_line.c: the same of a line that goes on with the value above. */
bool plain_ask_inner(struct plain *plain, const char *at);

/* plain_value.c: the same of a value. */
bool plain_ask_value(struct plain *plain, const struct plain_value *value);

/* plain_brackets.c: goes over the list or fields in brackets; returns what is behind. */
const char *plain_brackets(struct plain *plain, const struct plain_value *value);

#endif
