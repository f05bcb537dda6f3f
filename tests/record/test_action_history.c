/* How actions moved: their status and dates landing by landing, and counts by month. */
#include "record/action_history.h"

#include "support/recording.h"
#include "support/testing.h"

#define PLAN "plans/better/plan.md"
#define PEER "plans/better/peer.md"

static const char *peer(struct sandbox *sandbox, const char *extra, const char *actions)
{
	return arena_printf(
		&sandbox->arena,
		"---\nkind: actions\nid: peer\nsource: A review\ndate: 2023-07-01\n%s"
		"recommendations: [{id: r1, title: Say who decides}]\nactions:\n%s---\n",
		extra, actions);
}

#define ACTION(id, rest) "  - {id: " id ", title: Do it, addresses: [r1], " rest "}\n"

static void add_changes(const struct action_history *item, struct buf *text)
{
	static const char *const words[] = {"?", "not-started", "in-progress", "done", "dropped"};
	for (size_t i = 0; i < item->count; i++) {
		const struct action_change *change = &item->changes[i];
		char day[DATE_TEXT_SIZE];
		buf_printf(text, "  #%zu %s %s", change->landing->number,
		           change->landing->author.name, action_change_id(change->kind));
		if (change->kind == ACTION_MOVED)
			buf_printf(text, " %s to %s", words[change->from + 1],
			           words[change->to + 1]);
		if (change->kind == ACTION_LISTED)
			buf_printf(text, " %s", words[change->to + 1]);
		if (change->kind == ACTION_REDATED)
			buf_printf(text, " %s %+d",
			           change->after.year == 0 ? "none" : date_iso(change->after, day),
			           change->days);
		buf_text(text, "\n");
	}
}

static const char *told(struct sandbox *sandbox, struct history *history, struct date day)
{
	const struct record *record = recorded(history, "HEAD");
	struct cabinet cabinet;
	struct actions_history actions;
	struct error error = ERROR_INIT;
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	char first[DATE_TEXT_SIZE];
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	for (size_t i = 0; i < cabinet.count; i++) {
		if (!actions_history_read(&cabinet.items[i], day, &arena, &actions)) {
			buf_printf(&text, "%s: none\n", cabinet.items[i].id);
			continue;
		}
		for (size_t j = 0; j < actions.count; j++) {
			const struct action_history *item = &actions.items[j];
			buf_printf(&text, "%s%s%s first %s, %zu slips, %+d days\n", item->id,
			           item->listed ? "" : " gone", item->overdue ? " overdue" : "",
			           item->first_due.year == 0 ? "never"
			                                     : date_iso(item->first_due, first),
			           item->slips, item->slip_days);
			add_changes(item, &text);
		}
		for (size_t j = 0; j < actions.month_count; j++)
			buf_printf(&text, "%d-%02d open %zu done %zu dropped %zu overdue %zu\n",
			           actions.months[j].month / 12, actions.months[j].month % 12 + 1,
			           actions.months[j].open, actions.months[j].done,
			           actions.months[j].dropped, actions.months[j].overdue);
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	arena_release(&arena);
	cabinet_release(&cabinet);
	return copy;
}

static void each_action_is_followed_from_landing_to_landing(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", PEER,
	         peer(sandbox, "",
	              ACTION("a1", "due: 2023-08-15, status: not-started")
	                      ACTION("a2", "due: 2023-09-01, status: in-progress"))},
	        {2, "Ann", PEER,
	         peer(sandbox, "",
	              ACTION("a1", "due: 2023-08-15, status: in-progress")
	                      ACTION("a2", "due: 2023-09-01, status: in-progress"))},
	        /* Seen again as it was, it has not moved. */
	        {40, "Ben", PEER,
	         peer(sandbox, "title: Peers\n",
	              ACTION("a1", "due: 2023-08-15, status: in-progress")
	                      ACTION("a2", "due: 2023-09-01, status: in-progress"))},
	        {70, "Ben", PEER,
	         peer(sandbox, "",
	              ACTION("a3", "status: not-started")
	                      ACTION("a1", "due: 2023-10-14, status: done"))},
	        {80, "Cat", PEER,
	         peer(sandbox, "",
	              ACTION("a1", "due: 2023-10-04, status: done")
	                      ACTION("a2", "due: 2023-11-01, status: dropped")
	                              ACTION("a3", "due: 2023-09-10, status: "
	                                           "not-started"))});
	assert_text(told(sandbox, history, (struct date){2023, 11, 5}),
	            "a1 first 2023-08-15, 1 slips, +50 days\n"
	            "  #1 Ann listed not-started\n"
	            "  #2 Ann status not-started to in-progress\n"
	            "  #4 Ben status in-progress to done\n"
	            "  #4 Ben due 2023-10-14 +60\n"
	            "  #5 Cat due 2023-10-04 -10\n"
	            "a2 first 2023-09-01, 1 slips, +61 days\n"
	            "  #1 Ann listed in-progress\n"
	            "  #4 Ben gone\n"
	            "  #5 Cat listed dropped\n"
	            "  #5 Cat due 2023-11-01 +61\n"
	            "a3 overdue first 2023-09-10, 0 slips, +0 days\n"
	            "  #4 Ben listed not-started\n"
	            "  #5 Cat due 2023-09-10 +0\n"
	            "2023-07 open 2 done 0 dropped 0 overdue 0\n"
	            "2023-08 open 2 done 0 dropped 0 overdue 1\n"
	            "2023-09 open 1 done 1 dropped 1 overdue 1\n"
	            "2023-10 open 1 done 1 dropped 1 overdue 1\n"
	            "2023-11 open 1 done 1 dropped 1 overdue 1\n");
	/* On the very day it is not overdue yet. */
	assert_text(told(sandbox, history, (struct date){2023, 9, 10}),
	            "a1 first 2023-08-15, 1 slips, +50 days\n"
	            "  #1 Ann listed not-started\n"
	            "  #2 Ann status not-started to in-progress\n"
	            "  #4 Ben status in-progress to done\n"
	            "  #4 Ben due 2023-10-14 +60\n"
	            "  #5 Cat due 2023-10-04 -10\n"
	            "a2 first 2023-09-01, 1 slips, +61 days\n"
	            "  #1 Ann listed in-progress\n"
	            "  #4 Ben gone\n"
	            "  #5 Cat listed dropped\n"
	            "  #5 Cat due 2023-11-01 +61\n"
	            "a3 first 2023-09-10, 0 slips, +0 days\n"
	            "  #4 Ben listed not-started\n"
	            "  #5 Cat due 2023-09-10 +0\n"
	            "2023-07 open 2 done 0 dropped 0 overdue 0\n"
	            "2023-08 open 2 done 0 dropped 0 overdue 1\n"
	            "2023-09 open 1 done 1 dropped 1 overdue 0\n");
}

static void drafts_and_what_was_withdrawn_do_not_count(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", PEER, peer(sandbox, "draft: true\n", ACTION("a1", "status: done"))});
	assert_text(told(sandbox, history, (struct date){2023, 8, 5}), "peer: none\n");
	HISTORY(history, {40, "Ann", PEER, peer(sandbox, "", ACTION("a1", "status: not-started"))},
	        {41, "Ann", PEER, NULL});
	assert_text(told(sandbox, history, (struct date){2023, 9, 5}),
	            "a1 gone first never, 0 slips, +0 days\n"
	            "  #2 Ann listed not-started\n"
	            "  #3 Ann gone\n"
	            "2023-08 open 0 done 0 dropped 0 overdue 0\n"
	            "2023-09 open 0 done 0 dropped 0 overdue 0\n");
}

static void an_id_given_twice_is_the_first_ones(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", PLAN, history_plan("a")},
	        {1, "Ann", PEER,
	         peer(sandbox, "",
	              ACTION("a1", "status: done") ACTION(
			      "a1",
			      "status: dropped") "  - {title: Nameless, addresses: [r1], status: done}\n")},
	        {2, "Ann", PEER, peer(sandbox, "", ACTION("a1", "status: done"))});
	assert_text(told(sandbox, history, (struct date){2023, 7, 5}),
	            "a1 first never, 0 slips, +0 days\n"
	            "  #1 Ann listed done\n"
	            "2023-07 open 0 done 1 dropped 0 overdue 0\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(each_action_is_followed_from_landing_to_landing),
		sandbox_test(drafts_and_what_was_withdrawn_do_not_count),
		sandbox_test(an_id_given_twice_is_the_first_ones),
	};
	return cmocka_run_group_tests_name("how actions moved", tests, NULL, NULL) != 0;
}
