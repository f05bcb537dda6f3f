/* Placeholders in bodies: filled in where a body is shown, and judged where it is written. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define COMPUTED(name) "\n<!-- ragtrail: " name " -->\n"

static const char *with(struct sandbox *sandbox, const char *document, const char *placeholders)
{
	return arena_printf(&sandbox->arena, "%s%s", document, placeholders);
}

/* Two periods: a declines in August, b holds and has milestones, c never reports. */
static void make_plan(struct sandbox *sandbox)
{
	static const char all[] = COMPUTED("sentence") COMPUTED("status-table") COMPUTED("streaks")
		COMPUTED("milestones") COMPUTED("slips");
	static const char milestones[] =
		"milestones:\n"
		"  - {id: one, title: The first, due: 2023-08-31, status: delivered, "
		"delivered_on: 2023-08-30}\n"
		"  - {id: two, title: The <b>second</b>, due: 2023-08-31, status: not-started}\n"
		"  - {id: three, title: The third, status: dropped, reason: No need}\n"
		"next_milestones:\n"
		"  - {id: four, title: The fourth, due: 2023-10-31}\n";
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a-7.md", history_update("a", "2023-07", "green")},
	        {2, "Ann", "plans/p/b-7.md", history_update("b", "2023-07", "green")},
	        {2, "Ann", "plans/p/overview-7.md",
	         with(sandbox, history_overview("2023-07", "green"), all)},
	        {3, "Ann", "plans/p/a-8.md", history_update("a", "2023-08", "green-amber")},
	        {3, "Ann", "plans/p/b-8.md",
	         with(sandbox, history_update_with("b", "2023-08", "green", milestones),
	              COMPUTED("milestones") COMPUTED("slips"))},
	        {3, "Ann", "plans/p/overview.md",
	         with(sandbox, history_overview("2023-08", "green"), all)});
	history_checkout(history);
}

static void assert_shows_part(struct sandbox *sandbox, const char *what, const char *part)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", what);
	assert_int_equal(outcome.status, 0);
	if (strstr(outcome.output, part) == NULL)
		assert_text(outcome.output, part);
}

static void an_overview_says_what_the_record_says(void **state)
{
	make_plan(*state);
	assert_shows_part(
		*state, "overview",
		"  The programme as a whole is green for 2023-08.\n"
		"\n"
		"  None improved, 1 steady, 1 declined, 1 without a report; 1 of 3 Green, for a\n"
		"  second period.\n"
		"\n"
		"  Workstream  This period  Last period     Change     Held for\n"
		"  A           Green/Amber  Green           declined   1 period\n"
		"  B           Green        Green           steady     2 periods\n"
		"  C           no report    none on record  no report  –\n"
		"\n"
		"  Green for a second period: B\n"
		"\n"
		"  Workstream  Delivered  Open       Set aside  Planned next\n"
		"  A           0          0          0          0\n"
		"  B           1          1          1          1\n"
		"  C           no report  no report  no report  no report\n"
		"\n"
		"  Workstream  Agreed       Forecast     Forecast is\n"
		"  A           31 Mar 2025  31 Mar 2025  as agreed\n"
		"  B           31 Mar 2025  31 Mar 2025  as agreed\n"
		"  C           no report    no report    no report\n");
}

/* What came later changes nothing of what an overview said. */
static void an_earlier_overview_speaks_of_its_own_period(void **state)
{
	make_plan(*state);
	assert_shows_part(*state, "overview@2023-07",
	                  "  2 new, 1 without a report; 2 of 3 Green.\n"
	                  "\n"
	                  "  Workstream  This period  Last period     Change     Held for\n"
	                  "  A           Green        none on record  new        1 period\n"
	                  "  B           Green        none on record  new        1 period\n"
	                  "  C           no report    none on record  no report  –\n"
	                  "\n"
	                  "  No rating has been held for a second period.\n");
}

/* "Last period" is not the one before for A, which nobody reported on; for B it is. */
static void a_last_report_before_a_gap_is_dated(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {3, "Ann", "plans/p/b.md", history_update("b", "2023-08", "green")},
	        {4, "Ann", "plans/p/b.md", history_update("b", "2023-09", "green")},
	        {4, "Ann", "plans/p/a.md", history_update("a", "2023-09", "red")},
	        {4, "Ann", "plans/p/overview.md",
	         with(sandbox, history_overview("2023-09", "green"), COMPUTED("status-table"))});
	history_checkout(history);
	assert_shows_part(
		sandbox, "overview",
		"  Workstream  This period  Last period  Change                   Held for\n"
		"  A           Red          Green        declined since Jul 2023  1 period\n"
		"  B           Green        Green        steady                   2 periods\n");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "trend");
	assert_non_null(
		strstr(outcome.output,
	               "\n\nA: the last report before this period is that of July 2023\n\n"));
	assert_null(strstr(outcome.output, "B: the last"));
}

static void an_update_lists_its_own(void **state)
{
	make_plan(*state);
	assert_shows_part(*state, "b",
	                  "  The first: delivered, 30 August 2023\n"
	                  "  The <b>second</b>: not started, due 31 August 2023\n"
	                  "  The third: dropped\n"
	                  "  The fourth: planned next, due 31 October 2023\n"
	                  "\n"
	                  "  Workstream  Agreed       Forecast     Forecast is\n"
	                  "  B           31 Mar 2025  31 Mar 2025  as agreed\n");
	struct outcome outcome = RAGTRAIL(*state, "repository", "show", "b", "--format", "json");
	assert_non_null(
		strstr(outcome.output, "\\n\\nThe first: delivered, 30 August 2023\\nThe "));
}

static void pages_are_filled_in_and_stay_safe(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	const char *plan = sandbox_read(sandbox, "site/p/index.html");
	assert_non_null(strstr(plan,
	                       "<p>None improved, 1 steady, 1 declined, 1 without a report; 1 "
	                       "of 3 Green, for a second period.</p>"));
	assert_non_null(strstr(plan, "<caption>Ratings for August 2023</caption>"));
	assert_null(strstr(plan, "ragtrail: sentence"));
	const char *page = sandbox_read(sandbox, "site/p/b.html");
	assert_non_null(strstr(page,
	                       "<li>The &lt;b&gt;second&lt;/b&gt;: not started, due 31 August "
	                       "2023</li>"));
}

/* The rule, and what is none of its business. */
static void an_unknown_name_is_an_error(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_checkout(history);
	sandbox_write(sandbox, "repository/plans/p/overview.md",
	              with(sandbox, history_overview("2023-07", "green"),
	                   "\n<!-- ragtrail: sentences -->\n\n<!--ragtrail:nothing-->\n"
	                   "\n<!-- a remark of ragtrail: sentences -->\n"
	                   "\n- <!-- ragtrail: in-a-list -->\n"
	                   "\n<!-- ragtrail: slips -->\n\nsee <!-- ragtrail: inline -->\n"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q"), 1,
	               "plans/p/overview.md:11:1: error: there is no placeholder `sentences`; did "
	               "you mean `sentence`? [placeholder-unknown]\n"
	               "plans/p/overview.md:13:1: error: there is no placeholder `nothing`; see: "
	               "ragtrail explain placeholder-unknown [placeholder-unknown]\n",
	               "");
}

/* A section in which nothing but a placeholder stands is not empty. */
static void a_section_may_be_computed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_checkout(history);
	const char *update = replaced(sandbox, history_update("a", "2023-07", "green"),
	                              "The steps planned for 2023-07 were taken.",
	                              "<!-- ragtrail: milestones -->");
	sandbox_write(sandbox, "repository/plans/p/a.md", update);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "check", "-q").status, 0);
	sandbox_write(sandbox, "repository/plans/p/a.md",
	              replaced(sandbox, update, "ragtrail: milestones", "nothing"));
	assert_int_equal(RAGTRAIL(sandbox, "repository", "check", "-q").status, 1);
}

static void the_markdown_report_has_them_too(void **state)
{
	static const char part[] =
		"\nNone improved, 1 steady, 1 declined, 1 without a report; 1 of 3 Green, for a "
		"second period.\n\n"
		"| Workstream | This period | Last period | Change | Held for |\n"
		"| --- | --- | --- | --- | --- |\n"
		"| A | Green/Amber | Green | declined | 1 period |\n";
	make_plan(*state);
	struct outcome outcome =
		RAGTRAIL(*state, "repository", "report", "p", "2023-08", "--format=markdown");
	if (strstr(outcome.output, part) == NULL)
		assert_text(outcome.output, part);
	/* Of an earlier period as if nothing later were on record. */
	outcome = RAGTRAIL(*state, "repository", "report", "p", "2023-07", "--format=markdown");
	assert_non_null(strstr(outcome.output, "\n2 new, 1 without a report; 2 of 3 Green.\n"));
	assert_null(strstr(outcome.output, "declined"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_overview_says_what_the_record_says),
		sandbox_test(an_earlier_overview_speaks_of_its_own_period),
		sandbox_test(a_last_report_before_a_gap_is_dated),
		sandbox_test(an_update_lists_its_own),
		sandbox_test(pages_are_filled_in_and_stay_safe),
		sandbox_test(an_unknown_name_is_an_error),
		sandbox_test(a_section_may_be_computed),
		sandbox_test(the_markdown_report_has_them_too),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("placeholders", tests, NULL, NULL) != 0;
}
