#include "view/landings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "view/exempt.h"
#include "view/filed_view.h"
#include "view/publish.h"
#include "view/site_view.h"

/* Where a path is in no plan that is published; and the place of a plan.md, behind all else. */
static const size_t no_plan = SIZE_MAX;

static void add(struct plan_view *view, struct arena *arena, struct landed landed)
{
	struct landings *landings = &view->changes;
	landings->landed = arena_grow(arena, landings->landed, landings->landed_count,
	                              &landings->landed_room, sizeof(*landings->landed));
	landings->landed[landings->landed_count++] = landed;
}

static void add_series(struct plan_view *view, struct arena *arena, const struct series *series,
                       size_t place)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		struct landed landed = {.place = place, .series = series, .standing = standing};
		for (landed.index = 0; landed.index < standing->count; landed.index++) {
			landed.landing = standing->versions[landed.index]->landing;
			if (!standing->versions[landed.index]->reading->exempt)
				add(view, arena, landed);
		}
		landed.type = LANDED_WITHDRAWAL;
		for (landed.index = 0; landed.index < standing->withdrawal_count; landed.index++) {
			landed.landing = standing->withdrawals[landed.index].landing;
			add(view, arena, landed);
		}
	}
}

static void add_filed(struct plan_view *view, struct arena *arena, const struct filed *filed,
                      size_t place)
{
	struct landed landed = {.type = LANDED_FILED, .place = place, .filed = filed};
	for (landed.index = 0; landed.index < filed->count; landed.index++) {
		landed.landing = filed->versions[landed.index].landing;
		if (!exempt_document(filed->versions[landed.index].document))
			add(view, arena, landed);
	}
	landed.type = LANDED_UNFILED;
	landed.landing = filed->withdrawn;
	if (filed->withdrawn != NULL)
		add(view, arena, landed);
}

/* All that is not published of the series; SHOWN is what is, or NULL. */
static void keep_back_series(const struct series *series, const struct series *shown, bool *kept)
{
	struct series one = {.count = 1};
	for (size_t i = 0, at = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		/* Both are by period. */
		bool whole = shown == NULL || at == shown->count ||
		             !period_equal(shown->standings[at].period, standing->period);
		one.standings = whole ? NULL : &shown->standings[at++];
		for (size_t j = 0; j < standing->count; j++)
			if (whole || !is_published(&one, standing, standing->versions[j]))
				kept[standing->versions[j]->landing->number] = true;
		for (size_t j = 0; j < standing->withdrawal_count; j++) {
			const struct withdrawal *gone = &standing->withdrawals[j];
			if (whole ||
			    (gone->before != 0 &&
			     !is_published(&one, standing, standing->versions[gone->before - 1])))
				kept[gone->landing->number] = true;
		}
	}
	for (size_t i = 0; i < series->draft_count; i++) {
		const struct reading *reading = series->drafts[i].reading;
		if (shown == NULL || reading->exempt)
			kept[series->drafts[i].landing->number] = true;
	}
}

static void keep_back_filed(const struct filed *filed, bool *kept)
{
	bool whole = filed_is_exempt(filed);
	for (size_t i = 0; i < filed->count + filed->kept_back; i++)
		if (whole || i >= filed->count || exempt_document(filed->versions[i].document))
			kept[filed->versions[i].landing->number] = true;
	if (whole && filed->withdrawn != NULL)
		kept[filed->withdrawn->number] = true;
}

/* The published plan whose folder a path is in: by path; no_plan where it is in no such. */
static size_t plan_of_path(const struct site_view *site, const char *path, bool *is_plan_file)
{
	size_t top = strlen(REPO_PLANS "/");
	const char *id = path + top, *slash;
	*is_plan_file = false;
	if (strncmp(path, REPO_PLANS "/", top) != 0 || (slash = strchr(id, '/')) == NULL)
		return no_plan;
	*is_plan_file = strcmp(slash, "/plan.md") == 0;
	/* Plans stand by id. */
	for (size_t low = 0, high = site->count; low < high;) {
		size_t middle = low + (high - low) / 2;
		const char *other = site->plans[middle].plan.id;
		size_t length = (size_t)(slash - id);
		int order = strncmp(id, other, length);
		if (order == 0 && other[length] != '\0')
			order = -1;
		if (order == 0)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return no_plan;
}

/* Every change of a plan.md; and each landing that changed a file of no published plan. */
static void add_plans(struct site_view *site, bool *kept)
{
	const struct lineage *lineage = &site->record->lineage;
	size_t *plans = mem_new(lineage->path_count + 1, sizeof(*plans));
	bool *is_plan_file = mem_new(lineage->path_count + 1, sizeof(*is_plan_file));
	for (size_t i = 0; i < lineage->path_count; i++)
		plans[i] = plan_of_path(site, lineage->paths[i], &is_plan_file[i]);
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			if (plans[change->path] == no_plan)
				kept[i] = true;
			else if (is_plan_file[change->path])
				add(&site->plans[plans[change->path]], &site->arena,
				    (struct landed){
					    .type = LANDED_PLAN,
					    .place = no_plan,
					    .landing = &lineage->commits[lineage->landings[i]],
					    .before = change->before,
					    .after = change->after,
				    });
		}
	}
	free(plans);
	free(is_plan_file);
}

static int compare(size_t a, size_t b)
{
	return a < b ? -1 : a > b ? 1 : 0;
}

/* What is about the same thing together, as it landed. */
static int by_place(const void *first, const void *second)
{
	const struct landed *a = first, *b = second;
	int order = compare(a->place, b->place);
	return order != 0 ? order : compare(a->landing->number, b->landing->number);
}

/* Landings, oldest first; in each, what it changed in the order of the plan, and of time. */
static int by_landing(const void *first, const void *second)
{
	const struct landed *a = first, *b = second;
	int order = compare(a->landing->number, b->landing->number);
	if (order == 0)
		order = compare(a->place, b->place);
	if (order == 0 && a->standing != NULL)
		order = period_compare(a->standing->period, b->standing->period);
	if (order == 0)
		order = compare(a->type, b->type);
	return order != 0 ? order : compare(a->index, b->index);
}

/* The landings before and after each, of the same thing; the list is by place. */
static void link_neighbours(struct landings *landings)
{
	struct landed *all = landings->landed;
	for (size_t i = 0, end; i < landings->landed_count; i = end) {
		for (end = i + 1; end < landings->landed_count && by_place(&all[i], &all[end]) == 0;
		     end++)
			;
		for (size_t j = i; j < end; j++) {
			if (i != 0 && all[i - 1].place == all[i].place)
				all[j].previous = all[i - 1].landing;
			if (end < landings->landed_count && all[end].place == all[i].place)
				all[j].next = all[end].landing;
		}
	}
}

static void group(struct landings *landings, struct arena *arena)
{
	size_t count = landings->landed_count;
	struct landing_view *items = arena_new(arena, count * sizeof(*items));
	size_t grouped = 0;
	for (size_t i = 0; i < count; i++) {
		struct landed *landed = &landings->landed[i];
		if (grouped != 0 && items[grouped - 1].landing->number == landed->landing->number)
			items[grouped - 1].count++;
		else
			items[grouped++] = (struct landing_view){landed->landing, landed, 1};
	}
	landings->items = items;
	landings->count = grouped;
}

static void add_ratings(struct site_view *site, struct plan_view *view, bool *kept)
{
	const struct plan_record *whole = record_plan(site->record, view->plan.id);
	size_t shown = 0;
	add_series(view, &site->arena, &view->plan.programme, 0);
	keep_back_series(&whole->programme, &view->plan.programme, kept);
	for (size_t i = 0; i < view->plan.count; i++)
		add_series(view, &site->arena, &view->plan.workstreams[i], i + 1);
	/* Both stand in the same order. */
	for (size_t i = 0; i < whole->count; i++) {
		const struct series *series = &whole->workstreams[i], *same = NULL;
		if (shown < view->plan.count &&
		    strcmp(view->plan.workstreams[shown].id, series->id) == 0)
			same = &view->plan.workstreams[shown++];
		keep_back_series(series, same, kept);
	}
}

void site_changes(struct site_view *site)
{
	const struct record *record = site->record;
	bool *kept = arena_new(&site->arena, record->landings * sizeof(*kept));
	for (size_t i = 0; i < site->count; i++)
		add_ratings(site, &site->plans[i], kept);
	for (size_t i = 0, plan = 0; i < site->cabinet.count; i++) {
		const struct filed *filed = &site->cabinet.items[i];
		while (plan < site->count && strcmp(site->plans[plan].plan.id, filed->plan_id) < 0)
			plan++;
		keep_back_filed(filed, kept);
		if (plan < site->count && strcmp(site->plans[plan].plan.id, filed->plan_id) == 0 &&
		    !filed_is_exempt(filed))
			add_filed(&site->plans[plan], &site->arena, filed,
			          site->plans[plan].plan.count + 1 + i);
	}
	add_plans(site, kept);
	for (size_t i = 0; i < site->count; i++) {
		struct landings *landings = &site->plans[i].changes;
		landings->kept_back = kept;
		landings->lineage = &record->lineage;
		if (landings->landed_count == 0)
			continue;
		qsort(landings->landed, landings->landed_count, sizeof(*landings->landed),
		      by_place);
		link_neighbours(landings);
		qsort(landings->landed, landings->landed_count, sizeof(*landings->landed),
		      by_landing);
		group(landings, &site->arena);
	}
}

const struct landing_view *landing_find(const struct landings *landings,
                                        const struct landing *landing)
{
	for (size_t low = 0, high = landings->count; low < high;) {
		size_t middle = low + (high - low) / 2;
		size_t number = landings->items[middle].landing->number;
		if (number == landing->number)
			return &landings->items[middle];
		if (number > landing->number)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

size_t landing_first_draft(const struct series *series, const struct landing *landing)
{
	size_t low = 0, high = series->draft_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (series->drafts[middle].landing->number < landing->number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t landings_plan(const struct landings *landings, size_t number)
{
	uint32_t blob = LINEAGE_NONE;
	for (size_t i = 0; i < landings->count && landings->items[i].landing->number <= number; i++)
		for (size_t j = 0; j < landings->items[i].count; j++)
			if (landings->items[i].items[j].type == LANDED_PLAN)
				blob = landings->items[i].items[j].after;
	return blob;
}
