#include "repo/trees.h"

#include <string.h>

#include "repo/commit.h"
#include "repo/internal.h"
#include "repo/paths.h"

struct entry {
	const char *name; /* NUL-terminated in the tree itself */
	size_t length;
	const unsigned char *id;
	unsigned mode;
};

/* What is still to be read of a tree. */
struct tree {
	git_odb_object *object; /* NULL: an empty tree */
	const char *at, *end;
	struct entry last; /* that was read; nameless before the first */
};

/* A walk down two trees at once. */
struct walk {
	struct repo *repo;
	struct buf path;
	change_function function;
	trees_known known; /* or NULL */
	void *context;
	struct error *error;
	size_t entries;
	bool folders; /* what stands in the place of a folder is reported too */
};

static int open_tree(struct repo *repo, const struct object_id *id, struct tree *tree,
                     struct error *error)
{
	*tree = (struct tree){0};
	if (id == NULL || object_is_none(id))
		return 0;
	git_odb_object **kept = &repo->trees[id->bytes[0]];
	git_oid oid = repo_oid(id);
	if (*kept == NULL || !git_oid_equal(git_odb_object_id(*kept), &oid)) {
		git_odb_object *object = NULL;
		if (repo_object(repo, id, GIT_OBJECT_TREE, LARGEST_TREE, &object, error) < 0)
			return -1;
		git_odb_object_free(*kept);
		*kept = object;
	}
	/* A reference of its own: going down may push this tree out of its place. */
	if (git_odb_object_dup(&tree->object, *kept) < 0)
		return repo_fail(error, "a folder cannot be kept in memory");
	tree->at = git_odb_object_data(tree->object);
	tree->end = tree->at + git_odb_object_size(tree->object);
	return 0;
}

static void close_tree(struct tree *tree)
{
	git_odb_object_free(tree->object);
}

static bool is_tree(const struct entry *entry)
{
	return entry != NULL && (entry->mode & 0170000) == 0040000;
}

/* git sorts a folder's name as if a slash stood behind it. */
static int compare_entries(const struct entry *a, const struct entry *b)
{
	size_t shared = a->length < b->length ? a->length : b->length;
	int order = memcmp(a->name, b->name, shared);
	if (order != 0)
		return order;
	unsigned char end_a = (unsigned char)(a->length > shared ? a->name[shared]
	                                      : is_tree(a)       ? '/'
	                                                         : 0);
	unsigned char end_b = (unsigned char)(b->length > shared ? b->name[shared]
	                                      : is_tree(b)       ? '/'
	                                                         : 0);
	return end_a - end_b;
}

/*
 * Whether an entry may stand behind the last one. git itself writes names in order, each
 * once and without a slash; a tree that somebody else made, with two files of one name,
 * would be one thing to us and another in a clone.
 */
static bool is_orderly(const struct tree *tree, const struct entry *entry)
{
	return memchr(entry->name, '/', entry->length) == NULL &&
	       (tree->last.name == NULL || compare_entries(&tree->last, entry) < 0);
}

/* Reads the next entry: 1, 0 at the end, -1 where the tree is damaged. */
static int next_entry(struct tree *tree, struct entry *entry)
{
	entry->name = NULL;
	if (tree->at == tree->end)
		return 0;
	entry->mode = 0;
	for (; tree->at < tree->end && *tree->at != ' '; tree->at++) {
		if (*tree->at < '0' || *tree->at > '7' || entry->mode > 0777777)
			return -1;
		entry->mode = entry->mode << 3 | (unsigned)(*tree->at - '0');
	}
	if (tree->at == tree->end)
		return -1;
	const char *name = tree->at + 1;
	const char *end = memchr(name, '\0', (size_t)(tree->end - name));
	if (end == NULL || end == name || tree->end - end - 1 < OBJECT_ID_SIZE)
		return -1;
	entry->name = name;
	entry->length = (size_t)(end - name);
	entry->id = (const unsigned char *)end + 1;
	tree->at = end + 1 + OBJECT_ID_SIZE;
	if (!is_orderly(tree, entry))
		return -1;
	tree->last = *entry;
	return 1;
}

static int fail_damaged(const struct tree *tree, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = repo_object_id(git_odb_object_id(tree->object));
	error_set(error, "the folder %s is damaged: git would not have written it like that",
	          object_hex(&id, hex));
	return error_hint(error, "git fsck says what is wrong with it");
}

static struct object_id id_of(const struct entry *entry)
{
	struct object_id id = {{0}};
	if (entry != NULL)
		memcpy(id.bytes, entry->id, OBJECT_ID_SIZE);
	return id;
}

enum file_type trees_type(unsigned mode, const char *path)
{
	if (!path_is_safe(path))
		return FILE_UNSAFE;
	switch (mode & 0170000) {
	case 0100000:
		return strcmp(path, REPO_PLANS) == 0 ? FILE_SPECIAL : FILE_REGULAR;
	case 0120000:
		return FILE_LINK;
	case 0160000:
		return FILE_SUBMODULE;
	default:
		return FILE_SPECIAL;
	}
}

bool trees_replaces_folder(unsigned mode, const char *path)
{
	enum file_type type = trees_type(mode, path);
	return strcmp(path, REPO_PLANS) == 0 ||
	       ((type == FILE_LINK || type == FILE_SUBMODULE) && path_is_folder(path));
}

static int compare_trees(struct walk *walk, const struct object_id *before,
                         const struct object_id *after, int depth);

static int report(struct walk *walk, const struct entry *before, const struct entry *after)
{
	struct change change = {.path = walk->path.bytes};
	if (!path_is_document(change.path) &&
	    !(walk->folders && after != NULL && trees_replaces_folder(after->mode, change.path)))
		return 0;
	if (before != NULL && trees_type(before->mode, change.path) == FILE_REGULAR)
		change.before = id_of(before);
	if (after != NULL) {
		change.after = id_of(after);
		change.type_after = trees_type(after->mode, change.path);
	}
	return walk->function(&change, walk->context);
}

/* Goes down where there is a folder on one side or both. */
static int visit_folder(struct walk *walk, const struct entry *before, const struct entry *after,
                        int depth)
{
	struct object_id tree_before = id_of(is_tree(before) ? before : NULL);
	struct object_id tree_after = id_of(is_tree(after) ? after : NULL);
	if ((!is_tree(before) && !is_tree(after)) || depth >= FILES_DEEPEST ||
	    (walk->known != NULL && walk->known(walk->path.bytes, &tree_after, walk->context)))
		return 0;
	return compare_trees(walk, &tree_before, &tree_after, depth + 1);
}

/* One name that differs: goes down into folders, reports files. */
static int visit(struct walk *walk, const struct entry *before, const struct entry *after,
                 int depth)
{
	size_t length = walk->path.length;
	const struct entry *named = before != NULL ? before : after;
	if (++walk->entries > FILES_MOST)
		return error_set(walk->error,
		                 "more than %d files below plans/; that is no improvement plan",
		                 FILES_MOST);
	buf_byte(&walk->path, '/');
	buf_add(&walk->path, named->name, named->length);
	int result = visit_folder(walk, before, after, depth);
	const struct entry *file_before = is_tree(before) ? NULL : before;
	const struct entry *file_after = is_tree(after) ? NULL : after;
	if (result == 0 && (file_before != NULL || file_after != NULL))
		result = report(walk, file_before, file_after);
	walk->path.length = length;
	walk->path.bytes[length] = '\0';
	return result;
}

static bool same_entry(const struct entry *a, const struct entry *b)
{
	return a->mode == b->mode && memcmp(a->id, b->id, OBJECT_ID_SIZE) == 0;
}

static int compare_trees(struct walk *walk, const struct object_id *before,
                         const struct object_id *after, int depth)
{
	struct tree a = {0}, b = {0};
	struct entry left, right;
	int result = -1;
	if (open_tree(walk->repo, before, &a, walk->error) < 0 ||
	    open_tree(walk->repo, after, &b, walk->error) < 0)
		goto done;
	int more_a = next_entry(&a, &left), more_b = next_entry(&b, &right);
	result = 0;
	while (result == 0 && (more_a > 0 || more_b > 0)) {
		int order = more_a <= 0 ? 1 : more_b <= 0 ? -1 : compare_entries(&left, &right);
		if (order != 0 || !same_entry(&left, &right))
			result = visit(walk, order <= 0 ? &left : NULL, order >= 0 ? &right : NULL,
			               depth);
		if (order <= 0)
			more_a = next_entry(&a, &left);
		if (order >= 0)
			more_b = next_entry(&b, &right);
	}
	if (result == 0 && (more_a < 0 || more_b < 0))
		result = fail_damaged(more_a < 0 ? &a : &b, walk->error);
done:
	close_tree(&a);
	close_tree(&b);
	return result;
}

int trees_find(struct repo *repo, const struct object_id *tree, const char *name, bool folder,
               struct object_id *id, struct error *error)
{
	struct tree opened = {0};
	struct entry entry;
	int more;
	*id = (struct object_id){{0}};
	if (open_tree(repo, tree, &opened, error) < 0)
		return -1;
	while ((more = next_entry(&opened, &entry)) > 0) {
		if (is_tree(&entry) != folder || strcmp(entry.name, name) != 0)
			continue;
		*id = id_of(&entry);
		break;
	}
	if (more < 0)
		fail_damaged(&opened, error);
	close_tree(&opened);
	return more < 0 ? -1 : 0;
}

/* What is called plans in a commit's root, and its mode: 0 where there is nothing. */
static int find_top(struct repo *repo, const struct object_id *root, struct object_id *id,
                    unsigned *mode, struct error *error)
{
	struct tree tree = {0};
	struct entry entry;
	int more, count = 0;
	*id = (struct object_id){{0}};
	*mode = 0;
	if (open_tree(repo, root, &tree, error) < 0)
		return -1;
	while ((more = next_entry(&tree, &entry)) > 0) {
		if (strcmp(entry.name, REPO_PLANS) != 0)
			continue;
		count++;
		*id = id_of(&entry);
		*mode = entry.mode;
	}
	bool sound = more == 0 && count <= 1;
	if (!sound)
		fail_damaged(&tree, error);
	close_tree(&tree);
	return sound ? 0 : -1;
}

int trees_top(struct repo *repo, const struct object_id *root, struct object_id *plans,
              struct error *error)
{
	unsigned mode;
	if (find_top(repo, root, plans, &mode, error) < 0)
		return -1;
	if ((mode & 0170000) != 0040000)
		*plans = (struct object_id){{0}};
	return 0;
}

static int compare_plans(struct walk *walk, const struct object_id *before,
                         const struct object_id *after)
{
	if (object_equal(before, after))
		return 0;
	buf_text(&walk->path, REPO_PLANS);
	int result = compare_trees(walk, before, after, 0);
	buf_release(&walk->path);
	return result;
}

static int read_root(struct repo *repo, const struct object_id *commit, struct object_id *root,
                     struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct commit_links links = {0};
	struct landing facts;
	int result = commit_read(repo, commit, &texts, &facts, &links, error);
	*root = links.tree;
	arena_release(&arena);
	return result;
}

int trees_plans(struct repo *repo, const struct object_id *commit, struct object_id *plans,
                struct error *error)
{
	struct object_id root;
	return read_root(repo, commit, &root, error) < 0 ? -1
	                                                 : trees_top(repo, &root, plans, error);
}

int trees_instead(struct repo *repo, const struct object_id *commit, change_function function,
                  void *context, struct error *error)
{
	struct change change = {.path = REPO_PLANS};
	struct object_id root;
	unsigned mode;
	if (read_root(repo, commit, &root, error) < 0 ||
	    find_top(repo, &root, &change.after, &mode, error) < 0)
		return -1;
	if (mode == 0 || (mode & 0170000) == 0040000)
		return 0;
	change.type_after = trees_type(mode, REPO_PLANS);
	return function(&change, context);
}

int trees_compare(struct repo *repo, const struct object_id *before, const struct object_id *after,
                  change_function function, void *context, struct error *error)
{
	struct walk walk = {.repo = repo,
	                    .path = BUF_INIT,
	                    .function = function,
	                    .context = context,
	                    .error = error};
	return compare_plans(&walk, before, after);
}

int trees_documents(struct repo *repo, const struct object_id *tree, change_function function,
                    void *context, struct error *error)
{
	static const struct object_id none = {{0}};
	struct walk walk = {.repo = repo,
	                    .path = BUF_INIT,
	                    .function = function,
	                    .context = context,
	                    .error = error,
	                    .folders = true};
	return compare_plans(&walk, &none, tree);
}

int trees_list(struct repo *repo, const char *path, const struct object_id *tree, trees_known known,
               change_function function, void *context, struct error *error)
{
	static const struct object_id none = {{0}};
	struct walk walk = {.repo = repo,
	                    .path = BUF_INIT,
	                    .function = function,
	                    .known = known,
	                    .context = context,
	                    .error = error,
	                    .folders = true};
	int depth = 0;
	if (object_is_none(tree) || (known != NULL && known(path, tree, context)))
		return 0;
	for (const char *at = path; *at != '\0'; at++)
		depth += *at == '/';
	buf_text(&walk.path, path);
	int result = compare_trees(&walk, &none, tree, depth);
	buf_release(&walk.path);
	return result;
}
