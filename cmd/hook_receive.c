/* The hook pre-receive: declared in hook.h. */
#include "hook.h"

#include <stdio.h>

enum status hook_pre_receive(const struct command *command, int argc, char **argv)
{
	(void)command;
	(void)argc;
	(void)argv;
	fputs("error: nothing was taken in: this ragtrail cannot check a push\n"
	      "hint: ask whoever looks after the server to install a newer one\n",
	      stderr);
	return STATUS_FAILED;
}
