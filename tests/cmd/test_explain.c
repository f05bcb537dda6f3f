/* ragtrail explain: the pages of the rules, in a terminal. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"

static const char bad_date[] =
	"bad-date (error)\n"
	"  Dates are written year-month-day: `2023-09-30`.\n"
	"\n"
	"Why\n"
	"  A date that is written in one way only can be compared and counted with: how\n"
	"  late a milestone is, how far a forecast has moved. `03/09/23` is in March for\n"
	"  some readers and in September for others.\n"
	"\n"
	"Wrong\n"
	"  plans/demo/procurement.md\n"
	"    ...\n"
	"  > agreed_completion: 30th September 2023\n"
	"    ...\n"
	"\n"
	"Right\n"
	"  plans/demo/procurement.md\n"
	"    ...\n"
	"    agreed_completion: 2023-09-30\n"
	"    ...\n"
	"\n"
	"To turn it off, or to answer it\n"
	"  A plan says in its plan.md how much the rule weighs there: `error`, `warning`\n"
	"  or `off`.\n"
	"    severity:\n"
	"      bad-date: warning\n"
	"  A document answers the finding with a reason. The answer is shown beside it,\n"
	"  and it is no longer an error or a warning.\n"
	"    explained:\n"
	"      - {rule: bad-date, reason: Why it is right as it is}\n";

static void a_rule_is_explained_without_a_repository(void **state)
{
	struct sandbox *sandbox = *state;
	assert_outcome(RAGTRAIL(sandbox, NULL, "explain", "bad-date"), 0, bad_date, "");
	assert_outcome(RAGTRAIL(sandbox, NULL, "explain", "bad-date", "bad-date"), 0,
	               arena_printf(&sandbox->arena, "%s\n%s", bad_date, bad_date), "");
}

static void every_rule_is_in_the_list(void **state)
{
	struct outcome outcome = RAGTRAIL(*state, NULL, "explain");
	const char *line = outcome.output;
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	assert_true(strncmp(line, "Form\n", 5) == 0);
	line = next_line(line);
	for (size_t i = 0; i < rule_count; i++) {
		size_t length = strlen(rules[i].id);
		if (i != 0 && rules[i].family != rules[i - 1].family) {
			assert_case(strncmp(line, "\nCandour: ", 10) == 0, rules[i].id);
			line = next_line(next_line(line));
		}
		assert_case(strncmp(line, rules[i].id, length) == 0 && line[length] == ' ',
		            rules[i].id);
		assert_case(strstr(line, severity_word(rules[i].severity)) != NULL, rules[i].id);
		for (line = next_line(line); *line == ' ';)
			line = next_line(line);
	}
	assert_text(line, "");
}

/* Each page fits a terminal, and shows none of the notation that it is written in. */
static void every_rule_fits_a_terminal(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < rule_count; i += testing_is_slow() ? 9 : 1) {
		struct outcome outcome = RAGTRAIL(sandbox, NULL, "explain", rules[i].id);
		assert_case(outcome.status == 0, rules[i].id);
		for (const char *line = outcome.output; *line != '\0'; line = next_line(line)) {
			const char *copy = arena_text(&sandbox->arena, line, strcspn(line, "\n"));
			assert_case(text_width(copy) <= 80, copy);
			assert_case(strstr(copy, "== ") == NULL && strstr(copy, "=> ") == NULL,
			            copy);
		}
	}
}

static void an_unknown_rule_is_told_which_is_meant(void **state)
{
	assert_outcome(RAGTRAIL(*state, NULL, "explain", "bad-dat"), 2, "",
	               "ragtrail: there is no rule `bad-dat`; did you mean `bad-date`?\n");
	assert_outcome(RAGTRAIL(*state, NULL, "explain", "bad-date", "\x1b[31m"), 2, "",
	               "ragtrail: there is no rule `\xef\xbf\xbd[31m`; ragtrail explain lists "
	               "them all\n");
	assert_outcome(RAGTRAIL(*state, NULL, "explain", "--color", "green"), 2, "",
	               "ragtrail: `--color green` must be auto, always or never\n");
}

static void headings_are_bold_where_asked(void **state)
{
	struct outcome outcome = RAGTRAIL(*state, NULL, "explain", "--color", "always", "bad-date");
	assert_non_null(strstr(outcome.output, "\n\x1b[1mWhy\x1b[0m\n"));
	assert_non_null(strstr(outcome.output, "  > \x1b[1magreed_completion: 30th"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_rule_is_explained_without_a_repository),
		sandbox_test(every_rule_is_in_the_list),
		sandbox_test(every_rule_fits_a_terminal),
		sandbox_test(an_unknown_rule_is_told_which_is_meant),
		sandbox_test(headings_are_bold_where_asked),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("explain", tests, NULL, NULL) != 0;
}
