/* The documents that are filed beside the ratings, as they are published. */
#include "view/site_view.h"

#include <string.h>

#include "view/filed_view.h"

static bool is_published(const struct plan_record *plan, const struct filed *filed)
{
	return filed->plan == plan && filed->withdrawn == NULL;
}

void site_papers(struct site_view *site, const struct plan_record *plan, struct plan_view *view)
{
	const struct cabinet *cabinet = &site->cabinet;
	view->papers = arena_new(&site->arena, cabinet->count * sizeof(*view->papers));
	for (size_t i = 0; i < cabinet->count; i++) {
		const struct filed *filed = &cabinet->items[i];
		if (!is_published(plan, filed))
			continue;
		if (filed_is_exempt(filed)) {
			view->exempt_papers++;
			continue;
		}
		const char *name = site_page_name(&site->arena, filed->id, i);
		view->papers[view->paper_count++] = (struct paper_view){
			.filed = filed,
			.name = arena_printf(&site->arena, "%s-%s", kinds[filed->kind].name, name),
		};
	}
}

const struct paper_view *paper_find(const struct plan_view *view, enum kind_id kind, const char *id)
{
	for (size_t i = 0; i < view->paper_count; i++)
		if (view->papers[i].filed->kind == kind &&
		    strcmp(view->papers[i].filed->id, id) == 0)
			return &view->papers[i];
	return NULL;
}
