/* The hook prepare-commit-msg: what a commit changes becomes its message. */
#include "support/hooked.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "support/history.h"

#define TRAILERS "git log -1 --format='%(trailers:key=Rag-Change,valueonly)'"

static void prepare(struct sandbox *sandbox)
{
	hooked(sandbox);
	hooked_repository(sandbox, "repo");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
}

static void write_update(struct sandbox *sandbox, const char *file, const char *text)
{
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "repo/plans/better/%s", file), text);
}

/* Commits all with an empty message, and gives the one that it got. */
static const char *commit(struct sandbox *sandbox)
{
	return hooked_run(sandbox, "repo", "git add -A && git commit -q && git log -1 --format=%B");
}

static void the_message_says_what_changed(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	write_update(sandbox, "a.md", history_update("a", "2023-06", "amber"));
	assert_text(commit(sandbox), "A, Jun 2023: Amber (first rating)\n\n"
	                             "Rag-Change: a 2023-06 none -> amber\n\n");
	write_update(sandbox, "a.md", history_update("a", "2023-07/2023-08", "green-amber"));
	assert_text(commit(sandbox), "A, Jul–Aug 2023: Green/Amber (was Amber)\n\n"
	                             "Rag-Change: a 2023-07/2023-08 amber -> green/amber\n\n");
	assert_text(hooked_run(sandbox, "repo", TRAILERS),
	            "a 2023-07/2023-08 amber -> green/amber\n\n");
	write_update(sandbox, "a.md", history_update("a", "2023-09", "green-amber"));
	assert_text(commit(sandbox), "A, Sep 2023: Green/Amber (steady)\n\n"
	                             "Rag-Change: a 2023-09 green/amber -> green/amber\n\n");
	write_update(
		sandbox, "a.md",
		history_update_with("a", "2023-09", "red",
	                            "correction: {reason: The board asked, raised_by: Board}\n"));
	assert_text(commit(sandbox), "A, Sep 2023: re-rated Red (was Green/Amber)\n\n"
	                             "- because: The board asked (raised by Board)\n\n"
	                             "Rag-Change: a 2023-09 green/amber -> red\n\n");
	/* Written otherwise, and meant the same: no news, but that the editor opens as ever. */
	write_update(sandbox, "a.md", history_update("a", "2023-09", "Red"));
	assert_holds(hooked_script(sandbox, "repo", "git commit -qa").errors,
	             "Aborting commit due to empty commit message");
	hooked_run(sandbox, "repo", "git commit -qam Mend && git rm -q plans/better/a.md");
	assert_text(commit(sandbox), "A, Sep 2023: withdrawn (was Red)\n\n"
	                             "Rag-Change: a 2023-09 red -> none\n\n");
}

static void of_several_it_counts_and_has_a_line_each(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	write_update(sandbox, "a/2023-06.md", history_update("a", "2023-06", "amber"));
	write_update(sandbox, "b/2023-06.md", history_update("b", "2023-06", "amber"));
	commit(sandbox);
	/* A file a period: what was before stands in another file. */
	write_update(sandbox, "a/2023-07.md", history_update("a", "2023-07", "green"));
	write_update(sandbox, "b/2023-07.md", history_update("b", "2023-07", "red"));
	write_update(sandbox, "overview.md", history_overview("2023-07", "amber"));
	assert_text(commit(sandbox),
	            "3 reports, Jul 2023: 1 first rating, 1 improved, 1 declined\n\n"
	            "- A, Jul 2023: Green (was Amber)\n"
	            "- B, Jul 2023: Red (was Amber)\n"
	            "- Programme, Jul 2023: Amber (first rating)\n\n"
	            "Rag-Change: a 2023-07 amber -> green\n"
	            "Rag-Change: b 2023-07 amber -> red\n"
	            "Rag-Change: overview 2023-07 none -> amber\n\n");
	assert_text(hooked_run(sandbox, "repo", TRAILERS), "a 2023-07 amber -> green\n"
	                                                   "b 2023-07 amber -> red\n"
	                                                   "overview 2023-07 none -> amber\n\n");
	/* Only what is committed counts, and of another plan it says which. */
	sandbox_write(sandbox, "repo/plans/other/plan.md", history_plan("c"));
	sandbox_write(sandbox, "repo/plans/other/c.md", history_update("c", "2023-07", "green"));
	write_update(sandbox, "a/2023-08.md", history_update("a", "2023-08", "red"));
	assert_text(hooked_run(sandbox, "repo",
	                       "git add plans/other && git commit -q && git log -1 --format=%B"),
	            "C (other), Jul 2023: Green (first rating)\n\n"
	            "Rag-Change: other/c 2023-07 none -> green\n\n");
	/* A moved file is no news. */
	hooked_run(sandbox, "repo", "git mv plans/better/b/2023-07.md plans/better/b/july.md");
	assert_text(commit(sandbox), "A (better), Aug 2023: Red (was Green)\n\n"
	                             "Rag-Change: better/a 2023-08 green -> red\n\n");
}

/* `git commit FILE` makes an index of its own, and a linked worktree has one. */
static void it_is_of_what_is_committed_and_nothing_else(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
	write_update(sandbox, "b.md", history_update("b", "2023-07", "red"));
	hooked_run(sandbox, "repo", "git add -A");
	write_update(sandbox, "b.md", history_update("b", "2023-07", "amber"));
	hooked_run(sandbox, "repo/plans/better", "git commit -q a.md");
	assert_text(GIT(sandbox, "repo", "log", "-1", "--format=%s"),
	            "A, Jul 2023: Green (first rating)\n");
	hooked_run(sandbox, "repo", "git commit -q");
	assert_text(GIT(sandbox, "repo", "log", "-1", "--format=%s"),
	            "B, Jul 2023: Red (first rating)\n");
	hooked_run(sandbox, "repo/plans", "git commit -qa");
	assert_text(GIT(sandbox, "repo", "log", "-1", "--format=%s"),
	            "B, Jul 2023: re-rated Amber (was Red)\n");
	hooked_run(sandbox, "repo", "git worktree add -q ../other -b other");
	sandbox_write(sandbox, "other/plans/better/a.md", history_update("a", "2023-08", "red"));
	hooked_run(sandbox, "other", "git commit -qa");
	assert_text(GIT(sandbox, "other", "log", "-1", "--format=%s"),
	            "A, Aug 2023: Red (was Green)\n");
}

static void the_first_commit_of_all_has_one(void **state)
{
	struct sandbox *sandbox = *state;
	hooked(sandbox);
	hooked_run(sandbox, NULL, "git init -q -b main repo");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "hook", "install").status, 0);
	write_update(sandbox, "plan.md", history_plan("a b"));
	write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
	assert_text(commit(sandbox), "A, Jul 2023: Green (first rating)\n\n"
	                             "Rag-Change: a 2023-07 none -> green\n\n");
}

static void what_moved_besides_the_rating_is_told_of_one(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	static const char *const extras[] = {
		"milestones:\n  - {id: m, title: Strategy, due: 2023-07-26, status: in-progress}\n",
		"milestones:\n  - {id: m, title: Strategy, due: 2023-08-26, status: in-progress}\n",
	};
	write_update(sandbox, "a.md", history_update_with("a", "2023-07", "green", extras[0]));
	commit(sandbox);
	write_update(sandbox, "a.md", history_update_with("a", "2023-08", "amber", extras[1]));
	assert_text(commit(sandbox), "A, Aug 2023: Amber (was Green)\n\n"
	                             "- milestone due 31 days later, on 26 Aug 2023: Strategy\n\n"
	                             "Rag-Change: a 2023-08 green -> amber\n\n");
	write_update(sandbox, "a.md", history_update_with("a", "2023-08", "amber", extras[0]));
	assert_text(commit(sandbox),
	            "A, Aug 2023: milestone due 31 days earlier, on 26 Jul 2023: Strategy\n\n");
	/* A draft puts nothing on record. */
	write_update(sandbox, "a.md", history_update_with("a", "2023-09", "red", "draft: true\n"));
	assert_text(commit(sandbox), "A, Sep 2023: Red (draft)\n\n");
	write_update(sandbox, "a.md", history_update("a", "2023-09", "red"));
	assert_text(commit(sandbox), "A, Sep 2023: Red (first rating)\n\n"
	                             "Rag-Change: a 2023-09 none -> red\n\n");
}

/* Where the message comes from somebody already it stays as it is. */
static void given_messages_are_left_alone(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	static const struct {
		const char *name, *script, *subject;
	} cases[] = {
		{"-m", "git commit -qm Mine", "Mine"},
		{"-F", "echo Mine >../mine && git commit -qF ../mine", "Mine"},
		{"-t", "echo Mine >../mine && GIT_EDITOR='echo More >>' git commit -qt ../mine",
	         "Mine"},
		{"commit.template",
	         "echo Mine >../mine && GIT_EDITOR='echo More >>' "
	         "git -c commit.template=../mine commit -q",
	         "Mine"},
		{"--amend", "git commit -qm Mine && git commit -q --amend", "Mine"},
		{"-C", "git commit -q -C HEAD", "Plan"},
		{"-c", "git commit -q -c HEAD", "Plan"},
		{"--fixup", "git commit -q --fixup HEAD", "fixup! Plan"},
		{"merge",
	         "git switch -qc side && git commit -qm Side && git switch -q main && "
	         "git merge -q --no-ff --no-edit side",
	         "Merge branch 'side'"},
		{"squash",
	         "git switch -qc side && git commit -qm Side && git switch -q main && "
	         "git merge -q --squash side >/dev/null && git commit -q",
	         "Squashed commit of the following:"},
		{"cherry-pick",
	         "git switch -qc side && git commit -qm Side && git switch -q main && "
	         "git commit -q --allow-empty -m E && git cherry-pick side "
	         ">/dev/null",
	         "Side"},
		{"revert", "git commit -qm Mine && git revert --no-edit HEAD >/dev/null",
	         "Revert \"Mine\""},
		{"the editor", "GIT_EDITOR='printf Mine >' git commit -q", "Mine"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		hooked_run(sandbox, "repo",
		           "git switch -q main && git branch -qD side 2>/dev/null; "
		           "git reset -q --hard $(git rev-list --max-parents=0 main)");
		write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
		hooked_run(sandbox, "repo", "git add -A");
		hooked_run(sandbox, "repo", cases[i].script);
		const char *subject = GIT(sandbox, "repo", "log", "-1", "--format=%s");
		if (strcmp(subject, arena_printf(&sandbox->arena, "%s\n", cases[i].subject)) != 0)
			fail_msg("%s: %s", cases[i].name, subject);
		assert_case(strstr(GIT(sandbox, "repo", "log", "-1", "--format=%B"),
		                   "Rag-Change") == NULL,
		            cases[i].name);
	}
}

/* What git writes for whoever edits the message stays behind it. */
static void comments_and_sign_offs_are_kept(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *name, *options, *file, *end;
	} cases[] = {
		{"plain", "", "\n\n# Please enter", "none -> green\n\n"},
		{"another character", "-c core.commentChar=';'", "\n\n; Please enter",
	         "none -> green\n\n"},
		{"git's choice", "-c core.commentChar=auto", "\n\n# Please enter",
	         "none -> green\n\n"},
		{"verbose", "-c commit.verbose=true",
	         "# ------------------------ >8 ------------------------", "none -> green\n\n"},
		{"no status", "-c commit.status=false", "none -> green\n", "none -> green\n\n"},
		{"signed off", "-c format.signOff=true -c alias.c='commit -s'", "# Please enter",
	         "none -> green\nSigned-off-by: Ann <ann@example.org>\n\n"},
	};
	prepare(sandbox);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *command = i + 1 == COUNT_OF(cases) ? "c" : "commit";
		hooked_run(sandbox, "repo",
		           "git reset -q --hard $(git rev-list --max-parents=0 main)");
		write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
		hooked_run(sandbox, "repo",
		           arena_printf(&sandbox->arena,
		                        "git add -A && GIT_EDITOR='cp -f --no-preserve=all "
		                        "-t ..' git %s %s -q",
		                        cases[i].options, command));
		const char *edited = sandbox_read(sandbox, "COMMIT_EDITMSG");
		assert_holds(edited, cases[i].file);
		assert_int_equal(strncmp(edited,
		                         "A, Jul 2023: Green (first rating)\n\n"
		                         "Rag-Change: a 2023-07 none -> green\n",
		                         60),
		                 0);
		const char *message = GIT(sandbox, "repo", "log", "-1", "--format=%B");
		assert_holds(message, cases[i].end);
		assert_text(hooked_run(sandbox, "repo", TRAILERS), "a 2023-07 none -> green\n\n");
	}
}

/* Git would drop a line that begins like a comment, and half a message with it. */
static void a_title_that_looks_like_a_comment_leaves_it_empty(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	write_update(sandbox, "plan.md",
	             "---\nkind: plan\ntitle: Better\norganisation: Example\nstarts: 2023-05-01\n"
	             "ends: 2025-03-31\nworkstreams:\n  - {id: a, title: '#1 priority'}\n---\n");
	hooked_run(sandbox, "repo", "git commit -qam Plan");
	write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
	assert_holds(hooked_script(sandbox, "repo", "git add -A && git commit -q").errors,
	             "empty commit message");
	assert_text(hooked_run(sandbox, "repo",
	                       "git -c core.commentChar=';' commit -q && git log -1 --format=%s"),
	            "#1 priority, Jul 2023: Green (first rating)\n");
}

/* Whatever happens to the hook, the commit goes on. */
static void trouble_never_stops_a_commit(void **state)
{
	struct sandbox *sandbox = *state;
	prepare(sandbox);
	sandbox_write(sandbox, "message", "");
	static const struct {
		const char *script, *says;
	} cases[] = {
		{"ragtrail hook run prepare-commit-msg missing", "missing cannot be read"},
		{"cd .. && ragtrail hook run prepare-commit-msg message",
	         "not in a git repository"},
		{"GIT_INDEX_FILE=../message ragtrail hook run prepare-commit-msg ../message",
	         "The commit message was left empty: write what changed yourself."},
		{"ragtrail hook run prepare-commit-msg", ""},
		{"ragtrail hook run prepare-commit-msg ../message message", ""},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct outcome outcome = hooked_script(sandbox, "repo", cases[i].script);
		assert_case(outcome.status == 0, cases[i].script);
		assert_case(strstr(outcome.errors, cases[i].says) != NULL, outcome.errors);
		assert_text(sandbox_read(sandbox, "message"), "");
	}
	/* One that does not come to its end is stopped, and that is all. */
	write_update(sandbox, "a.md", history_update("a", "2023-07", "green"));
	GIT(sandbox, "repo", "add", "plans");
	struct outcome stopped = hooked_script(
		sandbox, "repo",
		"id=$(git rev-parse HEAD:plans/better/plan.md) && cut=.git/objects/$(echo $id | sed 's,^..,&/,') && "
		"chmod +w $cut && truncate -s 150 $cut && "
		"ragtrail hook run prepare-commit-msg ../message");
	assert_int_equal(stopped.status, 0);
	assert_holds(stopped.errors, "ragtrail: stopped while reading the object ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_message_says_what_changed),
		sandbox_test(of_several_it_counts_and_has_a_line_each),
		sandbox_test(it_is_of_what_is_committed_and_nothing_else),
		sandbox_test(the_first_commit_of_all_has_one),
		sandbox_test(what_moved_besides_the_rating_is_told_of_one),
		sandbox_test(given_messages_are_left_alone),
		sandbox_test(comments_and_sign_offs_are_kept),
		sandbox_test(a_title_that_looks_like_a_comment_leaves_it_empty),
		sandbox_test(trouble_never_stops_a_commit),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("commit message", tests, NULL, NULL) != 0;
}
