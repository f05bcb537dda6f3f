/*
 * Workstreams that a plan lists no more: whether they were kept back when it last listed them.
 *
 * Taking a row out of a plan.md, with its `exempt: true`, is no decision to publish.
 */
#ifndef RECORD_UNLISTED_H
#define RECORD_UNLISTED_H

#include "record/record.h"

/*
 * Fills in `kept_back` of all series that no plan lists at the revision. Of a version of a
 * plan.md that cannot be read it is taken that it kept them back.
 */
void unlisted_read(struct record *record);

#endif
