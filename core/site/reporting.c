/* What a plan's reporting calendar says on its page: declared in pages.h. */
#include "site/pages.h"

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

/* The title, as a link where the workstream has a page. */
static void add_title(struct html *html, const struct plan_view *view,
                      const struct report_entry *entry)
{
	for (size_t i = 0; i < view->plan.count; i++) {
		if (strcmp(view->plan.workstreams[i].id, entry->series->id) != 0)
			continue;
		workstream_link(html, view, &view->plan.workstreams[i]);
		return;
	}
	html_text(html, due_title(entry));
}

static void add_entry(struct html *html, const struct plan_view *view, enum due_list list,
                      const struct report_entry *entry)
{
	add_title(html, view, entry);
	if (list == DUE_LATE)
		html_add(html, " (%d day%s)", entry->days, entry->days == 1 ? "" : "s");
	else if (list == DUE_MISSING && entry->withdrawn)
		html_put(html, " (withdrawn)");
	else if (list == DUE_MISSING && entry->drafted)
		html_put(html, " (a draft is there)");
}

/* What entries FIRST up to END, which are of one period, have in the list. */
static void add_period(struct html *html, const struct plan_view *view,
                       const struct calendar *calendar, enum due_list list, size_t first,
                       size_t end)
{
	const struct report_entry *entry = &calendar->entries[first];
	char words[PERIOD_TEXT_SIZE];
	const char *between = ": ";
	html_add(html, "<li>%s", period_words(entry->period, words));
	if (list != DUE_UNSIGNED) {
		html_put(html, ", due ");
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
	size_t periods = 0, shown = 0, all = count_list(calendar, list);
	if (all == 0)
		return;
	html_add(html, "<h3>%s: %zu</h3>\n", due_list_title(list), all);
	if (list == DUE_UNSIGNED && nobody_signs(calendar)) {
		html_put(html, "<p>No report on record has a sign-off by its sponsor.</p>\n");
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
		html_add(html, "<li>and %zu of earlier periods</li>\n", all - shown);
	html_put(html, "</ul>\n");
}

static void add_sentence(struct html *html, const struct calendar *calendar)
{
	struct buf rhythm = BUF_INIT;
	bool well = true;
	due_rhythm(calendar, &rhythm);
	html_add(html, "<p>%s", rhythm.bytes);
	buf_release(&rhythm);
	if (!calendar->rhythm.known) {
		html_put(html, "</p>\n");
		return;
	}
	for (enum due_list list = 0; list < DUE_NEXT; list++)
		well = well && count_list(calendar, list) == 0;
	html_put(html, well ? " What was due by " : " As of ");
	html_date(html, calendar->today);
	html_put(html, well ? " is on record, in time and signed off.</p>\n" : ":</p>\n");
}

int plan_reporting(struct html *html, const struct site_view *site, const struct plan_view *view,
                   struct error *error)
{
	struct calendar calendar;
	/* The record's own plan: what is exempt is no reason to call a report missing. */
	const struct plan_record *plan = record_plan(site->record, view->plan.id);
	struct date day = date_from_time(landing_time(&site->record->tip));
	int result = calendar_read(site->record, plan, day, &calendar, error);
	if (result == 0) {
		html_put(html, "<section aria-labelledby=\"reporting\">\n"
		               "<h2 id=\"reporting\">Reporting</h2>\n");
		add_sentence(html, &calendar);
		for (enum due_list list = 0; list < DUE_NEXT; list++)
			add_list(html, view, &calendar, list);
		html_put(html, "</section>\n");
	}
	calendar_release(&calendar);
	return result;
}
