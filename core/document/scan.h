/*
 * A fast look at an update's front matter: a few of its fields, without libyaml.
 *
 * For reading a long history, in which only ratings and dates are wanted. It knows
 * a plain part of YAML, the part that officers write, and gives up on all else: so
 * it must follow the whole front matter, not only the lines that are wanted.
 */
#ifndef DOCUMENT_SCAN_H
#define DOCUMENT_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "document/kinds.h"

/* Points into the bytes. TEXT is NULL when not given, or given and empty. */
struct scan_text {
	const char *text;
	size_t length;
};

struct scan {
	enum kind_id kind; /* KIND_UPDATE or KIND_OVERVIEW */
	struct scan_text workstream, period, rag, sponsor, agreed_completion, forecast_completion;
	struct scan_text correction, raised_by; /* `reason` and `raised_by` of `correction` */
	bool draft;                             /* as document_is_draft() says */
	bool exempt;                            /* of `exempt: true` */
	bool imported;                          /* as document_is_imported() says */
};

/*
 * True when LENGTH bytes at BYTES are plain enough: then document_read() finds the
 * same kind and the same texts in them, and the fields that an overview does not
 * have are empty. False means "read it with document_read()", never that something
 * is wrong; what stands in SCAN is then of no use. A plan is never plain enough.
 */
bool scan_document(const char *bytes, size_t length, struct scan *scan);

#endif
