/* ragtrail show: one update, and how its rating came to be; or another document. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "named.h"
#include "rules/rules.h"
#include "terminal.h"
#include "view/filed_view.h"
#include "view/show_view.h"

struct show_values {
	const char *format, *colour;
	struct as_of when;
};

const struct option_row show_options[] = {
	AS_OF_ROWS(struct show_values, when),
	{0, "format", "FORMAT", offsetof(struct show_values, format), "text (the default) or json"},
	{0, "color", "WHEN", offsetof(struct show_values, colour),
         "auto (the default), always or never"},
	{0},
};

/* Cuts `workstream@2023-08`; *PERIOD is set where *GIVEN is. A title may hold an @ too. */
static int read_argument(const char *argument, char **name, struct period *period, bool *given,
                         struct error *error)
{
	const char *at = strrchr(argument, '@');
	*given = at != NULL && strchr("0123456789", at[1]) != NULL && at[1] != '\0';
	*name = mem_text(argument, *given ? (size_t)(at - argument) : strlen(argument));
	return *given ? command_period(at + 1, period, error) : 0;
}

static int find_subject(const struct record *record, const char *name, struct subject *subject,
                        struct error *error)
{
	struct subjects subjects = {0};
	char *names[] = {(char *)name};
	int result = -1;
	if (command_subjects(record, 1, names, &subjects, error) < 0)
		goto done;
	if (subjects.count == 1) {
		*subject = subjects.items[0];
		result = 0;
		goto done;
	}
	error_set(error, "`%.100s` is a plan, and a period of it has several reports", name);
	error_hint(error, "name a workstream, or have all of them: ragtrail report %.100s PERIOD",
	           name);
done:
	subjects_release(&subjects);
	return result;
}

/* The period that was asked for, or one that covers it; else the latest on record. */
static const struct standing *find_standing(const struct series *series,
                                            const struct period *period)
{
	const struct standing *found = NULL;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (period != NULL && period_equal(standing->period, *period))
			return standing;
		bool asked = period == NULL || period_overlaps(standing->period, *period);
		if (asked && (found == NULL || standing_holds(standing) || !standing_holds(found)))
			found = standing;
	}
	return found;
}

static int fail_no_report(const struct series *series, const struct period *period,
                          struct error *error)
{
	char text[PERIOD_TEXT_SIZE];
	const struct standing *latest = find_standing(series, NULL);
	if (latest == NULL) {
		error_set(error, "nothing is on record of `%.100s` yet", series->id);
		return error_hint(error, "what is not committed is judged by: ragtrail check");
	}
	error_set(error, "there is no report of `%.100s` for %s", series->id,
	          period_words(*period, text));
	return error_hint(error, "the latest is of %s", period_iso(latest->period, text));
}

/* Finds what is shown, and reads its document, which is the caller's to free. */
static int find(const struct record *record, const char *argument, struct shown *shown,
                struct document **document, struct error *error)
{
	char *name = NULL;
	struct period period = {0, 0};
	bool given;
	int result = -1;
	if (read_argument(argument, &name, &period, &given, error) < 0 ||
	    find_subject(record, name, &shown->subject, error) < 0)
		goto done;
	shown->record = record;
	shown->standing = find_standing(shown->subject.series, given ? &period : NULL);
	if (shown->standing == NULL) {
		fail_no_report(shown->subject.series, &period, error);
		goto done;
	}
	shown->version = standing_version(shown->standing);
	result = record_document(record, shown->version, document, error);
	shown->document = *document;
done:
	free(name);
	return result;
}

/*
 * A document of another kind, where no workstream or plan has that name. Returns 1 where there
 * is one, 0 where there is none and -1 where several are; with the error filled for -1.
 */
static int find_filed(const struct cabinet *cabinet, const char *name, const struct filed **filed,
                      struct error *error)
{
	size_t count = cabinet_named(cabinet, name, filed);
	if (count <= 1)
		return (int)count;
	error_set(error, "`%.100s` is the id of %zu documents", name, count);
	return error_hint(error, "give each its own id, or say whose: %.100s/%.100s",
	                  (*filed)->plan_id, (*filed)->id);
}

static enum status show_filed(const struct record *record, const struct filed *filed,
                              struct date day, bool json, const struct layout *layout)
{
	struct filed_shown shown = {.record = record, .filed = filed, .day = day};
	struct buf out = BUF_INIT;
	filed_view view = json ? filed_as_json : filed_as_text;
	view(&shown, layout, &out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

static enum status show_plan(const struct record *record, const struct plan_record *plan, bool json,
                             const struct layout *layout)
{
	struct buf out = BUF_INIT;
	if (json)
		plan_as_json(record, plan, &out);
	else
		plan_as_text(record, plan, layout, &out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

/*
 * What is not a workstream may be a plan, or a document of another kind; else the first error
 * holds.
 */
static enum status show_other(const struct record *record, const char *name, struct date day,
                              bool json, const struct layout *layout, const struct error *unknown)
{
	struct cabinet cabinet;
	struct error error = ERROR_INIT;
	const struct filed *filed = NULL;
	int found = -1;
	enum status status;
	if (record_plan(record, name) != NULL)
		return show_plan(record, record_plan(record, name), json, layout);
	if (cabinet_read(record, &cabinet, &error) == 0)
		found = find_filed(&cabinet, name, &filed, &error);
	if (found > 0)
		status = show_filed(record, filed, day, json, layout);
	else
		status = command_fail(found == 0 ? unknown : &error);
	cabinet_release(&cabinet);
	return status;
}

enum status command_show(const struct command *command, int argc, char **argv)
{
	struct show_values values = {NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct document *document = NULL;
	struct shown shown = {0};
	struct findings questions = {0};
	struct cabinet cabinet = {.arena = ARENA_INIT};
	struct challenges challenges = {.arena = ARENA_INIT};
	struct buf out = BUF_INIT;
	int count;
	bool json;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status) ||
	    !command_format(command, values.format, &json, &status))
		return status;
	if (count != 1)
		return command_usage(command, "say what to show: a workstream, or a document's id");
	if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	    command_record(command, &repo, &record, &values.when, DEPTH_WHOLE, &error) < 0 ||
	    (find(record, argv[0], &shown, &document, &error) == 0 &&
	     (rules_judge_period(record, shown.subject.plan, shown.standing->period, &questions,
	                         &error) < 0 ||
	      cabinet_read(record, &cabinet, &error) < 0))) {
		status = command_fail(&error);
	} else if (document == NULL) {
		status = show_other(record, argv[0], command_day(record, &values.when), json,
		                    &layout, &error);
	} else {
		shown.questions = &questions;
		challenges_read(record, shown.subject.plan, &cabinet, true, &challenges);
		shown.challenges = &challenges;
		show_view view = json ? show_as_json : show_as_text;
		view(&shown, &layout, &out);
		status = command_print(&out);
	}
	document_free(document);
	challenges_release(&challenges);
	cabinet_release(&cabinet);
	findings_release(&questions);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
