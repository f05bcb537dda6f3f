/*
 * Hand-overs as text for a terminal and as JSON.
 */
#ifndef VIEW_HANDOVERS_VIEW_H
#define VIEW_HANDOVERS_VIEW_H

#include "record/handover.h"
#include "view/json.h"
#include "view/lines.h"

struct handovers_told {
	const struct record *record;
	const struct handovers *handovers;
	const struct plan_record *const *plans; /* that give or receive */
	size_t plan_count;                      /* 0: all */
};

typedef void (*handovers_view)(const struct handovers_told *told, const struct layout *layout,
                               struct buf *out);

/* Below each receiver what it is given, those with anything open first. */
void handovers_as_text(const struct handovers_told *told, const struct layout *layout,
                       struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "counts": {how many of each state, and "open"},
 * "handovers": [{"name", "plan", "closedown", "task", "workstream", "title", "disposition":
 * {"id", "title"}, "state", "open", "reopened", "to", "receiver": {"plan", "workstream"},
 * "outstanding", "offered": {a landing}, "named": {"plan", "workstream", "landed"},
 * "accepted": {"by", "on", "landed"}, "before": [names], "next"}]}.
 */
void handovers_as_json(const struct handovers_told *told, const struct layout *layout,
                       struct buf *out);

/* True for one that is listed: it is handed over, and one of the plans gives or receives it. */
bool handovers_tell(const struct handovers_told *told, const struct handover *handover);

#endif
