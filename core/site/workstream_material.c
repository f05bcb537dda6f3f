/* What the page of a workstream is made from: declared in material.h. */
#include "site/material.h"

#include <string.h>

/* What a task was handed over by, and how that went. */
static void show_handovers(struct material *material, const struct site_view *site,
                           const char *workstream)
{
	for (size_t i = 0; i < site->handovers.count; i++) {
		const struct handover *handover = &site->handovers.items[i];
		if (handover->series == NULL || strcmp(handover->series->id, workstream) != 0)
			continue;
		material_shown(material, filed_version(handover->filed)->landing);
		material_shown(material, handover->accepted);
		if (handover->named != NULL)
			material_shown(material, handover->named->landing);
	}
}

/* Since when the period has been there for the public without a break; NULL: it has not. */
static const struct landing *since(const struct standing *standing)
{
	size_t first = standing->count;
	while (first > 0 && !standing->versions[first - 1]->reading->exempt &&
	       (first == standing->count || !standing->versions[first]->resumed))
		first--;
	return first < standing->count ? standing->versions[first]->landing : NULL;
}

/* What took the period away from the public, or gave it back. */
static void show_gaps(struct material *material, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = 0; j < standing->withdrawal_count; j++) {
			const struct withdrawal *gone = &standing->withdrawals[j];
			material_shown(material, gone->landing);
			if (gone->before < standing->count)
				material_shown(material, standing->versions[gone->before]->landing);
		}
		bool exempt = false;
		for (size_t j = 0; j < standing->count; j++) {
			if (standing->versions[j]->reading->exempt != exempt)
				material_shown(material, standing->versions[j]->landing);
			exempt = standing->versions[j]->reading->exempt;
		}
	}
}

/* Of one column: the first landing that gave it a report. */
static const struct landing *first_of(const struct trend *trend, size_t column)
{
	const struct landing *first = NULL;
	for (size_t i = 0; i <= trend->count; i++) {
		const struct trend_row *row =
			i < trend->count ? &trend->rows[i] : &trend->programme;
		const struct cell *cell = &row->cells[column];
		const struct landing *landing =
			cell->type == CELL_RATED ? since(cell->standing) : NULL;
		if (landing != NULL && (first == NULL || landing->number < first->number))
			first = landing;
	}
	return first;
}

/*
 * The periods that the plan has: a chart has a column for each, whoever reported on it first,
 * and a workstream without a report for the last one says so.
 */
static void show_periods(struct material *material, const struct site_view *site,
                         const struct plan_view *view)
{
	const struct plan_record *plan = record_plan(site->record, view->plan.id);
	for (size_t i = 0; i < view->trend.column_count; i++)
		material_shown(material, first_of(&view->trend, i));
	for (size_t i = 0; i < plan->count; i++)
		show_gaps(material, &plan->workstreams[i]);
	show_gaps(material, &plan->programme);
}

/*
 * What oversight bodies said in the plan, and what was re-rated for their sake: a challenge
 * may be answered by the re-rating of another workstream, and an observation be taken back.
 */
static void show_observations(struct material *material, const struct site_view *site,
                              const struct plan_view *view)
{
	const struct reratings *reratings = &view->challenges.reratings;
	for (size_t i = 0; i < site->cabinet.count; i++) {
		const struct filed *filed = &site->cabinet.items[i];
		if (filed->kind != KIND_OBSERVATION || filed->unpublished ||
		    strcmp(filed->plan_id, view->plan.id) != 0)
			continue;
		material_shown(material, filed_version(filed)->landing);
		material_shown(material, filed->withdrawn);
	}
	for (size_t i = 0; i < reratings->count; i++)
		if (reratings->items[i].raised_by != NULL)
			material_shown(material, reratings->items[i].version->landing);
}

/* What took a document's page away, or gave it back: its address was where a link led. */
static void show_filed(struct material *material, const struct site_view *site,
                       const struct plan_view *view)
{
	for (size_t i = 0; i < site->cabinet.count; i++) {
		const struct filed *filed = &site->cabinet.items[i];
		if (filed->unpublished || strcmp(filed->plan_id, view->plan.id) != 0)
			continue;
		material_shown(material, filed->withdrawn);
		bool exempt = false;
		for (size_t j = 0; j < filed->count; j++) {
			const struct filed_version *version = &filed->versions[j];
			if (document_is_exempt(version->document) != exempt)
				material_shown(material, version->landing);
			exempt = document_is_exempt(version->document);
		}
	}
}

/* A figure in a text may be of any report of the plan, so all of it is material. */
void workstream_material(const struct site_view *site, const struct plan_view *view,
                         size_t workstream, struct material *material)
{
	const struct series *series = &view->plan.workstreams[workstream];
	material_history(material, site, view);
	material_series(material, series);
	show_periods(material, site, view);
	show_observations(material, site, view);
	show_filed(material, site, view);
	show_handovers(material, site, series->id);
}
