/*
 * Overlays: files of the project's own tree, as the rows of a commit elsewhere.
 */
#ifndef SUPPORT_OVERLAY_H
#define SUPPORT_OVERLAY_H

#include <stdbool.h>

#include "support/history.h"

enum { OVERLAY_MOST = 512 };

struct overlay {
	struct row rows[OVERLAY_MOST];
	size_t count;
};

/* An empty one, which lives as long as the sandbox. */
struct overlay *overlay_new(struct sandbox *sandbox);

/* TEXT is NULL for a file that is deleted. */
void overlay_add(struct overlay *overlay, const char *path, const char *text);

/* The files below FOLDER of the project, which stand below PATH in the repository. */
void overlay_read(struct overlay *overlay, struct sandbox *sandbox, const char *folder,
                  const char *path);

/* The names in a folder of the project, sorted; behind the last stands NULL. */
const char *const *source_list(struct sandbox *sandbox, const char *folder);

bool source_exists(struct sandbox *sandbox, const char *path);
bool source_is_folder(struct sandbox *sandbox, const char *path);

/*
 * A repository in FOLDER with the project's own plans, checked out: each plan and its
 * past periods in one commit, what is current in a second one.
 */
struct history *overlay_plans(struct sandbox *sandbox, const char *folder);

#endif
