/* Rules about a plan's folder and the record that it goes on. */
#include <string.h>

#include "rules/judge.h"

static const struct place top = {1, 1};

/* The plan of the folder as it is on record, or NULL. */
static const struct plan_record *past_of(const struct judgement *judgement)
{
	return judgement->record == NULL ? NULL
	                                 : record_plan(judgement->record, judgement->folder->id);
}

/* The series that a document goes on, or NULL. */
static const struct series *series_of(const struct plan_record *past,
                                      const struct document *document)
{
	if (document->overview != NULL)
		return &past->programme;
	if (document->update == NULL || !document->update->workstream.valid)
		return NULL;
	for (size_t i = 0; i < past->count; i++)
		if (strcmp(past->workstreams[i].id, document->update->workstream.text) == 0)
			return &past->workstreams[i];
	return NULL;
}

static const struct value *period_of(const struct document *document)
{
	return document->update != NULL ? &document->update->period : &document->overview->period;
}

/* True when a document of the folder still speaks of the standing's period. */
static bool is_claimed(const struct plan_record *past, const struct folder *folder,
                       const struct series *series, const struct standing *standing)
{
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		if (document == NULL || series_of(past, document) != series)
			continue;
		const struct value *period = period_of(document);
		if (period->valid && period_equal(period->as.period, standing->period))
			return true;
	}
	return false;
}

/*
 * True when the standing stays on record beside the document. Where the document spoke
 * of its period, and now speaks of an earlier one, that takes it off.
 */
static bool will_stay(const struct standing *standing, const struct document *document,
                      struct period period)
{
	return standing_holds(standing) &&
	       !(strcmp(standing_version(standing)->path, document->path) == 0 &&
	         period_compare(period, standing->period) < 0);
}

static void judge_document(const struct judgement *judgement, const struct plan_record *past,
                           const struct document *document)
{
	const struct series *series = series_of(past, document);
	const struct value *said = series == NULL ? NULL : period_of(document);
	for (size_t i = 0; said != NULL && said->valid && i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		char period[PERIOD_TEXT_SIZE], other[PERIOD_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
		if (period_equal(standing->period, said->as.period) ||
		    !period_overlaps(standing->period, said->as.period) ||
		    !will_stay(standing, document, said->as.period) ||
		    is_claimed(past, judgement->folder, series, standing))
			continue;
		judgement_add(
			judgement, document->path, said->place,
			"%s overlaps %s, which is on record since commit %.*s; a month belongs "
			"to one period only",
			period_words(said->as.period, period),
			period_words(standing->period, other), OBJECT_SHORT,
			object_hex(&standing_version(standing)->landing->id, hex));
	}
}

void judge_record_overlap(const struct judgement *judgement)
{
	const struct plan_record *past = past_of(judgement);
	for (size_t i = 0; past != NULL && i < judgement->folder->count; i++)
		if (judgement->folder->items[i].document != NULL)
			judge_document(judgement, past, judgement->folder->items[i].document);
}

static bool has_drafts_of(const struct series *series, const struct landing *landing)
{
	for (size_t i = 0; i < series->draft_count; i++)
		if (series->drafts[i].landing == landing)
			return true;
	return false;
}

/* True when the landing made drafts of what had landed in this plan. */
static bool is_concerned(const struct plan_record *past, const struct landing *landing)
{
	bool concerned = has_drafts_of(&past->programme, landing);
	for (size_t i = 0; i < past->count && !concerned; i++)
		concerned = has_drafts_of(&past->workstreams[i], landing);
	return concerned;
}

static void judge_remarks(const struct judgement *judgement, enum remark_type type)
{
	const struct plan_record *past = past_of(judgement);
	if (past == NULL || judgement->folder->plan_document == NULL)
		return;
	for (size_t i = 0; i < judgement->record->remark_count; i++) {
		const struct remark *remark = &judgement->record->remarks[i];
		char hex[OBJECT_HEX_SIZE];
		bool here = remark->plan != NULL ? strcmp(remark->plan, past->id) == 0
		                                 : is_concerned(past, remark->landing);
		if (remark->type == type && here)
			judgement_add(judgement, judgement->folder->plan_document->path, top,
			              "commit %.*s: %s", OBJECT_SHORT,
			              object_hex(&remark->landing->id, hex), remark->text);
	}
}

void judge_turned(const struct judgement *judgement)
{
	judge_remarks(judgement, REMARK_TURNED);
}

void judge_conflict(const struct judgement *judgement)
{
	judge_remarks(judgement, REMARK_CONFLICT);
}
