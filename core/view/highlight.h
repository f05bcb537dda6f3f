/*
 * The highlight report of a plan for a period, as boards get it: the programme's rating and
 * its director's words, the status table, each workstream in full, and what the ratings mean.
 *
 * It says what the versions say that stand for the period at the revision, as if nothing were
 * on record of later ones. What is exempt from publication is left out, as in the site.
 */
#ifndef VIEW_HIGHLIGHT_H
#define VIEW_HIGHLIGHT_H

#include "view/site_view.h"

struct highlight {
	struct site_view site;
	struct plan_view view;       /* the plan's, with the trend up to the period */
	struct period period;        /* as the report on record has it */
	struct document *overview;   /* NULL: none for the period */
	struct document **documents; /* beside view.trend.rows; NULL: no report */
};

/*
 * Reads it for the period, or one on record that shares a month with it; NULL: for the latest.
 * A highlight must not move, and the record must outlive it. Release with
 * highlight_release(), on failure too.
 */
int highlight_read(const struct record *record, const struct plan_record *plan,
                   const struct period *period, struct highlight *highlight, struct error *error)
	__attribute__((warn_unused_result));
void highlight_release(struct highlight *highlight);

/* "There is no report": why a row has none, without a full stop. */
const char *highlight_missing(const struct highlight *highlight, const struct trend_row *row);

typedef void (*highlight_view)(const struct highlight *highlight, struct buf *out);

/* For pasting: tables as GitHub and GitLab have them, and no markup of an author's own. */
void highlight_as_markdown(const struct highlight *highlight, struct buf *out);

#endif
