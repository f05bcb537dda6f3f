/*
 * A trend as text for a terminal, as JSON and as CSV.
 *
 * Views append to a buffer; what comes from a repository is made safe to show.
 */
#ifndef VIEW_TREND_VIEW_H
#define VIEW_TREND_VIEW_H

#include <stdbool.h>

#include "base/buf.h"
#include "record/trend.h"
#include "view/lines.h"

/* What the programme's own rating is called, beside the titles of workstreams. */
#define TREND_PROGRAMME "Programme, as declared"

/* True for a hole that belongs to these trends, or to a plan that is not on record at all. */
bool trend_view_hole(const struct record *record, const struct trend *trends, size_t count,
                     const struct hole *hole);

/* The trends of COUNT plans, in this form. */
typedef void (*trend_view)(const struct record *record, const struct trend *trends, size_t count,
                           const struct layout *layout, struct buf *out);

void trend_as_text(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "plans": [{"id", "title",
 * "organisation", "period", "workstreams": [...], "programme", "counts",
 * "sentence"}], "holes": [{"commit", "path", "why"}], "remarks"}. A workstream has its
 * slip in days and every re-rating, "rerated", with the landing and, where another
 * commit gave the rating, that one as "rated". A rating is {"id", "label",
 * "short", "rank"}, rank 1 the best; what is not on record is null.
 */
void trend_as_json(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out);

/*
 * One line for each workstream and period on record: plan, workstream, title,
 * period_start, period_end, rating, rank, previous_rating, change, direction,
 * rerated, and the landing that gave the rating its present value: rated_by,
 * landed_at, commit. The rank is empty where the rating is no level of the scale,
 * and the change where there is nothing to compare.
 */
void trend_as_csv(const struct record *record, const struct trend *trends, size_t count,
                  const struct layout *layout, struct buf *out);

#endif
