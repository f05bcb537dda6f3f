#include "record/filed.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "document/source.h"

/* Where the documents lie, as the landings go by. */
struct filing_run {
	const struct record *record;
	struct cabinet *cabinet;
	struct map known;   /* from keys to the numbers of items, plus 1 */
	struct map holders; /* from paths to the same */
	size_t *paths;      /* how many paths hold each item now */
	size_t path_room;
	struct error *error;
};

static const char *plan_id_of(const char *path, struct arena *arena)
{
	const char *start = path + strlen(REPO_PLANS) + 1;
	return arena_text(arena, start, strcspn(start, "/"));
}

/* What a document is known by. */
static const char *key_of(struct arena *arena, const char *plan_id, enum kind_id kind,
                          const char *id)
{
	return arena_printf(arena, "%s %s %s", plan_id, kinds[kind].name, id);
}

/* The number of what the document is known as. */
static size_t find_or_add(struct filing_run *run, const struct filing *filing,
                          const struct document *document)
{
	struct cabinet *cabinet = run->cabinet;
	struct arena *arena = &cabinet->arena;
	const char *plan_id = plan_id_of(filing->path, arena), *id = document_id(document);
	const char *key = key_of(arena, plan_id, document->kind->id, id);
	uintptr_t known = (uintptr_t)map_get(&run->known, key);
	if (known != 0)
		return known - 1;
	cabinet->items = arena_grow(arena, cabinet->items, cabinet->count, &cabinet->room,
	                            sizeof(*cabinet->items));
	run->paths = mem_grow(run->paths, cabinet->count, &run->path_room, sizeof(*run->paths));
	run->paths[cabinet->count] = 0;
	cabinet->items[cabinet->count] = (struct filed){
		.plan_id = plan_id,
		.plan = record_plan(run->record, plan_id),
		.kind = document->kind->id,
		.id = arena_text(arena, id, strlen(id)),
	};
	map_set(&run->known, key, (void *)(uintptr_t)++cabinet->count);
	return cabinet->count - 1;
}

/* The document, or NULL where its blob cannot be read. */
static struct document *read_document(const struct filing_run *run, const struct filing *filing)
{
	struct document *document = NULL;
	struct buf bytes = BUF_INIT;
	size_t size;
	if (repo_blob_small(run->record->repo, &filing->blob, SOURCE_LARGEST, &bytes, &size,
	                    run->error) == 0)
		document = document_read(filing->path, bytes.bytes, bytes.length, DOCUMENT_WHOLE);
	buf_release(&bytes);
	return document;
}

/* The path no longer holds what it held. */
static void leave(struct filing_run *run, const struct filing *filing)
{
	uintptr_t held = (uintptr_t)map_get(&run->holders, filing->path);
	if (held == 0)
		return;
	map_set(&run->holders, filing->path, NULL);
	if (--run->paths[held - 1] != 0)
		return;
	struct filed *item = &run->cabinet->items[held - 1];
	item->withdrawn = item->versions[item->count - 1].left = filing->landing;
}

static int file_version(struct filing_run *run, const struct filing *filing)
{
	struct document *document = read_document(run, filing);
	if (document == NULL)
		return -1;
	if (document->kind == NULL || document_id(document) == NULL) {
		document_free(document);
		return 0;
	}
	size_t at = find_or_add(run, filing, document);
	struct filed *item = &run->cabinet->items[at];
	map_set(&run->holders, filing->path, (void *)(uintptr_t)(at + 1));
	run->paths[at]++;
	item->withdrawn = NULL;
	item->versions = arena_grow(&run->cabinet->arena, item->versions, item->count, &item->room,
	                            sizeof(*item->versions));
	item->versions[item->count++] = (struct filed_version){.landing = filing->landing,
	                                                       .path = filing->path,
	                                                       .blob = filing->blob,
	                                                       .document = document};
	return 0;
}

static int compare_items(const void *a, const void *b)
{
	const struct filed *first = a, *second = b;
	int order = strcmp(first->plan_id, second->plan_id);
	if (order == 0)
		order = (int)first->kind - (int)second->kind;
	return order != 0 ? order : strcmp(first->id, second->id);
}

int cabinet_read(const struct record *record, struct cabinet *cabinet, struct error *error)
{
	struct filing_run run = {.record = record, .cabinet = cabinet, .error = error};
	int result = 0;
	*cabinet = (struct cabinet){.arena = ARENA_INIT};
	/* What one landing takes away it may bring back elsewhere: that goes on. */
	for (size_t i = 0, end; i < record->filing_count && result == 0; i = end) {
		const struct landing *landing = record->filings[i].landing;
		for (end = i; end < record->filing_count && record->filings[end].landing == landing;
		     end++)
			leave(&run, &record->filings[end]);
		for (size_t j = i; j < end && result == 0; j++)
			if (!record->filings[j].gone)
				result = file_version(&run, &record->filings[j]);
	}
	if (cabinet->count != 0)
		qsort(cabinet->items, cabinet->count, sizeof(*cabinet->items), compare_items);
	map_release(&run.known);
	map_release(&run.holders);
	free(run.paths);
	return result;
}

void cabinet_release(struct cabinet *cabinet)
{
	for (size_t i = 0; i < cabinet->count; i++)
		for (size_t j = 0; j < cabinet->items[i].count + cabinet->items[i].kept_back; j++)
			document_free(cabinet->items[i].versions[j].document);
	arena_release(&cabinet->arena);
	*cabinet = (struct cabinet){.arena = ARENA_INIT};
}

const struct filed *cabinet_find(const struct cabinet *cabinet, const char *plan_id,
                                 enum kind_id kind, const char *id)
{
	const struct filed key = {.plan_id = plan_id, .kind = kind, .id = id};
	return cabinet->count == 0 ? NULL
	                           : bsearch(&key, cabinet->items, cabinet->count,
	                                     sizeof(*cabinet->items), compare_items);
}

size_t cabinet_named(const struct cabinet *cabinet, const char *name, const struct filed **found)
{
	const char *slash = strchr(name, '/'), *id = slash == NULL ? name : slash + 1;
	size_t count = 0;
	bool standing = false;
	for (size_t i = cabinet->count; i-- > 0;) {
		const struct filed *item = &cabinet->items[i];
		bool here =
			slash == NULL || (strlen(item->plan_id) == (size_t)(slash - name) &&
		                          memcmp(item->plan_id, name, (size_t)(slash - name)) == 0);
		if (!here || strcmp(item->id, id) != 0 || (standing && item->withdrawn != NULL))
			continue;
		/* What was withdrawn is meant only where nothing else is. */
		count = !standing && item->withdrawn == NULL ? 1 : count + 1;
		standing = standing || item->withdrawn == NULL;
		*found = item;
	}
	return count;
}

const struct filed_version *filed_version(const struct filed *filed)
{
	return &filed->versions[filed->count - 1];
}

const struct document *filed_document(const struct filed *filed)
{
	return filed->withdrawn != NULL ? NULL : filed_version(filed)->document;
}
