#include "document/period.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

static bool parse_month(const char *text, int *month)
{
	char day[11];
	struct date date;
	snprintf(day, sizeof(day), "%.7s-01", text);
	if (strlen(text) < 7 || !date_parse(day, &date))
		return false;
	*month = date.year * 12 + date.month - 1;
	return true;
}

bool period_parse(const char *text, struct period *period)
{
	size_t length = strlen(text);
	struct period read;
	if (length == 7) {
		if (!parse_month(text, &read.first))
			return false;
		read.last = read.first;
	} else {
		if (length != 15 || text[7] != '/' || !parse_month(text, &read.first) ||
		    !parse_month(text + 8, &read.last))
			return false;
		if (read.last <= read.first || read.last - read.first >= PERIOD_LONGEST)
			return false;
	}
	*period = read;
	return true;
}

static bool is_possible(const struct period *period)
{
	return period->first <= period->last && period->last - period->first < PERIOD_LONGEST;
}

/* "1 July 2023 - 31 August 2023": papers give the days, though only months are meant. */
static bool guess_from_days(const char *text, struct period *period)
{
	static const char *const between[] = {" - ", " to ", "–"};
	for (size_t i = 0; i < sizeof(between) / sizeof(between[0]); i++) {
		struct date first, last;
		char start[32];
		const char *end = strstr(text, between[i]);
		if (end == NULL || (size_t)(end - text) >= sizeof(start))
			continue;
		snprintf(start, sizeof(start), "%.*s", (int)(end - text), text);
		if (!date_guess(start, &first) || !date_guess(end + strlen(between[i]), &last))
			continue;
		period->first = first.year * 12 + first.month - 1;
		period->last = last.year * 12 + last.month - 1;
		return is_possible(period);
	}
	return false;
}

/* What stands between two months and means nothing more; 0 where that is nothing. */
static size_t length_between(const char *text)
{
	static const char *const words[] = {"to ", "and ", "–"};
	if (text[0] != '\0' && strchr(" ,/-&.", text[0]) != NULL)
		return 1;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t at = 0;
		while (words[i][at] != '\0' && text_lower(text[at]) == words[i][at])
			at++;
		if (words[i][at] == '\0')
			return at;
	}
	return 0;
}

/* Reads the month's name or the number of up to four digits at TEXT; returns its length. */
static size_t read_part(const char *text, int *part)
{
	size_t length = 0;
	for (*part = 0; length < 4 && text[length] >= '0' && text[length] <= '9'; length++)
		*part = *part * 10 + (text[length] - '0');
	if (length != 0)
		return length;
	while (text_lower(text[length]) >= 'a' && text_lower(text[length]) <= 'z')
		length++;
	*part = date_month_named(text, length);
	return length;
}

/* One month or two, and the year of both or of each. */
static bool guess_from_months(const char *text, struct period *period)
{
	int months[2], years[2];
	size_t month_count = 0, year_count = 0;
	while (*text != '\0') {
		int part;
		size_t length = length_between(text);
		if (length == 0) {
			length = read_part(text, &part);
			if (part >= 1 && part <= 12 && month_count < 2)
				months[month_count++] = part;
			else if (part >= DATE_FIRST_YEAR && part <= DATE_LAST_YEAR &&
			         year_count < 2)
				years[year_count++] = part;
			else
				return false;
		}
		text += length;
	}
	if (month_count == 0 || year_count == 0 || year_count > month_count)
		return false;
	period->first = years[0] * 12 + months[0] - 1;
	period->last = years[year_count - 1] * 12 + months[month_count - 1] - 1;
	return is_possible(period);
}

bool period_guess(const char *text, struct period *period)
{
	return guess_from_days(text, period) || guess_from_months(text, period);
}

int period_compare(struct period a, struct period b)
{
	return a.last != b.last ? a.last - b.last : a.first - b.first;
}

bool period_equal(struct period a, struct period b)
{
	return a.first == b.first && a.last == b.last;
}

bool period_overlaps(struct period a, struct period b)
{
	return a.first <= b.last && b.first <= a.last;
}

char *period_iso(struct period period, char text[PERIOD_TEXT_SIZE])
{
	int length = snprintf(text, PERIOD_TEXT_SIZE, "%04d-%02d", period.first / 12,
	                      period.first % 12 + 1);
	if (period.last != period.first)
		snprintf(text + length, PERIOD_TEXT_SIZE - (size_t)length, "/%04d-%02d",
		         period.last / 12, period.last % 12 + 1);
	return text;
}

/* "A", "A<between>B" or, across a year's end, "A year<between>B", with the last year behind. */
static char *write_named(struct period period, const char *(*name)(int), const char *between,
                         char text[PERIOD_TEXT_SIZE])
{
	const char *first = name(period.first % 12 + 1), *last = name(period.last % 12 + 1);
	int year = period.first / 12, last_year = period.last / 12;
	if (period.first == period.last)
		snprintf(text, PERIOD_TEXT_SIZE, "%s %d", last, last_year);
	else if (year == last_year)
		snprintf(text, PERIOD_TEXT_SIZE, "%s%s%s %d", first, between, last, last_year);
	else
		snprintf(text, PERIOD_TEXT_SIZE, "%s %d%s%s %d", first, year, between, last,
		         last_year);
	return text;
}

char *period_words(struct period period, char text[PERIOD_TEXT_SIZE])
{
	return write_named(period, date_month_name, " to ", text);
}

char *period_short(struct period period, char text[PERIOD_TEXT_SIZE])
{
	return write_named(period, date_month_short, "–", text);
}
