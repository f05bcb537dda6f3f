/* ragtrail render after a render: what is as it was stays, and all is as if made anew. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "support/history.h"
#include "support/trees.h"
#include "support/varied.h"

static struct history *make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")});
	return history;
}

static void render(struct sandbox *sandbox, const char *folder)
{
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "render", "-o", sandbox_path(sandbox, folder));
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
}

/* Which file it is, and when it was written. */
static const char *stamp(struct sandbox *sandbox, const char *path)
{
	struct stat status;
	assert_int_equal(lstat(sandbox_path(sandbox, path), &status), 0);
	return arena_printf(&sandbox->arena, "%lu %ld.%09ld", (unsigned long)status.st_ino,
	                    (long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

static void what_a_commit_does_not_touch_keeps_its_time(void **state)
{
	static const char *const same[] = {"site/style.css", "site/rules.html", "site/p/b.html",
	                                   "site/p/c.html"};
	const char *stamps[4];
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	render(sandbox, "site");
	for (size_t i = 0; i < 4; i++)
		stamps[i] = stamp(sandbox, same[i]);
	const char *plan = stamp(sandbox, "site/p/index.html"),
		   *changed = stamp(sandbox, "site/p/a.html");
	HISTORY(history, {5, "Ann", "plans/p/a.md",
	                  history_update_saying("a", "2023-07", "amber", "Words.")});
	render(sandbox, "site");
	render(sandbox, "fresh");
	assert_text(tree_of(sandbox, "site"), tree_of(sandbox, "fresh"));
	for (size_t i = 0; i < 4; i++)
		assert_text(stamp(sandbox, same[i]), stamps[i]);
	assert_string_not_equal(stamp(sandbox, "site/p/a.html"), changed);
	assert_string_not_equal(stamp(sandbox, "site/p/index.html"), plan);
}

/* What anybody wrote into the site since is made anew; what is gone is back. */
static void a_page_that_was_touched_is_made_again(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	render(sandbox, "site");
	const char *before = tree_of(sandbox, "site");
	struct outcome outcome = command_script(
		sandbox, "site",
		"rm style.css && ln -s rules.html style.css && rm p/b.html && "
		"sed -i s/Amber/Green/ p/a.html && echo >>p/index.html && chmod 600 rules.html && "
		"touch -d 2001-01-01 p/candour.html && mkdir p/new && "
		"printf x | dd of=p/c.html conv=notrunc status=none");
	assert_outcome(outcome, 0, "", "");
	render(sandbox, "site");
	assert_text(tree_of(sandbox, "site"), before);
	/* The same bytes in another file, with the time of the old one. */
	outcome = command_script(sandbox, "site",
	                         "cp -p p/a.html x && sed -i s/Amber/Green/ x && "
	                         "touch -r p/a.html x && mv x p/a.html");
	assert_outcome(outcome, 0, "", "");
	render(sandbox, "site");
	assert_text(tree_of(sandbox, "site"), before);
}

/* What is kept in the git folder may be gone, cut short, or anything. */
static void any_list_will_do(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	render(sandbox, "fresh");
	render(sandbox, "site");
	const char *before = tree_of(sandbox, "fresh");
	static const char *const scripts[] = {
		"rm -f site-*",
		"for f in site-*; do head -c 100 $f >x; mv x $f; done",
		"for f in site-*; do head -c 5000 /dev/urandom >$f; done",
		"for f in site-*; do sed -i 's, p/a.html, p/b.html,' $f; done",
		"for f in site-*; do sed -i 's,^[^ ]* ,x ,' $f; done",
		"for f in site-*; do echo '  ' >$f; done",
	};
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		assert_int_equal(
			command_script(sandbox, "repository/.git/ragtrail", scripts[i]).status, 0);
		render(sandbox, "site");
		assert_text(tree_of(sandbox, "site"), before);
	}
}

static void as_a_random_history_goes_on_the_site_is_as_if_made_anew(void **state)
{
	struct sandbox *sandbox = *state;
	struct varied varied = varied_begin(sandbox, "repository", 4711);
	for (int i = 0; i < 12; i++) {
		varied_step(&varied);
		render(sandbox, "site");
		assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "--verify", "-o",
		                          sandbox_path(sandbox, "fresh"))
		                         .status,
		                 0);
		assert_text(tree_of(sandbox, "site"), tree_of(sandbox, "fresh"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_a_commit_does_not_touch_keeps_its_time),
		sandbox_test(a_page_that_was_touched_is_made_again),
		sandbox_test(any_list_will_do),
		sandbox_test(as_a_random_history_goes_on_the_site_is_as_if_made_anew),
	};
	return cmocka_run_group_tests_name("render: kept", tests, NULL, NULL) != 0;
}
