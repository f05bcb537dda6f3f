/* The pages of landings: what each changed, and of what is exempt nothing. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/page_text.h"

static void render(struct sandbox *sandbox)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

/* The page of the landing that REVISION names. */
static const char *page_of(struct sandbox *sandbox, struct history *history, const char *revision)
{
	return change_path(sandbox, "p", history_id(history, revision));
}

static struct object_id commit_saying(struct history *history, int day, const char *author,
                                      const char *message, const struct row *rows, size_t count)
{
	return history_commit(history, &(struct commit){.day = day,
	                                                .author = author,
	                                                .message = message,
	                                                .rows = rows,
	                                                .count = count});
}

#define SAYING(history, day, author, message, ...)                                                 \
	commit_saying(history, day, author, message, (const struct row[]){__VA_ARGS__},            \
	              sizeof((const struct row[]){__VA_ARGS__}) / sizeof(struct row))

static void a_rerating_is_told_with_who_when_and_why(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")});
	SAYING(history, 20, "Ben", "June: Amber\n\nAsked by Eve <eve@example.org>.\n",
	       {0, NULL, "plans/p/a.md",
	        replaced(sandbox,
	                 history_update_with("a", "2023-06", "amber",
	                                     "correction: {reason: A step is late, raised_by: The "
	                                     "board}\n"),
	                 "forecast_completion: 2025-03-31", "forecast_completion: 2025-04-30")});
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	page_says(sandbox, page, "A: what changed on 21 July 2023");
	page_says(sandbox, page, "Changed byBen");
	page_says(sandbox, page, "June: Amber Asked by Eve <eve@…>.");
	page_says(sandbox, page, "re-rated from Green");
	page_says(sandbox, page, "Re-rated, because: A step is late (raised by The board)");
	page_says(sandbox, page, "Forecast completion moved 30 days later, to 30 April 2025");
	page_says(sandbox, page, "Forecast completion 31 Mar 2025 30 Apr 2025");
	const char *html = sandbox_read(sandbox, page);
	assert_non_null(strstr(html, "<del><span class=\"hidden\">[removed: </span>green"));
	assert_non_null(strstr(html, "<ins><span class=\"hidden\">[added: </span>amber"));
	page_says(sandbox, page, "Not changed: Key activities.");
	/* Both ways along the series, and from the table of ratings. */
	assert_non_null(strstr(html, strrchr(page_of(sandbox, history, "HEAD~1"), '/') + 1));
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/a.html"), strrchr(page, '/') + 1));
	assert_non_null(strstr(sandbox_read(sandbox, page_of(sandbox, history, "HEAD~1")),
	                       strrchr(page, '/') + 1));
	page_says(sandbox, "site/p/a.html", "re-rated from Green, 1 forecast later Ben");
}

static void a_merge_tells_what_was_said_before_it_landed(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_branch(history, "work");
	HISTORY(history, {2, "Ben", "plans/p/a.md", history_update("a", "2023-06", "green")},
	        {3, "Cat", "plans/p/a.md", history_update("a", "2023-06", "amber")});
	history_switch(history, "main");
	HISTORY_MERGE(history, 5, "Office", "work", {0});
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	page_says(sandbox, page, "Rating set by Cat, 4 July 2023");
	page_says(sandbox, page, "Before landing: Green (Ben, 3 July 2023).");
	assert_false(page_is_there(sandbox, page_of(sandbox, history, "work")));
	/* The table of ratings names whose rating it is, not who merged it. */
	page_says(sandbox, "site/p/a.html", "Cat 4 Jul 2023 6 Jul 2023");
}

static void a_first_version_is_no_wall_of_insertions(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "amber")},
	        {33, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	page_says(sandbox, page, "This is the first version of the report for July 2023.");
	page_says(sandbox, page, "improved, was Amber");
	page_says(sandbox, page, "SponsorWorkstream sponsor");
	assert_null(strstr(sandbox_read(sandbox, page), "<ins>"));
	page_says(sandbox, page_of(sandbox, history, "HEAD~2"), "This put the plan on record.");
}

static void what_is_taken_off_or_moved_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *update = history_update("a", "2023-06", "green");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", update},
	        /* Only moved: nothing of it changed. */
	        {3, "Ann", "plans/p/a.md", NULL}, {3, NULL, "plans/p/b.md", update},
	        {4, "Ann", "plans/p/b.md", NULL},
	        {4, NULL, "plans/p/c.md", replaced(sandbox, update, "Programme office", "Nobody")},
	        {5, "Ann", "plans/p/c.md", NULL});
	render(sandbox);
	page_says(sandbox, page_of(sandbox, history, "HEAD"),
	          "Green for June 2023 was taken off the record.");
	page_says(sandbox, page_of(sandbox, history, "HEAD~1"),
	          "The file was moved from plans/p/a.md to plans/p/c.md.");
	page_says(sandbox, page_of(sandbox, history, "HEAD~1"), "Support Programme office Nobody");
	page_says(sandbox, page_of(sandbox, history, "HEAD~1"), "No word of the text changed.");
	assert_false(page_is_there(sandbox, page_of(sandbox, history, "HEAD~2")));
}

static void nothing_of_what_is_exempt_is_on_any_page(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan =
		replaced(sandbox, history_plan("a hush"), "{id: hush,", "{id: hush, exempt: true,");
	const char *sealed = replaced(sandbox, history_update("hush", "2023-06", "red"),
	                              "Workstream sponsor", "Sealed sponsor");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan});
	SAYING(history, 2, "Ann", "Sealed alone", {0, NULL, "plans/p/hush.md", sealed});
	SAYING(history, 3, "Ann", "Sealed and open", {0, NULL, "plans/p/hush.md", NULL},
	       {0, NULL, "plans/p/a.md", history_update("a", "2023-06", "green")});
	/* Once exempt itself, and open now. */
	SAYING(history, 4, "Ann", "Sealed for a day",
	       {0, NULL, "plans/p/a.md",
	        replaced(sandbox, history_update_with("a", "2023-06", "green", "exempt: true\n"),
	                 "The steps", "The sealed steps")});
	SAYING(history, 5, "Ann", "Open again",
	       {0, NULL, "plans/p/a.md", history_update("a", "2023-06", "green")});
	SAYING(history, 6, "Ann", "Sealed title",
	       {0, NULL, "plans/p/plan.md",
	        replaced(sandbox, plan, "exempt: true, title: ", "exempt: true, title: Sealed ")});
	render(sandbox);
	struct outcome found =
		command_script(sandbox, "site", "grep -rilE 'sealed|hush' . | grep -v rules.html");
	assert_text(found.output, "");
	assert_false(page_is_there(sandbox, page_of(sandbox, history, "HEAD~4")));
	assert_false(page_is_there(sandbox, page_of(sandbox, history, "HEAD~2")));
	page_says(sandbox, page_of(sandbox, history, "HEAD~3"),
	          "Kept back, because the same commit changed something that is exempt");
	page_says(sandbox, page_of(sandbox, history, "HEAD~1"),
	          "The version before was exempt from publication");
	page_says(sandbox, page_of(sandbox, history, "HEAD"),
	          "Something that is exempt from publication is left out here.");
}

static void the_rows_of_lists_are_told_by_their_ids(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	static const char before[] =
		"milestones:\n"
		"  - {id: one, title: First thing, due: 2023-09-30, status: in-progress}\n"
		"  - {id: two, title: Second thing, due: 2023-10-31, status: in-progress}\n";
	static const char after[] =
		"milestones:\n"
		"  - {id: two, title: Second thing, due: 2023-11-30, status: in-progress}\n"
		"  - {id: three, title: Third thing, due: 2023-12-31, status: not-started}\n";
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update_with("a", "2023-06", "green", before)},
	        {3, "Ann", "plans/p/a.md", history_update_with("a", "2023-06", "green", after)});
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	page_says(sandbox, page, "Milestone gone from the list unfinished: First thing");
	page_says(sandbox, page, "Milestone due 30 days later, on 30 November 2023: Second thing");
	page_says(sandbox, page, "Milestones: Second thing – Due 31 Oct 2023 30 Nov 2023");
	page_says(sandbox, page, "Milestones: Third thing – Due: 31 Dec 2023 Status: not-started");
	page_says(sandbox, page, "Milestones: First thing Due: 30 Sep 2023 Status: in-progress –");
	page_keeps_from(sandbox, page, "Second thing – Status");
}

static void a_page_in_welsh_is_welsh_around_the_words_of_authors(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history,
	        {1, "Ann", "plans/p/plan.md", history_plan_with("a", "site: {lang: cy}\n")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")},
	        {3, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-06", "amber", "correction: {reason: Late}\n")});
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	page_says(sandbox, page, "A: beth newidiodd ar 4 Gorffennaf 2023");
	page_says(sandbox, page, "Ail-sgoriwyd, oherwydd: Late");
	page_says(sandbox, page, "Fesul maes");
	assert_non_null(strstr(sandbox_read(sandbox, page), "<div class=\"words\">"));
	page_keeps_from(sandbox, page, "Before");
	page_keeps_from(sandbox, page, "Changed by");
}

/* Sixty-four kilobytes of one-letter words, or words of ten thousand letters. */
static const char *hostile_words(struct sandbox *sandbox, size_t length, size_t count, char first)
{
	char *words = arena_new(&sandbox->arena, (length + 1) * count + 1);
	for (size_t i = 0; i < count; i++) {
		memset(words + i * (length + 1), first + (char)(i % 17), length);
		words[i * (length + 1) + length] = i % 500 == 499 ? '\n' : ' ';
	}
	return words;
}

static void hostile_texts_make_no_large_page(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	const char *const words[] = {
		hostile_words(sandbox, 1, 30000, 'a'),
		hostile_words(sandbox, 1, 30000, 'e'),
		hostile_words(sandbox, 10000, 6, 'a'),
		hostile_words(sandbox, 10000, 6, 'b'),
		"<script>alert(1)</script> &amp; \xe2\x80\xae turned",
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		HISTORY(history, {2 + (int)i, "Ann & \"sons\"", "plans/p/a.md",
		                  history_update_saying("a", "2023-06", "green", words[i])});
	double start = testing_seconds();
	render(sandbox);
	assert_quick(start, 5, "hostile texts");
	struct outcome found = command_script(
		sandbox, "site",
		"find . -name 'change-*' -size +100k; grep -l '<script\\|<b>' p/change-*");
	assert_text(found.output, "");
	found = command_script(sandbox, "site", "ls p/change-* | wc -l");
	assert_text(found.output, "6\n");
}

/* An import lands all reports of four years at once. */
static void a_landing_of_many_documents_is_one_page_of_bounded_size(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	struct row rows[250];
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c d e")});
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int month = (int)(i / 5);
		const char *id = arena_printf(&sandbox->arena, "%c", 'a' + (int)(i % 5));
		const char *period =
			arena_printf(&sandbox->arena, "%d-%02d", 2023 + month / 12, month % 12 + 1);
		rows[i] = (struct row){2, i == 0 ? "Ann" : NULL,
		                       arena_printf(&sandbox->arena, "plans/p/%zu.md", i),
		                       history_update(id, period, "green")};
	}
	history_add(history, rows, COUNT_OF(rows));
	render(sandbox);
	const char *page = page_of(sandbox, history, "HEAD");
	assert_true(strlen(sandbox_read(sandbox, page)) < 100000);
	page_says(sandbox, page, "A, B and 3 more: what changed on");
	page_says(sandbox, page, "more documents changed in this landing");
}

/* What is not made again is what would be made: after each kind of change. */
static void a_second_render_is_as_the_first_would_be(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan = history_plan("a b");
	const struct row steps[] = {
		{2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")},
		{3, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-06", "amber",
	                             "correction: {reason: Late, raised_by: letter}\n")},
		{4, "Ann", "plans/p/b.md", history_update("b", "2023-06", "green")},
		{5, "Ann", "plans/p/letter.md",
	         "---\nkind: observation\nid: letter\ncommittee: board\ndate: 2023-07-03\n"
	         "challenges: [{workstream: a, period: 2023-06, reason: Late}]\n---\n"},
		{6, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-06", "amber", "exempt: true\n")},
		{7, "Ann", "plans/p/plan.md",
	         replaced(sandbox, plan, "{id: b,", "{id: b, exempt: true,")},
		{8, "Ann", "plans/p/a.md", history_update("a", "2023-06", "red")},
		{9, "Ann", "plans/p/letter.md", NULL},
	};
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan});
	history_tag(history, "board/one");
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		history_add(history, &steps[i], 1);
		if (i == 3)
			history_tag(history, "board/two");
		render(sandbox);
		struct outcome outcome = command_script(
			sandbox, "repository",
			"rm -rf ../fresh && ragtrail render -o ../fresh > ../said && "
			"diff -r -x '.*' ../fresh ../site");
		assert_text(outcome.output, "");
		assert_int_equal(outcome.status, 0);
	}
}

static void every_link_leads_somewhere(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")},
	        {2, NULL, "plans/p/b.md", history_update("b", "2023-06", "green")},
	        {3, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {4, "Ann", "plans/p/overview.md", history_overview("2023-07", "green")},
	        {5, "Ann", "plans/p/b.md", NULL});
	history_tag(history, "board/now");
	render(sandbox);
	struct outcome outcome = command_script(
		sandbox, "site/p",
		"grep -ohE 'href=\"[^\"#]*' *.html | cut -c7- | sort -u | while read -r at; do\n"
		"[ -z \"$at\" ] || [ -e \"$at\" ] || echo \"$at\"; done");
	assert_text(outcome.output, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_rerating_is_told_with_who_when_and_why),
		sandbox_test(a_merge_tells_what_was_said_before_it_landed),
		sandbox_test(a_first_version_is_no_wall_of_insertions),
		sandbox_test(what_is_taken_off_or_moved_is_told),
		sandbox_test(nothing_of_what_is_exempt_is_on_any_page),
		sandbox_test(the_rows_of_lists_are_told_by_their_ids),
		sandbox_test(a_page_in_welsh_is_welsh_around_the_words_of_authors),
		sandbox_test(hostile_texts_make_no_large_page),
		sandbox_test(a_landing_of_many_documents_is_one_page_of_bounded_size),
		sandbox_test(a_second_render_is_as_the_first_would_be),
		sandbox_test(every_link_leads_somewhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
