/*
 * What is kept in the git folder, and two processes at once: whatever becomes of them,
 * the answer is the same.
 */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "support/command.h"
#include "support/history.h"
#include "support/lengthy.h"

/* More than it takes for a second process to help, and for something to be kept. */
enum { COMMITS = 3300 };

#define KEPT "repo/.git/ragtrail/record"

/*
 * Every commit changes a document, so that each half of the work has its share; some are of
 * merges.
 */
static struct sandbox *make_long_history(struct sandbox *sandbox)
{
	lengthy_new(sandbox, &(struct lengthy){.commits = COMMITS,
	                                       .first_year = 2000,
	                                       .hours = 1,
	                                       .in_period = 12,
	                                       .sides = true});
	GIT(sandbox, "repo", "tag", "middle", "main~1500");
	return sandbox;
}

/* The trend at HEAD or at REVISION, as JSON. */
static const char *trend(struct sandbox *sandbox, const char *revision)
{
	struct outcome outcome =
		RAGTRAIL(sandbox, "repo", "trend", "--format", "json", "--at", revision);
	assert_string_equal(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	return outcome.output;
}

static void forget(struct sandbox *sandbox)
{
	command_script(sandbox, "repo", "rm -rf .git/ragtrail");
}

static bool is_kept(struct sandbox *sandbox)
{
	struct stat status;
	return stat(sandbox_path(sandbox, KEPT), &status) == 0 && S_ISREG(status.st_mode);
}

static void two_processes_read_what_one_reads(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	const char *by_two = trend(sandbox, "HEAD");
	assert_true(is_kept(sandbox));
	forget(sandbox);
	struct outcome alone = command_script(
		sandbox, "repo",
		"taskset -pc 0 $$ > /dev/null && ragtrail trend --format json --at HEAD");
	if (alone.status != 0)
		fail_msg("%d: %s", alone.status, alone.errors);
	assert_string_equal(alone.output, by_two);
	assert_true(strlen(by_two) > 100000);
}

static void what_is_kept_changes_no_answer(void **state)
{
	static const char *const revisions[] = {"HEAD",   "middle",   "middle^2", "HEAD~7",
	                                        "HEAD~3", "middle~1", "HEAD~3299"};
	struct sandbox *sandbox = make_long_history(*state);
	size_t count = testing_is_slow() ? 2 : COUNT_OF(revisions);
	for (size_t i = 0; i < count; i++) {
		forget(sandbox);
		if (RAGTRAIL(sandbox, "repo", "trend", "--at", revisions[i]).status != 0)
			continue; /* there is no such parent */
		forget(sandbox);
		const char *cold = trend(sandbox, revisions[i]);
		forget(sandbox);
		trend(sandbox, "HEAD");
		assert_true(is_kept(sandbox));
		assert_string_equal(trend(sandbox, revisions[i]), cold);
	}
	/* One more commit on top of what is kept, and another history beside it. */
	command_script(sandbox, "repo",
	               "git checkout -q main && sed -i s/Number/Figure/ plans/better/a.md && "
	               "git -c user.name=Ann -c user.email=a@b commit -qam more && "
	               "git checkout -q -b other middle && sed -i s/rag:.*/rag:\\ green/ "
	               "plans/better/*.md && git -c user.name=Bob -c user.email=a@b commit -qam x");
	const char *warm = trend(sandbox, "main"), *other = trend(sandbox, "other");
	forget(sandbox);
	assert_string_equal(trend(sandbox, "main"), warm);
	forget(sandbox);
	assert_string_equal(trend(sandbox, "other"), other);
}

/* Puts what is kept away, or back in its place. */
static void put_away(struct sandbox *sandbox, bool away)
{
	const char *kept = sandbox_path(sandbox, KEPT), *other = sandbox_path(sandbox, "kept");
	assert_int_equal(away ? rename(kept, other) : rename(other, kept), 0);
}

/* A plan of the usual scale is not read again; one with a scale of its own is. */
static void scales_of_the_past_are_kept(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	struct outcome outcome = command_script(
		sandbox, "repo",
		"git checkout -q main && git config user.name Ann && git config user.email a@b\n"
		"p=plans/better/plan.md && cp $p usual || exit\n"
		"commit() { sed -i s/Number/$1/ plans/better/a.md && git commit -qam $1; }\n"
		"sed '2i scale:\\n  levels:\\n    - {id: green, label: Green}\\n    - {id: amber, label: "
		"Amber}\\n    - {id: red, label: Red}' usual > $p && commit own || exit\n"
		"sed -i s/own/sum/ plans/better/a.md && git commit -qam said && cp usual $p && "
		"commit back || exit\n"
		"echo nothing > $p && git commit -qam unreadable && cp usual $p && "
		"echo >> $p && git commit -qam again");
	assert_int_equal(outcome.status, 0);
	const char *cold = trend(sandbox, "HEAD");
	assert_non_null(strstr(cold, "the plan's scale changed here"));
	assert_non_null(strstr(cold, "it cannot be read as a plan"));
	assert_true(is_kept(sandbox));
	assert_string_equal(trend(sandbox, "HEAD"), cold);
	static const char *const revisions[] = {"HEAD~1", "HEAD~2", "HEAD~3", "HEAD~4"};
	for (size_t i = 0; i < (testing_is_slow() ? 1 : COUNT_OF(revisions)); i++) {
		struct outcome warm = RAGTRAIL(sandbox, "repo", "trend", "--format", "json", "--at",
		                               revisions[i]);
		put_away(sandbox, true);
		struct outcome without = RAGTRAIL(sandbox, "repo", "trend", "--format", "json",
		                                  "--at", revisions[i]);
		command_script(sandbox, "repo", "rm -f .git/ragtrail/record");
		put_away(sandbox, false);
		assert_int_equal(warm.status, without.status);
		assert_string_equal(warm.output, without.output);
		assert_string_equal(warm.errors, without.errors);
	}
}

/* Takes an object out of the repository that only the past has. */
static const char lose[] =
	"id=$(git rev-parse main~3000:plans/better${LOSE-/a.md}) && "
	"git rev-list --objects --all | cut -c 1-40 | grep -v $id | "
	"git pack-objects -q .git/fewer > /dev/null && rm -f .git/objects/pack/* && "
	"find .git/objects -path \"*/$(printf %.2s $id)/${id#??}\" -delete && "
	"mv .git/fewer-* .git/objects/pack/ && ! git cat-file -e $id 2> /dev/null";

/* Without what was kept a version that is gone could not be read. */
static void what_is_kept_is_used(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	const char *whole = trend(sandbox, "HEAD");
	struct outcome lost = command_script(sandbox, "repo", lose);
	assert_int_equal(lost.status, 0);
	assert_string_equal(trend(sandbox, "HEAD"), whole);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "trend", "--verify").status, 2);
	forget(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "trend").status, 2);
}

/* Even the folders of the past need not be read again. */
static void receipts_of_a_push_leave_it_whole(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	trend(sandbox, "HEAD");
	struct outcome pushed = command_script(
		sandbox, "repo",
		"git checkout -q main && git -c user.name=Ann -c user.email=a@b commit -q "
		"--allow-empty -m more && echo $(git rev-parse HEAD~1 HEAD) refs/heads/main | "
		"ragtrail hook run post-receive");
	assert_int_equal(pushed.status, 0);
	const char *whole = trend(sandbox, "HEAD");
	assert_int_equal(
		command_script(sandbox, "repo", arena_printf(&sandbox->arena, "LOSE=\n%s", lose))
			.status,
		0);
	assert_string_equal(trend(sandbox, "HEAD"), whole);
	forget(sandbox);
	assert_int_equal(RAGTRAIL(sandbox, "repo", "trend").status, 2);
}

/* What is kept, and then what is read without: the same. Returns it. */
static const char *warm_and_cold(struct sandbox *sandbox)
{
	const char *warm = trend(sandbox, "HEAD");
	put_away(sandbox, true);
	assert_string_equal(trend(sandbox, "HEAD"), warm);
	put_away(sandbox, false);
	return warm;
}

/*
 * The receipts of a push are of landings that nobody has read yet: what is known stays
 * known. Of those that are known, they may turn the chain another way.
 */
static void receipts_of_a_push_leave_it_of_use(void **state)
{
	static const char receive[] =
		"git config ragtrail.account NOBODY\n"
		"for at in %s; do echo $(git rev-parse $at~1 $at) refs/heads/main; done | "
		"ragtrail hook run post-receive";
	static const char *const received[] = {"HEAD", "HEAD~9", "early"};
	struct sandbox *sandbox = make_long_history(*state);
	/* A branch from long ago, whose commits come in another order when it was first. */
	struct outcome merged = command_script(
		sandbox, "repo",
		"git config user.name Ann && git config user.email a@b\n"
		"for n in 1 2 3; do git checkout -q -B early main~40 && "
		"sed -i s/rag:.*/rag:\\ green/ plans/better/b.md && "
		"git commit -q --allow-empty -am early; done && git checkout -q main && "
		"git merge -q -s ours --no-edit early");
	assert_int_equal(merged.status, 0);
	const char *last = trend(sandbox, "HEAD");
	command_script(sandbox, "repo",
	               "sed -i s/Number/Figure/ plans/better/a.md && git commit -qam more");
	for (size_t i = 0; i < COUNT_OF(received); i++) {
		struct outcome pushed = command_script(
			sandbox, "repo", arena_printf(&sandbox->arena, receive, received[i]));
		assert_int_equal(pushed.status, 0);
		assert_non_null(strstr(pushed.errors, "1 landing received"));
		const char *now = warm_and_cold(sandbox);
		assert_string_not_equal(now, last);
		last = now;
	}
	/* What was read of documents is good, whichever way the chain goes. */
	assert_int_equal(command_script(sandbox, "repo", lose).status, 0);
	assert_string_equal(trend(sandbox, "HEAD"), last);
}

static void what_is_kept_may_be_damaged_in_any_way(void **state)
{
	static const char *const harm[] = {
		": > $K",
		"head -c 100 $K > x && mv x $K",
		"head -c 100000 $K > x && mv x $K",
		"printf x >> $K",
		/* Each number of the head, then the sections, and the last byte of the texts. */
		"for at in 3 20 $(seq 49 4 119) 200 5000 150000 250000 300000 400000 500000 "
		"$(($(stat -c %s $K.good) - 1)); do cp $K.good $K; printf '\\377' | dd of=$K bs=1 "
		"seek=$at conv=notrunc 2> /dev/null; ragtrail trend --format json --at HEAD | cmp - "
		"good || exit 3; done",
		"rm $K && mkdir $K",
		"rm -rf $K && ln -s /dev/zero $K",
		"rm -rf .git/ragtrail && : > .git/ragtrail",
		"rm -rf .git/ragtrail && ln -s /tmp .git/ragtrail",
	};
	struct sandbox *sandbox = make_long_history(*state);
	sandbox_write(sandbox, "repo/good", trend(sandbox, "HEAD"));
	command_script(sandbox, "repo", "cp .git/ragtrail/record good.record");
	for (size_t i = 0; i < (testing_is_slow() ? 2 : COUNT_OF(harm)); i++) {
		struct outcome outcome = command_script(
			sandbox, "repo",
			arena_printf(
				&sandbox->arena,
				"K=.git/ragtrail/record\n"
				"rm -rf .git/ragtrail && mkdir .git/ragtrail && cp good.record $K "
				"&& cp good.record $K.good\n"
				"{ %s; } || exit $?\n"
				"ragtrail trend --format json --at HEAD | cmp - good",
				harm[i]));
		if (outcome.status != 0)
			fail_msg("%s: %s%s", harm[i], outcome.output, outcome.errors);
	}
}

/*
 * With a commit-graph each process reads its own half of the commits, and finds which of
 * them has another first parent than was said.
 */
static void a_commit_graph_changes_no_answer(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	sandbox_write(sandbox, "repo/good", trend(sandbox, "HEAD"));
	struct outcome outcome = command_script(
		sandbox, "repo",
		arena_printf(
			&sandbox->arena,
			"git commit-graph write --reachable --no-progress || exit\n"
			"same() { rm -rf .git/ragtrail; ragtrail trend --format json --at HEAD "
			"| cmp - good; }\n"
			"same || exit\n"
			"g=.git/objects/info/commit-graph && cp $g graph && chmod u+w graph\n"
			"line=$(grep -abo CDAT graph | head -n 1 | cut -d: -f1)\n"
			"data=$(od -An -tu4 --endian=big -j $((line + 8)) -N 4 graph)\n"
			"for n in %s; do\n"
			"	cp graph lies && printf '\\377' | dd of=lies bs=1 conv=notrunc "
			"seek=$((data + n * 250 * 36 + 23)) 2> /dev/null\n"
			"	mv -f lies $g && same || exit\n"
			"done",
			testing_is_slow() ? "1" : "0 1 2 3 4 5 6 7 8 9 10 11 12"));
	if (outcome.status != 0)
		fail_msg("%d: %s%s", outcome.status, outcome.output, outcome.errors);
}

static void several_runs_at_once_agree(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	sandbox_write(sandbox, "repo/good", trend(sandbox, "HEAD"));
	struct outcome outcome = command_script(
		sandbox, "repo",
		"rm -rf .git/ragtrail\n"
		"for n in 1 2 3 4; do\n"
		"	(ragtrail trend --format json --at HEAD > out.$n 2>&1) & p=\"$p $!\"\n"
		"done\n"
		"rm -rf .git/ragtrail\n"
		"wait\n"
		"for n in 1 2 3 4; do cmp out.$n good || exit 1; done\n"
		"ls .git/ragtrail");
	assert_int_equal(outcome.status, 0);
	assert_string_equal(outcome.output, "questions\nrecord\nstanding\n");
}

/* What a killed process had written goes with the next file that is. */
static void what_the_killed_left_is_swept(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	struct outcome outcome = command_script(
		sandbox, "repo",
		"mkdir .git/ragtrail && cd .git/ragtrail && sh -c 'exit' & p=$!; wait; "
		"cd .git/ragtrail && touch .record.$p .record.$$ .record.0$p .record.x .record.1x "
		".other.$p record.$p && cd ../.. && ragtrail trend > /dev/null && cd .git/ragtrail && "
		"ls -A | grep -v -x -e standing -e questions | sed \"s/$$/ME/; s/$p/GONE/\" | sort");
	assert_outcome(outcome, 0,
	               ".other.GONE\n.record.0GONE\n.record.1x\n.record.ME\n.record.x\nrecord\n"
	               "record.GONE\n",
	               "");
}

static void with_verify_nothing_kept_is_used(void **state)
{
	struct sandbox *sandbox = make_long_history(*state);
	const char *good = trend(sandbox, "HEAD");
	forget(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repo", "trend", "--format", "json", "--verify");
	assert_int_equal(outcome.status, 0);
	assert_string_equal(outcome.output, good);
	assert_false(is_kept(sandbox));
}

/* What can still be unpacked, and is not what its name says: only a hash tells. */
static void with_verify_a_changed_object_is_found(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a")},
	        {1, "Ann", "plans/better/a.md", history_update("a", "2023-07", "red")});
	struct outcome outcome = command_script(
		sandbox, "repo",
		"a=$(git rev-parse HEAD:plans/better/a.md)\n"
		"b=$(git cat-file blob $a | sed 's/^rag: red/rag: green/' | git hash-object -w --stdin)\n"
		"f() { printf '.git/objects/%.2s/%s' $1 ${1#??}; }\n"
		"chmod +w $(f $a) && cat $(f $b) > $(f $a) && printf $a");
	assert_int_equal(outcome.status, 0);
	struct outcome verified = RAGTRAIL(sandbox, "repo", "trend", "--verify");
	assert_int_equal(verified.status, 2);
	assert_string_equal(verified.output, "");
	assert_non_null(strstr(verified.errors, outcome.output));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(two_processes_read_what_one_reads),
		sandbox_test(what_is_kept_changes_no_answer),
		sandbox_test(scales_of_the_past_are_kept),
		sandbox_test(what_is_kept_is_used),
		sandbox_test(receipts_of_a_push_leave_it_of_use),
		sandbox_test(receipts_of_a_push_leave_it_whole),
		sandbox_test(what_is_kept_may_be_damaged_in_any_way),
		sandbox_test(a_commit_graph_changes_no_answer),
		sandbox_test(several_runs_at_once_agree),
		sandbox_test(what_the_killed_left_is_swept),
		sandbox_test(with_verify_nothing_kept_is_used),
		sandbox_test(with_verify_a_changed_object_is_found),
	};
	return cmocka_run_group_tests_name("kept", tests, NULL, NULL) != 0;
}
