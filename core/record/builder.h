/*
 * How the record is made: one pass over the landings, oldest first. Seen by
 * record.c alone.
 */
#ifndef RECORD_BUILDER_H
#define RECORD_BUILDER_H

#include "record/readings.h"
#include "record/record.h"

/* Fills an empty record, whose lineage has been read. */
int builder_run(struct record *record, struct readings *readings, struct error *error)
	__attribute__((warn_unused_result));

#endif
