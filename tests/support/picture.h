/*
 * Reading a picture back: its texts with the room that they take, and its lines.
 */
#ifndef SUPPORT_PICTURE_H
#define SUPPORT_PICTURE_H

#include <stdbool.h>

#include "support/testing.h"

/* The room of one text. */
struct label {
	char text[256]; /* as a reader sees it, cut */
	int left, right, top, foot;
};

struct picture {
	int width, height;
	struct label *labels;
	size_t count;
};

/* Reads the first `<svg>` of MARKUP; fails the test where there is none. */
struct picture picture_read(const char *markup);
void picture_release(struct picture *picture);

/* Fails unless each text is inside the picture and none covers another. */
void assert_readable(const char *markup, const char *name);

/* How many texts of the picture are TEXT. */
size_t picture_says(const char *markup, const char *text);

/* How often FIND stands in TEXT. */
size_t picture_counts(const char *text, const char *find);

#endif
