/*
 * What a chapter says: the sentences of its body, its headings, and the texts of its front
 * matter, one after the other.
 */
#ifndef CANDOUR_SPOKEN_H
#define CANDOUR_SPOKEN_H

#include "candour/doubt.h"

enum spoken_type {
	SPOKEN_BODY,
	SPOKEN_HEADING,
	SPOKEN_TEXT, /* a field that is written as a sentence: a risk, a reason, a title */
	SPOKEN_POST, /* a field that names somebody */
};

struct spoken {
	enum spoken_type type;
	const struct sentence *sentence;
	const char *field;  /* its name; NULL: it stands in the body */
	struct place place; /* of a heading or a field; of a sentence see spoken_place() */
};

struct spoken_list {
	struct spoken *items;
	size_t count, room;
};

/* How much of one document is looked at: nobody writes more, and time is bounded. */
enum { SPOKEN_MOST = 5000 };

/* Body first, then headings, then the front matter; read once, and the story's. */
const struct spoken_list *chapter_spoken(const struct chapter *chapter);

/* The names in fields alone. */
void spoken_read_posts(const struct chapter *chapter, struct arena *arena,
                       struct spoken_list *list);

/* Where word number WORD stands. */
struct place spoken_place(const struct chapter *chapter, const struct spoken *spoken, size_t word);

#endif
