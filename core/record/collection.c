#include "record/collection.h"

#include <string.h>

#include "document/source.h"
#include "record/collecting.h"

/* Where the bytes of a file come from. */
typedef int (*read_function)(struct repo *repo, const struct file *file, struct buf *bytes,
                             size_t *size, struct error *error);

static int read_file(struct repo *repo, const struct file *file, struct buf *bytes, size_t *size,
                     struct error *error)
{
	return files_read(repo, file, SOURCE_LARGEST, bytes, size, error);
}

static int read_blob(struct repo *repo, const struct file *file, struct buf *bytes, size_t *size,
                     struct error *error)
{
	return repo_blob(repo, &file->blob, SOURCE_LARGEST, bytes, size, error);
}

const char *collect_id(const char *path)
{
	const char *slash = strchr(path, '/');
	return slash != NULL ? slash + 1 : "";
}

size_t collect_id_length(const char *path)
{
	return strcspn(collect_id(path), "/");
}

static bool same_folder(const char *a, const char *b)
{
	size_t length = collect_id_length(a);
	return length == collect_id_length(b) && memcmp(collect_id(a), collect_id(b), length) == 0;
}

static void note_plan(struct folder *folder, const struct document *document)
{
	const char *name = strrchr(document->path, '/');
	size_t top = strlen(REPO_PLANS) + 1 + strlen(folder->id);
	/* A document may have been moved to the place of plans/ itself. */
	if (name == NULL || strcmp(name, "/plan.md") != 0 || (size_t)(name - document->path) != top)
		return;
	folder->plan_document = document;
	folder->plan = document->plan;
}

/* Paths sort by folder first. */
void collect_folders(struct collection *collection)
{
	struct files *files = &collection->files;
	struct item *items = arena_new(&collection->arena, files->count * sizeof(*items));
	collection->folders = arena_new(&collection->arena, files->count * sizeof(struct folder));
	for (size_t i = 0; i < files->count; i++) {
		const char *path = files->items[i].path;
		if (i == 0 || !same_folder(path, files->items[i - 1].path)) {
			struct folder *folder = &collection->folders[collection->count++];
			folder->id = arena_text(&collection->arena, collect_id(path),
			                        collect_id_length(path));
			folder->items = items + i;
		}
		struct folder *folder = &collection->folders[collection->count - 1];
		folder->items[folder->count++] =
			(struct item){.path = path, .type = files->items[i].type};
	}
}

/* Reads the documents that are judged, or those BESIDE; not again what is there already. */
static int read_all(struct repo *repo, struct collection *collection, read_function read,
                    bool beside, struct error *error)
{
	struct buf bytes = BUF_INIT;
	size_t at = 0;
	int result = 0;
	for (size_t i = 0; i < collection->count && result == 0; i++) {
		struct folder *folder = &collection->folders[i];
		for (size_t j = 0; j < folder->count && result == 0; j++, at++) {
			struct item *item = &folder->items[j];
			size_t size = 0;
			if (item->type != FILE_REGULAR || item->document != NULL ||
			    item->beside != beside)
				continue;
			result = read(repo, &collection->files.items[at], &bytes, &size, error);
			if (result < 0)
				break;
			/* A file over the limit was not read; its size alone makes the fault. */
			item->document =
				document_read(item->path, bytes.bytes,
			                      size > SOURCE_LARGEST ? size : bytes.length,
			                      item->beside ? DOCUMENT_FIELDS : DOCUMENT_WHOLE);
			collection->documents += !item->beside;
			note_plan(folder, item->document);
		}
	}
	buf_release(&bytes);
	return result;
}

int collect_judged(struct repo *repo, struct collection *collection, struct error *error)
{
	return read_all(repo, collection, read_blob, false, error);
}

int collect_beside(struct repo *repo, struct collection *collection, struct error *error)
{
	return read_all(repo, collection, read_blob, true, error);
}

/* Reads what was listed, where RESULT says that it was. */
static int finish(struct repo *repo, struct collection *collection, int result, read_function read,
                  struct error *error)
{
	if (result == 0) {
		collect_folders(collection);
		result = read_all(repo, collection, read, false, error);
	}
	if (result < 0)
		collection_release(collection);
	return result;
}

int collection_read_worktree(struct repo *repo, struct collection *collection, struct error *error)
{
	*collection = (struct collection){0};
	int result = files_in_worktree(repo, &collection->files, error);
	collection->worktree = !collection->files.sparse;
	return finish(repo, collection, result, read_file, error);
}

int collection_read_commit(struct repo *repo, const struct object_id *commit,
                           struct collection *collection, struct error *error)
{
	*collection = (struct collection){0};
	int result = files_at(repo, commit, &collection->files, error);
	return finish(repo, collection, result, read_blob, error);
}

const struct folder *collection_folder(const struct collection *collection, const char *id)
{
	for (size_t i = 0; i < collection->count; i++)
		if (strcmp(collection->folders[i].id, id) == 0)
			return &collection->folders[i];
	return NULL;
}

void collection_release(struct collection *collection)
{
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++)
			document_free(collection->folders[i].items[j].document);
	files_release(&collection->files);
	arena_release(&collection->arena);
	*collection = (struct collection){0};
}
