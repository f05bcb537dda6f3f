/*
 * A record without a repository: what is on record of a plan of the corpus, as if each of
 * its documents had landed at the end of its period, and some with another rating first.
 */
#ifndef CANDOUR_RECORDED_H
#define CANDOUR_RECORDED_H

#include "candour/corpus.h"
#include "record/collection.h"
#include "record/record.h"

/* FOLDER holds the plan's files, in their order. It must outlive the record. */
struct record *recorded_new(const struct corpus_plan *plan, const struct folder *folder);
void recorded_free(struct record *record);

#endif
