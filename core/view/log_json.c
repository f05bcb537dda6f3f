#include "view/log_view.h"

#include "view/json_values.h"
#include "view/remarks.h"

static void open_landing(struct json_writer *json, const struct landing *landing)
{
	json_open_object(json, NULL);
	json_add_commit(json, "commit", &landing->id);
	json_add_text(json, "author", landing->author.name);
	json_add_time(json, "authored_at", landing->author.time);
	json_add_time(json, "landed_at", landing_time(landing));
	json_add_arrival(json, landing);
	json_open_array(json, "changes");
}

static void add_changes(struct json_writer *json, const struct entry *entry)
{
	for (size_t i = 0; i < entry->count; i++) {
		json_open_object(json, NULL);
		json_add_text(json, "plan", entry->subject.plan->id);
		json_add_text(json, "workstream", entry->subject.series->id);
		json_add_period(json, "period", entry->period);
		json_add_change(json, &entry->changes[i]);
		json_close(json);
	}
}

void log_as_json(const struct record *record, const struct entries *entries,
                 const struct layout *layout, struct buf *out)
{
	struct json_writer json = {.out = out};
	const struct landing *landing = NULL;
	(void)layout;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &record->tip.id);
	json_open_array(&json, "entries");
	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i];
		if (landing == NULL || landing->number != entry->landing->number) {
			for (int open = landing == NULL ? 0 : 2; open > 0; open--)
				json_close(&json);
			landing = entry->landing;
			open_landing(&json, landing);
		}
		add_changes(&json, entry);
	}
	for (int open = landing == NULL ? 0 : 2; open > 0; open--)
		json_close(&json);
	json_close(&json);
	remarks_as_json(record, &json);
	json_close(&json);
}
