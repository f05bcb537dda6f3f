/* What people do with git, and what the record makes of it: support/scenarios.c. */
#include "support/command.h"

#include <string.h>

#include "support/graphs.h"
#include "support/recording.h"
#include "support/scenario.h"

static void every_scenario_has_its_record(void **state)
{
	struct sandbox *sandbox = *state;
	size_t failed = 0;
	for (size_t i = 0; i < scenario_count; i++) {
		const char *folder = arena_printf(&sandbox->arena, "%zu/repo", i);
		struct history *history = scenario_make(sandbox, folder, scenarios[i].script);
		for (enum graph_way way = GRAPH_NONE; way < GRAPH_WAYS; way++) {
			if (way != GRAPH_NONE)
				graphs_write_head(history, way);
			const char *actual = recorded_text(history, "HEAD");
			if (strcmp(actual, scenarios[i].record) == 0)
				continue;
			print_error("%s (%s), %s\nexpected:\n%sfound:\n%s", scenarios[i].name,
			            folder, graph_ways[way], scenarios[i].record, actual);
			failed++;
			break;
		}
	}
	assert_int_equal(failed, 0);
}

/* The trend as a program reads it, with the number of each commit in place of its id. */
static const char *numbered_trend(struct sandbox *sandbox, const char *folder, const char *format)
{
	struct outcome outcome = command_script(
		sandbox, folder,
		arena_printf(&sandbox->arena,
	                     "ragtrail trend --format %s >../trend || exit\n"
	                     "sed \"$(git rev-list --reverse HEAD | awk '{\n"
	                     "	printf \"s/%%s/#%%d/g;s/%%s/#%%d/g;\", $1, NR, substr($1, 1, 7), "
	                     "NR\n"
	                     "}')\" ../trend\n",
	                     format));
	assert_int_equal(outcome.status, 0);
	return outcome.output;
}

static void a_file_a_period_gives_the_trend_of_living_files(void **state)
{
	static const char living[] = "write a.md a 2023-07 green\n"
				     "commit 2023-08-02 Ann\n"
				     "write a.md a 2023-08 amber\n"
				     "commit 2023-09-02 Ann\n"
				     "write a.md a 2023-10 red 'route_to_green: In spring'\n"
				     "commit 2023-11-02 Ann\n";
	static const char files[] = "write a/2023-07.md a 2023-07 green\n"
				    "commit 2023-08-02 Ann\n"
				    "write a/2023-08.md a 2023-08 amber\n"
				    "commit 2023-09-02 Ann\n"
				    "write a/2023-10.md a 2023-10 red 'route_to_green: In spring'\n"
				    "commit 2023-11-02 Ann\n";
	static const char *const formats[] = {"text", "json", "csv"};
	struct sandbox *sandbox = *state;
	struct history *one = scenario_make(sandbox, "living/repo", living);
	struct history *other = scenario_make(sandbox, "files/repo", files);
	assert_text(recorded_text(one, "HEAD"), recorded_text(other, "HEAD"));
	for (size_t i = 0; i < COUNT_OF(formats); i++)
		assert_text(numbered_trend(sandbox, "files/repo", formats[i]),
		            numbered_trend(sandbox, "living/repo", formats[i]));
}

static const char *script_of(const char *name)
{
	for (size_t i = 0; i < scenario_count; i++)
		if (strcmp(scenarios[i].name, name) == 0)
			return scenarios[i].script;
	fail_msg("there is no scenario `%s`", name);
	return NULL;
}

static void ratings_of_two_scales_are_not_compared(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = scenario_make(
		sandbox, "repo", script_of("a scale that changes between two periods"));
	const struct record *record = recorded(history, "HEAD");
	const struct series *a = &record_plan(record, "better")->workstreams[0];
	assert_int_equal(a->count, 2);
	assert_false(standing_version(&a->standings[1])->rerating);
	assert_non_null(strstr(trend_text(history), "a: G Good, not-compared, held 1\n"));
	assert_non_null(strstr(RAGTRAIL(sandbox, "repo", "trend").output, " not compared "));
}

static void a_correction_says_why_and_who_asked(void **state)
{
	struct history *history = scenario_make(
		*state, "repo", script_of("a rating that was challenged and corrected"));
	const struct series *a = &record_plan(recorded(history, "HEAD"), "better")->workstreams[0];
	const struct version *version = standing_version(&a->standings[0]);
	assert_true(version->rerating);
	assert_string_equal(version->reading->correction, "No evidence");
	assert_string_equal(version->reading->raised_by, "Improvement board");
}

static void a_receipt_says_when_and_from_which_account(void **state)
{
	struct history *history =
		scenario_make(*state, "repo", script_of("the same with the server's receipts"));
	const struct series *a = &record_plan(recorded(history, "HEAD"), "better")->workstreams[0];
	const struct landing *landing = standing_version(&a->standings[0])->landing;
	assert_int_equal(a->standings[0].count, 3);
	/* 12 August 2023, 10:00, and not noon as its committer says. */
	assert_int_equal(landing->received, 1691834400);
	assert_int_equal(landing_time(landing), 1691834400);
	assert_string_equal(landing->account, "ann");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_scenario_has_its_record),
		sandbox_test(a_file_a_period_gives_the_trend_of_living_files),
		sandbox_test(ratings_of_two_scales_are_not_compared),
		sandbox_test(a_correction_says_why_and_who_asked),
		sandbox_test(a_receipt_says_when_and_from_which_account),
	};
	return cmocka_run_group_tests_name("scenarios", tests, NULL, NULL) != 0;
}
