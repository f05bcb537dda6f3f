/* ragtrail log: what landed, newest first. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "named.h"
#include "terminal.h"
#include "view/log_view.h"

struct log_values {
	const char *format, *colour, *most;
	struct as_of when;
};

const struct option_row log_options[] = {
	{'n', "max-count", "N", offsetof(struct log_values, most),
         "no more than the newest N landings"},
	AS_OF_ROWS(struct log_values, when),
	{0, "format", "FORMAT", offsetof(struct log_values, format), "text (the default) or json"},
	{0, "color", "WHEN", offsetof(struct log_values, colour),
         "auto (the default), always or never"},
	{0},
};

/* A number from 1; 0 where there is no option, and where it is none that was written. */
static size_t read_count(const char *text, bool *valid)
{
	size_t count = 0;
	*valid = true;
	if (text == NULL)
		return 0;
	size_t digits = strspn(text, "0123456789");
	*valid = digits > 0 && digits < 10 && text[digits] == '\0';
	for (size_t i = 0; i < digits && *valid; i++)
		count = count * 10 + (size_t)(text[i] - '0');
	*valid = *valid && count != 0;
	return count;
}

enum status command_log(const struct command *command, int argc, char **argv)
{
	struct log_values values = {NULL, NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct subjects subjects = {0};
	struct entries entries = {0};
	struct buf out = BUF_INIT;
	int count;
	bool valid, json;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	size_t most = read_count(values.most, &valid);
	if (!valid)
		return command_usage(command, "`--max-count %.60s` must be a number from 1",
		                     values.most);
	if (!command_format(command, values.format, &json, &status))
		return status;
	if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	    command_record(command, &repo, &record, &values.when, DEPTH_WHOLE, &error) < 0 ||
	    command_subjects(record, count, argv, &subjects, &error) < 0) {
		status = command_fail(&error);
	} else {
		log_view view = json ? log_as_json : log_as_text;
		entries_read(&subjects, most, &entries);
		view(record, &entries, &layout, &out);
		status = command_print(&out);
	}
	entries_release(&entries);
	subjects_release(&subjects);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
