/* Versions that did not stand when their landing was over. */
#include "record/building.h"

/* True for a blob that is on record for what it speaks of. */
static bool is_on_record(struct builder *builder, const struct side *side)
{
	const struct series_build *build =
		builder_series(builder, side->slot->plan, side->reading->workstream, false);
	if (build == NULL)
		return false;
	size_t at = builder_standing(&build->series, side->reading->period);
	if (at == build->series.count)
		return false;
	const struct version *version = standing_version(&build->series.standings[at]);
	return object_equal(&version->blob, &builder->lineage->blobs[side->blob]);
}

static void add_draft(struct builder *builder, uint32_t commit, const struct side *side)
{
	struct series *series =
		&builder_series(builder, side->slot->plan, side->reading->workstream, true)->series;
	const struct scale *scale = side->slot->plan->scale;
	series->drafts = arena_grow(&builder->record->arena, series->drafts, series->draft_count,
	                            &series->draft_room, sizeof(*series->drafts));
	series->drafts[series->draft_count++] = (struct draft){
		.landing = builder_landing(builder),
		.commit = &builder->lineage->commits[commit],
		.path = side->slot->path,
		.blob = builder->lineage->blobs[side->blob],
		.reading = side->reading,
		.scale = scale,
		.level = builder_level(side->slot->plan, side->reading->rag),
	};
}

/* Counts for how many parents of COMMIT each of its files is new. */
static void count_parents(struct builder *builder, uint32_t commit, const struct lineage_row *row)
{
	for (uint32_t i = 0; i < row->link_count; i++) {
		const struct lineage_link *link = &builder->lineage->links[row->links + i];
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change =
				&builder->lineage->changes[link->changes + j];
			struct slot *slot = builder_slot(builder, change->path);
			if (slot->seen_by != commit) {
				slot->seen_by = commit;
				slot->seen_times = 0;
			}
			slot->seen_times++;
		}
	}
}

/* True for a change that the landing's own tree brings, which has been told of as such. */
static bool is_brought(const struct builder *builder, const struct lineage_change *change)
{
	const struct lineage_link *link = lineage_landed(builder->lineage, builder->number);
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *own = &builder->lineage->changes[link->changes + i];
		if (own->path == change->path)
			return own->after == change->after;
	}
	return false;
}

/* A document that none of the commit's parents had: a draft, or a hole, or on record. */
static void take_document(struct builder *builder, uint32_t commit,
                          const struct lineage_change *change, const struct side *side,
                          const struct told *told)
{
	bool inside = commit != builder->lineage->landings[builder->number];
	if (told->why != NULL && inside && !is_brought(builder, change))
		builder_hole(builder, side->slot->path, told->why);
	if (told->reading != NULL &&
	    (told->reading->draft || (inside && !is_on_record(builder, side))))
		add_draft(builder, commit, side);
}

/* What a commit brought. Sets *BROUGHT where an inner one brought a version. */
static int draft_commit(struct builder *builder, uint32_t commit, bool *brought,
                        struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	const struct lineage_row *row = &lineage->rows[commit];
	const struct lineage_link *link = &lineage->links[row->links];
	bool inside = commit != lineage->landings[builder->number];
	if (row->link_count > 1)
		count_parents(builder, commit, row);
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[link->changes + i];
		struct slot *slot = builder_slot(builder, change->path);
		struct told told;
		if (change->after == LINEAGE_NONE || slot->plan == NULL || slot->is_plan ||
		    (row->link_count > 1 && slot->seen_times != row->link_count))
			continue;
		if (readings_find(builder->readings, change->after, &told, error) < 0)
			return -1;
		struct side side = {slot, change->after, told.reading};
		*brought = *brought || (inside && told.reading != NULL);
		take_document(builder, commit, change, &side, &told);
	}
	return 0;
}

int builder_drafts(struct builder *builder, struct error *error)
{
	uint32_t tip = builder->lineage->landings[builder->number];
	bool brought = false;
	for (uint32_t at = lineage_first(builder->lineage, builder->number); at <= tip; at++)
		if (draft_commit(builder, at, &brought, error) < 0)
			return -1;
	if (brought)
		builder_turn(builder);
	return 0;
}
