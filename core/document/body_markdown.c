/* A section as Markdown again, fit to be pasted: declared in body.h. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "document/body_tree.h"

/* A picture becomes a link to it; what leads to no safe place, or stands in a link, its text. */
static void tame_link(cmark_node *node, const struct body_filling *filling)
{
	(void)filling; /* the pages are of the site */
	const char *address = cmark_node_get_url(node);
	struct buf text = BUF_INIT;
	if (!body_is_safe_address(address) || cmark_node_get_user_data(node) != NULL) {
		body_unwrap(node);
		return;
	}
	body_add_text(node, &text);
	cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
	cmark_node_set_url(link, address);
	body_replace(node, link); /* the node is gone, and its address with it */
	if (text.length == 0) {
		cmark_node *shown = cmark_node_new(CMARK_NODE_TEXT);
		cmark_node_set_literal(shown, cmark_node_get_url(link));
		cmark_node_append_child(link, shown);
	}
	buf_release(&text);
}

void body_markdown(const struct body *body, int section, int heading_level,
                   const struct body_filling *filling, struct buf *markdown)
{
	cmark_node *root = body_tree(body, section);
	if (filling != NULL && filling->add != NULL)
		body_fill(root, filling);
	body_tame(root, heading_level, filling, tame_link);
	char *rendered = cmark_render_commonmark(root, CMARK_OPT_NOBREAKS, 0);
	buf_text(markdown, rendered);
	free(rendered);
	cmark_node_free(root);
}
