/*
 * The body of a document for readers without a browser: its sections as lines, or as JSON,
 * with what stands in the place of placeholders.
 */
#ifndef VIEW_SECTIONS_H
#define VIEW_SECTIONS_H

#include "view/filling.h"
#include "view/json.h"

/* The number of the section shown in place I, in the order of its kind; -1 behind the last. */
int sections_at(const struct document *document, size_t place);

/* All of the filling's document, each section below its heading. */
void sections_as_text(const struct filling *filling, const struct layout *layout, struct buf *out);

/* "sections": [{"title", "text"}], into the object that is open. */
void sections_as_json(const struct filling *filling, struct json_writer *json);

#endif
