/* Rules about plans of actions: numbers, answers, owners, days. */
#include "support/judging.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/testing.h"

/* A plan of actions with these lists, whose actions break no rule but those asked about. */
static const char *judged(struct sandbox *sandbox, const char *fields)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "repository-%d", number++);
	history_new(sandbox, folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/plan.md", folder),
	              history_plan("a"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/it.md", folder),
	              arena_printf(&sandbox->arena,
	                           "---\nkind: actions\nid: peer\nsource: A review\n"
	                           "date: 2023-09-20\n%s---\n",
	                           fields));
	return judged_worktree(sandbox, folder);
}

#define REST "owner: Chief, due: 2024-01-31, measure: It meets, status: in-progress"
#define ACTION(id, title, addresses)                                                               \
	"  - {id: " id ", title: " title ", addresses: [" addresses "], " REST "}\n"

static void a_stated_number_is_told_beside_what_is_listed_and_what_is_answered(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(sandbox, "stated_recommendations: 16\n"
	                        "groups:\n"
	                        "  - {id: key, title: Key recommendations, stated: 3}\n"
	                        "  - {id: shared, title: Shared services, stated: 13}\n"
	                        "recommendations:\n"
	                        "  - {id: r1, title: Say who decides, group: key}\n"
	                        "  - {id: r2, title: Hold a forum, group: key}\n"
	                        "  - {id: r3, title: Hold a workshop, group: shared}\n"
	                        "  - {id: r3-a, title: On sharing, group: shared, parent: r3}\n"
	                        "actions:\n" ACTION("a1", "Write a scheme of delegation", "r1")
	                                ACTION("a2", "Ask members in June", "r3")),
		"plans/p/it.md:8:51: warning: the source states 3 recommendations in `Key "
		"recommendations`, 2 are listed here and 1 of them is answered by an action; list "
		"those that are missing, and say in `addresses` which action answers each "
		"[recommendation-count]\n"
		"plans/p/it.md:9:50: warning: the source states 13 recommendations in `Shared "
		"services`, 1 is listed here and 1 of them is answered by an action; list those "
		"that are missing, and say in `addresses` which action answers each "
		"[recommendation-count]\n"
		"plans/p/it.md:12:10: warning: no action answers the recommendation `r2`; name it "
		"in the `addresses` of one, or add an action [recommendation-unanswered]\n");
	/* The number in all is told where the groups do not account for it. */
	assert_text(
		judged(sandbox, "stated_recommendations: 2\n"
	                        "recommendations: [{id: r1, title: Say who decides}]\n"
	                        "actions:\n" ACTION("a1", "Write a scheme of delegation", "r1")),
		"plans/p/it.md:6:25: warning: the source states 2 recommendations in all, 1 is "
		"listed here and 1 of them is answered by an action; list those that are missing, "
		"and say in `addresses` which action answers each [recommendation-count]\n");
	assert_text(judged(sandbox,
	                   "stated_recommendations: 1\n"
	                   "recommendations: [{id: r1, title: Say who decides}]\n"
	                   "actions:\n" ACTION("a1", "Write a scheme of delegation", "r1")),
	            "");
}

#define PARTS                                                                                      \
	"recommendations:\n"                                                                       \
	"  - {id: whole, title: Hold a workshop}\n"                                                \
	"  - {id: one, title: On options, parent: whole}\n"                                        \
	"  - {id: two, title: On posts, parent: whole}\n"                                          \
	"actions:\n"

static void an_action_for_the_whole_answers_its_parts_and_one_for_a_part_the_whole(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(sandbox, PARTS ACTION("a1", "Invite the peers in May", "whole")), "");
	assert_text(
		judged(sandbox, PARTS ACTION("a1", "Invite the peers in May", "one")),
		"plans/p/it.md:9:10: warning: no action answers the recommendation `two`; name it "
		"in the `addresses` of one, or add an action [recommendation-unanswered]\n");
	/* Of a whole that nobody answers the parts are not told as well. */
	assert_text(
		judged(sandbox, "recommendations:\n"
	                        "  - {id: other, title: Say who decides}\n"
	                        "  - {id: whole, title: Hold a workshop}\n"
	                        "  - {id: one, title: On options, parent: whole}\n"
	                        "actions:\n" ACTION("a1", "Write a scheme", "other")),
		"plans/p/it.md:8:10: warning: no action answers the recommendation `whole`; name "
		"it in the `addresses` of one, or add an action [recommendation-unanswered]\n");
}

static void parts_that_go_round_in_a_ring_are_read_all_the_same(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(sandbox, "stated_recommendations: 1\n"
	                            "recommendations:\n"
	                            "  - {id: r1, title: Say who decides, parent: r3}\n"
	                            "  - {id: r2, title: Hold a forum, parent: r1}\n"
	                            "  - {id: r3, title: Hold a workshop, parent: r2}\n"
	                            "  - {id: r4, title: Publish, parent: r4}\n"
	                            "actions:\n" ACTION("a1", "Write a scheme", "\"r2\", r4")),
	            "plans/p/it.md:6:25: warning: the source states 1 recommendation in all, 2 are "
	            "listed here and 2 of them are answered by an action; list those that are "
	            "missing, and say in `addresses` which action answers each "
	            "[recommendation-count]\n");
}

static void an_action_that_only_restates_is_found(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *recommendation, *action;
		bool found;
	} rows[] = {
		{"Review the committee system and the role of scrutiny in six months",
	         "Review in six months", true},
		{"Review the committee system and the role of scrutiny in six months",
	         "The committee system will be reviewed", true},
		{"Review the committee system and the role of scrutiny in six months",
	         "Interview every chair and report to Council in March", false},
		{"Review the company", "A specialist is appointed and has begun", false},
		{"Appoint a chief executive for the county alone", "Appoint a chief executive",
	         true},
		{"Appoint a chief executive for the county alone",
	         "Advertise for a chief executive from 6 September", false},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text = judged(
			sandbox,
			arena_printf(&sandbox->arena,
		                     "recommendations: [{id: r1, title: %s}]\n"
		                     "actions:\n  - {id: a1, title: %s, addresses: [r1], " REST
		                     "}\n",
		                     rows[i].recommendation, rows[i].action));
		assert_text(
			text,
			rows[i].found
				? "plans/p/it.md:8:21: warning: the action `a1` says no more than "
				  "its recommendation `r1`; say what will be done, by whom, and "
				  "what will be there then [action-restates]\n"
				: "");
	}
}

#define ONE "recommendations: [{id: r1, title: Say who decides}]\nactions:\n"
#define NAMED "  - {id: a1, title: Write a scheme, addresses: [r1], "

static void an_action_says_who_when_and_how_one_can_tell(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *rest, *says;
	} rows[] = {
		{"due: 2024-01-31, measure: It is kept, status: not-started}",
	         "8:10: warning: nobody owns the action `a1`; say in `owner` who answers for it "
	         "[action-no-owner]"},
		{"owner: Chief, measure: It is kept, status: not-started}",
	         "8:10: warning: the action `a1` has no date; say in `due` by which day it is done "
	         "[action-undated]"},
		{"owner: Chief, due: 2024-01-31, status: not-started}",
	         "8:10: warning: nobody could tell whether the action `a1` has worked; say in "
	         "`measure` by what it will show [action-unmeasured]"},
		{"owner: Chief, status: done, done_on: 2023-09-19}",
	         "8:76: warning: the action `a1` is done, but it is not said what shows it; say in "
	         "`evidence` where anybody can look [action-unproven]"},
		{"owner: Chief, due: 2024-01-31, status: done, evidence: Minutes}",
	         "8:93: warning: the action `a1` is done, but it is not said when; say the day in "
	         "`done_on` [action-unproven]"},
		{"owner: Chief, due: 2024-01-31, status: done}",
	         "8:93: warning: the action `a1` is done, but it is not said when, nor what shows it; "
	         "say the day in `done_on`, and in `evidence` where anybody can look "
	         "[action-unproven]"},
		{"status: dropped}",
	         "8:62: warning: the action `a1` is dropped, and nobody says why; say it in `reason` "
	         "[action-dropped]"},
		{"status: dropped, reason: The post is gone}", NULL},
		{"owner: Chief, due: 2023-08-31, measure: It is kept, status: in-progress}",
	         "8:73: warning: the action `a1` was due on 31 August 2023, and on 20 September 2023 "
	         "it was still open; say in `status` where it stands, or agree another day "
	         "[action-overdue]"},
		{"owner: Chief, due: 2023-09-20, measure: It is kept, status: in-progress}", NULL},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(judged(sandbox,
		                   arena_printf(&sandbox->arena, ONE NAMED "%s\n", rows[i].rest)),
		            rows[i].says == NULL
		                    ? ""
		                    : arena_printf(&sandbox->arena, "plans/p/it.md:%s\n",
		                                   rows[i].says));
}

static void what_was_held_later_is_the_day_by_which_others_are_late(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(sandbox, ONE NAMED
	               "owner: Chief, due: 2023-12-31, measure: It is kept, status: in-progress}\n"
	               "reviews:\n"
	               "  - {on: 2024-01-15}\n"
	               "  - {on: 2024-03-01, held_on: 2024-03-04}\n"),
		"plans/p/it.md:8:73: warning: the action `a1` was due on 31 December 2023, and on 4 March "
		"2024 it was still open; say in `status` where it stands, or agree another day "
		"[action-overdue]\n"
		"plans/p/it.md:10:10: warning: the review set for 15 January 2024 was not held by 4 "
		"March 2024; say in `held_on` when it was, or set another day [review-missed]\n");
}

/* As many recommendations and actions as a document holds, each naming many. */
static void a_large_plan_is_judged_quickly(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf text = BUF_INIT;
	double start = testing_seconds();
	buf_text(&text, "recommendations:\n");
	for (int i = 0; i < 220; i++)
		buf_printf(&text, "  - {id: r%d, title: Say who decides, parent: r%d}\n", i,
		           i == 0 ? 219 : i - 1);
	buf_text(&text, "actions:\n");
	for (int i = 0; i < 220; i++) {
		buf_printf(&text, "  - {id: a%d, title: Say who decides, %s, addresses: [", i,
		           "owner: Chief, due: 2024-01-31, measure: It is, status: in-progress");
		for (int j = 0; j < 20; j++)
			buf_printf(&text, "%sr%d", j == 0 ? "" : ", ", (i * 7 + j * 13) % 220);
		buf_text(&text, "]}\n");
	}
	const char *found = judged(sandbox, text.bytes);
	assert_non_null(strstr(found, "[action-restates]"));
	buf_release(&text);
	assert_quick(start, 3.0, "a large plan of actions");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_stated_number_is_told_beside_what_is_listed_and_what_is_answered),
		sandbox_test(
			an_action_for_the_whole_answers_its_parts_and_one_for_a_part_the_whole),
		sandbox_test(parts_that_go_round_in_a_ring_are_read_all_the_same),
		sandbox_test(an_action_that_only_restates_is_found),
		sandbox_test(an_action_says_who_when_and_how_one_can_tell),
		sandbox_test(what_was_held_later_is_the_day_by_which_others_are_late),
		sandbox_test(a_large_plan_is_judged_quickly),
	};
	return cmocka_run_group_tests_name("plans of actions", tests, NULL, NULL) != 0;
}
