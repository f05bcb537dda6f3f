/*
 * The accent: an organisation's colour, behind the white text at the top of its pages.
 */
#ifndef DOCUMENT_ACCENT_H
#define DOCUMENT_ACCENT_H

#include <stdbool.h>

#include "document/fault.h"
#include "document/value.h"

struct accent {
	bool given; /* and white text can be read on it */
	unsigned char red, green, blue;
};

/* The least contrast of text with what is behind it: WCAG 2.2, criterion 1.4.3. */
#define ACCENT_LEAST_CONTRAST 4.5

/* How white text stands out from the colour: from 1 to 21, by the definition of WCAG 2.2. */
double accent_contrast(struct accent accent);

/* The colour with each of its parts PERCENT of what they are: darker, of the same hue. */
struct accent accent_darker(struct accent accent, int percent);

/* Reads `#1a65a6`, none where VALUE has no text. What is no colour, or is too light, is a
 * fault, and gives no accent. */
struct accent accent_read(const struct value *value, struct faults *faults);

#endif
