#include "record/outline.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/map.h"
#include "base/mem.h"
#include "document/source.h"
#include "record/outline_file.h"
#include "repo/commit.h"
#include "repo/ids.h"
#include "repo/kept.h"
#include "repo/receipts.h"

enum { MOST_LANDINGS = 200 }; /* since the one whose outline was kept */

/* --- what has landed since --- */

/* The rows of a series, as they are being changed. */
struct series_outline {
	const char *plan, *workstream; /* no workstream: NULL */
	struct series series;          /* one version a standing */
};

struct outline {
	struct repo *repo;
	const struct collection *collection;
	struct record *record;
	struct map series; /* struct series_outline, by plan and workstream */
	struct series_outline **list;
	size_t count, room;
	const struct landing *landing; /* that is being read */
	bool doubtful; /* what is on record may not all be in the outline any more */
	struct buf key, bytes;
	struct error *error;
};

static struct series_outline *series_of(struct outline *outline, const char *plan,
                                        const char *workstream)
{
	struct arena *arena = &outline->record->arena;
	buf_clear(&outline->key);
	buf_printf(&outline->key, "%s/%s", plan, workstream == NULL ? "" : workstream);
	struct series_outline *series = map_get(&outline->series, outline->key.bytes);
	if (series != NULL)
		return series;
	series = arena_new(arena, sizeof(*series));
	series->plan = arena_text(arena, plan, strlen(plan));
	if (workstream != NULL)
		series->workstream = arena_text(arena, workstream, strlen(workstream));
	series->series.id = workstream == NULL ? "overview" : series->workstream;
	map_set(&outline->series, arena_text(arena, outline->key.bytes, outline->key.length),
	        series);
	outline->list = arena_grow(arena, outline->list, outline->count, &outline->room,
	                           sizeof(struct series_outline *));
	outline->list[outline->count++] = series;
	return series;
}

/* Both may be NULL: the overview. */
static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Puts the period on record, or gives it another version. */
static void put(struct outline *outline, struct series_outline *build, struct period period,
                const struct version *said)
{
	struct arena *arena = &outline->record->arena;
	struct series *series = &build->series;
	struct version *version = arena_new(arena, sizeof(*version));
	*version = *said;
	version->rated = version;
	size_t at = 0;
	while (at < series->count && !period_equal(series->standings[at].period, period))
		at++;
	if (at == series->count) {
		series->standings = arena_grow(arena, series->standings, series->count,
		                               &series->room, sizeof(*series->standings));
		series->standings[series->count++] = (struct standing){
			.period = period, .versions = arena_new(arena, sizeof(version))};
	}
	series->standings[at].versions[0] = version;
	series->standings[at].count = 1;
}

/*
 * Takes off what a file may have taken off that said BEFORE: this, whichever file it is on
 * record from, and all that it ever said; where nobody knows what it said, everything.
 */
static void drop(struct outline *outline, const char *plan, const char *path,
                 const struct reading *before)
{
	for (size_t i = 0; i < outline->count; i++) {
		struct series_outline *build = outline->list[i];
		struct series *series = &build->series;
		size_t kept = 0;
		if (strcmp(build->plan, plan) != 0)
			continue;
		bool its_own = before != NULL && same_text(build->workstream, before->workstream);
		for (size_t j = 0; j < series->count; j++) {
			const struct standing *standing = &series->standings[j];
			bool dropped = before == NULL ||
			               strcmp(standing->versions[0]->path, path) == 0 ||
			               (its_own && period_equal(standing->period, before->period));
			outline->doubtful |= dropped;
			if (!dropped)
				series->standings[kept++] = *standing;
		}
		series->count = kept;
	}
}

/* What a blob says; NULL where it is none, or says nothing that a record takes. */
static int read_side(struct outline *outline, const struct object_id *blob,
                     const struct reading **reading)
{
	const char *why;
	size_t size;
	*reading = NULL;
	if (object_is_none(blob))
		return 0;
	if (repo_blob(outline->repo, blob, SOURCE_LARGEST, &outline->bytes, &size, outline->error) <
	    0)
		return -1;
	struct document *document =
		document_read("", outline->bytes.bytes, outline->bytes.length, DOCUMENT_FIELDS);
	*reading = reading_of(document, DEPTH_RATINGS, &outline->record->arena, &why);
	document_free(document);
	return 0;
}

static bool is_on_record(struct outline *outline, const char *plan, const struct reading *reading)
{
	const struct series *series = &series_of(outline, plan, reading->workstream)->series;
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, reading->period))
			return true;
	return false;
}

/*
 * Whether a file that said BEFORE left it on record when it came to say AFTER: that is the
 * same period, or a later one that was not on record.
 */
static bool goes_on(struct outline *outline, const char *plan, const struct reading *before,
                    const struct reading *after)
{
	if (before == NULL || after == NULL || !same_text(before->workstream, after->workstream))
		return false;
	return period_equal(before->period, after->period) ||
	       (period_compare(before->period, after->period) < 0 && !outline->doubtful &&
	        !is_on_record(outline, plan, after));
}

/* A file of a landing. In doubt a period is taken off: nobody is told that it is there. */
static int advance_file(const struct change *change, void *context)
{
	struct outline *outline = context;
	struct arena *arena = &outline->record->arena;
	const struct reading *before, *after;
	const char *name = change->path + strlen(REPO_PLANS) + 1;
	const char *plan = arena_text(arena, name, strcspn(name, "/"));
	const char *path = arena_text(arena, change->path, strlen(change->path));
	if (read_side(outline, &change->before, &before) < 0 ||
	    read_side(outline, &change->after, &after) < 0)
		return -1;
	if (!object_is_none(&change->before) && !goes_on(outline, plan, before, after))
		drop(outline, plan, path, before);
	if (after != NULL && !after->draft)
		put(outline, series_of(outline, plan, after->workstream), after->period,
		    &(struct version){
			    .landing = outline->landing, .path = path, .blob = change->after});
	return 0;
}

/* Where to stop. */
struct search {
	struct object_id tip;
	unsigned left;
};

static bool is_over(const struct object_id *id, void *context)
{
	struct search *search = context;
	return object_equal(id, &search->tip) || search->left-- == 0;
}

/* --- reading it --- */

static const char *text_at(const char *texts, size_t length, uint32_t offset)
{
	return offset < length ? texts + offset : "";
}

/* Of which rows of a plan there is need. */
struct wish {
	struct map workstreams;  /* that judged documents are about, "" for an overview */
	struct object_id *blobs; /* of documents beside, and of what is changed or taken away */
	struct ids ids;
	size_t count;
};

static void wish_blob(struct wish *wish, const struct object_id *blob)
{
	if (ids_find(&wish->ids, wish->blobs, sizeof(*wish->blobs), blob) != UINT32_MAX)
		return;
	wish->blobs[wish->count] = *blob;
	ids_add(&wish->ids, wish->blobs, sizeof(*wish->blobs), (uint32_t)wish->count++);
}

/* FIRST is the number of the folder's first file in the collection. */
static void make_wish(const struct collection *collection, const struct folder *folder,
                      size_t first, struct wish *wish)
{
	*wish = (struct wish){
		.blobs = mem_new(folder->count + collection->replaced_count, sizeof(*wish->blobs))};
	for (size_t i = 0; i < collection->replaced_count; i++)
		wish_blob(wish, &collection->replaced[i].blob);
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		const struct object_id *blob = &collection->files.items[first + i].blob;
		if (document != NULL && document->update != NULL &&
		    document->update->workstream.text != NULL)
			map_set(&wish->workstreams, document->update->workstream.text, wish);
		else if (document != NULL && document->overview != NULL)
			map_set(&wish->workstreams, "", wish);
		if (folder->items[i].beside)
			wish_blob(wish, blob);
	}
}

static void release_wish(struct wish *wish)
{
	map_release(&wish->workstreams);
	ids_release(&wish->ids);
	free(wish->blobs);
}

static void take_rows(struct outline *outline, const struct outline_entry *entry, const char *bytes,
                      const struct wish *wish)
{
	struct arena *arena = &outline->record->arena;
	const struct outline_row *rows = (const struct outline_row *)(const void *)bytes;
	char *texts = arena_new(arena, entry->texts);
	bool wanted = false;
	memcpy(texts, bytes + entry->rows * sizeof(*rows), entry->texts);
	for (uint32_t i = 0; i < entry->rows; i++) {
		const struct outline_row *row = &rows[i];
		const char *workstream = text_at(texts, entry->texts, row->workstream);
		if (i == 0 || row->workstream != row[-1].workstream)
			wanted = map_get(&wish->workstreams, workstream) != NULL;
		if (!wanted && ids_find(&wish->ids, wish->blobs, sizeof(*wish->blobs),
		                        &row->blob) == UINT32_MAX)
			continue;
		struct landing *landing = arena_new(arena, sizeof(*landing));
		landing->id = row->landing;
		put(outline,
		    series_of(outline, entry->id, row->workstream == 0 ? NULL : workstream),
		    (struct period){row->first, row->last},
		    &(struct version){.landing = landing,
		                      .path = text_at(texts, entry->texts, row->path),
		                      .blob = row->blob});
	}
}

/* The part of one plan; false where it is damaged, or another one was written meanwhile. */
static bool take_plan(struct outline *outline, const struct outline_entry *entry, size_t parts,
                      const struct folder *folder, size_t first)
{
	size_t length = entry->rows * sizeof(struct outline_row) + entry->texts;
	char *bytes = kept_read_part(outline->repo, KEPT_STANDING, parts + entry->offset, length);
	bool whole = bytes != NULL && entry->texts != 0 && bytes[length - 1] == '\0' &&
	             XXH3_64bits(bytes, length) == entry->checksum;
	if (whole) {
		struct wish wish;
		make_wish(outline->collection, folder, first, &wish);
		take_rows(outline, entry, bytes, &wish);
		release_wish(&wish);
	}
	free(bytes);
	return whole;
}

/* What was kept of the plans in the collection. */
static bool take_plans(struct outline *outline, const struct outline_head *head,
                       const struct outline_entry *entries)
{
	const struct collection *collection = outline->collection;
	size_t parts = sizeof(*head) + head->plans * sizeof(*entries);
	for (uint32_t i = 0; i < head->plans; i++) {
		size_t first = 0;
		for (size_t j = 0; j < collection->count; first += collection->folders[j++].count)
			if (strcmp(collection->folders[j].id, entries[i].id) == 0 &&
			    !take_plan(outline, &entries[i], parts, &collection->folders[j], first))
				return false;
	}
	return true;
}

static int advance(struct outline *outline, const struct chain *chain)
{
	struct object_id before = chain->known;
	for (size_t i = chain->count; i-- > 0;) {
		struct landing *landing = arena_new(&outline->record->arena, sizeof(*landing));
		*landing = chain->steps[i].landing;
		outline->landing = landing;
		outline->doubtful |= landing->merge;
		if (files_changed(outline->repo, &before, &landing->id, advance_file, outline,
		                  outline->error) < 0)
			return -1;
		before = landing->id;
	}
	return 0;
}

static int compare_series(const void *a, const void *b)
{
	const struct series_outline *const *first = a, *const *second = b;
	int order = strcmp((*first)->plan, (*second)->plan);
	if (order != 0 || (*first)->workstream == NULL || (*second)->workstream == NULL)
		return order != 0
		               ? order
		               : ((*first)->workstream != NULL) - ((*second)->workstream != NULL);
	return strcmp((*first)->workstream, (*second)->workstream);
}

static void make_plans(struct outline *outline)
{
	struct record *record = outline->record;
	struct series *series = arena_new(&record->arena, outline->count * sizeof(*series));
	record->plans = arena_new(&record->arena, outline->count * sizeof(*record->plans));
	if (outline->count != 0)
		qsort(outline->list, outline->count, sizeof(*outline->list), compare_series);
	for (size_t i = 0; i < outline->count; i++) {
		const struct series_outline *built = outline->list[i];
		if (i == 0 || strcmp(built->plan, outline->list[i - 1]->plan) != 0)
			record->plans[record->count++] =
				(struct plan_record){.id = built->plan,
			                             .programme = {.id = "overview"},
			                             .workstreams = series + i};
		struct plan_record *plan = &record->plans[record->count - 1];
		if (built->workstream == NULL)
			plan->programme = built->series;
		else
			plan->workstreams[plan->count++] = built->series;
	}
}

/* The landings since the one whose outline was kept; false where that is not near. */
static bool find_landings(struct outline *outline, const struct object_id *commit,
                          const struct outline_head *head, struct chain *chain)
{
	struct commit_texts texts = {&outline->record->arena, NULL};
	struct search search = {head->tip, MOST_LANDINGS};
	struct receipts receipts;
	/* Other receipts may have turned the chain elsewhere. */
	return receipts_open(outline->repo, &receipts, outline->error) == 0 &&
	       object_equal(&receipts.tip, &head->receipts) &&
	       chain_read(outline->repo, commit, &receipts, &texts, is_over, &search, chain,
	                  outline->error) == 0 &&
	       object_equal(&chain->known, &head->tip);
}

struct record *outline_read(struct repo *repo, const struct object_id *commit,
                            const struct collection *collection)
{
	struct error ignored = ERROR_INIT;
	struct record *record = mem_new(1, sizeof(*record));
	struct outline outline = {.repo = repo,
	                          .collection = collection,
	                          .record = record,
	                          .key = BUF_INIT,
	                          .bytes = BUF_INIT,
	                          .error = &ignored};
	struct chain chain = {0};
	struct outline_head head;
	record->repo = repo;
	struct outline_entry *entries = outline_read_list(repo, &head);
	bool found = entries != NULL && find_landings(&outline, commit, &head, &chain) &&
	             take_plans(&outline, &head, entries) && advance(&outline, &chain) == 0;
	if (found)
		make_plans(&outline);
	if (!found) {
		record_free(record);
		record = NULL;
	}
	free(entries);
	chain_release(&chain);
	map_release(&outline.series);
	buf_release(&outline.key);
	buf_release(&outline.bytes);
	return record;
}
