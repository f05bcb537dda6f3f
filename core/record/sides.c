/* What the documents on both sides of a change say. */
#include "record/building.h"

int side_of(struct builder *builder, const struct lineage_change *change, bool after,
            struct side *side, struct error *error)
{
	struct told told = {0};
	side->slot = builder_slot(builder, change->path);
	side->blob = after ? change->after : change->before;
	if (side->slot->plan != NULL && !side->slot->is_plan &&
	    readings_find(builder->readings, side->blob, &told, error) < 0)
		return -1;
	side->reading = told.reading;
	return 0;
}

static bool is_about(const struct side *side, const struct key *key)
{
	return side->reading != NULL && side->slot->plan == key->plan &&
	       period_equal(side->reading->period, key->period) &&
	       same_workstream(side->reading->workstream, key->workstream);
}

int side_find(struct builder *builder, const struct lineage_link *link, bool after,
              const struct key *key, bool drafts, struct side *found, bool *is_found,
              struct error *error)
{
	*is_found = false;
	for (uint32_t i = 0; i < link->change_count && !*is_found; i++) {
		struct side side;
		if (side_of(builder, &builder->lineage->changes[link->changes + i], after, &side,
		            error) < 0)
			return -1;
		if (!is_about(&side, key) || (side.reading->draft && !drafts))
			continue;
		*found = side;
		*is_found = true;
	}
	return 0;
}
