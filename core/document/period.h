/*
 * Periods: the whole months that an update speaks of.
 *
 * Written `2023-08` for a month or `2023-07/2023-08` for several (an ISO 8601
 * interval of months). Periods sort by their last month, then by their first.
 */
#ifndef DOCUMENT_PERIOD_H
#define DOCUMENT_PERIOD_H

#include <stdbool.h>

struct period {
	int first, last; /* months since January of year 0, first <= last */
};

enum { PERIOD_TEXT_SIZE = 48, PERIOD_LONGEST = 24 };

/* Reads exactly one of the two forms; at most PERIOD_LONGEST months. */
bool period_parse(const char *text, struct period *period);

/*
 * Understands "August 2023", "Jul-Aug 2023", "2023/08", "1 July 2023 - 31 August
 * 2023": for messages only. PERIOD holds nothing of use where it returns false.
 */
bool period_guess(const char *text, struct period *period);

/* Less than, equal to or greater than 0, in the order of a record. */
int period_compare(struct period a, struct period b);

bool period_equal(struct period a, struct period b);
bool period_overlaps(struct period a, struct period b);

/* "2023-08" or "2023-07/2023-08", as written in a document. Returns TEXT. */
char *period_iso(struct period period, char text[PERIOD_TEXT_SIZE]);

/* "August 2023", "July to August 2023", "December 2023 to January 2024". Returns TEXT. */
char *period_words(struct period period, char text[PERIOD_TEXT_SIZE]);

/* "Aug 2023", "Jul–Aug 2023", "Dec 2023–Jan 2024". Returns TEXT. */
char *period_short(struct period period, char text[PERIOD_TEXT_SIZE]);

#endif
