#include "terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"
#include "command.h"

enum { USUAL_WIDTH = 80, NARROWEST = 60 };

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && value[0] != '\0';
}

static bool is_dumb(void)
{
	const char *terminal = getenv("TERM");
	return terminal != NULL && strcmp(terminal, "dumb") == 0;
}

/* git sets GIT_PAGER_IN_USE when the pipe leads to a pager that it started. */
static bool shows_colour(void)
{
	if (is_set("NO_COLOR") || is_dumb())
		return false;
	return isatty(STDOUT_FILENO) || is_set("GIT_PAGER_IN_USE");
}

static int find_width(void)
{
	struct winsize size;
	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 ||
	    size.ws_col == 0)
		return USUAL_WIDTH;
	return size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
}

struct terminal terminal_look(void)
{
	return (struct terminal){
		.present = isatty(STDOUT_FILENO),
		.dumb = is_dumb(),
		.colour = shows_colour(),
		.heard = isatty(STDERR_FILENO) ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1,
		.width = find_width(),
	};
}

int terminal_layout(const struct terminal *terminal, const char *when, struct layout *layout,
                    struct error *error)
{
	*layout = (struct layout){.width = terminal->width, .drain = command_drain};
	if (when == NULL || strcmp(when, "auto") == 0)
		layout->colour = terminal->colour;
	else if (strcmp(when, "always") == 0)
		layout->colour = true;
	else if (strcmp(when, "never") != 0)
		return error_set(error, "`--color %.60s` must be auto, always or never", when);
	return 0;
}
