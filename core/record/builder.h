/*
 * How the record is made: one pass over the landings, oldest first. Seen by
 * record.c alone.
 */
#ifndef RECORD_BUILDER_H
#define RECORD_BUILDER_H

#include "record/record.h"

/* Fills an empty record. */
int builder_run(struct record *record, const struct object_id *commit, struct error *error)
	__attribute__((warn_unused_result));

#endif
