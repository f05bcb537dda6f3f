/* Where a node of a body stands in the file: declared in document/body_tree.h. */
#include "document/body_tree.h"

#include <string.h>

#include "base/text.h"

struct cursor body_cursor(const struct body *body)
{
	return (struct cursor){body, body->text, 1};
}

/* The start of the line, which counts from 1, or the end of the text. */
const char *body_line(struct cursor *cursor, int line)
{
	const char *end = cursor->body->text + cursor->body->length;
	if (line < cursor->line)
		*cursor = body_cursor(cursor->body);
	for (; cursor->line < line && cursor->at < end; cursor->line++) {
		const char *next = memchr(cursor->at, '\n', (size_t)(end - cursor->at));
		cursor->at = next == NULL ? end : next + 1;
	}
	return cursor->at;
}

/* The block that NODE stands in, or is. */
static cmark_node *block_of(cmark_node *node)
{
	while (cmark_node_get_type(node) > CMARK_NODE_LAST_BLOCK)
		node = cmark_node_parent(node);
	return node;
}

/* The bytes before the text of a line that goes on with BLOCK: blanks, and marks of quotations. */
static size_t bytes_before_text(const char *start, const char *end, cmark_node *block)
{
	size_t quotations = 0;
	for (; block != NULL; block = cmark_node_parent(block))
		quotations += cmark_node_get_type(block) == CMARK_NODE_BLOCK_QUOTE ? 1 : 0;
	const char *at = start;
	for (; at < end; at++) {
		if (*at == '>' && quotations != 0)
			quotations--;
		else if (*at != ' ' && *at != '\t')
			break;
	}
	return (size_t)(at - start);
}

/* The first node inside a link that has a place of its own, or NULL. */
static cmark_node *first_text(cmark_node *link)
{
	cmark_node *inner = cmark_node_first_child(link);
	while (inner != NULL && cmark_node_first_child(inner) != NULL)
		inner = cmark_node_first_child(inner);
	return inner != NULL && cmark_node_get_start_line(inner) != 0 ? inner : NULL;
}

/* True where the node may begin behind so many bytes of TEXT, as far as its kind tells. */
static bool may_begin(cmark_node *node, const char *text, size_t before, size_t length)
{
	if (before >= length)
		return false;
	if (body_is_link(node))
		return strchr("[!<", text[before]) != NULL;
	const char *literal = cmark_node_get_literal(node);
	size_t wanted = literal == NULL ? 0 : strcspn(literal, "\n");
	return wanted != 0 && length - before >= wanted &&
	       memcmp(text + before, literal, wanted) == 0;
}

/*
 * The bytes before the node in a line that goes on with its block. cmark counts as if the
 * line were indented as the block's first one is; and where the line does not even
 * repeat the marks of the block's list or quotation, it counts its blanks besides.
 */
static size_t bytes_before(cmark_node *node, cmark_node *block, const char *start, const char *end)
{
	int counted = cmark_node_get_start_column(node) - cmark_node_get_start_column(block);
	size_t inner = counted > 0 ? (size_t)counted : 0;
	size_t most = bytes_before_text(start, end, block);
	for (size_t outer = most + 1; outer-- > 0;)
		if (may_begin(node, start, outer + inner, (size_t)(end - start)))
			return outer + inner;
	return most + inner;
}

/*
 * The place of a node. cmark counts columns in bytes, gives some inlines no place,
 * and gives a link the line on which it ends: its text is where it begins.
 */
struct place body_place(struct cursor *cursor, cmark_node *node)
{
	while (cmark_node_get_start_line(node) == 0 && cmark_node_parent(node) != NULL)
		node = cmark_node_parent(node);
	int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
	size_t before = column > 0 ? (size_t)column - 1 : 0;
	cmark_node *text = body_is_link(node) ? first_text(node) : NULL, *block = block_of(node);
	if (text != NULL)
		line = cmark_node_get_start_line(text);
	const struct body *body = cursor->body;
	const char *start = body_line(cursor, line), *end = body->text + body->length;
	if (node != block && line > cmark_node_get_start_line(block))
		before = bytes_before(node, block, start, end);
	size_t rest = (size_t)(end - start);
	return (struct place){body->line + line - 1,
	                      (int)text_characters(start, before < rest ? before : rest) + 1};
}
