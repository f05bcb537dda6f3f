#include "candour/mention.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_PART = 10, MIDDLE_PART = 20, LONGEST_MONTH = 31, NEAR_YEARS = 1 };

/* A month's name, and one that is nothing else in English: "may" and "march" are words too. */
static int month_of(const struct word *word)
{
	if (word->type != WORD_LETTERS)
		return 0;
	int month = date_month_named(word->text, strlen(word->text));
	bool common = strcmp(word->text, "may") == 0 || strcmp(word->text, "march") == 0 ||
	              strcmp(word->text, "mar") == 0 || strcmp(word->text, "sep") == 0;
	return month != 0 && (word->capital || (!common && strlen(word->text) > 3)) ? month : 0;
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

/* Narrows a month by the word before it: "mid-September", "early May", "end of March". */
static void narrow(const struct sentence *sentence, struct mention *mention)
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
		if (mention->word < words ||
		    !sentence_says(sentence, mention->word - words, parts[i].phrase))
			continue;
		if (parts[i].first <= mention->last.day)
			mention->first.day = parts[i].first;
		else
			mention->first.day = mention->last.day;
		if (parts[i].last < mention->last.day)
			mention->last.day = parts[i].last;
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
	if (strcmp(words[1].text, words[3].text) != 0 || strchr("-/.", words[1].text[0]) == NULL)
		return false;
	bool iso = words[0].length == 4;
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

/* "mid-september": one word, whose second half is the month. */
static int month_inside(const struct word *word)
{
	if (word->type != WORD_LETTERS || strncmp(word->text, "mid-", 4) != 0)
		return 0;
	return date_month_named(word->text + 4, strlen(word->text + 4));
}

/* What begins with the month at WORD, with a day before or behind it and a year. */
static bool read_month(const struct sentence *sentence, size_t word, struct date near,
                       struct mention *mention)
{
	int inside = month_inside(&sentence->words[word]);
	int month = inside != 0 ? inside : month_of(&sentence->words[word]), day = 0;
	size_t first = word, next = word + 1;
	if (month == 0)
		return false;
	if (inside == 0 && word >= 1 && (day = day_of_month(sentence, word - 1)) != 0)
		first = word - 1;
	else if (inside == 0 && word >= 2 && sentence_says(sentence, word - 1, "of") &&
	         (day = day_of_month(sentence, word - 2)) != 0)
		first = word - 2;
	else if (inside == 0 && (day = day_of_month(sentence, next)) != 0)
		next += says_at(sentence, next + 1, ",") && year_of(sentence, next + 2) != 0 ? 2
		                                                                             : 1;
	int year = year_of(sentence, next);
	bool written = year != 0;
	next += written ? 1 : 0;
	/* A month that is a common word, at the start of a sentence and alone, may be none. */
	if (!written && day == 0 && word == 0 &&
	    (strcmp(sentence->words[word].text, "may") == 0 ||
	     strcmp(sentence->words[word].text, "march") == 0))
		return false;
	if (!written)
		year = nearest_year(month, near);
	if (year < DATE_FIRST_YEAR || year > DATE_LAST_YEAR ||
	    (day != 0 && !date_exists(year, month, day)))
		return false;
	*mention =
		(struct mention){{year, month, day != 0 ? day : 1},
	                         day != 0 ? (struct date){year, month, day} : last_of(year, month),
	                         day != 0,
	                         written,
	                         first,
	                         next - first};
	if (inside != 0) {
		mention->first.day = FIRST_PART;
		mention->last.day = MIDDLE_PART;
	} else if (day == 0) {
		narrow(sentence, mention);
	}
	return true;
}

void mentions_read(const struct sentence *sentence, struct date near, struct arena *arena,
                   struct mentions *mentions)
{
	*mentions = (struct mentions){0};
	for (size_t word = 0; word < sentence->count;) {
		struct mention mention;
		if (!read_figures(sentence, word, &mention) &&
		    !read_month(sentence, word, near, &mention)) {
			word++;
			continue;
		}
		mentions->items = arena_grow(arena, mentions->items, mentions->count,
		                             &mentions->room, sizeof(*mentions->items));
		mentions->items[mentions->count++] = mention;
		word = mention.word + mention.count;
	}
}

char *mention_words(const struct mention *mention, char text[DATE_TEXT_SIZE])
{
	if (mention->day)
		return date_words(mention->first, text);
	char day[DATE_TEXT_SIZE];
	date_words(mention->first, day);
	/* A month, without its day. */
	strcpy(text, strchr(day, ' ') + 1);
	return text;
}
