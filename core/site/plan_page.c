#include "site/plan_parts.h"

#include <string.h>

#include "document/scale.h"
#include "site/frame.h"
#include "view/said.h"

/* What the page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *view;
	const struct document *overview; /* of the latest period, or NULL */
	struct date day;                 /* of the record */
};

static void add_summary(struct html *html, const struct told *told)
{
	const struct period *period = trend_period(&told->view->trend);
	char words[BADGE_PERIOD_SIZE];
	if (period != NULL)
		html_add(html, "<p class=\"lead\">%s</p>\n", badge_period(html, *period, words));
	html_put(html, "<div class=\"summary\">\n");
	if (period != NULL)
		programme_summary(html, told->view, told->overview);
	html_put(html, "<p class=\"sentence\">");
	said_trend(html, &told->view->trend);
	html_put(html, "</p>\n");
	if (period != NULL) {
		html_add(html, "<p>%s ", html_phrase(html, PHRASE_PLAN_FULL_REPORT));
		period_link(html, *period);
		html_put(html, "</p>\n");
	}
	html_put(html, "</div>\n");
}

/* --- the sections --- */

static void add_left_out(struct html *html, const struct plan_view *view)
{
	const struct {
		size_t count;
		enum phrase one, many;
	} parts[] = {
		{view->exempt_workstreams, PHRASE_PLAN_ONE_WORKSTREAM, PHRASE_PLAN_WORKSTREAMS},
		{view->exempt_reports, PHRASE_PLAN_ONE_REPORT, PHRASE_PLAN_REPORTS},
		{view->exempt_papers, PHRASE_PLAN_ONE_PAPER, PHRASE_PLAN_PAPERS},
	};
	const char *between = " ";
	if (view->exempt_workstreams + view->exempt_reports + view->exempt_papers == 0)
		return;
	html_add(html, "<p class=\"banner\">%s", html_phrase(html, PHRASE_PLAN_LEFT_OUT));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i].count == 0)
			continue;
		html_put(html, between);
		html_tally(html, parts[i].count, parts[i].one, parts[i].many);
		between = ", ";
	}
	html_put(html, ".</p>\n");
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
	html_add(html, "<h3>%s</h3>\n<ul>\n", html_phrase(html, PHRASE_PLAN_ENDED));
	for (size_t i = 0; i < view->plan.count; i++) {
		const struct series *series = &view->plan.workstreams[i];
		const struct standing *last = latest_standing(series);
		if (has_row(view, series))
			continue;
		html_put(html, "<li>");
		workstream_link(html, view, series);
		if (last != NULL) {
			html_add(html, ": %s, ", badge_words(html, standing_version(last)));
			period_link(html, last->period);
		}
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

static int add_status(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	html_section(html, "status", PHRASE_PLAN_STATUS);
	status_table(html, told->view);
	if (told->view->asked)
		html_add(html, "<p><a href=\"candour.html\">%s</a></p>\n",
		         html_phrase(html, PHRASE_PLAN_QUESTIONED));
	add_left_out(html, told->view);
	add_ended(html, told->view);
	html_put(html, "</section>\n");
	return 0;
}

static int add_meetings(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	meeting_section(html, told->site, told->view);
	return 0;
}

static int add_compared(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	compare_list(html, told->view);
	return 0;
}

static int add_challenges(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	open_challenge_section(html, told->view);
	return 0;
}

static int add_reratings(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	rerating_section(html, told->view);
	return 0;
}

/* The director's words of the latest period. */
static int add_overview(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	if (told->overview == NULL)
		return 0;
	const struct standing *standing = told->view->trend.programme.current;
	const struct told_report report = {
		.record = told->site->record,
		.view = told->view,
		.series = &told->view->plan.programme,
		.standing = standing,
		.document = told->overview,
		.top = "../",
		.landing = standing_version(standing)->landing,
	};
	html_section(html, "overview", PHRASE_REPORT_OVERVIEW);
	overview_in_full(html, &report);
	html_put(html, "</section>\n");
	return 0;
}

static int add_map(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	heat_map(html, told->view, false);
	return 0;
}

static int add_distribution(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	distribution_section(html, told->view);
	return 0;
}

static int add_slips(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	slip_section(html, told->view);
	return 0;
}

static int add_due(struct html *html, const struct told *told, struct error *error)
{
	struct due_milestones due;
	(void)error;
	due_milestones_read(told->view, told->day, &due);
	due_milestone_section(html, told->view, &due, told->day);
	due_milestones_release(&due);
	return 0;
}

static int add_reporting(struct html *html, const struct told *told, struct error *error)
{
	return plan_reporting(html, told->site, told->view, error);
}

static int add_concerns(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	concern_brief(html, told->view);
	return 0;
}

static int add_history(struct html *html, const struct told *told, struct error *error)
{
	const struct plan_view *view = told->view;
	const struct series *programme = &view->plan.programme;
	(void)error;
	if (programme->count == 0)
		return 0;
	html_section(html, "programme", PHRASE_PLAN_PROGRAMME_HISTORY);
	if (!has_ratings_page(view))
		rating_chart(html, view, &view->trend.programme);
	rating_table(html, view, programme, html_phrase(html, PHRASE_PLAN_PROGRAMME_CAPTION));
	independent_table(html, view, programme, NULL);
	html_put(html, "</section>\n");
	return 0;
}

static int add_taken_over(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	taken_over_list(html, told->site, told->view, NULL);
	return 0;
}

static int add_papers(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	paper_list(html, told->view);
	return 0;
}

static int add_legend(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	legend(html, told->view);
	return 0;
}

static int add_facts(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	plan_facts(html, told->site, told->view);
	return 0;
}

static int add_holes(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	hole_table(html, told->site, told->view->plan.id);
	return 0;
}

static int add_source(struct html *html, const struct told *told, struct error *error)
{
	(void)error;
	source_section(html, told->site, told->view);
	data_links(html, told->view, NULL);
	return 0;
}

/* In the order in which a board reads: how it stands, what was seen, what is open, the past. */
static const struct {
	const char *id;
	enum phrase heading;
	int (*add)(struct html *html, const struct told *told, struct error *error);
} sections[] = {
	{"status", PHRASE_PLAN_STATUS, add_status},
	{"meetings", PHRASE_MEETING_HEADING, add_meetings},
	{"compared", PHRASE_MEETINGS_HEADING, add_compared},
	{"challenges", PHRASE_OPEN_CHALLENGES, add_challenges},
	{"reratings", PHRASE_RERATING_HEADING, add_reratings},
	{"overview", PHRASE_REPORT_OVERVIEW, add_overview},
	{"periods", PHRASE_MAP_HEADING, add_map},
	{"distribution", PHRASE_SPREAD_HEADING, add_distribution},
	{"slips", PHRASE_SLIP_HEADING, add_slips},
	{"due", PHRASE_DUE_MILESTONES, add_due},
	{"reporting", PHRASE_DUE_HEADING, add_reporting},
	{"concerns", PHRASE_CONCERN_HEADING, add_concerns},
	{"programme", PHRASE_PLAN_PROGRAMME_HISTORY, add_history},
	{"handed-over", PHRASE_PLAN_HANDED_OVER, add_taken_over},
	{"papers", PHRASE_PAPERS_HEADING, add_papers},
	{"meanings", PHRASE_LEGEND_HEADING, add_legend},
	{"about", PHRASE_PLAN_ABOUT, add_facts},
	{"holes", PHRASE_HOLES_HEADING, add_holes},
	{"source", PHRASE_SOURCE_HEADING, add_source},
};

/* All sections, behind a list of those that say anything. */
static int add_sections(struct html *html, const struct told *told, struct error *error)
{
	struct html all = {.text = BUF_INIT, .language = html->language, .notes = html->notes};
	int result = 0;
	html_add(html, "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_PLAN_CONTENTS));
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]) && result == 0; i++) {
		size_t length = all.text.length;
		result = sections[i].add(&all, told, error);
		if (all.text.length != length)
			html_add(html, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id,
			         html_phrase(html, sections[i].heading));
	}
	html_put(html, "</ul>\n</nav>\n");
	buf_add(&html->text, all.text.bytes, all.text.length);
	html_release(&all);
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
		.crumbs = {{html_phrase(html, PHRASE_PLAN_ALL_PLANS), "../index.html"}},
		.crumb_count = 1,
	};
	if (standing != NULL &&
	    record_document(site->record, standing_version(standing), &overview, error) < 0)
		return -1;
	const struct told told = {site, view, overview,
	                          date_from_time(landing_time(&site->record->tip))};
	frame_begin(html, &frame);
	document_banners(html, view->plan.document);
	add_summary(html, &told);
	int result = add_sections(html, &told, error);
	frame_end(html, &frame);
	document_free(overview);
	return result;
}
