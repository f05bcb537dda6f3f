/* Faults of facts: declared in candour/faults.h. */
#include <string.h>

#include "candour/faults.h"

static void allow(struct world *world, const struct page *page, const char *rule)
{
	label_add(world, page, rule)->allowed = true;
}

static const struct page *before_of(const struct page *page)
{
	const struct page *before = page->number == 0 ? NULL : page - 1;
	return before == NULL || before->imported ? NULL : before;
}

static void decide(struct world *world, struct page *page)
{
	page->change_on = meeting_until(world, page->completed_on);
}

static struct date amid(struct world *world, const struct page *page)
{
	return day_after(world->starts[page->number], 4 + (int)roll(world, 13));
}

/* --- the rating against the dates --- */

bool plant_past_agreed(struct world *world, struct page *page)
{
	struct date later = day_after(page->agreed, 15 + (int)roll(world, 40));
	if (chance(world, 60) && is_before(later, world->funding_until))
		page->forecast = later;
	else
		page->agreed = day_after(page->forecast, -10 - (int)roll(world, 30));
	decide(world, page);
	return true;
}

bool plant_past_due(struct world *world, struct page *page)
{
	page->agreed = amid(world, page);
	decide(world, page);
	allow(world, page, "green-past-agreed");
	return true;
}

static void clear(struct step *step, enum milestone_status status)
{
	*step = (struct step){.id = step->id, .title = step->title, .status = status};
}

/* One that no other was merged into. */
static struct step *any_step(struct world *world, struct page *page)
{
	return &page->steps[page->step_count - 1 - roll(world, (unsigned)page->step_count - 1)];
}

bool plant_milestone_late(struct world *world, struct page *page)
{
	struct step *step = any_step(world, page);
	unsigned lot = roll(world, 3);
	clear(step, lot == 0   ? MILESTONE_IN_PROGRESS
	            : lot == 1 ? MILESTONE_MISSED
	                       : MILESTONE_DROPPED);
	step->due = amid(world, page);
	if (lot == 1)
		step->reason = say(world, page->strand, world->wording->reason_missed, NULL);
	if (lot == 2)
		allow(world, page, "milestone-unreasoned");
	return true;
}

bool plant_funding_ends(struct world *world, struct page *page)
{
	page->agreed = day_after(world->funding_until, 20 + (int)roll(world, 30));
	page->forecast = day_after(page->agreed, -(int)roll(world, 15));
	decide(world, page);
	return true;
}

/* What is delivered needs nothing any more: it is one that is still to be done. */
bool plant_needs_late(struct world *world, struct page *page)
{
	const struct page *other = &world->pages[0][page->number];
	for (size_t i = 0; i < other->step_count; i++)
		if (other->steps[i].status == MILESTONE_MISSED) {
			struct step *step = any_step(world, page);
			clear(step,
			      chance(world, 50) ? MILESTONE_IN_PROGRESS : MILESTONE_NOT_STARTED);
			step->due = day_after(world->ends[page->number], 12);
			step->needs = arena_printf(world->arena, "%s#%s", world->names[0].id,
			                           other->steps[i].id);
			return true;
		}
	return false;
}

/* --- dates --- */

bool plant_agreed_moved(struct world *world, struct page *page)
{
	const struct page *before = before_of(page);
	if (before == NULL)
		return false;
	page->agreed = day_after(before->agreed, 20 + (int)roll(world, 40));
	if (is_before(before->forecast, page->forecast))
		page->forecast = before->forecast;
	page->change_on = (struct date){0};
	return true;
}

bool plant_forecast_moved(struct world *world, struct page *page)
{
	const struct page *before = before_of(page);
	if (before == NULL)
		return false;
	page->agreed = before->agreed;
	page->forecast = day_after(before->forecast, 8 + (int)roll(world, 45));
	page->change_on = (struct date){0};
	return true;
}

bool plant_forecast_past(struct world *world, struct page *page)
{
	struct date day = amid(world, page);
	page->forecast = day_after(day, -(int)roll(world, 30));
	return true;
}

bool plant_misplaced(struct world *world, struct page *page)
{
	struct step *step = any_step(world, page);
	if (chance(world, 65)) {
		clear(step, MILESTONE_DELIVERED);
		step->delivered_on = day_after(page->completed_on, 2 + (int)roll(world, 15));
		return true;
	}
	if (page->next_count == 0)
		return false;
	page->next[0].due = day_after(world->plan_ends, 5 + (int)roll(world, 60));
	return true;
}

bool plant_signed_early(struct world *world, struct page *page)
{
	struct date end = world->ends[page->number];
	int room = 28 - (date_days(meeting_after(world, end)) - date_days(end));
	if (room < 1)
		return false;
	page->completed_on = day_after(end, -1 - (int)roll(world, (unsigned)(room > 9 ? 9 : room)));
	if (is_given(page->change_on))
		decide(world, page);
	return true;
}

bool plant_signed_long_before(struct world *world, struct page *page)
{
	page->completed_on = day_after(world->ends[page->number], (int)roll(world, 2));
	if (is_given(page->change_on))
		decide(world, page);
	return date_days(meeting_after(world, world->ends[page->number])) -
	               date_days(page->completed_on) >
	       28;
}

/* --- milestones --- */

static bool is_in(const struct step *steps, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(steps[i].id, id) == 0)
			return true;
	return false;
}

bool plant_lost(struct world *world, struct page *page)
{
	const struct page *before = before_of(page);
	if (before == NULL || page->step_count < 3)
		return false;
	size_t from = 1 + roll(world, (unsigned)page->step_count - 1);
	for (size_t i = 1; i < page->step_count; i++) {
		size_t at = (from + i) % (page->step_count - 1) + 1;
		struct step *step = &page->steps[at];
		if (step->status == MILESTONE_SPLIT ||
		    (!is_in(before->steps, before->step_count, step->id) &&
		     !is_in(before->next, before->next_count, step->id)))
			continue;
		memmove(step, step + 1, (page->step_count - at - 1) * sizeof(*step));
		page->step_count--;
		return true;
	}
	return false;
}

bool plant_unreasoned(struct world *world, struct page *page)
{
	struct step *step = any_step(world, page);
	unsigned lot = roll(world, is_bad(world, page->level) ? 4 : 2);
	static const enum milestone_status statuses[] = {MILESTONE_CARRIED, MILESTONE_SPLIT,
	                                                 MILESTONE_DROPPED, MILESTONE_MISSED};
	clear(step, statuses[lot]);
	if (lot == 0)
		step->due = day_after(world->ends[page->number], 9 + (int)roll(world, 20));
	return true;
}

/* One that was delivered in one of the two periods before, or NULL. */
static const struct step *delivered_before(const struct page *page)
{
	for (const struct page *at = page - 1; at >= page - 2; at--)
		for (size_t i = 0; i < at->step_count; i++)
			if (at->steps[i].status == MILESTONE_DELIVERED &&
			    !is_in(page->steps, page->step_count, at->steps[i].id) &&
			    !is_in(page->next, page->next_count, at->steps[i].id))
				return &at->steps[i];
	return NULL;
}

bool plant_delivered_twice(struct world *world, struct page *page)
{
	const struct step *again = delivered_before(page);
	if (again == NULL)
		return false;
	struct step *step = &page->steps[page->step_count++];
	*step = (struct step){
		.id = again->id, .title = again->title, .status = MILESTONE_DELIVERED};
	if (chance(world, 50))
		step->delivered_on = amid(world, page);
	return true;
}

bool plant_reopened(struct world *world, struct page *page)
{
	const struct step *again = delivered_before(page);
	if (again == NULL)
		return false;
	struct step step = {.id = again->id,
	                    .title = again->title,
	                    .status = chance(world, 60) ? MILESTONE_IN_PROGRESS
	                                                : MILESTONE_NOT_STARTED,
	                    .due = day_after(world->ends[page->number], 12)};
	if (chance(world, 30))
		page->next[page->next_count++] = step;
	else
		page->steps[page->step_count++] = step;
	return true;
}

bool plant_undated(struct world *world, struct page *page)
{
	enum { FEWEST = 3 };
	size_t ahead = page->next_count;
	for (size_t i = 0; i < page->step_count; i++) {
		struct step *step = &page->steps[i];
		if (step->status != MILESTONE_IN_PROGRESS && step->status != MILESTONE_CARRIED &&
		    step->status != MILESTONE_NOT_STARTED)
			continue;
		ahead++;
		step->due = (struct date){0};
	}
	for (size_t i = 0; i < page->next_count; i++)
		page->next[i].due = (struct date){0};
	for (; ahead < FEWEST && !page->finished; ahead++)
		page->next[page->next_count++] = step_new(world, page->strand);
	return ahead >= FEWEST;
}

bool plant_no_test(struct world *world, struct page *page)
{
	struct step step = {.id = "work-on-this",
	                    .title = say(world, page->strand, world->wording->no_test, NULL),
	                    .status = MILESTONE_DELIVERED};
	if (page->number == PERIODS - 1 && chance(world, 50))
		page->next[page->next_count++] = step;
	else
		page->steps[page->step_count++] = step;
	return true;
}

bool plant_unserved(struct world *world, struct page *page)
{
	(void)world;
	return page->third_outcome = true;
}

/* --- risks --- */

bool plant_risk_lost(struct world *world, struct page *page)
{
	const struct page *before = before_of(page);
	if (before == NULL)
		return false;
	(void)world;
	for (size_t i = 0; i < page->threat_count; i++)
		for (size_t j = 0; j < before->threat_count; j++)
			if (!before->threats[j].closed &&
			    strcmp(page->threats[i].id, before->threats[j].id) == 0) {
				struct threat *threat = &page->threats[i];
				memmove(threat, threat + 1,
				        (page->threat_count - i - 1) * sizeof(*threat));
				page->threat_count--;
				return true;
			}
	return false;
}

static struct threat *open_threat(struct page *page, const struct threat *except)
{
	for (size_t i = 0; i < page->threat_count; i++)
		if (!page->threats[i].closed && &page->threats[i] != except)
			return &page->threats[i];
	return NULL;
}

bool plant_shared(struct world *world, struct page *page)
{
	struct threat *first = open_threat(page, NULL);
	struct threat *second = first == NULL ? NULL : open_threat(page, first);
	/* Where there is one open risk alone, the other is one that would be closed. */
	for (size_t i = 0; first != NULL && second == NULL && i < page->threat_count; i++)
		if (&page->threats[i] != first)
			second = &page->threats[i];
	if (second == NULL || page->finished)
		return false;
	second->closed = false;
	second->mitigation = chance(world, 70)
	                             ? first->mitigation
	                             : arena_printf(world->arena, "%s.", first->mitigation);
	return true;
}

bool plant_no_action(struct world *world, struct page *page)
{
	struct threat *threat = open_threat(page, NULL);
	if (threat == NULL)
		return false;
	threat->mitigation = say(world, page->strand, world->wording->no_action, NULL);
	return true;
}

bool plant_unrouted(struct world *world, struct page *page)
{
	(void)world;
	return page->unrouted = true;
}

/* --- the rating against its reasons --- */

bool plant_unmoved(struct world *world, struct page *page)
{
	struct page *before = &world->pages[page->strand][page->number - 1];
	if (before->imported || before->finished)
		return false;
	page->plain = before->plain = true;
	allow(world, page, "text-copied");
	return true;
}

bool plant_rerated(struct world *world, struct page *page)
{
	(void)world;
	return page->rerated = true;
}

bool plant_copied(struct world *world, struct page *page)
{
	struct page *before = &world->pages[page->strand][page->number - 1];
	if (before->imported)
		return false;
	return before->timeless = page->copies = true;
}

/* --- rows and registers --- */

bool plant_empty_row(struct world *world, struct page *page)
{
	const char *mark = say(world, page->strand, world->wording->empty_risk, NULL);
	if (chance(world, 50)) {
		page->risk_row = arena_printf(world->arena,
		                              "  - {id: r99, risk: \"%s\", mitigation: \"%s\"}\n",
		                              mark, mark);
		allow(world, page, "mitigation-no-action");
	} else {
		page->step_row = arena_printf(
			world->arena, "  - {id: m99, title: \"%s\", status: delivered}\n", mark);
	}
	allow(world, page, "placeholder-left");
	return true;
}

bool plant_two_missed(struct world *world, struct page *page)
{
	struct step *step = any_step(world, page);
	clear(step, MILESTONE_MISSED);
	step->due = amid(world, page);
	step->reason = say(world, page->strand, world->wording->reason_missed, NULL);
	return true;
}

bool plant_agreed_without_meeting(struct world *world, struct page *page)
{
	const struct page *before = before_of(page);
	if (before == NULL || page->finished)
		return false;
	struct date meeting = meeting_until(world, world->ends[page->number]);
	page->agreed = day_after(before->agreed, 14 + (int)roll(world, 20));
	if (is_before(before->forecast, page->forecast))
		page->forecast = before->forecast;
	page->change_on = day_after(meeting, -2 - (int)roll(world, 5));
	allow_second_day(world, page, page->change_on);
	return true;
}

/* --- roll-up --- */

bool plant_roll_up(struct world *world, struct page *page)
{
	const struct page *after = page->number + 1 < PERIODS ? page + 1 : page;
	if (!world->worst || page->level == 0 || page[-1].level - page->level > 1 ||
	    after->level - page->level > 1)
		return false;
	page->level--;
	return true;
}

bool plant_left_out(struct world *world, struct page *page)
{
	enum { THIRD = 2 };
	unsigned start = roll(world, world->strands);
	for (unsigned i = 0; i < world->strands; i++) {
		unsigned strand = (start + i) % world->strands;
		const struct page *at = &world->pages[strand][page->number];
		if (at->level < THIRD && (at->level <= at[-1].level || at[-1].imported))
			continue;
		page->silent = strand;
		return page->unmentioned = true;
	}
	return false;
}
