/* Where a paper's figures are from, and how old they were: declared in view/edition.h. */
#include "view/edition.h"

#include "view/json_values.h"

static void add_days(struct json_writer *json, const char *key, const struct edition *edition,
                     struct date date)
{
	const struct value *meeting = &edition->paper->date;
	if (meeting->valid && date.year != 0)
		json_add_number(json, key, date_days(meeting->as.date) - date_days(date));
	else
		json_add_null(json, key);
}

static void add_age(struct json_writer *json, const struct edition *edition,
                    const struct paper_age *age)
{
	json_open_object(json, NULL);
	json_add_text(json, "workstream", age->id);
	json_add_text(json, "title", age->title);
	json_add_rating(json, "rating", age->version);
	if (age->version != NULL)
		json_add_period(json, "period", age->version->reading->period);
	else
		json_add_null(json, "period");
	json_add_date(json, "ended", age->ended);
	add_days(json, "ended_days_before", edition, age->ended);
	json_add_date(json, "rated", age->landed);
	add_days(json, "rated_days_before", edition, age->landed);
	json_close(json);
}

void paper_as_json(struct edition *edition, struct json_writer *json)
{
	size_t count;
	const struct paper_age *ages = paper_ages(edition, &count);
	json_open_object(json, "figures");
	json_add_flag(json, "published", edition->published);
	json_add_flag(json, "changed_since", edition->changed);
	if (edition->record != NULL)
		json_add_commit(json, "commit", &edition->record->tip.id);
	else
		json_add_null(json, "commit");
	json_add_text(json, "unreadable", edition->record != NULL ? NULL : edition->why.what);
	json_open_array(json, "ages");
	for (size_t i = 0; i < count; i++)
		add_age(json, edition, &ages[i]);
	json_close(json);
	json_close(json);
}
