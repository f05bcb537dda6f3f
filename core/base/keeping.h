/*
 * Files of a folder that may stand again in the folder that takes its place.
 *
 * One that is to have the same bytes is linked, so that it keeps its time stamps and costs
 * next to nothing; where the file system has no links it is copied. Which those are is known
 * by a list that the run before made: what each file was made from, and by which file it can
 * be known again. A file that anybody has touched since is made anew, and then only stands
 * again where it has the same bytes.
 */
#ifndef BASE_KEEPING_H
#define BASE_KEEPING_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

struct keeping {
	int before, after;    /* the two folders; before: -1 where there is none */
	struct stat likeness; /* a file of the new folder: owner and mode as all should have them */
	struct map known;     /* by path */
	struct buf list;      /* for the next run */
	struct arena arena;
};

/* The folders stay the caller's. Release with keeping_release(). */
void keeping_begin(struct keeping *keeping, int before, int after, const struct stat *likeness);
void keeping_release(struct keeping *keeping);

/* What keeping->list was, after an earlier run; anything else is as good as nothing. */
void keeping_remember(struct keeping *keeping, const char *list, size_t length);

/*
 * Puts the old file at PATH into the new folder, whose folders are there: where it is
 * untouched and was made from that MATERIAL; where it has those bytes. False: it is not there.
 */
bool keeping_keep(struct keeping *keeping, const char *path, const char *material);
bool keeping_keep_bytes(struct keeping *keeping, const char *path, const char *bytes,
                        size_t length);

/* Adds the new file at PATH to the list. MATERIAL is a word of ASCII. */
void keeping_note(struct keeping *keeping, const char *path, const char *material);

#endif
