/* ragtrail hook: installed, found, chained, left alone, taken away. */
#include "support/hooked.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/history.h"
#include "support/overlay.h"

static const char *const client[] = {"pre-commit", "pre-merge-commit", "prepare-commit-msg"};
static const char *const server[] = {"pre-receive", "post-receive"};

static const char *hook_of(struct sandbox *sandbox, const char *folder, const char *name)
{
	return arena_printf(&sandbox->arena, "%s/%s", folder, name);
}

static bool is_there(struct sandbox *sandbox, const char *path)
{
	struct stat status;
	return lstat(sandbox_path(sandbox, path), &status) == 0;
}

/* The hooks in FOLDER are those of this repository, and may be executed. */
static void assert_installed(struct sandbox *sandbox, const char *folder, const char *const *names,
                             size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *path = hook_of(sandbox, folder, names[i]);
		const char *source = arena_printf(&sandbox->arena, "hooks/%s", names[i]);
		assert_text(sandbox_read(sandbox, path), sandbox_read_source(sandbox, source));
		assert_case(access(sandbox_path(sandbox, path), X_OK) == 0, names[i]);
	}
}

static void write_hook(struct sandbox *sandbox, const char *path, const char *text)
{
	sandbox_write(sandbox, path, text);
	assert_int_equal(chmod(sandbox_path(sandbox, path), 0755), 0);
}

static void hooks_are_installed_once_and_taken_away(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "status"), 1,
	               arena_printf(&sandbox->arena,
	                            "pre-commit          missing\n"
	                            "pre-merge-commit    missing\n"
	                            "prepare-commit-msg  missing\n"
	                            "ragtrail            %s/bin/ragtrail\n"
	                            "folder              %s/repo/.git/hooks\n",
	                            sandbox->root, sandbox->root),
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repo/plans/better", "hook", "install"), 0,
	               "pre-commit: installed\npre-merge-commit: installed\n"
	               "prepare-commit-msg: installed\n",
	               "");
	assert_installed(sandbox, "repo/.git/hooks", client, COUNT_OF(client));
	for (size_t i = 0; i < COUNT_OF(server); i++)
		assert_false(is_there(sandbox, hook_of(sandbox, "repo/.git/hooks", server[i])));
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "install", "--chain"), 0,
	               "pre-commit: installed already\npre-merge-commit: installed already\n"
	               "prepare-commit-msg: installed already\n",
	               "");
	assert_installed(sandbox, "repo/.git/hooks", client, COUNT_OF(client));
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "status").status, 0);
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "uninstall"), 0,
	               "pre-commit: removed\npre-merge-commit: removed\n"
	               "prepare-commit-msg: removed\n",
	               "");
	for (size_t i = 0; i < COUNT_OF(client); i++)
		assert_false(is_there(sandbox, hook_of(sandbox, "repo/.git/hooks", client[i])));
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "uninstall"), 0,
	               "no hook of ragtrail is installed here\n", "");
}

static void a_server_has_hooks_of_its_own(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_run(sandbox, NULL, "git init -q --bare -b main office.git");
	assert_outcome(RAGTRAIL(sandbox, "office.git", "hook", "install"), 2, "",
	               "ragtrail: nobody commits in this repository: it has no working tree; for "
	               "one that others push to: ragtrail hook install --server\n");
	assert_outcome(RAGTRAIL(sandbox, "office.git", "hook", "install", "--server"), 0,
	               "pre-receive: installed\npost-receive: installed\n", "");
	assert_installed(sandbox, "office.git/hooks", server, COUNT_OF(server));
	assert_outcome(
		RAGTRAIL(sandbox, "office.git", "hook", "status"), 0,
		arena_printf(&sandbox->arena,
	                     "pre-receive         installed\n"
	                     "post-receive        installed\n"
	                     "ragtrail            %s/bin/ragtrail\n"
	                     "folder              %s/office.git/hooks\n"
	                     "protected           refs/heads/main: there is no such branch yet\n",
	                     sandbox->root, sandbox->root),
		"");
}

static void a_server_tells_what_it_protects(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	hooked_run(sandbox, NULL, "git clone -q --bare repo office.git");
	hooked_run(sandbox, "office.git",
	           "git config ragtrail.protect main && git config --add ragtrail.protect mian");
	const char *told = RAGTRAIL(sandbox, "office.git", "hook", "status").output;
	assert_non_null(strstr(told, "\nprotected           refs/heads/main\n"));
	assert_non_null(strstr(
		told, "\nprotected           refs/heads/mian: there is no such branch yet\n"));
}

/* The worktree's own git folder has no hooks: git looks in the one that all share. */
static void a_linked_worktree_shares_them(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	hooked_run(sandbox, "repo", "git worktree add -q ../other -b other");
	assert_int_equal(RAGTRAIL(sandbox, "other", "hook", "install").status, 0);
	assert_installed(sandbox, "repo/.git/hooks", client, COUNT_OF(client));
	sandbox_write(sandbox, "other/plans/better/a.md", history_update("a", "2023-07", "purple"));
	struct outcome outcome =
		hooked_script(sandbox, "other", "git add plans && git commit -qm A");
	assert_int_equal(outcome.status, 1);
	assert_holds(outcome.errors, "plans/better/a.md:4:6: error: `purple`");
}

static void another_folder_of_hooks_is_used_unless_it_is_committed(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	hooked_run(sandbox, "repo", "git config core.hooksPath ../shared/hooks && mkdir ../shared");
	struct outcome outcome = RAGTRAIL(sandbox, "repo/plans", "hook", "install");
	assert_int_equal(outcome.status, 0);
	assert_holds(outcome.output, "note: git looks for hooks in ");
	assert_installed(sandbox, "shared/hooks", client, COUNT_OF(client));
	assert_false(is_there(sandbox, "repo/.git/hooks/pre-commit"));
	static const char *const inside[] = {".githooks", "plans/../.husky", "."};
	for (size_t i = 0; i < COUNT_OF(inside); i++) {
		GIT(sandbox, "repo", "config", "core.hooksPath", inside[i]);
		outcome = RAGTRAIL(sandbox, "repo/plans", "hook", "install");
		assert_case(outcome.status == 2, inside[i]);
		assert_holds(outcome.errors, "which is part of what is committed: whoever can "
		                             "push could run programs on this computer");
		assert_text(GIT(sandbox, "repo", "status", "--porcelain"), "");
	}
	GIT(sandbox, "repo", "config", "core.hooksPath", ".git/others");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	assert_installed(sandbox, "repo/.git/others", client, COUNT_OF(client));
}

#define FOREIGN "#!/bin/sh\necho mine \"$@\" >>\"$MARKS\"\nexit ${REFUSE:-0}\n"

static void a_foreign_hook_is_left_alone(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	write_hook(sandbox, "repo/.git/hooks/pre-commit", FOREIGN);
	struct outcome outcome = RAGTRAIL(sandbox, "repo", "hook", "install");
	assert_outcome(outcome, 1,
	               arena_printf(&sandbox->arena,
	                            "pre-commit: there is somebody else's hook already, so it was "
	                            "left alone (%s/repo/.git/hooks/pre-commit)\n"
	                            "  add this line to it, or run `ragtrail hook install --chain` "
	                            "to keep it and run it first:\n"
	                            "    ragtrail hook run pre-commit \"$@\" || exit\n"
	                            "pre-merge-commit: installed\nprepare-commit-msg: installed\n",
	                            sandbox->root),
	               "");
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit"), FOREIGN);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "status").status, 1);
	outcome = RAGTRAIL(sandbox, "repo", "hook", "uninstall");
	assert_int_equal(outcome.status, 0);
	assert_holds(outcome.output, "pre-commit: somebody else's, so it was left alone");
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit"), FOREIGN);
	/* The line that it names does what it says. */
	write_hook(sandbox, "repo/.git/hooks/pre-commit",
	           "#!/bin/sh\nragtrail hook run pre-commit \"$@\" || exit\nexit 0\n");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	outcome = RAGTRAIL(sandbox, "repo", "hook", "status");
	assert_int_equal(outcome.status, 0);
	assert_holds(outcome.output, "pre-commit          somebody else's, which calls ragtrail\n");
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-07", "purple"));
	assert_int_equal(hooked_script(sandbox, "repo", "git add . && git commit -qm A").status, 1);
}

/* The shell's own links lead elsewhere: what is behind one is not ours to replace. */
static void a_link_is_somebody_elses(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	sandbox_write(sandbox, "elsewhere", FOREIGN);
	assert_int_equal(symlink(sandbox_path(sandbox, "elsewhere"),
	                         sandbox_path(sandbox, "repo/.git/hooks/pre-commit")),
	                 0);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 1);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "uninstall").status, 0);
	assert_true(is_there(sandbox, "repo/.git/hooks/pre-commit"));
	assert_text(sandbox_read(sandbox, "elsewhere"), FOREIGN);
}

static void a_chained_hook_runs_first_and_its_word_counts(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	setenv("MARKS", sandbox_path(sandbox, "marks"), 1);
	write_hook(sandbox, "repo/.git/hooks/prepare-commit-msg", FOREIGN);
	write_hook(sandbox, "repo/.git/hooks/pre-commit", FOREIGN);
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "install", "--chain"), 0,
	               "pre-commit: installed, behind the one that was there\n"
	               "pre-merge-commit: installed\n"
	               "prepare-commit-msg: installed, behind the one that was there\n",
	               "");
	assert_installed(sandbox, "repo/.git/hooks", client, COUNT_OF(client));
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit.local"), FOREIGN);
	assert_holds(RAGTRAIL(sandbox, "repo", "hook", "status").output,
	             "pre-commit          installed, and runs another one first\n");
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-07", "green"));
	hooked_run(sandbox, "repo", "git add plans && git commit -qm A");
	assert_text(sandbox_read(sandbox, "marks"), "mine\nmine .git/COMMIT_EDITMSG message\n");
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-08", "green"));
	assert_int_equal(hooked_script(sandbox, "repo", "REFUSE=3 git commit -qam B").status, 1);
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-08", "purple"));
	assert_int_equal(hooked_script(sandbox, "repo", "git commit -qam B").status, 1);
	unsetenv("MARKS");
	assert_outcome(RAGTRAIL(sandbox, "repo", "hook", "uninstall"), 0,
	               "pre-commit: removed, and the one before put back\n"
	               "pre-merge-commit: removed\n"
	               "prepare-commit-msg: removed, and the one before put back\n",
	               "");
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit"), FOREIGN);
	assert_false(is_there(sandbox, "repo/.git/hooks/pre-commit.local"));
	assert_false(is_there(sandbox, "repo/.git/hooks/pre-merge-commit"));
}

static void what_is_chained_already_is_not_lost(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	write_hook(sandbox, "repo/.git/hooks/pre-commit", FOREIGN);
	write_hook(sandbox, "repo/.git/hooks/pre-commit.local", "#!/bin/sh\n# another\n");
	struct outcome outcome = RAGTRAIL(sandbox, "repo", "hook", "install", "--chain");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "there is a pre-commit.local already");
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit"), FOREIGN);
	assert_text(sandbox_read(sandbox, "repo/.git/hooks/pre-commit.local"),
	            "#!/bin/sh\n# another\n");
}

/* Both read what git says on standard input. */
static void a_chained_hook_of_a_server_hears_of_the_push_too(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	hooked_run(sandbox, NULL, "git init -q --bare -b main office.git");
	write_hook(sandbox, "office.git/hooks/post-receive", "#!/bin/sh\ncat >heard\nexit 3\n");
	assert_int_equal(
		RAGTRAIL(sandbox, "office.git", "hook", "install", "--server", "--chain").status,
		0);
	hooked_run(sandbox, "office.git", "rm hooks/pre-receive");
	hooked_run(sandbox, "repo", "git push -q ../office.git main");
	const char *tip = GIT(sandbox, "repo", "rev-parse", "HEAD");
	assert_text(sandbox_read(sandbox, "office.git/heard"),
	            arena_printf(&sandbox->arena, "%040d %.40s refs/heads/main\n", 0, tip));
	assert_text(GIT(sandbox, "office.git", "log", "--format=%s", "refs/ragtrail/receipts"),
	            "Push 1: 1 landing\n");
}

static void versions_are_told_apart(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	static const char *const texts[] = {
		"#!/bin/sh\n# ragtrail hook, version 0: old\nexec ragtrail hook run pre-commit\n",
		"#!/bin/sh\n# ragtrail hook, version 999: to come\nexit 0\n",
		"#!/bin/sh\n# ragtrail hook, version 1: changed\nexit 0\n",
		"#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\nexit 0\n",
	};
	static const struct {
		int status;
		bool replaced;
		const char *says;
	} cases[] = {
		{0, true, "pre-commit: installed, in place of an older version\n"},
		{0, false, "pre-commit: installed by a newer ragtrail already\n"},
		{0, false, "pre-commit: installed, then changed by somebody already\n"},
		{1, false, "          entry: ragtrail check --staged\n"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		write_hook(sandbox, "repo/.git/hooks/pre-commit", texts[i]);
		struct outcome outcome = RAGTRAIL(sandbox, "repo", "hook", "install");
		assert_case(outcome.status == cases[i].status, cases[i].says);
		assert_holds(outcome.output, cases[i].says);
		bool same =
			strcmp(sandbox_read(sandbox, "repo/.git/hooks/pre-commit"), texts[i]) == 0;
		assert_case(same != cases[i].replaced, cases[i].says);
		RAGTRAIL(sandbox, "repo", "hook", "uninstall");
		assert_case(is_there(sandbox, "repo/.git/hooks/pre-commit") != cases[i].replaced,
		            cases[i].says);
	}
	/* One that may not be executed is none: git passes over it. */
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "uninstall").status, 0);
	unlink(sandbox_path(sandbox, "repo/.git/hooks/pre-commit"));
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	chmod(sandbox_path(sandbox, "repo/.git/hooks/pre-commit"), 0644);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "status").status, 1);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	assert_installed(sandbox, "repo/.git/hooks", client, COUNT_OF(client));
}

static void without_the_program_nothing_gets_past(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	hooked_run(sandbox, NULL, "rm bin/ragtrail");
	assert_holds(RAGTRAIL(sandbox, "repo", "hook", "status").output,
	             "ragtrail            in no folder of PATH: the hooks cannot find it\n");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "status").status, 1);
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-07", "green"));
	struct outcome outcome =
		hooked_script(sandbox, "repo", "git add plans && git commit -qm A");
	assert_outcome(
		outcome, 1, "",
		"Nothing was committed: this computer cannot find ragtrail, which checks "
		"improvement plans.\nYour work is still in the file. Ask whoever looks after "
		"this computer to install ragtrail, then commit again.\n");
	/* The message is no reason to stop. */
	outcome = hooked_script(sandbox, "repo", "git commit -q --no-verify -m A");
	assert_int_equal(outcome.status, 0);
	assert_holds(outcome.errors, "The commit message was not filled in");
}

static void a_bad_update_is_not_committed(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-07", "purple"));
	const char *before = GIT(sandbox, "repo", "rev-parse", "HEAD");
	assert_outcome(
		hooked_script(sandbox, "repo", "git add plans && git commit -qm A"), 1, "",
		"plans/better/a.md:4:6: error: `purple` is not a rating of this plan; write "
		"green, green-amber, amber, amber-red or red [rating-unknown]\n"
		"1 document: 1 error\n"
		"not compared with what is on record; `ragtrail check` does that\n"
		"Your work is still in the file.\nMend the lines named above, then add the file "
		"(git add FILE) and commit again.\n");
	assert_text(GIT(sandbox, "repo", "rev-parse", "HEAD"), before);
	assert_text(sandbox_read(sandbox, "repo/plans/better/a.md"),
	            history_update("a", "2023-07", "purple"));
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", "2023-07", "amber"));
	hooked_run(sandbox, "repo", "git commit -qam A");
	/* What is no plan's is nobody's business here. */
	sandbox_write(sandbox, "repo/notes.txt", "rag: purple\n");
	assert_outcome(hooked_script(sandbox, "repo", "git add notes.txt && git commit -qm N"), 0,
	               "", "");
}

/* Two good branches that claim the same period: git asks before the commit of a merge. */
static void a_merge_is_checked_before_it_is_committed(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	hooked_run(sandbox, "repo", "git switch -qc side");
	sandbox_write(sandbox, "repo/plans/better/one.md", history_update("a", "2023-07", "red"));
	hooked_run(sandbox, "repo", "git add . && git commit -qm One && git switch -q main");
	sandbox_write(sandbox, "repo/plans/better/two.md", history_update("a", "2023-07", "green"));
	hooked_run(sandbox, "repo", "git add . && git commit -qm Two");
	struct outcome outcome = hooked_script(sandbox, "repo", "git merge -q --no-edit side");
	assert_int_equal(outcome.status, 1);
	assert_holds(outcome.errors, "error: ");
	assert_holds(outcome.errors, "finish the merge (git commit).");
	hooked_run(sandbox, "repo", "git rm -qf plans/better/two.md && git commit -q --no-edit");
	assert_text(GIT(sandbox, "repo", "log", "-1", "--format=%s"), "Merge branch 'side'\n");
}

static void what_hook_cannot_do_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	static const struct {
		const char *script, *says;
	} cases[] = {
		{"ragtrail hook", "say what to do: install, status or uninstall"},
		{"ragtrail hook instal", "hook cannot do `instal`"},
		{"ragtrail hook install pre-commit", "hook install takes no argument"},
		{"ragtrail hook status --chain", "`--chain` goes with install"},
		{"ragtrail hook run", "say which hook to run"},
		{"ragtrail hook run update", "there is no hook `update`"},
		{"cd .. && ragtrail hook install", "not in a git repository"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct outcome outcome = hooked_script(sandbox, "repo", cases[i].script);
		assert_case(outcome.status == 2, cases[i].script);
		assert_case(strstr(outcome.errors, cases[i].says) != NULL, cases[i].script);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(hooks_are_installed_once_and_taken_away),
		sandbox_test(a_server_has_hooks_of_its_own),
		sandbox_test(a_server_tells_what_it_protects),
		sandbox_test(a_linked_worktree_shares_them),
		sandbox_test(another_folder_of_hooks_is_used_unless_it_is_committed),
		sandbox_test(a_foreign_hook_is_left_alone),
		sandbox_test(a_link_is_somebody_elses),
		sandbox_test(a_chained_hook_runs_first_and_its_word_counts),
		sandbox_test(what_is_chained_already_is_not_lost),
		sandbox_test(a_chained_hook_of_a_server_hears_of_the_push_too),
		sandbox_test(versions_are_told_apart),
		sandbox_test(without_the_program_nothing_gets_past),
		sandbox_test(a_bad_update_is_not_committed),
		sandbox_test(a_merge_is_checked_before_it_is_committed),
		sandbox_test(what_hook_cannot_do_is_said),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail hook", tests, NULL, NULL) != 0;
}
