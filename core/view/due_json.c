#include "view/due_view.h"

#include "view/json_values.h"

static const char *signature_id(const struct report_entry *entry)
{
	return !entry->asks_signature   ? "not-asked"
	       : report_unsigned(entry) ? "unsigned"
	                                : "signed";
}

static void add_entry(struct json_writer *json, const struct report_entry *entry)
{
	json_open_object(json, NULL);
	json_add_text(json, "workstream", entry->series->id);
	json_add_text(json, "title", due_title(entry));
	json_add_period(json, "period", entry->period);
	json_add_date(json, "due", entry->due);
	json_add_text(json, "state", report_state_id(entry->state));
	json_add_number(json, "days", entry->days);
	json_add_flag(json, "withdrawn", entry->withdrawn);
	json_add_flag(json, "draft", entry->drafted);
	json_add_landing(json, "landed",
	                 entry->standing == NULL ? NULL : entry->standing->versions[0]->landing);
	json_add_text(json, "signature", signature_id(entry));
	if (entry->signed_by != NULL) {
		json_open_object(json, "signed");
		json_add_text(json, "by", entry->signed_by);
		json_add_date(json, "on", entry->signed_on);
		json_close(json);
	} else {
		json_add_null(json, "signed");
	}
	json_close(json);
}

static void add_rhythm(struct json_writer *json, const struct rhythm *rhythm)
{
	char month[PERIOD_TEXT_SIZE];
	if (!rhythm->known) {
		json_add_null(json, "rhythm");
		return;
	}
	json_open_object(json, "rhythm");
	json_add_number(json, "months", rhythm->months);
	json_add_text(json, "from",
	              period_iso((struct period){rhythm->first, rhythm->first}, month));
	if (rhythm->from_plan)
		json_add_null(json, "shown_by");
	else
		json_add_period(json, "shown_by", rhythm->seen);
	json_close(json);
}

static void add_calendar(struct json_writer *json, const struct calendar *calendar)
{
	const struct plan *plan = calendar->plan->plan;
	json_open_object(json, NULL);
	json_add_text(json, "id", calendar->plan->id);
	json_add_text(json, "title", plan->title.text);
	json_add_text(json, "organisation", plan->organisation.text);
	add_rhythm(json, &calendar->rhythm);
	if (plan->due_day.valid)
		json_add_number(json, "due_day", plan->due_day.as.number);
	else
		json_add_null(json, "due_day");
	json_open_object(json, "counts");
	for (enum report_state state = 0; state < REPORT_STATES; state++)
		json_add_number(json, report_state_id(state), (long long)calendar->states[state]);
	json_add_number(json, "unsigned", (long long)calendar->unsigned_count);
	json_close(json);
	json_add_number(json, "left_out", (long long)calendar->left_out);
	json_open_array(json, "reports");
	for (size_t i = 0; i < calendar->count; i++)
		add_entry(json, &calendar->entries[i]);
	json_close(json);
	json_close(json);
}

void due_as_json(const struct dues_told *told, const struct layout *layout, struct buf *out)
{
	struct json_writer json = {.out = out, .drain = layout->drain};
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &told->record->tip.id);
	json_add_date(&json, "today",
	              told->count != 0 ? told->calendars[0].today : (struct date){0});
	json_open_array(&json, "plans");
	for (size_t i = 0; i < told->count; i++)
		add_calendar(&json, &told->calendars[i]);
	json_close(&json);
	json_close(&json);
}
