/*
 * Titles in quotation marks: one thing that a document calls by two names.
 */
#ifndef CANDOUR_TITLED_H
#define CANDOUR_TITLED_H

#include "candour/doubt.h"

/* Doubts a title of three words and more that is nearly one above it in the document. */
void ask_titles(const struct question *question);

#endif
