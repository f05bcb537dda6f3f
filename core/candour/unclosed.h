/*
 * Quotations that are not closed.
 */
#ifndef CANDOUR_UNCLOSED_H
#define CANDOUR_UNCLOSED_H

#include "candour/doubt.h"

/* Doubts a mark that opens a quotation in a passage that closes none behind it. */
void ask_unclosed(const struct question *question);

#endif
