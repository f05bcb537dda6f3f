/*
 * JSON made of values from a repository: jansson with what it refuses mended.
 */
#ifndef VIEW_JSON_H
#define VIEW_JSON_H

#include <jansson.h>

#include "base/buf.h"

/*
 * A JSON string. Bytes that are not UTF-8, and the control characters that JSON does
 * not escape, become U+FFFD. NULL makes a JSON null.
 */
json_t *json_text(const char *text);

/* Appends the document, indented, in the order in which its keys were set, and drops it. */
void json_write(json_t *root, struct buf *out);

#endif
