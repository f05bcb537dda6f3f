/*
 * A damaged file of git, in all the ways of one kind: whatever ragtrail says of it, it says
 * in time, and never a wrong answer.
 */
#ifndef SUPPORT_CUTS_H
#define SUPPORT_CUTS_H

#include "support/sandbox.h"

/*
 * Each DAMAGE is a command of sh to which `$f` is the file, `$n` a number and `$s` the
 * file's size. For every STEPth n from FIRST below the size, makes a copy of `good` (see
 * support/odd.h), runs PREPARE and the damage in it, and then `ragtrail trend`, two at a
 * time. Fails unless each run ends within 20 s, with the answer of the sound repository or
 * with exit 2, one sentence and no output.
 */
void cuts_check(struct sandbox *sandbox, const char *prepare, const char *file, const char *damage,
                int first, int step);

#endif
