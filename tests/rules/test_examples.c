/* The page of every rule: it is there, and its examples do what it says. */
#include "support/example.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/judging.h"
#include "view/findings_view.h"

/* Judges what is in FOLDER as the example and its rule want it. */
static struct findings judge(struct sandbox *sandbox, const struct rule *rule, const char *folder,
                             const struct example *example)
{
	struct findings findings;
	if (rule->scope == RULE_OF_LANDING)
		judge_landing(sandbox, folder, &findings);
	else if (rule->ask != NULL)
		judge_candour(sandbox, folder, example->committed, &findings);
	else if (example->committed)
		judge_on_record(sandbox, folder, &findings);
	else
		judge_worktree(sandbox, folder, &findings);
	return findings;
}

static void fail_example(const char *rule, const char *what, const struct findings *findings)
{
	struct buf text = BUF_INIT;
	findings_as_text(findings, &text);
	print_error("%s: %s; what is found:\n%s", rule, what, text.bytes);
	buf_release(&text);
	fail();
}

static const char *folder_of(struct sandbox *sandbox, const char *rule, const char *which)
{
	return arena_printf(&sandbox->arena, "%s-%s", rule, which);
}

static void every_rule_has_a_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < rule_count; i++) {
		const struct rule_page *page = rule_page(rules[i].id);
		assert_case(page != NULL, rules[i].id);
		assert_case(page->why != NULL && page->bad != NULL && page->good != NULL,
		            rules[i].id);
		assert_case(page->why[strlen(page->why) - 1] == '.', rules[i].id);
	}
	assert_null(rule_page("no-such-rule"));
}

static bool stands_at(const struct finding *finding, const struct example_mark *mark)
{
	if (mark->path == NULL)
		return finding->place.line == 1;
	return finding->place.line == mark->line && strcmp(finding->path, mark->path) == 0;
}

static void judge_bad(struct sandbox *sandbox, const struct rule *rule)
{
	const char *folder = folder_of(sandbox, rule->id, "bad");
	struct example example = example_make(sandbox, folder, rule_page(rule->id)->bad);
	struct findings findings = judge(sandbox, rule, folder, &example);
	bool marked = false;
	for (size_t i = 0; i < findings.count; i++) {
		if (strcmp(findings.items[i].rule, rule->id) != 0)
			fail_example(rule->id, "the bad example breaks another rule", &findings);
		marked = marked || stands_at(&findings.items[i], &example.mark);
	}
	if (!marked)
		fail_example(rule->id, "the bad example is not found where it is marked",
		             &findings);
	findings_release(&findings);
}

static void every_bad_example_breaks_its_rule_and_no_other(void **state)
{
	for (size_t i = 0; i < rule_count; i++)
		judge_bad(*state, &rules[i]);
}

static void every_good_example_breaks_no_rule(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < rule_count; i++) {
		const struct rule *rule = &rules[i];
		const char *folder = folder_of(sandbox, rules[i].id, "good");
		struct example example =
			example_make(sandbox, folder, rule_page(rules[i].id)->good);
		assert_case(example.mark.path == NULL, rules[i].id);
		struct findings findings = judge(sandbox, rule, folder, &example);
		if (findings.count != 0)
			fail_example(rules[i].id, "the good example breaks a rule", &findings);
		findings_release(&findings);
	}
}

/* Adds a field to the front matter of the file at PATH. */
static void add_field(struct sandbox *sandbox, const char *folder, const char *path,
                      const char *field)
{
	const char *inner = arena_printf(&sandbox->arena, "%s/%s", folder, path);
	if (access(sandbox_path(sandbox, inner), R_OK) < 0) /* a link to nothing */
		return;
	const char *text = sandbox_read(sandbox, inner);
	if (strncmp(text, "---\n", 4) == 0)
		sandbox_write(sandbox, inner,
		              arena_printf(&sandbox->arena, "---\n%s\n%s", field, text + 4));
}

/* How many of the findings are of this severity. */
static size_t count_of(struct sandbox *sandbox, const struct rule *rule, const char *folder,
                       const struct example *example, enum severity severity)
{
	struct findings findings = judge(sandbox, rule, folder, example);
	size_t count = findings.totals[severity];
	findings_release(&findings);
	return count;
}

/* The example with a field more in what it says of the plan first. */
static const char *with_plan_field(struct sandbox *sandbox, const char *example, const char *field)
{
	static const char step[] = "== plans/demo/plan.md\n";
	if (strncmp(example, step, strlen(step)) != 0)
		return arena_printf(&sandbox->arena, "%s%s\n%s", step, field, example);
	return arena_printf(&sandbox->arena, "%s%s\n%s", step, field, example + strlen(step));
}

/* The same of a rule about landings, for which it is the plan of before that counts. */
static bool can_turn_off_before(struct sandbox *sandbox, const struct rule *rule)
{
	const char *folder = folder_of(sandbox, rule->id, "off");
	const char *text =
		with_plan_field(sandbox, rule_page(rule->id)->bad,
	                        arena_printf(&sandbox->arena, "severity: {%s: off}", rule->id));
	struct example example = example_make(sandbox, folder, text);
	return count_of(sandbox, rule, folder, &example, rule->severity) == 0;
}

/* Whether a finding of the bad example goes away when the plan turns the rule off. */
static bool can_turn_off(struct sandbox *sandbox, const struct rule *rule)
{
	if (rule->scope == RULE_OF_LANDING)
		return can_turn_off_before(sandbox, rule);
	const char *folder = folder_of(sandbox, rule->id, "off");
	struct example example = example_make(sandbox, folder, rule_page(rule->id)->bad);
	size_t before = count_of(sandbox, rule, folder, &example, rule->severity);
	if (strstr(rule_page(rule->id)->bad, "plans/demo/") == NULL)
		return false;
	add_field(sandbox, folder, "plans/demo/plan.md",
	          arena_printf(&sandbox->arena, "severity: {%s: off}", rule->id));
	return count_of(sandbox, rule, folder, &example, rule->severity) < before;
}

/* Whether the document in which the finding stands can answer it. */
static bool can_explain(struct sandbox *sandbox, const struct rule *rule)
{
	if (rule->scope == RULE_OF_LANDING)
		return false; /* test_range.c */
	const char *folder = folder_of(sandbox, rule->id, "explained");
	struct example example = example_make(sandbox, folder, rule_page(rule->id)->bad);
	struct findings findings = judge(sandbox, rule, folder, &example);
	const char *path = example.mark.path != NULL ? example.mark.path : findings.items[0].path;
	const char *field = arena_printf(
		&sandbox->arena, "explained: [{rule: %s, reason: It is right so.}]", rule->id);
	add_field(sandbox, folder, path, field);
	findings_release(&findings);
	return count_of(sandbox, rule, folder, &example, SEVERITY_EXPLAINED) != 0;
}

static void every_page_says_how_its_rule_can_be_answered(void **state)
{
	for (size_t i = 0; i < rule_count; i++) {
		enum rule_answer answer = rule_page(rules[i].id)->answer;
		bool in_plan = answer == ANSWER_IN_BOTH || answer == ANSWER_IN_PLAN;
		bool in_document = answer == ANSWER_IN_BOTH || answer == ANSWER_IN_DOCUMENT;
		assert_case(can_turn_off(*state, &rules[i]) == in_plan, rules[i].id);
		assert_case(can_explain(*state, &rules[i]) == in_document, rules[i].id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_has_a_page),
		sandbox_test(every_bad_example_breaks_its_rule_and_no_other),
		sandbox_test(every_good_example_breaks_no_rule),
		sandbox_test(every_page_says_how_its_rule_can_be_answered),
	};
	return cmocka_run_group_tests_name("examples of the rules", tests, NULL, NULL) != 0;
}
