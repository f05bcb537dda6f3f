/* What happens to a plan, period by period: declared in candour/world.h. */
#include "candour/world.h"

#include <ctype.h>

#include "candour/faults.h"

static const struct page *page_before(const struct world *world, const struct page *page)
{
	return page->number == 0 ? NULL : &world->pages[page->strand][page->number - 1];
}

/* --- milestones --- */

static const char *slug_of(struct arena *arena, const char *title)
{
	char *slug = arena_printf(arena, "%s", title), *end = slug;
	for (const char *at = title; *at != '\0'; at++) {
		if (isalnum((unsigned char)*at))
			*end++ = (char)tolower((unsigned char)*at);
		else if (end > slug && end[-1] != '-')
			*end++ = '-';
	}
	*end = '\0';
	return slug;
}

struct step step_new(struct world *world, unsigned strand)
{
	size_t used = world->things[strand]++;
	const char *thing =
		milestone_things[(world->first_thing[strand] + used) % milestone_thing_count];
	const char *id = slug_of(world->arena, thing);
	if (used >= milestone_thing_count)
		id = arena_printf(world->arena, "%s-%zu", id, used / milestone_thing_count + 1);
	return (struct step){
		.id = id,
		.title = arena_printf(world->arena, "%s %s", thing,
	                              milestone_ends[roll(world, (unsigned)milestone_end_count)]),
	};
}

static struct date within(struct world *world, unsigned number)
{
	int length = date_days(world->ends[number]) - date_days(world->starts[number]);
	return day_after(world->starts[number], 3 + (int)roll(world, (unsigned)length - 14));
}

static void cap(struct date *day, struct date most)
{
	if (is_given(*day) && is_before(most, *day))
		*day = most;
}

/* What is to be done is due by the day that the whole is forecast for. */
static void plan_next(struct world *world, struct page *page)
{
	unsigned more = 1 + roll(world, 3);
	while (page->next_count < more && page->next_count < 4) {
		struct step step = step_new(world, page->strand);
		if (chance(world, 80))
			step.due = page->number + 1 < PERIODS
			                   ? within(world, page->number + 1)
			                   : day_after(world->ends[page->number],
			                               10 + (int)roll(world, 20));
		cap(&step.due, page->forecast);
		page->next[page->next_count++] = step;
	}
}

static enum milestone_status fate(struct world *world, const struct page *page)
{
	unsigned lot = roll(world, 100);
	if (page->finished)
		return MILESTONE_DELIVERED;
	if (is_well(world, page->level))
		return lot < 70   ? MILESTONE_DELIVERED
		       : lot < 79 ? MILESTONE_CARRIED
		       : lot < 88 ? MILESTONE_IN_PROGRESS
		       : lot < 94 ? MILESTONE_DROPPED
		                  : MILESTONE_SPLIT;
	return lot < 45   ? MILESTONE_DELIVERED
	       : lot < 62 ? MILESTONE_CARRIED
	       : lot < 76 ? MILESTONE_MISSED
	       : lot < 88 ? MILESTONE_IN_PROGRESS
	       : lot < 93 ? MILESTONE_DROPPED
	                  : MILESTONE_MERGED;
}

static struct date later_due(struct world *world, const struct page *page)
{
	int length = world->two_monthly ? 61 : 30;
	struct date due =
		day_after(world->ends[page->number], 5 + (int)roll(world, (unsigned)length));
	cap(&due, page->forecast);
	return due;
}

/* Divides the milestone in two that are planned next. */
static void divide(struct world *world, struct page *page, struct step *step)
{
	const char *first = arena_printf(world->arena, "%s-north", step->id);
	const char *second = arena_printf(world->arena, "%s-south", step->id);
	page->next[page->next_count++] = (struct step){
		.id = first, .title = arena_printf(world->arena, "%s for the north", step->title)};
	page->next[page->next_count++] = (struct step){
		.id = second, .title = arena_printf(world->arena, "%s for the south", step->title)};
	step->into = arena_printf(world->arena, "%s, %s", first, second);
	step->due = (struct date){0};
}

static void settle(struct world *world, struct page *page, struct step *step, size_t index)
{
	const struct wording *wording = world->wording;
	step->status = index < 5 ? fate(world, page) : MILESTONE_DELIVERED;
	if (step->status == MILESTONE_SPLIT && page->next_count != 0)
		step->status = MILESTONE_DELIVERED;
	if (step->status == MILESTONE_MERGED && step == &page->steps[0])
		step->status = MILESTONE_IN_PROGRESS;
	switch (step->status) {
	case MILESTONE_DELIVERED:
		if (is_given(step->due) && is_before(world->plan_ends, step->due))
			step->due = (struct date){0};
		if (chance(world, 75))
			step->delivered_on = within(world, page->number);
		break;
	case MILESTONE_CARRIED:
		step->due = later_due(world, page);
		step->reason = say(world, page->strand, wording->reason_carried, NULL);
		break;
	case MILESTONE_IN_PROGRESS:
	case MILESTONE_NOT_STARTED:
		step->due = later_due(world, page);
		if (chance(world, 25))
			step->status = MILESTONE_NOT_STARTED;
		break;
	case MILESTONE_DROPPED:
		step->reason = say(world, page->strand, wording->reason_dropped, NULL);
		break;
	case MILESTONE_MISSED:
		step->due = within(world, page->number);
		step->reason = say(world, page->strand, wording->reason_missed, NULL);
		break;
	case MILESTONE_SPLIT:
		divide(world, page, step);
		break;
	case MILESTONE_MERGED:
		step->into = page->steps[0].id;
		step->due = (struct date){0};
		break;
	}
}

static bool is_open(enum milestone_status status)
{
	return status == MILESTONE_IN_PROGRESS || status == MILESTONE_CARRIED ||
	       status == MILESTONE_NOT_STARTED;
}

/* Of what is still to be reached something has a day. */
static void date_one(struct world *world, struct page *page)
{
	bool dated = page->next_count == 0;
	for (size_t i = 0; i < page->step_count; i++)
		dated = dated || (is_open(page->steps[i].status) && is_given(page->steps[i].due));
	for (size_t i = 0; i < page->next_count; i++)
		dated = dated || is_given(page->next[i].due);
	if (dated)
		return;
	page->next[0].due = day_after(world->ends[page->number], 12);
	cap(&page->next[0].due, page->forecast);
}

static void live_steps(struct world *world, struct page *page, const struct page *before)
{
	if (before != NULL && !before->imported) {
		for (size_t i = 0; i < before->step_count; i++)
			if (is_open(before->steps[i].status))
				page->steps[page->step_count++] = before->steps[i];
		for (size_t i = 0; i < before->next_count; i++)
			page->steps[page->step_count++] = before->next[i];
	}
	while (page->step_count < 2)
		page->steps[page->step_count++] = step_new(world, page->strand);
	for (size_t i = 0; i < page->step_count; i++) {
		struct step *step = &page->steps[i];
		step->reason = step->into = step->needs = NULL;
		settle(world, page, step, i);
	}
	struct step *last = &page->steps[page->step_count - 1];
	if (page->misses) {
		*last = (struct step){
			.id = last->id, .title = last->title, .status = MILESTONE_MISSED};
		last->due = within(world, page->number);
		last->reason = say(world, page->strand, world->wording->reason_missed, NULL);
	}
	if (!page->finished)
		plan_next(world, page);
	date_one(world, page);
}

/*
 * A milestone that rests on one of another workstream, which has been delivered; or which was
 * missed, where it could be delivered without.
 */
static void lean(struct world *world, struct page *page)
{
	const struct page *other = &world->pages[page->strand - 1][page->number];
	bool waits = page->steps[0].status != MILESTONE_DELIVERED;
	for (size_t i = 0; i < other->step_count; i++)
		if (other->steps[i].status == MILESTONE_DELIVERED ||
		    (!waits && other->steps[i].status == MILESTONE_MISSED))
			page->steps[0].needs =
				arena_printf(world->arena, "%s#%s", world->names[other->strand].id,
			                     other->steps[i].id);
}

/* --- risks --- */

static void add_threat(struct world *world, struct page *page)
{
	size_t count = 0;
	while (world->wording->risks[count].risk != NULL)
		count++;
	size_t used = world->threats[page->strand]++;
	const struct risk_wording *words = &world->wording->risks[used % count];
	for (size_t i = 0; i < page->threat_count; i++)
		if (page->threats[i].words == words)
			return;
	page->threats[page->threat_count++] = (struct threat){
		.words = words,
		.id = arena_printf(world->arena, "r%zu", used + 1),
		.mitigation = words->mitigation,
	};
}

static void live_threats(struct world *world, struct page *page, const struct page *before)
{
	size_t open = 0;
	for (size_t i = 0; before != NULL && i < before->threat_count; i++) {
		if (before->threats[i].closed)
			continue;
		struct threat *threat = &page->threats[page->threat_count++];
		*threat = before->threats[i];
		threat->mitigation = threat->words->mitigation;
		threat->closed = page->finished || chance(world, 12);
		if (threat->closed)
			threat->closed_on = within(world, page->number);
		open += threat->closed ? 0 : 1;
	}
	unsigned more = before == NULL || before->imported ? roll(world, 4) : chance(world, 25);
	while (!page->finished && more-- > 0 && open++ < 4)
		add_threat(world, page);
}

/* --- dates --- */

static void decide(struct world *world, struct page *page)
{
	page->change_on = meeting_until(world, page->completed_on);
}

static void begin_dates(struct world *world, struct page *page)
{
	struct date end = world->ends[PERIODS - 1];
	int room = date_days(world->funding_until) - date_days(end) - 100;
	page->agreed = day_after(end, 60 + (int)roll(world, (unsigned)room));
	bool finishing = world->pages[page->strand][PERIODS - 1].finished;
	/* A little before the period ends, and not before the last milestone is due. */
	if (finishing)
		page->agreed = day_after(end, -1 - (int)roll(world, 6));
	page->forecast = page->agreed;
	if (!finishing && !world->never_moves && (page->strand == 0 || chance(world, 40)))
		page->forecast = day_after(page->agreed, -10 - (int)roll(world, 30));
}

/* Puts right what was left wrong. */
static void mend_dates(struct world *world, struct page *page)
{
	struct date most = day_after(world->funding_until, -40);
	if (is_before(page->agreed, day_after(world->ends[PERIODS - 1], 45)) ||
	    is_before(day_after(world->funding_until, -5), page->agreed)) {
		page->agreed = most;
		decide(world, page);
	}
	if (is_before(page->forecast, day_after(world->ends[PERIODS - 1], 31))) {
		page->forecast = day_after(page->agreed, world->never_moves ? 0 : -12);
		decide(world, page);
	}
	if (is_before(page->agreed, page->forecast) &&
	    (is_well(world, page->level) || world->never_moves))
		page->forecast =
			day_after(page->agreed, page->strand == 0 && !world->never_moves ? -11 : 0);
}

static void live_dates(struct world *world, struct page *page, const struct page *before)
{
	bool finishing = world->pages[page->strand][PERIODS - 1].finished;
	if (before == NULL || before->imported) {
		begin_dates(world, page);
		return;
	}
	page->agreed = before->agreed;
	page->forecast = before->forecast;
	if (finishing)
		return;
	mend_dates(world, page);
	unsigned lot = roll(world, 100);
	int gap = date_days(page->agreed) - date_days(page->forecast);
	struct date most = day_after(world->funding_until, -40);
	bool still = world->never_moves && page->number + 4 > PERIODS;
	if (lot < 7 && !page->frozen && !still) {
		page->agreed = day_after(page->agreed, 14 + (int)roll(world, 40));
		cap(&page->agreed, most);
		page->forecast = day_after(page->agreed, -gap);
		decide(world, page);
	} else if (lot < 12 && !world->never_moves && !page->frozen && gap < 40) {
		page->forecast = day_after(page->forecast, -2 - (int)roll(world, 12));
	}
	if (world->never_moves && date_days(page->agreed) != date_days(page->forecast)) {
		page->forecast = page->agreed;
		decide(world, page);
	}
	if (page->slipped && !world->never_moves) {
		page->forecast = day_after(page->agreed, 14 + (int)roll(world, 45));
		decide(world, page);
	}
}

bool page_is_late(const struct world *world, const struct page *page)
{
	for (size_t i = 0; i < page->step_count; i++)
		if (page->steps[i].status == MILESTONE_MISSED ||
		    (is_given(page->steps[i].due) && is_open(page->steps[i].status) &&
		     is_before(page->steps[i].due, world->ends[page->number])))
			return true;
	return false;
}

bool page_was_late(const struct page *page)
{
	for (size_t i = 0; i < page->step_count; i++)
		if (is_given(page->steps[i].due) && is_given(page->steps[i].delivered_on) &&
		    is_before(page->steps[i].due, page->steps[i].delivered_on))
			return true;
	return false;
}

unsigned page_count(const struct page *page, enum milestone_status status)
{
	unsigned count = 0;
	for (size_t i = 0; i < page->step_count; i++)
		count += page->steps[i].status == status ? 1 : 0;
	return count;
}

/* --- a life --- */

/* Nothing has been delivered, and nothing is lost. */
static void stand_still(struct world *world, struct page *page)
{
	for (size_t i = 0; i < page->step_count; i++) {
		struct step *step = &page->steps[i];
		*step = (struct step){
			.id = step->id,
			.title = step->title,
			.status = MILESTONE_IN_PROGRESS,
			.due = day_after(world->ends[page->number], 140 + (int)roll(world, 60))};
		cap(&step->due, page->forecast);
	}
	for (size_t i = page->next_count; i-- > 0;)
		page->next[i].due = (struct date){0};
	for (size_t i = 0; i < page->threat_count; i++)
		page->threats[i].closed = false;
}

static void live(struct world *world, struct page *page)
{
	const struct page *before = page_before(world, page);
	const struct page *pages = world->pages[page->strand];
	page->completed_on = day_after(world->ends[page->number], 2 + (int)roll(world, 8));
	page->sponsor = world->sponsors[page->strand];
	if (page->fault != NULL && page->fault->need == NEED_STUCK)
		page->frozen = true;
	if (page->number + 1 < PERIODS && pages[page->number + 1].fault != NULL &&
	    pages[page->number + 1].fault->need == NEED_STUCK)
		page->frozen = true;
	page->slipped = page->slipped ||
	                (page->fault != NULL && page->fault->need == NEED_SLIPPED) ||
	                (is_bad(world, page->level) && chance(world, 15) && !page->frozen &&
	                 page->number > 0 && !pages[PERIODS - 1].finished && !page->reserved &&
	                 page->fault == NULL);
	live_dates(world, page, before);
	if (page->frozen) {
		struct step *steps = page->steps;
		for (size_t i = 0; i < before->step_count; i++) {
			steps[page->step_count] = before->steps[i];
			steps[page->step_count++].needs = NULL;
		}
		for (size_t i = 0; i < before->next_count; i++)
			page->next[page->next_count++] = before->next[i];
		for (size_t i = 0; i < before->threat_count; i++)
			page->threats[page->threat_count++] = before->threats[i];
	} else {
		live_steps(world, page, before);
		live_threats(world, page, before);
		if (page->number + 2 < PERIODS && pages[page->number + 2].fault != NULL &&
		    pages[page->number + 2].fault->need == NEED_STUCK)
			stand_still(world, page);
	}
	if (page->number > 0 && !page->reserved && page->fault == NULL && chance(world, 2))
		page->rerated = page->corrected = true;
	if (page->strand > 0 && !page->frozen && chance(world, 25))
		lean(world, page);
	fault_of_facts(world, page);
}

/* True where one level up would not be a leap. */
static bool may_rise(const struct world *world, const struct page *page)
{
	int before = page->number > 0 ? page[-1].level : page->level;
	int after = page->number + 1 < PERIODS ? page[1].level : page->level;
	return world->worst && page->level > 0 && before - page->level <= 1 &&
	       after - page->level <= 1;
}

void world_live(struct world *world)
{
	for (unsigned strand = 0; strand < world->strands; strand++)
		for (unsigned number = 0; number < PERIODS; number++)
			live(world, &world->pages[strand][number]);
	for (unsigned number = 0; number < PERIODS; number++) {
		struct page *page = &world->pages[OVERVIEW][number];
		page->completed_on = day_after(world->ends[number], 9 + (int)roll(world, 3));
		if (may_rise(world, page) && page->fault == NULL && chance(world, 15)) {
			page->level--;
			page->roll_up_reason =
				say(world, OVERVIEW, world->wording->roll_up_reason, NULL);
		}
		fault_of_facts(world, page);
	}
}
