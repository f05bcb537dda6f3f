#include "repo/files.h"

#include <stdlib.h>
#include <string.h>

#include "repo/trees.h"

void files_release(struct files *files)
{
	arena_release(&files->arena);
	*files = (struct files){0};
}

int files_changed(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
{
	struct object_id plans_before = {{0}}, plans_after;
	if ((before != NULL && trees_plans(repo, before, &plans_before, error) < 0) ||
	    trees_plans(repo, after, &plans_after, error) < 0)
		return -1;
	return trees_compare(repo, &plans_before, &plans_after, function, context, error);
}

static int add_file(const struct change *change, void *context)
{
	struct files *files = context;
	files->items = arena_grow(&files->arena, files->items, files->count, &files->room,
	                          sizeof(*files->items));
	files->items[files->count++] = (struct file){
		.path = arena_text(&files->arena, change->path, strlen(change->path)),
		.type = change->type_after,
		.blob = change->after,
	};
	return 0;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

int files_at(struct repo *repo, const struct object_id *commit, struct files *files,
             struct error *error)
{
	struct object_id plans;
	*files = (struct files){0};
	if (trees_plans(repo, commit, &plans, error) < 0)
		return -1;
	int result = trees_instead(repo, commit, add_file, files, error);
	if (result == 0)
		result = trees_documents(repo, &plans, add_file, files, error);
	if (result == 0 && files->count != 0)
		qsort(files->items, files->count, sizeof(*files->items), compare_paths);
	return result;
}
