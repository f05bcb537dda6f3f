/*
 * Running a script with a terminal, as a person would sit at one.
 */
#ifndef SUPPORT_TERMINAL_H
#define SUPPORT_TERMINAL_H

#include "support/sandbox.h"

/*
 * What the script writes to "$TERMINAL", a terminal of so many columns, as command_script()
 * runs it; it must exit with 0 and print nothing else. Skips the test on a machine that
 * gives out no terminals.
 */
const char *terminal_run(struct sandbox *sandbox, const char *folder, unsigned short columns,
                         const char *script);

#endif
