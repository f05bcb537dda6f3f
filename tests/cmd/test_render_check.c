/* ragtrail render --check: what is lost in a site, found without writing one. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "support/overlay.h"
#include "support/terminal.h"
#include "support/told.h"

static struct outcome check(struct sandbox *sandbox)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "--check");
	assert_text(command_script(sandbox, "repository",
	                           "ls -d site .git/ragtrail/site* 2>&1 "
	                           "| grep -v 'No such file'")
	                    .output,
	            "");
	return outcome;
}

static void nothing_is_lost_in_the_plans_of_the_project(void **state)
{
	struct sandbox *sandbox = *state;
	overlay_plans(sandbox, "repository");
	struct outcome outcome = check(sandbox);
	assert_text(outcome.output, "");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.errors, " files of a site checked: 0 errors, 0 warnings\n"));
}

static void nothing_is_lost_in_the_golden_pages(void **state)
{
	struct sandbox *sandbox = *state;
	size_t count = 0;
	for (const char *const *name = source_list(sandbox, "tests/golden"); *name != NULL;
	     name++) {
		const char *told = arena_printf(&sandbox->arena, "tests/golden/%s/history", *name);
		if (!source_is_folder(sandbox, told))
			continue;
		told_history(sandbox, *name, *name);
		struct outcome outcome =
			command_script(sandbox, *name, "ragtrail render --check 2>../errors");
		assert_outcome(outcome, 0, "", "");
		assert_case(strstr(sandbox_read(sandbox, "errors"), " of a site checked: ") != NULL,
		            *name);
		count++;
	}
	assert_true(count >= 5);
}

static void a_link_of_an_author_must_lead_somewhere(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/p/b.md",
	         replaced(
			 sandbox, history_update("b", "2023-07", "amber"), "The steps planned",
			 "[one](gone.html) [two](a.html#nothing) [three](../../../etc/passwd.html)\n"
			 "[four](a.html) [five](a%2ehtml#main) [six](#main) [seven](#b%20c)\n"
			 "[eight](https://example.org/gone) [nine](mailto:a@example.org)\n"
			 "[ten](../index.html?x#main) [eleven](../p/)\nThe steps planned")});
	struct outcome outcome = check(sandbox);
	assert_int_equal(outcome.status, 1);
	static const char *const said[] = {
		"p/b.html: error: the link `gone.html` leads to a file that is not there\n",
		("p/b.html: error: the link `a.html#nothing` leads to a part that p/a.html does not "
	         "have\n"),
		"p/b.html: error: the link `../../../etc/passwd.html` leads out of the site's folder\n",
		"p/b.html: error: the link `#b%20c` leads to a part that the page does not have\n",
	};
	for (size_t i = 0; i < COUNT_OF(said); i++)
		assert_case(strstr(outcome.output, said[i]) != NULL, said[i]);
	static const char *const fine[] = {"`a.html`",    "`a%2ehtml",      "`#main`",
	                                   "example.org", "`../index.html", "`../p/`"};
	for (size_t i = 0; i < COUNT_OF(fine); i++)
		assert_case(strstr(outcome.output, fine[i]) == NULL, fine[i]);
}

static void a_heavy_page_is_a_warning(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	struct buf text = BUF_INIT;
	for (int i = 0; i < 25000; i++)
		buf_text(&text, "& ");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md",
	         replaced(sandbox, history_update("a", "2023-07", "amber"), "The steps planned",
	                  text.bytes)});
	buf_release(&text);
	struct outcome outcome = check(sandbox);
	assert_non_null(strstr(outcome.output, "p/a.html: warning: 1"));
	assert_non_null(strstr(outcome.output, " kB with its style sheet; more than 100 kB is slow "
	                                       "on a phone\n"));
	assert_null(strstr(outcome.output, ": error: "));
	assert_int_equal(outcome.status, 0);
}

static void what_it_takes_is_said(void **state)
{
	struct outcome outcome = RAGTRAIL(*state, NULL, "render", "--check", "-o", "site");
	assert_outcome(outcome, 2, "",
	               "ragtrail: `--check` writes nothing: leave `-o` out; see: ragtrail render "
	               "--help\n");
}

static void the_map_of_the_site_names_each_page(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/p/b.md", history_update("b", "2023-07", "amber")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../plain").status, 0);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site", "--base-url",
	                          "https://example.org/a&b")
	                         .status,
	                 0);
	assert_text(command_script(sandbox, NULL, "diff -r plain site").output,
	            "Only in site: sitemap.xml\n");
	const char *map = sandbox_read(sandbox, "site/sitemap.xml");
	assert_non_null(strstr(map, "<url><loc>https://example.org/a&amp;b/p/a.html</loc>"
	                            "<lastmod>2023-07-03</lastmod></url>\n"));
	assert_non_null(strstr(map, "a&amp;b/p/b.html</loc><lastmod>2023-07-04</lastmod>"));
	assert_text(command_script(sandbox, "site",
	                           "find . -name '*.html' | wc -l; grep -c '<loc>' sitemap.xml")
	                    .output,
	            command_script(sandbox, "site",
	                           "find . -name '*.html' | wc -l; find . -name '*.html' | wc -l")
	                    .output);
	static const char *const wrong[] = {"javascript:alert(1)", "https://", "https://a b",
	                                    "https://a/?q",        "/site",    ""};
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_int_equal(
			RAGTRAIL(sandbox, "repository", "render", "--check", "--base-url", wrong[i])
				.status,
			2);
}

/* One that waits for another takes long. */
static void a_long_render_says_on_a_terminal_how_far_it_is(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	const char *quick = terminal_run(sandbox, "repository", 80,
	                                 "ragtrail render -o ../site 2>\"$TERMINAL\" >../out");
	if (!testing_is_slow())
		assert_text(quick, "");
	const char *held = arena_printf(&sandbox->arena,
	                                "flock .. sh -c ': > ../begun; sleep %s' & until test -e "
	                                "../begun; do sleep 0.05; done; ragtrail render -o ../site",
	                                testing_is_slow() ? "12" : "2.5");
	const char *said = terminal_run(
		sandbox, "repository", 80,
		arena_printf(&sandbox->arena, "%s 2>\"$TERMINAL\" >../out; wait", held));
	const char *waits = strstr(said, "; waiting"), *progress = strstr(said, "ragtrail: 0 of ");
	assert_non_null(waits);
	assert_non_null(progress);
	assert_true(waits < progress);
	assert_non_null(strstr(said, " files"));
	struct outcome outcome = command_script(
		sandbox, "repository",
		arena_printf(&sandbox->arena, "rm ../begun; %s >../out; wait", held));
	assert_null(strstr(outcome.errors, " files"));
	assert_non_null(strstr(outcome.errors, "; waiting"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(nothing_is_lost_in_the_plans_of_the_project),
		sandbox_test(nothing_is_lost_in_the_golden_pages),
		sandbox_test(a_link_of_an_author_must_lead_somewhere),
		sandbox_test(a_heavy_page_is_a_warning),
		sandbox_test(what_it_takes_is_said),
		sandbox_test(the_map_of_the_site_names_each_page),
		sandbox_test(a_long_render_says_on_a_terminal_how_far_it_is),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail render --check", tests, NULL, NULL) != 0;
}
