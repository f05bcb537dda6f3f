/* The page of a period: the highlight report as it stands on record. */
#include "site/plan_parts.h"

#include <string.h>

#include "site/frame.h"
#include "view/said.h"

/* What one page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *whole; /* the plan with all its periods */
	struct plan_view view;         /* the same with this one as its latest, and alone */
	struct period period;
	size_t number; /* of the period's column in the whole plan */
	struct document *overview;
	bool left_out; /* something of this period is kept back */
};

void list_periods(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	char name[PERIOD_PAGE_SIZE];
	for (size_t i = 0; view != NULL && i < view->trend.column_count; i++)
		if (!view->trend.columns[i].gap)
			leaves_add(
				leaves, kind, view, i,
				arena_printf(&leaves->arena, "%s/%s.html", view->folder,
			                     period_page_name(view->trend.columns[i].period, name)))
				->near = view->trend.columns[i].period.last;
}

const struct column *period_neighbour(const struct trend *trend, size_t number, int step)
{
	/* Before the first column the number wraps, and is behind the last. */
	for (size_t i = number + (size_t)step; i < trend->column_count; i += (size_t)step)
		if (!trend->columns[i].gap)
			return &trend->columns[i];
	return NULL;
}

static void add_neighbour(struct html *html, const struct column *column, const char *relation,
                          enum phrase phrase)
{
	char name[PERIOD_PAGE_SIZE], words[BADGE_PERIOD_SIZE];
	html_add(html, "<li><a rel=\"%s\" href=\"%s.html\">", relation,
	         period_page_name(column->period, name));
	html_tell(html, phrase, badge_period(html, column->period, words));
	html_put(html, "</a></li>\n");
}

/* The periods before and after that have a page. */
static void add_neighbours(struct html *html, const struct told *told)
{
	const struct trend *trend = &told->whole->trend;
	const struct column *before = period_neighbour(trend, told->number, -1);
	const struct column *after = period_neighbour(trend, told->number, 1);
	if (before == NULL && after == NULL)
		return;
	html_add(html, "<nav class=\"neighbours\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_PERIOD_NEIGHBOURS));
	if (before != NULL)
		add_neighbour(html, before, "prev", PHRASE_PERIOD_BEFORE);
	if (after != NULL)
		add_neighbour(html, after, "next", PHRASE_PERIOD_AFTER);
	html_put(html, "</ul>\n</nav>\n");
}

static void add_summary(struct html *html, const struct told *told)
{
	html_put(html, "<div class=\"summary\">\n");
	programme_summary(html, &told->view, told->overview);
	html_put(html, "<p class=\"sentence\">");
	said_trend(html, &told->view.trend);
	html_put(html, "</p>\n</div>\n");
}

/* Whether readers were once shown something else. */
static void add_first(struct html *html, const struct told *told)
{
	char name[PERIOD_PAGE_SIZE];
	if (!period_has_changed(told->whole, told->period)) {
		html_add(html, "<p class=\"note\">%s</p>\n",
		         html_phrase(html, PHRASE_PERIOD_UNCHANGED));
		return;
	}
	html_add(html, "<p class=\"inset\">%s <a href=\"%s.html\">%s</a></p>\n",
	         html_phrase(html, PHRASE_PERIOD_CHANGED), period_first_name(told->period, name),
	         html_phrase(html, PHRASE_PERIOD_AS_FIRST));
}

static void add_contents(struct html *html, const struct told *told)
{
	const struct trend *trend = &told->view.trend;
	html_add(html,
	         "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n"
	         "<li><a href=\"#status\">%s</a></li>\n",
	         html_phrase(html, PHRASE_PERIOD_CONTENTS),
	         html_phrase(html, PHRASE_PERIOD_STATUS));
	if (period_is_questioned(&told->view))
		html_add(html, "<li><a href=\"#questioned\">%s</a></li>\n",
		         html_phrase(html, PHRASE_WORKSTREAM_QUESTIONED));
	if (told->overview != NULL)
		html_add(html, "<li><a href=\"#overview\">%s</a></li>\n",
		         html_phrase(html, PHRASE_REPORT_OVERVIEW));
	for (size_t i = 0; i < trend->count; i++) {
		html_put(html, "<li>");
		workstream_link(html, &told->view, trend->rows[i].series);
		html_put(html, "</li>\n");
	}
	html_add(html, "<li><a href=\"#meanings\">%s</a></li>\n</ul>\n</nav>\n",
	         html_phrase(html, PHRASE_LEGEND_HEADING));
}

static void add_left_out(struct html *html, const struct told *told)
{
	if (told->left_out)
		html_add(html, "<p class=\"banner\">%s</p>\n",
		         html_phrase(html, PHRASE_PERIOD_LEFT_OUT));
}

static void add_overview(struct html *html, const struct told *told)
{
	const struct trend_row *row = &told->view.trend.programme;
	if (told->overview == NULL)
		return;
	html_section(html, "overview", PHRASE_REPORT_OVERVIEW);
	published_steps(html, &told->view, row->current);
	const struct told_report report = {
		.record = told->site->record,
		.view = &told->view,
		.series = row->series,
		.standing = row->current,
		.document = told->overview,
		.top = "../",
	};
	overview_in_full(html, &report);
	html_put(html, "</section>\n");
}

/* Where the latest is told of, or how many questions there are. */
static void add_questions(struct html *html, const struct told *told, const struct trend_row *row)
{
	const char *name = told->view.names[row->series - told->view.plan.workstreams];
	struct buf address = BUF_INIT;
	if (row->current == latest_standing(row->series))
		buf_printf(&address, "%s.html#questioned", name);
	else
		buf_text(&address, "candour.html#periods");
	questions_note(html, questions_about(&told->view, row->series, row->current),
	               address.bytes);
	buf_clear(&address);
	buf_printf(&address, "%s.html#challenged", name);
	challenge_mark(html, &told->view, row->series, row->current, address.bytes);
	buf_release(&address);
}

static int add_report(struct html *html, const struct told *told, const struct trend_row *row,
                      struct error *error)
{
	const struct document *document;
	if (shelf_document(told->site->shelf, told->site->record, standing_version(row->current),
	                   &document, error) < 0)
		return -1;
	document_banners(html, document);
	html_put(html, "<div class=\"summary\">\n<p class=\"big\">");
	html_rating(html, standing_version(row->current));
	rerating_note(html, row->current);
	add_questions(html, told, row);
	html_put(html, "</p>\n<p class=\"sentence\">");
	direction_sentence(html, row);
	html_put(html, "</p>\n");
	published_steps(html, &told->view, row->current);
	html_put(html, "</div>\n");
	const struct told_report report = {
		.record = told->site->record,
		.view = &told->view,
		.series = row->series,
		.standing = row->current,
		.document = document,
		.top = "../",
	};
	report_in_full(html, &report);
	return 0;
}

/* The standing of another period that shares a month with this one, or NULL. */
static const struct standing *covering(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (standing_holds(&series->standings[i]) &&
		    period_overlaps(series->standings[i].period, period))
			return &series->standings[i];
	return NULL;
}

/* The landing that took the period's report away, or NULL. */
static const struct landing *withdrawn_by(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return series->standings[i].withdrawn;
	return NULL;
}

static void add_missing(struct html *html, const struct told *told, const struct trend_row *row)
{
	const struct landing *landing = withdrawn_by(row->series, told->period);
	const struct standing *other = covering(row->series, told->period);
	html_put(html, "<p class=\"sentence\">");
	if (landing != NULL) {
		html_say(html, PHRASE_PERIOD_WITHDRAWN);
		html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_ON));
		html_day(html, landing_time(landing));
		html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_BY));
		html_person(html, landing->author.name);
	} else {
		html_say(html,
		         told->left_out ? PHRASE_PERIOD_NOT_PUBLISHED : PHRASE_PERIOD_NO_REPORT);
	}
	html_put(html, ".</p>\n");
	if (other != NULL) {
		html_add(html, "<p>%s ", html_phrase(html, PHRASE_PERIOD_COVERED));
		period_link(html, other->period);
		html_put(html, ".</p>\n");
	} else if (row->previous != NULL) {
		html_add(html, "<p>%s ", html_phrase(html, PHRASE_PERIOD_LAST_RATING));
		html_rating(html, standing_version(row->previous));
		html_put(html, ", ");
		period_link(html, row->previous->period);
		html_put(html, ".</p>\n");
	}
}

static int add_workstreams(struct html *html, const struct told *told, struct error *error)
{
	const struct trend *trend = &told->view.trend;
	int result = 0;
	for (size_t i = 0; i < trend->count && result == 0; i++) {
		const struct trend_row *row = &trend->rows[i];
		const char *name = told->view.names[row->series - told->view.plan.workstreams];
		html_add(html,
		         "<section class=\"part\" aria-labelledby=\"" PART_PREFIX "%s\">\n"
		         "<h2 id=\"" PART_PREFIX "%s\"><a href=\"%s.html\">%s</a></h2>\n",
		         name, name, name, row->series->title);
		if (row->current != NULL)
			result = add_report(html, told, row, error);
		else
			add_missing(html, told, row);
		html_put(html, "</section>\n");
	}
	return result;
}

static int add_parts(struct html *html, const struct told *told, struct error *error)
{
	document_banners(html, told->view.plan.document);
	add_neighbours(html, told);
	add_summary(html, told);
	add_first(html, told);
	add_contents(html, told);
	html_section(html, "status", PHRASE_PERIOD_STATUS);
	status_table(html, &told->view);
	add_left_out(html, told);
	html_put(html, "</section>\n");
	period_questions(html, &told->view);
	add_overview(html, told);
	if (add_workstreams(html, told, error) < 0)
		return -1;
	legend_of_period(html, &told->view);
	return 0;
}

int make_period(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error)
{
	struct told told = {
		.site = leaves->site,
		.whole = leaf->view,
		.view = *leaf->view,
		.period = leaf->view->trend.columns[leaf->number].period,
		.number = leaf->number,
	};
	char words[BADGE_PERIOD_SIZE];
	struct buf title = BUF_INIT;
	int result = 0;
	/* The workstreams of the status table are parts of this page. */
	told.view.alone = true;
	told.left_out = period_leaves_out(told.site, leaf->view, told.period);
	trend_read_period(&told.view.plan, told.period, &told.view.trend);
	const struct standing *overview = told.view.trend.programme.current;
	if (overview != NULL)
		result = record_document(told.site->record, standing_version(overview),
		                         &told.overview, error);
	if (result == 0) {
		phrase_fill(html, PHRASE_PERIOD_TITLE, badge_period(html, told.period, words),
		            &title);
		struct frame frame = inner_frame(told.site, leaf->view, title.bytes);
		frame_begin(html, &frame);
		result = add_parts(html, &told, error);
		frame_end(html, &frame);
	}
	document_free(told.overview);
	trend_release(&told.view.trend);
	buf_release(&title);
	return result;
}
