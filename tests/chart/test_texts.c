/* How much room texts take in a picture. */
#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "chart/chart.h"

static void wider_texts_are_wider(void **state)
{
	static const char *const texts[] = {
		"", "i", "ii", "Red", "Amber", "Green/Amber", "Green/Amber, as before"};
	(void)state;
	for (size_t i = 1; i < COUNT_OF(texts); i++)
		assert_case(chart_text_width(texts[i]) > chart_text_width(texts[i - 1]), texts[i]);
	/* Arial of 14 pixels is 67.7, 80.9 and 116.6 pixels wide in a browser. */
	assert_in_range(chart_text_width("challenged"), 67, 71);
	assert_in_range(chart_text_width("28 May 2023"), 81, 84);
	assert_in_range(chart_text_width("MMMMMMMMMM"), 117, 121);
}

static void a_text_that_fits_stays_and_another_ends_in_an_ellipsis(void **state)
{
	static const struct {
		const char *whole;
		int width;
		const char *fits;
	} texts[] = {
		{"Red", 100, "Red"},
		{"", 0, ""},
		{"Green/Amber", 60, "Green/…"},
		{"one two", 46, "one…"},
		{"wide", 5, "…"},
		{"caf\xc3\xa9 caf\xc3\xa9", 50, "caf\xc3\xa9…"},
		{"\xf0\x9f\x9a\xa6\xf0\x9f\x9a\xa6\xf0\x9f\x9a\xa6", 45, "\xf0\x9f\x9a\xa6…"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct buf text = BUF_INIT;
		chart_fit(&text, texts[i].whole, texts[i].width);
		assert_text(text.bytes, texts[i].fits);
		buf_release(&text);
	}
}

/* For any bytes: what fits is a beginning of the whole, no wider than asked for. */
static void what_fits_is_never_too_wide(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 3000; round++) {
		char whole[64];
		size_t length = (size_t)(rand() % 60);
		int width = 15 + rand() % 200;
		struct buf text = BUF_INIT;
		for (size_t i = 0; i < length; i++)
			whole[i] = (char)(rand() % 4 == 0 ? 1 + rand() % 255 : ' ' + rand() % 95);
		whole[length] = '\0';
		chart_fit(&text, whole, width);
		assert_true(chart_text_width(text.bytes) <= width);
		if (strcmp(text.bytes, whole) != 0) {
			size_t kept = text.length - strlen("…");
			assert_true(chart_text_width(whole) > width);
			assert_string_equal(text.bytes + kept, "…");
			assert_memory_equal(text.bytes, whole, kept);
		}
		buf_release(&text);
	}
}

/* A text of megabytes is not read to its end. */
static void an_endless_text_is_cut_quickly(void **state)
{
	(void)state;
	struct buf whole = BUF_INIT, text = BUF_INIT;
	double start = testing_seconds();
	buf_repeat(&whole, 'x', 4UL * 1024 * 1024);
	for (int i = 0; i < 1000; i++) {
		buf_clear(&text);
		chart_fit(&text, whole.bytes, 100);
		assert_in_range(chart_text_width(whole.bytes), CHART_WIDEST, 10 * CHART_WIDEST);
	}
	assert_true(text.length < 30);
	assert_quick(start, 2.0, "4 MiB a thousand times");
	buf_release(&whole);
	buf_release(&text);
}

static void labels_move_apart_and_keep_their_order(void **state)
{
	(void)state;
	srand(2);
	for (int round = 0; round < 2000; round++) {
		int heights[12], count = 1 + rand() % 12;
		for (int i = 0; i < count; i++)
			heights[i] = i == 0 ? rand() % 200 - 20 : heights[i - 1] + rand() % 30;
		chart_spread(heights, (size_t)count, 18, 9, 9 + 18 * 12);
		assert_true(heights[0] >= 9);
		assert_true(heights[count - 1] <= 9 + 18 * 12);
		for (int i = 1; i < count; i++)
			assert_true(heights[i] - heights[i - 1] >= 18);
	}
	/* Those that have room stay where they are. */
	int alone[] = {20, 60, 90};
	chart_spread(alone, 3, 18, 9, 200);
	assert_int_equal(alone[0], 20);
	assert_int_equal(alone[1], 60);
	assert_int_equal(alone[2], 90);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wider_texts_are_wider),
		cmocka_unit_test(a_text_that_fits_stays_and_another_ends_in_an_ellipsis),
		cmocka_unit_test(what_fits_is_never_too_wide),
		cmocka_unit_test(an_endless_text_is_cut_quickly),
		cmocka_unit_test(labels_move_apart_and_keep_their_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
