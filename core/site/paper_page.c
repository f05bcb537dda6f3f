/* The page of a paper: what was published, and below it what has changed since. */
#include "site/pages.h"

#include <string.h>

#include "view/filed_view.h"
#include "site/frame.h"
#include "view/badge.h"

/* The plan that the paper reports on, as it is published today; or NULL. */
static const struct plan_view *plan_now(const struct site_view *site, const struct edition *edition)
{
	const char *id = edition_plan(edition);
	for (size_t i = 0; i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, id) == 0)
			return &site->plans[i];
	return NULL;
}

/* What a reader should know of it before anything else. */
static void add_state(const struct edition *edition, struct html *html)
{
	const struct filed_version *published = published_version(edition->filed);
	if (!edition->published) {
		html_put(html,
		         "<p class=\"banner\"><strong>Not published yet.</strong> Its figures are "
		         "those of today's record, and move with it.</p>\n");
		return;
	}
	html_put(html, "<p class=\"note\">This is the paper as it was published, in commit ");
	html_commit(html, &published->landing->id);
	html_put(html, " of ");
	html_day(html, published->landing->committer.time);
	html_put(html, ".");
	if (edition->then != NULL)
		html_put(html, " <a href=\"#since\">What has changed since</a> stands below it.");
	html_put(html, "</p>\n");
	if (edition->changed)
		html_put(html, "<p class=\"banner\"><strong>The document was changed after it was "
		               "published.</strong> What was published is shown here.</p>\n");
	if (edition->record == NULL)
		html_add(
			html,
			"<p class=\"banner\"><strong>The figures cannot be read:</strong> %s.</p>\n",
			edition->why.what);
}

int paper_page(const struct site_view *site, const struct plan_view *view,
               const struct filed *filed, struct html *html, struct error *error)
{
	struct edition edition;
	struct buf title = BUF_INIT;
	(void)error;
	edition_read(site->record, filed, true, &edition);
	if (edition.paper->title.text != NULL)
		buf_text(&title, edition.paper->title.text);
	else
		filed_title(filed, &title);
	struct frame frame = inner_frame(site, view, title.bytes);
	frame_begin(html, &frame);
	document_banners(html, edition.document);
	add_state(&edition, html);
	paper_article(&edition, html);
	paper_since(&edition, plan_now(site, &edition), html);
	frame_end(html, &frame);
	edition_release(&edition);
	buf_release(&title);
	return 0;
}
