/*
 * Decisions whose day was left out: "agreed by the Board on September 2023".
 */
#ifndef CANDOUR_DAYLESS_H
#define CANDOUR_DAYLESS_H

#include "candour/register.h"

/* Doubts "on" before a month alone, in a sentence that names a committee of the plan. */
void ask_dayless(const struct question *question, const struct name_register *names,
                 struct arena *arena);

#endif
