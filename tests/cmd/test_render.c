/* ragtrail render: a folder that is replaced whole, or not at all. */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "support/history.h"
#include "support/testing.h"
#include "support/trees.h"

/* Two commits that make two sites: of July, and of August. */
static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")});
	history_tag(history, "july");
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {5, "Dora", "plans/p/overview.md", history_overview("2023-08", "amber")},
	        {6, "Dora", "plans/q/plan.md", history_plan("a")});
	history_checkout(history);
	return history;
}

static void render(struct sandbox *sandbox, const char *revision, const char *folder)
{
	const char *output = sandbox_path(sandbox, folder);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "render", "--at", revision, "--output", output);
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
}

/* "11 pages in PLACE: open PLACE/index.html", of a site with so many. */
static const char *said_of(struct sandbox *sandbox, const char *folder, const char *place)
{
	struct outcome count =
		command_script(sandbox, folder, "find . -name '*.html' | wc -l | tr -d '\\n'");
	return arena_printf(&sandbox->arena, "%s pages in %s: open %s/index.html\n", count.output,
	                    place, place);
}

static void the_pages_are_written_and_named(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "site");
	assert_outcome(outcome, 0, said_of(sandbox, "repository/site", "site"), "");
	/* The pages of rules and of landings, of which there are many, aside. */
	assert_text(command_script(sandbox, "repository/site",
	                           "find . -type f ! -name 'rules-*' ! -name 'change-*' | "
	                           "LC_ALL=C sort | tr '\\n' ' '")
	                    .output,
	            "./.ragtrail-site ./about.html ./index.html "
	            "./p/a.csv ./p/a.html ./p/a.json ./p/b.csv ./p/b.html ./p/b.json "
	            "./p/c.csv ./p/c.html ./p/c.json ./p/candour.html ./p/index.atom "
	            "./p/index.candour.csv ./p/index.csv ./p/index.html ./p/index.json "
	            "./p/index.milestones.csv ./p/index.risks.csv ./p/period-2023-07.html "
	            "./p/period-2023-08.html ./q/a.csv ./q/a.html ./q/a.json ./q/candour.html "
	            "./q/index.atom ./q/index.candour.csv ./q/index.csv ./q/index.html "
	            "./q/index.json ./q/index.milestones.csv ./q/index.risks.csv "
	            "./ragtrail.schema.json ./rules.html ./style.css ");
	assert_text(names_in(sandbox, "repository"), ".git plans site ");
	/* From elsewhere, with a slash at its end. */
	outcome = RAGTRAIL(sandbox, NULL, "-C", "repository/plans", "render", "-o../other/");
	assert_outcome(outcome, 0, said_of(sandbox, "repository/site", "../other"), "");
	assert_text(tree_of(sandbox, "repository/other"), tree_of(sandbox, "repository/site"));
}

static void the_same_record_makes_the_same_bytes(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	GIT(sandbox, NULL, "clone", "-q", "--bare", "repository", "bare.git");
	render(sandbox, "HEAD", "first");
	assert_int_equal(
		command_script(sandbox, "bare.git",
	                       "TZ=Pacific/Kiritimati LC_ALL=cy_GB.UTF-8 SOURCE_DATE_EPOCH=1 "
	                       "HOME=/nonexistent $RAGTRAIL render -o ../second")
			.status,
		0);
	assert_text(tree_of(sandbox, "second"), tree_of(sandbox, "first"));
	render(sandbox, "july", "first");
	assert_string_not_equal(tree_of(sandbox, "first"), tree_of(sandbox, "second"));
}

static void a_site_is_replaced_whole(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "july", "july");
	render(sandbox, "HEAD", "site");
	sandbox_write(sandbox, "site/left-over.html", "from an earlier version");
	sandbox_write(sandbox, "site/gone/page.html", "from a plan that is no more");
	render(sandbox, "july", "site");
	assert_text(tree_of(sandbox, "site"), tree_of(sandbox, "july"));
	assert_text(names_in(sandbox, "."), "july repository site ");
}

static void folders_above_are_made(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "HEAD", "a/b/c");
	render(sandbox, "HEAD", "site");
	assert_text(names_in(sandbox, "a/b/c"), names_in(sandbox, "site"));
	assert_int_equal(mkdir(sandbox_path(sandbox, "empty"), 0755), 0);
	render(sandbox, "HEAD", "empty");
	assert_text(tree_of(sandbox, "empty"), tree_of(sandbox, "site"));
}

/* Renders to OUTPUT, which must be refused in one line and stay as it is. */
static void assert_refused(struct sandbox *sandbox, const char *output, const char *says)
{
	const char *before = tree_of(sandbox, "place");
	struct outcome outcome =
		RAGTRAIL(sandbox, "place", "-C", "../repository", "render", "-o", output);
	assert_outcome(outcome, 2, "", arena_printf(&sandbox->arena, "ragtrail: %s\n", says));
	assert_text(tree_of(sandbox, "place"), before);
}

static void what_ragtrail_did_not_make_is_left_alone(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "place/folder/thesis.txt", "years of work");
	sandbox_write(sandbox, "place/file", "a file");
	assert_refused(sandbox, "../place/folder",
	               "../place/folder holds files that ragtrail did not make, so it is left "
	               "alone; name a new or an empty folder");
	assert_refused(sandbox, "../place/file",
	               "../place/file is not a folder; name a folder of its own for the output");
	assert_refused(sandbox, "../repository",
	               "../repository holds files that ragtrail did not make, so it is left "
	               "alone; name a new or an empty folder");
	assert_refused(sandbox, "/",
	               "/ cannot be replaced; name a folder of its own for the output");
	assert_refused(sandbox, "/proc/site",
	               "cannot make a folder beside /proc/site: No such file or directory");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", ".");
	assert_int_equal(outcome.status, 2);
	outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../place/file/site");
	assert_int_equal(outcome.status, 2);
	assert_text(names_in(sandbox, "."), "place repository ");
	assert_text(names_in(sandbox, "repository"), ".git plans ");
}

/* A server often serves a link: what it leads to is replaced, the link stays. */
static void a_link_means_what_it_leads_to(void **state)
{
	struct sandbox *sandbox = *state;
	struct stat status;
	make_plans(sandbox);
	sandbox_write(sandbox, "thesis/thesis.txt", "years of work");
	assert_int_equal(mkdir(sandbox_path(sandbox, "real"), 0755), 0);
	assert_int_equal(symlink("real", sandbox_path(sandbox, "link")), 0);
	assert_int_equal(symlink("thesis", sandbox_path(sandbox, "trap")), 0);
	render(sandbox, "HEAD", "link");
	assert_int_equal(lstat(sandbox_path(sandbox, "link"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	render(sandbox, "HEAD", "site");
	assert_text(tree_of(sandbox, "real"), tree_of(sandbox, "site"));
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../trap").status, 2);
	assert_text(names_in(sandbox, "thesis"), "thesis.txt ");
}

static void a_folder_that_may_not_be_written_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	if (geteuid() == 0) {
		print_message("root may write anywhere\n");
		sandbox->passed = 1;
		skip();
	}
	make_plans(sandbox);
	assert_int_equal(mkdir(sandbox_path(sandbox, "closed"), 0555), 0);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../closed/site");
	assert_int_equal(outcome.status, 2);
	assert_non_null(strstr(outcome.errors, "Permission denied"));
	assert_text(names_in(sandbox, "closed"), "");
}

/* What fails half-way leaves the old site. */
static void a_full_disk_leaves_the_old_site(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "july", "site");
	const char *before = tree_of(sandbox, "site");
	/* Files of at most 512 bytes, as on a disk that is full. */
	struct outcome outcome =
		command_script(sandbox, "repository", "ulimit -f 1; ragtrail render -o ../site");
	assert_int_equal(outcome.status, 2);
	assert_non_null(strstr(outcome.errors, "cannot write a file of ../site"));
	assert_text(tree_of(sandbox, "site"), before);
	assert_text(names_in(sandbox, "."), "repository site ");
}

/* Who comes second waits, and says so; what does not wait says what to do. */
static void two_writers_do_not_mix(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "july", "july");
	render(sandbox, "HEAD", "head");
	/* Long enough for the second to be there while the first is. */
	struct outcome outcome = command_script(
		sandbox, "repository",
		arena_printf(&sandbox->arena,
	                     "flock .. sh -c ': > ../begun; sleep %d' & until test -e ../begun; do "
	                     "sleep 0.05; done; ragtrail render -o ../july; status=$?; wait; "
	                     "exit $status",
	                     testing_is_slow() ? 10 : 1));
	assert_outcome(outcome, 0, said_of(sandbox, "july", "../july"),
	               "ragtrail: another process is writing ../july or a folder beside it; "
	               "waiting\n");
	assert_text(tree_of(sandbox, "july"), tree_of(sandbox, "head"));
	outcome = command_script(sandbox, "repository",
	                         "flock .. sh -c '$RAGTRAIL export -o ../data'; echo $?");
	assert_text(outcome.output, "2\n");
	assert_non_null(strstr(outcome.errors, "another process is writing ../data or a folder "
	                                       "beside it; wait until it has finished"));
}

/* Killed at any moment, a render leaves the old site or the new one, never a mixture. */
static void a_killed_render_leaves_a_whole_site(void **state)
{
	make_plans(*state);
	kill_renders(*state, testing_is_slow() ? 4 : 50, 1);
}

static void output_that_cannot_be_written_is_an_error(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	assert_outcome(
		command_script(sandbox, "repository", "ragtrail render -o ../site > /dev/full"), 2,
		"", "ragtrail: the output could not be written\n");
	const char *site = tree_of(sandbox, "site");
	/* Nothing of it gets into a page that happens to be opened as standard output. */
	assert_outcome(command_script(sandbox, "repository", "ragtrail render -o ../site <&- >&-"),
	               2, "", "ragtrail: the output could not be written\n");
	assert_text(tree_of(sandbox, "site"), site);
}

static void without_a_record_nothing_is_written(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_int_equal(outcome.status, 2);
	assert_int_equal(RAGTRAIL(sandbox, NULL, "render", "-o", "site").status, 2);
	assert_text(names_in(sandbox, "."), "repository ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_pages_are_written_and_named),
		sandbox_test(the_same_record_makes_the_same_bytes),
		sandbox_test(a_site_is_replaced_whole),
		sandbox_test(folders_above_are_made),
		sandbox_test(what_ragtrail_did_not_make_is_left_alone),
		sandbox_test(a_link_means_what_it_leads_to),
		sandbox_test(a_folder_that_may_not_be_written_is_refused),
		sandbox_test(a_full_disk_leaves_the_old_site),
		sandbox_test(two_writers_do_not_mix),
		sandbox_test(a_killed_render_leaves_a_whole_site),
		sandbox_test(output_that_cannot_be_written_is_an_error),
		sandbox_test(without_a_record_nothing_is_written),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail render", tests, NULL, NULL) != 0;
}
