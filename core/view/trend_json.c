#include "view/trend_view.h"

#include "view/json.h"

static json_t *period_json(struct period period)
{
	char text[PERIOD_TEXT_SIZE], words[PERIOD_TEXT_SIZE];
	json_t *object = json_object();
	json_object_set_new(object, "id", json_text(period_iso(period, text)));
	json_object_set_new(object, "words", json_text(period_words(period, words)));
	return object;
}

static json_t *rating_json(const struct standing *standing)
{
	if (standing == NULL)
		return json_null();
	const struct version *version = standing_version(standing);
	const struct level *level = standing_level(standing);
	json_t *object = json_object();
	json_object_set_new(object, "id", json_text(level != NULL ? level->id : NULL));
	json_object_set_new(object, "label",
	                    json_text(level != NULL ? level->label : version->reading->rag));
	json_object_set_new(object, "short", json_text(level != NULL ? level->short_label : NULL));
	json_object_set_new(object, "rank",
	                    level != NULL ? json_integer(version->level + 1) : json_null());
	return object;
}

static json_t *landing_json(const struct landing *landing)
{
	char hex[OBJECT_HEX_SIZE], authored[DATE_TEXT_SIZE], landed[DATE_TEXT_SIZE];
	json_t *object = json_object();
	json_object_set_new(object, "commit", json_text(object_hex(&landing->id, hex)));
	json_object_set_new(object, "author", json_text(landing->author.name));
	json_object_set_new(object, "authored_at",
	                    json_text(date_time_iso(landing->author.time, authored)));
	json_object_set_new(object, "landed_at",
	                    json_text(date_time_iso(landing->committer.time, landed)));
	return object;
}

static json_t *cell_json(const struct column *column, const struct cell *cell)
{
	static const char *const types[] = {[CELL_RATED] = "rated",
	                                    [CELL_COVERED] = "covered",
	                                    [CELL_GAP] = "gap",
	                                    [CELL_OUTSIDE] = "outside"};
	json_t *object = json_object();
	json_object_set_new(object, "period", period_json(column->period));
	json_object_set_new(object, "state", json_text(types[cell->type]));
	json_object_set_new(object, "rating", rating_json(cell->standing));
	return object;
}

static json_t *row_json(const struct trend *trend, const struct trend_row *row, const char *title)
{
	json_t *object = json_object();
	json_object_set_new(object, "id", json_text(row->series->id));
	json_object_set_new(object, "title", json_text(title));
	json_object_set_new(object, "rating", rating_json(row->current));
	json_object_set_new(object, "previous", rating_json(row->previous));
	json_object_set_new(object, "previous_period",
	                    row->previous != NULL ? period_json(row->previous->period)
	                                          : json_null());
	json_object_set_new(object, "direction", json_text(direction_id(row->direction)));
	json_object_set_new(object, "steps", json_integer(row->steps));
	json_object_set_new(object, "held", json_integer(row->held));
	json_object_set_new(object, "rated",
	                    row->current != NULL
	                            ? landing_json(version_rater(standing_version(row->current)))
	                            : json_null());
	json_t *trail = json_array();
	for (size_t i = 0; i < trend->column_count; i++)
		json_array_append_new(trail, cell_json(&trend->columns[i], &row->cells[i]));
	json_object_set_new(object, "trail", trail);
	return object;
}

static json_t *trend_json(const struct trend *trend)
{
	struct buf sentence = BUF_INIT;
	json_t *object = json_object(), *rows = json_array(), *counts = json_object();
	trend_sentence(trend, &sentence);
	json_object_set_new(object, "id", json_text(trend->plan->id));
	json_object_set_new(object, "title", json_text(trend->plan->plan->title.text));
	json_object_set_new(object, "organisation",
	                    json_text(trend->plan->plan->organisation.text));
	json_object_set_new(object, "period",
	                    trend_period(trend) != NULL ? period_json(*trend_period(trend))
	                                                : json_null());
	for (size_t i = 0; i < trend->count; i++)
		json_array_append_new(
			rows, row_json(trend, &trend->rows[i], trend->rows[i].series->title));
	json_object_set_new(object, "workstreams", rows);
	json_object_set_new(object, "programme",
	                    trend->programme.series->count != 0
	                            ? row_json(trend, &trend->programme, TREND_PROGRAMME)
	                            : json_null());
	for (enum direction direction = 0; direction < DIRECTION_COUNT; direction++)
		json_object_set_new(counts, direction_id(direction),
		                    json_integer((json_int_t)trend->totals[direction]));
	json_object_set_new(object, "counts", counts);
	json_object_set_new(object, "sentence", json_text(sentence.bytes));
	buf_release(&sentence);
	return object;
}

static json_t *hole_json(const struct hole *hole)
{
	char hex[OBJECT_HEX_SIZE];
	json_t *object = json_object();
	json_object_set_new(object, "commit", json_text(object_hex(&hole->landing->id, hex)));
	json_object_set_new(object, "path", json_text(hole->path));
	json_object_set_new(object, "why", json_text(hole->why));
	return object;
}

void trend_as_json(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE];
	json_t *root = json_object(), *plans = json_array(), *holes = json_array();
	(void)layout;
	json_object_set_new(root, "version", json_integer(1));
	json_object_set_new(root, "commit", json_text(object_hex(&record->tip.id, hex)));
	for (size_t i = 0; i < count; i++)
		json_array_append_new(plans, trend_json(&trends[i]));
	json_object_set_new(root, "plans", plans);
	for (size_t i = 0; i < record->hole_count; i++)
		if (trend_view_hole(record, trends, count, &record->holes[i]))
			json_array_append_new(holes, hole_json(&record->holes[i]));
	json_object_set_new(root, "holes", holes);
	json_write(root, out);
}
