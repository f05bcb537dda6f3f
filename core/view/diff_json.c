#include "view/diff_view.h"

#include "view/change_text.h"
#include "view/json_values.h"
#include "view/remarks.h"

static void add_revision(struct json_writer *json, const char *key, const char *name,
                         const struct landing *tip)
{
	json_open_object(json, key);
	json_add_text(json, "name", name);
	json_add_commit(json, "commit", &tip->id);
	json_add_time(json, "landed_at", landing_time(tip));
	json_close(json);
}

static void add_version_period(struct json_writer *json, const char *key,
                               const struct version *version)
{
	if (version != NULL)
		json_add_period(json, key, version->reading->period);
	else
		json_add_null(json, key);
}

static void add_row(struct json_writer *json, const char *key, const struct comparison_row *row,
                    const char *title)
{
	json_open_object(json, key);
	json_add_text(json, "id", row->series->id);
	json_add_text(json, "title", title);
	json_add_text(json, "outcome", outcome_id(row->outcome));
	json_add_rating(json, "from", row->before);
	add_version_period(json, "from_period", row->before);
	json_add_rating(json, "to", row->now);
	add_version_period(json, "to_period", row->now);
	json_add_flag(json, "added", row->added);
	json_add_flag(json, "removed", row->removed);
	json_add_flag(json, "missing", row->missing);
	json_open_array(json, "changes");
	for (size_t i = 0; i < row->count; i++) {
		json_open_object(json, NULL);
		json_add_period(json, "period", row->changes[i].period);
		json_add_change(json, &row->changes[i]);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void add_plan(struct json_writer *json, const struct comparison_plan *plan)
{
	const struct plan_record *shown = plan->now != NULL ? plan->now : plan->before;
	json_open_object(json, NULL);
	json_add_text(json, "id", shown->id);
	json_add_text(json, "title", shown->plan->title.text);
	json_add_text(json, "organisation", shown->plan->organisation.text);
	if (plan->period != NULL)
		json_add_period(json, "period", *plan->period);
	else
		json_add_null(json, "period");
	json_add_flag(json, "added", plan->before == NULL);
	json_add_flag(json, "removed", plan->now == NULL);
	json_open_array(json, "workstreams");
	for (size_t i = 0; i < plan->count; i++)
		add_row(json, NULL, &plan->rows[i], plan->rows[i].series->title);
	json_close(json);
	if (plan->programme.outcome != OUTCOME_NONE)
		add_row(json, "programme", &plan->programme, CHANGE_PROGRAMME);
	else
		json_add_null(json, "programme");
	json_close(json);
}

void diff_as_json(const struct comparison *comparison, const struct diff_names *names,
                  const struct layout *layout, struct buf *out)
{
	struct json_writer json = {.out = out};
	struct buf sentence = BUF_INIT;
	(void)layout;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	add_revision(&json, "from", names->before, &comparison->before->tip);
	add_revision(&json, "to", names->now, &comparison->now->tip);
	json_add_flag(&json, "related", names->related);
	json_open_array(&json, "plans");
	for (size_t i = 0; i < comparison->count; i++)
		add_plan(&json, &comparison->plans[i]);
	json_close(&json);
	comparison_sentence(comparison, &sentence);
	json_add_text(&json, "sentence", sentence.bytes);
	remarks_as_json(comparison->now, &json);
	json_close(&json);
	buf_release(&sentence);
}
