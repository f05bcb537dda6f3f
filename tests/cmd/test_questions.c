/* What is questioned, as the pages of a site tell it. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define ANSWER                                                                                     \
	"explained:\n"                                                                             \
	"  - {rule: green-past-agreed, reason: \"The board agreed to it, ask ann@example.org\"}\n"

/* Green, and forecast for later than was agreed. */
static const char *late(struct sandbox *sandbox, const char *id, const char *period,
                        const char *extra)
{
	return replaced(sandbox, history_update_with(id, period, "green", extra),
	                "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15");
}

/* What is asked of dates that moved is another test's. */
static const char *usual_plan(void)
{
	return history_plan_with("a b candour",
	                         "severity: {agreed-moved: off, forecast-moved: off}\n");
}

/* In July one question is open; in August the same file has it again, and another's is explained.
 */
static void make_site(struct sandbox *sandbox, const char *plan, const char *extra)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan},
	        {2, "Ann", "plans/p/a.md", late(sandbox, "a", "2023-07", "")},
	        {2, "Ann", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {2, "Ann", "plans/p/candour.md", history_update("candour", "2023-07", "green")},
	        {3, "Ann", "plans/p/a.md", late(sandbox, "a", "2023-08", extra)},
	        {3, "Ann", "plans/p/b.md", late(sandbox, "b", "2023-08", ANSWER)});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
}

/* The text of a page, without its markup and with one blank where there were more. */
static const char *text_of(struct sandbox *sandbox, const char *page)
{
	const char *html = sandbox_read(sandbox, page);
	char *text = arena_new(&sandbox->arena, strlen(html) + 1), *to = text;
	for (const char *at = html; *at != '\0'; at++) {
		if (*at == '<')
			at += strcspn(at, ">");
		else if (strchr(" \t\n", *at) == NULL)
			*to++ = *at;
		else if (to != text && to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	return text;
}

static void assert_says(struct sandbox *sandbox, const char *page, const char *words)
{
	const char *text = text_of(sandbox, page);
	if (strstr(text, words) == NULL)
		fail_msg("%s does not say: %s\n%s", page, words, text);
}

static void assert_keeps_from(struct sandbox *sandbox, const char *page, const char *words)
{
	const char *text = text_of(sandbox, page);
	if (strstr(text, words) != NULL)
		fail_msg("%s says: %s\n%s", page, words, text);
}

static void a_question_stands_beside_the_rating_and_leads_to_its_reasons(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox, usual_plan(), "");
	const char *plan = sandbox_read(sandbox, "site/p/index.html");
	assert_non_null(strstr(plan, "<a class=\"note questioned\" href=\"a.html#questioned\">"
	                             "questioned: 1 reason</a>"));
	assert_non_null(strstr(plan, "<a class=\"note questioned\" href=\"b.html#questioned\">"
	                             "1 question explained</a>"));
	assert_non_null(strstr(plan, "<a href=\"candour.html\">"));
	assert_says(
		sandbox, "site/p/a.html",
		"What is questioned Rated Green, though completion is forecast for 15 May 2024, "
		"45 days later than agreed. green-past-agreed This report (plans/p/a.md, line "
		"9, commit ");
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/a.html"),
	                       "<a href=\"../rules-schedule.html#green-past-agreed\">"));
	/* An answer is shown, and no address of e-mail with it. */
	assert_says(sandbox, "site/p/b.html", "Explained: The board agreed to it, ask ann@…");
}

/* Before the reports themselves, and of that period alone. */
static void the_report_of_a_period_begins_with_what_is_questioned_in_it(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox, usual_plan(), "");
	assert_says(
		sandbox, "site/p/period-2023-08.html",
		"What is questioned 1 question is open about 2 reports; 1 is explained. What is "
		"questioned in this plan, and how that moved A G Green Rated Green, though "
		"completion is forecast for 15 May 2024, 45 days later than agreed. "
		"green-past-agreed A G Green questioned: 1 reason Steady");
	assert_says(sandbox, "site/p/period-2023-07.html",
	            "What is questioned 1 question is open about 3 reports. What");
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/period-2023-08.html"),
	                       "<li><a href=\"#questioned\">What is questioned</a></li>"));
	/* What is explained is told below its report. */
	make_site(sandbox, usual_plan(), ANSWER);
	const char *page = sandbox_read(sandbox, "site/p/period-2023-08.html");
	assert_says(sandbox, "site/p/period-2023-08.html",
	            "What is questioned No question is open about 2 reports; 2 are explained.");
	assert_null(strstr(page, "<ul class=\"questions\">"));
}

static void questions_are_counted_by_period(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox, usual_plan(), "");
	const char *page = "site/p/candour.html";
	assert_says(sandbox, page,
	            "August 2023 1 question is open about 2 reports, as many as in July 2023; 1 is "
	            "explained.");
	assert_says(sandbox, page,
	            "August 2023 2 1 1 0 July 2023 3 1 0 –the first period on record");
	assert_says(sandbox, page,
	            "Rating against dates August 2023 1 and 1 explained July 2023 1");
	/* A workstream of that name has a page of its own. */
	assert_says(sandbox, "site/p/_63andour.html", "The report for July 2023");
}

static void what_is_exempt_is_not_told_by_a_question(void **state)
{
	struct sandbox *sandbox = *state;
	const char *plan = replaced(sandbox, usual_plan(), "{id: a, title: A}",
	                            "{id: a, title: Alpha, exempt: true}");
	make_site(sandbox, plan, "");
	assert_keeps_from(sandbox, "site/p/candour.html", "Alpha");
	assert_says(sandbox, "site/p/candour.html",
	            "August 2023 No question is open about 1 report, as many as in July 2023; 1 is "
	            "explained. Each report");
	assert_says(sandbox, "site/p/candour.html",
	            "Part of this plan is exempt from publication.");
}

static void a_report_that_is_exempt_is_not_questioned_in_public(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox, usual_plan(), "exempt: true\n");
	assert_says(sandbox, "site/p/candour.html",
	            "August 2023 No question is open about 1 report, 1 fewer than in July 2023; 1 "
	            "is explained.");
	assert_says(sandbox, "site/p/candour.html", "August 2023 1 0 1 −1 July 2023");
	assert_keeps_from(sandbox, "site/p/index.html", "questioned: 1 reason");
	assert_says(sandbox, "site/p/period-2023-08.html",
	            "What is questioned No question is open about 1 report; 1 is explained.");
}

static void a_field_is_code_on_pages_and_stays_in_backquotes_as_data(void **state)
{
	static const char extra[] = "milestones:\n"
				    "  - {id: hub, title: The hub opens, status: in-progress}\n"
				    "  - {id: pay, title: Pay is agreed, status: in-progress}\n"
				    "  - {id: law, title: Bylaws are made, status: in-progress}\n";
	struct sandbox *sandbox = *state;
	make_site(sandbox, usual_plan(), extra);
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/a.html"),
	                       " planned next has a day (<code>due</code>), so that none "));
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/index.candour.csv"),
	                       " planned next has a day (`due`), so that none "));
}

static void where_nothing_is_on_record_nothing_is_questioned(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	assert_says(sandbox, "site/p/candour.html",
	            "No report is on record yet, so nothing is questioned.");
	HISTORY(history, {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	assert_says(sandbox, "site/p/candour.html", "What is questioned in July 2023 Nothing.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_question_stands_beside_the_rating_and_leads_to_its_reasons),
		sandbox_test(the_report_of_a_period_begins_with_what_is_questioned_in_it),
		sandbox_test(questions_are_counted_by_period),
		sandbox_test(what_is_exempt_is_not_told_by_a_question),
		sandbox_test(a_report_that_is_exempt_is_not_questioned_in_public),
		sandbox_test(a_field_is_code_on_pages_and_stays_in_backquotes_as_data),
		sandbox_test(where_nothing_is_on_record_nothing_is_questioned),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("questions on pages", tests, NULL, NULL) != 0;
}
