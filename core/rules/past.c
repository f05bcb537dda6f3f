/* Rules about a plan's folder and the record that it goes on. */
#include <stdlib.h>
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
	       !(standing->holder != NULL && strcmp(standing->holder, document->path) == 0 &&
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

/* The item at PATH, or NULL. */
static const struct item *item_at(const struct folder *folder, const char *path)
{
	size_t low = 0, high = folder->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(folder->items[middle].path, path);
		if (order == 0)
			return &folder->items[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* What the item says of the series' period; false where it is no report of it. */
static bool speaks_of(const struct plan_record *past, const struct item *item,
                      const struct series *series, struct period *period)
{
	if (item == NULL || item->document == NULL || series_of(past, item->document) != series ||
	    !period_of(item->document)->valid)
		return false;
	*period = period_of(item->document)->as.period;
	return true;
}

/* True where nobody can tell of what it speaks: then what was on record stays there. */
static bool is_unread(const struct item *item)
{
	const struct document *document = item == NULL ? NULL : item->document;
	if (document == NULL)
		return item != NULL;
	if (document->update != NULL && !document->update->workstream.valid)
		return true;
	return document->update != NULL || document->overview != NULL ? !period_of(document)->valid
	                                                              : document->kind == NULL;
}

/* Whether the item stands as it stands in HEAD. */
static bool is_unchanged(const struct judgement *judgement, const struct item *item)
{
	struct version version = {.path = item->path};
	struct document *before = NULL;
	struct error ignored = ERROR_INIT;
	if (item->beside || !judgement->collection->worktree)
		return item->beside;
	bool same = item->document->bytes != NULL &&
	            record_stood(judgement->record, &judgement->record->tip, item->path,
	                         &version.blob) &&
	            record_fields(judgement->record, &version, &before, &ignored) == 0 &&
	            before->bytes != NULL && before->length == item->document->length &&
	            memcmp(before->bytes, item->document->bytes, before->length) == 0;
	document_free(before);
	return same;
}

/* A document is changed to speak of a later period, which is not on record. */
static bool moves_on(const struct judgement *judgement, const struct plan_record *past,
                     const struct series *series, struct period left)
{
	const struct folder *folder = judgement->folder;
	struct period later;
	for (size_t i = 0; i < folder->count; i++) {
		bool known = !speaks_of(past, &folder->items[i], series, &later) ||
		             period_compare(later, left) <= 0;
		for (size_t j = 0; j < series->count && !known; j++)
			known = standing_holds(&series->standings[j]) &&
			        period_equal(series->standings[j].period, later);
		if (!known && !is_unchanged(judgement, &folder->items[i]))
			return true;
	}
	return false;
}

static int compare_replaced(const void *a, const void *b)
{
	return strcmp(((const struct replaced *)a)->path, ((const struct replaced *)b)->path);
}

/* Whether a file of HEAD may not stand any more as it stood there. */
static bool may_be_gone(const struct collection *collection, const char *path)
{
	const struct replaced wanted = {.path = path};
	return collection->worktree ||
	       (collection->replaced_count != 0 &&
	        bsearch(&wanted, collection->replaced, collection->replaced_count, sizeof(wanted),
	                compare_replaced) != NULL);
}

/* The report of that period is about to go off the record: its file says something else now. */
static bool is_taken(const struct judgement *judgement, const struct plan_record *past,
                     const struct series *series, const struct standing *standing)
{
	const struct folder *folder = judgement->folder;
	struct period period;
	if (!standing_holds(standing) || standing->holder == NULL)
		return false;
	const struct item *item = item_at(folder, standing->holder);
	/* Most stand where they stood. */
	if (speaks_of(past, item, series, &period) && period_equal(period, standing->period))
		return false;
	return may_be_gone(judgement->collection, standing->holder) && !is_unread(item) &&
	       !is_claimed(past, folder, series, standing) &&
	       !moves_on(judgement, past, series, standing->period);
}

/* Nothing is left of the plan. */
static bool is_gone(const struct folder *folder)
{
	for (size_t i = 0; i < folder->count; i++)
		if (folder->items[i].document != NULL)
			return false;
	return true;
}

#define SAY_WHY "or, if that is meant, say why in the message of the commit"

/* Warns of each, unless nothing is left of the plan. Returns how many there are. */
static size_t judge_series(const struct judgement *judgement, const struct plan_record *past,
                           const struct series *series)
{
	const struct plan *plan = judgement->folder->plan;
	const struct workstream *listed = plan == NULL || series == &past->programme
	                                          ? NULL
	                                          : plan_workstream(plan, series->id);
	const char *title = series == &past->programme                     ? "the programme"
	                    : listed != NULL && listed->title.text != NULL ? listed->title.text
	                                                                   : series->id;
	char period[PERIOD_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	size_t count = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		bool taken = is_taken(judgement, past, series, standing);
		count += taken;
		if (!taken || is_gone(judgement->folder))
			continue;
		judgement_add(judgement, standing->holder, top,
		              "%.100s, %s: the report is on record (commit %.*s), and this takes "
		              "it off; put the document back as it was " SAY_WHY,
		              title, period_words(standing->period, period), OBJECT_SHORT,
		              object_hex(&standing_version(standing)->landing->id, hex));
	}
	return count;
}

void judge_record_withdrawn(const struct judgement *judgement)
{
	const struct plan_record *past = past_of(judgement);
	struct arena arena = ARENA_INIT;
	if (past == NULL || (!judgement->collection->worktree && !judgement->collection->partial))
		return;
	size_t count = judge_series(judgement, past, &past->programme);
	for (size_t i = 0; i < past->count; i++)
		count += judge_series(judgement, past, &past->workstreams[i]);
	if (count != 0 && is_gone(judgement->folder))
		judgement_add(
			judgement,
			arena_printf(&arena, "%s/%s/plan.md", REPO_PLANS, judgement->folder->id),
			top,
			"the plan is taken away, and %zu report%s with it that %s on record; "
			"put it back " SAY_WHY,
			count, count == 1 ? "" : "s", count == 1 ? "is" : "are");
	arena_release(&arena);
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
