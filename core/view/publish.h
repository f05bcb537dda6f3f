/*
 * What is on record less what is exempt: of a workstream its versions, of what is filed too.
 *
 * What follows a version that is left out is told as if that had never been: a rating is a
 * re-rating where it differs from the last one that is published.
 */
#ifndef VIEW_PUBLISH_H
#define VIEW_PUBLISH_H

#include "record/filed.h"
#include "view/silences.h"

/*
 * Fills in *PUBLISHED, which points into SERIES and the arena, without versions that are exempt
 * or were replaced within a silence. Returns how many reports that stand are left out.
 */
size_t publish_series(const struct series *series, const struct silences *silences,
                      struct arena *arena, struct series *published);

/* True where the version of STANDING, as it is on record, is among what is PUBLISHED or NULL. */
bool is_published(const struct series *published, const struct standing *standing,
                  const struct version *version);

/*
 * Puts versions that are exempt, or were replaced or taken away within a silence of the plan,
 * behind the others. One that is exempt and stands for all keeps all as it is.
 */
void publish_filed(struct filed *filed, const struct silences *silences);

#endif
