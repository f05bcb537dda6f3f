/* What a plan's reporting calendar says on its page: declared in pages.h. */
#include "site/plan_parts.h"

#include <stdio.h>
#include <string.h>

#include "view/due_view.h"
#include "view/badge.h"

/* The page shows the last periods of a list; the rest is counted. */
enum { MOST_PERIODS = 6 };

static bool is_shown(enum due_list list, const struct report_entry *entry)
{
	return !entry->exempt && due_is_in(list, entry);
}

static size_t count_list(const struct calendar *calendar, enum due_list list)
{
	size_t count = list == DUE_MISSING ? calendar->left_out : 0;
	for (size_t i = 0; i < calendar->count; i++)
		count += is_shown(list, &calendar->entries[i]) ? 1 : 0;
	return count;
}

/* What is published of the entry's series, which is not exempt. */
static const struct series *published_of(const struct plan_view *view,
                                         const struct report_entry *entry)
{
	for (size_t i = 0; i < view->plan.count && entry->place != view->whole->count; i++)
		if (strcmp(view->plan.workstreams[i].id, entry->series->id) == 0)
			return &view->plan.workstreams[i];
	return &view->plan.programme;
}

/* True where the public saw a report for the period, and it was taken away. */
static bool is_known_withdrawn(const struct series *published, struct period period)
{
	for (size_t i = 0; i < published->count; i++)
		if (!standing_holds(&published->standings[i]) &&
		    period_overlaps(published->standings[i].period, period))
			return true;
	return false;
}

/* True where a draft of the entry's period is not exempt itself. */
static bool has_open_draft(const struct report_entry *entry)
{
	for (size_t i = 0; i < entry->series->draft_count; i++) {
		const struct reading *reading = entry->series->drafts[i].reading;
		if (reading->period.last == entry->period.last && !reading->exempt)
			return true;
	}
	return false;
}

/* A report that was exempt and is gone was never there for the public. */
static void add_entry(struct html *html, const struct plan_view *view, enum due_list list,
                      const struct report_entry *entry)
{
	const struct series *published = published_of(view, entry);
	if (published != &view->plan.programme)
		workstream_link(html, view, published);
	else
		html_say(html, PHRASE_DUE_OVERVIEW);
	if (list == DUE_LATE) {
		html_put(html, " (");
		html_tally(html, (size_t)entry->days, PHRASE_PLAN_DAY, PHRASE_PLAN_DAYS);
		html_put(html, ")");
	} else if (list == DUE_MISSING && entry->withdrawn &&
	           is_known_withdrawn(published, entry->period))
		html_add(html, " (%s)", html_phrase(html, PHRASE_MAP_WITHDRAWN));
	else if (list == DUE_MISSING && entry->drafted && has_open_draft(entry))
		html_add(html, " (%s)", html_phrase(html, PHRASE_DUE_DRAFTED));
}

/* What entries FIRST up to END, which are of one period, have in the list. */
static void add_period(struct html *html, const struct plan_view *view,
                       const struct calendar *calendar, enum due_list list, size_t first,
                       size_t end)
{
	const struct report_entry *entry = &calendar->entries[first];
	char words[BADGE_PERIOD_SIZE];
	const char *between = ": ";
	html_add(html, "<li>%s", badge_period(html, entry->period, words));
	if (list != DUE_UNSIGNED) {
		html_add(html, ", %s ", html_phrase(html, PHRASE_DUE_BY));
		html_date(html, entry->due);
	}
	for (size_t i = first; i < end; i++) {
		if (!is_shown(list, &calendar->entries[i]))
			continue;
		html_put(html, between);
		add_entry(html, view, list, &calendar->entries[i]);
		between = "; ";
	}
	html_put(html, "</li>\n");
}

/* True where signing is not a habit of the plan's: then one sentence says all. */
static bool nobody_signs(const struct calendar *calendar)
{
	for (size_t i = 0; i < calendar->count; i++)
		if (!calendar->entries[i].exempt && calendar->entries[i].signed_by != NULL)
			return false;
	return true;
}

/* The list, its newest period first. */
static void add_list(struct html *html, const struct plan_view *view,
                     const struct calendar *calendar, enum due_list list)
{
	static const enum phrase titles[DUE_LISTS] = {
		[DUE_MISSING] = PHRASE_DUE_MISSING,
		[DUE_LATE] = PHRASE_DUE_LATE,
		[DUE_UNSIGNED] = PHRASE_DUE_UNSIGNED,
		[DUE_NEXT] = PHRASE_DUE_NEXT,
	};
	size_t periods = 0, shown = 0, all = count_list(calendar, list);
	if (all == 0)
		return;
	html_add(html, "<h3>%s: %zu</h3>\n", html_phrase(html, titles[list]), all);
	if (list == DUE_UNSIGNED && nobody_signs(calendar)) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_DUE_NOBODY_SIGNS));
		return;
	}
	html_put(html, "<ul>\n");
	for (size_t end = calendar->count, first; end > 0 && periods < MOST_PERIODS; end = first) {
		size_t here = 0;
		for (first = end; first > 0 && period_equal(calendar->entries[first - 1].period,
		                                            calendar->entries[end - 1].period);
		     first--)
			here += is_shown(list, &calendar->entries[first - 1]) ? 1 : 0;
		if (here == 0)
			continue;
		add_period(html, view, calendar, list, first, end);
		periods++;
		shown += here;
	}
	if (shown < all)
		html_add(html, "<li>%zu %s</li>\n", all - shown,
		         html_phrase(html, PHRASE_DUE_EARLIER));
	html_put(html, "</ul>\n");
}

/* "Every two months, counted from May 2023; due by day 8 of the month after." */
static void add_rhythm(struct html *html, const struct calendar *calendar)
{
	static const enum phrase cadences[] = {PHRASE_CADENCE_MONTHLY, PHRASE_CADENCE_TWO_MONTHLY,
	                                       PHRASE_CADENCE_QUARTERLY};
	const struct rhythm *rhythm = &calendar->rhythm;
	const struct value *day = &calendar->plan->plan->due_day;
	char words[BADGE_PERIOD_SIZE], number[16];
	if (!rhythm->known) {
		html_say(html, PHRASE_DUE_UNKNOWN);
		return;
	}
	snprintf(number, sizeof(number), "%d", rhythm->months);
	html_tell(html, rhythm->months <= 3 ? cadences[rhythm->months - 1] : PHRASE_CADENCE_MONTHS,
	          number);
	if (rhythm->months > 1 && rhythm->from_plan)
		html_tell(html, PHRASE_DUE_COUNTED_FROM,
		          badge_period(html, (struct period){rhythm->first, rhythm->first}, words));
	else if (rhythm->months > 1)
		html_tell(html, PHRASE_DUE_AS_REPORTED, badge_period(html, rhythm->seen, words));
	if (!calendar->plan->plan->cadence.valid)
		html_say(html, PHRASE_DUE_NO_CADENCE);
	snprintf(number, sizeof(number), "%d", day->valid ? day->as.number : 0);
	html_tell(html,
	          day->valid && day->as.number >= 1 ? PHRASE_DUE_BY_DAY : PHRASE_DUE_BY_MONTH_END,
	          number);
}

static void add_sentence(struct html *html, const struct calendar *calendar)
{
	bool well = true;
	html_put(html, "<p>");
	add_rhythm(html, calendar);
	if (!calendar->rhythm.known) {
		html_put(html, "</p>\n");
		return;
	}
	for (enum due_list list = 0; list < DUE_NEXT; list++)
		well = well && count_list(calendar, list) == 0;
	html_put(html, " ");
	html_say(html, well ? PHRASE_DUE_WELL_BY : PHRASE_DUE_AS_OF);
	html_put(html, " ");
	html_date(html, calendar->today);
	if (well) {
		html_put(html, " ");
		html_say(html, PHRASE_DUE_WELL);
	}
	html_put(html, well ? "</p>\n" : ":</p>\n");
}

static int read_calendar(const struct site_view *site, const struct plan_view *view,
                         struct calendar *calendar, struct error *error)
{
	/* The record's own plan: what is exempt is no reason to call a report missing. */
	const struct plan_record *plan = record_plan(site->record, view->plan.id);
	struct date day = date_from_time(landing_time(&site->record->tip));
	return calendar_read(site->record, plan, day, calendar, error);
}

int plan_late_reports(const struct site_view *site, const struct plan_view *view,
                      struct late_reports *late, struct error *error)
{
	struct calendar calendar;
	int result = read_calendar(site, view, &calendar, error);
	*late = (struct late_reports){0, 0};
	if (result == 0)
		late->missing = count_list(&calendar, DUE_MISSING);
	/* What came late long ago is no news: of the latest period alone. */
	const struct period *latest = trend_period(&view->trend);
	for (size_t i = 0; result == 0 && latest != NULL && i < calendar.count; i++)
		if (is_shown(DUE_LATE, &calendar.entries[i]) &&
		    period_equal(calendar.entries[i].period, *latest))
			late->late++;
	calendar_release(&calendar);
	return result;
}

int plan_reporting(struct html *html, const struct site_view *site, const struct plan_view *view,
                   struct error *error)
{
	struct calendar calendar;
	int result = read_calendar(site, view, &calendar, error);
	if (result == 0) {
		html_section(html, "reporting", PHRASE_DUE_HEADING);
		add_sentence(html, &calendar);
		for (enum due_list list = 0; list < DUE_NEXT; list++)
			add_list(html, view, &calendar, list);
		html_put(html, "</section>\n");
	}
	calendar_release(&calendar);
	return result;
}
