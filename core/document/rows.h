/*
 * How the rows of a table of fields are written. Constants only: no macro here
 * hides a statement.
 */
#ifndef DOCUMENT_ROWS_H
#define DOCUMENT_ROWS_H

#include <stddef.h>

#include "document/shape.h"

#define FIELD(struct_name, member, field_name, type, need, help)                                   \
	REFERRING(struct_name, member, field_name, type, need, REFERS_NOTHING, help)
#define REFERRING(struct_name, member, field_name, type, need, refers, help)                       \
	{                                                                                          \
		field_name, type, need, offsetof(struct struct_name, member), NULL, NULL, help,    \
			refers                                                                     \
	}
#define RECORDS(struct_name, member, field_name, type, need, shape, help)                          \
	{                                                                                          \
		field_name, type, need, offsetof(struct struct_name, member), shape, NULL, help,   \
			REFERS_NOTHING                                                             \
	}
#define WORDS(struct_name, member, field_name, words, need, help)                                  \
	{                                                                                          \
		field_name, FIELD_WORD, need, offsetof(struct struct_name, member), NULL, words,   \
			help, REFERS_NOTHING                                                       \
	}
#define SHAPE(title, struct_name, fields, base)                                                    \
	{                                                                                          \
		title, fields, sizeof(fields) / sizeof((fields)[0]), sizeof(struct struct_name),   \
			base                                                                       \
	}

#endif
