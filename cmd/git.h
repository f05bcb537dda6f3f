/*
 * Asking git itself: for what only git knows, such as its settings in all their places.
 */
#ifndef CMD_GIT_H
#define CMD_GIT_H

#include "base/arena.h"
#include "base/buf.h"

/*
 * Runs git with ARGUMENTS ("git" first, then NULL) and appends what it prints to OUT.
 * Returns its exit code, or -1 where it could not be run or was ended.
 *
 * It sees the environment of this process: ask before environment_terms() takes away
 * what git was told there.
 */
int git_ask(const char *const *arguments, struct buf *out);

/*
 * The same for git at work: what it prints, on standard output or error, goes to standard
 * error, where people read why it refused. It runs in FOLDER.
 */
int git_do(const char *folder, const char *const *arguments);

/* The one line that git prints, without its end, in the arena; NULL where it exits with another
 * code than 0 or prints nothing. */
const char *git_line(struct arena *arena, const char *const *arguments);

/* GIT_LINE(arena, "config", "--get", "ragtrail.site"). */
#define GIT_LINE(arena, ...) git_line(arena, (const char *const[]){"git", __VA_ARGS__, NULL})

/* All values of a setting, in git's order, ending with NULL. */
const char *const *git_settings(struct arena *arena, const char *name);

#endif
