/*
 * Mentions: the dates that a sentence names.
 *
 * "31 March 2024", "31/03/2024", "2024-03-31", "26th July", "the 26th of July", "July 26th",
 * "July 26, 2023", "March 2024", "end of March 2024", "mid-September", "early May", and each
 * of "September/ October/ November" alone. Without a year it is that of the date that goes on
 * from it ("June to August 2021"), else the one that brings the month nearest to a given day:
 * an update speaks of what is near. "May", "March" and "second" are months or days only where
 * something else says so; "July 26" may be a year or a number of something, and is July.
 */
#ifndef CANDOUR_MENTION_H
#define CANDOUR_MENTION_H

#include "candour/sentence.h"

struct mention {
	struct date first, last; /* the days that it may mean; the same for a day */
	bool day;                /* a day was named, not a month or a part of one */
	bool year;               /* the year was written, here or in the date it leads to */
	size_t word, count;      /* the words that it takes */
};

struct mentions {
	struct mention *items;
	size_t count, room;
};

/* What the sentence names, in its order, seen from the day NEAR. */
void mentions_read(const struct sentence *sentence, struct date near, struct arena *arena,
                   struct mentions *mentions);

/* "26 July 2023", "March 2024", "mid-September 2023" (as "September 2023"). Returns TEXT. */
char *mention_words(const struct mention *mention, char text[DATE_TEXT_SIZE]);

#endif
