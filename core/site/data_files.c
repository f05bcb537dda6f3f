/* What other programs read beside the pages: declared in site/kinds.h. */
#include "site/kinds.h"

#include <string.h>

#include "view/published.h"

/*
 * The tables of the export beside a plan's page: the table, and the file's name. A workstream may
 * be called `risks`; the name of no page has a dot.
 */
static const struct {
	const char *table, *file;
} plan_tables[] = {
	{"ratings", "index.csv"},
	{"milestones", "index.milestones.csv"},
	{"risks", "index.risks.csv"},
	{"candour", "index.candour.csv"},
};

enum { PLAN_TABLES = sizeof(plan_tables) / sizeof(plan_tables[0]) };

static const struct export_table *table_named(const char *name)
{
	size_t at = 0;
	while (at + 1 < EXPORT_TABLES && strcmp(export_tables[at].name, name) != 0)
		at++;
	return &export_tables[at];
}

/* A plan's ratings are in index.csv; what is questioned in none where nobody asked. */
static bool has_table(const struct plan_view *view, size_t number)
{
	return view->asked || strcmp(plan_tables[number].table, "candour") != 0;
}

void list_plan_json(struct leaves *leaves, const struct page_kind *kind,
                    const struct plan_view *view)
{
	if (view != NULL)
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/index.json", view->folder));
}

/* All that is filed is in it, with the commit whose figures a paper has that still waits. */
void material_of_plan_json(const struct leaves *leaves, const struct leaf *leaf,
                           struct material *material)
{
	const struct site_view *site = leaves->site;
	const struct plan_view *view = leaf->view;
	material_history(material, site, view);
	material_last(material, view);
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct filed *filed = view->papers[i].filed;
		paper_material(site, view, filed, material);
		if (filed->kind == KIND_PAPER && published_version(filed) == NULL)
			material_tip(material, site->record);
	}
}

int make_plan_json(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                   struct error *error)
{
	(void)error;
	published_as_json(leaves->site, leaf->view, &html->text);
	return 0;
}

void list_plan_csv(struct leaves *leaves, const struct page_kind *kind,
                   const struct plan_view *view)
{
	for (size_t i = 0; view != NULL && i < PLAN_TABLES; i++)
		if (has_table(view, i))
			leaves_add(leaves, kind, view, i,
			           arena_printf(&leaves->arena, "%s/%s", view->folder,
			                        plan_tables[i].file));
}

int make_plan_csv(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                  struct error *error)
{
	(void)leaves;
	(void)error;
	published_as_csv(table_named(plan_tables[leaf->number].table), leaf->view, NULL,
	                 &html->text);
	return 0;
}

/* One of each workstream, beside its page. */
static void list_of_workstreams(struct leaves *leaves, const struct page_kind *kind,
                                const struct plan_view *view, const char *ending)
{
	for (size_t i = 0; view != NULL && i < view->plan.count; i++)
		leaves_add(leaves, kind, view, i,
		           arena_printf(&leaves->arena, "%s/%s.%s", view->folder, view->names[i],
		                        ending));
}

void list_workstream_json(struct leaves *leaves, const struct page_kind *kind,
                          const struct plan_view *view)
{
	list_of_workstreams(leaves, kind, view, "json");
}

int make_workstream_json(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                         struct error *error)
{
	(void)error;
	published_workstream_as_json(leaves->site, leaf->view,
	                             &leaf->view->plan.workstreams[leaf->number], &html->text);
	return 0;
}

void list_workstream_csv(struct leaves *leaves, const struct page_kind *kind,
                         const struct plan_view *view)
{
	list_of_workstreams(leaves, kind, view, "csv");
}

int make_workstream_csv(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                        struct error *error)
{
	(void)leaves;
	(void)error;
	published_as_csv(table_named("ratings"), leaf->view,
	                 &leaf->view->plan.workstreams[leaf->number], &html->text);
	return 0;
}

void list_schema(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view == NULL)
		leaves_add(leaves, kind, NULL, 0, "ragtrail.schema.json");
}

int make_schema(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error)
{
	(void)leaves;
	(void)leaf;
	(void)error;
	export_schema(&html->text);
	return 0;
}

static void add_link(struct html *html, const char *before, const char *name, const char *file,
                     const char *words, const char *type)
{
	html_add(html, "%s<a href=\"%s%s\" type=\"%s\">%s</a>", before, name, file, type, words);
}

void data_links(struct html *html, const struct plan_view *view, const struct series *series)
{
	static const struct {
		const char *file;
		enum phrase words;
	} tables[] = {
		{".csv", PHRASE_DATA_RATINGS},
		{".milestones.csv", PHRASE_DATA_MILESTONES},
		{".risks.csv", PHRASE_DATA_RISKS},
		{".candour.csv", PHRASE_ABOUT_CANDOUR},
	};
	/* What is questioned is the last of them, and there only where somebody asked. */
	size_t count = sizeof(tables) / sizeof(tables[0]) - (view->asked ? 0 : 1);
	bool whole = series == NULL || series == &view->plan.programme;
	const char *name = whole ? "index" : view->names[series - view->plan.workstreams];
	html_put(html, "<p class=\"data\">");
	html_say(html, PHRASE_DATA_LINKS);
	add_link(html, " ", name, ".json", "JSON", "application/json");
	for (size_t i = 0; i < count && (i == 0 || whole); i++)
		add_link(html, ", ", name, tables[i].file, html_phrase(html, tables[i].words),
		         "text/csv");
	html_put(html, ".");
	if (whole)
		add_link(html, " ", "index", ".atom", html_phrase(html, PHRASE_FEED_LINK),
		         "application/atom+xml");
	if (whole)
		html_put(html, ".");
	html_put(html, "</p>\n");
}
