#include "view/highlight.h"

#include <string.h>

/* The plan as it is published, or NULL. */
static const struct plan_view *published(const struct site_view *site, const char *id)
{
	for (size_t i = 0; i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, id) == 0)
			return &site->plans[i];
	return NULL;
}

/* The period on record that is meant; the latest where several would do. */
static int choose_period(const struct trend *trend, const struct period *asked,
                         struct period *period, struct error *error)
{
	const struct period *latest = trend_period(trend);
	char words[PERIOD_TEXT_SIZE], iso[PERIOD_TEXT_SIZE];
	bool found = false;
	if (latest == NULL) {
		error_set(error, "nothing is on record of `%.100s` yet", trend->plan->id);
		return error_hint(error, "what is not committed is judged by: ragtrail check");
	}
	*period = *latest;
	if (asked == NULL)
		return 0;
	for (size_t i = 0; i < trend->column_count; i++) {
		const struct column *column = &trend->columns[i];
		if (column->gap || !period_overlaps(column->period, *asked))
			continue;
		*period = column->period;
		found = true;
		if (period_equal(column->period, *asked))
			break;
	}
	if (found)
		return 0;
	error_set(error, "there is no report of `%.100s` for %s", trend->plan->id,
	          period_words(*asked, words));
	return error_hint(error, "the latest is of %s", period_iso(*latest, iso));
}

static int read_documents(struct highlight *highlight, struct error *error)
{
	const struct record *record = highlight->site.record;
	const struct trend *trend = &highlight->view.trend;
	const struct standing *overview = trend->programme.current;
	highlight->documents =
		arena_new(&highlight->site.arena, (trend->count + 1) * sizeof(struct document *));
	if (overview != NULL &&
	    record_document(record, standing_version(overview), &highlight->overview, error) < 0)
		return -1;
	for (size_t i = 0; i < trend->count; i++) {
		const struct standing *current = trend->rows[i].current;
		if (current != NULL && record_document(record, standing_version(current),
		                                       &highlight->documents[i], error) < 0)
			return -1;
	}
	return 0;
}

int highlight_read(const struct record *record, const struct plan_record *plan,
                   const struct period *period, struct highlight *highlight, struct error *error)
{
	*highlight = (struct highlight){.period = {0, 0}};
	if (site_view_read(record, NULL, &highlight->site, error) < 0)
		return -1;
	const struct plan_view *view = published(&highlight->site, plan->id);
	if (view == NULL) {
		error_set(error, "the plan `%.100s` is exempt from publication", plan->id);
		return error_hint(error, "its updates are shown one by one by: ragtrail show");
	}
	if (choose_period(&view->trend, period, &highlight->period, error) < 0)
		return -1;
	highlight->view = *view;
	highlight->view.alone = true;
	trend_read_until(&highlight->view.plan, highlight->period, &highlight->view.trend);
	return read_documents(highlight, error);
}

void highlight_release(struct highlight *highlight)
{
	document_free(highlight->overview);
	for (size_t i = 0; highlight->documents != NULL && i < highlight->view.trend.count; i++)
		document_free(highlight->documents[i]);
	/* The rest of the view is the site's. */
	if (highlight->view.alone)
		trend_release(&highlight->view.trend);
	site_view_release(&highlight->site);
	*highlight = (struct highlight){.period = {0, 0}};
}

const char *highlight_missing(const struct highlight *highlight, const struct trend_row *row)
{
	if (was_withdrawn(row->series, highlight->period))
		return "The report was withdrawn";
	return highlight->view.exempt_reports != 0 ? "There is no published report"
	                                           : "There is no report";
}
