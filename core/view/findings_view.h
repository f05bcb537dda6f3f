/*
 * Findings as lines of text: `path:line:column: severity: message [rule]`.
 */
#ifndef VIEW_FINDINGS_VIEW_H
#define VIEW_FINDINGS_VIEW_H

#include "base/buf.h"
#include "rules/finding.h"

/* One line a finding; an answered one ends with the answer. */
void findings_as_text(const struct findings *findings, struct buf *out);

/* "12 documents: 5 errors, 1 warning"; "12 documents: no errors". */
void findings_summary(const struct findings *findings, size_t documents, struct buf *out);

#endif
