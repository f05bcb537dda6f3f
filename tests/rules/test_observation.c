/* Rules about what oversight bodies challenge: answered, open, or called what it is not. */
#include "support/judging.h"

#include <string.h>

#include "support/history.h"
#include "support/testing.h"

#define PLAN "plans/p/plan.md"
#define BOARD "committees: [{id: board, name: Board}]\n"
#define OPEN(place, what, raiser)                                                                  \
	"plans/p/it.md:" place ": warning: the challenge to " what " is open: re-rate it and say " \
	"`correction: {reason: …, raised_by: " raiser "}`, or give a `response` here "             \
	"[challenge-open]\n"

static const char *observed(struct sandbox *sandbox, const char *fields)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: observation\nid: sept\ncommittee: board\n"
	                    "date: 2023-09-11\n%s---\n\nIt met.\n",
	                    fields);
}

/* On record: the plan, ratings of a and b for August, then the observation. */
static struct history *recorded_challenge(struct sandbox *sandbox, const char *fields)
{
	static int number;
	struct history *history =
		history_new(sandbox, arena_printf(&sandbox->arena, "repository-%d", number++));
	HISTORY(history, {60, "Office", PLAN, history_plan_with("a b", BOARD)},
	        {61, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {61, NULL, "plans/p/b.md", history_update("b", "2023-08", "green")},
	        {74, "Office", "plans/p/it.md", observed(sandbox, fields)});
	return history;
}

static const char *judged(struct history *history)
{
	history_checkout(history);
	return judged_on_record(history->sandbox,
	                        history->folder + strlen(history->sandbox->root) + 1);
}

#define OF_A "challenges: [{id: late, workstream: a, period: 2023-08, reason: It looks late}]\n"
#define OF_NOBODY "challenges: [{id: one, reason: A rating looks too good}]\n"
#define CORRECTED(by) "correction: {reason: The board asked, raised_by: \"" by "\"}\n"

static void a_challenge_is_open_until_the_rating_moves(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = recorded_challenge(sandbox, OF_A);
	assert_text(judged(history), OPEN("6:65", "`a` for August 2023", "sept#late"));
	/* Another workstream's re-rating is none of it, nor is a text that was mended. */
	HISTORY(history,
	        {80, "Ann", "plans/p/b.md",
	         history_update_with("b", "2023-08", "amber", CORRECTED("Somebody"))},
	        {81, "Ann", "plans/p/a.md",
	         history_update_saying("a", "2023-08", "green", "We met.")});
	assert_text(judged(history), OPEN("6:65", "`a` for August 2023", "sept#late"));
	HISTORY(history, {82, "Ann", "plans/p/a.md",
	                  history_update_with("a", "2023-08", "amber", CORRECTED("Somebody"))});
	assert_text(judged(history), "");
}

static void a_rerating_from_before_the_meeting_answers_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {60, "Office", PLAN, history_plan_with("a b", BOARD)},
	        {61, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {65, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-08", "amber", CORRECTED("Somebody"))},
	        {74, "Office", "plans/p/it.md", observed(sandbox, OF_A)});
	assert_text(judged(history), OPEN("6:65", "`a` for August 2023", "sept#late"));
}

static void a_rerating_that_names_the_challenge_answers_it_wherever_it_is(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *fields, *by, *found;
	} rows[] = {
		{OF_A, "sept#late", ""},
		{OF_A, "sept", ""},
		{OF_A, "sept#other", OPEN("6:65", "`a` for August 2023", "sept#late")},
		{OF_A, "september", OPEN("6:65", "`a` for August 2023", "sept#late")},
		{OF_NOBODY, "sept#one", ""},
		{OF_NOBODY, "sept", ""},
		{OF_NOBODY, "Somebody", OPEN("6:32", "a rating that it does not name", "sept#one")},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct history *history = recorded_challenge(sandbox, rows[i].fields);
		const char *corrected = arena_printf(
			&sandbox->arena, "correction: {reason: It asked, raised_by: \"%s\"}\n",
			rows[i].by);
		/* What is not yet committed answers it too. */
		history_checkout(history);
		sandbox_write(sandbox,
		              arena_printf(&sandbox->arena, "%s/plans/p/b.md",
		                           history->folder + strlen(sandbox->root) + 1),
		              history_update_with("b", "2023-08", "amber", corrected));
		assert_text(judged_on_record(sandbox, history->folder + strlen(sandbox->root) + 1),
		            rows[i].found);
		HISTORY(history, {80, "Ann", "plans/p/b.md",
		                  history_update_with("b", "2023-08", "amber", corrected)});
		assert_text(judged(history), rows[i].found);
	}
}

static void of_several_challenges_the_id_alone_answers_those_of_the_workstream(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = recorded_challenge(
		sandbox, "challenges:\n"
			 "  - {workstream: a, period: 2023-08, reason: It looks late}\n"
			 "  - {workstream: b, period: 2023-08, reason: It looks late}\n");
	HISTORY(history, {80, "Ann", "plans/p/b.md",
	                  history_update_with("b", "2023-08", "amber", CORRECTED("sept"))});
	assert_text(judged(history), OPEN("7:46", "`a` for August 2023", "sept"));
}

static void naming_it_without_moving_the_rating_answers_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = recorded_challenge(sandbox, OF_A);
	const char *named = history_update_with("a", "2023-08", "green", CORRECTED("sept#late"));
	HISTORY(history, {80, "Ann", "plans/p/a.md", named});
	assert_text(judged(history), OPEN("6:65", "`a` for August 2023", "sept#late"));
}

static void a_response_answers_it(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(recorded_challenge(
			sandbox, "challenges:\n  - {workstream: a, period: 2023-08, reason: It "
				 "looks late, response: {by: Chief, on: 2023-09-14, text: It is "
				 "not}}\n")),
		"");
	assert_text(judged(recorded_challenge(sandbox, OF_NOBODY
	                                      "status: answered\nresponse: It is as it is\n")),
	            "");
	/* A response alone leaves open whether it answers everything. */
	assert_text(judged(recorded_challenge(sandbox, OF_NOBODY "response: We look into it\n")),
	            OPEN("6:32", "a rating that it does not name", "sept#one"));
}

static void what_is_called_answered_is_answered(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(recorded_challenge(sandbox, OF_A "status: answered\n")),
	            "plans/p/it.md:7:9: error: it is called answered, but 1 of its 1 challenges is "
	            "not: no re-rating answers, and no `response`; give one, or write `open` "
	            "[challenge-unanswered]\n");
	assert_text(
		judged(recorded_challenge(sandbox, "status: answered\n")),
		"plans/p/it.md:6:9: error: it is called answered, and no answer is given; say it "
		"in `response`, or write `open` [challenge-unanswered]\n");
	struct history *history = recorded_challenge(sandbox, OF_A "status: answered\n");
	HISTORY(history, {80, "Ann", "plans/p/a.md",
	                  history_update_with("a", "2023-08", "amber", CORRECTED("sept"))});
	assert_text(judged(history), "");
}

static void a_period_that_had_not_begun_is_not_challenged(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(recorded_challenge(
			sandbox, "challenges: [{workstream: a, period: 2023-10, reason: It looks "
				 "late, response: {by: Chief, on: 2023-09-14, text: No}}]\n"
				 "independent: [{workstream: a, period: 2023-09, rag: amber}]\n")),
		"plans/p/it.md:6:38: error: the body met on 11 September 2023, before October 2023 "
		"had begun; mend the period, or the `date` [challenge-early]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_challenge_is_open_until_the_rating_moves),
		sandbox_test(a_rerating_from_before_the_meeting_answers_nothing),
		sandbox_test(a_rerating_that_names_the_challenge_answers_it_wherever_it_is),
		sandbox_test(of_several_challenges_the_id_alone_answers_those_of_the_workstream),
		sandbox_test(naming_it_without_moving_the_rating_answers_nothing),
		sandbox_test(a_response_answers_it),
		sandbox_test(what_is_called_answered_is_answered),
		sandbox_test(a_period_that_had_not_begun_is_not_challenged),
	};
	return cmocka_run_group_tests_name("observations", tests, NULL, NULL) != 0;
}
