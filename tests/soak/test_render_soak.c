/* A thousand renders, each killed at a random moment. */
#include "support/testing.h"

#include <stdlib.h>

#include "support/history.h"
#include "support/trees.h"

static void a_thousand_killed_renders_leave_a_whole_site(void **state)
{
	const char *seed = getenv("SEED");
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")});
	history_tag(history, "july");
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {5, "Dora", "plans/q/plan.md", history_plan("a")});
	kill_renders(sandbox, 1000, seed != NULL ? (unsigned)strtoul(seed, NULL, 10) : 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_thousand_killed_renders_leave_a_whole_site),
	};
	return cmocka_run_group_tests_name("render soak", tests, NULL, NULL) != 0;
}
