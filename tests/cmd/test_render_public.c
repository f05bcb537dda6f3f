/* ragtrail render --public: nothing exempt is in any file, or nothing is replaced. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/trees.h"

#define TITLE "Fees & \\\"vexatious\\\" claims"
#define WORDS "The ombudsman was told that Kestrel Holdings withheld nine invoices from auditors."

/* A workstream, a report and a whole plan are exempt. */
static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *open = history_plan_with("a b", "");
	const char *closed = history_plan_with("a b", "  - {id: litigation, title: \"" TITLE
	                                              "\", exempt: true}\n");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", open},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	history_tag(history, "before");
	HISTORY(history, {3, "Ben", "plans/p/plan.md", closed},
	        {4, "Ann", "plans/p/litigation.md",
	         history_update_saying("litigation", "2023-07", "red", WORDS "\n")},
	        {5, "Ann", "plans/p/b.md",
	         replaced(sandbox, history_update("b", "2023-07", "green"), "workstream: b\n",
	                  "workstream: b\nexempt: true\nrisks: [{id: one, risk: Insolvency of "
	                  "Marlow Brothers, mitigation: None}]\n")},
	        {6, "Ann", "plans/q/plan.md",
	         replaced(sandbox, history_plan("a"),
	                  "workstreams:", "exempt: true\nworkstreams:")},
	        {7, "Ann", "plans/q/a.md",
	         history_update_saying("a", "2023-07", "red",
	                               "Zanzibar was mentioned twice here.\n")});
	return history;
}

static void speak(struct history *history, const char *message)
{
	static int day = 10;
	const struct row row = {.path = "plans/p/a.md",
	                        .text = history_update("a", "2023-08", day % 2 ? "red" : "amber")};
	history_commit(history, &(struct commit){.day = day++,
	                                         .author = "Ann",
	                                         .message = message,
	                                         .rows = &row,
	                                         .count = 1});
}

static struct outcome render(struct sandbox *sandbox)
{
	return RAGTRAIL(sandbox, "repository", "render", "--public", "-o", "../site");
}

static void what_is_exempt_is_in_no_file(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = render(sandbox);
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	assert_text(
		command_script(sandbox, "site",
	                       "grep -rliE 'vexatious|kestrel|marlow|zanzibar|litigation' . || :")
			.output,
		"");
	/* It is the site that there is without it. */
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../plain").status, 0);
	assert_text(tree_of(sandbox, "site"), tree_of(sandbox, "plain"));
}

static void what_tells_of_it_replaces_nothing(void **state)
{
	static const struct {
		const char *message, *document;
	} rows[] = {
		{"On fees & \"vexatious\" claims, see there\n", "plans/p/plan.md"},
		{"Kestrel Holdings withheld nine invoices from auditors.\n\nWe were told that Kestrel "
	         "Holdings withheld nine invoices from auditors.\n",
	         "plans/p/litigation.md"},
		{"Insolvency of\nMarlow Brothers\n", "plans/p/b.md"},
		{"zanzibar was MENTIONED twice here\n", "plans/q/a.md"},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		command_script(sandbox, NULL, "rm -rf repository site");
		struct history *history = make_plans(sandbox);
		assert_int_equal(render(sandbox).status, 0);
		const char *before = tree_of(sandbox, "site");
		speak(history, rows[i].message);
		struct outcome outcome = render(sandbox);
		assert_text(outcome.output, "");
		assert_case(outcome.status == 2, rows[i].message);
		assert_case(strncmp(outcome.errors, "ragtrail: ", 10) == 0, outcome.errors);
		assert_case(strstr(outcome.errors, ".html would hold words of ") != NULL ||
		                    strstr(outcome.errors, " would hold words of ") != NULL,
		            outcome.errors);
		assert_case(strstr(outcome.errors, rows[i].document) != NULL, outcome.errors);
		assert_text(tree_of(sandbox, "site"), before);
		assert_text(names_in(sandbox, "."), "repository site ");
		/* Nothing asked for a proof. */
		assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../other").status,
		                 0);
		command_script(sandbox, NULL, "rm -rf other");
		assert_int_equal(
			RAGTRAIL(sandbox, "repository", "render", "--check", "--public").status, 2);
	}
}

static void what_is_published_too_tells_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	HISTORY(history, {8, "Ann", "plans/p/a.md",
	                  history_update_saying("a", "2023-07", "amber",
	                                        "Insolvency of Marlow Brothers was spoken of.\n")});
	speak(history, "Insolvency of Marlow Brothers\n");
	assert_text(render(sandbox).errors, "");
}

/*
 * What was exempt for a while and is open now: a rating, a draft, and what is filed. Commits
 * are by Xanthe where they say what nobody may know.
 */
#define HUSHED "exempt: true\ncorrection: {reason: Wagtail said so, raised_by: Heron}\n"
#define ACTIONS(flag, id)                                                                          \
	"---\nkind: actions\n" flag "id: review\ntitle: Review\nsource: Peers\ndate: 2023-07-01\n" \
	"recommendations: [{id: one, title: Plan ahead}]\n"                                        \
	"actions: [{id: " id ", title: About " id                                                  \
	", addresses: [one], status: not-started}]\n---\n"

static void nothing_of_what_was_exempt_once_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {3, "Xanthe", "plans/p/a.md", NULL},
	        {3, NULL, "plans/p/wagtail.md", history_update_with("a", "2023-07", "red", HUSHED)},
	        {4, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {4, NULL, "plans/p/wagtail.md", NULL},
	        {5, "Xanthe", "plans/p/actions.md", ACTIONS("exempt: true\n", "wagtail")},
	        {6, "Ann", "plans/p/actions.md", ACTIONS("", "heating")});
	history_branch(history, "topic");
	HISTORY(history,
	        {7, "Xanthe", "plans/p/wagtail.md",
	         history_update_with("b", "2023-07", "red", "exempt: true\n")},
	        {8, "Ann", "plans/p/wagtail.md", NULL},
	        {8, NULL, "plans/p/b.md", history_update("b", "2023-07", "amber")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 9, "Ann", "topic", {0});
	struct outcome outcome = render(sandbox);
	assert_text(outcome.errors, "");
	assert_text(
		command_script(sandbox, "site", "grep -rliE 'wagtail|heron|xanthe' . || :").output,
		"");
	/* Nor is its rating: nothing was re-rated, and nothing questioned. */
	assert_text(
		command_script(sandbox, "site/p", "grep -oE ',Red,|re-rated from' *.* || :").output,
		"");
}

/* What landed and was replaced while the workstream was exempt, or the plan, was never open. */
static void what_was_replaced_in_silence_is_not_told(void **state)
{
	struct sandbox *sandbox = *state;
	const char *secret = history_update_with("b", "2023-08", "red", "support: Wagtail\n");
	for (int whole = 0; whole < 2; whole++) {
		struct history *history = history_new(sandbox, "repository");
		const char *open = history_plan("a b");
		const char *closed =
			whole != 0 ? replaced(sandbox, open,
		                              "workstreams:", "exempt: true\nworkstreams:")
				   : replaced(sandbox, open, "{id: b,", "{id: b, exempt: true,");
		HISTORY(history, {1, "Ann", "plans/p/plan.md", open},
		        {2, "Ann", "plans/p/b.md", history_update("b", "2023-07", "green")},
		        {3, "Ann", "plans/p/plan.md", closed},
		        {4, "Xanthe", "plans/p/b8.md", secret},
		        {5, "Xanthe", "plans/p/gone.md",
		         history_update_with("b", "2023-09", "red", "support: Wagtail\n")},
		        {6, "Xanthe", "plans/p/gone.md", NULL}, {7, "Ann", "plans/p/plan.md", open},
		        {7, NULL, "plans/p/b8.md", history_update("b", "2023-08", "amber")});
		assert_text(render(sandbox).errors, "");
		assert_text(command_script(sandbox, "site", "grep -rliE 'wagtail|xanthe' . || :")
		                    .output,
		            "");
		assert_text(command_script(sandbox, "site/p",
		                           "grep -oE ',Red,|re-rated from|,2023-09,' *.* || :")
		                    .output,
		            "");
		/* What stood when it was over is. */
		assert_text(
			command_script(sandbox, "site/p", "grep -c 2023-08,.*Amber b.csv").output,
			"1\n");
		command_script(sandbox, NULL, "rm -rf repository site");
	}
}

#define PAPER(id, word)                                                                            \
	"---\nkind: paper\nid: " id "\npublic: true\ncommittee: board\ndate: 2023-07-01\n"         \
	"title: On " word "\n---\n\nOf " word ".\n"
#define OBSERVATION(id, word)                                                                      \
	"---\nkind: observation\nid: " id "\ncommittee: board\ndate: 2023-09-11\n---\n\nOf " word  \
	".\n"
#define CLOSEDOWN(word)                                                                            \
	"---\nkind: closedown\nid: phase\ndate: 2023-07-01\ntasks:\n"                              \
	"  - {id: one, task: Look into " word ", workstream: a}\n---\n\nOf " word ".\n"

/* A site of which all documents were filed within a silence of the plan, then said otherwise. */
static const char *site_of_filed(struct sandbox *sandbox, const char *word, const char *who)
{
	const char *open = history_plan_with("a", "committees: [{id: board, name: Board}]\n");
	const char *closed = replaced(sandbox, open, "workstreams:", "exempt: true\nworkstreams:");
	struct history *history = history_new(sandbox, "repository");
	struct {
		const char *path, *secret, *after;
	} rows[] = {
		{"plans/p/paper.md", PAPER("paper", "Wagtail"), PAPER("paper", "money")},
		{"plans/p/seen.md", OBSERVATION("seen", "Wagtail"), OBSERVATION("seen", "money")},
		{"plans/p/actions.md", ACTIONS("", "Wagtail"), ACTIONS("", "heating")},
		{"plans/p/end.md", CLOSEDOWN("Wagtail"), CLOSEDOWN("money")},
		/* Never seen by anybody; and seen again only once the silence was over. */
		{"plans/p/gone.md", OBSERVATION("gone", "Wagtail"), NULL},
		{"plans/p/back.md", OBSERVATION("back", "Wagtail"), NULL},
	};
	HISTORY(history, {1, "Ann", "plans/p/plan.md", open},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {3, "Ann", "plans/p/early.md", OBSERVATION("early", "spring")},
	        {4, "Ann", "plans/p/plan.md", closed},
	        {5, who, "plans/p/early.md", OBSERVATION("early", "Heron")});
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text = rows[i].secret;
		while (strcmp(word, "Wagtail") != 0 && strstr(text, "Wagtail") != NULL)
			text = replaced(sandbox, text, "Wagtail", word);
		HISTORY(history, {6, who, rows[i].path, text});
	}
	HISTORY(history, {7, who, "plans/p/gone.md", NULL}, {7, NULL, "plans/p/back.md", NULL});
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (rows[i].after != NULL)
			HISTORY(history, {8, "Ann", rows[i].path, rows[i].after});
	HISTORY(history, {9, "Ann", "plans/p/early.md", OBSERVATION("early", "autumn")},
	        {10, "Ann", "plans/p/plan.md", open},
	        {11, "Ann", "plans/p/back.md", OBSERVATION("back", "money")});
	assert_text(render(sandbox).errors, "");
	assert_text(
		command_script(sandbox, "site", "grep -rliE 'wagtail|xanthe|heron' . || :").output,
		"");
	assert_text(command_script(sandbox, "site/p", "ls | grep -c '^act\\|^clo\\|^obs'").output,
	            "5\n");
	/* The ids of commits differ, and with them the names of pages. */
	const char *site = command_script(sandbox, "site",
	                                  "{ find . -type f; find . -type f -exec cat {} +; } |\n"
	                                  "sed -E 's/[0-9a-f]{7,}/ID/g; s/(ID)+/ID/g' | sort")
	                           .output;
	command_script(sandbox, NULL, "rm -rf repository site");
	return site;
}

static void what_was_filed_and_replaced_in_silence_is_not_told(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(site_of_filed(sandbox, "Wagtail", "Xanthe"),
	            site_of_filed(sandbox, "cooling", "Bob"));
}

/* Taking its row out of plan.md, with its flag, does not publish a workstream. */
static void a_workstream_that_is_listed_no_more_stays_exempt(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *closed = replaced(sandbox, history_plan("a wagtail"), "{id: wagtail,",
	                              "{id: wagtail, exempt: true,");
	const char *gone = history_update_saying("wagtail", "2023-07", "red", "Heron said so.\n");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", closed},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {3, "Xanthe", "plans/p/there.md", gone}, {4, "Xanthe", "plans/p/there.md", NULL},
	        {5, "Ann", "plans/p/plan.md", history_plan("a")});
	assert_text(render(sandbox).errors, "");
	assert_text(
		command_script(sandbox, "site", "grep -rliE 'wagtail|heron|xanthe' . || :").output,
		"");
	/* Nor while its reports are still there. */
	HISTORY(history, {6, "Xanthe", "plans/p/there.md", gone});
	assert_text(render(sandbox).errors, "");
	assert_text(
		command_script(sandbox, "site", "grep -rliE 'wagtail|heron|xanthe' . || :").output,
		"");
	assert_int_equal(RAGTRAIL(sandbox, "repository", "export", "-o", "../data").status, 0);
	assert_text(command_script(sandbox, "data", "grep -c ',wagtail,wagtail,yes,' ratings.csv")
	                    .output,
	            "2\n");
	/* What was open when it was last listed stays open. */
	HISTORY(history, {7, "Ann", "plans/p/plan.md", history_plan("a wagtail")},
	        {8, "Ann", "plans/p/plan.md", history_plan("a")});
	assert_text(render(sandbox).errors, "");
	assert_text(command_script(sandbox, "site/p", "ls wagtail.html").output, "wagtail.html\n");
}

/* What was meant to be kept back is, even where the word for it is another than `true`. */
static void a_flag_that_is_none_keeps_back(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history,
	        {1, "Ann", "plans/p/plan.md",
	         replaced(sandbox, history_plan("a wagtail"), "{id: wagtail,",
	                  "{id: wagtail, exempt: yes,")},
	        {1, NULL, "plans/p/b.md", history_update("wagtail", "2023-07", "red")},
	        {1, NULL, "plans/p/a.md",
	         history_update_with("a", "2023-07", "red", "exempt: True\nsupport: Wagtail\n")},
	        {1, NULL, "plans/p/paper.md",
	         "---\nkind: paper\nid: wagtail\npublic: no\ncommittee: board\ndate: 2023-07-01\n"
	         "title: Wagtail\nreport_of: Wagtail\nrecommendations: [Note]\n---\n"},
	        {1, NULL, "plans/wagtail/plan.md",
	         replaced(sandbox, history_plan("a"), "workstreams:", "exempt: on\nworkstreams:")},
	        {2, "Ann", "plans/p/c.md", history_update("a", "2023-06", "green")});
	assert_text(render(sandbox).errors, "");
	assert_text(command_script(sandbox, "site", "grep -rli wagtail . || :").output, "");
}

/* An exempt close-down gives a task to a workstream that is published, by its plain name. */
static void the_address_of_what_is_published_tells_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/next/plan.md", history_plan("school-meals")},
	        {1, NULL, "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/close.md",
	         "---\nkind: closedown\nid: wagtail\nexempt: true\ndate: 2023-07-01\ntasks:\n"
	         "  - {id: heron, workstream: a, task: Wagtail, disposition: next-phase, to: "
	         "next/school-meals}\n---\n"});
	assert_text(render(sandbox).errors, "");
	assert_text(command_script(sandbox, "site", "grep -rliE 'wagtail|heron' . || :").output,
	            "");
}

/* Nobody can read whether a version was exempt that nobody can read. */
static void a_hole_of_what_is_exempt_is_not_told(void **state)
{
	static const struct {
		const char *name, *path, *text;
		bool told;
	} rows[] = {
		{"of a file that is open", "plans/p/a.md", "---\nrag: [wagtail\n---\n", true},
		{"that says it is not exempt", "plans/p/x.md",
	         "---\nexempt: false\nrag: [wagtail\n---\n", true},
		{"that says so", "plans/p/x.md", "---\nexempt: true\nrag: [wagtail\n---\n", false},
		{"of a file that is exempt", "plans/p/b.md", "---\nrag: [wagtail\n---\n", false},
		{"in a workstream's name", "plans/p/litigation-2.md", "---\nrag: [wagtail\n---\n",
	         false},
		{"about a workstream", "plans/p/x.md",
	         "---\nworkstream: litigation\nrag: [wagtail\n---\n", false},
		{"of a plan that is gone", "plans/q/x.md", "---\nrag: [wagtail\n---\n", false},
		{"of no plan", "plans/r/x.md", "---\nrag: [wagtail\n---\n", true},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		command_script(sandbox, NULL, "rm -rf repository site");
		struct history *history = make_plans(sandbox);
		HISTORY(history, {8, "Ann", "plans/q/plan.md", NULL},
		        {9, "Ann", rows[i].path, rows[i].text}, {10, "Ann", rows[i].path, NULL});
		assert_text(render(sandbox).errors, "");
		const char *files = arena_printf(&sandbox->arena,
		                                 "grep -rl '%s' . | grep -c . || :", rows[i].path);
		bool told = strcmp(command_script(sandbox, "site", files).output, "0\n") != 0;
		assert_case(told == rows[i].told, rows[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_exempt_is_in_no_file),
		sandbox_test(what_tells_of_it_replaces_nothing),
		sandbox_test(what_is_published_too_tells_nothing),
		sandbox_test(nothing_of_what_was_exempt_once_is_told),
		sandbox_test(what_was_filed_and_replaced_in_silence_is_not_told),
		sandbox_test(a_workstream_that_is_listed_no_more_stays_exempt),
		sandbox_test(what_was_replaced_in_silence_is_not_told),
		sandbox_test(a_flag_that_is_none_keeps_back),
		sandbox_test(the_address_of_what_is_published_tells_nothing),
		sandbox_test(a_hole_of_what_is_exempt_is_not_told),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail render --public", tests, NULL, NULL) != 0;
}
