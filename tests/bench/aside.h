/*
 * Folders that the next run is not to find, put aside until all has been measured.
 *
 * To remove them there and then would be measured in whatever is run next: ext4 does not use
 * the place of a file that was removed a moment ago, and for each file that is made looks at
 * each of those places anew.
 */
#ifndef BENCH_ASIDE_H
#define BENCH_ASIDE_H

/* Moves the folder or file at PATH, if there is one, to below FOLDER, on the same disk. */
void aside_put(const char *path, const char *folder);

/* Removes all that was put there. */
void aside_empty(const char *folder);

#endif
