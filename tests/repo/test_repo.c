#include "support/testing.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/repo.h"
#include "support/command.h"
#include "support/history.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

/* Opens the repository around a folder of the sandbox; the sandbox closes it. */
static struct repo *open_at(struct sandbox *sandbox, const char *folder)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, sandbox_path(sandbox, folder), false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, repo);
	return repo;
}

static void assert_fails_to_open(struct sandbox *sandbox, const char *folder, const char *what,
                                 const char *hint)
{
	struct repo *repo = NULL;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_open(&repo, sandbox_path(sandbox, folder), false, &error), -1);
	assert_null(repo);
	assert_non_null(strstr(error.what, what));
	assert_non_null(strstr(error.hint, hint));
}

static const char *commit_at(struct sandbox *sandbox, struct repo *repo, const char *revision)
{
	struct object_id commit;
	struct error error = ERROR_INIT;
	if (repo_commit(repo, revision, &commit, NULL, &error) < 0)
		fail_msg("%s: %s", revision != NULL ? revision : "HEAD", error.what);
	return object_hex(&commit, arena_new(&sandbox->arena, OBJECT_HEX_SIZE));
}

static const char *hex_of(struct history *history, const char *revision)
{
	struct object_id id = history_id(history, revision);
	return object_hex(&id, arena_new(&history->sandbox->arena, OBJECT_HEX_SIZE));
}

static struct history *with_two_commits(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", "plans/better/x.md", "one\n"},
	        {2, "Bob", "plans/better/x.md", "two\n"});
	return history;
}

static void the_same_table_gives_the_same_ids_everywhere(void **state)
{
	struct history *history = with_two_commits(*state);
	assert_string_equal(hex_of(history, "HEAD"), "cfc52882f29a2aab0ea0c53a07708bb3fd173a73");
}

static void a_repository_is_found_from_its_folders_below(void **state)
{
	struct sandbox *sandbox = *state;
	with_two_commits(sandbox);
	sandbox_write(sandbox, "repo/plans/better/notes.txt", "");
	struct repo *repo = open_at(sandbox, "repo/plans/better");
	assert_string_equal(repo_worktree(repo), sandbox_path(sandbox, "repo/"));
}

static void outside_of_one_the_error_says_where_to_go(void **state)
{
	assert_fails_to_open(*state, ".", "not in a git repository", "git init");
	assert_fails_to_open(*state, "missing", "not in a git repository", "git init");
}

static void a_damaged_repository_is_an_error_with_its_reason(void **state)
{
	struct sandbox *sandbox = *state;
	with_two_commits(sandbox);
	sandbox_write(sandbox, "repo/.git/config", "[core\n");
	assert_fails_to_open(sandbox, "repo", "cannot be opened: ", "");
}

static void a_repository_of_another_kind_is_refused_by_name(void **state)
{
	struct sandbox *sandbox = *state;
	with_two_commits(sandbox);
	sandbox_write(sandbox, "repo/.git/config",
	              "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = "
	              "sha256\n");
	assert_fails_to_open(sandbox, "repo", "SHA-256", "");
	sandbox_write(sandbox, "repo/.git/config",
	              "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefstorage = "
	              "reftable\n");
	assert_fails_to_open(sandbox, "repo", "reftable", "");
}

static void a_repository_of_another_user_is_refused_with_the_way_out(void **state)
{
	struct sandbox *sandbox = *state;
	if (geteuid() != 0)
		sandbox_skip(sandbox); /* only root can give a folder away */
	with_two_commits(sandbox);
	assert_int_equal(chown(sandbox_path(sandbox, "repo"), 65534, 65534), 0);
	assert_int_equal(chown(sandbox_path(sandbox, "repo/.git"), 65534, 65534), 0);
	assert_fails_to_open(
		sandbox, "repo",
		arena_printf(&sandbox->arena, "detected dubious ownership in repository at '%s'",
	                     sandbox_path(sandbox, "repo")),
		arena_printf(&sandbox->arena, "git config --global --add safe.directory %s",
	                     sandbox_path(sandbox, "repo")));
}

static void a_bare_repository_has_no_working_tree(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new_bare(sandbox, "bare.git");
	HISTORY(history, {1, "Ann", "plans/better/x.md", "one\n"});
	struct repo *repo = open_at(sandbox, "bare.git");
	assert_null(repo_worktree(repo));
	assert_string_equal(commit_at(sandbox, repo, NULL), hex_of(history, "HEAD"));
}

static void revisions_are_named_in_every_form_that_git_knows(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	history_tag(history, "board/2023-07-26");
	history_tag_annotated(history, "board/2023-09-20");
	history_branch(history, "topic");
	HISTORY(history, {3, "Cy", "plans/better/x.md", "three\n"});
	history_switch(history, "main");
	struct repo *repo = open_at(sandbox, "repo");
	const char *head = hex_of(history, "main");
	const char *const forms[] = {
		NULL,
		"HEAD",
		"main",
		"refs/heads/main",
		"board/2023-07-26",
		"board/2023-09-20",
		"refs/tags/board/2023-09-20",
		"topic~1",
		"topic^",
		"@",
		head,
		arena_text(&sandbox->arena, head, 7),
		arena_printf(&sandbox->arena, "%.12s^{commit}", head),
	};
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		assert_string_equal(commit_at(sandbox, repo, forms[i]), head);
	assert_string_equal(commit_at(sandbox, repo, "HEAD~1"), hex_of(history, "main~1"));
	assert_string_equal(commit_at(sandbox, repo, "topic"), hex_of(history, "topic"));
}

static void what_names_no_commit_is_an_error_that_quotes_it(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	struct repo *repo = open_at(sandbox, "repo");
	const struct {
		const char *revision, *what;
	} cases[] = {
		{"nowhere", "`nowhere` is not a revision"},
		{"HEAD~2", "`HEAD~2` is not a revision"},
		{"", "`` is not a revision"},
		{"0123456789abcdef0123456789abcdef01234567", "is not a revision"},
		{"HEAD:plans", "`HEAD:plans` does not lead to a commit"},
		{"HEAD:plans/better/x.md", "does not lead to a commit"},
		{hex_of(history, "HEAD:plans"), "does not lead to a commit"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct object_id commit;
		struct error error = ERROR_INIT;
		assert_int_equal(repo_commit(repo, cases[i].revision, &commit, NULL, &error), -1);
		assert_case(strstr(error.what, cases[i].what) != NULL, error.what);
	}
}

static void a_detached_head_is_a_commit_like_any_other(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	const char *first = hex_of(history, "HEAD~1");
	sandbox_write(sandbox, "repo/.git/HEAD", arena_printf(&sandbox->arena, "%s\n", first));
	bool unborn = true;
	struct object_id commit;
	struct error error = ERROR_INIT;
	struct repo *repo = open_at(sandbox, "repo");
	assert_int_equal(repo_commit(repo, NULL, &commit, &unborn, &error), 0);
	assert_false(unborn);
	assert_string_equal(commit_at(sandbox, repo, NULL), first);
}

static void nothing_committed_yet_is_told_apart_from_damage(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	struct repo *repo = open_at(sandbox, "repo");
	bool unborn = false;
	struct object_id commit;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_commit(repo, NULL, &commit, &unborn, &error), 0);
	assert_true(unborn);
	assert_string_equal(error.what, "");
	assert_int_equal(repo_commit(repo, NULL, &commit, NULL, &error), -1);
	assert_string_equal(error.what,
	                    "nothing has been committed yet, so there is no record to read");
	assert_string_equal(error.hint,
	                    "commit the plan and its updates first: git add plans && git commit");
}

static void a_head_that_names_no_branch_is_an_error_where_there_are_others(void **state)
{
	struct sandbox *sandbox = *state;
	with_two_commits(sandbox);
	sandbox_write(sandbox, "repo/.git/HEAD", "ref: refs/heads/trunk\n");
	struct repo *repo = open_at(sandbox, "repo");
	bool unborn = true;
	struct object_id commit;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_commit(repo, NULL, &commit, &unborn, &error), -1);
	assert_false(unborn);
	assert_string_equal(error.what,
	                    "HEAD names a branch that does not exist, though there are others");
	assert_non_null(strstr(error.hint, "git switch"));
}

static void damaged_references_are_an_error_not_an_empty_record(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	unlink(sandbox_path(sandbox, "repo/.git/refs/heads/main"));
	sandbox_write(sandbox, "repo/.git/packed-refs",
	              arena_printf(&sandbox->arena,
	                           "# pack-refs with: peeled fully-peeled sorted \n%.20s",
	                           history_blob(history, "x")));
	struct repo *repo = open_at(sandbox, "repo");
	bool unborn = false;
	struct object_id commit;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_commit(repo, NULL, &commit, &unborn, &error), -1);
	assert_false(unborn);
	assert_non_null(strstr(error.what, "references of the repository cannot be read"));
}

static void a_whole_clone_has_its_history_and_a_shallow_one_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	struct error error = ERROR_INIT;
	with_two_commits(sandbox);
	const char *url = arena_printf(&sandbox->arena, "file://%s/repo", sandbox->root);
	GIT(sandbox, NULL, "clone", "-q", url, "whole");
	GIT(sandbox, NULL, "clone", "-q", "--depth", "1", url, "shallow");
	assert_int_equal(repo_require_history(open_at(sandbox, "whole"), &error), 0);
	assert_string_equal(error.what, "");
	assert_int_equal(repo_require_history(open_at(sandbox, "shallow"), &error), -1);
	assert_non_null(strstr(error.what, "shallow clone"));
	assert_string_equal(error.hint, "fetch the rest: git fetch --unshallow");
	GIT(sandbox, "shallow", "fetch", "-q", "--unshallow");
	error = (struct error)ERROR_INIT;
	assert_int_equal(repo_require_history(open_at(sandbox, "shallow"), &error), 0);
}

static void a_linked_worktree_has_its_own_head_and_top(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	GIT(sandbox, "repo", "worktree", "add", "-q", "../linked", "HEAD~1");
	struct repo *repo = open_at(sandbox, "linked/plans");
	assert_string_equal(repo_worktree(repo), sandbox_path(sandbox, "linked/"));
	assert_string_equal(commit_at(sandbox, repo, NULL), hex_of(history, "main~1"));
	assert_string_equal(commit_at(sandbox, repo, "main"), hex_of(history, "main"));
}

static void in_a_hook_the_environment_names_the_repository(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	struct repo *repo;
	struct error error = ERROR_INIT;
	const struct repo_terms terms = {
		.start = sandbox->root,
		.from_environment = true,
		.git_dir = sandbox_path(sandbox, "repo/.git"),
	};
	setenv("GIT_DIR", terms.git_dir, 1);
	int result = repo_open_on(&repo, &terms, &error);
	unsetenv("GIT_DIR");
	assert_string_equal(error.what, "");
	assert_int_equal(result, 0);
	sandbox_defer(sandbox, close_repo, repo);
	assert_string_equal(commit_at(sandbox, repo, NULL), hex_of(history, "HEAD"));
}

static void blobs_are_read_up_to_a_limit(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	struct repo *repo = open_at(sandbox, "repo");
	struct object_id blob = history_id(history, "HEAD:plans/better/x.md");
	struct buf bytes = BUF_INIT;
	struct error error = ERROR_INIT;
	size_t size = 0;
	assert_int_equal(repo_blob(repo, &blob, 4, &bytes, &size, &error), 0);
	assert_string_equal(bytes.bytes, "two\n");
	assert_int_equal(size, 4);
	assert_int_equal(repo_blob(repo, &blob, 3, &bytes, &size, &error), 0);
	assert_string_equal(bytes.bytes, "");
	assert_int_equal(bytes.length, 0);
	assert_int_equal(size, 4);
	buf_release(&bytes);
}

static void what_is_no_blob_is_an_error_that_names_it(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = with_two_commits(sandbox);
	struct repo *repo = open_at(sandbox, "repo");
	struct object_id tree = history_id(history, "HEAD:plans"), none = {{0}};
	struct buf bytes = BUF_INIT;
	struct error error = ERROR_INIT;
	size_t size;
	buf_text(&bytes, "of before");
	assert_int_equal(repo_blob(repo, &tree, 100, &bytes, &size, &error), -1);
	assert_non_null(strstr(error.what, hex_of(history, "HEAD:plans")));
	assert_non_null(strstr(error.what, "is not a file"));
	assert_int_equal(repo_blob(repo, &none, 100, &bytes, &size, &error), -1);
	assert_non_null(strstr(error.what, "cannot be read"));
	assert_string_equal(bytes.bytes, "");
	buf_release(&bytes);
}

/* core/repo/library.c: a library's call of either finds ours, which reads no certificate. */
static void starting_libgit2_reads_no_certificates(void **state)
{
	static const char *const names[] = {"mbedtls_x509_crt_parse_file",
	                                    "mbedtls_x509_crt_parse_path"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		int (*parse)(void *chain, const char *path) = NULL;
		*(void **)&parse = dlsym(RTLD_DEFAULT, names[i]);
		if (parse != NULL) /* NULL: a libgit2 that is built on something else */
			assert_int_equal(parse(NULL, NULL), 0);
	}
}

static void object_names_are_forty_digits_and_compare(void **state)
{
	(void)state;
	struct object_id a = {{0x01, 0xab, 0xff}}, b = a, none = {{0}};
	char hex[OBJECT_HEX_SIZE];
	assert_string_equal(object_hex(&a, hex), "01abff0000000000000000000000000000000000");
	assert_true(object_equal(&a, &b));
	b.bytes[OBJECT_ID_SIZE - 1] = 1;
	assert_false(object_equal(&a, &b));
	assert_false(object_is_none(&a));
	assert_true(object_is_none(&none));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_same_table_gives_the_same_ids_everywhere),
		sandbox_test(a_repository_is_found_from_its_folders_below),
		sandbox_test(outside_of_one_the_error_says_where_to_go),
		sandbox_test(a_damaged_repository_is_an_error_with_its_reason),
		sandbox_test(a_repository_of_another_kind_is_refused_by_name),
		sandbox_test(a_repository_of_another_user_is_refused_with_the_way_out),
		sandbox_test(a_bare_repository_has_no_working_tree),
		sandbox_test(revisions_are_named_in_every_form_that_git_knows),
		sandbox_test(what_names_no_commit_is_an_error_that_quotes_it),
		sandbox_test(a_detached_head_is_a_commit_like_any_other),
		sandbox_test(nothing_committed_yet_is_told_apart_from_damage),
		sandbox_test(a_head_that_names_no_branch_is_an_error_where_there_are_others),
		sandbox_test(damaged_references_are_an_error_not_an_empty_record),
		sandbox_test(a_whole_clone_has_its_history_and_a_shallow_one_is_refused),
		sandbox_test(a_linked_worktree_has_its_own_head_and_top),
		sandbox_test(in_a_hook_the_environment_names_the_repository),
		sandbox_test(blobs_are_read_up_to_a_limit),
		sandbox_test(what_is_no_blob_is_an_error_that_names_it),
		cmocka_unit_test(starting_libgit2_reads_no_certificates),
		cmocka_unit_test(object_names_are_forty_digits_and_compare),
	};
	return cmocka_run_group_tests_name("repo", tests, NULL, NULL) != 0;
}
