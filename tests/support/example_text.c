/* The documents of examples: declared in support/example.h. */
#include "support/example.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "document/period.h"

enum { MOST_PIECES = 64, LONGEST_NAME = 64 };

/* A field with its value, or a section: from its first line to the next one's. */
struct piece {
	char name[LONGEST_NAME]; /* "rag", "## Key activities"; "" before the first section */
	const char *text;
	size_t length;
	bool used;
};

struct pieces {
	struct piece items[MOST_PIECES];
	size_t front; /* how many of them are fields */
	size_t count;
};

/* The length of the field's name that the line begins with; 0 where it goes on. */
static size_t field_name(const char *line)
{
	size_t length = strspn(line, "abcdefghijklmnopqrstuvwxyz_");
	return line[length] == ':' ? length : 0;
}

static void begin(struct pieces *pieces, const char *name, size_t length, const char *text)
{
	assert_true(pieces->count < MOST_PIECES && length < LONGEST_NAME);
	struct piece *piece = &pieces->items[pieces->count++];
	*piece = (struct piece){"", text, 0, false};
	snprintf(piece->name, sizeof(piece->name), "%.*s", (int)length, name);
}

/* Cuts the text. It is a whole document where FENCED, else fields and then sections. */
static void cut(const char *text, bool fenced, struct pieces *pieces)
{
	const char *line = fenced ? next_line(text) : text;
	*pieces = (struct pieces){.count = 0};
	while (*line != '\0' && strncmp(line, "---\n", 4) != 0 && strncmp(line, "## ", 3) != 0) {
		const char *said = *line == '\x01' ? line + 1 : line;
		if (strncmp(said, "## ", 3) == 0)
			break;
		size_t length = field_name(said);
		if (length != 0 || pieces->count == 0)
			begin(pieces, said, length, line);
		pieces->items[pieces->count - 1].length += (size_t)(next_line(line) - line);
		line = next_line(line);
	}
	pieces->front = pieces->count;
	if (fenced) {
		line = next_line(line);
		begin(pieces, "", 0, line);
	}
	for (; *line != '\0'; line = next_line(line)) {
		const char *said = *line == '\x01' ? line + 1 : line;
		if (strncmp(said, "## ", 3) == 0)
			begin(pieces, said, strcspn(said, "\n"), line);
		pieces->items[pieces->count - 1].length += (size_t)(next_line(line) - line);
	}
}

/* The first of the given pieces from FIRST to END that is new and of this name; or NULL. */
static struct piece *take(struct pieces *given, size_t first, size_t end, const char *name)
{
	for (size_t i = first; i < end; i++) {
		struct piece *piece = &given->items[i];
		if (piece->used || (name != NULL && strcmp(piece->name, name) != 0))
			continue;
		piece->used = true;
		return piece;
	}
	return NULL;
}

/* Puts one half of both together: the usual with what is given in its place, then the rest. */
static void join(struct buf *text, const struct piece *usual, size_t count, struct pieces *given,
                 size_t first, size_t end)
{
	const struct piece *piece;
	for (size_t i = 0; i < count; i++) {
		piece = take(given, first, end, usual[i].name);
		if (piece == NULL)
			piece = &usual[i];
		buf_add(text, piece->text, piece->length);
		if (piece != &usual[i] && piece->name[0] == '#')
			buf_byte(text, '\n');
	}
	while ((piece = take(given, first, end, NULL)) != NULL)
		buf_add(text, piece->text, piece->length);
}

static bool says(const char *lines, const char *line)
{
	const char *at = strstr(lines, line);
	return at != NULL && (at == lines || at[-1] == '\n' || at[-1] == '\x01');
}

/* The text of a field in the lines, or NULL. */
static const char *field_in(struct sandbox *sandbox, const char *lines, const char *name)
{
	for (const char *line = lines; *line != '\0'; line = next_line(line)) {
		const char *said = *line == '\x01' ? line + 1 : line;
		if (strncmp(said, name, strlen(name)) == 0)
			return arena_text(&sandbox->arena, said + strlen(name),
			                  strcspn(said + strlen(name), "\n"));
	}
	return NULL;
}

/* The period that the lines give, so that what is usual goes with it; else a usual one. */
static const char *period_in(struct sandbox *sandbox, const char *lines)
{
	struct period period;
	const char *text = field_in(sandbox, lines, "period: ");
	return text != NULL && period_parse(text, &period) ? text : "2023-07";
}

/* The rating in the lines, which the usual text speaks of; green where there is none. */
static const char *rating_in(struct sandbox *sandbox, const char *lines)
{
	const char *text = field_in(sandbox, lines, "rag: ");
	return text != NULL && text_is_slug(text) ? text : "green";
}

static const char *usual_document(struct sandbox *sandbox, const char *path, const char *lines)
{
	const char *name = strrchr(path, '/');
	const char *period = period_in(sandbox, lines), *rating = rating_in(sandbox, lines);
	if (says(lines, "kind: plan\n") || (name != NULL && strcmp(name, "/plan.md") == 0))
		return history_plan("procurement governance");
	if (says(lines, "kind: overview\n"))
		return history_overview(period, rating);
	return history_update("procurement", period, rating);
}

const char *example_document(struct sandbox *sandbox, const char *path, const char *lines)
{
	struct pieces usual, given;
	struct buf text = BUF_INIT;
	cut(usual_document(sandbox, path, lines), true, &usual);
	cut(lines, false, &given);
	buf_text(&text, "---\n");
	join(&text, usual.items, usual.front, &given, 0, given.front);
	buf_text(&text, "---\n");
	join(&text, usual.items + usual.front, usual.count - usual.front, &given, given.front,
	     given.count);
	const char *unfolded =
		example_unfold(sandbox, arena_text(&sandbox->arena, text.bytes, text.length));
	buf_release(&text);
	return unfolded;
}

/* Appends what the words in brackets at TEXT stand for; returns their length, or 0. */
static size_t unfold(const char *text, struct buf *out)
{
	unsigned value;
	int length = 0;
	if (sscanf(text, "(U+%4X)%n", &value, &length) == 1 && length != 0)
		buf_rune(out, value);
	else if (sscanf(text, "(byte %2X)%n", &value, &length) == 1 && length != 0)
		buf_byte(out, (char)value);
	else if (sscanf(text, "(%6u letters)%n", &value, &length) == 1 && length != 0)
		buf_repeat(out, 'x', value);
	else if (strncmp(text, "(tab)", 5) == 0 && (length = 5) != 0)
		buf_byte(out, '\t');
	return (size_t)length;
}

const char *example_unfold(struct sandbox *sandbox, const char *text)
{
	struct buf out = BUF_INIT;
	while (*text != '\0') {
		size_t length = *text == '(' ? unfold(text, &out) : 0;
		if (length == 0)
			buf_byte(&out, *text);
		text += length == 0 ? 1 : length;
	}
	const char *copy = arena_text(&sandbox->arena, out.bytes, out.length);
	buf_release(&out);
	return copy;
}
