/* Long output on a terminal goes through a pager, as git's does. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/history.h"
#include "support/terminal.h"

/* A pager that marks its lines, so that what it was given can be told. */
#define MARKS "sed s/^/:/ > $TERMINAL"

static void make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	history_checkout(history);
}

static const char *shown(struct sandbox *sandbox, const char *script)
{
	return terminal_run(
		sandbox, "repository", 80,
		arena_printf(&sandbox->arena, "export TERMINAL TERM=xterm NO_COLOR=1; %s", script));
}

static int is_marked(const char *text)
{
	return strncmp(text, ":I", 2) == 0 && strstr(text, "\n:") != NULL;
}

static int is_plain(const char *text)
{
	return text[0] == 'I';
}

static void the_pager_is_found_as_git_finds_it(void **state)
{
	static const struct {
		const char *script;
		int (*is)(const char *text);
	} rows[] = {
		{"export GIT_PAGER='" MARKS "'; ragtrail trend > $TERMINAL", is_marked},
		{"git config core.pager '" MARKS "'; ragtrail trend > $TERMINAL", is_marked},
		{"export PAGER='" MARKS "'; git config core.pager cat; ragtrail trend > $TERMINAL",
	         is_plain},
		{"export GIT_PAGER='" MARKS "' PAGER=false; ragtrail trend > $TERMINAL", is_marked},
		{"git config --unset core.pager; export PAGER='" MARKS
	         "'; ragtrail trend > $TERMINAL",
	         is_marked},
		{"export GIT_PAGER= PAGER='" MARKS "'; ragtrail trend > $TERMINAL", is_plain},
		{"export GIT_PAGER=cat; ragtrail trend > $TERMINAL", is_plain},
	};
	make_plan(*state);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_case(rows[i].is(shown(*state, rows[i].script)), rows[i].script);
}

static void there_is_no_pager_where_none_is_wanted(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const scripts[] = {
		"ragtrail --no-pager trend > $TERMINAL",
		"ragtrail -P trend > $TERMINAL",
		"ragtrail -C . -P -C . trend > $TERMINAL",
		"TERM=dumb ragtrail trend > $TERMINAL",
		/* A pipe is no terminal. */
		"ragtrail trend | cat > $TERMINAL",
		"ragtrail trend > file; cat file > $TERMINAL",
	};
	make_plan(sandbox);
	for (size_t i = 0; i < COUNT_OF(scripts); i++)
		assert_case(is_plain(shown(sandbox, arena_printf(&sandbox->arena,
		                                                 "export GIT_PAGER='" MARKS "'; %s",
		                                                 scripts[i]))),
		            scripts[i]);
}

static void short_answers_and_errors_are_not_paged(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_text(shown(sandbox, "export GIT_PAGER='" MARKS "'; ragtrail check 2> $TERMINAL"),
	            "2 documents: no errors\n");
	assert_text(shown(sandbox, "export GIT_PAGER='echo paged > $TERMINAL'; "
	                           "ragtrail trend nothing > $TERMINAL 2>&1 || :"),
	            "ragtrail: there is no plan `nothing` on record; the only one is `p`\n");
}

static void a_reader_may_leave_early_or_not_come_at_all(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_text(shown(sandbox, "export GIT_PAGER='exit 3'; ragtrail trend > $TERMINAL"), "");
	assert_text(shown(sandbox, "export GIT_PAGER='head -c 1 > $TERMINAL'; "
	                           "ragtrail trend > $TERMINAL"),
	            "I");
	/* No such program: what it said, and then the trend all the same. */
	assert_case(is_plain(shown(sandbox, "export GIT_PAGER=/no/such/pager; "
	                                    "ragtrail trend > $TERMINAL 2> /dev/null")),
	            "a pager that is not there");
}

static void less_is_told_to_leave_what_fits_on_a_screen(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	assert_text(shown(sandbox, "export GIT_PAGER='echo $LESS $LV > $TERMINAL'; "
	                           "ragtrail trend > $TERMINAL"),
	            "FRX -c\n");
	assert_text(shown(sandbox, "export LESS=S GIT_PAGER='echo $LESS > $TERMINAL'; "
	                           "ragtrail trend > $TERMINAL"),
	            "S\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_pager_is_found_as_git_finds_it),
		sandbox_test(there_is_no_pager_where_none_is_wanted),
		sandbox_test(short_answers_and_errors_are_not_paged),
		sandbox_test(a_reader_may_leave_early_or_not_come_at_all),
		sandbox_test(less_is_told_to_leave_what_fits_on_a_screen),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("the pager", tests, NULL, NULL) != 0;
}
