/*
 * Sentences that stand twice in one document.
 */
#ifndef CANDOUR_REPEATED_H
#define CANDOUR_REPEATED_H

#include "candour/doubt.h"

/* Doubts each long sentence that the document has said before, word for word. */
void ask_repeated(const struct question *question);

#endif
