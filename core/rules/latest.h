/*
 * What candour has to say of plans, of the latest period or of all, kept from run to run.
 *
 * To ask means to read some dozen documents of each workstream. What was said of a plan
 * is kept in the git folder with a digest of all that could have been read, so that who
 * looks at a trend again does not wait for what has not changed.
 */
#ifndef RULES_LATEST_H
#define RULES_LATEST_H

#include "rules/rules.h"

/*
 * Fills FINDINGS, which are empty, one for each of the COUNT plans of the record. Returns -1
 * where documents cannot be read.
 */
int latest_judge(const struct record *record, const struct plan_record *const *plans, size_t count,
                 struct findings *findings, struct error *error)
	__attribute__((warn_unused_result));

/*
 * The same of all periods of every plan of the record. What is said of a period is kept until
 * something changes in it or in an earlier one, and only what is not known is asked again.
 */
int whole_judge(const struct record *record, struct findings *findings, struct error *error)
	__attribute__((warn_unused_result));

#endif
