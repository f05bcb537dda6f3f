#include "support/testing.h"

#include <string.h>

#include "base/arena.h"
#include "document/scale.h"

static const struct level three_levels[] = {
	{"on-track", "On track", "G", "All is well."},
	{"at-risk", "At risk", "A", "It may slip."},
	{"off-track", "Off track", "R", "It has slipped."},
};

static const struct scale three = {"A paper", "1", three_levels, 3};

/* The level's id, or "none". */
static const char *reads(const struct scale *scale, const char *text)
{
	int level = scale_level(scale, text);
	return level == SCALE_NONE ? "none" : scale->levels[level].id;
}

static void every_spelling_in_the_papers_names_its_level(void **state)
{
	(void)state;
	static const struct {
		const char *text, *level;
	} cases[] = {
		{"green", "green"},
		{"Green", "green"},
		{"GREEN", "green"},
		{"G", "green"},
		{"g", "green"},
		{" green ", "green"},
		{" amber ", "amber"},
		{"red ", "red"},
		{"green-amber", "green-amber"},
		{"Green/Amber", "green-amber"},
		{"Green / Amber", "green-amber"},
		{"Green/ Amber", "green-amber"},
		{"Green /Amber", "green-amber"},
		{"green amber", "green-amber"},
		{"green_amber", "green-amber"},
		{"Amber/Green", "green-amber"},
		{"amber green", "green-amber"},
		{"GREEN  AMBER", "green-amber"},
		{"GA", "green-amber"},
		{"G/A", "green-amber"},
		{"A/G", "green-amber"},
		{"ag", "green-amber"},
		{"G / A", "green-amber"},
		{"amber", "amber"},
		{"A", "amber"},
		{"Amber / Red", "amber-red"},
		{"Amber/Red", "amber-red"},
		{"Red/Amber", "amber-red"},
		{"red amber", "amber-red"},
		{"A/R", "amber-red"},
		{"R/A", "amber-red"},
		{"RA", "amber-red"},
		{"red", "red"},
		{"R", "red"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(strcmp(reads(&scale_default, cases[i].text), cases[i].level) == 0,
		            cases[i].text);
}

static void a_near_miss_names_no_level(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		" ",
		"/",
		"gren",
		"greens",
		"greenish",
		"light green",
		"not green",
		"greenamber",
		"green/amber/red",
		"green and amber",
		"green red", /* no level lies between these two */
		"G/R",
		"red green",
		"green green",
		"GG",
		"GAR",
		"AA",
		"RAG",
		"amber (was green)",
		"amber (green)", /* a reader cannot tell that from a change */
		"green->amber",  /* it is a change */
		"green > amber",
		"green, amber",
		"green?",
		"green!",
		"(green)",
		"*green*",
		"green\302\240amber", /* a blank that does not break */
		"Green–Amber",
		"grün",
		"gréen",
		"0",
		"1",
		"true",
		"blue",
		"complete",
		"~",
		"null",
		"n/a",
		"TBC",
		"yellow",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(scale_level(&scale_default, cases[i]) == SCALE_NONE, cases[i]);
}

static void a_rating_of_any_length_is_read_safely(void **state)
{
	(void)state;
	char text[5001];
	for (size_t length = 0; length < sizeof(text); length += 7) {
		memset(text, 'g', length);
		text[length] = '\0';
		assert_int_equal(scale_level(&scale_default, text), SCALE_NONE);
		for (size_t i = 0; i + 1 < length; i += 2)
			text[i + 1] = '/';
		assert_int_equal(scale_level(&scale_default, text), SCALE_NONE);
	}
}

static void a_three_point_scale_has_its_own_words(void **state)
{
	(void)state;
	assert_string_equal(reads(&three, "On track"), "on-track");
	assert_string_equal(reads(&three, "on-track"), "on-track");
	assert_string_equal(reads(&three, "ON  TRACK"), "on-track");
	assert_string_equal(reads(&three, "Off track"), "off-track");
	assert_string_equal(reads(&three, "a"), "at-risk");
	assert_string_equal(reads(&three, "track"), "none");
	assert_string_equal(reads(&three, "green"), "none");
	assert_string_equal(reads(&three, "G/A"), "none");
}

static void a_label_of_many_words_and_marks_is_read_as_it_is_written(void **state)
{
	(void)state;
	static const struct level levels[] = {
		{"good", "On track, with nothing more for the board to do (G)", "G1", ""},
		{"fair", "Übergang", "TO", ""},
		{"bad", "Off track", "OT", ""},
	};
	static const struct scale scale = {"", "", levels, 3};
	assert_string_equal(reads(&scale, "On track, with nothing more for the board to do (G)"),
	                    "good");
	assert_string_equal(reads(&scale, "ON TRACK, with nothing more for the board to do (g)"),
	                    "good");
	assert_string_equal(reads(&scale, "Übergang"), "fair");
	assert_string_equal(reads(&scale, "OT"), "bad");
	assert_string_equal(reads(&scale, "to"), "fair");
	assert_string_equal(reads(&scale, "On track"), "none");
}

static void a_short_label_may_be_missing(void **state)
{
	(void)state;
	static const struct level levels[] = {{"yes", "Yes", "", ""}, {"no", "No", "", ""}};
	static const struct scale scale = {"", "", levels, 2};
	assert_string_equal(reads(&scale, "no"), "no");
	assert_string_equal(reads(&scale, ""), "none");
	assert_string_equal(reads(&scale, "-"), "none");
}

static void the_id_and_the_label_are_the_tidy_spellings(void **state)
{
	(void)state;
	static const char *const tidy[] = {"green-amber", "Green/Amber", "GREEN-AMBER",
	                                   "green/amber"};
	static const char *const untidy[] = {"Green / Amber", "Amber/Green", "G/A", "green amber",
	                                     "green"};
	for (size_t i = 0; i < COUNT_OF(tidy); i++)
		assert_case(scale_is_tidy(&scale_default, 1, tidy[i]), tidy[i]);
	for (size_t i = 0; i < COUNT_OF(untidy); i++)
		assert_case(!scale_is_tidy(&scale_default, 1, untidy[i]), untidy[i]);
}

static void scales_compare_by_their_levels_in_order(void **state)
{
	(void)state;
	static const struct level relabelled[] = {
		{"on-track", "Going well", "1", ""},
		{"at-risk", "Going", "2", ""},
		{"off-track", "Not going", "3", ""},
	};
	static const struct level turned[] = {
		{"off-track", "Off track", "R", ""},
		{"at-risk", "At risk", "A", ""},
		{"on-track", "On track", "G", ""},
	};
	const struct scale same = {"", "2", relabelled, 3};
	const struct scale other_order = {"A paper", "1", turned, 3};
	const struct scale shorter = {"A paper", "1", three_levels, 2};
	assert_true(scale_same(&three, &three));
	assert_true(scale_same(&three, &same));
	assert_false(scale_same(&three, &other_order));
	assert_false(scale_same(&three, &shorter));
	assert_false(scale_same(&three, &scale_default));
}

static void a_copied_scale_is_the_same_and_lives_on_its_own(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	char id[] = "good", source[] = "A paper";
	const struct level levels[] = {{id, "Good", "G", "Well"}, {"bad", "Bad", "B", "Not"}};
	const struct scale scale = {source, "2", levels, 2};
	const struct scale *copy = scale_copy(&scale, &arena);
	assert_true(scale_same(copy, &scale));
	id[0] = source[0] = 'x';
	assert_string_equal(copy->source, "A paper");
	assert_string_equal(copy->version, "2");
	assert_string_equal(copy->levels[0].id, "good");
	assert_string_equal(copy->levels[1].meaning, "Not");
	arena_release(&arena);
}

static void colours_are_spread_from_best_to_worst(void **state)
{
	(void)state;
	static const int expected[10][9] = {
		[2] = {0, 4},
		[3] = {0, 2, 4},
		[4] = {0, 1, 3, 4},
		[5] = {0, 1, 2, 3, 4},
		[6] = {0, 1, 2, 2, 3, 4},
		[7] = {0, 1, 1, 2, 3, 3, 4},
		[9] = {0, 1, 1, 2, 2, 3, 3, 4, 4},
	};
	for (size_t count = 2; count <= 9; count++) {
		struct scale scale = {"", "", three_levels, count};
		for (int level = 0; count != 8 && level < (int)count; level++)
			assert_int_equal(scale_colour(&scale, level), expected[count][level]);
	}
	assert_int_equal(scale_colour(&three, SCALE_NONE), 0);
}

static void the_default_is_the_five_levels_of_the_papers(void **state)
{
	(void)state;
	static const char *const ids[] = {"green", "green-amber", "amber", "amber-red", "red"};
	assert_int_equal(scale_default.count, COUNT_OF(ids));
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		const struct level *level = &scale_default.levels[i];
		assert_string_equal(level->id, ids[i]);
		assert_string_equal(reads(&scale_default, level->label), ids[i]);
		assert_string_equal(reads(&scale_default, level->short_label), ids[i]);
		assert_true(strlen(level->meaning) > 40);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_in_the_papers_names_its_level),
		cmocka_unit_test(a_near_miss_names_no_level),
		cmocka_unit_test(a_rating_of_any_length_is_read_safely),
		cmocka_unit_test(a_three_point_scale_has_its_own_words),
		cmocka_unit_test(a_label_of_many_words_and_marks_is_read_as_it_is_written),
		cmocka_unit_test(a_short_label_may_be_missing),
		cmocka_unit_test(the_id_and_the_label_are_the_tidy_spellings),
		cmocka_unit_test(scales_compare_by_their_levels_in_order),
		cmocka_unit_test(a_copied_scale_is_the_same_and_lives_on_its_own),
		cmocka_unit_test(colours_are_spread_from_best_to_worst),
		cmocka_unit_test(the_default_is_the_five_levels_of_the_papers),
	};
	return cmocka_run_group_tests_name("scale", tests, NULL, NULL) != 0;
}
