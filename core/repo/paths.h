/*
 * Which paths name a document, and which paths are not to be trusted.
 */
#ifndef REPO_PATHS_H
#define REPO_PATHS_H

#include <stdbool.h>

/* True for plans/<plan>/....md. */
bool path_is_document(const char *path);

/*
 * True for a path below plans/ whose last part has no dot: where there is no file of this
 * name, a folder is meant.
 */
bool path_is_folder(const char *path);

/*
 * False for a path with an empty, `.`, `..` or `.git` part, a control character,
 * a backslash, bad UTF-8 or a character that hides or turns text around.
 */
bool path_is_safe(const char *path);

#endif
