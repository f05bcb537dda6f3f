/*
 * How many questions there are, by period and by what they are about: whether a plan's
 * honesty has a trend.
 */
#ifndef VIEW_TALLY_H
#define VIEW_TALLY_H

#include "rules/rules.h"
#include "view/questions.h"

struct tally {
	struct period period; /* last 0: the plan as a whole */
	size_t reports;       /* that are on record of it */
	struct questioned families[FAMILY_COUNT], all;
};

struct tallies {
	struct tally *items; /* by period, and behind them the plan as a whole */
	size_t count;        /* of periods */
	bool used[FAMILY_COUNT];
};

/* Counts what was found of the plan; all memory belongs to the arena. */
void tallies_count(const struct plan_record *plan, const struct findings *findings,
                   struct arena *arena, struct tallies *tallies);

#endif
