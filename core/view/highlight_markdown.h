/*
 * What an update's fields say, as Markdown: the parts of highlight_markdown.c that are about one
 * update alone. Seen by that file only.
 */
#ifndef VIEW_HIGHLIGHT_MARKDOWN_H
#define VIEW_HIGHLIGHT_MARKDOWN_H

#include "document/update.h"
#include "view/markdown.h"

void markdown_update_purpose(struct buf *out, const struct update *update);
void markdown_update_facts(struct buf *out, const struct update *update);
void markdown_update_parts(struct buf *out, const struct update *update);
void markdown_update_answers(struct buf *out, const struct update *update);

#endif
