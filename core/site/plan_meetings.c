/* What each meeting saw: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <stdlib.h>
#include <string.h>

#include "document/scale.h"

enum {
	MOST_MEETINGS = 12,
	MOST_EARLIER = 100,
	MEETING_DATE = 0,
	MEETING_BODY,
	MEETING_SAW,
	MEETING_COLUMNS
};

/* A plan's meetings and what its table is made from. */
struct meeting_table {
	const struct site_view *site;
	const struct plan_view *view;
	const struct registers *registers;
	const struct meeting **items; /* the latest first */
	size_t count;
	int today; /* the record's day, since 1970 */
	const char *columns[MEETING_COLUMNS];
};

/* Those without a day come last. */
static int compare_meetings(const void *a, const void *b)
{
	const struct meeting *first = *(const struct meeting *const *)a;
	const struct meeting *second = *(const struct meeting *const *)b;
	int one = first->date.valid ? date_days(first->date.as.date) : INT32_MIN;
	int other = second->date.valid ? date_days(second->date.as.date) : INT32_MIN;
	if (one != other)
		return one > other ? -1 : 1;
	return (first > second) - (first < second);
}

/* --- when it was --- */

/* The landing that the tag of the meeting is on; NULL where there is none on the record. */
static const struct landing *tagged_landing(const struct record *record,
                                            const struct meeting *meeting)
{
	struct buf name = BUF_INIT;
	if (meeting->tag.text == NULL)
		return NULL;
	buf_printf(&name, "refs/tags/%s", meeting->tag.text);
	const struct landing *landing = meeting_landing(record, name.bytes);
	buf_release(&name);
	return landing;
}

void meeting_material(struct material *material, const struct site_view *site,
                      const struct plan_view *view)
{
	const struct list *list = &view->plan.plan->meetings;
	for (size_t i = 0; i < list->count; i++) {
		const struct landing *landing =
			tagged_landing(site->record, &LIST_OF(struct meeting, *list)[i]);
		material_number(material, landing != NULL ? (int64_t)landing->number : -1);
	}
	for (size_t i = 0; i < view->meetings.count; i++) {
		material_text(material, view->meetings.items[i].name);
		material_text(material, view->meetings.pages[i]);
		material_id(material, &view->meetings.items[i].landing->id);
	}
	for (size_t i = 0; i < view->meetings.aside_count; i++)
		material_text(material, view->meetings.aside[i]);
	material_number(material, (int64_t)view->meetings.older);
}

/* The last landing before the end of the day, as `--on` finds it. */
static bool landing_on(const struct record *record, struct date day, size_t *number)
{
	const int64_t end = ((int64_t)date_days(day) + 1) * 86400;
	int64_t largest = INT64_MIN;
	bool found = false;
	for (size_t i = 0; i < record->lineage.landing_count; i++) {
		const struct landing *landing =
			&record->lineage.commits[record->lineage.landings[i]];
		if (landing_time(landing) > largest)
			largest = landing_time(landing);
		if (largest >= end)
			break;
		*number = i;
		found = true;
	}
	return found;
}

/* --- what it saw --- */

/* The ratings as they stood when a landing was over. */
struct seen {
	const struct period *period; /* the latest then; NULL: nothing was on record */
	size_t levels[SCALE_MOST_LEVELS], others;
	size_t changed; /* ratings of that period that are different now */
};

/* The latest period that the series had on record then, or NULL. */
static const struct standing *latest_then(const struct series *series, size_t number)
{
	for (size_t i = series->count; i-- > 0;) {
		const struct version *then = standing_at(&series->standings[i], number);
		if (then != NULL && !then->reading->exempt)
			return &series->standings[i];
	}
	return NULL;
}

static void see_series(struct seen *seen, const struct plan_view *view, const struct series *series,
                       size_t number)
{
	const struct standing *standing = latest_then(series, number);
	if (standing == NULL || standing->period.last != seen->period->last)
		return;
	const struct version *then = standing_at(standing, number);
	const struct version *now = standing_version(standing);
	if (series != &view->plan.programme) {
		if (then->level == SCALE_NONE || !scale_same(then->scale, &view->plan.plan->scale))
			seen->others++;
		else
			seen->levels[then->level]++;
	}
	if (!standing_holds(standing) || then->rated != now->rated)
		seen->changed++;
}

static struct seen see(const struct plan_view *view, size_t number)
{
	struct seen seen = {.period = NULL};
	for (size_t i = 0; i <= view->plan.count; i++) {
		const struct series *series =
			i < view->plan.count ? &view->plan.workstreams[i] : &view->plan.programme;
		const struct standing *standing = latest_then(series, number);
		if (standing != NULL &&
		    (seen.period == NULL || period_compare(standing->period, *seen.period) > 0))
			seen.period = &standing->period;
	}
	for (size_t i = 0; seen.period != NULL && i < view->plan.count; i++)
		see_series(&seen, view, &view->plan.workstreams[i], number);
	if (seen.period != NULL)
		see_series(&seen, view, &view->plan.programme, number);
	return seen;
}

/* "3 Green, 2 Amber" */
static void add_levels(struct html *html, const struct plan_view *view, const struct seen *seen)
{
	const struct scale *scale = &view->plan.plan->scale;
	const char *between = "";
	for (size_t i = 0; i < scale->count; i++) {
		if (seen->levels[i] == 0)
			continue;
		html_add(html, "%s%zu %s", between, seen->levels[i],
		         badge_label(html, &scale->levels[i]));
		between = ", ";
	}
	if (seen->others != 0)
		html_add(html, "%s%zu %s", between, seen->others,
		         html_phrase(html, PHRASE_SPREAD_OTHERS));
}

/* True where the period has a page. */
static bool has_page(const struct plan_view *view, struct period period)
{
	for (size_t i = 0; i < view->trend.column_count; i++)
		if (!view->trend.columns[i].gap &&
		    period_equal(view->trend.columns[i].period, period))
			return true;
	return false;
}

static void add_seen(struct html *html, const struct plan_view *view, const struct seen *seen)
{
	char name[PERIOD_PAGE_SIZE], words[BADGE_PERIOD_SIZE];
	if (has_page(view, *seen->period))
		period_link(html, *seen->period);
	else
		html_text(html, badge_period(html, *seen->period, words));
	html_put(html, ": ");
	add_levels(html, view, seen);
	if (seen->changed == 0)
		return;
	html_put(html, " <span class=\"note\">");
	html_tally(html, seen->changed, PHRASE_MEETING_CHANGED_ONE, PHRASE_MEETING_CHANGED_MANY);
	if (period_has_changed(view, *seen->period) && has_page(view, *seen->period))
		html_add(html, ": <a href=\"%s.html\">%s</a>",
		         period_first_name(*seen->period, name),
		         html_phrase(html, PHRASE_PERIOD_AS_FIRST));
	html_put(html, "</span>");
}

/* The committee and the day that a document was for. */
static bool was_for(const struct document *document, const struct meeting *meeting)
{
	const struct value *committee = document->paper != NULL ? &document->paper->committee
	                                : document->observation != NULL
	                                        ? &document->observation->committee
	                                        : NULL;
	const struct value *date = document->paper != NULL         ? &document->paper->date
	                           : document->observation != NULL ? &document->observation->date
	                                                           : NULL;
	return committee != NULL && committee->text != NULL && date->valid &&
	       meeting->committee.text != NULL && meeting->date.valid &&
	       strcmp(committee->text, meeting->committee.text) == 0 &&
	       date_days(date->as.date) == date_days(meeting->date.as.date);
}

static size_t add_papers(struct html *html, const struct plan_view *view,
                         const struct meeting *meeting)
{
	size_t shown = 0;
	for (size_t i = 0; i < view->paper_count; i++) {
		if (!was_for(filed_version(view->papers[i].filed)->document, meeting))
			continue;
		html_put(html, shown++ == 0 ? "" : "<br />\n");
		paper_link(html, &view->papers[i]);
	}
	return shown;
}

/* A link to what changed from that landing to the next meeting. */
static void add_since(struct html *html, const struct plan_view *view, size_t number)
{
	const struct meetings *marked = &view->meetings;
	for (size_t i = 0; i < marked->count; i++)
		if (marked->items[i].landing->number == number)
			html_add(html, " <span class=\"note\"><a href=\"%s\">%s</a></span>",
			         marked->pages[i],
			         html_phrase(html, i + 1 < marked->count ? PHRASE_MEETING_UNTIL_NEXT
			                                                 : PHRASE_MEETING_SINCE));
}

/* What the record has of it; nothing is appended where that is nothing. */
static void add_what(struct html *html, const struct meeting_table *meetings,
                     const struct meeting *meeting)
{
	const struct record *record = meetings->site->record;
	size_t number = 0, shown = add_papers(html, meetings->view, meeting);
	if (!meeting->date.valid || date_days(meeting->date.as.date) > meetings->today) {
		if (shown == 0 && meeting->date.valid)
			html_say(html, PHRASE_MEETING_TO_COME);
		return;
	}
	const struct landing *tagged = tagged_landing(record, meeting);
	bool known = tagged != NULL;
	if (known)
		number = tagged->number;
	else if (!landing_on(record, meeting->date.as.date, &number))
		return;
	const struct seen seen = see(meetings->view, number);
	html_put(html, shown != 0 && (seen.period != NULL || known) ? "<br />\n" : "");
	if (seen.period != NULL)
		add_seen(html, meetings->view, &seen);
	else if (known)
		html_say(html, PHRASE_MEETING_NOTHING);
	if (known) {
		html_add(html, " <span class=\"note\">%s <code>%s</code></span>",
		         html_phrase(html, PHRASE_MEETING_TAG), meeting->tag.text);
		add_since(html, meetings->view, number);
	}
}

static void add_meeting(struct html *html, const struct meeting *meeting)
{
	if (meeting->date.valid)
		html_date(html, meeting->date.as.date);
	else
		html_say(html, PHRASE_PLAN_NOT_GIVEN);
}

static void add_body(struct html *html, const struct meeting_table *meetings,
                     const struct meeting *meeting)
{
	const char *committee = meeting->committee.text;
	html_text(html, committee != NULL ? committee_name(meetings->registers, committee)
	                                  : html_phrase(html, PHRASE_PLAN_NOT_GIVEN));
}

static void add_row(struct html *html, const struct meeting_table *meetings,
                    const struct meeting *meeting, const struct html *what)
{
	html_row(html, meetings->columns[MEETING_DATE]);
	add_meeting(html, meeting);
	html_put(html, "</th>\n");
	html_cell(html, meetings->columns[MEETING_BODY]);
	add_body(html, meetings, meeting);
	html_put(html, "</td>\n");
	html_cell(html, meetings->columns[MEETING_SAW]);
	buf_add(&html->text, what->text.bytes, what->text.length);
	html_put(html, "</td>\n</tr>\n");
}

static void add_item(struct html *html, const struct meeting_table *meetings,
                     const struct meeting *meeting)
{
	html_put(html, "<li>");
	add_meeting(html, meeting);
	html_put(html, ", ");
	add_body(html, meetings, meeting);
	html_put(html, "</li>\n");
}

/*
 * A row for each of the latest meetings of which something is on record. Into EMPTY goes what
 * has nothing, into EARLIER what is older than all those rows; *BARE counts the one, and the
 * other is returned.
 */
static size_t add_rows(struct html *html, struct html *empty, struct html *earlier,
                       const struct meeting_table *meetings, size_t *bare)
{
	struct html what = {.text = BUF_INIT, .language = html->language};
	size_t rows = 0, at = 0;
	for (*bare = 0; at < meetings->count && rows < MOST_MEETINGS; at++) {
		buf_clear(&what.text);
		add_what(&what, meetings, meetings->items[at]);
		if (what.text.length != 0) {
			add_row(html, meetings, meetings->items[at], &what);
			rows++;
		} else {
			if ((*bare)++ < MOST_EARLIER)
				add_item(empty, meetings, meetings->items[at]);
		}
	}
	html_release(&what);
	for (size_t i = at; i < meetings->count && i - at < MOST_EARLIER; i++)
		add_item(earlier, meetings, meetings->items[i]);
	return meetings->count - at;
}

static void add_folded(struct html *html, const struct html *items, size_t count, enum phrase one,
                       enum phrase many)
{
	if (count == 0)
		return;
	html_put(html, "<details>\n<summary>");
	html_tally(html, count, one, many);
	html_put(html, "</summary>\n<ul>\n");
	buf_add(&html->text, items->text.bytes, items->text.length);
	html_put(html, "</ul>\n</details>\n");
}

static void add_meetings(struct html *html, const struct meeting_table *meetings)
{
	struct html rows = html_part(html), empty = html_part(html), earlier = html_part(html);
	size_t bare, older = add_rows(&rows, &empty, &earlier, meetings, &bare);
	if (rows.text.length != 0) {
		html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_MEETING_CAPTION),
		           meetings->columns, MEETING_COLUMNS);
		buf_add(&html->text, rows.text.bytes, rows.text.length);
		html_table_end(html);
	}
	add_folded(html, &empty, bare, PHRASE_MEETING_EMPTY_ONE, PHRASE_MEETING_EMPTY_MANY);
	add_folded(html, &earlier, older, PHRASE_MEETING_EARLIER_ONE, PHRASE_MEETING_EARLIER_MANY);
	html_release(&rows);
	html_release(&empty);
	html_release(&earlier);
}

void meeting_section(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	static const enum phrase names[MEETING_COLUMNS] = {PHRASE_MEETING_DATE, PHRASE_MEETING_BODY,
	                                                   PHRASE_MEETING_SAW};
	const struct list *list = &view->plan.plan->meetings;
	struct arena arena = ARENA_INIT;
	if (list->count == 0)
		return;
	const struct registers registers = published_registers(site, view, &arena);
	struct meeting_table meetings = {
		.site = site,
		.view = view,
		.registers = &registers,
		.items = arena_new(&arena, list->count * sizeof(struct meeting *)),
		.count = list->count,
		.today = date_days(date_from_time(landing_time(&site->record->tip))),
	};
	for (size_t i = 0; i < list->count; i++)
		meetings.items[i] = &LIST_OF(struct meeting, *list)[i];
	qsort(meetings.items, meetings.count, sizeof(struct meeting *), compare_meetings);
	phrase_columns(html, names, MEETING_COLUMNS, meetings.columns);
	html_section(html, "meetings", PHRASE_MEETING_HEADING);
	add_meetings(html, &meetings);
	html_put(html, "</section>\n");
	arena_release(&arena);
}
