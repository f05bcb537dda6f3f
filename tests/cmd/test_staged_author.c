/* ragtrail check --staged: who may rate is a warning before the commit. */
#include "support/command.h"

#include <string.h>

#include "support/history.h"

#define A "plans/p/a.md"
#define PLAN "plans/p/plan.md"

static const char plan[] = "---\n"
			   "kind: plan\n"
			   "title: Better\n"
			   "organisation: Council\n"
			   "starts: 2023-01-01\n"
			   "ends: 2024-12-31\n"
			   "owners: [office@example.org]\n"
			   "workstreams:\n"
			   "  - {id: a, title: A, raters: [ANN@example.org]}\n"
			   "  - {id: b, title: B}\n"
			   "---\n";

static void begin(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {1, "Ann", PLAN, plan},
	        {2, "Ann", A, history_update("a", "2023-07", "green")});
	history_checkout(history);
	assert_outcome(RAGTRAIL(sandbox, "repo", "check", "-q"), 0, "", "");
}

/* What is said where somebody of this address has staged the text at the path. */
static struct outcome staged_by(struct sandbox *sandbox, const char *email, const char *path,
                                const char *text)
{
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "repo/%s", path), text);
	GIT(sandbox, "repo", "add", "plans");
	GIT(sandbox, "repo", "config", "user.name", "Somebody");
	GIT(sandbox, "repo", "config", "user.email", email);
	return RAGTRAIL(sandbox, "repo", "check", "--staged", "-q");
}

static void a_rating_of_somebody_else_is_a_warning(void **state)
{
	static const char said[] =
		A ":4:6: warning: bob@example.org may not set the rating of a; the plan names "
		  "ANN@example.org: ask one of them to commit it, or the server will refuse it "
		  "[rater-not-named]\n";
	const char *amber =
		history_update_with("a", "2023-07", "amber", "correction: {reason: So}\n");
	begin(*state);
	assert_outcome(staged_by(*state, "bob@example.org", A, amber), 0, said, "");
	assert_outcome(staged_by(*state, "ann@EXAMPLE.org", A, amber), 0, "", "");
	assert_outcome(
		staged_by(*state, "bob@example.org", A, history_update("a", "2023-08", "green")), 0,
		said, "");
	/* Whom the plan names nobody for, anybody may rate. */
	GIT(*state, "repo", "checkout", "-q", "HEAD", "--", "plans");
	assert_outcome(staged_by(*state, "bob@example.org", "plans/p/b.md",
	                         history_update("b", "2023-07", "red")),
	               0, "", "");
}

static void a_rating_that_stays_is_nobodys_business(void **state)
{
	struct sandbox *sandbox = *state;
	const char *text = history_update("a", "2023-07", "green");
	begin(sandbox);
	assert_outcome(staged_by(sandbox, "bob@example.org", A,
	                         arena_printf(&sandbox->arena, "%sA word more.\n", text)),
	               0, "", "");
	assert_outcome(staged_by(sandbox, "bob@example.org", "plans/p/2023-07/a.md", text), 1,
	               A
	               ":3:9: error: a for July 2023 is already reported in plans/p/2023-07/a.md; "
	               "keep one of the two documents [period-claimed-twice]\n",
	               "");
}

static void nobody_appoints_himself(void **state)
{
	struct sandbox *sandbox = *state;
	static const char said[] =
		PLAN ":9:31: warning: bob@example.org may not change the `raters` of a; the plan "
		     "names office@example.org: ask one of them to commit it, or the server will "
		     "refuse it [owner-not-named]\n";
	begin(sandbox);
	const char *bobs = arena_printf(&sandbox->arena, "%s", plan);
	char *at = strstr(bobs, "ANN");
	at[0] = 'B', at[1] = 'O', at[2] = 'B';
	assert_outcome(staged_by(sandbox, "bob@example.org", PLAN, bobs), 0, said, "");
	assert_outcome(staged_by(sandbox, "office@example.org", PLAN, bobs), 0, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_rating_of_somebody_else_is_a_warning),
		sandbox_test(a_rating_that_stays_is_nobodys_business),
		sandbox_test(nobody_appoints_himself),
	};
	return cmocka_run_group_tests_name("check --staged, by whom", tests, NULL, NULL) != 0;
}
