/* Documents that rate nothing: shown, exported, and listed on the plan's page. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/validating.h"

#define PLAN_FIELDS "committees: [{id: board, name: Board}]\nobjectives: [Good growth]\n"

static const char actions[] =
	"---\n"
	"kind: actions\n"
	"id: peer-review\n"
	"title: Answers to the peers\n"
	"source: A review by peers\n"
	"date: 2023-09-21\n"
	"stated_recommendations: 2\n"
	"recommendations:\n"
	"  - {id: r1, title: Plan the money for five years}\n"
	"  - {id: r2, title: Hear the opposition}\n"
	"actions:\n"
	"  - {id: a1, title: A forum meets monthly, addresses: [r1, r2], owner: Director, due: "
	"2023-12-01, measure: Minutes are published, status: in-progress}\n"
	"---\n"
	"\n"
	"## Why\n"
	"\n"
	"The peers came in *July*.\n";

static const char closedown[] =
	"---\n"
	"kind: closedown\n"
	"id: end-of-phase\n"
	"date: 2024-03-01\n"
	"tasks:\n"
	"  - {id: t1, workstream: a, task: Review the code, disposition: next-phase, to: q/a}\n"
	"---\n";

static const char paper[] = "---\n"
			    "kind: paper\n"
			    "id: update\n"
			    "committee: board\n"
			    "date: 2023-09-20\n"
			    "title: Progress & <risks>\n"
			    "report_of: Director\n"
			    "recommendations: [Note the progress]\n"
			    "---\n"
			    "\n"
			    "## Purpose\n"
			    "\n"
			    "To report.\n"
			    "\n"
			    "## Proposal\n"
			    "\n"
			    "<!-- ragtrail: sentence -->\n";

static const char observation[] =
	"---\n"
	"kind: observation\n"
	"id: update\n"
	"committee: board\n"
	"date: 2024-01-16\n"
	"exempt: true\n"
	"challenges: [{workstream: a, period: 2023-07, reason: It looks late}]\n"
	"---\n"
	"\n"
	"It met.\n";

static struct history *make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan_with("a", PLAN_FIELDS)},
	        {0, NULL, "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {1, "Clerk", "plans/p/actions.md", actions},
	        {2, "Clerk", "plans/p/closedown.md", closedown},
	        {3, "Clerk", "plans/p/paper.md", paper},
	        {4, "Clerk", "plans/p/observation.md", observation});
	return history;
}

static void a_document_is_shown_by_its_fields(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "p/peer-review");
	/* What became of the actions is told in test_challenged.c. */
	const char *more = strstr(outcome.output, "Month by month\n");
	assert_non_null(more);
	assert_non_null(strstr(more, "\nVersions\n  2 Jul 2023, Clerk, commit "));
	assert_text(arena_text(&sandbox->arena, outcome.output, (size_t)(more - outcome.output)),
	            "Answers to the peers\n"
	            "Kind          actions\n"
	            "Id            peer-review\n"
	            "Source        A review by peers\n"
	            "Date          21 September 2023\n"
	            "Stated recommendations 2\n"
	            "\n"
	            "Recommendations\n"
	            "  - r1: Plan the money for five years\n"
	            "  - r2: Hear the opposition\n"
	            "\n"
	            "Actions\n"
	            "  - a1: A forum meets monthly\n"
	            "    Addresses: r1; r2\n"
	            "    Owner: Director\n"
	            "    Due: 1 December 2023\n"
	            "    Measure: Minutes are published\n"
	            "    Status: in-progress\n"
	            "\n"
	            "Why\n"
	            "  The peers came in July.\n"
	            "\n");
	assert_text(RAGTRAIL(sandbox, "repository", "show", "peer-review").output, outcome.output);
}

static void a_placeholder_in_a_paper_is_filled_in(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	HISTORY(history, {5, "Clerk", "plans/p/observation.md", NULL});
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "update");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, "\nProposal\n  1 new; 1 of 1 Green.\n"));
}

static void an_id_of_several_documents_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "show", "update"), 2, "",
	               "ragtrail: `update` is the id of 2 documents; give each its own id, or say "
	               "whose: p/update\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "show", "p/nothing"), 2, "",
	               "ragtrail: there is no workstream or plan `nothing` on record; `ragtrail "
	               "trend` shows what there is\n");
}

static void json_has_every_field(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "show", "peer-review", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_non_null(root);
	json_t *fields = json_object_get(root, "fields");
	assert_int_equal(json_integer_value(json_object_get(fields, "stated_recommendations")), 2);
	json_t *action = json_array_get(json_object_get(fields, "actions"), 0);
	assert_text(json_string_value(json_object_get(action, "due")), "2023-12-01");
	assert_int_equal(json_array_size(json_object_get(action, "addresses")), 2);
	assert_true(json_is_null(json_object_get(action, "done_on")));
	json_decref(root);
	const char *all = RAGTRAIL(sandbox, "repository", "export").output;
	assert_true(schema_accepts(sandbox, "core/view/export.schema.json", all));
	root = json_loads(all, 0, NULL);
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	assert_int_equal(json_array_size(json_object_get(plan, "documents")), 4);
	assert_int_equal(
		json_array_size(json_object_get(json_object_get(plan, "fields"), "committees")), 1);
	json_decref(root);
}

static void the_plans_page_lists_what_is_published(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	const char *page = sandbox_read(sandbox, "repository/site/p/index.html");
	assert_non_null(strstr(page, "Progress &amp; &lt;risks&gt;"));
	assert_non_null(strstr(page, "Answers to the peers"));
	assert_non_null(strstr(page, "Close-down of 1 March 2024"));
	assert_null(strstr(page, "16 January 2024"));
	assert_non_null(strstr(page, "left out of this page and its counts: 1 paper."));
}

static void a_draft_of_a_paper_says_so(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	static const char page[] = "repository/site/p/paper-update.html";
	assert_null(strstr(sandbox_read(sandbox, page), "<strong>Draft.</strong>"));
	HISTORY(history, {5, "Clerk", "plans/p/paper.md",
	                  replaced(sandbox, paper, "kind: paper\n", "kind: paper\ndraft: true\n")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	assert_non_null(strstr(sandbox_read(sandbox, page), "<strong>Draft.</strong>"));
}

static void a_plan_is_shown_by_its_fields(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_outcome(RAGTRAIL(sandbox, "repository", "show", "p"), 0,
	               "Improvement plan\n"
	               "Kind          plan\n"
	               "Id            p\n"
	               "Organisation  Example Combined Authority\n"
	               "Starts        1 May 2023\n"
	               "Ends          31 March 2025\n"
	               "Cadence       monthly\n"
	               "\n"
	               "Workstreams\n"
	               "  - a: A\n"
	               "\n"
	               "Committees\n"
	               "  - board: Board\n"
	               "\n"
	               "Objectives\n"
	               "  - Good growth\n",
	               "");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "p", "--format", "json");
	json_t *root = json_loads(outcome.output, 0, NULL);
	assert_text(json_string_value(json_object_get(root, "title")), "Improvement plan");
	json_decref(root);
}

static void a_plans_page_has_its_registers(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history,
	        {0, "Office", "plans/p/plan.md",
	         history_plan_with(
			 "a", "committees: [{id: board, name: Board, also: [CAB], type: decide}]\n"
			      "meetings: [{committee: board, date: 2023-09-20}]\n"
			      "organisations: [{id: auditor, name: External Auditor, role: "
			      "Raised the concerns}]\n"
			      "people:\n"
			      "  - {id: officer, role: Monitoring Officer, status: vacant, "
			      "note: Until then the deputy}\n"
			      "  - {id: lead, role: Lead auditor, organisation: auditor, "
			      "status: interim, until: 2024-01-31}\n")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	const char *page = sandbox_read(sandbox, "repository/site/p/index.html");
	/* A note has a line of its own, and none that is empty above it. */
	assert_non_null(strstr(page, "Board\n<span class=\"note\">Also: CAB"));
	assert_non_null(strstr(page, "Monitoring Officer</bdi>\n<span class=\"note\">Until then"));
	assert_non_null(strstr(page, "Decides"));
	assert_non_null(strstr(page, "Monitoring Officer"));
	assert_non_null(strstr(page, "Vacant"));
	assert_non_null(strstr(page, "Interim until <time datetime=\"2024-01-31\">"));
	assert_non_null(strstr(page, "Raised the concerns"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_document_is_shown_by_its_fields),
		sandbox_test(a_placeholder_in_a_paper_is_filled_in),
		sandbox_test(an_id_of_several_documents_is_said),
		sandbox_test(json_has_every_field),
		sandbox_test(a_draft_of_a_paper_says_so),
		sandbox_test(a_plan_is_shown_by_its_fields),
		sandbox_test(a_plans_page_has_its_registers),
		sandbox_test(the_plans_page_lists_what_is_published),
	};
	return cmocka_run_group_tests_name("documents that rate nothing, shown", tests, NULL,
	                                   NULL) != 0;
}
