/*
 * What is on record less what is exempt: of a workstream its versions, of what is filed too.
 *
 * What follows a version that is left out is told as if that had never been: a rating is a
 * re-rating where it differs from the last one that is published.
 */
#ifndef VIEW_PUBLISH_H
#define VIEW_PUBLISH_H

#include "record/filed.h"

/*
 * Fills in *PUBLISHED, which points into SERIES and the arena. Returns how many reports that
 * stand are left out.
 */
size_t publish_series(const struct series *series, struct arena *arena, struct series *published);

/* Puts versions that are exempt behind the others; one that stands for all keeps all as it is. */
void publish_filed(struct filed *filed);

#endif
