#include "view/silences.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/plan_versions.h"

/* What a landing made of a plan.md. */
struct turn {
	const struct plan_record *record;
	const struct plan *plan; /* NULL: it is gone, or cannot be read */
	size_t number;
};

struct plan_words {
	struct plan_versions *versions;
	struct turn *turns; /* in the order of landings */
	size_t count, room;
};

/* The plan on record whose plan.md this is, or NULL. */
static const struct plan_record *plan_at(const struct record *record, const char *path)
{
	const char *folder = path + strlen(REPO_PLANS "/");
	for (size_t i = 0; i < record->count && is_plan_path(path); i++) {
		size_t length = strlen(record->plans[i].id);
		if (strncmp(folder, record->plans[i].id, length) == 0 && folder[length] == '/')
			return &record->plans[i];
	}
	return NULL;
}

static int add_turn(struct plan_words *words, const struct plan_record *record, uint32_t blob,
                    size_t number, struct error *error)
{
	const struct plan *plan;
	if (plan_versions_find(words->versions, blob, &plan, error) < 0)
		return -1;
	words->turns = mem_grow(words->turns, words->count, &words->room, sizeof(*words->turns));
	words->turns[words->count++] =
		(struct turn){.record = record, .plan = plan, .number = number};
	return 0;
}

int plan_words_read(const struct record *record, struct plan_words **words, struct error *error)
{
	const struct lineage *lineage = &record->lineage;
	const struct plan_record **plans =
		mem_new(lineage->path_count + 1, sizeof(struct plan_record *));
	int result = 0;
	*words = mem_new(1, sizeof(**words));
	(*words)->versions = plan_versions_new(record->repo, lineage);
	for (size_t i = 0; i < lineage->path_count; i++)
		plans[i] = plan_at(record, lineage->paths[i]);
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (uint32_t j = 0; j < link->change_count && result == 0; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			if (plans[change->path] != NULL)
				result = add_turn(*words, plans[change->path], change->after, i,
				                  error);
		}
	}
	free(plans);
	return result;
}

void plan_words_free(struct plan_words *words)
{
	if (words == NULL)
		return;
	plan_versions_free(words->versions);
	free(words->turns);
	free(words);
}

struct silences silences_of(const struct plan_words *words, const struct plan_record *plan,
                            const char *id, struct arena *arena)
{
	struct silences silences = {NULL, 0, 0};
	bool row_kept = false, kept = false;
	for (size_t i = 0; i < words->count; i++) {
		const struct turn *turn = &words->turns[i];
		if (turn->record != plan || turn->plan == NULL)
			continue;
		const struct workstream *row = id == NULL ? NULL : plan_workstream(turn->plan, id);
		if (row != NULL)
			row_kept = exempt_is_set(&row->exempt);
		bool keeps = row_kept || exempt_is_set(&turn->plan->common.exempt);
		if (keeps && !kept) {
			silences.items = arena_grow(arena, silences.items, silences.count,
			                            &silences.room, sizeof(*silences.items));
			silences.items[silences.count++] =
				(struct silence){.from = turn->number, .end = SIZE_MAX};
		} else if (!keeps && kept) {
			silences.items[silences.count - 1].end = turn->number;
		}
		kept = keeps;
	}
	return silences;
}

bool silences_cover(const struct silences *silences, size_t from, size_t end)
{
	for (size_t i = 0; i < silences->count; i++)
		if (silences->items[i].from <= from && end <= silences->items[i].end)
			return true;
	return false;
}
