/* The line that should close a front matter: declared in document/plain.h. */
#include "document/plain.h"

#include <string.h>

/* The number of hyphens and dashes that the line consists of; 0 where of anything else. */
static size_t count_dashes(const char *at, size_t length)
{
	size_t count = 0;
	while (length != 0) {
		size_t step = *at == '-' || *at == '_' ? 1 : 0;
		/* En and em dashes, a minus sign: Word makes one of two or three hyphens. */
		if (length >= 3 &&
		    (memcmp(at, "\xe2\x80\x93", 3) == 0 || memcmp(at, "\xe2\x80\x94", 3) == 0 ||
		     memcmp(at, "\xe2\x88\x92", 3) == 0))
			step = 3;
		if (step == 0 && *at != ' ' && *at != '\r')
			return 0;
		count += step != 0 ? 1 : 0;
		at += step != 0 ? step : 1;
		length -= step != 0 ? step : 1;
	}
	return count;
}

/* A line that is nothing but dashes, and not the one hyphen of an empty item. */
static bool is_like_fence(const char *at, size_t length)
{
	size_t count = count_dashes(at, length);
	return count > 1 || (count == 1 && *at != '-' && *at != ' ');
}

static bool is_heading(const char *at, size_t length)
{
	size_t signs = 0;
	while (signs < length && at[signs] == '#')
		signs++;
	return signs >= 2 && signs <= 6 && signs + 1 < length && at[signs] == ' ';
}

bool plain_fence(const char *bytes, size_t length, int first, struct place *place,
                 const char **words)
{
	*place = (struct place){first, 1};
	while (length != 0) {
		const char *end = memchr(bytes, '\n', length);
		size_t line = end == NULL ? length : (size_t)(end - bytes);
		if (is_like_fence(bytes, line)) {
			*words = "the line that ends the fields must be three hyphens and nothing "
				 "else; write `---`";
			return true;
		}
		if (is_heading(bytes, line)) {
			*words =
				"the text begins here, but no line of three hyphens ends the fields "
				"above it; write `---` on a line of its own before this one";
			return true;
		}
		size_t step = end == NULL ? line : line + 1;
		bytes += step;
		length -= step;
		place->line++;
	}
	return false;
}
