/*
 * Needles: texts that must not be found, and a search that knows them in any escape.
 *
 * Texts are compared as words: capitals, blanks and punctuation do not count, nor does how a
 * character is escaped for HTML, JSON, an address or CSV, once or more often, and in a page
 * neither what tags stand between. A text of more than NEEDLE_WORDS words is as many needles
 * as it has runs of so many, so that a part of it is found too. A search costs in proportion
 * to what is searched, however many needles there are.
 */
#ifndef SITE_NEEDLES_H
#define SITE_NEEDLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	NEEDLE_WORDS = 8,
	NEEDLE_SHORTEST = 3, /* bytes of a needle of one word */
};

struct needle {
	uint64_t hash;
	const char *source; /* whose text it is; not owned */
	const char *found;  /* the first place where it was found, or NULL; not owned */
	bool known;         /* it says nothing: it stands elsewhere too */
};

struct needles {
	struct needle *rows; /* by hash; room is 0 or a power of two */
	size_t count, room;
	uint64_t last[1024]; /* a bit for each word with which one ends, or of the same bits */
};

void needles_release(struct needles *needles);

/* Adds the sentences of a text that have at least FEWEST words. */
void needles_add(struct needles *needles, const char *source, const char *text, size_t length,
                 size_t fewest);

/* Calls VISIT for each needle in the bytes. TAGS: what stands in <> is passed over. */
void needles_search(struct needles *needles, const char *bytes, size_t length, bool tags,
                    void (*visit)(struct needle *needle, void *context), void *context);

#endif
