/*
 * The rows of `risks`, for the rules about them: seen by risks.c, denial.c,
 * key_risk.c and mitigation.c alone.
 */
#ifndef CANDOUR_RISK_ROWS_H
#define CANDOUR_RISK_ROWS_H

#include "candour/doubt.h"

/* Pieces of evidence for one doubt about risks. */
enum { RISKS_POINTED = 8 };

/* True for a risk that says something and is not closed. */
bool risk_is_open(const struct risk *risk);

size_t risks_open(const struct update *update);

/* Points to the open risks of the chapter that is asked about. */
void risks_point(const struct question *question, struct doubt *doubt);

#endif
