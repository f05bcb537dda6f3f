/* What the pages of a period are made from: declared in plan_parts.h. */
#include "site/plan_parts.h"
#include "view/exempt.h"

/* True where the page never led there, whatever became of it. */
static bool never_open(const struct standing *standing)
{
	for (size_t i = 0; i < standing->count; i++)
		if (!standing->versions[i]->reading->exempt)
			return false;
	return true;
}

/* All that made a later period be there, or not be there: the page links to the nearest. */
static void add_presence(struct material *material, const struct standing *standing)
{
	bool exempt = false;
	if (never_open(standing))
		return;
	material_landing(material, standing->versions[0]->landing);
	for (size_t i = 0; i < standing->withdrawal_count; i++) {
		const struct withdrawal *gone = &standing->withdrawals[i];
		material_landing(material, gone->landing);
		if (gone->before < standing->count)
			material_landing(material, standing->versions[gone->before]->landing);
	}
	for (size_t i = 0; i < standing->count; i++) {
		if (standing->versions[i]->reading->exempt != exempt)
			material_landing(material, standing->versions[i]->landing);
		exempt = standing->versions[i]->reading->exempt;
	}
}

/*
 * What is on record of the series up to the period: it is shown, compared or counted in a
 * figure of a text. Of what comes later no more than what the page leads to. KNOWN
 * are the digests of its standings, or NULL.
 */
static void add_series(struct material *material, const struct series *series, struct period period,
                       const struct standing_digest *known)
{
	bool led = false;
	material_text(material, series->id);
	material_text(material, series->title);
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (period_compare(standing->period, period) <= 0 ||
		    period_overlaps(standing->period, period)) {
			material_known_standing(material, standing,
			                        known != NULL ? &known[i] : NULL);
		} else if (!led) {
			add_presence(material, standing);
			led = standing_holds(standing) &&
			      !standing_version(standing)->reading->exempt;
		}
	}
}

static bool has_exempt(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (period_overlaps(series->standings[i].period, period) &&
		    standing_version(&series->standings[i])->reading->exempt)
			return true;
	return false;
}

bool period_leaves_out(const struct site_view *site, const struct plan_view *view,
                       struct period period)
{
	const struct plan_record *plan = record_plan(site->record, view->plan.id);
	if (view->exempt_workstreams != 0 || has_exempt(&plan->programme, period))
		return true;
	for (size_t i = 0; i < plan->count; i++)
		if (has_exempt(&plan->workstreams[i], period))
			return true;
	return false;
}

static void add_column(struct material *material, const struct column *column)
{
	material_number(material, column != NULL ? column->period.first : -1);
	material_number(material, column != NULL ? column->period.last : -1);
}

/* What is said of a published series; its name is that of its page. */
static void add_doubts(struct material *material, const struct plan_view *view,
                       const struct series *series, struct period period)
{
	const struct standing *current = period_standing(series, period);
	material_number(material, current == latest_standing(series) ? 1 : 0);
	material_questions(material, questions_about(view, series, current));
	material_challenges(material, view, series);
}

void material_of_period(const struct leaves *leaves, const struct leaf *leaf,
                        struct material *material)
{
	const struct plan_view *view = leaf->view;
	const struct trend *trend = &view->trend;
	/* The record's own: what became exempt was shown before. */
	const struct plan_record *plan = record_plan(leaves->site->record, view->plan.id);
	const struct period period = trend->columns[leaf->number].period;
	material_plan(material, view);
	add_column(material, period_neighbour(trend, leaf->number, -1));
	add_column(material, period_neighbour(trend, leaf->number, 1));
	const struct standing_digest *known = view->standings;
	for (size_t i = 0; i <= plan->count; i++) {
		const struct series *series =
			i < plan->count ? &plan->workstreams[i] : &plan->programme;
		if (!exempt_series(plan, series))
			add_series(material, series, period, known);
		known = known != NULL ? known + series->count : NULL;
	}
	for (size_t i = 0; i < view->plan.count; i++) {
		material_text(material, view->names[i]);
		add_doubts(material, view, &view->plan.workstreams[i], period);
	}
	add_doubts(material, view, &view->plan.programme, period);
}
