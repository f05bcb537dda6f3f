/*
 * Files and folders below plans/ that arguments name, from the current folder.
 */
#ifndef CMD_NAMED_PATHS_H
#define CMD_NAMED_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "repo/repo.h"

/*
 * The path from the repository's top of a file or folder of its working tree, "" for all.
 * A link is not followed. Fails for one that is not below plans/ or, unless it may be GONE,
 * not there.
 */
int path_in_repo(const struct repo *repo, const char *named, bool gone, struct buf *path,
                 struct error *error) __attribute__((warn_unused_result));

/* True where the path is one of COUNT that were named, or below one. */
bool path_is_named(const char *path, const struct buf *named, size_t count);

#endif
