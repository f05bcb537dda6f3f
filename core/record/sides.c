/* What the documents on both sides of a change say. */
#include "record/building.h"

/* The commit whose link this is. */
static uint32_t child_of(const struct lineage *lineage, const struct lineage_link *link)
{
	size_t at = (size_t)(link - lineage->links), low = 0, high = lineage->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (lineage->rows[middle].links <= at)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* The link to what a commit goes on from: the landing before it, or its first parent. */
static const struct lineage_link *past_of(const struct lineage *lineage, uint32_t commit)
{
	size_t number = lineage->commits[commit].number;
	return lineage->landings[number] == commit ? lineage_landed(lineage, number)
	                                           : &lineage->links[lineage->rows[commit].links];
}

/* A version that cannot be read changes nothing: goes back to what the file said before. */
static int go_back(struct builder *builder, uint32_t commit, uint32_t path, uint32_t *blob,
                   struct told *told, struct error *error)
{
	while (told->why != NULL && commit != LINEAGE_NONE) {
		const struct lineage_link *link = past_of(builder->lineage, commit);
		const struct lineage_change *changes = &builder->lineage->changes[link->changes];
		for (uint32_t i = 0; i < link->change_count; i++)
			if (changes[i].path == path)
				*blob = changes[i].before;
		if (readings_find(builder->readings, *blob, told, error) < 0)
			return -1;
		commit = link->parent;
	}
	return 0;
}

int side_of(struct builder *builder, const struct lineage_link *link,
            const struct lineage_change *change, bool after, struct side *side, struct error *error)
{
	struct told told = {0};
	side->slot = builder_slot(builder, change->path);
	side->blob = after ? change->after : change->before;
	if (side->slot->plan != NULL && !side->slot->is_plan &&
	    readings_find(builder->readings, side->blob, &told, error) < 0)
		return -1;
	if (after && side->blob == LINEAGE_NONE && !change->gone)
		told.why = "it is not a plain file";
	if (told.why != NULL &&
	    go_back(builder, after ? child_of(builder->lineage, link) : link->parent, change->path,
	            &side->blob, &told, error) < 0)
		return -1;
	side->reading = told.reading;
	return 0;
}

static bool is_about(const struct side *side, const struct key *key)
{
	return side->reading != NULL && side->slot->plan == key->plan &&
	       period_equal(side->reading->period, key->period) &&
	       side->reading->workstream == key->workstream;
}

int side_find(struct builder *builder, const struct lineage_link *link, bool after,
              const struct key *key, bool drafts, struct side *found, bool *is_found,
              struct error *error)
{
	*is_found = false;
	for (uint32_t i = 0; i < link->change_count && !*is_found; i++) {
		struct side side;
		if (side_of(builder, link, &builder->lineage->changes[link->changes + i], after,
		            &side, error) < 0)
			return -1;
		if (!is_about(&side, key) || (side.reading->draft && !drafts))
			continue;
		*found = side;
		*is_found = true;
	}
	return 0;
}
