/*
 * Redaction: whether a history that is to take the place of another says the same, but for
 * words.
 *
 * Personal data must sometimes go by law, though what is on record may not. Then the whole
 * branch is written anew without it, and one commit is added that says why. The landings,
 * their order, their authors and dates, every rating, period and date of a report, and the
 * settings of the plans must be what they were; only words and names of files may differ.
 */
#ifndef RECORD_REDACTION_H
#define RECORD_REDACTION_H

#include "base/buf.h"
#include "record/record.h"

/*
 * Appends to DIFFERENCE the first difference that may not be, as a sentence without its
 * full stop; nothing where NOW may take the place of BEFORE. Both at DEPTH_WHOLE.
 */
void redaction_compare(const struct record *before, const struct record *now,
                       struct buf *difference);

/* True where the new history has other documents of the plan than the old one had. */
bool redaction_touches(const struct record *before, const struct record *now, const char *plan);

#endif
