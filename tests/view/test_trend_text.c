/* The trend as people read it: its width, its colours, its words. */
#include "support/judging.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "support/history.h"
#include "view/trend_view.h"

#define LONG                                                                                       \
	"Delivering_everything_that_was_ever_promised_to_anybody_anywhere_in_the_whole_region "    \
	"within the time, the cost and the quality that the Combined Authority has set"
#define HOSTILE                                                                                    \
	"\\e[31mRed\\e]0;owned\\a \\u202eneerg \xe8\xa1\xa8\xe6\xb8\xa9\xe8\xa1\xa8 z\xcc\x81\xcc\x81"

#define FOLDER                                                                                     \
	"the-plan-of-the-whole-region-and-of-all-that-is-in-it-or-was-or-will-be-in-years-to-come"

static const char *view_trend(struct history *history, const struct layout *layout)
{
	struct object_id commit = history_id(history, "HEAD");
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct buf out = BUF_INIT;
	assert_int_equal(repo_open(&repo, history->folder, false, &error), 0);
	assert_int_equal(record_read(repo, &commit, DEPTH_WHOLE, &record, &error), 0);
	struct trend trends[8];
	assert_true(record->count <= COUNT_OF(trends));
	for (size_t i = 0; i < record->count; i++)
		trend_read(&record->plans[i], &trends[i]);
	trend_as_text(
		&(struct trends_told){.record = record, .trends = trends, .count = record->count},
		layout, &out);
	for (size_t i = 0; i < record->count; i++)
		trend_release(&trends[i]);
	record_free(record);
	repo_close(repo);
	const char *text = arena_text(&history->sandbox->arena, out.bytes, out.length);
	buf_release(&out);
	return text;
}

/* No line is wider than the layout, ends in a blank, or holds what a terminal obeys. */
static void assert_lines(const char *text, const struct layout *layout)
{
	for (const char *line = text; *line != '\0';) {
		size_t length = strcspn(line, "\n");
		char shown[2048];
		assert_true(length < sizeof(shown));
		memcpy(shown, line, length);
		shown[length] = '\0';
		assert_case(text_invalid(shown, length) == length, shown);
		assert_case(text_width(shown) <= (size_t)layout->width, shown);
		assert_case(length == 0 || shown[length - 1] != ' ', shown);
		for (size_t at = 0; at < length;) {
			unsigned rune = 0;
			at += text_rune(shown + at, length - at, &rune);
			assert_case(rune >= 0x20 && (rune < 0x7f || rune >= 0xa0), shown);
			assert_case(!text_is_hidden_rune(rune), shown);
		}
		assert_case(line[length] == '\n', shown);
		line += length + 1;
	}
}

static const char *const scale_of_three =
	"scale:\n"
	"  levels:\n"
	"    - {id: on-track, label: \"On " HOSTILE "\", short: \"" HOSTILE "\", meaning: Well}\n"
	"    - {id: at-risk, label: " LONG ", short: Very long for a short label, meaning: So}\n"
	"    - {id: off, label: Off track, short: X, meaning: Badly}\n";

/* Twenty-four months of four workstreams: the best, the worst, by turns, and no level at all. */
static struct history *make_long_history(struct sandbox *sandbox, const char *scale,
                                         const char *const levels[3])
{
	struct history *history = history_new(sandbox, "repository");
	const char *plan = history_plan_with("a b c d", scale);
	plan = replaced(sandbox, plan, "title: Improvement plan\n", "title: \"" LONG "\"\n");
	plan = replaced(sandbox, plan, "organisation: Example Combined Authority",
	                "organisation: \"" HOSTILE " " LONG "\"");
	plan = replaced(sandbox, plan, "title: A}", "title: \"" LONG "\"}");
	plan = replaced(sandbox, plan, "title: B}", "title: \"" HOSTILE " " LONG "\"}");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan},
	        {1, "Ann", "plans/" FOLDER "/plan.md", history_plan("none")});
	for (int month = 0; month < 24; month++) {
		char period[16];
		snprintf(period, sizeof(period), "%d-%02d", 2023 + (4 + month) / 12,
		         (4 + month) % 12 + 1);
		HISTORY(history,
		        {30 * month + 2, "Ann", "plans/p/a.md",
		         history_update("a", period, levels[0])},
		        {0, NULL, "plans/p/b.md", history_update("b", period, levels[2])},
		        {0, NULL, "plans/p/c.md", history_update("c", period, levels[month % 3])},
		        {0, NULL, "plans/p/d.md", history_update("d", period, "\"" HOSTILE "\"")},
		        {0, NULL, "plans/p/overview.md", history_overview(period, levels[1])});
	}
	return history;
}

static void no_line_is_wider_than_the_terminal(void **state)
{
	static const char *const own[] = {"on-track", "at-risk", "off"};
	static const int widths[] = {60, 72, 80, 120, 200};
	struct history *history = make_long_history(*state, scale_of_three, own);
	/* Versions that cannot be read are listed with their paths. */
	HISTORY(history,
	        {800, "Ann",
	         "plans/p/a-very-long-name-of-a-file-that-no-line-of-a-terminal-could-ever-"
	         "hold-in-one-piece-and some words.md",
	         "---\n\"\\e[31m\": \"" HOSTILE "\"\n"});
	for (size_t i = 0; i < COUNT_OF(widths); i++) {
		struct layout layout = {.colour = false, .width = widths[i]};
		const char *text = view_trend(history, &layout);
		assert_lines(text, &layout);
		assert_non_null(strstr(text, "Not on record, since ragtrail could not read it:"));
	}
}

/* The text without the colours that this view may set. */
static const char *without_colours(struct sandbox *sandbox, const char *text)
{
	static const char *const colours[] = {"\x1b[32m", "\x1b[36m", "\x1b[33m",
	                                      "\x1b[35m", "\x1b[31m", "\x1b[0m"};
	struct buf plain = BUF_INIT;
	while (*text != '\0') {
		size_t skipped = 0;
		for (size_t i = 0; i < COUNT_OF(colours) && skipped == 0; i++)
			if (strncmp(text, colours[i], strlen(colours[i])) == 0)
				skipped = strlen(colours[i]);
		if (skipped == 0)
			buf_byte(&plain, *text);
		text += skipped == 0 ? 1 : skipped;
	}
	const char *copy = arena_text(&sandbox->arena, plain.bytes, plain.length);
	buf_release(&plain);
	return copy;
}

static void colours_come_only_when_asked_for_and_change_no_words(void **state)
{
	static const char *const usual[] = {"green", "amber", "red"};
	static const struct layout plain = {.colour = false, .width = 80};
	static const struct layout coloured = {.colour = true, .width = 80};
	struct sandbox *sandbox = *state;
	struct history *history = make_long_history(sandbox, "", usual);
	const char *text = view_trend(history, &plain);
	assert_lines(text, &plain);
	assert_null(strchr(text, '\x1b'));
	const char *colours = view_trend(history, &coloured);
	assert_text(without_colours(sandbox, colours), text);
	assert_non_null(strstr(colours, "\x1b[32mGreen\x1b[0m"));
	assert_non_null(strstr(colours, "\x1b[31mR\x1b[0m"));
	assert_non_null(strstr(colours, "\x1b[33mA\x1b[0m"));
}

static void the_earliest_of_many_periods_are_counted(void **state)
{
	static const char *const usual[] = {"green", "amber", "red"};
	static const struct layout narrow = {.colour = false, .width = 80};
	static const struct layout wide = {.colour = false, .width = 200};
	struct history *history = make_long_history(*state, "", usual);
	const char *text = view_trend(history, &narrow);
	/* What does not fit its column is cut, and shows that it is. */
	assert_non_null(strstr(text, "\nDelivering_everything_that_was_\xe2\x80\xa6 Green   "));
	assert_non_null(strstr(text, "Trail, Aug 2024 to Apr 2025 (15 earlier: --format csv)\n"));
	text = view_trend(history, &wide);
	assert_non_null(strstr(text, "Trail, May 2023 to Apr 2025\n"));
}

static void directions_are_never_up_or_down(void **state)
{
	static const char *const usual[] = {"green", "amber", "red"};
	static const char *const words[] = {"upward",       "downward",     " up ",
	                                    " down ",       "\xe2\x86\x91", "\xe2\x86\x93",
	                                    "\xe2\x96\xb2", "\xe2\x96\xbc"};
	static const struct layout layout = {.colour = true, .width = 80};
	const char *text = view_trend(make_long_history(*state, "", usual), &layout);
	for (size_t i = 0; i < COUNT_OF(words); i++)
		assert_null(strstr(text, words[i]));
}

static void a_plan_without_reports_says_so(void **state)
{
	static const struct layout layout = {.colour = false, .width = 80};
	struct history *history = history_new(*state, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	const char *text = view_trend(history, &layout);
	assert_non_null(strstr(text, "of 2 Jul 2023\n\nno report is on record yet.\n"));
}

/* A hole of another plan is no hole of the one that is shown. */
static void holes_are_those_of_the_plans_shown(void **state)
{
	static const struct layout layout = {.colour = false, .width = 80};
	struct error error = ERROR_INIT;
	struct history *history = history_new(*state, "repository");
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct trend trend;
	struct buf text = BUF_INIT, json = BUF_INIT;
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {1, "Ann", "plans/q/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", "of p\n"}, {3, "Ann", "plans/q/a.md", "of q\n"},
	        {4, "Ann", "plans/r/plan.md", "of r\n"});
	struct object_id commit = history_id(history, "HEAD");
	assert_int_equal(repo_open(&repo, history->folder, false, &error), 0);
	assert_int_equal(record_read(repo, &commit, DEPTH_WHOLE, &record, &error), 0);
	assert_int_equal(record->hole_count, 3);
	trend_read(record_plan(record, "p"), &trend);
	const struct trends_told told = {.record = record, .trends = &trend, .count = 1};
	trend_as_text(&told, &layout, &text);
	trend_as_json(&told, &layout, &json);
	assert_non_null(strstr(text.bytes, "plans/p/a.md: "));
	assert_null(strstr(text.bytes, "plans/q/a.md: "));
	assert_non_null(strstr(text.bytes, "plans/r/plan.md: "));
	assert_non_null(strstr(json.bytes, "\"plans/p/a.md\""));
	assert_null(strstr(json.bytes, "\"plans/q/a.md\""));
	assert_non_null(strstr(json.bytes, "\"plans/r/plan.md\""));
	buf_release(&json);
	buf_release(&text);
	trend_release(&trend);
	record_free(record);
	repo_close(repo);
}

/* A rating of the table that was changed after it had landed is told, and marked. */
static void a_rerating_is_never_hidden(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/a.md",
	         history_update_with(
			 "a", "2023-07", "green",
			 "correction: {reason: a count was wrong, raised_by: Board}\n")});
	const char *text = view_trend(history, &(struct layout){.width = 80});
	assert_non_null(strstr(text, "\nA, July 2023: re-rated from Amber on 4 Jul 2023 by Ben, "
	                             "because: a count was\n    wrong (raised by Board)\n\nTrail"));
	assert_non_null(strstr(text, "\nA                                G*\n"));
	assert_non_null(strstr(text, "* re-rated: see ragtrail log\n"));
}

/* A scale that changed is a remark, below everything else. */
static void remarks_are_told_last(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/p/plan.md",
	         history_plan_with("a", "scale: {levels: [{id: good, label: Good}, "
	                                "{id: amber, label: Amber}]}\n")});
	const char *text = view_trend(history, &(struct layout){.width = 80});
	const char *heading = strstr(text, "\nTo know of this record:\n  ");
	assert_non_null(heading);
	assert_non_null(strstr(heading, " p: "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(no_line_is_wider_than_the_terminal),
		sandbox_test(colours_come_only_when_asked_for_and_change_no_words),
		sandbox_test(the_earliest_of_many_periods_are_counted),
		sandbox_test(directions_are_never_up_or_down),
		sandbox_test(a_plan_without_reports_says_so),
		sandbox_test(holes_are_those_of_the_plans_shown),
		sandbox_test(a_rerating_is_never_hidden),
		sandbox_test(remarks_are_told_last),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("trend as text", tests, NULL, NULL) != 0;
}
