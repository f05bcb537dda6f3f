/* What the page of a landing is made from: declared in material.h. */
#include "site/material.h"

#include "record/entries.h"
#include "site/changes.h"

/* The version that is told, and the one that it is compared with. */
static void add_version(struct material *material, const struct landed *landed)
{
	const struct standing *standing = landed->standing;
	const struct version *version = standing->versions[landed->index];
	const struct version *before =
		landed->index != 0
			? standing->versions[landed->index - 1]
			: version_before(landed->series, standing, version->landing->number);
	material_version(material, version);
	material_number(material, before != NULL ? 1 : 0);
	if (before != NULL)
		material_version(material, before);
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		material_number(material, (int64_t)standing->withdrawals[i].before);
}

static void add_withdrawal(struct material *material, const struct landed *landed)
{
	size_t before = landed->standing->withdrawals[landed->index].before;
	if (before != 0)
		material_version(material, landed->standing->versions[before - 1]);
}

static void add_neighbour(struct material *material, const struct landing *landing)
{
	static const struct object_id none = {{0}};
	material_id(material, landing != NULL ? &landing->id : &none);
	material_number(material, landing != NULL ? landing_time(landing) : 0);
}

static void add_landed(struct material *material, const struct plan_view *view,
                       const struct landed *landed)
{
	material_number(material, landed->type);
	material_number(material, (int64_t)landed->place);
	material_number(material, (int64_t)landed->index);
	if (landed->series != NULL) {
		material_text(material, landed->series->id);
		material_text(material, landed->series->title);
	}
	if (landed->standing != NULL) {
		material_number(material, landed->standing->period.first);
		material_number(material, landed->standing->period.last);
		if (landed->type == LANDED_VERSION)
			add_version(material, landed);
		if (landed->type == LANDED_WITHDRAWAL)
			add_withdrawal(material, landed);
	}
	if (landed->filed != NULL) {
		const struct paper_view *paper =
			paper_find(view, landed->filed->kind, landed->filed->id);
		material_filed(material, landed->filed);
		material_text(material, paper != NULL ? paper->name : NULL);
	}
	material_number(material, landed->before);
	material_number(material, landed->after);
	add_neighbour(material, landed->previous);
	add_neighbour(material, landed->next);
}

void change_material(const struct site_view *site, const struct plan_view *view, size_t number,
                     struct material *material)
{
	const struct landing_view *change = &view->changes.items[number];
	bool raised = false;
	material_plans(material, site);
	material_landing(material, change->landing);
	material_number(material, view->changes.kept_back[change->landing->number] ? 1 : 0);
	for (size_t i = 0; i < change->count; i++) {
		const struct landed *landed = &change->items[i];
		add_landed(material, view, landed);
		raised |= landed->type == LANDED_VERSION &&
		          landed->standing->versions[landed->index]->reading->raised_by != NULL;
	}
	for (size_t i = 0; i < view->paper_count && raised; i++)
		if (view->papers[i].filed->kind == KIND_OBSERVATION)
			material_filed(material, view->papers[i].filed);
	/* It is the page of that landing, whatever its links lead to. */
	material->shown = change->landing;
}
