/*
 * Days of the calendar, written YYYY-MM-DD and nothing else.
 *
 * Dates run from 1900-01-01 to 2199-12-31: a year outside that is a slip of the
 * pen, not a plan. Times are seconds since 1970 in UTC.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
	int year, month, day; /* month and day from 1; year 0 means no date */
};

enum { DATE_FIRST_YEAR = 1900, DATE_LAST_YEAR = 2199, DATE_TEXT_SIZE = 32 };

/* Reads exactly YYYY-MM-DD, a day that exists. False otherwise. */
bool date_parse(const char *text, struct date *date);

/*
 * Understands a date as people write it ("30th September 2023", "31/03/2024",
 * "1 Sep 23", day before month) so that a message can say what to write
 * instead. False where no single day is meant.
 */
bool date_guess(const char *text, struct date *date);

/* True when the day exists in the Gregorian calendar, within the years above. */
bool date_exists(int year, int month, int day);

/* Days since 1970-01-01; the difference of two is the days between. */
int date_days(struct date date);

/* The day in UTC on which SECONDS since 1970 falls, clamped to the years above. */
struct date date_from_time(int64_t seconds);

/* "2023-08-21". Returns TEXT. */
char *date_iso(struct date date, char text[DATE_TEXT_SIZE]);

/* "21 August 2023", as readers write it. Returns TEXT. */
char *date_words(struct date date, char text[DATE_TEXT_SIZE]);

/* "21 Aug 2023". Returns TEXT. */
char *date_short(struct date date, char text[DATE_TEXT_SIZE]);

/* "August"; "Aug". MONTH from 1 to 12. */
const char *date_month_name(int month);
const char *date_month_short(int month);

/* The month that the LENGTH letters at WORD name ("sept", "September"), or 0. */
int date_month_named(const char *word, size_t length);

/* "2023-08-21T12:00:00Z" for SECONDS since 1970. Returns TEXT. */
char *date_time_iso(int64_t seconds, char text[DATE_TEXT_SIZE]);

#endif
