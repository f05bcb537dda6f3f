#include "record/ledger.h"

#include <stdlib.h>

#include "base/mem.h"

bool reading_slip(const struct reading *reading, int *days)
{
	if (reading->agreed.year == 0 || reading->forecast.year == 0)
		return false;
	*days = date_days(reading->forecast) - date_days(reading->agreed);
	return true;
}

static int compare_versions(const void *first, const void *second)
{
	const struct version *a = *(const struct version *const *)first;
	const struct version *b = *(const struct version *const *)second;
	if (a->landing->number != b->landing->number)
		return a->landing->number < b->landing->number ? -1 : 1;
	return period_compare(a->reading->period, b->reading->period);
}

/* All versions of the series as they landed, less what was withdrawn. Free with free(). */
static const struct version **versions_of(const struct series *series, size_t *count)
{
	const struct version **versions;
	*count = 0;
	for (size_t i = 0; i < series->count; i++)
		*count += series->standings[i].count;
	versions = mem_new(*count + 1, sizeof(*versions));
	*count = 0;
	for (size_t i = 0; i < series->count; i++)
		for (size_t j = 0;
		     standing_holds(&series->standings[i]) && j < series->standings[i].count; j++)
			versions[(*count)++] = series->standings[i].versions[j];
	if (*count != 0)
		qsort(versions, *count, sizeof(*versions), compare_versions);
	return versions;
}

static void add_date(struct arena *arena, struct ledger_dates *dates, struct date date,
                     const struct version *version)
{
	struct ledger_move move = {.to = date, .version = version};
	if (date.year == 0)
		return;
	if (dates->count != 0) {
		move.from = dates->moves[dates->count - 1].to;
		move.days = date_days(date) - date_days(move.from);
		move.total = date_days(date) - date_days(dates->moves[0].to);
		if (move.days == 0)
			return;
	}
	dates->moves =
		arena_grow(arena, dates->moves, dates->count, &dates->room, sizeof(*dates->moves));
	dates->moves[dates->count++] = move;
}

static void read_dates(const struct series *series, struct ledger *ledger)
{
	size_t count;
	const struct version **versions = versions_of(series, &count);
	const struct version *latest = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct reading *reading = versions[i]->reading;
		if (latest != NULL && period_compare(reading->period, latest->reading->period) < 0)
			continue;
		latest = versions[i];
		add_date(&ledger->arena, &ledger->agreed, reading->agreed, versions[i]);
		add_date(&ledger->arena, &ledger->forecast, reading->forecast, versions[i]);
	}
	free(versions);
	ledger->slips = ledger->agreed.count != 0 && ledger->forecast.count != 0;
	if (ledger->slips)
		ledger->slip = date_days(ledger->forecast.moves[ledger->forecast.count - 1].to) -
		               date_days(ledger->agreed.moves[0].to);
}

static void add_point(struct ledger *ledger, struct map *by_key, const struct version *version,
                      const struct milestone_line *line)
{
	size_t number = (size_t)(uintptr_t)map_get(by_key, line->key);
	if (number == 0) {
		ledger->milestones = arena_grow(&ledger->arena, ledger->milestones, ledger->count,
		                                &ledger->room, sizeof(*ledger->milestones));
		ledger->milestones[ledger->count++] =
			(struct ledger_milestone){.key = line->key, .id = line->id};
		number = ledger->count;
		map_set(by_key, line->key, (void *)(uintptr_t)number);
	}
	struct ledger_milestone *milestone = &ledger->milestones[number - 1];
	if (line->title != NULL)
		milestone->title = line->title;
	milestone->points = arena_grow(&ledger->arena, milestone->points, milestone->count,
	                               &milestone->room, sizeof(*milestone->points));
	milestone->points[milestone->count++] = (struct ledger_point){version, *line};
}

void ledger_read(const struct series *series, struct ledger *ledger)
{
	struct map by_key = MAP_INIT;
	*ledger = (struct ledger){0};
	read_dates(series, ledger);
	for (size_t i = 0; i < series->count; i++) {
		if (!standing_holds(&series->standings[i]))
			continue;
		const struct version *version = standing_version(&series->standings[i]);
		struct milestone_lines lines = milestone_lines(version->reading, &ledger->arena);
		for (size_t j = 0; j < lines.count; j++)
			add_point(ledger, &by_key, version, &lines.items[j]);
		milestone_lines_release(&lines);
	}
	map_release(&by_key);
}

void ledger_release(struct ledger *ledger)
{
	arena_release(&ledger->arena);
	*ledger = (struct ledger){0};
}

/* The version that landed first of all that holds, or NULL. */
static const struct version *first_of(const struct series *series)
{
	const struct version *first = NULL;
	for (size_t i = 0; i < series->count; i++) {
		const struct version *version = series->standings[i].versions[0];
		if (standing_holds(&series->standings[i]) &&
		    (first == NULL || version->landing->number < first->landing->number))
			first = version;
	}
	return first;
}

/* The forecast given last for the latest period that holds, or no date. */
static struct date last_forecast(const struct series *series)
{
	size_t at = series->count - 1;
	while (at > 0 && !standing_holds(&series->standings[at]))
		at--;
	const struct standing *latest = &series->standings[at];
	for (size_t i = latest->count; i-- > 0;)
		if (latest->versions[i]->reading->forecast.year != 0)
			return latest->versions[i]->reading->forecast;
	return (struct date){0};
}

bool ledger_slip(const struct series *series, int *days)
{
	const struct version *first = first_of(series);
	if (first == NULL)
		return false;
	struct date agreed = first->reading->agreed, forecast = last_forecast(series);
	if (agreed.year != 0 && forecast.year != 0) {
		*days = date_days(forecast) - date_days(agreed);
		return true;
	}
	struct ledger ledger;
	ledger_read(series, &ledger);
	bool slips = ledger.slips;
	*days = ledger.slip;
	ledger_release(&ledger);
	return slips;
}
