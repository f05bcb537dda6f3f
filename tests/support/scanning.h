/*
 * What scan_document() must agree on with document_read(), and texts to try it on.
 */
#ifndef SUPPORT_SCANNING_H
#define SUPPORT_SCANNING_H

#include <stdbool.h>

#include "support/sandbox.h"

struct scanning_text {
	const char *name, *text;
};

struct scanning_texts {
	const struct scanning_text *items;
	size_t own;   /* the first ones are the project's own documents, */
	size_t count; /* the others show every way to write a front matter */
};

struct scanning_texts scanning_texts(struct sandbox *sandbox);

/*
 * Scans the bytes and, when they are taken, fails unless document_read() reads the
 * same. Returns whether they were taken.
 */
bool scanning_agrees(const char *bytes, size_t length);

#endif
