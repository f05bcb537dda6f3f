/* The outline that is kept of a record, beside the record. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "record/outline.h"
#include "support/history.h"
#include "support/mutation.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static struct repo *open_at(struct history *history)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, history->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(history->sandbox, close_repo, repo);
	return repo;
}

/* What is on record of a series: how many periods that are not in OTHER, of how many. */
static size_t count_missing(const struct series *series, const struct series *other, size_t *all)
{
	size_t missing = 0;
	for (size_t i = 0; i < series->count; i++) {
		bool found = false;
		if (!standing_holds(&series->standings[i]))
			continue;
		++*all;
		for (size_t j = 0; other != NULL && j < other->count; j++)
			found |= standing_holds(&other->standings[j]) &&
			         period_equal(other->standings[j].period,
			                      series->standings[i].period);
		missing += !found;
	}
	return missing;
}

static const struct series *series_named(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; plan != NULL && i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return &plan->workstreams[i];
	return NULL;
}

/* Whether a document is about the workstream; NULL: an overview. */
static bool is_about(const struct collection *collection, const char *workstream)
{
	for (size_t i = 0; i < collection->folders[0].count; i++) {
		const struct document *document = collection->folders[0].items[i].document;
		if (workstream == NULL
		            ? document->overview != NULL
		            : document->update != NULL &&
		                      document->update->workstream.text != NULL &&
		                      strcmp(document->update->workstream.text, workstream) == 0)
			return true;
	}
	return false;
}

/* How many periods of one record are not in the other, of what the documents are about. */
static size_t missing(const struct record *record, const struct record *other,
                      const struct collection *collection, size_t *all)
{
	size_t count = 0;
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		const struct plan_record *its = record_plan(other, plan->id);
		if (is_about(collection, NULL))
			count += count_missing(&plan->programme,
			                       its == NULL ? NULL : &its->programme, all);
		for (size_t j = 0; j < plan->count; j++)
			if (is_about(collection, plan->workstreams[j].id))
				count += count_missing(&plan->workstreams[j],
				                       series_named(its, plan->workstreams[j].id),
				                       all);
	}
	return count;
}

/* What outlines had of all that was on record. */
struct tally {
	size_t on_record, missed, told, wrong;
};

/* The outline of HEAD, as it is kept of now or of some landings ago; then the record's. */
static void compare(struct history *history, struct tally *tally, bool exact)
{
	struct repo *repo = open_at(history);
	struct object_id head = history_id(history, "HEAD");
	struct collection collection;
	struct record *record;
	struct error error = ERROR_INIT;
	assert_int_equal(collection_read_commit(repo, &head, &collection, &error), 0);
	struct record *outline = outline_read(repo, &head, &collection);
	assert_int_equal(record_read(repo, &head, DEPTH_RATINGS, &record, &error), 0);
	assert_non_null(outline);
	size_t missed = missing(record, outline, &collection, &tally->on_record);
	size_t wrong = missing(outline, record, &collection, &tally->told);
	if (wrong != 0 || (exact && missed != 0))
		fail_msg("%zu periods are not on record, %zu are and are not told", wrong, missed);
	tally->missed += missed;
	record_free(outline);
	record_free(record);
	collection_release(&collection);
}

static const char *some_text(struct chance *chance)
{
	static const char *const periods[] = {"2023-06", "2023-07", "2023-07/2023-08",
	                                      "2023-08", "2023-09", "2023-09/2023-10"};
	const char *period = periods[chance_below(chance, sizeof(periods) / sizeof(*periods))];
	switch (chance_below(chance, 10)) {
	case 0:
		return "broken";
	case 1:
		return history_overview(period, "amber");
	case 2:
		return history_update_with("a", period, "red", "draft: true\n");
	default:
		return history_update(chance_below(chance, 2) == 0 ? "a" : "b", period, "green");
	}
}

static void step(struct history *history, struct chance *chance, int day)
{
	static const char *const paths[] = {"plans/p/a.md", "plans/p/b.md", "plans/p/c/d.md"};
	const char *path = paths[chance_below(chance, 3)];
	if (chance_below(chance, 6) == 0) /* written first: it may not be there */
		HISTORY(history, {day, "Ann", path, "text"}, {0, NULL, path, NULL});
	else
		HISTORY(history, {day, "Ann", path, some_text(chance)});
}

static void step_by_merge(struct history *history, struct chance *chance, int day)
{
	char branch[32];
	snprintf(branch, sizeof(branch), "side-%d", day);
	history_branch(history, branch);
	for (size_t i = chance_below(chance, 3); i-- > 0;)
		step(history, chance, day);
	HISTORY(history, {day, "Ann", "notes", branch});
	history_switch(history, "main");
	HISTORY(history, {day, "Ann", "others", branch});
	HISTORY_MERGE(history, day, "Ann", branch, {0});
}

static void it_tells_nothing_that_is_not_on_record(void **state)
{
	struct tally tally = {0};
	for (uint64_t seed = 1; seed <= 40; seed++) {
		struct chance chance = {seed};
		char name[32];
		snprintf(name, sizeof(name), "repo-%d", (int)seed);
		struct history *history = history_new(*state, name);
		HISTORY(history, {0, "Ann", "plans/p/plan.md", history_plan("a b")},
		        {0, NULL, "plans/p/c/d.md", history_update("b", "2023-05", "green")},
		        {0, NULL, "plans/p/a.md", history_update("a", "2023-05", "green")});
		struct record *record;
		struct error error = ERROR_INIT;
		struct object_id head = history_id(history, "HEAD");
		assert_int_equal(
			record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
		record_free(record);
		compare(history, &tally, true);
		for (int day = 1; day <= 20; day++) {
			if (chance_below(&chance, 6) == 0)
				step_by_merge(history, &chance, day);
			else
				step(history, &chance, day);
			if (chance_below(&chance, 3) != 0)
				continue;
			compare(history, &tally, false);
			compare(history, &tally, true); /* now it is kept of this one */
		}
	}
	assert_true(tally.missed * 4 < tally.on_record);
}

static void the_usual_month_is_told_whole(void **state)
{
	struct tally tally = {0};
	struct history *history = history_new(*state, "repo");
	HISTORY(history, {0, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {0, NULL, "plans/p/a.md", history_update("a", "2023-05", "green")},
	        {0, NULL, "plans/p/2023-05/b.md", history_update("b", "2023-05", "green")});
	struct record *record;
	struct error error = ERROR_INIT;
	struct object_id head = history_id(history, "HEAD");
	assert_int_equal(record_read(open_at(history), &head, DEPTH_WHOLE, &record, &error), 0);
	record_free(record);
	HISTORY(history, {1, "Ann", "plans/p/a.md", history_update("a", "2023-06", "amber")});
	HISTORY(history,
	        {2, "Ann", "plans/p/2023-06/b.md", history_update("b", "2023-06", "amber")});
	HISTORY(history, {3, "Ann", "plans/p/a.md", history_update("a", "2023-06", "red")});
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-07", "red")});
	HISTORY(history, {5, "Ann", "plans/p/o.md", history_overview("2023-06", "red")});
	compare(history, &tally, true);
	assert_int_equal(tally.on_record, 6);
}

/* June is on record, though the file that reported it is gone: May is taken off for it. */
static void what_is_in_doubt_is_not_told(void **state)
{
	struct tally tally = {0};
	struct history *history = history_new(*state, "repo");
	struct record *record;
	struct error error = ERROR_INIT;
	HISTORY(history, {0, "Ann", "plans/p/plan.md", history_plan("a")},
	        {0, NULL, "plans/p/a.md", history_update("a", "2023-06", "green")});
	HISTORY(history, {1, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	struct object_id head = history_id(history, "HEAD");
	assert_int_equal(record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
	record_free(record);
	HISTORY(history, {2, "Ann", "plans/p/a.md", NULL});
	HISTORY(history, {3, "Ann", "plans/p/b.md", history_update("a", "2023-05", "green")});
	HISTORY(history, {4, "Ann", "plans/p/b.md", history_update("a", "2023-06", "green")});
	compare(history, &tally, false);
}

static struct record *read_outline(struct history *history)
{
	struct repo *repo = open_at(history);
	struct object_id head = history_id(history, "HEAD");
	struct collection collection;
	struct error error = ERROR_INIT;
	assert_int_equal(collection_read_commit(repo, &head, &collection, &error), 0);
	struct record *outline = outline_read(repo, &head, &collection);
	collection_release(&collection);
	return outline;
}

static void there_is_none_where_nothing_near_was_kept(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	struct error error = ERROR_INIT;
	struct record *record;
	HISTORY(history, {0, "Ann", "plans/p/plan.md", history_plan("a")});
	assert_null(read_outline(history));
	struct object_id head = history_id(history, "HEAD");
	assert_int_equal(record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
	record_free(record);
	struct record *outline = read_outline(history);
	assert_non_null(outline);
	record_free(outline);
	/* Of a commit that is not HEAD's, nothing is kept. */
	HISTORY(history, {1, "Ann", "plans/p/a.md", history_update("a", "2023-05", "green")});
	unlink(sandbox_path(sandbox, "repo/.git/ragtrail/standing"));
	assert_int_equal(record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
	record_free(record);
	assert_null(read_outline(history));
	/* What was kept is far away. */
	head = history_id(history, "HEAD");
	assert_int_equal(record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
	record_free(record);
	for (int i = 0; i < 199; i++) {
		const char *text = i % 2 == 0 ? "even" : "odd";
		HISTORY(history, {2, "Ann", "notes", text});
	}
	outline = read_outline(history);
	assert_non_null(outline);
	record_free(outline);
	HISTORY(history, {3, "Ann", "notes", "more"});
	HISTORY(history, {3, "Ann", "notes", "most"});
	assert_null(read_outline(history));
}

static void damage_is_noticed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	struct error error = ERROR_INIT;
	struct record *record;
	char bytes[4096];
	HISTORY(history, {0, "Ann", "plans/p/plan.md", history_plan("a")},
	        {0, NULL, "plans/p/a.md", history_update("a", "2023-05", "green")});
	struct object_id head = history_id(history, "HEAD");
	assert_int_equal(record_read(open_at(history), &head, DEPTH_RATINGS, &record, &error), 0);
	record_free(record);
	FILE *file = fopen(sandbox_path(sandbox, "repo/.git/ragtrail/standing"), "rb");
	assert_non_null(file);
	size_t length = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	assert_in_range(length, 100, sizeof(bytes) - 1);
	for (size_t i = 0; i < length; i++) {
		sandbox_write_bytes(sandbox, "repo/.git/ragtrail/standing", bytes, i);
		assert_null(read_outline(history));
		bytes[i] ^= 4;
		sandbox_write_bytes(sandbox, "repo/.git/ragtrail/standing", bytes, length);
		assert_null(read_outline(history));
		bytes[i] ^= 4;
	}
	sandbox_write_bytes(sandbox, "repo/.git/ragtrail/standing", bytes, length);
	struct record *outline = read_outline(history);
	assert_non_null(outline);
	record_free(outline);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(it_tells_nothing_that_is_not_on_record),
		sandbox_test(the_usual_month_is_told_whole),
		sandbox_test(what_is_in_doubt_is_not_told),
		sandbox_test(there_is_none_where_nothing_near_was_kept),
		sandbox_test(damage_is_noticed),
	};
	return cmocka_run_group_tests_name("outline", tests, NULL, NULL) != 0;
}
