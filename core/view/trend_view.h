/*
 * A trend as text for a terminal, as JSON and as CSV.
 *
 * Views append to a buffer; what comes from a repository is made safe to show.
 */
#ifndef VIEW_TREND_VIEW_H
#define VIEW_TREND_VIEW_H

#include <stdbool.h>

#include "base/buf.h"
#include "record/challenges.h"
#include "record/trend.h"
#include "rules/finding.h"
#include "view/lines.h"

/* What the programme's own rating is called, beside the titles of workstreams. */
#define TREND_PROGRAMME "Programme, as declared"

struct trends_told {
	const struct record *record;
	const struct trend *trends; /* of the plans that are told of */
	/* Beside the trends: what candour has to say of the latest period; NULL: nothing. */
	const struct findings *questions;
	size_t count;
	/* Beside the trends: what oversight bodies question; and what is filed, as of a day. */
	const struct challenges *challenges;
	const struct cabinet *cabinet;
	struct date day;
};

/* True for a hole that belongs to these trends, or to a plan that is not on record at all. */
bool trend_view_hole(const struct trends_told *told, const struct hole *hole);

/* The trends in this form. */
typedef void (*trend_view)(const struct trends_told *told, const struct layout *layout,
                           struct buf *out);

void trend_as_text(const struct trends_told *told, const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "plans": [{"id", "title",
 * "organisation", "period", "workstreams": [...], "programme", "counts",
 * "sentence", "questions", "challenges", "action_plans"}], "holes": [{"commit", "path",
 * "why"}], "remarks"}. A workstream
 * has its slip in days and every re-rating, "rerated", with the landing and, where another
 * commit gave the rating, that one as "rated"; "questions" are findings of candour about its
 * latest period, as `check` writes them, and beside the plan those about it as a whole;
 * "challenges" and "independent" are those of oversight bodies (view/challenge_view.h), beside the
 * plan those that name no workstream; "action_plans" is view/action_view.h's. A rating is
 * {"id", "label", "short", "rank"}, rank 1 the best; what is not on record is null.
 */
void trend_as_json(const struct trends_told *told, const struct layout *layout, struct buf *out);

/*
 * One line for each workstream and period on record: plan, workstream, title,
 * period_start, period_end, rating, rank, previous_rating, change, direction,
 * rerated, the landing that gave the rating its present value (rated_by, landed_at,
 * commit), and how many questions are open. The rank is empty where the rating is no level
 * of the scale, the change where there is nothing to compare, and the questions of
 * every period but the plan's latest, since of others nobody asked.
 */
void trend_as_csv(const struct trends_told *all, const struct layout *layout, struct buf *out);

/* How the row moved, as a sentence without its capital letter. */
void direction_text(struct buf *text, const struct trend_row *row);

#endif
