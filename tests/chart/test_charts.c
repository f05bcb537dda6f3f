/* The pictures: what they show, what they leave out, and that they can be read. */
#include "support/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "chart/dates.h"
#include "chart/spans.h"
#include "chart/stack.h"
#include "chart/steps.h"
#include "support/command.h"
#include "support/picture.h"

static const struct chart_level levels[] = {{"Green", "G", 0},
                                            {"Green/Amber", "G/A", 1},
                                            {"Amber", "A", 2},
                                            {"Amber/Red", "A/R", 3},
                                            {"Red", "R", 4}};

#define MARKUP "</text><script>alert('1')</script> & \"co\""

static int random_below(int limit)
{
	return rand() % limit;
}

/* A text of any kind: short, long, strange, markup. */
static const char *random_text(struct arena *arena)
{
	static const char *const texts[] = {
		"High",
		"Procurement strategy and procedure signed off by the board of members",
		MARKUP,
		"\xe2\x80\xaetxet",
		"\xf0\x9f\x9a\xa6 \xf0\x9f\x9a\xa6",
		"",
		"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
	};
	if (random_below(8) != 0)
		return texts[random_below((int)COUNT_OF(texts))];
	char *text = arena_new(arena, 10001);
	memset(text, 'x', 10000);
	return text;
}

/* --- steps --- */

static struct step_column *random_columns(struct arena *arena, size_t count)
{
	struct step_column *columns = arena_new(arena, count * sizeof(*columns));
	for (size_t i = 0; i < count; i++) {
		columns[i].column = (struct chart_column){"Jul–Aug", "2023"};
		columns[i].level = random_below(7) - 1;
		if (columns[i].level > 4)
			columns[i].level = 4;
		if (columns[i].level < 0 && random_below(2) == 0)
			columns[i].gap = (struct chart_column){"no", "report"};
		columns[i].earlier = columns[i].level >= 0 ? (unsigned)random_below(32) : 0;
		columns[i].same = i > 0 && columns[i].level >= 0 &&
		                  columns[i].level == columns[i - 1].level && random_below(4) == 0;
		columns[i].notes[0] = random_below(4) == 0 ? "re-rated" : NULL;
		columns[i].notes[1] = random_below(4) == 0 ? random_text(arena) : NULL;
	}
	return columns;
}

static void ratings_can_be_read_however_many_there_are(void **state)
{
	(void)state;
	srand(3);
	for (int round = 0; round < 300; round++) {
		struct arena arena = ARENA_INIT;
		struct html html = HTML_INIT;
		struct chart_level own[9];
		size_t count = 1 + (size_t)random_below(60);
		for (int i = 0; i < 9; i++)
			own[i] = (struct chart_level){random_text(&arena), random_text(&arena),
			                              i % 5};
		const struct step_chart steps = {"c",
		                                 "Ratings",
		                                 "In words",
		                                 round % 2 == 0 ? levels : own,
		                                 round % 2 == 0 ? 5 : 5 + (size_t)(round % 5),
		                                 random_columns(&arena, count),
		                                 count};
		assert_int_equal(chart_steps(&html, &steps), count < 36 ? count : 36);
		assert_readable(html.text.bytes, "steps");
		html_release(&html);
		arena_release(&arena);
	}
}

static void a_rating_that_was_changed_stands_hollow_beside_it(void **state)
{
	const struct step_column columns[] = {
		{.column = {"Jul", "2023"}, .level = 0},
		{.column = {"Aug", "2023"}, .level = 3, .earlier = 1U << 1, .notes = {"re-rated"}},
		{.column = {"Sep", "2023"}, .level = -1, .gap = {"no", "report"}},
		{.column = {"Oct", "2023"}, .level = 3},
		{.column = {"Nov", "2023"}, .level = 3, .same = true},
	};
	const struct step_chart steps = {"c", "Ratings", "Words", levels, 5, columns, 5};
	struct html html = HTML_INIT;
	(void)state;
	assert_int_equal(chart_steps(&html, &steps), 5);
	assert_int_equal(picture_counts(html.text.bytes, "<rect class=\"hollow\""), 1);
	assert_int_equal(picture_says(html.text.bytes, "G/A"), 1);
	assert_int_equal(picture_says(html.text.bytes, "re-rated"), 1);
	/* One box for a report about two columns; the gap has one of its own, and no line. */
	assert_int_equal(picture_says(html.text.bytes, "A/R"), 2);
	assert_int_equal(picture_counts(html.text.bytes, "<rect class=\"rag-3\""), 2);
	assert_int_equal(picture_counts(html.text.bytes, "<rect class=\"gap\""), 1);
	assert_int_equal(picture_counts(html.text.bytes, "<line class=\"step\""), 2);
	html_release(&html);
}

/* --- stacked bars --- */

/* The sum of the heights of a level's bars. */
static int height_of(const char *markup, const char *look)
{
	const char *at = strstr(markup, look);
	int height = 0;
	for (; at != NULL && *at != '/'; at++)
		height += *at == 'v' ? atoi(at + 1) : 0;
	return height;
}

static void bars_stand_as_high_as_there_are_workstreams(void **state)
{
	static const size_t first[] = {2, 1, 0, 0, 1}, second[] = {0, 1, 3, 0, 0};
	const struct stack_column columns[] = {{{"Jul", "2023"}, first}, {{"Aug", "2023"}, second}};
	const struct stack_chart stack = {"c", "Counts", "Words", levels, 5, columns, 2};
	struct html html = HTML_INIT;
	(void)state;
	assert_int_equal(chart_stack(&html, &stack), 2);
	int unit = height_of(html.text.bytes, "<path class=\"rag-4\" d=");
	assert_true(unit >= CHART_LINE);
	assert_int_equal(height_of(html.text.bytes, "<path class=\"rag-0\" d="), 2 * unit);
	assert_int_equal(height_of(html.text.bytes, "<path class=\"rag-1\" d="), 2 * unit);
	assert_int_equal(height_of(html.text.bytes, "<path class=\"rag-2\" d="), 3 * unit);
	assert_int_equal(height_of(html.text.bytes, "<path class=\"rag-3\" d="), 0);
	assert_int_equal(picture_says(html.text.bytes, "G 2"), 1);
	assert_int_equal(picture_says(html.text.bytes, "A 3"), 1);
	html_release(&html);
}

static void counts_can_be_read_however_many_there_are(void **state)
{
	(void)state;
	srand(4);
	for (int round = 0; round < 300; round++) {
		struct arena arena = ARENA_INIT;
		struct html html = HTML_INIT;
		size_t count = 1 + (size_t)random_below(60), all = 0;
		struct stack_column *columns = arena_new(&arena, count * sizeof(*columns));
		for (size_t i = 0; i < count; i++) {
			size_t *counts = arena_new(&arena, 5 * sizeof(*counts));
			for (int j = 0; j < 5; j++)
				all += counts[j] = (size_t)random_below(round % 40 + 1);
			columns[i] = (struct stack_column){{"Jul–Aug", "2023"}, counts};
		}
		const struct stack_chart stack = {"c", "Counts", "Words", levels,
		                                  5,   columns,  count};
		size_t shown = chart_stack(&html, &stack);
		if (all == 0)
			assert_int_equal(shown, 0);
		if (shown != 0)
			assert_readable(html.text.bytes, "stack");
		html_release(&html);
		arena_release(&arena);
	}
}

/* --- dates --- */

/* A chart of COUNT lines over REPORTS months, with dates of any year. */
static struct date_chart random_dates(struct arena *arena, size_t reports, size_t count)
{
	struct date_report *days = arena_new(arena, reports * sizeof(*days));
	struct date_line *lines = arena_new(arena, count * sizeof(*lines));
	int spread = 1 << random_below(17);
	for (size_t i = 0; i < reports; i++)
		days[i] = (struct date_report){18000 + (int)i * 30, random_text(arena)};
	for (size_t i = 0; i < count; i++) {
		struct date_point *points = arena_new(arena, reports * sizeof(*points));
		lines[i] = (struct date_line){random_text(arena), points, 0};
		for (size_t j = 0; j < reports; j++)
			if (random_below(3) != 0)
				points[lines[i].count++] = (struct date_point){
					days[j].at, 18000 + random_below(spread),
					(enum chart_mark)random_below(CHART_MARK_COUNT),
					random_below(2) == 0};
	}
	return (struct date_chart){"c",     "Dates", "Words", days,
	                           reports, lines,   count,   random_below(2) == 0 ? "due" : NULL};
}

static void dates_can_be_read_however_they_lie(void **state)
{
	(void)state;
	srand(5);
	for (int round = 0; round < 500; round++) {
		struct arena arena = ARENA_INIT;
		struct html html = {.text = BUF_INIT,
		                    .language = round % 2 == 0 ? LANGUAGE_ENGLISH : LANGUAGE_WELSH};
		size_t count = 1 + (size_t)random_below(20);
		const struct date_chart dates =
			random_dates(&arena, 1 + (size_t)random_below(80), count);
		assert_int_equal(chart_dates(&html, &dates), count < 12 ? count : 12);
		assert_readable(html.text.bytes, "dates");
		html_release(&html);
		arena_release(&arena);
	}
}

/* The numbers of the first path or line of that class. */
static size_t numbers_of(const char *markup, const char *look, int *numbers, size_t most)
{
	const char *at = strstr(markup, look);
	size_t count = 0;
	assert_case(at != NULL, look);
	at += strlen(look);
	while (*at != '>' && count < most) {
		char *end = NULL;
		if ((*at >= '0' && *at <= '9') && at[-1] != 'x' && at[-1] != 'y') {
			numbers[count++] = (int)strtol(at, &end, 10);
			at = end;
		} else {
			at++;
		}
	}
	return count;
}

/* What is due on the day of its report stands on the diagonal; what is due later above it. */
static void the_diagonal_is_where_a_date_is_the_day_of_its_report(void **state)
{
	static const struct date_report reports[] = {
		{19000, "One"}, {19030, "Two"}, {19060, "Three"}, {19090, "Four"}};
	static const struct date_point points[] = {{19000, 19060, CHART_DOT, false},
	                                           {19030, 19060, CHART_DOT, false},
	                                           {19060, 19060, CHART_DOT, false},
	                                           {19090, 19060, CHART_DOT, true}};
	const struct date_line line = {"A", points, 4};
	const struct date_chart dates = {"c", "Dates", "Words", reports, 4, &line, 1, "due"};
	struct html html = HTML_INIT;
	int ends[4], at[8];
	(void)state;
	assert_int_equal(chart_dates(&html, &dates), 1);
	assert_int_equal(numbers_of(html.text.bytes, "<line class=\"diagonal\"", ends, 4), 4);
	assert_int_equal(numbers_of(html.text.bytes, "<path class=\"line dash-0\" d=", at, 8), 8);
	for (int i = 0; i < 4; i++) {
		int height =
			ends[1] + (ends[3] - ends[1]) * (at[2 * i] - ends[0]) / (ends[2] - ends[0]);
		if (i < 2)
			assert_true(at[2 * i + 1] < height - 5);
		else if (i == 2)
			assert_in_range(at[2 * i + 1], height - 1, height + 1);
		else
			assert_true(at[2 * i + 1] > height + 5);
	}
	/* Nothing leads to the last point. */
	const char *path = strstr(html.text.bytes, "<path class=\"line dash-0\"");
	const char *end = strchr(path, '>');
	size_t moves = 0, lines = 0;
	for (; path < end; path++) {
		moves += *path == 'M' ? 1 : 0;
		lines += *path == 'L' ? 1 : 0;
	}
	assert_int_equal(moves, 2);
	assert_int_equal(lines, 2);
	html_release(&html);
}

static void lines_are_told_apart_without_colour(void **state)
{
	static const struct date_report reports[] = {{19000, "One"}, {19030, "Two"}};
	struct date_point points[6][2];
	struct date_line lines[6];
	char names[6][8];
	struct html html = HTML_INIT;
	(void)state;
	for (int i = 0; i < 6; i++) {
		points[i][0] = (struct date_point){19000, 19000 + i * 50, CHART_DOT, false};
		points[i][1] = (struct date_point){19030, 19000 + i * 50, CHART_DOT, false};
		snprintf(names[i], sizeof(names[i]), "%d", i);
		lines[i] = (struct date_line){names[i], points[i], 2};
	}
	const struct date_chart dates = {"c", "Dates", "Words", reports, 2, lines, 6, NULL};
	chart_dates(&html, &dates);
	for (int i = 0; i < 6; i++) {
		char look[32];
		snprintf(look, sizeof(look), "\"line dash-%d\"", i);
		assert_int_equal(picture_counts(html.text.bytes, look), 1);
		assert_int_equal(picture_says(html.text.bytes, names[i]), 1);
	}
	html_release(&html);
}

/* --- spans --- */

static struct span_chart random_spans(struct arena *arena, size_t columns, size_t count)
{
	const char **names = arena_new(arena, columns * sizeof(*names));
	struct span_row *rows = arena_new(arena, count * sizeof(*rows));
	for (size_t i = 0; i < columns; i++)
		names[i] = random_text(arena);
	for (size_t i = 0; i < count; i++) {
		struct span_part *parts = arena_new(arena, columns * sizeof(*parts));
		size_t *marked = arena_new(arena, columns * sizeof(*marked));
		rows[i] = (struct span_row){.name = random_text(arena),
		                            .parts = parts,
		                            .end = (enum span_end)random_below(3),
		                            .marked = marked};
		for (size_t at = 0; at < columns;) {
			size_t last = at + (size_t)random_below(5);
			last = last < columns ? last : columns - 1;
			parts[rows[i].count++] = (struct span_part){
				at, last, random_below(3) == 0 ? NULL : random_text(arena)};
			if (random_below(3) == 0)
				marked[rows[i].marked_count++] = at;
			at = last + 1 + (size_t)random_below(3);
		}
	}
	return (struct span_chart){"c", "Spans", "Words", names, columns, rows, count};
}

static void spans_can_be_read_however_many_there_are(void **state)
{
	(void)state;
	srand(6);
	for (int round = 0; round < 300; round++) {
		struct arena arena = ARENA_INIT;
		struct html html = HTML_INIT;
		size_t count = 1 + (size_t)random_below(30);
		const struct span_chart spans =
			random_spans(&arena, 1 + (size_t)random_below(60), count);
		assert_int_equal(chart_spans(&html, &spans), count < 20 ? count : 20);
		assert_readable(html.text.bytes, "spans");
		html_release(&html);
		arena_release(&arena);
	}
}

static void a_strip_says_how_it_ended(void **state)
{
	static const char *const columns[] = {"Jul 2023", "Aug 2023", "Sep 2023"};
	static const struct span_part parts[] = {{0, 0, "High"}, {1, 1, "Low"}};
	static const char *const ends[] = {[SPAN_OPEN] = "l10 12l-10 12\"",
	                                   [SPAN_DONE] = "<path class=\"tick\"",
	                                   [SPAN_GONE] = "<path class=\"cross\""};
	(void)state;
	for (int end = SPAN_OPEN; end <= SPAN_GONE; end++) {
		const struct span_row row = {
			.name = "1 Risk", .parts = parts, .count = 2, .end = (enum span_end)end};
		const struct span_chart spans = {"c", "Risks", "Words", columns, 3, &row, 1};
		struct html html = HTML_INIT;
		chart_spans(&html, &spans);
		for (int other = SPAN_OPEN; other <= SPAN_GONE; other++)
			assert_int_equal(picture_counts(html.text.bytes, ends[other]),
			                 other == end ? 1 : 0);
		assert_int_equal(picture_says(html.text.bytes, "High"), 1);
		html_release(&html);
	}
}

/* --- all of them --- */

/* One of each, of the seed's random values. */
static void draw_all(unsigned seed, struct html *html)
{
	struct arena arena = ARENA_INIT;
	srand(seed);
	const struct step_chart steps = {
		"steps", MARKUP, MARKUP, levels, 5, random_columns(&arena, 50), 50};
	static const size_t counts[] = {1, 2, 3, 4, 5};
	const struct stack_column column = {{MARKUP, MARKUP}, counts};
	const struct stack_chart stack = {"stack", MARKUP, MARKUP, levels, 5, &column, 1};
	struct date_chart dates = random_dates(&arena, 40, 15);
	struct span_chart spans = random_spans(&arena, 40, 25);
	dates.id = "dates";
	spans.id = "spans";
	chart_steps(html, &steps);
	chart_stack(html, &stack);
	chart_dates(html, &dates);
	chart_spans(html, &spans);
	arena_release(&arena);
}

static void the_same_values_give_the_same_bytes(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed < 20; seed++) {
		struct html one = HTML_INIT, two = HTML_INIT;
		draw_all(seed, &one);
		draw_all(seed, &two);
		assert_text(one.text.bytes, two.text.bytes);
		html_release(&one);
		html_release(&two);
	}
}

static void no_text_becomes_markup(void **state)
{
	struct sandbox *sandbox = *state;
	struct html html = HTML_INIT;
	html_put(&html, "<div>\n");
	for (unsigned seed = 1; seed < 5; seed++) {
		size_t begin = html.text.length;
		draw_all(seed, &html);
		const char *drawn = html.text.bytes + begin;
		assert_null(strstr(drawn, "<script"));
		assert_null(strstr(drawn, "\xe2\x80\xae"));
		assert_null(strstr(drawn, "style=\""));
		assert_int_equal(picture_counts(drawn, "<svg "), 4);
		assert_int_equal(picture_counts(drawn, "<title id=\""), 4);
		assert_int_equal(picture_counts(drawn, "<desc id=\""), 4);
		assert_int_equal(picture_counts(drawn, "role=\"img\""), 4);
	}
	html_put(&html, "</div>\n");
	if (command_script(sandbox, NULL, "command -v xmllint").status == 0) {
		sandbox_write(sandbox, "pictures.xml", html.text.bytes);
		struct outcome outcome =
			command_script(sandbox, NULL, "xmllint --noout --nonet pictures.xml 2>&1");
		assert_text(outcome.output, "");
	}
	html_release(&html);
}

/* What has nothing to show draws nothing. */
static void nothing_gives_no_picture(void **state)
{
	struct html html = HTML_INIT;
	(void)state;
	assert_int_equal(chart_steps(&html, &(struct step_chart){.levels = levels}), 0);
	assert_int_equal(chart_stack(&html, &(struct stack_chart){.levels = levels}), 0);
	assert_int_equal(chart_dates(&html, &(struct date_chart){.count = 0}), 0);
	assert_int_equal(chart_spans(&html, &(struct span_chart){.count = 0}), 0);
	assert_text(html.text.bytes, "");
	html_release(&html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ratings_can_be_read_however_many_there_are),
		cmocka_unit_test(a_rating_that_was_changed_stands_hollow_beside_it),
		cmocka_unit_test(bars_stand_as_high_as_there_are_workstreams),
		cmocka_unit_test(counts_can_be_read_however_many_there_are),
		cmocka_unit_test(dates_can_be_read_however_they_lie),
		cmocka_unit_test(the_diagonal_is_where_a_date_is_the_day_of_its_report),
		cmocka_unit_test(lines_are_told_apart_without_colour),
		cmocka_unit_test(spans_can_be_read_however_many_there_are),
		cmocka_unit_test(a_strip_says_how_it_ended),
		cmocka_unit_test(the_same_values_give_the_same_bytes),
		sandbox_test(no_text_becomes_markup),
		cmocka_unit_test(nothing_gives_no_picture),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
