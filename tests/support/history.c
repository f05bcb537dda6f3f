#include "support/history.h"

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* Fails the test with libgit2's own words. */
static void check(int code, const char *what)
{
	if (code >= 0)
		return;
	const git_error *reason = git_error_last();
	fail_msg("%s: %s", what, reason != NULL ? reason->message : "no reason given");
}

static void free_repository(void *repository)
{
	git_repository_free(repository);
}

static struct history *make(struct sandbox *sandbox, const char *folder, unsigned flags)
{
	struct history *history = arena_new(&sandbox->arena, sizeof(*history));
	git_repository_init_options options;
	git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
	history->sandbox = sandbox;
	history->folder = sandbox_path(sandbox, folder);
	options.flags = GIT_REPOSITORY_INIT_MKPATH | flags;
	options.initial_head = "main";
	check(git_repository_init_ext(&history->git, history->folder, &options), folder);
	sandbox_defer(sandbox, free_repository, history->git);
	return history;
}

struct history *history_new(struct sandbox *sandbox, const char *folder)
{
	return make(sandbox, folder, 0);
}

struct history *history_new_bare(struct sandbox *sandbox, const char *folder)
{
	return make(sandbox, folder, GIT_REPOSITORY_INIT_BARE);
}

struct history *history_open(struct sandbox *sandbox, const char *folder)
{
	struct history *history = arena_new(&sandbox->arena, sizeof(*history));
	history->sandbox = sandbox;
	history->folder = sandbox_path(sandbox, folder);
	check(git_repository_open(&history->git, history->folder), folder);
	sandbox_defer(sandbox, free_repository, history->git);
	return history;
}

void history_in_memory(struct history *history)
{
	enum { BEFORE_ALL_OTHERS = 999 };
	git_odb *objects;
	check(git_mempack_new(&history->pack), "objects in memory");
	check(git_repository_odb(&objects, history->git), "the objects");
	check(git_odb_add_backend(objects, history->pack, BEFORE_ALL_OTHERS), "the objects");
	git_odb_free(objects);
}

void history_flush(struct history *history)
{
	git_odb *objects;
	git_odb_writepack *writer;
	git_indexer_progress progress = {0};
	git_buf pack = GIT_BUF_INIT;
	check(git_mempack_dump(&pack, history->git, history->pack), "a pack");
	check(git_repository_odb(&objects, history->git), "the objects");
	check(git_odb_write_pack(&writer, objects, NULL, NULL), "a pack");
	check(writer->append(writer, pack.ptr, pack.size, &progress), "a pack");
	check(writer->commit(writer, &progress), "a pack");
	writer->free(writer);
	git_odb_free(objects);
	git_buf_dispose(&pack);
}

static git_signature *sign(const char *name, int day)
{
	git_signature *signature;
	struct buf email = BUF_INIT;
	for (const char *at = name; *at != '\0'; at++)
		if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'))
			buf_byte(&email, *at >= 'a' ? *at : (char)(*at - 'A' + 'a'));
		else if (*at == ' ')
			buf_byte(&email, '.');
	buf_text(&email, "@example.org");
	git_time_t time = HISTORY_EPOCH + (git_time_t)day * HISTORY_DAY;
	check(git_signature_new(&signature, name, email.bytes, time, 0), name);
	buf_release(&email);
	return signature;
}

static git_oid object_of(const struct object_id *id)
{
	git_oid oid;
	memcpy(oid.id, id->bytes, sizeof(oid.id));
	return oid;
}

static git_commit *commit_of(struct history *history, const char *revision)
{
	git_object *object, *commit;
	check(git_revparse_single(&object, history->git, revision), revision);
	check(git_object_peel(&commit, object, GIT_OBJECT_COMMIT), revision);
	git_object_free(object);
	return (git_commit *)commit;
}

struct object_id history_id(struct history *history, const char *revision)
{
	git_object *object;
	struct object_id id;
	check(git_revparse_single(&object, history->git, revision), revision);
	memcpy(id.bytes, git_object_id(object)->id, sizeof(id.bytes));
	git_object_free(object);
	return id;
}

const char *history_blob(struct history *history, const char *text)
{
	git_oid oid;
	char *hex = arena_new(&history->sandbox->arena, OBJECT_HEX_SIZE);
	check(git_blob_create_from_buffer(&oid, history->git, text, strlen(text)), "a blob");
	return git_oid_tostr(hex, OBJECT_HEX_SIZE, &oid);
}

static void apply(struct history *history, git_index *index, const struct row *row, unsigned mode)
{
	git_index_entry entry = {.mode = mode != 0 ? mode : 0100644, .path = row->path};
	if (row->path == NULL)
		return;
	if (row->text == NULL) {
		check(git_index_remove(index, row->path, 0), row->path);
		return;
	}
	const char *hex = mode == 0160000 ? row->text : history_blob(history, row->text);
	check(git_oid_fromstr(&entry.id, hex), row->path);
	check(git_index_add(index, &entry), row->path);
}

static const char *message_of(struct history *history, const struct commit *commit)
{
	if (commit->message != NULL)
		return commit->message;
	const char *path = commit->count != 0 ? commit->rows[0].path : NULL;
	return arena_printf(&history->sandbox->arena, "Day %d: %s\n", commit->day,
	                    path != NULL ? path : "nothing");
}

static void move_head(struct history *history, const git_oid *oid)
{
	git_reference *head = NULL, *moved = NULL;
	check(git_reference_lookup(&head, history->git, "HEAD"), "HEAD");
	const char *branch = git_reference_symbolic_target(head);
	check(git_reference_create(&moved, history->git, branch != NULL ? branch : "HEAD", oid, 1,
	                           "commit"),
	      "the branch");
	git_reference_free(moved);
	git_reference_free(head);
}

static struct object_id write_commit(struct history *history, const struct commit *commit,
                                     const git_oid *tree_id, size_t count, git_commit *parents[])
{
	git_signature *author = sign(commit->author, commit->day);
	git_signature *committer =
		sign(commit->committer != NULL ? commit->committer : commit->author,
	             commit->committed_on != 0 ? commit->committed_on : commit->day);
	git_tree *tree;
	git_oid oid;
	struct object_id id;
	check(git_tree_lookup(&tree, history->git, tree_id), "the commit's tree");
	check(git_commit_create(&oid, history->git, NULL, author, committer, NULL,
	                        message_of(history, commit), tree, count,
	                        (const git_commit **)parents),
	      "a commit");
	if (history->pack == NULL)
		move_head(history, &oid);
	git_tree_free(tree);
	git_signature_free(committer);
	git_signature_free(author);
	memcpy(id.bytes, oid.id, sizeof(id.bytes));
	return id;
}

enum { MOST_PARENTS = 16 };

static size_t find_parents(struct history *history, const char *revisions, git_commit *parents[])
{
	size_t count = 0;
	if (revisions == NULL) {
		if (git_repository_head_unborn(history->git) == 1)
			return 0;
		revisions = "HEAD";
	}
	for (const char *at = revisions; *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " ")) {
		assert_true(count < MOST_PARENTS);
		parents[count++] = commit_of(
			history, arena_text(&history->sandbox->arena, at, strcspn(at, " ")));
	}
	return count;
}

struct object_id history_commit(struct history *history, const struct commit *commit)
{
	git_commit *parents[MOST_PARENTS];
	size_t count = find_parents(history, commit->parents, parents);
	git_oid tree;
	if (commit->tree != NULL) {
		check(git_oid_fromstr(&tree, commit->tree), "the id of a tree");
	} else {
		git_index *index;
		git_tree *before = NULL;
		check(git_index_new(&index), "an index");
		if (count != 0) {
			check(git_commit_tree(&before, parents[0]), "the parent's tree");
			check(git_index_read_tree(index, before), "the parent's tree");
		}
		for (size_t i = 0; i < commit->count; i++)
			apply(history, index, &commit->rows[i], commit->mode);
		check(git_index_write_tree_to(&tree, index, history->git), "a tree");
		git_tree_free(before);
		git_index_free(index);
	}
	struct object_id id = write_commit(history, commit, &tree, count, parents);
	while (count > 0)
		git_commit_free(parents[--count]);
	return id;
}

void history_add(struct history *history, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count;) {
		size_t end = i + 1;
		while (end < count && rows[end].author == NULL)
			end++;
		history_commit(history, &(struct commit){.day = rows[i].day,
		                                         .author = rows[i].author,
		                                         .rows = rows + i,
		                                         .count = end - i});
		i = end;
	}
}

void history_add_as(struct history *history, unsigned mode, struct row row)
{
	history_commit(history, &(struct commit){.day = row.day,
	                                         .author = row.author,
	                                         .mode = mode,
	                                         .rows = &row,
	                                         .count = 1});
}

void history_merge(struct history *history, int day, const char *author, const char *branch,
                   const struct row *rows, size_t count)
{
	history_merge_saying(history, day, author, branch,
	                     arena_printf(&history->sandbox->arena, "Merge %s\n", branch), rows,
	                     count);
}

void history_merge_saying(struct history *history, int day, const char *author, const char *branch,
                          const char *message, const struct row *rows, size_t count)
{
	git_merge_options options;
	git_commit *parents[2] = {commit_of(history, "HEAD"), commit_of(history, branch)};
	git_index *index;
	git_oid tree;
	git_merge_options_init(&options, GIT_MERGE_OPTIONS_VERSION);
	options.file_favor = GIT_MERGE_FILE_FAVOR_THEIRS;
	check(git_merge_commits(&index, history->git, parents[0], parents[1], &options), branch);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].path != NULL)
			git_index_conflict_remove(index, rows[i].path);
		apply(history, index, &rows[i], 0);
	}
	check(git_index_write_tree_to(&tree, index, history->git), "a tree");
	struct commit commit = {
		.day = day,
		.author = author,
		.message = message,
	};
	write_commit(history, &commit, &tree, 2, parents);
	git_index_free(index);
	git_commit_free(parents[1]);
	git_commit_free(parents[0]);
}

void history_branch(struct history *history, const char *branch)
{
	history_reset(history, branch, "HEAD");
	history_switch(history, branch);
}

void history_switch(struct history *history, const char *branch)
{
	const char *name = arena_printf(&history->sandbox->arena, "refs/heads/%s", branch);
	check(git_repository_set_head(history->git, name), name);
}

static void point(struct history *history, const char *name, const git_oid *oid)
{
	git_reference *reference;
	check(git_reference_create(&reference, history->git, name, oid, 1, "test"), name);
	git_reference_free(reference);
}

void history_reset(struct history *history, const char *branch, const char *revision)
{
	struct object_id id = history_id(history, revision);
	git_oid oid = object_of(&id);
	point(history, arena_printf(&history->sandbox->arena, "refs/heads/%s", branch), &oid);
}

void history_tag(struct history *history, const char *tag)
{
	struct object_id id = history_id(history, "HEAD");
	git_oid oid = object_of(&id);
	point(history, arena_printf(&history->sandbox->arena, "refs/tags/%s", tag), &oid);
}

void history_tag_annotated(struct history *history, const char *tag)
{
	git_commit *commit = commit_of(history, "HEAD");
	git_signature *tagger = sign("Programme office", 0);
	git_oid oid;
	check(git_tag_create(&oid, history->git, tag, (git_object *)commit, tagger, tag, 0), tag);
	git_signature_free(tagger);
	git_commit_free(commit);
}

void history_checkout(struct history *history)
{
	git_checkout_options options;
	git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
	options.checkout_strategy = GIT_CHECKOUT_FORCE | GIT_CHECKOUT_REMOVE_UNTRACKED;
	check(git_checkout_head(history->git, &options), "checkout");
}

const char *history_raw_tree(struct history *history, const struct raw_entry *entries, size_t count)
{
	struct buf bytes = BUF_INIT;
	git_odb *objects;
	git_oid oid;
	char *hex = arena_new(&history->sandbox->arena, OBJECT_HEX_SIZE);
	for (size_t i = 0; i < count; i++) {
		check(git_oid_fromstr(&oid, entries[i].id), entries[i].name);
		buf_printf(&bytes, "%o %s", entries[i].mode, entries[i].name);
		buf_byte(&bytes, '\0');
		buf_add(&bytes, (const char *)oid.id, sizeof(oid.id));
	}
	check(git_repository_odb(&objects, history->git), "the objects");
	check(git_odb_write(&oid, objects, bytes.bytes, bytes.length, GIT_OBJECT_TREE), "a tree");
	git_odb_free(objects);
	buf_release(&bytes);
	return git_oid_tostr(hex, OBJECT_HEX_SIZE, &oid);
}

struct history *history_of_two(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {3, "Ann", "plans/p/2023-07/b.md", history_update("b", "2023-07", "amber")},
	        {4, "Ann", "README.md", "Not a document\n"});
	history_checkout(history);
	return history;
}
