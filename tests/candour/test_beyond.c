/* A day beyond the forecast, where an update gives none and the report before does. */
#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"

#define RULE "[date-past-forecast]"

/* What is asked of a report on August without a forecast; that of July has 31 March 2025. */
static const char *asked(struct sandbox *sandbox, const char *period, const char *sentence)
{
	const char *text = history_update("procurement", period, "green");
	text = replaced(sandbox, text, "forecast_completion: 2025-03-31\n", "");
	text = replaced(
		sandbox, text, "agreed_completion: 2025-03-31\n",
		"milestones:\n  - {id: code, title: Code of buying in force, status: delivered}\n");
	text = replaced(sandbox, text, "## Key activities\n\n",
	                arena_printf(&sandbox->arena, "## Key activities\n\n%s ", sentence));
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/better/plan.md", history_plan_with("procurement", ""));
	sandbox_write(sandbox, "repo/plans/better/first.md",
	              history_update("procurement", "2023-07", "green"));
	sandbox_write(sandbox, "repo/plans/better/second.md", text);
	return judged_candour(sandbox, "repo", false);
}

static void the_forecast_before_holds_where_none_is_given(void **state)
{
	const char *found = asked(*state, "2023-08", "The code was agreed in November 2025.");
	assert_non_null(strstr(found,
	                       "the text says \"was agreed\" and names November 2025, though "
	                       "the last report forecasts completion for 31 March 2025"));
	assert_non_null(strstr(found, "see plans/better/first.md:9 (July 2023): forecast "
	                              "completion 31 March 2025"));
	assert_non_null(strstr(found, RULE));
}

static void what_lies_before_it_or_is_not_dated_is_left_alone(void **state)
{
	static const char *const sentences[] = {
		"The code was agreed in November 2024.",
		"The code was agreed.",
		"The conference was agreed in November 2025 by the region.",
		/* The March that has passed. */
		"The code was agreed in March.",
	};
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		assert_case(strstr(asked(*state, "2023-08", sentences[i]), RULE) == NULL,
		            sentences[i]);
	/* A month lies between the two reports. */
	assert_null(
		strstr(asked(*state, "2023-09", "The code was agreed in November 2025."), RULE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_forecast_before_holds_where_none_is_given),
		sandbox_test(what_lies_before_it_or_is_not_dated_is_left_alone),
	};
	return cmocka_run_group_tests_name("beyond", tests, NULL, NULL) != 0;
}
