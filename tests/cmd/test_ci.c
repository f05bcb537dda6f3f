/*
 * The ready files for forges: what each says, and its scripts run in a repository as the
 * forge prepares it for a pull request.
 */
#include "support/command.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/validating.h"
#include "support/yaml_file.h"

#define GITHUB "hooks/ci/github.yml"
#define GITLAB "hooks/ci/gitlab.yml"
#define AZURE "hooks/ci/azure-pipelines.yml"

static const char *text_at(struct sandbox *sandbox, struct yaml_file *file, const char *path)
{
	const char *text = yaml_text(file, path);
	if (text == NULL)
		fail_msg("there is no %s", path);
	return arena_printf(&sandbox->arena, "%s", text);
}

/* The KEY of the step below PATH whose NAMED is NAME. */
static const char *step(struct sandbox *sandbox, struct yaml_file *file, const char *path,
                        const char *named, const char *name, const char *key)
{
	for (size_t i = 0; i < yaml_count(file, path); i++) {
		const char *found =
			yaml_text(file, arena_printf(&sandbox->arena, "%s/%zu/%s", path, i, named));
		if (found != NULL && strcmp(found, name) == 0)
			return text_at(sandbox, file,
			               arena_printf(&sandbox->arena, "%s/%zu/%s", path, i, key));
	}
	fail_msg("%s has no step %s", path, name);
	return NULL;
}

/* The commands of a list, a line each. */
static const char *commands(struct sandbox *sandbox, struct yaml_file *file, const char *path)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < yaml_count(file, path); i++)
		buf_printf(
			&text, "%s\n",
			text_at(sandbox, file, arena_printf(&sandbox->arena, "%s/%zu", path, i)));
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void all_of_the_history_is_fetched(void **state)
{
	struct sandbox *sandbox = *state;
	struct yaml_file *github = yaml_file_read(sandbox, GITHUB);
	for (size_t i = 0; i < yaml_count(github, "jobs"); i++) {
		const char *steps =
			arena_printf(&sandbox->arena, "jobs/%s/steps", yaml_key(github, "jobs", i));
		assert_text(step(sandbox, github, steps, "uses", "actions/checkout@v4",
		                 "with/fetch-depth"),
		            "0");
	}
	assert_text(
		text_at(sandbox, yaml_file_read(sandbox, GITLAB), ".ragtrail/variables/GIT_DEPTH"),
		"0");
	assert_text(step(sandbox, yaml_file_read(sandbox, AZURE), "steps", "checkout", "self",
	                 "fetchDepth"),
	            "0");
}

/* What runs on GitHub may read, and one job may publish; nothing else is trusted. */
static void permissions_are_the_least_that_do(void **state)
{
	struct sandbox *sandbox = *state;
	struct yaml_file *file = yaml_file_read(sandbox, GITHUB);
	assert_int_equal(yaml_count(file, "permissions"), 1);
	assert_text(text_at(sandbox, file, "permissions/contents"), "read");
	assert_int_equal(yaml_count(file, "jobs"), 2);
	assert_int_equal(yaml_count(file, "jobs/check/permissions"), 0);
	assert_int_equal(yaml_count(file, "jobs/publish/permissions"), 3);
	assert_text(text_at(sandbox, file, "jobs/publish/permissions/contents"), "read");
	assert_text(text_at(sandbox, file, "jobs/publish/permissions/pages"), "write");
	assert_text(text_at(sandbox, file, "jobs/publish/permissions/id-token"), "write");
	assert_text(text_at(sandbox, file, "jobs/check/if"), "github.event_name == 'pull_request'");
	assert_text(text_at(sandbox, file, "jobs/publish/if"), "github.event_name == 'push'");
	for (size_t i = 0; i < yaml_count(file, "jobs"); i++) {
		const char *steps =
			arena_printf(&sandbox->arena, "jobs/%s/steps", yaml_key(file, "jobs", i));
		for (size_t j = 0; j < yaml_count(file, steps); j++) {
			const char *uses = yaml_text(
				file, arena_printf(&sandbox->arena, "%s/%zu/uses", steps, j));
			const char *run = yaml_text(
				file, arena_printf(&sandbox->arena, "%s/%zu/run", steps, j));
			int version = 0;
			assert_case((uses == NULL) != (run == NULL), steps);
			/* A major version of one of GitHub's own. */
			if (uses != NULL)
				assert_case(strncmp(uses, "actions/", 8) == 0 &&
				                    sscanf(uses, "%*[a-z/-]@v%d", &version) == 1 &&
				                    version > 0,
				            uses);
			/* What a pull request says never becomes a part of a script. */
			if (run != NULL)
				assert_case(strstr(run, "${{") == NULL, run);
		}
	}
	assert_null(strstr(sandbox_read_source(sandbox, GITHUB), "pull_request_target"));
}

/* The program in PATH; and a docker that runs it where it stands. */
static void make_programs(struct sandbox *sandbox)
{
	sandbox_write(sandbox, "bin/ragtrail", "#!/bin/sh\nexec $RAGTRAIL \"$@\"\n");
	sandbox_write(sandbox, "bin/docker",
	              "#!/bin/sh\n"
	              "[ \"$1 $2 $3 $4 $5\" = \"run --rm -v $PWD:/work ragtrail\" ] || exit 99\n"
	              "shift 5\n"
	              "exec $RAGTRAIL \"$@\"\n");
	assert_int_equal(chmod(sandbox_path(sandbox, "bin/ragtrail"), 0755), 0);
	assert_int_equal(chmod(sandbox_path(sandbox, "bin/docker"), 0755), 0);
}

/*
 * A repository `origin` in which main has a fault that stood before, moved on since the
 * branch `topic` was made, and would have this update of b from it.
 */
static void make_origin(struct sandbox *sandbox, const char *update)
{
	struct history *history = history_new(sandbox, "origin");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "gren")});
	history_branch(history, "topic");
	HISTORY(history, {3, "Ben", "plans/p/b.md", update});
	history_switch(history, "main");
	HISTORY(history, {4, "Ann", "README.md", "More\n"});
	history_checkout(history);
	make_programs(sandbox);
}

/* Runs a script as a forge does, in the clone that PREPARE leaves. */
static struct outcome run_step(struct sandbox *sandbox, const char *prepare, const char *script)
{
	return command_script(
		sandbox, NULL,
		arena_printf(&sandbox->arena,
	                     "set -e\n"
	                     "export PATH=\"$PWD/bin:$PATH\" GIT_COMMITTER_NAME=Forge "
	                     "GIT_COMMITTER_EMAIL=forge@example.invalid GIT_AUTHOR_NAME=Ben "
	                     "GIT_AUTHOR_EMAIL=ben@example.invalid\n"
	                     "rm -rf clone\n"
	                     "git clone -q origin clone\n"
	                     "cd clone\n"
	                     "%s\n%s\n",
	                     prepare, script));
}

/* GitHub and Azure check out the merge that they tried. */
static const char merged[] = "git merge -q --no-ff --no-edit origin/topic";

/* GitLab checks out the branch itself. */
static const char detached[] = "git checkout -q --detach origin/topic\n"
			       "CI_COMMIT_SHA=$(git rev-parse HEAD)\n"
			       "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main";

#define MESSAGE "`geen` is not a rating of this plan; did you mean `green`?"

static void a_bad_update_does_not_pass(void **state)
{
	struct sandbox *sandbox = *state;
	make_origin(sandbox, history_update("b", "2023-07", "geen"));
	struct outcome outcome = run_step(sandbox, merged,
	                                  step(sandbox, yaml_file_read(sandbox, GITHUB),
	                                       "jobs/check/steps", "name", "Check", "run"));
	assert_int_equal(outcome.status, 1);
	assert_int_equal(
		strncmp(outcome.output,
	                "::error file=plans/p/b.md,line=4,col=6,title=rating-unknown::" MESSAGE,
	                strlen("::error file=plans/p/b.md,line=4,col=6,title=rating-unknown::" MESSAGE)),
		0);
	assert_null(strstr(outcome.output, "gren`"));
	outcome = run_step(sandbox, merged,
	                   step(sandbox, yaml_file_read(sandbox, AZURE), "steps", "displayName",
	                        "Check", "script"));
	assert_int_equal(outcome.status, 1);
	assert_non_null(strstr(outcome.output, "##vso[task.logissue type=error;sourcepath=plans/p/"
	                                       "b.md;linenumber=4;columnnumber=6;code=rating-"
	                                       "unknown]" MESSAGE));
	assert_null(strstr(outcome.output, "gren`"));
	outcome = run_step(
		sandbox, detached,
		commands(sandbox, yaml_file_read(sandbox, GITLAB), "ragtrail-check/script"));
	assert_int_equal(outcome.status, 1);
	assert_non_null(strstr(outcome.output, "plans/p/b.md:4:6: error: " MESSAGE)); /* the log */
	const char *report = sandbox_read(sandbox, "clone/gl-code-quality-report.json");
	assert_true(schema_accepts(sandbox, "tests/support/gitlab.schema.json", report));
	assert_non_null(strstr(report, MESSAGE));
	assert_null(strstr(report, "gren`"));
}

static void a_sound_update_passes(void **state)
{
	struct sandbox *sandbox = *state;
	make_origin(sandbox, history_update("b", "2023-07", "green"));
	struct outcome outcome = run_step(sandbox, merged,
	                                  step(sandbox, yaml_file_read(sandbox, GITHUB),
	                                       "jobs/check/steps", "name", "Check", "run"));
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.output, "");
	outcome = run_step(sandbox, merged,
	                   step(sandbox, yaml_file_read(sandbox, AZURE), "steps", "displayName",
	                        "Check", "script"));
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.output, "");
	outcome = run_step(
		sandbox, detached,
		commands(sandbox, yaml_file_read(sandbox, GITLAB), "ragtrail-check/script"));
	assert_int_equal(outcome.status, 0);
	assert_text(sandbox_read(sandbox, "clone/gl-code-quality-report.json"), "[]\n");
}

static void the_site_is_published_from_where_it_is_written(void **state)
{
	struct sandbox *sandbox = *state;
	struct yaml_file *github = yaml_file_read(sandbox, GITHUB);
	struct yaml_file *gitlab = yaml_file_read(sandbox, GITLAB);
	struct yaml_file *azure = yaml_file_read(sandbox, AZURE);
	const char *const rows[][2] = {
		{step(sandbox, github, "jobs/publish/steps", "name", "Render", "run"),
	         step(sandbox, github, "jobs/publish/steps", "uses",
	              "actions/upload-pages-artifact@v3", "with/path")},
		{commands(sandbox, gitlab, "pages/script"),
	         text_at(sandbox, gitlab, "pages/artifacts/paths/0")},
		{step(sandbox, azure, "steps", "displayName", "Render", "script"),
	         step(sandbox, azure, "steps", "displayName", "Keep the site", "publish")},
	};
	make_origin(sandbox, history_update("b", "2023-07", "green"));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct outcome outcome = run_step(sandbox, ":", rows[i][0]);
		assert_case(outcome.status == 0, outcome.errors);
		const char *page = arena_printf(&sandbox->arena, "clone/%s/index.html", rows[i][1]);
		assert_case(access(sandbox_path(sandbox, page), F_OK) == 0, page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(all_of_the_history_is_fetched),
		sandbox_test(permissions_are_the_least_that_do),
		sandbox_test(a_bad_update_does_not_pass),
		sandbox_test(a_sound_update_passes),
		sandbox_test(the_site_is_published_from_where_it_is_written),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ready files for forges", tests, NULL, NULL) != 0;
}
