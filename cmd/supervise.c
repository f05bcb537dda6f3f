#include "supervise.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/child.h"
#include "pager.h"
#include "terminal.h"
#include "repo/object.h"

/*
 * A read of the largest object takes a tenth of a second; a walk of 150,000 commits, or
 * a site of as many pages, some seconds.
 */
static const struct child_limits limits = {
	.stall_work = 2000,
	.stall_wait = 60000,
	.work = 600,
	.wait = 900,
	.memory = (size_t)3 << 30,
};

/* What was being read, where it is known: " while reading the object 01ab...". */
static const char *add_object(const struct child *child, const struct child_end *end,
                              char text[128])
{
	struct object_id id;
	char hex[OBJECT_HEX_SIZE];
	memcpy(id.bytes, child->watch->id, OBJECT_ID_SIZE);
	text[0] = '\0';
	if (end->reading && !object_is_none(&id))
		snprintf(text, 128, " while reading the object %s", object_hex(&id, hex));
	return text;
}

static enum status fail_stopped(const struct child *child, const struct child_end *end)
{
	struct error error = ERROR_INIT;
	char object[128];
	add_object(child, end, object);
	if (end->fate == CHILD_STALLED) {
		error_set(&error, "stopped%s, which came to no end; it is probably damaged",
		          object);
		error_hint(&error, "git fsck says what is");
	} else if (end->fate == CHILD_LATE) {
		error_set(&error, "stopped%s after %u minutes of work, or %u in all", object,
		          limits.work / 60, limits.wait / 60);
		error_hint(&error, "see whether the repository is sound: git fsck");
	} else if (end->code == SIGKILL) {
		error_set(&error, "killed%s, by somebody or for want of memory", object);
		error_hint(&error, "run it again when there is more memory free");
	} else {
		error_set(&error, "crashed%s (%s); the repository is probably damaged", object,
		          strsignal(end->code));
		error_hint(&error, "git fsck says what is");
	}
	return command_fail(&error);
}

/*
 * Prints what the child printed, once it has ended by itself. Sets *GONE where nobody reads any
 * more.
 */
static int relay(const struct command *command, const struct child *child,
                 const struct child_end *end, bool *gone)
{
	bool shown = command->paged && command->terminal->present && !command->terminal->dumb &&
	             child_printed(child->output) != 0 && pager_show(child->output) == 0;
	bool failed = !shown && child_copy(child->output, STDOUT_FILENO) < 0;
	*gone = failed && errno == EPIPE;
	if (failed && !*gone)
		return (int)command_unwritten();
	child_copy(child->errors, STDERR_FILENO);
	return end->code;
}

static int finish(const struct command *command, struct child *child, const struct child_end *end)
{
	bool gone = false;
	int code;
	if (end->fate == CHILD_EXITED) {
		code = relay(command, child, end, &gone);
	} else if (end->fate == CHILD_INTERRUPTED) {
		code = end->code;
	} else {
		child_copy(child->errors, STDERR_FILENO);
		/* Out of memory: it has said so. */
		code = end->code == SIGABRT && child_printed(child->errors) != 0
		               ? STATUS_FAILED
		               : (int)fail_stopped(child, end);
	}
	child_release(child);
	if (gone)
		command_die(SIGPIPE);
	if (end->fate == CHILD_INTERRUPTED)
		command_die(code);
	return code;
}

int supervise(const struct command *command, int argc, char **argv)
{
	struct command running = *command;
	struct error error = ERROR_INIT;
	struct child child;
	int side = child_start(&child, &limits, &error);
	if (side < 0)
		return (int)command_fail(&error);
	if (side == CHILD_SIDE) {
		running.watch = child.watch;
		exit((int)running.run(&running, argc, argv));
	}
	struct child_end end = child_wait(&child, &limits);
	return finish(command, &child, &end);
}
