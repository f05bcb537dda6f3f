/*
 * Changes and entries of scripted histories, as text.
 */
#ifndef SUPPORT_CHANGING_H
#define SUPPORT_CHANGING_H

#include "record/entries.h"
#include "support/history.h"

/* A change a line, indented: `milestone-due-moved pilot +31 days`. */
void print_changes(struct buf *text, const struct difference *changes, size_t count);

/*
 * The entries at HEAD of what NAME means, or of everything: a line for each, such as
 * `#4 better/procurement 2023-08`, and its changes below.
 */
const char *entries_text(struct history *history, const char *name, size_t most);

#endif
