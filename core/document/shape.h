/*
 * Shapes: what the fields of a document, or of an item in one of its lists, are.
 *
 * A shape is a table of fields: name, type, whether it is required, one line of
 * help, and where the value goes in a C struct. Reading, checking, templates and
 * the reference in the manual all come from the same rows, so adding a field is
 * one row and one member of the struct.
 */
#ifndef DOCUMENT_SHAPE_H
#define DOCUMENT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "document/fault.h"
#include "document/front.h"
#include "document/value.h"

enum field_type {
	FIELD_TEXT,    /* struct value */
	FIELD_DATE,    /* struct value, as.date */
	FIELD_PERIOD,  /* struct value, as.period */
	FIELD_RATING,  /* struct value; the plan's scale gives the meaning */
	FIELD_SLUG,    /* struct value; [a-z0-9][a-z0-9-]* */
	FIELD_WORD,    /* struct value, as.word: one of the field's words */
	FIELD_FLAG,    /* struct value, as.flag: true or false */
	FIELD_NUMBER,  /* struct value, as.number: 0 to 9999 */
	FIELD_LIST,    /* struct list of struct value; a single text is a list of one */
	FIELD_RECORDS, /* struct list of the field's shape */
	FIELD_RECORD,  /* the field's shape, in place */
	FIELD_PAIRS,   /* struct list of struct pair; names of the writer's choice */
};

enum need {
	OPTIONAL,
	REQUIRED,
	REQUIRED_UNLESS_IMPORTED, /* not for `imported:`, whose paper gives only part */
};

/* Whose ids a field gives, so that they can be held to it. */
enum refers {
	REFERS_NOTHING,
	/* what the plan lists */
	REFERS_WORKSTREAM,
	REFERS_CONCERN,
	REFERS_DISPOSITION, /* or the usual ones, where the plan lists none */
	REFERS_OBJECTIVE,
	/* what some plan of the same organisation lists */
	REFERS_COMMITTEE,
	REFERS_ORGANISATION,
	/* what the document itself lists */
	REFERS_OUTCOME,
	REFERS_GROUP,
	REFERS_RECOMMENDATION,
};

struct field {
	const char *name;
	enum field_type type;
	enum need need;
	size_t offset;
	const struct shape *shape; /* of FIELD_RECORDS and FIELD_RECORD */
	const char *const *words;  /* of FIELD_WORD; NULL-terminated */
	const char *help;
	enum refers refers; /* of FIELD_SLUG, FIELD_TEXT and FIELD_LIST */
};

struct shape {
	const char *name; /* what one is called in a message: "milestone" */
	const struct field *fields;
	size_t count;
	size_t size;              /* of the struct; its first member is a struct place */
	const struct shape *base; /* further fields at the same offsets, or NULL */
};

/* The field of that name in the shape or its base, or NULL. */
const struct field *shape_field(const struct shape *shape, const char *name);

/* The field number INDEX, the base's fields last; NULL behind the last. */
const struct field *shape_field_at(const struct shape *shape, size_t index);

/* What the struct at RECORD holds for a field of one value or of a list. */
const struct value *field_value(const struct field *field, const void *record);
const struct list *field_list(const struct field *field, const void *record);

/* True when the field has a value (or a list at least one item). */
bool field_present(const struct field *field, const void *record);

/* Where the field stands, or line 0 when it does not appear. */
struct place field_place(const struct field *field, const void *record);

/*
 * Fills the struct at RECORD (zeroed, of the shape's size) from the map. What
 * does not fit is a fault: an unknown name, a wrong type, a date that is none.
 */
void shape_read(const struct shape *shape, const struct node *map, void *record,
                struct faults *faults);

#endif
