/* ragtrail publish --verify, and the page of what was published. */
#include "support/publishing.h"

#include <stdio.h>
#include <string.h>

#include "support/command.h"
#include "support/judging.h"

#define PAGE "better/paper-september.html"

static struct history *publish(struct sandbox *sandbox)
{
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	assert_int_equal(publishing_script(sandbox, "repo", "ragtrail publish september").status,
	                 0);
	return history;
}

static struct outcome verify(struct sandbox *sandbox)
{
	return RAGTRAIL(sandbox, "repo", "publish", "--verify", "september");
}

static void assert_says(struct outcome outcome, const char *part)
{
	if (strstr(outcome.output, part) == NULL)
		assert_text(outcome.output, part);
}

/* --- what --verify proves --- */

static void what_was_published_is_proved(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publish(sandbox);
	const char *before = verify(sandbox).output;
	assert_int_equal(verify(sandbox).status, 0);
	assert_non_null(
		strstr(before, PAPER " is as it was published\n  tag      board/2023-09-20\n"));
	assert_non_null(strstr(before, " bytes, the same from the tag and from HEAD\n"));
	/* Whatever comes later. */
	HISTORY(history,
	        {200, "Ann", "plans/better/a-8.md",
	         history_update_with("a", "2023-08", "red", "correction: {reason: It was late}\n")},
	        {201, "Office", PAPER, NULL},
	        {201, NULL, "plans/better/papers/board-8.md",
	         GIT(sandbox, "repo", "show", "HEAD:" PAPER)});
	struct outcome after = verify(sandbox);
	assert_int_equal(after.status, 0);
	assert_text(strchr(after.output, '\n'), strchr(before, '\n'));
}

/* Published on a branch that is merged as it is. */
static void a_branch_may_bring_it(void **state)
{
	struct sandbox *sandbox = *state;
	publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	struct outcome outcome = publishing_script(
		sandbox, "repo",
		"git switch -q -c topic && ragtrail publish september >/dev/null &&\n"
		"git switch -q main && git commit -q --allow-empty -m other &&\n"
		"git merge -q --no-ff -m merge topic && ragtrail publish --verify september\n");
	assert_int_equal(outcome.status, 0);
	assert_says(outcome, arena_printf(&sandbox->arena, "  commit   %.7s\n",
	                                  GIT(sandbox, "repo", "rev-parse", "topic")));
	assert_outcome(RAGTRAIL(sandbox, "repo", "check", "-q"), 0, "", "");
}

static void programs_are_told_the_same(void **state)
{
	struct sandbox *sandbox = *state;
	publish(sandbox);
	assert_text(
		RAGTRAIL(sandbox, "repo", "publish", "--verify", "september", "--format", "json")
			.output,
		arena_printf(&sandbox->arena,
	                     "{\n  \"version\": 1,\n  \"plan\": \"better\",\n"
	                     "  \"id\": \"september\",\n  \"path\": \"" PAPER "\",\n"
	                     "  \"tag\": \"board/2023-09-20\",\n  \"commit\": \"%.40s\",\n"
	                     "  \"as_of\": \"%.40s\",\n  \"proved\": true,\n"
	                     "  \"doubts\": []\n}\n",
	                     GIT(sandbox, "repo", "rev-parse", "HEAD"),
	                     GIT(sandbox, "repo", "rev-parse", "HEAD^")));
	GIT(sandbox, "repo", "tag", "-d", "board/2023-09-20");
	struct outcome outcome =
		RAGTRAIL(sandbox, "repo", "publish", "--verify", "september", "--format", "json");
	assert_int_equal(outcome.status, 1);
	assert_says(outcome, "\"tag\": null,");
	assert_says(outcome, "\"proved\": false,\n  \"doubts\": [\n    \"there is no tag ");
}

/* Each is done to a repository in which the paper is published. */
static void what_is_not_proved_is_named(void **state)
{
	static const struct {
		const char *name, *script, *says;
	} rows[] = {
		{"changed", "sed -i 's/^To report/To tell/' " PAPER "; git commit -qam changed",
	         PAPER ": it was changed since: line 23 is not what was published; `git diff "},
		{"line taken out", "sed -i /^as_of/d " PAPER "; git commit -qam changed",
	         PAPER ": it was changed since: line 18 is not what was published"},
		{"tag moved", "git tag -f board/2023-09-20 HEAD^",
	         PAPER ": the tag `board/2023-09-20` is of commit "},
		{"tag gone", "git tag -d board/2023-09-20",
	         PAPER ": there is no tag `board/2023-09-20` of commit "},
		{"squashed",
	         "git switch -q -c main2 HEAD~2; git merge -q --squash main; git commit -qm squashed",
	         PAPER ": `as_of` names commit "},
		{"squashed, and why",
	         "git switch -q -c main2 HEAD~2; git merge -q --squash main; git commit -qm squashed",
	         "merge that branch without squashing or rebasing it\n"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct sandbox *sandbox = *state;
		const char *folder = arena_printf(&sandbox->arena, "repo-%zu", i);
		publishing_begin(sandbox, folder, publishing_paper(sandbox, ""));
		assert_int_equal(
			publishing_script(sandbox, folder, "ragtrail publish september").status, 0);
		publishing_script(sandbox, folder, rows[i].script);
		struct outcome outcome =
			RAGTRAIL(sandbox, folder, "publish", "--verify", "september");
		assert_case(outcome.status == 1, rows[i].name);
		assert_says(outcome, rows[i].says);
	}
}

/* A line `as_of:` that nobody but a person can have written. */
static void a_line_by_hand_proves_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	assert_outcome(verify(sandbox), 1,
	               PAPER ": it has not been published: it has no line `as_of:`\n", "");
	static const char foreign[] = "as_of: 0123456789012345678901234567890123456789\n";
	HISTORY(history, {80, "Ann", PAPER, publishing_paper(sandbox, foreign)});
	assert_outcome(verify(sandbox), 1,
	               PAPER ": `as_of` names commit 0123456, which is not in this repository: it "
	                     "was copied from another one, or the history has been rewritten "
	                     "since; fetch the history that it belongs to (git fetch --all "
	                     "--tags)\n",
	               "");
	history_checkout(history);
	assert_outcome(RAGTRAIL(sandbox, "repo", "check", "-q"), 1,
	               PAPER ":18:8: error: `as_of` names commit 0123456, which is not in this "
	                     "repository: it was copied from another one, or the history has been "
	                     "rewritten since; fetch the history that it belongs to (git fetch "
	                     "--all --tags) [paper-revision-unknown]\n",
	               "");
	/* It can be told all the same, and nothing falls over it. */
	struct outcome shown = RAGTRAIL(sandbox, "repo", "show", "september");
	assert_int_equal(shown.status, 0);
	assert_says(shown, "  The figures of this paper cannot be read.\n");
	assert_int_equal(RAGTRAIL(sandbox, "repo", "render", "-o", "../site").status, 0);
	assert_non_null(strstr(
		sandbox_read(sandbox, "site/" PAGE),
		"<strong>The figures cannot be read:</strong> <code>as_of</code> names commit "
		"0123456"));
	/* A commit that is there, and on top of which nothing was published. */
	HISTORY(history, {81, "Ann", PAPER, NULL},
	        {82, "Ann", "plans/better/october.md",
	         replaced(sandbox,
	                  publishing_paper(sandbox, arena_printf(&sandbox->arena, "as_of: %.40s\n",
	                                                         GIT(sandbox, "repo", "rev-parse",
	                                                             "HEAD~2"))),
	                  "id: september", "id: october")});
	struct outcome outcome = RAGTRAIL(sandbox, "repo", "publish", "--verify", "october");
	assert_int_equal(outcome.status, 1);
	assert_says(outcome, "plans/better/october.md: no commit on top of ");
}

/* --- the page --- */

/* The frozen part of the page that the site of HEAD has. */
static const char *article(struct sandbox *sandbox, const char **page)
{
	assert_int_equal(RAGTRAIL(sandbox, "repo", "render", "-o", "../site").status, 0);
	*page = sandbox_read(sandbox, "site/" PAGE);
	const char *begin = strstr(*page, "<article"), *end = strstr(*page, "</article>");
	assert_true(begin != NULL && end != NULL);
	return arena_text(&sandbox->arena, begin, (size_t)(end - begin));
}

static const char *since(const char *page)
{
	const char *section = strstr(page, "<section aria-labelledby=\"since\">");
	assert_non_null(section);
	return section;
}

/* A re-rating, names that are new, and what the public may no longer see. */
static void the_page_is_frozen_and_says_what_changed_since(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publish(sandbox);
	const char *page;
	const char *before = article(sandbox, &page);
	assert_non_null(strstr(since(page), "Nothing on record of this plan has changed."));
	assert_non_null(strstr(before, "<dd>The &lt;Board&gt;</dd>"));
	assert_non_null(strstr(before, "<ol type=\"A\">\n<li>To note the progress</li>\n"));
	assert_non_null(strstr(before, "☐</span> <span class=\"hidden\">Not served: </span>Good "
	                               "growth</li>\n<li><span class=\"mark\" "
	                               "aria-hidden=\"true\">☒</span>"));
	assert_non_null(strstr(before, "<h3>Legal implications</h3>\n<p>Not stated</p>"));
	assert_non_null(strstr(before,
	                       "<p>None improved, 1 steady, 1 declined; 1 of 2 Green, for a "
	                       "second period.</p>"));
	assert_non_null(strstr(before, "31 Aug 2023</time>, 20 days before the meeting</td>"));
	assert_non_null(strstr(before, "6 Sep 2023</time>, 14 days before the meeting</td>"));
	HISTORY(history,
	        {200, "Office", "plans/better/plan.md",
	         replaced(sandbox,
	                  history_plan_with("a b c", "committees: [{id: board, name: Cabinet}]\n"),
	                  "title: A", "title: Buying")},
	        {201, "Ann", "plans/better/a-8.md",
	         history_update_with("a", "2023-08", "amber",
	                             "correction: {reason: A supplier was late, raised_by: "
	                             "Scrutiny panel}\n")},
	        {202, "Ann", "plans/better/b-9.md",
	         history_update_with("b", "2023-09", "amber",
	                             "milestones: [{id: hub, title: Hub opened, due: 2023-12-01, "
	                             "status: in-progress}]\n")});
	const char *after = article(sandbox, &page);
	assert_text(after, before);
	assert_non_null(strstr(since(page), "<li>Buying: no report since, but re-rated from "
	                                    "Green/Amber to Amber (August 2023)\n"));
	assert_non_null(strstr(since(page), "because: <span>A supplier was late</span> (raised by "
	                                    "<bdi>Scrutiny panel</bdi>)</li>"));
	assert_non_null(
		strstr(since(page), "<li>B: declined from Green to Amber (September 2023)"));
	/* The milestone is in both reports. */
	assert_null(strstr(since(page), "gone"));
	assert_int_equal(verify(sandbox).status, 0);
}

static void what_is_exempt_by_now_is_no_news(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publish(sandbox);
	const char *page;
	const char *before = article(sandbox, &page);
	const char *plan = replaced(sandbox, history_plan_with("a b", publishing_registers),
	                            "{id: a, title: A", "{id: a, exempt: true, title: A");
	HISTORY(history, {200, "Office", "plans/better/plan.md", plan},
	        {201, "Ann", "plans/better/a-8.md",
	         history_update_with("a", "2023-08", "red", "correction: {reason: Secret}\n")},
	        {202, "Ann", "plans/better/b-8.md",
	         history_update_with("b", "2023-08", "red",
	                             "correction: {reason: Hidden}\nexempt: true\n")});
	assert_text(article(sandbox, &page), before);
	assert_null(strstr(since(page), "Secret"));
	assert_null(strstr(since(page), "Hidden"));
	assert_null(strstr(since(page), "withdrawn"));
	assert_null(strstr(since(page), "no longer in the plan"));
}

static void a_document_that_was_changed_shows_what_was_published(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = publish(sandbox);
	const char *page;
	const char *before = article(sandbox, &page);
	HISTORY(history,
	        {200, "Ann", PAPER,
	         replaced(sandbox, publishing_paper(sandbox, ""), "To report.", "To boast.")});
	assert_text(article(sandbox, &page), before);
	assert_non_null(strstr(page, "<strong>The document was changed after it was published."));
	struct outcome shown = RAGTRAIL(sandbox, "repo", "show", "better/september");
	assert_says(shown, "Changed       since; what follows is what was published\n");
	assert_says(shown, "  To report.\n");
	assert_non_null(
		strstr(RAGTRAIL(sandbox, "repo", "show", "september", "--format", "json").output,
	               "\"text\": \"To report.\""));
	history_checkout(history);
	struct outcome checked = RAGTRAIL(sandbox, "repo", "check", "-q");
	assert_int_equal(checked.status, 1);
	assert_says(checked, PAPER ":18:1: error: this paper was published in commit ");
	HISTORY(history, {201, "Ann", PAPER, NULL});
	history_checkout(history);
	checked = RAGTRAIL(sandbox, "repo", "check", "-q");
	assert_int_equal(checked.status, 1);
	assert_says(checked, "plans/better/plan.md:1:1: error: the paper `september` was published "
	                     "in commit ");
}

/* Before it is published a paper moves with the record; and is kept back where it says so. */
static void a_paper_that_waits_moves_with_the_record(void **state)
{
	struct sandbox *sandbox = *state;
	const char *page;
	struct history *history = publishing_begin(sandbox, "repo", publishing_paper(sandbox, ""));
	assert_non_null(strstr(article(sandbox, &page), "1 steady, 1 declined"));
	assert_non_null(strstr(page, "<strong>Not published yet.</strong>"));
	assert_null(strstr(page, "id=\"since\""));
	HISTORY(history,
	        {71, "Ann", "plans/better/a-8.md", history_update("a", "2023-08", "green")});
	assert_non_null(strstr(article(sandbox, &page), "None improved, 2 steady, none declined"));
	HISTORY(history, {72, "Ann", PAPER, publishing_paper(sandbox, "public: false\n")});
	assert_int_equal(RAGTRAIL(sandbox, "repo", "render", "-o", "../other").status, 0);
	assert_non_null(
		strstr(sandbox_read(sandbox, "other/better/index.html"), "its counts: 1 paper."));
	assert_null(strstr(sandbox_read(sandbox, "other/better/index.html"), "paper-september"));
	HISTORY(history, {73, "Office", "plans/new/plan.md", history_plan_with("n", "")},
	        {73, "Office", "plans/new/it.md",
	         replaced(sandbox, publishing_paper(sandbox, ""), "id: september", "id: first")});
	struct outcome shown = RAGTRAIL(sandbox, "repo", "show", "first");
	assert_says(shown, "  No rating was on record.\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_was_published_is_proved),
		sandbox_test(a_branch_may_bring_it),
		sandbox_test(programs_are_told_the_same),
		sandbox_test(what_is_not_proved_is_named),
		sandbox_test(a_line_by_hand_proves_nothing),
		sandbox_test(the_page_is_frozen_and_says_what_changed_since),
		sandbox_test(what_is_exempt_by_now_is_no_news),
		sandbox_test(a_document_that_was_changed_shows_what_was_published),
		sandbox_test(a_paper_that_waits_moves_with_the_record),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("publish --verify", tests, NULL, NULL) != 0;
}
