/*
 * What standard output is: a terminal that shows colours, or not.
 */
#ifndef CMD_TERMINAL_H
#define CMD_TERMINAL_H

#include "view/trend_view.h"

struct error;

/*
 * How to lay text out. WHEN is `auto`, `always`, `never` or NULL (auto): colour
 * only on a terminal that can show it, and never when NO_COLOR is set. Returns 0,
 * or -1 with the error filled for any other word.
 */
int terminal_layout(const char *when, struct layout *layout, struct error *error);

#endif
