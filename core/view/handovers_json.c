#include "view/handovers_view.h"

#include "view/json_values.h"

static void add_sides(const struct handover *handover, struct json_writer *json)
{
	json_add_text(json, "to", handover->receiver);
	if (handover->plan != NULL && handover->series != NULL) {
		json_open_object(json, "receiver");
		json_add_text(json, "plan", handover->plan->id);
		json_add_text(json, "workstream", handover->series->id);
		json_close(json);
	} else {
		json_add_null(json, "receiver");
	}
	json_add_landing(json, "offered", handover->offered);
	if (handover->named != NULL) {
		json_open_object(json, "named");
		json_add_text(json, "plan", handover->named->plan->id);
		json_add_text(json, "workstream", handover->named->workstream);
		json_add_landing(json, "landed", handover->named->landing);
		json_close(json);
	} else {
		json_add_null(json, "named");
	}
	if (handover->accepted != NULL) {
		json_open_object(json, "accepted");
		json_add_text(json, "by", handover->task->accepted.by.text);
		json_add_date(json, "on", handover->task->accepted.on.as.date);
		json_add_landing(json, "landed", handover->accepted);
		json_close(json);
	} else {
		json_add_null(json, "accepted");
	}
}

static void add_handover(const struct handover *handover, struct json_writer *json)
{
	const struct closedown_task *task = handover->task;
	json_open_object(json, NULL);
	json_add_text(json, "name", handover->name);
	json_add_text(json, "plan", handover->filed->plan_id);
	json_add_text(json, "closedown", handover->filed->id);
	json_add_text(json, "task", task->id.text);
	json_add_text(json, "workstream", task->workstream.text);
	json_add_text(json, "title", task->task.text);
	if (handover->disposition.id != NULL) {
		json_open_object(json, "disposition");
		json_add_text(json, "id", handover->disposition.id);
		json_add_text(json, "title", handover->disposition.title);
		json_close(json);
	} else {
		json_add_null(json, "disposition");
	}
	json_add_text(json, "state", handover_state_id(handover->state));
	json_add_flag(json, "open", handover_is_open(handover));
	json_add_flag(json, "reopened", handover_is_reopened(handover));
	add_sides(handover, json);
	json_open_array(json, "outstanding");
	for (size_t i = 0; i < task->outstanding.count; i++)
		json_add_text(json, NULL, LIST_OF(struct value, task->outstanding)[i].text);
	json_close(json);
	json_open_array(json, "before");
	for (size_t i = 0; i < handover->before_count; i++)
		json_add_text(json, NULL, handover->before[i]->name);
	json_close(json);
	json_add_text(json, "next", handover->next != NULL ? handover->next->name : NULL);
	json_close(json);
}

void handovers_as_json(const struct handovers_told *told, const struct layout *layout,
                       struct buf *out)
{
	struct json_writer json = {.out = out, .drain = layout->drain};
	size_t counts[HANDOVER_STATES] = {0}, open = 0;
	for (size_t i = 0; i < told->handovers->count; i++) {
		const struct handover *handover = told->handovers->sorted[i];
		if (!handovers_tell(told, handover))
			continue;
		counts[handover->state]++;
		open += handover_is_open(handover) ? 1 : 0;
	}
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &told->record->tip.id);
	json_open_object(&json, "counts");
	json_add_number(&json, "open", (long long)open);
	for (enum handover_state state = 0; state < HANDOVER_CLOSED; state++)
		json_add_number(&json, handover_state_id(state), (long long)counts[state]);
	json_close(&json);
	json_open_array(&json, "handovers");
	for (size_t i = 0; i < told->handovers->count; i++)
		if (handovers_tell(told, told->handovers->sorted[i]))
			add_handover(told->handovers->sorted[i], &json);
	json_close(&json);
	json_close(&json);
}
