#include "record/entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* In the order in which an entry tells them. */
enum point_type { POINT_VERSION, POINT_WITHDRAWN, POINT_DRAFT };

/* Something that happened to a period of a workstream in a landing. */
struct point {
	const struct landing *landing;
	size_t subject, index; /* of the version or the draft */
	struct period period;
	const struct standing *standing; /* NULL for a draft */
	enum point_type type;
};

struct points {
	struct point *items;
	size_t count, room;
};

static void add_point(struct points *points, struct point point)
{
	points->items =
		mem_grow(points->items, points->count, &points->room, sizeof(*points->items));
	points->items[points->count++] = point;
}

static void gather(struct points *points, const struct series *series, size_t subject)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		struct point point = {NULL, subject, 0, standing->period, standing, POINT_VERSION};
		for (point.index = 0; point.index < standing->count; point.index++) {
			point.landing = standing->versions[point.index]->landing;
			add_point(points, point);
		}
		point.type = POINT_WITHDRAWN;
		for (point.index = 0; point.index < standing->withdrawal_count; point.index++) {
			point.landing = standing->withdrawals[point.index].landing;
			add_point(points, point);
		}
	}
	for (size_t i = 0; i < series->draft_count; i++)
		add_point(points,
		          (struct point){series->drafts[i].landing, subject, i,
		                         series->drafts[i].reading->period, NULL, POINT_DRAFT});
}

/* Less than 0 where A's entry comes first; 0 where both belong to one entry. */
static int compare_entries(const struct point *a, const struct point *b)
{
	if (a->landing->number != b->landing->number)
		return a->landing->number > b->landing->number ? -1 : 1;
	if (a->subject != b->subject)
		return a->subject < b->subject ? -1 : 1;
	return period_compare(a->period, b->period);
}

static int compare_points(const void *first, const void *second)
{
	const struct point *a = first, *b = second;
	int order = compare_entries(a, b);
	if (order != 0)
		return order;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index ? 1 : 0;
}

const struct version *version_before(const struct series *series, const struct standing *standing,
                                     size_t number)
{
	for (size_t i = (size_t)(standing - series->standings); i-- > 0;) {
		const struct version *version = standing_at(&series->standings[i], number);
		if (version != NULL)
			return version;
	}
	return NULL;
}

/* True when the period was off the record until this version brought it back. */
static bool is_return(const struct standing *standing, size_t index)
{
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == index)
			return true;
	return false;
}

static void compare_version(struct changes *changes, const struct series *series,
                            const struct point *point, struct entry *entry)
{
	const struct version *version = point->standing->versions[point->index];
	const struct reading *before = NULL;
	entry->version = version;
	entry->before = point->index > 0
	                        ? point->standing->versions[point->index - 1]
	                        : version_before(series, point->standing, point->landing->number);
	if (entry->before != NULL)
		before = entry->before->reading;
	if (point->index == 0)
		changes_rating(changes, entry->before, version);
	else if (is_return(point->standing, point->index))
		changes_add(changes, CHANGE_RETURNED, point->period)->to = version_label(version);
	if (version->rerating)
		changes_rerating(changes, entry->before, version);
	if (before != NULL)
		changes_facts(changes, before, version->reading);
	changes_lists(changes, before, version->reading);
}

/* A draft that says the same as the draft before it is not told again. */
static void add_draft(struct changes *changes, const struct draft *draft)
{
	enum change_kind kind = draft->reading->draft ? CHANGE_DRAFT : CHANGE_BEFORE_LANDING;
	const char *label = draft_label(draft);
	const struct difference *last =
		changes->count == 0 ? NULL : &changes->items[changes->count - 1];
	if (last != NULL && last->kind == kind && strcmp(last->to, label) == 0)
		return;
	struct difference *change = changes_add(changes, kind, draft->reading->period);
	change->to = label;
	change->rater = draft->commit;
}

static void add_change(struct changes *changes, const struct series *series,
                       const struct point *point, struct entry *entry)
{
	switch (point->type) {
	case POINT_VERSION:
		compare_version(changes, series, point, entry);
		break;
	case POINT_WITHDRAWN: {
		size_t before = point->standing->withdrawals[point->index].before;
		struct difference *change = changes_add(changes, CHANGE_WITHDRAWN, point->period);
		entry->before = before == 0 ? NULL : point->standing->versions[before - 1];
		change->from = before == 0 ? NULL : version_label(entry->before);
		break;
	}
	case POINT_DRAFT:
		add_draft(changes, &series->drafts[point->index]);
		break;
	}
}

/* Makes the entry of the points from FIRST up to END; returns false where there is none. */
static bool add_entry(struct entries *entries, const struct subjects *subjects,
                      const struct point *first, const struct point *end)
{
	struct changes changes = {.arena = &entries->arena};
	struct entry entry = {
		.landing = first->landing,
		.subject = subjects->items[first->subject],
		.period = first->period,
	};
	for (const struct point *point = first; point < end; point++)
		add_change(&changes, entry.subject.series, point, &entry);
	if (changes.count == 0)
		return false;
	entry.changes = changes.items;
	entry.count = changes.count;
	entries->items = arena_grow(&entries->arena, entries->items, entries->count, &entries->room,
	                            sizeof(*entries->items));
	entries->items[entries->count++] = entry;
	return true;
}

void entries_read(const struct subjects *subjects, size_t most, struct entries *entries)
{
	struct points points = {NULL, 0, 0};
	const struct landing *told = NULL;
	size_t landings = 0;
	*entries = (struct entries){0};
	for (size_t i = 0; i < subjects->count; i++)
		gather(&points, subjects->items[i].series, i);
	if (points.count != 0)
		qsort(points.items, points.count, sizeof(*points.items), compare_points);
	for (size_t i = 0, end; i < points.count; i = end) {
		const struct point *first = &points.items[i];
		for (end = i + 1;
		     end < points.count && compare_entries(first, &points.items[end]) == 0; end++)
			;
		bool another = told == NULL || told->number != first->landing->number;
		if (another && most != 0 && landings == most)
			break;
		if (!add_entry(entries, subjects, first, &points.items[end]))
			continue;
		landings += another ? 1 : 0;
		told = first->landing;
	}
	free(points.items);
}

void entries_release(struct entries *entries)
{
	arena_release(&entries->arena);
	*entries = (struct entries){0};
}
