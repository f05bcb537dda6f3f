/* What answers a challenge on record, and how independent ratings move. */
#include "record/challenges.h"

#include "support/recording.h"
#include "support/testing.h"

#define PLAN "plans/better/plan.md"
#define BOARD "committees: [{id: board, name: The Board}]\n"

static const char *observed(struct sandbox *sandbox, const char *id, const char *date,
                            const char *fields)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: observation\nid: %s\ncommittee: board\ndate: %s\n%s---\n\n"
	                    "It met.\n",
	                    id, date, fields);
}

static void add_challenge(const struct challenged *challenged, struct buf *text)
{
	const struct challenge_answer *answer = &challenged->answer;
	buf_printf(text, "%s %zu by %s of %s:", challenged->filed->id, challenged->number,
	           challenged->body, challenged->series != NULL ? challenged->series->id : "none");
	if (!challenge_answered(answer))
		buf_text(text, " open");
	if (answer->rerating != NULL)
		buf_printf(
			text, " %s #%zu%s from %s", answer->rerating->series->id,
			answer->rerating->version->landing->number, answer->named ? " named" : "",
			answer->rerating->before == NULL ? "nothing"
							 : answer->rerating->before->reading->rag);
	if (answer->response != NULL)
		buf_printf(text, " response by %s", answer->response->by.text);
	if (answer->to_all != NULL)
		buf_printf(text, " to all: %s", answer->to_all);
	buf_text(text, "\n");
}

static const char *told(struct sandbox *sandbox, struct history *history, bool exempt)
{
	const struct record *record = recorded(history, "HEAD");
	const struct plan_record *plan = record_plan(record, "better");
	struct cabinet cabinet;
	struct challenges challenges;
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	char period[PERIOD_TEXT_SIZE];
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	challenges_read(record, plan, &cabinet, exempt, &challenges);
	for (size_t i = 0; i < challenges.count; i++)
		add_challenge(&challenges.items[i], &text);
	for (size_t i = 0; i < challenges.independent_count; i++) {
		const struct independent_rating *rating = &challenges.independent[i];
		const struct independent_rating *standing =
			challenges_independent(&challenges, rating->series, rating->period);
		assert_non_null(standing);
		buf_printf(&text, "%s %s %s by %s: %s %+d%s\n", rating->series->id,
		           period_iso(rating->period, period), rating->label, rating->filed->id,
		           direction_id(rating->direction), rating->steps,
		           standing == rating ? "" : ", replaced");
	}
	assert_null(
		challenges_independent(&challenges, &plan->workstreams[0], (struct period){1, 1}));
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	challenges_release(&challenges);
	cabinet_release(&cabinet);
	return copy;
}

#define RERATED(workstream, rag, by)                                                               \
	history_update_with(workstream, "2023-07", rag,                                            \
	                    "correction: {reason: It was asked, raised_by: \"" by "\"}\n")
#define OF_A "challenges: [{id: late, workstream: a, period: 2023-07, reason: It looks late}]\n"

/* A plan, ratings of a and b for July, and the challenge of a. */
static struct history *challenge(struct sandbox *sandbox, const char *folder, const char *fields)
{
	struct history *history = history_new(sandbox, folder);
	HISTORY(history, {0, "Office", PLAN, history_plan_with("a b", BOARD)},
	        {31, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")},
	        {31, NULL, "plans/better/b.md", history_update("b", "2023-07", "green")},
	        {40, "Clerk", "plans/better/it.md",
	         observed(sandbox, "august", "2023-08-10", fields)});
	return history;
}

static void the_first_rerating_since_the_meeting_answers(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = challenge(sandbox, "repo", OF_A);
	assert_text(told(sandbox, history, true), "august 0 by The Board of a: open\n");
	HISTORY(history, {41, "Ann", "plans/better/a.md", RERATED("a", "amber", "The sponsor")},
	        {42, "Ann", "plans/better/a.md", RERATED("a", "red", "The sponsor")});
	assert_text(told(sandbox, history, true), "august 0 by The Board of a: a #3 from green\n");
	/* One that names the challenge counts for more. */
	HISTORY(history,
	        {43, "Ann", "plans/better/a.md", RERATED("a", "amber-red", "august#late")});
	assert_text(told(sandbox, history, true),
	            "august 0 by The Board of a: a #5 named from red\n");
	/* What is withdrawn answers nothing. */
	HISTORY(history, {44, "Ann", "plans/better/a.md", NULL});
	assert_text(told(sandbox, history, true), "august 0 by The Board of a: open\n");
}

static void who_raised_a_rerating_may_be_said_later(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = challenge(
		sandbox, "repo", "challenges: [{id: one, reason: A rating looks too good}]\n");
	HISTORY(history, {41, "Ann", "plans/better/b.md", RERATED("b", "amber", "The sponsor")});
	assert_text(told(sandbox, history, true), "august 0 by The Board of none: open\n");
	HISTORY(history, {42, "Ann", "plans/better/b.md", RERATED("b", "amber", "august#one")});
	assert_text(told(sandbox, history, true),
	            "august 0 by The Board of none: b #3 named from green\n");
	/* Of several that name it the first counts. */
	HISTORY(history, {43, "Ann", "plans/better/b.md", RERATED("b", "red", "august#one")});
	assert_text(told(sandbox, history, true),
	            "august 0 by The Board of none: b #3 named from green\n");
}

static void the_first_rating_of_a_period_can_be_the_answer(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan_with("a", BOARD)},
	        {31, "Ann", "plans/better/a.md", RERATED("a", "amber", "august#late")},
	        {40, "Clerk", "plans/better/it.md",
	         observed(sandbox, "august", "2023-08-10", OF_A)});
	assert_text(told(sandbox, history, true),
	            "august 0 by The Board of a: a #1 named from nothing\n");
}

static void responses_stand_beside_reratings(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = challenge(
		sandbox, "repo",
		"challenges:\n"
		"  - {workstream: a, period: 2023-07, reason: It looks late}\n"
		"  - {workstream: b, period: 2023-07, reason: It looks late, response: {by: Chief, "
		"on: 2023-08-11, text: It is not}}\n"
		"  - {workstream: gone, reason: It looks late}\n"
		"status: answered\nresponse: We thank the board\n");
	HISTORY(history, {41, "Ann", "plans/better/a.md", RERATED("a", "amber", "august")});
	assert_text(told(sandbox, history, true),
	            "august 0 by The Board of a: a #3 named from green to all: We thank the board\n"
	            "august 1 by The Board of b: response by Chief to all: We thank the board\n"
	            "august 2 by The Board of none: to all: We thank the board\n");
}

static void what_is_exempt_or_a_draft_is_left_out(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = challenge(sandbox, "repo", OF_A "exempt: true\n");
	HISTORY(history, {41, "Clerk", "plans/better/other.md",
	                  observed(sandbox, "other", "2023-08-11", OF_A "draft: true\n")});
	assert_text(told(sandbox, history, true), "august 0 by The Board of a: open\n");
	assert_text(told(sandbox, history, false), "");
}

static void independent_ratings_have_a_trend_of_their_own(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = challenge(sandbox, "repo",
	                                    "independent:\n"
	                                    "  - {workstream: b, period: 2023-07, rag: green}\n"
	                                    "  - {workstream: a, period: 2023-07, rag: amber}\n"
	                                    "  - {workstream: a, period: 2023-06, rag: green}\n"
	                                    "  - {period: 2023-07, rag: purple}\n");
	HISTORY(history, {70, "Clerk", "plans/better/sept.md",
	                  observed(sandbox, "september", "2023-09-10",
	                           "independent:\n"
	                           "  - {workstream: a, period: 2023-07, rag: red}\n"
	                           "  - {workstream: a, period: 2023-08, rag: amber/red}\n"
	                           "  - {period: 2023-08, rag: amber}\n"
	                           "  - {workstream: gone, period: 2023-08, rag: amber}\n")});
	assert_text(told(sandbox, history, true),
	            "a 2023-06 Green by august: new +0\n"
	            "a 2023-07 Amber by august: declined -2, replaced\n"
	            "a 2023-07 Red by september: declined -4\n"
	            "a 2023-08 Amber/Red by september: improved +1\n"
	            "b 2023-07 Green by august: new +0\n"
	            "overview 2023-07 purple by august: new +0\n"
	            "overview 2023-08 Amber by september: not-compared +0\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_first_rerating_since_the_meeting_answers),
		sandbox_test(who_raised_a_rerating_may_be_said_later),
		sandbox_test(the_first_rating_of_a_period_can_be_the_answer),
		sandbox_test(responses_stand_beside_reratings),
		sandbox_test(what_is_exempt_or_a_draft_is_left_out),
		sandbox_test(independent_ratings_have_a_trend_of_their_own),
	};
	return cmocka_run_group_tests_name("challenges", tests, NULL, NULL) != 0;
}
