/* How an index differs from a commit: declared in repo/index.h. */
#include <string.h>

#include "repo/index.h"
#include "repo/trees.h"

/* The documents of a commit, without those of folders that are the same in the index. */
struct committed {
	const struct index *index;
	struct files files;
	const char **same; /* those folders, in the order of paths, each with a slash behind it */
	size_t count, room;
};

static bool is_same(const char *path, const struct object_id *tree, void *context)
{
	struct committed *committed = context;
	const struct object_id *noted = map_get(&committed->index->folders, path);
	if (noted == NULL || !object_equal(noted, tree))
		return false;
	committed->same = arena_grow(&committed->files.arena, committed->same, committed->count,
	                             &committed->room, sizeof(*committed->same));
	committed->same[committed->count++] = arena_printf(&committed->files.arena, "%s/", path);
	return true;
}

static int add_file(const struct change *change, void *context)
{
	struct files *files = &((struct committed *)context)->files;
	files->items = arena_grow(&files->arena, files->items, files->count, &files->room,
	                          sizeof(*files->items));
	files->items[files->count++] =
		(struct file){arena_text(&files->arena, change->path, strlen(change->path)),
	                      change->type_after, change->after};
	return 0;
}

/* Whether the path lies in a folder that is the same; asked in the order of paths. */
static bool is_in_same(const struct committed *committed, size_t *at, const char *path)
{
	for (; *at < committed->count; ++*at) {
		const char *folder = committed->same[*at];
		int order = strncmp(path, folder, strlen(folder));
		if (order <= 0)
			return order == 0;
	}
	return false;
}

/* Tells of a document that is before, or after, or both. */
static int tell(const struct file *before, const struct file *after, change_function function,
                void *context)
{
	struct change change = {0};
	if (before != NULL) {
		change.path = before->path;
		if (before->type == FILE_REGULAR)
			change.before = before->blob;
	}
	if (after != NULL) {
		change.path = after->path;
		change.after = after->blob;
		change.type_after = after->type;
	}
	return function(&change, context);
}

static int compare(const struct committed *committed, const struct index *index,
                   change_function function, void *context)
{
	const struct files *files = &committed->files;
	size_t left = 0, right = 0, folder = 0;
	int result = 0;
	while (result == 0 && (left < files->count || right < index->count)) {
		const struct file *before = left < files->count ? &files->items[left] : NULL;
		const struct file *after = right < index->count ? &index->entries[right] : NULL;
		if (after != NULL && is_in_same(committed, &folder, after->path)) {
			right++;
			continue;
		}
		int order = before == NULL  ? 1
		            : after == NULL ? -1
		                            : strcmp(before->path, after->path);
		left += order <= 0;
		right += order >= 0;
		if (order == 0 && before->type == after->type &&
		    object_equal(&before->blob, &after->blob))
			continue;
		result = tell(order <= 0 ? before : NULL, order >= 0 ? after : NULL, function,
		              context);
	}
	return result;
}

int index_compare(struct repo *repo, const struct object_id *commit, const struct index *index,
                  change_function function, void *context, struct error *error)
{
	struct committed committed = {.index = index};
	struct object_id plans = {{0}};
	int result = commit == NULL ? 0 : trees_plans(repo, commit, &plans, error);
	if (result == 0)
		result = commit == NULL ? 0
		                        : trees_instead(repo, commit, add_file, &committed, error);
	if (result == 0)
		result = trees_list(repo, REPO_PLANS, &plans, is_same, add_file, &committed, error);
	if (result == 0)
		result = compare(&committed, index, function, context);
	files_release(&committed.files);
	return result;
}
