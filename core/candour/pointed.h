/*
 * What a sentence points to, each asked of a word: "attached", "the table below".
 */
#ifndef CANDOUR_POINTED_H
#define CANDOUR_POINTED_H

#include "candour/sentence.h"

/* "attached": a paper, and not importance, conditions or somebody who works elsewhere. */
bool pointed_attached(const struct sentence *sentence, size_t word);

/* "We attach the minutes", "I have enclosed a copy", "Attached are the figures". */
bool pointed_we_attach(const struct sentence *sentence, size_t word);

/* "A copy is enclosed", "the appended report": a paper, for a fence encloses too. */
bool pointed_enclosed(const struct sentence *sentence, size_t word);

/* "Appendix A", "see the appendix"; not one of another paper, or one that is yet to come. */
bool pointed_appendix(const struct sentence *sentence, size_t word);

/* "see the link": an address. */
bool pointed_link(const struct sentence *sentence, size_t word);

/* "the table below": something that is no prose. */
bool pointed_below(const struct sentence *sentence, size_t word);

/* "set out below": prose can follow too. */
bool pointed_follows(const struct sentence *sentence, size_t word);

/* "the additional recommendations below": something that is called so. */
bool pointed_named_below(const struct sentence *sentence, size_t word);

#endif
