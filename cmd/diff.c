/* ragtrail diff: what changed on record between two revisions. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "named.h"
#include "terminal.h"
#include "view/diff_view.h"

struct diff_values {
	const char *format, *colour, *plan;
	struct as_of when;
};

const struct option_row diff_options[] = {
	{'p', "plan", "PLAN", offsetof(struct diff_values, plan), "this plan alone"},
	AS_OF_ROWS(struct diff_values, when),
	{0, "format", "FORMAT", offsetof(struct diff_values, format), "text (the default) or json"},
	{0, "color", "WHEN", offsetof(struct diff_values, colour),
         "auto (the default), always or never"},
	{0},
};

/* The revisions as they were named; NULL where one was not. */
struct ends {
	char *before, *now;
};

/* `A`, `A B`, `A..B` or `A..`; false where it is none of these. */
static bool read_ends(int count, char **arguments, struct ends *ends)
{
	*ends = (struct ends){NULL, NULL};
	if (count < 1 || count > 2)
		return false;
	const char *dots = strstr(arguments[0], "..");
	if (dots != NULL && (count == 2 || dots == arguments[0] || dots[2] == '.'))
		return false;
	size_t length = dots != NULL ? (size_t)(dots - arguments[0]) : strlen(arguments[0]);
	ends->before = mem_text(arguments[0], length);
	const char *now = count == 2 ? arguments[1] : dots != NULL ? dots + 2 : "";
	if (now[0] != '\0')
		ends->now = mem_text(now, strlen(now));
	return ends->before[0] != '\0';
}

/* True when the commit is one of the record's landings. */
static bool is_landing(const struct record *record, const struct object_id *commit)
{
	const struct lineage *lineage = &record->lineage;
	for (size_t i = lineage->landing_count; i-- > 0;)
		if (object_equal(&lineage->commits[lineage->landings[i]].id, commit))
			return true;
	return false;
}

/* The two records of a run, and what was found between them. */
struct run {
	struct repo *repo;
	struct record *before, *now;
	struct comparison comparison;
	struct diff_names names;
};

static int compare(const struct command *command, struct run *run, const struct diff_values *values,
                   const struct ends *ends, struct error *error)
{
	struct as_of when = values->when;
	struct object_id commit;
	if (ends->now != NULL)
		when.revision = ends->now;
	run->names.before = ends->before;
	run->names.now = when.day != NULL        ? when.day
	                 : when.revision != NULL ? when.revision
	                                         : "HEAD";
	if (command_record(command, &run->repo, &run->now, &when, DEPTH_WHOLE, error) < 0 ||
	    repo_commit(run->repo, ends->before, &commit, NULL, error) < 0 ||
	    record_read(run->repo, &commit, DEPTH_WHOLE, &run->before, error) < 0)
		return -1;
	run->names.related = is_landing(run->now, &commit);
	if (run->now->count == 0 && run->before->count == 0)
		return command_no_plan(run->now, error);
	if (values->plan != NULL && record_plan(run->now, values->plan) == NULL &&
	    record_plan(run->before, values->plan) == NULL)
		return command_unknown_plan(run->now, values->plan, error);
	comparison_read(run->before, run->now, values->plan, &run->comparison);
	return 0;
}

static enum status print(const struct run *run, bool json, const struct layout *layout)
{
	struct buf out = BUF_INIT;
	diff_view view = json ? diff_as_json : diff_as_text;
	view(&run->comparison, &run->names, layout, &out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

enum status command_diff(const struct command *command, int argc, char **argv)
{
	struct diff_values values = {NULL, NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct ends ends = {NULL, NULL};
	struct run run = {0};
	int count;
	bool json;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status) ||
	    !command_format(command, values.format, &json, &status))
		return status;
	if (!read_ends(count, argv, &ends))
		status = command_usage(command, "say which revisions: `A`, `A B` or `A..B`");
	else if (ends.now != NULL && (values.when.revision != NULL || values.when.day != NULL))
		status = command_usage(command, "`--at` and `--on` say what `%.100s` says already",
		                       ends.now);
	else if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	         compare(command, &run, &values, &ends, &error) < 0)
		status = command_fail(&error);
	else
		status = print(&run, json, &layout);
	comparison_release(&run.comparison);
	record_free(run.before);
	record_free(run.now);
	repo_close(run.repo);
	free(ends.before);
	free(ends.now);
	return status;
}
