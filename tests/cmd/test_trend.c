/* ragtrail trend, as it is run. */
#include "support/command.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/terminal.h"

static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	/* What is asked of a rating that jumps, and of an overview that is silent, is another
	 * test's. */
	HISTORY(history,
	        {1, "Ann", "plans/p/plan.md",
	         history_plan_with("a b",
	                           "severity: {rating-jumped: off, bad-news-left-out: off}\n")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")});
	history_tag(history, "board/2023-08-01");
	HISTORY(history, {5, "Ben", "plans/p/b.md", history_update("b", "2023-08", "red")},
	        {6, "Dora", "plans/p/overview.md", history_overview("2023-08", "amber")});
	history_checkout(history);
	return history;
}

/* HEAD's or a tag's first seven digits. */
static const char *short_id(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "%.7s", object_hex(&id, hex));
}

static const char *whole_trend(struct history *history)
{
	return arena_printf(
		&history->sandbox->arena,
		"Improvement plan\n"
		"Example Combined Authority\n"
		"plans/p as of commit %s of 7 Jul 2023\n"
		"\n"
		"Period: August 2023\n"
		"\n"
		"Workstream                       This period  Last period  Change       Held\n"
		"A                                Green        Amber        improved        1\n"
		"B                                Red          Green        declined        1\n"
		"\n"
		"Programme, as declared           Amber        –            new             1\n"
		"\n"
		"Trail, Jul 2023 to Aug 2023\n"
		"A                                A    G\n"
		"B                                G    R\n"
		"Programme, as declared           ·    A\n"
		"G Green   G/A Green/Amber   A Amber   A/R Amber/Red   R Red   · no report\n"
		"\n"
		"1 improved, none steady, 1 declined; 1 of 2 Green.\n",
		short_id(history, "HEAD"));
}

static void the_trend_of_every_workstream_is_shown(void **state)
{
	struct history *history = make_plans(*state);
	assert_outcome(RAGTRAIL(*state, "repository", "trend"), 0, whole_trend(history), "");
	assert_outcome(RAGTRAIL(*state, "repository", "trend", "p"), 0, whole_trend(history), "");
	assert_outcome(RAGTRAIL(*state, "repository", "trend", "--format", "text"), 0,
	               whole_trend(history), "");
}

/* The record is git's: what lies in the working tree does not matter. */
static void the_trend_is_read_from_anywhere(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	sandbox_write(sandbox, "repository/plans/p/a.md", "not committed");
	const char *expected = whole_trend(history);
	assert_outcome(RAGTRAIL(sandbox, "repository/plans/p", "trend"), 0, expected, "");
	assert_outcome(RAGTRAIL(sandbox, NULL, "-C", "repository", "trend"), 0, expected, "");
	GIT(sandbox, NULL, "clone", "-q", "--bare", "repository", "bare.git");
	assert_outcome(RAGTRAIL(sandbox, "bare.git", "trend"), 0, expected, "");
	GIT(sandbox, "repository", "gc", "-q");
	GIT(sandbox, "repository", "pack-refs", "--all");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 0, expected, "");
	GIT(sandbox, "repository", "checkout", "-q", "--detach");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 0, expected, "");
}

static void the_trend_of_an_earlier_revision_is_read(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *id = short_id(history, "board/2023-08-01");
	const char *expected = arena_printf(
		&sandbox->arena,
		"Improvement plan\n"
		"Example Combined Authority\n"
		"plans/p as of commit %s of 5 Jul 2023\n"
		"\n"
		"Period: August 2023\n"
		"\n"
		"Workstream                       This period  Last period  Change       Held\n"
		"A                                Green        Amber        improved        1\n"
		"B                                no report    Green        no report\n"
		"\n"
		"Programme, as declared           not declared\n"
		"\n"
		"Trail, Jul 2023 to Aug 2023\n"
		"A                                A    G\n"
		"B                                G    ·\n"
		"G Green   G/A Green/Amber   A Amber   A/R Amber/Red   R Red   · no report\n"
		"\n"
		"1 improved, none steady, none declined, 1 without a report; 1 of 2 Green.\n",
		id);
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "--at", "board/2023-08-01"), 0,
	               expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "--at=HEAD~2", "p"), 0, expected,
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "--at", id), 0, expected, "");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "trend", "--at", "board/none");
	assert_int_equal(outcome.status, 2);
	assert_text(outcome.output, "");
	assert_true(strstr(outcome.errors, "ragtrail: `board/none` is not a revision") ==
	            outcome.errors);
	outcome = RAGTRAIL(sandbox, "repository", "trend", "--at", "HEAD:plans");
	assert_int_equal(outcome.status, 2);
	assert_true(strstr(outcome.errors, "ragtrail: `HEAD:plans` does not lead to a commit") ==
	            outcome.errors);
}

static void json_and_csv_are_for_programs(void **state)
{
	struct history *history = make_plans(*state);
	struct outcome outcome = RAGTRAIL(*state, "repository", "trend", "--format", "json");
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	assert_non_null(strstr(outcome.output, "\"direction\": \"declined\""));
	assert_non_null(strstr(outcome.output, "\"sentence\": \"1 improved, none steady, 1 "
	                                       "declined; 1 of 2 Green\""));
	outcome = RAGTRAIL(*state, "repository", "trend", "--format=csv");
	assert_int_equal(outcome.status, 0);
	assert_true(strstr(outcome.output,
	                   "plan,workstream,title,period_start,period_end,rating,"
	                   "rank,previous_rating,change,direction,rerated,"
	                   "rated_by,landed_at,commit,questions\r\n") == outcome.output);
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, "HEAD~1");
	assert_non_null(
		strstr(outcome.output,
	               arena_printf(&history->sandbox->arena,
	                            "\r\np,b,B,2023-08,2023-08,Red,5,Green,-4,declined,no,Ben,"
	                            "2023-07-06T12:00:00Z,%s,0\r\n",
	                            object_hex(&id, hex))));
}

/* Green, and forecast for later than was agreed. */
static const char *questionable(struct sandbox *sandbox, const char *id, const char *extra)
{
	return replaced(sandbox, history_update_with(id, "2023-08", "green", extra),
	                "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15");
}

static void make_questionable(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *answer = "explained:\n"
			     "  - {rule: green-past-agreed, reason: The board agreed to it}\n";
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a.md", questionable(sandbox, "a", "")},
	        {2, "Ann", "plans/p/b.md", questionable(sandbox, "b", answer)},
	        {2, "Ann", "plans/p/c.md", history_update("c", "2023-08", "green")});
}

static void what_is_questioned_stands_below_the_ratings(void **state)
{
	static const char expected[] =
		"\nProgramme, as declared           not declared\n"
		"\n"
		"A: Green, questioned: 1 reason\n"
		"  - rated Green, though completion is forecast for 15 May 2024, 45 days later\n"
		"    than agreed [green-past-agreed]\n"
		"B: Green, 1 question explained\n"
		"`ragtrail show` gives the evidence, and what is explained.\n"
		"\n"
		"Trail, ";
	make_questionable(*state);
	/* Once as it is found, and once as it was kept. */
	for (int i = 0; i < 2; i++) {
		struct outcome outcome = RAGTRAIL(*state, "repository", "trend");
		assert_int_equal(outcome.status, 0);
		assert_non_null(strstr(outcome.output, expected));
		assert_int_equal(
			access(sandbox_path(*state, "repository/.git/ragtrail/questions"), R_OK),
			0);
	}
}

/* The object behind KEY, in the array that is questioned of the workstream number INDEX. */
static const char *question_text(json_t *root, size_t index, const char *key)
{
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	json_t *row = json_array_get(json_object_get(plan, "workstreams"), index);
	json_t *question = json_array_get(json_object_get(row, "questions"), 0);
	return json_string_value(json_object_get(question, key));
}

static void what_is_questioned_is_for_programs_too(void **state)
{
	make_questionable(*state);
	struct outcome outcome = RAGTRAIL(*state, "repository", "trend", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_text(question_text(root, 0, "severity"), "warning");
	assert_text(question_text(root, 0, "path"), "plans/p/a.md");
	assert_text(question_text(root, 1, "severity"), "explained");
	assert_text(question_text(root, 1, "answer"), "The board agreed to it");
	assert_null(question_text(root, 2, "rule"));
	json_decref(root);
	outcome = RAGTRAIL(*state, "repository", "trend", "--format", "csv");
	const char *open = strstr(outcome.output, ",1\r\np,b,");
	assert_non_null(open);
	assert_non_null(strstr(open, ",0\r\np,c,"));
}

/* What is kept of the answers is not believed where a byte of it has changed. */
static void what_is_kept_of_questions_is_doubted(void **state)
{
	make_questionable(*state);
	const char *expected = RAGTRAIL(*state, "repository", "trend").output;
	const char *path = sandbox_path(*state, "repository/.git/ragtrail/questions");
	for (off_t at = 0; at < 1000; at += 53) {
		int file = open(path, O_RDWR);
		char byte = 0;
		assert_true(file >= 0 && pread(file, &byte, 1, at) == 1);
		byte ^= 1;
		assert_int_equal(pwrite(file, &byte, 1, at), 1);
		close(file);
		assert_text(RAGTRAIL(*state, "repository", "trend").output, expected);
		if (at % 2 == 0)
			assert_int_equal(truncate(path, at), 0);
		assert_text(RAGTRAIL(*state, "repository", "trend").output, expected);
	}
}

static void several_plans_are_shown_one_after_the_other(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	HISTORY(history, {6, "Ann", "plans/quality/plan.md", history_plan("a")});
	const char *first = whole_trend(history);
	const char *second = arena_printf(&sandbox->arena,
	                                  "Improvement plan\n"
	                                  "Example Combined Authority\n"
	                                  "plans/quality as of commit %s of 7 Jul 2023\n"
	                                  "\n"
	                                  "no report is on record yet.\n",
	                                  short_id(history, "HEAD"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 0,
	               arena_printf(&sandbox->arena, "%s\n%s", first, second), "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "quality", "p"), 0,
	               arena_printf(&sandbox->arena, "%s\n%s", second, first), "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "qualty"), 2, "",
	               "ragtrail: there is no plan `qualty` on record; did you mean `quality`?\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "p", "something-else"), 2, "",
	               "ragtrail: there is no plan `something-else` on record; there are: p, "
	               "quality\n");
	/* As a shell completes it, and what is rated in its place. */
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "plans/quality/"), 2, "",
	               "ragtrail: there is no plan `plans/quality/` on record; did you mean "
	               "`quality`?\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend", "a"), 2, "",
	               "ragtrail: there is no plan `a` on record; that is a workstream of the plan "
	               "`p`\n");
}

static void a_history_that_is_cut_off_is_refused(void **state)
{
	static const char refused[] =
		"ragtrail: this is a shallow clone: its history is cut off, so a trend would be "
		"wrong; fetch the rest: git fetch --unshallow\n";
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *address = arena_printf(&sandbox->arena, "file://%s/repository", sandbox->root);
	GIT(sandbox, NULL, "clone", "-q", "--depth", "2", address, "shallow");
	assert_outcome(RAGTRAIL(sandbox, "shallow", "trend"), 2, "", refused);
	assert_outcome(RAGTRAIL(sandbox, "shallow", "trend", "--format", "json"), 2, "", refused);
	assert_outcome(RAGTRAIL(sandbox, "shallow", "render", "-o", "site"), 2, "", refused);
	assert_int_equal(access(sandbox_path(sandbox, "shallow/site"), F_OK), -1);
	/* A document can be judged without its history. */
	assert_outcome(RAGTRAIL(sandbox, "shallow", "check"), 0, "",
	               "the history is cut off here (a shallow clone), so nothing is compared with "
	               "what is on record\n4 documents: no errors\n");
	GIT(sandbox, "shallow", "fetch", "-q", "--unshallow");
	assert_outcome(RAGTRAIL(sandbox, "shallow", "trend"), 0, whole_trend(history), "");
}

static void without_a_record_there_is_no_trend(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 2, "",
	               "ragtrail: nothing has been committed yet, so there is no record to read; "
	               "commit the plan and its updates first: git add plans && git commit\n");
	HISTORY(history, {1, "Ann", "README.md", "no plan"});
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 2, "",
	               "ragtrail: there is no plan on record below plans/; commit a plan: "
	               "plans/<name>/plan.md with `kind: plan`\n");
	HISTORY(history, {2, "Ann", "plans/p/plan.md", "no front matter"});
	assert_outcome(RAGTRAIL(sandbox, "repository", "trend"), 2, "",
	               "ragtrail: plans/p/plan.md cannot be read as a plan, so there is no plan on "
	               "record; see: ragtrail check\n");
	sandbox_write(sandbox, "folder/file", "no repository");
	assert_outcome(RAGTRAIL(sandbox, "folder", "trend"), 2, "",
	               "ragtrail: not in a git repository (nor is any folder above `.`); go to the "
	               "folder that holds `plans/`, or run: git init\n");
}

static struct outcome trend_with(struct sandbox *sandbox, const char *variable, const char *when)
{
	const char *const environment[] = {"TERM=xterm", variable, NULL};
	const char *const arguments[] = {"trend", when, NULL};
	return command_run(sandbox, &(struct command){.folder = "repository",
	                                              .environment = environment,
	                                              .arguments = arguments});
}

static void colours_are_for_terminals_unless_asked_for(void **state)
{
	make_plans(*state);
	assert_null(strchr(trend_with(*state, NULL, NULL).output, '\x1b'));
	assert_null(strchr(trend_with(*state, NULL, "--color=auto").output, '\x1b'));
	assert_null(strchr(trend_with(*state, NULL, "--color=never").output, '\x1b'));
	assert_non_null(strchr(trend_with(*state, NULL, "--color=always").output, '\x1b'));
	/* What was asked for in words is stronger than the environment. */
	assert_non_null(strchr(trend_with(*state, "NO_COLOR=1", "--color=always").output, '\x1b'));
	assert_non_null(strchr(trend_with(*state, "GIT_PAGER_IN_USE=true", NULL).output, '\x1b'));
}

/* What `ragtrail trend` writes on a terminal of so many columns, with these variables. */
static const char *on_terminal(struct sandbox *sandbox, unsigned short columns,
                               const char *variables)
{
	return terminal_run(sandbox, "repository", columns,
	                    arena_printf(&sandbox->arena,
	                                 "export TERM=xterm GIT_PAGER=; %s; "
	                                 "ragtrail trend > $TERMINAL",
	                                 variables));
}

static void a_terminal_shows_colours_unless_told_not_to(void **state)
{
	struct sandbox *sandbox = *state;
	const char *plain = whole_trend(make_plans(sandbox));
	assert_non_null(strstr(on_terminal(sandbox, 80, ":"),
	                       "\x1b[32mGreen\x1b[0m        "
	                       "\x1b[33mAmber\x1b[0m        improved"));
	assert_text(on_terminal(sandbox, 80, "export NO_COLOR=1"), plain);
	assert_text(on_terminal(sandbox, 80, "export TERM=dumb"), plain);
	/* An empty NO_COLOR is none. */
	assert_non_null(strchr(on_terminal(sandbox, 80, "export NO_COLOR="), '\x1b'));
	assert_non_null(strstr(on_terminal(sandbox, 60, "export NO_COLOR=1"),
	                       "\nWorkstream   This period  Last period  Change       Held\n"));
	/* A terminal that does not say its width has 80 columns. */
	assert_text(on_terminal(sandbox, 0, "export NO_COLOR=1"), plain);
}

static void output_that_cannot_be_written_is_an_error(void **state)
{
	static const char failed[] = "ragtrail: the output could not be written\n";
	make_plans(*state);
	assert_outcome(command_script(*state, "repository", "ragtrail trend > /dev/full"), 2, "",
	               failed);
	assert_outcome(command_script(*state, "repository", "ragtrail trend >&-"), 2, "", failed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_trend_of_every_workstream_is_shown),
		sandbox_test(the_trend_is_read_from_anywhere),
		sandbox_test(the_trend_of_an_earlier_revision_is_read),
		sandbox_test(json_and_csv_are_for_programs),
		sandbox_test(what_is_questioned_stands_below_the_ratings),
		sandbox_test(what_is_questioned_is_for_programs_too),
		sandbox_test(what_is_kept_of_questions_is_doubted),
		sandbox_test(several_plans_are_shown_one_after_the_other),
		sandbox_test(a_history_that_is_cut_off_is_refused),
		sandbox_test(without_a_record_there_is_no_trend),
		sandbox_test(colours_are_for_terminals_unless_asked_for),
		sandbox_test(a_terminal_shows_colours_unless_told_not_to),
		sandbox_test(output_that_cannot_be_written_is_an_error),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail trend", tests, NULL, NULL) != 0;
}
