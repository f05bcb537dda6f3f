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

/* What a document says of its rating, or said: texts that may be NULL. */
struct rated {
	const char *rag, *correction;
};

static struct rated rated_by(const struct document *document)
{
	const struct update *update = document->update;
	const struct overview *overview = document->overview;
	return update != NULL
	               ? (struct rated){update->rag.text, update->correction.reason.text}
	               : (struct rated){overview->rag.text, overview->correction.reason.text};
}

/*
 * Warns of another rating than the version's. A reason that stood there before speaks of an
 * earlier change.
 */
static void compare_rating(const struct judgement *judgement, const struct document *document,
                           const struct version *version, struct rated was)
{
	const struct scale *scale = &judgement->folder->plan->scale;
	const struct rated is = rated_by(document);
	char period[PERIOD_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	int now = is.rag == NULL ? SCALE_NONE : scale_level(scale, is.rag);
	int before = was.rag == NULL ? SCALE_NONE : scale_level(scale, was.rag);
	bool worn = is.correction != NULL && was.correction != NULL &&
	            strcmp(is.correction, was.correction) == 0;
	if (now == SCALE_NONE || before == SCALE_NONE || now == before ||
	    (is.correction != NULL && !worn))
		return;
	judgement_add(judgement, document->path,
	              document->update != NULL ? document->update->rag.place
	                                       : document->overview->rag.place,
	              "%s is on record as %.60s (commit %.*s), and here it is %.60s; %s",
	              period_words(period_of(document)->as.period, period),
	              scale->levels[before].label, OBJECT_SHORT,
	              object_hex(&version->landing->id, hex), scale->levels[now].label,
	              worn ? "the `correction` is that of an earlier change: write why this time"
	                   : "say why in `correction: {reason: ...}`, or put the rating back");
}

/* The same, where the version is read first: of an outline only its place is known. */
static void compare_version(const struct judgement *judgement, const struct document *document,
                            const struct version *version)
{
	struct document *before = NULL;
	struct error ignored = ERROR_INIT;
	if (version->reading != NULL) {
		const struct rated was = {version->reading->rag, version->reading->correction};
		compare_rating(judgement, document, version, was);
		return;
	}
	/* What is missing here, as in a partial clone, is compared where it arrives. */
	if (record_document(judgement->record, version, &before, &ignored) < 0)
		return;
	if (before->update != NULL || before->overview != NULL)
		compare_rating(judgement, document, version, rated_by(before));
	document_free(before);
}

void judge_record_rerated(const struct judgement *judgement)
{
	const struct plan_record *past = past_of(judgement);
	const struct folder *folder = judgement->folder;
	for (size_t i = 0; past != NULL && folder->plan != NULL && i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		const struct series *series =
			document == NULL || folder->items[i].beside || document_is_draft(document)
				? NULL
				: series_of(past, document);
		const struct value *said = series == NULL ? NULL : period_of(document);
		for (size_t j = 0; said != NULL && said->valid && j < series->count; j++)
			if (period_equal(series->standings[j].period, said->as.period) &&
			    standing_holds(&series->standings[j]))
				compare_version(judgement, document,
				                standing_version(&series->standings[j]));
	}
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
