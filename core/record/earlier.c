#include "record/earlier.h"

#include <string.h>

/* How many versions, withdrawals or drafts had landed by then. */
static size_t landed_versions(const struct standing *standing, size_t number)
{
	size_t count = 0;
	while (count < standing->count && standing->versions[count]->landing->number <= number)
		count++;
	return count;
}

static struct standing cut_standing(const struct standing *standing, size_t number)
{
	struct standing cut = *standing;
	cut.count = landed_versions(standing, number);
	cut.withdrawal_count = 0;
	cut.withdrawn = NULL;
	while (cut.withdrawal_count < standing->withdrawal_count &&
	       standing->withdrawals[cut.withdrawal_count].landing->number <= number) {
		const struct withdrawal *last = &standing->withdrawals[cut.withdrawal_count++];
		cut.withdrawn = last->before == cut.count ? last->landing : NULL;
	}
	return cut;
}

static struct series cut_series(const struct series *series, size_t number, struct arena *arena)
{
	struct series cut = *series;
	cut.standings = arena_new(arena, series->count * sizeof(*cut.standings));
	cut.count = cut.draft_count = 0;
	for (size_t i = 0; i < series->count; i++)
		if (landed_versions(&series->standings[i], number) != 0)
			cut.standings[cut.count++] = cut_standing(&series->standings[i], number);
	while (cut.draft_count < series->draft_count &&
	       series->drafts[cut.draft_count].landing->number <= number)
		cut.draft_count++;
	return cut;
}

static bool has_series(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return true;
	return false;
}

/* As the plan spelt it by then. */
static void declare(struct series *series, const struct plan *then)
{
	const struct workstream *declared = plan_workstream(then, series->id);
	series->declared = declared;
	series->title = declared != NULL && declared->title.text != NULL ? declared->title.text
	                                                                 : series->id;
}

void plan_earlier(const struct plan_record *plan, const struct plan *then, size_t number,
                  struct arena *arena, struct plan_record *earlier)
{
	const struct workstream *listed = LIST_OF(struct workstream, then->workstreams);
	size_t most = plan->count + then->workstreams.count;
	*earlier = (struct plan_record){.id = plan->id, .plan = then};
	earlier->workstreams = arena_new(arena, most * sizeof(*earlier->workstreams));
	for (size_t i = 0; i < plan->count; i++) {
		struct series cut = cut_series(&plan->workstreams[i], number, arena);
		declare(&cut, then);
		if (cut.count != 0 || cut.declared != NULL)
			earlier->workstreams[earlier->count++] = cut;
	}
	for (size_t i = 0; i < then->workstreams.count; i++) {
		struct series unrated = {.id = listed[i].id.text};
		if (!listed[i].id.valid || has_series(earlier, unrated.id))
			continue;
		declare(&unrated, then);
		earlier->workstreams[earlier->count++] = unrated;
	}
	earlier->programme = cut_series(&plan->programme, number, arena);
}
