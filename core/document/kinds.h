/*
 * The kinds of document: one row each, with its fields and its sections.
 */
#ifndef DOCUMENT_KINDS_H
#define DOCUMENT_KINDS_H

#include "document/shape.h"

enum kind_id {
	KIND_PLAN,
	KIND_UPDATE,
	KIND_OVERVIEW,
	KIND_OBSERVATION,
	KIND_CLOSEDOWN,
	KIND_ACTIONS,
	KIND_PAPER,
	KIND_COUNT,
};

struct section_row {
	const char *title;
	enum need need;
	const char *help;
};

struct kind {
	enum kind_id id;
	const char *name; /* as `kind:` gives it */
	const char *help;
	const struct shape *shape;
	const struct section_row *sections;
	size_t section_count;
};

/* The kinds, in the order of the manual. */
extern const struct kind kinds[KIND_COUNT];

/* The kind of that name, or NULL. A document that names none is an update. */
const struct kind *kind_named(const char *name);

/* True when some kind, or some record inside it, has a field of this name. */
bool kinds_have_field(const char *name, size_t length);

#endif
