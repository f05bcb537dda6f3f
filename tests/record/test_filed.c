/* What is filed beside the ratings: every version that landed, by plan, kind and id. */
#include "record/filed.h"

#include <string.h>

#include "support/recording.h"
#include "support/testing.h"

#define PLAN "plans/better/plan.md"

static const char *observed(struct sandbox *sandbox, const char *id, const char *extra)
{
	return arena_printf(&sandbox->arena,
	                    "---\nkind: observation\nid: %s\ncommittee: board\n"
	                    "date: 2023-09-11\n%s---\n\nIt met.\n",
	                    id, extra);
}

/* A line for each document: plan kind id, and #landing path of each version. */
static const char *filed_text(struct sandbox *sandbox, struct history *history)
{
	const struct record *record = recorded(history, "HEAD");
	struct cabinet cabinet;
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	for (size_t i = 0; i < cabinet.count; i++) {
		const struct filed *item = &cabinet.items[i];
		assert_ptr_equal(cabinet_find(&cabinet, item->plan_id, item->kind, item->id), item);
		buf_printf(&text, "%s %s %s", item->plan_id, kinds[item->kind].name, item->id);
		for (size_t j = 0; j < item->count; j++)
			buf_printf(&text, " #%zu %s", item->versions[j].landing->number,
			           strrchr(item->versions[j].path, '/') + 1);
		if (item->withdrawn != NULL)
			buf_printf(&text, " gone #%zu", item->withdrawn->number);
		buf_text(&text, "\n");
		assert_true((item->withdrawn == NULL) == (filed_document(item) != NULL));
	}
	assert_null(cabinet_find(&cabinet, "better", KIND_PAPER, "one"));
	const char *copy =
		arena_text(&sandbox->arena, text.bytes == NULL ? "" : text.bytes, text.length);
	buf_release(&text);
	cabinet_release(&cabinet);
	return copy;
}

static void every_version_is_kept_under_its_id(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")});
	assert_text(filed_text(sandbox, history), "");
	HISTORY(history, {1, "Ann", "plans/better/one.md", observed(sandbox, "one", "")},
	        {2, "Ann", "plans/better/two.md", observed(sandbox, "two", "")},
	        {3, "Bob", "plans/better/one.md", observed(sandbox, "one", "status: answered\n")},
	        {4, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")},
	        {5, "Ann", "plans/better/two.md", NULL});
	assert_text(filed_text(sandbox, history), "better observation one #1 one.md #3 one.md\n"
	                                          "better observation two #2 two.md gone #5\n");
}

static void a_path_that_moves_loses_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", "plans/better/one.md", observed(sandbox, "one", "")},
	        {2, "Ann", "plans/better/one.md", NULL},
	        {2, NULL, "plans/better/letters/one.md", observed(sandbox, "one", "")});
	assert_text(filed_text(sandbox, history), "better observation one #1 one.md #2 one.md\n");
	/* The same path with another id is another document; an update there is none. */
	HISTORY(history, {3, "Ann", "plans/better/letters/one.md", observed(sandbox, "uno", "")});
	assert_text(filed_text(sandbox, history),
	            "better observation one #1 one.md #2 one.md gone #3\n"
	            "better observation uno #3 one.md\n");
	HISTORY(history,
	        {4, "Ann", "plans/better/letters/one.md", history_update("a", "2023-07", "green")});
	assert_text(filed_text(sandbox, history),
	            "better observation one #1 one.md #2 one.md gone #3\n"
	            "better observation uno #3 one.md gone #4\n");
}

static void what_cannot_be_read_changes_nothing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", "plans/better/one.md", observed(sandbox, "one", "")},
	        {2, "Ann", "plans/better/one.md", "kind: observation\n"},
	        {3, "Ann", "plans/better/nameless.md",
	         "---\nkind: paper\ntitle: Without an id\n---\n"});
	assert_text(filed_text(sandbox, history), "better observation one #1 one.md\n");
}

static void a_plan_that_is_gone_keeps_its_papers(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", "plans/better/one.md", observed(sandbox, "one", "")},
	        {2, "Ann", PLAN, NULL}, {2, NULL, "plans/better/one.md", NULL});
	assert_text(filed_text(sandbox, history), "better observation one #1 one.md gone #2\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_version_is_kept_under_its_id),
		sandbox_test(a_path_that_moves_loses_nothing),
		sandbox_test(what_cannot_be_read_changes_nothing),
		sandbox_test(a_plan_that_is_gone_keeps_its_papers),
	};
	return cmocka_run_group_tests_name("documents that rate nothing", tests, NULL, NULL) != 0;
}
