/* ragtrail preview: starts the program that shows the pages while they are written. */
#include "preview.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

#define PROGRAM "ragtrail-preview"

const struct option_row preview_options[] = {
	{'p', "port", "PORT", offsetof(struct preview_values, port),
         "listen there; without it on 8765, or on the next that is free; 0: any"},
	{0, "poll", NULL, offsetof(struct preview_values, poll),
         "look for changes once a second, where the kernel tells of none (network folders)"},
	{0},
};

/* Beside this program, which may have been moved. */
static void run_beside(char *const *arguments)
{
	char own[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", own, sizeof(own) - 1);
	if (length <= 0)
		return;
	own[length] = '\0';
	char *name = strrchr(own, '/');
	struct buf path = BUF_INIT;
	buf_add(&path, own, name == NULL ? 0 : (size_t)(name - own + 1));
	buf_text(&path, PROGRAM);
	execv(path.bytes, arguments);
	buf_release(&path);
}

static enum status fail_to_start(void)
{
	struct error error = ERROR_INIT;
	if (errno != ENOENT) {
		error_set(&error, "the program `" PROGRAM "` cannot be started: %s",
		          strerror(errno));
		return command_fail(&error);
	}
	error_set(&error, "the preview is a program of its own, `" PROGRAM
	                  "`, which is not installed here");
	error_hint(&error, "it is built with ragtrail where there is the package "
	                   "libmicrohttpd-dev (Debian's name): install that, then `make install` "
	                   "again");
	return command_fail(&error);
}

enum status command_preview(const struct command *command, int argc, char **argv)
{
	struct preview_values values = {NULL, false};
	const char *arguments[5] = {PROGRAM};
	size_t filled = 1;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count != 0)
		return command_usage(command, "preview takes no argument, but got `%.100s`",
		                     argv[0]);
	if (values.port != NULL) {
		arguments[filled++] = "--port";
		arguments[filled++] = values.port;
	}
	if (values.poll)
		arguments[filled] = "--poll";
	run_beside((char *const *)(uintptr_t)arguments);
	execvp(PROGRAM, (char *const *)(uintptr_t)arguments);
	return fail_to_start();
}
