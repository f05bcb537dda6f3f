/*
 * What a reader of the record must know of how it came to be.
 */
#ifndef VIEW_REMARKS_H
#define VIEW_REMARKS_H

#include "record/record.h"
#include "view/json.h"
#include "view/lines.h"

/* Those of one plan and of the landings alone, or all where PLAN is NULL: a line each. */
void remarks_as_text(const struct record *record, const char *plan, const struct layout *layout,
                     struct buf *out);

/* The array "remarks". */
void remarks_as_json(const struct record *record, struct json_writer *json);

#endif
