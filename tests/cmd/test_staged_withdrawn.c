/* ragtrail check: what a commit would take off the record. */
#include "support/command.h"

#include <string.h>

#include "support/history.h"

/* Two workstreams on record, which has been read. Beside the repository lie texts. */
static void make_repository(struct sandbox *sandbox)
{
	history_of_two(sandbox);
	sandbox_write(sandbox, "good", history_update("a", "2023-08", "amber"));
	sandbox_write(sandbox, "better", history_update("a", "2023-08", "green"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q"), 0, "", "");
	GIT(sandbox, "repository", "config", "user.name", "Ann");
	GIT(sandbox, "repository", "config", "user.email", "ann@example.org");
}

#define A "plans/p/a.md"
#define B "plans/p/2023-07/b.md"

#define GONE                                                                                       \
	"the plan is taken away, and 2 reports with it that are on record; put it back or, if "    \
	"that is meant, say why in the message of the commit [record-withdrawn]\n"
#define COMMIT "; git add .; git commit -qnm x; "

/*
 * What is told before a commit of what it takes off the record, by the hook and of the working
 * tree, is what is told of it after.
 */
static void what_goes_off_the_record_is_told_before_as_after(void **state)
{
	static const struct {
		const char *name, *script;
		int taken;
	} rows[] = {
		{"nothing", "sed -i 's/^The steps/All the steps/' " A, 0},
		{"deleted", "git rm -q " A, 1},
		{"both", "git rm -q " A " " B, 2},
		{"renamed", "git mv " A " plans/p/c.md", 0},
		{"deleted when it had been renamed",
	         "git mv " A " plans/p/c.md; git commit -qnm x; git rm -q plans/p/c.md", 1},
		{"moved on", "cp ../good " A, 0},
		{"an older one that was moved on from",
	         "cp ../good " A "; git commit -qanm x; sed -i 's/^The steps/All the steps/' " A,
	         0},
		{"the later one deleted", "cp ../good " A "; git commit -qanm x; git rm -q " A, 1},
		{"moved on, in another file", "git rm -q " A "; cp ../good plans/p/c.md", 0},
		{"one of two files",
	         "cp ../good plans/p/c.md; git add .; git commit -qnm x; git rm -q " A, 1},
		{"the later one touched as well",
	         "cp ../good plans/p/c.md; git add .; git commit -qnm x; git rm -q " A
	         "; cp ../better plans/p/c.md",
	         1},
		{"beside a draft of a later period",
	         "sed '2idraft: true' ../good > plans/p/c.md; git add .; git commit -qnm x; git rm -q " A,
	         1},
		{"to an earlier period", "sed -i s/2023-07/2023-06/ " A, 1},
		{"to another workstream",
	         "sed -i -e 's/^workstream: a/workstream: b/' -e "
	         "s/2023-07/2023-06/ " A,
	         1},
		{"made a draft", "sed -i '2idraft: true' " A, 0},
		{"made unreadable", "printf -- '---\\nkind: [\\n---\\n' > " A, 0},
		{"without a rating", "sed -i '/^rag:/d' " A, 0},
		{"a link in its place", "ln -sf ../../README.md " A, 0},
		{"made another kind of document",
	         "printf -- '---\\nkind: paper\\nid: x\\n---\\n' > " A, 1},
		{"said again in another file",
	         "cp " A " plans/p/c.md; git add .; git commit -qnm x; git rm -q " A, 0},
		{"made a draft before", "sed -i '2idraft: true' " A COMMIT "git rm -q " A, 1},
		{"made a draft before, to an earlier period",
	         "sed -i '2idraft: true' " A COMMIT "sed -i s/2023-07/2023-06/ " A, 1},
		{"made a draft before, moved on",
	         "sed -i '2idraft: true' " A COMMIT "cp ../good " A, 0},
		{"a draft of another file, which is all that is left",
	         "sed '2idraft: true' " A " > plans/p/c.md" COMMIT "git rm -q " A COMMIT
	         "$RAGTRAIL check -q; git rm -q plans/p/c.md",
	         1},
		{"a draft of a later period, moved on to",
	         "sed '2idraft: true' ../good > " A COMMIT "git rm -q " A, 0},
		{"made unreadable before",
	         "printf -- '---\\nkind: [\\n---\\n' > " A COMMIT "git rm -q " A, 1},
		{"without a rating before", "sed -i '/^rag:/d' " A COMMIT "git rm -q " A, 1},
		{"renamed before", "git mv " A " plans/p/0.md" COMMIT "git rm -q plans/p/0.md", 1},
		{"said twice, and now no more",
	         "cp " A " plans/p/c.md" COMMIT "git rm -q " A COMMIT "git rm -q plans/p/c.md", 1},
		{"after a change of the plan.md",
	         "echo More >> plans/p/plan.md" COMMIT "git rm -q " A, 1},
		{"the plan.md is changed too",
	         "git rm -q " A "; sed -i 's/^---$/---\\n/' plans/p/plan.md", 1},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		make_repository(sandbox);
		const char *script = arena_printf(
			&sandbox->arena,
			"set -e\n%s\ngit add -A .\n"
			"echo $($RAGTRAIL check --staged | grep -c record-withdrawn)\n"
			"echo $($RAGTRAIL check | grep -c record-withdrawn)\n"
			"git commit -qnm x\n"
			"echo $($RAGTRAIL check HEAD~1..HEAD | grep -c rating-withdrawn)\n",
			rows[i].script);
		const char *told = arena_printf(&sandbox->arena, "%d\n%d\n%d\n", rows[i].taken,
		                                rows[i].taken, rows[i].taken);
		struct outcome outcome = command_script(sandbox, "repository", script);
		if (strcmp(outcome.output, told) != 0)
			fail_msg("%s: told before and after:\n%s%s", rows[i].name, outcome.output,
			         outcome.errors);
		command_script(sandbox, ".", "rm -rf repository");
	}
}

/* It is said once, where one plan of two and where the last is gone. */
static void a_plan_that_is_taken_away_is_told_of_the_working_tree(void **state)
{
	struct sandbox *sandbox = *state;
	make_repository(sandbox);
	struct outcome outcome = command_script(
		sandbox, "repository",
		"cp -r plans/p plans/q; sed -i 's/^title: .*/title: Q/' plans/q/plan.md\n"
		"git add .; git commit -qnm x; rm -r plans/p\n"
		"$RAGTRAIL check; echo $?; rm -r plans/q\n"
		"$RAGTRAIL check; echo $?; git rm -rq plans; git commit -qnm x\n"
		"$RAGTRAIL check; echo $?");
	assert_text(outcome.output, "plans/p/plan.md:1:1: warning: " GONE "0\n"
	                            "plans/p/plan.md:1:1: warning: " GONE
	                            "plans/q/plan.md:1:1: warning: " GONE "0\n2\n");
	assert_non_null(strstr(outcome.errors, "there is nothing to check"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_goes_off_the_record_is_told_before_as_after),
		sandbox_test(a_plan_that_is_taken_away_is_told_of_the_working_tree),
	};
	return cmocka_run_group_tests_name("staged_withdrawn", tests, NULL, NULL) != 0;
}
