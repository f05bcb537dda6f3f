#include "support/testing.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "document/source.h"
#include "record/collection.h"
#include "support/history.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_at(struct history *history)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, history->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(history->sandbox, close_repo, repo);
	return repo;
}

/* A folder a line with its plan, then its files: what each was read as. */
static const char *print_collection(struct sandbox *sandbox, struct collection *collection)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < collection->count; i++) {
		const struct folder *folder = &collection->folders[i];
		buf_printf(&text, "%s: %s\n", folder->id,
		           folder->plan != NULL            ? folder->plan->title.text
		           : folder->plan_document != NULL ? "a plan that cannot be read"
		                                           : "no plan");
		for (size_t j = 0; j < folder->count; j++) {
			const struct document *document = folder->items[j].document;
			buf_printf(&text, "  %s %s\n", folder->items[j].path,
			           document == NULL         ? "no document"
			           : document->kind == NULL ? document->faults.items[0].rule
			                                    : document->kind->name);
		}
	}
	buf_printf(&text, "%zu documents\n", collection->documents);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	collection_release(collection);
	return copy;
}

static const char *of_commit(struct history *history)
{
	struct collection collection;
	struct error error = ERROR_INIT;
	struct object_id commit = history_id(history, "HEAD");
	if (collection_read_commit(open_at(history), &commit, &collection, &error) < 0)
		fail_msg("%s", error.what);
	return print_collection(history->sandbox, &collection);
}

static const char *of_worktree(struct history *history)
{
	struct collection collection;
	struct error error = ERROR_INIT;
	if (collection_read_worktree(open_at(history), &collection, &error) < 0)
		fail_msg("%s", error.what);
	return print_collection(history->sandbox, &collection);
}

static void documents_are_collected_plan_by_plan(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/b/plan.md", history_plan("x")},
	        {0, NULL, "plans/b/x.md", history_update("x", "2023-07", "green")},
	        {0, NULL, "plans/b/deep/plan.md", history_plan("y")},
	        {0, NULL, "plans/b-2/overview.md", history_overview("2023-07", "red")},
	        {0, NULL, "plans/c/plan.md", "nothing"}, {0, NULL, "plans/c/a.txt", "text"});
	static const char expected[] = "b-2: no plan\n"
				       "  plans/b-2/overview.md overview\n"
				       "b: Improvement plan\n"
				       "  plans/b/deep/plan.md plan\n"
				       "  plans/b/plan.md plan\n"
				       "  plans/b/x.md update\n"
				       "c: a plan that cannot be read\n"
				       "  plans/c/plan.md front-matter-missing\n"
				       "5 documents\n";
	assert_text(of_commit(history), expected);
	history_checkout(history);
	assert_text(of_worktree(history), expected);
}

static void the_working_tree_is_read_as_it_is_not_as_it_was_committed(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("x")},
	        {0, NULL, "plans/p/x.md", history_update("x", "2023-07", "green")});
	history_checkout(history);
	sandbox_write(*state, "repo/plans/p/x.md", "broken");
	sandbox_write(*state, "repo/plans/p/new.md", history_overview("2023-07", "red"));
	unlink(sandbox_path(*state, "repo/plans/p/plan.md"));
	assert_text(of_worktree(history), "p: no plan\n"
	                                  "  plans/p/new.md overview\n"
	                                  "  plans/p/x.md front-matter-missing\n"
	                                  "2 documents\n");
}

static void what_is_no_plain_file_is_kept_without_a_document(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/p/x.md", history_update("x", "2023-07", "green"));
	assert_int_equal(symlink("x.md", sandbox_path(sandbox, "repo/plans/p/plan.md")), 0);
	assert_text(of_worktree(history), "p: no plan\n"
	                                  "  plans/p/plan.md no document\n"
	                                  "  plans/p/x.md update\n"
	                                  "1 documents\n");
}

static void a_file_over_the_limit_is_a_document_with_that_fault(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	char *large = arena_new(&sandbox->arena, SOURCE_LARGEST + 2);
	memset(large, 'x', SOURCE_LARGEST + 1);
	HISTORY(history, {1, "Ann", "plans/p/large.md", large});
	static const char expected[] = "p: no plan\n  plans/p/large.md too-large\n1 documents\n";
	assert_text(of_commit(history), expected);
	history_checkout(history);
	assert_text(of_worktree(history), expected);
}

static void a_tree_without_plans_is_an_empty_collection(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "readme.md", "Hello"});
	assert_text(of_commit(history), "0 documents\n");
	assert_text(of_worktree(history), "0 documents\n");
}

static void what_cannot_be_read_is_an_error_and_an_empty_collection(void **state)
{
	struct history *history = history_new_bare(*state, "bare.git");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("x")});
	struct object_id blob = history_id(history, "HEAD:plans/p/plan.md");
	struct collection collection;
	struct error error = ERROR_INIT;
	struct repo *repo = open_at(history);
	assert_int_equal(collection_read_worktree(repo, &collection, &error), -1);
	assert_non_null(strstr(error.what, "no working tree"));
	assert_int_equal(collection.count, 0);
	assert_int_equal(collection_read_commit(repo, &blob, &collection, &error), -1);
	assert_non_null(strstr(error.what, "is not a commit"));
	assert_int_equal(collection.count, 0);
	collection_release(&collection);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(documents_are_collected_plan_by_plan),
		sandbox_test(the_working_tree_is_read_as_it_is_not_as_it_was_committed),
		sandbox_test(what_is_no_plain_file_is_kept_without_a_document),
		sandbox_test(a_file_over_the_limit_is_a_document_with_that_fault),
		sandbox_test(a_tree_without_plans_is_an_empty_collection),
		sandbox_test(what_cannot_be_read_is_an_error_and_an_empty_collection),
	};
	return cmocka_run_group_tests_name("collection", tests, NULL, NULL) != 0;
}
