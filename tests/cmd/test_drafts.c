/* Drafts: what is still to be filled in may wait there, and may not go on record. */
#include "support/pushing.h"

#include <string.h>

/* A draft, committed past the hook pre-commit. */
#define DRAFT                                                                                        \
	"printf '#!/bin/sh\\nexec %s hook run pre-commit\\n' \"$RAGTRAIL\" >.git/hooks/pre-commit\n" \
	"chmod +x .git/hooks/pre-commit\n"                                                           \
	"update b 2023-07 green 'draft: true' 'Training will be at TBC.' >$B\n"                      \
	"git add -A; as Bob git commit -q -m Draft\n"
#define TOLD "plans/better/b.md:16:21: "

static struct outcome run(struct sandbox *sandbox, const char *script)
{
	pushing_begin(sandbox, "here/base");
	return pushing_run(sandbox, "here/base", script);
}

static void a_draft_may_be_checked_and_committed(void **state)
{
	struct outcome outcome = run(*state, DRAFT "$RAGTRAIL check --candour\n"
	                                           "git push -q origin main:side\n");
	if (outcome.status != 0)
		fail_msg("%s%s", outcome.output, outcome.errors);
	assert_null(strstr(outcome.output, "TBC"));
	assert_null(strstr(outcome.errors, "TBC"));
}

static void a_draft_may_not_go_on_record(void **state)
{
	struct outcome outcome = run(*state, DRAFT "git push -q origin main\n");
	assert_int_not_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.errors, "error: " TOLD "`TBC` stands where"));
	assert_non_null(strstr(outcome.errors, "[placeholder-left]"));
}

static void once_it_is_filled_in_it_may(void **state)
{
	struct outcome outcome =
		run(*state,
	            DRAFT "update b 2023-07 green 'draft: true' 'Training was held.' >$B\n"
	                  "git add -A; as Bob git commit -q -m Draft; git push -q origin main\n");
	assert_int_equal(outcome.status, 0);
}

static void where_it_is_no_draft_it_is_only_warned_of_before(void **state)
{
	struct outcome outcome =
		run(*state, "update b 2023-07 green '' 'Training will be at TBC.' >$B\n"
	                    "$RAGTRAIL check --candour\n");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, TOLD "warning: `TBC` stands where"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_draft_may_be_checked_and_committed),
		sandbox_test(a_draft_may_not_go_on_record),
		sandbox_test(once_it_is_filled_in_it_may),
		sandbox_test(where_it_is_no_draft_it_is_only_warned_of_before),
	};
	return cmocka_run_group_tests_name("drafts", tests, NULL, NULL) != 0;
}
