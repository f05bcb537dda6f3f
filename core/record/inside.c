/*
 * What the commits inside a landing did before its merge: periods that moved on there,
 * and who set a rating.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/building.h"

/* True when the link has a document that begins to speak of a later period. */
static int is_moving_on(struct builder *builder, const struct lineage_link *link,
                        const struct key *key, bool *moving, struct error *error)
{
	*moving = false;
	for (uint32_t i = 0; i < link->change_count && !*moving; i++) {
		struct side side, other;
		bool held;
		if (side_of(builder, link, &builder->lineage->changes[link->changes + i], true,
		            &side, error) < 0)
			return -1;
		if (side.reading == NULL || side.slot->plan != key->plan ||
		    side.reading->workstream != key->workstream ||
		    period_compare(side.reading->period, key->period) <= 0)
			continue;
		struct key later = {key->plan, key->workstream, side.reading->period};
		if (side_find(builder, link, false, &later, false, &other, &held, error) < 0)
			return -1;
		*moving = !held;
	}
	return 0;
}

/* The departures along one link. */
static int find_departures(struct builder *builder, uint32_t after, const struct lineage_link *link,
                           struct departures *departures, struct error *error)
{
	for (uint32_t i = 0; i < link->change_count; i++) {
		struct side side, other;
		bool still;
		if (side_of(builder, link, &builder->lineage->changes[link->changes + i], false,
		            &side, error) < 0)
			return -1;
		if (side.reading == NULL || side.reading->draft)
			continue;
		struct departure departure = {
			.key = {side.slot->plan, side.reading->workstream, side.reading->period},
			.commit = link->parent,
			.after = after,
			.slot = side.slot,
			.blob = side.blob,
			.reading = side.reading,
		};
		if (side_find(builder, link, true, &departure.key, false, &other, &still, error) <
		    0)
			return -1;
		if (still)
			continue;
		if (is_moving_on(builder, link, &departure.key, &departure.moved_on, error) < 0)
			return -1;
		departures->items = mem_grow(departures->items, departures->count,
		                             &departures->room, sizeof(*departures->items));
		departures->items[departures->count++] = departure;
	}
	return 0;
}

static int compare_keys(const struct key *a, const struct key *b)
{
	if (a->plan != b->plan)
		return strcmp(a->plan->id, b->plan->id);
	int order = strcmp(a->workstream == NULL ? "" : a->workstream,
	                   b->workstream == NULL ? "" : b->workstream);
	return order != 0 ? order : period_compare(a->period, b->period);
}

/* By key; of one key the last commit first, and moving on before taking away. */
static int compare_departures(const void *a, const void *b)
{
	const struct departure *first = a, *second = b;
	int order = compare_keys(&first->key, &second->key);
	if (order != 0)
		return order;
	if (first->commit != second->commit)
		return first->commit < second->commit ? 1 : -1;
	return (int)second->moved_on - (int)first->moved_on;
}

/* Marks the commits of this landing that lead to COMMIT, and are not before LOWEST. */
static void mark_ancestors(const struct lineage *lineage, uint32_t commit, uint32_t lowest,
                           unsigned char *marks)
{
	/* Parents have smaller numbers, so one pass downwards sees each after its children. */
	marks[commit - lowest] = 1;
	for (uint32_t at = commit + 1; at-- > lowest;) {
		const struct lineage_row *row = &lineage->rows[at];
		if (marks[at - lowest] == 0)
			continue;
		for (uint32_t i = 0; i < row->link_count; i++) {
			uint32_t parent = lineage->links[row->links + i].parent;
			if (parent != LINEAGE_NONE && parent >= lowest)
				marks[parent - lowest] = 1;
		}
	}
}

/* Marks as beaten what a later departure of the same key has behind it. */
static void beat(const struct lineage *lineage, struct departure *items, size_t count)
{
	if (count < 2)
		return;
	uint32_t lowest = items[count - 1].commit;
	unsigned char *marks = mem_new(items[0].commit - lowest + 1, 1);
	for (size_t i = 0; i < count; i++) {
		bool twice = i > 0 && items[i].commit == items[i - 1].commit;
		items[i].beaten = twice || marks[items[i].commit - lowest] != 0;
		if (!items[i].beaten)
			mark_ancestors(lineage, items[i].commit, lowest, marks);
	}
	free(marks);
}

/* True when the landing's tree speaks of a later period of the workstream. */
static bool speaks_later(const struct key *key)
{
	for (size_t i = 0; i < key->plan->slot_count; i++) {
		const struct reading *reading = key->plan->slots[i]->reading;
		if (reading != NULL && reading->workstream == key->workstream &&
		    period_compare(reading->period, key->period) > 0)
			return true;
	}
	return false;
}

/* It moved on inside the landing: what was left there is not withdrawn. */
static void note_moved(struct builder *builder, const struct departure *departure)
{
	for (size_t i = 0; i < builder->left_count; i++)
		if (builder->left[i].slot->plan == departure->key.plan &&
		    same_key(builder->left[i].reading, departure->reading))
			builder->left[i].moved_on = true;
}

/* Lands the period of these departures from inside, if it moved on there. */
static int land_from_inside(struct builder *builder, struct departure *items, size_t count,
                            struct error *error)
{
	const struct key *key = &items[0].key;
	const struct scale *scale = key->plan->scale;
	const struct departure *chosen = NULL;
	if (builder_in_tree(builder, key) || !speaks_later(key))
		return 0;
	beat(builder->lineage, items, count);
	for (size_t i = 0; i < count; i++) {
		if (items[i].beaten || !items[i].moved_on)
			continue;
		if (chosen != NULL &&
		    !same_rating(scale, chosen->reading->rag, items[i].reading->rag)) {
			builder_conflict(builder, key, "none of them landed");
			return 0;
		}
		if (chosen == NULL)
			chosen = &items[i];
	}
	if (chosen == NULL)
		return 0;
	note_moved(builder, chosen);
	struct series_build *build = builder_series(builder, key->plan, key->workstream, true);
	struct version *version =
		builder_land(builder, build, chosen->slot, chosen->blob, chosen->reading);
	if (version == NULL || version->rated != version)
		return 0;
	return builder_rater(builder, key, version, chosen->commit, error);
}

/* Calls for each run of departures of one key. */
static int land_all(struct builder *builder, struct departures *departures, struct error *error)
{
	int result = 0;
	if (departures->count != 0)
		qsort(departures->items, departures->count, sizeof(*departures->items),
		      compare_departures);
	for (size_t from = 0, to; from < departures->count && result == 0; from = to) {
		to = from + 1;
		while (to < departures->count &&
		       compare_keys(&departures->items[from].key, &departures->items[to].key) == 0)
			to++;
		result = land_from_inside(builder, departures->items + from, to - from, error);
	}
	return result;
}

int builder_inside(struct builder *builder, struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	uint32_t first = lineage_first(lineage, builder->number);
	uint32_t tip = lineage->landings[builder->number];
	struct departures departures = {NULL, 0, 0}, inner = {NULL, 0, 0};
	int result = 0;
	for (uint32_t at = first; at <= tip && result == 0; at++)
		for (uint32_t i = 0; i < lineage->rows[at].link_count && result == 0; i++) {
			const struct lineage_link *link =
				&lineage->links[lineage->rows[at].links + i];
			bool inside = link->parent != LINEAGE_NONE && link->parent >= first;
			if (inside || at == tip)
				result = find_departures(builder, at, link,
				                         inside ? &inner : &departures, error);
		}
	for (size_t i = 0; i < inner.count; i++) {
		departures.items = mem_grow(departures.items, departures.count, &departures.room,
		                            sizeof(*departures.items));
		departures.items[departures.count++] = inner.items[i];
	}
	if (result == 0)
		result = land_all(builder, &inner, error);
	if (result == 0)
		result = builder_conflicts(builder, &departures, error);
	free(departures.items);
	free(inner.items);
	return result;
}

/*
 * Whether PARENT, inside the landing, gives the key the same rating. Where the link
 * changes no document about it, it does.
 */
static int has_rating(struct builder *builder, const struct lineage_link *link,
                      const struct key *key, const struct version *version, bool *has,
                      struct error *error)
{
	struct side before, after;
	bool was, is;
	if (side_find(builder, link, true, key, false, &after, &is, error) < 0 ||
	    side_find(builder, link, false, key, false, &before, &was, error) < 0)
		return -1;
	*has = !is ||
	       (was && same_rating(version->scale, before.reading->rag, version->reading->rag));
	return 0;
}

/* Whether a parent from before the landing gave the key the rating that COMMIT has. */
static int is_brought_back(struct builder *builder, const struct key *key,
                           const struct version *version, uint32_t commit, bool *brought,
                           struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	const struct lineage_row *row = &lineage->rows[commit];
	*brought = false;
	for (uint32_t i = 0; i < row->link_count && !*brought; i++) {
		const struct lineage_link *link = &lineage->links[row->links + i];
		if (link->parent != LINEAGE_NONE &&
		    has_rating(builder, link, key, version, brought, error) < 0)
			return -1;
	}
	return 0;
}

int builder_remover(struct builder *builder, const struct key *key, const struct landing **by,
                    struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	uint32_t first = lineage_first(lineage, builder->number);
	uint32_t at = lineage->landings[builder->number], next = at;
	while (next != LINEAGE_NONE) {
		const struct lineage_row *row = &lineage->rows[at = next];
		next = LINEAGE_NONE;
		for (uint32_t i = 0; i < row->link_count && next == LINEAGE_NONE; i++) {
			const struct lineage_link *link = &lineage->links[row->links + i];
			struct side side;
			bool held;
			if (link->parent == LINEAGE_NONE || link->parent < first)
				continue;
			if (side_find(builder, link, false, key, false, &side, &held, error) < 0)
				return -1;
			if (!held)
				next = link->parent;
		}
	}
	*by = &lineage->commits[at];
	return 0;
}

int builder_rater(struct builder *builder, const struct key *key, struct version *version,
                  uint32_t from, struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	uint32_t first = lineage_first(lineage, builder->number), at = from, next = from;
	while (next != LINEAGE_NONE) {
		const struct lineage_row *row = &lineage->rows[at = next];
		next = LINEAGE_NONE;
		for (uint32_t i = 0; i < row->link_count && next == LINEAGE_NONE; i++) {
			const struct lineage_link *link = &lineage->links[row->links + i];
			bool has;
			if (link->parent == LINEAGE_NONE || link->parent < first)
				continue;
			if (has_rating(builder, link, key, version, &has, error) < 0)
				return -1;
			if (has)
				next = link->parent;
		}
	}
	version->rater = &lineage->commits[at];
	return at == lineage->landings[builder->number]
	               ? 0
	               : is_brought_back(builder, key, version, at, &version->brought_back, error);
}
