#include "site/pages.h"

#include <string.h>

#include "document/scale.h"
#include "view/filling.h"
#include "site/frame.h"
#include "view/badge.h"

static void add_commit_note(struct html *html, const struct version *version)
{
	const struct landing *landing = version_rater(version);
	html_put(html, "Rating set by ");
	html_person(html, landing->author.name);
	html_put(html, " on ");
	html_day(html, landing->author.time);
	html_put(html, ", commit ");
	html_commit(html, &landing->id);
	html_put(html, ".");
}

/* The programme's rating, whose word it is, and where it is on record. */
static void add_programme(struct html *html, const struct plan_view *view,
                          const struct overview *overview)
{
	const struct standing *standing = view->trend.programme.current;
	html_put(html, "<p class=\"label\">Programme rating</p>\n");
	if (standing == NULL) {
		html_put(html, "<p class=\"big\">Not declared</p>\n");
		return;
	}
	const struct version *version = standing_version(standing);
	html_put(html, "<p class=\"big\">");
	html_rating(html, version);
	rerating_note(html, standing);
	questions_note(html, questions_about(view, &view->plan.programme, standing),
	               "candour.html#latest");
	html_put(html, "</p>\n<p class=\"note\">");
	if (overview != NULL && overview->director.text != NULL) {
		html_put(html, "Declared by ");
		html_person(html, overview->director.text);
		if (overview->completed_on.valid) {
			html_put(html, " on ");
			html_date(html, overview->completed_on.as.date);
		}
		html_put(html, ". ");
	}
	add_commit_note(html, version);
	html_put(html, "</p>\n");
}

static void add_summary(struct html *html, const struct plan_view *view,
                        const struct overview *overview)
{
	const struct period *period = trend_period(&view->trend);
	struct buf sentence = BUF_INIT;
	char words[PERIOD_TEXT_SIZE];
	if (period != NULL)
		html_add(html, "<p class=\"lead\">%s</p>\n", period_words(*period, words));
	html_put(html, "<div class=\"summary\">\n");
	if (period != NULL)
		add_programme(html, view, overview);
	trend_sentence(&view->trend, &sentence);
	html_put(html, "<p class=\"sentence\">");
	html_sentence(html, sentence.bytes);
	html_put(html, ".</p>\n</div>\n");
	buf_release(&sentence);
}

static void add_left_out(struct html *html, const struct plan_view *view)
{
	const struct {
		size_t count;
		const char *one, *many;
	} parts[] = {
		{view->exempt_workstreams, "workstream", "workstreams"},
		{view->exempt_reports, "report", "reports"},
		{view->exempt_papers, "paper", "papers"},
	};
	size_t all = view->exempt_workstreams + view->exempt_reports + view->exempt_papers;
	if (all == 0)
		return;
	html_put(html, "<p class=\"banner\">");
	for (size_t i = 0, told = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i].count == 0)
			continue;
		told += parts[i].count;
		if (told != parts[i].count)
			html_put(html, told == all ? " and " : ", ");
		html_count(html, parts[i].count, parts[i].one, parts[i].many);
	}
	html_put(html, all == 1 ? " is" : " are");
	html_put(html, " exempt from publication and left out of this page and its counts.</p>\n");
}

/* A workstream that has ended has no row in the trend; its page stays. */
static bool has_row(const struct plan_view *view, const struct series *series)
{
	for (size_t i = 0; i < view->trend.count; i++)
		if (view->trend.rows[i].series == series)
			return true;
	return false;
}

static void add_ended(struct html *html, const struct plan_view *view)
{
	if (view->trend.count == view->plan.count)
		return;
	html_put(html, "<h3>Workstreams no longer reported on</h3>\n<ul>\n");
	for (size_t i = 0; i < view->plan.count; i++) {
		const struct series *series = &view->plan.workstreams[i];
		const struct standing *last = latest_standing(series);
		char words[PERIOD_TEXT_SIZE];
		if (has_row(view, series))
			continue;
		html_put(html, "<li>");
		workstream_link(html, view, series);
		if (last != NULL)
			html_add(html, ": %s for %s", rating_words(standing_version(last)),
			         period_words(last->period, words));
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

static void add_status(struct html *html, const struct plan_view *view)
{
	html_put(html, "<section aria-labelledby=\"status\">\n<h2 id=\"status\">Status</h2>\n");
	status_table(html, view);
	if (view->asked)
		html_put(html, "<p><a href=\"candour.html\">What is questioned in this plan, and "
		               "how that moved</a></p>\n");
	add_left_out(html, view);
	add_ended(html, view);
	html_put(html, "</section>\n");
}

/* The director's words of the latest period. */
static void add_overview(struct html *html, const struct site_view *site,
                         const struct plan_view *view, const struct document *document)
{
	struct filling filling;
	if (document == NULL)
		return;
	html_put(html, "<section aria-labelledby=\"overview\">\n"
	               "<h2 id=\"overview\">Programme overview</h2>\n");
	document_banners(html, document);
	roll_up_note(html, document);
	filling_read(site->record, &view->plan, &view->plan.programme, document,
	             view->trend.programme.current->period, &filling);
	body_preface(html, document, &filling.in_pages);
	body_sections(html, document, 3, &filling.in_pages);
	filling_release(&filling);
	html_put(html, "</section>\n");
}

static void add_history(struct html *html, const struct plan_view *view)
{
	const struct series *programme = &view->plan.programme;
	if (programme->count == 0)
		return;
	html_put(html, "<section aria-labelledby=\"programme\">\n"
	               "<h2 id=\"programme\">The programme's rating over time</h2>\n");
	rating_chart(html, &view->trend, &view->trend.programme);
	rating_table(html, view, programme, "Each rating of the programme, newest first");
	independent_table(html, view, programme, NULL);
	html_put(html, "</section>\n");
}

static void add_contents(const struct site_view *site, const struct plan_view *view, bool overview,
                         struct html *html)
{
	html_put(html, "<nav class=\"contents\" aria-label=\"On this page\">\n<ul>\n"
	               "<li><a href=\"#status\">Status</a></li>\n");
	if (overview)
		html_put(html, "<li><a href=\"#overview\">Programme overview</a></li>\n");
	if (view->trend.column_count != 0)
		html_put(html, "<li><a href=\"#periods\">Ratings by period</a></li>\n");
	html_put(html, "<li><a href=\"#reporting\">Reporting</a></li>\n"
	               "<li><a href=\"#meanings\">What the ratings mean</a></li>\n");
	if (view->plan.programme.count != 0)
		html_put(html, "<li><a href=\"#programme\">The programme's rating over time</a>"
		               "</li>\n");
	if (has_taken_over(site, view, NULL))
		html_put(html,
		         "<li><a href=\"#handed-over\">Handed over by earlier work</a></li>\n");
	if (view->paper_count != 0)
		html_put(html, "<li><a href=\"#papers\">Papers and observations</a></li>\n");
	html_put(html, "<li><a href=\"#about\">About the plan</a></li>\n");
	if (has_holes(site->record, view->plan.id))
		html_put(html, "<li><a href=\"#holes\">Holes in the record</a></li>\n");
	html_put(html, "</ul>\n</nav>\n");
}

static int add_parts(const struct site_view *site, const struct plan_view *view,
                     const struct document *overview, struct html *html, struct error *error)
{
	document_banners(html, view->plan.document);
	add_summary(html, view, overview != NULL ? overview->overview : NULL);
	add_contents(site, view, overview != NULL, html);
	add_status(html, view);
	add_overview(html, site, view, overview);
	heat_map(html, view);
	int result = plan_reporting(html, site, view, error);
	legend(html, view);
	add_history(html, view);
	taken_over_list(html, site, view, NULL);
	paper_list(html, view);
	plan_facts(html, site, view);
	hole_table(html, site->record, view->plan.id);
	data_links(html, view, NULL);
	return result;
}

int plan_page(const struct site_view *site, const struct plan_view *view, struct html *html,
              struct error *error)
{
	const struct plan *plan = view->plan.plan;
	const struct standing *standing = view->trend.programme.current;
	struct document *overview = NULL;
	struct frame frame = {
		.record = site->record,
		.title = plan->title.text != NULL ? plan->title.text : view->plan.id,
		.organisation = plan->organisation.text,
		.plan = plan,
		.top = "../",
		.feed = "index.atom",
		.crumbs = {{"All plans", "../index.html"}},
		.crumb_count = 1,
	};
	if (standing != NULL &&
	    record_document(site->record, standing_version(standing), &overview, error) < 0)
		return -1;
	frame_begin(html, &frame);
	int result = add_parts(site, view, overview, html, error);
	frame_end(html, &frame);
	document_free(overview);
	return result;
}
