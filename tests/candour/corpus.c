/* Declared in candour/corpus.h. */
#include "candour/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "candour/world.h"

/* Every fifth plan is clean; the others have so many faults. */
enum { CLEAN_EVERY = 5, FAULTS = 7 };

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct corpus_file *)a)->path, ((const struct corpus_file *)b)->path);
}

/*
 * Several wordings each, since one writer's habits would decide too much: each in turn, by
 * the clean plan that comes with some others, so that each wording has clean plans too.
 */
static const struct wording *wording_of(enum corpus_set set, unsigned number)
{
	static const struct wording *const tuning[] = {
		&tuning_wording_1, &tuning_wording_2, &tuning_wording_3, &tuning_wording_4,
		&tuning_wording_5, &tuning_wording_6, &tuning_wording_7};
	static const struct wording *const scoring[] = {&scoring_wording_1, &scoring_wording_2,
	                                                &scoring_wording_3};
	unsigned turn = number / CLEAN_EVERY;
	return set == CORPUS_SCORING ? scoring[turn % (sizeof(scoring) / sizeof(scoring[0]))]
	                             : tuning[turn % (sizeof(tuning) / sizeof(tuning[0]))];
}

void corpus_make(enum corpus_set set, unsigned number, struct corpus_plan *plan)
{
	struct world *world = mem_new(1, sizeof(*world));
	*plan = (struct corpus_plan){0};
	plan->id = arena_printf(&plan->arena, "%s-%u", set == CORPUS_TUNING ? "tuning" : "scoring",
	                        number);
	world_begin(world, wording_of(set, number),
	            (uint64_t)number * 2 + (set == CORPUS_TUNING ? 0 : 1), plan);
	if (number % CLEAN_EVERY != 0)
		faults_choose(world, number - number / CLEAN_EVERY, FAULTS);
	world_rate(world);
	world_live(world);
	world_write(world);
	free(world);
	qsort(plan->files, plan->count, sizeof(*plan->files), compare_files);
}

void corpus_release(struct corpus_plan *plan)
{
	arena_release(&plan->arena);
	*plan = (struct corpus_plan){0};
}
