#include "record/action_history.h"

#include <stdint.h>
#include <string.h>

#include "base/map.h"

const char *action_change_id(enum action_change_kind kind)
{
	static const char *const ids[] = {[ACTION_LISTED] = "listed",
	                                  [ACTION_UNLISTED] = "gone",
	                                  [ACTION_MOVED] = "status",
	                                  [ACTION_REDATED] = "due"};
	return ids[kind];
}

struct date record_day(const struct record *record)
{
	return date_from_time(landing_time(&record->tip));
}

/* What is known while versions go by. */
struct history_run {
	struct actions_history *history;
	struct map places; /* of actions by id, plus 1 */
	size_t room;
	struct arena *arena;
};

static int status_of(const struct action *action)
{
	return action->status.valid ? (int)action->status.as.word : ACTION_STATUS_UNKNOWN;
}

static struct date due_of(const struct action *action)
{
	return action->due.valid ? action->due.as.date : (struct date){0};
}

static void add_change(struct history_run *run, struct action_history *item,
                       const struct action_change *change)
{
	item->changes = arena_grow(run->arena, item->changes, item->count, &item->room,
	                           sizeof(*item->changes));
	item->changes[item->count++] = *change;
}

static size_t place_of(struct history_run *run, const struct action *action)
{
	struct actions_history *history = run->history;
	uintptr_t known = (uintptr_t)map_get(&run->places, action->id.text);
	if (known != 0)
		return known - 1;
	history->items = arena_grow(run->arena, history->items, history->count, &run->room,
	                            sizeof(*history->items));
	history->items[history->count] = (struct action_history){.id = action->id.text};
	map_set(&run->places, action->id.text, (void *)(uintptr_t)++history->count);
	return history->count - 1;
}

static void compare_due(struct history_run *run, struct action_history *item,
                        struct action_change change)
{
	bool moved = change.before.year != 0 && change.after.year != 0;
	change.kind = ACTION_REDATED;
	change.days = moved ? date_days(change.after) - date_days(change.before) : 0;
	if (change.days != 0 || (change.before.year == 0) != (change.after.year == 0))
		add_change(run, item, &change);
	item->slips += change.days > 0 ? 1 : 0;
}

/* Takes in one action of version NUMBER. */
static void take_action(struct history_run *run, const struct landing *landing,
                        const struct action *action, size_t number)
{
	if (action->id.text == NULL)
		return;
	size_t place = place_of(run, action); /* may move the items */
	struct action_history *item = &run->history->items[place];
	if (item->version == number + 1)
		return; /* an id given twice is the first one's */
	struct action_change change = {
		.landing = landing, .to = status_of(action), .after = due_of(action)};
	change.from = item->action == NULL ? ACTION_STATUS_UNKNOWN : status_of(item->action);
	if (item->action != NULL)
		change.before = due_of(item->action);
	if (!item->listed) {
		change.kind = ACTION_LISTED;
		add_change(run, item, &change);
	} else if (change.from != change.to) {
		change.kind = ACTION_MOVED;
		add_change(run, item, &change);
	}
	if (item->action != NULL)
		compare_due(run, item, change);
	item->version = number + 1;
	item->listed = true;
	item->action = action;
	if (item->first_due.year == 0)
		item->first_due = due_of(action);
	if (item->first_due.year != 0 && due_of(action).year != 0)
		item->slip_days = date_days(due_of(action)) - date_days(item->first_due);
}

/* Those of the version before that this one, NUMBER, does not list. */
static void take_away(struct history_run *run, const struct landing *landing,
                      const struct actions *before, size_t number)
{
	for (size_t i = 0; before != NULL && i < before->actions.count; i++) {
		const struct action *action = &LIST_OF(struct action, before->actions)[i];
		if (action->id.text == NULL)
			continue;
		size_t place = place_of(run, action);
		struct action_history *item = &run->history->items[place];
		if (item->version == number + 1 || !item->listed)
			continue;
		item->listed = false;
		add_change(run, item,
		           &(struct action_change){.kind = ACTION_UNLISTED,
		                                   .landing = landing,
		                                   .from = status_of(item->action),
		                                   .to = ACTION_STATUS_UNKNOWN,
		                                   .before = due_of(item->action)});
	}
}

static int month_of(struct date date)
{
	return date.year * 12 + date.month - 1;
}

/* The last day of the month. */
static struct date month_end(int month)
{
	struct date day = {month / 12, month % 12 + 1, 31};
	while (!date_exists(day.year, day.month, day.day) && day.day > 28)
		day.day--;
	return day;
}

/* Counts what the document, which may be NULL, lists on a day. */
static void count_actions(const struct actions *actions, struct date day,
                          struct action_month *month)
{
	for (size_t i = 0; actions != NULL && i < actions->actions.count; i++) {
		const struct action *action = &LIST_OF(struct action, actions->actions)[i];
		if (action_is_open(action))
			month->open++;
		else if (action->status.as.word == ACTION_DONE)
			month->done++;
		else
			month->dropped++;
		month->overdue += action_is_overdue(action, day) ? 1 : 0;
	}
}

/* Fills in the months from the last one told up to before END, with what stood in them. */
static void add_months(struct actions_history *history, size_t *room, const struct actions *actions,
                       int from, int end, struct arena *arena)
{
	for (int month = from; month < end; month++) {
		struct date last = month_end(month);
		struct action_month told = {.month = month};
		count_actions(actions,
		              date_days(last) < date_days(history->day) ? last : history->day,
		              &told);
		history->months = arena_grow(arena, history->months, history->month_count, room,
		                             sizeof(*history->months));
		history->months[history->month_count++] = told;
	}
}

static const struct actions *actions_of(const struct filed_version *version)
{
	return document_is_draft(version->document) ? NULL : version->document->actions;
}

/*
 * Month by month, in the order of landings: a landing dated before an earlier one counts in
 * that one's month.
 */
static void tell_months(struct actions_history *history, struct arena *arena)
{
	const struct filed *filed = history->filed;
	const struct actions *standing = NULL;
	size_t room = 0;
	int month = 0;
	for (size_t i = 0; i < filed->count; i++) {
		const struct actions *actions = actions_of(&filed->versions[i]);
		int landed = month_of(date_from_time(landing_time(filed->versions[i].landing)));
		if (actions == NULL)
			continue;
		if (standing != NULL && landed > month)
			add_months(history, &room, standing, month, landed, arena);
		month = standing == NULL || landed > month ? landed : month;
		standing = actions;
	}
	int end = month_of(history->day);
	if (filed->withdrawn != NULL) {
		int gone = month_of(date_from_time(landing_time(filed->withdrawn)));
		add_months(history, &room, standing, month, gone, arena);
		month = gone > month ? gone : month;
		standing = NULL;
	}
	add_months(history, &room, standing, month, end > month ? end + 1 : month + 1, arena);
	history->now.month = end;
	count_actions(standing, history->day, &history->now);
}

/* Sorts by where the document lists them; what it does not list keeps its order behind. */
static void sort_items(struct history_run *run)
{
	struct actions_history *history = run->history;
	const struct list *list = &history->actions->actions;
	struct action_history *sorted =
		arena_new(run->arena, (history->count + 1) * sizeof(*sorted));
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct action *action = &LIST_OF(struct action, *list)[i];
		size_t place = action->id.text == NULL ? 0 : place_of(run, action);
		if (action->id.text != NULL && history->items[place].action == action)
			sorted[count++] = history->items[place];
	}
	for (size_t i = 0; i < history->count; i++) {
		const struct action *action = history->items[i].action;
		const struct action *first = LIST_OF(struct action, *list);
		bool among = list->count != 0 && (uintptr_t)action >= (uintptr_t)first &&
		             (uintptr_t)action < (uintptr_t)(first + list->count);
		if (!among)
			sorted[count++] = history->items[i];
	}
	history->items = sorted;
}

bool actions_history_read(const struct filed *filed, struct date day, struct arena *arena,
                          struct actions_history *history)
{
	struct history_run run = {.history = history, .arena = arena};
	*history = (struct actions_history){.filed = filed, .day = day};
	for (size_t i = 0; i < filed->count && filed->kind == KIND_ACTIONS; i++) {
		const struct filed_version *version = &filed->versions[i];
		const struct actions *actions = actions_of(version);
		if (actions == NULL)
			continue;
		for (size_t j = 0; j < actions->actions.count; j++)
			take_action(&run, version->landing,
			            &LIST_OF(struct action, actions->actions)[j], i);
		take_away(&run, version->landing, history->actions, i);
		history->actions = actions;
	}
	if (history->actions != NULL) {
		if (filed->withdrawn != NULL)
			take_away(&run, filed->withdrawn, history->actions, filed->count);
		for (size_t i = 0; i < history->count; i++)
			history->items[i].overdue =
				history->items[i].listed &&
				action_is_overdue(history->items[i].action, day);
		sort_items(&run);
		tell_months(history, arena);
	}
	map_release(&run.places);
	return history->actions != NULL;
}
