#include "record/deed_settings.h"

/* A plan.md that a landing changed. */
struct turned {
	const struct lineage *lineage;
	struct plan_versions *plans;
	size_t number, first; /* of the landing, and of the range's first */
	uint32_t path;
	struct setting setting;   /* that is followed back; without a name the plan as a whole */
	const struct plan *after; /* the plan of the landing; NULL where it cannot be read */
	struct error *error;
};

/* The blob of the plan.md at the parent, where at the child it is BLOB. */
static uint32_t blob_before(const struct turned *turned, const struct lineage_link *link,
                            uint32_t blob)
{
	const struct lineage_change *changes = &turned->lineage->changes[link->changes];
	for (uint32_t i = 0; i < link->change_count; i++)
		if (changes[i].path == turned->path)
			return changes[i].before;
	return blob;
}

static int has_same(const struct turned *turned, uint32_t blob, bool *same)
{
	const struct plan *plan;
	if (plan_versions_find(turned->plans, blob, &plan, turned->error) < 0)
		return -1;
	*same = turned->setting.name == NULL ? plan == NULL
	                                     : setting_same(&turned->setting, plan, turned->after);
	return 0;
}

/*
 * The parent of COMMIT with the same setting: one inside the landing, or else (*INSIDE is
 * false then) any other. *PARENT is LINEAGE_NONE where there is none.
 */
static int find_parent(const struct turned *turned, uint32_t commit, uint32_t *blob,
                       uint32_t *parent, bool *inside)
{
	const struct lineage_row *row = &turned->lineage->rows[commit];
	uint32_t first = lineage_first(turned->lineage, turned->number), there = *blob;
	*parent = LINEAGE_NONE;
	*inside = false;
	for (uint32_t i = 0; i < row->link_count && !*inside; i++) {
		const struct lineage_link *link = &turned->lineage->links[row->links + i];
		uint32_t before = blob_before(turned, link, there);
		bool same;
		if (link->parent == LINEAGE_NONE)
			continue;
		if (has_same(turned, before, &same) < 0)
			return -1;
		if (!same)
			continue;
		*parent = link->parent;
		*blob = before;
		*inside = link->parent >= first;
	}
	return 0;
}

/*
 * Who gave the setting its value: the commit that has it and none of whose parents does.
 * Where a branch had it from before the landing, the merge brought it back.
 */
static int find_setter(const struct turned *turned, uint32_t blob, const struct landing **by)
{
	uint32_t tip = turned->lineage->landings[turned->number], at = tip, parent = tip;
	bool inside = true;
	while (parent != LINEAGE_NONE && inside) {
		at = parent;
		if (find_parent(turned, at, &blob, &parent, &inside) < 0)
			return -1;
	}
	*by = &turned->lineage->commits[parent == LINEAGE_NONE ? at : tip];
	return 0;
}

static int add_deed(struct deeds *deeds, const struct turned *turned, const struct plan *before,
                    uint32_t blob)
{
	const struct lineage *lineage = turned->lineage;
	struct deed deed = {
		.kind = DEED_SET,
		.landing = &lineage->commits[lineage->landings[turned->number]],
		.path = lineage->paths[turned->path],
		.setting = turned->setting,
		.named = &before->owners,
	};
	if (deeds_find_plans(deeds, turned->path, turned->first, &deed, turned->error) < 0 ||
	    find_setter(turned, blob, &deed.by) < 0)
		return -1;
	if (turned->setting.name != NULL)
		deed.place = setting_place(&turned->setting, turned->after);
	deed.warrant = roles_find(deed.named, deed.by->author.email);
	deeds_add(deeds, deed);
	return 0;
}

static int compare_plans(struct deeds *deeds, struct turned *turned, uint32_t blob)
{
	struct settings changed = {0};
	const struct plan *before;
	if (plan_versions_before(turned->plans, turned->path, turned->number, &before,
	                         turned->error) < 0 ||
	    plan_versions_find(turned->plans, blob, &turned->after, turned->error) < 0)
		return -1;
	turned->setting = (struct setting){NULL, NULL};
	if (before == NULL)
		return 0; /* a new plan: its first landing sets what it likes */
	if (turned->after == NULL)
		return add_deed(deeds, turned, before, blob);
	settings_changed(before, turned->after, &deeds->arena, &changed);
	for (size_t i = 0; i < changed.count; i++) {
		turned->setting = changed.items[i];
		if (add_deed(deeds, turned, before, blob) < 0)
			return -1;
	}
	return 0;
}

int deed_settings_read(const struct record *record, size_t first, struct deeds *deeds,
                       struct error *error)
{
	const struct lineage *lineage = &record->lineage;
	struct turned turned = {
		.lineage = lineage, .plans = deeds->plans, .first = first, .error = error};
	for (size_t i = first; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		turned.number = i;
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			turned.path = change->path;
			if (is_plan_path(lineage->paths[change->path]) &&
			    compare_plans(deeds, &turned, change->after) < 0)
				return -1;
		}
	}
	return 0;
}
