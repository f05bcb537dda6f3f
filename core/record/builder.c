#include "record/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "document/source.h"
#include "repo/files.h"
#include "repo/paths.h"

/* A file of the tree as it stands at the landing that is being read. */
struct slot {
	const char *path;
	struct plan_build *plan;
	struct reading *reading; /* of its last version that could be read; NULL when absent */
	struct object_id blob;
	struct slot *next_touched;
	struct reading *before; /* its reading before this landing */
};

/* A series under construction, and who holds each of its periods now. */
struct series_build {
	struct series series;
	struct slot **holders; /* beside series.standings; NULL when nobody holds it */
	size_t holder_room;
};

struct plan_build {
	const char *id;
	bool exists; /* plan.md is there */
	struct object_id blob;
	const struct scale *scale;
	struct series_build **workstreams;
	size_t count, room;
	struct series_build programme;
	struct slot **slots; /* every file seen in this plan's folder */
	size_t slot_count, slot_room;
};

struct builder {
	struct record *record;
	struct error *error;
	struct map slots, plans;
	struct plan_build **plan_list;
	size_t plan_count, plan_room, hole_room;
	struct slot *touched; /* by this landing */
	const struct object_id *id;
	const struct object_id *parent;
	size_t number;
	struct landing *landing; /* read when the first change asks for it */
	struct buf bytes;
};

static int current_landing(struct builder *builder, const struct landing **landing)
{
	if (builder->landing == NULL) {
		struct arena *arena = &builder->record->arena;
		builder->landing = arena_new(arena, sizeof(*builder->landing));
		if (landing_read(builder->record->repo, builder->id, arena, builder->landing,
		                 builder->error) < 0)
			return -1;
		builder->landing->number = builder->number;
	}
	*landing = builder->landing;
	return 0;
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

static bool is_plan_file(const struct plan_build *plan, const char *path)
{
	return strcmp(path + strlen(REPO_PLANS) + 1 + strlen(plan->id), "/plan.md") == 0;
}

static struct slot *slot_of(struct builder *builder, const char *path, struct plan_build *plan)
{
	struct arena *arena = &builder->record->arena;
	struct slot *slot = map_get(&builder->slots, path);
	if (slot == NULL) {
		slot = arena_new(arena, sizeof(*slot));
		slot->path = arena_text(arena, path, strlen(path));
		slot->plan = plan;
		map_set(&builder->slots, slot->path, slot);
		plan->slots = arena_grow(arena, plan->slots, plan->slot_count, &plan->slot_room,
		                         sizeof(struct slot *));
		plan->slots[plan->slot_count++] = slot;
	}
	return slot;
}

static int add_hole(struct builder *builder, const char *path, const char *why)
{
	struct record *record = builder->record;
	const struct landing *landing;
	if (current_landing(builder, &landing) < 0)
		return -1;
	record->holes = arena_grow(&record->arena, record->holes, record->hole_count,
	                           &builder->hole_room, sizeof(*record->holes));
	record->holes[record->hole_count++] =
		(struct hole){landing, arena_text(&record->arena, path, strlen(path)), why};
	return 0;
}

/* Reads a version of a file; *DOCUMENT is NULL where it is too large to be one. */
static int read_version(struct builder *builder, const struct change *change,
                        struct document **document)
{
	size_t size;
	*document = NULL;
	if (repo_blob(builder->record->repo, &change->after, SOURCE_LARGEST, &builder->bytes, &size,
	              builder->error) < 0)
		return -1;
	if (size <= SOURCE_LARGEST)
		*document = document_read(change->path, builder->bytes.bytes, builder->bytes.length,
		                          DOCUMENT_FIELDS);
	return 0;
}

static int change_plan(struct builder *builder, struct plan_build *plan,
                       const struct change *change)
{
	struct document *document;
	plan->exists = !object_is_none(&change->after) && change->type_after == FILE_REGULAR;
	if (!plan->exists)
		return object_is_none(&change->after)
		               ? 0
		               : add_hole(builder, change->path, "it is not a plain file");
	plan->blob = change->after;
	if (read_version(builder, change, &document) < 0)
		return -1;
	if (document != NULL && document->plan != NULL) {
		/* Always: the same levels may have got other labels or meanings. */
		plan->scale = scale_copy(&document->plan->scale, &builder->record->arena);
		document_free(document);
		return 0;
	}
	document_free(document);
	return add_hole(builder, change->path, "it cannot be read as a plan");
}

/*
 * A version that cannot be read is a hole and changes nothing else: what was on
 * record stands until a later version says otherwise.
 */
static int change_document(struct builder *builder, struct slot *slot, const struct change *change)
{
	struct document *document = NULL;
	struct reading *reading = NULL;
	const char *why = NULL;
	if (!object_is_none(&change->after) && change->type_after == FILE_REGULAR) {
		if (read_version(builder, change, &document) < 0)
			return -1;
		if (document != NULL)
			reading = reading_of(document, builder->record->depth,
			                     &builder->record->arena, &why);
		else
			why = "it is too large for an update";
		document_free(document);
	} else if (!object_is_none(&change->after)) {
		why = "it is not a plain file";
	}
	if (why != NULL)
		return add_hole(builder, slot->path, why);
	slot->before = slot->reading;
	slot->reading = reading;
	slot->blob = change->after;
	slot->next_touched = builder->touched;
	builder->touched = slot;
	return 0;
}

static int change_file(const struct change *change, void *context)
{
	struct builder *builder = context;
	if (!path_is_safe(change->path))
		return object_is_none(&change->after)
		               ? 0
		               : add_hole(builder, change->path, "its path is not to be trusted");
	struct plan_build *plan = plan_of(builder, change->path);
	if (is_plan_file(plan, change->path))
		return change_plan(builder, plan, change);
	return change_document(builder, slot_of(builder, change->path, plan), change);
}

/* The series of the workstream, or of the programme where that is NULL; or NULL. */
static struct series_build *find_series(struct plan_build *plan, const char *workstream)
{
	if (workstream == NULL)
		return &plan->programme;
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->workstreams[i]->series.id, workstream) == 0)
			return plan->workstreams[i];
	return NULL;
}

static struct series_build *make_series(struct builder *builder, struct plan_build *plan,
                                        const char *workstream)
{
	struct arena *arena = &builder->record->arena;
	struct series_build *series = find_series(plan, workstream);
	if (series != NULL)
		return series;
	series = arena_new(arena, sizeof(*series));
	series->series.id = series->series.title = workstream;
	plan->workstreams = arena_grow(arena, plan->workstreams, plan->count, &plan->room,
	                               sizeof(*plan->workstreams));
	plan->workstreams[plan->count++] = series;
	return series;
}

/* The number of the period's standing; where there is none, the number of standings. */
static size_t find_standing(const struct series *series, struct period period)
{
	size_t at = 0;
	while (at < series->count && !period_equal(series->standings[at].period, period))
		at++;
	return at;
}

/* The same; makes one, in the order of periods, where there is none. */
static size_t make_standing(struct builder *builder, struct series_build *build,
                            struct period period)
{
	struct arena *arena = &builder->record->arena;
	struct series *series = &build->series;
	size_t at = find_standing(series, period);
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

static bool same_workstream(const struct reading *a, const struct reading *b)
{
	if (a->workstream == NULL || b->workstream == NULL)
		return a->workstream == b->workstream;
	return strcmp(a->workstream, b->workstream) == 0;
}

static bool same_key(const struct reading *a, const struct reading *b)
{
	return a != NULL && b != NULL && period_equal(a->period, b->period) &&
	       same_workstream(a, b);
}

/* Another file of the plan that claims the same workstream and period, or NULL. */
static struct slot *other_holder(const struct plan_build *plan, const struct reading *key)
{
	for (size_t i = 0; i < plan->slot_count; i++)
		if (same_key(plan->slots[i]->reading, key) && !plan->slots[i]->reading->draft)
			return plan->slots[i];
	return NULL;
}

static bool holds(const struct series *series, struct period period)
{
	size_t at = find_standing(series, period);
	return at < series->count && standing_holds(&series->standings[at]);
}

/*
 * The workstream's document moved on: it now speaks of a later period, which was
 * not on record before. A later period that was, and was only touched, is no reason
 * for this one to be gone.
 */
static bool moved_on(const struct builder *builder, const struct plan_build *plan,
                     const struct series *series, const struct reading *left)
{
	for (const struct slot *slot = builder->touched; slot != NULL; slot = slot->next_touched)
		if (slot->plan == plan && slot->reading != NULL &&
		    same_workstream(slot->reading, left) &&
		    period_compare(slot->reading->period, left->period) > 0 &&
		    !holds(series, slot->reading->period))
			return true;
	return false;
}

/*
 * The rating as written is what a person put on record: neither a new spelling of
 * the same level nor another scale around the same words makes it another rating.
 */
static bool same_rating(const struct version *a, const struct version *b)
{
	if (strcmp(a->reading->rag, b->reading->rag) == 0)
		return true;
	return a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale);
}

static int land(struct builder *builder, struct slot *slot)
{
	struct arena *arena = &builder->record->arena;
	struct series_build *build = make_series(builder, slot->plan, slot->reading->workstream);
	size_t at = make_standing(builder, build, slot->reading->period);
	struct standing *standing = &build->series.standings[at];
	struct version *last =
		standing->count == 0 ? NULL : standing->versions[standing->count - 1];
	const struct scale *scale = slot->plan->scale;
	const struct landing *landing;
	build->holders[at] = slot;
	if (last != NULL && standing->withdrawn == NULL && object_equal(&last->blob, &slot->blob))
		return 0;
	if (current_landing(builder, &landing) < 0)
		return -1;
	struct version *version = arena_new(arena, sizeof(*version));
	*version = (struct version){
		.landing = landing,
		.rater = landing,
		.path = slot->path,
		.blob = slot->blob,
		.reading = slot->reading,
		.scale = scale,
		.level = scale_level(scale, slot->reading->rag),
	};
	bool same = last != NULL && same_rating(last, version);
	version->rated = same ? last->rated : version;
	version->rerating = last != NULL && !same;
	standing->withdrawn = NULL;
	standing->versions = arena_grow(arena, standing->versions, standing->count, &standing->room,
	                                sizeof(struct version *));
	standing->versions[standing->count++] = version;
	return 0;
}

/* The file no longer speaks of what it spoke of before this landing. */
static int leave(struct builder *builder, struct slot *slot)
{
	const struct reading *left = slot->before;
	struct series_build *build = find_series(slot->plan, left->workstream);
	size_t at = build != NULL ? find_standing(&build->series, left->period) : 0;
	/* It held nothing while it was a draft. */
	if (build == NULL || at == build->series.count || build->holders[at] != slot)
		return 0;
	build->holders[at] = NULL;
	struct slot *other = other_holder(slot->plan, left);
	if (other != NULL)
		return land(builder, other);
	if (moved_on(builder, slot->plan, &build->series, left))
		return 0;
	return current_landing(builder, &build->series.standings[at].withdrawn);
}

/* What a landing did, once all its changes are known. */
static int settle(struct builder *builder)
{
	int result = 0;
	struct slot *slot;
	for (slot = builder->touched; slot != NULL && result == 0; slot = slot->next_touched)
		if (slot->before != NULL && !same_key(slot->before, slot->reading))
			result = leave(builder, slot);
	for (slot = builder->touched; slot != NULL && result == 0; slot = slot->next_touched)
		if (slot->reading != NULL && !slot->reading->draft)
			result = land(builder, slot);
	builder->touched = NULL;
	return result;
}

static int compare_plans(const void *a, const void *b)
{
	const struct plan_build *const *first = a, *const *second = b;
	return strcmp((*first)->id, (*second)->id);
}

static int compare_series(const void *a, const void *b)
{
	return strcmp(((const struct series *)a)->id, ((const struct series *)b)->id);
}

/* The series in the plan's own order, then those that it does not list. */
static void order_series(struct builder *builder, const struct plan_build *build,
                         struct plan_record *plan)
{
	struct arena *arena = &builder->record->arena;
	size_t declared = plan->plan->workstreams.count;
	const struct workstream *rows = LIST_OF(struct workstream, plan->plan->workstreams);
	plan->workstreams =
		arena_new(arena, (declared + build->count) * sizeof(*plan->workstreams));
	for (size_t i = 0; i < declared; i++) {
		if (rows[i].id.text == NULL ||
		    plan_workstream(plan->plan, rows[i].id.text) != &rows[i])
			continue;
		struct series *series = &plan->workstreams[plan->count++];
		for (size_t j = 0; j < build->count; j++)
			if (strcmp(build->workstreams[j]->series.id, rows[i].id.text) == 0)
				*series = build->workstreams[j]->series;
		series->id = rows[i].id.text;
		series->title = rows[i].title.text != NULL ? rows[i].title.text : series->id;
		series->declared = &rows[i];
	}
	size_t listed = plan->count;
	for (size_t j = 0; j < build->count; j++)
		if (plan_workstream(plan->plan, build->workstreams[j]->series.id) == NULL)
			plan->workstreams[plan->count++] = build->workstreams[j]->series;
	if (plan->count > listed)
		qsort(plan->workstreams + listed, plan->count - listed, sizeof(*plan->workstreams),
		      compare_series);
}

/* Reads plan.md of each plan that the revision still has. */
static int finish_plans(struct builder *builder)
{
	struct record *record = builder->record;
	if (builder->plan_count != 0)
		qsort(builder->plan_list, builder->plan_count, sizeof(*builder->plan_list),
		      compare_plans);
	record->plans = arena_new(&record->arena, builder->plan_count * sizeof(*record->plans));
	for (size_t i = 0; i < builder->plan_count; i++) {
		struct plan_build *build = builder->plan_list[i];
		if (!build->exists)
			continue;
		struct change change = {
			.path = arena_printf(&record->arena, "%s/%s/plan.md", REPO_PLANS,
		                             build->id),
			.after = build->blob,
		};
		struct document *document;
		if (read_version(builder, &change, &document) < 0)
			return -1;
		if (document == NULL || document->plan == NULL) {
			document_free(document);
			continue;
		}
		struct plan_record *plan = &record->plans[record->count++];
		*plan = (struct plan_record){.id = build->id,
		                             .document = document,
		                             .plan = document->plan,
		                             .programme = build->programme.series};
		order_series(builder, build, plan);
	}
	return 0;
}

static int walk(struct builder *builder, const struct chain *chain)
{
	struct record *record = builder->record;
	for (size_t i = 0; i < chain->count; i++) {
		builder->id = &chain->ids[i];
		builder->parent = i == 0 ? NULL : &chain->ids[i - 1];
		builder->number = i;
		builder->landing = NULL;
		if (files_changed(record->repo, builder->parent, builder->id, change_file, builder,
		                  builder->error) != 0 ||
		    settle(builder) < 0)
			return -1;
	}
	return 0;
}

int builder_run(struct record *record, const struct object_id *commit, struct error *error)
{
	struct builder builder = {.record = record, .error = error, .bytes = BUF_INIT};
	struct chain chain = {NULL, 0};
	int result = -1;
	if (chain_read(record->repo, commit, &chain, error) < 0)
		goto done;
	record->landings = chain.count;
	if (landing_read(record->repo, commit, &record->arena, &record->tip, error) < 0)
		goto done;
	record->tip.number = chain.count - 1;
	if (walk(&builder, &chain) < 0)
		goto done;
	result = finish_plans(&builder);
done:
	free(chain.ids);
	map_release(&builder.slots);
	map_release(&builder.plans);
	buf_release(&builder.bytes);
	return result;
}
