/* Close-downs: what each task must settle, and what both sides of a hand-over say. */
#include "support/judging.h"

#include <string.h>

#include "record/collection.h"
#include "support/history.h"
#include "support/testing.h"

#define BOARD "committees: [{id: board, name: Board}]\n"

/* A plan `p` with the workstreams a and b, and a plan `q` with c. */
static const char *plans(struct sandbox *sandbox)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "repository-%d", number++);
	history_new(sandbox, folder);
	const char *below = arena_printf(&sandbox->arena, "%s/plans", folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/p/plan.md", below),
	              history_plan_with("a b", BOARD));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/plan.md", below),
	              history_plan("c"));
	return folder;
}

/* A close-down of `p` on the day; TASKS each with its line end. */
static const char *closedown(struct sandbox *sandbox, const char *day, const char *tasks)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: closedown\nid: close\ndate: %s\ntasks:\n%s---\n", day,
	                    tasks);
}

/* What is found where `p` has a close-down with this one task. */
static const char *judged(struct sandbox *sandbox, const char *fields)
{
	const char *folder = plans(sandbox);
	const char *task = arena_printf(&sandbox->arena,
	                                "  - {id: t, workstream: a, task: Do it%s}\n", fields);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/it.md", folder),
	              closedown(sandbox, "2024-03-31", task));
	return judged_worktree(sandbox, folder);
}

/* The finding's place and message; "" for none. */
#define AT(place, rule, message) "plans/p/it.md:" place ": warning: " message " [" rule "]\n"

static void every_task_has_one_disposition(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(sandbox, ""),
		AT("6:5", "disposition-missing",
	           "this task has no `disposition`, so nobody can tell whether it is finished or "
	           "goes on; choose one of the plan's"));
	assert_text(
		judged(sandbox, ", disposition: [directorate-plan, completed], to: A plan"),
		AT("6:73", "disposition-several",
	           "this task has 2 dispositions; keep the one that was decided, or make two tasks "
	           "of it"));
	assert_text(
		judged(sandbox, ", disposition: completed, to: q/c"),
		AT("6:69", "disposition-several",
	           "`completed` ends this task, and `to` says where it goes on; keep one of them"));
	assert_text(judged(sandbox, ", disposition: completed"), "");
	assert_text(judged(sandbox, ", disposition: [completed]"), "");
}

static void what_is_moved_goes_somewhere(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(sandbox, ", disposition: next-phase"),
	            AT("6:54", "destination-missing",
	               "`next-phase` moves this task, and nothing says where to; add `to` "
	               "(`plan/workstream`, or a directorate's plan by name)"));
	assert_text(judged(sandbox, ", disposition: next-phase, to: q/c"), "");
	assert_text(judged(sandbox, ", disposition: next-phase, to: q/d"),
	            AT("6:70", "destination-unknown",
	               "the plan `q` has no workstream `d`; use one from `workstreams` in its "
	               "plan.md, or add it there"));
	assert_text(judged(sandbox, ", disposition: next-phase, to: r/c"),
	            AT("6:70", "destination-unknown",
	               "there is no plan `r` below plans/; use one that is there, or give a "
	               "directorate's plan by its name"));
	/* A plan by its name, whatever signs that has. */
	assert_text(judged(sandbox, ", disposition: directorate-plan, to: Business plan 2024/25"),
	            "");
	assert_text(judged(sandbox, ", disposition: directorate-plan, to: Estates"), "");
	/* A review may stay with somebody, or not. */
	assert_text(judged(sandbox, ", disposition: completed-review-in-directorate"), "");
	assert_text(judged(sandbox, ", disposition: completed-review-in-directorate, to: Estates"),
	            "");
}

static void a_plans_own_dispositions_count(void **state)
{
	struct sandbox *sandbox = *state;
	const char *folder = plans(sandbox);
	sandbox_write(
		sandbox, arena_printf(&sandbox->arena, "%s/plans/p/plan.md", folder),
		history_plan_with("a b", BOARD
	                          "dispositions: [{id: over, title: Over, means: closed}, {id: "
	                          "elsewhere, title: Elsewhere, means: moved}]\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/it.md", folder),
	              closedown(sandbox, "2024-03-31",
	                        "  - {id: t, workstream: a, task: Do it, disposition: elsewhere}\n"
	                        "  - {id: u, workstream: a, task: Do it, disposition: over, "
	                        "outstanding: A review}\n"));
	assert_text(
		judged_worktree(sandbox, folder),
		AT("6:54", "destination-missing",
	           "`elsewhere` moves this task, and nothing says where to; add `to` "
	           "(`plan/workstream`, or a directorate's plan by name)")
			AT("7:73", "closed-outstanding",
	                   "`over` ends this task, yet 1 thing is outstanding; choose a disposition "
	                   "that says who does it, or say that it is done"));
}

static void what_is_outstanding_has_somebody(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(sandbox, ", disposition: completed, outstanding: [One, Another]"),
	            AT("6:79", "closed-outstanding",
	               "`completed` ends this task, yet 2 things are outstanding; choose a "
	               "disposition that says who does it, or say that it is done"));
	assert_text(judged(sandbox, ", disposition: completed, outstanding: []"), "");
	assert_text(judged(sandbox, ", disposition: completed-review-in-directorate, "
	                            "outstanding: [Review of the ongoing training]"),
	            "");
	assert_text(judged(sandbox, ", disposition: next-phase, to: q/c, outstanding: [One]"), "");
}

static void work_that_goes_on_is_not_completed(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *text;
		bool goes_on;
	} rows[] = {
		{"A business case is being developed", true},
		{"Terms of reference being completed for the panel", true},
		{"The strategy (currently being refreshed)", true},
		{"Training being rolled out", true},
		{"Operating model to be agreed", true},
		{"A coaching scheme has yet to be developed", true},
		{"Work on the hub is ongoing", true},
		{"Ongoing.", true},
		{"Recruitment is under way", true},
		{"Recruitment underway", true},
		{"The review is in progress", true},
		{"Recommendations are now being implemented", true},
		{"The model was being developed, and is there now", false},
		{"After being reviewed it came into force", false},
		{"Nothing is still in development; no work in progress", false},
		{"The ongoing programme of training was handed to the directorate", false},
		{"Progress was made", false},
		{"An audit of the work in progress", true},
		{"It is to be reviewed in a year", false},
		{"The human being concerned", false},
		{"Staff well-being improved", false},
		{"", false},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *said =
			judged(sandbox, arena_printf(&sandbox->arena,
		                                     ", disposition: completed, evidence: "
		                                     "[{text: \"%s\", committee: board, on: "
		                                     "2024-01-24}]",
		                                     rows[i].text));
		if (rows[i].text[0] != '\0')
			assert_case((strstr(said, "[closed-in-progress]") != NULL) ==
			                    rows[i].goes_on,
			            rows[i].text);
	}
	assert_text(judged(sandbox, ", disposition: completed-review-in-directorate, to: Estates, "
	                            "outstanding: [The PMO is being set up]"),
	            AT("6:114", "closed-in-progress",
	               "the task is `completed-review-in-directorate`, and this reads as work that "
	               "still goes on; move the work to where it is done, or say that it is over"));
	assert_text(judged(sandbox, ", disposition: next-phase, to: q/c, outstanding: [The PMO is "
	                            "being set up], evidence: [{text: Training being rolled out}]"),
	            "");
}

static void a_decision_has_a_body_and_a_day(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *text, *more, *lacks;
	} rows[] = {
		{"Constitution agreed by the board", "",
	         "gives neither the committee nor the day; add `committee` and `on`"},
		{"Constitution agreed", ", committee: board", "does not give the day; add `on`"},
		{"Constitution agreed", ", on: 2024-01-24",
	         "does not give the committee; add `committee`"},
		{"Constitution agreed", ", on: 2024-01-24, committee: board", NULL},
		{"Agreed an overarching strategy", "",
	         "gives neither the committee nor the day; add `committee` and `on`"},
		{"The framework has been signed off", "",
	         "gives neither the committee nor the day; add `committee` and `on`"},
		{"The agreed changes are good practice", "", NULL},
		{"The limits are to be agreed", "", NULL},
		{"The limits were not approved", "", NULL},
		{"Staff survey undertaken", "", NULL},
		{"Disagreed with", "", NULL},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(
			judged(sandbox, arena_printf(&sandbox->arena,
		                                     ", disposition: next-phase, to: q/c, "
		                                     "evidence: [{text: %s%s}]",
		                                     rows[i].text, rows[i].more)),
			rows[i].lacks == NULL
				? ""
				: arena_printf(
					  &sandbox->arena,
					  "plans/p/it.md:6:93: warning: this says that something "
					  "was decided, and %s [evidence-unsupported]\n",
					  rows[i].lacks));
}

#define OUTCOMES                                                                                   \
	"outcomes: [{id: value, title: Better value}]\n"                                           \
	"milestones: [{id: model, title: Model agreed, due: 2024-01-24, status: delivered, "       \
	"delivered_on: 2024-01-24}, {id: hub, title: Hub set up, due: 2024-02-20, status: "        \
	"carried, reason: Later}]\n"                                                               \
	"next_milestones: [{id: hub, title: Hub set up, due: 2024-04-20}, {id: staff, title: "     \
	"Staff trained, due: 2024-05-20}]\n"

static const char *judged_phase(struct sandbox *sandbox, const char *day, const char *tasks)
{
	const char *folder = plans(sandbox);
	const char *below = arena_printf(&sandbox->arena, "%s/plans/p", folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/a.md", below),
	              history_update_with("a", "2024-02", "green", OUTCOMES));
	/* What it was before does not count any more, and what comes later not yet. */
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/a-01.md", below),
	              history_update_with("a", "2024-01", "green",
	                                  "outcomes: [{id: gone, title: Gone}]\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/a-04.md", below),
	              history_update_with("a", "2024-04", "green",
	                                  "outcomes: [{id: next, title: Next}]\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/b.md", below),
	              history_update_with("b", "2024-02", "green",
	                                  "outcomes: [{id: trust, title: Trust}]\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/it.md", below),
	              closedown(sandbox, day, tasks));
	return judged_worktree(sandbox, folder);
}

static void everything_of_a_phase_is_accounted_for(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const plain =
		"  - {id: t, workstream: a, task: Do it, disposition: completed}\n";
	assert_text(judged_phase(sandbox, "2024-03-31", plain),
	            AT("6:3", "phase-unaccounted",
	               "of the plan's 4 outcomes, open milestones and inherited tasks 4 are in no "
	               "task's `covers`; name each in the task that accounts for it"));
	assert_text(judged_phase(sandbox, "2023-12-31", plain), "");
	/* `trust` is another workstream's. */
	assert_text(
		judged_phase(
			sandbox, "2024-03-31",
			"  - {id: t, workstream: a, task: Do it, disposition: completed, covers: "
			"[value, hub, trust, model]}\n"),
		AT("6:3", "phase-unaccounted",
	           "no task accounts for the open milestone `staff` of the workstream `a`; add it "
	           "to `covers` of the task that does")
			AT("6:3", "phase-unaccounted",
	                   "no task accounts for the outcome `trust` of the workstream `b`; add it "
	                   "to `covers` of the task that does"));
	assert_text(judged_phase(sandbox, "2024-03-31",
	                         "  - {id: t, workstream: a, task: Do it, disposition: completed, "
	                         "covers: [value, hub]}\n"
	                         "  - {id: u, workstream: a, task: Do it, disposition: completed, "
	                         "covers: staff}\n"
	                         "  - {id: v, workstream: b, task: Do it, disposition: completed, "
	                         "covers: [trust]}\n"),
	            "");
}

/* The close-down of `p` gives a task to q/c; QS is what that says, and AGAIN its close-down. */
static const char *judged_pair(struct sandbox *sandbox, const char *cs, const char *again)
{
	const char *folder = plans(sandbox);
	const char *below = arena_printf(&sandbox->arena, "%s/plans", folder);
	sandbox_write(
		sandbox, arena_printf(&sandbox->arena, "%s/p/it.md", below),
		closedown(
			sandbox, "2024-03-31",
			"  - {id: t, workstream: a, task: Do it, disposition: next-phase, to: q/c}\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/c.md", below),
	              history_update_with("c", "2024-05", "green", cs));
	if (again != NULL)
		sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/it.md", below),
		              closedown(sandbox, "2024-06-30", again));
	return judged_worktree(sandbox, folder);
}

static void what_is_taken_over_is_there(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *name, *says;
	} rows[] = {
		{"p/close#t", NULL},
		{"p/close#u",
	         "the close-down `close` of the plan `p` has no task `u`; mend the name, "
	         "or add the task there"},
		{"p/clause#t",
	         "the plan `p` has no close-down `clause`; mend the name, or add that "
	         "document"},
		{"close#t", "the plan `q` has no close-down `close`; mend the name, or add that "
	                    "document"},
		{"r/close#t",
	         "there is no plan `r` below plans/, so no task to take over from it; mend the name"},
		{"t", "`t` names no task of a close-down; write `plan/closedown#task`"},
		{"p/close/t#",
	         "`p/close/t#` names no task of a close-down; write `plan/closedown#task`"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *said = judged_pair(
			sandbox,
			arena_printf(&sandbox->arena, "inherits: [\"%s\"]\n", rows[i].name), NULL);
		if (rows[i].says == NULL)
			assert_text(said, "");
		else
			assert_non_null(
				strstr(said, arena_printf(&sandbox->arena,
			                                  " error: %s [inherited-unknown]\n",
			                                  rows[i].says)));
	}
}

static void what_was_taken_over_is_accounted_for(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const inherits = "inherits: [p/close#t]\n";
	assert_text(
		judged_pair(sandbox, inherits,
	                    "  - {id: v, workstream: c, task: Go on, disposition: completed}\n"),
		"plans/q/it.md:6:3: warning: of the plan's 1 outcomes, open milestones and inherited "
		"tasks 1 is in no task's `covers`; name each in the task that accounts for it "
		"[phase-unaccounted]\n");
	assert_text(judged_pair(sandbox, inherits,
	                        "  - {id: v, workstream: c, task: Go on, disposition: completed, "
	                        "covers: [\"p/close#t\"]}\n"),
	            "");
	assert_text(
		judged_pair(sandbox, inherits,
	                    "  - {id: v, workstream: c, task: Go on, disposition: completed, "
	                    "covers: [\"p/close#t\", \"p/close#u\"]}\n"),
		"plans/q/it.md:6:87: error: the close-down `close` of the plan `p` has no task `u`; mend "
		"the name, or add the task there [inherited-unknown]\n");
}

static void a_task_goes_where_it_was_sent(void **state)
{
	struct sandbox *sandbox = *state;
	const char *folder = plans(sandbox);
	const char *below = arena_printf(&sandbox->arena, "%s/plans", folder);
	static const char *const tasks =
		"  - {id: t, workstream: a, task: Do it, disposition: next-phase, to: q/c}\n"
		"  - {id: u, workstream: a, task: Do it, disposition: directorate-plan, to: Estates}\n"
		"  - {id: v, workstream: a, task: Do it, disposition: completed}\n";
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/p/it.md", below),
	              closedown(sandbox, "2024-03-31", tasks));
	/* What was closed may be taken up again: that is reopened, and is not a slip. */
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/plan.md", below),
	              replaced(sandbox, history_plan("c d"), "title: D",
	                       "title: D, inherits: [p/close#t, p/close#u, p/close#v]"));
	assert_text(
		judged_worktree(sandbox, folder),
		"plans/q/plan.md:10:34: warning: `d` takes this task over, and its close-down gives it "
		"to \"q/c\"; mend one of the two [inherited-elsewhere]\n"
		"plans/q/plan.md:10:45: warning: `d` takes this task over, and its close-down gives it "
		"to \"Estates\"; mend one of the two [inherited-elsewhere]\n");
}

static void every_concern_is_answered(void **state)
{
	struct sandbox *sandbox = *state;
	const char *folder = plans(sandbox);
	const char *path = arena_printf(&sandbox->arena, "%s/plans/p/plan.md", folder);
	const char *plan =
		history_plan_with("a b", BOARD "concerns: [{id: audit, title: Audit}, {id: notice, "
	                                       "title: Notice}]\n");
	sandbox_write(sandbox, path,
	              replaced(sandbox, plan, "title: A", "title: A, addresses: [notice]"));
	const char *said = judged_worktree(sandbox, folder);
	assert_non_null(strstr(said, ": warning: no workstream answers the concern `audit`; add it "
	                             "to `addresses` of the one that does [concern-unanswered]\n"));
	assert_null(strstr(said, "concern `notice`"));
	sandbox_write(sandbox, path,
	              replaced(sandbox, plan, "title: A", "title: A, addresses: [notice, audit]"));
	assert_text(judged_worktree(sandbox, folder), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_task_has_one_disposition),
		sandbox_test(what_is_moved_goes_somewhere),
		sandbox_test(a_plans_own_dispositions_count),
		sandbox_test(what_is_outstanding_has_somebody),
		sandbox_test(work_that_goes_on_is_not_completed),
		sandbox_test(a_decision_has_a_body_and_a_day),
		sandbox_test(everything_of_a_phase_is_accounted_for),
		sandbox_test(what_is_taken_over_is_there),
		sandbox_test(what_was_taken_over_is_accounted_for),
		sandbox_test(a_task_goes_where_it_was_sent),
		sandbox_test(every_concern_is_answered),
	};
	return cmocka_run_group_tests_name("close-downs", tests, NULL, NULL) != 0;
}
