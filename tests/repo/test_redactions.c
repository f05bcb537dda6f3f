/* Redactions: what a server writes down beside the receipts, and reads again. */
#include "support/command.h"

#include <string.h>

#include "repo/redactions.h"
#include "support/history.h"
#include "support/recording.h"

#define A "plans/better/a.md"

static struct repo *open_repo(struct sandbox *sandbox)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	if (repo_open(&repo, sandbox_path(sandbox, "repo"), false, &error) < 0)
		fail_msg("%s", error.what);
	return repo;
}

/* A receipt of the commit that REVISION names. */
static void receive(struct sandbox *sandbox, const char *revision, const char *day)
{
	static const char script[] =
		"set -e; id=$(git rev-parse %s); export GIT_INDEX_FILE=.git/receipts\n"
		"blob=$(printf 'received: %sT10:00:00Z\\npush: 7\\naccount: jane\\n' | "
		"git hash-object -w --stdin)\n"
		"git update-index --add --cacheinfo "
		"100644,$blob,$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)\n"
		"commit=$(git -c user.name=s -c user.email=s@x commit-tree -m r $(git write-tree))\n"
		"git update-ref refs/ragtrail/receipts $commit\n";
	struct outcome outcome = command_script(
		sandbox, "repo", arena_printf(&sandbox->arena, script, revision, day));
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

static struct history *begin(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a")},
	        {31, "Ann", A, history_update_saying("a", "2023-07", "green", "Jo Bloggs.")});
	history_tag(history, "old");
	history_reset(history, "main", "old~1");
	HISTORY(history, {31, "Ann", A, history_update_saying("a", "2023-07", "green", "She.")},
	        {40, "Office", NULL, NULL});
	return history;
}

static void write_down(struct sandbox *sandbox, struct history *history)
{
	struct repo *repo = open_repo(sandbox);
	struct error error = ERROR_INIT;
	const struct replacement pairs[] = {
		{history_id(history, "old~1"), history_id(history, "main~2")},
		{history_id(history, "old"), history_id(history, "main~1")},
	};
	const struct redaction redaction = {
		.before = history_id(history, "old"),
		.after = history_id(history, "main"),
		.received = HISTORY_EPOCH + 50 * (int64_t)HISTORY_DAY,
		.account = "jane",
		.ref = "refs/heads/main",
		.who = "Office\n<office@example.org>",
		.why = "Name removed",
	};
	int result = redaction_write(repo, &redaction, pairs, COUNT_OF(pairs), &error);
	repo_close(repo);
	if (result < 0)
		fail_msg("%s", error.what);
}

static void it_is_read_as_it_was_written(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = begin(sandbox);
	receive(sandbox, "old", "2023-08-02");
	write_down(sandbox, history);
	struct repo *repo = open_repo(sandbox);
	struct error error = ERROR_INIT;
	struct receipts receipts;
	struct redaction read;
	struct receipt receipt;
	struct object_id tip = history_id(history, "main"), old = history_id(history, "old");
	struct object_id new = history_id(history, "main~1");
	bool found;
	assert_int_equal(receipts_open(repo, &receipts, &error), 0);
	assert_int_equal(
		redaction_find(repo, &receipts, &tip, &sandbox->arena, &read, &found, &error), 0);
	assert_true(found);
	assert_true(object_equal(&read.before, &old) && object_equal(&read.after, &tip));
	assert_int_equal(read.received, HISTORY_EPOCH + 50 * HISTORY_DAY);
	assert_text(read.account, "jane");
	assert_text(read.ref, "refs/heads/main");
	assert_text(read.who, "Office <office@example.org>");
	assert_text(read.why, "Name removed");
	/* The landing in its place has the same receipt; the one without any has none. */
	assert_int_equal(receipts_find(repo, &receipts, &new, &sandbox->arena, &receipt, &error),
	                 0);
	assert_int_equal(receipt.received, HISTORY_EPOCH + 32 * HISTORY_DAY - 2 * 3600);
	assert_int_equal(receipt.push, 7);
	assert_text(receipt.account, "jane");
	assert_int_equal(receipts_find(repo, &receipts, &tip, &sandbox->arena, &receipt, &error),
	                 0);
	assert_int_equal(receipt.received, 0);
	repo_close(repo);
	/* Again, and nothing is written twice. */
	const char *before = GIT(sandbox, "repo", "rev-parse", "refs/ragtrail/receipts");
	write_down(sandbox, history);
	assert_text(GIT(sandbox, "repo", "rev-parse", "refs/ragtrail/receipts"), before);
}

static void the_record_tells_of_it(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = begin(sandbox);
	assert_int_equal(recorded(history, "main")->remark_count, 0);
	write_down(sandbox, history);
	const struct record *record = recorded(history, "main");
	assert_int_equal(record->remark_count, 1);
	assert_int_equal(record->remarks[0].type, REMARK_REDACTED);
	assert_text(record->remarks[0].text,
	            "on 20 August 2023 the history up to here took the place of another, in which "
	            "words were that had to go (Name removed, by Office <office@example.org>); "
	            "ratings, dates and authors are as they were");
	/* Not of the history that it took the place of. */
	assert_int_equal(recorded(history, "old")->remark_count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(it_is_read_as_it_was_written),
		sandbox_test(the_record_tells_of_it),
	};
	return cmocka_run_group_tests_name("redactions", tests, NULL, NULL) != 0;
}
