/* ragtrail render: the record as a folder of HTML pages. */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "record/record.h"
#include "site.h"

struct render_values {
	const char *output;
	bool check;
	struct as_of when;
};

const struct option_row render_options[] = {
	{'o', "output", "DIR", offsetof(struct render_values, output),
         "the folder to make; one made before is replaced whole or not at all"},
	{0, "check", NULL, offsetof(struct render_values, check),
         "make the pages in memory, and say which links, anchors and pages are lost"},
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

/* Says what is wrong with the pages, and how many there are. */
static enum status tell(const struct buf *findings, const struct inspected *inspected)
{
	enum status status = command_print(findings);
	if (status != STATUS_CLEAN)
		return status;
	fprintf(stderr, "%zu %s of a site checked: %zu %s, %zu %s\n", inspected->files,
	        inspected->files == 1 ? "file" : "files", inspected->errors,
	        inspected->errors == 1 ? "error" : "errors", inspected->warnings,
	        inspected->warnings == 1 ? "warning" : "warnings");
	return inspected->errors != 0 ? STATUS_FINDINGS : STATUS_CLEAN;
}

/* Renders, or checks what would be rendered. */
static enum status run(const struct record *record, const struct site_order *order)
{
	struct error error = ERROR_INIT;
	struct buf findings = BUF_INIT;
	struct inspected inspected;
	struct site_made made;
	enum status status;
	if (order->folder == NULL)
		status = site_inspect(record, order, &findings, &inspected, &error) < 0
		                 ? command_fail(&error)
		                 : tell(&findings, &inspected);
	else
		status = site_replace(record, order, &made, &error) < 0
		                 ? command_fail(&error)
		                 : report(order->folder, made.pages);
	buf_release(&findings);
	return status;
}

enum status command_render(const struct command *command, int argc, char **argv)
{
	struct render_values values = {.output = NULL};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count != 0)
		return command_usage(command, "render takes no argument, but got `%.100s`",
		                     argv[0]);
	if (values.check && values.output != NULL)
		return command_usage(command, "`--check` writes nothing: leave `-o` out");
	if (!values.check && (values.output == NULL || values.output[0] == '\0'))
		return command_usage(command, "say where the pages go: `-o DIR`");
	const struct site_order order = {
		.folder = values.output, .patience = PATIENCE, .anew = values.when.verify};
	if (command_record(command, &repo, &record, &values.when, DEPTH_WHOLE, &error) < 0)
		status = command_fail(&error);
	else
		status = run(record, &order);
	record_free(record);
	repo_close(repo);
	return status;
}
