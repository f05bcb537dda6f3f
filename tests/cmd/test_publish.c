/* ragtrail publish: one commit, one tag, and what is refused. */
#include "support/publishing.h"

#include <stdio.h>
#include <string.h>

#include "support/command.h"
#include "support/judging.h"

static const char *line(struct sandbox *sandbox, const char *folder, const char *revision)
{
	const char *text = GIT(sandbox, folder, "rev-parse", revision);
	return arena_text(&sandbox->arena, text, strcspn(text, "\n"));
}

static void a_paper_is_one_commit_and_one_tag(void **state)
{
	struct sandbox *sandbox = *state;
	publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	const char *before = line(sandbox, "repo", "HEAD");
	const char *text = sandbox_read(sandbox, "repo/" PAPER);
	/* What else is about to be committed is left as it is. */
	sandbox_write(sandbox, "repo/plans/better/a-9.md", history_update("a", "2023-09", "green"));
	GIT(sandbox, "repo", "add", "plans/better/a-9.md");
	struct outcome outcome = publishing_script(sandbox, "repo", "ragtrail publish september");
	const char *commit = line(sandbox, "repo", "HEAD");
	assert_outcome(outcome, 0,
	               arena_printf(&sandbox->arena,
	                            PAPER " is published\n"
	                                  "  tag      board/2023-09-20\n"
	                                  "  commit   %.7s\n"
	                                  "  figures  of commit %.7s\n"
	                                  "Push both, and do not squash or rebase: git push "
	                                  "--follow-tags\n",
	                            commit, before),
	               "");
	assert_text(line(sandbox, "repo", "HEAD^"), before);
	assert_text(line(sandbox, "repo", "board/2023-09-20^{commit}"), commit);
	assert_text(GIT(sandbox, "repo", "cat-file", "-t", "board/2023-09-20"), "tag\n");
	assert_text(GIT(sandbox, "repo", "status", "--porcelain"), "A  plans/better/a-9.md\n");
	assert_text(GIT(sandbox, "repo", "diff", "--name-only", "HEAD^", "HEAD"), PAPER "\n");
	/* The line, and not a byte beside it. */
	assert_text(
		sandbox_read(sandbox, "repo/" PAPER),
		replaced(sandbox, text, "appendices: [The highlight report]\n",
	                 arena_printf(&sandbox->arena,
	                              "appendices: [The highlight report]\nas_of: %s\n", before)));
	assert_outcome(RAGTRAIL(sandbox, "repo", "check", "-q", PAPER), 0, "", "");
	assert_outcome(RAGTRAIL(sandbox, "repo", "publish", "better/september"), 2, "",
	               "ragtrail: " PAPER " was published already: tag board/2023-09-20; write "
	               "what is new in a paper of its own; --verify proves what was published\n");
}

/* Commits the paper with what SCRIPT does first, and publishes it. */
struct refused_row {
	const char *name, *script, *says;
};

static void refuse(struct sandbox *sandbox, const struct refused_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *folder = arena_printf(&sandbox->arena, "repo-%zu", i);
		publishing_begin(sandbox, folder, publishing_paper(sandbox, ""));
		publishing_script(sandbox, folder, rows[i].script);
		const char *head = line(sandbox, folder, "HEAD");
		const char *paper = arena_printf(&sandbox->arena, "%s/" PAPER, folder);
		const char *text = sandbox_read(sandbox, paper);
		struct outcome outcome = RAGTRAIL(sandbox, folder, "publish", PAPER);
		const char *said =
			arena_printf(&sandbox->arena, "%s%s", outcome.output, outcome.errors);
		if (strstr(said, rows[i].says) == NULL)
			assert_text(said, rows[i].says);
		assert_case(outcome.status != 0, rows[i].name);
		assert_text(line(sandbox, folder, "HEAD"), head);
		assert_text(sandbox_read(sandbox, paper), text);
	}
}

#define CHANGE(what) "sed -i '" what "' " PAPER "; git commit -qam changed\n"

static void what_is_not_fit_is_refused(void **state)
{
	static const struct refused_row rows[] = {
		{"changed", "echo more >>" PAPER, "is not what was committed; commit it first"},
		{"staged", "echo more >>" PAPER "; git add .", "is not what was committed"},
		{"error", CHANGE("s/: sentence/: sentense/"),
	         PAPER
	         ":26:1: error: there is no placeholder `sentense`; did you mean `sentence`?"},
		{"nothing", CHANGE("s/: sentence/: sentense/"), "Nothing was published. Mend"},
		{"warning", CHANGE("s/2023-09-20/2023-09-21/"),
	         "warning: there is no meeting of `board` on 21 September 2023 in `meetings` of "
	         "plan.md; add it there, or mend the date [paper-unregistered-meeting]"},
		{"draft", CHANGE("s/^item: 8/draft: true/"), PAPER " is a draft"},
		{"plan", CHANGE("s/^item: 8/plan: other/"),
	         PAPER " asks for figures of the plan `other`: No such plan was on record, or none "
	               "that is published"},
		{"hidden change",
	         "git update-index --assume-unchanged " PAPER "; echo more >>" PAPER,
	         PAPER " is not what was committed, from line 29 on; commit it first"},
		{"tag", "git tag board/2023-09-20 HEAD~",
	         "there is a tag `board/2023-09-20` already, of commit "},
		{"folder", "git tag board",
	         "git cannot have a tag `board/2023-09-20` beside `board`: one of the names begins "
	         "with the other; give the meeting another `tag:` in plan.md"},
		{"inside", "git tag board/2023-09-20/old",
	         "beside `board/2023-09-20/old`: one of the names begins"},
		{"name",
	         "sed -i 's/date: 2023-09-20}/date: 2023-09-20, tag: a..b}/' plans/better/plan.md; "
	         "git commit -qam tag",
	         "git takes no tag of the name `a..b`; mend `tag:` of the meeting in plan.md"},
		{"detached", "git checkout -q --detach",
	         "HEAD is on no branch, where a commit would soon be lost; git switch BRANCH"},
		{"by hand", CHANGE("s/^item: 8/as_of: 0123456/"),
	         "error: `as_of: 0123456` is not the full id of a commit, forty digits; take it out"},
		{"hook",
	         "printf '#!/bin/sh\\necho no such day >&2; exit 1\\n' >.git/hooks/pre-commit; "
	         "chmod +x .git/hooks/pre-commit",
	         "no such day\nragtrail: git did not commit " PAPER ", so nothing was published; "
	         "the file is as it was"},
	};
	refuse(*state, rows, COUNT_OF(rows));
}

static void a_paper_is_named_by_path_or_id(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	assert_outcome(
		RAGTRAIL(sandbox, "repo", "publish", "october"), 2, "",
		"ragtrail: there is no paper `october` on record; a paper is a document with "
		"`kind: paper` and an `id:`; commit it first\n");
	assert_outcome(
		RAGTRAIL(sandbox, "repo", "publish", "plans/better/plan.md"), 2, "",
		"ragtrail: plans/better/plan.md is no paper on record; a paper is a document "
		"with `kind: paper` and an `id:`; commit it first\n");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish").status, 2);
	HISTORY(history, {74, "Ann", "plans/other/plan.md", history_plan("c")},
	        {0, NULL, "plans/other/september.md", publishing_paper(sandbox, "")});
	history_checkout(history);
	assert_outcome(RAGTRAIL(sandbox, "repo", "publish", "september"), 2, "",
	               "ragtrail: two plans have a paper `september`; say which: better/september "
	               "or other/september\n");
	assert_int_equal(RAGTRAIL(sandbox, "repo/plans/better", "publish", "september.md").status,
	                 0);
}

/* A warning that the paper answers does not stand in its way. */
static void an_answered_warning_is_no_obstacle(void **state)
{
	struct sandbox *sandbox = *state;
	const char *answered = replaced(
		sandbox,
		publishing_paper(sandbox, "explained: [{rule: paper-unregistered-meeting, reason: "
	                                  "Called at short notice}]\n"),
		"2023-09-20", "2023-09-22");
	publishing_begin(sandbox, "repo", answered);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "september").status, 0);
	GIT(sandbox, "repo", "rev-parse", "refs/tags/board/2023-09-22");
}

static void a_meeting_has_a_tag_and_each_paper_its_own(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	const char *other =
		replaced(sandbox, publishing_paper(sandbox, ""), "id: september", "id: funding");
	const char *panel = replaced(
		sandbox,
		replaced(sandbox, publishing_paper(sandbox, ""), "id: september", "id: panel"),
		"board\ndate: 2023-09-20", "panel\ndate: 2023-09-27");
	HISTORY(history, {74, "Ann", "plans/better/funding.md", other},
	        {0, NULL, "plans/better/panel.md", panel});
	history_checkout(history);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "september").status, 0);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "funding").status, 0);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "panel").status, 0);
	assert_text(GIT(sandbox, "repo", "tag", "-l"),
	            "board/2023-09-20\nboard/2023-09-20-funding\nscrutiny/autumn\n");
	static const char *const all[] = {"september", "funding", "panel"};
	for (size_t i = 0; i < COUNT_OF(all); i++)
		assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "--verify", all[i]).status,
		                 0);
}

/* Git made the commit, and something stopped it before the tag. */
static void a_tag_that_is_missing_is_made_up_for(void **state)
{
	struct sandbox *sandbox = *state;
	publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "september").status, 0);
	const char *commit = line(sandbox, "repo", "HEAD");
	GIT(sandbox, "repo", "tag", "-d", "board/2023-09-20");
	GIT(sandbox, "repo", "commit", "-q", "--allow-empty", "-m", "later");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "publish", "september").status, 0);
	assert_text(line(sandbox, "repo", "board/2023-09-20^{commit}"), commit);
	assert_text(GIT(sandbox, "repo", "log", "-1", "--format=%s"), "later\n");
}

static void line_ends_and_an_empty_field_are_kept(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf text = BUF_INIT;
	const char *paper = publishing_paper(sandbox, "");
	for (const char *at = paper; *at != '\0'; at++) {
		if (*at == '\n')
			buf_byte(&text, '\r');
		buf_byte(&text, *at);
	}
	const char *crlf = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	publishing_begin(sandbox, "crlf", crlf);
	const char *head = line(sandbox, "crlf", "HEAD");
	assert_int_equal(RAGTRAIL(sandbox, "crlf", "publish", "september").status, 0);
	assert_text(sandbox_read(sandbox, "crlf/" PAPER),
	            replaced(sandbox, crlf, "report]\r\n",
	                     arena_printf(&sandbox->arena, "report]\r\nas_of: %s\r\n", head)));
	const char *empty = publishing_paper(sandbox, "as_of:\nbackground_papers: [A letter]\n");
	publishing_begin(sandbox, "empty", empty);
	head = line(sandbox, "empty", "HEAD");
	assert_int_equal(RAGTRAIL(sandbox, "empty", "publish", "september").status, 0);
	assert_text(sandbox_read(sandbox, "empty/" PAPER),
	            replaced(sandbox, empty,
	                     "as_of:", arena_printf(&sandbox->arena, "as_of: %s", head)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_paper_is_one_commit_and_one_tag),
		sandbox_test(what_is_not_fit_is_refused),
		sandbox_test(a_paper_is_named_by_path_or_id),
		sandbox_test(an_answered_warning_is_no_obstacle),
		sandbox_test(a_meeting_has_a_tag_and_each_paper_its_own),
		sandbox_test(a_tag_that_is_missing_is_made_up_for),
		sandbox_test(line_ends_and_an_empty_field_are_kept),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("publish", tests, NULL, NULL) != 0;
}
