/* What changed from one reading to the next, and the entries of a history. */
#include "support/changing.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "support/recording.h"

/* A plan `better` of three workstreams, and reports of `a` with EXTRA lines, a month each. */
static struct history *make_reports(struct sandbox *sandbox, const char *const *extras)
{
	static const char *const periods[] = {"2023-07", "2023-08", "2023-09", "2023-10"};
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b c")});
	for (int i = 0; extras[i] != NULL; i++)
		HISTORY(history, {i + 2, "Ann", "plans/better/a.md",
		                  history_update_with("a", periods[i], "green", extras[i])});
	return history;
}

static const char *changes_of(struct sandbox *sandbox, const char *first, const char *second)
{
	const char *const extras[] = {first, second, NULL};
	const char *text = entries_text(make_reports(sandbox, extras), "a", 1);
	const char *behind = "#2 better/a 2023-08\n  rating-steady [Green > Green]\n";
	assert_true(strncmp(text, behind, strlen(behind)) == 0);
	return text + strlen(behind);
}

static void a_milestone_has_its_events(void **state)
{
	static const struct {
		const char *name, *before, *now, *changes;
	} rows[] = {
		{"delivered", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: m, title: M, status: delivered}\n", "  milestone-delivered m\n"},
		{"delivered already", "  - {id: m, title: M, status: delivered}\n",
	         "  - {id: m, title: M, status: delivered}\n", ""},
		{"no longer delivered", "  - {id: m, title: M, status: delivered}\n",
	         "  - {id: m, title: M, status: in-progress}\n", "  milestone-reopened m\n"},
		{"dropped", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: m, title: M, status: dropped, reason: no money}\n",
	         "  milestone-dropped m because no money\n"},
		{"carried over again", "  - {id: m, title: M, status: carried}\n",
	         "  - {id: m, title: M, status: carried, reason: late}\n",
	         "  milestone-carried m because late\n"},
		{"split", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: m, title: M, status: split, into: [n]}\n"
	         "  - {id: n, title: N, status: not-started}\n",
	         "  milestone-split m\n  milestone-new n\n"},
		{"merged", "  - {id: m, title: M, status: not-started}\n",
	         "  - {id: m, title: M, status: merged}\n", "  milestone-merged m\n"},
		{"missed", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: m, title: M, status: missed}\n", "  milestone-missed m\n"},
		{"due later", "  - {id: m, title: M, due: 2023-08-31, status: in-progress}\n",
	         "  - {id: m, title: M, due: 2023-10-01, status: in-progress}\n",
	         "  milestone-due-moved m +31 days\n"},
		{"due earlier", "  - {id: m, title: M, due: 2023-08-31, status: in-progress}\n",
	         "  - {id: m, title: M, due: 2023-08-30, status: in-progress}\n",
	         "  milestone-due-moved m -1 days\n"},
		{"a date given for the first time", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: m, title: M, due: 2023-08-30, status: in-progress}\n", ""},
		{"gone unfinished", "  - {id: m, title: M, status: in-progress}\n",
	         "  - {id: n, title: N, status: in-progress}\n",
	         "  milestone-new n\n  milestone-gone m\n"},
		{"gone when delivered", "  - {id: m, title: M, status: delivered}\n",
	         "  - {id: n, title: N, status: in-progress}\n", "  milestone-new n\n"},
		{"another order and other blanks",
	         "  - {id: m, title: M, status: in-progress}\n"
	         "  - {id: n, title: N, status: in-progress}\n",
	         "  - {id: n, title:   'N', status: in-progress}\n"
	         "  - {status: in-progress, id: m, title: Another title}\n",
	         ""},
		{"without an id, by its title", "  - {title: M, status: in-progress}\n",
	         "  - {title: M, status: missed}\n", "  milestone-missed\n"},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct sandbox *inner = sandbox;
		const char *first =
			arena_printf(&sandbox->arena, "milestones:\n%s", rows[i].before);
		const char *second = arena_printf(&sandbox->arena, "milestones:\n%s", rows[i].now);
		const char *const extras[] = {first, second, NULL};
		struct history *history =
			history_new(inner, arena_printf(&sandbox->arena, "repository-%zu", i));
		HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
		        {2, "Ann", "plans/better/a.md",
		         history_update_with("a", "2023-07", "green", extras[0])},
		        {3, "Ann", "plans/better/a.md",
		         history_update_with("a", "2023-08", "green", extras[1])});
		const char *text = entries_text(history, "a", 1);
		const char *expected = arena_printf(
			&sandbox->arena, "#2 better/a 2023-08\n  rating-steady [Green > Green]\n%s",
			rows[i].changes);
		assert_case(strcmp(text, expected) == 0,
		            arena_printf(&sandbox->arena, "%s: %s", rows[i].name, text));
	}
}

/* Planned last month, reported on now: it is neither new nor gone. */
static void what_was_planned_is_followed_into_the_report(void **state)
{
	assert_text(
		changes_of(*state, "next_milestones:\n  - {id: m, title: M, due: 2023-08-31}\n",
	                   "milestones:\n  - {id: m, title: M, due: 2023-08-31, status: carried}\n"
	                   "next_milestones:\n  - {id: m, title: M, due: 2023-09-30}\n"),
		"  milestone-carried m\n"
		"  milestone-due-moved m +30 days\n");
}

static void a_risk_has_its_events(void **state)
{
	assert_text(changes_of(*state,
	                       "risks:\n"
	                       "  - {id: stays, risk: R, mitigation: M}\n"
	                       "  - {id: closes, risk: R, mitigation: M}\n"
	                       "  - {id: vanishes, risk: R, mitigation: M}\n"
	                       "  - {id: was-closed, risk: R, mitigation: M, status: closed}\n",
	                       "risks:\n"
	                       "  - {id: opens, risk: R, mitigation: M}\n"
	                       "  - {id: stays, risk: Other words, mitigation: M}\n"
	                       "  - {id: closes, risk: R, mitigation: M, status: closed, reason: "
	                       "it passed}\n"),
	            "  risk-opened opens\n"
	            "  risk-closed closes because it passed\n"
	            "  risk-gone vanishes\n");
}

static void a_first_report_tells_what_was_done_but_not_what_is_new(void **state)
{
	const char *const extras[] = {"milestones:\n"
	                              "  - {id: m, title: M, status: delivered}\n"
	                              "  - {id: n, title: N, status: in-progress}\n"
	                              "risks:\n"
	                              "  - {id: r, risk: R, mitigation: M}\n",
	                              NULL};
	assert_text(entries_text(make_reports(*state, extras), NULL, 0),
	            "#1 better/a 2023-07\n"
	            "  rating-first [- > Green]\n"
	            "  milestone-delivered m\n");
}

/* A paper that gives a rating alone does not say that everything else is new, or gone. */
static void what_was_not_transcribed_says_nothing(void **state)
{
	struct history *history = history_new(*state, "repository");
	static const char imported[] = "---\nworkstream: a\nperiod: 2023-06\nrag: red\n"
				       "imported: {source: a paper}\n---\n";
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md", imported},
	        {3, "Ann", "plans/better/a.md",
	         history_update_with("a", "2023-07", "green",
	                             "milestones:\n  - {id: m, title: M, status: in-progress}\n"
	                             "risks:\n  - {id: r, risk: R, mitigation: M}\n")},
	        {4, "Ann", "plans/better/b.md",
	         "---\nworkstream: a\nperiod: 2023-08\nrag: red\n"
	         "imported: {source: a paper}\n---\n"});
	assert_text(entries_text(history, "better", 0), "#3 better/a 2023-08\n"
	                                                "  rating-declined [Green > Red]\n"
	                                                "#2 better/a 2023-07\n"
	                                                "  rating-improved [Red > Green]\n"
	                                                "#1 better/a 2023-06\n"
	                                                "  rating-first [- > Red]\n");
}

static const char *with_dates(struct sandbox *sandbox, const char *period, const char *sponsor,
                              const char *agreed, const char *forecast, const char *extra)
{
	return arena_printf(&sandbox->arena,
	                    "---\nworkstream: a\nperiod: %s\nrag: green\nsponsor: %s\n"
	                    "managers: [M]\nagreed_completion: %s\nforecast_completion: %s\n"
	                    "completed_by: M\ncompleted_on: 2023-09-01\n%s---\n",
	                    period, sponsor, agreed, forecast, extra);
}

static void sponsors_and_dates_are_compared(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md",
	         with_dates(sandbox, "2023-07", "Sam", "2024-03-31", "2024-03-31", "")},
	        {3, "Ann", "plans/better/a.md",
	         with_dates(sandbox, "2023-08", "Sue", "2024-03-31", "2024-04-30", "")},
	        {4, "Ann", "plans/better/a.md",
	         with_dates(sandbox, "2023-08", "Sue", "2024-04-30", "2024-04-30",
	                    "agreed_change: {by: Board, on: 2023-09-05, ref: item 4}\n")},
	        {5, "Ann", "plans/better/a.md",
	         with_dates(sandbox, "2023-08", "Sue", "2024-04-30", "2024-04-29",
	                    "agreed_change: {by: Board, on: 2023-09-05, ref: item 4}\n")});
	assert_text(entries_text(history, "a", 3), "#4 better/a 2023-08\n"
	                                           "  forecast-moved -1 days\n"
	                                           "#3 better/a 2023-08\n"
	                                           "  agreed-moved +30 days by Board\n"
	                                           "#2 better/a 2023-08\n"
	                                           "  rating-steady [Green > Green]\n"
	                                           "  sponsor-changed [Sam > Sue]\n"
	                                           "  forecast-moved +30 days\n");
}

/* A period is compared with the one before as it stood then, not as it stands now. */
static void a_rerating_does_not_rewrite_what_came_after(void **state)
{
	struct history *history = history_new(*state, "repository");
	const char *correction = "correction: {reason: the board asked, raised_by: Board}\n";
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/better/a-7.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/better/a-8.md", history_update("a", "2023-08", "green")},
	        {4, "Ben", "plans/better/a-7.md",
	         history_update_with("a", "2023-07", "red", correction)},
	        {5, "Ben", "plans/better/a-7.md",
	         history_update_saying("a", "2023-07", "red", "Only prose.")},
	        {6, "Dora", "plans/better/overview.md", history_overview("2023-08", "amber")},
	        {7, "Dora", "plans/better/overview.md", history_overview("2023-08", "green")});
	assert_text(entries_text(history, NULL, 0), "#6 better/overview 2023-08\n"
	                                            "  re-rated [Amber > Green]\n"
	                                            "#5 better/overview 2023-08\n"
	                                            "  rating-first [- > Amber]\n"
	                                            "#3 better/a 2023-07\n"
	                                            "  re-rated [Amber > Red] because the board "
	                                            "asked by Board\n"
	                                            "#2 better/a 2023-08\n"
	                                            "  rating-improved [Amber > Green]\n"
	                                            "#1 better/a 2023-07\n"
	                                            "  rating-first [- > Amber]\n");
	assert_text(entries_text(history, "overview", 1), "#6 better/overview 2023-08\n"
	                                                  "  re-rated [Amber > Green]\n");
}

/* Entries of one landing stand together, in the plan's order. */
static void landings_are_told_newest_first(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("b a")},
	        {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "amber")},
	        {0, NULL, "plans/better/b.md", history_update("b", "2023-07", "good")},
	        {3, "Ann", "plans/better/a.md", history_update("a", "2023-08", "red")});
	assert_text(entries_text(history, NULL, 0), "#2 better/a 2023-08\n"
	                                            "  rating-declined [Amber > Red]\n"
	                                            "#1 better/b 2023-07\n"
	                                            "  rating-first [- > good]\n"
	                                            "#1 better/a 2023-07\n"
	                                            "  rating-first [- > Amber]\n");
}

/* A withdrawal is an entry of its own; what comes back says so. */
static void withdrawals_and_returns_are_told(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a")},
	        {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/better/a.md", NULL},
	        {4, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")});
	assert_text(entries_text(history, NULL, 0), "#3 better/a 2023-07\n"
	                                            "  returned [- > Green]\n"
	                                            "  re-rated [Amber > Green]\n"
	                                            "#2 better/a 2023-07\n"
	                                            "  withdrawn [Amber > -]\n"
	                                            "#1 better/a 2023-07\n"
	                                            "  rating-first [- > Amber]\n");
}

static void what_did_not_land_is_told_as_drafts(void **state)
{
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/better/plan.md", history_plan("a b")});
	history_branch(history, "work");
	HISTORY(history, {2, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")},
	        {3, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")},
	        {4, "Ben", "plans/better/a.md", history_update("a", "2023-07", "amber")},
	        {5, "Ben", "plans/better/a.md", history_update("a", "2023-07", "red")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 6, "Office", "work", {0});
	HISTORY(history, {7, "Ann", "plans/better/b.md",
	                  history_update_with("b", "2023-07", "green", "draft: true\n")});
	assert_text(entries_text(history, NULL, 0), "#2 better/b 2023-07\n"
	                                            "  draft [- > Green]\n"
	                                            "#1 better/a 2023-07\n"
	                                            "  rating-first [- > Red]\n"
	                                            "  before-landing [- > Green]\n"
	                                            "  before-landing [- > Amber]\n");
}

static void names_are_found(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	static const struct {
		const char *name, *found, *what, *hint;
	} rows[] = {
		{"a", "better/a", NULL, NULL},
		{"better/a", "better/a", NULL, NULL},
		{"B", NULL, "`B` is a workstream of several plans",
	         "write `better/B` or `other/B`"},
		{"other/b", "other/b", NULL, NULL},
		{"Other/B", NULL, "there is no workstream or plan `Other/B` on record", NULL},
		{"other/B", "other/b", NULL, NULL},
		{"the a team", "better/a", NULL, NULL},
		{"other/overview", "other/overview", NULL, NULL},
		{"overview", NULL, "`overview` is a workstream of several plans",
	         "write `better/overview` or `other/overview`"},
		{"other", "other/b other/overview", NULL, NULL},
		{"othr", NULL, "there is no workstream or plan `othr` on record",
	         "did you mean `other`?"},
		{"other/overvew", NULL, "there is no workstream or plan `overvew` on record",
	         "did you mean `overview`?"},
		{"", NULL, "there is no workstream or plan `` on record",
	         "`ragtrail trend` shows what there is"},
	};
	HISTORY(history,
	        {1, "Ann", "plans/better/plan.md",
	         history_plan_with("b", "  - {id: a, title: A, also: [The A Team]}\n")},
	        {2, "Ann", "plans/other/plan.md", history_plan("b")});
	const struct record *record = recorded(history, "HEAD");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct subjects subjects = {0};
		struct error error = ERROR_INIT;
		struct buf text = BUF_INIT;
		int result = subjects_named(&subjects, record, rows[i].name, &error);
		for (size_t j = 0; j < subjects.count; j++)
			buf_printf(&text, "%s%s/%s", j == 0 ? "" : " ", subjects.items[j].plan->id,
			           subjects.items[j].series->id);
		assert_case(result == (rows[i].found != NULL ? 0 : -1), rows[i].name);
		assert_text(text.bytes, rows[i].found != NULL ? rows[i].found : "");
		assert_text(error.what, rows[i].what != NULL ? rows[i].what : "");
		if (rows[i].hint != NULL)
			assert_text(error.hint, rows[i].hint);
		buf_release(&text);
		subjects_release(&subjects);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_milestone_has_its_events),
		sandbox_test(what_was_planned_is_followed_into_the_report),
		sandbox_test(a_risk_has_its_events),
		sandbox_test(a_first_report_tells_what_was_done_but_not_what_is_new),
		sandbox_test(what_was_not_transcribed_says_nothing),
		sandbox_test(sponsors_and_dates_are_compared),
		sandbox_test(a_rerating_does_not_rewrite_what_came_after),
		sandbox_test(landings_are_told_newest_first),
		sandbox_test(withdrawals_and_returns_are_told),
		sandbox_test(what_did_not_land_is_told_as_drafts),
		sandbox_test(names_are_found),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("changes and entries", tests, NULL, NULL) != 0;
}
