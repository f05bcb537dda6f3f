/* What people do with git, and what the record makes of it: support/scenarios.c. */
#include "support/command.h"

#include <string.h>

#include "support/recording.h"
#include "support/scenario.h"

static void every_scenario_has_its_record(void **state)
{
	struct sandbox *sandbox = *state;
	size_t failed = 0;
	for (size_t i = 0; i < scenario_count; i++) {
		const char *folder = arena_printf(&sandbox->arena, "%zu/repo", i);
		struct history *history = scenario_make(sandbox, folder, scenarios[i].script);
		const char *actual = recorded_text(history, "HEAD");
		if (strcmp(actual, scenarios[i].record) == 0)
			continue;
		print_error("%s (%s)\nexpected:\n%sfound:\n%s", scenarios[i].name, folder,
		            scenarios[i].record, actual);
		failed++;
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
				     "write a.md a 2023-10 red\n"
				     "commit 2023-11-02 Ann\n";
	static const char files[] = "write a/2023-07.md a 2023-07 green\n"
				    "commit 2023-08-02 Ann\n"
				    "write a/2023-08.md a 2023-08 amber\n"
				    "commit 2023-09-02 Ann\n"
				    "write a/2023-10.md a 2023-10 red\n"
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_scenario_has_its_record),
		sandbox_test(a_file_a_period_gives_the_trend_of_living_files),
	};
	return cmocka_run_group_tests_name("scenarios", tests, NULL, NULL) != 0;
}
