/*
 * A folder of output that is replaced whole or not at all.
 *
 * Files are written into a hidden folder beside the target; committing exchanges
 * the two in one step (or renames twice where the file system cannot exchange),
 * so a reader never meets half a folder and a killed writer leaves the old one as
 * it was. Files that are as before are taken over, with their time stamps. A folder
 * that was not made this way is never touched: the marker file inside tells. One
 * writer at a time holds a lock that dies with its process.
 *
 * Functions return 0, or -1 with the error filled.
 */
#ifndef BASE_STAGING_H
#define BASE_STAGING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* The files by which a folder is known as ours: one for each command that makes folders. */
#define STAGING_SITE ".ragtrail-site"
#define STAGING_EXPORT ".ragtrail-export"

struct staging;

/*
 * Prepares to replace the folder TARGET, which may be missing or empty; folders
 * above it are made. Fails when it holds files but not this MARKER. STAGING_BUSY, with the
 * error filled too: another process has been replacing a folder beside it for all of
 * PATIENCE seconds.
 */
enum { STAGING_BUSY = 1 };
int staging_open(struct staging **staging, const char *target, const char *marker,
                 unsigned patience, struct error *error) __attribute__((warn_unused_result));

/*
 * Writes a file. PATH is relative, of safe parts ([A-Za-z0-9._-], none beginning
 * with a dot), with at most three folders; each file is written once. One of the old folder
 * that has the same bytes stands again, time stamps and all. MATERIAL is a word that says
 * what it was made from, for staging_keep() in a later run; or NULL.
 */
int staging_write(struct staging *staging, const char *path, const char *material,
                  const char *bytes, size_t length, struct error *error)
	__attribute__((warn_unused_result));

/*
 * Takes over the old folder's file where it was made from the same and nobody has touched it
 * since; else returns false, and it must be written.
 */
bool staging_keep(struct staging *staging, const char *path, const char *material);

/*
 * Takes back a file that may have been written, in part or by another process, and that is
 * to be written again.
 */
void staging_withdraw(struct staging *staging, const char *path);

/* Adds what another process's staging_list() was, which wrote files into the same folder. */
void staging_adopt(struct staging *staging, const char *list, size_t length);

/*
 * The list by which the files are known in a later run, once all were written; how it is
 * to be called where it is kept, by the place of the folder; and an earlier one of the name.
 */
const char *staging_list(const struct staging *staging, size_t *length);
void staging_list_name(const struct staging *staging, struct buf *name);
void staging_remember(struct staging *staging, const char *list, size_t length);

/* Puts the new folder in the place of the old one, and removes the old one. */
int staging_commit(struct staging *staging, struct error *error)
	__attribute__((warn_unused_result));

/* Removes what was not committed and frees STAGING, which may be NULL. */
void staging_close(struct staging *staging);

#endif
