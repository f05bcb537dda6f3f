#include "site/kinds.h"

#include "markup/html.h"

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
	(void)error;
	index_page(leaves->site, html);
	return 0;
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

const struct page_kind page_kinds[] = {
	{"style", list_style, make_style, NULL},
	{"home", list_home, make_home, NULL},
	{"rules", list_rules, make_rules, NULL},
	{"plan", list_plan, make_plan, NULL},
	{"candour", list_candour, make_candour, NULL},
	{"workstream", list_workstreams, make_workstream, NULL},
	{"paper", list_papers, make_paper, NULL},
	{"change", list_changes, make_change, NULL},
	{"compare", list_comparisons, make_comparison, NULL},
};

const size_t page_kind_count = sizeof(page_kinds) / sizeof(page_kinds[0]);
