#include "view/show_view.h"

#include "base/text.h"
#include "view/challenge_view.h"
#include "view/fields.h"
#include "view/questions.h"
#include "view/record_json.h"
#include "view/remarks.h"
#include "view/sections.h"

static void add_texts(struct json_writer *json, const char *key, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	json_open_array(json, key);
	for (size_t i = 0; i < list->count; i++)
		json_add_text(json, NULL, values[i].text);
	json_close(json);
}

static void add_facts(struct json_writer *json, const struct shown *shown)
{
	static const struct list nobody;
	static const struct value nothing;
	const struct update *update = shown->document->update;
	const struct overview *overview = shown->document->overview;
	const struct reading *reading = shown->version->reading;
	const struct value *by = update != NULL     ? &update->completed_by
	                         : overview != NULL ? &overview->director
	                                            : &nothing;
	const struct value *on = update != NULL     ? &update->completed_on
	                         : overview != NULL ? &overview->completed_on
	                                            : &nothing;
	int slip;
	json_add_text(json, "sponsor", reading->sponsor);
	add_texts(json, "managers", update != NULL ? &update->managers : &nobody);
	json_add_text(json, "support", update != NULL ? update->support.text : NULL);
	json_add_date(json, "agreed_completion", reading->agreed);
	json_add_date(json, "forecast_completion", reading->forecast);
	if (reading_slip(reading, &slip))
		json_add_number(json, "slip_days", slip);
	else
		json_add_null(json, "slip_days");
	json_add_text(json, "completed_by", by->text);
	json_add_text(json, "completed_on", on->text);
	json_add_text(json, "description", update != NULL ? update->description.text : NULL);
}

/* Every field of the document by its name, whatever else is said of it above. */
static void add_fields(struct json_writer *json, const struct document *document)
{
	const void *fields = document_fields(document);
	json_open_object(json, "fields");
	if (fields != NULL)
		fields_as_json(document->kind->shape, fields, json);
	json_close(json);
}

static void add_rating(struct json_writer *json, const struct shown *shown)
{
	const struct version *version = shown->version;
	const struct version *before =
		version_before(shown->subject.series, shown->standing, shown->record->tip.number);
	json_add_rating(json, "rating", version);
	json_add_text(json, "meaning",
	              version->level == SCALE_NONE
	                      ? NULL
	                      : version->scale->levels[version->level].meaning);
	json_add_text(json, "movement", change_id(change_of_rating(before, version)));
	json_add_rating(json, "previous", before);
	if (before != NULL)
		json_add_period(json, "previous_period", before->reading->period);
	else
		json_add_null(json, "previous_period");
	json_add_landing(json, "withdrawn", shown->standing->withdrawn);
	json_add_text(json, "path", version->path);
	json_add_landing(json, "landed", version->landing);
	json_add_landing(json, "rated", version_rater(version));
}

void show_as_json(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	struct json_writer json = {.out = out};
	const struct subject *subject = &shown->subject;
	struct filling filling;
	(void)layout;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &shown->record->tip.id);
	json_add_text(&json, "plan", subject->plan->id);
	json_add_text(&json, "organisation", subject->plan->plan->organisation.text);
	json_add_text(&json, "workstream", subject->series->id);
	json_add_text(&json, "title", subject->series->title);
	json_add_period(&json, "period", shown->standing->period);
	add_rating(&json, shown);
	add_facts(&json, shown);
	lists_as_json(&json, shown->version->reading);
	add_fields(&json, shown->document);
	filling_read(shown->record, subject->plan, subject->series, shown->document,
	             shown->standing->period, &filling);
	sections_as_json(&filling, &json);
	filling_release(&filling);
	questions_as_json(&json, (struct about){shown->questions, subject->series->id,
	                                        shown->standing->period});
	challenges_as_json(&json, shown->challenges, subject->series);
	independent_as_json(&json, shown->challenges, subject->series);
	ledger_as_json(&json, subject->series);
	json_open_object(&json, "history");
	standings_as_json(&json, subject->series, false);
	json_close(&json);
	remarks_as_json(shown->record, &json);
	json_close(&json);
}
