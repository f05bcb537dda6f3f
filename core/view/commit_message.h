/*
 * A commit message that says what a commit puts on record, so that plain `git log` is a
 * status history:
 *
 *	Partnership working, Jul–Aug 2023: Green/Amber (was Amber)
 *
 *	Rag-Change: partnership 2023-07/2023-08 amber -> green/amber
 *
 * The last lines are git's trailers, one for each rating: workstream (plan/workstream
 * where there are several plans), period, the rating before or `none`, `->`, the rating
 * now or `none`, in lower case.
 */
#ifndef VIEW_COMMIT_MESSAGE_H
#define VIEW_COMMIT_MESSAGE_H

#include "record/proposal.h"

/* Appends the message; nothing for a proposal of no rows. No line is empty at its ends. */
void commit_message(const struct proposal *proposal, struct buf *out);

/*
 * Puts MESSAGE in front of what git has put into the message's FILE: comments that begin
 * with COMMENT, and lines `Signed-off-by:`, which stand with the trailers then. Returns
 * false, with nothing appended, where somebody has begun to write one, or where git would
 * take a line of the message for a comment.
 */
bool commit_message_place(const char *message, const char *file, char comment, struct buf *out);

#endif
