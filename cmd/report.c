/* ragtrail report: the highlight report of a plan, as one document. */
#include "command.h"

#include <string.h>

#include "base/replace.h"
#include "named.h"
#include "site/documents.h"

struct report_values {
	const char *output, *format;
	struct as_of when;
};

const struct option_row report_options[] = {
	{'o', "output", "FILE", offsetof(struct report_values, output),
         "the file to write; one that is there is replaced"},
	AS_OF_ROWS(struct report_values, when),
	{0, "format", "FORMAT", offsetof(struct report_values, format),
         "html (the default) or markdown"},
	{0},
};

static const struct {
	const char *name;
	highlight_view view;
} formats[] = {{"html", highlight_as_html}, {"markdown", highlight_as_markdown}};

static highlight_view find_view(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (name == NULL || strcmp(formats[i].name, name) == 0)
			return formats[i].view;
	return NULL;
}

/* The plan that was named. */
static int choose(const struct record *record, const char *name, const struct plan_record **plan,
                  struct error *error)
{
	if (record->count == 0)
		return command_no_plan(record, error);
	*plan = record_plan(record, name);
	return *plan != NULL ? 0 : command_unknown_plan(record, name, error);
}

/* Writes the report to the file that was asked for, or to standard output. */
static enum status deliver(const struct report_values *values, const struct buf *out)
{
	struct error error = ERROR_INIT;
	if (values->output == NULL)
		return command_print(out);
	return replace_file(values->output, out->bytes, out->length, 0666, &error) < 0
	               ? command_fail(&error)
	               : STATUS_CLEAN;
}

enum status command_report(const struct command *command, int argc, char **argv)
{
	struct report_values values = {NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	const struct plan_record *plan = NULL;
	struct highlight highlight = {.period = {0, 0}};
	struct buf out = BUF_INIT;
	struct period period = {0, 0};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	highlight_view view = find_view(values.format);
	if (view == NULL)
		return command_usage(command, "`--format %.60s` must be html or markdown",
		                     values.format);
	if (count < 1 || count > 2)
		return command_usage(command, "say which plan, and at most one period: "
		                              "`ragtrail report PLAN [PERIOD]`");
	if (values.output != NULL && values.output[0] == '\0')
		return command_usage(command, "say where the report goes: `-o FILE`");
	if ((count == 2 && command_period(argv[1], &period, &error) < 0) ||
	    command_record(command, &repo, &record, &values.when, DEPTH_RATINGS, &error) < 0 ||
	    choose(record, argv[0], &plan, &error) < 0 ||
	    highlight_read(record, plan, count == 2 ? &period : NULL, &highlight, &error) < 0) {
		status = command_fail(&error);
	} else {
		view(&highlight, &out);
		status = deliver(&values, &out);
	}
	highlight_release(&highlight);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
