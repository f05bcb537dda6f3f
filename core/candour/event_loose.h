/*
 * A day that can only be that of the one committee that a sentence names, though the two are
 * not tied as event_day.h wants it: "the Board came down in favour of the code on 26 July".
 * Enough to compare with another sentence about the same matter, and for nothing else.
 */
#ifndef CANDOUR_EVENT_LOOSE_H
#define CANDOUR_EVENT_LOOSE_H

#include "candour/event_body.h"

/* The committee whose deed the day may be, or NULL: no other day and no other body is named. */
const struct body_named *loose_body_of_day(const struct bodies *bodies, const struct mentions *days,
                                           const struct mention *day);

#endif
