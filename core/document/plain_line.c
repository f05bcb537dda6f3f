/* Slips at the beginning of a line: declared in document/plain_slips.h. */
#include "document/plain_slips.h"

#include <string.h>

#include "base/text.h"
#include "document/kinds.h"

enum { LONGEST_LINE = 60 /* that is shown mended */ };

static bool find_odd_space(struct plain *plain, const char *at)
{
	const char *end = plain->line_end, *name = at;
	/* Where a name may stand: all before it, and what follows its colon. */
	while (name < end && (*name == '-' || *name == ' '))
		name++;
	const char *odd = name;
	if (plain_odd_space(odd, end) == 0) {
		while (odd < end &&
		       (*odd == '_' || (text_lower(*odd) >= 'a' && text_lower(*odd) <= 'z')))
			odd++;
		if (odd < end && *odd == ':')
			odd = plain_skip(odd + 1, end);
	}
	unsigned rune = 0;
	if (odd == end || plain_odd_space(odd, end) == 0)
		return false;
	text_rune(odd, (size_t)(end - odd), &rune);
	if (odd == plain->line)
		return plain_add(
			plain, "non-breaking-space", odd,
			"a space of another kind (U+%04X), as Word makes, begins this line; "
			"take it out, or indent the line with ordinary spaces",
			rune);
	return plain_add(plain, "non-breaking-space", odd,
	                 "a space of another kind (U+%04X), as Word makes, that is read as a "
	                 "letter; type an ordinary space over it, or run `ragtrail fmt`",
	                 rune);
}

/* True where the line above was told for its bullet: a list is one mistake. */
static bool is_in_list(const struct plain *plain)
{
	const struct slip *last =
		plain->slips->count == 0 ? NULL : &plain->slips->items[plain->slips->count - 1];
	return last != NULL && strcmp(last->rule, "bullet") == 0 && last->at < plain->line &&
	       memchr(last->at, '\n', (size_t)(plain->line - last->at)) == plain->line - 1;
}

static bool find_bullet(struct plain *plain, const char *at)
{
	bool star = plain->line_end - at >= 2 && at[0] == '*' && at[1] == ' ';
	size_t length = star ? 1 : plain_bullet(at, plain->line_end);
	if (length == 0)
		return false;
	return is_in_list(plain) ||
	       plain_add(plain, "bullet", at,
	                 "`%.*s` begins this line; a list is typed with a hyphen and a space: `- `",
	                 (int)length, at);
}

static bool find_stuck_name(struct plain *plain, const char *at)
{
	const char *end = plain->line_end;
	size_t length = plain_stuck_name(at, end);
	if (length == 0)
		return false;
	const char *value = at + length + 1;
	if (end - value <= 60)
		return plain_add(plain, "missing-space", value,
		                 "there is no space after `%.*s:`; write `%.*s: %.*s`", (int)length,
		                 at, (int)length, at, (int)(end - value), value);
	return plain_add(plain, "missing-space", value, "there is no space after `%.*s:`; type one",
	                 (int)length, at);
}

/* `-Ann` where a list is written. */
static bool find_stuck_hyphen(struct plain *plain, const char *at)
{
	const char *end = plain->line_end;
	if (end - at < 2 || *at != '-' || at[1] == '-' || at[1] == '\t' || at[1] == '.')
		return false;
	return plain_add(plain, "missing-space", at + 1,
	                 "there is no space after `-`; write `- %.*s`",
	                 (int)(end - at - 1 < 60 ? end - at - 1 : 60), at + 1);
}

static bool find_fence(struct plain *plain, const char *at)
{
	struct place place;
	const char *words;
	(void)at;
	if ((*plain->line == '#' && !plain->blank_above) ||
	    !plain_fence(plain->line, (size_t)(plain->line_end - plain->line), 1, &place, &words))
		return false;
	plain->at = plain->end; /* what follows is no front matter */
	return plain_add(plain, "front-matter-unclosed", plain->line, "%s", words);
}

/* The sign that was typed behind a field's name in place of a colon, and its length. */
static size_t other_sign(const char *at, const char *end)
{
	static const unsigned signs[] = {'=', '-', ':', ';', ',', 0x2013, 0x2014, 0xff1a};
	unsigned rune = 0;
	size_t length = text_rune(at, (size_t)(end - at), &rune);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (rune == signs[i])
			return length;
	return 0;
}

/* `rag = green`, `rag - green`, `rag :green` */
static bool find_other_sign(struct plain *plain, const char *at)
{
	const char *end = plain->line_end, *sign = at;
	while (sign < end && (*sign == '_' || (*sign >= 'a' && *sign <= 'z')))
		sign++;
	size_t length = (size_t)(sign - at);
	sign = plain_skip(sign, end);
	size_t width = sign == end ? 0 : other_sign(sign, end);
	const char *value = plain_skip(sign + width, end);
	if (!plain->below_value || width == 0 || !kinds_have_field(at, length) ||
	    end - value > LONGEST_LINE)
		return false;
	return plain_add(plain, "missing-colon", sign,
	                 "behind a field's name stand a colon and a space; write `%.*s: %.*s`",
	                 (int)length, at, (int)(end - value), value);
}

static bool find_unindented(struct plain *plain, const char *at)
{
	return plain->below_value &&
	       plain_add(
		       plain, "indent", at,
		       "this line is no field; indent it by two spaces if it goes on with the line "
		       "above, or write `name: value`");
}

bool plain_ask_inner(struct plain *plain, const char *at)
{
	const char *end = plain->line_end, *colon = plain_colon(at, end);
	if (colon == NULL || !kinds_have_field(at, (size_t)(colon - at)))
		return false;
	return plain_add(plain, "indent", at,
	                 "`%.*s:` is indented further than the field above it; begin both in the "
	                 "same column",
	                 (int)(colon - at), at);
}

static const struct {
	bool (*find)(struct plain *plain, const char *at);
} rows[] = {
	{find_fence},        {find_odd_space},  {find_bullet},     {find_stuck_name},
	{find_stuck_hyphen}, {find_other_sign}, {find_unindented},
};

bool plain_ask_line(struct plain *plain, const char *at)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].find(plain, at))
			return true;
	return false;
}
