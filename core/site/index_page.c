/* Home: how every plan stands, what changed last, and what is late. */
#include "site/plan_parts.h"

#include <string.h>

#include "document/scale.h"
#include "record/entries.h"
#include "site/frame.h"
#include "view/said.h"

/* What the page is made from. */
struct told {
	const struct site_view *site;
	struct date day; /* of the record */
	int heading;     /* the level of a plan's heading */
	struct error *error;
};

/* --- what changed last --- */

/* The last landing that changed a rating. */
struct last_change {
	const struct series *series;
	const struct standing *standing;
	const struct version *before, *now;
};

static bool is_other_rating(const struct version *before, const struct version *now)
{
	if (before->level == SCALE_NONE || now->level == SCALE_NONE)
		return strcmp(before->reading->rag, now->reading->rag) != 0;
	return before->level != now->level || !scale_same(before->scale, now->scale);
}

/* What the version was rated against: the one it replaced, or the period before. */
static const struct version *rated_before(const struct series *series,
                                          const struct standing *standing, size_t number)
{
	const struct version *version = standing->versions[number];
	return number != 0 ? standing->versions[number - 1]
	                   : version_before(series, standing, version->landing->number);
}

static void find_change(const struct series *series, struct last_change *last)
{
	for (size_t i = series->count; i-- > 0;) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = standing->count; standing_holds(standing) && j-- > 0;) {
			const struct version *now = standing->versions[j];
			if (last->now != NULL && now->landing->number <= last->now->landing->number)
				break;
			const struct version *before = rated_before(series, standing, j);
			if (before == NULL || before->reading->exempt ||
			    !is_other_rating(before, now))
				continue;
			*last = (struct last_change){series, standing, before, now};
			break;
		}
	}
}

static void add_change(struct html *html, const struct plan_view *view)
{
	struct last_change last = {NULL, NULL, NULL, NULL};
	char words[BADGE_PERIOD_SIZE];
	for (size_t i = 0; i < view->plan.count; i++)
		find_change(&view->plan.workstreams[i], &last);
	find_change(&view->plan.programme, &last);
	if (last.now == NULL)
		return;
	html_fact(html, html_phrase(html, PHRASE_HOME_CHANGED_LAST));
	if (last.series == &view->plan.programme)
		html_add(html, "<a href=\"%s/index.html#programme\">%s</a>", view->folder,
		         html_phrase(html, PHRASE_PLAN_PROGRAMME_WHOLE));
	else
		html_add(html, "<a href=\"%s/%s.html\">%s</a>", view->folder,
		         view->names[last.series - view->plan.workstreams], last.series->title);
	html_add(html, ", %s: ", badge_period(html, last.standing->period, words));
	html_rating(html, last.now);
	html_put(html, " <span class=\"note\">");
	html_tell(html, last.now->rerating ? PHRASE_STATUS_RERATED_FROM : PHRASE_HOME_WAS,
	          badge_words(html, last.before));
	html_add(html, ", %s ", html_phrase(html, PHRASE_PLAN_BY));
	html_person(html, version_rater(last.now)->author.name);
	html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_ON));
	html_day(html, landing_time(last.now->landing));
	html_put(html, "</span>");
	html_fact_end(html);
}

/* --- what is late --- */

static void add_part(struct html *html, const struct plan_view *view, size_t *shown, size_t count,
                     const char *address, enum phrase one, enum phrase many)
{
	if (count == 0)
		return;
	html_add(html, "%s<a href=\"%s/%s\">", (*shown)++ == 0 ? "" : "; ", view->folder, address);
	html_tally(html, count, one, many);
	html_put(html, "</a>");
}

static int add_late(struct html *html, const struct told *told, const struct plan_view *view)
{
	struct late_reports late;
	struct due_milestones due;
	size_t shown = 0;
	if (plan_late_reports(told->site, view, &late, told->error) < 0)
		return -1;
	due_milestones_read(view, told->day, &due);
	html_fact(html, html_phrase(html, PHRASE_HOME_LATE));
	add_part(html, view, &shown, late.missing, "index.html#reporting", PHRASE_HOME_MISSING_ONE,
	         PHRASE_HOME_MISSING_MANY);
	add_part(html, view, &shown, late.late, "index.html#reporting", PHRASE_HOME_LATE_ONE,
	         PHRASE_HOME_LATE_MANY);
	add_part(html, view, &shown, due.overdue, "index.html#due", PHRASE_DUE_OVERDUE_ONE,
	         PHRASE_DUE_OVERDUE_MANY);
	if (shown == 0)
		html_say(html, PHRASE_HOME_NOTHING);
	html_fact_end(html);
	due_milestones_release(&due);
	return 0;
}

/* --- what is doubted --- */

/* How many of the latest ratings candour has open questions about. */
static size_t count_questioned(const struct plan_view *view)
{
	size_t count = 0;
	for (size_t i = 0; i <= view->trend.count; i++) {
		const struct trend_row *row =
			i < view->trend.count ? &view->trend.rows[i] : &view->trend.programme;
		if (row->current != NULL &&
		    questions_count(questions_about(view, row->series, row->current)).open != 0)
			count++;
	}
	return count;
}

static void add_doubts(struct html *html, const struct plan_view *view)
{
	size_t shown = 0;
	html_fact(html, html_phrase(html, PHRASE_HOME_DOUBTS));
	add_part(html, view, &shown, count_questioned(view), "candour.html",
	         PHRASE_HOME_QUESTIONED_ONE, PHRASE_HOME_QUESTIONED_MANY);
	add_part(html, view, &shown, open_challenges(view), "index.html#challenges",
	         PHRASE_HOME_CHALLENGED_ONE, PHRASE_HOME_CHALLENGED_MANY);
	if (shown == 0)
		html_say(html, PHRASE_HOME_NOTHING);
	html_fact_end(html);
}

/* --- how it stands --- */

/* "2 Green, 1 Amber, 1 without a report" of the latest period. */
static void add_counts(struct html *html, const struct plan_view *view)
{
	const struct scale *scale = &view->plan.plan->scale;
	size_t levels[SCALE_MOST_LEVELS] = {0}, others = 0, none = 0;
	for (size_t i = 0; i < view->trend.count; i++) {
		const struct standing *current = view->trend.rows[i].current;
		const struct version *version = current != NULL ? standing_version(current) : NULL;
		if (version == NULL)
			none++;
		else if (version->level == SCALE_NONE || !scale_same(version->scale, scale))
			others++;
		else
			levels[version->level]++;
	}
	html_fact(html, html_phrase(html, PHRASE_HOME_WORKSTREAMS));
	html_put(html, "<ul class=\"tally\">\n");
	for (size_t i = 0; i < scale->count; i++) {
		if (levels[i] == 0)
			continue;
		html_add(html, "<li>%zu ", levels[i]);
		html_level(html, scale, (int)i);
		html_put(html, "</li>\n");
	}
	if (others != 0)
		html_add(html, "<li>%zu %s</li>\n", others,
		         html_phrase(html, PHRASE_SPREAD_OTHERS));
	if (none != 0)
		html_add(html, "<li>%zu %s</li>\n", none,
		         html_phrase(html, PHRASE_HOME_WITHOUT_REPORT));
	html_put(html, "</ul>");
	html_fact_end(html);
}

static void add_rating(struct html *html, const struct plan_view *view, struct period period)
{
	const struct standing *standing = view->trend.programme.current;
	char words[BADGE_PERIOD_SIZE];
	html_put(html, "<p class=\"big\">");
	if (standing != NULL) {
		html_rating(html, standing_version(standing));
		rerating_note(html, standing);
	} else {
		html_say(html, PHRASE_HOME_NOT_DECLARED);
	}
	html_add(html, " <span class=\"note\">%s</span></p>\n", badge_period(html, period, words));
}

/* --- where to go on --- */

static void add_link(struct html *html, const struct plan_view *view, const char *address,
                     enum phrase phrase)
{
	html_add(html, "<li><a href=\"%s/%s\">%s</a></li>\n", view->folder, address,
	         html_phrase(html, phrase));
}

static void add_links(struct html *html, const struct plan_view *view)
{
	const struct period *period = trend_period(&view->trend);
	char name[PERIOD_PAGE_SIZE], words[BADGE_PERIOD_SIZE];
	html_put(html, "<ul class=\"links\">\n");
	if (period != NULL) {
		html_add(html, "<li><a href=\"%s/%s.html\">", view->folder,
		         period_page_name(*period, name));
		html_tell(html, PHRASE_PERIOD_TITLE, badge_period(html, *period, words));
		html_put(html, "</a></li>\n");
	}
	if (view->asked)
		add_link(html, view, "candour.html", PHRASE_HOME_QUESTIONED);
	if (view->meetings.count != 0)
		add_link(html, view, view->meetings.pages[view->meetings.count - 1],
		         PHRASE_HOME_SINCE_MEETING);
	if (view->plan.plan->meetings.count != 0)
		add_link(html, view, "index.html#meetings", PHRASE_MEETING_HEADING);
	if (has_concerns(view))
		add_link(html, view, "concerns.html", PHRASE_CONCERN_TITLE);
	if (view->paper_count != 0)
		add_link(html, view, "index.html#papers", PHRASE_PAPERS_HEADING);
	html_put(html, "</ul>\n");
}

/* --- plans --- */

static int add_plan(struct html *html, const struct told *told, size_t number)
{
	const struct plan_view *view = &told->site->plans[number];
	const struct plan *plan = view->plan.plan;
	const struct period *period = trend_period(&view->trend);
	int result = 0;
	html_add(html, "<li>\n<h%d><a href=\"%s/index.html\">%s</a></h%d>\n", told->heading,
	         view->folder, plan->title.text != NULL ? plan->title.text : view->plan.id,
	         told->heading);
	document_banners(html, view->plan.document);
	if (period != NULL)
		add_rating(html, view, *period);
	html_put(html, "<p>");
	said_trend(html, &view->trend);
	html_put(html, "</p>\n");
	programme_strip(html, view, number);
	html_put(html, "<dl class=\"facts\">\n");
	if (period != NULL) {
		add_counts(html, view);
		add_change(html, view);
	}
	result = add_late(html, told, view);
	if (view->asked || open_challenges(view) != 0)
		add_doubts(html, view);
	html_put(html, "</dl>\n");
	add_links(html, view);
	html_put(html, "</li>\n");
	return result;
}

static bool same_organisation(const struct plan_view *one, const struct plan_view *other)
{
	const char *first = one->plan.plan->organisation.text;
	const char *second = other->plan.plan->organisation.text;
	return first == NULL || second == NULL ? first == second : strcmp(first, second) == 0;
}

/* True where an earlier plan is of the same organisation: that one's heading lists both. */
static bool is_listed(const struct site_view *site, size_t number)
{
	for (size_t i = 0; i < number; i++)
		if (same_organisation(&site->plans[i], &site->plans[number]))
			return true;
	return false;
}

/* The plans of the organisation whose first plan is number FIRST. */
static int add_organisation(struct html *html, const struct told *told, size_t first, bool named)
{
	const struct site_view *site = told->site;
	const char *name = site->plans[first].plan.plan->organisation.text;
	int result = 0;
	if (named)
		html_add(html, "<h2>%s</h2>\n",
		         name != NULL ? name : html_phrase(html, PHRASE_HOME_NO_ORGANISATION));
	html_put(html, "<ul class=\"plans\">\n");
	for (size_t i = first; i < site->count && result == 0; i++)
		if (same_organisation(&site->plans[first], &site->plans[i]))
			result = add_plan(html, told, i);
	html_put(html, "</ul>\n");
	return result;
}

int index_page(const struct site_view *site, struct html *html, struct error *error)
{
	const char *organisation = site_organisation(site);
	const struct told told = {
		.site = site,
		.day = date_from_time(landing_time(&site->record->tip)),
		.heading = organisation == NULL ? 3 : 2,
		.error = error,
	};
	struct frame frame = {
		.record = site->record,
		.title = html_phrase(html, PHRASE_HOME_TITLE),
		.organisation = organisation,
		.accent = site_accent(site),
		.top = "",
	};
	int result = 0;
	frame_begin(html, &frame);
	if (site->count == 0)
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_HOME_NO_PLAN));
	for (size_t i = 0; i < site->count && result == 0; i++)
		if (!is_listed(site, i))
			result = add_organisation(html, &told, i, organisation == NULL);
	if (site->exempt != 0) {
		html_put(html, "<p>");
		html_tally(html, site->exempt, PHRASE_HOME_EXEMPT_ONE, PHRASE_HOME_EXEMPT_MANY);
		html_put(html, "</p>\n");
	}
	hole_table(html, site, NULL);
	frame_end(html, &frame);
	return result;
}
