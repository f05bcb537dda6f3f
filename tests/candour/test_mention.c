#include "support/testing.h"

#include <string.h>

#include "candour/mention.h"
#include "support/sandbox.h"

static const struct date near = {2023, 8, 31};

/* What the text mentions: the days of each, with `y` where the year was written. */
static const char *mentioned(struct arena *arena, const char *text)
{
	struct sentences sentences = {0};
	const char *joined = "";
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++) {
		struct mentions mentions;
		mentions_read(&sentences.items[i], near, arena, &mentions);
		for (size_t k = 0; k < mentions.count; k++) {
			const struct mention *mention = &mentions.items[k];
			char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
			const char *days = date_iso(mention->first, first);
			if (!mention->day)
				days = arena_printf(arena, "%s..%s", first,
				                    date_iso(mention->last, last));
			else
				assert_int_equal(date_days(mention->first),
				                 date_days(mention->last));
			joined = arena_printf(arena, "%s%s%s%s", joined,
			                      joined[0] == '\0' ? "" : " ", days,
			                      mention->year ? "y" : "");
		}
	}
	return joined;
}

static const struct {
	const char *text, *mentions;
} cases[] = {
	/* Days. */
	{"It is due on 31 March 2024.", "2024-03-31y"},
	{"It is due on 31st March, 2024.", "2024-03-31y"},
	{"It is due on 31/03/2024.", "2024-03-31y"},
	{"It is due on 31.03.2024.", "2024-03-31y"},
	{"It is due on 31/03/24 at last.", "2024-03-31y"},
	{"It is due on 2024-03-31.", "2024-03-31y"},
	{"It met on 26th July.", "2023-07-26"},
	{"It met on the 26th of July.", "2023-07-26"},
	{"It met on July 26th.", "2023-07-26"},
	{"It met on July 26, 2023, and later.", "2023-07-26y"},
	{"It meets on 8 Sept. 2023 again.", "2023-09-08y"},
	{"It meets on 08 September and 20 September.", "2023-09-08 2023-09-20"},
	{"It meets on the 4th and 26th July.", "2023-07-26"},
	{"It ran from 1 July 2023 – 31 August 2023.", "2023-07-01y 2023-08-31y"},
	/* Months, and parts of them. */
	{"It ends in March 2024.", "2024-03-01..2024-03-31y"},
	{"It ends at the end of March 2024.", "2024-03-31..2024-03-31y"},
	{"It ends at the end of February.", "2023-02-28..2023-02-28"},
	{"There is no help until mid-September.", "2023-09-10..2023-09-20"},
	{"There is no help until mid September.", "2023-09-10..2023-09-20"},
	{"It is due early October.", "2023-10-01..2023-10-10"},
	{"It is due in late February.", "2023-02-20..2023-02-28"},
	{"It is due by end-September.", "2023-09-30..2023-09-30"},
	{"It is due in early-September.", "2023-09-01..2023-09-10"},
	{"Directors approve it in September/ October/ November.",
         "2023-09-01..2023-09-30 2023-10-01..2023-10-31 2023-11-01..2023-11-30"},
	{"Work in July and August.", "2023-07-01..2023-07-31 2023-08-01..2023-08-31"},
	{"In July 26 people came.", "2023-07-01..2023-07-31"},
	{"It was in the July report.", "2023-07-01..2023-07-31"},
	/* The year that a row of months ends with is the year of all. */
	{"It is due between September and November 2025.",
         "2025-09-01..2025-09-30y 2025-11-01..2025-11-30y"},
	{"It runs from October to March 2026.", "2025-10-01..2025-10-31y 2026-03-01..2026-03-31y"},
	{"It met on 4 June and 26 July 2021.", "2021-06-04y 2021-07-26y"},
	{"It met in June. It met in July 2021.", "2023-06-01..2023-06-30 2021-07-01..2021-07-31y"},
	/* Without a year it is the nearest. */
	{"It was agreed in January.", "2024-01-01..2024-01-31"},
	{"It was agreed in March.", "2023-03-01..2023-03-31"},
	/* None. */
	{"It ends with the calendar year.", ""},
	{"It ends at the end of the calendar year.", ""},
	{"We may march on. May we? March on!", ""},
	{"It may take a second.", ""},
	{"Section 4.3.12 and version 1.2.03 say so.", ""},
	{"It is 31/04/2024 or 2024-02-30.", ""},
	{"The year 2023/24, or 2023-08, or the first quarter.", ""},
	{"The decision was 26 to 4.", ""},
	{"It was on 32 July.", "2023-07-01..2023-07-31"},
	/* Words that are months where something says so. */
	{"It is due in May.", "2023-05-01..2023-05-31"},
	{"May 2024 is the date.", "2024-05-01..2024-05-31y"},
	{"It met on 4 March.", "2023-03-04"},
	{"By Sep 2023 it is done.", "2023-09-01..2023-09-30y"},
};

static void dates_are_read_as_people_write_them(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *found = mentioned(&sandbox->arena, cases[i].text);
		if (strcmp(found, cases[i].mentions) != 0)
			print_error("%s\n", cases[i].text);
		assert_text(found, cases[i].mentions);
	}
}

static void a_mention_says_what_words_it_takes(void **state)
{
	struct sandbox *sandbox = *state;
	struct sentences sentences = {0};
	struct mentions mentions;
	char text[DATE_TEXT_SIZE];
	sentences_of_text("It is due by the end of March 2024, or 2 June, or mid-July.",
	                  &sandbox->arena, &sentences);
	mentions_read(&sentences.items[0], near, &sandbox->arena, &mentions);
	assert_int_equal(mentions.count, 3);
	assert_int_equal(mentions.items[0].word, 5);
	assert_int_equal(mentions.items[0].count, 4);
	assert_text(mention_words(&mentions.items[0], text), "March 2024");
	assert_int_equal(mentions.items[1].word, 11);
	assert_int_equal(mentions.items[1].count, 2);
	assert_text(mention_words(&mentions.items[1], text), "2 June 2023");
	assert_int_equal(mentions.items[2].word, 15);
	assert_int_equal(mentions.items[2].count, 1);
	assert_text(mention_words(&mentions.items[2], text), "July 2023");
}

/* No word is taken twice, and none of another sentence. */
static void mentions_follow_each_other(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const texts[] = {
		"July 2nd August 3rd September",
		"end of March end of April",
		"2 June 3 July 4 August 2024-03-31 May 2024",
		"mid - mid - September mid-September",
		"1/2/2024/3/2024 July",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct sentences sentences = {0};
		struct mentions mentions;
		size_t from = 0;
		sentences_of_text(texts[i], &sandbox->arena, &sentences);
		assert_case(sentences.count == 1, texts[i]);
		mentions_read(&sentences.items[0], near, &sandbox->arena, &mentions);
		assert_case(mentions.count > 0, texts[i]);
		for (size_t k = 0; k < mentions.count; k++) {
			assert_case(mentions.items[k].word >= from, texts[i]);
			from = mentions.items[k].word + mentions.items[k].count;
			assert_case(from <= sentences.items[0].count, texts[i]);
		}
	}
}

/* Seen from the first and the last year that there are. */
static void no_year_is_out_of_the_calendar(void **state)
{
	struct sandbox *sandbox = *state;
	struct sentences sentences = {0};
	struct mentions mentions;
	sentences_of_text("In December and January.", &sandbox->arena, &sentences);
	mentions_read(&sentences.items[0], (struct date){1900, 1, 1}, &sandbox->arena, &mentions);
	assert_int_equal(mentions.count, 1); /* December 1899 is none */
	mentions_read(&sentences.items[0], (struct date){2199, 12, 31}, &sandbox->arena, &mentions);
	assert_int_equal(mentions.count, 1);
	/* From no day at all nothing can be told of what has no year. */
	mentions_read(&sentences.items[0], (struct date){0, 0, 0}, &sandbox->arena, &mentions);
	assert_int_equal(mentions.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(dates_are_read_as_people_write_them),
		sandbox_test(a_mention_says_what_words_it_takes),
		sandbox_test(mentions_follow_each_other),
		sandbox_test(no_year_is_out_of_the_calendar),
	};
	return cmocka_run_group_tests_name("mentions", tests, NULL, NULL) != 0;
}
