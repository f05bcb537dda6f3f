#include "named.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

/* The plan whose folder it is, as a shell completes it: `plans/recovery/`; or NULL. */
static const struct plan_record *plan_in_folder(const struct record *record, const char *name)
{
	static const char top[] = "plans/";
	if (strncmp(name, top, sizeof(top) - 1) != 0)
		return NULL;
	const char *id = name + sizeof(top) - 1;
	char *plain = mem_text(id, strcspn(id, "/"));
	const struct plan_record *plan = record_plan(record, plain);
	free(plain);
	return plan;
}

/* The first plan that has a workstream of that id, or NULL. */
static const struct plan_record *plan_with(const struct record *record, const char *workstream)
{
	for (size_t i = 0; i < record->count; i++)
		for (size_t j = 0; j < record->plans[i].count; j++)
			if (strcmp(record->plans[i].workstreams[j].id, workstream) == 0)
				return &record->plans[i];
	return NULL;
}

/* All plans there are, where that is a line. */
static int hint_plans(const struct record *record, struct error *error)
{
	enum { MOST = 8 };
	struct buf list = BUF_INIT;
	if (record->count == 0 || record->count > MOST)
		return error_hint(error, "`ragtrail trend` shows what there is");
	for (size_t i = 0; i < record->count; i++)
		buf_printf(&list, "%s%.40s", i == 0 ? "" : ", ", record->plans[i].id);
	error_hint(error, record->count == 1 ? "the only one is `%s`" : "there are: %s",
	           list.bytes);
	buf_release(&list);
	return -1;
}

int command_unknown_plan(const struct record *record, const char *name, struct error *error)
{
	const struct plan_record *folder = plan_in_folder(record, name);
	const struct plan_record *of = plan_with(record, name);
	const char **ids = mem_new(record->count + 1, sizeof(*ids));
	for (size_t i = 0; i < record->count; i++)
		ids[i] = record->plans[i].id;
	const char *meant = text_nearest(name, ids, record->count);
	free(ids);
	error_set(error, "there is no plan `%.100s` on record", name);
	if (folder != NULL || meant != NULL)
		return error_hint(error, "did you mean `%s`?", folder != NULL ? folder->id : meant);
	if (of != NULL)
		return error_hint(error, "that is a workstream of the plan `%s`", of->id);
	return hint_plans(record, error);
}

int command_no_plan(const struct record *record, struct error *error)
{
	static const char name[] = "/plan.md";
	for (size_t i = record->hole_count; i-- > 0;) {
		const char *path = record->holes[i].path;
		size_t length = strlen(path);
		if (length < sizeof(name) || strcmp(path + length - sizeof(name) + 1, name) != 0)
			continue;
		error_set(error, "%.300s cannot be read as a plan, so there is no plan on record",
		          path);
		return error_hint(error, "see: ragtrail check");
	}
	error_set(error, "there is no plan on record below plans/");
	return error_hint(error, "commit a plan: plans/<name>/plan.md with `kind: plan`");
}

int command_subjects(const struct record *record, int count, char **names,
                     struct subjects *subjects, struct error *error)
{
	if (record->count == 0)
		return command_no_plan(record, error);
	if (count == 0)
		subjects_all(subjects, record);
	for (int i = 0; i < count; i++)
		if (subjects_named(subjects, record, names[i], error) < 0)
			return -1;
	return 0;
}

int command_period(const char *text, struct period *period, struct error *error)
{
	char iso[PERIOD_TEXT_SIZE];
	struct period guess;
	if (period_parse(text, period))
		return 0;
	error_set(error, "`%.60s` is not a period", text);
	if (period_guess(text, &guess))
		return error_hint(error, "write %s", period_iso(guess, iso));
	return error_hint(error, "write a month, 2023-08, or several, 2023-07/2023-08");
}

bool command_format(const struct command *command, const char *format, bool *json,
                    enum status *status)
{
	*json = format != NULL && strcmp(format, "json") == 0;
	if (format == NULL || *json || strcmp(format, "text") == 0)
		return true;
	*status = command_usage(command, "`--format %.60s` must be text or json", format);
	return false;
}
