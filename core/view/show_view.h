/*
 * One update as a reader wants it, with the history of its rating.
 */
#ifndef VIEW_SHOW_VIEW_H
#define VIEW_SHOW_VIEW_H

#include "record/challenges.h"
#include "record/entries.h"
#include "record/ledger.h"
#include "rules/finding.h"
#include "view/filling.h"
#include "view/lines.h"

struct shown {
	const struct record *record;
	struct subject subject;
	const struct standing *standing;
	const struct version *version;       /* the last that landed */
	const struct document *document;     /* that version's */
	const struct findings *questions;    /* of the plan in that period; NULL: nobody asked */
	const struct challenges *challenges; /* of the plan; NULL: nobody asked */
};

typedef void (*show_view)(const struct shown *shown, const struct layout *layout, struct buf *out);

void show_as_text(const struct shown *shown, const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "plan", "workstream", "title",
 * "organisation", "period", "rating", "meaning", "movement", "withdrawn", "path",
 * "landed", "rated", "sponsor", "managers", "support", "agreed_completion",
 * "forecast_completion", "slip_days", "completed_by", "completed_on", "milestones",
 * "risks", "sections": [{"title", "text"}], "questions", "challenges", "independent",
 * "ledger", "history"}. Questions are findings of candour, as `check` writes them; challenges
 * and independent ratings are of all its periods (view/challenge_view.h).
 */
void show_as_json(const struct shown *shown, const struct layout *layout, struct buf *out);

/* What is questioned, with what makes one ask. */
void show_questions(const struct shown *shown, const struct layout *layout, struct buf *out);

/* What oversight bodies question of this rating, and rate themselves. */
void show_challenges(const struct shown *shown, const struct layout *layout, struct buf *out);

/* The ratings of oversight bodies over time, where there are any. */
void show_independent(const struct shown *shown, const struct layout *layout, struct buf *out);

/* How the rating came to be, below a heading: every version that set it, and what did not land. */
void show_history(const struct shown *shown, const struct layout *layout, struct buf *out);

/* The dates over time, where any of them moved. */
void show_ledger(const struct shown *shown, const struct layout *layout, struct buf *out);

/* A heading of a part: a blank line before it, a line below it. */
void show_heading(struct buf *out, const char *title, const struct layout *layout);

#endif
