/*
 * The body as cmark's tree. Seen by body.c and body_text.c alone.
 */
#ifndef DOCUMENT_BODY_TREE_H
#define DOCUMENT_BODY_TREE_H

#include <cmark.h>
#include <stdbool.h>

#include "document/body.h"

/* The document with everything but one section unlinked. Free with cmark_node_free(). */
cmark_node *body_tree(const struct body *body, int section);

/* Comments and nothing else. */
bool body_is_comment(const char *html);

/*
 * http, https, mailto, a fragment, or a relative address that cannot be read as a
 * scheme.
 */
bool body_is_safe_address(const char *address);

#endif
