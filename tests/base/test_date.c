#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"

static void a_date_is_year_month_day_and_nothing_else(void **state)
{
	(void)state;
	static const char *const good[] = {"2023-09-30", "1900-01-01", "2199-12-31", "2024-02-29",
	                                   "2000-02-29"};
	static const char *const bad[] = {
		"",           "2023-9-30",   "2023-09-3",   "23-09-30",
		"2023/09/30", "2023-09-30 ", " 2023-09-30", "2023-09-31",
		"2023-13-01", "2023-00-10",  "2023-02-29",  "2100-02-29",
		"1900-02-29", "2023-09-00",  "1899-12-31",  "2200-01-01",
		"2023-0a-30", "2023-09-30T", "+023-09-30",  "２０２３-09-30",
		"2023-09--1", "2023-09",     "30-09-2023",  "2023-09-30\n",
		"0000-00-00",
	};
	struct date date = {1, 2, 3};
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_case(!date_parse(bad[i], &date), bad[i]);
	assert_true(date.year == 1 && date.month == 2 && date.day == 3);
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		char text[DATE_TEXT_SIZE];
		assert_case(date_parse(good[i], &date), good[i]);
		assert_string_equal(date_iso(date, text), good[i]);
	}
}

static void dates_as_people_write_them_are_understood(void **state)
{
	(void)state;
	static const struct {
		const char *text, *meant;
	} cases[] = {
		{"30th September 2023", "2023-09-30"},
		{"30th of September 2023", "2023-09-30"},
		{"1ST SEPTEMBER 2023", "2023-09-01"},
		{"2nd Sept. 2023", "2023-09-02"},
		{"3rd Sep, 2023", "2023-09-03"},
		{"September 30, 2023", "2023-09-30"},
		{"Saturday 30th September 2023", "2023-09-30"},
		{"Sat, 30 Sep 2023", "2023-09-30"},
		{"31/03/2024", "2024-03-31"},
		{"31.03.2024", "2024-03-31"},
		{"31-3-2024", "2024-03-31"},
		{"31/03/24", "2024-03-31"},
		{"1 Sep 23", "2023-09-01"},
		{"1-Sep-2023", "2023-09-01"},
		{"2023/09/30", "2023-09-30"},
		{"2023-9-5", "2023-09-05"},
		{"2023 september 5", "2023-09-05"},
		{"29/02/2024", "2024-02-29"},
		{"05/04/2024", "2024-04-05"}, /* day before month */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct date date;
		char text[DATE_TEXT_SIZE];
		assert_case(date_guess(cases[i].text, &date), cases[i].text);
		assert_string_equal(date_iso(date, text), cases[i].meant);
	}
}

static void what_means_no_single_day_is_not_guessed(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"",
		"soon",
		"TBC",
		"September 2023",
		"2023",
		"Q3 2023",
		"31/09/2023",
		"29/02/2023",
		"12/31/2023",
		"1 Sep 2023 - 30 Sep 2023",
		"1 or 2 Sep 2023",
		"May June 2023",
		"th 1 Sep 2023",
		"30 Sep 1850",
		"30 Sep 12345",
		"end of September 2023",
		"1 Sep 2023!",
		"1 Sep '23",
		"30 Septober 2023",
		"Someday 30 September 2023",
		"Sa 30 September 2023",
		"30 on September 2023",
		"30ad September 2023",
		"30 working September 2023",
		"1 2 3 4",
	};
	struct date date;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(!date_guess(cases[i], &date), cases[i]);
}

static void leap_years_follow_the_gregorian_rule(void **state)
{
	(void)state;
	assert_true(date_exists(2024, 2, 29));
	assert_true(date_exists(2000, 2, 29));
	assert_false(date_exists(1900, 2, 29));
	assert_false(date_exists(2100, 2, 29));
	assert_false(date_exists(2023, 2, 29));
	assert_false(date_exists(2024, 2, 30));
	assert_false(date_exists(2024, 4, 31));
	assert_false(date_exists(2024, 0, 1));
	assert_false(date_exists(2024, 13, 1));
	assert_false(date_exists(2024, 1, 0));
	assert_false(date_exists(2024, 1, -1));
}

/* Every day from first to last, counted one by one. */
static void days_count_up_by_one_and_lead_back_to_their_date(void **state)
{
	(void)state;
	int expected = date_days((struct date){DATE_FIRST_YEAR, 1, 1});
	assert_int_equal(expected, -25567);
	for (int year = DATE_FIRST_YEAR; year <= DATE_LAST_YEAR; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int day = 1; date_exists(year, month, day); day++, expected++) {
				assert_int_equal(date_days((struct date){year, month, day}),
				                 expected);
				struct date back =
					date_from_time((int64_t)expected * 86400 + 86399);
				assert_true(back.year == year && back.month == month &&
				            back.day == day);
			}
		}
	}
	assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
	assert_int_equal(expected, date_days((struct date){DATE_LAST_YEAR, 12, 31}) + 1);
}

static void the_days_between_two_dates_are_their_difference(void **state)
{
	(void)state;
	assert_int_equal(
		date_days((struct date){2024, 3, 31}) - date_days((struct date){2023, 12, 31}), 91);
	assert_int_equal(
		date_days((struct date){2024, 3, 1}) - date_days((struct date){2024, 2, 28}), 2);
}

static void times_are_shown_in_utc_and_kept_within_the_years(void **state)
{
	(void)state;
	static const struct {
		int64_t seconds;
		const char *text;
	} cases[] = {
		{0, "1970-01-01T00:00:00Z"},          {-1, "1969-12-31T23:59:59Z"},
		{-86400, "1969-12-31T00:00:00Z"},     {1692619200, "2023-08-21T12:00:00Z"},
		{1709251199, "2024-02-29T23:59:59Z"}, {INT64_MAX, "2199-12-31T23:59:59Z"},
		{INT64_MIN, "1900-01-01T00:00:00Z"},  {999999999999, "2199-12-31T23:59:59Z"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char text[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];
		assert_string_equal(date_time_iso(cases[i].seconds, text), cases[i].text);
		text[10] = '\0';
		assert_string_equal(date_iso(date_from_time(cases[i].seconds), day), text);
	}
}

static void dates_are_written_for_readers_too(void **state)
{
	(void)state;
	char text[DATE_TEXT_SIZE];
	assert_string_equal(date_words((struct date){2023, 8, 21}, text), "21 August 2023");
	assert_string_equal(date_short((struct date){2023, 9, 1}, text), "1 Sep 2023");
	assert_string_equal(date_month_name(12), "December");
	assert_string_equal(date_month_short(1), "Jan");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_year_month_day_and_nothing_else),
		cmocka_unit_test(dates_as_people_write_them_are_understood),
		cmocka_unit_test(what_means_no_single_day_is_not_guessed),
		cmocka_unit_test(leap_years_follow_the_gregorian_rule),
		cmocka_unit_test(days_count_up_by_one_and_lead_back_to_their_date),
		cmocka_unit_test(the_days_between_two_dates_are_their_difference),
		cmocka_unit_test(times_are_shown_in_utc_and_kept_within_the_years),
		cmocka_unit_test(dates_are_written_for_readers_too),
	};
	return cmocka_run_group_tests_name("date", tests, NULL, NULL) != 0;
}
