#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char *const month_names[12] = {
	"January", "February", "March",     "April",   "May",      "June",
	"July",    "August",   "September", "October", "November", "December",
};

static const char *const month_shorts[12] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Reads up to MOST digits; returns how many there were. */
static size_t read_digits(const char *text, size_t most, int *number)
{
	size_t count = 0;
	*number = 0;
	while (count < most && is_digit(text[count])) {
		*number = *number * 10 + (text[count] - '0');
		count++;
	}
	return count;
}

bool date_exists(int year, int month, int day)
{
	static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (year < DATE_FIRST_YEAR || year > DATE_LAST_YEAR || month < 1 || month > 12 || day < 1)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool date_parse(const char *text, struct date *date)
{
	int year, month, day;
	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	if (read_digits(text, 4, &year) != 4 || read_digits(text + 5, 2, &month) != 2 ||
	    read_digits(text + 8, 2, &day) != 2 || !date_exists(year, month, day))
		return false;
	*date = (struct date){year, month, day};
	return true;
}

int date_month_named(const char *word, size_t length)
{
	if (length < 3)
		return 0;
	for (int month = 1; month <= 12; month++) {
		const char *name = month_names[month - 1];
		size_t i = 0;
		while (i < length && text_lower(word[i]) == text_lower(name[i]))
			i++;
		if (i == length)
			return month;
	}
	return 0;
}

static bool is_letter(char byte)
{
	byte = text_lower(byte);
	return byte >= 'a' && byte <= 'z';
}

/* What stands behind a day's number: "30th", "30th of September". */
static bool is_ending(const char *word, size_t length)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "of"};
	for (size_t i = 0; length == 2 && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (text_lower(word[0]) == endings[i][0] && text_lower(word[1]) == endings[i][1])
			return true;
	return false;
}

static bool is_weekday(const char *word, size_t length)
{
	static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
	                                   "friday", "saturday", "sunday"};
	for (size_t i = 0; length >= 3 && i < sizeof(days) / sizeof(days[0]); i++) {
		size_t same = 0;
		while (same < length && text_lower(word[same]) == days[i][same])
			same++;
		if (same == length)
			return true;
	}
	return false;
}

bool date_guess(const char *text, struct date *date)
{
	int numbers[3], count = 0, month = 0;
	size_t digits[3];
	for (const char *at = text; *at != '\0';) {
		if (is_digit(*at)) {
			if (count == 3)
				return false;
			digits[count] = read_digits(at, 5, &numbers[count]);
			at += digits[count++];
		} else if (is_letter(*at)) {
			size_t length = 0;
			while (is_letter(at[length]))
				length++;
			int named = date_month_named(at, length);
			if (named != 0 && month != 0)
				return false;
			if (named != 0)
				month = named;
			else if (!(is_ending(at, length) && count > 0) && !is_weekday(at, length))
				return false;
			at += length;
		} else if (strchr(" ,./-", *at) != NULL) {
			at++;
		} else {
			return false;
		}
	}
	if (count != (month == 0 ? 3 : 2))
		return false;
	bool year_first = digits[0] == 4;
	int year = year_first ? numbers[0] : numbers[count - 1];
	int day = year_first ? numbers[count - 1] : numbers[0];
	if (month == 0)
		month = numbers[1];
	if (!year_first && digits[count - 1] == 2)
		year += 2000;
	if (!date_exists(year, month, day))
		return false;
	*date = (struct date){year, month, day};
	return true;
}

/* Civil date to day number: years start in March so that leap days come last. */
int date_days(struct date date)
{
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int era = (year >= 0 ? year : year - 399) / 400;
	int year_of_era = year - era * 400;
	int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static struct date date_of_day(int64_t days)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int day_of_era = (int)(days - era * 146097);
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted = (5 * day_of_year + 2) / 153;
	int month = shifted < 10 ? shifted + 3 : shifted - 9;
	int year = year_of_era + (int)era * 400 + (month <= 2 ? 1 : 0);
	return (struct date){year, month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

/* Commit times are anybody's word: keep them within what can be printed. */
static int64_t clamp_time(int64_t seconds)
{
	int64_t first = (int64_t)date_days((struct date){DATE_FIRST_YEAR, 1, 1}) * 86400;
	int64_t last = (int64_t)date_days((struct date){DATE_LAST_YEAR, 12, 31}) * 86400 + 86399;
	return seconds < first ? first : seconds > last ? last : seconds;
}

static int64_t whole_days(int64_t seconds)
{
	return (seconds >= 0 ? seconds : seconds - 86399) / 86400;
}

struct date date_from_time(int64_t seconds)
{
	return date_of_day(whole_days(clamp_time(seconds)));
}

/* The last COUNT digits of a number. Exports write dates by the hundred thousand. */
static void write_digits(char *at, int number, int count)
{
	while (count-- > 0) {
		at[count] = (char)('0' + number % 10);
		number /= 10;
	}
}

char *date_iso(struct date date, char text[DATE_TEXT_SIZE])
{
	write_digits(text, date.year, 4);
	text[4] = '-';
	write_digits(text + 5, date.month, 2);
	text[7] = '-';
	write_digits(text + 8, date.day, 2);
	text[10] = '\0';
	return text;
}

char *date_words(struct date date, char text[DATE_TEXT_SIZE])
{
	snprintf(text, DATE_TEXT_SIZE, "%d %s %d", date.day, date_month_name(date.month),
	         date.year);
	return text;
}

char *date_short(struct date date, char text[DATE_TEXT_SIZE])
{
	snprintf(text, DATE_TEXT_SIZE, "%d %s %d", date.day, date_month_short(date.month),
	         date.year);
	return text;
}

const char *date_month_name(int month)
{
	return month_names[month - 1];
}

const char *date_month_short(int month)
{
	return month_shorts[month - 1];
}

char *date_time_iso(int64_t seconds, char text[DATE_TEXT_SIZE])
{
	seconds = clamp_time(seconds);
	struct date date = date_from_time(seconds);
	int rest = (int)(seconds - whole_days(seconds) * 86400);
	date_iso(date, text);
	text[10] = 'T';
	write_digits(text + 11, rest / 3600, 2);
	text[13] = ':';
	write_digits(text + 14, rest / 60 % 60, 2);
	text[16] = ':';
	write_digits(text + 17, rest % 60, 2);
	memcpy(text + 19, "Z", 2);
	return text;
}
