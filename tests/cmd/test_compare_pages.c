/* The pages of what changed from one meeting to the next. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/page_text.h"

#define FIRST "site/p/compare-board_2fjuly-to-board_2fseptember.html"
#define SECOND "site/p/compare-board_2fseptember-to-now.html"

static void render(struct sandbox *sandbox)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

static const char *plan_with_meetings(void)
{
	return history_plan_with(
		"a b c", "committees: [{id: board, name: The Board}]\n"
			 "meetings: [{committee: board, date: 2023-07-26, tag: board/july},\n"
			 "  {committee: board, date: 2023-09-20, tag: board/september}]\n");
}

static struct history *make_plan(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan_with_meetings()},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")},
	        {2, NULL, "plans/p/b.md", history_update("b", "2023-06", "amber")});
	history_tag(history, "board/july");
	HISTORY(history,
	        {20, "Ben", "plans/p/a.md",
	         history_update_with(
			 "a", "2023-06", "amber",
			 "correction: {reason: A step was late, raised_by: The audit}\n")},
	        {33, "Ann", "plans/p/a.md",
	         replaced(sandbox, history_update("a", "2023-07", "green"),
	                  "forecast_completion: 2025-03-31", "forecast_completion: 2025-05-01")},
	        {34, "Ann", "plans/p/b.md", history_update("b", "2023-07", "amber")},
	        {35, "Clerk", "plans/p/letter.md",
	         "---\nkind: observation\nid: letter\ncommittee: board\ndate: 2023-08-03\n---\n"});
	history_tag_annotated(history, "board/september");
	return history;
}

static void what_changed_between_two_meetings_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	render(sandbox);
	page_says(sandbox, FIRST,
	          "What changed from The Board, 26 July 2023 to The Board, 20 September 2023");
	page_says(sandbox, FIRST, "Steady at Green (July 2023)");
	page_says(sandbox, FIRST, "Steady at Amber (July 2023)");
	page_says(sandbox, FIRST, "Not rated yet");
	page_says(sandbox, FIRST,
	          "re-rated for June 2023 from Green to Amber on 21 July 2023 by Ben, because: A "
	          "step was late (raised by The audit)");
	page_says(sandbox, FIRST, "Forecast completion moved 31 days later, to 1 May 2025");
	page_says(sandbox, FIRST, "Papers and observations filed Observation of 3 August 2023");
	page_says(sandbox, SECOND, "What changed since The Board, 20 September 2023");
	page_says(sandbox, SECOND, "No rating, date, milestone or risk on record has changed.");
	page_keeps_from(sandbox, SECOND, "Papers and observations filed");
	page_says(
		sandbox, "site/p/index.html",
		"What changed between meetings Since The Board, 20 September 2023 From The Board, "
		"26 July 2023 to The Board, 20 September 2023");
}

/* The text in small letters, with one blank where there were more. */
static char *folded(struct sandbox *sandbox, const char *text)
{
	char *copy = arena_new(&sandbox->arena, strlen(text) + 1), *to = copy;
	for (; *text != '\0'; text++) {
		char byte = *text == '\n' ? ' ' : *text;
		if (byte != ' ' || (to != copy && to[-1] != ' '))
			*to++ = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
	}
	return copy;
}

/* Each workstream's own sentence of `ragtrail diff`, up to its full stop. */
static void assert_as_diff(struct sandbox *sandbox, const char *page, const char *before,
                           const char *now, const char *const *titles)
{
	struct outcome diff = RAGTRAIL(sandbox, "repository", "diff", before, now);
	assert_int_equal(diff.status, 0);
	const char *told = folded(sandbox, diff.output);
	const char *shown = folded(sandbox, page_text(sandbox, page));
	for (; *titles != NULL; titles++) {
		const char *row = strstr(told, arena_printf(&sandbox->arena, " %s: ", *titles));
		assert_non_null(row);
		row += strlen(*titles) + 3;
		const char *sentence =
			arena_printf(&sandbox->arena, "%.*s", (int)strcspn(row, ".;"), row);
		if (strstr(shown, sentence) == NULL)
			fail_msg("%s does not say: %s\n%s", page, sentence, shown);
	}
}

/* What is told without reading the record of either tag is what reading them tells. */
static void it_says_the_same_as_diff(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plan(sandbox);
	static const char *const titles[] = {"a", "b", "c", NULL};
	HISTORY(history, {60, "Ann", "plans/p/b.md", NULL},
	        {61, "Ann", "plans/p/c.md", history_update("c", "2023-08", "red")},
	        {62, "Ann", "plans/p/a.md", history_update("a", "2023-08", "red")});
	history_tag(history, "board/later");
	HISTORY(history, {63, "Ann", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {64, "Ann", "plans/p/a.md", history_update("a", "2023-08", "amber")},
	        {65, "Ann", "plans/p/c.md", history_update("c", "2023-09", "red")});
	render(sandbox);
	assert_as_diff(sandbox, FIRST, "board/july", "board/september", titles);
	assert_as_diff(sandbox, "site/p/compare-board_2fseptember-to-board_2flater.html",
	               "board/september", "board/later", titles);
	assert_as_diff(sandbox, "site/p/compare-board_2flater-to-now.html", "board/later", "HEAD",
	               titles);
}

static void what_is_exempt_at_either_time_stays_out(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *open = plan_with_meetings();
	const char *closed = replaced(sandbox, open, "{id: b,", "{id: b, exempt: true,");
	const char *sealed =
		replaced(sandbox, history_update_with("a", "2023-07", "red", "exempt: true\n"),
	                 "Workstream sponsor", "Sealed sponsor");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", closed},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")},
	        {3, "Ann", "plans/p/b.md", history_update("b", "2023-06", "red")});
	history_tag(history, "board/july");
	HISTORY(history, {4, "Ann", "plans/p/plan.md", open}, {33, "Ann", "plans/p/a.md", sealed});
	history_tag(history, "board/september");
	HISTORY(history, {34, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	render(sandbox);
	page_keeps_from(sandbox, FIRST, "Red");
	page_keeps_from(sandbox, FIRST, "Sealed");
	page_says(sandbox, FIRST, "No report since; stands at Green (June 2023)");
	page_says(sandbox, FIRST, "What was exempt from publication at either time");
	page_keeps_from(sandbox, SECOND, "Sealed");
	page_says(sandbox, SECOND, "RedJun 2023"); /* of b, which is public by now and was then */
	page_says(sandbox, SECOND, "What was exempt from publication at either time");
}

static void tags_that_mark_nothing_of_this_history_are_left_out(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Ann", "readme.md", "Nothing yet.\n"});
	history_tag(history, "board/before"); /* there was no plan */
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan_with_meetings()});
	history_branch(history, "aside");
	HISTORY(history, {2, "Ann", "plans/p/a.md", history_update("a", "2023-06", "red")});
	history_tag(history, "board/aside");
	history_switch(history, "main");
	HISTORY(history, {3, "Ann", "plans/p/a.md", history_update("a", "2023-06", "green")});
	history_tag(history, "board/july");
	history_tag(history, "board/july-again");
	history_tag(history, "v1.0");
	render(sandbox);
	struct outcome outcome = command_script(sandbox, "site/p", "ls | grep compare");
	assert_text(outcome.output, "compare-board_2fjuly-to-now.html\n");
	page_says(sandbox, "site/p/index.html",
	          "Left out, because it is not on this history: board/aside.");
}

static void of_many_tags_the_newest_have_pages(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Ann", "plans/p/plan.md", plan_with_meetings()});
	for (int i = 0; i < 30; i++) {
		HISTORY(history,
		        {1 + i, "Ann", "plans/p/a.md",
		         history_update_saying("a", "2023-06", "green",
		                               arena_printf(&sandbox->arena, "Step %d.", i))});
		history_tag(history, arena_printf(&sandbox->arena, "board/%02d", i));
	}
	render(sandbox);
	struct outcome outcome = command_script(sandbox, "site/p", "ls | grep -c compare");
	assert_text(outcome.output, "24\n");
	page_says(sandbox, "site/p/index.html", "Earlier tags are left out: 6.");
	assert_true(page_is_there(sandbox, "site/p/compare-board_2f29-to-now.html"));
	assert_false(page_is_there(sandbox, "site/p/compare-board_2f05-to-board_2f06.html"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_changed_between_two_meetings_is_told),
		sandbox_test(it_says_the_same_as_diff),
		sandbox_test(what_is_exempt_at_either_time_stays_out),
		sandbox_test(tags_that_mark_nothing_of_this_history_are_left_out),
		sandbox_test(of_many_tags_the_newest_have_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
