/*
 * Who names which task of a close-down in `inherits`, and since when. For handover.c alone.
 */
#ifndef RECORD_NAMING_H
#define RECORD_NAMING_H

#include "base/map.h"
#include "record/handover.h"
#include "record/plan_versions.h"

/* The namings of one task. */
struct naming_list {
	struct handover_naming *items;
	size_t *rounds; /* beside them: when the plan was last seen to name it */
	size_t count, room, round_room;
};

struct namings {
	struct map by_task; /* from "plan/closedown#task" to a struct naming_list */
	struct naming_list **lists;
	size_t count, room;
	struct arena *arena;
};

/*
 * Reads every version of the plans, and the updates that stand. Lists live in the arena;
 * release the map with map_release(), on failure too.
 */
int namings_read(const struct record *record, struct plan_versions *plans, struct namings *namings,
                 struct error *error) __attribute__((warn_unused_result));

/* The name with its plan, where PLAN_ID is the document's; NULL for a text that is none. */
const char *naming_whole(struct arena *arena, const char *plan_id, const char *text);

#endif
