#include "view/trend_view.h"

#include <stdio.h>

#include "view/csv.h"

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

static void add_standing(const struct trend *trend, const struct series *series, const char *title,
                         const struct standing *before, const struct standing *standing,
                         struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], time[DATE_TEXT_SIZE];
	const struct version *version = standing_version(standing);
	const struct landing *landing = version_rater(version);
	int steps;
	enum direction direction = trend_compare(before, standing, &steps);
	csv_cell(out, trend->plan->id);
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
	csv_end(out);
}

static void add_series(const struct trend *trend, const struct series *series, const char *title,
                       struct buf *out)
{
	const struct standing *before = NULL;
	for (size_t i = 0; i < series->count; i++) {
		if (!standing_holds(&series->standings[i]))
			continue;
		add_standing(trend, series, title, before, &series->standings[i], out);
		before = &series->standings[i];
	}
}

void trend_as_csv(const struct record *record, const struct trend *trends, size_t count,
                  const struct layout *layout, struct buf *out)
{
	(void)record;
	(void)layout;
	buf_text(out,
	         "plan,workstream,title,period_start,period_end,rating,rank,previous_rating,change,"
	         "direction,rerated,rated_by,landed_at,commit\r\n");
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < trends[i].plan->count; j++)
			add_series(&trends[i], &trends[i].plan->workstreams[j],
			           trends[i].plan->workstreams[j].title, out);
		add_series(&trends[i], &trends[i].plan->programme, TREND_PROGRAMME, out);
	}
}
