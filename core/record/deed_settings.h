/*
 * Which settings of plans the landings of a range changed, and who did. Seen by deeds.c
 * alone.
 */
#ifndef RECORD_DEED_SETTINGS_H
#define RECORD_DEED_SETTINGS_H

#include "record/deeds.h"
#include "record/plan_versions.h"

/* Adds a deed; its place in the list is the caller's until the next is added. */
struct deed *deeds_add(struct deeds *deeds, struct deed deed);

/* Fills in the plans that have a say; PATH is that of the plan.md. */
int deeds_find_plans(const struct deeds *deeds, uint32_t path, size_t first, struct deed *deed,
                     struct error *error) __attribute__((warn_unused_result));

int deed_settings_read(const struct record *record, size_t first, struct deeds *deeds,
                       struct error *error) __attribute__((warn_unused_result));

#endif
