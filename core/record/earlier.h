/*
 * A plan as it was on record at an earlier landing: what stood by then, told from the record
 * of a later one without reading any history again.
 *
 * A record grows landing by landing, so that the record of an earlier landing of the same
 * chain is what the later one has up to there.
 */
#ifndef RECORD_EARLIER_H
#define RECORD_EARLIER_H

#include "record/record.h"

/*
 * Fills EARLIER with what stood when landing NUMBER was over; THEN is its plan.md as it was,
 * which must outlive it. Lists are in the order of PLAN, then come workstreams that only THEN
 * has. It lives in the arena, points into PLAN and has no document of its own.
 */
void plan_earlier(const struct plan_record *plan, const struct plan *then, size_t number,
                  struct arena *arena, struct plan_record *earlier);

#endif
