#include "site/documents.h"

#include "site/frame.h"
#include "site/plan_parts.h"
#include "view/badge.h"

static void add_programme(struct html *html, const struct highlight *highlight)
{
	const struct standing *standing = highlight->view.trend.programme.current;
	const struct overview *overview =
		highlight->overview != NULL ? highlight->overview->overview : NULL;
	html_put(html, "<p class=\"label\">Programme rating</p>\n<p class=\"big\">");
	if (standing == NULL) {
		html_put(html, "Not declared</p>\n");
		return;
	}
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	html_put(html, "</p>\n");
	if (overview == NULL || overview->director.text == NULL)
		return;
	html_put(html, "<p class=\"note\">Declared by ");
	html_person(html, overview->director.text);
	if (overview->completed_on.valid) {
		html_put(html, " on ");
		html_date(html, overview->completed_on.as.date);
	}
	html_put(html, ".</p>\n");
}

static void add_top(struct html *html, const struct highlight *highlight)
{
	const struct landing *tip = &highlight->site.record->tip;
	struct buf sentence = BUF_INIT;
	char words[PERIOD_TEXT_SIZE];
	html_add(html, "<p class=\"lead\">Programme highlight report for %s</p>\n",
	         period_words(highlight->period, words));
	html_put(html, "<p class=\"as-on-record\">As it stood on record on ");
	html_day(html, landing_time(tip));
	html_put(html, ", commit ");
	html_commit(html, &tip->id);
	html_put(html, ".</p>\n");
	document_banners(html, highlight->view.plan.document);
	html_put(html, "<div class=\"summary\">\n");
	add_programme(html, highlight);
	trend_sentence(&highlight->view.trend, &sentence);
	html_put(html, "<p class=\"sentence\">");
	html_sentence(html, sentence.bytes);
	html_put(html, ".</p>\n</div>\n");
	buf_release(&sentence);
}

static void add_contents(struct html *html, const struct highlight *highlight)
{
	const struct trend *trend = &highlight->view.trend;
	html_put(html, "<nav class=\"contents\" aria-label=\"In this report\">\n<ul>\n");
	if (highlight->overview != NULL)
		html_put(html, "<li><a href=\"#overview\">Programme overview</a></li>\n");
	html_put(html, "<li><a href=\"#status\">Status of the workstreams</a></li>\n");
	for (size_t i = 0; i < trend->count; i++) {
		html_put(html, "<li>");
		workstream_link(html, &highlight->view, trend->rows[i].series);
		html_put(html, "</li>\n");
	}
	html_put(html, "<li><a href=\"#meanings\">What the ratings mean</a></li>\n"
	               "</ul>\n</nav>\n");
}

/* What the report of the row is made from. */
static struct told_report told_of(const struct highlight *highlight, const struct trend_row *row,
                                  const struct document *document)
{
	return (struct told_report){
		.record = highlight->site.record,
		.plan = &highlight->view.plan,
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
	html_put(html, "<section aria-labelledby=\"overview\">\n"
	               "<h2 id=\"overview\">Programme overview</h2>\n");
	const struct told_report told =
		told_of(highlight, &highlight->view.trend.programme, document);
	overview_in_full(html, &told);
	html_put(html, "</section>\n");
}

static void add_left_out(struct html *html, const struct plan_view *view)
{
	if (view->exempt_workstreams + view->exempt_reports == 0)
		return;
	html_put(html, "<p class=\"banner\">What is exempt from publication is left out of this "
	               "report: ");
	html_count(html, view->exempt_workstreams, "workstream", "workstreams");
	html_put(html, " and, of all periods, ");
	html_count(html, view->exempt_reports, "report", "reports");
	html_put(html, ".</p>\n");
}

static void add_status(struct html *html, const struct highlight *highlight)
{
	html_put(html, "<section aria-labelledby=\"status\">\n"
	               "<h2 id=\"status\">Status of the workstreams</h2>\n");
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
	char words[PERIOD_TEXT_SIZE];
	html_add(html, "<p class=\"sentence\">%s for %s.</p>\n", highlight_missing(highlight, row),
	         period_words(highlight->period, words));
	if (row->previous == NULL)
		return;
	html_put(html, "<p>The last rating before it: ");
	html_rating(html, standing_version(row->previous));
	html_add(html, " for %s.</p>\n", period_words(row->previous->period, words));
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
	char words[PERIOD_TEXT_SIZE];
	struct buf foot = BUF_INIT;
	buf_printf(&foot, "%s: highlight report, %s", frame.title,
	           period_words(highlight->period, words));
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
