#include "record/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/building.h"
#include "repo/paths.h"

const struct landing *builder_landing(const struct builder *builder)
{
	return &builder->lineage->commits[builder->lineage->landings[builder->number]];
}

static struct plan_build *plan_of(struct builder *builder, const char *path)
{
	struct arena *arena = &builder->record->arena;
	const char *name = path + strlen(REPO_PLANS) + 1;
	char *id = mem_text(name, strcspn(name, "/"));
	struct plan_build *plan = map_get(&builder->plans, id);
	if (plan == NULL) {
		plan = arena_new(arena, sizeof(*plan));
		plan->id = arena_text(arena, id, strlen(id));
		plan->scale = &scale_default;
		plan->programme.series.id = plan->programme.series.title = "overview";
		map_set(&builder->plans, plan->id, plan);
		builder->plan_list = arena_grow(arena, builder->plan_list, builder->plan_count,
		                                &builder->plan_room, sizeof(*builder->plan_list));
		builder->plan_list[builder->plan_count++] = plan;
	}
	free(id);
	return plan;
}

struct slot *builder_slot(struct builder *builder, uint32_t path)
{
	struct arena *arena = &builder->record->arena;
	struct slot *slot = builder->slots[path];
	if (slot != NULL)
		return slot;
	slot = builder->slots[path] = arena_new(arena, sizeof(*slot));
	*slot = (struct slot){.path = builder->lineage->paths[path],
	                      .blob = LINEAGE_NONE,
	                      .seen_by = LINEAGE_NONE};
	if (!path_is_safe(slot->path))
		return slot;
	struct plan_build *plan = slot->plan = plan_of(builder, slot->path);
	slot->is_plan =
		strcmp(slot->path + strlen(REPO_PLANS) + 1 + strlen(plan->id), "/plan.md") == 0;
	plan->slots = arena_grow(arena, plan->slots, plan->slot_count, &plan->slot_room,
	                         sizeof(struct slot *));
	plan->slots[plan->slot_count++] = slot;
	return slot;
}

void builder_hole(struct builder *builder, const char *path, const char *why)
{
	struct record *record = builder->record;
	record->holes = arena_grow(&record->arena, record->holes, record->hole_count,
	                           &builder->hole_room, sizeof(*record->holes));
	record->holes[record->hole_count++] = (struct hole){builder_landing(builder), path, why};
}

void builder_remark(struct builder *builder, struct remark remark)
{
	struct record *record = builder->record;
	record->remarks = arena_grow(&record->arena, record->remarks, record->remark_count,
	                             &builder->remark_room, sizeof(*record->remarks));
	record->remarks[record->remark_count++] = remark;
}

int builder_level(struct plan_build *plan, const char *rag)
{
	size_t most = sizeof(plan->levels) / sizeof(plan->levels[0]);
	for (size_t i = 0; i < most && plan->levels[i].rag != NULL; i++)
		if (plan->levels[i].rag == rag)
			return plan->levels[i].level;
	int level = scale_level(plan->scale, rag);
	memmove(plan->levels + 1, plan->levels, (most - 1) * sizeof(plan->levels[0]));
	plan->levels[0].rag = rag;
	plan->levels[0].level = level;
	return level;
}

/* Notes a document that rates nothing, or that it is gone. */
static void file_document(struct builder *builder, struct slot *slot, uint32_t blob, bool filed)
{
	struct record *record = builder->record;
	if (!filed && !slot->filed)
		return;
	slot->filed = filed;
	record->filings = arena_grow(&record->arena, record->filings, record->filing_count,
	                             &builder->filing_room, sizeof(*record->filings));
	struct filing *filing = &record->filings[record->filing_count++];
	*filing = (struct filing){
		.landing = builder_landing(builder), .path = slot->path, .gone = !filed};
	if (filed)
		filing->blob = builder->lineage->blobs[blob];
}

/*
 * A version that cannot be read is a hole and changes nothing else: what was on
 * record stands until a later version says otherwise.
 */
static int change_document(struct builder *builder, struct slot *slot,
                           const struct lineage_change *change)
{
	struct told told;
	if (readings_find(builder->readings, change->after, &told, builder->error) < 0)
		return -1;
	if (change->after == LINEAGE_NONE && !change->gone)
		told.why = "it is not a plain file";
	if (told.why != NULL) {
		builder_hole(builder, slot->path, told.why);
		return 0;
	}
	file_document(builder, slot, change->after,
	              change->after != LINEAGE_NONE && told.reading == NULL);
	slot->before = slot->reading;
	slot->reading = told.reading;
	builder->drafted |= told.reading != NULL && told.reading->draft;
	slot->blob = change->after;
	slot->next_touched = builder->touched;
	builder->touched = slot;
	return 0;
}

static int change_file(struct builder *builder, const struct lineage_change *change)
{
	struct slot *slot = builder_slot(builder, change->path);
	if (slot->plan == NULL) {
		if (!change->gone)
			builder_hole(builder, slot->path, "its path is not to be trusted");
		return 0;
	}
	if (slot->is_plan)
		return builder_plan(builder, slot, change);
	return change_document(builder, slot, change);
}

bool same_key(const struct reading *a, const struct reading *b)
{
	return a != NULL && b != NULL && a->workstream == b->workstream &&
	       period_equal(a->period, b->period);
}

struct series_build *builder_series(struct builder *builder, struct plan_build *plan,
                                    const char *workstream, bool make)
{
	struct arena *arena = &builder->record->arena;
	if (workstream == NULL)
		return &plan->programme;
	for (size_t i = 0; i < plan->count; i++)
		if (plan->workstreams[i]->series.id == workstream)
			return plan->workstreams[i];
	if (!make)
		return NULL;
	struct series_build *series = arena_new(arena, sizeof(*series));
	series->series.id = series->series.title = workstream;
	plan->workstreams = arena_grow(arena, plan->workstreams, plan->count, &plan->room,
	                               sizeof(*plan->workstreams));
	plan->workstreams[plan->count++] = series;
	return series;
}

size_t builder_standing(const struct series *series, struct period period)
{
	/* From the end: what changes is most often the latest. */
	for (size_t at = series->count; at-- > 0;)
		if (period_equal(series->standings[at].period, period))
			return at;
	return series->count;
}

/* The same; makes one, in the order of periods, where there is none. */
static size_t make_standing(struct builder *builder, struct series_build *build,
                            struct period period)
{
	struct arena *arena = &builder->record->arena;
	struct series *series = &build->series;
	size_t at = builder_standing(series, period);
	if (at < series->count)
		return at;
	while (at > 0 && period_compare(series->standings[at - 1].period, period) > 0)
		at--;
	series->standings = arena_grow(arena, series->standings, series->count, &series->room,
	                               sizeof(*series->standings));
	build->holders = arena_grow(arena, build->holders, series->count, &build->holder_room,
	                            sizeof(struct slot *));
	memmove(series->standings + at + 1, series->standings + at,
	        (series->count - at) * sizeof(*series->standings));
	memmove(build->holders + at + 1, build->holders + at,
	        (series->count - at) * sizeof(struct slot *));
	series->standings[at] = (struct standing){.period = period};
	build->holders[at] = NULL;
	series->count++;
	return at;
}

/* Another file of the plan that claims the same workstream and period, or NULL. */
static struct slot *other_holder(const struct plan_build *plan, const struct reading *key,
                                 bool draft)
{
	for (size_t i = 0; i < plan->slot_count; i++)
		if (same_key(plan->slots[i]->reading, key) &&
		    plan->slots[i]->reading->draft == draft)
			return plan->slots[i];
	return NULL;
}

bool builder_holds(struct builder *builder, const struct key *key)
{
	const struct series_build *build =
		builder_series(builder, key->plan, key->workstream, false);
	if (build == NULL)
		return false;
	size_t at = builder_standing(&build->series, key->period);
	return at < build->series.count && standing_holds(&build->series.standings[at]);
}

bool builder_in_tree(struct builder *builder, const struct key *key)
{
	const struct series_build *build =
		builder_series(builder, key->plan, key->workstream, false);
	if (build == NULL)
		return false;
	size_t at = builder_standing(&build->series, key->period);
	return at < build->series.count && build->holders[at] != NULL;
}

/*
 * The workstream's document moved on: it now speaks of a later period, which was
 * not on record before. A later period that was, and was only touched, is no reason
 * for this one to be gone.
 */
static bool moved_on(struct builder *builder, struct plan_build *plan, const struct reading *left)
{
	for (const struct slot *slot = builder->touched; slot != NULL; slot = slot->next_touched) {
		if (slot->plan != plan || slot->reading == NULL ||
		    slot->reading->workstream != left->workstream ||
		    period_compare(slot->reading->period, left->period) <= 0)
			continue;
		struct key later = {plan, left->workstream, slot->reading->period};
		if (!builder_holds(builder, &later))
			return true;
	}
	return false;
}

bool same_rating(const struct scale *scale, const char *a, const char *b)
{
	if (strcmp(a, b) == 0)
		return true;
	int level = scale_level(scale, a);
	return level != SCALE_NONE && level == scale_level(scale, b);
}

static bool same_value(const struct version *a, const struct version *b)
{
	if (strcmp(a->reading->rag, b->reading->rag) == 0)
		return true;
	return a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale);
}

struct version *builder_land(struct builder *builder, struct series_build *build,
                             const struct slot *slot, uint32_t blob, const struct reading *reading)
{
	struct arena *arena = &builder->record->arena;
	const struct object_id *id = &builder->lineage->blobs[blob];
	size_t at = make_standing(builder, build, reading->period);
	struct standing *standing = &build->series.standings[at];
	struct version *last =
		standing->count == 0 ? NULL : standing->versions[standing->count - 1];
	const struct scale *scale = slot->plan->scale;
	if (last != NULL && standing->withdrawn == NULL && object_equal(&last->blob, id))
		return NULL;
	struct version *version = arena_new(arena, sizeof(*version));
	*version = (struct version){
		.landing = builder_landing(builder),
		.rater = builder_landing(builder),
		.path = slot->path,
		.blob = *id,
		.reading = reading,
		.scale = scale,
		.level = builder_level(slot->plan, reading->rag),
	};
	bool same = last != NULL && same_value(last, version);
	version->rated = same ? last->rated : version;
	version->rerating = last != NULL && !same;
	standing->withdrawn = NULL;
	standing->versions = arena_grow(arena, standing->versions, standing->count, &standing->room,
	                                sizeof(struct version *));
	standing->versions[standing->count++] = version;
	return version;
}

/* What a file of the landing's own tree says goes on record. */
static int land(struct builder *builder, struct slot *slot)
{
	const struct reading *reading = slot->reading;
	struct series_build *build = builder_series(builder, slot->plan, reading->workstream, true);
	struct version *version = builder_land(builder, build, slot, slot->blob, reading);
	build->holders[builder_standing(&build->series, reading->period)] = slot;
	if (version == NULL || version->rated != version)
		return 0;
	struct key key = {slot->plan, reading->workstream, reading->period};
	return builder_rater(builder, &key, version, builder->lineage->landings[builder->number],
	                     builder->error);
}

/* The file no longer speaks of what it spoke of before this landing. */
static int leave(struct builder *builder, struct slot *slot)
{
	const struct reading *left = slot->before;
	struct series_build *build = builder_series(builder, slot->plan, left->workstream, false);
	size_t at = build != NULL ? builder_standing(&build->series, left->period) : 0;
	/* It held nothing while it was a draft. */
	if (build == NULL || at == build->series.count || build->holders[at] != slot)
		return 0;
	build->holders[at] = NULL;
	struct slot *other = other_holder(slot->plan, left, false);
	if (other != NULL)
		return land(builder, other);
	/* A draft of the same period takes nothing off the record. */
	build->holders[at] = other_holder(slot->plan, left, true);
	if (build->holders[at] != NULL)
		return 0;
	builder->left = mem_grow(builder->left, builder->left_count, &builder->left_room,
	                         sizeof(*builder->left));
	builder->left[builder->left_count++] =
		(struct left){slot, left, moved_on(builder, slot->plan, left)};
	return 0;
}

/* Takes off the record what was left and neither moved on nor landed from inside. */
static int withdraw(struct builder *builder)
{
	struct arena *arena = &builder->record->arena;
	for (size_t i = 0; i < builder->left_count; i++) {
		const struct left *left = &builder->left[i];
		struct series_build *build =
			builder_series(builder, left->slot->plan, left->reading->workstream, false);
		size_t at = builder_standing(&build->series, left->reading->period);
		struct standing *standing = &build->series.standings[at];
		if (left->moved_on || build->holders[at] != NULL)
			continue;
		struct key key = {left->slot->plan, left->reading->workstream, standing->period};
		struct withdrawal withdrawal = {.landing = builder_landing(builder),
		                                .before = standing->count};
		if (builder_remover(builder, &key, &withdrawal.by, builder->error) < 0)
			return -1;
		standing->withdrawn = withdrawal.landing;
		standing->withdrawals =
			arena_grow(arena, standing->withdrawals, standing->withdrawal_count,
		                   &standing->withdrawal_room, sizeof(*standing->withdrawals));
		standing->withdrawals[standing->withdrawal_count++] = withdrawal;
	}
	return 0;
}

/* What a landing did, once all its changes are known. */
static int settle(struct builder *builder)
{
	const struct lineage *lineage = builder->lineage;
	bool inside = lineage_first(lineage, builder->number) != lineage->landings[builder->number];
	struct slot *slot;
	builder->left_count = 0;
	for (slot = builder->touched; slot != NULL; slot = slot->next_touched)
		if (slot->before != NULL && !same_key(slot->before, slot->reading) &&
		    leave(builder, slot) < 0)
			return -1;
	for (slot = builder->touched; slot != NULL; slot = slot->next_touched)
		if (slot->reading != NULL && !slot->reading->draft && land(builder, slot) < 0)
			return -1;
	if (inside && builder_inside(builder, builder->error) < 0)
		return -1;
	if (withdraw(builder) < 0)
		return -1;
	builder->touched = NULL;
	/* A commit alone has no draft but one that says so. */
	return inside || builder->drafted ? builder_drafts(builder, builder->error) : 0;
}

static int walk(struct builder *builder)
{
	const struct lineage *lineage = builder->lineage;
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		builder->number = i;
		builder->drafted = false;
		for (uint32_t j = 0; j < link->change_count; j++)
			if (change_file(builder, &lineage->changes[link->changes + j]) < 0)
				return -1;
		bool alone = lineage_first(lineage, i) == lineage->landings[i];
		if ((link->change_count != 0 || !alone) && settle(builder) < 0)
			return -1;
	}
	return 0;
}

static void remark_clock(struct builder *builder)
{
	const struct lineage *lineage = builder->lineage;
	size_t count = 0, first = 0;
	for (size_t i = lineage->landing_count; i-- > 0;)
		if (lineage->commits[lineage->landings[i]].backwards) {
			count++;
			first = i;
		}
	if (count == 0)
		return;
	builder_remark(
		builder,
		(struct remark){
			.type = REMARK_BACKWARDS,
			.landing = &lineage->commits[lineage->landings[first]],
			.text = count == 1
	                                ? "this commit is dated before an earlier one; the order here "
	                                  "is that of the history, not of the dates"
	                                : arena_printf(
						  &builder->record->arena,
						  "this commit and %zu more are dated before earlier "
						  "ones; the order here is that of the history, not of "
						  "the dates",
						  count - 1),
		});
}

int builder_run(struct record *record, struct readings *readings, struct error *error)
{
	struct builder builder = {.record = record,
	                          .lineage = &record->lineage,
	                          .readings = readings,
	                          .error = error};
	builder.slots =
		arena_new(&record->arena, record->lineage.path_count * sizeof(struct slot *));
	int result = walk(&builder);
	if (result == 0)
		result = builder_last_plans(&builder);
	if (result == 0)
		result = builder_redactions(&builder, error);
	if (result == 0)
		remark_clock(&builder);
	if (result == 0)
		builder_finish(&builder);
	for (size_t i = 0; i < builder.plan_count; i++)
		document_free(builder.plan_list[i]->document);
	map_release(&builder.plans);
	free(builder.left);
	return result;
}
