/* ragtrail render: the record as a folder of HTML pages. */
#include "command.h"

#include <string.h>

#include "base/buf.h"
#include "record/record.h"
#include "site.h"

struct render_values {
	const char *output;
	struct as_of when;
};

const struct option_row render_options[] = {
	{'o', "output", "DIR", offsetof(struct render_values, output),
         "the folder to make; one made before is replaced whole or not at all"},
	AS_OF_ROWS(struct render_values, when),
	{0},
};

/* For who renders beside: that may take long for a long history. */
enum { PATIENCE = 20 }; /* seconds */

/* Says where the pages are; a slash at the folder's end is not said twice. */
static enum status report(const char *folder, size_t pages)
{
	struct buf line = BUF_INIT;
	size_t length = strlen(folder);
	while (length > 1 && folder[length - 1] == '/')
		length--;
	const char *slash = folder[length - 1] == '/' ? "" : "/";
	buf_printf(&line, "%zu %s in ", pages, pages == 1 ? "page" : "pages");
	buf_add(&line, folder, length);
	buf_text(&line, ": open ");
	buf_add(&line, folder, length);
	buf_printf(&line, "%sindex.html\n", slash);
	enum status status = command_print(&line);
	buf_release(&line);
	return status;
}

enum status command_render(const struct command *command, int argc, char **argv)
{
	struct render_values values = {NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct site_made made;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count != 0)
		return command_usage(command, "render takes no argument, but got `%.100s`",
		                     argv[0]);
	if (values.output == NULL || values.output[0] == '\0')
		return command_usage(command, "say where the pages go: `-o DIR`");
	const struct site_order order = {values.output, PATIENCE, values.when.verify};
	if (command_record(command, &repo, &record, &values.when, DEPTH_WHOLE, &error) < 0 ||
	    site_replace(record, &order, &made, &error) < 0)
		status = command_fail(&error);
	else
		status = report(values.output, made.pages);
	record_free(record);
	repo_close(repo);
	return status;
}
