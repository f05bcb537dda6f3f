/* Papers: the meeting that they go to, the commit that they show, and that they stay. */
#include "support/judging.h"

#include <stdio.h>
#include <string.h>

#include "support/command.h"
#include "support/publishing.h"

#define OTHER "plans/other/plan.md"

/* The paper with a line `as_of:` for that revision. */
static const char *paper_of(struct history *history, const char *revision)
{
	struct object_id id = history_id(history, revision);
	char hex[OBJECT_HEX_SIZE];
	return publishing_paper(
		history->sandbox,
		arena_printf(&history->sandbox->arena, "as_of: %s\n", object_hex(&id, hex)));
}

/* What is found where the paper is given and the plans are these. */
static const char *judged(struct sandbox *sandbox, const char *registers, const char *other,
                          const char *paper)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "repository-%d", number++);
	history_new(sandbox, folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/better/plan.md", folder),
	              history_plan_with("a", registers));
	if (other != NULL)
		sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/" OTHER, folder), other);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/" PAPER, folder), paper);
	return judged_worktree(sandbox, folder);
}

static void a_paper_goes_to_a_meeting_of_its_organisation(void **state)
{
	struct sandbox *sandbox = *state;
	static const char board[] =
		"committees: [{id: board, name: Board}]\nobjectives: [Best value]\n";
	static const char found[] =
		PAPER ":5:7: warning: there is no meeting of `board` on 20 September 2023 in "
		      "`meetings` of plan.md; add it there, or mend the date "
		      "[paper-unregistered-meeting]\n";
	const char *paper = publishing_paper(sandbox, "");
	const char *lists =
		history_plan_with("b", "meetings: [{committee: board, date: 2023-09-20}]\n");
	assert_text(judged(sandbox, publishing_registers, NULL, paper), "");
	assert_text(judged(sandbox, board, NULL, paper), found);
	/* Another plan of the same organisation may list it; a stranger's list is none of ours. */
	assert_text(judged(sandbox, board, lists, paper), "");
	const char *stranger =
		replaced(sandbox, lists, "Example Combined Authority", "Another Council");
	assert_non_null(strstr(judged(sandbox, board, stranger, paper), found));
	/* Of a wrong committee, or of no day, another rule tells. */
	assert_null(strstr(judged(sandbox, "objectives: [Best value]\n", NULL, paper),
	                   "paper-unregistered-meeting"));
	assert_null(strstr(judged(sandbox, board, NULL,
	                          replaced(sandbox, paper, "2023-09-20", "20th of September")),
	                   "paper-unregistered-meeting"));
	assert_non_null(strstr(
		judged(sandbox, board, NULL,
	               publishing_paper(sandbox, "explained: [{rule: paper-unregistered-meeting, "
	                                         "reason: Called at short notice}]\n")),
		": explained: there is no meeting"));
}

static void a_paper_shows_a_commit_of_its_history(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	history_tag_annotated(history, "it");
	const char *tag = GIT(sandbox, "repo", "rev-parse", "it");
	history_branch(history, "side");
	HISTORY(history, {80, "Ann", "plans/better/b-9.md", history_update("b", "2023-09", "red")});
	const char *aside = GIT(sandbox, "repo", "rev-parse", "side");
	history_switch(history, "main");
	history_checkout(history);
	const char *tree = GIT(sandbox, "repo", "rev-parse", "HEAD^{tree}");
	const struct {
		const char *as_of, *says;
	} rows[] = {
		{GIT(sandbox, "repo", "rev-parse", "HEAD"), NULL},
		{GIT(sandbox, "repo", "rev-parse", "HEAD~2"), NULL},
		{"HEAD\n",
	         "`as_of: HEAD` is not the full id of a commit, forty digits; take it out, "
	         "and let `ragtrail publish` write it"},
		{"0123456\n", "`as_of: 0123456` is not the full id"},
		{tag, "which is not in this repository"},
		{tree, "which is not in this repository"},
		{aside,
	         "which this history does not build on: the branch that it was published on was "
	         "not merged as it is; merge that branch without squashing or rebasing it"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		sandbox_write(sandbox, "repo/" PAPER,
		              publishing_paper(sandbox, arena_printf(&sandbox->arena, "as_of: %s",
		                                                     rows[i].as_of)));
		const char *found = judged_on_record(sandbox, "repo");
		if (rows[i].says == NULL)
			assert_text(found, "");
		else if (strstr(found, rows[i].says) == NULL ||
		         strstr(found, PAPER ":18:8: error: ") != found)
			assert_text(found, rows[i].says);
	}
}

/* From the version that first had the line, whatever stood there before or between. */
static void a_published_paper_stays(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	const char *published = paper_of(history, "HEAD");
	HISTORY(history, {80, "Ann", PAPER, published});
	history_checkout(history);
	assert_text(judged_on_record(sandbox, "repo"), "");
	/* Line ends are git's business; a line more is not. */
	struct buf crlf = BUF_INIT;
	for (const char *at = published; *at != '\0'; at++) {
		if (*at == '\n')
			buf_byte(&crlf, '\r');
		buf_byte(&crlf, *at);
	}
	sandbox_write(sandbox, "repo/" PAPER, crlf.bytes);
	buf_release(&crlf);
	assert_text(judged_on_record(sandbox, "repo"), "");
	sandbox_write(sandbox, "repo/" PAPER,
	              arena_printf(&sandbox->arena, "%s\nMore.\n", published));
	const char *found = judged_on_record(sandbox, "repo");
	assert_true(strstr(found, PAPER ":30:1: error: this paper was published in commit ") ==
	            found);
	assert_non_null(strstr(found, " -- " PAPER "), and write what is new in a paper of its own "
	                              "[paper-changed-since-published]\n"));
	/* Published anew it is changed too; put back, it is not. */
	HISTORY(history, {81, "Ann", PAPER, paper_of(history, "HEAD")});
	history_checkout(history);
	assert_non_null(strstr(judged_on_record(sandbox, "repo"), PAPER ":18:1: error: "));
	HISTORY(history, {82, "Ann", PAPER, NULL},
	        {82, NULL, "plans/better/board/8.md", published});
	history_checkout(history);
	assert_text(judged_on_record(sandbox, "repo"), "");
	HISTORY(history, {83, "Ann", "plans/better/board/8.md", NULL});
	history_checkout(history);
	found = judged_on_record(sandbox, "repo");
	assert_true(strstr(found, "plans/better/plan.md:1:1: error: the paper `september` was "
	                          "published in commit ") == found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_paper_goes_to_a_meeting_of_its_organisation),
		sandbox_test(a_paper_shows_a_commit_of_its_history),
		sandbox_test(a_published_paper_stays),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("papers and what was published", tests, NULL, NULL) != 0;
}
