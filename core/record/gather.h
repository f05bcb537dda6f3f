/*
 * What a record is made of, read as quickly as may be: from a file kept in the git
 * folder, by git's commit-graph, by two processes at once, or simply one after the other.
 */
#ifndef RECORD_GATHER_H
#define RECORD_GATHER_H

#include "record/readings.h"
#include "record/record.h"

/*
 * Reads the lineage of COMMIT and prepares its readings. What is kept, and the graph, are
 * a help and never needed: they may be missing, damaged or old, and are not looked at where
 * every object is to be verified.
 */
int gather(struct record *record, const struct object_id *commit, struct readings *readings,
           struct error *error) __attribute__((warn_unused_result));

/*
 * Begins to keep what was read, where there is enough of it; after gather() has done so for
 * DEPTH_RATINGS, for who has read the readings of DEPTH_WHOLE.
 */
void gather_keep(struct record *record, struct readings *readings);

#endif
