/*
 * A comparison of two revisions, as sentences and as JSON.
 */
#ifndef VIEW_DIFF_VIEW_H
#define VIEW_DIFF_VIEW_H

#include "record/comparison.h"
#include "view/lines.h"

/* What the two revisions were called, and whether the first is among the second's landings. */
struct diff_names {
	const char *before, *now;
	bool related;
};

typedef void (*diff_view)(const struct comparison *comparison, const struct diff_names *names,
                          const struct layout *layout, struct buf *out);

void diff_as_text(const struct comparison *comparison, const struct diff_names *names,
                  const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "from": {"name", "commit", "landed_at"}, "to",
 * "related", "plans": [{"id", "title", "organisation", "period", "added", "removed",
 * "workstreams": [{"id", "title", "outcome", "period", "from", "to", "from_period",
 * "added", "removed", "missing", "changes"}], "programme"}], "sentence", "remarks"}.
 */
void diff_as_json(const struct comparison *comparison, const struct diff_names *names,
                  const struct layout *layout, struct buf *out);

#endif
