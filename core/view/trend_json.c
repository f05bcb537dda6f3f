#include "view/trend_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "record/ledger.h"
#include "view/action_view.h"
#include "view/challenge_view.h"
#include "view/json_values.h"
#include "view/questions.h"
#include "view/remarks.h"

/* A column's period as text, made once for all rows. */
struct heading {
	char id[PERIOD_TEXT_SIZE], words[PERIOD_TEXT_SIZE];
};

static const struct version *version_of(const struct standing *standing)
{
	return standing == NULL ? NULL : standing_version(standing);
}

static void add_cell(struct json_writer *json, const struct heading *heading,
                     const struct cell *cell)
{
	static const char *const types[] = {[CELL_RATED] = "rated",
	                                    [CELL_COVERED] = "covered",
	                                    [CELL_GAP] = "gap",
	                                    [CELL_OUTSIDE] = "outside"};
	json_open_object(json, NULL);
	json_open_object(json, "period");
	json_add_text(json, "id", heading->id);
	json_add_text(json, "words", heading->words);
	json_close(json);
	json_add_text(json, "state", types[cell->type]);
	json_add_rating(json, "rating", version_of(cell->standing));
	json_close(json);
}

/* Every change of a rating that was on record already. */
static void add_reratings(struct json_writer *json, const struct series *series)
{
	json_open_array(json, "rerated");
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = 1; j < standing->count; j++) {
			const struct version *version = standing->versions[j];
			if (!version->rerating)
				continue;
			json_open_object(json, NULL);
			json_add_period(json, "period", standing->period);
			json_add_rating(json, "from", standing->versions[j - 1]);
			json_add_rating(json, "to", version);
			json_add_text(json, "reason", version->reading->correction);
			json_add_text(json, "raised_by", version->reading->raised_by);
			json_add_landing(json, "landed", version->landing);
			/* Only what is more: most often the landing itself gave the rating. */
			const struct landing *rater = version_rater(version);
			json_add_landing(json, "rated", rater == version->landing ? NULL : rater);
			json_close(json);
		}
	}
	json_close(json);
}

static void add_days(struct json_writer *json, const char *key, bool known, int days)
{
	if (known)
		json_add_number(json, key, days);
	else
		json_add_null(json, key);
}

/* The forecast against the agreed completion: now, last period, and since the first agreed. */
static void add_slip(struct json_writer *json, const struct trend_row *row)
{
	const struct version *now = version_of(row->current), *before = version_of(row->previous);
	int days = 0;
	json_add_date(json, "agreed_completion",
	              now != NULL ? now->reading->agreed : (struct date){0});
	json_add_date(json, "forecast_completion",
	              now != NULL ? now->reading->forecast : (struct date){0});
	bool known = now != NULL && reading_slip(now->reading, &days);
	add_days(json, "slip_days", known, days);
	known = before != NULL && reading_slip(before->reading, &days);
	add_days(json, "previous_slip_days", known, days);
	known = ledger_slip(row->series, &days);
	add_days(json, "slip_since_first_days", known, days);
}

/* A trend, and what is made once for all its rows. */
struct told {
	const struct trend *trend;
	const struct findings *questions;
	const struct challenges *challenges;
	const struct heading *headings;
};

static void add_row(struct json_writer *json, const char *key, const struct told *told,
                    const struct trend_row *row, const char *title)
{
	json_open_object(json, key);
	json_add_text(json, "id", row->series->id);
	json_add_text(json, "title", title);
	json_add_rating(json, "rating", version_of(row->current));
	json_add_rating(json, "previous", version_of(row->previous));
	if (row->previous != NULL)
		json_add_period(json, "previous_period", row->previous->period);
	else
		json_add_null(json, "previous_period");
	json_add_text(json, "direction", direction_id(row->direction));
	json_add_number(json, "steps", row->steps);
	json_add_number(json, "held", row->held);
	json_add_landing(json, "rated",
	                 row->current == NULL ? NULL
	                                      : version_rater(standing_version(row->current)));
	add_slip(json, row);
	add_reratings(json, row->series);
	json_open_array(json, "trail");
	for (size_t i = 0; i < told->trend->column_count; i++)
		add_cell(json, &told->headings[i], &row->cells[i]);
	json_close(json);
	questions_as_json(json, (struct about){told->questions, row->series->id, {0, 0}});
	challenges_as_json(json, told->challenges, row->series);
	independent_as_json(json, told->challenges, row->series);
	json_close(json);
}

static void add_rows(struct json_writer *json, const struct trend *trend,
                     const struct findings *questions, const struct challenges *challenges)
{
	struct heading *headings = mem_new(trend->column_count + 1, sizeof(*headings));
	for (size_t i = 0; i < trend->column_count; i++) {
		period_iso(trend->columns[i].period, headings[i].id);
		period_words(trend->columns[i].period, headings[i].words);
	}
	const struct told told = {trend, questions, challenges, headings};
	json_open_array(json, "workstreams");
	for (size_t i = 0; i < trend->count; i++)
		add_row(json, NULL, &told, &trend->rows[i], trend->rows[i].series->title);
	json_close(json);
	if (trend->programme.series->count != 0)
		add_row(json, "programme", &told, &trend->programme, TREND_PROGRAMME);
	else
		json_add_null(json, "programme");
	free(headings);
}

static void add_trend(struct json_writer *json, const struct trends_told *all, size_t number)
{
	const struct trend *trend = &all->trends[number];
	const struct findings *questions = all->questions != NULL ? &all->questions[number] : NULL;
	const struct challenges *challenges =
		all->challenges != NULL ? &all->challenges[number] : NULL;
	struct buf sentence = BUF_INIT;
	trend_sentence(trend, &sentence);
	json_open_object(json, NULL);
	json_add_text(json, "id", trend->plan->id);
	json_add_text(json, "title", trend->plan->plan->title.text);
	json_add_text(json, "organisation", trend->plan->plan->organisation.text);
	if (trend_period(trend) != NULL)
		json_add_period(json, "period", *trend_period(trend));
	else
		json_add_null(json, "period");
	add_rows(json, trend, questions, challenges);
	json_open_object(json, "counts");
	for (enum direction direction = 0; direction < DIRECTION_COUNT; direction++)
		json_add_number(json, direction_id(direction), (long long)trend->totals[direction]);
	json_close(json);
	json_add_text(json, "sentence", sentence.bytes);
	questions_as_json(json, (struct about){questions, NULL, {0, 0}});
	challenges_as_json(json, challenges, NULL);
	action_plans_as_json(trend->plan, all->cabinet, all->day, json);
	json_close(json);
	buf_release(&sentence);
}

void trend_as_json(const struct trends_told *told, const struct layout *layout, struct buf *out)
{
	const struct record *record = told->record;
	struct json_writer json = {.out = out, .drain = layout->drain};
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &record->tip.id);
	json_open_array(&json, "plans");
	for (size_t i = 0; i < told->count; i++)
		add_trend(&json, told, i);
	json_close(&json);
	json_open_array(&json, "holes");
	for (size_t i = 0; i < record->hole_count; i++)
		if (trend_view_hole(told, &record->holes[i]))
			json_add_hole(&json, &record->holes[i]);
	json_close(&json);
	remarks_as_json(record, &json);
	json_close(&json);
}
