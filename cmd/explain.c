/* ragtrail explain: what a rule wants, and why. */
#include "command.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "rules/rules.h"
#include "terminal.h"
#include "view/rules_view.h"

struct explain_values {
	const char *colour;
};

const struct option_row explain_options[] = {
	{0, "color", "WHEN", offsetof(struct explain_values, colour),
         "auto (the default), always or never"},
	{0},
};

static int fail_unknown(const char *name, struct error *error)
{
	const char **ids = mem_new(rule_count, sizeof(*ids));
	for (size_t i = 0; i < rule_count; i++)
		ids[i] = rules[i].id;
	const char *meant = text_nearest(name, ids, rule_count);
	error_set(error, "there is no rule `%.100s`", name);
	if (meant != NULL)
		error_hint(error, "did you mean `%s`?", meant);
	else
		error_hint(error, "ragtrail explain lists them all");
	free(ids);
	return -1;
}

static int explain(int count, char **names, const struct layout *layout, struct buf *out,
                   struct error *error)
{
	if (count == 0)
		rules_as_text(layout, out);
	for (int i = 0; i < count; i++) {
		const struct rule *rule = rule_named(names[i]);
		if (rule == NULL)
			return fail_unknown(names[i], error);
		buf_text(out, i == 0 ? "" : "\n");
		rule_as_text(rule, layout, out);
	}
	return 0;
}

enum status command_explain(const struct command *command, int argc, char **argv)
{
	struct explain_values values = {NULL};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct buf out = BUF_INIT;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	    explain(count, argv, &layout, &out, &error) < 0)
		status = command_fail(&error);
	else
		status = command_print(&out);
	buf_release(&out);
	return status;
}
