#include "support/hooked.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "support/history.h"

/* What is set, and what it was before. */
struct variable {
	const char *name, *before;
};

static void put_back(void *argument)
{
	const struct variable *variable = argument;
	if (variable->before != NULL)
		setenv(variable->name, variable->before, 1);
	else
		unsetenv(variable->name);
}

static void set(struct sandbox *sandbox, const char *name, const char *value)
{
	struct variable *variable = arena_new(&sandbox->arena, sizeof(*variable));
	const char *before = getenv(name);
	*variable = (struct variable){
		name, before == NULL ? NULL : arena_printf(&sandbox->arena, "%s", before)};
	sandbox_defer(sandbox, put_back, variable);
	setenv(name, value, 1);
}

void hooked(struct sandbox *sandbox)
{
	const char *wrapper = getenv("RAGTRAIL_WRAPPER"), *binary = getenv("RAGTRAIL_BINARY");
	char *whole = realpath(binary != NULL ? binary : "build/ragtrail", NULL);
	assert_non_null(whole);
	sandbox_write(sandbox, "bin/ragtrail",
	              arena_printf(&sandbox->arena, "#!/bin/sh\nexec %s '%s' \"$@\"\n",
	                           wrapper != NULL ? wrapper : "", whole));
	free(whole);
	assert_int_equal(chmod(sandbox_path(sandbox, "bin/ragtrail"), 0755), 0);
	set(sandbox, "PATH",
	    arena_printf(&sandbox->arena, "%s:%s", sandbox_path(sandbox, "bin"), getenv("PATH")));
	set(sandbox, "GIT_AUTHOR_NAME", "Ann");
	set(sandbox, "GIT_AUTHOR_EMAIL", "ann@example.org");
	set(sandbox, "GIT_COMMITTER_NAME", "Ann");
	set(sandbox, "GIT_COMMITTER_EMAIL", "ann@example.org");
	set(sandbox, "GIT_EDITOR", "true");
}

void hooked_repository(struct sandbox *sandbox, const char *folder)
{
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/better/plan.md", folder),
	              history_plan("a b"));
	hooked_run(sandbox, folder, "git init -q -b main && git add plans && git commit -qm Plan");
}

struct outcome hooked_script(struct sandbox *sandbox, const char *folder, const char *script)
{
	return command_run(
		sandbox, &(struct command){.folder = folder,
	                                   .program = "sh",
	                                   .arguments = (const char *const[]){"-c", script, NULL}});
}

const char *hooked_run(struct sandbox *sandbox, const char *folder, const char *script)
{
	struct outcome outcome = hooked_script(sandbox, folder, script);
	if (outcome.status != 0)
		fail_msg("%s: exit %d\n%s%s", script, outcome.status, outcome.output,
		         outcome.errors);
	return outcome.output;
}

void hooked_holds(const char *text, const char *part, const char *file, int line)
{
	if (strstr(text, part) != NULL)
		return;
	print_error("`%s` is not in:\n%s\n", part, text);
	_fail(file, line);
}
