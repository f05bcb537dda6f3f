/*
 * ragtrail render by several processes: no page, no list and no message depends on which of
 * them made it, nor on one of them being killed.
 */
#include "support/command.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/twin.h"
#include "support/lengthy.h"
#include "support/trees.h"

/* Enough for what was read to be kept, and for more pages than one process makes alone. */
enum { COMMITS = 120, FEWEST_PAGES = 150, TWINS = 16 };

#define COMMIT "git -c user.name=Ann -c user.email=a@b commit -q"

static void run(struct sandbox *sandbox, const char *folder, const char *script)
{
	struct outcome outcome = command_script(sandbox, folder, script);
	if (outcome.status != 0)
		fail_msg("%d: %s\n%s%s", outcome.status, script, outcome.output, outcome.errors);
}

static struct sandbox *make_plans(struct sandbox *sandbox)
{
	lengthy_new(sandbox,
	            &(struct lengthy){
			    .commits = COMMITS, .first_year = 2023, .hours = 168, .in_period = 12});
	GIT(sandbox, "repo", "checkout", "-q", "main");
	return sandbox;
}

static void commit_once_more(struct sandbox *sandbox)
{
	run(sandbox, "repo",
	    "sed -i s/Number/The\\ Number/ plans/better/a.md && " COMMIT "am more");
}

/* Into a folder of the sandbox; MANY: by as many processes as there are processors. */
static struct outcome render(struct sandbox *sandbox, bool many, const char *folder)
{
	return command_script(sandbox, "repo",
	                      arena_printf(&sandbox->arena, "%s ragtrail render -o ../%s",
	                                   many ? "" : "taskset -pc 0 $$ > /dev/null &&", folder));
}

static void render_well(struct sandbox *sandbox, bool many, const char *folder)
{
	struct outcome outcome = render(sandbox, many, folder);
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	assert_true(atoi(outcome.output) >= FEWEST_PAGES);
}

/* Each file, which it is, when it was written, and its content's checksum. */
static const char *stamps(struct sandbox *sandbox, const char *folder)
{
	struct outcome outcome = command_script(
		sandbox, folder,
		"find . -type f ! -name '.*' -printf '%P %i %T@\\n' | sort > ../stamps && "
		"cut -d ' ' -f 1 ../stamps | xargs sha1sum | cut -c 1-40 | paste -d ' ' ../stamps "
		"- && rm ../stamps");
	assert_outcome(outcome, 0, outcome.output, "");
	return outcome.output;
}

static void several_processes_make_what_one_makes(void **state)
{
	struct sandbox *sandbox = make_plans(*state);
	render_well(sandbox, false, "one");
	run(sandbox, "repo", "rm -r .git/ragtrail");
	render_well(sandbox, true, "many");
	const char *first = tree_of(sandbox, "one");
	assert_text(tree_of(sandbox, "many"), first);
	render_well(sandbox, false, "one");
	render_well(sandbox, true, "many");
	assert_text(tree_of(sandbox, "one"), first);
	assert_text(tree_of(sandbox, "many"), first);
	commit_once_more(sandbox);
	render_well(sandbox, false, "one");
	render_well(sandbox, true, "many");
	run(sandbox, "repo", "rm -r .git/ragtrail");
	render_well(sandbox, false, "fresh");
	const char *second = tree_of(sandbox, "fresh");
	assert_string_not_equal(second, first);
	assert_text(tree_of(sandbox, "one"), second);
	assert_text(tree_of(sandbox, "many"), second);
	assert_text(names_in(sandbox, "."), "fresh many one repo ");
}

/* What one process made another keeps, whichever takes it this time. */
static void a_page_that_stands_keeps_its_time(void **state)
{
	struct sandbox *sandbox = make_plans(*state);
	render_well(sandbox, true, "site");
	const char *before = stamps(sandbox, "site");
	for (int i = 0; i < (testing_is_slow() ? 1 : 4); i++) {
		render_well(sandbox, i % 2 == 0, "site");
		assert_text(stamps(sandbox, "site"), before);
	}
	/* After one more commit: all that have the same bytes. */
	for (int i = 0; i < 2; i++) {
		commit_once_more(sandbox);
		render_well(sandbox, i == 0, "site");
		const char *after = stamps(sandbox, "site");
		sandbox_write(sandbox, "before", before);
		sandbox_write(sandbox, "after", after);
		run(sandbox, NULL,
		    "awk 'NR == FNR { was[$1 \" \" $4] = $2 \" \" $3; next }\n"
		    "($1 \" \" $4) in was { same++; if (was[$1 \" \" $4] != $2 \" \" $3) "
		    "{ print; bad = 1 } }\n"
		    "!(($1 \" \" $4) in was) { other++ }\n"
		    "END { exit bad || same < 100 || other < 2 }' before after");
		before = after;
	}
}

/* --- a twin that is killed --- */

/* The processes that this one has started and that are not reaped yet. */
static size_t children_of(pid_t process, pid_t children[TWINS])
{
	char path[64];
	size_t count = 0;
	long child;
	snprintf(path, sizeof(path), "/proc/%ld/task/%ld/children", (long)process, (long)process);
	FILE *file = fopen(path, "re");
	if (file == NULL)
		return 0;
	while (count < TWINS && fscanf(file, "%ld", &child) == 1)
		children[count++] = (pid_t)child;
	fclose(file);
	return count;
}

/* 'R' of a process that runs, 'T' of one that is stopped, 'Z' of one that has ended. */
static char state_of(pid_t process)
{
	char path[64], state = 'X';
	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)process);
	FILE *file = fopen(path, "re");
	if (file == NULL)
		return 'X';
	if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = 'X';
	fclose(file);
	return state;
}

static void pause_for(long microseconds)
{
	nanosleep(&(struct timespec){0, microseconds * 1000}, NULL);
}

/* What is stopped has not ended by itself: only then it counts. */
static bool kill_it(pid_t twin)
{
	if (kill(twin, SIGSTOP) < 0)
		return false;
	for (int i = 0; i < 2000; i++) {
		char state = state_of(twin);
		if (state == 'T')
			return kill(twin, SIGKILL) == 0;
		if (state == 'Z' || state == 'X')
			return false;
		pause_for(100);
	}
	kill(twin, SIGKILL);
	return false;
}

/*
 * Waits for ragtrail, whose child does the work, and for the children of that; lets them work
 * for so many microseconds, and kills one of those that are there.
 */
static bool kill_a_twin(pid_t test, long delay, unsigned choice)
{
	pid_t ragtrail[TWINS], worker[TWINS], twins[TWINS];
	for (int i = 0; i < 100000 && getppid() == test; i++) {
		size_t count = children_of(test, ragtrail);
		for (size_t j = 0; j < count; j++) {
			if (ragtrail[j] == getpid() || children_of(ragtrail[j], worker) == 0 ||
			    children_of(worker[0], twins) == 0)
				continue;
			pause_for(delay);
			size_t there = children_of(worker[0], twins);
			return there != 0 && kill_it(twins[choice % there]);
		}
		pause_for(100);
	}
	return false;
}

/* Renders while a second process of the test kills a twin; true where it did. */
static bool render_killing(struct sandbox *sandbox, long delay, unsigned choice,
                           struct outcome *outcome)
{
	pid_t test = getpid();
	int status;
	fflush(NULL);
	pid_t killer = fork();
	assert_true(killer >= 0);
	if (killer == 0)
		_exit(kill_a_twin(test, delay, choice) ? 0 : 1);
	*outcome = RAGTRAIL(sandbox, "repo", "render", "-o", "../site");
	kill(killer, SIGTERM); /* it may have found none */
	assert_int_equal(waitpid(killer, &status, 0), killer);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void skip_where_there_are_no_twins(struct sandbox *sandbox)
{
	char path[64];
	snprintf(path, sizeof(path), "/proc/self/task/%ld/children", (long)getpid());
	if (twin_count() != 0 && access(path, R_OK) == 0)
		return;
	print_message("there is one processor, or nobody tells whose child a process is\n");
	sandbox_skip(sandbox);
}

static void a_twin_that_is_killed_costs_nothing(void **state)
{
	/* From nothing; with what was read; and where nearly all of the site stands. */
	static const char *const before[] = {
		"rm -rf ../site .git/ragtrail",
		"rm -rf ../site",
		"rm -rf ../site && cp -a ../old ../site && rm -f .git/ragtrail/site-*",
	};
	struct sandbox *sandbox = *state;
	skip_where_there_are_no_twins(sandbox);
	make_plans(sandbox);
	render_well(sandbox, false, "old");
	commit_once_more(sandbox);
	render_well(sandbox, false, "good");
	const char *good = tree_of(sandbox, "good");
	unsigned random = 20230701;
	int killed = 0, tries = testing_is_slow() ? 3 : 9;
	for (int i = 0; i < tries || (killed == 0 && i < 60); i++) {
		struct outcome outcome;
		random = random * 1103515245U + 12345U;
		long delay = (long)(random >> 16 & 0x7fff) * (testing_is_slow() ? 20 : 1);
		run(sandbox, "repo", before[i % 3]);
		killed += render_killing(sandbox, delay, random >> 8, &outcome) ? 1 : 0;
		assert_int_equal(outcome.status, 0);
		assert_text(outcome.errors, "");
		assert_text(tree_of(sandbox, "site"), good);
		assert_text(names_in(sandbox, "."), "good old repo site ");
		const char *stood = stamps(sandbox, "site");
		render_well(sandbox, true, "site");
		assert_text(stamps(sandbox, "site"), stood);
	}
	print_message("%d twins killed\n", killed);
	assert_true(killed > 0);
}

/* --- what is kept, and what fails --- */

static void what_is_kept_of_the_site_is_all_of_it(void **state)
{
	struct sandbox *sandbox = make_plans(*state);
	for (int i = 0; i < (testing_is_slow() ? 1 : 3); i++) {
		if (i == 2)
			commit_once_more(sandbox);
		render_well(sandbox, false, "one");
		render_well(sandbox, true, "many");
		/* A row is how the file is known again, what it was made from, and its path. */
		run(sandbox, "repo/.git/ragtrail",
		    "for n in one many; do cut -d ' ' -f 2- site-*-$n | sort > ../$n; done\n"
		    "cmp ../one ../many && test -z \"$(uniq -d ../one)\" && "
		    "test $(grep -c html ../one) -gt 100 && rm ../one ../many && ls > ../names && "
		    "! grep '[.]' ../names");
	}
}

/* Takes versions of the document, by the age of their commits, out of the repository `broken`. */
static const char lose[] =
	"rm -rf ../broken && cp -r . ../broken && cd ../broken && for age in %s; do "
	"git rev-parse main~$age:plans/better/a.md; done > .git/gone && "
	"git rev-list --objects --all | cut -c 1-40 | grep -v -f .git/gone | "
	"git pack-objects -q .git/fewer > /dev/null && rm -f .git/objects/pack/* && "
	"for id in $(cat .git/gone); do "
	"find .git/objects -path \"*/$(printf %%.2s $id)/${id#??}\" -delete; done && "
	"mv .git/fewer-* .git/objects/pack/ && ! git cat-file -e $id 2> /dev/null";

/*
 * Its reading is kept, and it is neither the first nor the last of its period: so only the
 * pages of the changes to and from it miss it, which now this process makes and now that. Of
 * several that which one process would have met first is told of.
 */
static void a_version_that_is_gone_is_told_as_by_one(void **state)
{
	static const char *const ages[] = {"92", "56", "18", "30 44 56 80 92"};
	struct sandbox *sandbox = make_plans(*state);
	render_well(sandbox, true, "site");
	commit_once_more(sandbox);
	run(sandbox, "repo", "rm .git/ragtrail/site-*");
	const char *before = stamps(sandbox, "site");
	for (size_t i = 0; i < (testing_is_slow() ? 1 : COUNT_OF(ages)); i++) {
		run(sandbox, "repo", arena_printf(&sandbox->arena, lose, ages[i]));
		struct outcome one = command_script(
			sandbox, "broken",
			"taskset -pc 0 $$ > /dev/null && ragtrail render -o ../site");
		assert_int_equal(one.status, 2);
		assert_text(one.output, "");
		assert_string_not_equal(one.errors, "");
		for (int j = 0; j < (testing_is_slow() ? 1 : 5); j++) {
			struct outcome many =
				RAGTRAIL(sandbox, "broken", "render", "-o", "../site");
			assert_outcome(many, 2, "", one.errors);
			assert_text(stamps(sandbox, "site"), before);
			assert_text(names_in(sandbox, "."), "broken repo site ");
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(several_processes_make_what_one_makes),
		sandbox_test(a_page_that_stands_keeps_its_time),
		sandbox_test(a_twin_that_is_killed_costs_nothing),
		sandbox_test(what_is_kept_of_the_site_is_all_of_it),
		sandbox_test(a_version_that_is_gone_is_told_as_by_one),
	};
	return cmocka_run_group_tests_name("render: many", tests, NULL, NULL) != 0;
}
