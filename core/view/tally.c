#include "view/tally.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
	return period_compare(((const struct tally *)a)->period, ((const struct tally *)b)->period);
}

/* Of a period that nothing is on record of: the plan as a whole. */
static struct tally *tally_of(struct tallies *tallies, struct period period)
{
	const struct tally key = {.period = period};
	struct tally *found = tallies->count == 0 ? NULL
	                                          : bsearch(&key, tallies->items, tallies->count,
	                                                    sizeof(*tallies->items), compare);
	return found != NULL ? found : &tallies->items[tallies->count];
}

static void count_finding(struct tallies *tallies, const struct finding *finding)
{
	const struct rule *rule = rule_named(finding->rule);
	enum rule_family family = rule == NULL ? FAMILY_NONE : rule->family;
	struct tally *tally = tally_of(tallies, finding->period);
	bool explained = finding->severity == SEVERITY_EXPLAINED;
	tallies->used[family] = true;
	tally->families[family].open += explained ? 0 : 1;
	tally->families[family].explained += explained ? 1 : 0;
	tally->all.open += explained ? 0 : 1;
	tally->all.explained += explained ? 1 : 0;
}

static size_t count_standings(const struct plan_record *plan)
{
	size_t count = plan->programme.count;
	for (size_t i = 0; i < plan->count; i++)
		count += plan->workstreams[i].count;
	return count;
}

static void add_reports(struct tallies *tallies, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++)
		if (standing_holds(&series->standings[i]))
			tallies->items[tallies->count++] =
				(struct tally){.period = series->standings[i].period, .reports = 1};
}

/* Sorts the reports, and makes one of those that have a period in common. */
static void join(struct tallies *tallies)
{
	size_t kept = 0;
	if (tallies->count != 0)
		qsort(tallies->items, tallies->count, sizeof(*tallies->items), compare);
	for (size_t i = 0; i < tallies->count; i++) {
		if (kept != 0 && compare(&tallies->items[kept - 1], &tallies->items[i]) == 0)
			tallies->items[kept - 1].reports++;
		else
			tallies->items[kept++] = tallies->items[i];
	}
	tallies->items[kept] = (struct tally){.reports = 0};
	tallies->count = kept;
}

void tallies_count(const struct plan_record *plan, const struct findings *findings,
                   struct arena *arena, struct tallies *tallies)
{
	*tallies = (struct tallies){
		.items = arena_new(arena, (count_standings(plan) + 1) * sizeof(struct tally))};
	for (size_t i = 0; i < plan->count; i++)
		add_reports(tallies, &plan->workstreams[i]);
	add_reports(tallies, &plan->programme);
	join(tallies);
	for (size_t i = 0; i < findings->count; i++)
		count_finding(tallies, &findings->items[i]);
}
