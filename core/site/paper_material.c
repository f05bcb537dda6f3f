/* What the page of a document beside the ratings is made from: declared in material.h. */
#include "site/material.h"

#include <string.h>

#include "record/published.h"

/* The plan with this id, as it is published, or NULL. */
static const struct plan_view *plan_with(const struct site_view *site, const char *id)
{
	for (size_t i = 0; i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, id) == 0)
			return &site->plans[i];
	return NULL;
}

/* A board paper speaks of a plan, which may be another, as it was at a commit and is now. */
static void add_reported(const struct site_view *site, const struct filed *filed,
                         struct material *material)
{
	const struct filed_version *published = published_version(filed);
	const struct document *document =
		(published != NULL ? published : filed_version(filed))->document;
	const struct paper *paper = document->paper;
	const struct plan_view *about =
		plan_with(site, paper->plan.valid ? paper->plan.text : filed->plan_id);
	struct object_id commit;
	if (published != NULL)
		material_number(material, as_of_find(site->record, paper->as_of.text, &commit));
	if (about == NULL)
		return;
	material_history(material, site, about);
	material_last(material, about);
}

void paper_material(const struct site_view *site, const struct plan_view *view,
                    const struct filed *filed, struct material *material)
{
	material_history(material, site, view);
	material_filed(material, filed);
	material_last(material, view);
	if (filed->kind == KIND_PAPER)
		add_reported(site, filed, material);
	if (filed->kind == KIND_ACTIONS) /* what is overdue is so on the record's day */
		material_tip(material, site->record);
	for (size_t i = 0; i < site->count && filed->kind == KIND_CLOSEDOWN; i++)
		material_last(material, &site->plans[i]); /* it may be handed over to any */
}
