/* The page of every period: where the plan's own page has no room for them all. */
#include "site/kinds.h"

void list_ratings(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view != NULL && has_ratings_page(view))
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/ratings.html", view->folder));
}

int make_ratings(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                 struct error *error)
{
	const struct plan_view *view = leaf->view;
	struct frame frame =
		inner_frame(leaves->site, view, html_phrase(html, PHRASE_MAP_EVERY_PERIOD));
	(void)error;
	frame_begin(html, &frame);
	heat_map(html, view, true);
	if (view->plan.programme.count != 0) {
		html_add(html, "<h2>%s</h2>\n", html_phrase(html, PHRASE_PLAN_PROGRAMME_HISTORY));
		rating_chart(html, view, &view->trend.programme);
	}
	data_links(html, view, NULL);
	frame_end(html, &frame);
	return 0;
}
