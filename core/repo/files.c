#include "repo/files.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "repo/internal.h"
#include "repo/paths.h"

/* A walk down one tree, or down two side by side. */
struct walk {
	struct repo *repo;
	struct buf path;
	change_function function;
	void *context;
	struct error *error;
	size_t entries;
};

void files_release(struct files *files)
{
	arena_release(&files->arena);
	*files = (struct files){0};
}

/* The tree of plans/ in the commit; NULL where there is none. */
static int plans_tree(struct repo *repo, const struct object_id *id, git_tree **tree,
                      struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid = repo_oid(id);
	git_commit *commit = NULL;
	git_tree *root = NULL;
	int result = -1;
	*tree = NULL;
	if (git_commit_lookup(&commit, repo->git, &oid) < 0) {
		repo_fail(error, "commit %s cannot be read", object_hex(id, hex));
		goto done;
	}
	if (git_commit_tree(&root, commit) < 0) {
		repo_fail(error, "the tree of commit %s cannot be read", object_hex(id, hex));
		goto done;
	}
	const git_tree_entry *entry = git_tree_entry_byname(root, REPO_PLANS);
	if (entry == NULL || git_tree_entry_type(entry) != GIT_OBJECT_TREE) {
		result = 0;
		goto done;
	}
	if (git_tree_lookup(tree, repo->git, git_tree_entry_id(entry)) < 0) {
		repo_fail(error, "the folder plans/ of commit %s cannot be read",
		          object_hex(id, hex));
		goto done;
	}
	result = 0;
done:
	git_tree_free(root);
	git_commit_free(commit);
	return result;
}

static bool is_tree(const git_tree_entry *entry)
{
	return entry != NULL && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

static enum file_type type_of(const git_tree_entry *entry, const char *path)
{
	if (!path_is_safe(path))
		return FILE_UNSAFE;
	switch (git_tree_entry_filemode_raw(entry) & 0170000) {
	case 0100000:
		return FILE_REGULAR;
	case 0120000:
		return FILE_LINK;
	case 0160000:
		return FILE_SUBMODULE;
	default:
		return FILE_SPECIAL;
	}
}

/* git sorts a folder's name as if a slash stood behind it. */
static int compare_entries(const git_tree_entry *a, const git_tree_entry *b)
{
	const char *name_a = git_tree_entry_name(a), *name_b = git_tree_entry_name(b);
	size_t length_a = strlen(name_a), length_b = strlen(name_b);
	size_t shared = length_a < length_b ? length_a : length_b;
	int order = memcmp(name_a, name_b, shared);
	if (order != 0)
		return order;
	unsigned char end_a = (unsigned char)(length_a > shared ? name_a[shared]
	                                      : is_tree(a)      ? '/'
	                                                        : 0);
	unsigned char end_b = (unsigned char)(length_b > shared ? name_b[shared]
	                                      : is_tree(b)      ? '/'
	                                                        : 0);
	return end_a - end_b;
}

static int compare_trees(struct walk *walk, const git_tree *before, const git_tree *after,
                         int depth);

static int open_tree(struct walk *walk, const git_tree_entry *entry, git_tree **tree)
{
	*tree = NULL;
	if (!is_tree(entry))
		return 0;
	if (git_tree_lookup(tree, walk->repo->git, git_tree_entry_id(entry)) < 0)
		return repo_fail(walk->error, "the folder %.200s cannot be read", walk->path.bytes);
	return 0;
}

/* One name that differs: goes down into folders, reports files. */
static int visit(struct walk *walk, const git_tree_entry *before, const git_tree_entry *after,
                 int depth)
{
	size_t length = walk->path.length;
	git_tree *tree_before = NULL, *tree_after = NULL;
	int result = 0;
	if (++walk->entries > FILES_MOST)
		return error_set(walk->error,
		                 "more than %d files below plans/; that is no improvement plan",
		                 FILES_MOST);
	buf_byte(&walk->path, '/');
	buf_text(&walk->path, git_tree_entry_name(before != NULL ? before : after));
	if (is_tree(before) || is_tree(after)) {
		if (depth >= FILES_DEEPEST)
			goto done;
		result = -1;
		if (open_tree(walk, before, &tree_before) < 0 ||
		    open_tree(walk, after, &tree_after) < 0)
			goto done;
		result = compare_trees(walk, tree_before, tree_after, depth + 1);
		if (result != 0)
			goto done;
	}
	const git_tree_entry *file_before = is_tree(before) ? NULL : before;
	const git_tree_entry *file_after = is_tree(after) ? NULL : after;
	if ((file_before != NULL || file_after != NULL) && path_is_document(walk->path.bytes)) {
		struct change change = {.path = walk->path.bytes};
		if (file_before != NULL && type_of(file_before, walk->path.bytes) == FILE_REGULAR)
			change.before = repo_object_id(git_tree_entry_id(file_before));
		if (file_after != NULL) {
			change.after = repo_object_id(git_tree_entry_id(file_after));
			change.type_after = type_of(file_after, walk->path.bytes);
		}
		result = walk->function(&change, walk->context);
	}
done:
	git_tree_free(tree_before);
	git_tree_free(tree_after);
	walk->path.length = length;
	walk->path.bytes[length] = '\0';
	return result;
}

static bool same_entry(const git_tree_entry *a, const git_tree_entry *b)
{
	return git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
	       git_tree_entry_filemode_raw(a) == git_tree_entry_filemode_raw(b);
}

static int compare_trees(struct walk *walk, const git_tree *before, const git_tree *after,
                         int depth)
{
	size_t i = 0, j = 0;
	size_t count_before = before == NULL ? 0 : git_tree_entrycount(before);
	size_t count_after = after == NULL ? 0 : git_tree_entrycount(after);
	while (i < count_before || j < count_after) {
		const git_tree_entry *a =
			i < count_before ? git_tree_entry_byindex(before, i) : NULL;
		const git_tree_entry *b = j < count_after ? git_tree_entry_byindex(after, j) : NULL;
		int order = a == NULL ? 1 : b == NULL ? -1 : compare_entries(a, b);
		i += order <= 0 ? 1 : 0;
		j += order >= 0 ? 1 : 0;
		if (order == 0 && same_entry(a, b))
			continue;
		int result = visit(walk, order <= 0 ? a : NULL, order >= 0 ? b : NULL, depth);
		if (result != 0)
			return result;
	}
	return 0;
}

int files_changed(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
{
	struct walk walk = {repo, BUF_INIT, function, context, error, 0};
	git_tree *tree_before = NULL, *tree_after = NULL;
	int result = -1;
	buf_text(&walk.path, REPO_PLANS);
	if (before != NULL && plans_tree(repo, before, &tree_before, error) < 0)
		goto done;
	if (plans_tree(repo, after, &tree_after, error) < 0)
		goto done;
	bool same = tree_before != NULL && tree_after != NULL &&
	            git_oid_equal(git_tree_id(tree_before), git_tree_id(tree_after));
	result = same ? 0 : compare_trees(&walk, tree_before, tree_after, 0);
done:
	git_tree_free(tree_before);
	git_tree_free(tree_after);
	buf_release(&walk.path);
	return result;
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
	*files = (struct files){0};
	int result = files_changed(repo, NULL, commit, add_file, files, error);
	if (result == 0 && files->count != 0)
		qsort(files->items, files->count, sizeof(*files->items), compare_paths);
	return result;
}
