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

/* How text for people is laid out. */
struct layout {
	bool colour; /* ratings in colour, always beside their words */
	int width;   /* columns of the terminal; 80 where it is none */
};

/* The trends of COUNT plans, in this form. */
typedef void (*trend_view)(const struct record *record, const struct trend *trends, size_t count,
                           const struct layout *layout, struct buf *out);

void trend_as_text(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "plans": [{"id", "title",
 * "organisation", "period", "workstreams": [...], "programme", "counts",
 * "sentence"}]}. A rating is {"id", "label", "short", "rank"}, rank 1 the best;
 * what is not on record is null.
 */
void trend_as_json(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out);

/*
 * One line for each workstream and period on record: plan, workstream, title,
 * period_start, period_end, rating, rank, previous_rating, change, direction,
 * rerated, rated_by, landed_at, commit.
 */
void trend_as_csv(const struct record *record, const struct trend *trends, size_t count,
                  const struct layout *layout, struct buf *out);

#endif
