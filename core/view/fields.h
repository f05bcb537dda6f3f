/*
 * The fields of a document as its table gives them, whatever its kind: for programs and
 * for readers without a browser. Another field of a kind needs nothing here.
 */
#ifndef VIEW_FIELDS_H
#define VIEW_FIELDS_H

#include "document/shape.h"
#include "view/json.h"
#include "view/lines.h"

/*
 * Each field of the shape under its own name, into the object that is open: a text, a date as
 * it was written, a flag, a number, a period as {"id", "words"}, or a list; null where not
 * given. Not those of the shape's base.
 */
void fields_as_json(const struct shape *shape, const void *record, struct json_writer *json);

/*
 * Each field that is given: its name in words, and its value or its rows below; but not the
 * title, which stands above them.
 */
void fields_as_text(const struct shape *shape, const void *record, const struct layout *layout,
                    struct buf *out);

/* "report_of" becomes "Report of". */
void field_words(const struct field *field, struct buf *out);

#endif
