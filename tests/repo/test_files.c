#include "support/testing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/files.h"
#include "support/command.h"
#include "support/history.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_at(struct sandbox *sandbox, const char *folder)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, sandbox_path(sandbox, folder), false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, repo);
	return repo;
}

static const char *type_name(enum file_type type)
{
	static const char *const names[] = {"file", "link", "submodule", "special", "unsafe"};
	return names[type];
}

/* A path and its type a line; the sandbox owns the text. */
static const char *print_files(struct sandbox *sandbox, struct files *files)
{
	const char *text = "";
	for (size_t i = 0; i < files->count; i++)
		text = arena_printf(&sandbox->arena, "%s%s %s\n", text, files->items[i].path,
		                    type_name(files->items[i].type));
	files_release(files);
	return text;
}

static const char *files_of(struct history *history, const char *revision)
{
	struct object_id commit = history_id(history, revision);
	struct files files;
	struct error error = ERROR_INIT;
	struct repo *repo = open_at(history->sandbox, "repo");
	if (files_at(repo, &commit, &files, &error) != 0)
		fail_msg("%s", error.what);
	return print_files(history->sandbox, &files);
}

static const char *worktree_files(struct sandbox *sandbox, const char *folder)
{
	struct files files;
	struct error error = ERROR_INIT;
	if (files_in_worktree(open_at(sandbox, folder), &files, &error) != 0)
		fail_msg("%s", error.what);
	return print_files(sandbox, &files);
}

/* A path and what happened to it, a line a change. */
static int add_change(const struct change *change, void *context)
{
	struct buf *text = context;
	bool before = !object_is_none(&change->before), after = !object_is_none(&change->after);
	buf_printf(text, "%s %s %s\n", change->path, type_name(change->type_after),
	           before ? (after ? "changed" : "deleted") : (after ? "added" : "other"));
	return 0;
}

static const char *changes(struct history *history, const char *before, const char *after)
{
	struct object_id from = {{0}}, to = history_id(history, after);
	struct buf text = BUF_INIT;
	struct error error = ERROR_INIT;
	if (before != NULL)
		from = history_id(history, before);
	if (files_changed(open_at(history->sandbox, "repo"), before != NULL ? &from : NULL, &to,
	                  add_change, &text, &error) != 0)
		fail_msg("%s", error.what);
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void documents_below_plans_are_listed_by_path(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/better/zebra.md", "z"},
	        {0, NULL, "plans/better/plan.md", "p"}, {0, NULL, "plans/better/a/b/c.md", "c"},
	        {0, NULL, "plans/better-2/plan.md", "p"}, {0, NULL, "plans/better/a.md", "a"},
	        {0, NULL, "plans/better/a-b.md", "a"}, {0, NULL, "plans/better/notes.txt", "n"},
	        {0, NULL, "plans/readme.md", "r"}, {0, NULL, "docs/plans/x/y.md", "y"},
	        {0, NULL, "plans/better/Zoë.md", "z"});
	assert_text(files_of(history, "HEAD"), "plans/better-2/plan.md file\n"
	                                       "plans/better/Zo\xc3\xab.md file\n"
	                                       "plans/better/a-b.md file\n"
	                                       "plans/better/a.md file\n"
	                                       "plans/better/a/b/c.md file\n"
	                                       "plans/better/plan.md file\n"
	                                       "plans/better/zebra.md file\n");
}

static void a_commit_without_plans_has_no_files(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "readme.md", "r"}, {2, "Ann", "plans", "a file"});
	assert_text(files_of(history, "HEAD~1"), "");
	assert_text(files_of(history, "HEAD"), "plans special\n");
	history_add_as(history, 0120000, (struct row){3, "Ann", "plans", "elsewhere"});
	assert_text(files_of(history, "HEAD"), "plans link\n");
}

static void what_is_no_plain_file_is_listed_as_what_it_is(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/better/x.md", "x"});
	struct object_id commit = history_id(history, "HEAD");
	char hex[OBJECT_HEX_SIZE];
	history_add_as(history, 0120000, (struct row){2, "Ann", "plans/better/link.md", "x.md"});
	history_add_as(history, 0160000,
	               (struct row){3, "Ann", "plans/better/module.md", object_hex(&commit, hex)});
	history_add_as(history, 0100755, (struct row){4, "Ann", "plans/better/run.md", "x"});
	assert_text(files_of(history, "HEAD"), "plans/better/link.md link\n"
	                                       "plans/better/module.md submodule\n"
	                                       "plans/better/run.md file\n"
	                                       "plans/better/x.md file\n");
}

/* Commits plans/better/ with these entries, as no honest git would. */
static void commit_raw(struct history *history, const struct raw_entry *entries, size_t count)
{
	struct raw_entry plan = {040000, "better", history_raw_tree(history, entries, count)};
	struct raw_entry plans = {040000, "plans", history_raw_tree(history, &plan, 1)};
	history_commit(history, &(struct commit){.day = 1,
	                                         .author = "Mallory",
	                                         .message = "raw",
	                                         .tree = history_raw_tree(history, &plans, 1)});
}

static void entries_that_no_honest_tool_writes_are_unsafe(void **state)
{
	struct history *history = history_new(*state, "repo");
	const char *blob = history_blob(history, "x");
	const struct raw_entry inside[] = {{0100644, "evil.md", blob}};
	const char *tree = history_raw_tree(history, inside, 1);
	const struct raw_entry entries[] = {
		{040000, "..", tree},         {040000, ".git", tree},
		{0100644, "a\nb.md", blob},   {0100644, "caf\xe9.md", blob},
		{0140000, "socket.md", blob}, {0100644, "x.md", blob},
	};
	commit_raw(history, entries, COUNT_OF(entries));
	assert_text(files_of(history, "HEAD"), "plans/better/../evil.md unsafe\n"
	                                       "plans/better/.git/evil.md unsafe\n"
	                                       "plans/better/a\nb.md unsafe\n"
	                                       "plans/better/caf\xe9.md unsafe\n"
	                                       "plans/better/socket.md special\n"
	                                       "plans/better/x.md file\n");
}

/* Two files of one name, names out of order or with a slash: another thing in a clone. */
static void a_folder_that_git_would_not_have_written_is_an_error(void **state)
{
	struct history *history = history_new(*state, "repo");
	const char *blob = history_blob(history, "x");
	const char *other = history_blob(history, "y");
	const struct raw_entry folders[][2] = {
		{{0100644, "x.md", blob}, {0100644, "x.md", other}},
		{{0100644, "x.md", blob}, {0120000, "x.md", other}},
		{{0100644, "y.md", blob}, {0100644, "x.md", other}},
		{{0100644, "../../evil.md", blob}, {0100644, "x.md", other}},
		{{0100644, "x.md", blob}, {0100644, "y/z.md", other}},
	};
	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		struct files files;
		struct error error = ERROR_INIT;
		commit_raw(history, folders[i], COUNT_OF(folders[i]));
		struct object_id commit = history_id(history, "HEAD");
		struct repo *repo = open_at(*state, "repo");
		assert_int_equal(files_at(repo, &commit, &files, &error), -1);
		assert_non_null(strstr(error.what, "is damaged"));
		files_release(&files);
	}
}

static void folders_are_gone_down_to_a_known_depth(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/1/2/3/4/5/6/7/8/x.md", "x"},
	        {0, NULL, "plans/1/2/3/4/5/6/7/8/9/x.md", "x"},
	        {0, NULL, "plans/1/2/3/4/5/6/7/8/9.md/x.md", "x"});
	assert_text(files_of(history, "HEAD"), "plans/1/2/3/4/5/6/7/8/x.md file\n");
	history_checkout(history);
	assert_text(worktree_files(*state, "repo"), "plans/1/2/3/4/5/6/7/8/x.md file\n");
}

/* A tree of ten entries, each of them the tree of ten entries, and so on. */
static void a_tree_that_unfolds_without_end_is_an_error_soon(void **state)
{
	struct history *history = history_new(*state, "repo");
	const char *id = history_blob(history, "x");
	unsigned mode = 0100644;
	for (size_t depth = 0; depth < 7; depth++) {
		struct raw_entry entries[10];
		for (size_t i = 0; i < 10; i++)
			entries[i] = (struct raw_entry){
				mode, arena_printf(&history->sandbox->arena, "%zu.md", i), id};
		id = history_raw_tree(history, entries, 10);
		mode = 040000;
	}
	const struct raw_entry plans = {040000, "plans", id};
	struct object_id commit = history_commit(
		history, &(struct commit){.day = 1,
	                                  .author = "Mallory",
	                                  .message = "bomb",
	                                  .tree = history_raw_tree(history, &plans, 1)});
	struct files files;
	struct error error = ERROR_INIT;
	double start = testing_seconds();
	assert_int_equal(files_at(open_at(*state, "repo"), &commit, &files, &error), -1);
	assert_quick(start, 1.0, "a tree that unfolds");
	assert_non_null(strstr(error.what, "more than 200000 files below plans/"));
	files_release(&files);
}

static void changes_between_two_commits_are_told_by_path(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", "p"},
	        {0, NULL, "plans/better/a.md", "a"}, {0, NULL, "plans/better/gone.md", "g"},
	        {0, NULL, "plans/better/same.md", "s"}, {2, "Bob", "plans/better/a.md", "A"},
	        {0, NULL, "plans/better/gone.md", NULL}, {0, NULL, "plans/better/new.md", "n"},
	        {0, NULL, "other.md", "o"});
	assert_text(changes(history, "HEAD~1", "HEAD"), "plans/better/a.md file changed\n"
	                                                "plans/better/gone.md file deleted\n"
	                                                "plans/better/new.md file added\n");
	assert_text(changes(history, "HEAD", "HEAD"), "");
	assert_text(changes(history, NULL, "HEAD~1"), "plans/better/a.md file added\n"
	                                              "plans/better/gone.md file added\n"
	                                              "plans/better/plan.md file added\n"
	                                              "plans/better/same.md file added\n");
}

static void a_file_that_becomes_a_folder_is_both_changes(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/better/a.md", "a"}, {0, NULL, "plans/better/a.mdx", "a"},
	        {2, "Ann", "plans/better/a.md", NULL}, {0, NULL, "plans/better/a.md/b.md", "b"});
	assert_text(changes(history, "HEAD~1", "HEAD"), "plans/better/a.md file deleted\n"
	                                                "plans/better/a.md/b.md file added\n");
	assert_text(changes(history, "HEAD", "HEAD~1"), "plans/better/a.md file added\n"
	                                                "plans/better/a.md/b.md file deleted\n");
}

static void a_file_that_becomes_a_link_is_a_change(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/better/a.md", "b.md"});
	history_add_as(history, 0120000, (struct row){2, "Ann", "plans/better/a.md", "b.md"});
	history_add_as(history, 0100755, (struct row){3, "Ann", "plans/better/a.md", "b.md"});
	assert_text(changes(history, "HEAD~2", "HEAD~1"), "plans/better/a.md link changed\n");
	assert_text(changes(history, "HEAD~1", "HEAD"), "plans/better/a.md file added\n");
}

static void plans_that_come_and_go_are_changes(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "x", "x"}, {2, "Ann", "plans/better/a.md", "a"},
	        {3, "Ann", "plans/better/a.md", NULL});
	assert_text(changes(history, "HEAD~2", "HEAD~1"), "plans/better/a.md file added\n");
	assert_text(changes(history, "HEAD~1", "HEAD"), "plans/better/a.md file deleted\n");
	assert_text(changes(history, "HEAD~2", "HEAD"), "");
}

static int stop_at_b(const struct change *change, void *context)
{
	size_t *calls = context;
	(*calls)++;
	return strstr(change->path, "b.md") != NULL ? 7 : 0;
}

static void the_first_call_that_does_not_return_zero_ends_it(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/p/a.md", ""}, {0, NULL, "plans/p/b.md", ""},
	        {0, NULL, "plans/p/c.md", ""});
	struct object_id commit = history_id(history, "HEAD");
	struct error error = ERROR_INIT;
	size_t calls = 0;
	assert_int_equal(
		files_changed(open_at(*state, "repo"), NULL, &commit, stop_at_b, &calls, &error),
		7);
	assert_int_equal(calls, 2);
}

static void a_commit_that_cannot_be_read_is_an_error_that_names_it(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/p/a.md", ""});
	struct object_id blob = history_id(history, "HEAD:plans/p/a.md"), tree;
	struct files files;
	struct error error = ERROR_INIT;
	char hex[OBJECT_HEX_SIZE];
	assert_int_equal(files_at(open_at(*state, "repo"), &blob, &files, &error), -1);
	assert_non_null(strstr(error.what, object_hex(&blob, hex)));
	tree = history_id(history, "HEAD:plans/p");
	object_hex(&tree, hex);
	unlink(sandbox_path(*state, arena_printf(&history->sandbox->arena,
	                                         "repo/.git/objects/%.2s/%s", hex, hex + 2)));
	struct object_id commit = history_id(history, "HEAD");
	assert_int_equal(files_at(open_at(*state, "repo"), &commit, &files, &error), -1);
	assert_non_null(strstr(error.what, hex));
}

static void the_working_tree_has_tracked_and_untracked_files(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", ".gitignore", "*.draft.md\nplans/old/\n"},
	        {0, NULL, "plans/better/a.md", "a"}, {0, NULL, "plans/better/kept.draft.md", "k"},
	        {0, NULL, "plans/better/gone.md", "g"}, {0, NULL, "plans/old/kept.md", "k"});
	history_checkout(history);
	sandbox_write(sandbox, "repo/plans/better/untracked.md", "u");
	sandbox_write(sandbox, "repo/plans/better/ignored.draft.md", "i");
	sandbox_write(sandbox, "repo/plans/better/notes.txt", "n");
	sandbox_write(sandbox, "repo/plans/old/ignored.md", "i");
	sandbox_write(sandbox, "repo/plans/readme.md", "r");
	sandbox_write(sandbox, "repo/plans/better/.git/x.md", "x");
	unlink(sandbox_path(sandbox, "repo/plans/better/gone.md"));
	assert_text(worktree_files(sandbox, "repo"), "plans/better/a.md file\n"
	                                             "plans/better/kept.draft.md file\n"
	                                             "plans/better/untracked.md file\n"
	                                             "plans/old/kept.md file\n");
	assert_text(worktree_files(sandbox, "repo/plans/better"), worktree_files(sandbox, "repo"));
}

static void links_pipes_and_odd_names_in_the_working_tree_are_named(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/p/x.md", "x");
	sandbox_write(sandbox, "repo/plans/p/a\nb.md", "x");
	sandbox_write(sandbox, "outside/y.md", "y");
	assert_int_equal(symlink("x.md", sandbox_path(sandbox, "repo/plans/p/link.md")), 0);
	assert_int_equal(symlink("nowhere", sandbox_path(sandbox, "repo/plans/p/lost.md")), 0);
	assert_int_equal(symlink("../../../outside", sandbox_path(sandbox, "repo/plans/p/dir")), 0);
	assert_int_equal(symlink("../../outside", sandbox_path(sandbox, "repo/plans/q")), 0);
	assert_int_equal(mkfifo(sandbox_path(sandbox, "repo/plans/p/pipe.md"), 0600), 0);
	assert_text(worktree_files(sandbox, "repo"), "plans/p/a\nb.md unsafe\n"
	                                             "plans/p/dir link\nplans/p/link.md link\n"
	                                             "plans/p/lost.md link\n"
	                                             "plans/p/pipe.md special\n"
	                                             "plans/p/x.md file\n"
	                                             "plans/q link\n");
}

static void a_working_tree_without_plans_has_no_files(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	assert_text(worktree_files(sandbox, "repo"), "");
	sandbox_write(sandbox, "repo/plans", "a file");
	assert_text(worktree_files(sandbox, "repo"), "plans special\n");
	sandbox_write(sandbox, "repo/.gitignore", "plans\n");
	assert_text(worktree_files(sandbox, "repo"), "");
}

static void a_linked_worktree_is_read_with_its_own_index(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", ".gitignore", "*.md\n"}, {0, NULL, "plans/p/a.md", "a"},
	        {2, "Ann", "plans/p/b.md", "b"});
	GIT(sandbox, "repo", "worktree", "add", "-q", "../linked", "HEAD~1");
	sandbox_write(sandbox, "linked/plans/p/b.md", "ignored here");
	assert_text(worktree_files(sandbox, "linked"), "plans/p/a.md file\n");
}

static void a_bare_repository_has_no_files_to_check(void **state)
{
	struct history *history = history_new_bare(*state, "bare.git");
	HISTORY(history, {1, "Ann", "plans/p/a.md", "a"});
	struct files files;
	struct error error = ERROR_INIT;
	assert_int_equal(files_in_worktree(open_at(*state, "bare.git"), &files, &error), -1);
	assert_string_equal(error.what,
	                    "this repository has no working tree, so there are no files to check");
	assert_string_equal(error.hint, "name a revision to read instead");
}

static int read_file(struct repo *repo, const char *path, size_t limit, struct buf *bytes,
                     size_t *size, struct error *error)
{
	const struct file file = {.path = path};
	return files_read(repo, &file, limit, bytes, size, error);
}

static void files_of_the_working_tree_are_read_up_to_a_limit(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf bytes = BUF_INIT;
	struct error error = ERROR_INIT;
	size_t size;
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/p/x.md", "eight ch");
	struct repo *repo = open_at(sandbox, "repo");
	buf_text(&bytes, "of before");
	assert_int_equal(read_file(repo, "plans/p/x.md", 8, &bytes, &size, &error), 0);
	assert_string_equal(bytes.bytes, "eight ch");
	assert_int_equal(size, 8);
	assert_int_equal(read_file(repo, "plans/p/x.md", 7, &bytes, &size, &error), 0);
	assert_int_equal(bytes.length, 0);
	assert_int_equal(size, 8);
	buf_release(&bytes);
}

static void nothing_but_a_plain_file_is_read(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/p/x.md", "x");
	assert_int_equal(symlink("x.md", sandbox_path(sandbox, "repo/plans/p/link.md")), 0);
	assert_int_equal(mkfifo(sandbox_path(sandbox, "repo/plans/p/pipe.md"), 0600), 0);
	struct repo *repo = open_at(sandbox, "repo");
	static const char *const paths[] = {"plans/p/link.md", "plans/p/pipe.md", "plans/p",
	                                    "plans/p/missing.md"};
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		struct buf bytes = BUF_INIT;
		struct error error = ERROR_INIT;
		size_t size;
		assert_case(read_file(repo, paths[i], 100, &bytes, &size, &error) == -1, paths[i]);
		assert_case(strncmp(error.what, paths[i], strlen(paths[i])) == 0, error.what);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(documents_below_plans_are_listed_by_path),
		sandbox_test(a_commit_without_plans_has_no_files),
		sandbox_test(what_is_no_plain_file_is_listed_as_what_it_is),
		sandbox_test(entries_that_no_honest_tool_writes_are_unsafe),
		sandbox_test(a_folder_that_git_would_not_have_written_is_an_error),
		sandbox_test(folders_are_gone_down_to_a_known_depth),
		sandbox_test(a_tree_that_unfolds_without_end_is_an_error_soon),
		sandbox_test(changes_between_two_commits_are_told_by_path),
		sandbox_test(a_file_that_becomes_a_folder_is_both_changes),
		sandbox_test(a_file_that_becomes_a_link_is_a_change),
		sandbox_test(plans_that_come_and_go_are_changes),
		sandbox_test(the_first_call_that_does_not_return_zero_ends_it),
		sandbox_test(a_commit_that_cannot_be_read_is_an_error_that_names_it),
		sandbox_test(the_working_tree_has_tracked_and_untracked_files),
		sandbox_test(links_pipes_and_odd_names_in_the_working_tree_are_named),
		sandbox_test(a_working_tree_without_plans_has_no_files),
		sandbox_test(a_linked_worktree_is_read_with_its_own_index),
		sandbox_test(a_bare_repository_has_no_files_to_check),
		sandbox_test(files_of_the_working_tree_are_read_up_to_a_limit),
		sandbox_test(nothing_but_a_plain_file_is_read),
	};
	return cmocka_run_group_tests_name("files", tests, NULL, NULL) != 0;
}
