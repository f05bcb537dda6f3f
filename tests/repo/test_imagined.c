/* A commit that is never made, beside the one that git would make. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "repo/files.h"
#include "repo/imagined.h"
#include "support/command.h"
#include "support/history.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_repo(struct sandbox *sandbox)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, sandbox_path(sandbox, "repo"), false, &error) < 0 ||
	    repo_imagine(repo, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, repo);
	return repo;
}

static struct object_id imagine(struct repo *repo, const struct imagined_file *files, size_t count,
                                size_t *changes)
{
	struct object_id head, commit = {{0}};
	struct error error = ERROR_INIT;
	bool unborn;
	if (repo_commit(repo, NULL, &head, &unborn, &error) < 0 ||
	    imagined_commit(repo, unborn ? NULL : &head, files, count, HISTORY_EPOCH, &commit,
	                    changes, &error) < 0)
		fail_msg("%s", error.what);
	return commit;
}

/* "path blob" of each document of the commit. */
static const char *list_files(struct sandbox *sandbox, struct repo *repo,
                              const struct object_id *commit)
{
	struct files files;
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	char hex[OBJECT_HEX_SIZE];
	assert_int_equal(files_at(repo, commit, &files, &error), 0);
	for (size_t i = 0; i < files.count; i++)
		buf_printf(&text, "%s %s\n", object_hex(&files.items[i].blob, hex),
		           files.items[i].path);
	files_release(&files);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static const char *git_lists(struct sandbox *sandbox)
{
	struct outcome outcome = command_script(
		sandbox, "repo",
		"git ls-tree -r --format='%(objectname) %(path)' HEAD -- plans | grep '\\.md$'");
	return outcome.output;
}

#define FILE_OF(name, text)                                                                        \
	{                                                                                          \
		name, text, sizeof(text) - 1                                                       \
	}

static void it_is_what_git_would_commit(void **state)
{
	static const struct imagined_file files[] = {
		FILE_OF("plans/p/b.md", "changed"),
		{"plans/p/c.md", NULL, 0}, /* cannot be read: stays */
		FILE_OF("plans/p/d/new.md", ""),
		FILE_OF("plans/p/plan.md", "plan"),
		FILE_OF("plans/q/plan.md", "another"),
	};
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", "plan"}, {1, NULL, "plans/p/a.md", "a"},
	        {1, NULL, "plans/p/b.md", "b"}, {1, NULL, "plans/p/c.md", "c"},
	        {1, NULL, "plans/p/e/f.md", "f"}, {1, NULL, "plans/p/note.txt", "note"},
	        {1, NULL, "code.c", "int x;"});
	history_checkout(history);
	struct repo *repo = open_repo(sandbox);
	size_t changes = 0;
	struct object_id commit = imagine(repo, files, COUNT_OF(files), &changes);
	const char *ours = list_files(sandbox, repo, &commit);
	/* Two deleted, one changed, two new. */
	assert_int_equal(changes, 5);
	/* git has never heard of it; then it makes the same. */
	char hex[OBJECT_HEX_SIZE];
	object_hex(&commit, hex);
	assert_int_not_equal(
		command_script(sandbox, "repo",
	                       arena_printf(&sandbox->arena, "git cat-file -e %s", hex))
			.status,
		0);
	assert_int_equal(command_script(sandbox, "repo",
	                                "rm -r plans/p/a.md plans/p/e; mkdir plans/p/d plans/q\n"
	                                "printf changed >plans/p/b.md; : >plans/p/d/new.md\n"
	                                "printf another >plans/q/plan.md; git add -A\n"
	                                "git -c user.name=A -c user.email=a@b commit -qm all")
	                         .status,
	                 0);
	assert_text(ours, git_lists(sandbox));
}

static void before_the_first_commit_it_is_the_first(void **state)
{
	static const struct imagined_file files[] = {FILE_OF("plans/p/plan.md", "plan")};
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	struct repo *repo = open_repo(sandbox);
	size_t changes = 0;
	struct object_id commit = imagine(repo, files, COUNT_OF(files), &changes);
	assert_int_equal(changes, 1);
	assert_non_null(strstr(list_files(sandbox, repo, &commit), "plans/p/plan.md"));
}

static void nothing_is_changed_where_nothing_differs(void **state)
{
	static const struct imagined_file files[] = {FILE_OF("plans/p/plan.md", "plan")};
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	struct object_id head, pause;
	struct error error = ERROR_INIT;
	size_t changes = 0;
	HISTORY(history, {1, "Ann", "plans/p/plan.md", "plan"});
	history_checkout(history);
	struct repo *repo = open_repo(sandbox);
	imagine(repo, files, COUNT_OF(files), &changes);
	assert_int_equal(changes, 0);
	assert_int_equal(repo_commit(repo, NULL, &head, NULL, &error), 0);
	assert_int_equal(imagined_pause(repo, &head, 0, &pause, &error), 0);
	assert_text(list_files(sandbox, repo, &pause), list_files(sandbox, repo, &head));
	assert_false(object_equal(&pause, &head));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(it_is_what_git_would_commit),
		sandbox_test(before_the_first_commit_it_is_the_first),
		sandbox_test(nothing_is_changed_where_nothing_differs),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("imagined", tests, NULL, NULL) != 0;
}
