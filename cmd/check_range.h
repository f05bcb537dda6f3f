/*
 * `ragtrail check A..B`: what the landings of B that are not landings of A bring.
 */
#ifndef CMD_CHECK_RANGE_H
#define CMD_CHECK_RANGE_H

#include "telling.h"

/* True for an argument that is a range of revisions, and no path that there is. */
bool is_range(const char *argument);

/* REPORT: as it was understood. */
enum status check_range(const struct command *command, const char *range,
                        const struct telling *telling);

#endif
