/*
 * The body as cmark's tree. Seen by body*.c alone.
 */
#ifndef DOCUMENT_BODY_TREE_H
#define DOCUMENT_BODY_TREE_H

#include <cmark.h>
#include <stdbool.h>

#include "document/body.h"

/* The body as a tree. Free with cmark_node_free(). */
cmark_node *body_parse(const struct body *body);

/* A heading of level 1 or 2. It begins one where it stands at the top of the tree alone. */
bool body_begins_section(cmark_node *block);

/* The document with everything but one section unlinked. Free with cmark_node_free(). */
cmark_node *body_tree(const struct body *body, int section);

/* Where a line of the body starts. Lines are mostly asked for in their order. */
struct cursor {
	const struct body *body;
	const char *at;
	int line;
};

struct cursor body_cursor(const struct body *body);

/* The place of a node in the file; the start of a line, which counts from 1. */
struct place body_place(struct cursor *cursor, cmark_node *node);
const char *body_line(struct cursor *cursor, int line);

/* A block of HTML at the top of the tree that is a known placeholder: sets *TYPE. */
bool body_is_placeholder(cmark_node *node, enum placeholder_type *type);

bool body_is_html(cmark_node *node);
bool body_is_link(cmark_node *node); /* or an image */

/* Appends the text of a heading or a link, without its markup. */
void body_add_text(cmark_node *node, struct buf *text);

/* What readers would not see, or not as it was meant; notes the body's links. */
void body_find_slips(struct body *body, cmark_node *root, struct faults *faults);

/*
 * Makes the tree fit to be shown: headings of a section's own level become those of
 * HEADING_LEVEL, HTML that an author wrote is shown as the text that it is, and LINK is called
 * for each link and image. One inside another has user data, and may be its text only.
 */
void body_tame(cmark_node *root, int heading_level, const struct body_filling *filling,
               void (*link)(cmark_node *node, const struct body_filling *filling));

/* Puts what is computed in the place of placeholders, as blocks that are rendered as they are. */
void body_fill(cmark_node *root, const struct body_filling *filling);

/* Leave the node's children in its place; put them into REPLACEMENT, which takes its place. */
void body_unwrap(cmark_node *node);
void body_replace(cmark_node *node, cmark_node *replacement);

/* Comments and nothing else. */
bool body_is_comment(const char *html);

/*
 * http, https, mailto, a fragment, or a relative address that cannot be read as a
 * scheme.
 */
bool body_is_safe_address(const char *address);

#endif
