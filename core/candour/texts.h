/*
 * Texts: what stands in the fields of a document, one by one, whatever the field.
 *
 * For rules that ask of any text whether it is finished. The fields come from the shape of
 * the document's kind, so that a new field is asked about too. What answers a finding
 * (`explained:`) is not among them: it may name what it answers.
 */
#ifndef CANDOUR_TEXTS_H
#define CANDOUR_TEXTS_H

#include "document/document.h"

struct field_text {
	const char *text; /* never NULL */
	struct place place;
	const struct field *field;
	const struct field *list; /* of records, in an item of which it stands; or NULL */
};

struct field_texts {
	struct field_text *items;
	size_t count, room;
};

/* The texts of all fields and lists of texts; they live in the arena. */
void field_texts_read(const struct document *document, struct arena *arena,
                      struct field_texts *texts);

#endif
