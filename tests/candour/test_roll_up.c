/* How the ratings add up, and what an overview leaves out. */
#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/saying.h"

#define PLAN "plans/better/plan.md"
#define OVERVIEW "plans/better/overview.md"

enum { WORKSTREAMS = 5 };

static const char *const ids[WORKSTREAMS] = {"governance", "homes", "procurement", "workforce",
                                             "data-quality"};

static const char *const levels_of_three =
	"scale:\n  levels:\n"
	"    - {id: green, label: Green, short: G, meaning: Well}\n"
	"    - {id: amber, label: Amber, short: A, meaning: Not so well}\n"
	"    - {id: red, label: Red, short: R, meaning: Badly}\n";

/* The folder of one case; its plan has the five workstreams and EXTRA. */
static void write_plan(struct sandbox *sandbox, const char *extra)
{
	const char *text =
		history_plan_with("governance homes procurement workforce data-quality", extra);
	text = replaced(sandbox, text, "title: Governance",
	                "title: Governance and decision making, also: [Decisions]");
	sandbox_write(sandbox, "repo/" PLAN, text);
}

/* Writes the updates of July: a rating for each workstream, "-" for none. */
static void write_updates(struct sandbox *sandbox, const char *ratings)
{
	char *copy = arena_text(&sandbox->arena, ratings, strlen(ratings)), *rest = NULL;
	char *rating = strtok_r(copy, " ", &rest);
	for (size_t i = 0; i < WORKSTREAMS && rating != NULL; i++) {
		const char *path = arena_printf(&sandbox->arena, "repo/plans/better/%s.md", ids[i]);
		sandbox_write(sandbox, path,
		              strcmp(rating, "-") == 0
		                      ? "---\nworkstream: nothing\nperiod: 2023-07\n---\n"
		                      : history_update(ids[i], "2023-07", rating));
		rating = strtok_r(NULL, " ", &rest);
	}
}

static void write_overview(struct sandbox *sandbox, const char *rating, const char *words)
{
	sandbox_write(sandbox, "repo/" OVERVIEW,
	              replaced(sandbox, history_overview("2023-07", rating), "The programme",
	                       arena_printf(&sandbox->arena, "%s The programme", words)));
}

/* --- roll-up-better --- */

static void an_overall_rating_better_than_the_rule_is_found(void **state)
{
	static const struct {
		const char *rule, *ratings, *overall, *found; /* a part of it; NULL: nothing */
	} rows[] = {
		{"worst", "green green amber green green", "green",
	         "the programme is rated Green, but the plan's rule is that of the worst workstream, "
	         "which is Amber ["},
		{"worst", "green green amber green green", "amber", NULL},
		{"worst", "green green amber green green", "red", NULL},
		{"worst", "green - amber - green", "green",
	         "which is Amber; 2 workstreams have no rating to count, which changes nothing"},
		{"worst", "green - green green green", "green", NULL},
		{"worst", "- - - - -", "green", NULL},
		{"share 60%", "green green amber amber green", "green", NULL},
		{"share 60%", "green green amber amber red", "green",
	         "the best level that at least 60% of the workstreams have or better, and that is "
	         "Amber at best (2 of 5 have Green or better)"},
		{"share 60%", "green green green-amber amber red", "green-amber", NULL},
		{"share 100%", "green green green green amber", "green", "that is Amber at best"},
		/* What is not known may be Green. */
		{"share 60%", "green green - amber amber", "green", NULL},
		{"share 60%", "green amber - amber amber", "green",
	         "one workstream has no rating to count, which changes nothing"},
		{"stated", "green amber amber amber red", "green", NULL},
		{"stated", "amber amber amber green-amber red", "green",
	         "rated Green, better than every workstream: the best of them is Green/Amber"},
		{"stated", "amber amber - amber red", "green", NULL},
		{"", "amber amber amber amber red", "green",
	         "better than every workstream: the best of them is Amber"},
		{"worst", "green green gold green green", "green", NULL},
	};
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		write_plan(sandbox,
		           rows[i].rule[0] == '\0'
		                   ? ""
		                   : arena_printf(&sandbox->arena, "roll_up: %s\n", rows[i].rule));
		write_updates(sandbox, rows[i].ratings);
		write_overview(sandbox, rows[i].overall, "");
		const char *text = saying_found(sandbox, "roll-up-better", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("%s, %s, %s: %s", rows[i].rule, rows[i].ratings, rows[i].overall,
			         text);
	}
}

static void a_better_rating_points_to_the_worse_ones_and_the_rule(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	write_plan(sandbox, "roll_up: worst\n");
	write_updates(sandbox, "green amber green red green");
	write_overview(sandbox, "green", "");
	assert_text(saying_found(sandbox, "roll-up-better", false), OVERVIEW
	            ":4:6: warning: the programme is rated Green, but the plan's rule is that "
	            "of the worst workstream, which is Red [roll-up-better]\n"
	            "    see plans/better/homes.md:4 (July 2023): Homes is rated Amber\n"
	            "    see plans/better/workforce.md:4 (July 2023): Workforce is rated Red\n"
	            "    see plans/better/plan.md:14: the plan's rule: worst\n");
	/* A reason answers it. */
	sandbox_write(sandbox, "repo/" OVERVIEW,
	              replaced(sandbox, sandbox_read(sandbox, "repo/" OVERVIEW),
	                       "director:", "roll_up_reason: Both are small.\ndirector:"));
	assert_text(saying_found(sandbox, "roll-up-better", false), "");
}

static void a_workstream_that_has_not_begun_does_not_count(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	write_plan(sandbox, "roll_up: stated\n");
	const char *text = sandbox_read(sandbox, "repo/" PLAN);
	sandbox_write(sandbox, "repo/" PLAN,
	              replaced(sandbox, text, "title: Homes", "title: Homes, starts: 2023-08-01"));
	write_updates(sandbox, "amber - amber amber amber");
	write_overview(sandbox, "green", "");
	assert_non_null(strstr(saying_found(sandbox, "roll-up-better", false),
	                       "better than every workstream"));
	sandbox_write(sandbox, "repo/" PLAN,
	              replaced(sandbox, text, "title: Homes", "title: Homes, starts: 2023-07-31"));
	assert_text(saying_found(sandbox, "roll-up-better", false), "");
}

/* --- roll-up-unsaid --- */

static void how_ratings_add_up_is_asked_where_nobody_says_it(void **state)
{
	static const struct {
		const char *plan, *ratings, *overall;
		bool found;
	} rows[] = {
		{"", "green green-amber green-amber green green", "green", true},
		{"", "green amber red green green", "green-amber", true},
		{"", "green green-amber - - green-amber", "green", true},
		{"", "green green-amber green green green", "green", false},
		{"", "green green-amber green-amber green green", "green-amber", false},
		{"roll_up: stated\n", "green green-amber green-amber green green", "green", false},
		{"roll_up: share 60%\n", "green green-amber green-amber green green", "green",
	         false},
		/* Better than every one of them is said already. */
		{"", "amber amber amber amber red", "green", false},
		{"", "- - - - -", "green", false},
	};
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		write_plan(sandbox, rows[i].plan);
		write_updates(sandbox, rows[i].ratings);
		write_overview(sandbox, rows[i].overall, "");
		const char *text = saying_found(sandbox, "roll-up-unsaid", false);
		if ((*text != '\0') != rows[i].found)
			fail_msg("%s %s, %s: %s", rows[i].plan, rows[i].ratings, rows[i].overall,
			         text);
	}
	write_plan(sandbox, "");
	write_updates(sandbox, "green green amber red green");
	write_overview(sandbox, "green", "");
	assert_text(
		saying_found(sandbox, "roll-up-unsaid", false), OVERVIEW
		":4:6: warning: the programme is rated Green, 2 of 5 workstreams are rated "
		"worse, and neither `roll_up` in plan.md nor `roll_up_reason` here says how it "
		"follows from theirs [roll-up-unsaid]\n"
		"    see plans/better/procurement.md:4 (July 2023): Procurement is rated Amber\n"
		"    see plans/better/workforce.md:4 (July 2023): Workforce is rated Red\n");
	sandbox_write(sandbox, "repo/" OVERVIEW,
	              replaced(sandbox, sandbox_read(sandbox, "repo/" OVERVIEW),
	                       "director:", "roll_up_reason: Both are small.\ndirector:"));
	assert_text(saying_found(sandbox, "roll-up-unsaid", false), "");
}

/* --- bad-news-left-out --- */

static void bad_news_that_is_left_out_is_found(void **state)
{
	static const struct {
		const char *ratings, *words, *found;
	} rows[] = {
		{"green amber green green red", "Good work was done.",
	         "the overview says nothing of bad news from Homes (Amber), Data quality (Red) ["},
		{"green amber green green red", "Homes need attention.",
	         "the overview says nothing of bad news from Data quality (Red) ["},
		{"green amber green green red", "Homes and data quality need attention.", NULL},
		{"green amber green green green", "The new homes' programme needs attention.",
	         NULL},
		{"green green green green amber", "The data-quality workstream needs attention.",
	         NULL},
		{"amber green green green green", "Decisions are slow.", NULL},
		{"amber green green green green", "The governance of it is late.", NULL},
		{"amber green green green green", "The council's Governors met.",
	         "bad news from Governance and decision making (Amber) ["},
		{"green green green green-amber green", "Good work was done.", NULL},
		{"green green green amber-red green", "> Workforce is late.\n\nSo they say.",
	         "bad news from Workforce (Amber/Red) ["},
		{"green green green amber-red green", "Good.\n\n### Workforce\n\nIt is late.\n\n",
	         NULL},
		{"green green green gold green", "Good work was done.", NULL},
		{"- - - - -", "Good work was done.", NULL},
	};
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	write_plan(sandbox, "");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		write_updates(sandbox, rows[i].ratings);
		write_overview(sandbox, "green", rows[i].words);
		const char *text = saying_found(sandbox, "bad-news-left-out", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("%s: `%s`: %s", rows[i].ratings, rows[i].words, text);
	}
}

/* "Green" is a rating and no mention of the parks, nor are data from partners of the data. */
static void words_that_mean_something_else_are_no_mention(void **state)
{
	static const struct {
		const char *words, *found;
	} rows[] = {
		{"Homes is Green/Amber.",
	         "bad news from Green spaces (Amber), Data and insight (Red) ["},
		{"In Homes data from partners came late, and the parks were mown.",
	         "bad news from Green spaces (Amber), Data and insight (Red) ["},
		{"Spaces are late. Homes and data are late.", NULL},
		{"Open spaces are late. The data workstream is late, and so is Homes.", NULL},
		{"Open spaces are late. Data from partners came late.", NULL},
	};
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	const char *text = history_plan("homes green-spaces data");
	text = replaced(sandbox, text, "title: Data", "title: Data and insight");
	sandbox_write(sandbox, "repo/" PLAN, text);
	sandbox_write(sandbox, "repo/plans/better/green-spaces.md",
	              history_update("green-spaces", "2023-07", "amber"));
	sandbox_write(sandbox, "repo/plans/better/data.md",
	              history_update("data", "2023-07", "red"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		write_overview(sandbox, "green", rows[i].words);
		const char *told = saying_found(sandbox, "bad-news-left-out", false);
		if (rows[i].found == NULL ? *told != '\0' : strstr(told, rows[i].found) == NULL)
			fail_msg("`%s`: %s", rows[i].words, told);
	}
}

/* Each overview speaks of itself, of members, of risks: no workstream is named by that. */
static void common_words_of_overviews_are_no_mention(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	const char *text = history_plan("homes scrutiny learning");
	text = replaced(sandbox, text, "title: Scrutiny", "title: Overview and scrutiny");
	text = replaced(sandbox, text, "title: Learning", "title: Member development");
	sandbox_write(sandbox, "repo/" PLAN, text);
	sandbox_write(sandbox, "repo/plans/better/scrutiny.md",
	              history_update("scrutiny", "2023-07", "amber"));
	sandbox_write(sandbox, "repo/plans/better/learning.md",
	              history_update("learning", "2023-07", "red"));
	write_overview(sandbox, "green", "This overview is for members. Members met.");
	assert_non_null(
		strstr(saying_found(sandbox, "bad-news-left-out", false),
	               "bad news from Overview and scrutiny (Amber), Member development (Red) ["));
	write_overview(sandbox, "green", "Scrutiny is late, and development is in trouble.");
	assert_text(saying_found(sandbox, "bad-news-left-out", false), "");
}

static void the_second_of_three_levels_is_bad_news(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	write_plan(sandbox, levels_of_three);
	write_updates(sandbox, "green amber green green green");
	write_overview(sandbox, "green", "Good work was done.");
	assert_non_null(
		strstr(saying_found(sandbox, "bad-news-left-out", false), "from Homes (Amber) ["));
}

static void a_rating_that_declined_is_bad_news(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history,
	        {0, "Office", PLAN,
	         history_plan("governance homes procurement workforce data-quality")},
	        {31, "Ann", "plans/better/homes.md", history_update("homes", "2023-07", "green")});
	history_checkout(history);
	sandbox_write(sandbox, "repo/plans/better/homes.md",
	              history_update("homes", "2023-08", "green-amber"));
	sandbox_write(sandbox, "repo/" OVERVIEW, history_overview("2023-08", "green"));
	assert_text(saying_found(sandbox, "bad-news-left-out", true),
	            OVERVIEW ":4:6: warning: the overview says nothing of bad news from Homes "
	                     "(Green/Amber, down from Green) [bad-news-left-out]\n"
	                     "    see plans/better/homes.md:4 (August 2023): Homes is rated "
	                     "Green/Amber\n");
	/* One that improved is none. */
	sandbox_write(sandbox, "repo/plans/better/homes.md",
	              history_update("homes", "2023-08", "green"));
	assert_text(saying_found(sandbox, "bad-news-left-out", true), "");
}

static void an_overview_without_words_of_its_own_leaves_nothing_out(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repo");
	write_plan(sandbox, "");
	write_updates(sandbox, "green amber green green green");
	sandbox_write(sandbox, "repo/" OVERVIEW,
	              "---\nkind: overview\nperiod: 2023-07\nrag: green\n"
	              "imported: {source: A paper}\n---\n");
	assert_text(saying_found(sandbox, "bad-news-left-out", false), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_overall_rating_better_than_the_rule_is_found),
		sandbox_test(a_better_rating_points_to_the_worse_ones_and_the_rule),
		sandbox_test(a_workstream_that_has_not_begun_does_not_count),
		sandbox_test(how_ratings_add_up_is_asked_where_nobody_says_it),
		sandbox_test(bad_news_that_is_left_out_is_found),
		sandbox_test(words_that_mean_something_else_are_no_mention),
		sandbox_test(common_words_of_overviews_are_no_mention),
		sandbox_test(the_second_of_three_levels_is_bad_news),
		sandbox_test(a_rating_that_declined_is_bad_news),
		sandbox_test(an_overview_without_words_of_its_own_leaves_nothing_out),
	};
	return cmocka_run_group_tests_name("roll-up", tests, NULL, NULL) != 0;
}
