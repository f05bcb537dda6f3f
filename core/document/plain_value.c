/* Slips in a value that YAML cannot read: declared in document/plain_slips.h. */
#include "document/plain_slips.h"

#include <string.h>

#include "base/text.h"

static bool find_curly_quotes(struct plain *plain, const struct plain_value *value)
{
	const char *start = value->start, *end = plain_comment(start, value->end);
	while (end > start && end[-1] == ' ')
		end--;
	if (!plain_is_curly(&start, &end))
		return false;
	struct buf remedy = BUF_INIT;
	plain_add_quoted(&remedy, value, start, end);
	plain_add(plain, "curly-quotes", value->start,
	          "curly quotation marks, as Word makes, do not hold a value together; %s",
	          remedy.bytes);
	buf_release(&remedy);
	return true;
}

/* What YAML has other plans for when a value begins with it. */
static bool find_sign(struct plain *plain, const struct plain_value *value)
{
	char first = *value->start;
	bool alone = value->end - value->start > 1 && strchr("-?:", first) != NULL &&
	             value->start[1] == ' ' && value->name_length != 0;
	if (!alone && strchr("@%`*&!|>,]}", first) == NULL)
		return false;
	struct buf remedy = BUF_INIT;
	plain_add_quoted(&remedy, value, value->start, value->end);
	plain_add(plain, "sign-at-start", value->start,
	          "a value cannot begin with `%c` unless it is in quotes; %s", first, remedy.bytes);
	buf_release(&remedy);
	return true;
}

/* Sets what the writer meant to be inside the quotation marks, of which FIRST is sure. */
static void inner_text(const struct plain_value *value, bool first, const char **start,
                       const char **end)
{
	char quote = *value->start;
	bool last = value->end - value->start > 1 && value->end[-1] == quote;
	*start = value->start + (first || last ? 1 : 0);
	*end = value->end - (last ? 1 : 0);
}

static bool find_quotation_mark(struct plain *plain, const struct plain_value *value)
{
	const char *start = value->start, *end;
	char quote = *start;
	if (quote != '"' && quote != '\'')
		return false;
	struct buf remedy = BUF_INIT;
	const char *behind = plain_quoted_end(start, plain->end, plain->column);
	if (behind == NULL) {
		plain_add_quoted(&remedy, value, start + 1, value->end);
		plain_add(plain, "quotation-mark", start, "this quotation mark is never closed; %s",
		          remedy.bytes);
		buf_release(&remedy);
		return true;
	}
	const char *next = plain_skip(behind, plain->end);
	bool well = next == plain->end || *next == '\n' || *next == '\r' ||
	            (*next == '#' && next > behind) ||
	            (value->bracket != 0 && strchr(",]}:", *next) != NULL);
	if (well)
		return false;
	bool apostrophe = quote == '\'' && next == behind;
	inner_text(value, apostrophe, &start, &end);
	plain_add_quoted(&remedy, value, start, end);
	plain_add(plain, "quotation-mark", apostrophe ? behind - 1 : next,
	          apostrophe ? "this apostrophe ends the text in single quotes; %s"
	                     : "this stands behind the closing quotation mark; %s",
	          remedy.bytes);
	buf_release(&remedy);
	return true;
}

static bool find_escape(struct plain *plain, const struct plain_value *value)
{
	const char *at = value->start;
	if (*at != '"')
		return false;
	for (at++; at + 1 < value->end && *at != '"'; at += *at == '\\' ? 2 : 1)
		if (*at == '\\' && strchr("0abt\tnvfre \"/\\N_LPxuU", at[1]) == NULL)
			return plain_add(plain, "quotation-mark", at,
			                 "a backslash inside double quotes begins a code; put the "
			                 "whole value in single quotes, or none");
	return false;
}

static bool find_colon(struct plain *plain, const struct plain_value *value)
{
	const char *colon = strchr("[{\"'", *value->start) != NULL || value->bracket == '['
	                            ? NULL
	                            : plain_colon(value->start, value->end);
	if (colon == NULL || value->name_length == 0 ||
	    colon > plain_comment(value->start, value->end))
		return false;
	struct buf remedy = BUF_INIT;
	plain_add_quoted(&remedy, value, value->start, value->end);
	plain_add(plain, "unquoted-colon", colon,
	          "a colon inside a value that is not in quotes; %s", remedy.bytes);
	buf_release(&remedy);
	return true;
}

static const struct {
	bool (*find)(struct plain *plain, const struct plain_value *value);
} rows[] = {
	{find_curly_quotes}, {find_sign}, {find_quotation_mark}, {find_escape}, {find_colon},
};

bool plain_ask_value(struct plain *plain, const struct plain_value *value)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].find(plain, value))
			return true;
	return false;
}
