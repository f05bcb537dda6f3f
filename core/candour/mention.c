#include "candour/mention.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_PART = 10, MIDDLE_PART = 20, LONGEST_MONTH = 31, NEAR_YEARS = 1 };

/* A month's name, and one that is nothing else in English: "may" and "march" are words too. */
static int month_of(const struct word *word)
{
	if (word->type != WORD_LETTERS || strchr("jfmasond", word->text[0]) == NULL)
		return 0;
	int month = date_month_named(word->text, strlen(word->text));
	if (month == 0)
		return 0;
	bool common = strcmp(word->text, "may") == 0 || strcmp(word->text, "march") == 0 ||
	              strcmp(word->text, "mar") == 0 || strcmp(word->text, "sep") == 0;
	return word->capital || (!common && strlen(word->text) > 3) ? month : 0;
}

static int year_of(const struct sentence *sentence, size_t word)
{
	if (word >= sentence->count || sentence->words[word].type != WORD_FIGURES)
		return 0;
	int number = sentence->words[word].number;
	bool full = sentence->words[word].length == 4;
	return full && number >= DATE_FIRST_YEAR && number <= DATE_LAST_YEAR ? number : 0;
}

/* The day of a month in figures or as an ordinal ("26", "26th"), or 0. */
static int day_of_month(const struct sentence *sentence, size_t word)
{
	if (word >= sentence->count)
		return 0;
	const struct word *found = &sentence->words[word];
	bool figures =
		found->type == WORD_FIGURES || (found->text[0] >= '0' && found->text[0] <= '9');
	return figures && found->length <= 4 && found->number >= 1 && found->number <= LONGEST_MONTH
	               ? found->number
	               : 0;
}

/* The same behind the month's name: an ordinal, or figures that a comma and a year follow. */
static int day_behind(const struct sentence *sentence, size_t word)
{
	int day = day_of_month(sentence, word);
	bool figures = day != 0 && sentence->words[word].type == WORD_FIGURES;
	bool dated = word + 1 < sentence->count && sentence_says(sentence, word + 1, ",") &&
	             year_of(sentence, word + 2) != 0;
	return figures && !dated ? 0 : day;
}

static struct date last_of(int year, int month)
{
	struct date day = {year, month, LONGEST_MONTH};
	while (!date_exists(year, month, day.day))
		day.day--;
	return day;
}

/* The year that brings the month nearest to NEAR. */
static int nearest_year(int month, struct date near)
{
	int best = near.year, least = -1;
	for (int year = near.year - NEAR_YEARS; year <= near.year + NEAR_YEARS; year++) {
		int months = abs((year - near.year) * 12 + month - near.month);
		if (least < 0 || months < least) {
			least = months;
			best = year;
		}
	}
	return best;
}

static bool says_at(const struct sentence *sentence, size_t word, const char *phrase)
{
	return word < sentence->count && sentence_says(sentence, word, phrase);
}

/* Sets the days that are meant to those of the month from FIRST to LAST. */
static void cut(struct mention *mention, int first, int last)
{
	int length = mention->last.day;
	mention->first.day = first < length ? first : length;
	mention->last.day = last < length ? last : length;
}

/*
 * Narrows a month by the words before it, from number FROM on: "mid September", "early May",
 * "end of March".
 */
static void narrow(const struct sentence *sentence, size_t from, struct mention *mention)
{
	static const struct {
		const char *phrase;
		int first, last;
	} parts[] = {
		{"early", 1, FIRST_PART},
		{"beginning of", 1, FIRST_PART},
		{"start of", 1, FIRST_PART},
		{"mid", FIRST_PART, MIDDLE_PART},
		{"mid -", FIRST_PART, MIDDLE_PART},
		{"middle of", FIRST_PART, MIDDLE_PART},
		{"late", MIDDLE_PART, LONGEST_MONTH},
		{"end of", LONGEST_MONTH, LONGEST_MONTH},
		{"end", LONGEST_MONTH, LONGEST_MONTH},
	};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		size_t words = 1 + (strchr(parts[i].phrase, ' ') != NULL ? 1 : 0);
		if (mention->word < from + words ||
		    !sentence_says(sentence, mention->word - words, parts[i].phrase))
			continue;
		cut(mention, parts[i].first, parts[i].last);
		mention->word -= words;
		mention->count += words;
		return;
	}
}

/* "2023-08-31", "31/03/2024", "31.03.2024": figures with marks between. */
static bool read_figures(const struct sentence *sentence, size_t word, struct mention *mention)
{
	const struct word *words = sentence->words + word;
	if (word + 5 > sentence->count)
		return false;
	for (size_t i = 0; i < 5; i++)
		if ((words[i].type == WORD_FIGURES) != (i % 2 == 0) ||
		    (i > 0 && words[i].at != words[i - 1].at + words[i - 1].length))
			return false;
	bool iso = words[0].length == 4;
	if (strcmp(words[1].text, words[3].text) != 0 || strchr("-/.", words[1].text[0]) == NULL ||
	    (words[1].text[0] == '.' && !iso && words[4].length != 4)) /* "section 4.3.12" */
		return false;
	int year = iso ? words[0].number : words[4].number, month = words[2].number;
	int day = iso ? words[4].number : words[0].number;
	if (!iso && words[4].length == 2)
		year += 2000;
	if (!date_exists(year, month, day))
		return false;
	struct date found = {year, month, day};
	*mention = (struct mention){found, found, true, true, word, 5};
	return true;
}

/* "mid-september", "end-march": one word, whose second half is the month. */
static int month_inside(const struct word *word, int *first, int *last)
{
	static const struct {
		const char *text;
		int first, last;
	} parts[] = {
		{"early-", 1, FIRST_PART},
		{"mid-", FIRST_PART, MIDDLE_PART},
		{"late-", MIDDLE_PART, LONGEST_MONTH},
		{"end-", LONGEST_MONTH, LONGEST_MONTH},
	};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		size_t length = strlen(parts[i].text);
		if (word->text[0] != parts[i].text[0] || word->type != WORD_LETTERS ||
		    strncmp(word->text, parts[i].text, length) != 0)
			continue;
		*first = parts[i].first;
		*last = parts[i].last;
		return date_month_named(word->text + length, strlen(word->text + length));
	}
	return 0;
}

/* A date as it is read, in the words from number FIRST to NEXT. */
struct reading {
	int year, month, day; /* year and day 0: not said */
	size_t first, next;
};

/* The day before the month at WORD or behind it, no earlier than at FROM, and the year. */
static void read_around(const struct sentence *sentence, size_t from, size_t word,
                        struct reading *reading)
{
	if (word >= from + 1 && (reading->day = day_of_month(sentence, word - 1)) != 0)
		reading->first = word - 1;
	else if (word >= from + 2 && sentence_says(sentence, word - 1, "of") &&
	         (reading->day = day_of_month(sentence, word - 2)) != 0)
		reading->first = word - 2;
	else if ((reading->day = day_behind(sentence, word + 1)) != 0)
		reading->next++;
	size_t comma = reading->day != 0 && says_at(sentence, reading->next, ",") ? 1 : 0;
	size_t dot = says_at(sentence, reading->next, ".") ? 1 : 0; /* "Sept. 2023" */
	reading->year = year_of(sentence, reading->next + comma + dot);
	if (reading->year != 0)
		reading->next += 1 + comma + dot;
}

/* A month that is a common word, at the start of a sentence and alone, may be none. */
static bool may_be_none(const struct sentence *sentence, const struct reading *reading)
{
	const char *text = sentence->words[0].text;
	return reading->first == 0 && reading->year == 0 && reading->day == 0 &&
	       (strcmp(text, "may") == 0 || strcmp(text, "march") == 0);
}

/* What begins with the month at WORD, with a day before or behind it and a year. */
static bool read_month(const struct sentence *sentence, size_t from, size_t word, struct date near,
                       struct mention *mention)
{
	int first = 0, last = 0;
	struct reading reading = {.first = word, .next = word + 1};
	int inside = month_inside(&sentence->words[word], &first, &last);
	reading.month = inside != 0 ? inside : month_of(&sentence->words[word]);
	if (reading.month == 0)
		return false;
	read_around(sentence, from, word, &reading);
	if (may_be_none(sentence, &reading) || (reading.year == 0 && near.year == 0))
		return false;
	int year = reading.year != 0 ? reading.year : nearest_year(reading.month, near);
	/* "32 July": the figures are something else's. */
	if (reading.day != 0 && !date_exists(year, reading.month, reading.day)) {
		reading.first = word > reading.first ? word : reading.first;
		reading.day = 0;
	}
	if (year < DATE_FIRST_YEAR || year > DATE_LAST_YEAR)
		return false;
	struct date day = {year, reading.month, reading.day};
	*mention = (struct mention){
		.first = {year, reading.month, reading.day != 0 ? reading.day : 1},
		.last = reading.day != 0 ? day : last_of(year, reading.month),
		.day = reading.day != 0,
		.year = reading.year != 0,
		.word = reading.first,
		.count = reading.next - reading.first,
	};
	if (reading.day == 0 && inside != 0)
		cut(mention, first, last);
	else if (reading.day == 0)
		narrow(sentence, from, mention);
	return true;
}

/* True where only what joins dates stands between the two mentions. */
static bool leads_to(const struct sentence *sentence, const struct mention *mention,
                     const struct mention *next)
{
	static const char *const joints[] = {"/", "-", ",", "and", "or", "to", "until", "&"};
	size_t word = mention->word + mention->count;
	for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++)
		if (next->word == word + 1 && says_at(sentence, word, joints[i]))
			return true;
	return false;
}

/* Puts the mention into the year that brings it before the next one, which has a year. */
static void take_year(struct mention *mention, const struct mention *next)
{
	int year = next->first.year - (mention->first.month > next->first.month ? 1 : 0);
	if (year < DATE_FIRST_YEAR || !date_exists(year, mention->first.month, mention->first.day))
		return;
	int length = last_of(mention->last.year, mention->last.month).day;
	mention->first.year = mention->last.year = year;
	if (!mention->day && mention->last.day == length)
		mention->last = last_of(year, mention->last.month);
	mention->year = true;
}

void mentions_read(const struct sentence *sentence, struct date near, struct arena *arena,
                   struct mentions *mentions)
{
	*mentions = (struct mentions){0};
	size_t from = 0;
	for (size_t word = 0; word < sentence->count;) {
		struct mention mention;
		if (!read_figures(sentence, word, &mention) &&
		    !read_month(sentence, from, word, near, &mention)) {
			word++;
			continue;
		}
		mentions->items = arena_grow(arena, mentions->items, mentions->count,
		                             &mentions->room, sizeof(*mentions->items));
		mentions->items[mentions->count++] = mention;
		word = from = mention.word + mention.count;
	}
	for (size_t i = mentions->count; i-- > 1;)
		if (mentions->items[i].year && !mentions->items[i - 1].year &&
		    leads_to(sentence, &mentions->items[i - 1], &mentions->items[i]))
			take_year(&mentions->items[i - 1], &mentions->items[i]);
}

char *mention_words(const struct mention *mention, char text[DATE_TEXT_SIZE])
{
	if (mention->day)
		return date_words(mention->first, text);
	char day[DATE_TEXT_SIZE];
	date_words(mention->first, day);
	/* A month, without its day. */
	snprintf(text, DATE_TEXT_SIZE, "%s", strchr(day, ' ') + 1);
	return text;
}
