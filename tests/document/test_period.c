#include "support/testing.h"

#include <string.h>

#include "document/period.h"

static struct period period_of(const char *text)
{
	struct period period = {0, 0};
	assert_case(period_parse(text, &period), text);
	return period;
}

static void a_period_is_a_month_or_an_interval_of_months(void **state)
{
	(void)state;
	static const char *const good[] = {
		"2023-08",         "1900-01",         "2199-12", "2023-07/2023-08",
		"2023-12/2024-01", "2023-01/2024-12", /* two years, the longest */
	};
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		char text[PERIOD_TEXT_SIZE];
		assert_string_equal(period_iso(period_of(good[i]), text), good[i]);
	}
}

static void nothing_else_is_a_period(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"2023",
		"2023-8",
		"2023-13",
		"2023-00",
		"23-08",
		"2023-08 ",
		" 2023-08",
		"2023/08",
		"2023-08-01",
		"202308",
		"August 2023",
		"1899-12",
		"2200-01",
		"2023-08/2023-08",  /* a month is written as a month */
		"2023-08/2023-07",  /* backwards */
		"2023-01/2025-01",  /* longer than two years */
		"2023-07/08",       /* ISO 8601 allows it; we do not */
		"2023-07--2023-08", /* likewise */
		"2023-07-2023-08",
		"2023-07/2023-8",
		"2023-07/2023-08/",
		"2023-07 2023-08",
	};
	struct period period = {7, 7};
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_case(!period_parse(bad[i], &period), bad[i]);
	assert_true(period.first == 7 && period.last == 7);
}

static void periods_as_people_write_them_are_understood(void **state)
{
	(void)state;
	static const struct {
		const char *text, *meant;
	} cases[] = {
		{"August 2023", "2023-08"},
		{"aug 2023", "2023-08"},
		{"Sept. 2023", "2023-09"},
		{"2023 August", "2023-08"},
		{"2023/08", "2023-08"},
		{"08/2023", "2023-08"},
		{"2023-8", "2023-08"},
		{"2023/09", "2023-09"},
		{"August 2199", "2199-08"},
		{"August 1900", "1900-08"},
		{"Jul-Aug 2023", "2023-07/2023-08"},
		{"July to August 2023", "2023-07/2023-08"},
		{"July To August 2023", "2023-07/2023-08"},
		{"July and August 2023", "2023-07/2023-08"},
		{"July & August 2023", "2023-07/2023-08"},
		{"July–August 2023", "2023-07/2023-08"}, /* as word processors write it */
		{"July 2023 - August 2023", "2023-07/2023-08"},
		{"2023-07 to 2023-08", "2023-07/2023-08"},
		{"December 2023 to January 2024", "2023-12/2024-01"},
		{"Dec 2023–Jan 2024", "2023-12/2024-01"},
		{"2023-08/2023-08", "2023-08"},
		/* As the papers' own title pages and tables give it. */
		{"1 July 2023 - 31 August 2023", "2023-07/2023-08"},
		{"01/07/2023 - 31/08/2023", "2023-07/2023-08"},
		{"1st July 2023 to 31st August 2023", "2023-07/2023-08"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct period period;
		char text[PERIOD_TEXT_SIZE];
		assert_case(period_guess(cases[i].text, &period), cases[i].text);
		assert_string_equal(period_iso(period, text), cases[i].meant);
	}
}

static void what_means_no_single_period_is_not_guessed(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		"August",
		"2023",
		"Aug 23",
		"Q2 2023",
		"summer 2023",
		"2023-13",
		"0 August 2023",
		"August 2023 0",
		"August 1850",
		"August to July 2023",
		"July, August and September 2023",
		"January 2023 to January 2026",
		"31 August 2023 - 1 July 2023",
		"August 2023!",
		"to",
	};
	struct period period;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(!period_guess(cases[i], &period), cases[i]);
}

static void a_guess_at_a_long_text_is_quick(void **state)
{
	(void)state;
	static char text[60001];
	for (size_t i = 0; i + 3 < sizeof(text); i += 3)
		memcpy(text + i, "to ", 3);
	struct period period;
	double start = testing_seconds();
	assert_false(period_guess(text, &period));
	assert_quick(start, 0.5, "to to to ...");
}

static void a_period_sorts_by_its_last_month_then_by_its_first(void **state)
{
	(void)state;
	static const char *const ordered[] = {
		"2022-12",         "2023-07",         "2023-07/2023-08", "2023-08",
		"2023-08/2023-09", "2023-11/2024-01", "2024-01",
	};
	for (size_t i = 0; i < COUNT_OF(ordered); i++) {
		for (size_t j = 0; j < COUNT_OF(ordered); j++) {
			int order = period_compare(period_of(ordered[i]), period_of(ordered[j]));
			assert_case(i < j ? order < 0 : i > j ? order > 0 : order == 0, ordered[i]);
			assert_int_equal(period_equal(period_of(ordered[i]), period_of(ordered[j])),
			                 i == j);
		}
	}
}

static void periods_overlap_when_they_share_a_month(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int overlap;
	} cases[] = {
		{"2023-08", "2023-08", 1},
		{"2023-07", "2023-08", 0},
		{"2023-07/2023-08", "2023-08", 1},
		{"2023-07/2023-08", "2023-07", 1},
		{"2023-07/2023-08", "2023-09", 0},
		{"2023-07/2023-08", "2023-06", 0},
		{"2023-07/2023-08", "2023-08/2023-09", 1},
		{"2023-07/2023-08", "2023-09/2023-10", 0},
		{"2023-11/2024-02", "2023-12/2024-01", 1},
		{"2023-12", "2024-01", 0},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct period a = period_of(cases[i].a), b = period_of(cases[i].b);
		assert_case(period_overlaps(a, b) == cases[i].overlap, cases[i].a);
		assert_case(period_overlaps(b, a) == cases[i].overlap, cases[i].b);
	}
}

static void periods_are_written_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *period, *words, *brief;
	} cases[] = {
		{"2023-08", "August 2023", "Aug 2023"},
		{"2023-07/2023-08", "July to August 2023", "Jul–Aug 2023"},
		{"2023-12/2024-01", "December 2023 to January 2024", "Dec 2023–Jan 2024"},
		{"2022-09/2023-09", "September 2022 to September 2023", "Sep 2022–Sep 2023"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char text[PERIOD_TEXT_SIZE];
		struct period period = period_of(cases[i].period);
		assert_string_equal(period_words(period, text), cases[i].words);
		assert_string_equal(period_short(period, text), cases[i].brief);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_period_is_a_month_or_an_interval_of_months),
		cmocka_unit_test(nothing_else_is_a_period),
		cmocka_unit_test(periods_as_people_write_them_are_understood),
		cmocka_unit_test(what_means_no_single_period_is_not_guessed),
		cmocka_unit_test(a_guess_at_a_long_text_is_quick),
		cmocka_unit_test(a_period_sorts_by_its_last_month_then_by_its_first),
		cmocka_unit_test(periods_overlap_when_they_share_a_month),
		cmocka_unit_test(periods_are_written_in_words),
	};
	return cmocka_run_group_tests_name("period", tests, NULL, NULL) != 0;
}
