#include "record/outline.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/outline_build.h"
#include "record/outline_file.h"
#include "record/stored_check.h"
#include "repo/ids.h"
#include "repo/kept.h"
#include "repo/paths.h"
#include "repo/receipts.h"

enum { MOST_LANDINGS = 200 }; /* since the one whose outline was kept */

struct series_outline *outline_known(struct outline *outline, const char *plan,
                                     const char *workstream)
{
	buf_clear(&outline->key);
	buf_printf(&outline->key, "%s/%s", plan, workstream);
	return map_get(&outline->series, outline->key.bytes);
}

struct series_outline *outline_series(struct outline *outline, const char *plan,
                                      const char *workstream)
{
	struct arena *arena = &outline->record->arena;
	struct series_outline *series =
		outline_known(outline, plan, workstream == NULL ? "" : workstream);
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

struct version *outline_version(struct outline *outline, const struct landing *landing,
                                const char *path, const char *rag, struct object_id blob)
{
	struct version *version = arena_new(&outline->record->arena, sizeof(*version));
	*version = (struct version){.landing = landing, .path = path, .rag = rag, .blob = blob};
	version->rated = version;
	return version;
}

struct standing *outline_add(struct outline *outline, struct series_outline *build,
                             struct period period, const char *holder)
{
	struct arena *arena = &outline->record->arena;
	struct series *series = &build->series;
	series->standings = arena_grow(arena, series->standings, series->count, &series->room,
	                               sizeof(*series->standings));
	struct standing *standing = &series->standings[series->count++];
	*standing = (struct standing){.period = period,
	                              .versions = arena_new(arena, sizeof(struct version *)),
	                              .count = 1,
	                              .holder = holder};
	return standing;
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

/* Of which rows of a plan there is need. */
struct wish {
	struct map workstreams;  /* that judged documents are about, "" for an overview */
	struct map paths;        /* of what is changed or taken away */
	struct object_id *blobs; /* the same, and of documents beside */
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
	for (size_t i = 0; i < collection->replaced_count; i++) {
		wish_blob(wish, &collection->replaced[i].blob);
		map_set(&wish->paths, collection->replaced[i].path, wish);
	}
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
	map_release(&wish->paths);
	ids_release(&wish->ids);
	free(wish->blobs);
}

/* True for a document of the plan. */
static bool is_path(const char *path, const char *plan)
{
	const char *name = path + strlen(REPO_PLANS) + 1;
	size_t length = strlen(plan);
	return path_is_document(path) && path_is_safe(path) && strncmp(name, plan, length) == 0 &&
	       name[length] == '/';
}

/*
 * What a run can have kept of the plan, whatever the checksum says: the workstreams one after the
 * other, and of each the periods in their order, so that they need not be looked for.
 */
static bool is_row(struct stored_check *check, const char *plan, const struct outline_row *row,
                   const struct outline_row *before)
{
	const struct stored_texts *texts = &check->texts;
	const struct period period = {row->first, row->last};
	if (!STORED_ARE_TEXTS(check, row->workstream, row->path, row->rag, row->holder) ||
	    !stored_is_period(period) || !is_path(stored_text_or_empty(texts, row->path), plan) ||
	    (row->holder != 0 && !is_path(stored_text(texts, row->holder), plan)) ||
	    (row->workstream != 0 && !text_is_slug(stored_text(texts, row->workstream))))
		return false;
	if (before == NULL || before->workstream < row->workstream)
		return true;
	return before->workstream == row->workstream &&
	       period_compare((struct period){before->first, before->last}, period) < 0;
}

static bool are_rows(const struct outline_entry *entry, const struct outline_row *rows,
                     const char *texts)
{
	struct stored_check check = {.texts = {texts, entry->texts}};
	if (!stored_has_texts(&check.texts))
		return false;
	for (uint32_t i = 0; i < entry->rows; i++)
		if (!is_row(&check, entry->id, &rows[i], i == 0 ? NULL : &rows[i - 1]))
			return false;
	return true;
}

static void take_row(struct outline *outline, const char *plan, const struct outline_row *row,
                     const struct stored_texts *texts)
{
	struct landing *landing = arena_new(&outline->record->arena, sizeof(*landing));
	landing->id = row->landing;
	struct standing *standing = outline_add(
		outline, outline_series(outline, plan, stored_text(texts, row->workstream)),
		(struct period){row->first, row->last}, stored_text(texts, row->holder));
	standing->versions[0] =
		outline_version(outline, landing, stored_text_or_empty(texts, row->path),
	                        stored_text_or_empty(texts, row->rag), row->blob);
}

static bool is_wished(const struct wish *wish, const struct outline_row *row, const char *holder)
{
	return ids_find(&wish->ids, wish->blobs, sizeof(*wish->blobs), &row->blob) != UINT32_MAX ||
	       map_get(&wish->paths, holder) != NULL;
}

/* False where a workstream comes a second time, under another number. */
static bool take_rows(struct outline *outline, const struct outline_entry *entry,
                      const struct outline_row *rows, const char *kept, const struct wish *wish)
{
	struct arena *arena = &outline->record->arena;
	char *bytes = arena_new(arena, entry->texts);
	const struct stored_texts texts = {bytes, entry->texts};
	bool wanted = false;
	memcpy(bytes, kept, entry->texts);
	for (uint32_t i = 0; i < entry->rows; i++) {
		const struct outline_row *row = &rows[i];
		const char *workstream = stored_text_or_empty(&texts, row->workstream);
		if (i == 0 || row->workstream != row[-1].workstream) {
			wanted = map_get(&wish->workstreams, workstream) != NULL;
			if (outline_known(outline, entry->id, workstream) != NULL)
				return false;
		}
		if (wanted || is_wished(wish, row, stored_text_or_empty(&texts, row->holder)))
			take_row(outline, entry->id, row, &texts);
	}
	return true;
}

/* The part of one plan; false where it is damaged, or another one was written meanwhile. */
static bool take_plan(struct outline *outline, const struct outline_entry *entry, size_t parts,
                      const struct folder *folder, size_t first)
{
	size_t size = entry->rows * sizeof(struct outline_row), length = size + entry->texts;
	char *bytes = kept_read_part(outline->repo, KEPT_STANDING, parts + entry->offset, length);
	const struct outline_row *rows = (const struct outline_row *)(const void *)bytes;
	bool whole = bytes != NULL && XXH3_64bits(bytes, length) == entry->checksum &&
	             are_rows(entry, rows, bytes + size);
	if (whole) {
		struct wish wish;
		make_wish(outline->collection, folder, first, &wish);
		whole = take_rows(outline, entry, rows, bytes + size, &wish);
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
	             take_plans(&outline, &head, entries) && outline_advance(&outline, &chain) == 0;
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
