/*
 * Subjects: the workstreams that an argument of a command means.
 *
 * A name is a workstream's id, `plan/workstream`, a plan's id (all that the plan has
 * on record, its overview too), `overview`, or a title or other spelling (`also:`) as
 * the plan gives it, whatever its case. An id that two plans share needs the plan.
 */
#ifndef RECORD_SUBJECT_H
#define RECORD_SUBJECT_H

#include "record/record.h"

struct subject {
	const struct plan_record *plan;
	const struct series *series;
};

struct subjects {
	struct subject *items;
	size_t count, room;
};

/* Adds what NAME means. Returns -1 with the error filled where that is nothing, or not clear. */
int subjects_named(struct subjects *subjects, const struct record *record, const char *name,
                   struct error *error) __attribute__((warn_unused_result));

/* Adds everything on record: plans by id, each plan's workstreams in order, then its overview. */
void subjects_all(struct subjects *subjects, const struct record *record);
void subjects_plan(struct subjects *subjects, const struct plan_record *plan);

void subjects_release(struct subjects *subjects);

#endif
