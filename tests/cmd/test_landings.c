/* What stood at a landing is what a clone that never saw the later ones shows. */
#include "support/command.h"

#include <string.h>

#include "support/scenario.h"
#include "support/testing.h"

/* A landing of a first-parent chain. */
struct step {
	const char *commit, *day;
};

enum { MOST_STEPS = 32 };

/* One in thirteen where every run takes some seconds. */
static size_t stride(void)
{
	return testing_is_slow() ? 13 : 1;
}

/* Makes the scenario's repository, and a clone with all that a server keeps. */
static void make(struct sandbox *sandbox, const struct scenario *scenario, const char *folder)
{
	const char *repository = arena_printf(&sandbox->arena, "%s/repo", folder);
	const char *copy = arena_printf(&sandbox->arena, "%s/copy", folder);
	scenario_make(sandbox, repository, scenario->script);
	GIT(sandbox, folder, "clone", "-q", "repo", "copy");
	GIT(sandbox, copy, "fetch", "-q", "origin", "refs/ragtrail/*:refs/ragtrail/*");
}

/* The commits, a line each of an id and a day, that git lists with these options. */
static size_t list(struct sandbox *sandbox, const char *folder, const char *option,
                   struct step steps[MOST_STEPS])
{
	const char *text = GIT(sandbox, folder, "log", "--reverse", "--format=%H %cd",
	                       "--date=format-local:%Y-%m-%d", option);
	size_t count = 0;
	for (const char *at = text; *at != '\0'; at = next_line(at)) {
		assert_true(count < MOST_STEPS);
		steps[count++] = (struct step){arena_text(&sandbox->arena, at, 40),
		                               arena_text(&sandbox->arena, at + 41, 10)};
	}
	return count;
}

static const char *trend(struct sandbox *sandbox, const char *folder, const char *format,
                         const char *option, const char *when)
{
	struct outcome outcome =
		option == NULL
			? RAGTRAIL(sandbox, folder, "trend", "--format", format)
			: RAGTRAIL(sandbox, folder, "trend", "--format", format, option, when);
	if (outcome.status != 0)
		print_error("%s: %s %s: %s", folder, option, when, outcome.errors);
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	return outcome.output;
}

static void compare(const char *name, const char *commit, const char *actual, const char *expected)
{
	if (strcmp(actual, expected) != 0)
		print_error("%s, at %s:\n", name, commit);
	assert_text(actual, expected);
}

static void at_a_commit_stands_what_a_clone_checked_out_there_shows(void **state)
{
	static const char *const formats[] = {"text", "json"};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < scenario_count; i += stride()) {
		struct step steps[MOST_STEPS];
		const char *folder = arena_printf(&sandbox->arena, "%zu", i);
		const char *repository = arena_printf(&sandbox->arena, "%zu/repo", i);
		const char *copy = arena_printf(&sandbox->arena, "%zu/copy", i);
		make(sandbox, &scenarios[i], folder);
		/* Those inside landings too: they were landings of their own branch. */
		size_t count = list(sandbox, repository, "HEAD", steps);
		for (size_t j = 0; j < count; j++) {
			const char *commit = steps[j].commit;
			if (strcmp(GIT(sandbox, repository, "ls-tree", "--name-only", commit,
			               "plans/better/plan.md"),
			           "") == 0)
				continue; /* no plan yet: a history that began elsewhere */
			GIT(sandbox, copy, "checkout", "-q", "--detach", commit);
			for (size_t k = 0; k < COUNT_OF(formats); k++)
				compare(scenarios[i].name, commit,
				        trend(sandbox, repository, formats[k], "--at", commit),
				        trend(sandbox, copy, formats[k], NULL, NULL));
		}
	}
}

static void on_a_day_stands_the_last_landing_whose_clock_had_not_passed_it(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < scenario_count; i += stride()) {
		struct step steps[MOST_STEPS];
		const char *folder = arena_printf(&sandbox->arena, "%zu/repo", i);
		const char *latest = "";
		if (strstr(scenarios[i].script, "receive ") != NULL)
			continue; /* the chain and its clock are the server's */
		scenario_make(sandbox, folder, scenarios[i].script);
		size_t count = list(sandbox, folder, "--first-parent", steps);
		for (size_t j = 0; j < count; j++) { /* the largest time so far */
			latest = strcmp(steps[j].day, latest) > 0 ? steps[j].day : latest;
			steps[j].day = latest;
		}
		for (size_t j = 0; j < count; j++) {
			if (j + 1 < count && strcmp(steps[j].day, steps[j + 1].day) == 0)
				continue;
			compare(scenarios[i].name, steps[j].day,
			        trend(sandbox, folder, "json", "--on", steps[j].day),
			        trend(sandbox, folder, "json", "--at", steps[j].commit));
		}
		assert_int_equal(RAGTRAIL(sandbox, folder, "trend", "--on", "2023-06-30").status,
		                 2);
	}
}

static void a_days_trend_is_asked_for_between_landings_too(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *day, *revision;
	} cases[] = {
		{"2023-08-01", "HEAD~4"}, /* the day before the first update */
		{"2023-08-02", "HEAD~1"}, /* two that are dated back are there by then */
		{"2023-11-01", "HEAD~1"}, {"2023-11-02", "HEAD"}, {"2030-01-01", "HEAD"},
	};
	scenario_make(sandbox, "repo",
	              "write a.md a 2023-07 green\ncommit 2023-08-02 Ann\n"
	              "write a.md a 2023-08 red\ncommit 2023-07-15 Ann\n"
	              "write a.md a 2023-09 red\ncommit 2023-07-20 Ann\n"
	              "write a.md a 2023-10 green\ncommit 2023-11-02 Ann\n");
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		compare(cases[i].day, cases[i].revision,
		        trend(sandbox, "repo", "text", "--on", cases[i].day),
		        trend(sandbox, "repo", "text", "--at", cases[i].revision));
}

static void tags_and_bare_clones_show_the_same(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < scenario_count; i += 4 * stride()) {
		const char *folder = arena_printf(&sandbox->arena, "%zu", i);
		const char *repository = arena_printf(&sandbox->arena, "%zu/repo", i);
		const char *bare = arena_printf(&sandbox->arena, "%zu/bare.git", i);
		scenario_make(sandbox, repository,
		              arena_printf(&sandbox->arena,
		                           "%sas 2023-12-01 Office\n"
		                           "git tag board/light HEAD~1\n"
		                           "git tag -m Board board/heavy HEAD~1\n",
		                           scenarios[i].script));
		const char *expected = trend(sandbox, repository, "text", "--at", "HEAD~1");
		GIT(sandbox, folder, "clone", "-q", "--bare", "repo", "bare.git");
		GIT(sandbox, bare, "fetch", "-q", "origin", "refs/ragtrail/*:refs/ragtrail/*");
		compare(scenarios[i].name, "a tag",
		        trend(sandbox, repository, "text", "--at", "board/light"), expected);
		compare(scenarios[i].name, "a tag with an object",
		        trend(sandbox, repository, "text", "--at", "board/heavy"), expected);
		compare(scenarios[i].name, "a tag of a bare clone",
		        trend(sandbox, bare, "text", "--at", "board/heavy"), expected);
		compare(scenarios[i].name, "a bare clone", trend(sandbox, bare, "text", NULL, NULL),
		        trend(sandbox, repository, "text", NULL, NULL));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(at_a_commit_stands_what_a_clone_checked_out_there_shows),
		sandbox_test(on_a_day_stands_the_last_landing_whose_clock_had_not_passed_it),
		sandbox_test(a_days_trend_is_asked_for_between_landings_too),
		sandbox_test(tags_and_bare_clones_show_the_same),
	};
	return cmocka_run_group_tests_name("landings", tests, NULL, NULL) != 0;
}
