/* ragtrail handovers: where the tasks of close-downs went, and whether they arrived. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "named.h"
#include "terminal.h"
#include "view/handovers_view.h"

struct handovers_values {
	const char *format;
	struct as_of when;
};

const struct option_row handovers_options[] = {
	AS_OF_ROWS(struct handovers_values, when),
	{0, "format", "FORMAT", offsetof(struct handovers_values, format),
         "text (the default) or json"},
	{0},
};

/* The plans that were named. */
static int choose(const struct record *record, int count, char **names,
                  const struct plan_record **plans, struct error *error)
{
	if (record->count == 0)
		return command_no_plan(record, error);
	for (int i = 0; i < count; i++) {
		plans[i] = record_plan(record, names[i]);
		if (plans[i] == NULL)
			return command_unknown_plan(record, names[i], error);
	}
	return 0;
}

enum status command_handovers(const struct command *command, int argc, char **argv)
{
	struct handovers_values values = {NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct cabinet cabinet = {.arena = ARENA_INIT};
	struct handovers handovers = {.arena = ARENA_INIT};
	struct buf out = BUF_INIT;
	bool json;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status) ||
	    !command_format(command, values.format, &json, &status))
		return status;
	const struct plan_record **plans = mem_new((size_t)count + 1, sizeof(*plans));
	if (terminal_layout(command->terminal, NULL, &layout, &error) < 0 ||
	    command_record(command, &repo, &record, &values.when, DEPTH_RATINGS, &error) < 0 ||
	    choose(record, count, argv, plans, &error) < 0 ||
	    cabinet_read(record, &cabinet, &error) < 0 ||
	    handovers_read(record, &cabinet, &handovers, &error) < 0) {
		status = command_fail(&error);
	} else {
		const struct handovers_told told = {record, &handovers, plans, (size_t)count};
		(json ? handovers_as_json : handovers_as_text)(&told, &layout, &out);
		status = command_print(&out);
	}
	handovers_release(&handovers);
	cabinet_release(&cabinet);
	free(plans);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
