#include "document/prose.h"

#include "base/buf.h"
#include "document/body_tree.h"

struct walk {
	struct prose *prose;
	struct arena *arena;
	struct cursor cursor;
	int section, quotes;
	bool item; /* an item has begun, and none of its paragraphs was met yet */
	struct buf text;
};

static void add_passage(struct walk *walk, cmark_node *node, bool heading)
{
	struct prose *prose = walk->prose;
	if (walk->text.length == 0)
		return;
	prose->passages = arena_grow(walk->arena, prose->passages, prose->count, &prose->room,
	                             sizeof(*prose->passages));
	prose->passages[prose->count++] = (struct passage){
		.section = walk->section,
		.heading = heading,
		.item = walk->item,
		.quoted = walk->quotes > 0,
		.text = arena_text(walk->arena, walk->text.bytes, walk->text.length),
		.line = body_place(&walk->cursor, node).line,
	};
	walk->item = false;
}

static void enter(struct walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quotes++;
		break;
	case CMARK_NODE_ITEM:
		walk->item = true;
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
		buf_byte(&walk->text, '\n');
		break;
	default:
		break;
	}
}

static void leave(struct walk *walk, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_BLOCK_QUOTE)
		walk->quotes--;
	else if (type == CMARK_NODE_PARAGRAPH)
		add_passage(walk, node, false);
	else if (type == CMARK_NODE_HEADING && body_begins_section(node) &&
	         cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT &&
	         walk->section + 1 < BODY_MOST_SECTIONS)
		walk->section++;
	else if (type == CMARK_NODE_HEADING)
		add_passage(walk, node, true);
}

void prose_read(const struct body *body, struct arena *arena, struct prose *prose)
{
	struct walk walk = {.prose = prose,
	                    .arena = arena,
	                    .cursor = body_cursor(body),
	                    .section = BODY_PREFACE,
	                    .text = BUF_INIT};
	cmark_node *root = body_parse(body);
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	*prose = (struct prose){0};
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
