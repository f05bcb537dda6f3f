/*
 * Proofs: of the deeds that somebody may do with a signed commit alone, which are.
 */
#ifndef RECORD_PROOFS_H
#define RECORD_PROOFS_H

#include "record/deeds.h"

/*
 * Looks at the signatures. ENVIRONMENT is git's; NULL: none is looked at, and nothing is
 * proved. ARRIVES is when those landings arrive that have no receipt; 0: nobody knows.
 */
int proofs_find(const struct record *record, struct deeds *deeds, const char *const *environment,
                int64_t arrives, struct error *error) __attribute__((warn_unused_result));

#endif
