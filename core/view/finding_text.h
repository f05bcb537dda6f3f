/*
 * Parts of a finding as text, which several formats have in common.
 */
#ifndef VIEW_FINDING_TEXT_H
#define VIEW_FINDING_TEXT_H

#include <stdbool.h>

#include "base/buf.h"
#include "rules/finding.h"

struct layout;

/* The finding as one line, with its end. COLOUR: for a terminal that shows colours. */
void finding_add_line(struct buf *out, const struct finding *finding, bool colour);

/* The message, the landing that it is about, "... (landed in abc1234)", and its evidence. */
void finding_add_message(struct buf *out, const struct finding *finding);

/* "plans/demo/a.md:7 (July 2023, commit 1234567): what stands there". */
void finding_add_source(struct buf *out, const struct finding_evidence *evidence);

/*
 * The line of the document, with its number, and a caret under the column; where it is
 * too wide, the part of it around the caret. Nothing where the finding has no line.
 */
void finding_add_excerpt(struct buf *out, const struct finding *finding,
                         const struct layout *layout);

/* What begins the severity's colour. */
const char *finding_colour(enum severity severity);

#endif
