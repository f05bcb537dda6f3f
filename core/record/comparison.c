#include "record/comparison.h"

#include <string.h>

#include "base/map.h"
#include "record/trend.h"

const char *outcome_id(enum outcome outcome)
{
	static const char *const ids[OUTCOME_COUNT] = {
		"improved",  "steady",   "declined",  "not-compared", "new",
		"unchanged", "re-rated", "withdrawn", "not-rated",
	};
	return ids[outcome];
}

/* The latest period on record; NULL where there is none, or no series. */
static const struct standing *latest(const struct series *series)
{
	for (size_t i = series == NULL ? 0 : series->count; i-- > 0;)
		if (standing_holds(&series->standings[i]))
			return &series->standings[i];
	return NULL;
}

static const struct standing *of_period(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return &series->standings[i];
	return NULL;
}

static bool same_rating(const struct version *a, const struct version *b)
{
	if (strcmp(a->reading->rag, b->reading->rag) == 0)
		return true;
	return a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale);
}

static enum outcome outcome_of(const struct standing *before, const struct standing *now)
{
	if (before == NULL)
		return now == NULL ? OUTCOME_NONE : OUTCOME_NEW;
	int order = now == NULL ? -1 : period_compare(now->period, before->period);
	if (order < 0)
		return OUTCOME_WITHDRAWN;
	const struct version *old = standing_version(before), *new = standing_version(now);
	if (order == 0)
		return same_rating(old, new) ? OUTCOME_UNCHANGED : OUTCOME_RERATED;
	switch (change_of_rating(old, new)) {
	case CHANGE_IMPROVED:
		return OUTCOME_IMPROVED;
	case CHANGE_DECLINED:
		return OUTCOME_DECLINED;
	case CHANGE_STEADY:
		return OUTCOME_STEADY;
	default:
		return OUTCOME_NOT_COMPARED;
	}
}

/* Ratings on record then that are others now, or none. */
static void compare_past(struct changes *changes, const struct series *before,
                         const struct series *now)
{
	for (size_t i = 0; i < before->count; i++) {
		const struct standing *old = &before->standings[i];
		if (!standing_holds(old))
			continue;
		const struct standing *standing = now == NULL ? NULL : of_period(now, old->period);
		const struct version *version = standing_version(old);
		if (standing == NULL || !standing_holds(standing)) {
			changes_add(changes, CHANGE_WITHDRAWN, old->period)->from =
				version_label(version);
		} else if (!same_rating(version, standing_version(standing))) {
			changes_rerating(changes, version, standing_version(standing));
			struct difference *change = &changes->items[changes->count - 1];
			const struct reading *rated = standing_version(standing)->rated->reading;
			change->reason = rated->correction;
			change->by = rated->raised_by;
		}
	}
}

/* Milestones and risks, report by report. */
static void follow_lists(struct changes *changes, const struct standing *before,
                         const struct series *now)
{
	const struct reading *reading = before == NULL ? NULL : standing_version(before)->reading;
	for (size_t i = 0; i < now->count; i++) {
		const struct standing *standing = &now->standings[i];
		if (!standing_holds(standing) ||
		    (before != NULL && period_compare(standing->period, before->period) < 0))
			continue;
		const struct reading *next = standing_version(standing)->reading;
		changes_lists(changes, reading, next);
		reading = next;
	}
}

/* One move of a due date from end to end, and one word of what was carried over again. */
static void fold(struct changes *changes, size_t first)
{
	struct map moves = MAP_INIT, carried = MAP_INIT;
	size_t kept = first;
	for (size_t i = first; i < changes->count; i++) {
		struct difference *change = &changes->items[i];
		const char *key = change->id != NULL ? change->id : change->title;
		struct map *seen = change->kind == CHANGE_DUE       ? &moves
		                   : change->kind == CHANGE_CARRIED ? &carried
		                                                    : NULL;
		struct difference *last = seen == NULL ? NULL : map_get(seen, key);
		if (last == NULL) {
			changes->items[kept] = *change;
			if (seen != NULL)
				map_set(seen, key, &changes->items[kept]);
			kept++;
			continue;
		}
		struct date from = last->before;
		*last = *change;
		last->before = from;
		if (change->kind == CHANGE_DUE)
			last->days = date_days(last->after) - date_days(from);
	}
	changes->count = kept;
	map_release(&moves);
	map_release(&carried);
	for (size_t i = kept = first; i < changes->count; i++)
		if (changes->items[i].kind != CHANGE_DUE || changes->items[i].days != 0)
			changes->items[kept++] = changes->items[i];
	changes->count = kept;
}

static void compare_series(struct comparison *comparison, const struct series *before,
                           const struct series *now, struct comparison_row *row)
{
	struct changes changes = {.arena = &comparison->arena};
	const struct standing *old = latest(before), *new = latest(now);
	row->series = now != NULL ? now : before;
	row->outcome = outcome_of(old, new);
	row->before = old == NULL ? NULL : standing_version(old);
	row->now = new == NULL ? NULL : standing_version(new);
	if (before != NULL)
		compare_past(&changes, before, now);
	if (old != NULL && new != NULL && row->outcome != OUTCOME_WITHDRAWN)
		changes_facts(&changes, row->before->reading, row->now->reading);
	size_t first = changes.count;
	if (now != NULL && new != NULL)
		follow_lists(&changes, old, now);
	fold(&changes, first);
	row->changes = changes.items;
	row->count = changes.count;
}

static const struct series *find_series(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; plan != NULL && i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return &plan->workstreams[i];
	return NULL;
}

static void count_row(struct comparison *comparison, const struct comparison_row *row)
{
	comparison->outcomes[row->outcome]++;
	comparison->missing += row->missing ? 1 : 0;
	for (size_t i = 0; i < row->count; i++) {
		comparison->changes[row->changes[i].kind]++;
		if (row->changes[i].kind == CHANGE_FORECAST && row->changes[i].days > 0)
			comparison->later++;
		else if (row->changes[i].kind == CHANGE_FORECAST)
			comparison->earlier++;
	}
}

/* The workstreams without a report for the plan's latest period. */
static void mark_missing(struct comparison *comparison, struct comparison_plan *plan)
{
	struct trend trend;
	trend_read(plan->now, &trend);
	if (trend_period(&trend) != NULL) {
		struct period *period = arena_new(&comparison->arena, sizeof(*period));
		*period = *trend_period(&trend);
		plan->period = period;
	}
	for (size_t i = 0; i < trend.count && plan->period != NULL; i++)
		if (trend.rows[i].current == NULL)
			for (size_t j = 0; j < plan->count; j++)
				if (plan->rows[j].series == trend.rows[i].series)
					plan->rows[j].missing = true;
	trend_release(&trend);
}

static void compare_plan(struct comparison *comparison, struct comparison_plan *plan)
{
	const struct plan_record *before = plan->before, *now = plan->now;
	size_t most = (now != NULL ? now->count : 0) + (before != NULL ? before->count : 0);
	plan->rows = arena_new(&comparison->arena, most * sizeof(*plan->rows));
	for (size_t i = 0; now != NULL && i < now->count; i++) {
		const struct series *series = &now->workstreams[i];
		const struct series *old = find_series(before, series->id);
		struct comparison_row *row = &plan->rows[plan->count++];
		compare_series(comparison, old, series, row);
		bool listed = old != NULL && old->declared != NULL;
		row->added = before != NULL && series->declared != NULL && !listed;
		row->removed = series->declared == NULL && listed;
	}
	for (size_t i = 0; before != NULL && i < before->count; i++) {
		const struct series *series = &before->workstreams[i];
		if (find_series(now, series->id) != NULL)
			continue;
		struct comparison_row *row = &plan->rows[plan->count++];
		compare_series(comparison, series, NULL, row);
		row->removed = now != NULL && series->declared != NULL;
	}
	compare_series(comparison, before != NULL ? &before->programme : NULL,
	               now != NULL ? &now->programme : NULL, &plan->programme);
	if (now != NULL)
		mark_missing(comparison, plan);
	for (size_t i = 0; i < plan->count; i++)
		count_row(comparison, &plan->rows[i]);
}

void comparison_read(const struct record *before, const struct record *now, const char *plan,
                     struct comparison *comparison)
{
	*comparison = (struct comparison){.before = before, .now = now};
	comparison->plans = arena_new(&comparison->arena,
	                              (before->count + now->count) * sizeof(*comparison->plans));
	for (size_t i = 0, j = 0; i < before->count || j < now->count;) {
		int order = i == before->count ? 1
		            : j == now->count  ? -1
		                               : strcmp(before->plans[i].id, now->plans[j].id);
		struct comparison_plan both = {NULL, NULL, NULL, NULL, 0, {0}};
		const char *id = NULL;
		if (order <= 0) {
			both.before = &before->plans[i++];
			id = both.before->id;
		}
		if (order >= 0) {
			both.now = &now->plans[j++];
			id = both.now->id;
		}
		if (plan != NULL && strcmp(plan, id) != 0)
			continue;
		comparison->plans[comparison->count] = both;
		compare_plan(comparison, &comparison->plans[comparison->count++]);
	}
}

void comparison_release(struct comparison *comparison)
{
	arena_release(&comparison->arena);
	*comparison = (struct comparison){0};
}

/* "none declined", "2 improved", ", " between them. */
static void add_count(struct buf *text, const char *between, size_t count, const char *words)
{
	if (count == 0)
		buf_printf(text, "%snone %s", between, words);
	else
		buf_printf(text, "%s%zu %s", between, count, words);
}

void comparison_sentence(const struct comparison *comparison, struct buf *text)
{
	const size_t *outcomes = comparison->outcomes, *changes = comparison->changes;
	const struct {
		size_t count;
		const char *one, *several;
	} parts[] = {
		{outcomes[OUTCOME_NEW], "rated for the first time", NULL},
		{outcomes[OUTCOME_NOT_COMPARED], "not compared", NULL},
		{outcomes[OUTCOME_UNCHANGED], "with no report since", NULL},
		{comparison->missing, "without a report for the latest period", NULL},
		{changes[CHANGE_RERATED], "rating of the past changed",
	         "ratings of the past changed"},
		{changes[CHANGE_WITHDRAWN], "rating withdrawn", "ratings withdrawn"},
		{changes[CHANGE_AGREED], "agreed date moved", "agreed dates moved"},
		{comparison->later, "forecast later", "forecasts later"},
		{comparison->earlier, "forecast earlier", "forecasts earlier"},
		{changes[CHANGE_DELIVERED], "milestone delivered", "milestones delivered"},
		{changes[CHANGE_MISSED], "milestone missed", "milestones missed"},
		{changes[CHANGE_DROPPED], "milestone dropped", "milestones dropped"},
		{changes[CHANGE_CARRIED], "milestone carried over", "milestones carried over"},
		{changes[CHANGE_GONE], "milestone gone unfinished", "milestones gone unfinished"},
		{changes[CHANGE_RISK_OPENED], "new risk", "new risks"},
		{changes[CHANGE_RISK_CLOSED], "risk closed", "risks closed"},
		{changes[CHANGE_RISK_GONE], "risk gone unclosed", "risks gone unclosed"},
	};
	add_count(text, "", outcomes[OUTCOME_IMPROVED], "improved");
	add_count(text, ", ", outcomes[OUTCOME_STEADY], "steady");
	add_count(text, ", ", outcomes[OUTCOME_DECLINED], "declined");
	const char *between = "; ";
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i].count == 0)
			continue;
		bool one = parts[i].count == 1 || parts[i].several == NULL;
		buf_printf(text, "%s%zu %s", between, parts[i].count,
		           one ? parts[i].one : parts[i].several);
		between = ", ";
	}
}
