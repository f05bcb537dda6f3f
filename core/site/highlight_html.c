#include "site/documents.h"

#include "site/frame.h"
#include "site/plan_parts.h"
#include "view/badge.h"
#include "view/said.h"

static void add_programme(struct html *html, const struct highlight *highlight)
{
	const struct standing *standing = highlight->view.trend.programme.current;
	const struct overview *overview =
		highlight->overview != NULL ? highlight->overview->overview : NULL;
	html_add(html, "<p class=\"label\">%s</p>\n<p class=\"big\">",
	         html_phrase(html, PHRASE_HIGHLIGHT_PROGRAMME));
	if (standing == NULL) {
		html_add(html, "%s</p>\n", html_phrase(html, PHRASE_HIGHLIGHT_NOT_DECLARED));
		return;
	}
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	html_put(html, "</p>\n");
	if (overview == NULL || overview->director.text == NULL)
		return;
	struct html who = html_part(html), day = html_part(html);
	html_person(&who, overview->director.text);
	html_put(html, "<p class=\"note\">");
	if (overview->completed_on.valid) {
		html_date(&day, overview->completed_on.as.date);
		html_weave(html, PHRASE_HIGHLIGHT_DECLARED_ON, who.text.bytes, day.text.bytes);
	} else {
		html_weave(html, PHRASE_HIGHLIGHT_DECLARED, who.text.bytes);
	}
	html_put(html, "</p>\n");
	html_release(&who);
	html_release(&day);
}

static void add_top(struct html *html, const struct highlight *highlight)
{
	const struct landing *tip = &highlight->site.record->tip;
	char words[BADGE_PERIOD_SIZE];
	struct html day = html_part(html), commit = html_part(html);
	html_day(&day, landing_time(tip));
	html_commit(&commit, &tip->id);
	html_put(html, "<p class=\"lead\">");
	html_tell(html, PHRASE_HIGHLIGHT_TITLE, badge_period(html, highlight->period, words));
	html_put(html, "</p>\n<p class=\"as-on-record\">");
	html_weave(html, PHRASE_HIGHLIGHT_AS_ON_RECORD, day.text.bytes, commit.text.bytes);
	html_put(html, "</p>\n");
	html_release(&day);
	html_release(&commit);
	document_banners(html, highlight->view.plan.document);
	html_put(html, "<div class=\"summary\">\n");
	add_programme(html, highlight);
	html_put(html, "<p class=\"sentence\">");
	said_trend(html, &highlight->view.trend);
	html_put(html, "</p>\n</div>\n");
}

static void add_contents(struct html *html, const struct highlight *highlight)
{
	const struct trend *trend = &highlight->view.trend;
	html_add(html, "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_HIGHLIGHT_CONTENTS));
	if (highlight->overview != NULL)
		html_content(html, "overview", PHRASE_HIGHLIGHT_OVERVIEW);
	html_content(html, "status", PHRASE_HIGHLIGHT_STATUS);
	for (size_t i = 0; i < trend->count; i++) {
		html_put(html, "<li>");
		workstream_link(html, &highlight->view, trend->rows[i].series);
		html_put(html, "</li>\n");
	}
	html_content(html, "meanings", PHRASE_HIGHLIGHT_MEANINGS);
	html_contents_end(html);
}

/* What the report of the row is made from. */
static struct told_report told_of(const struct highlight *highlight, const struct trend_row *row,
                                  const struct document *document)
{
	return (struct told_report){
		.record = highlight->site.record,
		.view = &highlight->view,
		.series = row->series,
		.standing = row->current,
		.document = document,
	};
}

static void add_overview(struct html *html, const struct highlight *highlight)
{
	const struct document *document = highlight->overview;
	if (document == NULL)
		return;
	const struct told_report told =
		told_of(highlight, &highlight->view.trend.programme, document);
	html_section(html, "overview", PHRASE_HIGHLIGHT_OVERVIEW);
	overview_in_full(html, &told);
	html_put(html, "</section>\n");
}

static void add_left_out(struct html *html, const struct plan_view *view)
{
	if (view->exempt_workstreams + view->exempt_reports == 0)
		return;
	struct html workstreams = html_part(html), reports = html_part(html);
	html_tally(&workstreams, view->exempt_workstreams, PHRASE_HIGHLIGHT_WORKSTREAM,
	           PHRASE_HIGHLIGHT_WORKSTREAMS);
	html_tally(&reports, view->exempt_reports, PHRASE_HIGHLIGHT_REPORT,
	           PHRASE_HIGHLIGHT_REPORTS);
	html_put(html, "<p class=\"banner\">");
	html_weave(html, PHRASE_HIGHLIGHT_EXEMPT, workstreams.text.bytes, reports.text.bytes);
	html_put(html, "</p>\n");
	html_release(&workstreams);
	html_release(&reports);
}

static void add_status(struct html *html, const struct highlight *highlight)
{
	html_section(html, "status", PHRASE_HIGHLIGHT_STATUS);
	status_table(html, &highlight->view);
	add_left_out(html, &highlight->view);
	html_put(html, "</section>\n");
}

static void add_report(struct html *html, const struct highlight *highlight,
                       const struct trend_row *row, const struct document *document)
{
	document_banners(html, document);
	html_put(html, "<div class=\"summary\">\n<p class=\"big\">");
	html_rating(html, standing_version(row->current));
	rerating_note(html, row->current);
	html_put(html, "</p>\n<p class=\"sentence\">");
	direction_sentence(html, row);
	html_put(html, "</p>\n</div>\n");
	const struct told_report told = told_of(highlight, row, document);
	report_in_full(html, &told);
}

static void add_missing(struct html *html, const struct highlight *highlight,
                        const struct trend_row *row)
{
	char words[BADGE_PERIOD_SIZE];
	struct html rating = html_part(html);
	html_put(html, "<p class=\"sentence\">");
	html_tell(html,
	          was_withdrawn(row->series, highlight->period) ? PHRASE_HIGHLIGHT_WITHDRAWN
	          : highlight->view.exempt_reports != 0         ? PHRASE_HIGHLIGHT_NOT_PUBLISHED
	                                                        : PHRASE_HIGHLIGHT_NO_REPORT,
	          badge_period(html, highlight->period, words));
	html_put(html, "</p>\n");
	if (row->previous != NULL) {
		html_rating(&rating, standing_version(row->previous));
		html_put(html, "<p>");
		html_weave(html, PHRASE_HIGHLIGHT_LAST, rating.text.bytes,
		           badge_period(html, row->previous->period, words));
		html_put(html, "</p>\n");
	}
	html_release(&rating);
}

static void add_workstreams(struct html *html, const struct highlight *highlight)
{
	const struct trend *trend = &highlight->view.trend;
	for (size_t i = 0; i < trend->count; i++) {
		const struct trend_row *row = &trend->rows[i];
		const char *name =
			highlight->view.names[row->series - highlight->view.plan.workstreams];
		html_add(html,
		         "<section class=\"part\" aria-labelledby=\"" PART_PREFIX "%s\">\n"
		         "<h2 id=\"" PART_PREFIX "%s\">%s</h2>\n",
		         name, name, row->series->title);
		if (highlight->documents[i] != NULL)
			add_report(html, highlight, row, highlight->documents[i]);
		else
			add_missing(html, highlight, row);
		html_put(html, "</section>\n");
	}
}

void highlight_as_html(const struct highlight *highlight, struct buf *out)
{
	const struct plan *plan = highlight->view.plan.plan;
	struct frame frame = {
		.record = highlight->site.record,
		.title = plan->title.text != NULL ? plan->title.text : highlight->view.plan.id,
		.organisation = plan->organisation.text,
		.plan = plan,
		.top = "",
		.alone = true,
	};
	struct html html = {.text = BUF_INIT, .language = plan_language(&highlight->view)};
	char words[BADGE_PERIOD_SIZE];
	struct buf foot = BUF_INIT;
	phrase_tell(&foot, html.language, PHRASE_HIGHLIGHT_FOOT, frame.title,
	            badge_period(&html, highlight->period, words));
	frame.foot = foot.bytes;
	frame_begin(&html, &frame);
	add_top(&html, highlight);
	add_contents(&html, highlight);
	add_overview(&html, highlight);
	add_status(&html, highlight);
	add_workstreams(&html, highlight);
	html_put(&html, "<div class=\"part\">\n");
	legend(&html, &highlight->view);
	html_put(&html, "</div>\n");
	frame_end(&html, &frame);
	buf_add(out, html.text.bytes, html.text.length);
	html_release(&html);
	buf_release(&foot);
}
