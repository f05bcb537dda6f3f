#include "view/site.h"

#include "view/pages.h"

struct output {
	page_function emit;
	void *context;
	struct buf path, html; /* used again for each page */
};

/* Hands over the page in output->html, and empties it for the next. */
static int put(struct output *output)
{
	struct page page = {output->path.bytes, output->html.bytes, output->html.length};
	int result = output->emit(&page, output->context) == 0 ? 0 : -1;
	buf_clear(&output->path);
	buf_clear(&output->html);
	return result;
}

static int put_papers(const struct site_view *site, const struct plan_view *view,
                      struct output *output, struct error *error)
{
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct paper_view *paper = &view->papers[i];
		filed_page page = filed_pages[paper->filed->kind];
		if (page == NULL)
			continue;
		buf_printf(&output->path, "%s/%s.html", view->folder, paper->name);
		if (page(site, view, paper->filed, &output->html, error) < 0 || put(output) < 0)
			return -1;
	}
	return 0;
}

static int put_plan(const struct site_view *site, const struct plan_view *view,
                    struct output *output, struct error *error)
{
	buf_printf(&output->path, "%s/index.html", view->folder);
	if (plan_page(site, view, &output->html, error) < 0 || put(output) < 0)
		return -1;
	if (view->asked) {
		buf_printf(&output->path, "%s/candour.html", view->folder);
		candour_page(site, view, &output->html);
		if (put(output) < 0)
			return -1;
	}
	for (size_t i = 0; i < view->plan.count; i++) {
		buf_printf(&output->path, "%s/%s.html", view->folder, view->names[i]);
		if (workstream_page(site, view, i, &output->html, error) < 0 || put(output) < 0)
			return -1;
	}
	return put_papers(site, view, output, error);
}

static int put_site(const struct site_view *site, struct output *output, struct error *error)
{
	buf_text(&output->path, "style.css");
	style_css(&output->html);
	if (put(output) < 0)
		return -1;
	buf_text(&output->path, "index.html");
	index_page(site, &output->html);
	if (put(output) < 0)
		return -1;
	buf_text(&output->path, "rules.html");
	rules_page(site, &output->html);
	if (put(output) < 0)
		return -1;
	for (size_t i = 0; i < site->count; i++)
		if (put_plan(site, &site->plans[i], output, error) < 0)
			return -1;
	return 0;
}

int site_render(const struct record *record, const struct findings *questions, page_function emit,
                void *context, struct error *error)
{
	struct output output = {emit, context, BUF_INIT, BUF_INIT};
	struct site_view site;
	if (site_view_read(record, questions, &site, error) < 0)
		return -1;
	int result = put_site(&site, &output, error);
	site_view_release(&site);
	buf_release(&output.path);
	buf_release(&output.html);
	return result;
}
