#include "repo/imagined.h"

#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <string.h>

#include "repo/files.h"
#include "repo/internal.h"

enum { IN_FRONT = 2 /* of the guard, see guard.c */ };

int repo_imagine(struct repo *repo, struct error *error)
{
	git_odb_backend *memory = NULL;
	if (git_mempack_new(&memory) < 0)
		return repo_fail(error, "no objects can be kept in memory");
	if (git_odb_add_backend(repo->objects, memory, IN_FRONT) < 0) {
		memory->free(memory);
		return repo_fail(error, "no objects can be kept in memory");
	}
	repo->quarantined = true;
	return 0;
}

/* What is being made. */
struct imagination {
	struct repo *repo;
	git_index *index;
	struct files before; /* the documents of HEAD */
	struct arena arena;
	git_tree_update *updates;
	size_t count, room;
	struct error *error;
};

static git_tree_update *add_update(struct imagination *imagination, const char *path)
{
	imagination->updates =
		arena_grow(&imagination->arena, imagination->updates, imagination->count,
	                   &imagination->room, sizeof(*imagination->updates));
	git_tree_update *update = &imagination->updates[imagination->count++];
	*update = (git_tree_update){
		.action = GIT_TREE_UPDATE_UPSERT, .filemode = GIT_FILEMODE_BLOB, .path = path};
	return update;
}

/* BEFORE is NULL for a file that HEAD does not have. */
static int put_file(struct imagination *imagination, const struct file *before,
                    const struct imagined_file *file)
{
	git_oid id;
	if (file->bytes == NULL)
		return 0;
	if (git_odb_hash(&id, file->bytes, file->length, GIT_OBJECT_BLOB) < 0)
		return repo_fail(imagination->error, "%.200s cannot be taken in", file->path);
	struct object_id blob = repo_object_id(&id);
	if (before != NULL && before->type == FILE_REGULAR && object_equal(&before->blob, &blob))
		return 0;
	git_tree_update *update = add_update(imagination, file->path);
	if (git_blob_create_from_buffer(&update->id, imagination->repo->git, file->bytes,
	                                file->length) < 0)
		return repo_fail(imagination->error, "%.200s cannot be taken in", file->path);
	return 0;
}

/* Of HEAD, and not in the working tree. */
static void take_away(struct imagination *imagination, const struct file *file)
{
	const git_index_entry *entry = git_index_get_bypath(imagination->index, file->path, 0);
	if (file->type != FILE_REGULAR ||
	    (entry != NULL && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0))
		return;
	add_update(imagination, file->path)->action = GIT_TREE_UPDATE_REMOVE;
}

/* Goes down both lists, which are sorted by path. */
static int compare_files(struct imagination *imagination, const struct imagined_file *files,
                         size_t count)
{
	const struct files *before = &imagination->before;
	size_t old = 0, new = 0;
	while (old < before->count || new < count) {
		int order = old == before->count ? 1
		            : new == count       ? -1
		                                 : strcmp(before->items[old].path, files[new].path);
		if (order < 0)
			take_away(imagination, &before->items[old]);
		else if (put_file(imagination, order == 0 ? &before->items[old] : NULL,
		                  &files[new]) < 0)
			return -1;
		old += order <= 0;
		new += order >= 0;
	}
	return 0;
}

/* The commit itself. PARENT is NULL for the first of all; WHEN its date at the earliest. */
static int write_commit(struct repo *repo, git_commit *parent, git_tree *tree, int64_t when,
                        struct object_id *commit, struct error *error)
{
	git_signature *who = NULL;
	git_oid id;
	const git_commit *parents[] = {parent};
	int64_t earliest = parent != NULL ? git_commit_time(parent) : when;
	int code = git_signature_new(&who, IMAGINED_AUTHOR, "preview@localhost",
	                             when > earliest ? when : earliest, 0);
	if (code == 0)
		code = git_commit_create(&id, repo->git, NULL, who, who, NULL,
		                         "What is not committed yet\n", tree, parent != NULL,
		                         parents);
	git_signature_free(who);
	if (code < 0)
		return repo_fail(error, "what is not committed yet cannot be put together");
	*commit = repo_object_id(&id);
	return 0;
}

/* The commit and its tree; both NULL where nothing was committed yet. */
static int look_up(struct repo *repo, const struct object_id *head, git_commit **parent,
                   git_tree **tree, struct error *error)
{
	*parent = NULL;
	*tree = NULL;
	if (head == NULL)
		return 0;
	git_oid id = repo_oid(head);
	if (git_commit_lookup(parent, repo->git, &id) == 0 && git_commit_tree(tree, *parent) == 0)
		return 0;
	return repo_fail(error, "the commit that HEAD names cannot be read");
}

int imagined_pause(struct repo *repo, const struct object_id *head, int64_t when,
                   struct object_id *commit, struct error *error)
{
	git_commit *parent;
	git_tree *tree;
	int result = look_up(repo, head, &parent, &tree, error);
	if (result == 0)
		result = write_commit(repo, parent, tree, when, commit, error);
	git_tree_free(tree);
	git_commit_free(parent);
	return result;
}

static int open_index(struct imagination *imagination)
{
	struct buf path = BUF_INIT;
	int code = git_index_open(&imagination->index, repo_index_path(imagination->repo, &path));
	buf_release(&path);
	return code < 0
	               ? repo_fail(imagination->error, "the index of the repository cannot be read")
	               : 0;
}

static int write_changes(struct imagination *imagination, const struct object_id *head,
                         int64_t when, struct object_id *commit)
{
	git_repository *git = imagination->repo->git;
	git_commit *parent;
	git_tree *before, *after = NULL;
	git_oid root;
	int result = look_up(imagination->repo, head, &parent, &before, imagination->error);
	if (result == 0 && (git_tree_create_updated(&root, git, before, imagination->count,
	                                            imagination->updates) < 0 ||
	                    git_tree_lookup(&after, git, &root) < 0))
		result = repo_fail(imagination->error,
		                   "what is not committed yet cannot be put together");
	if (result == 0)
		result = write_commit(imagination->repo, parent, after, when, commit,
		                      imagination->error);
	git_tree_free(after);
	git_tree_free(before);
	git_commit_free(parent);
	return result;
}

int imagined_commit(struct repo *repo, const struct object_id *head,
                    const struct imagined_file *files, size_t count, int64_t when,
                    struct object_id *commit, size_t *changes, struct error *error)
{
	struct imagination imagination = {.repo = repo, .arena = ARENA_INIT, .error = error};
	int result = open_index(&imagination);
	if (result == 0 && head != NULL)
		result = files_at(repo, head, &imagination.before, error);
	if (result == 0)
		result = compare_files(&imagination, files, count);
	if (result == 0)
		result = write_changes(&imagination, head, when, commit);
	*changes = imagination.count;
	files_release(&imagination.before);
	git_index_free(imagination.index);
	arena_release(&imagination.arena);
	return result;
}
