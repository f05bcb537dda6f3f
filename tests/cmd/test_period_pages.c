/* The pages of periods: the report as it stands, and what was first published of it. */
#include "support/command.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/walking.h"

static struct walk rendered(struct sandbox *sandbox)
{
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	return walk_site(sandbox, "site");
}

static bool is_there(struct sandbox *sandbox, const char *path)
{
	return access(sandbox_path(sandbox, path), F_OK) == 0;
}

static const char *page(struct sandbox *sandbox, const char *name)
{
	return sandbox_read(sandbox, arena_printf(&sandbox->arena, "site/p/%s.html", name));
}

static void each_period_has_a_page_and_neighbours(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b")},
	        {35, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {36, "Ben", "plans/p/b.md", history_update("b", "2023-07/2023-08", "amber")},
	        {98, "Ann", "plans/p/a.md", history_update("a", "2023-09", "red")});
	struct walk walk = rendered(sandbox);
	assert_said_within(&walk, 2, "Highlight report for July 2023",
	                   "After: July to August 2023");
	assert_said_within(&walk, 2, "Highlight report for July to August 2023",
	                   "Before: July 2023", "After: September 2023");
	/* B's report of two months is no report of July, but leads to where July is told. */
	assert_non_null(strstr(page(sandbox, "period-2023-07"),
	                       "These months are part of the report for <a "
	                       "href=\"period-2023-07-to-2023-08.html\">July to August 2023</a>"));
	/* September's page says what it knows of August, and no more of A than stands there. */
	const char *september = page(sandbox, "period-2023-09");
	assert_non_null(strstr(september, "The steps planned for 2023-09 were taken."));
	assert_null(strstr(september, "The steps planned for 2023-07 were taken."));
	assert_non_null(strstr(september, "Every report stands here as it was first published."));
	assert_false(is_there(sandbox, "site/p/period-2023-09-first.html"));
}

/* With more than a year of months the plan's page shows the last twelve, and leads to all. */
static void old_periods_have_a_page_of_their_own(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a ratings")});
	for (int i = 0; i < 12; i++)
		HISTORY(history,
		        {1 + i, "Ann", "plans/p/a.md",
		         history_update("a", arena_printf(&sandbox->arena, "2023-%02d", 1 + i),
		                        "red")});
	struct walk walk = rendered(sandbox);
	(void)walk;
	assert_false(is_there(sandbox, "site/p/ratings.html"));
	HISTORY(history, {20, "Ann", "plans/p/a.md", history_update("a", "2024-01", "green")});
	walk = rendered(sandbox);
	const char *plan = page(sandbox, "index"), *all = page(sandbox, "ratings");
	assert_null(strstr(plan, "period-2023-01.html"));
	assert_non_null(strstr(plan, "period-2023-02.html"));
	assert_non_null(strstr(plan, "<a href=\"ratings.html\">Ratings of every period</a>"));
	assert_non_null(strstr(plan, "These are the latest 12 of 13 periods."));
	assert_non_null(strstr(all, "period-2023-01.html"));
	assert_non_null(strstr(all, "period-2024-01.html"));
	assert_said_within(&walk, 3, "Highlight report for January 2023", "Red");
	/* A workstream of that name has another address. */
	assert_non_null(strstr(all, "<h1>Ratings of every period</h1>"));
}

/* A report of July that is corrected twice, and its text once more. */
static void make_corrected(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *last = history_update_with("a", "2023-07", "red",
	                                       "correction: {reason: Twice counted & worse}\n");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b")},
	        {35, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {36, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {40, "Cy", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {44, "Dee", "plans/p/a.md", last},
	        {45, "Eve", "plans/p/a.md",
	         replaced(sandbox, last, "The steps planned", "All steps planned")},
	        {46, "Eve", "plans/p/a.md",
	         replaced(sandbox, last, "The steps planned", "Many steps planned")});
}

static void what_was_first_published_is_shown_with_what_became_of_it(void **state)
{
	struct sandbox *sandbox = *state;
	make_corrected(sandbox);
	struct walk walk = rendered(sandbox);
	assert_said_within(&walk, 2, "First published as G Green on 5 August 2023 by Ann, commit",
	                   "Re-rated A Amber on 10 August 2023 by Cy, commit",
	                   "; no reason was given",
	                   "Re-rated R Red on 14 August 2023 by Dee, commit",
	                   ", because: Twice counted & worse",
	                   "Text changed 2 times, last on 16 August 2023 by Eve");
	const char *stands = page(sandbox, "period-2023-07");
	const char *first = page(sandbox, "period-2023-07-first");
	assert_non_null(strstr(stands, "Many steps planned for 2023-07"));
	assert_non_null(strstr(stands, "<a href=\"period-2023-07-first.html\">"));
	assert_non_null(strstr(first, "I have read the report for 2023-07 and agree with green."));
	assert_null(strstr(first, "steps planned for 2023-07 were taken.</p>\n<h3>Steps"));
	/* B was never changed, so it is not told again. */
	assert_null(strstr(first, "workstream-b"));
	assert_non_null(strstr(stands, "workstream-b"));
}

static void drafts_are_never_what_was_published(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a")},
	        {35, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-07", "red", "draft: true\n")},
	        {36, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	rendered(sandbox);
	assert_false(is_there(sandbox, "site/p/period-2023-07-first.html"));
	assert_non_null(strstr(page(sandbox, "period-2023-07"),
	                       "Every report stands here as it was first published."));
}

/* What was exempt when it landed was not published then, and is not shown now. */
static void what_was_exempt_at_first_was_not_published(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b")},
	        {35, "Ann", "plans/p/a.md",
	         replaced(sandbox, history_update_with("a", "2023-07", "red", "exempt: true\n"),
	                  "The steps planned", "The hushed steps")},
	        {36, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {37, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {38, "Ben", "plans/p/b.md",
	         history_update_with("b", "2023-07", "red", "exempt: true\n")},
	        {39, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")});
	struct walk walk = rendered(sandbox);
	assert_said_within(&walk, 2, "As first published: July 2023", "First published as A Amber");
	const char *stands = page(sandbox, "period-2023-07");
	assert_null(strstr(stands, "from Red"));
	assert_null(strstr(page(sandbox, "period-2023-07-first"), "workstream-b"));
	const char *found =
		command_script(sandbox, "site", "grep -rl 'hushed steps' . || :").output;
	assert_text(found, "");
}

static void what_was_withdrawn_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b c")},
	        {35, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {35, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {35, "Cy", "plans/p/c.md", history_update("c", "2023-07", "green")},
	        {40, "Dee", "plans/p/b.md", NULL}, {41, "Dee", "plans/p/c.md", NULL},
	        {42, "Cy", "plans/p/c.md", history_update("c", "2023-07", "amber")});
	struct walk walk = rendered(sandbox);
	assert_said_within(&walk, 2, "The report was withdrawn on 10 August 2023 by Dee.");
	assert_said_within(&walk, 2, "First published as G Green on 5 August 2023 by Cy",
	                   "Withdrawn on 11 August 2023 by Dee",
	                   "Re-rated A Amber on 12 August 2023 by Cy");
}

/* Reports of hostile texts, changed once: both pages are well-formed, with ids that differ. */
static void pages_of_hostile_texts_are_well_formed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan = replaced(sandbox, history_plan("a"), "title: A}",
	                            "title: \"<script>&'\\\"</script>\"}");
	plan = replaced(
		sandbox, plan, "organisation:",
		"meetings: [{committee: \"<b>\", date: 2023-08-20, tag: \"../../HEAD~1\"}]\n"
		"concerns: [{id: one, source: \"<i>\", title: \"</h2><script>\"},\n"
		"  {id: one, title: \"\"}]\n"
		"organisation:");
	HISTORY(history, {0, "Ann & 'sons' \"Ltd\"", "plans/p/plan.md", plan},
	        {35, "Ann & 'sons' \"Ltd\"", "plans/p/a.md",
	         history_update_saying("a", "2023-07", "<u>", "<script>alert(1)</script> </p>")},
	        {36, "Ann & 'sons' \"Ltd\"", "plans/p/a.md",
	         history_update_with("a", "2023-07", "green",
	                             "correction: {reason: \"</li><script>\"}\n")});
	rendered(sandbox);
	if (command_script(sandbox, NULL, "command -v xmllint").status != 0)
		sandbox_skip(sandbox);
	assert_text(command_script(sandbox, "site",
	                           "for page in index.html p/*.html; do\n"
	                           "xmllint --noout --nonet $page 2>&1\n"
	                           "grep -c -i '<script' $page | grep -v '^0$'\n"
	                           "grep -o ' id=\"[^\"]*\"' $page | sort | uniq -d\n"
	                           "done")
	                    .output,
	            "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_period_has_a_page_and_neighbours),
		sandbox_test(old_periods_have_a_page_of_their_own),
		sandbox_test(what_was_first_published_is_shown_with_what_became_of_it),
		sandbox_test(drafts_are_never_what_was_published),
		sandbox_test(what_was_exempt_at_first_was_not_published),
		sandbox_test(what_was_withdrawn_is_said),
		sandbox_test(pages_of_hostile_texts_are_well_formed),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("pages of periods", tests, NULL, NULL) != 0;
}
