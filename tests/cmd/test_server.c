/* An officer and a server with all hooks in place: from a bad update to a page and a receipt. */
#include "support/hooked.h"

#include <string.h>

#include "support/history.h"

/* A server that has every hook and a site, and an officer's repository with hooks too. */
static void begin(struct sandbox *sandbox)
{
	hooked(sandbox);
	hooked_repository(sandbox, "work");
	hooked_run(sandbox, NULL,
	           "git init -q --bare -b main office.git\n"
	           "cd office.git && ragtrail hook install --server >/dev/null\n"
	           "git config ragtrail.site \"$PWD/../site\"");
	hooked_run(sandbox, "work",
	           "git branch -M main; ragtrail hook install >/dev/null\n"
	           "git remote add origin \"file://$PWD/../office.git\"\n"
	           "git push -q origin main 2>&1");
}

static const char *server(struct sandbox *sandbox)
{
	return hooked_run(sandbox, "office.git", "git for-each-ref; find ../site -type f | sort");
}

static void a_bad_update_is_refused_and_a_mended_one_is_published(void **state)
{
	struct sandbox *sandbox = *state;
	begin(sandbox);
	const char *before = server(sandbox);
	sandbox_write(sandbox, "work/plans/better/a.md", history_update("a", "2023-07", "geen"));
	struct outcome outcome =
		hooked_script(sandbox, "work", "git add -A && git commit --no-edit");
	assert_int_equal(outcome.status, 1);
	assert_holds(outcome.errors, "did you mean `green`?");
	/* Past the officer's own hooks, and no further. */
	hooked_run(sandbox, "work", "git commit -q --no-verify -m 'Never mind'");
	outcome = hooked_script(sandbox, "work", "git push -q origin main");
	assert_int_equal(outcome.status, 1);
	assert_holds(outcome.errors,
	             "remote: error: plans/better/a.md:4:6: `geen` is not a rating");
	assert_holds(outcome.errors, "remote: error: nothing was changed on the server");
	assert_text(server(sandbox), before);
	/* Mended on top of it: a mended mistake is no mistake. */
	sandbox_write(sandbox, "work/plans/better/a.md", history_update("a", "2023-07", "green"));
	outcome = hooked_script(sandbox, "work",
	                        "git commit -qa --no-edit && git push -q origin main");
	assert_int_equal(outcome.status, 0);
	assert_holds(outcome.errors, "remote: ragtrail: push 2, 2 landings received");
	assert_holds(hooked_run(sandbox, "office.git", "cat ../site/better/a.html"), "Green");
	assert_holds(hooked_run(sandbox, "office.git", "ragtrail log a"), "received");
	assert_holds(hooked_run(sandbox, "work", "git log -1 --format=%B"),
	             "Rag-Change: a 2023-07");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_bad_update_is_refused_and_a_mended_one_is_published),
	};
	return cmocka_run_group_tests_name("a server", tests, NULL, NULL) != 0;
}
