/* The documents that are filed beside the ratings, as they are published. */
#include "view/pages.h"

#include <string.h>

#include "view/filed_view.h"
#include "view/html.h"

const filed_page filed_pages[KIND_COUNT] = {
	[KIND_PLAN] = NULL, /* has pages of its own, as updates and overviews have */
	[KIND_OBSERVATION] = observation_page,
	[KIND_ACTIONS] = actions_page,
	[KIND_PAPER] = paper_page,
	[KIND_CLOSEDOWN] = closedown_page,
};

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

void paper_link(struct buf *html, const struct paper_view *paper)
{
	struct buf title = BUF_INIT;
	filed_title(paper->filed, &title);
	if (filed_pages[paper->filed->kind] != NULL)
		html_add(html, "<a href=\"%s.html\">%s</a>", paper->name, title.bytes);
	else
		html_text(html, title.bytes);
	buf_release(&title);
}

static const struct value *date_of(const struct filed *filed)
{
	const struct document *document = filed_version(filed)->document;
	return field_value(shape_field(document->kind->shape, "date"), document_fields(document));
}

/* All of one kind, below its heading; nothing where there are none. */
static void add_kind(struct buf *html, const struct plan_view *view, enum kind_id kind,
                     const char *heading)
{
	bool begun = false;
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct filed *filed = view->papers[i].filed;
		if (filed->kind != kind)
			continue;
		if (!begun)
			html_add(html, "<h3>%s</h3>\n<ul>\n", heading);
		begun = true;
		buf_text(html, "<li>");
		paper_link(html, &view->papers[i]);
		if (date_of(filed)->valid) {
			buf_text(html, ", ");
			html_date(html, date_of(filed)->as.date);
		}
		buf_text(html, "</li>\n");
	}
	if (begun)
		buf_text(html, "</ul>\n");
}

void paper_list(struct buf *html, const struct plan_view *view)
{
	static const struct {
		enum kind_id kind;
		const char *heading;
	} parts[] = {
		{KIND_PAPER, "Papers"},
		{KIND_OBSERVATION, "Observations"},
		{KIND_ACTIONS, "Plans of actions"},
		{KIND_CLOSEDOWN, "Close-down"},
	};
	if (view->paper_count == 0)
		return;
	buf_text(html, "<section aria-labelledby=\"papers\">\n<h2 id=\"papers\">Papers and "
	               "observations</h2>\n");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_kind(html, view, parts[i].kind, parts[i].heading);
	buf_text(html, "</section>\n");
}
