/* What a revision means, in all forms: the same commit as git says. */
#include "support/command.h"

#include <string.h>

#include "repo/repo.h"
#include "support/history.h"

/* A repository with a merge, tags of both sorts, a reflog and an upstream. */
static const char making[] =
	"export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=Ann\n"
	"export GIT_COMMITTER_EMAIL=a@b; c() { GIT_COMMITTER_DATE=\"@$2 +0000\" git commit -q "
	"--allow-empty -m \"$1\"; }\n"
	"git init -q -b main && c one 1690000000 && c two 1690100000 && git tag -a v1 -m v1 && git "
	"tag board/2023-07-26 && git tag -a outer v1 -m outer 2> /dev/null && git switch -q -c "
	"topic && c 'a side' 1690200000 && git switch -q main && c three 1690300000 && git config "
	"branch.main.remote . && git config branch.main.merge refs/heads/topic && git fetch -q . "
	"topic && git update-ref ORIG_HEAD HEAD~1 && GIT_COMMITTER_DATE='@1690400000 +0000' git "
	"merge -q --no-edit topic";

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *make(struct sandbox *sandbox)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	sandbox_make_folders(sandbox_path(sandbox, "repo"));
	assert_outcome(command_script(sandbox, "repo", making), 0, "", "");
	if (repo_open(&repo, sandbox_path(sandbox, "repo"), false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, repo);
	return repo;
}

static void every_form_means_what_git_says(void **state)
{
	struct sandbox *sandbox = *state;
	struct repo *repo = make(sandbox);
	const char *described = GIT(sandbox, "repo", "describe", "main");
	const char *digits = GIT(sandbox, "repo", "rev-parse", "main");
	const char *const forms[] = {
		"HEAD",
		"@",
		"@~1",
		"@^2",
		"@^",
		"@~",
		"HEAD~2",
		"HEAD~0",
		"HEAD^0",
		"HEAD^2^",
		"main",
		"heads/main",
		"refs/heads/main",
		"v1",
		"tags/v1",
		"v1^{}",
		"v1^{commit}",
		"v1~1",
		"outer",
		"outer^{}",
		"board/2023-07-26",
		"topic~1",
		"ORIG_HEAD",
		"FETCH_HEAD",
		"@{u}",
		"@{upstream}",
		"main@{u}",
		"@{u}~1",
		"@{-1}",
		"@{-1}~1",
		"main@{0}",
		"main@{1}",
		"main@{2}",
		"@{1}",
		"HEAD@{0}",
		"HEAD@{2}",
		"main@{2023-07-26}",
		"main@{2023-07-23 12:00:00}",
		"main@{yesterday}",
		"main@{now}",
		"HEAD^{/three}",
		"HEAD^{/a s}",
		"HEAD^{/^t}",
		arena_text(&sandbox->arena, described, strcspn(described, "\n")),
		arena_text(&sandbox->arena, digits, 40),
		arena_text(&sandbox->arena, digits, 12),
		arena_text(&sandbox->arena, digits, 6),
	};
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct object_id commit;
		struct error error = ERROR_INIT;
		char hex[OBJECT_HEX_SIZE];
		const char *expected = GIT(sandbox, "repo", "rev-parse", "--verify", "-q",
		                           arena_printf(&sandbox->arena, "%s^{commit}", forms[i]));
		if (repo_commit(repo, forms[i], &commit, NULL, &error) < 0)
			fail_msg("%s: %s", forms[i], error.what);
		assert_case(strncmp(object_hex(&commit, hex), expected, 40) == 0, forms[i]);
	}
	/* git does not take it with ^{commit} behind. */
	struct object_id commit;
	struct error error = ERROR_INIT;
	char hex[OBJECT_HEX_SIZE];
	assert_int_equal(repo_commit(repo, ":/a side", &commit, NULL, &error), 0);
	assert_memory_equal(object_hex(&commit, hex), GIT(sandbox, "repo", "rev-parse", ":/a side"),
	                    40);
}

static void what_is_none_or_several_is_refused(void **state)
{
	static const struct {
		const char *revision, *what, *hint;
	} rows[] = {
		{"HEAD^@", "`HEAD^@` is not a revision but several", ""},
		{"HEAD^!", "`HEAD^!` is not a revision", "git rev-parse"},
		{"HEAD^-", "`HEAD^-` is not a revision", "git rev-parse"},
		{"main..topic", "`main..topic` is not a revision", ""},
		{"main...topic", "`main...topic` is not a revision", ""},
		{"^main", "`^main` is not a revision", "git rev-parse"},
		{"HEAD^3", "`HEAD^3` is not a revision", ""},
		{"HEAD~99", "`HEAD~99` is not a revision: no commit, tag or branch", ""},
		{"2023-09-20", "`2023-09-20` is not a revision", "with `--on 2023-09-20`"},
		{"HEAD^{/nothing}", "`HEAD^{/nothing}` is not a revision", "git rev-parse"},
		{"HEAD^{tree}", "`HEAD^{tree}` does not lead to a commit", ""},
		{"HEAD^{nonsense}", "`HEAD^{nonsense}` is not a revision", "git rev-parse"},
		{"main@{99}", "`main@{99}` is not a revision", "git rev-parse"},
		{"@{-9}", "`@{-9}` is not a revision", "git rev-parse"},
		{"topic@{u}", "`topic@{u}` is not a revision", "git rev-parse"},
		/* What git knows and libgit2 1.5 does not. */
		{"@{push}", "`@{push}` is not a revision", "git rev-parse"},
		{"HEAD^{/!-one}", "`HEAD^{/!-one}` is not a revision", "git rev-parse"},
		{"--all", "`--all` is not a revision", ""},
		{"v2-1-gfffffff", "`v2-1-gfffffff` is not a revision", ""},
	};
	struct repo *repo = make(*state);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct object_id commit;
		struct error error = ERROR_INIT;
		assert_case(repo_commit(repo, rows[i].revision, &commit, NULL, &error) == -1,
		            rows[i].revision);
		assert_case(strstr(error.what, rows[i].what) != NULL, error.what);
		assert_case(strstr(error.hint, rows[i].hint) != NULL, rows[i].revision);
	}
}

/* Of so many files, two begin with the same four digits. */
static void too_few_digits_are_an_error_of_their_own(void **state)
{
	struct sandbox *sandbox = *state;
	struct repo *repo = make(sandbox);
	struct outcome outcome = command_script(
		sandbox, "repo",
		"for n in $(seq 1500); do echo $n > f$n; echo f$n; done | git hash-object -w "
		"--stdin-paths | cut -c 1-4 | sort | uniq -d | head -n 1 | tr -d '\\n'");
	assert_int_equal(strlen(outcome.output), 4);
	struct object_id commit;
	struct error error = ERROR_INIT;
	assert_int_equal(repo_commit(repo, outcome.output, &commit, NULL, &error), -1);
	assert_text(error.what,
	            arena_printf(&sandbox->arena, "`%s` is the beginning of several objects' names",
	                         outcome.output));
	assert_string_equal(error.hint, "give more of its digits");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_form_means_what_git_says),
		sandbox_test(what_is_none_or_several_is_refused),
		sandbox_test(too_few_digits_are_an_error_of_their_own),
	};
	return cmocka_run_group_tests_name("revisions", tests, NULL, NULL) != 0;
}
