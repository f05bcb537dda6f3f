/*
 * Matters, read more loosely: whatever else the sentence says, as long as nothing in it may
 * make it another matter or another occasion.
 */
#ifndef CANDOUR_MATTER_LOOSE_H
#define CANDOUR_MATTER_LOOSE_H

#include "candour/matter_words.h"

/* True where what stands beside the run names nothing more: "put the pay policy into effect". */
bool matter_stands_alone(const struct event *event, struct matter_run run, size_t meaning);

/* "A leaflet on the pay policy was approved": it is not the policy that was. */
bool matter_is_of_another(const struct event *event, struct matter_run run);

/* "approved the budget": the decision behind a matter is about something else. */
bool matter_has_object(const struct event *event, size_t word);

/* True where a decision in the sentence is about the run, and about nothing else. */
bool matter_is_settled(const struct event *event, struct matter_run run);

/* True where a word outside the run speaks of another stage or time: "again", "deferred". */
bool matter_is_other_time(const struct event *event, struct matter_run run);

#endif
