/*
 * Where a sentence turns from what a committee did to something else, which may have had
 * its own day: "the Board agreed it, and the contract was signed on 26 July".
 */
#ifndef CANDOUR_EVENT_TURN_H
#define CANDOUR_EVENT_TURN_H

#include "candour/event_body.h"

bool turn_ends_with(const char *text, const char *ending);

/* What somebody did that is no deed of a committee: "published", "the team began". */
bool turn_is_other_deed(const struct bodies *bodies, size_t word);

/*
 * True where what stands between may take the day for itself: another thought, another
 * body, or what was still to be done ("agreed it, for Cabinet to ratify on 26 July").
 */
bool turn_away(const struct bodies *bodies, size_t from, size_t to);

#endif
