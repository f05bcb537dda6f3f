/* The documents that are filed beside the ratings: their pages and the list of them. */
#include "site/plan_parts.h"

#include "markup/html.h"
#include "view/said.h"

const filed_page filed_pages[KIND_COUNT] = {
	[KIND_PLAN] = NULL, /* has pages of its own, as updates and overviews have */
	[KIND_OBSERVATION] = observation_page,
	[KIND_ACTIONS] = actions_page,
	[KIND_PAPER] = paper_page,
	[KIND_CLOSEDOWN] = closedown_page,
};

void paper_link(struct html *html, const struct paper_view *paper)
{
	struct buf title = BUF_INIT;
	said_filed(html, paper->filed, &title);
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
static void add_kind(struct html *html, const struct plan_view *view, enum kind_id kind,
                     enum phrase heading)
{
	bool begun = false;
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct filed *filed = view->papers[i].filed;
		if (filed->kind != kind)
			continue;
		if (!begun)
			html_add(html, "<h3>%s</h3>\n<ul>\n", html_phrase(html, heading));
		begun = true;
		html_put(html, "<li>");
		paper_link(html, &view->papers[i]);
		if (date_of(filed)->valid) {
			html_put(html, ", ");
			html_date(html, date_of(filed)->as.date);
		}
		html_put(html, "</li>\n");
	}
	if (begun)
		html_put(html, "</ul>\n");
}

void paper_list(struct html *html, const struct plan_view *view)
{
	static const struct {
		enum kind_id kind;
		enum phrase heading;
	} parts[] = {
		{KIND_PAPER, PHRASE_PAPERS_PAPERS},
		{KIND_OBSERVATION, PHRASE_PAPERS_OBSERVATIONS},
		{KIND_ACTIONS, PHRASE_PAPERS_ACTIONS},
		{KIND_CLOSEDOWN, PHRASE_PAPERS_CLOSEDOWN},
	};
	if (view->paper_count == 0)
		return;
	html_section(html, "papers", PHRASE_PAPERS_HEADING);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_kind(html, view, parts[i].kind, parts[i].heading);
	html_put(html, "</section>\n");
}
