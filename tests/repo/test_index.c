/* The index, beside what git itself says of it. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "repo/index.h"
#include "support/command.h"
#include "support/history.h"
#include "support/mutation.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_with(struct sandbox *sandbox, const char *index_file)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	const struct repo_terms terms = {.start = sandbox_path(sandbox, "repo"),
	                                 .index_file = index_file};
	if (repo_open_on(&repo, &terms, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, repo);
	return repo;
}

static const char *print_entries(struct sandbox *sandbox, const struct index *index)
{
	struct buf text = BUF_INIT;
	char hex[OBJECT_HEX_SIZE];
	for (size_t i = 0; i < index->count; i++)
		buf_printf(&text, "%s %s\n", object_hex(&index->entries[i].blob, hex),
		           index->entries[i].path);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static int print_change(const struct change *change, void *context)
{
	char before[OBJECT_HEX_SIZE], after[OBJECT_HEX_SIZE];
	buf_printf(context, "%s %s %s\n", object_hex(&change->before, before),
	           object_hex(&change->after, after), change->path);
	return 0;
}

/* What git says of the same. */
static const char *git_says(struct sandbox *sandbox, const char *script)
{
	struct outcome outcome = command_script(sandbox, "repo", script);
	if (outcome.status != 0)
		fail_msg("%s: %s", script, outcome.errors);
	return outcome.output;
}

static void compare_with_git(struct sandbox *sandbox)
{
	struct repo *repo = open_with(sandbox, NULL);
	struct error error = ERROR_INIT;
	struct buf changes = BUF_INIT;
	struct index index;
	struct object_id head;
	if (index_read(repo, &index, &error) < 0 ||
	    repo_commit(repo, NULL, &head, NULL, &error) < 0 ||
	    index_compare(repo, &head, &index, print_change, &changes, &error) < 0)
		fail_msg("%s", error.what);
	assert_text(changes.bytes,
	            git_says(sandbox, "git diff --cached --raw --no-renames --no-abbrev HEAD -- "
	                              "'plans/*/*.md' | awk '$3 != $4 { print $3, $4, $6 }'"));
	assert_text(print_entries(sandbox, &index),
	            git_says(sandbox, "git diff --name-only --diff-filter=A > announced; git "
	                              "ls-files --stage -- 'plans/*/*.md' | grep -vwFf announced "
	                              "| awk '{ print $2, $4 }'"));
	index_release(&index);
	buf_release(&changes);
}

/* One thing that is done to the index or to HEAD. */
static void add_step(struct buf *script, struct chance *chance)
{
	static const char *const paths[] = {
		"plans/p/a.md",          "plans/p/b.md",
		"plans/p/sub/c.md",      "plans/p-1/a.md",
		"plans/q/sub/deep/d.md", "plans/q/sub/e.md",
		"plans/q/sub.md",        "other/x.md",
		"plans/p/notes.txt",     "plans/q/sub-1.md",
		"plans/no-document.md",
	};
	static const char *const steps[] = {
		"put %s; git add %s\n",
		"put %s; git add %s\n",
		"put %s; git add %s\n",
		"git rm -q --cached --ignore-unmatch %s\n",
		"git rm -qf --ignore-unmatch %s\n",
		"git commit -qm step --allow-empty # %s %s\n",
		"git write-tree > tree # %s %s\n",
		"git reset -q HEAD # %s %s\n",
		"git update-index --index-version 4 # %s %s\n",
		"git update-index --index-version 2 # %s %s\n",
		"git ls-files --error-unmatch %s > x || { put %s; git add -N . ; }\n",
		"git update-index --skip-worktree %s\n",
	};
	const char *path = paths[chance_below(chance, sizeof(paths) / sizeof(*paths))];
	const char *step = steps[chance_below(chance, sizeof(steps) / sizeof(*steps))];
	for (const char *at = step; *at != '\0'; at++) {
		if (at[0] != '%') {
			buf_byte(script, *at);
			continue;
		}
		buf_text(script, path);
		at++;
	}
}

static void the_index_says_what_git_says(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf script = BUF_INIT;
	for (uint64_t seed = 1; seed <= 25; seed++) {
		struct chance chance = {seed};
		struct history *history = history_new(sandbox, "repo");
		HISTORY(history, {1, "Ann", "plans/p/a.md", "a"}, {2, "Ann", "plans/q/a.md", "a"});
		buf_clear(&script);
		buf_text(&script, "exec 2> x\nexport GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a "
		                  "GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a\nn=0\nput() { "
		                  "mkdir -p \"$(dirname $1)\"; n=$((n + 1)); echo $n > $1; }\n"
		                  "echo tree > .gitignore; echo x >> .gitignore; echo announced >> "
		                  ".gitignore; git reset -q\n");
		for (size_t i = 0; i < 20; i++)
			add_step(&script, &chance);
		buf_text(&script, "true\n");
		git_says(sandbox, script.bytes);
		compare_with_git(sandbox);
		git_says(sandbox, "cd ..; rm -rf repo");
	}
	buf_release(&script);
}

static void nothing_to_read_is_an_empty_index(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	struct error error = ERROR_INIT;
	struct index index;
	struct buf changes = BUF_INIT;
	HISTORY(history, {1, "Ann", "plans/p/a.md", "a"});
	struct repo *repo = open_with(sandbox, "no/such/file");
	assert_int_equal(index_read(repo, &index, &error), 0);
	assert_int_equal(index.count, 0);
	/* Nothing was committed and nothing is staged. */
	assert_int_equal(index_compare(repo, NULL, &index, print_change, &changes, &error), 0);
	assert_text(changes.bytes, "");
	index_release(&index);
	buf_release(&changes);
}

/* An index with every part: version 3 or 4, what is announced, git's notes of folders. */
static const char *make_index(struct sandbox *sandbox, const char *version)
{
	git_says(sandbox,
	         arena_printf(&sandbox->arena,
	                      "set -e\nrm -rf .git/index plans\nmkdir -p plans/p/sub plans/q\n"
	                      "for i in p/a p/b p/sub/c q/d; do echo $i > plans/$i.md; done\n"
	                      "git add plans\ngit update-index --index-version %s\n"
	                      "echo new > plans/p/new.md; git write-tree > /dev/null\n"
	                      "git add -N plans/p/new.md",
	                      version));
	return sandbox_path(sandbox, "repo/.git/index");
}

static void read_damaged(struct sandbox *sandbox, const char *bytes, size_t length,
                         const char *sound, bool flipped)
{
	struct error error = ERROR_INIT;
	struct index index;
	sandbox_write_bytes(sandbox, "damaged", bytes, length);
	struct repo *repo = open_with(sandbox, sandbox_path(sandbox, "damaged"));
	int result = index_read(repo, &index, &error);
	if (result == 0 && !flipped && strcmp(print_entries(sandbox, &index), sound) != 0)
		fail_msg("%zu bytes are read as another index", length);
	if (result < 0)
		assert_non_null(strstr(error.what, "git's index"));
	index_release(&index);
}

static void damage_is_said_and_kills_nobody(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	static const char *const versions[] = {"3", "4"};
	for (size_t i = 0; i < 2; i++) {
		struct error error = ERROR_INIT;
		struct index index;
		struct chance chance = {7};
		char bytes[4096];
		FILE *file = fopen(make_index(sandbox, versions[i]), "rb");
		size_t length = fread(bytes, 1, sizeof(bytes), file);
		fclose(file);
		assert_in_range(length, 300, sizeof(bytes) - 1);
		struct repo *repo = open_with(sandbox, NULL);
		assert_int_equal(index_read(repo, &index, &error), 0);
		assert_int_equal(index.count, 4);
		assert_int_not_equal(index.folders.count, 0);
		const char *sound = print_entries(sandbox, &index);
		index_release(&index);
		for (size_t cut = 1; cut < length; cut++)
			read_damaged(sandbox, bytes, cut, sound, false);
		for (size_t round = 0; round < 1000; round++) {
			size_t at = chance_below(&chance, length);
			char kept = bytes[at];
			bytes[at] = (char)(kept ^ (1 << chance_below(&chance, 8)));
			read_damaged(sandbox, bytes, length, sound, true);
			bytes[at] = kept;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_index_says_what_git_says),
		sandbox_test(nothing_to_read_is_an_empty_index),
		sandbox_test(damage_is_said_and_kills_nobody),
	};
	return cmocka_run_group_tests_name("index", tests, NULL, NULL) != 0;
}
