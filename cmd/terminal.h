/*
 * What standard output is: a terminal that shows colours, or not.
 */
#ifndef CMD_TERMINAL_H
#define CMD_TERMINAL_H

#include "view/trend_view.h"

struct error;

struct terminal {
	bool present; /* standard output is a terminal */
	bool dumb;    /* it can only print: neither colours nor pages */
	bool colour;  /* what reads it can show colours */
	int heard; /* standard error, for at once and past the supervisor, if a terminal; or -1 */
	int width; /* columns; 80 where it is no terminal */
};

/* Looks at standard output and at the environment, once, before anything is printed. */
struct terminal terminal_look(void);

/*
 * How to lay text out. WHEN is `auto`, `always`, `never` or NULL (auto): colour
 * only on a terminal that can show it, and never when NO_COLOR is set. Returns 0,
 * or -1 with the error filled for any other word.
 */
int terminal_layout(const struct terminal *terminal, const char *when, struct layout *layout,
                    struct error *error);

#endif
