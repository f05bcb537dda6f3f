/* Claims over more than a year: what is told before the commit is what readers are told after. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"

enum { MONTHS = 20 };

/* The period that is N months after January 2022. */
static const char *month(char text[16], int n)
{
	snprintf(text, 16, "%d-%02d", 2022 + n / 12, n % 12 + 1);
	return text;
}

/* One file, committed anew each month: Green, but for the second one. */
static void make_repository(struct sandbox *sandbox)
{
	char text[16];
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md",
	                  history_plan_with("a", "severity: {claim-streak: error}\n")});
	for (int i = 0; i < MONTHS; i++)
		HISTORY(history, {2, "Ann", "plans/p/a.md",
		                  history_update("a", month(text, i), i == 1 ? "amber" : "green")});
	history_checkout(history);
	assert_int_equal(RAGTRAIL(sandbox, "repository", "check", "-q").status, 0);
	GIT(sandbox, "repository", "config", "user.name", "Ann");
	GIT(sandbox, "repository", "config", "user.email", "ann@example.org");
}

static void a_claim_is_held_to_the_whole_record_before_the_commit_as_after(void **state)
{
	static const struct {
		const char *claim, *rag;
		int contradicted;
	} rows[] = {
		{"The workstream is Green for a nineteenth consecutive month.", "green", 0},
		{"The workstream is Green for a twentieth consecutive month.", "green", 1},
		{"The workstream is Amber for the first time.", "amber", 1},
		{"The workstream is Red for the first time.", "red", 0},
	};
	struct sandbox *sandbox = *state;
	char text[16];
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		make_repository(sandbox);
		sandbox_write(sandbox, "repository/plans/p/a.md",
		              history_update_saying("a", month(text, MONTHS), rows[i].rag,
		                                    rows[i].claim));
		struct outcome outcome = command_script(
			sandbox, "repository",
			"git add .\n"
			"told() { echo $(grep -c claim-streak); }\n"
			"$RAGTRAIL check --staged | told; $RAGTRAIL check | told\n"
			"git commit -qm x; $RAGTRAIL check HEAD~1..HEAD | told\n"
			"$RAGTRAIL show a | told\n"
			"$RAGTRAIL render -o ../site > /dev/null; told < ../site/p/index.candour.csv\n"
			"rm -r ../site ../repository");
		const char *told = rows[i].contradicted ? "1\n1\n1\n1\n1\n" : "0\n0\n0\n0\n0\n";
		if (strcmp(outcome.output, told) != 0)
			fail_msg("%s\n%s%s", rows[i].claim, outcome.output, outcome.errors);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_claim_is_held_to_the_whole_record_before_the_commit_as_after),
	};
	return cmocka_run_group_tests_name("long_claims", tests, NULL, NULL) != 0;
}
