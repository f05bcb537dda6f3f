/*
 * A folder of output that is replaced whole or not at all.
 *
 * Files are written into a hidden folder beside the target; committing exchanges
 * the two in one step (or renames twice where the file system cannot exchange),
 * so a reader never meets half a folder and a killed writer leaves the old one as
 * it was. A folder that was not made this way is never touched: the marker file
 * inside tells. One writer at a time holds a lock that dies with its process.
 *
 * Functions return 0, or -1 with the error filled.
 */
#ifndef BASE_STAGING_H
#define BASE_STAGING_H

#include <stddef.h>

#include "base/error.h"

/* The files by which a folder is known as ours: one for each command that makes folders. */
#define STAGING_SITE ".ragtrail-site"
#define STAGING_EXPORT ".ragtrail-export"

struct staging;

/*
 * Prepares to replace the folder TARGET, which may be missing or empty; folders
 * above it are made. Fails when it holds files but not this MARKER, or when another
 * process has been replacing a folder beside it for all of PATIENCE seconds.
 */
int staging_open(struct staging **staging, const char *target, const char *marker,
                 unsigned patience, struct error *error) __attribute__((warn_unused_result));

/*
 * Writes a file. PATH is relative, of safe parts ([A-Za-z0-9._-], none beginning
 * with a dot), with at most three folders; each file is written once.
 */
int staging_write(struct staging *staging, const char *path, const char *bytes, size_t length,
                  struct error *error) __attribute__((warn_unused_result));

/* Puts the new folder in the place of the old one, and removes the old one. */
int staging_commit(struct staging *staging, struct error *error)
	__attribute__((warn_unused_result));

/* Removes what was not committed and frees STAGING, which may be NULL. */
void staging_close(struct staging *staging);

#endif
