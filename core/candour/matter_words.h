/*
 * The words of a sentence that dates an event, one by one, and those that two such sentences
 * share: what matter.h compares.
 */
#ifndef CANDOUR_MATTER_WORDS_H
#define CANDOUR_MATTER_WORDS_H

#include "candour/event.h"

/* Words of one sentence: FIRST, and those behind it up to END. */
struct matter_run {
	size_t first, end;
};

/* No sentence is compared further. */
enum { MATTER_WORDS = 80 };

/* With which a matter can go on: "the pay policy for schools". Ends with NULL. */
extern const char *const matter_joints[];

const struct word *matter_word(const struct event *event, size_t word);

/* True where the word belongs to the committee's name. */
bool matter_is_named(const struct event *event, size_t word);

/* A word that means nothing by itself, such as "the", "was" and "gave". */
bool matter_is_light(const char *text);

/* "26", "July", "Monday". */
bool matter_is_date(const struct word *word);

/* True for a word that says what something is. */
bool matter_means(const struct event *event, size_t word);

/* What no matter goes across: a mark, the committee's name, what it did. */
bool matter_is_wall(const struct event *event, size_t word);

/* The run of words in both sentences that means most: in that of A, and in that of B. */
void matter_find_shared(const struct event *a, const struct event *b, struct matter_run *one,
                        struct matter_run *other);

#endif
