/*
 * Tidying: a document's text with those slips mended that have one right answer.
 *
 * Line ends, the byte order mark, a last line without an end; in front matter spaces of
 * other kinds, blanks at a line's end, a space missing behind a name, the spelling of the
 * rating, dates with one reading, the order of the fields; in the text spaces of other
 * kinds, where that changes nothing else. What is read is the same before and after: where
 * that cannot be shown, the document is left alone.
 */
#ifndef DOCUMENT_TIDY_H
#define DOCUMENT_TIDY_H

#include <stddef.h>

#include "base/buf.h"
#include "document/scale.h"

enum tidied {
	TIDY_ALREADY,
	TIDY_CHANGED,
	TIDY_LEFT, /* it cannot be read, or not without a change of meaning */
};

/*
 * Puts the tidy text of LENGTH bytes at BYTES into TIDY. SCALE is the plan's, or NULL
 * where it is not known: then the rating stays as it is spelled. For TIDY_LEFT, TIDY is
 * empty and WHY says why, on one line of visible text.
 */
enum tidied tidy_document(const char *bytes, size_t length, const struct scale *scale,
                          struct buf *tidy, struct buf *why);

#endif
