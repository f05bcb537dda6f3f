/*
 * A change as words that a board member reads. Not yet safe to show: lines.h is.
 */
#ifndef VIEW_CHANGE_TEXT_H
#define VIEW_CHANGE_TEXT_H

#include "base/buf.h"
#include "record/changes.h"
#include "view/lines.h"

/* What a programme's own rating is called among workstreams. */
#define CHANGE_PROGRAMME "Programme"

/* "31 days later", "1 day earlier". */
void change_days(struct buf *text, int days);

/* Of a rating: "Green/Amber (improved, was Amber)". */
void change_headline(struct buf *text, const struct difference *change);

/* Of anything else: "forecast moved 31 days later, to 30 Sep 2023". */
void change_sentence(struct buf *text, const struct difference *change);

/* A line for each change that is none of the rating, behind so many blanks. */
void change_lines(struct buf *out, const struct difference *changes, size_t count, size_t indent,
                  const struct layout *layout);

/* What was said before landing and in drafts, a line each. */
void change_drafts(struct buf *out, const struct difference *changes, size_t count, size_t indent,
                   const struct layout *layout);

/* "because: ..., raised by ..." of a re-rating, or that no reason was given. */
void change_reason(struct buf *text, const struct difference *change);

/* "Partnership working", or "Partnership working (plan)" where a record has several plans. */
void change_title(struct buf *text, const struct record *record, const struct plan_record *plan,
                  const struct series *series);

/* "Carried forward"; "Not given"; the text as written where it is no status. */
const char *milestone_words(const struct value *status);

#endif
