/* The page of a paper: what was published, and below it what has changed since. */
#include "site/pages.h"

#include <string.h>

#include "site/frame.h"
#include "view/badge.h"
#include "view/said.h"

/* The plan that the paper reports on, as it is published today; or NULL. */
static const struct plan_view *plan_now(const struct site_view *site, const struct edition *edition)
{
	const char *id = edition_plan(edition);
	for (size_t i = 0; i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, id) == 0)
			return &site->plans[i];
	return NULL;
}

static void add_banner(struct html *html, enum phrase state, enum phrase text)
{
	html_add(html, "<p class=\"banner\"><strong>%s</strong> %s</p>\n", html_phrase(html, state),
	         html_phrase(html, text));
}

/* It landed all the same, and its landing has a page. */
static void add_landing(const struct edition *edition, const struct plan_view *view,
                        struct html *html)
{
	const struct landing *landing = edition->filed->versions[0].landing;
	struct html day = html_part(html), commit = html_part(html);
	html_day(&day, landing_time(landing));
	landing_link(&commit, view, landing);
	html_add(html, "<p class=\"note\">%s ", html_phrase(html, PHRASE_OBSERVATION_SINCE));
	html_weave(html, PHRASE_OBSERVATION_ONCE, day.text.bytes, commit.text.bytes);
	html_put(html, "</p>\n");
	html_release(&day);
	html_release(&commit);
}

static void add_since(struct html *html)
{
	struct html link = html_part(html);
	html_add(&link, "<a href=\"#since\">%s</a>", html_phrase(html, PHRASE_PAPER_SINCE));
	html_put(html, " ");
	html_weave(html, PHRASE_PAPER_SINCE_BELOW, link.text.bytes);
	html_release(&link);
}

/* What a reader should know of it before anything else. */
static void add_state(const struct edition *edition, const struct plan_view *view,
                      struct html *html)
{
	const struct filed_version *published = published_version(edition->filed);
	if (!edition->published) {
		add_banner(html, PHRASE_PAPER_UNPUBLISHED, PHRASE_PAPER_UNPUBLISHED_TEXT);
		add_landing(edition, view, html);
		return;
	}
	struct html commit = html_part(html), day = html_part(html);
	landing_link(&commit, view, published->landing);
	html_day(&day, published->landing->committer.time);
	html_put(html, "<p class=\"note\">");
	html_weave(html, PHRASE_PAPER_PUBLISHED, commit.text.bytes, day.text.bytes);
	html_release(&commit);
	html_release(&day);
	if (edition->then != NULL)
		add_since(html);
	html_put(html, "</p>\n");
	if (edition->changed)
		add_banner(html, PHRASE_PAPER_CHANGED, PHRASE_PAPER_CHANGED_TEXT);
	if (edition->record == NULL) {
		html_add(html, "<p class=\"banner\"><strong>%s</strong> ",
		         html_phrase(html, PHRASE_PAPER_UNREADABLE_FIGURES));
		html_english(html, edition->why.what);
		html_put(html, ".</p>\n");
	}
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
		said_filed(html, filed, &title);
	struct frame frame = inner_frame(site, view, title.bytes);
	frame_begin(html, &frame);
	document_banners(html, edition.document);
	add_state(&edition, view, html);
	paper_article(&edition, html);
	paper_since(&edition, plan_now(site, &edition), html);
	frame_end(html, &frame);
	edition_release(&edition);
	buf_release(&title);
	return 0;
}
