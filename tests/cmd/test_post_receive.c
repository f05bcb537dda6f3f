/* The hook post-receive: receipts of what arrived, and the site. */
#include "support/hooked.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"

#define RECEIPTS "refs/ragtrail/receipts"

/*
 * An officer's repository, and a server's with the hook. It checks nothing here: that is
 * another hook's.
 */
static void serve(struct sandbox *sandbox)
{
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	hooked_run(sandbox, NULL, "git init -q --bare -b main office.git");
	hooked_run(sandbox, "office.git", "ragtrail hook install --server && rm hooks/pre-receive");
	hooked_run(sandbox, "repo", "git remote add origin ../office.git");
}

static void commit(struct sandbox *sandbox, const char *period, const char *rag)
{
	sandbox_write(sandbox, "repo/plans/better/a.md", history_update("a", period, rag));
	hooked_run(sandbox, "repo",
	           arena_printf(&sandbox->arena, "git add -A && git commit -qm %s", period));
}

/* What the push prints on standard error, without git's blanks at the ends of lines. */
static const char *push(struct sandbox *sandbox, const char *what)
{
	return hooked_run(
		sandbox, "repo",
		arena_printf(&sandbox->arena, "git push -q origin %s 2>&1 | sed 's/ *$//'", what));
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;
	for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
		count++;
	return count;
}

/* The receipt of a commit, but for its time; "none" without one. */
static const char *receipt_of(struct sandbox *sandbox, const char *revision)
{
	return hooked_run(
		sandbox, "office.git",
		arena_printf(&sandbox->arena,
	                     "id=$(git rev-parse %s) && { git cat-file blob "
	                     "\"" RECEIPTS ":$(echo $id | sed 's,^..,&/,')\" 2>/dev/null || echo "
	                     "none; } | sed -E 's/^received: "
	                     "20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z$/"
	                     "received: NOW/'",
	                     revision));
}

static const char *expected(struct sandbox *sandbox, int number, const char *account)
{
	return arena_printf(&sandbox->arena,
	                    "received: NOW\npush: %d\naccount: %s\nref: refs/heads/main\n", number,
	                    account);
}

static void every_landing_gets_a_receipt(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	setenv("GL_USERNAME", "jane", 1);
	assert_text(push(sandbox, "main"), "remote: ragtrail: push 1, 1 landing received\n");
	commit(sandbox, "2023-07", "amber");
	commit(sandbox, "2023-08", "green");
	setenv("GL_USERNAME", "jo\xe2\x80\xae\x1b[31m", 1);
	assert_text(push(sandbox, "main"), "remote: ragtrail: push 2, 2 landings received\n");
	setenv("GL_USERNAME", "ann\npush: 99", 1);
	/* A merge is one landing, whatever it brings. */
	hooked_run(sandbox, "repo", "git switch -qc side");
	commit(sandbox, "2023-09", "red");
	commit(sandbox, "2023-10", "red");
	hooked_run(sandbox, "repo", "git switch -q main && git merge -q --no-ff --no-edit side");
	assert_text(push(sandbox, "main side"), "remote: ragtrail: push 3, 1 landing received\n");
	unsetenv("GL_USERNAME");
	assert_text(receipt_of(sandbox, "main~3"), expected(sandbox, 1, "jane"));
	assert_text(receipt_of(sandbox, "main~2"),
	            expected(sandbox, 2, "jo\xef\xbf\xbd\xef\xbf\xbd[31m"));
	assert_text(receipt_of(sandbox, "main~1"),
	            expected(sandbox, 2, "jo\xef\xbf\xbd\xef\xbf\xbd[31m"));
	assert_text(receipt_of(sandbox, "main"), expected(sandbox, 3, "ann push: 99"));
	assert_text(receipt_of(sandbox, "side"), "none\n");
	assert_text(GIT(sandbox, "office.git", "log", "--format=%s by %an", RECEIPTS),
	            "Push 3: 1 landing by ragtrail\nPush 2: 2 landings by ragtrail\n"
	            "Push 1: 1 landing by ragtrail\n");
	assert_text(GIT(sandbox, "office.git", "fsck", "--strict"), "");
}

/* The scenarios write receipts as git does; those of ours are read the same way. */
static void readers_show_when_it_was_received(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	setenv("GIT_COMMITTER_DATE", "2020-01-01T12:00:00Z", 1);
	commit(sandbox, "2023-07", "amber");
	unsetenv("GIT_COMMITTER_DATE");
	hooked_run(sandbox, "repo", "REMOTE_USER=jane git push -q origin main");
	struct outcome log = RAGTRAIL(sandbox, "office.git", "log");
	assert_int_equal(log.status, 0);
	assert_holds(log.output, "  1 Jan 2020  Ann\n");
	assert_holds(log.output, "; received 20");
	assert_holds(log.output, "Z from jane\n");
	assert_int_equal(RAGTRAIL(sandbox, "office.git", "trend", "--on", "2020-06-01").status, 2);
	static const char *const formats[][3] = {
		{"export", "--format=json", "\"received_at\": \"20"},
		{"log", "--format=json", "\"received_at\": \"20"},
		{"export", "--format=csv", ",2020-01-01T12:00:00Z,20"},
	};
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		struct outcome outcome =
			RAGTRAIL(sandbox, "office.git", formats[i][0], formats[i][1]);
		assert_holds(outcome.output, formats[i][2]);
		assert_null(strstr(outcome.output, "\"landed_at\": \"2020"));
	}
	assert_holds(RAGTRAIL(sandbox, "office.git", "export").output,
	             "\"committed_at\": \"2020-01-01T12:00:00Z\"");
	struct outcome show = RAGTRAIL(sandbox, "office.git", "show", "a");
	assert_holds(show.output, "; received 20");
	assert_holds(show.output, "Z from jane, committed 1 Jan 2020\n");
	/* A clone has them too, where it asks for them. */
	hooked_run(sandbox, NULL,
	           "git clone -q office.git copy && cd copy && "
	           "git fetch -q origin '" RECEIPTS ":" RECEIPTS "'");
	assert_text(RAGTRAIL(sandbox, "copy", "log").output, log.output);
}

static void the_account_is_the_first_that_is_known(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *variables, *account;
	} cases[] = {
		{"GL_USERNAME=a GITHUB_USER_LOGIN=b GL_USER=c REMOTE_USER=d", "a"},
		{"GL_USERNAME= GITHUB_USER_LOGIN=b GL_USER=c REMOTE_USER=d", "b"},
		{"GL_USER=c REMOTE_USER=d", "c"},
		{"REMOTE_USER=d", "d"},
		{"PUSHER=e GL_USERNAME=a", "e"},
	};
	serve(sandbox);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		commit(sandbox, arena_printf(&sandbox->arena, "2023-%02zu", i + 6), "green");
		if (i + 1 == COUNT_OF(cases))
			GIT(sandbox, "office.git", "config", "ragtrail.account", "PUSHER");
		hooked_run(sandbox, "repo",
		           arena_printf(&sandbox->arena, "%s git push -q origin main",
		                        cases[i].variables));
		assert_text(receipt_of(sandbox, "main"),
		            expected(sandbox, (int)i + 1, cases[i].account));
	}
	commit(sandbox, "2023-12", "green");
	push(sandbox, "main");
	const char *name = hooked_run(sandbox, NULL, "id -un");
	assert_text(
		receipt_of(sandbox, "main"),
		expected(sandbox, COUNT_OF(cases) + 1,
	                 arena_printf(&sandbox->arena, "%.*s", (int)strcspn(name, "\n"), name)));
}

static void only_protected_branches_have_receipts(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	assert_text(push(sandbox, "main:work"), "");
	GIT(sandbox, "office.git", "config", "--add", "ragtrail.protect", "release-*");
	GIT(sandbox, "office.git", "config", "--add", "ragtrail.protect", "refs/heads/published");
	assert_text(push(sandbox, "main"), "");
	assert_text(receipt_of(sandbox, "main"), "none\n");
	assert_text(push(sandbox, "main:release-1"),
	            "remote: ragtrail: push 1, 1 landing received\n");
	assert_holds(receipt_of(sandbox, "main"), "ref: refs/heads/release-1\n");
	/* It has one already: that of the day it came. */
	assert_text(push(sandbox, "main:published"), "");
	assert_holds(receipt_of(sandbox, "main"), "ref: refs/heads/release-1\n");
	commit(sandbox, "2023-07", "green");
	assert_text(push(sandbox, "main:published :release-1"),
	            "remote: ragtrail: push 2, 1 landing received\n");
	GIT(sandbox, "repo", "tag", "board/1");
	assert_text(push(sandbox, "board/1"), "");
}

static void another_name_of_a_protected_branch_is_that_branch(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	GIT(sandbox, "office.git", "symbolic-ref", "refs/heads/alias", "refs/heads/main");
	GIT(sandbox, "office.git", "symbolic-ref", "refs/heads/other", "refs/heads/work");
	assert_text(push(sandbox, "main:alias"), "remote: ragtrail: push 1, 1 landing received\n");
	assert_holds(receipt_of(sandbox, "main"), "ref: refs/heads/main\n");
	commit(sandbox, "2023-07", "green");
	assert_text(push(sandbox, "main:other"), "");
	assert_text(receipt_of(sandbox, "work"), "none\n");
}

static void what_was_there_before_has_none(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	hooked_run(sandbox, "office.git", "mv hooks/post-receive kept");
	push(sandbox, "main");
	commit(sandbox, "2023-07", "green");
	push(sandbox, "main");
	hooked_run(sandbox, "office.git", "mv kept hooks/post-receive");
	commit(sandbox, "2023-08", "green");
	assert_text(push(sandbox, "main"), "remote: ragtrail: push 1, 1 landing received\n");
	commit(sandbox, "2023-09", "green");
	assert_text(push(sandbox, "main"), "remote: ragtrail: push 2, 1 landing received\n");
	assert_text(receipt_of(sandbox, "main~3"), "none\n");
	assert_text(receipt_of(sandbox, "main~2"), "none\n");
	/* A branch that is turned back brings only what was not there. */
	hooked_run(sandbox, "repo", "git reset -q --hard HEAD~3");
	commit(sandbox, "2023-07", "red");
	assert_text(push(sandbox, "+main"), "remote: ragtrail: push 3, 1 landing received\n");
	assert_text(receipt_of(sandbox, "main~1"), "none\n");
}

static void a_push_that_was_missed_is_made_up_for(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	push(sandbox, "main");
	hooked_run(sandbox, "office.git", "mv hooks/post-receive kept");
	commit(sandbox, "2023-07", "green");
	commit(sandbox, "2023-08", "green");
	push(sandbox, "main");
	hooked_run(sandbox, "office.git", "mv kept hooks/post-receive");
	commit(sandbox, "2023-09", "green");
	hooked_run(sandbox, "repo", "GL_USER=jane git push -q origin main 2>../said");
	assert_holds(sandbox_read(sandbox, "said"), "remote: ragtrail: push 2, 1 landing received");
	assert_holds(sandbox_read(sandbox, "said"),
	             "remote: ragtrail: 2 from before, whose receipts were missing");
	assert_text(receipt_of(sandbox, "main"), expected(sandbox, 2, "jane"));
	static const char late[] = "received: NOW\npush: 2\nref: refs/heads/main\nlate: yes\n";
	assert_text(receipt_of(sandbox, "main~1"), late);
	assert_text(receipt_of(sandbox, "main~2"), late);
	assert_int_equal(count_of(RAGTRAIL(sandbox, "office.git", "log").output, "received by 20"),
	                 2);
	/* The same when the branch is turned back at that moment. */
	hooked_run(sandbox, "office.git", "mv hooks/post-receive kept");
	commit(sandbox, "2023-10", "green");
	commit(sandbox, "2023-11", "green");
	push(sandbox, "main");
	hooked_run(sandbox, "office.git", "mv kept hooks/post-receive");
	hooked_run(sandbox, "repo", "git reset -q --hard HEAD~1");
	commit(sandbox, "2023-11", "red");
	push(sandbox, "+main");
	assert_holds(receipt_of(sandbox, "main"), "push: 3\naccount: ");
	assert_holds(receipt_of(sandbox, "main~1"), "push: 3\nref: refs/heads/main\nlate: yes\n");
}

static void the_same_push_twice_is_one(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	commit(sandbox, "2023-07", "green");
	push(sandbox, "main");
	const char *before = GIT(sandbox, "office.git", "rev-parse", RECEIPTS);
	const char *line = arena_printf(&sandbox->arena,
	                                "echo %040d $(git rev-parse main) refs/heads/main | "
	                                "ragtrail hook run post-receive",
	                                0);
	assert_text(hooked_run(sandbox, "office.git", line), "");
	assert_text(GIT(sandbox, "office.git", "rev-parse", RECEIPTS), before);
}

/* Receipts that another program has written are gone on with. */
static void others_receipts_are_gone_on_with(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	push(sandbox, "main");
	hooked_run(sandbox, "office.git",
	           "id=$(git rev-parse main) && "
	           "blob=$(printf 'received: 2023-09-01T10:00:00Z\\npush: 17\\n' | "
	           "git hash-object -w --stdin) && export GIT_INDEX_FILE=other && "
	           "git update-index --add --cacheinfo "
	           "\"100644,$blob,$(echo $id | sed 's,^..,&/,')\" && "
	           "git update-ref " RECEIPTS " $(git commit-tree -m Imported $(git write-tree))");
	commit(sandbox, "2023-07", "green");
	assert_text(push(sandbox, "main"), "remote: ragtrail: push 18, 1 landing received\n");
	assert_text(receipt_of(sandbox, "main~1"), "received: NOW\npush: 17\n");
}

/* Two pushes at the same moment, and six more. */
static void pushes_at_the_same_moment_all_get_theirs(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	GIT(sandbox, "office.git", "config", "ragtrail.protect", "dev-*");
	hooked_run(sandbox, "repo",
	           "for n in 1 2 3 4 5 6 7 8; do git switch -qc dev-$n main && "
	           "git commit -q --allow-empty -m $n || exit; done");
	hooked_run(sandbox, "repo",
	           "for n in 1 2 3 4 5 6 7 8; do (git push -q origin dev-$n 2>../said.$n) & done; "
	           "wait; cat ../said.*");
	for (int n = 1; n <= 8; n++) {
		const char *receipt =
			receipt_of(sandbox, arena_printf(&sandbox->arena, "dev-%d", n));
		assert_holds(receipt, arena_printf(&sandbox->arena, "ref: refs/heads/dev-%d\n", n));
	}
	/* All share the landing of the plan, so the first has two. */
	const char *subjects = GIT(sandbox, "office.git", "log", "--format=%s", RECEIPTS);
	for (int n = 1; n <= 8; n++)
		assert_holds(subjects, arena_printf(&sandbox->arena, "Push %d: %s\n", n,
		                                    n == 1 ? "2 landings" : "1 landing"));
	assert_int_equal(count_of(subjects, "\n"), 8);
	assert_text(GIT(sandbox, "office.git", "fsck", "--strict", "--no-dangling"), "");
}

static void a_push_is_in_whatever_becomes_of_its_receipts(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	push(sandbox, "main");
	commit(sandbox, "2023-07", "green");
	sandbox_write(sandbox, "office.git/" RECEIPTS ".lock", "");
	const char *said = push(sandbox, "main");
	assert_holds(said, "remote: warning: your push is in, but no receipt of it could be "
	                   "written: the receipts (" RECEIPTS ") cannot be written: the reference "
	                   "stays locked\n");
	assert_holds(said, "remote: hint: where no other push is running, remove the file " RECEIPTS
	                   ".lock in the repository\n");
	assert_text(GIT(sandbox, "office.git", "rev-parse", "main"),
	            GIT(sandbox, "repo", "rev-parse", "main"));
	unlink(sandbox_path(sandbox, "office.git/" RECEIPTS ".lock"));
	struct outcome outcome = hooked_script(sandbox, "office.git",
	                                       "echo nonsense | ragtrail hook run post-receive");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "git's line `nonsense` cannot be read");
}

static void a_shared_repository_stays_shared(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	hooked_run(sandbox, "office.git",
	           "git config core.sharedRepository group && chmod -R g+w . && umask 022");
	hooked_run(sandbox, "repo", "umask 022 && git push -q origin main");
	assert_text(
		hooked_run(
			sandbox, "office.git",
			"find refs objects ! -perm -g=w ! -path '*/[0-9a-f][0-9a-f]/*' ! -name '*.idx' "
			"! -name '*.pack' ! -name '*.rev'"),
		"");
}

static const char *page(struct sandbox *sandbox)
{
	return sandbox_read(sandbox, "office.git/web/site/better/a.html");
}

static void the_site_follows_the_branch(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	GIT(sandbox, "office.git", "config", "ragtrail.site", "web/site");
	commit(sandbox, "2023-07", "amber");
	const char *said = push(sandbox, "main");
	struct outcome pages = command_script(sandbox, "office.git/web/site",
	                                      "find . -name '*.html' | wc -l | tr -d '\\n'");
	assert_text(said, arena_printf(&sandbox->arena,
	                               "remote: ragtrail: push 1, 2 landings received\n"
	                               "remote: ragtrail: the site is up to date, %s pages\n",
	                               pages.output));
	hooked_run(sandbox, "office.git",
	           "ragtrail render -o ../other >/dev/null && diff -r web/site ../other");
	/* A push of another branch is none of the site's. */
	commit(sandbox, "2023-08", "red");
	assert_text(push(sandbox, "main:work"), "");
	hooked_run(sandbox, "office.git", "diff -r web/site ../other");
	push(sandbox, "main");
	hooked_run(sandbox, "office.git",
	           "ragtrail render -o ../other >/dev/null && diff -r web/site ../other");
}

static void a_site_that_cannot_be_rendered_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	sandbox_write(sandbox, "taken/page.html", "mine");
	GIT(sandbox, "office.git", "config", "ragtrail.site", sandbox_path(sandbox, "taken"));
	commit(sandbox, "2023-07", "amber");
	const char *said = push(sandbox, "main");
	assert_holds(said, "remote: ragtrail: push 1, 2 landings received\n");
	assert_holds(said, "remote: warning: your push is in, but the site is as it was: ");
	assert_holds(said, "remote: hint: name a new or an empty folder\n");
	assert_text(sandbox_read(sandbox, "taken/page.html"), "mine");
	assert_text(GIT(sandbox, "office.git", "rev-parse", "main"),
	            GIT(sandbox, "repo", "rev-parse", "main"));
}

/*
 * While a site is being rendered the next push waits, those behind it go on at once, and
 * the one that waited renders what they all brought.
 */
static void a_burst_of_pushes_is_rendered_once(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	GIT(sandbox, "office.git", "config", "ragtrail.site", "web/site");
	push(sandbox, "main");
	for (int month = 1; month <= 5; month++)
		commit(sandbox, arena_printf(&sandbox->arena, "2024-%02d", month),
		       month == 5 ? "red" : "green");
	const char *said = hooked_run(
		sandbox, "repo",
		"exec 9>../office.git/ragtrail/site.turn && flock 9\n"
		"git push -q origin main~4:main 2>../said.1 9>&- & first=$!\n"
		"until grep -q \":$(stat -c %i ../office.git/ragtrail/site.next) \" /proc/locks\n"
		"do sleep 0.01; done\n"
		"for n in 3 2 1 0; do git push -q origin main~$n:main 2>>../said.2 9>&- || exit\n"
		"done\n"
		"kill -0 $first && exec 9>&- && wait $first && cat ../said.1 ../said.2");
	assert_int_equal(count_of(said, "landing received"), 5);
	assert_int_equal(count_of(said, "the site is up to date"), 1);
	assert_int_equal(count_of(said, "brought up to date with a push beside this one"), 4);
	assert_holds(page(sandbox), "May 2024");
	hooked_run(sandbox, "office.git",
	           "ragtrail render -o ../other >/dev/null && diff -r web/site ../other");
	/* All at once, with nobody holding them: whoever is last, the site is the newest. */
	commit(sandbox, "2024-06", "amber");
	GIT(sandbox, "repo", "push", "-q", "origin", "main:work");
	hooked_run(sandbox, "office.git",
	           "old=$(git rev-parse main) && git update-ref refs/heads/main work\n"
	           "for n in 1 2 3 4 5 6; do (echo $old $(git rev-parse main) refs/heads/main | "
	           "ragtrail hook run post-receive) & done; wait");
	assert_holds(page(sandbox), "June 2024");
}

/* What a render has read before a push came, it does not show. */
static void a_push_during_a_render_has_one_of_its_own(void **state)
{
	struct sandbox *sandbox = *state;
	serve(sandbox);
	GIT(sandbox, "office.git", "config", "ragtrail.site", "web/site");
	commit(sandbox, "2024-01", "green");
	push(sandbox, "main");
	commit(sandbox, "2024-02", "green");
	commit(sandbox, "2024-03", "red");
	/* A render has read all when it waits for the folder. */
	const char *said = hooked_run(
		sandbox, "repo",
		"exec 9<../office.git/web && flock 9\n"
		"git push -q origin main~1:main 2>../said.1 9<&- & first=$!\n"
		"until grep -q \":$(stat -c %i ../office.git/ragtrail/site.turn) \" /proc/locks\n"
		"do sleep 0.01; done\n"
		"sleep 0.5\n"
		"git push -q origin main 2>../said.2 9<&- & second=$!\n"
		"until grep -q received ../said.2; do sleep 0.01; done\n"
		"sleep 0.5\n"
		"exec 9<&- && wait $first && wait $second && cat ../said.1 ../said.2");
	assert_int_equal(count_of(said, "the site is up to date"), 2);
	assert_holds(page(sandbox), "March 2024");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_landing_gets_a_receipt),
		sandbox_test(readers_show_when_it_was_received),
		sandbox_test(the_account_is_the_first_that_is_known),
		sandbox_test(only_protected_branches_have_receipts),
		sandbox_test(another_name_of_a_protected_branch_is_that_branch),
		sandbox_test(what_was_there_before_has_none),
		sandbox_test(a_push_that_was_missed_is_made_up_for),
		sandbox_test(the_same_push_twice_is_one),
		sandbox_test(others_receipts_are_gone_on_with),
		sandbox_test(pushes_at_the_same_moment_all_get_theirs),
		sandbox_test(a_push_is_in_whatever_becomes_of_its_receipts),
		sandbox_test(a_shared_repository_stays_shared),
		sandbox_test(the_site_follows_the_branch),
		sandbox_test(a_site_that_cannot_be_rendered_is_said),
		sandbox_test(a_burst_of_pushes_is_rendered_once),
		sandbox_test(a_push_during_a_render_has_one_of_its_own),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("post-receive", tests, NULL, NULL) != 0;
}
