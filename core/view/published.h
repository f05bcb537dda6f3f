/*
 * The plan as it is published, for other programs: what `ragtrail export` gives of it, less
 * what is exempt from publication, and with no e-mail address whole.
 */
#ifndef VIEW_PUBLISHED_H
#define VIEW_PUBLISHED_H

#include "view/export_view.h"
#include "view/site_view.h"

/* One JSON document of the export's schema with this plan alone. */
void published_as_json(const struct site_view *site, const struct plan_view *view, struct buf *out);

/* A workstream of it: a document of that schema's "workstream_page". */
void published_workstream_as_json(const struct site_view *site, const struct plan_view *view,
                                  const struct series *series, struct buf *out);

/* A table of the export: of the plan, or of one SERIES of it where that is not NULL. */
void published_as_csv(const struct export_table *table, const struct plan_view *view,
                      const struct series *series, struct buf *out);

#endif
