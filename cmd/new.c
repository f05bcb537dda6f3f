/* ragtrail new: a blank document to fill in. */
#include "command.h"

#include "base/buf.h"
#include "base/text.h"
#include "view/template_view.h"

const struct option_row new_options[] = {{0}};

static int fail_unknown(const char *name, struct error *error)
{
	const char *names[KIND_COUNT];
	struct buf list = BUF_INIT;
	for (size_t i = 0; i < KIND_COUNT; i++) {
		names[i] = kinds[i].name;
		buf_printf(&list, "%s%s", i == 0 ? "" : ", ", names[i]);
	}
	const char *meant = text_nearest(name, names, KIND_COUNT);
	error_set(error, "there is no kind of document `%.100s`", name);
	if (meant != NULL)
		error_hint(error, "did you mean `%s`?", meant);
	else
		error_hint(error, "the kinds are: %s", list.bytes);
	buf_release(&list);
	return -1;
}

enum status command_new(const struct command *command, int argc, char **argv)
{
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	int nothing = 0, count;
	enum status status;
	if (!command_options(command, argc, argv, &nothing, &count, &status))
		return status;
	if (count > 1)
		return command_usage(command,
		                     "give the kind alone, since all else goes into the file: "
		                     "ragtrail new %.40s > plans/PLAN/NAME.md",
		                     argv[0]);
	if (count != 1)
		return command_usage(command, "say what kind of document: `ragtrail new plan`, "
		                              "`ragtrail new update` and so on");
	const struct kind *kind = kind_named(argv[0]);
	if (kind == NULL) {
		fail_unknown(argv[0], &error);
		return command_fail(&error);
	}
	template_as_text(kind, &out);
	status = command_print(&out);
	buf_release(&out);
	return status;
}
