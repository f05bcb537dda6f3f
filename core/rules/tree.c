/* Rules about how the documents of a plan fit together: declared in rules/judge.h. */
#include "rules/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"

static const struct place top = {1, 1};

/* Something stands in the place of a folder. */
static bool is_folder(const struct item *item)
{
	const char *end = strrchr(item->path, '.');
	if (strcmp(item->path, REPO_PLANS) == 0)
		return item->type != FILE_UNMERGED;
	return (item->type == FILE_LINK || item->type == FILE_SUBMODULE) &&
	       (end == NULL || strcmp(end, ".md") != 0);
}

void judge_file_type(const struct judgement *judgement)
{
	static const char *const reasons[] = {
		[FILE_LINK] =
			"a symbolic link stands where a document should be; put the text itself in the file",
		[FILE_SUBMODULE] =
			"another repository stands where a document should be; put a plain file there",
		[FILE_SPECIAL] =
			"something that is not a plain file stands where a document should be",
		[FILE_UNSAFE] =
			"the path has a part or a character that is not safe everywhere; rename the file with letters, digits, hyphens and dots",
		[FILE_UNMERGED] =
			"a merge left several versions of this file; make one text of them, then: git add",
	};
	static const char *const folder_reasons[] = {
		[FILE_LINK] =
			"a symbolic link stands where a folder of documents should be; put the folder itself there",
		[FILE_SUBMODULE] =
			"another repository stands where a folder of documents should be, so that they are not on record here; "
			"put the files themselves there",
		[FILE_SPECIAL] = "a file stands where the folder of all plans should be; give it "
				 "another name",
	};
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct item *item = &judgement->folder->items[i];
		bool folder = is_folder(item);
		if (item->type != FILE_REGULAR)
			judgement_add(judgement, item->path, top, "%s",
			              folder ? folder_reasons[item->type] : reasons[item->type]);
	}
}

void judge_plan_missing(const struct judgement *judgement)
{
	const struct folder *folder = judgement->folder;
	if (folder->id[0] == '\0' || folder->count == 0 ||
	    (is_folder(&folder->items[0]) && folder->count == 1))
		return; /* it is told so */
	if (folder->plan_document == NULL)
		judgement_add(
			judgement, folder->items[0].path, top,
			"the folder %s/%s has no plan.md, so ragtrail does not know the plan's workstreams; "
			"add one with `kind: plan`",
			REPO_PLANS, folder->id);
	else if (folder->plan == NULL && folder->plan_document->kind != NULL)
		judgement_add(judgement, folder->plan_document->path, top,
		              "plan.md must say `kind: plan`; this one is %s %s",
		              folder->plan_document->kind->id == KIND_UPDATE ? "read as an" : "an",
		              folder->plan_document->kind->name);
}

void judge_plan_misplaced(const struct judgement *judgement)
{
	const struct folder *folder = judgement->folder;
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		if (document != NULL && document->plan != NULL && document != folder->plan_document)
			judgement_add(
				judgement, document->path, document->plan->common.kind.place,
				"a plan is the file plan.md of its own folder; move this one to "
				"%s/<its name>/plan.md",
				REPO_PLANS);
	}
}

void judge_workstream_unknown(const struct judgement *judgement)
{
	const struct plan *plan = judgement->folder->plan;
	if (plan == NULL)
		return;
	const char *ids[256];
	size_t count = 0;
	for (size_t i = 0; i < plan->workstreams.count && count < 256; i++)
		if (LIST_OF(struct workstream, plan->workstreams)[i].id.text != NULL)
			ids[count++] = LIST_OF(struct workstream, plan->workstreams)[i].id.text;
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct document *document = judgement->folder->items[i].document;
		if (document == NULL || document->update == NULL ||
		    !document->update->workstream.valid)
			continue;
		const struct value *workstream = &document->update->workstream;
		if (plan_workstream(plan, workstream->text) != NULL)
			continue;
		const char *meant = text_nearest(workstream->text, ids, count);
		if (meant != NULL)
			judgement_add(judgement, document->path, workstream->place,
			              "the plan has no workstream `%.60s`; did you mean `%s`?",
			              workstream->text, meant);
		else
			judgement_add(
				judgement, document->path, workstream->place,
				"the plan has no workstream `%.60s`; use an id from `workstreams` in plan.md, or "
				"add it there",
				workstream->text);
	}
}

/* What an update or an overview claims to speak of. */
struct claim {
	const struct document *document;
	const char *workstream; /* NULL for an overview */
	const struct value *period;
};

/* False for a document that makes no claim. */
static bool claim_of(const struct item *item, struct claim *claim)
{
	const struct document *document = item->document;
	if (document != NULL && document->update != NULL &&
	    document->update->workstream.text != NULL)
		*claim = (struct claim){document, document->update->workstream.text,
		                        &document->update->period};
	else if (document != NULL && document->overview != NULL)
		*claim = (struct claim){document, NULL, &document->overview->period};
	else
		return false;
	return claim->period->valid;
}

/* The claims of a folder: by workstream, then by period, then by path. */
struct claims {
	struct claim *items;
	size_t count;
};

static bool same_subject(const struct claim *a, const struct claim *b)
{
	if (a->workstream == NULL || b->workstream == NULL)
		return a->workstream == b->workstream;
	return strcmp(a->workstream, b->workstream) == 0;
}

static int compare_claims(const void *a, const void *b)
{
	const struct claim *first = a, *second = b;
	struct period one = first->period->as.period, other = second->period->as.period;
	if (!same_subject(first, second))
		return first->workstream == NULL    ? -1
		       : second->workstream == NULL ? 1
		                                    : strcmp(first->workstream, second->workstream);
	if (one.first != other.first)
		return one.first - other.first;
	if (one.last != other.last)
		return one.last - other.last;
	return strcmp(first->document->path, second->document->path);
}

/* Free the items. */
static struct claims claims_of(const struct folder *folder)
{
	struct claims claims = {mem_new(folder->count, sizeof(struct claim)), 0};
	for (size_t i = 0; i < folder->count; i++)
		if (claim_of(&folder->items[i], &claims.items[claims.count]))
			claims.count++;
	if (claims.count != 0)
		qsort(claims.items, claims.count, sizeof(*claims.items), compare_claims);
	return claims;
}

void judge_period_twice(const struct judgement *judgement)
{
	struct claims claims = claims_of(judgement->folder);
	const struct claim *first = claims.items;
	for (size_t i = 1; i < claims.count; i++) {
		const struct claim *claim = &claims.items[i];
		char period[PERIOD_TEXT_SIZE];
		if (!same_subject(first, claim) ||
		    !period_equal(first->period->as.period, claim->period->as.period)) {
			first = claim;
			continue;
		}
		judgement_add(judgement, claim->document->path, claim->period->place,
		              "%s for %s is already reported in %s; keep one of the two documents",
		              claim->workstream != NULL ? claim->workstream : "the overview",
		              period_words(claim->period->as.period, period),
		              first->document->path);
	}
	free(claims.items);
}

/* The document whose path comes later is told of it. */
static void report_overlap(const struct judgement *judgement, const struct claim *one,
                           const struct claim *other)
{
	char period[PERIOD_TEXT_SIZE], earlier[PERIOD_TEXT_SIZE];
	bool swapped = strcmp(one->document->path, other->document->path) > 0;
	const struct claim *first = swapped ? other : one, *second = swapped ? one : other;
	judgement_add(judgement, second->document->path, second->period->place,
	              "%s overlaps %s, which %s reports; a month belongs to one period only",
	              period_words(second->period->as.period, period),
	              period_words(first->period->as.period, earlier), first->document->path);
}

void judge_period_overlap(const struct judgement *judgement)
{
	struct claims claims = claims_of(judgement->folder);
	const struct claim *longest = claims.items; /* it reaches furthest, of those before */
	for (size_t i = 1; i < claims.count; i++) {
		const struct claim *claim = &claims.items[i];
		struct period before = longest->period->as.period, here = claim->period->as.period;
		bool same = same_subject(longest, claim);
		if (same && !period_equal(before, here) && period_overlaps(before, here))
			report_overlap(judgement, longest, claim);
		if (!same || here.last > before.last)
			longest = claim;
	}
	free(claims.items);
}

void judge_document_twice(const struct judgement *judgement)
{
	struct map seen = MAP_INIT;
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct document *document = judgement->folder->items[i].document;
		const char *id = document == NULL ? NULL : document_id(document);
		if (id == NULL)
			continue;
		const char *key = arena_printf(&arena, "%s %s", document->kind->name, id);
		const struct document *first = map_get(&seen, key);
		const struct field *field = shape_field(document->kind->shape, "id");
		if (first == NULL)
			map_set(&seen, key, (void *)document);
		else
			judgement_add(
				judgement, document->path,
				field_place(field, document_fields(document)),
				"%s has the id `%.60s` already; give each %s of a plan its own",
				first->path, id, document->kind->shape->name);
	}
	map_release(&seen);
	arena_release(&arena);
}

static int month_of(struct date date)
{
	return date.year * 12 + date.month - 1;
}

void judge_period_outside(const struct judgement *judgement)
{
	const struct plan *plan = judgement->folder->plan;
	struct claim claim;
	if (plan == NULL || !plan->starts.valid || !plan->ends.valid)
		return;
	for (size_t i = 0; i < judgement->folder->count; i++) {
		char period[PERIOD_TEXT_SIZE], starts[DATE_TEXT_SIZE], ends[DATE_TEXT_SIZE];
		if (!claim_of(&judgement->folder->items[i], &claim))
			continue;
		if (claim.period->as.period.last < month_of(plan->starts.as.date) ||
		    claim.period->as.period.first > month_of(plan->ends.as.date))
			judgement_add(
				judgement, claim.document->path, claim.period->place,
				"%s lies outside the plan, which runs from %s to %s; mend the period, or the "
				"plan's dates",
				period_words(claim.period->as.period, period),
				date_words(plan->starts.as.date, starts),
				date_words(plan->ends.as.date, ends));
	}
}
