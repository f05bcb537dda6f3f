#include "site/pages.h"

#include <string.h>

#include "site/frame.h"
#include "view/badge.h"

static void add_rating(struct html *html, const struct plan_view *view)
{
	const struct period *period = trend_period(&view->trend);
	const struct standing *standing = view->trend.programme.current;
	char words[PERIOD_TEXT_SIZE];
	if (period == NULL)
		return;
	html_fact(html, "Latest period");
	html_text(html, period_words(*period, words));
	html_fact_end(html);
	html_fact(html, "Programme rating");
	if (standing != NULL)
		html_rating(html, standing_version(standing));
	else
		html_put(html, "Not declared");
	html_fact_end(html);
}

static void add_plan(struct html *html, const struct plan_view *view, bool named)
{
	const struct plan *plan = view->plan.plan;
	struct buf sentence = BUF_INIT;
	html_add(html, "<li>\n<h2><a href=\"%s/index.html\">%s</a></h2>\n", view->folder,
	         plan->title.text != NULL ? plan->title.text : view->plan.id);
	document_banners(html, view->plan.document);
	html_put(html, "<dl class=\"facts\">\n");
	if (named && plan->organisation.text != NULL) {
		html_fact(html, "Organisation");
		html_text(html, plan->organisation.text);
		html_fact_end(html);
	}
	add_rating(html, view);
	html_put(html, "</dl>\n<p>");
	trend_sentence(&view->trend, &sentence);
	html_sentence(html, sentence.bytes);
	html_put(html, ".</p>\n</li>\n");
	buf_release(&sentence);
}

void index_page(const struct site_view *site, struct html *html)
{
	const char *organisation = site_organisation(site);
	struct frame frame = {
		.record = site->record,
		.title = "Improvement plans",
		.organisation = organisation,
		.top = "",
	};
	frame_begin(html, &frame);
	if (site->count == 0)
		html_put(html, "<p>No plan is on record here.</p>\n");
	else
		html_put(html, "<ul class=\"plans\">\n");
	for (size_t i = 0; i < site->count; i++)
		add_plan(html, &site->plans[i], organisation == NULL);
	if (site->count != 0)
		html_put(html, "</ul>\n");
	if (site->exempt != 0) {
		html_put(html, "<p>");
		html_count(html, site->exempt, "plan is", "plans are");
		html_put(html, " exempt from publication and left out.</p>\n");
	}
	hole_table(html, site->record, NULL);
	frame_end(html, &frame);
}
