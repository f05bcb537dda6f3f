#include "record/calendar.h"

#include <stdlib.h>
#include <string.h>

const char *report_state_id(enum report_state state)
{
	static const char *const ids[REPORT_STATES] = {"missing", "late", "on-time", "imported",
	                                               "not-yet-due"};
	return ids[state];
}

bool report_unsigned(const struct report_entry *entry)
{
	return entry->asks_signature && entry->signed_by == NULL;
}

struct date report_landed(const struct report_entry *entry)
{
	return date_from_time(landing_time(entry->standing->versions[0]->landing));
}

struct date calendar_due(const struct plan *plan, struct period period)
{
	enum { LONGEST_MONTH = 31, SHORTEST_MONTH = 28 };
	int month = period.last + 1, day = LONGEST_MONTH;
	if (plan->due_day.valid && plan->due_day.as.number >= 1 &&
	    plan->due_day.as.number < LONGEST_MONTH)
		day = plan->due_day.as.number;
	struct date due = {month / 12, month % 12 + 1, day};
	while (due.day > SHORTEST_MONTH && !date_exists(due.year, due.month, due.day))
		due.day--;
	return due;
}

/* A calendar that is being read. */
struct reading_calendar {
	struct calendar *calendar;
	const struct record *record;
	const struct plan_record *plan;
	const struct series *series; /* the one that is looked at */
	struct error *error;
};

static int month_of(struct date date)
{
	return date.year * 12 + date.month - 1;
}

/* The series number INDEX: the plan's in order, then the programme's own. */
static const struct series *series_at(const struct plan_record *plan, size_t index)
{
	return index < plan->count ? &plan->workstreams[index] : &plan->programme;
}

/* The place of the series in the plan; the programme's own is behind the last. */
static size_t place_of(const struct plan_record *plan, const struct series *series)
{
	return series == &plan->programme ? plan->count : (size_t)(series - plan->workstreams);
}

static struct report_entry *add_entry(struct calendar *calendar, const struct report_entry *entry)
{
	calendar->entries = arena_grow(&calendar->arena, calendar->entries, calendar->count,
	                               &calendar->room, sizeof(*calendar->entries));
	calendar->entries[calendar->count] = *entry;
	calendar->entries[calendar->count].place = place_of(calendar->plan, entry->series);
	return &calendar->entries[calendar->count++];
}

/* --- what is on record --- */

/* Who signed: what a record of ratings alone does not know. */
static int read_signature(const struct reading_calendar *reading, const struct version *version,
                          struct report_entry *entry)
{
	const struct whole_reading *whole = version->reading->whole;
	struct document *document = NULL;
	if (whole != &whole_reading_none) {
		entry->signed_by = whole->signed_by;
		entry->signed_on = whole->signed_on;
		return 0;
	}
	if (record_document(reading->record, version, &document, reading->error) < 0)
		return -1;
	if (document->update != NULL) {
		const struct signature *signature = &document->update->sponsor_signed;
		struct arena *arena = &reading->calendar->arena;
		if (signature->by.text != NULL)
			entry->signed_by =
				arena_text(arena, signature->by.text, strlen(signature->by.text));
		if (signature->on.valid)
			entry->signed_on = signature->on.as.date;
	}
	document_free(document);
	return 0;
}

static int add_standing(struct reading_calendar *reading, const struct standing *standing)
{
	const struct version *stands = standing_version(standing);
	struct report_entry entry = {
		.series = reading->series,
		.period = standing->period,
		.due = calendar_due(reading->plan->plan, standing->period),
		.state = REPORT_ON_TIME,
		.standing = standing,
		.exempt = stands->reading->exempt,
		.asks_signature = stands->reading->workstream != NULL && !stands->reading->imported,
	};
	int days = date_days(report_landed(&entry)) - date_days(entry.due);
	if (stands->reading->imported) {
		entry.state = REPORT_IMPORTED;
	} else if (days > 0) {
		entry.state = REPORT_LATE;
		entry.days = days;
	}
	if (entry.asks_signature && read_signature(reading, stands, &entry) < 0)
		return -1;
	add_entry(reading->calendar, &entry);
	return 0;
}

static int add_reported(struct reading_calendar *reading)
{
	for (size_t i = 0; i <= reading->plan->count; i++) {
		reading->series = series_at(reading->plan, i);
		for (size_t j = 0; j < reading->series->count; j++)
			if (standing_holds(&reading->series->standings[j]) &&
			    add_standing(reading, &reading->series->standings[j]) < 0)
				return -1;
	}
	return 0;
}

/* --- the rhythm --- */

static int months_in(struct period period)
{
	return period.last - period.first + 1;
}

/* The latest period on record that has so many months; 0: of any length. */
static bool latest_period(const struct plan_record *plan, int months, struct period *latest)
{
	bool found = false;
	for (size_t i = 0; i <= plan->count; i++) {
		const struct series *series = series_at(plan, i);
		for (size_t j = series->count; j-- > 0;) {
			const struct standing *standing = &series->standings[j];
			if (!standing_holds(standing) ||
			    (months != 0 && months_in(standing->period) != months))
				continue;
			if (!found || period_compare(standing->period, *latest) > 0)
				*latest = standing->period;
			found = true;
			break;
		}
	}
	return found;
}

static struct rhythm read_rhythm(const struct plan_record *plan)
{
	static const int lengths[] = {1, 2, 3};
	const struct value *starts = &plan->plan->starts, *cadence = &plan->plan->cadence;
	struct rhythm rhythm = {.months = 1};
	struct period latest = {0, 0};
	if (cadence->valid)
		rhythm.months = lengths[cadence->as.word];
	else if (latest_period(plan, 0, &latest))
		rhythm.months = months_in(latest);
	bool seen = latest_period(plan, rhythm.months, &latest);
	rhythm.known = seen || starts->valid;
	if (starts->valid)
		rhythm.first = month_of(starts->as.date);
	rhythm.from_plan =
		!seen || (starts->valid && (latest.first - rhythm.first) % rhythm.months == 0);
	if (!rhythm.from_plan) {
		rhythm.first = latest.first;
		rhythm.seen = latest;
	}
	return rhythm;
}

/* --- what is not on record --- */

/* The months in which something is to be reported; LAST is behind the end of time without one. */
static struct period span_of(const struct plan_record *plan)
{
	const struct value *starts = &plan->plan->starts, *ends = &plan->plan->ends;
	struct period span = {0, (DATE_LAST_YEAR + 1) * 12};
	if (ends->valid)
		span.last = month_of(ends->as.date);
	if (starts->valid) {
		span.first = month_of(starts->as.date);
		return span;
	}
	span.first = span.last + 1;
	for (size_t i = 0; i <= plan->count; i++) {
		const struct series *series = series_at(plan, i);
		for (size_t j = 0; j < series->count; j++)
			if (standing_holds(&series->standings[j]) &&
			    series->standings[j].period.first < span.first)
				span.first = series->standings[j].period.first;
	}
	return span;
}

/* True where the workstream has to report on the period at all. */
static bool is_under_way(const struct series *series, struct period period)
{
	const struct workstream *declared = series->declared;
	if (declared == NULL)
		return true; /* the programme's own */
	if (declared->starts.valid && period.last < month_of(declared->starts.as.date))
		return false;
	return !(declared->ends.valid && period.first > month_of(declared->ends.as.date));
}

/* What a series has of a period's last month. */
struct held {
	bool reported, withdrawn;
};

/* Standings are sorted by their last month, and none is longer than PERIOD_LONGEST. */
static struct held look_up(const struct series *series, struct period period)
{
	struct held held = {false, false};
	size_t low = 0, high = series->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (series->standings[middle].period.last < period.last)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < series->count && !held.reported; low++) {
		const struct standing *standing = &series->standings[low];
		if (standing->period.last >= period.last + PERIOD_LONGEST)
			break;
		if (standing->period.first > period.last)
			continue;
		held.reported = standing_holds(standing);
		held.withdrawn = true;
	}
	held.withdrawn = held.withdrawn && !held.reported;
	return held;
}

static int compare_months(const void *a, const void *b)
{
	const int *first = a, *second = b;
	return (*first > *second) - (*first < *second);
}

/* What is to be expected of one series, as the calendar goes on. */
struct expected {
	const struct series *series;
	int *drafts; /* the last months of its drafts, in order */
	bool over;   /* the next one that is due is known */
};

static struct expected *expect(struct reading_calendar *reading)
{
	struct arena *arena = &reading->calendar->arena;
	struct expected *all = arena_new(arena, (reading->plan->count + 1) * sizeof(*all));
	for (size_t i = 0; i <= reading->plan->count; i++) {
		const struct series *series = all[i].series = series_at(reading->plan, i);
		/* Of a workstream that the plan does not list nothing is expected. */
		all[i].over = i < reading->plan->count && series->declared == NULL;
		all[i].drafts = arena_new(arena, (series->draft_count + 1) * sizeof(int));
		for (size_t j = 0; j < series->draft_count; j++)
			all[i].drafts[j] = series->drafts[j].reading->period.last;
		if (series->draft_count != 0)
			qsort(all[i].drafts, series->draft_count, sizeof(int), compare_months);
	}
	return all;
}

static void add_expected(struct calendar *calendar, struct expected *expected, struct period period)
{
	const struct series *series = expected->series;
	struct date due = calendar_due(calendar->plan->plan, period);
	int days = date_days(calendar->today) - date_days(due);
	if (expected->over || !is_under_way(series, period))
		return;
	struct held held = look_up(series, period);
	if (held.reported)
		return;
	expected->over = days <= 0;
	if (days > 0 && calendar->count >= CALENDAR_MOST) {
		calendar->left_out++;
		return;
	}
	struct report_entry *entry =
		add_entry(calendar, &(struct report_entry){.series = series,
	                                                   .period = period,
	                                                   .due = due,
	                                                   .state = days > 0 ? REPORT_MISSING
	                                                                     : REPORT_NOT_YET_DUE,
	                                                   .days = days > 0 ? days : 0,
	                                                   .withdrawn = held.withdrawn});
	entry->drafted = series->draft_count != 0 &&
	                 bsearch(&period.last, expected->drafts, series->draft_count, sizeof(int),
	                         compare_months) != NULL;
}

/* Every period of the rhythm, until the next one that is due is known of every series. */
static void add_missing(struct reading_calendar *reading)
{
	struct calendar *calendar = reading->calendar;
	const struct rhythm *rhythm = &calendar->rhythm;
	struct period span = span_of(reading->plan);
	struct expected *all = expect(reading);
	bool over = !rhythm->known;
	int behind = (rhythm->first - span.first) % rhythm->months;
	int first = span.first + behind - (behind > 0 ? rhythm->months : 0);
	for (; first <= span.last && !over; first += rhythm->months) {
		struct period period = {first > span.first ? first : span.first,
		                        first + rhythm->months - 1};
		if (period.last > span.last)
			period.last = span.last;
		over = true;
		for (size_t i = 0; i <= reading->plan->count; i++) {
			add_expected(calendar, &all[i], period);
			over = over && all[i].over;
		}
	}
}

/* --- all of it --- */

static int compare_entries(const void *a, const void *b)
{
	const struct report_entry *first = a, *second = b;
	int order = period_compare(first->period, second->period);
	return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static void count_entries(struct calendar *calendar)
{
	bool plan_exempt = exempt_is_set(&calendar->plan->plan->common.exempt);
	for (size_t i = 0; i < calendar->count; i++) {
		struct report_entry *entry = &calendar->entries[i];
		const struct workstream *declared = entry->series->declared;
		if (plan_exempt || entry->series->kept_back ||
		    (declared != NULL && exempt_is_set(&declared->exempt)))
			entry->exempt = true;
		calendar->states[entry->state]++;
		calendar->unsigned_count += report_unsigned(entry) ? 1 : 0;
	}
	calendar->states[REPORT_MISSING] += calendar->left_out;
}

int calendar_read(const struct record *record, const struct plan_record *plan, struct date today,
                  struct calendar *calendar, struct error *error)
{
	struct reading_calendar reading = {calendar, record, plan, NULL, error};
	*calendar = (struct calendar){.plan = plan, .today = today, .rhythm = read_rhythm(plan)};
	if (add_reported(&reading) < 0)
		return -1;
	add_missing(&reading);
	if (calendar->count != 0)
		qsort(calendar->entries, calendar->count, sizeof(*calendar->entries),
		      compare_entries);
	count_entries(calendar);
	return 0;
}

void calendar_release(struct calendar *calendar)
{
	arena_release(&calendar->arena);
	*calendar = (struct calendar){0};
}
