#include "document/tidy.h"

#include <string.h>

#include "base/text.h"
#include "document/plain.h"
#include "document/tidying.h"

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* The bytes without a mark of their order, each line ending in a line feed. */
static void mend_lines(const char *bytes, size_t length, struct buf *text)
{
	bool feeds = length != 0 && memchr(bytes, '\n', length) != NULL;
	if (length >= 3 && memcmp(bytes, byte_order_mark, 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	for (size_t i = 0; i < length; i++) {
		size_t returns = 0;
		while (i + returns < length && bytes[i + returns] == '\r')
			returns++;
		bool at_end = i + returns == length || bytes[i + returns] == '\n';
		if (returns == 0)
			buf_byte(text, bytes[i]);
		else if (!feeds) /* as old programs end all lines */
			buf_repeat(text, '\n', returns);
		else if (!at_end) /* beside line feeds it is a mistake to look at */
			buf_repeat(text, '\r', returns);
		i += returns == 0 ? 0 : returns - 1;
	}
	if (text->length != 0 && text->bytes[text->length - 1] != '\n')
		buf_byte(text, '\n');
}

static const char *skip_spaces(const char *at, const char *end)
{
	while (at < end && *at == ' ')
		at++;
	return at;
}

/* The length of the space of another kind at AT, or 0. */
static size_t odd_space(const char *at, const char *end)
{
	unsigned rune = 0;
	size_t step = text_rune(at, (size_t)(end - at), &rune);
	return step != 0 && text_is_odd_space(rune) ? step : 0;
}

/* Behind the indent, the hyphens and `name:`, where YAML looks for spaces. */
static const char *behind_name(const char *at, const char *end)
{
	const char *start = at;
	size_t step;
	for (;; at += step) {
		step = at < end && (*at == ' ' || *at == '-') ? 1 : odd_space(at, end);
		if (step == 0)
			break;
	}
	while (at < end && (*at == '_' || (text_lower(*at) >= 'a' && text_lower(*at) <= 'z')))
		at++;
	while ((step = odd_space(at, end)) != 0)
		at += step;
	return at < end && *at == ':' ? at + 1 : start;
}

/*
 * The line with ordinary spaces. Inside a value they stay before `#` and beside a colon,
 * where an ordinary one would make something else of what follows.
 */
static void add_line(const char *at, const char *end, bool trim, struct buf *out)
{
	size_t start = out->length;
	const char *name = behind_name(at, end), *before = at;
	while (at < end) {
		size_t step = odd_space(at, end);
		const char *next = at + step;
		bool inside = before >= name && at > before;
		bool kept = inside && (*before == ':' || *before == '#' ||
		                       (next < end && (*next == '#' || *next == ':')));
		if (step == 0 || kept) {
			step = step == 0 ? 1 : step;
			before = step == 1 && *at == ' ' ? before : at;
			buf_add(out, at, step);
		} else {
			buf_byte(out, ' ');
		}
		at += step;
	}
	while (trim && out->length > start && strchr(" \t", out->bytes[out->length - 1]) != NULL)
		out->bytes[--out->length] = '\0';
	buf_byte(out, '\n');
}

/* The line ends with `|` or `>`, and maybe signs: text follows that is kept as it is. */
static bool opens_block(const char *at, const char *end)
{
	while (end > at && (end[-1] == ' ' || end[-1] == '-' || end[-1] == '+' ||
	                    (end[-1] >= '0' && end[-1] <= '9')))
		end--;
	return end - at >= 2 && (end[-1] == '|' || end[-1] == '>') && end[-2] == ' ';
}

static void mend_spaces(const struct source *source, struct buf *front)
{
	const char *at = source->front, *end = at + source->front_length;
	size_t block = 0; /* the indent of the line that opened a block, and 1; or 0 */
	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at));
		line_end = line_end == NULL ? end : line_end;
		const char *text = skip_spaces(at, line_end);
		size_t indent = (size_t)(text - at);
		if (block != 0 && text < line_end && indent < block)
			block = 0;
		bool inside = block != 0;
		add_line(at, line_end, !inside, front);
		if (!inside && opens_block(at, line_end))
			block = indent + 1;
		at = line_end < end ? line_end + 1 : end;
	}
}

/* The front matter's fields, or NULL; then the first fault says why. */
static const struct node *read_front(const struct buf *front, struct faults *faults)
{
	struct source source = {
		.front = front->bytes, .front_length = front->length, .front_line = 2};
	return front_read(&source, faults);
}

/* Puts a space behind each `name:` that lacks one, where nothing else can be meant. */
static bool mend_names(struct buf *front, struct arena *arena)
{
	struct source source = {
		.front = front->bytes, .front_length = front->length, .front_line = 2};
	struct slips slips = {.arena = arena};
	struct buf mended = BUF_INIT;
	const char *at = front->bytes;
	plain_find(&source, &slips);
	for (size_t i = 0; i < slips.count; i++) {
		if (strcmp(slips.items[i].rule, "missing-space") != 0 || slips.items[i].at <= at ||
		    slips.items[i].at[-1] != ':')
			continue;
		buf_add(&mended, at, (size_t)(slips.items[i].at - at));
		buf_byte(&mended, ' ');
		at = slips.items[i].at;
	}
	bool changed = mended.length != 0;
	buf_text(&mended, at);
	buf_clear(front);
	buf_add(front, mended.bytes, mended.length);
	buf_release(&mended);
	return changed;
}

/* Marks the lines, by their number, on which a field begins. */
static void mark_lines(const struct node *map, bool *marked, int count)
{
	for (const struct node *member = map->first; member != NULL; member = member->next) {
		if (member->key != NULL && member->key->place.line < count)
			marked[member->key->place.line] = true;
		mark_lines(member, marked, count);
	}
}

/* The line begins with a field's name and a colon, behind indent and hyphens. */
static bool begins_with_name(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '-'))
		at++;
	const char *colon = memchr(at, ':', (size_t)(end - at));
	return colon != NULL && kinds_have_field(at, (size_t)(colon - at));
}

/*
 * Where nothing could be read before, nobody knows what was meant: then every line that
 * looks like a field must have become one, and not text of the line above it.
 */
static bool reads_every_field(const struct buf *front, const struct node *root, struct arena *arena)
{
	const char *at = front->bytes, *end = at + front->length;
	int count = 2;
	for (const char *byte = at; byte < end; byte++)
		count += *byte == '\n' ? 1 : 0;
	bool *marked = arena_new(arena, (size_t)count * sizeof(*marked));
	mark_lines(root, marked, count);
	for (int line = 2; at < end; line++) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at));
		if (begins_with_name(at, line_end) && !marked[line])
			return false;
		at = line_end + 1;
	}
	return true;
}

/* The kind that the front matter names, or NULL. */
static const struct kind *tidy_kind(const struct node *root)
{
	for (const struct node *member = root->first; member != NULL; member = member->next)
		if (strcmp(member->key->text, "kind") == 0)
			return kind_named(member->text);
	return kind_named("update");
}

static enum tidied leave(struct buf *tidy, struct buf *why, const struct faults *faults)
{
	buf_clear(tidy);
	if (faults->count != 0)
		buf_printf(why, "line %d: %s", faults->items[0].place.line,
		           faults->items[0].message);
	else
		buf_text(why, "mending it would change what is read");
	return TIDY_LEFT;
}

/*
 * Mends the front matter. False where it cannot be read, or would be read as something
 * else afterwards.
 */
static bool tidy_front(const struct source *source, const struct scale *scale, struct buf *front,
                       struct faults *faults)
{
	struct faults silent = {.arena = faults->arena};
	const struct node *before = front_read(source, faults), *root;
	mend_spaces(source, front);
	root = read_front(front, &silent);
	if (root == NULL && mend_names(front, faults->arena)) {
		silent.count = 0;
		root = read_front(front, &silent);
	}
	if (root == NULL && silent.count != 0)
		*faults = silent; /* what is left to be mended by people */
	if (root == NULL || (before == NULL && !reads_every_field(front, root, faults->arena)))
		return false;
	const struct kind *kind = tidy_kind(root);
	const struct node *mended = root;
	if (kind != NULL && silent.count == 0) {
		tidy_values(kind, root, scale, front);
		root = read_front(front, &silent);
		if (root != NULL)
			tidy_order(kind, root, front);
		root = read_front(front, &silent);
	}
	faults->count = 0;
	return root != NULL && tidy_same(before != NULL ? before : mended, root, scale);
}

enum tidied tidy_document(const char *bytes, size_t length, const struct scale *scale,
                          struct buf *tidy, struct buf *why)
{
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct buf text = BUF_INIT, front = BUF_INIT, body = BUF_INIT;
	struct source source;
	enum tidied result = TIDY_LEFT;
	buf_clear(tidy);
	if (length <= SOURCE_LARGEST)
		mend_lines(bytes, length, &text);
	size_t size = length <= SOURCE_LARGEST ? text.length : length;
	if (!source_read(text.bytes, size, &source, &faults) ||
	    (source.body_length == 0 && faults.count != 0) ||
	    !tidy_front(&source, scale, &front, &faults)) {
		result = leave(tidy, why, &faults);
		goto done;
	}
	buf_add(&body, source.body, source.body_length);
	tidy_body(&body);
	buf_printf(tidy, "---\n%s---\n", front.bytes);
	buf_add(tidy, body.bytes, body.length);
	bool same = tidy->length == length && memcmp(tidy->bytes, bytes, length) == 0;
	result = same ? TIDY_ALREADY : TIDY_CHANGED;
done:
	buf_release(&text);
	buf_release(&front);
	buf_release(&body);
	arena_release(&arena);
	return result;
}
