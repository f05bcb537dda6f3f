/* ragtrail report: the highlight report, as it is run. */
#include "support/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define A "plans/p/a.md"
#define B "plans/p/b.md"
#define OVERVIEW "plans/p/overview.md"

static const char *full_update(struct sandbox *sandbox)
{
	const char *text = history_update_with(
		"a", "2023-07", "amber",
		"description: What A is for.\n"
		"outcomes: [{id: o1, title: The first outcome, status: under-way}]\n"
		"milestones:\n"
		"  - {id: m1, title: The hub, status: delivered, delivered_on: 2023-07-20, serves: "
		"[o1]}\n"
		"  - {id: m2, title: The code, status: carried, reason: The board asked for more}\n"
		"next_milestones: [{id: m2, title: The code, due: 2023-08-31}]\n"
		"risks:\n"
		"  - {id: r1, risk: It rains, mitigation: Umbrellas, owner: Jo <jo@example.org>}\n"
		"sponsor_signed: {by: The sponsor of A, on: 2023-08-07}\n"
		"explained: [{rule: milestone-undated, reason: The code has no day}]\n");
	return replaced(sandbox, text, "## Key activities\n\n",
	                "Before the first section.\n\n## Key activities\n\n"
	                "- It *began* at [home](https://example.org/a_b), "
	                "<script>alert(1)</script>.\n\n");
}

/* Two periods, the first of them re-rated, and what came later. Day 0 is 1 July 2023. */
static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b c")},
	        {35, "Ann", A, full_update(sandbox)},
	        {35, "Bob", B, history_update("b", "2023-07", "green")},
	        {36, "Dora", OVERVIEW, history_overview("2023-07", "green")});
	history_tag(history, "board/2023-08-09");
	HISTORY(history,
	        {40, "Bob", B,
	         history_update_with("b", "2023-07", "red",
	                             "correction: {reason: The board saw more}\n")},
	        {66, "Ann", A, history_update_saying("a", "2023-08", "green", "Much in August.")});
	return history;
}

/* Fails unless the texts stand in this order. */
static void assert_order(const char *text, const char *const *parts)
{
	for (; *parts != NULL; parts++) {
		const char *found = strstr(text, *parts);
		if (found == NULL)
			fail_msg("`%s` does not follow", *parts);
		text = found + strlen(*parts);
	}
}

static void the_page_has_everything_in_order(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "report", "p", "2023-07");
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	static const char *const parts[] = {
		"<!DOCTYPE html>",
		"<style>",
		"@page",
		"content: \"Improvement plan: highlight report, July 2023\"",
		"</style>",
		"Example Combined Authority",
		"<h1>Improvement plan</h1>",
		"Programme highlight report for July 2023",
		"Programme rating",
		"Green",
		"Declared by <bdi>Lead director</bdi>",
		"<h2 id=\"overview\">",
		"The programme as a whole is green for 2023-07.",
		"<h2 id=\"status\">",
		"href=\"#workstream-a\"",
		"re-rated from Green",
		"<h2 id=\"workstream-a\">A</h2>",
		"Amber",
		"New: the first rating on record.",
		"What A is for.",
		"The first outcome <span class=\"note\">under way</span>",
		"Project manager",
		"Signed off by the sponsor",
		"The sponsor of A",
		"Completed on",
		"Rating set by <bdi>Ann</bdi>",
		"Before the first section.",
		"<h3>Key activities</h3>",
		"It <em>began</em>",
		"&lt;script&gt;",
		"<h3>RAG rationale</h3>",
		"<h3>Sponsor comments</h3>",
		"I have read the report for 2023-07",
		"Milestones this period",
		"The hub",
		"Serves: The first outcome",
		"The board asked for more",
		"Milestones planned for the next period",
		"31 Aug 2023",
		"It rains",
		"Umbrellas",
		"Jo &lt;jo@…&gt;",
		"milestone-undated",
		"<h2 id=\"workstream-b\">B</h2>",
		"Red",
		"No sign-off by the sponsor is on record.",
		"<h2 id=\"workstream-c\">C</h2>",
		"There is no report for July 2023.",
		"<h2 id=\"meanings\">",
		"Green/Amber",
		"</html>",
		NULL};
	assert_order(outcome.output, parts);
	/* Nothing of later periods, nothing beside it, nothing that runs. */
	assert_null(strstr(outcome.output, "August."));
	assert_null(strstr(outcome.output, "<link"));
	assert_null(strstr(outcome.output, "src="));
	assert_null(strstr(outcome.output, ".html\""));
	assert_null(strstr(outcome.output, "<script"));
}

static void a_tag_gives_what_the_meeting_saw(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome then =
		RAGTRAIL(sandbox, "repository", "report", "p", "--at", "board/2023-08-09");
	assert_int_equal(then.status, 0);
	assert_non_null(strstr(then.output, "Programme highlight report for July 2023"));
	assert_null(strstr(then.output, "re-rated from"));
	struct outcome again = RAGTRAIL(sandbox, "repository", "report", "p", "2023-07", "--at",
	                                "board/2023-08-09");
	assert_text(again.output, then.output);
	/* The latest is what is on record now. */
	struct outcome now = RAGTRAIL(sandbox, "repository", "report", "p");
	assert_non_null(strstr(now.output, "Programme highlight report for August 2023"));
	assert_non_null(strstr(now.output, "Much in August."));
	assert_non_null(strstr(now.output, "There is no report for August 2023."));
	assert_non_null(strstr(now.output, "Not declared"));
}

static void a_month_stands_for_the_period_that_it_is_in(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a")},
	        {60, "Ann", A, history_update("a", "2023-07/2023-08", "green")});
	const char *whole =
		RAGTRAIL(sandbox, "repository", "report", "p", "2023-07/2023-08").output;
	assert_non_null(strstr(whole, "report for July to August 2023"));
	assert_text(RAGTRAIL(sandbox, "repository", "report", "p", "2023-08").output, whole);
	assert_outcome(RAGTRAIL(sandbox, "repository", "report", "p", "2023-10"), 2, "",
	               "ragtrail: there is no report of `p` for October 2023; the latest is of "
	               "2023-07/2023-08\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "report", "p", "October 2023"), 2, "",
	               "ragtrail: `October 2023` is not a period; write 2023-10\n");
}

static void what_is_asked_wrongly_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a")},
	        {0, NULL, "plans/kept/plan.md", history_plan_with("a", "exempt: true\n")});
	static const struct {
		const char *first, *second, *says;
	} rows[] = {
		{"better", NULL,
	         "ragtrail: nothing is on record of `better` yet; what is not committed is judged "
	         "by: ragtrail check\n"},
		{"bettr", NULL,
	         "ragtrail: there is no plan `bettr` on record; did you mean `better`?\n"},
		{"kept", NULL,
	         "ragtrail: the plan `kept` is exempt from publication; its updates are shown one by "
	         "one by: ragtrail show\n"},
		{"better", "--format=pdf",
	         "ragtrail: `--format pdf` must be html or markdown; see: ragtrail report --help\n"},
		{"--output=", "better",
	         "ragtrail: say where the report goes: `-o FILE`; see: ragtrail report --help\n"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_outcome(
			RAGTRAIL(sandbox, "repository", "report", rows[i].first, rows[i].second), 2,
			"", rows[i].says);
	assert_outcome(RAGTRAIL(sandbox, "repository", "report"), 2, "",
	               "ragtrail: say which plan, and at most one period: `ragtrail report PLAN "
	               "[PERIOD]`; see: ragtrail report --help\n");
}

static void what_is_exempt_is_left_out(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan = replaced(sandbox, history_plan("a b c"), "{id: a, title: A}",
	                            "{id: a, title: Secret work, exempt: true}");
	HISTORY(history, {0, "Office", "plans/p/plan.md", plan},
	        {1, "Ann", A, history_update("a", "2023-07", "green")},
	        {1, "Bob", B, history_update_with("b", "2023-07", "green", "exempt: true\n")},
	        {1, "Cy", "plans/p/c.md", history_update("c", "2023-07", "green")});
	for (int i = 0; i < 2; i++) {
		struct outcome outcome = RAGTRAIL(sandbox, "repository", "report", "p", "--format",
		                                  i == 0 ? "html" : "markdown");
		assert_int_equal(outcome.status, 0);
		assert_null(strstr(outcome.output, "Secret work"));
		assert_non_null(strstr(outcome.output, "exempt from publication"));
		assert_non_null(strstr(outcome.output, "There is no published report for July"));
	}
}

static void the_markdown_has_everything_too(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, "HEAD");
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "report", "p", "2023-07", "--format=markdown");
	assert_int_equal(outcome.status, 0);
	const char *top = arena_printf(&sandbox->arena,
	                               "# Improvement plan\n\nExample Combined Authority\n\n"
	                               "Programme highlight report for July 2023. As it stood on "
	                               "record on 5 September 2023, commit %.7s.\n\n"
	                               "**Programme rating: Green**. Declared by Lead director on "
	                               "4 August 2023.\n\n",
	                               object_hex(&id, hex));
	assert_true(strncmp(outcome.output, top, strlen(top)) == 0);
	static const char *const parts[] = {
		"\n## Programme overview\n\nThe programme as a whole is green for 2023-07.\n",
		"\n## Status of the workstreams\n\n| Workstream | This period |",
		"\n| A | Amber | none on record | new | 1 period | 31 Mar 2025 |\n",
		"| B | Red, re-rated from Green | none on record | new | 1 period | ",
		"| C | no report | none on record | no report | – | not given |\n",
		"\n## A\n\n**Amber**. New: the first rating on record.\n",
		"\n### Description\n\nWhat A is for.\n",
		"\n### Outcomes\n\n- The first outcome (under way)\n",
		"\n- **Signed off by the sponsor:** The sponsor of A, 7 Aug 2023\n",
		"\nRating set by Ann on 5 August 2023, commit ",
		"\nBefore the first section.\n",
		"\n### Key activities\n\n",
		"It *began* at [home](https://example.org/a_b), `<script>`alert(1)`</script>`.\n",
		"\n### RAG rationale\n\n",
		"\n### Sponsor comments\n\n",
		"\n### Milestones this period\n\n| Milestone | Status | Delivered on |\n",
		"| The hub. Serves: o1 | Delivered | 20 Jul 2023 |\n",
		"| The code. The board asked for more | Carried forward | – |\n",
		"\n### Milestones planned for the next period\n\n",
		"| The code | 31 Aug 2023 |\n",
		"\n### Risks\n\n| Risk | Mitigation | Owner |\n| --- | --- | --- |\n",
		"| It rains | Umbrellas | Jo \\<jo@…\\> |\n",
		"\n- milestone-undated: The code has no day\n",
		"\n## B\n\n**Red**, re-rated from Green. New: the first rating on record.\n",
		"\nNo sign-off by the sponsor is on record.\n",
		"\n## C\n\nThere is no report for July 2023.\n",
		"\n## What the ratings mean\n\n| Rating | What it means |\n",
		NULL};
	assert_order(outcome.output, parts);
	assert_null(strstr(outcome.output, "August."));
	assert_null(strstr(outcome.output, "\n\n\n"));
}

/* The words of the text, less what is markup in Markdown or HTML. */
static const char *next_word(const char *at, size_t *length)
{
	while (*at != '\0' && !isalnum((unsigned char)*at))
		at++;
	*length = 0;
	while (isalnum((unsigned char)at[*length]))
		(*length)++;
	return at;
}

/* No word that was written is lost, in either form: the project's own report of July and August. */
static void no_word_is_lost(void **state)
{
	static const char *const files[] = {"overview.md",    "governance.md",
	                                    "procurement.md", "partnership.md",
	                                    "culture.md",     "project-delivery.md"};
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/cpca-phase-2/plan.md",
	                  sandbox_read_source(sandbox, "plans/cpca-phase-2/plan.md")});
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const char *path = arena_printf(&sandbox->arena, "plans/cpca-phase-2/%s", files[i]);
		HISTORY(history, {1, "Ann", path, sandbox_read_source(sandbox, path)});
	}
	struct outcome html = RAGTRAIL(sandbox, "repository", "report", "cpca-phase-2");
	struct outcome markdown =
		RAGTRAIL(sandbox, "repository", "report", "cpca-phase-2", "--format=markdown");
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const char *text =
			strstr(sandbox_read_source(sandbox,
		                                   arena_printf(&sandbox->arena,
		                                                "plans/cpca-phase-2/%s", files[i])),
		               "\n---\n");
		assert_non_null(text);
		size_t length, words = 0;
		for (const char *at = text; *(at = next_word(at, &length)) != '\0'; at += length) {
			const char *word = arena_text(&sandbox->arena, at, length);
			words++;
			assert_case(strstr(html.output, word) != NULL, word);
			assert_case(strstr(markdown.output, word) != NULL, word);
		}
		assert_true(words > 100);
	}
}

static void a_file_is_replaced(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "repository/report.html", "what was there");
	const char *whole = RAGTRAIL(sandbox, "repository", "report", "p").output;
	assert_outcome(RAGTRAIL(sandbox, "repository", "report", "p", "-o", "report.html"), 0, "",
	               "");
	assert_text(sandbox_read(sandbox, "repository/report.html"), whole);
	assert_int_equal(
		RAGTRAIL(sandbox, "repository", "report", "p", "-o", "none/report.html").status, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_page_has_everything_in_order),
		sandbox_test(a_tag_gives_what_the_meeting_saw),
		sandbox_test(a_month_stands_for_the_period_that_it_is_in),
		sandbox_test(what_is_asked_wrongly_is_told),
		sandbox_test(what_is_exempt_is_left_out),
		sandbox_test(the_markdown_has_everything_too),
		sandbox_test(no_word_is_lost),
		sandbox_test(a_file_is_replaced),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("report", tests, NULL, NULL) != 0;
}
