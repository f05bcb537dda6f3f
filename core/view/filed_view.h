/*
 * A document that is filed beside the ratings, for readers without a browser and for programs.
 */
#ifndef VIEW_FILED_VIEW_H
#define VIEW_FILED_VIEW_H

#include "record/filed.h"
#include "view/json.h"
#include "view/lines.h"

struct filed_shown {
	const struct record *record;
	const struct filed *filed;
	struct date day; /* as of which it is shown; year 0 where that does not matter */
	/* For the public: its plan as it is published, and the document without what that keeps
	 * back. NULL: all there is. Papers show their own, as they were published. */
	const struct plan_record *published;
	const struct document *document;
};

typedef void (*filed_view)(const struct filed_shown *shown, const struct layout *layout,
                           struct buf *out);

/* Its fields, its sections and its versions. Where it was withdrawn, what stood before. */
void filed_as_text(const struct filed_shown *shown, const struct layout *layout, struct buf *out);

/* One JSON document: what filed_add_json() writes, with "version" and "commit" before it. */
void filed_as_json(const struct filed_shown *shown, const struct layout *layout, struct buf *out);

/*
 * "plan", "kind", "id", "title", "path", "exempt", "withdrawn", "fields": {each by its name},
 * "sections": [{"title", "text"}], of a paper "figures" (see view/edition.h), "versions":
 * [{a landing}], into the object that is open.
 */
void filed_add_json(struct json_writer *json, const struct filed_shown *shown);

/* A plan itself: the fields and sections of its plan.md. */
void plan_as_text(const struct record *record, const struct plan_record *plan,
                  const struct layout *layout, struct buf *out);
void plan_as_json(const struct record *record, const struct plan_record *plan, struct buf *out);

/*
 * What the record knows of it beyond its fields: what answers each challenge of an observation,
 * and how the actions of a plan of actions moved; below headings, and for programs as
 * "challenges" or "action_plan".
 */
void filed_more_as_text(const struct filed_shown *shown, const struct layout *layout,
                        struct buf *out);
void filed_more_as_json(const struct filed_shown *shown, struct json_writer *json);

/* What readers call it: its title, or its kind and its day. */
void filed_title(const struct filed *filed, struct buf *out);

/* True for one that is kept back from the public: `exempt: true`, a paper not `public`, or of
 * what is published one that was never open. */
bool filed_is_exempt(const struct filed *filed);

#endif
