/* Which landings changed anything of a plan: declared in site_view.h. */
#include "view/site_view.h"

#include <string.h>

#include "base/map.h"

/* The plan in whose folder a path stands, or NULL; where its name there begins. */
static struct plan_view *plan_of(const struct map *plans, const char *path, struct arena *passing,
                                 const char **name)
{
	static const char top[] = REPO_PLANS "/";
	if (strncmp(path, top, sizeof(top) - 1) != 0)
		return NULL;
	path += sizeof(top) - 1;
	size_t length = strcspn(path, "/");
	*name = path + length + (path[length] == '/' ? 1 : 0);
	return map_get(plans, arena_text(passing, path, length));
}

/* A path of the lineage. */
struct placed {
	struct plan_view *view; /* whose folder it is in, or NULL */
	bool plan;              /* it is that plan's own file */
};

/* By the number of the path: many landings change the same file. */
static const struct placed *place_paths(const struct site_view *site, struct arena *passing)
{
	const struct lineage *lineage = &site->record->lineage;
	struct placed *placed = arena_new(passing, (lineage->path_count + 1) * sizeof(*placed));
	struct map plans = MAP_INIT;
	for (size_t i = 0; i < site->count; i++)
		map_set(&plans, site->plans[i].plan.id, &site->plans[i]);
	for (size_t i = 0; i < lineage->path_count; i++) {
		const char *name = "";
		placed[i].view = plan_of(&plans, lineage->paths[i], passing, &name);
		placed[i].plan = strcmp(name, "plan.md") == 0;
	}
	map_release(&plans);
	return placed;
}

/* The landing changed something of the plan; of several changes the first adds it. */
static void add_landing(struct site_view *site, struct plan_view *view,
                        const struct landing *landing)
{
	size_t count = view->step_count;
	if (count != 0 && view->steps[count - 1] == landing)
		return;
	view->steps = arena_grow(&site->arena, view->steps, count, &view->step_room,
	                         sizeof(*view->steps));
	view->steps[view->step_count++] = landing;
}

/* What the commit changed from one of its parents; LANDED: what it changed on record. */
static void add_link(struct site_view *site, const struct placed *placed,
                     const struct landing *landing, const struct lineage_link *link, bool landed)
{
	const struct lineage *lineage = &site->record->lineage;
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[link->changes + i];
		const struct placed *place = &placed[change->path];
		if (place->view == NULL)
			continue;
		add_landing(site, place->view, landing);
		if (!landed || !place->plan || change->after == LINEAGE_NONE)
			continue;
		place->view->described = landing;
		place->view->blob = lineage->blobs[change->after];
	}
}

void site_steps(struct site_view *site)
{
	const struct lineage *lineage = &site->record->lineage;
	struct arena passing = ARENA_INIT;
	const struct placed *placed = place_paths(site, &passing);
	for (size_t i = 0; i < lineage->count; i++) {
		const struct lineage_row *row = &lineage->rows[i];
		size_t number = lineage->commits[i].number;
		const struct landing *landing = &lineage->commits[lineage->landings[number]];
		const struct lineage_link *landed =
			landing == &lineage->commits[i] ? lineage_landed(lineage, number) : NULL;
		for (uint32_t j = 0; j < row->link_count; j++) {
			const struct lineage_link *link = &lineage->links[row->links + j];
			add_link(site, placed, landing, link, landed != NULL && link == landed);
		}
	}
	arena_release(&passing);
}
