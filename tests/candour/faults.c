/* Which faults are planted where: declared in candour/faults.h. */
#include "candour/faults.h"

#include <string.h>

const struct planting faults[] = {
	/* the rating against the dates */
	{"green-past-agreed", IN_UPDATE, NEED_WELL, plant_past_agreed, NULL},
	{"green-past-due", IN_UPDATE, NEED_WELL, plant_past_due, NULL},
	{"green-milestone-late", IN_UPDATE, NEED_WELL, plant_milestone_late, NULL},
	{"green-funding-ends", IN_LAST_UPDATE, NEED_WELL, plant_funding_ends, NULL},
	{"green-needs-late", IN_UPDATE, NEED_WELL, plant_needs_late, NULL},
	/* dates */
	{"agreed-moved", IN_UPDATE, NEED_ANY, plant_agreed_moved, NULL},
	{"forecast-moved", IN_UPDATE, NEED_BAD, plant_forecast_moved, NULL},
	{"forecast-past", IN_UPDATE, NEED_ANY, plant_forecast_past, NULL},
	{"forecast-never-moves", IN_PLAN, NEED_ANY, NULL, NULL},
	{"date-past-forecast", IN_UPDATE, NEED_ANY, NULL, plant_past_forecast},
	{"date-misplaced", IN_UPDATE, NEED_ANY, plant_misplaced, NULL},
	{"signed-early", IN_UPDATE, NEED_ANY, plant_signed_early, NULL},
	{"signed-long-before", IN_UPDATE, NEED_ANY, plant_signed_long_before, NULL},
	/* milestones */
	{"milestone-lost", IN_UPDATE, NEED_ANY, plant_lost, NULL},
	{"milestone-unreasoned", IN_UPDATE, NEED_ANY, plant_unreasoned, NULL},
	{"milestone-delivered-twice", IN_UPDATE, NEED_ANY, plant_delivered_twice, NULL},
	{"milestone-reopened", IN_LAST_UPDATE, NEED_ANY, plant_reopened, NULL},
	{"milestone-no-test", IN_UPDATE, NEED_ANY, plant_no_test, NULL},
	{"milestone-undated", IN_UPDATE, NEED_ANY, plant_undated, NULL},
	{"milestone-misquoted", IN_UPDATE, NEED_ANY, NULL, plant_misquoted},
	{"outcome-unserved", IN_UPDATE, NEED_ANY, plant_unserved, NULL},
	/* risks */
	{"risks-denied", IN_UPDATE, NEED_ANY, NULL, plant_denied},
	{"risk-unlisted", IN_UPDATE, NEED_ANY, NULL, plant_unlisted},
	{"risk-lost", IN_UPDATE, NEED_ANY, plant_risk_lost, NULL},
	{"mitigation-shared", IN_UPDATE, NEED_ANY, plant_shared, NULL},
	{"mitigation-no-action", IN_UPDATE, NEED_ANY, plant_no_action, NULL},
	{"no-route-to-green", IN_UPDATE, NEED_BAD, plant_unrouted, NULL},
	/* the rating against its reasons */
	{"rationale-unmoved", IN_UPDATE, NEED_MOVE, plant_unmoved, NULL},
	{"rating-jumped", IN_UPDATE, NEED_JUMP, NULL, NULL},
	{"rerating-unexplained", IN_UPDATE, NEED_ANY, plant_rerated, NULL},
	{"rating-stuck", IN_UPDATE, NEED_STUCK, NULL, NULL},
	{"text-copied", IN_UPDATE, NEED_ANY, plant_copied, NULL},
	/* claims */
	{"claim-count", IN_OVERVIEW, NEED_ANY, NULL, plant_claim},
	{"claim-rating", IN_OVERVIEW, NEED_ANY, NULL, plant_claim},
	{"claim-rating", IN_UPDATE, NEED_ANY, NULL, plant_claim},
	{"claim-streak", IN_OVERVIEW, NEED_ANY, NULL, plant_claim},
	{"claim-streak", IN_UPDATE, NEED_MOVE, NULL, plant_claim},
	{"claim-trend", IN_OVERVIEW, NEED_ANY, NULL, plant_claim},
	{"claim-trend", IN_UPDATE, NEED_ANY, NULL, plant_claim},
	{"claim-schedule", IN_UPDATE, NEED_SLIPPED, NULL, plant_claim},
	{"claim-schedule", IN_OVERVIEW, NEED_ANY, NULL, plant_claim},
	{"claim-milestones", IN_UPDATE, NEED_BAD, plant_two_missed, plant_claim},
	/* names and dates across documents */
	{"name-spelling", IN_EITHER, NEED_ANY, NULL, plant_misspelled},
	{"decision-without-meeting", IN_EITHER, NEED_ANY, NULL, plant_decision},
	{"decision-without-meeting", IN_UPDATE, NEED_ANY, plant_agreed_without_meeting, NULL},
	{"event-dated-twice", IN_UPDATE, NEED_ANY, NULL, plant_dated_twice},
	{"future-past", IN_EITHER, NEED_ANY, NULL, plant_future_past},
	/* tense and finish */
	{"sentence-unfinished", IN_EITHER, NEED_ANY, NULL, plant_unfinished},
	{"template-left", IN_EITHER, NEED_ANY, NULL, plant_template},
	{"list-empty", IN_EITHER, NEED_ANY, NULL, plant_empty_item},
	{"list-empty", IN_LAST_UPDATE, NEED_ANY, plant_empty_row, NULL},
	{"placeholder-left", IN_EITHER, NEED_ANY, NULL, plant_placeholder},
	{"evidence-missing", IN_UPDATE, NEED_ANY, NULL, plant_evidence},
	/* roll-up */
	{"roll-up-better", IN_OVERVIEW, NEED_ANY, plant_roll_up, NULL},
	{"bad-news-left-out", IN_OVERVIEW, NEED_ANY, plant_left_out, NULL},
};
const size_t fault_count = sizeof(faults) / sizeof(faults[0]);

/* How far a fault may reach within its workstream. */
enum { REACH = 3, LAST_OF_NEVER = 6, TRIES = 60 };

static bool is_free(const struct world *world, unsigned strand, unsigned number)
{
	const struct page *pages = world->pages[strand];
	int reach = strand == OVERVIEW ? 0 : REACH;
	if (pages[number].reserved || number == 0)
		return false;
	for (int i = (int)number - reach; i <= (int)number + reach; i++)
		if (i >= 0 && i < PERIODS && (pages[i].fault != NULL || pages[i].misses))
			return false;
	return true;
}

/* Puts the board's first meeting behind the period on the thirtieth. */
static bool move_meeting(struct world *world, unsigned number)
{
	struct date end = world->ends[number];
	if (last_day_of(world->periods[number].last + 1).day < 30)
		return false;
	for (size_t i = 0; i < world->meeting_count; i++)
		if (is_before(end, world->meetings[i])) {
			world->meetings[i].day = 30;
			return true;
		}
	return false;
}

/* What must be so before there are facts. */
static bool prepare(struct world *world, const struct planting *fault, unsigned strand,
                    unsigned number)
{
	if (fault->need == NEED_STUCK || fault->facts == plant_delivered_twice)
		return number >= 3;
	if (fault->need == NEED_JUMP)
		return world->levels > 3;
	if (fault->facts == plant_signed_long_before)
		return move_meeting(world, number);
	if (fault->facts == plant_roll_up)
		world->worst = true;
	if (fault->facts == plant_unserved)
		world->serves[strand] = true;
	if (fault->facts != plant_needs_late)
		return true;
	if (strand == 0 || !is_free(world, 0, number))
		return false;
	world->pages[0][number].misses = world->pages[0][number].reserved = true;
	return true;
}

static void place(struct world *world, const struct planting *fault)
{
	bool overview =
		fault->place == IN_OVERVIEW || (fault->place == IN_EITHER && chance(world, 35));
	for (unsigned try = 0; try < TRIES; try++) {
		unsigned strand = overview ? OVERVIEW : roll(world, world->strands);
		unsigned number =
			fault->place == IN_LAST_UPDATE ? PERIODS - 1 : 1 + roll(world, PERIODS - 1);
		if (world->never_moves && number > LAST_OF_NEVER)
			continue;
		if (!is_free(world, strand, number) || !prepare(world, fault, strand, number))
			continue;
		world->pages[strand][number].fault = fault;
		return;
	}
}

void faults_choose(struct world *world, unsigned number, unsigned count)
{
	/* A stride that has nothing in common with any count of rows below it. */
	enum { STRIDE = 61 };
	size_t first = (size_t)number * count;
	for (unsigned i = 0; i < count; i++)
		if (faults[(first + i) * STRIDE % fault_count].place == IN_PLAN)
			world->never_moves = true;
	for (unsigned i = 0; i < count; i++) {
		const struct planting *fault = &faults[(first + i) * STRIDE % fault_count];
		if (fault->place != IN_PLAN)
			place(world, fault);
	}
	if (world->never_moves)
		label_add(world,
		          &(struct page){.path = arena_printf(world->arena, "plans/%s/plan.md",
		                                              world->plan->id)},
		          "forecast-never-moves");
}

void fault_of_facts(struct world *world, struct page *page)
{
	if (page->fault != NULL && page->fault->facts != NULL && !page->fault->facts(world, page))
		page->fault = NULL;
	if (page->fault != NULL && page->fault->words == NULL)
		label_add(world, page, page->fault->rule);
}

void fault_of_words(struct world *world, struct page *page)
{
	if (page->fault == NULL || page->fault->words == NULL)
		return;
	size_t before = world->plan->label_count;
	if (!page->fault->words(world, page)) {
		page->fault = NULL;
		return;
	}
	if (world->plan->label_count == before)
		label_add(world, page, page->fault->rule);
}
