/*
 * A plan with a board, its ratings of July and August 2023, and a paper for the board.
 */
#ifndef SUPPORT_PUBLISHING_H
#define SUPPORT_PUBLISHING_H

#include "support/history.h"

#define PAPER "plans/better/september.md"

/* Lines of the plan: a board and a panel, their meetings, objectives. */
extern const char publishing_registers[];

/*
 * The paper `september`, for the board on 20 September 2023. EXTRA is more lines of front
 * matter, each with its line end.
 */
const char *publishing_paper(struct sandbox *sandbox, const char *extra);

/*
 * The repository FOLDER with both of them, the paper committed on 10 September and
 * checked out; whoever works in it is Ann, and the day is 11 September.
 */
struct history *publishing_begin(struct sandbox *sandbox, const char *folder, const char *paper);

/* The same with a plan of other registers. */
struct history *publishing_begin_with(struct sandbox *sandbox, const char *folder,
                                      const char *registers, const char *paper);

/* Runs a script of sh there, as Ann. */
struct outcome publishing_script(struct sandbox *sandbox, const char *folder, const char *script);

#endif
