/*
 * Findings as bytes, for the same program on the same machine.
 */
#ifndef RULES_FINDINGS_KEPT_H
#define RULES_FINDINGS_KEPT_H

#include "rules/finding.h"

/* Appends them. False, with nothing appended, where not all are there to be kept. */
bool findings_store(const struct findings *findings, struct buf *out);

/* The same of those alone whose period ends in this month; 0: of those that have no period. */
bool findings_store_of(const struct findings *findings, int last, struct buf *out);

/* Adds those of the bytes; false, with those that were there gone too, where they are no such
 * bytes. */
bool findings_load(const char *bytes, size_t length, struct findings *findings);

#endif
