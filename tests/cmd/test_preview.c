/* ragtrail preview: what is not committed yet, as pages that follow the files. */
#include "support/browsing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"
#include "support/hooked.h"

static const char as_committed[] = "This page is as committed.";
static const char changed[] = "This page: changed, not committed.";
static const char is_new[] = "This page: new, not committed.";

/* A plan with two workstreams and a report, all of it committed. */
static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "work");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	history_checkout(history);
	return history;
}

static struct preview *start(struct sandbox *sandbox)
{
	make_plans(sandbox);
	return preview_start(sandbox, "work", NULL);
}

/* Every file of the repository's own, with its bytes, and when it was written. */
static const char *repository(struct sandbox *sandbox)
{
	struct outcome outcome = command_script(
		sandbox, "work/.git",
		"find . -type f -printf '%p %m %T@ ' -exec sha256sum {} ';'; find . -type d");
	assert_int_equal(outcome.status, 0);
	return outcome.output;
}

static void an_update_is_seen_before_it_is_committed(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	assert_holds(preview_get(preview, "/p/a.html").body, as_committed);
	assert_holds(preview_get(preview, "/").body, as_committed);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "amber"));
	const char *page = preview_await(preview, "/p/a.html", changed);
	assert_holds(page, "The report for August 2023");
	assert_holds(page, "Not committed yet");
	assert_holds(preview_get(preview, "/p/").body, changed);
	/* The other workstream has nothing to do with it. */
	assert_holds(preview_get(preview, "/p/b.html").body, as_committed);
	assert_holds(preview_get(preview, "/rules.html").body, as_committed);
	preview_await_log(preview, "1 document not committed");
	/* It is taken back. */
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-07", "green"));
	preview_await(preview, "/p/a.html", as_committed);
}

static void new_documents_and_deleted_ones_are_seen(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	sandbox_write(sandbox, "work/plans/p/b/2023/07.md", history_update("b", "2023-07", "red"));
	assert_holds(preview_await(preview, "/p/b.html", changed), "The report for July 2023");
	/* What is new in a folder that is new is watched too. */
	sandbox_write(sandbox, "work/plans/p/b/2023/08.md",
	              history_update("b", "2023-08", "amber"));
	preview_await(preview, "/p/b.html", "The report for August 2023");
	assert_int_equal(unlink(sandbox_path(sandbox, "work/plans/p/a.md")), 0);
	preview_await(preview, "/p/a.html", "Every report of this workstream was withdrawn.");
	assert_int_equal(preview_get(preview, "/q/index.html").status, 404);
	sandbox_write(sandbox, "work/plans/q/plan.md", history_plan("c"));
	preview_await(preview, "/q/index.html", is_new);
	/* What git ignores is no document. */
	sandbox_write(sandbox, "work/.gitignore", "plans/q\n");
	preview_await(preview, "/q/index.html", "There is no such page");
}

/* As editors do: beside it, and renamed. */
static void a_file_that_is_renamed_into_place_is_seen(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	sandbox_write(sandbox, "work/plans/p/.a.md.new", history_update("a", "2023-08", "red"));
	assert_int_equal(rename(sandbox_path(sandbox, "work/plans/p/.a.md.new"),
	                        sandbox_path(sandbox, "work/plans/p/a.md")),
	                 0);
	preview_await(preview, "/p/a.html", "The report for August 2023");
}

static void a_commit_and_another_branch_are_seen(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "amber"));
	preview_await(preview, "/p/a.html", changed);
	command_script(sandbox, "work",
	               "git config user.name Ann; git config user.email ann@example.invalid\n"
	               "git commit -qam 'The August report'");
	const char *page = preview_await(preview, "/p/a.html", as_committed);
	assert_null(strstr(page, "Not committed yet"));
	GIT(sandbox, "work", "switch", "-q", "-c", "other", "HEAD~1");
	preview_await(preview, "/p/a.html", "The report for July 2023");
}

static void findings_stand_at_their_place(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	sandbox_write(sandbox, "work/plans/p/a.md",
	              history_update_saying("a", "2023-07", "green",
	                                    "All was <b>well</b> & \"good\".") /* raw-html */);
	const char *page = preview_await(preview, "/p/a.html", "<ul class=\"findings\">");
	const char *heading = strstr(page, ">Key activities</h3>\n<ul class=\"findings\">\n<li "
	                                   "class=\"warning\"><strong>Warning:</strong> ");
	assert_non_null(heading);
	const char *rule = strstr(heading, "#raw-html\"><code>raw-html");
	assert_non_null(rule);
	assert_true(rule < strstr(heading, "RAG rationale"));
	assert_holds(page, "Found on it: 1 warning.");
	assert_null(strstr(page, "What the check found"));
	/* Elsewhere nothing is said of it, but on the page of all plans. */
	assert_null(strstr(preview_get(preview, "/p/b.html").body, "raw-html"));
	assert_holds(preview_get(preview, "/").body,
	             "<a href=\"p/a.html\">p/a.html</a> <span class=\"note\">1 warning</span>");
}

/* Beside the rating, in the fact, above the table. */
static void findings_in_fields_stand_beside_them(void **state)
{
	static const struct {
		const char *page; /* what comes before the finding */
		const char *rule;
	} rows[] = {
		{"<p class=\"big\">", "rating-unknown"},
		{"<dt>Forecast completion</dt><dd>31st March 2025", "bad-date"},
		{">Milestones this period</h3>", "bad-word"},
	};
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	const char *extra = "milestones:\n  - id: m\n    title: A step\n    status: nearly\n";
	const char *update = history_update_with("a", "2023-07", "geen", extra);
	char *written = arena_text(&sandbox->arena, update, strlen(update));
	char *forecast = strstr(written, "forecast_completion: 2025-03-31\n");
	assert_non_null(forecast);
	sandbox_write(sandbox, "work/plans/p/a.md",
	              arena_printf(&sandbox->arena, "%.*sforecast_completion: 31st March 2025\n%s",
	                           (int)(forecast - written), written, strchr(forecast, '\n') + 1));
	const char *page = preview_await(preview, "/p/a.html", "<ul class=\"findings\">");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *at = strstr(page, rows[i].page);
		assert_case(at != NULL, rows[i].page);
		const char *found = strstr(at, "<ul class=\"findings\">");
		const char *rule = strstr(at, rows[i].rule);
		assert_case(found != NULL && rule != NULL && found < rule, rows[i].rule);
		/* In the first list behind it. */
		assert_case(rule < strstr(found, "</ul>"), rows[i].rule);
	}
	assert_holds(page, "Found on it: 3 errors.");
	assert_null(strstr(page, "What the check found"));
}

static void a_finding_without_a_place_stands_at_the_top(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	sandbox_write(sandbox, "work/plans/p/a.md",
	              history_update_with("a", "2023-07", "green", "colour: blue\n"));
	const char *page = preview_await(preview, "/p/a.html", "What the check found");
	const char *check = RAGTRAIL(sandbox, "work", "check", "--quiet").output;
	/* In the words of the check, and where an editor goes. */
	assert_holds(check, "plans/p/a.md:12:1: error: ");
	assert_holds(page, "plans/p/a.md:12:1");
	assert_holds(page, "<strong>Error:</strong> <span>");
	assert_holds(page, "#unknown-key");
	sandbox_write(sandbox, "work/plans/p/a.md", "---\nworkstream: [a\n---\n");
	page = preview_await(preview, "/", "Documents that cannot be read");
	assert_holds(page, "plans/p/a.md:2:13");
	assert_holds(preview_get(preview, "/p/index.html").body, "plans/p/a.md:2:13");
}

static void a_welsh_plan_has_a_welsh_frame(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "work/plans/p/plan.md",
	              history_plan_with("a b", "site:\n  lang: cy\n"));
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-07", "geen"));
	struct preview *preview = preview_start(sandbox, "work", NULL);
	const char *page = preview_get(preview, "/p/a.html").body;
	assert_holds(page, "Y dudalen hon: wedi newid, heb ei chofnodi.");
	assert_holds(page, "Canfuwyd arni: 1 gwall.");
	assert_holds(page, "<strong>Gwall:</strong> <span lang=\"en\">");
}

static void the_repository_is_left_as_it_was(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	const char *before = repository(sandbox);
	struct preview *preview = preview_start(sandbox, "work/plans", NULL);
	sandbox_write(sandbox, "work/plans/p/b.md", history_update("b", "2023-07", "red"));
	preview_await(preview, "/p/b.html", changed);
	assert_int_equal(preview_stop(preview, SIGINT), 0);
	assert_text(repository(sandbox), before);
	assert_text(GIT(sandbox, "work", "status", "--porcelain"), "?? plans/p/b.md\n");
}

static void what_is_staged_alone_does_not_count(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "red"));
	GIT(sandbox, "work", "add", "plans");
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-07", "green"));
	struct preview *preview = preview_start(sandbox, "work", NULL);
	assert_holds(preview_get(preview, "/p/a.html").body, as_committed);
}

static void a_sparse_working_tree_deletes_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	GIT(sandbox, "work", "update-index", "--skip-worktree", "plans/p/a.md");
	assert_int_equal(unlink(sandbox_path(sandbox, "work/plans/p/a.md")), 0);
	struct preview *preview = preview_start(sandbox, "work", NULL);
	assert_holds(preview_get(preview, "/p/a.html").body, as_committed);
}

static void it_works_before_the_first_commit_and_in_a_linked_tree(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "empty");
	(void)history;
	sandbox_write(sandbox, "empty/plans/p/plan.md", history_plan("a"));
	struct preview *preview = preview_start(sandbox, "empty", NULL);
	assert_holds(preview_get(preview, "/p/index.html").body, is_new);
	assert_int_equal(preview_stop(preview, SIGTERM), 0);
	make_plans(sandbox);
	GIT(sandbox, "work", "worktree", "add", "-q", "../linked", "-b", "linked");
	preview = preview_start(sandbox, "linked", NULL);
	sandbox_write(sandbox, "linked/plans/p/a.md", history_update("a", "2023-08", "red"));
	preview_await(preview, "/p/a.html", "The report for August 2023");
	assert_int_equal(preview_stop(preview, SIGINT), 0);
}

static void without_the_kernel_it_looks_itself(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct preview *preview = preview_start(sandbox, "work", "--poll");
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "amber"));
	preview_await(preview, "/p/a.html", "The report for August 2023");
}

/* Not about documents: what is wrong with those are findings. */
static void where_no_pages_can_be_made_the_last_ones_stay(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	int events = preview_connect(preview);
	const char *request = arena_printf(
		&sandbox->arena,
		"GET /-/events?page=/p/a.html&tag=0 HTTP/1.1\r\nHost: localhost:%u\r\n\r\n",
		preview->port);
	assert_int_equal(write(events, request, strlen(request)), strlen(request));
	preview_hear(preview, events, "event: changed\n");
	sandbox_write(sandbox, "work/.git/shallow", GIT(sandbox, "work", "rev-parse", "HEAD"));
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "red"));
	preview_hear(preview, events, "event: failed\ndata: ragtrail: this is a shallow clone");
	assert_holds(preview_get(preview, "/p/a.html").body, "The report for July 2023");
	assert_int_equal(unlink(sandbox_path(sandbox, "work/.git/shallow")), 0);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-09", "red"));
	preview_hear(preview, events, "event: well\n");
	assert_holds(preview_get(preview, "/p/a.html").body, "The report for September 2023");
	close(events);
}

static void where_there_never_were_pages_that_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "work/.git/shallow", GIT(sandbox, "work", "rev-parse", "HEAD"));
	struct preview *preview = preview_start(sandbox, "work", NULL);
	struct answer answer = preview_get(preview, "/p/a.html");
	assert_int_equal(answer.status, 503);
	assert_holds(answer.body, "this is a shallow clone");
	assert_int_equal(unlink(sandbox_path(sandbox, "work/.git/shallow")), 0);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "red"));
	preview_await(preview, "/p/a.html", "The report for August 2023");
}

static void it_says_why_it_does_not_start(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	const char *port = arena_printf(&sandbox->arena, "%u", preview->port);
	struct outcome outcome = RAGTRAIL(sandbox, "work", "preview", "--port", port);
	assert_outcome(outcome, 2, "",
	               arena_printf(&sandbox->arena,
	                            "ragtrail: the port %s is taken by another program; leave "
	                            "`--port` out, or name another one; 0 is any\n",
	                            port));
	outcome = RAGTRAIL(sandbox, "work", "preview", "-p", "70000");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "`70000` is no port: a number up to 65535");
	outcome = RAGTRAIL(sandbox, "work", "preview", "plans");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "preview takes no argument, but got `plans`");
	outcome = RAGTRAIL(sandbox, NULL, "preview");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "not in a git repository");
	GIT(sandbox, NULL, "clone", "-q", "--bare", "work", "bare.git");
	outcome = RAGTRAIL(sandbox, "bare.git", "preview");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "has no working tree, so nobody writes in it");
}

/* Where it was built without the library of the server. */
static void where_it_is_not_installed_it_says_what_to_install(void **state)
{
	struct sandbox *sandbox = *state;
	struct outcome outcome = command_script(
		sandbox, NULL,
		"mkdir bin && cp \"$RAGTRAIL_BINARY\" bin/ragtrail && bin/ragtrail preview");
	assert_int_equal(outcome.status, 2);
	assert_holds(outcome.errors, "`ragtrail-preview`, which is not installed here");
	assert_holds(outcome.errors, "libmicrohttpd-dev");
}

/* What others read holds nothing of it. */
static void a_rendered_site_has_nothing_of_the_preview(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-07", "geen"));
	assert_int_equal(RAGTRAIL(sandbox, "work", "render", "-o", "../site").status, 0);
	struct outcome outcome = command_script(
		sandbox, "site", "grep -rlE '/-/|<script|class=.(preview|findings)' . || true");
	assert_text(outcome.output, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_update_is_seen_before_it_is_committed),
		sandbox_test(new_documents_and_deleted_ones_are_seen),
		sandbox_test(a_file_that_is_renamed_into_place_is_seen),
		sandbox_test(a_commit_and_another_branch_are_seen),
		sandbox_test(findings_stand_at_their_place),
		sandbox_test(findings_in_fields_stand_beside_them),
		sandbox_test(a_finding_without_a_place_stands_at_the_top),
		sandbox_test(a_welsh_plan_has_a_welsh_frame),
		sandbox_test(the_repository_is_left_as_it_was),
		sandbox_test(what_is_staged_alone_does_not_count),
		sandbox_test(a_sparse_working_tree_deletes_nothing),
		sandbox_test(it_works_before_the_first_commit_and_in_a_linked_tree),
		sandbox_test(without_the_kernel_it_looks_itself),
		sandbox_test(where_no_pages_can_be_made_the_last_ones_stay),
		sandbox_test(where_there_never_were_pages_that_is_said),
		sandbox_test(it_says_why_it_does_not_start),
		sandbox_test(where_it_is_not_installed_it_says_what_to_install),
		sandbox_test(a_rendered_site_has_nothing_of_the_preview),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("preview", tests, NULL, NULL) != 0;
}
