/*
 * Histories told in files: the folder history/ of a case of tests/golden.
 *
 * It holds a folder for each commit, in the order of their names, with the files that the
 * commit writes, from the repository's top. A file COMMIT beside them may say more, a line
 * each: `author: NAME`, `date: DAY` (else the day after the commit before; the first is
 * 1 July 2023), `subject: TEXT` (else the folder's name) and `delete: PATH`.
 */
#ifndef SUPPORT_TOLD_H
#define SUPPORT_TOLD_H

#include "support/history.h"

/* Makes the history of the case in a FOLDER of the sandbox. */
struct history *told_history(struct sandbox *sandbox, const char *folder, const char *name);

#endif
