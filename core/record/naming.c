#include "record/naming.h"

#include <string.h>

const char *naming_whole(struct arena *arena, const char *plan_id, const char *text)
{
	struct task_name name;
	if (text == NULL || !task_name_read(text, &name))
		return NULL;
	return arena_printf(arena, "%s/%s#%s", name.plan[0] != '\0' ? name.plan : plan_id,
	                    name.closedown, name.task);
}

static struct naming_list *list_of(struct namings *namings, const char *task)
{
	struct naming_list *list = map_get(&namings->by_task, task);
	if (list == NULL) {
		list = arena_new(namings->arena, sizeof(*list));
		namings->lists = arena_grow(namings->arena, namings->lists, namings->count,
		                            &namings->room, sizeof(*namings->lists));
		namings->lists[namings->count++] = list;
		map_set(&namings->by_task, task, list);
	}
	return list;
}

/* The number of the naming by this workstream; a new one where there is none. */
static size_t find_or_add(struct namings *namings, struct naming_list *list,
                          const struct plan_record *plan, const char *workstream)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].plan == plan &&
		    strcmp(list->items[i].workstream, workstream) == 0)
			return i;
	list->items = arena_grow(namings->arena, list->items, list->count, &list->room,
	                         sizeof(*list->items));
	list->rounds = arena_grow(namings->arena, list->rounds, list->count, &list->round_room,
	                          sizeof(*list->rounds));
	list->items[list->count] = (struct handover_naming){
		.plan = plan,
		.workstream = arena_text(namings->arena, workstream, strlen(workstream)),
	};
	list->rounds[list->count] = 0;
	return list->count++;
}

/* The plan's versions as they landed; a round is one of them. */
struct plan_run {
	struct namings *namings;
	const struct plan_record *plan;
	const struct landing *landing;
	size_t round;
};

/* The workstream names it in this round. */
static void note(const struct plan_run *run, const char *workstream, const char *text)
{
	const char *task = naming_whole(run->namings->arena, run->plan->id, text);
	if (task == NULL || workstream == NULL)
		return;
	struct naming_list *list = list_of(run->namings, task);
	size_t at = find_or_add(run->namings, list, run->plan, workstream);
	/* What was dropped in between is named anew. */
	if (list->rounds[at] == 0 || list->rounds[at] + 1 < run->round)
		list->items[at].landing = run->landing;
	list->rounds[at] = run->round;
}

static void note_plan(const struct plan_run *run, const struct plan *plan)
{
	const struct workstream *rows = LIST_OF(struct workstream, plan->workstreams);
	for (size_t i = 0; i < plan->workstreams.count; i++)
		for (size_t j = 0; j < rows[i].inherits.count; j++)
			note(run, rows[i].id.text, LIST_OF(struct value, rows[i].inherits)[j].text);
}

static int read_change(const struct record *record, struct plan_versions *versions,
                       const struct lineage_change *change, size_t number, struct namings *namings,
                       size_t *rounds, struct error *error)
{
	const char *path = record->lineage.paths[change->path];
	const struct plan *plan = NULL;
	if (change->after == LINEAGE_NONE || !is_plan_path(path))
		return 0;
	const char *name = path + strlen(REPO_PLANS) + 1;
	const char *id = arena_text(namings->arena, name, strcspn(name, "/"));
	const struct plan_record *of = record_plan(record, id);
	if (of == NULL || plan_versions_find(versions, change->after, &plan, error) < 0)
		return of == NULL ? 0 : -1;
	if (plan == NULL)
		return 0; /* what cannot be read changes nothing */
	const struct plan_run run = {
		.namings = namings,
		.plan = of,
		.landing = &record->lineage.commits[record->lineage.landings[number]],
		.round = ++rounds[of - record->plans],
	};
	note_plan(&run, plan);
	return 0;
}

/* Takes out what a plan named once, and does not name any more. */
static void drop_past(struct namings *namings, const struct record *record, const size_t *rounds)
{
	for (size_t i = 0; i < namings->count; i++) {
		struct naming_list *list = namings->lists[i];
		size_t kept = 0;
		for (size_t j = 0; j < list->count; j++) {
			if (list->rounds[j] != rounds[list->items[j].plan - record->plans])
				continue;
			list->items[kept] = list->items[j];
			list->rounds[kept++] = list->rounds[j];
		}
		list->count = kept;
	}
}

/* What one version of an update names. */
struct names {
	const char **items;
	size_t count;
};

/* What is read of a workstream's periods. */
struct update_run {
	const struct record *record;
	const struct plan_record *plan;
	struct namings *namings;
	struct arena arena; /* for what is only looked at */
	struct error *error;
};

static int read_names(struct update_run *run, const struct version *version, struct names *names)
{
	struct document *document;
	*names = (struct names){NULL, 0};
	if (record_document(run->record, version, &document, run->error) < 0)
		return -1;
	size_t count = document->update == NULL ? 0 : document->update->inherits.count;
	names->items = arena_new(&run->arena, (count + 1) * sizeof(*names->items));
	for (size_t i = 0; i < count; i++) {
		const char *text = LIST_OF(struct value, document->update->inherits)[i].text;
		const char *task = naming_whole(&run->arena, run->plan->id, text);
		if (task != NULL)
			names->items[names->count++] = task;
	}
	document_free(document);
	return 0;
}

/* Sets since which landing each is named: as far back as no version misses it. */
static int read_back(struct update_run *run, const struct standing *standing,
                     const struct names *names, const struct landing **landings)
{
	bool *broken = arena_new(&run->arena, (names->count + 1) * sizeof(*broken));
	size_t left = names->count;
	int result = 0;
	for (size_t i = 0; i < names->count; i++)
		landings[i] = standing_version(standing)->landing;
	for (size_t i = standing->count - 1; i-- > 0 && left != 0 && result == 0;) {
		struct map earlier = MAP_INIT;
		struct names there;
		result = read_names(run, standing->versions[i], &there);
		for (size_t j = 0; j < there.count; j++)
			map_set(&earlier, there.items[j], run);
		for (size_t j = 0; j < names->count && result == 0; j++) {
			bool named = map_get(&earlier, names->items[j]) != NULL;
			if (!broken[j] && named)
				landings[j] = standing->versions[i]->landing;
			left -= !broken[j] && !named ? 1 : 0;
			broken[j] = broken[j] || !named;
		}
		map_release(&earlier);
	}
	return result;
}

/* What the update that stands names: of what several periods name the earliest landing counts. */
static int read_standing(struct update_run *run, const struct series *series,
                         const struct standing *standing)
{
	struct names names;
	if (!standing_holds(standing))
		return 0;
	if (read_names(run, standing_version(standing), &names) < 0)
		return -1;
	const struct landing **landings =
		arena_new(&run->arena, (names.count + 1) * sizeof(*landings));
	if (read_back(run, standing, &names, landings) < 0)
		return -1;
	for (size_t i = 0; i < names.count; i++) {
		const char *task =
			arena_text(run->namings->arena, names.items[i], strlen(names.items[i]));
		struct naming_list *list = list_of(run->namings, task);
		size_t at = find_or_add(run->namings, list, run->plan, series->id);
		struct handover_naming *naming = &list->items[at];
		if (naming->landing == NULL || landings[i]->number < naming->landing->number)
			naming->landing = landings[i];
	}
	return 0;
}

static int read_updates(const struct record *record, const struct plan_record *plan,
                        struct namings *namings, struct error *error)
{
	struct update_run run = {record, plan, namings, ARENA_INIT, error};
	int result = 0;
	for (size_t i = 0; i < plan->count && result == 0; i++)
		for (size_t j = 0; j < plan->workstreams[i].count && result == 0; j++)
			result = read_standing(&run, &plan->workstreams[i],
			                       &plan->workstreams[i].standings[j]);
	arena_release(&run.arena);
	return result;
}

int namings_read(const struct record *record, struct plan_versions *plans, struct namings *namings,
                 struct error *error)
{
	const struct lineage *lineage = &record->lineage;
	size_t *rounds = arena_new(namings->arena, (record->count + 1) * sizeof(*rounds));
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (uint32_t j = 0; j < link->change_count; j++)
			if (read_change(record, plans, &lineage->changes[link->changes + j], i,
			                namings, rounds, error) < 0)
				return -1;
	}
	drop_past(namings, record, rounds);
	for (size_t i = 0; i < record->count; i++)
		if (read_updates(record, &record->plans[i], namings, error) < 0)
			return -1;
	return 0;
}
