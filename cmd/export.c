/* ragtrail export: the whole record, for other programs. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "ask.h"
#include "base/buf.h"
#include "base/staging.h"
#include "base/text.h"
#include "named.h"
#include "view/export_view.h"

struct export_values {
	const char *output, *format, *table;
	bool schema;
	struct as_of when;
};

const struct option_row export_options[] = {
	{'o', "output", "DIR", offsetof(struct export_values, output),
         "write all files into this folder, which is replaced whole"},
	AS_OF_ROWS(struct export_values, when),
	{0, "format", "FORMAT", offsetof(struct export_values, format),
         "json (the default) or csv, on standard output"},
	{0, "table", "TABLE", offsetof(struct export_values, table),
         "of csv: ratings (the default), milestones, risks or candour"},
	{0, "schema", NULL, offsetof(struct export_values, schema),
         "print the JSON Schema of the export, and read nothing"},
	{0},
};

static const struct export_table *find_table(const char *name)
{
	if (name == NULL)
		return &export_tables[0];
	for (size_t i = 0; i < EXPORT_TABLES; i++)
		if (strcmp(export_tables[i].name, name) == 0)
			return &export_tables[i];
	return NULL;
}

/* False where options contradict each other; then *STATUS is set. */
static bool check_values(const struct command *command, const struct export_values *values,
                         enum status *status)
{
	bool csv = values->format != NULL && strcmp(values->format, "csv") == 0;
	if (values->format != NULL && !csv && strcmp(values->format, "json") != 0)
		*status = command_usage(command, "`--format %.60s` must be json or csv",
		                        values->format);
	else if (values->output != NULL && (values->format != NULL || values->table != NULL))
		*status = command_usage(command, "`--output` writes every form: leave out "
		                                 "`--format` and `--table`");
	else if (values->output != NULL && values->output[0] == '\0')
		*status = command_usage(command, "say where the files go: `-o DIR`");
	else if (values->table != NULL && !csv)
		*status = command_usage(command, "`--table` goes with `--format csv`");
	else if (find_table(values->table) == NULL)
		*status = command_usage(command,
		                        "`--table %.60s` must be ratings, milestones, risks or "
		                        "candour",
		                        values->table);
	else
		return true;
	return false;
}

/* All that goes out, of one record. */
struct exported {
	struct exempt exempt;
	struct cabinet cabinet;
	struct export_filed filed;
	struct findings *questions;
};

static int write_file(struct staging *staging, const char *path, struct buf *bytes,
                      struct error *error)
{
	int result = staging_write(staging, path, NULL, bytes->bytes, bytes->length, error);
	buf_clear(bytes);
	return result;
}

/* All files of the folder, or none. */
static int write_folder(const struct exported *exported, const char *folder, struct error *error)
{
	struct staging *staging = NULL;
	struct buf bytes = BUF_INIT, name = BUF_INIT;
	int result = staging_open(&staging, folder, STAGING_EXPORT, 0, error);
	for (size_t i = 0; i < EXPORT_TABLES && result == 0; i++) {
		buf_clear(&name);
		buf_printf(&name, "%s.csv", export_tables[i].name);
		export_as_csv(&export_tables[i], &exported->exempt, exported->questions, &bytes);
		result = write_file(staging, name.bytes, &bytes, error);
	}
	if (result == 0) {
		export_as_json(&exported->exempt, &exported->filed, exported->questions, NULL,
		               &bytes);
		result = write_file(staging, "ragtrail.json", &bytes, error);
	}
	if (result == 0) {
		export_schema(&bytes);
		result = write_file(staging, "ragtrail.schema.json", &bytes, error);
	}
	if (result == 0)
		result = staging_commit(staging, error);
	staging_close(staging);
	buf_release(&bytes);
	buf_release(&name);
	return result;
}

static enum status report(const char *folder)
{
	struct buf line = BUF_INIT;
	buf_text(&line, "ratings.csv, milestones.csv, risks.csv, candour.csv, ragtrail.json and "
	                "its schema in ");
	text_add_visible(&line, folder, strlen(folder));
	buf_byte(&line, '\n');
	enum status status = command_print(&line);
	buf_release(&line);
	return status;
}

static enum status print(const struct exported *exported, const struct export_values *values)
{
	struct buf out = BUF_INIT;
	if (values->format != NULL && strcmp(values->format, "csv") == 0)
		export_as_csv(find_table(values->table), &exported->exempt, exported->questions,
		              &out);
	else
		export_as_json(&exported->exempt, &exported->filed, exported->questions,
		               command_drain, &out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

static enum status print_schema(void)
{
	struct buf out = BUF_INIT;
	export_schema(&out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

/* Reads what goes out beside the record itself. */
static int gather(const struct record *record, const struct as_of *when, struct exported *exported,
                  struct error *error)
{
	exempt_read(record, &exported->exempt);
	if (cabinet_read(record, &exported->cabinet, error) < 0)
		return -1;
	exported->filed = (struct export_filed){&exported->cabinet, command_day(record, when)};
	return questions_ask(record, &exported->questions, error);
}

enum status command_export(const struct command *command, int argc, char **argv)
{
	struct export_values values = {NULL, NULL, NULL, false, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct exported exported = {.cabinet = {.arena = ARENA_INIT}};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count != 0)
		return command_usage(command, "export takes no argument, but got `%.100s`",
		                     argv[0]);
	if (values.schema)
		return print_schema();
	if (!check_values(command, &values, &status))
		return status;
	if (command_record(command, &repo, &record, &values.when, DEPTH_WHOLE, &error) < 0 ||
	    (record->count == 0 && command_no_plan(record, &error) < 0) ||
	    gather(record, &values.when, &exported, &error) < 0 ||
	    (values.output != NULL && write_folder(&exported, values.output, &error) != 0))
		status = command_fail(&error);
	else
		status = values.output != NULL ? report(values.output) : print(&exported, &values);
	questions_forget(record, exported.questions);
	cabinet_release(&exported.cabinet);
	exempt_release(&exported.exempt);
	record_free(record);
	repo_close(repo);
	return status;
}
