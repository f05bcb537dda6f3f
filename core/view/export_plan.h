/*
 * A plan for other programs, whole or as it is published: what export_json.c and published.c
 * have in common.
 */
#ifndef VIEW_EXPORT_PLAN_H
#define VIEW_EXPORT_PLAN_H

#include "record/challenges.h"
#include "view/export_view.h"
#include "view/filed_view.h"

struct export_plan {
	const struct exempt *exempt; /* NULL: the plan is as it is published */
	const struct plan_record *plan;
	const struct challenges *challenges;
	const struct filed_shown *filed;
	size_t filed_count;
	const struct findings *questions;
};

/* "version", "commit", "landed_at" and "landings", up to the LAST, into the object that is open. */
void export_head_as_json(struct json_writer *json, const struct landing *last);

/* The plan as an object of the array that is open. */
void export_plan_as_json(struct json_writer *json, const struct export_plan *told);

/* A workstream of it, or the programme, as an object; its scale as "scale". */
void export_series_as_json(struct json_writer *json, const char *key,
                           const struct export_plan *told, const struct series *series);
void export_scale_as_json(struct json_writer *json, const struct scale *scale);

#endif
