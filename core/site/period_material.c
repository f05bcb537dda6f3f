/* What the page of a period is made from: declared in material.h. */
#include "site/material.h"

#include "site/pages.h"

/* The period before and after in the plan that anybody reported on. */
static void add_neighbours(struct material *material, const struct trend *trend, size_t column)
{
	size_t before = column, after = column + 1;
	while (before > 0 && trend->columns[before - 1].gap)
		before--;
	while (after < trend->column_count && trend->columns[after].gap)
		after++;
	material_number(material, before > 0 ? trend->columns[before - 1].period.first : -1);
	material_number(material, before > 0 ? trend->columns[before - 1].period.last : -1);
	material_number(material,
	                after < trend->column_count ? trend->columns[after].period.first : -1);
	material_number(material,
	                after < trend->column_count ? trend->columns[after].period.last : -1);
}

/*
 * All that is on record up to the end of the period: how long a rating has held, and from
 * what it moved, is told of it. Whether it is the latest decides where links lead.
 */
static void add_series(struct material *material, const struct series *series, struct period period)
{
	const struct standing *latest = latest_standing(series);
	material_text(material, series->id);
	material_text(material, series->title);
	material_number(material, latest != NULL && period_equal(latest->period, period) ? 1 : 0);
	for (size_t i = 0; i < series->count; i++)
		if (series->standings[i].period.first <= period.last)
			material_standing(material, &series->standings[i]);
}

static void add_questions(struct material *material, const struct plan_view *view,
                          struct period period)
{
	for (size_t i = 0; i < view->questions.count; i++)
		if (view->questions.items[i].period.first <= period.last)
			material_finding(material, &view->questions.items[i]);
}

/* What oversight bodies said, and whether that is answered by now. */
static void add_challenges(struct material *material, const struct plan_view *view)
{
	for (size_t i = 0; i < view->paper_count; i++)
		if (view->papers[i].filed->kind == KIND_OBSERVATION)
			material_filed(material, view->papers[i].filed);
	for (size_t i = 0; i < view->challenges.count; i++)
		material_number(material, challenge_answered(&view->challenges.items[i].answer));
}

void period_material(const struct site_view *site, const struct plan_view *view, size_t column,
                     struct material *material)
{
	struct period period = view->trend.columns[column].period;
	material_plans(material, site);
	add_neighbours(material, &view->trend, column);
	for (size_t i = 0; i < view->plan.count; i++)
		add_series(material, &view->plan.workstreams[i], period);
	add_series(material, &view->plan.programme, period);
	add_questions(material, view, period);
	add_challenges(material, view);
}
