#include "document/closedown.h"

#include <string.h>

#include "base/text.h"
#include "document/rows.h"

static const struct field evidence_fields[] = {
	FIELD(task_evidence, text, "text", FIELD_TEXT, REQUIRED, "What shows that it was done."),
	REFERRING(task_evidence, committee, "committee", FIELD_SLUG, OPTIONAL, REFERS_COMMITTEE,
                  "The id of the body that agreed or saw it."),
	FIELD(task_evidence, on, "on", FIELD_DATE, OPTIONAL, "When it did."),
	FIELD(task_evidence, link, "link", FIELD_TEXT, OPTIONAL, "Where it can be read."),
};
static const struct shape evidence_shape = SHAPE("evidence", task_evidence, evidence_fields, NULL);

static const struct field acceptance_fields[] = {
	FIELD(acceptance, by, "by", FIELD_TEXT, REQUIRED, "Who takes the work over."),
	FIELD(acceptance, on, "on", FIELD_DATE, REQUIRED, "When."),
};
static const struct shape acceptance_shape =
	SHAPE("acceptance", acceptance, acceptance_fields, NULL);

static const struct field task_fields[] = {
	FIELD(closedown_task, id, "id", FIELD_SLUG, REQUIRED,
              "A short name, by which a receiving plan takes it over."),
	REFERRING(closedown_task, workstream, "workstream", FIELD_SLUG, REQUIRED, REFERS_WORKSTREAM,
                  "The workstream's id in the plan."),
	FIELD(closedown_task, task, "task", FIELD_TEXT, REQUIRED, "What was to be done."),
	RECORDS(closedown_task, evidence, "evidence", FIELD_RECORDS, OPTIONAL, &evidence_shape,
                "What was done, and what shows it."),
	FIELD(closedown_task, outstanding, "outstanding", FIELD_LIST, OPTIONAL,
              "What is still to be done."),
	FIELD(closedown_task, covers, "covers", FIELD_LIST, OPTIONAL,
              "The ids of the workstream's outcomes and milestones that it accounts for, and the "
              "tasks that it took over: `plan/closedown#task`."),
	REFERRING(closedown_task, disposition, "disposition", FIELD_LIST, OPTIONAL,
                  REFERS_DISPOSITION, "What becomes of it: one of the plan's `dispositions`."),
	FIELD(closedown_task, to, "to", FIELD_TEXT, OPTIONAL,
              "Where it goes: `plan/workstream`, or a directorate's plan by name."),
	FIELD(closedown_task, reason, "reason", FIELD_TEXT, OPTIONAL,
              "Why it was decided so, where that needs saying."),
	RECORDS(closedown_task, accepted, "accepted", FIELD_RECORD, OPTIONAL, &acceptance_shape,
                "The receiving side's word that the work is theirs now."),
};
static const struct shape task_shape = SHAPE("task", closedown_task, task_fields, NULL);

static const struct field closedown_fields[] = {
	FIELD(closedown, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(closedown, title, "title", FIELD_TEXT, OPTIONAL, "What readers see."),
	FIELD(closedown, date, "date", FIELD_DATE, REQUIRED, "The day it speaks of."),
	RECORDS(closedown, tasks, "tasks", FIELD_RECORDS, REQUIRED, &task_shape,
                "Every task of the phase."),
};
const struct shape closedown_shape =
	SHAPE("close-down", closedown, closedown_fields, &common_shape);

const struct disposition dispositions_usual[DISPOSITIONS_USUAL] = {
	{"completed-review-in-directorate", "Completed; any review is the directorate's",
         DISPOSITION_KEPT},
	{"completed", "Completed; no further action", DISPOSITION_CLOSED},
	{"next-phase", "Goes on in the next phase", DISPOSITION_MOVED},
	{"directorate-plan", "Goes on in a directorate's plan", DISPOSITION_MOVED},
};

bool disposition_named(const struct plan *plan, const char *id, struct disposition *disposition)
{
	size_t listed = plan == NULL ? 0 : plan->dispositions.count;
	const struct disposition_fields *rows =
		listed == 0 ? NULL : LIST_OF(struct disposition_fields, plan->dispositions);
	for (size_t i = 0; i < listed; i++) {
		if (rows[i].id.text == NULL || strcmp(rows[i].id.text, id) != 0)
			continue;
		*disposition = (struct disposition){
			.id = rows[i].id.text,
			.title = rows[i].title.text != NULL ? rows[i].title.text : rows[i].id.text,
			.meaning = rows[i].means.valid
		                           ? (enum disposition_meaning)rows[i].means.as.word
		                           : DISPOSITION_MOVED,
		};
		return true;
	}
	for (size_t i = 0; listed == 0 && i < DISPOSITIONS_USUAL; i++) {
		if (strcmp(dispositions_usual[i].id, id) == 0) {
			*disposition = dispositions_usual[i];
			return true;
		}
	}
	return false;
}

bool task_disposition(const struct plan *plan, const struct closedown_task *task,
                      struct disposition *disposition)
{
	const struct value *values = LIST_OF(struct value, task->disposition);
	return task->disposition.count == 1 && values[0].text != NULL &&
	       disposition_named(plan, values[0].text, disposition);
}

/* Copies the id in front of END, or all of the text where END is NULL. */
static bool read_id(const char *text, const char *end, char id[ID_TEXT_SIZE])
{
	size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
	if (length >= ID_TEXT_SIZE)
		return false;
	memcpy(id, text, length);
	id[length] = '\0';
	return text_is_slug(id);
}

bool destination_read(const char *text, struct task_destination *destination)
{
	const char *slash = strchr(text, '/');
	return slash != NULL && read_id(text, slash, destination->plan) &&
	       read_id(slash + 1, NULL, destination->workstream);
}

bool task_name_read(const char *text, struct task_name *name)
{
	const char *slash = strchr(text, '/'), *hash = strchr(text, '#');
	name->plan[0] = '\0';
	if (hash == NULL || (slash != NULL && slash > hash))
		return false;
	return (slash == NULL || read_id(text, slash, name->plan)) &&
	       read_id(slash == NULL ? text : slash + 1, hash, name->closedown) &&
	       read_id(hash + 1, NULL, name->task);
}
