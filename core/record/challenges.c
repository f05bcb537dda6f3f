#include "record/challenges.h"

#include <stdlib.h>
#include <string.h>

#include "record/registers.h"

bool challenge_answered(const struct challenge_answer *answer)
{
	return answer->rerating != NULL || answer->response != NULL || answer->to_all != NULL;
}

bool challenge_concerns(const struct challenged *challenged, const struct series *series,
                        struct period period)
{
	const struct value *about = &challenged->challenge->period;
	return challenged->series != NULL && challenged->series == series &&
	       (!about->valid || period_overlaps(about->as.period, period));
}

/* The order of ratings by series and period. */
static int compare_place(size_t place, struct period period,
                         const struct independent_rating *rating)
{
	if (place != rating->place)
		return place < rating->place ? -1 : 1;
	return period_compare(period, rating->period);
}

const struct independent_rating *challenges_independent(const struct challenges *challenges,
                                                        const struct series *series,
                                                        struct period period)
{
	const struct plan_record *plan = challenges->reratings.plan;
	size_t low = 0, high = challenges->independent_count;
	if (high == 0)
		return NULL;
	size_t place =
		series == &plan->programme ? plan->count : (size_t)(series - plan->workstreams);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_place(place, period, &challenges->independent[middle]) < 0)
			high = middle;
		else
			low = middle + 1;
	}
	/* Behind the last that is not of later. */
	if (low == 0 || compare_place(place, period, &challenges->independent[low - 1]) != 0)
		return NULL;
	return &challenges->independent[low - 1];
}

/* What is made from one observation after the other. */
struct gathering {
	const struct plan_record *plan;
	struct registers registers;
	struct challenges *all;
};

static const struct series *series_of(const struct gathering *gathering, const struct value *id)
{
	return id->text == NULL ? NULL : map_get(&gathering->all->reratings.series, id->text);
}

static void add_challenges(struct gathering *gathering, const struct filed *filed,
                           const struct observation *observation, const char *body)
{
	struct challenges *all = gathering->all;
	const struct challenge *rows = LIST_OF(struct challenge, observation->challenges);
	for (size_t i = 0; i < observation->challenges.count; i++) {
		all->items = arena_grow(&all->arena, all->items, all->count, &all->room,
		                        sizeof(*all->items));
		all->items[all->count++] = (struct challenged){
			.filed = filed,
			.observation = observation,
			.challenge = &rows[i],
			.number = i,
			.body = body,
			.series = series_of(gathering, &rows[i].workstream),
			.answer = challenge_answer(&all->reratings, observation, i),
		};
	}
}

static void add_independent(struct gathering *gathering, const struct filed *filed,
                            const struct observation *observation, const char *body)
{
	struct challenges *all = gathering->all;
	const struct scale *scale = &gathering->plan->plan->scale;
	const struct independent *rows = LIST_OF(struct independent, observation->independent);
	for (size_t i = 0; i < observation->independent.count; i++) {
		const struct series *series = rows[i].workstream.text == NULL
		                                      ? &gathering->plan->programme
		                                      : series_of(gathering, &rows[i].workstream);
		if (series == NULL || !rows[i].period.valid || rows[i].rag.text == NULL)
			continue;
		int level = scale_level(scale, rows[i].rag.text);
		all->independent = arena_grow(&all->arena, all->independent, all->independent_count,
		                              &all->independent_room, sizeof(*all->independent));
		all->independent[all->independent_count++] = (struct independent_rating){
			.filed = filed,
			.observation = observation,
			.independent = &rows[i],
			.body = body,
			.series = series,
			.place = rows[i].workstream.text == NULL
		                         ? gathering->plan->count
		                         : (size_t)(series - gathering->plan->workstreams),
			.period = rows[i].period.as.period,
			.label =
				level == SCALE_NONE ? rows[i].rag.text : scale->levels[level].label,
			.scale = scale,
			.level = level,
		};
	}
}

static int compare_days(const struct observation *a, const struct observation *b)
{
	int first = a->date.valid ? date_days(a->date.as.date) : 0;
	int second = b->date.valid ? date_days(b->date.as.date) : 0;
	return first != second ? (first < second ? -1 : 1) : strcmp(a->id.text, b->id.text);
}

static int compare_challenged(const void *a, const void *b)
{
	const struct challenged *first = a, *second = b;
	int order = compare_days(first->observation, second->observation);
	return order != 0                       ? order
	       : first->number < second->number ? -1
	                                        : first->number > second->number;
}

static int compare_independent(const void *a, const void *b)
{
	const struct independent_rating *first = a, *second = b;
	int order = first->place != second->place ? (first->place < second->place ? -1 : 1) : 0;
	if (order == 0)
		order = period_compare(first->period, second->period);
	if (order == 0)
		order = compare_days(first->observation, second->observation);
	return order != 0 ? order
	       : first->independent < second->independent
	               ? -1
	               : first->independent > second->independent;
}

/* How each rating moved from the one that stands for the period before. */
static void compare_periods(struct challenges *all)
{
	const struct independent_rating *before = NULL, *last = NULL;
	for (size_t i = 0; i < all->independent_count; i++) {
		struct independent_rating *rating = &all->independent[i];
		if (last == NULL || last->series != rating->series)
			before = NULL;
		else if (!period_equal(last->period, rating->period))
			before = last;
		rating->direction = DIRECTION_NEW;
		if (before != NULL &&
		    (before->level == SCALE_NONE || rating->level == SCALE_NONE)) {
			rating->direction = DIRECTION_NOT_COMPARED;
		} else if (before != NULL) {
			rating->steps = before->level - rating->level;
			rating->direction = rating->steps > 0   ? DIRECTION_IMPROVED
			                    : rating->steps < 0 ? DIRECTION_DECLINED
			                                        : DIRECTION_STEADY;
		}
		last = rating;
	}
}

static const char *body_of(const struct gathering *gathering, const struct observation *observation)
{
	const char *id = observation->committee.text;
	const struct committee *committee =
		id == NULL ? NULL : registers_committee(&gathering->registers, id);
	return committee != NULL && committee->name.text != NULL ? committee->name.text
	       : id != NULL                                      ? id
	                                                         : "an oversight body";
}

static const struct observation *observation_of(const struct filed *filed,
                                                const struct plan_record *plan, bool exempt)
{
	const struct document *document = filed_document(filed);
	if (filed->kind != KIND_OBSERVATION || strcmp(filed->plan_id, plan->id) != 0 ||
	    document == NULL || document->observation == NULL || document_is_draft(document))
		return NULL;
	return document_is_exempt(document) && !exempt ? NULL : document->observation;
}

void challenges_read(const struct record *record, const struct plan_record *plan,
                     const struct cabinet *cabinet, bool exempt, struct challenges *challenges)
{
	struct gathering gathering = {.plan = plan, .all = challenges};
	*challenges = (struct challenges){.arena = ARENA_INIT};
	reratings_read(plan, &challenges->arena, &challenges->reratings);
	gathering.registers = registers_of_plan(record, plan, &challenges->arena);
	for (size_t i = 0; i < cabinet->count && plan->plan != NULL; i++) {
		const struct filed *filed = &cabinet->items[i];
		const struct observation *observation = observation_of(filed, plan, exempt);
		if (observation == NULL)
			continue;
		const char *body = body_of(&gathering, observation);
		add_challenges(&gathering, filed, observation, body);
		add_independent(&gathering, filed, observation, body);
	}
	if (challenges->count != 0)
		qsort(challenges->items, challenges->count, sizeof(*challenges->items),
		      compare_challenged);
	if (challenges->independent_count != 0)
		qsort(challenges->independent, challenges->independent_count,
		      sizeof(*challenges->independent), compare_independent);
	compare_periods(challenges);
}

void challenges_release(struct challenges *challenges)
{
	reratings_release(&challenges->reratings);
	arena_release(&challenges->arena);
	*challenges = (struct challenges){.arena = ARENA_INIT};
}
