/*
 * JSON of values from a repository: what JSON refuses is mended.
 *
 * Bytes that are not UTF-8, and the control characters that JSON does not escape,
 * become U+FFFD. What is written is appended as it goes: it may be large.
 */
#ifndef VIEW_JSON_H
#define VIEW_JSON_H

#include <stdbool.h>

#include "base/buf.h"

enum { JSON_DEEPEST = 32 };

/* Appends one document to a buffer: {.out = buffer}. Keys are the program's own words. */
struct json_writer {
	struct buf *out;
	buf_drain drain; /* called now and then; NULL: the buffer gets the whole document */
	bool close_set; /* without line breaks and blanks: what is served to many should be small */
	size_t depth;
	char closing[JSON_DEEPEST];
	bool filled[JSON_DEEPEST];
};

/* Begin an object or an array; KEY is NULL in an array and for the document itself. */
void json_open_object(struct json_writer *json, const char *key);
void json_open_array(struct json_writer *json, const char *key);

/* Ends the innermost; behind the document's own end stands a line end. */
void json_close(struct json_writer *json);

/* TEXT may be NULL, which makes a null. */
void json_add_text(struct json_writer *json, const char *key, const char *text);
void json_add_number(struct json_writer *json, const char *key, long long number);
void json_add_flag(struct json_writer *json, const char *key, bool flag);
void json_add_null(struct json_writer *json, const char *key);

#endif
