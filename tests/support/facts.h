/*
 * Facts: a text, and where it has parts, with ` | ` between, all of them together.
 */
#ifndef SUPPORT_FACTS_H
#define SUPPORT_FACTS_H

#include <jansson.h>
#include <stdbool.h>

#include "support/sandbox.h"

enum { FACT_MOST_PARTS = 8 };

struct fact_parts {
	const char *items[FACT_MOST_PARTS];
	size_t count;
};

struct fact_parts fact_parts(struct sandbox *sandbox, const char *text);

/* The words of an HTML page's main part, with one blank between. */
const char *fact_words(struct sandbox *sandbox, const char *page);

/* All parts stand in the words, near one place of the first; days in either form of the site. */
bool fact_is_shown(const char *words, const struct fact_parts *parts);

/*
 * One record of the JSON says the first part itself, and all of them with the records in it.
 * A record says "key: value", "key: -" for null; a day is looked for as 2023-09-20 too.
 */
bool fact_is_told(struct sandbox *sandbox, const json_t *record, const struct fact_parts *parts);

#endif
