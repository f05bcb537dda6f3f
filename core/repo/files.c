#include "repo/files.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "repo/commit.h"
#include "repo/trees.h"

void files_release(struct files *files)
{
	arena_release(&files->arena);
	*files = (struct files){0};
}

/* The tree of plans/ in the commit; none where there is none. */
static int plans_of(struct repo *repo, const struct object_id *id, struct object_id *plans,
                    struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct commit_links links;
	struct landing facts;
	int result = commit_read(repo, id, &texts, &facts, &links, error);
	if (result == 0)
		result = trees_find(repo, &links.tree, REPO_PLANS, true, plans, error);
	arena_release(&arena);
	return result;
}

int files_changed(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
{
	struct object_id plans_before = {{0}}, plans_after;
	if ((before != NULL && plans_of(repo, before, &plans_before, error) < 0) ||
	    plans_of(repo, after, &plans_after, error) < 0)
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
	if (plans_of(repo, commit, &plans, error) < 0)
		return -1;
	int result = trees_documents(repo, &plans, add_file, files, error);
	if (result == 0 && files->count != 0)
		qsort(files->items, files->count, sizeof(*files->items), compare_paths);
	return result;
}
