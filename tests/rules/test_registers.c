/* Ids in documents of every kind, and the registers that they come from. */
#include "support/judging.h"

#include "record/collection.h"
#include "support/history.h"
#include "support/testing.h"

#define BOARD "committees: [{id: board, name: Board}]\n"

static const char *observation(struct sandbox *sandbox, const char *id, const char *fields)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: observation\nid: %s\ndate: 2023-09-11\n%s---\n\nIt met.\n",
	                    id, fields);
}

/* What is found in a plan with a board and a workstream `a`, and this document. */
static const char *judged(struct sandbox *sandbox, const char *text)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "repository-%d", number++);
	history_new(sandbox, folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/plan.md", folder),
	              history_plan_with("a",
	                                BOARD "meetings: [{committee: board, date: 2023-09-20}]\n"
	                                      "objectives: [Good growth]\n"));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/p/it.md", folder), text);
	return judged_worktree(sandbox, folder);
}

static void ids_of_every_kind_are_held_to_their_registers(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *text, *says;
	} rows[] = {
		{"---\nkind: observation\nid: one\ncommittee: bord\ndate: 2023-09-11\n---\n\nIt.\n",
	         "4:12: error: there is no committee `bord`; did you mean `board`?"},
		{"---\nkind: observation\nid: one\ncommittee: board\ndate: 2023-09-11\n"
	         "about: [a, zz]\n---\n\nIt.\n",
	         "6:12: error: there is no workstream `zz`; use one from `workstreams` in plan.md, or "
	         "add it there"},
		{"---\nkind: observation\nid: one\ncommittee: board\ndate: 2023-09-11\n"
	         "challenges: [{workstream: zz, reason: It looks late, "
	         "response: {by: Chief, on: 2023-09-14, text: It is not}}]\n---\n\nIt.\n",
	         "6:27: error: there is no workstream `zz`; use one from `workstreams` in plan.md, or "
	         "add it there"},
		{"---\nkind: actions\nid: one\nsource: A review\ndate: 2023-09-11\n"
	         "recommendations: [{id: r1, title: Do it, group: key}]\n"
	         "actions: [{id: a1, title: Done, addresses: [r1], owner: Director, due: 2023-12-01, "
	         "measure: It is done, status: in-progress}]\n---\n",
	         "6:49: error: there is no group `key`; use one from `groups`, or add it there"},
		{"---\nkind: closedown\nid: one\ndate: 2023-09-11\n"
	         "tasks: [{id: t1, workstream: a, task: Do it, disposition: next-phas, to: p/a}]\n"
	         "---\n",
	         "5:59: error: there is no disposition `next-phas`; did you mean `next-phase`?"},
		{"---\nkind: paper\nid: one\ncommittee: board\ndate: 2023-09-20\ntitle: Update\n"
	         "report_of: Director\nrecommendations: [Note it]\nobjectives: [Great growth]\n"
	         "---\n\n## Purpose\n\nIt.\n\n## Proposal\n\nIt.\n",
	         "9:14: error: there is no objective `Great growth`; did you mean `Good growth`?"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(judged(sandbox, rows[i].text),
		            arena_printf(&sandbox->arena, "plans/p/it.md:%s [unknown-reference]\n",
		                         rows[i].says));
}

static void an_independent_rating_is_one_of_the_scale(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(
		judged(sandbox,
	               observation(sandbox, "one",
	                           "committee: board\nindependent: [{workstream: a, period: "
	                           "2023-08, rag: purple}]\n")),
		"plans/p/it.md:6:53: error: `purple` is not a rating of this plan; write green, "
		"green-amber, amber, amber-red or red [rating-unknown]\n");
}

/* Two plans; the first lists the board, a document of the second refers to it. */
static const char *judged_pair(struct sandbox *sandbox, const char *folder, const char *second)
{
	history_new(sandbox, folder);
	const char *below = arena_printf(&sandbox->arena, "%s/plans", folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/p/plan.md", below),
	              history_plan_with("a", BOARD));
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/plan.md", below), second);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/q/it.md", below),
	              observation(sandbox, "one", "committee: board\n"));
	return judged_worktree(sandbox, folder);
}

static void plans_of_one_organisation_share_their_committees(void **state)
{
	struct sandbox *sandbox = *state;
	const char *other = replaced(sandbox, history_plan("a"), "Example Combined Authority",
	                             "Another Council");
	assert_text(judged_pair(sandbox, "same", history_plan("a")), "");
	assert_text(judged_pair(sandbox, "another", other),
	            "plans/q/it.md:5:12: error: there is no committee `board`; use one from "
	            "`committees` in plan.md, or add it there [unknown-reference]\n");
}

static void an_id_is_used_once_for_each_kind(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "ids");
	sandbox_write(sandbox, "ids/plans/p/plan.md", history_plan_with("a", BOARD));
	sandbox_write(sandbox, "ids/plans/p/one.md",
	              observation(sandbox, "same", "committee: board\n"));
	sandbox_write(sandbox, "ids/plans/p/two.md",
	              "---\nkind: closedown\nid: same\ndate: 2023-09-11\n"
	              "tasks: [{id: t1, workstream: a, task: Do it, disposition: completed, "
	              "evidence: [{text: Done, committee: board, on: 2023-09-01}]}]\n---\n");
	assert_text(judged_worktree(sandbox, "ids"), "");
	sandbox_write(sandbox, "ids/plans/p/zwei.md",
	              observation(sandbox, "same", "committee: board\n"));
	assert_text(
		judged_worktree(sandbox, "ids"),
		"plans/p/zwei.md:3:5: error: plans/p/one.md has the id `same` already; give each "
		"observation of a plan its own [document-twice]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(ids_of_every_kind_are_held_to_their_registers),
		sandbox_test(an_independent_rating_is_one_of_the_scale),
		sandbox_test(plans_of_one_organisation_share_their_committees),
		sandbox_test(an_id_is_used_once_for_each_kind),
	};
	return cmocka_run_group_tests_name("ids and registers", tests, NULL, NULL) != 0;
}
