/*
 * The history of ratings, newest first, as text and as JSON.
 */
#ifndef VIEW_LOG_VIEW_H
#define VIEW_LOG_VIEW_H

#include "record/entries.h"
#include "view/lines.h"

typedef void (*log_view)(const struct record *record, const struct entries *entries,
                         const struct layout *layout, struct buf *out);

/* As `git log` would: a landing, its subject, and what it changed. */
void log_as_text(const struct record *record, const struct entries *entries,
                 const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "entries": [{"commit", "author",
 * "authored_at", "landed_at", "committed_at", "received_at", "dated_backwards", "subject",
 * "changes":
 * [{"plan", "workstream", "period", "kind", "from", "to", "days", ...}]}], "remarks"}.
 */
void log_as_json(const struct record *record, const struct entries *entries,
                 const struct layout *layout, struct buf *out);

#endif
