#include "record/recommendations.h"

#include <stdint.h>
#include <string.h>

#include "base/map.h"

/* What is being read; places in the maps are numbers, plus 1. */
struct reading_run {
	const struct actions *actions;
	struct recommendations all;
	struct map places, groups;
	struct arena *arena;
};

static size_t place_in(const struct map *map, const struct value *id)
{
	uintptr_t place = id->text == NULL ? 0 : (uintptr_t)map_get(map, id->text);
	return place == 0 ? RECOMMENDATION_NONE : place - 1;
}

/* Where an id is given twice the first one has it. */
static void set_place(struct map *map, const struct value *id, size_t place)
{
	if (id->text != NULL && place_in(map, id) == RECOMMENDATION_NONE)
		map_set(map, id->text, (void *)(uintptr_t)(place + 1));
}

static void list_recommendations(struct reading_run *run)
{
	const struct list *list = &run->actions->recommendations;
	const struct recommendation *rows = LIST_OF(struct recommendation, *list);
	run->all.count = list->count;
	run->all.items = arena_new(run->arena, (list->count + 1) * sizeof(*run->all.items));
	for (size_t i = 0; i < list->count; i++) {
		run->all.items[i].recommendation = &rows[i];
		set_place(&run->places, &rows[i].id, i);
	}
	for (size_t i = 0; i < list->count; i++) {
		size_t parent = place_in(&run->places, &rows[i].parent);
		run->all.items[i].parent = parent == i ? RECOMMENDATION_NONE : parent;
	}
}

/* An action names a recommendation once, however often it lists it. */
static void add_action(struct reading_run *run, const struct action *action)
{
	const struct value *ids = LIST_OF(struct value, action->addresses);
	for (size_t i = 0; i < action->addresses.count; i++) {
		size_t place = place_in(&run->places, &ids[i]);
		if (place == RECOMMENDATION_NONE)
			continue;
		struct recommended *item = &run->all.items[place];
		if (item->count != 0 && item->actions[item->count - 1] == action)
			continue;
		item->actions = arena_grow(run->arena, item->actions, item->count, &item->room,
		                           sizeof(const struct action *));
		item->actions[item->count++] = action;
	}
}

/*
 * What is a part of itself, by way of others, has no whole: the way up is cut where it
 * comes back. Each is walked once, so that long ways cost no more than they are long.
 */
static void cut_rounds(struct recommendations *all, struct arena *arena)
{
	size_t *walk = arena_new(arena, (all->count + 1) * sizeof(*walk)); /* 0: not yet */
	for (size_t i = 0; i < all->count; i++) {
		size_t at = i;
		while (walk[at] == 0) {
			walk[at] = i + 1;
			size_t parent = all->items[at].parent;
			if (parent == RECOMMENDATION_NONE)
				break;
			if (walk[parent] == i + 1) {
				all->items[at].parent = RECOMMENDATION_NONE;
				break;
			}
			at = parent;
		}
	}
}

/* What is answered above and below each that an action names. */
static void spread_answers(struct recommendations *all, struct arena *arena)
{
	enum { UNKNOWN, YES, NO };
	unsigned char *above = arena_new(arena, all->count + 1);
	size_t *way = arena_new(arena, (all->count + 1) * sizeof(*way));
	for (size_t i = 0; i < all->count; i++) {
		if (all->items[i].count == 0)
			continue;
		for (size_t at = i; at != RECOMMENDATION_NONE && !all->items[at].answered;
		     at = all->items[at].parent)
			all->items[at].answered = true;
	}
	/* Whether it or anything above it is named. */
	for (size_t i = 0; i < all->count; i++) {
		size_t length = 0, at = i;
		unsigned char found = UNKNOWN;
		for (; at != RECOMMENDATION_NONE && found == UNKNOWN; at = all->items[at].parent) {
			found = all->items[at].count != 0 ? (unsigned char)YES : above[at];
			way[length++] = at;
		}
		for (size_t j = 0; j < length; j++)
			above[way[j]] = found == YES ? (unsigned char)YES : (unsigned char)NO;
	}
	for (size_t i = 0; i < all->count; i++)
		all->items[i].answered = all->items[i].answered || above[i] == YES;
}

static void count_all(struct reading_run *run)
{
	const struct list *groups = &run->actions->groups;
	const struct recommendation_group *rows = LIST_OF(struct recommendation_group, *groups);
	struct recommendations *all = &run->all;
	all->count_count = groups->count + 1;
	all->counts = arena_new(run->arena, all->count_count * sizeof(*all->counts));
	struct recommendation_count *in_all = &all->counts[groups->count];
	in_all->stated = &run->actions->stated_recommendations;
	for (size_t i = 0; i < groups->count; i++) {
		all->counts[i].group = &rows[i];
		all->counts[i].stated = &rows[i].stated;
		set_place(&run->groups, &rows[i].id, i);
	}
	for (size_t i = 0; i < all->count; i++) {
		const struct recommended *item = &all->items[i];
		if (item->parent != RECOMMENDATION_NONE)
			continue;
		size_t group = place_in(&run->groups, &item->recommendation->group);
		in_all->listed++;
		in_all->answered += item->answered ? 1 : 0;
		if (group == RECOMMENDATION_NONE)
			continue;
		all->counts[group].listed++;
		all->counts[group].answered += item->answered ? 1 : 0;
	}
}

struct recommendations recommendations_read(const struct actions *actions, struct arena *arena)
{
	struct reading_run run = {.actions = actions, .arena = arena};
	list_recommendations(&run);
	for (size_t i = 0; i < actions->actions.count; i++)
		add_action(&run, &LIST_OF(struct action, actions->actions)[i]);
	cut_rounds(&run.all, arena);
	spread_answers(&run.all, arena);
	count_all(&run);
	map_release(&run.places);
	map_release(&run.groups);
	return run.all;
}

size_t recommendations_find(const struct recommendations *recommendations, const char *id)
{
	for (size_t i = 0; i < recommendations->count; i++) {
		const char *text = recommendations->items[i].recommendation->id.text;
		if (text != NULL && strcmp(text, id) == 0)
			return i;
	}
	return RECOMMENDATION_NONE;
}

bool action_is_open(const struct action *action)
{
	return !action->status.valid ||
	       (action->status.as.word != ACTION_DONE && action->status.as.word != ACTION_DROPPED);
}

bool action_is_overdue(const struct action *action, struct date day)
{
	return action_is_open(action) && action->due.valid &&
	       date_days(action->due.as.date) < date_days(day);
}
