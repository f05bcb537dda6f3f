/* The plans of a record, made of what was built landing by landing. */
#include <stdlib.h>
#include <string.h>

#include "record/building.h"

static int compare_plans(const void *a, const void *b)
{
	const struct plan_build *const *first = a, *const *second = b;
	return strcmp((*first)->id, (*second)->id);
}

static int compare_series(const void *a, const void *b)
{
	return strcmp(((const struct series *)a)->id, ((const struct series *)b)->id);
}

/* The series in the plan's own order, then those that it does not list. */
static void order_series(struct builder *builder, const struct plan_build *build,
                         struct plan_record *plan)
{
	struct arena *arena = &builder->record->arena;
	size_t declared = plan->plan->workstreams.count;
	const struct workstream *rows = LIST_OF(struct workstream, plan->plan->workstreams);
	plan->workstreams =
		arena_new(arena, (declared + build->count) * sizeof(*plan->workstreams));
	for (size_t i = 0; i < declared; i++) {
		if (rows[i].id.text == NULL ||
		    plan_workstream(plan->plan, rows[i].id.text) != &rows[i])
			continue;
		struct series *series = &plan->workstreams[plan->count++];
		for (size_t j = 0; j < build->count; j++)
			if (strcmp(build->workstreams[j]->series.id, rows[i].id.text) == 0)
				*series = build->workstreams[j]->series;
		series->id = rows[i].id.text;
		series->title = rows[i].title.text != NULL ? rows[i].title.text : series->id;
		series->declared = &rows[i];
	}
	size_t listed = plan->count;
	for (size_t j = 0; j < build->count; j++)
		if (plan_workstream(plan->plan, build->workstreams[j]->series.id) == NULL)
			plan->workstreams[plan->count++] = build->workstreams[j]->series;
	if (plan->count > listed)
		qsort(plan->workstreams + listed, plan->count - listed, sizeof(*plan->workstreams),
		      compare_series);
}

/* The document goes from the builder to the record. */
static void finish_plan(struct builder *builder, struct plan_build *build)
{
	struct record *record = builder->record;
	struct plan_record *plan = &record->plans[record->count++];
	*plan = (struct plan_record){.id = build->id,
	                             .document = build->document,
	                             .plan = build->document->plan,
	                             .programme = build->programme.series};
	build->document = NULL;
	order_series(builder, build, plan);
}

/* What was on record of a plan that is no more. */
static void finish_removed(struct builder *builder, const struct plan_build *build)
{
	struct record *record = builder->record;
	struct plan_record *plan = &record->removed[record->removed_count++];
	*plan = (struct plan_record){.id = build->id, .programme = build->programme.series};
	plan->workstreams = arena_new(&record->arena, build->count * sizeof(*plan->workstreams));
	for (size_t i = 0; i < build->count; i++)
		plan->workstreams[plan->count++] = build->workstreams[i]->series;
	if (plan->count != 0)
		qsort(plan->workstreams, plan->count, sizeof(*plan->workstreams), compare_series);
}

static const struct landing *later_of(const struct standing *a, const struct standing *b)
{
	const struct landing *first = a->versions[0]->landing, *second = b->versions[0]->landing;
	return first->number > second->number ? first : second;
}

/* Standings are in the order of their last months, so only those just before can overlap. */
static void remark_overlaps(struct builder *builder, const char *plan, const struct series *series,
                            bool programme)
{
	for (size_t i = 1; i < series->count; i++) {
		const struct standing *later = &series->standings[i];
		for (size_t j = i; j-- > 0 && standing_holds(later) &&
		                   series->standings[j].period.last >= later->period.first;) {
			const struct standing *earlier = &series->standings[j];
			char one[PERIOD_TEXT_SIZE], other[PERIOD_TEXT_SIZE];
			if (!standing_holds(earlier))
				continue;
			builder_remark(
				builder,
				(struct remark){
					.type = REMARK_OVERLAP,
					.landing = later_of(earlier, later),
					.plan = plan,
					.workstream = programme ? NULL : series->id,
					.period = later->period,
					.text = arena_printf(
						&builder->record->arena,
						"%s is on record for %s and for %s, which overlap",
						programme ? "the programme" : series->title,
						period_words(earlier->period, one),
						period_words(later->period, other)),
				});
		}
	}
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_remarks(const void *a, const void *b)
{
	const struct remark *first = a, *second = b;
	if (first->landing->number != second->landing->number)
		return first->landing->number < second->landing->number ? -1 : 1;
	if (first->type != second->type)
		return first->type < second->type ? -1 : 1;
	int order = compare_texts(first->plan, second->plan);
	if (order == 0)
		order = compare_texts(first->workstream, second->workstream);
	if (order == 0)
		order = period_compare(first->period, second->period);
	return order != 0 ? order : strcmp(first->text, second->text);
}

static void note_holders(struct series_build *build)
{
	for (size_t i = 0; i < build->series.count; i++)
		if (build->holders[i] != NULL)
			build->series.standings[i].holder = build->holders[i]->path;
}

void builder_finish(struct builder *builder)
{
	struct record *record = builder->record;
	for (size_t i = 0; i < builder->plan_count; i++) {
		note_holders(&builder->plan_list[i]->programme);
		for (size_t j = 0; j < builder->plan_list[i]->count; j++)
			note_holders(builder->plan_list[i]->workstreams[j]);
	}
	if (builder->plan_count != 0)
		qsort(builder->plan_list, builder->plan_count, sizeof(*builder->plan_list),
		      compare_plans);
	record->plans = arena_new(&record->arena, builder->plan_count * sizeof(*record->plans));
	record->removed = arena_new(&record->arena, builder->plan_count * sizeof(*record->removed));
	for (size_t i = 0; i < builder->plan_count; i++)
		if (builder->plan_list[i]->exists && builder->plan_list[i]->document != NULL)
			finish_plan(builder, builder->plan_list[i]);
		else
			finish_removed(builder, builder->plan_list[i]);
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		for (size_t j = 0; j < plan->count; j++)
			remark_overlaps(builder, plan->id, &plan->workstreams[j], false);
		remark_overlaps(builder, plan->id, &plan->programme, true);
	}
	if (record->remark_count != 0)
		qsort(record->remarks, record->remark_count, sizeof(*record->remarks),
		      compare_remarks);
}
