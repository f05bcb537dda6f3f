/*
 * The preview: the record as if what stands in the working tree were committed now, shown to
 * a browser on this machine and made again whenever a file changes.
 *
 * `ragtrail preview` (preview.c) starts a program of its own, `ragtrail-preview`
 * (preview_main.c), which alone needs the library of the server: hooks never load it.
 */
#ifndef CMD_PREVIEW_H
#define CMD_PREVIEW_H

#include "command.h"
#include "markup/phrases.h"

struct gallery;

struct preview_values {
	const char *port;
	bool poll;
};

/* For preview_make(), in its command's context: a file for the gallery. */
struct preview_work {
	int pages;
};

/*
 * Writes the site into that file. It is a command, run like any other in a process of its
 * own; what it prints is a line for whoever started the preview.
 */
enum status preview_make(const struct command *command, int argc, char **argv);

/* What there is to see before the first site, and, with the reason, where there is none. */
struct gallery *preview_waiting(const char *failure);

/* Adds the pages of the server's own, for a site whose pages have these paths. 0 or -1. */
int preview_add_own(int file, const char *const *paths, size_t count, enum language language)
	__attribute__((warn_unused_result));

#endif
