/*
 * Placeholders: what a body asks for that only the record can say.
 *
 * `<!-- ragtrail: sentence -->`, alone in a block at the top of a body, stands for something
 * that is computed where the body is shown. Markdown elsewhere shows nothing in its place.
 */
#ifndef DOCUMENT_PLACEHOLDER_H
#define DOCUMENT_PLACEHOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "document/value.h"

enum placeholder_type {
	PLACEHOLDER_SENTENCE,
	PLACEHOLDER_STATUS_TABLE,
	PLACEHOLDER_STREAKS,
	PLACEHOLDER_MILESTONES,
	PLACEHOLDER_SLIPS,
	PLACEHOLDER_COUNT,
	PLACEHOLDER_UNKNOWN = PLACEHOLDER_COUNT,
};

struct placeholder_row {
	const char *name, *help; /* a line: what stands there then */
};

extern const struct placeholder_row placeholder_rows[PLACEHOLDER_COUNT];

/* One of a body. */
struct placeholder {
	const char *name; /* as it was written */
	enum placeholder_type type;
	struct place place;
};

/*
 * True where the HTML is one comment and that a placeholder: sets *NAME to what it is called,
 * and *LENGTH. It points into the HTML.
 */
bool placeholder_find(const char *html, const char **name, size_t *length);

enum placeholder_type placeholder_type(const char *name, size_t length);

/* The name that was meant, or NULL. */
const char *placeholder_meant(const char *name);

#endif
