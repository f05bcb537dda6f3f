/*
 * Folders of output as texts, and renders that are killed.
 */
#ifndef SUPPORT_TREES_H
#define SUPPORT_TREES_H

#include "support/sandbox.h"

/* Every path and every byte below the folder, as one text; "" where there is none. */
const char *tree_of(struct sandbox *sandbox, const char *folder);

/* The names in a folder, hidden ones too, each with a blank behind it. */
const char *names_in(struct sandbox *sandbox, const char *folder);

/*
 * Renders the folder `repository` KILLS times, at its tag `july` and at HEAD by turns, and
 * kills each at a random moment. What is left must each time be one of the two sites, byte
 * for byte.
 */
void kill_renders(struct sandbox *sandbox, int kills, unsigned seed);

#endif
