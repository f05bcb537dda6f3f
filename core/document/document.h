/*
 * A document: one Markdown file with front matter, read.
 *
 * The front door of this room. It knows no git and no other document: bytes in,
 * values, sections and faults out. Reading never fails; a file that cannot be
 * read is a document with faults and no fields.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "document/actions.h"
#include "document/body.h"
#include "document/closedown.h"
#include "document/kinds.h"
#include "document/observation.h"
#include "document/paper.h"
#include "document/update.h"

struct document {
	const char *path;        /* from the repository's top */
	const struct kind *kind; /* NULL when the front matter could not be read */
	const char *bytes;       /* as they were read; NULL when there were too many */
	size_t length;
	struct body body;
	struct faults faults;
	/* The fields, one of these by kind; NULL for every other. */
	struct plan *plan;
	struct update *update;
	struct overview *overview;
	struct observation *observation;
	struct closedown *closedown;
	struct actions *actions;
	struct paper *paper;
	struct arena arena; /* owns all of the above and the document itself */
};

/* How much of a document is asked for. */
enum document_part {
	DOCUMENT_FIELDS, /* the front matter: all that a record needs, and much faster */
	DOCUMENT_WHOLE,  /* the body's sections too */
};

/*
 * Reads LENGTH bytes as the document at PATH; both are copied. Never NULL.
 * Release with document_free().
 */
struct document *document_read(const char *path, const char *bytes, size_t length,
                               enum document_part part)
	__attribute__((returns_nonnull, warn_unused_result));

/*
 * A document of which no more is known than what it is about: a workstream (NULL: it is an
 * overview) and a period. Release it as one that was read.
 */
struct document *document_presume(const char *path, const char *workstream, struct period period)
	__attribute__((returns_nonnull, warn_unused_result));

/* DOCUMENT may be NULL. */
void document_free(struct document *document);

/*
 * The line with this number, from 1, without its end and without a byte order mark: sets
 * *LENGTH. NULL where there is none, and in a file that was too large to be kept.
 */
const char *document_line(const struct document *document, int line, size_t *length);

/* The struct that the kind's shape describes, or NULL. */
const void *document_fields(const struct document *document);

/* What every kind has, or NULL. */
const struct common *document_common(const struct document *document);

/* The id of a kind that has one of its own (no plan, update or overview), or NULL. */
const char *document_id(const struct document *document);

/* True for `draft: true`. */
bool document_is_draft(const struct document *document);

/* True for a flag that keeps something back: `true`, or a word that is no flag, as `yes`. */
bool exempt_is_set(const struct value *exempt);

/* True for `exempt: true`: it is kept back from the public. */
bool document_is_exempt(const struct document *document);

/* True for a document taken from a paper that gives only part (`imported:`). */
bool document_is_imported(const struct document *document);

#endif
