/* A section as plain text: declared in document/body.h. */
#include "document/body_tree.h"

#include <stdio.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

enum { MARKER_SIZE = 16 };

/* Walking the tree, which may be nested as deep as the text is long. */
struct walk {
	void (*visit)(const struct block *block, void *context);
	void *context;
	int depth;
	size_t placeholders;
	char marker[MARKER_SIZE]; /* of the item that has begun; "" once it was told */
	struct buf text;
};

static void tell(struct walk *walk, enum block_type type, const char *text, bool tight)
{
	struct block block = {type, walk->depth, walk->marker, PLACEHOLDER_UNKNOWN, text, tight};
	walk->visit(&block, walk->context);
	walk->marker[0] = '\0';
}

/* The lines of a block that is shown as it stands. */
static void tell_lines(struct walk *walk, const char *literal)
{
	struct buf line = BUF_INIT;
	for (bool first = true; *literal != '\0'; first = false) {
		size_t length = strcspn(literal, "\n");
		buf_clear(&line);
		buf_add(&line, literal, length);
		tell(walk, BLOCK_CODE, line.bytes, !first);
		literal += length + (literal[length] == '\n' ? 1 : 0);
	}
	buf_release(&line);
}

/* The number of an item in its list, or a hyphen. */
static void begin_item(struct walk *walk, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	walk->depth++;
	if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
		strcpy(walk->marker, "-");
		return;
	}
	/* The items before it are counted in the list's own data, where it is walked. */
	intptr_t number = (intptr_t)cmark_node_get_user_data(list);
	cmark_node_set_user_data(list, (void *)(number + 1));
	snprintf(walk->marker, sizeof(walk->marker), "%lld.",
	         (long long)cmark_node_get_list_start(list) + (long long)number);
}

/* The address of a link, unless it is its text, or unsafe. */
static void end_link(struct walk *walk, cmark_node *node)
{
	const char *address = cmark_node_get_url(node);
	size_t length = strlen(address);
	if (!body_is_safe_address(address) || length == 0 ||
	    (walk->text.length >= length &&
	     strcmp(walk->text.bytes + walk->text.length - length, address) == 0))
		return;
	buf_printf(&walk->text, " (%s)", address);
}

static bool is_quote_or_item(cmark_node_type type)
{
	return type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

static void tell_placeholder(struct walk *walk, enum placeholder_type placeholder)
{
	struct block block = {BLOCK_PLACEHOLDER, walk->depth, "", placeholder, "", false};
	if (walk->placeholders++ < BODY_MOST_PLACEHOLDERS)
		walk->visit(&block, walk->context);
}

static void enter(struct walk *walk, cmark_node *node)
{
	enum placeholder_type placeholder;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_ITEM:
		begin_item(walk, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->depth++;
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		buf_clear(&walk->text);
		break;
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		buf_text(&walk->text, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buf_byte(&walk->text, ' ');
		break;
	case CMARK_NODE_HTML_INLINE:
		if (!body_is_comment(cmark_node_get_literal(node)))
			buf_text(&walk->text, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		if (body_is_placeholder(node, &placeholder))
			tell_placeholder(walk, placeholder);
		else if (!body_is_comment(cmark_node_get_literal(node)))
			tell_lines(walk, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE_BLOCK:
		tell_lines(walk, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		tell(walk, BLOCK_TEXT, "* * *", false);
		break;
	default:
		break;
	}
}

/* True for a paragraph of a list whose items stand close together. */
static bool is_tight(cmark_node *node)
{
	cmark_node *item = cmark_node_parent(node);
	return cmark_node_get_type(item) == CMARK_NODE_ITEM &&
	       cmark_node_get_list_tight(cmark_node_parent(item)) &&
	       (cmark_node_previous(item) != NULL || cmark_node_previous(node) != NULL);
}

static void leave(struct walk *walk, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (is_quote_or_item(type))
		walk->depth--;
	else if (type == CMARK_NODE_PARAGRAPH)
		tell(walk, BLOCK_TEXT, walk->text.bytes, is_tight(node));
	else if (type == CMARK_NODE_HEADING)
		tell(walk, BLOCK_HEADING, walk->text.bytes, false);
	else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
		end_link(walk, node);
}

void body_blocks(const struct body *body, int section,
                 void (*visit)(const struct block *block, void *context), void *context)
{
	cmark_node *root = body_tree(body, section);
	struct walk walk = {.visit = visit, .context = context, .text = BUF_INIT};
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		if (event == CMARK_EVENT_ENTER)
			enter(&walk, cmark_iter_get_node(iterator));
		else
			leave(&walk, cmark_iter_get_node(iterator));
	}
	cmark_iter_free(iterator);
	cmark_node_free(root);
	buf_release(&walk.text);
}
