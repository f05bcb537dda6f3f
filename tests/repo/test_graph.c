/* What git's commit-graph says of a commit is what the commit says. */
#include "support/testing.h"

#include <string.h>

#include "repo/commit.h"
#include "repo/graph.h"
#include "repo/lineage.h"
#include "support/command.h"
#include "support/graphs.h"

enum { MOST_COMMITS = 64 };

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_repository(struct history *history)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, history->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(history->sandbox, close_repo, repo);
	return repo;
}

/* Two first commits, branches, a merge of two, of four and of seven. */
static struct history *make_history(struct sandbox *sandbox)
{
	static const char *const branches[] = {"a", "b", "c", "d", "e"};
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a b")},
	        {1, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")});
	for (size_t i = 0; i < COUNT_OF(branches); i++) {
		history_switch(history, "main");
		history_branch(history, branches[i]);
		for (int j = 0; j <= (int)i; j++)
			HISTORY(history,
			        {2 + j, "Bob", branches[i], j % 2 == 0 ? branches[i] : "other"});
	}
	history_switch(history, "main");
	HISTORY(history, {9, "Ann", "plans/better/b.md", history_update("b", "2023-07", "red")});
	HISTORY_MERGE(history, 10, "Cy", "a", {0});
	history_commit(history, &(struct commit){.day = 11,
	                                         .author = "Cy",
	                                         .message = "Four",
	                                         .parents = "main b c d"});
	history_branch(history, "apart");
	history_commit(history, &(struct commit){.day = 12,
	                                         .author = "Dee",
	                                         .message = "Another beginning",
	                                         .parents = ""});
	history_switch(history, "main");
	history_commit(history, &(struct commit){.day = 13,
	                                         .author = "Cy",
	                                         .message = "Seven",
	                                         .parents = "main a~1 b~1 c~1 d~1 e apart"});
	HISTORY(history, {14, "Ann", "plans/better/b.md", history_update("b", "2023-08", "red")});
	return history;
}

/* The commits that HEAD and all branches lead to. */
static size_t list_commits(struct history *history, struct object_id ids[MOST_COMMITS])
{
	size_t count = 0;
	const char *list = GIT(history->sandbox, "repo", "rev-list", "--all");
	for (; *list != '\0'; list = next_line(list)) {
		assert_true(count < MOST_COMMITS);
		ids[count++] = history_id(
			history, arena_text(&history->sandbox->arena, list, OBJECT_HEX_SIZE - 1));
	}
	return count;
}

/* How many of all commits the graph knows; what it says of them must be true. */
static size_t count_known(struct history *history, size_t *count)
{
	struct repo *repo = open_repository(history);
	struct arena *arena = &history->sandbox->arena;
	struct commit_texts texts = {arena, NULL};
	struct object_id ids[MOST_COMMITS];
	struct graph *graph = graph_open(repo);
	size_t known = 0;
	*count = list_commits(history, ids);
	for (size_t i = 0; graph != NULL && i < *count; i++) {
		struct landing facts;
		struct commit_links links, heard;
		struct error error = ERROR_INIT;
		if (!graph_links(graph, &ids[i], arena, &heard))
			continue;
		known++;
		assert_int_equal(commit_read(repo, &ids[i], &texts, &facts, &links, &error), 0);
		assert_true(object_equal(&heard.tree, &links.tree));
		assert_int_equal(heard.count, links.count);
		for (size_t j = 0; j < links.count; j++)
			assert_true(object_equal(&heard.parents[j], &links.parents[j]));
	}
	graph_close(graph);
	return known;
}

static void what_it_says_is_what_the_commits_say(void **state)
{
	struct history *history = make_history(*state);
	size_t count;
	for (enum graph_way way = GRAPH_NONE; way < GRAPH_WAYS; way++) {
		graphs_write_head(history, way);
		size_t known = count_known(history, &count);
		assert_true(count > 20);
		if (way == GRAPH_NONE)
			assert_int_equal(known, 0);
		else if (way == GRAPH_STALE)
			assert_in_range(known, 1, count - 1);
		else
			assert_int_equal(known, count);
	}
}

static void it_is_not_read_where_a_setting_says_so(void **state)
{
	struct history *history = make_history(*state);
	size_t count;
	graphs_write_head(history, GRAPH_WHOLE);
	GIT(*state, "repo", "config", "core.commitGraph", "false");
	assert_int_equal(count_known(history, &count), 0);
	GIT(*state, "repo", "config", "core.commitGraph", "true");
	assert_int_equal(count_known(history, &count), count);
}

/* It answers no more often than it has commits. */
static void what_leads_in_circles_comes_to_an_end(void **state)
{
	struct history *history = make_history(*state);
	struct object_id ids[MOST_COMMITS], tip = history_id(history, "HEAD");
	struct arena arena = ARENA_INIT;
	struct commit_links links;
	size_t answers = 0;
	graphs_write_head(history, GRAPH_SPLIT);
	size_t count = list_commits(history, ids);
	struct graph *graph = graph_open(open_repository(history));
	while (answers < MOST_COMMITS && graph_links(graph, &tip, &arena, &links))
		answers++;
	assert_int_equal(answers, count);
	graph_close(graph);
	arena_release(&arena);
}

/* With a graph no commit is read until it is compared. */
static void a_lineage_is_sorted_without_the_commits(void **state)
{
	struct history *history = make_history(*state);
	struct repo *repo = open_repository(history);
	struct object_id tip = history_id(history, "HEAD");
	for (enum graph_way way = GRAPH_NONE; way < GRAPH_WAYS; way++) {
		struct lineage lineage = {0};
		struct error error = ERROR_INIT;
		size_t told = 0;
		graphs_write_head(history, way);
		assert_int_equal(lineage_read(repo, &tip, true, &lineage, &error), 0);
		for (size_t i = 0; i < lineage.count; i++)
			told += lineage.trees[i].told;
		if (way == GRAPH_NONE)
			assert_int_equal(told, lineage.count);
		else if (way == GRAPH_STALE)
			assert_in_range(told, 1, lineage.count - 1);
		else
			assert_int_equal(told, 0);
		assert_int_equal(lineage_compare(repo, &lineage, 0, lineage.count, &error), 0);
		for (size_t i = 0; i < lineage.count; i++) {
			assert_true(lineage.trees[i].told);
			assert_non_null(lineage.commits[i].author.name);
			assert_non_null(lineage.commits[i].subject);
		}
		lineage_release(&lineage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_it_says_is_what_the_commits_say),
		sandbox_test(it_is_not_read_where_a_setting_says_so),
		sandbox_test(what_leads_in_circles_comes_to_an_end),
		sandbox_test(a_lineage_is_sorted_without_the_commits),
	};
	return cmocka_run_group_tests_name("graph", tests, NULL, NULL) != 0;
}
