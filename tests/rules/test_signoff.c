/* The sponsor's sign-off: whose it is, and what it was given for. */
#include "support/judging.h"

#include <string.h>

#include "support/command.h"
#include "support/history.h"
#include "support/testing.h"

#define LIVING "plans/p/a.md"
#define BY_PERIOD(period) "plans/p/a/" period ".md"

static const char *update(const char *period, const char *extra)
{
	return history_update_with("a", period, "green", extra);
}

#define SIGNED(by, on) "sponsor_signed: {by: " by ", on: " on "}\n"

/* A repository with a plan and its workstream `a`. */
static struct history *plan(struct sandbox *sandbox, const char *folder)
{
	struct history *history = history_new(sandbox, folder);
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a")});
	history_checkout(history);
	return history;
}

/* What is found in this one update, on top of nothing. */
static const char *judged(struct sandbox *sandbox, const char *extra)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "r%d", number++);
	plan(sandbox, folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/" LIVING, folder),
	              update("2023-07", extra));
	return judged_on_record(sandbox, folder);
}

static void a_writer_does_not_sign_for_the_sponsor(void **state)
{
	struct sandbox *sandbox = *state;
	assert_text(judged(sandbox, SIGNED("Workstream sponsor", "2023-08-07")), "");
	assert_text(judged(sandbox, SIGNED("project Manager", "2023-08-07")),
	            LIVING ":12:22: error: `project Manager` wrote the report (`completed_by`) and "
	                   "cannot sign it off as well; have the sponsor sign it, or take "
	                   "`sponsor_signed` out until that is done [sign-off-own]\n");
	assert_text(judged(sandbox, SIGNED("Project manager of Governance", "2023-08-07")), "");
}

static void a_sign_off_comes_after_what_it_signs(void **state)
{
	struct sandbox *sandbox = *state;
	/* Completed on 4 August, of a period that ends on 31 July. */
	assert_text(judged(sandbox, SIGNED("Sponsor", "2023-08-04")), "");
	assert_text(judged(sandbox, SIGNED("Sponsor", "2023-08-03")), LIVING
	            ":12:35: warning: the sponsor signed on 3 August 2023, before the report "
	            "was completed on 4 August 2023; mend the date that is wrong, or have "
	            "what was written signed [sign-off-early]\n");
	/* One that was completed too early is candour's to ask about; the sign-off is not. */
	const char *folder = "early";
	plan(sandbox, folder);
	sandbox_write(sandbox, "early/" LIVING,
	              replaced(sandbox, update("2023-07", SIGNED("Sponsor", "2023-07-25")),
	                       "completed_on: 2023-08-04", "completed_on: 2023-07-24"));
	assert_text(judged_on_record(sandbox, folder),
	            LIVING ":12:35: warning: the sponsor signed on 25 July 2023, before the period "
	                   "ended on 31 July 2023, and cannot have known how it ended; mend the "
	                   "date, or have the report signed again [sign-off-early]\n");
	/* No day, no question. */
	assert_text(judged(sandbox, "sponsor_signed: {by: Sponsor}\n"), LIVING
	            ":12:17: error: this sign-off has no `on`; add it (when) [required-field]\n");
}

#define CARRIED(line, path)                                                                        \
	path ":" line ":17: warning: the sign-off of 7 August 2023 is the one for July 2023; the " \
	     "sponsor has not signed August 2023: have it signed, or take `sponsor_signed` out "   \
	     "until that is done [sign-off-carried-over]\n"

static void a_sign_off_is_of_one_period(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = plan(sandbox, "living");
	HISTORY(history, {1, "Ann", LIVING, update("2023-07", SIGNED("Sponsor", "2023-08-07"))});
	history_checkout(history);
	assert_text(judged_on_record(sandbox, "living"), "");
	sandbox_write(sandbox, "living/" LIVING,
	              update("2023-08", SIGNED("sponsor", "2023-08-07")));
	assert_text(judged_on_record(sandbox, "living"), CARRIED("12", LIVING));
	/* Another day, or somebody else: a sign-off of its own, though maybe an early one. */
	sandbox_write(sandbox, "living/" LIVING,
	              update("2023-08", SIGNED("Sponsor", "2023-09-07")));
	assert_text(judged_on_record(sandbox, "living"), "");
	sandbox_write(sandbox, "living/" LIVING, update("2023-08", SIGNED("Deputy", "2023-08-07")));
	assert_non_null(strstr(judged_on_record(sandbox, "living"), "[sign-off-early]"));
	/* Without a record there is nothing to compare with, and it is early all the same. */
	sandbox_write(sandbox, "living/" LIVING,
	              update("2023-08", SIGNED("Sponsor", "2023-08-07")));
	assert_non_null(strstr(judged_worktree(sandbox, "living"), "[sign-off-early]"));
}

static void the_report_before_may_be_another_file(void **state)
{
	struct sandbox *sandbox = *state;
	plan(sandbox, "files");
	sandbox_write(sandbox, "files/" BY_PERIOD("2023-07"),
	              update("2023-07", SIGNED("Sponsor", "2023-08-07")));
	sandbox_write(sandbox, "files/" BY_PERIOD("2023-08"),
	              update("2023-08", SIGNED("Sponsor", "2023-08-07")));
	assert_text(judged_on_record(sandbox, "files"), CARRIED("12", BY_PERIOD("2023-08")));
	assert_text(judged_worktree(sandbox, "files"), CARRIED("12", BY_PERIOD("2023-08")));
	/* What the tree says now is what counts, and not what was on record of it. */
	struct history *history = history_open(sandbox, "files");
	HISTORY(history,
	        {1, "Ann", BY_PERIOD("2023-07"),
	         update("2023-07", SIGNED("Sponsor", "2023-08-07"))},
	        {2, "Ann", BY_PERIOD("2023-08"),
	         update("2023-08", SIGNED("Sponsor", "2023-09-07"))});
	history_checkout(history);
	assert_text(judged_on_record(sandbox, "files"), "");
	sandbox_write(sandbox, "files/" BY_PERIOD("2023-09"),
	              update("2023-09", SIGNED("Sponsor", "2023-09-07")));
	const char *found = judged_on_record(sandbox, "files");
	assert_non_null(strstr(found, "is the one for August 2023; the sponsor has not signed "
	                              "September 2023"));
	/* A later report is none before it, and another workstream's is another's. */
	HISTORY(history, {3, "Office", "plans/p/plan.md", history_plan("a b")});
	history_checkout(history);
	sandbox_write(sandbox, "files/plans/p/b.md",
	              history_update_with("b", "2023-09", "green",
	                                  "sponsor_signed: {by: Sponsor, on: 2023-10-07}\n"));
	assert_text(judged_on_record(sandbox, "files"), "");
}

static void the_staged_text_is_compared_with_the_record(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = plan(sandbox, "staged");
	HISTORY(history, {1, "Ann", LIVING, update("2023-07", SIGNED("Sponsor", "2023-08-07"))});
	history_checkout(history);
	assert_int_equal(RAGTRAIL(sandbox, "staged", "trend").status, 0);
	sandbox_write(sandbox, "staged/" LIVING,
	              update("2023-08", SIGNED("Sponsor", "2023-08-07")));
	GIT(sandbox, "staged", "add", "-A");
	assert_outcome(RAGTRAIL(sandbox, "staged", "check", "-q", "--staged"), 0,
	               CARRIED("12", LIVING), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_writer_does_not_sign_for_the_sponsor),
		sandbox_test(a_sign_off_comes_after_what_it_signs),
		sandbox_test(a_sign_off_is_of_one_period),
		sandbox_test(the_report_before_may_be_another_file),
		sandbox_test(the_staged_text_is_compared_with_the_record),
	};
	return cmocka_run_group_tests_name("signoff", tests, NULL, NULL) != 0;
}
