/* The order of the fields: declared in document/tidying.h. */
#include "document/tidying.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A field at the top, with the comments above it: the lines from START to END. */
struct block {
	const char *start, *end;
	size_t rank, number;
};

/* The line NUMBER of the file, of which FRONT begins with the second. */
static const char *line_at(const char *at, int from, int number)
{
	for (; from < number; from++)
		at = strchr(at, '\n') + 1;
	return at;
}

/* `kind` first, then as in the table. False for a name that is no field. */
static bool rank_of(const struct shape *shape, const char *name, size_t *rank)
{
	const struct field *field;
	*rank = 0;
	if (strcmp(name, "kind") == 0)
		return true;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		*rank = i + 1;
		if (strcmp(field->name, name) == 0)
			return true;
	}
	return false;
}

/* True where a blank line, or a comment of which nobody knows the field, is in the way. */
static bool is_unusual(const char *front, const char *last)
{
	bool indented = false;
	if (front[0] == '\n')
		return true;
	for (const char *line = front; *line != '\0'; line = strchr(line, '\n') + 1) {
		if (line[0] == '\n' || (line[0] == '#' && (indented || line > last)) ||
		    strncmp(line, "...", 3) == 0)
			return true;
		indented = line[0] == ' ' || line[0] == '-';
	}
	return false;
}

static int compare(const void *a, const void *b)
{
	const struct block *first = a, *second = b;
	if (first->rank != second->rank)
		return first->rank < second->rank ? -1 : 1;
	return first->number < second->number ? -1 : first->number > second->number;
}

/* Cuts the front matter into the blocks of its fields. False where it is left alone. */
static bool cut_blocks(const struct kind *kind, const struct node *root, const char *front,
                       struct block *blocks, size_t count)
{
	const char *line = front, *start = front;
	int number = 2;
	const struct node *member = root->first;
	for (size_t i = 0; i < count; i++, member = member->next) {
		struct block *block = &blocks[i];
		if (member->key->place.column != 1 || member->key->place.line < number ||
		    (i != 0 && member->key->place.line == number) ||
		    !rank_of(kind->shape, member->key->text, &block->rank))
			return false;
		const char *key = line_at(line, number, member->key->place.line);
		/* The comments right above it. */
		const char *first = key;
		while (first > line && first > start) {
			const char *above = first - 1;
			while (above > front && above[-1] != '\n')
				above--;
			if (*above != '#')
				break;
			first = above;
		}
		if (i == 0 && first != front)
			return false;
		if (i != 0)
			blocks[i - 1].end = first;
		block->start = first;
		block->number = i;
		line = key;
		number = member->key->place.line;
	}
	blocks[count - 1].end = front + strlen(front);
	return !is_unusual(front, line);
}

void tidy_order(const struct kind *kind, const struct node *root, struct buf *front)
{
	size_t count = 0;
	for (const struct node *member = root->first; member != NULL; member = member->next)
		count++;
	if (count < 2)
		return;
	struct block *blocks = mem_new(count, sizeof(*blocks));
	if (cut_blocks(kind, root, front->bytes, blocks, count)) {
		struct buf ordered = BUF_INIT;
		qsort(blocks, count, sizeof(*blocks), compare);
		for (size_t i = 0; i < count; i++)
			buf_add(&ordered, blocks[i].start,
			        (size_t)(blocks[i].end - blocks[i].start));
		buf_clear(front);
		buf_add(front, ordered.bytes, ordered.length);
		buf_release(&ordered);
	}
	free(blocks);
}
