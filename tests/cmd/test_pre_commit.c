/*
 * The pre-commit framework runs the check from .pre-commit-hooks.yaml: a repository of
 * hooks made of that file, a repository of plans that names it, and real commits.
 */
#include "support/command.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "support/history.h"
#include "support/judging.h"

/* Around each script: the program in PATH, and nothing of pre-commit's outside the sandbox. */
static const char prologue[] =
	"set -e\n"
	"export PATH=\"$PWD/../bin:$PATH\" PRE_COMMIT_HOME=\"$PWD/../cache\" HOME=\"$PWD/..\"\n"
	"export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.invalid\n"
	"export GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@example.invalid\n";

static struct outcome in_plans(struct sandbox *sandbox, const char *script)
{
	return command_script(sandbox, "plans",
	                      arena_printf(&sandbox->arena, "%s%s", prologue, script));
}

static void assert_works(struct outcome outcome)
{
	if (outcome.status != 0)
		fail_msg("exit %d: %s%s", outcome.status, outcome.output, outcome.errors);
}

static void make_repositories(struct sandbox *sandbox)
{
	if (command_script(sandbox, NULL, "command -v pre-commit").status != 0) {
		print_message("skipped: pre-commit is not installed\n");
		sandbox_skip(sandbox);
	}
	sandbox_write(sandbox, "bin/ragtrail", "#!/bin/sh\nexec $RAGTRAIL \"$@\"\n");
	assert_int_equal(chmod(sandbox_path(sandbox, "bin/ragtrail"), 0755), 0);
	struct history *hooks = history_new(sandbox, "hooks");
	HISTORY(hooks, {1, "Ann", ".pre-commit-hooks.yaml",
	                sandbox_read_source(sandbox, ".pre-commit-hooks.yaml")});
	struct history *plans = history_new(sandbox, "plans");
	HISTORY(plans, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	history_checkout(plans);
	sandbox_write(sandbox, "plans/.pre-commit-config.yaml",
	              arena_printf(&sandbox->arena,
	                           "repos:\n"
	                           "  - repo: ../hooks\n"
	                           "    rev: %s\n"
	                           "    hooks:\n"
	                           "      - id: ragtrail-check\n",
	                           GIT(sandbox, "hooks", "rev-parse", "HEAD")));
	assert_works(in_plans(sandbox, "pre-commit install\n"));
}

static void a_sound_update_is_committed_and_a_bad_one_is_not(void **state)
{
	struct sandbox *sandbox = *state;
	make_repositories(sandbox);
	sandbox_write(sandbox, "plans/plans/p/b.md", history_update("b", "2023-07", "geen"));
	struct outcome outcome = in_plans(sandbox, "git add -A && git commit -q -m July\n");
	assert_true(outcome.status != 0);
	assert_non_null(strstr(outcome.errors, "check improvement plan updates"));
	assert_non_null(strstr(outcome.errors, "plans/p/b.md:4:6: error: `geen` is not a rating"));
	sandbox_write(sandbox, "plans/plans/p/b.md", history_update("b", "2023-07", "green"));
	assert_works(in_plans(sandbox, "git add -A && git commit -q -m July\n"));
	assert_text(GIT(sandbox, "plans", "log", "-1", "--format=%s"), "July\n");
}

/* The plan is gone, and no file that is left was touched. */
static void a_deletion_is_checked_too(void **state)
{
	struct sandbox *sandbox = *state;
	make_repositories(sandbox);
	assert_works(in_plans(sandbox, "git add -A && git commit -q -m config\n"));
	struct outcome outcome =
		in_plans(sandbox, "git rm -q plans/p/plan.md && git commit -q -m gone\n");
	assert_true(outcome.status != 0);
	assert_non_null(strstr(outcome.errors, "[plan-missing]"));
}

/* What is in the index counts, not what is in the working tree. */
static void only_what_is_staged_is_checked(void **state)
{
	struct sandbox *sandbox = *state;
	make_repositories(sandbox);
	sandbox_write(sandbox, "plans/plans/p/b.md", history_update("b", "2023-07", "green"));
	assert_works(in_plans(sandbox, "git add -A\n"));
	sandbox_write(sandbox, "plans/plans/p/b.md", history_update("b", "2023-07", "geen"));
	assert_works(in_plans(sandbox, "git commit -q -m July\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_sound_update_is_committed_and_a_bad_one_is_not),
		sandbox_test(a_deletion_is_checked_too),
		sandbox_test(only_what_is_staged_is_checked),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("pre-commit", tests, NULL, NULL) != 0;
}
