/* Hand-overs: both sides, the whole journey, and when each step landed. */
#include "record/handover.h"

#include <string.h>

#include "support/judging.h"
#include "support/recording.h"
#include "support/testing.h"

#define P "plans/p/plan.md"
#define Q "plans/q/plan.md"
#define R "plans/r/plan.md"

/* A close-down; TASKS each with its line end. */
static const char *closes(struct sandbox *sandbox, const char *head, const char *tasks)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: closedown\nid: close\ndate: 2024-03-31\n%stasks:\n%s---\n",
	                    head, tasks);
}

/* One task of the workstream a. */
static const char *task(struct sandbox *sandbox, const char *id, const char *fields)
{
	return arena_printf(&sandbox->arena, "  - {id: %s, workstream: a, task: Do it, %s}\n", id,
	                    fields);
}

#define GIVES(sandbox, fields) closes(sandbox, "", task(sandbox, "t", fields))

static const char *plan_that_inherits(struct sandbox *sandbox, const char *ids, const char *title,
                                      const char *names)
{
	return replaced(sandbox, history_plan(ids),
	                arena_printf(&sandbox->arena, "title: %s", title),
	                arena_printf(&sandbox->arena, "title: %s, inherits: [%s]", title, names));
}

static void add_handover(struct buf *text, const struct handover *handover)
{
	buf_printf(text, "%s: %s %s #%zu",
	           handover->receiver != NULL ? handover->receiver : "nobody", handover->name,
	           handover_state_id(handover->state), handover->offered->number);
	if (handover->named != NULL)
		buf_printf(text, " named %s/%s #%zu", handover->named->plan->id,
		           handover->named->workstream, handover->named->landing->number);
	if (handover->accepted != NULL)
		buf_printf(text, " accepted %s #%zu", handover->task->accepted.by.text,
		           handover->accepted->number);
	if (handover_is_reopened(handover))
		buf_text(text, " reopened");
	for (size_t i = 0; i < handover->before_count; i++)
		buf_printf(text, " from %s", handover->before[i]->name);
	if (handover->next != NULL)
		buf_printf(text, " to %s", handover->next->name);
	buf_text(text, handover_is_open(handover) ? " open\n" : "\n");
}

/* A line for each. */
static const char *handovers_text(struct sandbox *sandbox, struct history *history)
{
	const struct record *record = recorded(history, "HEAD");
	struct cabinet cabinet;
	struct handovers handovers;
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	assert_int_equal(handovers_read(record, &cabinet, &handovers, &error), 0);
	for (size_t i = 0; i < handovers.count; i++) {
		add_handover(&text, handovers.sorted[i]);
		assert_ptr_equal(handovers_find(&handovers, handovers.items[i].filed,
		                                handovers.items[i].task->id.text),
		                 &handovers.items[i]);
	}
	handovers_release(&handovers);
	cabinet_release(&cabinet);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static struct history *two_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", P, history_plan("a")}, {0, NULL, Q, history_plan("c d")});
	assert_text(handovers_text(sandbox, history), "");
	return history;
}

static void both_sides_must_say_so(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	HISTORY(history,
	        {1, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: next-phase, to: q/c")});
	assert_text(handovers_text(sandbox, history), "q/c: p/close#t offered #1 open\n");
	/* One side's acceptance alone does not do. */
	HISTORY(history,
	        {2, "Ann", "plans/p/c.md",
	         GIVES(sandbox, "disposition: next-phase, to: q/c, accepted: {by: Head of C, on: "
	                        "2024-04-02}")});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t offered #1 accepted Head of C #2 open\n");
	HISTORY(history, {3, "Cy", Q, plan_that_inherits(sandbox, "c d", "C", "p/close#t")});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t accepted #1 named q/c #3 accepted Head of C #2\n");
	/* A word that is mended changes nothing; another receiver does. */
	HISTORY(history, {4, "Ann", "plans/p/c.md",
	                  GIVES(sandbox, "disposition: next-phase, to: q/c, reason: It is long")});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t named #1 named q/c #3 open\n");
	HISTORY(history,
	        {5, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: next-phase, to: q/d")});
	assert_text(handovers_text(sandbox, history),
	            "q/d: p/close#t named #5 named q/c #3 open\n");
	HISTORY(history, {6, "Cy", Q, plan_that_inherits(sandbox, "c d", "D", "p/close#t")});
	assert_text(handovers_text(sandbox, history),
	            "q/d: p/close#t named #5 named q/d #6 open\n");
	HISTORY(history, {7, "Cy", Q, history_plan("c d")});
	assert_text(handovers_text(sandbox, history), "q/d: p/close#t offered #5 open\n");
}

static void an_update_can_name_it_too(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	static const char *const inherits = "inherits: [p/close#t]\n";
	HISTORY(history,
	        {1, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: next-phase, to: q/c")},
	        {2, "Cy", "plans/q/c.md", history_update("c", "2024-05", "green")},
	        {3, "Cy", "plans/q/c.md", history_update_with("c", "2024-05", "green", inherits)},
	        {4, "Cy", "plans/q/c.md", history_update_with("c", "2024-05", "amber", inherits)},
	        {5, "Cy", "plans/q/c.md", history_update_with("c", "2024-06", "amber", inherits)});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t named #1 named q/c #3 open\n");
	/* The plan says so later: it counts since the update did. */
	HISTORY(history, {6, "Cy", Q, plan_that_inherits(sandbox, "c d", "C", "p/close#t")});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t named #1 named q/c #3 open\n");
	HISTORY(history, {7, "Cy", Q, history_plan("c d")}, {8, "Cy", "plans/q/c.md", NULL});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t named #1 named q/c #3 open\n");
}

static void a_workstream_of_the_same_plan_may_take_it(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", P, plan_that_inherits(sandbox, "a b", "B", "close#t")},
	        {1, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: next-phase, to: p/b")});
	assert_text(handovers_text(sandbox, history),
	            "p/b: p/close#t named #1 named p/b #0 open\n");
}

static void work_outside_the_repository_is_open_until_accepted(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	HISTORY(history,
	        {1, "Ann", "plans/p/c.md",
	         GIVES(sandbox, "disposition: directorate-plan, to: Estates plan 2024/25")});
	assert_text(handovers_text(sandbox, history),
	            "Estates plan 2024/25: p/close#t outside #1 open\n");
	HISTORY(history, {2, "Ann", "plans/p/c.md",
	                  GIVES(sandbox, "disposition: directorate-plan, to: Estates plan 2024/25, "
	                                 "accepted: {by: Head of estates, on: 2024-04-02}")});
	assert_text(handovers_text(sandbox, history),
	            "Estates plan 2024/25: p/close#t accepted #1 accepted Head of estates #2\n");
}

static void what_is_not_decided_or_goes_nowhere_is_open(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	const char *tasks = arena_printf(
		&sandbox->arena, "%s%s%s%s%s%s", task(sandbox, "none", "outstanding: Much"),
		task(sandbox, "two", "disposition: [directorate-plan, completed], to: A plan"),
		task(sandbox, "lost", "disposition: next-phase, to: q/zz"),
		task(sandbox, "gone", "disposition: next-phase, to: zz/c"),
		task(sandbox, "nowhere", "disposition: next-phase"),
		task(sandbox, "over", "disposition: completed"));
	HISTORY(history, {1, "Ann", "plans/p/c.md", closes(sandbox, "", tasks)});
	assert_text(handovers_text(sandbox, history), "nobody: p/close#none undecided #1 open\n"
	                                              "nobody: p/close#two undecided #1 open\n"
	                                              "nobody: p/close#nowhere unplaced #1 open\n"
	                                              "nobody: p/close#over closed #1\n"
	                                              "q/zz: p/close#lost unplaced #1 open\n"
	                                              "zz/c: p/close#gone unplaced #1 open\n");
}

static void a_journey_has_all_its_legs(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	HISTORY(history,
	        {1, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: next-phase, to: q/c")},
	        {2, "Cy", Q, plan_that_inherits(sandbox, "c d", "C", "p/close#t")},
	        {3, "Office", R, history_plan("e")},
	        {4, "Cy", "plans/q/c.md",
	         closes(sandbox, "",
	                "  - {id: u, workstream: c, task: Go on, disposition: next-phase, to: r/e, "
	                "covers: [\"p/close#t\"]}\n")});
	assert_text(handovers_text(sandbox, history),
	            "r/e: q/close#u offered #4 from p/close#t open\n"
	            "q/c: p/close#t moved-again #1 named q/c #2 to q/close#u\n");
	/* Somebody else's close-down cannot account for it. */
	HISTORY(history,
	        {5, "Cy", "plans/q/c.md",
	         closes(sandbox, "",
	                "  - {id: u, workstream: c, task: Go on, disposition: completed}\n")},
	        {6, "Em", "plans/r/c.md",
	         closes(sandbox, "",
	                "  - {id: v, workstream: e, task: Go on, disposition: completed, covers: "
	                "[\"p/close#t\"]}\n")});
	assert_text(handovers_text(sandbox, history), "q/c: p/close#t named #1 named q/c #2 open\n"
	                                              "nobody: q/close#u closed #5\n"
	                                              "nobody: r/close#v closed #6\n");
}

static void work_that_comes_back_is_reopened(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	HISTORY(history, {1, "Ann", "plans/p/c.md", GIVES(sandbox, "disposition: completed")},
	        {2, "Cy", Q, plan_that_inherits(sandbox, "c d", "D", "p/close#t")});
	assert_text(handovers_text(sandbox, history),
	            "q/d: p/close#t reopened #1 named q/d #2 reopened\n");
	HISTORY(history, {3, "Cy", "plans/q/c.md",
	                  closes(sandbox, "",
	                         "  - {id: u, workstream: d, task: Go on, disposition: completed, "
	                         "covers: [\"p/close#t\"]}\n")});
	assert_text(handovers_text(sandbox, history),
	            "nobody: q/close#u closed #3 from p/close#t\n"
	            "q/d: p/close#t moved-again #1 named q/d #2 reopened to q/close#u\n");
}

static void a_circle_is_cut(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	HISTORY(history,
	        {1, "Ann", "plans/p/c.md",
	         GIVES(sandbox,
	               "disposition: next-phase, to: q/c, covers: [\"q/close#u\", \"p/close#t\"]")},
	        {2, "Cy", "plans/q/c.md",
	         closes(sandbox, "",
	                "  - {id: u, workstream: c, task: Go on, disposition: next-phase, to: p/a, "
	                "covers: [\"p/close#t\"]}\n")});
	assert_text(handovers_text(sandbox, history),
	            "q/c: p/close#t offered #1 from q/close#u open\n"
	            "p/a: q/close#u moved-again #2 to p/close#t\n");
}

static void drafts_and_what_is_withdrawn_hand_nothing_over(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = two_plans(sandbox);
	const char *given = task(sandbox, "t", "disposition: next-phase, to: q/c");
	HISTORY(history, {1, "Ann", "plans/p/c.md", closes(sandbox, "draft: true\n", given)});
	assert_text(handovers_text(sandbox, history), "");
	HISTORY(history, {2, "Ann", "plans/p/c.md", closes(sandbox, "", given)},
	        {3, "Ann", "plans/p/c.md",
	         closes(sandbox, "draft: true\n", task(sandbox, "t", "disposition: completed"))});
	assert_text(handovers_text(sandbox, history), "q/c: p/close#t offered #2 open\n");
	HISTORY(history, {4, "Ann", "plans/p/c.md", NULL});
	assert_text(handovers_text(sandbox, history), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(both_sides_must_say_so),
		sandbox_test(an_update_can_name_it_too),
		sandbox_test(a_workstream_of_the_same_plan_may_take_it),
		sandbox_test(work_outside_the_repository_is_open_until_accepted),
		sandbox_test(what_is_not_decided_or_goes_nowhere_is_open),
		sandbox_test(a_journey_has_all_its_legs),
		sandbox_test(work_that_comes_back_is_reopened),
		sandbox_test(a_circle_is_cut),
		sandbox_test(drafts_and_what_is_withdrawn_hand_nothing_over),
	};
	return cmocka_run_group_tests_name("hand-overs", tests, NULL, NULL) != 0;
}
