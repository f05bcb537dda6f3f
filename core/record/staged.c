/* What a commit of the index would change: declared in record/collection.h. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "record/collecting.h"
#include "record/outline.h"
#include "repo/ids.h"
#include "repo/index.h"

static void add_file(struct files *files, const struct file *file)
{
	files->items = arena_grow(&files->arena, files->items, files->count, &files->room,
	                          sizeof(*files->items));
	files->items[files->count++] = (struct file){
		arena_text(&files->arena, file->path, strlen(file->path)), file->type, file->blob};
}

/* The changes of a commit that has not been made yet: by path, and by folder. */
struct staging {
	struct arena arena;
	struct map changed; /* paths */
	struct map touched; /* ids of folders */
	struct map whole;   /* the same, where plan.md is changed */
	struct collection *collection;
};

static void add_replaced(struct collection *collection, const struct replaced *replaced)
{
	collection->replaced =
		arena_grow(&collection->arena, collection->replaced, collection->replaced_count,
	                   &collection->replaced_room, sizeof(*collection->replaced));
	collection->replaced[collection->replaced_count++] = (struct replaced){
		arena_text(&collection->arena, replaced->path, strlen(replaced->path)),
		replaced->blob};
}

static int note_change(const struct change *change, void *context)
{
	struct staging *staging = context;
	const char *path = arena_text(&staging->arena, change->path, strlen(change->path));
	const char *id = arena_text(&staging->arena, collect_id(path), collect_id_length(path));
	map_set(&staging->changed, path, staging);
	map_set(&staging->touched, id, staging);
	if (strcmp(collect_id(path) + strlen(id), "/plan.md") == 0)
		map_set(&staging->whole, id, staging);
	if (!object_is_none(&change->before))
		add_replaced(staging->collection, &(struct replaced){path, change->before});
	return 0;
}

static bool is_touched(const struct staging *staging, const char *path)
{
	struct arena arena = ARENA_INIT;
	const char *id = arena_text(&arena, collect_id(path), collect_id_length(path));
	bool touched = map_get(&staging->touched, id) != NULL;
	arena_release(&arena);
	return touched;
}

static int compare_folders(const void *a, const void *b)
{
	return strcmp(((const struct folder *)a)->id, ((const struct folder *)b)->id);
}

/* The folders of which nothing is left, at their places by id. */
static void add_emptied(struct collection *collection)
{
	size_t room = collection->count + collection->replaced_count;
	struct folder *folders = arena_new(&collection->arena, room * sizeof(*folders));
	if (collection->count != 0)
		memcpy(folders, collection->folders, collection->count * sizeof(*folders));
	collection->folders = folders;
	for (size_t i = 0; i < collection->replaced_count; i++) {
		const char *path = collection->replaced[i].path;
		const char *id =
			arena_text(&collection->arena, collect_id(path), collect_id_length(path));
		if (collection_folder(collection, id) == NULL)
			folders[collection->count++] = (struct folder){.id = id};
	}
	if (collection->count != 0)
		qsort(folders, collection->count, sizeof(*folders), compare_folders);
}

/* What was not changed stands beside what was. */
static void mark_staged(struct collection *collection, const struct staging *staging)
{
	for (size_t i = 0; i < collection->count; i++) {
		struct folder *folder = &collection->folders[i];
		bool whole = map_get(&staging->whole, folder->id) != NULL;
		for (size_t j = 0; j < folder->count; j++)
			folder->items[j].beside =
				!whole && map_get(&staging->changed, folder->items[j].path) == NULL;
	}
}

/* What the documents on record are about, by their blobs. */
struct claim {
	struct object_id blob;
	const char *workstream; /* NULL: an overview */
	struct period period;
};

struct claims {
	struct claim *items;
	size_t count, room;
	struct ids ids;
};

static void add_claims(struct claims *claims, const char *workstream, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		const struct version *version = standing_version(standing);
		if (ids_find(&claims->ids, claims->items, sizeof(*claims->items), &version->blob) !=
		    UINT32_MAX)
			continue;
		claims->items = mem_grow(claims->items, claims->count, &claims->room,
		                         sizeof(*claims->items));
		claims->items[claims->count] =
			(struct claim){version->blob, workstream, standing->period};
		ids_add(&claims->ids, claims->items, sizeof(*claims->items),
		        (uint32_t)claims->count++);
	}
}

/* The documents beside what is judged need not be read where the outline knows them. */
static void presume(struct collection *collection, const struct record *outline)
{
	struct claims claims = {0};
	for (size_t i = 0; i < outline->count; i++) {
		const struct plan_record *plan = &outline->plans[i];
		add_claims(&claims, NULL, &plan->programme);
		for (size_t j = 0; j < plan->count; j++)
			add_claims(&claims, plan->workstreams[j].id, &plan->workstreams[j]);
	}
	for (size_t i = 0, at = 0; i < collection->count && claims.items != NULL; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++, at++) {
			struct item *item = &collection->folders[i].items[j];
			uint32_t number = ids_find(&claims.ids, claims.items, sizeof(*claims.items),
			                           &collection->files.items[at].blob);
			if (!item->beside || item->type != FILE_REGULAR || number == UINT32_MAX)
				continue;
			const struct claim *claim = &claims.items[number];
			item->document =
				document_presume(item->path, claim->workstream, claim->period);
			item->presumed = true;
		}
	free(claims.items);
	ids_release(&claims.ids);
}

int collection_read_presumed(struct repo *repo, struct collection *collection, struct error *error)
{
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++) {
			struct item *item = &collection->folders[i].items[j];
			if (!item->presumed)
				continue;
			document_free(item->document);
			item->document = NULL;
			item->presumed = false;
		}
	return collect_beside(repo, collection, error);
}

/* Lists what the index has of the plans that a commit of it would touch. */
static int list_staged(struct repo *repo, const struct object_id *head,
                       struct collection *collection, struct error *error)
{
	struct staging staging = {.arena = ARENA_INIT, .collection = collection};
	struct index index;
	int result = index_read(repo, &index, error);
	if (result == 0)
		result = index_compare(repo, head, &index, note_change, &staging, error);
	for (size_t i = 0; i < index.count && result == 0 && staging.changed.count != 0; i++)
		if (is_touched(&staging, index.entries[i].path))
			add_file(&collection->files, &index.entries[i]);
	collect_folders(collection);
	add_emptied(collection);
	mark_staged(collection, &staging);
	index_release(&index);
	map_release(&staging.changed);
	map_release(&staging.touched);
	map_release(&staging.whole);
	arena_release(&staging.arena);
	return result;
}

int collection_read_staged(struct repo *repo, const struct object_id *head,
                           struct collection *collection, struct record **outline,
                           struct error *error)
{
	*collection = (struct collection){.partial = true};
	if (outline != NULL)
		*outline = NULL;
	int result = list_staged(repo, head, collection, error);
	if (result == 0)
		result = collect_judged(repo, collection, error);
	if (result == 0 && outline != NULL && head != NULL && collection->count != 0)
		*outline = outline_read(repo, head, collection);
	if (outline != NULL && *outline != NULL)
		presume(collection, *outline);
	if (result == 0)
		result = collect_beside(repo, collection, error);
	if (result < 0)
		collection_release(collection);
	return result;
}

/* What is staged, to find what it was before. */
struct lookup {
	struct arena arena;
	struct map items;   /* by path */
	struct map folders; /* by id */
	struct map fresh;   /* the paths that HEAD has not, by the blob: renamed, maybe */
};

static void fill_lookup(struct lookup *lookup, const struct collection *staged,
                        const struct files *head)
{
	struct map before = MAP_INIT;
	char hex[OBJECT_HEX_SIZE];
	for (size_t i = 0; i < head->count; i++)
		map_set(&before, head->items[i].path, &head->items[i]);
	for (size_t i = 0, at = 0; i < staged->count; i++) {
		const struct folder *folder = &staged->folders[i];
		map_set(&lookup->folders, folder->id, (void *)folder);
		for (size_t j = 0; j < folder->count; j++, at++) {
			const struct file *file = &staged->files.items[at];
			map_set(&lookup->items, file->path, &folder->items[j]);
			if (map_get(&before, file->path) != NULL)
				continue;
			object_hex(&file->blob, hex);
			map_set(&lookup->fresh, arena_text(&lookup->arena, hex, strlen(hex)),
			        (void *)file->path);
		}
	}
	map_release(&before);
}

/* Where a file of HEAD stands now: where it stood, unless it was renamed. */
static const char *path_now(struct lookup *lookup, const struct file *file)
{
	char hex[OBJECT_HEX_SIZE];
	if (map_get(&lookup->items, file->path) != NULL)
		return file->path;
	const char *renamed = map_get(&lookup->fresh, object_hex(&file->blob, hex));
	if (renamed == NULL)
		return file->path;
	map_set(&lookup->fresh, arena_text(&lookup->arena, hex, strlen(hex)), NULL);
	return renamed;
}

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

int collection_read_before(struct repo *repo, const struct object_id *head,
                           const struct collection *staged, struct collection *collection,
                           struct error *error)
{
	struct lookup lookup = {.arena = ARENA_INIT};
	struct files files;
	*collection = (struct collection){0};
	int result = files_at(repo, head, &files, error);
	if (result == 0)
		fill_lookup(&lookup, staged, &files);
	for (size_t i = 0; i < files.count && result == 0; i++) {
		struct file file = files.items[i];
		file.path = path_now(&lookup, &file);
		const char *id = arena_text(&lookup.arena, collect_id(file.path),
		                            collect_id_length(file.path));
		if (map_get(&lookup.folders, id) != NULL)
			add_file(&collection->files, &file);
	}
	if (result == 0) {
		if (collection->files.count != 0)
			qsort(collection->files.items, collection->files.count, sizeof(struct file),
			      compare_files);
		collect_folders(collection);
		for (size_t i = 0; i < collection->count; i++)
			for (size_t j = 0; j < collection->folders[i].count; j++) {
				struct item *item = &collection->folders[i].items[j];
				const struct item *now = map_get(&lookup.items, item->path);
				item->beside = now == NULL || now->beside;
			}
		result = collect_judged(repo, collection, error);
		if (result == 0)
			result = collect_beside(repo, collection, error);
	}
	if (result < 0)
		collection_release(collection);
	files_release(&files);
	map_release(&lookup.items);
	map_release(&lookup.folders);
	map_release(&lookup.fresh);
	arena_release(&lookup.arena);
	return result;
}
