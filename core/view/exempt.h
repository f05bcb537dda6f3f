/*
 * What a plan keeps back from the public: the plan, a workstream, or one report.
 */
#ifndef VIEW_EXEMPT_H
#define VIEW_EXEMPT_H

#include "record/record.h"

/* The flags of every report on record. Release with exempt_release(). */
struct exempt {
	const struct record *record;
	bool **series; /* by plan: its workstreams' standings in order, then the programme's */
};

void exempt_read(const struct record *record, struct exempt *exempt);
void exempt_release(struct exempt *exempt);

/* The document says so itself: `exempt: true`, or a paper that is not `public`. */
bool exempt_document(const struct document *document);

bool exempt_plan(const struct plan_record *plan);

/* The workstream itself, or its plan; one that is listed no more as it was when it last was. */
bool exempt_series(const struct plan_record *plan, const struct series *series);

/* The same of the workstream with this id; false where there is none. */
bool exempt_workstream(const struct plan_record *plan, const char *id);

/*
 * The report that stands for this period, its workstream or its plan. EXEMPT is NULL for a plan
 * as it is published, which has no such report.
 */
bool exempt_standing(const struct exempt *exempt, const struct plan_record *plan,
                     const struct series *series, const struct standing *standing);

#endif
