/* Every rule: a document that breaks it, and one that comes near and does not. */
#include "support/judging.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "support/history.h"
#include "view/findings_view.h"

/* A plan with one update, in which a text is replaced by one of two others. */
struct breach {
	const char *rule;
	const char *path; /* PLAN where the text stands in the plan */
	const char *from, *breaks, *comes_near;
	const char *says; /* all that is found, but for the rule's name at its end */
};

#define PLAN "plans/p/plan.md"
#define UPDATE "plans/p/a.md"
#define SUPPORT "support: Programme office\n"
#define STEPS "The steps planned for 2023-07 were taken."
#define MILESTONE "milestones: [{id: one, title: One, status: delivered"
#define LEVEL(id) "    - {id: " id ", label: " id ", short: " id ", meaning: As it says}\n"

static const struct breach breaches[] = {
	{"front-matter-missing", NULL, "---\nworkstream", "\n---\nworkstream",
         "---  \r\nworkstream",
         UPDATE ":1:1: error: no front matter: the first line must be `---`, followed by the "
                "fields (workstream, period, rag, ...) and a second line `---`"},
	{"front-matter-unclosed", NULL, "---\n\n## Key", "--\n\n## Key", "--- \t\n\n## Key",
         UPDATE ":12:1: error: the line that ends the fields must be three hyphens and nothing "
                "else; write `---`"},
	{"front-matter-unclosed", NULL, "---\n\n## Key", "\n## Key", "# ## Key\n---\n\n## Key",
         UPDATE ":13:1: error: the text begins here, but no line of three hyphens ends the fields "
                "above it; write `---` on a line of its own before this one"},
	{"pointer-file", NULL, "---\nworkstream",
         "version https://git-lfs.github.com/spec/v1\noid sha256:00\n---\nworkstream",
         "---\n# version https://git-lfs.github.com/spec/v1\nworkstream",
         UPDATE ":1:1: error: a pointer of Git LFS stands here, and the text itself is not in git; "
                "take `*.md` out of .gitattributes and commit the file again"},
	{"pointer-file", NULL, "---\nworkstream",
         "/annex/objects/SHA256E-s1204--00.md\n---\nworkstream",
         "---\n# /annex/objects/SHA256E-s1204--00.md\nworkstream",
         UPDATE ":1:1: error: a pointer of git-annex stands here, and the text itself is not in "
                "git; take `*.md` out of .gitattributes and commit the file again"},
	{"encoding", NULL, "Workstream sponsor", "Workstream spons\xf6r",
         "Workstream spons\xc3\xb6r",
         UPDATE ":5:26: error: byte 0xf6 is not UTF-8 text; save the file again as UTF-8"},
	{"hidden-character", NULL, "Workstream sponsor", "Workstream\xe2\x80\x8bsponsor",
         "Workstream\xc2\xa0sponsor",
         UPDATE ":5:20: error: a hidden character (U+200B) that nobody can see; delete it and "
                "type the text again"},
	{"tab", NULL, "managers: [Project manager]", "managers:\n\t- Project manager",
         "managers:\n  - Project\tmanager",
         UPDATE ":7:1: error: a tab indents this line; use two spaces for each step instead"},
	{"yaml-syntax", NULL, SUPPORT, "support: Office\n  north: one\n",
         "support: Office\n  north one\n",
         UPDATE ":8:8: error: the front matter cannot be read here: a `: ` inside a value, or "
                "a line that is indented too far; put the whole value in double quotes"},
	{"yaml-feature", NULL, SUPPORT, "support: &office Programme\n",
         "support: Programme &office\n",
         UPDATE ":7:10: error: `&office` is an anchor; take it out, or put the value in double "
                "quotes if it is text"},
	{"duplicate-key", NULL, SUPPORT, SUPPORT "support: The office\n",
         SUPPORT "# support: The office\n",
         UPDATE ":8:1: error: `support` is given twice, here and on line 7; keep one of the two"},
	{"unknown-key", NULL, SUPPORT, "suport: Programme office\n",
         "\"support\": Programme office\n",
         UPDATE ":7:1: error: `suport` is not a field of update; did you mean `support`?"},
	{"unknown-key", NULL, SUPPORT, "mood: Cheerful\n", "# mood: Cheerful\n",
         UPDATE ":7:1: error: `mood` is not a field of update; take it out, or write it in the "
                "text below"},
	{"unknown-kind", NULL, SUPPORT, "kind: updte\n", "kind: update\n",
         UPDATE ":7:7: error: `updte` is not a kind of document (did you mean `update`?); the "
                "kinds are plan, update, overview, observation, closedown, actions and paper"},
	{"wrong-type", NULL, SUPPORT, "support: [Programme office]\n",
         "support: \"[Programme office]\"\n",
         UPDATE
         ":7:10: error: `support` takes one value, not a list; write one, without `[` or `- `"},
	{"wrong-type", NULL, "sponsor: Workstream sponsor", "sponsor: [Workstream sponsor]",
         "sponsor: \"[Workstream sponsor]\"",
         UPDATE
         ":5:10: error: `sponsor` takes one value, not a list; write one, without `[` or `- `"},
	{"bad-date", NULL, "agreed_completion: 2025-03-31",
         "agreed_completion: 30th September 2023", "agreed_completion: 2024-02-29",
         UPDATE ":8:20: error: `30th September 2023` is not a date ragtrail can read; write "
                "`2023-09-30`"},
	{"bad-date", NULL, "agreed_completion: 2025-03-31", "agreed_completion: Autumn",
         "agreed_completion: \"2023-09-30\"",
         UPDATE ":8:20: error: `Autumn` is not a date ragtrail can read; write "
                "`agreed_completion` as year-month-day, such as `2023-09-30`"},
	{"bad-period", NULL, "period: 2023-07", "period: July to August 2023",
         "period: 2023-07/2023-08",
         UPDATE ":3:9: error: `July to August 2023` is not a period ragtrail can read; write "
                "`2023-07/2023-08`"},
	{"bad-id", NULL, SUPPORT, "outcomes: [{id: Sign Off, title: Signed}]\n",
         "outcomes: [{id: sign-off, title: Signed}]\n",
         UPDATE ":7:17: error: `Sign Off` cannot be used for `id`: small letters, digits and "
                "hyphens only; write `sign-off`"},
	{"bad-word", NULL, SUPPORT, "outlook: improvng\n", "outlook: improving\n",
         UPDATE ":7:10: error: `improvng` is not a outlook; did you mean `improving`? write one "
                "of: improving, steady, worsening"},
	{"bad-word", NULL, SUPPORT, "draft: yes\n", "draft: false\n",
         UPDATE ":7:8: error: `draft: yes` must be `true` or `false`"},
	{"bad-number", PLAN, "cadence: monthly\n", "due_day: tenth\n", "due_day: 10\n",
         PLAN ":7:10: error: `due_day: tenth` must be a whole number"},
	{"scale-levels", PLAN, "cadence: monthly\n", "scale:\n  levels:\n" LEVEL("green"),
         "scale:\n  levels:\n" LEVEL("green") LEVEL("red"),
         PLAN ":8:3: error: a scale needs from 2 to 9 levels, best first; this one has 1"},
	{"scale-levels", PLAN, "cadence: monthly\n",
         "scale:\n  levels:\n" LEVEL("green") LEVEL("red") LEVEL("green"),
         "scale:\n  levels:\n" LEVEL("green") LEVEL("red") LEVEL("greenish"),
         PLAN ":11:7: error: `green` reads the same as a level above it; give each level its own "
              "words"},
	{"accent-colour", PLAN, "cadence: monthly\n", "site:\n  accent: navy\n",
         "site:\n  accent: '#00007B'\n",
         PLAN ":8:11: error: `accent: navy` is not a colour ragtrail can read; write six digits "
              "behind `#`, in quotes, such as `\"#1a65a6\"`"},
	{"accent-colour", PLAN, "cadence: monthly\n", "site: {accent: \"#777777\"}\n",
         "site: {accent: \"#767676\"}\n",
         PLAN ":7:16: error: white text on `#777777` has a contrast of 4.47 to 1, and needs 4.5 "
              "to 1 to be read; take a darker colour, such as `\"#757575\"`"},
	{"merge-marker", NULL, STEPS, "<<<<<<< HEAD\n" STEPS, "    <<<<<<< HEAD\n" STEPS,
         UPDATE ":16:1: error: a conflict marker that a merge left behind; decide which text "
                "stands and delete the marker lines"},
	{"raw-html", NULL, STEPS, "<div>All done.</div>", "<!-- All done. -->\n\na < b",
         UPDATE ":16:1: warning: HTML is shown to readers as plain text; write it in Markdown"},
	{"unsafe-link", NULL, STEPS, "[minutes](javascript:alert(1))", "[minutes](plan.md#top)",
         UPDATE ":16:1: warning: a link to `javascript:alert(1)` is not published; link to http, "
                "https, mailto or a file beside this one"},
	{"non-breaking-space", NULL, "rag: green", "rag:\u00a0green", "rag:  green",
         UPDATE ":4:5: error: a space of another kind (U+00A0), as Word makes, that is read as "
                "a letter; type an ordinary space over it, or run `ragtrail fmt`"},
	{"curly-quotes", NULL, SUPPORT, "support: “Programme office”\n",
         "support: The “Programme” office’s\n",
         UPDATE ":7:10: error: the curly quotation marks around this value are read as part of "
                "it; take them out, or type straight ones: `\"Programme office\"`"},
	{"missing-space", NULL, "rag: green", "rag:green", "rag: green\ndescription: rag:green",
         UPDATE ":4:5: error: there is no space after `rag:`; write `rag: green`"},
	{"missing-colon", NULL, "rag: green", "rag - green", "rag : green",
         UPDATE ":4:5: error: behind a field's name stand a colon and a space; write `rag: green`"},
	{"text-cut-off", NULL, SUPPORT, "support: Team #1\n", "# The first:\nsupport: Team#1\n",
         UPDATE ":7:15: error: what follows ` #` is not read, so that only `Team` is left; put "
                "the whole value in double quotes, or the remark on a line of its own"},
	{"unquoted-colon", NULL, SUPPORT, "support: Phase 2: people\n",
         "support: https://example.org at 12:30\n",
         UPDATE ":7:17: error: a colon inside a value that is not in quotes; write `support: "
                "\"Phase 2: people\"`"},
	{"unquoted-comma", NULL, SUPPORT, "outcomes: [{id: one, title: Ask, then tell}]\n",
         "outcomes: [{id: one, title: \"Ask, then tell\"}]\n",
         UPDATE ":7:34: error: the comma before `then tell` begins a field of its own; put the "
                "whole value in double quotes"},
	{"sign-at-start", NULL, SUPPORT, "support: @office\n", "support: office@example.org\n",
         UPDATE ":7:10: error: a value cannot begin with `@` unless it is in quotes; write "
                "`support: \"@office\"`"},
	{"quotation-mark", NULL, SUPPORT, "support: 'The director's office'\n",
         "support: 'The director''s office'\n",
         UPDATE ":7:23: error: this apostrophe ends the text in single quotes; write `support: "
                "\"The director's office\"`"},
	{"bracket", NULL, SUPPORT, "support: [TBC] by the board\n", "support: TBC [by the board]\n",
         UPDATE ":7:10: error: a value that begins with `[` is a list, and this one goes on "
                "behind its end; write `support: \"[TBC] by the board\"`"},
	{"bullet", NULL, "managers: [Project manager]", "managers:\n  • Project manager",
         "managers:\n  - • Project manager",
         UPDATE ":7:3: error: `•` begins this line; a list is typed with a hyphen and a space: "
                "`- `"},
	{"indent", NULL, SUPPORT, " support: Programme office\n", "support:\n Programme office\n",
         UPDATE ":7:2: error: `support:` is indented further than the field above it; begin both "
                "in the same column"},
	{"pipe-table", NULL, STEPS, STEPS "\n| Step | Done |\n| --- | --- |\n| One | Yes |",
         STEPS "\n\n    | Step | Done |\n    | --- | --- |",
         UPDATE ":18:1: warning: a table drawn with `|` is shown as plain text; write a list "
                "here, or `milestones:` and `risks:` in the front matter"},
	{"placeholder-unknown", NULL, STEPS, STEPS "\n\n<!-- ragtrail: milestone -->",
         STEPS "\n\n<!-- ragtrail: milestones -->\n\n<!-- ragtrail milestone -->",
         UPDATE ":18:1: error: there is no placeholder `milestone`; did you mean `milestones`?"},
	{"empty-link", NULL, STEPS, "The [minutes]().", "The [minutes](#top) `[minutes]()`.",
         UPDATE ":16:5: warning: a link to nothing; write its address between the brackets `(` "
                "and `)`, or take the link out"},
	{"broken-link", NULL, STEPS, "The [minutes](../p/./minutes.md?x#y).",
         "The [plan](../p/./plan.md?x#y), [q](../q/a.md), [o](../../../o.md), [t](t.pdf).",
         UPDATE ":16:5: warning: the link `../p/./minutes.md?x#y` leads to plans/p/minutes.md, "
                "where no document is; mend it, or take it out"},
	{"heading-space", NULL, "## Key activities", "##Key activities", "## Key activities ##",
         UPDATE ":14:1: error: a heading needs an ordinary space after `##`; write `## Key "
                "activities`"},
	{"heading-skipped", NULL, STEPS, STEPS "\n\n#### One\n\nMore.",
         STEPS "\n\n### One\n\n#### Two\n\nMore.",
         UPDATE ":18:1: warning: a heading of `####` where the one above is of `##`; write `###`"},
	{"required-field", NULL, "sponsor: Workstream sponsor\n", "",
         "sponsor: >-\n  Workstream sponsor\n",
         UPDATE ":1:1: error: this update has no `sponsor`; add it (who answers for the "
                "workstream)"},
	{"required-field", NULL, "sponsor: Workstream sponsor\n", "sponsor:\n", "sponsor: 0\n",
         UPDATE ":5:9: error: `sponsor` is empty; write it (who answers for the workstream)"},
	{"required-field", NULL, SUPPORT, "risks: [{id: one, risk: Floods}]\n",
         "risks: [{id: one, risk: Floods, mitigation: Pumps}]\n",
         UPDATE ":7:9: error: this risk has no `mitigation`; add it (what is being done about "
                "it)"},
	{"required-section", NULL, "## RAG rationale", "## The colour", "## rag rationale:",
         UPDATE ":13:1: error: there is no section `## RAG rationale`; add it (why the rating is "
                "what it is, and what would change it)"},
	{"required-section", NULL, "## RAG rationale", "## RAG rational", "## RAG Rationale",
         UPDATE ":18:1: error: there is no section `## RAG rationale`; if this is it, spell the "
                "heading so"},
	{"required-section", NULL, "## RAG rationale", "**RAG rationale:**", "## *RAG rationale*",
         UPDATE ":18:1: error: this line is no heading; write `## RAG rationale`"},
	{"required-section", NULL, STEPS, "<!-- What was done. -->", "...",
         UPDATE ":14:1: error: the section `## Key activities` is empty; write it (what was done "
                "in the period)"},
	{"rating-unknown", NULL, "rag: green", "rag: geen", "rag: GREEN",
         UPDATE ":4:6: error: `geen` is not a rating of this plan; did you mean `green`? write "
                "green, green-amber, amber, amber-red or red"},
	{"bad-identity", PLAN, "cadence: monthly\n", "owners: [Programme office]\n",
         "owners: [\"o'neil+x@example.org\", \"key:jo@example.org\"]\n",
         PLAN ":7:10: error: `Programme office` names nobody; write the e-mail address of their "
              "commits in `owners`, such as `jo@example.org` or `key:jo@example.org`"},
	{"raters-without-owners", PLAN, "title: A}", "title: A, raters: [jo@example.org]}",
         "title: A, raters: [jo@example.org]}\nowners: [al@example.org]",
         PLAN ":9:31: warning: the plan says who may rate, but not who may change that: anybody "
              "could name themselves; add `owners`"},
	{"rating-unknown", NULL, "rag: green", "rag: excellent", "rag: Amber/Red",
         UPDATE ":4:6: error: `excellent` is not a rating of this plan; write green, "
                "green-amber, amber, amber-red or red"},
	{"rating-spelling", NULL, "rag: green", "rag: Amber / Green", "rag: Green/Amber",
         UPDATE ":4:6: warning: `Amber / Green` is read as Green/Amber; write `green-amber`"},
	{"duplicate-id", NULL, SUPPORT, "outcomes: [{id: one, title: A}, {id: one, title: B}]\n",
         "outcomes: [{id: one, title: A}]\nnext_milestones: [{id: one, title: B}]\n",
         UPDATE ":7:38: error: the id `one` is used twice in `outcomes`, first on line 7; give "
                "each outcome its own"},
	{"unknown-reference", NULL, SUPPORT, MILESTONE ", serves: [less]}]\n",
         MILESTONE ", serves: [more]}]\noutcomes: [{id: more, title: More}]\n",
         UPDATE ":7:64: error: there is no outcome `less`; use one from `outcomes`, or add "
                "it there"},
	{"unknown-reference", PLAN, "title: A}", "title: A, addresses: [cost]}",
         "title: A, addresses: [cost]}\nconcerns: [{id: cost}]",
         PLAN ":9:35: error: there is no concern `cost`; use one from `concerns` in plan.md, "
              "or add it there"},
	{"unknown-reference", PLAN, "cadence: monthly\n",
         "meetings: [{committee: board, date: 2023-09-20}]\n",
         "meetings: [{committee: board, date: 2023-09-20}]\ncommittees: [{id: board, name: B}]\n",
         PLAN ":7:24: error: there is no committee `board`; use one from `committees` in "
              "plan.md, or add it there"},
	{"unknown-reference", PLAN, "cadence: monthly\n", "severity: {raw-htm: off}\n",
         "severity: {raw-html: off}\n",
         PLAN ":7:12: error: there is no rule `raw-htm`; did you mean `raw-html`?"},
	{"unknown-reference", PLAN, "cadence: monthly\n", "severity: {raw-html: fatal}\n",
         "severity: {raw-html: warning}\n",
         PLAN ":7:22: error: `fatal` is not a severity; write error, warning or off"},
	{"unknown-reference", PLAN, "cadence: monthly\n", "requires: {fields: [suport]}\n",
         "requires: {fields: [support]}\n",
         PLAN ":7:21: error: there is no field of an update `suport`; did you mean `support`?"},
	{"unknown-reference", NULL, SUPPORT, "explained: [{rule: luck, reason: None}]\n",
         "explained: [{rule: raw-html, reason: None}]\n",
         UPDATE ":7:20: error: there is no rule `luck`; take it out"},
	{"date-order", PLAN, "ends: 2025-03-31", "ends: 2023-04-30", "ends: 2023-07-01",
         UPDATE ":3:9: warning: July 2023 lies outside the plan, which runs from 1 May 2023 to "
                "30 April 2023; mend the period, or the plan's dates [period-outside-plan]\n" PLAN
                ":6:7: error: `ends` 2023-04-30 is before `starts` 2023-05-01; mend the one that "
                "is wrong"},
	{"placeholder-unknown", NULL, "## RAG rationale\n",
         "<!-- ragtrail: sentences -->\n\n## RAG rationale\n",
         "<!-- ragtrail: sentence -->\n\n## RAG rationale\n",
         UPDATE ":18:1: error: there is no placeholder `sentences`; did you mean `sentence`?"},
	{"workstream-unknown", NULL, "workstream: a", "workstream: b", "workstream: a # b",
         UPDATE ":2:13: error: the plan has no workstream `b`; use an id from `workstreams` in "
                "plan.md, or add it there"},
	{"period-outside-plan", NULL, "period: 2023-07", "period: 2025-04", "period: 2023-05",
         UPDATE ":3:9: warning: April 2025 lies outside the plan, which runs from 1 May 2023 to "
                "31 March 2025; mend the period, or the plan's dates"},
};

/* What is found in the plan and the update, with TEXT in the place of what stands there. */
static const char *judge_breach(struct sandbox *sandbox, const struct breach *breach,
                                const char *text)
{
	const char *plan = history_plan("a"), *update = history_update("a", "2023-07", "green");
	if (breach->path != NULL)
		plan = replaced(sandbox, plan, breach->from, text);
	else
		update = replaced(sandbox, update, breach->from, text);
	sandbox_write(sandbox, "repository/" PLAN, plan);
	sandbox_write(sandbox, "repository/" UPDATE, update);
	return judged_worktree(sandbox, "repository");
}

static void a_document_that_breaks_a_rule_is_told_where_and_what_to_do(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	for (size_t i = 0; i < COUNT_OF(breaches); i++)
		assert_text(judge_breach(sandbox, &breaches[i], breaches[i].breaks),
		            arena_printf(&sandbox->arena, "%s [%s]\n", breaches[i].says,
		                         breaches[i].rule));
}

static void a_document_that_comes_near_breaks_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	for (size_t i = 0; i < COUNT_OF(breaches); i++)
		assert_text(judge_breach(sandbox, &breaches[i], breaches[i].comes_near), "");
}

static void every_rule_has_its_tests(void **state)
{
	/* These need more than one text in one document: test_tree.c, test_hostile.c,
	 * test_past.c, test_range.c, test_registers.c, test_published.c,
	 * test_signoff.c, test_actions.c, test_observation.c,
	 * test_closedown.c. */
	static const char elsewhere[] =
		" too-large file-type path-reserved path-collision path-untidy "
		"plan-missing plan-misplaced document-twice paper-unregistered-meeting "
		"paper-revision-unknown paper-changed-since-published recommendation-count "
		"recommendation-unanswered action-restates action-no-owner action-undated "
		"action-unmeasured action-overdue action-unproven action-dropped "
		"review-missed challenge-open challenge-unanswered challenge-early "
		"period-claimed-twice period-overlap disposition-missing "
		"disposition-several destination-missing destination-unknown "
		"closed-outstanding closed-in-progress evidence-unsupported "
		"phase-unaccounted inherited-unknown inherited-elsewhere "
		"concern-unanswered record-overlap record-rerated record-withdrawn "
		"record-turned record-conflict "
		"sign-off-own sign-off-early sign-off-carried-over rerating-without-reason "
		"rating-withdrawn rater-not-named owner-not-named commit-date-doubtful ";
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < rule_count; i++) {
		const char *id = arena_printf(&sandbox->arena, " %s ", rules[i].id);
		bool found = rules[i].ask != NULL || /* tests/candour */
		             strstr(elsewhere, id) != NULL;
		for (size_t j = 0; j < COUNT_OF(breaches); j++)
			found = found || strcmp(breaches[j].rule, rules[i].id) == 0;
		assert_case(found, rules[i].id);
	}
}

static void rules_are_named_once_and_say_what_they_want(void **state)
{
	(void)state;
	for (size_t i = 0; i < rule_count; i++) {
		const struct rule *rule = &rules[i];
		assert_case(text_is_slug(rule->id), rule->id);
		assert_case(rule_named(rule->id) == rule, rule->id);
		assert_case((rule->judge != NULL) != (rule->ask != NULL), rule->id);
		assert_case(rule->severity == SEVERITY_ERROR || rule->severity == SEVERITY_WARNING,
		            rule->id);
		assert_case(rule->sentence[strlen(rule->sentence) - 1] == '.', rule->id);
		assert_case(rule->sentence[0] >= 'A' && rule->sentence[0] <= 'Z', rule->id);
	}
	assert_null(rule_named("no-such-rule"));
	assert_null(rule_named(""));
}

/* The rule of a call `fault_add(faults, "rule", ...)` at TEXT, or NULL. */
static const char *rule_in_call(struct sandbox *sandbox, const char *text)
{
	const char *quote = text + strcspn(text, "\";{");
	if (*quote != '"')
		return NULL;
	return arena_text(&sandbox->arena, quote + 1, strcspn(quote + 1, "\""));
}

static void every_fault_that_reading_finds_has_a_rule(void **state)
{
	static const char *const files[] = {"body.c",  "document.c", "fault.c", "front.c",
	                                    "kinds.c", "period.c",   "plan.c",  "scale.c",
	                                    "shape.c", "source.c",   "update.c"};
	struct sandbox *sandbox = *state;
	size_t found = 0;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const char *path = arena_printf(&sandbox->arena, "core/document/%s", files[i]);
		const char *at = sandbox_read_source(sandbox, path);
		while ((at = strstr(at, "fault_add(")) != NULL) {
			at += strlen("fault_add(");
			const char *rule = rule_in_call(sandbox, at);
			if (rule == NULL)
				continue;
			assert_case(rule_named(rule) != NULL, rule);
			found++;
		}
	}
	assert_true(found > 30);
}

/* A plan with more in its front matter, and an update with raw HTML and no sponsor. */
static const char *judge_with(struct sandbox *sandbox, const char *plan_says,
                              const char *update_says)
{
	history_new(sandbox, "repository");
	const char *update = history_update_with("a", "2023-07", "green", update_says);
	update = replaced(sandbox, update, "sponsor: Workstream sponsor\n", "");
	update = replaced(sandbox, update, STEPS, "<div>All done.</div>");
	sandbox_write(sandbox, "repository/" PLAN, history_plan_with("a", plan_says));
	sandbox_write(sandbox, "repository/" UPDATE, update);
	return judged_worktree(sandbox, "repository");
}

#define NO_SPONSOR(severity)                                                                       \
	UPDATE ":1:1: " severity ": this update has no `sponsor`; add it (who answers for the "    \
	       "workstream) [required-field]"
#define HTML(line, severity)                                                                       \
	UPDATE ":" line ":1: " severity                                                            \
	       ": HTML is shown to readers as plain text; write it in Markdown [raw-html]"

static void a_plan_sets_the_severity_of_its_rules(void **state)
{
	assert_text(judge_with(*state, "", ""),
	            NO_SPONSOR("error") "\n" HTML("15", "warning") "\n");
	assert_text(
		judge_with(*state, "severity: {required-field: warning, raw-html: error}\n", ""),
		NO_SPONSOR("warning") "\n" HTML("15", "error") "\n");
	assert_text(judge_with(*state, "severity:\n  raw-html: off\n", ""),
	            NO_SPONSOR("error") "\n");
	/* A word that is no severity changes nothing, and is a finding of its own. */
	assert_text(
		judge_with(*state, "severity: {raw-html: explained}\n", ""),
		NO_SPONSOR("error") "\n" HTML(
			"15",
			"warning") "\n" PLAN
				   ":10:22: error: `explained` is not a severity; write error, warning or off "
				   "[unknown-reference]\n");
}

static void an_answer_is_shown_with_its_finding(void **state)
{
	assert_text(
		judge_with(*state, "", "explained: [{rule: raw-html, reason: Only a division.}]\n"),
		NO_SPONSOR("error") "\n" HTML("16", "explained") " explained: Only a "
								 "division.\n");
	/* An answer without a reason answers nothing. */
	assert_text(
		judge_with(*state, "", "explained: [{rule: raw-html}]\n"),
		NO_SPONSOR(
			"error") "\n" UPDATE
				 ":11:13: error: this explanation has no `reason`; add it (why the finding stands "
				 "as it is) [required-field]\n" HTML("16", "warning") "\n");
	/* What is off stays off, answered or not. */
	assert_text(judge_with(*state, "severity: {raw-html: off}\n",
	                       "explained: [{rule: raw-html, reason: Only a division.}]\n"),
	            NO_SPONSOR("error") "\n");
}

static void a_plan_can_require_more(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	const char *update = history_update("a", "2023-07", "green");
	sandbox_write(sandbox, "repository/" PLAN,
	              history_plan_with("a", "requires: {fields: [support, outlook], sections: "
	                                     "[Engagement, Key activities]}\n"));
	sandbox_write(sandbox, "repository/" UPDATE, replaced(sandbox, update, SUPPORT, ""));
	assert_text(judged_worktree(sandbox, "repository"), UPDATE
	            ":1:1: error: this update has no `outlook`; add it (where the rating is "
	            "heading) [required-field]\n" UPDATE
	            ":1:1: error: this update has no `support`; add it (who supports it in the "
	            "programme office) [required-field]\n" UPDATE
	            ":12:1: error: there is no section `## Engagement`; add it (this plan "
	            "requires it) [required-section]\n");
}

static void what_was_taken_from_a_paper_may_be_short(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/" PLAN,
	              history_plan_with("a", "requires: {fields: [support], sections: "
	                                     "[Engagement]}\n"));
	sandbox_write(
		sandbox, "repository/" UPDATE,
		"---\nworkstream: a\nperiod: 2023-06\nrag: green\nimported: {source: A paper}\n"
		"---\n");
	assert_text(judged_worktree(sandbox, "repository"), "");
}

#define SAID(where, at_line, at_column, how, id, says, because)                                    \
	{                                                                                          \
		.path = where, .place = {at_line, at_column}, .severity = SEVERITY_##how,          \
		.rule = id, .message = says, .answer = because                                     \
	}

static void findings_are_sorted_and_said_once(void **state)
{
	static const struct finding said[] = {
		SAID("b.md", 1, 1, ERROR, "tab", "one", NULL),
		SAID("a.md", 10, 1, ERROR, "tab", "two", NULL),
		SAID("a.md", 9, 20, ERROR, "tab", "three", NULL),
		SAID("a.md", 9, 3, WARNING, "tab", "five", NULL),
		SAID("a.md", 9, 3, WARNING, "tab", "four", NULL),
		SAID("a.md", 9, 3, ERROR, "bad-id", "six", NULL),
		SAID("a.md", 9, 3, WARNING, "tab", "five", NULL),
		SAID("b.md", 1, 1, OFF, "tab", "never", NULL),
		SAID("b.md", 1, 1, EXPLAINED, "encoding", "seven", "since"),
	};
	struct findings findings = {0};
	struct buf text = BUF_INIT;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(said); i++)
		findings_add(&findings, &said[i]);
	findings_sort(&findings);
	findings_as_text(&findings, &text);
	assert_text(text.bytes, "a.md:9:3: error: six [bad-id]\n"
	                        "a.md:9:3: warning: five [tab]\n"
	                        "a.md:9:3: warning: four [tab]\n"
	                        "a.md:9:20: error: three [tab]\n"
	                        "a.md:10:1: error: two [tab]\n"
	                        "b.md:1:1: explained: seven [encoding] explained: since\n"
	                        "b.md:1:1: error: one [tab]\n");
	assert_int_equal(findings.totals[SEVERITY_ERROR], 4);
	assert_int_equal(findings.totals[SEVERITY_WARNING], 2);
	assert_int_equal(findings.totals[SEVERITY_EXPLAINED], 1);
	assert_int_equal(findings.totals[SEVERITY_OFF], 0);
	buf_release(&text);
	findings_release(&findings);
	findings_sort(&findings);
	assert_int_equal(findings.count, 0);
}

/* So many warnings, then so many errors. */
static void add_many(struct findings *findings, int warnings, int errors)
{
	for (int i = 0; i < warnings + errors; i++)
		findings_add(findings,
		             &(struct finding){
				     .path = "a.md",
				     .place = {i + 1, 1},
				     .severity = i < warnings ? SEVERITY_WARNING : SEVERITY_ERROR,
				     .rule = "tab",
				     .message = i < warnings ? "one" : "two",
			     });
}

static void of_many_findings_the_rest_is_counted(void **state)
{
	struct findings findings = {0};
	struct buf text = BUF_INIT;
	(void)state;
	add_many(&findings, FINDINGS_MOST, 0);
	assert_int_equal(findings.unkept, 0);
	add_many(&findings, 5, 7);
	assert_int_equal(findings.count, FINDINGS_MOST);
	assert_int_equal(findings.unkept, 12);
	assert_int_equal(findings.totals[SEVERITY_WARNING], FINDINGS_MOST + 5);
	findings_summary(&findings, 1, &text);
	assert_text(text.bytes, "1 document: 7 errors, 10005 warnings; 12 of them are not shown: "
	                        "mend the first, and check again\n");
	/* No error is left out for a warning. */
	findings_sort(&findings);
	assert_int_equal(findings.count, FINDINGS_MOST);
	size_t errors = 0;
	for (size_t i = 0; i < findings.count; i++)
		errors += findings.items[i].severity == SEVERITY_ERROR ? 1 : 0;
	assert_int_equal(errors, 7);
	add_many(&findings, 0, FINDINGS_MOST + 100);
	assert_int_equal(findings.count, FINDINGS_MOST);
	assert_int_equal(findings.totals[SEVERITY_ERROR], FINDINGS_MOST + 107);
	struct findings few = {0};
	findings_carry(&few, &findings);
	assert_int_equal(few.totals[SEVERITY_ERROR], 107);
	assert_int_equal(few.unkept, findings.unkept);
	buf_release(&text);
	findings_release(&few);
	findings_release(&findings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_document_that_breaks_a_rule_is_told_where_and_what_to_do),
		sandbox_test(a_document_that_comes_near_breaks_nothing),
		sandbox_test(every_rule_has_its_tests),
		cmocka_unit_test(rules_are_named_once_and_say_what_they_want),
		sandbox_test(every_fault_that_reading_finds_has_a_rule),
		sandbox_test(a_plan_sets_the_severity_of_its_rules),
		sandbox_test(an_answer_is_shown_with_its_finding),
		sandbox_test(a_plan_can_require_more),
		sandbox_test(what_was_taken_from_a_paper_may_be_short),
		cmocka_unit_test(findings_are_sorted_and_said_once),
		cmocka_unit_test(of_many_findings_the_rest_is_counted),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("rules", tests, NULL, NULL) != 0;
}
