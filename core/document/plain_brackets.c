/* Lists and fields in brackets: declared in document/plain_slips.h. */
#include "document/plain_slips.h"

#include <string.h>

enum { DEEPEST = FRONT_DEEPEST };

/* A walk inside brackets, which may stand in one another. */
struct walk {
	struct plain *plain;
	const struct plain_value *whole;
	const char *at, *end;
	char open[DEEPEST]; /* the brackets around AT */
	size_t depth;
	const char *name; /* of the field before AT, in `{`; or NULL */
	size_t name_length;
	bool found;
};

static const char *line_end_of(const char *at, const char *end)
{
	const char *found = memchr(at, '\n', (size_t)(end - at));
	return found == NULL ? end : found;
}

/* A field of its own begins on the line at AT: no bracket was meant to reach so far. */
static bool begins_field(const struct walk *walk, const char *at)
{
	const char *text = plain_skip(at, walk->end), *end = line_end_of(at, walk->end);
	return (size_t)(text - at) <= walk->plain->column && plain_colon(text, end) != NULL &&
	       text < end && *text != ',' && *text != ']' && *text != '}';
}

/* Goes over spaces, line breaks and comments. False where the brackets are never closed. */
static bool skip_between(struct walk *walk)
{
	for (;;) {
		const char *before = walk->at;
		walk->at = plain_skip(walk->at, walk->end);
		if (walk->at == walk->end)
			return false;
		if (*walk->at == '#' && (walk->at > before || walk->at[-1] == ' '))
			walk->at = line_end_of(walk->at, walk->end);
		else if (*walk->at == '\r')
			walk->at++;
		else if (*walk->at != '\n')
			return true;
		if (walk->at < walk->end && *walk->at == '\n' && begins_field(walk, ++walk->at))
			return false;
	}
}

/* Where the plain text at AT ends: before a sign that divides, a comment or the line's end. */
static const char *plain_end(const struct walk *walk)
{
	bool fields = walk->open[walk->depth - 1] == '{' && walk->name == NULL;
	const char *at = walk->at, *end = line_end_of(at, walk->end);
	for (; at < end && strchr(",[]{}", *at) == NULL; at++) {
		if (fields && *at == ':' && (at + 1 == end || strchr(" ,]}\r", at[1]) != NULL))
			break;
		if (*at == '#' && at > walk->at && at[-1] == ' ')
			break;
	}
	return at;
}

/* What stands in the way behind the plain text of an item. */
static bool find_behind(struct walk *walk, const struct plain_value *item, const char *end)
{
	if (end < walk->end && *end == '#')
		return plain_add(
			walk->plain, "text-cut-off", end,
			"`%.*s` is not read: ` #` begins a comment; put the whole value in "
			"double quotes",
			(int)(line_end_of(end, walk->end) - end < 40
		                      ? line_end_of(end, walk->end) - end
		                      : 40),
			end);
	if (end < walk->end && (*end == '[' || *end == '{'))
		return plain_add(walk->plain, "bracket", end,
		                 "a bracket inside a value that is not in quotes; put the whole "
		                 "value in double quotes");
	if (walk->open[walk->depth - 1] != '{' || item->name_length != 0)
		return false;
	size_t stuck = plain_stuck_name(item->start, item->end);
	if (stuck == 0)
		return false;
	return plain_add(walk->plain, "missing-space", item->start + stuck + 1,
	                 "there is no space after `%.*s:`; write `%.*s: %.*s`", (int)stuck,
	                 item->start, (int)stuck, item->start,
	                 (int)(item->end - item->start - (long)stuck - 1), item->start + stuck + 1);
}

static void read_plain_item(struct walk *walk)
{
	const char *end = plain_end(walk), *trimmed = end;
	while (trimmed > walk->at && (trimmed[-1] == ' ' || trimmed[-1] == '\r'))
		trimmed--;
	struct plain_value item = {
		.name = walk->name,
		.name_length = walk->name_length,
		.start = walk->at,
		.end = trimmed,
		.bracket = walk->open[walk->depth - 1],
	};
	if (end < walk->end && *end == ':') {
		walk->name = walk->at;
		walk->name_length = (size_t)(trimmed - walk->at);
		walk->at = end + 1;
		return;
	}
	bool ask = item.bracket == '[' || item.name_length != 0;
	walk->found = (item.start < item.end && ask && plain_ask_value(walk->plain, &item)) ||
	              find_behind(walk, &item, end) || walk->found;
	walk->at = end;
}

static void read_quoted_item(struct walk *walk)
{
	const char *behind = plain_quoted_end(walk->at, walk->end, walk->plain->column);
	struct plain_value item = {
		.name = walk->name,
		.name_length = walk->name_length,
		.start = walk->at,
		.end = behind != NULL ? behind : line_end_of(walk->at, walk->end),
		.bracket = walk->open[walk->depth - 1],
	};
	/* An apostrophe is no end: what was meant goes on up to the sign that divides. */
	const char *next = plain_skip(item.end, walk->end);
	if (behind != NULL && next < walk->end && strchr(",]}:#\r\n", *next) == NULL)
		while (item.end < walk->end && strchr(",]}\n", *item.end) == NULL)
			item.end++;
	walk->found = plain_ask_value(walk->plain, &item) || walk->found;
	walk->at = item.end;
}

static void forget_name(struct walk *walk)
{
	walk->name = NULL;
	walk->name_length = 0;
}

/* One sign or item. False where the walk is over. */
static bool step(struct walk *walk)
{
	switch (*walk->at) {
	case '[':
	case '{':
		if (walk->depth == DEEPEST)
			return false;
		walk->open[walk->depth++] = *walk->at++;
		forget_name(walk);
		return true;
	case ']':
	case '}':
		walk->depth--;
		walk->at++;
		forget_name(walk);
		return walk->depth != 0;
	case ',':
		walk->at++;
		forget_name(walk);
		return true;
	case ':':
		walk->at++;
		return true;
	case '"':
	case '\'':
		read_quoted_item(walk);
		return true;
	default:
		read_plain_item(walk);
		return true;
	}
}

/* What stands on the line behind the closing bracket. */
static void find_behind_all(struct walk *walk)
{
	const char *behind = plain_skip(walk->at, walk->end);
	const char *end = line_end_of(behind, walk->end);
	if (behind == end || *behind == '#' || *behind == '\r')
		return;
	struct buf remedy = BUF_INIT;
	struct plain_value value = *walk->whole;
	while (end > behind && (end[-1] == ' ' || end[-1] == '\r'))
		end--;
	plain_add_quoted(&remedy, &value, value.start, end);
	plain_add(
		walk->plain, "bracket", value.start,
		"a value that begins with `%c` is a list, and this one goes on behind its end; %s",
		*value.start, remedy.bytes);
	buf_release(&remedy);
}

const char *plain_brackets(struct plain *plain, const struct plain_value *value)
{
	struct walk walk = {
		.plain = plain,
		.whole = value,
		.at = value->start,
		.end = plain->end,
	};
	bool closed = true;
	do
		closed = skip_between(&walk);
	while (closed && !walk.found && step(&walk));
	if (walk.found)
		return line_end_of(walk.at, walk.end);
	if (closed && walk.depth == 0)
		find_behind_all(&walk);
	else if (!closed)
		plain_add(plain, "bracket", value->start,
		          "this `%c` is never closed; put `%c` behind the last of what is in it",
		          *value->start, *value->start == '[' ? ']' : '}');
	if (!closed)
		return value->start; /* go on below the line that opens it */
	return walk.at;
}
