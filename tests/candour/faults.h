/*
 * What is planted: a row for each fault, of which a rule may have several.
 */
#ifndef CANDOUR_FAULTS_H
#define CANDOUR_FAULTS_H

#include "candour/world.h"

/* What the rating must be for the fault to be one, and no other. */
enum fault_need {
	NEED_ANY,
	NEED_WELL,
	NEED_BAD,
	NEED_SLIPPED, /* bad, and forecast later than agreed */
	NEED_MOVE,    /* another one than last time */
	NEED_JUMP,
	NEED_STUCK,   /* bad for the third time, and nothing has changed */
	NEED_DECLINE, /* worse than last time, and bad */
};

enum fault_place {
	IN_UPDATE,
	IN_OVERVIEW,
	IN_EITHER,
	IN_LAST_UPDATE, /* of the last period */
	IN_PLAN,
};

struct planting {
	const char *rule;
	enum fault_place place;
	enum fault_need need;
	/* Each returns false where the fault cannot be planted after all. Either may be NULL. */
	bool (*facts)(struct world *world, struct page *page);
	bool (*words)(struct world *world, struct page *page);
};

extern const struct planting faults[];
extern const size_t fault_count;

/* plant_facts.c */
bool plant_past_agreed(struct world *world, struct page *page);
bool plant_past_due(struct world *world, struct page *page);
bool plant_milestone_late(struct world *world, struct page *page);
bool plant_funding_ends(struct world *world, struct page *page);
bool plant_needs_late(struct world *world, struct page *page);
bool plant_agreed_moved(struct world *world, struct page *page);
bool plant_forecast_moved(struct world *world, struct page *page);
bool plant_forecast_past(struct world *world, struct page *page);
bool plant_misplaced(struct world *world, struct page *page);
bool plant_signed_early(struct world *world, struct page *page);
bool plant_signed_long_before(struct world *world, struct page *page);
bool plant_lost(struct world *world, struct page *page);
bool plant_unreasoned(struct world *world, struct page *page);
bool plant_delivered_twice(struct world *world, struct page *page);
bool plant_reopened(struct world *world, struct page *page);
bool plant_undated(struct world *world, struct page *page);
bool plant_no_test(struct world *world, struct page *page);
bool plant_unserved(struct world *world, struct page *page);
bool plant_risk_lost(struct world *world, struct page *page);
bool plant_shared(struct world *world, struct page *page);
bool plant_no_action(struct world *world, struct page *page);
bool plant_unrouted(struct world *world, struct page *page);
bool plant_unmoved(struct world *world, struct page *page);
bool plant_rerated(struct world *world, struct page *page);
bool plant_copied(struct world *world, struct page *page);
bool plant_empty_row(struct world *world, struct page *page);
bool plant_two_missed(struct world *world, struct page *page);
bool plant_agreed_without_meeting(struct world *world, struct page *page);

/* plant_words.c */
bool plant_past_forecast(struct world *world, struct page *page);
bool plant_misquoted(struct world *world, struct page *page);
bool plant_denied(struct world *world, struct page *page);
bool plant_unlisted(struct world *world, struct page *page);
bool plant_claim(struct world *world, struct page *page);
bool plant_misspelled(struct world *world, struct page *page);
/* A wrong day beside a meeting of which another document may speak: both are then told of. */
void allow_second_day(struct world *world, struct page *page, struct date day);
bool plant_decision(struct world *world, struct page *page);
bool plant_dated_twice(struct world *world, struct page *page);
bool plant_future_past(struct world *world, struct page *page);
bool plant_unfinished(struct world *world, struct page *page);
bool plant_template(struct world *world, struct page *page);
bool plant_empty_item(struct world *world, struct page *page);
bool plant_placeholder(struct world *world, struct page *page);
bool plant_evidence(struct world *world, struct page *page);
bool plant_roll_up(struct world *world, struct page *page);
bool plant_left_out(struct world *world, struct page *page);

#endif
