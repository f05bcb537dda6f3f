#include "view/meeting_compare.h"

#include <string.h>

#include "document/source.h"
#include "record/earlier.h"
#include "view/exempt.h"

/* The plan.md that stood when landing NUMBER was over. */
static int read_plan(const struct site_view *site, const struct plan_view *view, size_t number,
                     struct document **document, struct error *error)
{
	const struct record *record = site->record;
	uint32_t blob = landings_plan(&view->changes, number);
	struct buf bytes = BUF_INIT;
	size_t size;
	if (blob == LINEAGE_NONE)
		return 0;
	int result = repo_blob_small(record->repo, &record->lineage.blobs[blob], SOURCE_LARGEST,
	                             &bytes, &size, error);
	if (result == 0)
		*document = document_read("plan.md", bytes.bytes, bytes.length, DOCUMENT_FIELDS);
	buf_release(&bytes);
	return result;
}

static bool is_exempt(const struct plan *plan, const char *id)
{
	const struct workstream *workstream = plan == NULL ? NULL : plan_workstream(plan, id);
	return workstream != NULL && exempt_is_set(&workstream->exempt);
}

static bool series_is_exempt(const struct plan_view *view,
                             const struct meeting_comparison *compared, const char *id)
{
	return exempt_workstream(view->whole, id) || is_exempt(compared->plans[0].plan, id) ||
	       is_exempt(compared->plans[1].plan, id);
}

static const struct series *find_series(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return &plan->workstreams[i];
	return NULL;
}

/* The standing of that period, for periods that come in order; *AT is how far it was sought. */
static const struct standing *next_standing(const struct series *series, struct period period,
                                            size_t *at)
{
	while (series != NULL && *at < series->count &&
	       period_compare(series->standings[*at].period, period) < 0)
		++*at;
	return series != NULL && *at < series->count &&
	                       period_equal(series->standings[*at].period, period)
	               ? &series->standings[*at]
	               : NULL;
}

static bool says_exempt(const struct standing *standing)
{
	return standing != NULL && standing_version(standing)->reading->exempt;
}

/* SERIES without what is exempt in it, in OTHER, which may be NULL, or is not SHOWN now. */
static struct series public_series(const struct series *series, const struct series *other,
                                   const struct series *shown, struct meeting_comparison *compared)
{
	struct series kept = *series;
	size_t at_other = 0, at_shown = 0;
	kept.standings = arena_new(&compared->arena, series->count * sizeof(*kept.standings));
	kept.count = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (next_standing(shown, standing->period, &at_shown) == NULL ||
		    says_exempt(standing) ||
		    says_exempt(next_standing(other, standing->period, &at_other)))
			compared->left_out = true;
		else
			kept.standings[kept.count++] = *standing;
	}
	return kept;
}

/* What is exempt in either goes from both, before any of it is compared. */
static void keep_public(const struct plan_view *view, struct meeting_comparison *compared)
{
	struct plan_record kept[2];
	for (int side = 0; side < 2; side++) {
		const struct plan_record *plan = &compared->plans[side];
		const struct plan_record *other = &compared->plans[1 - side];
		kept[side] = *plan;
		kept[side].workstreams =
			arena_new(&compared->arena, plan->count * sizeof(*plan->workstreams));
		kept[side].count = 0;
		for (size_t i = 0; i < plan->count; i++) {
			const struct series *series = &plan->workstreams[i];
			if (series_is_exempt(view, compared, series->id)) {
				compared->left_out = true;
				continue;
			}
			kept[side].workstreams[kept[side].count++] =
				public_series(series, find_series(other, series->id),
			                      find_series(&view->plan, series->id), compared);
		}
		kept[side].programme = public_series(&plan->programme, &other->programme,
		                                     &view->plan.programme, compared);
	}
	memcpy(compared->plans, kept, sizeof(kept));
}

int meeting_compare(const struct site_view *site, const struct plan_view *view, size_t number,
                    struct meeting_comparison *compared, struct error *error)
{
	const struct meetings *meetings = &view->meetings;
	const struct plan_record *whole = record_plan(site->record, view->plan.id);
	bool last = number + 1 == meetings->count;
	*compared = (struct meeting_comparison){
		.from = meetings->items[number].landing,
		.to = last ? &site->record->tip : meetings->items[number + 1].landing,
	};
	const struct landing *const ends[] = {compared->from, compared->to};
	for (int side = 0; side < 2; side++) {
		size_t end = ends[side]->number;
		if (read_plan(site, view, end, &compared->documents[side], error) < 0)
			goto fail;
		const struct document *document = compared->documents[side];
		/* Where it could not be read then, it is told by what it says now. */
		const struct plan *then = document != NULL && document->plan != NULL
		                                  ? document->plan
		                                  : view->plan.plan;
		plan_earlier(whole, then, end, &compared->arena, &compared->plans[side]);
	}
	keep_public(view, compared);
	for (int side = 0; side < 2; side++) {
		const struct document *document = compared->documents[side];
		compared->records[side] = *site->record;
		compared->records[side].tip = *ends[side];
		compared->records[side].plans = &compared->plans[side];
		compared->records[side].count =
			document != NULL && exempt_document(document) ? 0 : 1;
	}
	comparison_read(&compared->records[0], &compared->records[1], NULL, &compared->comparison);
	return 0;
fail:
	meeting_comparison_release(compared);
	return -1;
}

void meeting_comparison_release(struct meeting_comparison *compared)
{
	comparison_release(&compared->comparison);
	document_free(compared->documents[0]);
	document_free(compared->documents[1]);
	arena_release(&compared->arena);
	*compared = (struct meeting_comparison){0};
}
