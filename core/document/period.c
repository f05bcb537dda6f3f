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

/* Takes the next month name or number out of *TEXT: 1 to 12, a year, or 0 at the end. */
static int next_part(const char **text)
{
	const char *at = *text;
	while (*at != '\0' && strchr(" ,/-&.", *at) != NULL)
		at++;
	int number = 0;
	size_t length = 0;
	while (at[length] >= '0' && at[length] <= '9' && length < 4)
		number = number * 10 + (at[length++] - '0');
	if (length == 0) {
		while (text_lower(at[length]) >= 'a' && text_lower(at[length]) <= 'z')
			length++;
		for (int month = 1; month <= 12 && length >= 3; month++) {
			char name[16], word[16];
			snprintf(name, sizeof(name), "%.*s", (int)length, date_month_name(month));
			snprintf(word, sizeof(word), "%.*s", (int)length, at);
			if (text_equal_folded(name, word))
				number = month;
		}
		if (number == 0 && length != 0)
			number = (length == 3 && strncmp(at, "and", 3) == 0) ||
			                         (length == 2 && strncmp(at, "to", 2) == 0)
			                 ? 0
			                 : -1;
		if (number == 0 && length != 0) {
			*text = at + length;
			return next_part(text);
		}
	}
	if (length == 0 && *at != '\0')
		number = -1;
	*text = at + length;
	return number;
}

bool period_guess(const char *text, struct period *period)
{
	int months[2], count = 0, year = 0;
	for (int part = next_part(&text); part != 0; part = next_part(&text)) {
		if (part >= 1 && part <= 12 && count < 2)
			months[count++] = part;
		else if (part >= DATE_FIRST_YEAR && part <= DATE_LAST_YEAR &&
		         (year == 0 || year == part))
			year = part;
		else
			return false;
	}
	if (count == 0 || year == 0 || (count == 2 && months[1] < months[0]))
		return false;
	period->first = year * 12 + months[0] - 1;
	period->last = year * 12 + months[count - 1] - 1;
	return true;
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
