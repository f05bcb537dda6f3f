/*
 * Denials of concerns about one thing: "no concerns about the changes proposed".
 */
#ifndef CANDOUR_NARROWED_H
#define CANDOUR_NARROWED_H

#include "candour/doubt.h"

/* Doubts one whose words stand in an open risk, or in its mitigation. */
void ask_narrowed(const struct question *question);

#endif
