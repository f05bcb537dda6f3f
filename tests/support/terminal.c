#include "support/terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/command.h"

const char *terminal_run(struct sandbox *sandbox, const char *folder, unsigned short columns,
                         const char *script)
{
	struct winsize size = {.ws_row = 24, .ws_col = columns};
	struct buf text = BUF_INIT;
	char chunk[4096];
	ssize_t got;
	int terminal = posix_openpt(O_RDWR | O_NOCTTY);
	if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
		print_message(
			"skipped: this machine gives out no terminals (is /dev/pts mounted?)\n");
		skip();
	}
	int other = open(ptsname(terminal), O_RDWR | O_NOCTTY);
	assert_true(other >= 0 && ioctl(other, TIOCSWINSZ, &size) == 0);
	assert_outcome(command_script(sandbox, folder,
	                              arena_printf(&sandbox->arena, "TERMINAL=%s; %s",
	                                           ptsname(terminal), script)),
	               0, "", "");
	assert_int_equal(fcntl(terminal, F_SETFL, O_NONBLOCK), 0);
	while ((got = read(terminal, chunk, sizeof(chunk))) > 0)
		for (ssize_t i = 0; i < got; i++)
			if (chunk[i] != '\r') /* the terminal's own */
				buf_byte(&text, chunk[i]);
	close(other);
	close(terminal);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}
