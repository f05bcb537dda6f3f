/* ragtrail due: which reports are missing, late or unsigned, and which are due next. */
#include "command.h"

#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "named.h"
#include "record/calendar.h"
#include "terminal.h"
#include "view/due_view.h"

struct due_values {
	const char *format, *colour;
	struct as_of when;
};

const struct option_row due_options[] = {
	AS_OF_ROWS(struct due_values, when),
	{0, "format", "FORMAT", offsetof(struct due_values, format), "text (the default) or json"},
	{0, "color", "WHEN", offsetof(struct due_values, colour),
         "auto (the default), always or never"},
	{0},
};

/* The day that it is: the one asked for, that of the revision asked for, or the clock's. */
static struct date today(const struct record *record, const struct as_of *when)
{
	struct date day;
	if (when->day != NULL && date_parse(when->day, &day))
		return day;
	if (when->revision != NULL)
		return date_from_time(landing_time(&record->tip));
	return date_from_time((int64_t)time(NULL));
}

/* The plans that were named, or all. */
static int choose(const struct record *record, int count, char **names, struct date day,
                  struct calendar **calendars, size_t *chosen, struct error *error)
{
	if (record->count == 0)
		return command_no_plan(record, error);
	size_t wanted = count == 0 ? record->count : (size_t)count;
	*calendars = mem_new(wanted, sizeof(**calendars));
	while (*chosen < wanted) {
		const struct plan_record *plan =
			count == 0 ? &record->plans[*chosen] : record_plan(record, names[*chosen]);
		if (plan == NULL)
			return command_unknown_plan(record, names[*chosen], error);
		if (calendar_read(record, plan, day, &(*calendars)[(*chosen)++], error) < 0)
			return -1;
	}
	return 0;
}

static void release(struct calendar *calendars, size_t count)
{
	for (size_t i = 0; i < count; i++)
		calendar_release(&calendars[i]);
	free(calendars);
}

enum status command_due(const struct command *command, int argc, char **argv)
{
	struct due_values values = {NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct calendar *calendars = NULL;
	struct buf out = BUF_INIT;
	size_t chosen = 0;
	int count;
	bool json;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status) ||
	    !command_format(command, values.format, &json, &status))
		return status;
	if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	    command_record(command, &repo, &record, &values.when, DEPTH_RATINGS, &error) < 0 ||
	    choose(record, count, argv, today(record, &values.when), &calendars, &chosen, &error) <
	            0) {
		status = command_fail(&error);
	} else {
		due_view view = json ? due_as_json : due_as_text;
		view(&(struct dues_told){record, calendars, chosen}, &layout, &out);
		status = command_print(&out);
	}
	release(calendars, chosen);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
