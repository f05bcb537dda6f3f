#include "view/export_plan.h"

#include "view/action_view.h"
#include "view/challenge_view.h"
#include "view/fields.h"
#include "view/filed_view.h"
#include "view/finding_json.h"
#include "view/record_json.h"
#include "view/remarks.h"
#include "view/tally.h"

static const char *const schema[] = {
#include "export.schema_json.inc"
};

void export_schema(struct buf *out)
{
	for (size_t i = 0; i < sizeof(schema) / sizeof(schema[0]); i++)
		buf_text(out, schema[i]);
}

static void add_value(struct json_writer *json, const char *key, const struct value *value)
{
	json_add_text(json, key, value->text);
}

void export_scale_as_json(struct json_writer *json, const struct scale *scale)
{
	json_open_object(json, "scale");
	json_add_text(json, "source", scale->source);
	json_add_text(json, "version", scale->version);
	json_open_array(json, "levels");
	for (size_t i = 0; i < scale->count; i++) {
		json_open_object(json, NULL);
		json_add_text(json, "id", scale->levels[i].id);
		json_add_text(json, "label", scale->levels[i].label);
		json_add_text(json, "short", scale->levels[i].short_label);
		json_add_number(json, "rank", (long long)i + 1);
		json_add_text(json, "meaning", scale->levels[i].meaning);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

void export_series_as_json(struct json_writer *json, const char *key,
                           const struct export_plan *told, const struct series *series)
{
	json_open_object(json, key);
	json_add_text(json, "id", series->id);
	json_add_text(json, "title", series->title);
	json_add_flag(json, "declared", series->declared != NULL);
	json_add_flag(json, "exempt", exempt_series(told->plan, series));
	json_open_array(json, "exempt_periods");
	for (size_t i = 0; i < series->count; i++)
		if (exempt_standing(told->exempt, told->plan, series, &series->standings[i]))
			json_add_period(json, NULL, series->standings[i].period);
	json_close(json);
	standings_as_json(json, series, true);
	ledger_as_json(json, series);
	challenges_as_json(json, told->challenges, series);
	independent_as_json(json, told->challenges, series);
	json_close(json);
}

static void add_tally(struct json_writer *json, const struct tally *tally)
{
	json_open_object(json, NULL);
	if (tally->period.last != 0)
		json_add_period(json, "period", tally->period);
	else
		json_add_null(json, "period");
	json_add_number(json, "reports", (long long)tally->reports);
	json_add_number(json, "open", (long long)tally->all.open);
	json_add_number(json, "explained", (long long)tally->all.explained);
	json_open_array(json, "families");
	for (enum rule_family family = 0; family < FAMILY_COUNT; family++) {
		const struct questioned *questioned = &tally->families[family];
		if (questioned->open + questioned->explained == 0)
			continue;
		json_open_object(json, NULL);
		json_add_text(json, "family", rule_family_words(family));
		json_add_number(json, "open", (long long)questioned->open);
		json_add_number(json, "explained", (long long)questioned->explained);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void add_candour(struct json_writer *json, const struct plan_record *plan,
                        const struct findings *questions)
{
	struct arena arena = ARENA_INIT;
	struct tallies tallies;
	tallies_count(plan, questions, &arena, &tallies);
	json_open_object(json, "candour");
	json_open_array(json, "periods");
	for (size_t i = 0; i < tallies.count; i++)
		add_tally(json, &tallies.items[i]);
	const struct tally *whole = &tallies.items[tallies.count];
	if (whole->all.open + whole->all.explained != 0)
		add_tally(json, whole);
	json_close(json);
	json_open_array(json, "findings");
	for (size_t i = 0; i < questions->count; i++)
		finding_add_json(json, &questions->items[i]);
	json_close(json);
	json_close(json);
	arena_release(&arena);
}

void export_plan_as_json(struct json_writer *json, const struct export_plan *told)
{
	const struct plan_record *plan = told->plan;
	json_open_object(json, NULL);
	json_add_text(json, "id", plan->id);
	add_value(json, "title", &plan->plan->title);
	add_value(json, "organisation", &plan->plan->organisation);
	add_value(json, "starts", &plan->plan->starts);
	add_value(json, "ends", &plan->plan->ends);
	add_value(json, "phase", &plan->plan->phase);
	add_value(json, "cadence", &plan->plan->cadence);
	json_add_flag(json, "exempt", exempt_plan(plan));
	export_scale_as_json(json, &plan->plan->scale);
	json_open_array(json, "workstreams");
	for (size_t i = 0; i < plan->count; i++)
		export_series_as_json(json, NULL, told, &plan->workstreams[i]);
	json_close(json);
	export_series_as_json(json, "programme", told, &plan->programme);
	challenges_as_json(json, told->challenges, NULL);
	json_open_object(json, "fields");
	fields_as_json(&plan_shape, plan->plan, json);
	json_close(json);
	json_open_array(json, "documents");
	for (size_t i = 0; i < told->filed_count; i++) {
		json_open_object(json, NULL);
		filed_add_json(json, &told->filed[i]);
		json_close(json);
	}
	json_close(json);
	json_open_array(json, "action_plans");
	for (size_t i = 0; i < told->filed_count; i++)
		action_plan_add_json(told->filed[i].filed, told->filed[i].day, json);
	json_close(json);
	add_candour(json, plan, told->questions);
	json_close(json);
}

/* All that is filed with the plan; in the arena. */
static struct filed_shown *gather(const struct record *record, const struct plan_record *plan,
                                  const struct export_filed *filed, struct arena *arena,
                                  size_t *count)
{
	const struct cabinet *cabinet = filed->cabinet;
	struct filed_shown *shown = arena_new(arena, (cabinet->count + 1) * sizeof(*shown));
	*count = 0;
	for (size_t i = 0; i < cabinet->count; i++)
		if (cabinet->items[i].plan == plan)
			shown[(*count)++] = (struct filed_shown){
				.record = record, .filed = &cabinet->items[i], .day = filed->day};
	return shown;
}

static void add_plan(struct json_writer *json, const struct exempt *exempt,
                     const struct plan_record *plan, const struct export_filed *filed,
                     const struct findings *questions)
{
	struct arena arena = ARENA_INIT;
	struct challenges challenges;
	struct export_plan told = {
		.exempt = exempt, .plan = plan, .challenges = &challenges, .questions = questions};
	told.filed = gather(exempt->record, plan, filed, &arena, &told.filed_count);
	challenges_read(exempt->record, plan, filed->cabinet, true, &challenges);
	export_plan_as_json(json, &told);
	challenges_release(&challenges);
	arena_release(&arena);
}

void export_head_as_json(struct json_writer *json, const struct landing *last)
{
	json_add_number(json, "version", 1);
	json_add_commit(json, "commit", &last->id);
	json_add_time(json, "landed_at", landing_time(last));
	json_add_number(json, "landings", (long long)last->number + 1);
}

void export_as_json(const struct exempt *exempt, const struct export_filed *filed,
                    const struct findings *questions, buf_drain drain, struct buf *out)
{
	struct json_writer json = {.out = out, .drain = drain};
	const struct record *record = exempt->record;
	json_open_object(&json, NULL);
	export_head_as_json(&json, &record->tip);
	json_open_array(&json, "plans");
	for (size_t i = 0; i < record->count; i++)
		add_plan(&json, exempt, &record->plans[i], filed, &questions[i]);
	json_close(&json);
	remarks_as_json(record, &json);
	json_open_array(&json, "holes");
	for (size_t i = 0; i < record->hole_count; i++)
		json_add_hole(&json, &record->holes[i]);
	json_close(&json);
	json_close(&json);
}
