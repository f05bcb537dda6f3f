/*
 * Nouns after figures in Welsh, which has one singular form after every number but changes how
 * it begins: "1 garreg filltir", "2 gyfnod", "3 chwestiwn".
 *
 * What is mutated after figures is what is mutated when the number is read out, as public
 * bodies in Wales write it ("2 flynedd", "6 chais") and as the Welsh data of Unicode's CLDR have
 * it, where 1, 2, 3 and 6 are forms of their own and all other numbers share one. From 11 on a
 * number may be read in two ways ("dau ddeg dau", "dau ar hugain"), and the noun stays as it is:
 * "22 cyfnod". So does one after 0. No phrase counts years, the noun that 5 and others mutate.
 */
#ifndef MARKUP_WELSH_H
#define MARKUP_WELSH_H

#include <stdbool.h>

#include "base/buf.h"

/* Appends the noun, LENGTH bytes in lower case, as it stands after COUNT in figures. */
void welsh_noun(struct buf *text, size_t count, const char *noun, size_t length, bool feminine);

#endif
