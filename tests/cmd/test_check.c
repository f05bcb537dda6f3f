/* ragtrail check, as it is run. */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"
#include "support/judging.h"

/* Five mistakes of officers, in two of the files. */
static void make_mistakes(struct sandbox *sandbox)
{
	const char *text = history_update("a", "2023-07", "geen");
	text = replaced(sandbox, text, "sponsor: Workstream sponsor\n", "");
	text = replaced(sandbox, text, "agreed_completion: 2025-03-31\n",
	                "agreed_completion: 30th September 2023\n");
	text = replaced(sandbox, text, "completed_by: Project manager\n",
	                "completed_by: Project manager\ncompleted_by: Somebody else\n");
	sandbox_write(sandbox, "repository/plans/p/a.md", text);
	text = history_update("b", "2023-07", "amber");
	sandbox_write(sandbox, "repository/plans/p/2023-07/b.md",
	              replaced(sandbox, text, "---\n\n", "\n"));
}

#define UNCLOSED                                                                                   \
	"plans/p/2023-07/b.md:13:1: error: the text begins here, but no line of three hyphens "    \
	"ends the fields above it; write `---` on a line of its own before this one "              \
	"[front-matter-unclosed]\n"
#define SPONSOR                                                                                    \
	"plans/p/a.md:1:1: error: this update has no `sponsor`; add it (who answers for the "      \
	"workstream) [required-field]\n"
#define RATING                                                                                     \
	"plans/p/a.md:4:6: error: `geen` is not a rating of this plan; did you mean `green`? "     \
	"write green, green-amber, amber, amber-red or red [rating-unknown]\n"
#define DATE                                                                                       \
	"plans/p/a.md:7:20: error: `30th September 2023` is not a date ragtrail can read; write "  \
	"`2023-09-30` [bad-date]\n"
#define TWICE                                                                                      \
	"plans/p/a.md:10:1: error: `completed_by` is given twice, here and on line 9; keep one "   \
	"of the two [duplicate-key]\n"

static void a_plan_without_mistakes_is_clean(void **state)
{
	history_of_two(*state);
	assert_outcome(RAGTRAIL(*state, "repository", "check"), 0, "", "3 documents: no errors\n");
	assert_outcome(RAGTRAIL(*state, "repository", "check", "--strict"), 0, "",
	               "3 documents: no errors\n");
	assert_outcome(RAGTRAIL(*state, "repository", "check", "--quiet"), 0, "", "");
	assert_outcome(RAGTRAIL(*state, "repository", "check", "-q"), 0, "", "");
}

static void five_mistakes_are_five_findings(void **state)
{
	history_of_two(*state);
	make_mistakes(*state);
	assert_outcome(RAGTRAIL(*state, "repository", "check"), 1,
	               UNCLOSED SPONSOR RATING DATE TWICE, "3 documents: 5 errors\n");
	assert_outcome(RAGTRAIL(*state, "repository", "check", "-q"), 1,
	               UNCLOSED SPONSOR RATING DATE TWICE, "");
}

static void a_path_narrows_what_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	make_mistakes(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/a.md"), 1,
	               SPONSOR RATING DATE TWICE, "1 document: 4 errors\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/2023-07"), 1, UNCLOSED,
	               "1 document: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/2023-07/"), 1, UNCLOSED,
	               "1 document: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/plan.md"), 0, "",
	               "1 document: no errors\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "."), 1,
	               UNCLOSED SPONSOR RATING DATE TWICE, "3 documents: 5 errors\n");
	/* Named twice is said once. */
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/a.md", "plans",
	                        "plans/p/../p/a.md"),
	               1, UNCLOSED SPONSOR RATING DATE TWICE, "3 documents: 5 errors\n");
	assert_outcome(RAGTRAIL(sandbox, ".", "-C", "repository", "check",
	                        sandbox_path(sandbox, "repository/plans/p/a.md")),
	               1, SPONSOR RATING DATE TWICE, "1 document: 4 errors\n");
	/* A name is not the beginning of another. */
	sandbox_write(sandbox, "repository/plans/p/2023-07.md", "no front matter");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q", "plans/p/2023-07"), 1,
	               UNCLOSED, "");
}

static void a_path_is_meant_from_where_one_stands(void **state)
{
	history_of_two(*state);
	make_mistakes(*state);
	assert_outcome(RAGTRAIL(*state, "repository/plans/p", "check"), 1,
	               UNCLOSED SPONSOR RATING DATE TWICE, "3 documents: 5 errors\n");
	assert_outcome(RAGTRAIL(*state, "repository/plans/p", "check", "a.md"), 1,
	               SPONSOR RATING DATE TWICE, "1 document: 4 errors\n");
	assert_outcome(RAGTRAIL(*state, "repository/plans/p", "check", "2023-07/b.md"), 1, UNCLOSED,
	               "1 document: 1 error\n");
	assert_outcome(RAGTRAIL(*state, "repository/plans/p/2023-07", "check", ".."), 1,
	               UNCLOSED SPONSOR RATING DATE TWICE, "3 documents: 5 errors\n");
	assert_outcome(RAGTRAIL(*state, NULL, "-C", "repository", "-C", "plans/p", "check", "a.md"),
	               1, SPONSOR RATING DATE TWICE, "1 document: 4 errors\n");
}

static void a_path_that_holds_no_document_cannot_be_checked(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	sandbox_write(sandbox, "outside/a.md", "outside");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "../outside/a.md"), 2, "",
	               "ragtrail: ../outside/a.md is outside this repository\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "/"), 2, "",
	               "ragtrail: / is outside this repository\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/c.md"), 2, "",
	               "ragtrail: plans/p/c.md: No such file or directory\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans", "plans/p/c.md"), 2, "",
	               "ragtrail: plans/p/c.md: No such file or directory\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", ""), 2, "",
	               "ragtrail: : No such file or directory\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "README.md"), 2, "",
	               "ragtrail: README.md is not below plans/, where the documents are\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", ".git"), 2, "",
	               "ragtrail: .git is not below plans/, where the documents are\n");
	/* A folder whose name begins like the repository's is another folder. */
	sandbox_write(sandbox, "repository-2/plans/p/a.md", "outside");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "../repository-2/plans"), 2, "",
	               "ragtrail: ../repository-2/plans is outside this repository\n");
}

static void a_link_that_is_named_is_judged_as_the_link_that_it_is(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	const char *link = sandbox_path(sandbox, "repository/plans/p/link.md");
	assert_int_equal(symlink("/etc/passwd", link), 0);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/link.md"), 1,
	               "plans/p/link.md:1:1: error: a symbolic link stands where a document should "
	               "be; put the text itself in the file [file-type]\n",
	               "0 documents: 1 error\n");
}

static void warnings_count_only_when_asked_to(void **state)
{
	struct sandbox *sandbox = *state;
	static const char spelling[] = "plans/p/a.md:4:6: warning: `G/A` is read as Green/Amber; "
				       "write `green-amber` [rating-spelling]\n";
	history_of_two(sandbox);
	sandbox_write(sandbox, "repository/plans/p/a.md", history_update("a", "2023-08", "G/A"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check"), 0, spelling,
	               "3 documents: no errors, 1 warning\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--strict"), 1, spelling,
	               "3 documents: no errors, 1 warning\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/2023-07", "--strict"), 0,
	               "", "1 document: no errors\n");
	/* An answered one never counts. */
	sandbox_write(
		sandbox, "repository/plans/p/a.md",
		history_update_with("a", "2023-08", "G/A",
	                            "explained: [{rule: rating-spelling, reason: So said.}]\n"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--strict"), 0,
	               "plans/p/a.md:4:6: explained: `G/A` is read as Green/Amber; write "
	               "`green-amber` [rating-spelling] explained: So said.\n",
	               "3 documents: no errors, 1 explained\n");
}

static void the_working_tree_is_what_git_would_look_at(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	sandbox_write(sandbox, "repository/.gitignore", "ignored.md\na.md\n");
	sandbox_write(sandbox, "repository/plans/p/ignored.md", "ignored");
	sandbox_write(sandbox, "repository/plans/p/a.md", "tracked, though ignored");
	sandbox_write(sandbox, "repository/plans/p/new.md", "not tracked yet");
	sandbox_write(sandbox, "repository/plans/p/notes.txt", "no document");
	sandbox_write(sandbox, "repository/plans/top.md", "in no plan's folder");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check"), 1,
	               "plans/p/a.md:1:1: error: no front matter: the first line must be `---`, "
	               "followed by the fields (workstream, period, rag, ...) and a second line "
	               "`---` [front-matter-missing]\n"
	               "plans/p/new.md:1:1: error: no front matter: the first line must be `---`, "
	               "followed by the fields (workstream, period, rag, ...) and a second line "
	               "`---` [front-matter-missing]\n",
	               "4 documents: 2 errors\n");
}

static void a_repository_without_commits_can_be_checked(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "check"), 2, "",
		"ragtrail: there is nothing to check: no document below plans/ at the top of "
		"this repository; a plan begins with: ragtrail new plan > plans/NAME/plan.md\n");
	sandbox_write(sandbox, "repository/plans/p/plan.md", history_plan("a"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check"), 0, "", "1 document: no errors\n");
}

static void a_bare_repository_has_nothing_to_check(void **state)
{
	history_new_bare(*state, "bare.git");
	struct outcome outcome = RAGTRAIL(*state, "bare.git", "check");
	assert_int_equal(outcome.status, 2);
	assert_text(outcome.output, "");
	assert_non_null(strstr(outcome.errors, "ragtrail: this repository has no working tree, so "
	                                       "there are no files to check"));
}

static void outside_a_repository_nothing_can_be_checked(void **state)
{
	struct sandbox *sandbox = *state;
	sandbox_write(sandbox, "folder/plans/p/a.md", "no front matter");
	assert_outcome(RAGTRAIL(sandbox, "folder", "check"), 2, "",
	               "ragtrail: not in a git repository (nor is any folder above `.`); go to the "
	               "folder that holds `plans/`, or run: git init\n");
}

/* As git calls its hooks, and in the further working trees that it makes. */
static void git_says_which_repository_is_meant(void **state)
{
	struct sandbox *sandbox = *state;
	history_of_two(sandbox);
	make_mistakes(sandbox);
	static const char *const check[] = {"check", "-q", NULL};
	const char *const environment[] = {
		arena_printf(&sandbox->arena, "GIT_DIR=%s/repository/.git", sandbox->root), NULL};
	assert_outcome(command_run(sandbox, &(struct command){.environment = environment,
	                                                      .arguments = check}),
	               1, UNCLOSED SPONSOR RATING DATE TWICE, "");
	GIT(sandbox, "repository", "worktree", "add", "-q", "../second", "-b", "second");
	assert_outcome(RAGTRAIL(sandbox, "second", "check"), 0, "", "3 documents: no errors\n");
}

/* Three commits: a plan, a bad update, and one that mends it. */
static void make_mended(struct sandbox *sandbox)
{
	struct history *history = history_of_two(sandbox);
	HISTORY(history, {5, "Ann", "plans/p/a.md", history_update("a", "2023-08", "geen")},
	        {6, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")});
	history_tag(history, "meeting");
	history_checkout(history);
}

#define BAD                                                                                        \
	"plans/p/a.md:4:6: error: `geen` is not a rating of this plan; did you mean `green`? "     \
	"write green, green-amber, amber, amber-red or red [rating-unknown]\n"

static void a_revision_is_judged_as_its_tree_stands(void **state)
{
	struct sandbox *sandbox = *state;
	make_mended(sandbox);
	sandbox_write(sandbox, "repository/plans/p/a.md", "broken");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD"), 0, "",
	               "3 documents: no errors\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD~1"), 1, BAD,
	               "3 documents: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "meeting^"), 1, BAD,
	               "3 documents: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository/plans", "check", "@~1"), 1, BAD,
	               "3 documents: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q", "--at", "HEAD~1"), 1, BAD,
	               "");
	/* Paths behind it are the revision's. */
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD~1", "plans/p/2023-07"), 0, "",
	               "1 document: no errors\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD~1", "--", "plans/p/a.md"), 1,
	               BAD, "1 document: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD~1", "--"), 1, BAD,
	               "3 documents: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD~1", "README.md"), 2, "",
	               "ragtrail: README.md is not below plans/, where the documents are; with a "
	               "revision, name it from the repository's top\n");
}

static void what_may_be_a_revision_or_a_path_is_told_apart_as_git_does(void **state)
{
	struct sandbox *sandbox = *state;
	make_mended(sandbox);
	GIT(sandbox, "repository", "tag", "plans");
	GIT(sandbox, "repository", "branch", "p/a.md", "HEAD~1");
	static const char both[] = "ragtrail: `plans` is both a revision and a path; put `--` "
				   "behind it for the revision, before it for the path\n";
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans"), 2, "", both);
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans", "--"), 0, "",
	               "3 documents: no errors\n");
	sandbox_write(sandbox, "repository/plans/p/a.md", history_update("a", "2023-08", "geen"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--", "plans"), 1, BAD,
	               "3 documents: 1 error\n");
	/* A revision where no such file is, a path where one is. */
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q", "p/a.md"), 1, BAD, "");
	assert_outcome(RAGTRAIL(sandbox, "repository/plans/p", "check", "a.md"), 1, BAD,
	               "1 document: 1 error\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--", "HEAD"), 2, "",
	               "ragtrail: HEAD: No such file or directory\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "nothing"), 2, "",
	               "ragtrail: `nothing` is not a revision: no commit, tag or branch has that "
	               "name; and there is no such path\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "plans/p/a.md", "--"), 2, "",
	               "ragtrail: `plans/p/a.md` is not a revision: no commit, tag or branch has "
	               "that name\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "HEAD", "meeting", "--"), 2, "",
	               "ragtrail: only one revision can be checked at a time\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "--at", "HEAD", "HEAD~1"), 2, "",
	               "ragtrail: `HEAD~1` is a revision, and another one is named by `--at` or "
	               "`--on`; leave one of the two out\n");
}

static void output_that_cannot_be_written_is_an_error(void **state)
{
	history_of_two(*state);
	make_mistakes(*state);
	assert_outcome(command_script(*state, "repository", "ragtrail check > /dev/full"), 2, "",
	               "ragtrail: the output could not be written\n");
	assert_outcome(command_script(*state, "repository", "ragtrail check >&-"), 2, "",
	               "ragtrail: the output could not be written\n");
	assert_outcome(command_script(*state, "repository", "ragtrail check <&- | head -n 1"), 0,
	               UNCLOSED, "3 documents: 5 errors\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_plan_without_mistakes_is_clean),
		sandbox_test(five_mistakes_are_five_findings),
		sandbox_test(a_path_narrows_what_is_said),
		sandbox_test(a_path_is_meant_from_where_one_stands),
		sandbox_test(a_path_that_holds_no_document_cannot_be_checked),
		sandbox_test(a_link_that_is_named_is_judged_as_the_link_that_it_is),
		sandbox_test(warnings_count_only_when_asked_to),
		sandbox_test(the_working_tree_is_what_git_would_look_at),
		sandbox_test(a_repository_without_commits_can_be_checked),
		sandbox_test(a_bare_repository_has_nothing_to_check),
		sandbox_test(outside_a_repository_nothing_can_be_checked),
		sandbox_test(git_says_which_repository_is_meant),
		sandbox_test(a_revision_is_judged_as_its_tree_stands),
		sandbox_test(what_may_be_a_revision_or_a_path_is_told_apart_as_git_does),
		sandbox_test(output_that_cannot_be_written_is_an_error),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail check", tests, NULL, NULL) != 0;
}
