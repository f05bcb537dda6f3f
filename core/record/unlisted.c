#include "record/unlisted.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/plan_versions.h"

/* A plan with workstreams that it lists no more, and of how many nothing is known so far. */
struct unlisted {
	struct plan_record *plan;
	bool *known; /* beside plan->workstreams */
	size_t left;
};

/* What this version of the plan.md says of those; NULL: it cannot be read as a plan. */
static void take(struct unlisted *unlisted, const struct plan *plan)
{
	for (size_t i = 0; plan != NULL && i < unlisted->plan->count; i++) {
		struct series *series = &unlisted->plan->workstreams[i];
		const struct workstream *row =
			unlisted->known[i] ? NULL : plan_workstream(plan, series->id);
		if (row == NULL)
			continue;
		series->kept_back =
			exempt_is_set(&row->exempt) || exempt_is_set(&plan->common.exempt);
		unlisted->known[i] = true;
		unlisted->left--;
	}
}

static void take_unread(struct unlisted *unlisted)
{
	for (size_t i = 0; i < unlisted->plan->count; i++)
		if (!unlisted->known[i])
			unlisted->plan->workstreams[i].kept_back = true;
	unlisted->left = 0;
}

/* The one whose plan.md this is, or NULL. */
static struct unlisted *find(struct unlisted *all, size_t count, const char *path)
{
	const char *folder = path + strlen(REPO_PLANS "/");
	for (size_t i = 0; i < count && is_plan_path(path); i++) {
		size_t length = strlen(all[i].plan->id);
		if (strncmp(folder, all[i].plan->id, length) == 0 && folder[length] == '/')
			return &all[i];
	}
	return NULL;
}

static size_t gather(struct record *record, struct unlisted *all)
{
	size_t count = 0;
	for (size_t i = 0; i < record->count; i++) {
		struct plan_record *plan = &record->plans[i];
		struct unlisted unlisted = {.plan = plan};
		for (size_t j = 0; j < plan->count; j++)
			unlisted.left += plan->workstreams[j].declared == NULL ? 1 : 0;
		if (unlisted.left == 0)
			continue;
		unlisted.known = arena_new(&record->arena, plan->count * sizeof(bool));
		for (size_t j = 0; j < plan->count; j++)
			unlisted.known[j] = plan->workstreams[j].declared != NULL;
		all[count++] = unlisted;
	}
	return count;
}

/* From the last landing back to the first, as far as anything is left to be known. */
static void walk(struct record *record, struct unlisted *all, size_t count)
{
	const struct lineage *lineage = &record->lineage;
	struct plan_versions *versions = plan_versions_new(record->repo, lineage);
	struct unlisted **of_path = mem_new(lineage->path_count + 1, sizeof(struct unlisted *));
	for (size_t i = 0; i < lineage->path_count; i++)
		of_path[i] = find(all, count, lineage->paths[i]);
	for (size_t i = lineage->landing_count; i-- > 0;) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			struct unlisted *unlisted = of_path[change->path];
			struct error ignored = ERROR_INIT;
			const struct plan *plan;
			if (unlisted == NULL || unlisted->left == 0)
				continue;
			if (plan_versions_find(versions, change->after, &plan, &ignored) < 0)
				take_unread(unlisted);
			else
				take(unlisted, plan);
		}
	}
	free(of_path);
	plan_versions_free(versions);
}

void unlisted_read(struct record *record)
{
	struct unlisted *all = mem_new(record->count + 1, sizeof(*all));
	size_t count = gather(record, all);
	if (count != 0)
		walk(record, all, count);
	free(all);
}
