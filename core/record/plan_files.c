/* The plan.md of each plan, as the builder comes by its versions. */
#include <string.h>

#include "document/source.h"
#include "record/building.h"

static void change_scale(struct builder *builder, struct plan_build *plan,
                         const struct scale *scale)
{
	if (plan->read && !scale_same(plan->scale, scale))
		builder_remark(
			builder,
			(struct remark){
				.type = REMARK_SCALE,
				.landing = builder_landing(builder),
				.plan = plan->id,
				.text = "the plan's scale changed here, so ratings before and "
					"after it are not compared",
			});
	/* Always: the same levels may have got other labels or meanings. */
	plan->scale = scale_copy(scale, &builder->record->arena);
	memset(plan->levels, 0, sizeof(plan->levels));
	plan->read = true;
}

/* Reads the version of the plan; leaves no document where it cannot be read as one. */
static int read_plan(struct builder *builder, struct plan_build *plan, const char *path)
{
	struct buf *bytes = &builder->readings->bytes;
	size_t size;
	if (repo_blob_small(builder->record->repo, &builder->lineage->blobs[plan->blob],
	                    SOURCE_LARGEST, bytes, &size, builder->error) < 0)
		return -1;
	if (size > SOURCE_LARGEST)
		return 0;
	struct document *document =
		document_read(path, bytes->bytes, bytes->length, DOCUMENT_FIELDS);
	if (document->plan != NULL)
		plan->document = document;
	else
		document_free(document);
	return 0;
}

int builder_plan(struct builder *builder, struct slot *slot, const struct lineage_change *change)
{
	struct plan_build *plan = slot->plan;
	struct told told;
	plan->exists = change->after != LINEAGE_NONE;
	if (!plan->exists) {
		if (!change->gone)
			builder_hole(builder, slot->path, "it is not a plain file");
		return 0;
	}
	plan->blob = change->after;
	document_free(plan->document);
	plan->document = NULL;
	if (readings_find(builder->readings, plan->blob, &told, builder->error) < 0)
		return -1;
	plan->unread = told.usual_plan;
	if (!plan->unread && read_plan(builder, plan, slot->path) < 0)
		return -1;
	if (plan->unread)
		change_scale(builder, plan, &scale_default);
	else if (plan->document != NULL)
		change_scale(builder, plan, &plan->document->plan->scale);
	else
		builder_hole(builder, slot->path, "it cannot be read as a plan");
	return 0;
}

int builder_last_plans(struct builder *builder)
{
	for (size_t i = 0; i < builder->lineage->path_count; i++) {
		const struct slot *slot = builder->slots[i];
		if (slot != NULL && slot->is_plan && slot->plan->exists && slot->plan->unread &&
		    read_plan(builder, slot->plan, slot->path) < 0)
			return -1;
	}
	return 0;
}
