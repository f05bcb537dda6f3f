#include "view/trend_view.h"

#include <stdio.h>

#include "view/csv.h"
#include "view/questions.h"

/* A trend, and what is questioned of its latest period. */
struct told {
	const struct trend *trend;
	const struct findings *questions;
};

static void add_month(struct buf *out, int month)
{
	char text[16];
	snprintf(text, sizeof(text), "%04d-%02d", month / 12, month % 12 + 1);
	csv_cell(out, text);
}

/* A number that means nothing is an empty cell: 0 would count as one in a sum. */
static void add_number(struct buf *out, int number, bool meant)
{
	if (meant)
		csv_number(out, number);
	else
		csv_cell(out, "");
}

static const char *label_of(const struct standing *standing)
{
	const struct level *level = standing == NULL ? NULL : standing_level(standing);
	return level != NULL      ? level->label
	       : standing == NULL ? ""
	                          : standing_version(standing)->reading->rag;
}

static bool was_rerated(const struct standing *standing)
{
	for (size_t i = 0; i < standing->count; i++)
		if (standing->versions[i]->rerating)
			return true;
	return false;
}

/* How many questions are open, in the only period of which anybody asked. */
static void add_questions(const struct told *told, const struct series *series,
                          struct period period, struct buf *out)
{
	const struct period *latest = trend_period(told->trend);
	bool asked = told->questions != NULL && latest != NULL && period_equal(*latest, period);
	struct questioned questioned =
		questions_count((struct about){told->questions, series->id, period});
	add_number(out, (int)questioned.open, asked);
}

static void add_standing(const struct told *told, const struct series *series, const char *title,
                         const struct standing *before, const struct standing *standing,
                         struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], time[DATE_TEXT_SIZE];
	const struct version *version = standing_version(standing);
	const struct landing *landing = version_rater(version);
	int steps;
	enum direction direction = trend_compare(before, standing, &steps);
	csv_cell(out, told->trend->plan->id);
	csv_cell(out, series->id);
	csv_cell(out, title);
	add_month(out, standing->period.first);
	add_month(out, standing->period.last);
	csv_cell(out, label_of(standing));
	add_number(out, version->level + 1, version->level != SCALE_NONE);
	csv_cell(out, label_of(before));
	add_number(out, steps, direction != DIRECTION_NEW && direction != DIRECTION_NOT_COMPARED);
	csv_cell(out, direction_id(direction));
	csv_cell(out, was_rerated(standing) ? "yes" : "no");
	csv_cell(out, landing->author.name);
	csv_cell(out, date_time_iso(landing_time(landing), time));
	csv_cell(out, object_hex(&landing->id, hex));
	add_questions(told, series, standing->period, out);
	csv_end(out);
}

static void add_series(const struct told *told, const struct series *series, const char *title,
                       struct buf *out)
{
	const struct standing *before = NULL;
	for (size_t i = 0; i < series->count; i++) {
		if (!standing_holds(&series->standings[i]))
			continue;
		add_standing(told, series, title, before, &series->standings[i], out);
		before = &series->standings[i];
	}
}

void trend_as_csv(const struct trends_told *all, const struct layout *layout, struct buf *out)
{
	(void)layout;
	buf_text(out,
	         "plan,workstream,title,period_start,period_end,rating,rank,previous_rating,change,"
	         "direction,rerated,rated_by,landed_at,commit,questions\r\n");
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_record *plan = all->trends[i].plan;
		const struct told told = {&all->trends[i],
		                          all->questions != NULL ? &all->questions[i] : NULL};
		for (size_t j = 0; j < plan->count; j++)
			add_series(&told, &plan->workstreams[j], plan->workstreams[j].title, out);
		add_series(&told, &plan->programme, TREND_PROGRAMME, out);
	}
}
