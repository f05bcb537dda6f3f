#include "support/testing.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "repo/commit.h"
#include "repo/receipts.h"
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

static struct landing read_landing(struct history *history, const struct object_id *id)
{
	struct landing landing;
	struct commit_links links;
	struct commit_texts texts = {&history->sandbox->arena, NULL};
	struct error error = ERROR_INIT;
	struct repo *repo = open_at(history->sandbox, "repo");
	if (commit_read(repo, id, &texts, &landing, &links, &error) < 0)
		fail_msg("%s", error.what);
	return landing;
}

static struct chain read_chain(struct history *history, const char *revision)
{
	struct object_id tip = history_id(history, revision);
	struct commit_texts texts = {&history->sandbox->arena, NULL};
	struct receipts receipts = {0};
	struct chain chain;
	struct error error = ERROR_INIT;
	if (chain_read(open_at(history->sandbox, "repo"), &tip, &receipts, &texts, NULL, NULL,
	               &chain, &error) < 0)
		fail_msg("%s", error.what);
	return chain;
}

/* The subjects of the chain that ends at REVISION, oldest first. */
static const char *chain_of(struct history *history, const char *revision)
{
	struct chain chain = read_chain(history, revision);
	const char *text = "";
	for (size_t i = chain.count; i-- > 0;)
		text = arena_printf(&history->sandbox->arena, "%s%s\n", text,
		                    chain.steps[i].landing.subject);
	chain_release(&chain);
	return text;
}

static void a_straight_history_lands_commit_by_commit(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "a", "1"}, {2, "Ann", "b", "2"}, {3, "Ann", "c", "3"});
	assert_text(chain_of(history, "HEAD"), "Day 1: a\nDay 2: b\nDay 3: c\n");
	assert_text(chain_of(history, "HEAD~2"), "Day 1: a\n");
}

static void what_a_merge_brings_lands_with_the_merge(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "a", "1"});
	history_branch(history, "topic");
	HISTORY(history, {2, "Bob", "b", "2"}, {3, "Bob", "c", "3"});
	history_switch(history, "main");
	HISTORY(history, {4, "Ann", "d", "4"});
	HISTORY_MERGE(history, 5, "Ann", "topic", {0});
	HISTORY(history, {6, "Ann", "e", "5"});
	assert_text(chain_of(history, "HEAD"), "Day 1: a\nDay 4: d\nMerge topic\nDay 6: e\n");
	assert_text(chain_of(history, "topic"), "Day 1: a\nDay 2: b\nDay 3: c\n");
}

static void a_pull_that_turns_the_chain_around_shows_the_other_side(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "a", "1"});
	history_branch(history, "mine");
	HISTORY(history, {2, "Bob", "b", "2"});
	history_switch(history, "main");
	HISTORY(history, {3, "Ann", "c", "3"});
	history_switch(history, "mine");
	HISTORY_MERGE(history, 4, "Bob", "main", {0});
	assert_text(chain_of(history, "mine"), "Day 1: a\nDay 2: b\nMerge main\n");
}

static void an_octopus_is_one_landing(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "a", "1"});
	history_branch(history, "one");
	HISTORY(history, {2, "Ann", "b", "2"});
	history_switch(history, "main");
	history_branch(history, "two");
	HISTORY(history, {3, "Ann", "c", "3"});
	history_switch(history, "main");
	history_commit(history, &(struct commit){.day = 4,
	                                         .author = "Ann",
	                                         .message = "Octopus",
	                                         .parents = "main one two"});
	assert_text(chain_of(history, "HEAD"), "Day 1: a\nOctopus\n");
}

static void dates_decide_nothing(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {900, "Ann", "a", "1"}, {-4000, "Ann", "b", "2"}, {10, "Ann", "c", "3"});
	assert_text(chain_of(history, "HEAD"), "Day 900: a\nDay -4000: b\nDay 10: c\n");
}

static void a_long_chain_is_read_whole(void **state)
{
	enum { LENGTH = 300 };
	struct history *history = history_new(*state, "repo");
	for (int day = 0; day < LENGTH; day++)
		HISTORY(history, {day, "Ann", NULL, NULL});
	struct object_id tip = history_id(history, "HEAD"), first = history_id(history, "HEAD~299");
	struct chain chain = read_chain(history, "HEAD");
	assert_int_equal(chain.count, LENGTH);
	assert_true(object_equal(&chain.steps[0].landing.id, &tip));
	assert_true(object_equal(&chain.steps[LENGTH - 1].landing.id, &first));
	chain_release(&chain);
}

static void author_and_committer_are_kept_apart(void **state)
{
	struct history *history = history_new(*state, "repo");
	struct object_id id = history_commit(
		history, &(struct commit){.day = 10,
	                                  .author = "Ann Officer",
	                                  .committer = "Web Editor",
	                                  .committed_on = 12,
	                                  .message = "\n\nThe subject\nmore\n\nand more\n"});
	struct landing landing = read_landing(history, &id);
	assert_true(object_equal(&landing.id, &id));
	assert_string_equal(landing.author.name, "Ann Officer");
	assert_string_equal(landing.author.email, "ann.officer@example.org");
	assert_int_equal(landing.author.time, HISTORY_EPOCH + 10 * HISTORY_DAY);
	assert_string_equal(landing.committer.name, "Web Editor");
	assert_string_equal(landing.committer.email, "web.editor@example.org");
	assert_int_equal(landing.committer.time, HISTORY_EPOCH + 12 * HISTORY_DAY);
	assert_string_equal(landing.subject, "The subject");
}

/* What git itself refuses to write, and shows all the same. */
static void odd_names_and_times_are_handed_over_as_they_are(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", "a", "1"});
	struct object_id tree = history_id(history, "HEAD^{tree}"), id;
	char hex[OBJECT_HEX_SIZE];
	sandbox_write(sandbox, "commit",
	              arena_printf(&sandbox->arena,
	                           "tree %s\n"
	                           "author Caf\xe9 \x1b[31m <a@b> 999999999999 +0000\n"
	                           "committer <> 0 +0000\n"
	                           "\n"
	                           "\x1b]0;title\x07 subject",
	                           object_hex(&tree, hex)));
	const char *name = GIT(sandbox, "repo", "hash-object", "-t", "commit", "-w", "--literally",
	                       "../commit");
	id = history_id(history, arena_text(&sandbox->arena, name, 40));
	struct landing landing = read_landing(history, &id);
	assert_string_equal(landing.author.name, "Caf\xe9 \x1b[31m");
	assert_int_equal(landing.author.time, 999999999999);
	assert_string_equal(landing.committer.name, "");
	assert_string_equal(landing.subject, "\x1b]0;title\x07 subject");
}

static void an_empty_message_is_an_empty_subject(void **state)
{
	struct history *history = history_new(*state, "repo");
	struct object_id id =
		history_commit(history, &(struct commit){.day = 1, .author = "Ann", .message = ""});
	assert_string_equal(read_landing(history, &id).subject, "");
}

static void a_missing_parent_is_an_error_never_a_shorter_chain(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", "a", "1"}, {2, "Ann", "b", "2"}, {3, "Ann", "c", "3"});
	struct object_id tip = history_id(history, "HEAD"), lost = history_id(history, "HEAD~2");
	char hex[OBJECT_HEX_SIZE];
	object_hex(&lost, hex);
	assert_int_equal(unlink(sandbox_path(sandbox, arena_printf(&sandbox->arena,
	                                                           "repo/.git/objects/%.2s/%s", hex,
	                                                           hex + 2))),
	                 0);
	struct chain chain;
	struct commit_texts texts = {&sandbox->arena, NULL};
	struct receipts receipts = {0};
	struct error error = ERROR_INIT;
	assert_int_equal(chain_read(open_at(sandbox, "repo"), &tip, &receipts, &texts, NULL, NULL,
	                            &chain, &error),
	                 -1);
	assert_non_null(strstr(error.what, hex));
	assert_null(chain.steps);
	assert_int_equal(chain.count, 0);
}

static void a_shallow_chain_is_an_error_never_a_shorter_one(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "whole");
	HISTORY(history, {1, "Ann", "a", "1"}, {2, "Ann", "b", "2"}, {3, "Ann", "c", "3"});
	GIT(sandbox, NULL, "clone", "-q", "--depth", "2",
	    arena_printf(&sandbox->arena, "file://%s/whole", sandbox->root), "repo");
	struct object_id tip = history_id(history, "HEAD");
	struct chain chain;
	struct commit_texts texts = {&sandbox->arena, NULL};
	struct receipts receipts = {0};
	struct error error = ERROR_INIT;
	assert_int_equal(chain_read(open_at(sandbox, "repo"), &tip, &receipts, &texts, NULL, NULL,
	                            &chain, &error),
	                 -1);
}

static void replaced_commits_are_not_followed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", "a", "1"}, {2, "Ann", "b", "2"}, {3, "Ann", "c", "3"});
	GIT(sandbox, "repo", "replace", "HEAD", "HEAD~2");
	assert_text(chain_of(history, "HEAD"), "Day 1: a\nDay 2: b\nDay 3: c\n");
}

static void what_is_no_commit_is_an_error_that_names_it(void **state)
{
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {1, "Ann", "a", "1"});
	struct object_id tree = history_id(history, "HEAD^{tree}");
	struct landing landing;
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	char hex[OBJECT_HEX_SIZE];
	struct commit_texts texts = {&arena, NULL};
	struct commit_links links;
	assert_int_equal(
		commit_read(open_at(*state, "repo"), &tree, &texts, &landing, &links, &error), -1);
	assert_non_null(strstr(error.what, object_hex(&tree, hex)));
	assert_null(strstr(error.what, "no reason given"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_straight_history_lands_commit_by_commit),
		sandbox_test(what_a_merge_brings_lands_with_the_merge),
		sandbox_test(a_pull_that_turns_the_chain_around_shows_the_other_side),
		sandbox_test(an_octopus_is_one_landing),
		sandbox_test(dates_decide_nothing),
		sandbox_test(a_long_chain_is_read_whole),
		sandbox_test(author_and_committer_are_kept_apart),
		sandbox_test(odd_names_and_times_are_handed_over_as_they_are),
		sandbox_test(an_empty_message_is_an_empty_subject),
		sandbox_test(a_missing_parent_is_an_error_never_a_shorter_chain),
		sandbox_test(a_shallow_chain_is_an_error_never_a_shorter_one),
		sandbox_test(replaced_commits_are_not_followed),
		sandbox_test(what_is_no_commit_is_an_error_that_names_it),
	};
	return cmocka_run_group_tests_name("landing", tests, NULL, NULL) != 0;
}
