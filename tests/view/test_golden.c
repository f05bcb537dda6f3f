/*
 * The golden cases: one history in (support/told.h), one expected file for each view out.
 *
 * A case is a folder of tests/golden, and no C.
 */
#include "support/judging.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "record/action_history.h"
#include "support/golden.h"
#include "support/overlay.h"
#include "support/told.h"
#include "view/diff_view.h"
#include "view/export_view.h"
#include "view/findings_view.h"
#include "view/handovers_view.h"
#include "view/log_view.h"
#include "view/show_view.h"
#include "site/site.h"
#include "view/trend_view.h"

enum { MOST_CASES = 32 };

struct golden_case {
	struct sandbox_case function; /* first: the sandbox's setup reads it */
	const char *name;
};

/* The case of the test that runs. */
static const struct golden_case *current;

static void compare(struct sandbox *sandbox, const char *file, const struct buf *out)
{
	golden_check(arena_printf(&sandbox->arena, "%s/%s", current->name, file), out->bytes,
	             out->length);
}

/* What `ragtrail check` prints, on both outputs. */
static void compare_findings(struct sandbox *sandbox, struct repo *repo,
                             const struct object_id *commit)
{
	struct error error = ERROR_INIT;
	struct collection collection;
	struct findings findings = {0};
	struct buf out = BUF_INIT;
	assert_int_equal(collection_read_commit(repo, commit, &collection, &error), 0);
	rules_judge(&collection, NULL, &findings);
	findings_as_text(&findings, &out);
	findings_summary(&findings, collection.documents, &out);
	findings_release(&findings);
	collection_release(&collection);
	compare(sandbox, "check.txt", &out);
	buf_release(&out);
}

static void compare_trends(struct sandbox *sandbox, const struct record *record)
{
	static const struct {
		const char *file;
		trend_view view;
	} views[] = {{"trend.txt", trend_as_text},
	             {"trend.json", trend_as_json},
	             {"trend.csv", trend_as_csv}};
	static const struct layout layout = {.colour = false, .width = 80};
	struct trend *trends = mem_new(record->count, sizeof(*trends));
	struct challenges *challenges = mem_new(record->count, sizeof(*challenges));
	struct cabinet cabinet;
	struct error error = ERROR_INIT;
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	for (size_t i = 0; i < record->count; i++) {
		trend_read(&record->plans[i], &trends[i]);
		challenges_read(record, &record->plans[i], &cabinet, true, &challenges[i]);
	}
	for (size_t i = 0; i < COUNT_OF(views); i++) {
		struct buf out = BUF_INIT;
		views[i].view(&(struct trends_told){.record = record,
		                                    .trends = trends,
		                                    .count = record->count,
		                                    .challenges = challenges,
		                                    .cabinet = &cabinet,
		                                    .day = record_day(record)},
		              &layout, &out);
		compare(sandbox, views[i].file, &out);
		buf_release(&out);
	}
	for (size_t i = 0; i < record->count; i++) {
		trend_release(&trends[i]);
		challenges_release(&challenges[i]);
	}
	free(trends);
	free(challenges);
	cabinet_release(&cabinet);
}

static void compare_logs(struct sandbox *sandbox, const struct record *record)
{
	static const struct {
		const char *file;
		log_view view;
	} views[] = {{"log.txt", log_as_text}, {"log.json", log_as_json}};
	static const struct layout layout = {.colour = false, .width = 80};
	struct subjects subjects = {0};
	struct entries entries;
	subjects_all(&subjects, record);
	entries_read(&subjects, 0, &entries);
	for (size_t i = 0; i < COUNT_OF(views); i++) {
		struct buf out = BUF_INIT;
		views[i].view(record, &entries, &layout, &out);
		compare(sandbox, views[i].file, &out);
		buf_release(&out);
	}
	entries_release(&entries);
	subjects_release(&subjects);
}

/* From two landings ago. */
static void compare_diffs(struct sandbox *sandbox, struct history *history, struct repo *repo,
                          const struct record *record)
{
	static const struct {
		const char *file;
		diff_view view;
	} views[] = {{"diff.txt", diff_as_text}, {"diff.json", diff_as_json}};
	static const struct layout layout = {.colour = false, .width = 80};
	static const struct diff_names names = {"HEAD~2", "HEAD", true};
	struct object_id commit = history_id(history, "HEAD~2");
	struct error error = ERROR_INIT;
	struct comparison comparison;
	struct record *before;
	if (record_read(repo, &commit, DEPTH_WHOLE, &before, &error) < 0)
		fail_msg("%s", error.what);
	comparison_read(before, record, NULL, &comparison);
	for (size_t i = 0; i < COUNT_OF(views); i++) {
		struct buf out = BUF_INIT;
		views[i].view(&comparison, &names, &layout, &out);
		compare(sandbox, views[i].file, &out);
		buf_release(&out);
	}
	comparison_release(&comparison);
	record_free(before);
}

/* The latest update of everything that has one. */
static void compare_shows(struct sandbox *sandbox, const struct record *record)
{
	static const struct layout layout = {.colour = false, .width = 80};
	struct subjects subjects = {0};
	struct buf out = BUF_INIT;
	struct error error = ERROR_INIT;
	struct cabinet cabinet;
	struct challenges challenges;
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	subjects_all(&subjects, record);
	for (size_t i = 0; i < subjects.count; i++) {
		const struct series *series = subjects.items[i].series;
		struct document *document;
		if (series->count == 0)
			continue;
		struct shown shown = {.record = record,
		                      .subject = subjects.items[i],
		                      .standing = &series->standings[series->count - 1],
		                      .challenges = &challenges};
		shown.version = standing_version(shown.standing);
		assert_int_equal(record_document(record, shown.version, &document, &error), 0);
		shown.document = document;
		buf_printf(&out, "%s--- %s/%s\n", i == 0 ? "" : "\n", subjects.items[i].plan->id,
		           series->id);
		challenges_read(record, subjects.items[i].plan, &cabinet, true, &challenges);
		show_as_text(&shown, &layout, &out);
		challenges_release(&challenges);
		document_free(document);
	}
	cabinet_release(&cabinet);
	compare(sandbox, "show.txt", &out);
	subjects_release(&subjects);
	buf_release(&out);
}

static void compare_exports(struct sandbox *sandbox, const struct record *record)
{
	struct exempt exempt;
	struct cabinet cabinet;
	struct findings *questions = mem_new(record->count + 1, sizeof(*questions));
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	exempt_read(record, &exempt);
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	for (size_t i = 0; i < EXPORT_TABLES; i++) {
		buf_clear(&out);
		export_as_csv(&export_tables[i], &exempt, questions, &out);
		compare(sandbox,
		        arena_printf(&sandbox->arena, "export.%s.csv", export_tables[i].name),
		        &out);
	}
	buf_clear(&out);
	export_as_json(&exempt, &(struct export_filed){&cabinet, record_day(record)}, questions,
	               NULL, &out);
	compare(sandbox, "export.json", &out);
	free(questions);
	cabinet_release(&cabinet);
	exempt_release(&exempt);
	buf_release(&out);
}

/* Where any task was closed. */
static void compare_handovers(struct sandbox *sandbox, const struct record *record)
{
	static const struct {
		const char *file;
		handovers_view view;
	} views[] = {{"handovers.txt", handovers_as_text}, {"handovers.json", handovers_as_json}};
	static const struct layout layout = {.colour = false, .width = 80};
	struct cabinet cabinet;
	struct handovers handovers;
	struct error error = ERROR_INIT;
	assert_int_equal(cabinet_read(record, &cabinet, &error), 0);
	assert_int_equal(handovers_read(record, &cabinet, &handovers, &error), 0);
	for (size_t i = 0; i < COUNT_OF(views) && handovers.count != 0; i++) {
		struct buf out = BUF_INIT;
		views[i].view(&(struct handovers_told){record, &handovers, NULL, 0}, &layout, &out);
		compare(sandbox, views[i].file, &out);
		buf_release(&out);
	}
	handovers_release(&handovers);
	cabinet_release(&cabinet);
}

/*
 * Pages of the record only: the style is a source file, and the pages of rules and about the
 * data are the same for every case. A page for each landing is many: one case has them.
 */
static bool is_expected(const char *path)
{
	size_t length = strlen(path);
	bool page = length > 5 && strcmp(path + length - 5, ".html") == 0;
	bool same = strncmp(path, "rules", 5) == 0 || strcmp(path, "about.html") == 0;
	bool landing = strstr(path, "/change-") != NULL;
	return page && !same && (!landing || strcmp(current->name, "challenged") == 0);
}

static int compare_page(const struct page *page, void *context)
{
	struct sandbox *sandbox = context;
	if (!is_expected(page->path))
		return 0;
	struct buf name = BUF_INIT;
	buf_printf(&name, "%s/site/%s", current->name, page->path);
	const char *copy = arena_text(&sandbox->arena, name.bytes, name.length);
	buf_release(&name);
	golden_check(copy, page->bytes, page->length);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "made/%s", page->path), "");
	return 0;
}

/* No expected page is left of which nothing is made any more. */
static void find_left_pages(struct sandbox *sandbox, const char *folder, const char *made)
{
	for (const char *const *name = source_list(sandbox, folder); *name != NULL; name++) {
		const char *inner = arena_printf(&sandbox->arena, "%s/%s", folder, *name);
		const char *page = arena_printf(&sandbox->arena, "%s/%s", made, *name);
		if (source_is_folder(sandbox, inner)) {
			find_left_pages(sandbox, inner, page);
		} else if (access(sandbox_path(sandbox, page), F_OK) != 0) {
			if (getenv("UPDATE_GOLDEN") == NULL)
				fail_msg("%s: no such page is made any more", inner);
			assert_int_equal(remove(sandbox_source(sandbox, inner)), 0);
		}
	}
}

static void every_view_is_as_expected(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = told_history(sandbox, "repository", current->name);
	struct object_id commit = history_id(history, "HEAD");
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	if (repo_open(&repo, history->folder, false, &error) < 0 ||
	    record_read(repo, &commit, DEPTH_WHOLE, &record, &error) < 0)
		fail_msg("%s", error.what);
	compare_findings(sandbox, repo, &commit);
	compare_trends(sandbox, record);
	compare_logs(sandbox, record);
	compare_shows(sandbox, record);
	compare_exports(sandbox, record);
	compare_handovers(sandbox, record);
	compare_diffs(sandbox, history, repo, record);
	assert_int_equal(site_render(record, NULL, compare_page, sandbox, &error), 0);
	find_left_pages(sandbox,
	                arena_printf(&sandbox->arena, "tests/golden/%s/site", current->name),
	                "made");
	record_free(record);
	repo_close(repo);
}

static int setup(void **state)
{
	current = *state;
	return sandbox_setup(state);
}

int main(void)
{
	struct golden_case cases[MOST_CASES];
	struct CMUnitTest tests[MOST_CASES];
	struct sandbox here = {.root = ""};
	size_t count = 0;
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (const char *const *name = source_list(&here, "tests/golden"); *name != NULL; name++) {
		const char *history = arena_printf(&here.arena, "tests/golden/%s/history", *name);
		if (!source_is_folder(&here, history) || count == MOST_CASES)
			continue;
		cases[count] = (struct golden_case){{every_view_is_as_expected}, *name};
		tests[count] = (struct CMUnitTest){*name, sandbox_run, setup, sandbox_teardown,
		                                   &cases[count]};
		count++;
	}
	int failed = _cmocka_run_group_tests("golden", tests, count, NULL, NULL);
	arena_release(&here.arena);
	return failed != 0 || count == 0;
}
