/* Decisions and their days: declared in candour/ask.h. */
#include "candour/ask.h"

#include <stdlib.h>
#include <string.h>

#include "candour/dayless.h"
#include "candour/event.h"
#include "candour/matter.h"

enum { MONTHS = 12, QUARTER = 3 };

static const struct committee *committee_of(const struct plan *plan, size_t number)
{
	return &LIST_OF(struct committee, plan->committees)[number];
}

static const char *committee_name(const struct plan *plan, size_t number)
{
	const struct committee *committee = committee_of(plan, number);
	return committee->name.text != NULL ? committee->name.text : committee->id.text;
}

/* --- decision-without-meeting --- */

/* What the plan's meetings say of a day. */
struct calendar {
	const struct meeting *nearest; /* of the committee; NULL: it has none */
	bool on;                       /* it met that day */
	bool kept;                     /* the list has meetings of its about then */
};

static bool is_of(const struct meeting *meeting, const struct committee *committee)
{
	return meeting->date.valid && meeting->committee.text != NULL &&
	       committee->id.text != NULL &&
	       strcmp(meeting->committee.text, committee->id.text) == 0;
}

static int quarter_of(struct date day)
{
	return day.year * (MONTHS / QUARTER) + (day.month - 1) / QUARTER;
}

/*
 * The list is kept where it has a meeting in the quarter of the day, or in its year both
 * before and behind it.
 */
static struct calendar look_up(const struct plan *plan, size_t number, struct date day)
{
	const struct meeting *meetings = LIST_OF(struct meeting, plan->meetings);
	struct calendar calendar = {0};
	bool before = false, behind = false;
	for (size_t i = 0; i < plan->meetings.count; i++) {
		if (!is_of(&meetings[i], committee_of(plan, number)))
			continue;
		struct date met = meetings[i].date.as.date;
		int days = date_days(met) - date_days(day);
		if (calendar.nearest == NULL ||
		    abs(days) < abs(date_days(calendar.nearest->date.as.date) - date_days(day)))
			calendar.nearest = &meetings[i];
		calendar.on = calendar.on || days == 0;
		calendar.kept = calendar.kept || quarter_of(met) == quarter_of(day);
		before = before || (met.year == day.year && days < 0);
		behind = behind || (met.year == day.year && days > 0);
	}
	calendar.kept = calendar.kept || (before && behind);
	return calendar;
}

static void doubt_meeting(const struct question *question, const struct event *event)
{
	char day[DATE_TEXT_SIZE], nearest[DATE_TEXT_SIZE];
	const struct plan *plan = question->story->plan;
	struct calendar calendar = look_up(plan, event->committee, event->day);
	if (calendar.on || !calendar.kept)
		return;
	const char *name = committee_name(plan, event->committee);
	struct doubt *doubt = doubt_raise(
		question, spoken_place(event->chapter, &event->spoken, event->name),
		"the plan lists no meeting of the %.120s on %s; the nearest that it lists "
		"is on %s",
		name, date_words(event->day, day),
		date_words(calendar.nearest->date.as.date, nearest));
	doubt_point(question, doubt, NULL, calendar.nearest->date.place,
	            "a meeting of the %.120s on %s", name, nearest);
}

static bool has_verb(const struct event *event)
{
	return event->spoken.type == SPOKEN_POST || event->verb < event->spoken.sentence->count;
}

/* True where the same sentence has said it. */
static bool is_told_before(const struct events *events, size_t number)
{
	const struct event *event = &events->items[number];
	for (size_t i = number; i-- > 0;)
		if (events->items[i].spoken.sentence != event->spoken.sentence)
			return false;
		else if (events->items[i].committee == event->committee &&
		         date_days(events->items[i].day) == date_days(event->day))
			return true;
	return false;
}

void ask_decision_without_meeting(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	struct name_register names;
	struct events events = {0};
	const struct plan *plan = question->story->plan;
	if (plan->meetings.count == 0 || plan->committees.count == 0)
		return;
	register_read(plan, &arena, &names);
	events_read(&names, question->chapter, &arena, &events);
	for (size_t i = 0; i < events.count; i++)
		if (events.items[i].past && !events.items[i].loose && has_verb(&events.items[i]) &&
		    !is_told_before(&events, i))
			doubt_meeting(question, &events.items[i]);
	ask_dayless(question, &names, &arena);
	register_release(&names);
	arena_release(&arena);
}

/* --- event-dated-twice --- */

/* All that the reports of the periods asked about date. */
struct gathering {
	const struct question *question;
	struct arena arena;
	struct name_register names;
	struct period *periods; /* those that have something to be judged */
	size_t period_count, period_room;
	struct events events;
	struct doubt **raised; /* by each of them; NULL: none */
};

static void note_periods(struct gathering *gathering, const struct strand *strand)
{
	for (size_t i = 0; i < strand->count; i++) {
		struct period period = strand->chapters[i].period;
		bool known = !strand->chapters[i].judged;
		for (size_t j = gathering->period_count; j-- > 0 && !known;)
			known = period_equal(gathering->periods[j], period);
		if (known)
			continue;
		gathering->periods =
			arena_grow(&gathering->arena, gathering->periods, gathering->period_count,
		                   &gathering->period_room, sizeof(*gathering->periods));
		gathering->periods[gathering->period_count++] = period;
	}
}

static void gather(struct gathering *gathering, const struct strand *strand)
{
	for (size_t i = 0; i < strand->count; i++) {
		const struct chapter *chapter = &strand->chapters[i];
		bool wanted = false;
		for (size_t j = 0; j < gathering->period_count && !wanted; j++)
			wanted = period_equal(gathering->periods[j], chapter->period);
		if (!wanted)
			continue;
		struct events own = {0};
		events_read(&gathering->names, chapter, &gathering->arena, &own);
		for (size_t j = 0; j < own.count; j++) {
			struct events *all = &gathering->events;
			all->items = arena_grow(&gathering->arena, all->items, all->count,
			                        &all->room, sizeof(*all->items));
			all->items[all->count++] = own.items[j];
		}
	}
}

/* By period and committee; then in the order of the plan. */
static int compare_events(const void *a, const void *b)
{
	const struct event *const *first = a, *const *second = b;
	const struct event *one = *first, *other = *second;
	int order = period_compare(one->chapter->period, other->chapter->period);
	if (order == 0 && one->committee != other->committee)
		order = one->committee < other->committee ? -1 : 1;
	if (order == 0)
		order = one < other ? -1 : one > other ? 1 : 0;
	return order;
}

static bool is_same_group(const struct event *a, const struct event *b)
{
	return period_equal(a->chapter->period, b->chapter->period) && a->committee == b->committee;
}

/* How two events contradict each other, if they do. */
enum contrast {
	CONTRAST_NONE,
	CONTRAST_MEETING, /* a few days apart: no committee meets twice within them */
	CONTRAST_MATTER,  /* further apart, and the same was decided on both */
};

static enum contrast contrast_of(const struct plan *plan, const struct event *a,
                                 const struct event *b)
{
	/* After three weeks a committee may come back to a matter, or to the next report. */
	enum { FEW_DAYS = 3, MANY_DAYS = 20 };
	int days = abs(date_days(a->day) - date_days(b->day));
	if (days == 0 || days > MANY_DAYS || a->spoken.sentence == b->spoken.sentence)
		return CONTRAST_NONE;
	if (days <= FEW_DAYS && !a->loose && !b->loose &&
	    !(look_up(plan, a->committee, a->day).on && look_up(plan, b->committee, b->day).on))
		return CONTRAST_MEETING;
	return a->past && b->past && matter_is_same(a, b) ? CONTRAST_MATTER : CONTRAST_NONE;
}

static const char *where_of(const struct event *told, const struct event *other,
                            struct arena *arena)
{
	if (told->chapter == other->chapter)
		return "elsewhere in this document";
	if (chapter_overview(other->chapter) != NULL)
		return "in the overview";
	return arena_printf(arena, "in the update of %.120s", other->chapter->strand->title);
}

/* A day that contradicts several is one doubt with several places to look at. */
static void doubt_twice(struct gathering *gathering, const struct event *told,
                        const struct event *other, enum contrast contrast)
{
	enum { MOST_SHOWN = 5 };
	char day[DATE_TEXT_SIZE], before[DATE_TEXT_SIZE];
	const struct question *question = gathering->question;
	struct doubt **raised = &gathering->raised[told - gathering->events.items];
	if (*raised == NULL)
		*raised = doubt_raise_in(
			question, told->chapter,
			spoken_place(told->chapter, &told->spoken, told->name),
			contrast == CONTRAST_MATTER
				? "one decision of the %.120s is dated %s here and %s %s"
				: "the %.120s is dated %s here and %s %s",
			committee_name(question->story->plan, told->committee),
			date_words(told->day, day), date_words(other->day, before),
			where_of(told, other, &gathering->arena));
	if ((*raised)->count < MOST_SHOWN)
		doubt_point(question, *raised, other->chapter,
		            spoken_place(other->chapter, &other->spoken, other->name), "%s",
		            sentence_quote(other->spoken.sentence, 120, &gathering->arena));
}

/* The one of two that is to be doubted: that whose day the plan does not list, or the later. */
static bool is_to_be_told(const struct plan *plan, const struct event *event,
                          const struct event *earlier)
{
	if (!event->chapter->judged || !earlier->chapter->judged)
		return event->chapter->judged;
	return !look_up(plan, event->committee, event->day).on ||
	       look_up(plan, earlier->committee, earlier->day).on;
}

/* True where a day of the chapter was told of before this event of the same day. */
static bool is_day_told(const struct gathering *gathering, const struct event **group, size_t count,
                        const struct event *event)
{
	for (size_t i = 0; i < count; i++)
		if (group[i] != event && group[i]->chapter == event->chapter &&
		    date_days(group[i]->day) == date_days(event->day) &&
		    gathering->raised[group[i] - gathering->events.items] != NULL)
			return true;
	return false;
}

/* Compares the event with those of its group before it: each day is told of once. */
static void compare_with_earlier(struct gathering *gathering, const struct event **group,
                                 size_t count, const struct event *event)
{
	enum { MOST_LOOKED_AT = 200, MOST_COMPARED = 30 };
	const struct plan *plan = gathering->question->story->plan;
	size_t seen = count < MOST_LOOKED_AT ? count : MOST_LOOKED_AT, compared = 0;
	for (size_t i = 0; i < seen && compared < MOST_COMPARED; i++) {
		const struct event *earlier = group[i];
		if (date_days(earlier->day) == date_days(event->day) ||
		    (!earlier->chapter->judged && !event->chapter->judged))
			continue;
		compared++;
		enum contrast contrast = contrast_of(plan, earlier, event);
		bool own = contrast != CONTRAST_NONE && is_to_be_told(plan, event, earlier);
		const struct event *told = own ? event : earlier;
		if (contrast == CONTRAST_NONE)
			continue;
		if (!is_day_told(gathering, group, seen, told))
			doubt_twice(gathering, told, own ? earlier : event, contrast);
		return;
	}
}

static void compare_all(struct gathering *gathering)
{
	size_t count = gathering->events.count, first = 0;
	if (count == 0)
		return;
	gathering->raised = arena_new(&gathering->arena, count * sizeof(struct doubt *));
	const struct event **order = arena_new(&gathering->arena, count * sizeof(const void *));
	for (size_t i = 0; i < count; i++)
		order[i] = &gathering->events.items[i];
	qsort(order, count, sizeof(const void *), compare_events);
	for (size_t i = 0; i < count; i++) {
		if (!is_same_group(order[first], order[i]))
			first = i;
		compare_with_earlier(gathering, order + first, i - first, order[i]);
	}
}

void ask_event_dated_twice(const struct question *question)
{
	const struct story *story = question->story;
	struct gathering gathering = {.question = question};
	if (story->plan->committees.count == 0)
		return;
	register_read(story->plan, &gathering.arena, &gathering.names);
	for (size_t i = 0; i < story->count; i++)
		note_periods(&gathering, &story->strands[i]);
	note_periods(&gathering, &story->programme);
	for (size_t i = 0; i < story->count; i++)
		gather(&gathering, &story->strands[i]);
	gather(&gathering, &story->programme);
	compare_all(&gathering);
	register_release(&gathering.names);
	arena_release(&gathering.arena);
}
