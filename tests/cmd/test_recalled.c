/*
 * Whole readings that are kept in the git folder, and the record that a run which read whole
 * documents keeps: whatever becomes of them, the answer is the same.
 */
#include "support/testing.h"

#include <string.h>
#include <sys/stat.h>

#include "support/command.h"
#include "support/lengthy.h"
#include "support/rich.h"
#include "support/trees.h"

/* More than it takes for the record to be kept too. */
enum { LONG = 1110 };

#define KEPT "repo/.git/ragtrail/readings"

/* --- asking --- */

static void forget(struct sandbox *sandbox)
{
	command_script(sandbox, "repo", "rm -rf .git/ragtrail");
}

static bool is_kept(struct sandbox *sandbox, const char *path)
{
	struct stat status;
	return stat(sandbox_path(sandbox, path), &status) == 0 && S_ISREG(status.st_mode);
}

static const char *stamp(struct sandbox *sandbox, const char *path)
{
	struct stat status;
	assert_int_equal(lstat(sandbox_path(sandbox, path), &status), 0);
	return arena_printf(&sandbox->arena, "%lu %ld.%09ld", (unsigned long)status.st_ino,
	                    (long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

static const char *answer(struct sandbox *sandbox, const char *arguments)
{
	struct outcome outcome = command_script(
		sandbox, "repo", arena_printf(&sandbox->arena, "ragtrail %s", arguments));
	if (outcome.status != 0 || outcome.errors[0] != '\0')
		fail_msg("%s: %d: %s", arguments, outcome.status, outcome.errors);
	return outcome.output;
}

/* The whole record at HEAD. */
static const char *record(struct sandbox *sandbox)
{
	return answer(sandbox, "export --format json --at HEAD");
}

/* The kept readings of HEAD are there, and nothing else is. */
static void keep_readings(struct sandbox *sandbox)
{
	forget(sandbox);
	record(sandbox);
	assert_true(is_kept(sandbox, KEPT));
	command_script(sandbox, "repo",
	               "mv .git/ragtrail/readings . && rm -rf .git/ragtrail/* && "
	               "mv readings .git/ragtrail/");
}

static void what_is_kept_changes_no_answer(void **state)
{
	static const char *const questions[] = {
		"export --format json",
		"export --format csv --table milestones",
		"export --format csv --table risks",
		"export --format csv",
		"due --format json",
		"log --format json better",
		"show --format json better/a",
		"diff --format json main~40",
	};
	static const int ages[] = {0,  1,   2,   3,   10,  40,  79,  80,
	                           81, 100, 128, 129, 130, 131, 150, 180};
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	size_t count = testing_is_slow() ? 1 : COUNT_OF(ages);
	const char *cold[COUNT_OF(ages)][COUNT_OF(questions)];
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < COUNT_OF(questions); j++) {
			/* Of one revision all, of others one in turn. */
			forget(sandbox);
			cold[i][j] = i != 0 && j != 0 && j != 4 && j != i % COUNT_OF(questions)
			                     ? NULL
			                     : answer(sandbox, arena_printf(&sandbox->arena,
			                                                    "%s --at main~%d",
			                                                    questions[j], ages[i]));
		}
	keep_readings(sandbox);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < COUNT_OF(questions); j++)
			if (cold[i][j] != NULL)
				assert_text(answer(sandbox,
				                   arena_printf(&sandbox->arena, "%s --at main~%d",
				                                questions[j], ages[i])),
				            cold[i][j]);
	/* The history does say all of that. */
	static const char *const said[] = {
		"Hub 1",   "Lab 1",    "Labordy 1", "Nameless 1", "Roof 1",      "It runs out 1",
		"It came", "Minute 1", "Sponsor 1", "Asked 1",    "is too large"};
	for (size_t i = 0; i < COUNT_OF(said); i++)
		assert_case(strstr(cold[0][0], said[i]) != NULL, said[i]);
	assert_non_null(strstr(cold[0][4], "\"by\": \"Sponsor 1"));
}

static void the_site_is_the_same(void **state)
{
	static const int ages[] = {0, 1, 79, 129};
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	for (size_t i = 0; i < (testing_is_slow() ? 1 : COUNT_OF(ages)); i++) {
		const char *render =
			arena_printf(&sandbox->arena, "render --at main~%d -o ../", ages[i]);
		forget(sandbox);
		answer(sandbox, arena_printf(&sandbox->arena, "%scold", render));
		assert_true(ages[i] > 80 || is_kept(sandbox, KEPT));
		keep_readings(sandbox);
		const char *before = stamp(sandbox, KEPT);
		answer(sandbox, arena_printf(&sandbox->arena, "%swarm", render));
		assert_text(stamp(sandbox, KEPT), before);
		assert_text(tree_of(sandbox, "warm"), tree_of(sandbox, "cold"));
		command_script(sandbox, NULL, "rm -r warm cold");
	}
}

/* Takes a version out of the repository that stands no more. */
static const char lose[] =
	"id=$(git rev-parse %s) && git rev-list --objects --all | cut -c 1-40 | grep -v $id | "
	"git pack-objects -q .git/fewer > /dev/null && rm -f .git/objects/pack/* && "
	"find .git/objects -path \"*/$(printf %%.2s $id)/${id#??}\" -delete && "
	"mv .git/fewer-* .git/objects/pack/ && ! git cat-file -e $id 2> /dev/null";

static void lose_version(struct sandbox *sandbox, const char *version)
{
	struct outcome outcome =
		command_script(sandbox, "repo", arena_printf(&sandbox->arena, lose, version));
	if (outcome.status != 0)
		fail_msg("%d: %s", outcome.status, outcome.errors);
}

static void assert_fails(struct sandbox *sandbox, const char *arguments)
{
	struct outcome outcome = command_script(
		sandbox, "repo", arena_printf(&sandbox->arena, "ragtrail %s", arguments));
	assert_int_equal(outcome.status, 2);
	assert_text(outcome.output, "");
}

/* From nothing, on one processor or on all that there are. */
static struct outcome ask_cold(struct sandbox *sandbox, bool alone, const char *arguments)
{
	forget(sandbox);
	return command_script(sandbox, "repo",
	                      arena_printf(&sandbox->arena, "%s ragtrail %s",
	                                   alone ? "taskset -pc 0 $$ > /dev/null &&" : "",
	                                   arguments));
}

/* Half of the documents are read by a second process where there is one, and kept all the same. */
static void two_processes_read_what_one_reads(void **state)
{
	static const char *const questions[] = {"export --format json",
	                                        "export --format csv --table milestones",
	                                        "export --format csv --table risks"};
	/* Versions of the first half, and of the second. */
	static const char *const gone[] = {"main~150", "main~20"};
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	for (size_t i = 0; i < COUNT_OF(questions); i++) {
		struct outcome one = ask_cold(sandbox, true, questions[i]);
		command_script(sandbox, "repo", "cp .git/ragtrail/readings one");
		struct outcome two = ask_cold(sandbox, false, questions[i]);
		assert_outcome(two, 0, one.output, "");
		assert_outcome(command_script(sandbox, "repo", "cmp one .git/ragtrail/readings"), 0,
		               "", "");
	}
	for (size_t i = 0; i < COUNT_OF(gone); i++) {
		lose_version(sandbox, arena_printf(&sandbox->arena, "%s:plans/better/a.md",
		                                   gone[COUNT_OF(gone) - 1 - i]));
		struct outcome one = ask_cold(sandbox, true, questions[0]);
		assert_int_equal(one.status, 2);
		assert_string_not_equal(one.errors, "");
		assert_outcome(ask_cold(sandbox, false, questions[0]), 2, "", one.errors);
		assert_false(is_kept(sandbox, KEPT));
	}
}

/* Without what was kept a version that is gone could not be read. */
static void what_is_kept_is_used(void **state)
{
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	keep_readings(sandbox);
	const char *whole = record(sandbox);
	lose_version(sandbox, "main~150:plans/better/a.md");
	assert_text(record(sandbox), whole);
	assert_fails(sandbox, "export --format json --verify");
	assert_text(record(sandbox), whole);
	command_script(sandbox, "repo", "cp .git/ragtrail/readings good");
	forget(sandbox);
	assert_fails(sandbox, "export --format json");
	/* The file of another version of the program is no use. */
	for (int at = 0; at < 48; at += at < 8 ? 7 : testing_is_slow() ? 40 : 9) {
		command_script(sandbox, "repo",
		               arena_printf(&sandbox->arena,
		                            "rm -rf .git/ragtrail; mkdir .git/ragtrail; cp good "
		                            ".git/ragtrail/readings; printf '\\001' | dd "
		                            "of=.git/ragtrail/readings bs=1 seek=%d conv=notrunc",
		                            at));
		assert_fails(sandbox, "export --format json");
	}
	command_script(sandbox, "repo", "cp good .git/ragtrail/readings");
	assert_text(record(sandbox), whole);
}

static void what_is_kept_may_be_damaged_in_any_way(void **state)
{
	static const char *const harm[] = {
		("for n in 0 1 48 71 72 73 2000 $((SIZE / 2)) $((SIZE - 1)); do "
	         "head -c $n good.readings > $K; same; done"),
		"printf x >> $K; same",
		"printf '\\0' >> $K; same",
		/* Each number of the head, its lowest byte, its highest, and all of it. */
		"for at in $(seq 48 4 68); do flip $at; flip $((at + 3)); done; flip 48 16",
		/* Then the sections, and the last byte of the texts. */
		"for at in 7 8 $(seq 72 $((SIZE / 8)) $SIZE) $((SIZE - 1)); do flip $at; done",
		"for at in $(seq 90 $((SIZE / 4)) $SIZE); do flip $at 900; done",
		"rm $K && mkdir $K && same",
		"rm -rf $K && ln -s /dev/zero $K && same",
		"rm -rf $K && ln -s ../../good.readings $K && same",
		"rm -rf $K && ln -s nowhere $K && same",
		"rm -rf $K && mkfifo $K && same",
		"rm -rf .git/ragtrail && : > .git/ragtrail && same",
		"rm -rf .git/ragtrail && ln -s /tmp .git/ragtrail && same",
	};
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	forget(sandbox);
	sandbox_write(sandbox, "repo/good", record(sandbox));
	command_script(sandbox, "repo", "cp .git/ragtrail/readings good.readings");
	for (size_t i = 0; i < (testing_is_slow() ? 2 : COUNT_OF(harm)); i++) {
		struct outcome outcome = command_script(
			sandbox, "repo",
			arena_printf(
				&sandbox->arena,
				"K=.git/ragtrail/readings SIZE=$(stat -c %%s good.readings)\n"
				"same() {\n"
				"	ragtrail export --format json --at HEAD > out 2> err || exit 2\n"
				"	cmp out good || exit 3; ! test -s err || exit 4\n"
				"}\n"
				"flip() {\n"
				"	cp good.readings $K; head -c ${2-1} /dev/zero | tr '\\0' '\\377' "
				"| dd of=$K bs=1 seek=$1 conv=notrunc 2> /dev/null; same\n"
				"}\n"
				"rm -rf .git/ragtrail && mkdir .git/ragtrail && cp good.readings $K\n"
				"%s",
				harm[i]));
		if (outcome.status != 0)
			fail_msg("%s: %d: %s%s", harm[i], outcome.status, outcome.output,
			         outcome.errors);
	}
}

/* The record that is read second finds what the first has read, and does not write its own. */
static void of_two_records_the_first_is_kept(void **state)
{
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	record(sandbox);
	command_script(sandbox, "repo", "mv .git/ragtrail/readings good");
	for (int i = 0; i < (testing_is_slow() ? 1 : 5); i++) {
		forget(sandbox);
		answer(sandbox, "diff --format json main~10 main");
		assert_outcome(command_script(sandbox, "repo", "cmp .git/ragtrail/readings good"),
		               0, "", "");
	}
}

static void several_runs_at_once_agree(void **state)
{
	struct sandbox *sandbox = *state;
	rich_new(sandbox);
	sandbox_write(sandbox, "repo/good", record(sandbox));
	struct outcome outcome =
		command_script(sandbox, "repo",
	                       "rm -rf .git/ragtrail\n"
	                       "for n in 1 2 3 4; do\n"
	                       "	(ragtrail export --format json --at HEAD > out.$n 2>&1) &\n"
	                       "done\n"
	                       "rm -rf .git/ragtrail\n"
	                       "wait\n"
	                       "for n in 1 2 3 4; do cmp out.$n good || exit 1; done\n"
	                       "ls .git/ragtrail | grep '[.]'; test -f .git/ragtrail/readings");
	assert_outcome(outcome, 0, "", "");
	assert_text(record(sandbox), sandbox_read(sandbox, "repo/good"));
}

/* Whoever looks in daily need not write all of it daily. */
static void they_are_kept_again_from_a_hundred_new_ones_on(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = rich_new(sandbox);
	record(sandbox);
	const char *first = stamp(sandbox, KEPT);
	rich_go_on(history, RICH_COMMITS, 99);
	const char *warm = record(sandbox);
	assert_text(stamp(sandbox, KEPT), first);
	rich_go_on(history, RICH_COMMITS + 99, 1);
	record(sandbox);
	const char *second = stamp(sandbox, KEPT);
	assert_string_not_equal(second, first);
	record(sandbox);
	answer(sandbox, "export --format json --verify");
	assert_text(stamp(sandbox, KEPT), second);
	assert_text(answer(sandbox, "export --format json --at HEAD~1"), warm);
	/* An older record has no less use of it, and does not write its own in its place. */
	answer(sandbox, "export --format json --at HEAD~150");
	assert_text(stamp(sandbox, KEPT), second);
	forget(sandbox);
	assert_text(answer(sandbox, "export --format json --at HEAD~1"), warm);
}

/* --- the record that a whole reading keeps --- */

static struct sandbox *make_long_history(struct sandbox *sandbox)
{
	lengthy_new(sandbox, &(struct lengthy){.commits = LONG,
	                                       .first_year = 2023,
	                                       .hours = 10,
	                                       .in_period = 60,
	                                       .sides = true,
	                                       .varied = true});
	return sandbox;
}

static void the_record_that_is_kept_with_them_changes_no_answer(void **state)
{
	static const char *const keepers[] = {"export --format json > ../out", "render -o ../site"};
	static const char *const questions[] = {
		"trend --format json --at main",     "trend --format json --at main~300",
		"trend --format json --at main~700", "due --format json --at main",
		"due --format json --at main~700",   "export --format json --at main~5"};
	struct sandbox *sandbox = make_long_history(*state);
	const char *cold[COUNT_OF(questions)];
	size_t count = testing_is_slow() ? 1 : COUNT_OF(questions);
	for (size_t i = 0; i < count; i++) {
		forget(sandbox);
		cold[i] = answer(sandbox, questions[i]);
	}
	for (size_t k = 0; k < (testing_is_slow() ? 1 : COUNT_OF(keepers)); k++) {
		forget(sandbox);
		answer(sandbox, keepers[k]);
		assert_true(is_kept(sandbox, "repo/.git/ragtrail/record"));
		assert_true(is_kept(sandbox, KEPT));
		for (size_t i = 0; i < count; i++)
			assert_text(answer(sandbox, questions[i]), cold[i]);
	}
	/* It is used: nothing else knows what is gone. */
	command_script(sandbox, "repo", "rm .git/ragtrail/readings");
	lose_version(sandbox, "main~900:plans/better/a.md");
	assert_text(answer(sandbox, questions[0]), cold[0]);
	assert_fails(sandbox, "export --format json");
	forget(sandbox);
	assert_fails(sandbox, "trend");
}

/* The last version of the report of a period, for the shell. */
#define LAST_OF(period)                                                                            \
	"$(for c in $(git rev-list --first-parent main); do git show $c:plans/better/a.md | "      \
	"grep -q 'period: " period "' && echo $c && break; done):plans/better/a.md"

/* Who asks of one month reads no more reports than that needs, and says which is not there. */
static void a_report_is_read_when_a_question_needs_it(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	answer(sandbox, "export --format json > ../out");
	const char *trend = answer(sandbox, "trend --format json");
	command_script(sandbox, "repo", "rm .git/ragtrail/questions");
	lose_version(sandbox, LAST_OF("2023-03"));
	assert_text(answer(sandbox, "trend --format json"), trend);
	command_script(sandbox, "repo", "rm .git/ragtrail/questions");
	lose_version(sandbox, LAST_OF("2024-06"));
	struct outcome outcome = command_script(sandbox, "repo", "ragtrail trend --format json");
	assert_outcome(outcome, 2, "", outcome.errors);
	assert_non_null(strstr(outcome.errors, "cannot be read"));
	assert_false(is_kept(sandbox, "repo/.git/ragtrail/questions"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_kept_changes_no_answer),
		sandbox_test(the_site_is_the_same),
		sandbox_test(two_processes_read_what_one_reads),
		sandbox_test(what_is_kept_is_used),
		sandbox_test(what_is_kept_may_be_damaged_in_any_way),
		sandbox_test(of_two_records_the_first_is_kept),
		sandbox_test(several_runs_at_once_agree),
		sandbox_test(they_are_kept_again_from_a_hundred_new_ones_on),
		sandbox_test(the_record_that_is_kept_with_them_changes_no_answer),
		sandbox_test(a_report_is_read_when_a_question_needs_it),
	};
	return cmocka_run_group_tests_name("recalled", tests, NULL, NULL) != 0;
}
