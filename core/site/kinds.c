#include "site/kinds.h"

#include "markup/html.h"
#include "site/plan_parts.h"

static void list_style(struct leaves *leaves, const struct page_kind *kind,
                       const struct plan_view *view)
{
	if (view == NULL)
		leaves_add(leaves, kind, NULL, 0, "style.css");
}

static int make_style(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                      struct error *error)
{
	(void)leaves;
	(void)leaf;
	(void)error;
	style_css(&html->text);
	return 0;
}

/* What is added for every page is all that it is made from: the program, and plan.md. */
static void material_of_program(const struct leaves *leaves, const struct leaf *leaf,
                                struct material *material)
{
	(void)leaves;
	(void)leaf;
	(void)material;
}

static void list_accent(struct leaves *leaves, const struct page_kind *kind,
                        const struct plan_view *view)
{
	if (view != NULL && view->plan.plan->accent.given)
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/accent.css", view->folder));
}

static int make_accent(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                       struct error *error)
{
	(void)leaves;
	(void)error;
	accent_css(&html->text, leaf->view->plan.plan->accent);
	return 0;
}

static void list_home(struct leaves *leaves, const struct page_kind *kind,
                      const struct plan_view *view)
{
	if (view == NULL)
		leaves_add(leaves, kind, NULL, 0, "index.html");
}

static int make_home(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                     struct error *error)
{
	(void)leaf;
	return index_page(leaves->site, html, error);
}

static void material_of_home(const struct leaves *leaves, const struct leaf *leaf,
                             struct material *material)
{
	(void)leaf;
	material_tip(material, leaves->site->record);
	for (size_t i = 0; i < leaves->site->count; i++) {
		material_history(material, leaves->site, &leaves->site->plans[i]);
		meeting_material(material, leaves->site, &leaves->site->plans[i]);
	}
}

static void list_rules(struct leaves *leaves, const struct page_kind *kind,
                       const struct plan_view *view)
{
	if (view == NULL)
		leaves_add(leaves, kind, NULL, 0, "rules.html");
}

static int make_rules(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                      struct error *error)
{
	(void)leaf;
	(void)error;
	rules_page(leaves->site, html);
	return 0;
}

static void material_of_rules(const struct leaves *leaves, const struct leaf *leaf,
                              struct material *material)
{
	(void)leaf;
	material_text(material, site_organisation(leaves->site));
	material_text(material, site_accent(leaves->site));
}

static void list_plan(struct leaves *leaves, const struct page_kind *kind,
                      const struct plan_view *view)
{
	if (view != NULL)
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/index.html", view->folder));
}

static int make_plan(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                     struct error *error)
{
	return plan_page(leaves->site, leaf->view, html, error);
}

static void material_of_plan(const struct leaves *leaves, const struct leaf *leaf,
                             struct material *material)
{
	material_tip(material, leaves->site->record);
	material_history(material, leaves->site, leaf->view);
	meeting_material(material, leaves->site, leaf->view);
}

static void list_candour(struct leaves *leaves, const struct page_kind *kind,
                         const struct plan_view *view)
{
	if (view != NULL && view->asked)
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/candour.html", view->folder));
}

static int make_candour(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                        struct error *error)
{
	(void)error;
	candour_page(leaves->site, leaf->view, html);
	return 0;
}

static void material_of_candour(const struct leaves *leaves, const struct leaf *leaf,
                                struct material *material)
{
	material_history(material, leaves->site, leaf->view);
	material_last(material, leaf->view);
}

static void list_workstreams(struct leaves *leaves, const struct page_kind *kind,
                             const struct plan_view *view)
{
	for (size_t i = 0; view != NULL && i < view->plan.count; i++)
		leaves_add(
			leaves, kind, view, i,
			arena_printf(&leaves->arena, "%s/%s.html", view->folder, view->names[i]));
}

static int make_workstream(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                           struct error *error)
{
	return workstream_page(leaves->site, leaf->view, leaf->number, html, error);
}

static void material_of_workstream(const struct leaves *leaves, const struct leaf *leaf,
                                   struct material *material)
{
	workstream_material(leaves->site, leaf->view, leaf->number, material);
}

static void list_papers(struct leaves *leaves, const struct page_kind *kind,
                        const struct plan_view *view)
{
	for (size_t i = 0; view != NULL && i < view->paper_count; i++)
		if (filed_pages[view->papers[i].filed->kind] != NULL)
			leaves_add(leaves, kind, view, i,
			           arena_printf(&leaves->arena, "%s/%s.html", view->folder,
			                        view->papers[i].name));
}

static int make_paper(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                      struct error *error)
{
	const struct filed *filed = leaf->view->papers[leaf->number].filed;
	return filed_pages[filed->kind](leaves->site, leaf->view, filed, html, error);
}

static void material_of_paper(const struct leaves *leaves, const struct leaf *leaf,
                              struct material *material)
{
	paper_material(leaves->site, leaf->view, leaf->view->papers[leaf->number].filed, material);
}

const struct page_kind page_kinds[] = {
	{"style", list_style, make_style, material_of_program},
	{"accent", list_accent, make_accent, material_of_program},
	{"home", list_home, make_home, material_of_home},
	{"rules", list_rules, make_rules, material_of_rules},
	{"rules", list_shelves, make_shelf, material_of_rules},
	{"about", list_about, make_about, material_of_home},
	{"plan", list_plan, make_plan, material_of_plan},
	{"ratings", list_ratings, make_ratings, material_of_candour},
	{"period", list_periods, make_period, material_of_period},
	{"first", list_first_published, make_first_published, material_of_period},
	{"concerns", list_concerns, make_concerns, material_of_candour},
	{"candour", list_candour, make_candour, material_of_candour},
	{"workstream", list_workstreams, make_workstream, material_of_workstream},
	{"paper", list_papers, make_paper, material_of_paper},
	{"change", list_changes, make_change, material_of_change},
	{"feed", list_feed, make_feed, material_of_candour},
	{"data", list_plan_json, make_plan_json, material_of_plan_json},
	{"data", list_plan_csv, make_plan_csv, material_of_candour},
	{"data", list_workstream_json, make_workstream_json, material_of_workstream},
	{"data", list_workstream_csv, make_workstream_csv, material_of_workstream},
	{"schema", list_schema, make_schema, material_of_program},
	{"compare", list_comparisons, make_comparison, material_of_comparison},
	{"sitemap", list_sitemap, make_sitemap, NULL},
};

const size_t page_kind_count = sizeof(page_kinds) / sizeof(page_kinds[0]);
