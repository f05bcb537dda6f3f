/*
 * What a field holds once it is read: the text as written, where it stands, and
 * what the text means.
 *
 * Plain scalars stay text: `no`, `2023-08` and `2023-09-30` are never turned into
 * anything by the YAML reader; the field's own type reads them. All memory belongs
 * to the document's arena.
 */
#ifndef DOCUMENT_VALUE_H
#define DOCUMENT_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "document/period.h"

/* A place in a file; line and column count from 1, columns in characters. */
struct place {
	int line, column;
};

struct value {
	const char *text;   /* NULL when not given, or given and empty */
	struct place place; /* line 0 when the field does not appear at all */
	bool valid;         /* the text means what its type asks; `as` may be read */
	union {
		struct date date;
		struct period period;
		int number;
		bool flag;
		size_t word; /* index into the field's words */
	} as;
};

/* Items of one type side by side: struct value, or the struct of a shape. */
struct list {
	void *items;
	size_t count;
	struct place place; /* line 0 when the field does not appear at all */
};

#define LIST_OF(type, list) ((const type *)(list).items)

/* A field whose names the writer chooses (`severity: {rule: off}`). */
struct pair {
	struct value key, value;
};

#endif
