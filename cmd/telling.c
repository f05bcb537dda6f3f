/* How findings are told: declared in telling.h. */
#include "telling.h"

#include <stdio.h>

#include "base/buf.h"
#include "terminal.h"
#include "view/findings_view.h"

static enum status fail_format(const struct command *command, const char *format)
{
	struct buf names = BUF_INIT;
	for (size_t i = 0; i < FINDINGS_FORMATS; i++)
		buf_printf(&names, "%s%s",
		           i == 0                      ? ""
		           : i + 1 == FINDINGS_FORMATS ? " or "
		                                       : ", ",
		           findings_formats[i].name);
	enum status status =
		command_usage(command, "`--format %.60s` must be %s", format, names.bytes);
	buf_release(&names);
	return status;
}

bool telling_understood(const struct command *command, const struct telling *telling,
                        enum status *status)
{
	struct error error = ERROR_INIT;
	struct layout layout;
	if (findings_format_named(telling->format) == NULL)
		*status = fail_format(command, telling->format);
	else if (terminal_layout(command->terminal, telling->colour, &layout, &error) < 0)
		*status = command_fail(&error);
	else
		return true;
	return false;
}

enum status telling_findings(const struct command *command, const struct telling *telling,
                             const struct findings *findings, size_t documents)
{
	struct error ignored = ERROR_INIT;
	struct layout layout;
	struct findings_told told = {findings, documents, NULL};
	struct buf out = BUF_INIT, summary = BUF_INIT;
	if (terminal_layout(command->terminal, telling->colour, &layout, &ignored) == 0 &&
	    (command->terminal->present || layout.colour))
		told.layout = &layout; /* a person reads */
	findings_format_named(telling->format)->add(&told, &out);
	findings_summary(findings, documents, &summary);
	enum status status = command_print(&out);
	if (status == STATUS_CLEAN && !telling->quiet)
		fputs(summary.bytes, stderr);
	size_t counted = findings->totals[SEVERITY_ERROR];
	if (telling->strict)
		counted += findings->totals[SEVERITY_WARNING];
	if (status == STATUS_CLEAN && counted != 0)
		status = STATUS_FINDINGS;
	buf_release(&out);
	buf_release(&summary);
	return status;
}
