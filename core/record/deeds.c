#include "record/deeds.h"

#include <stdlib.h>
#include <string.h>

#include "record/deed_settings.h"
#include "repo/commit.h"

static bool is_known_landing(const struct object_id *id, void *context)
{
	const struct lineage *lineage = context;
	uint32_t at = lineage_find(lineage, id);
	return at != LINEAGE_NONE && lineage_is_landing(lineage, at);
}

int deeds_first(const struct record *record, const struct object_id *from, size_t *first,
                struct object_id *shared, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct receipts receipts;
	struct chain chain = {0};
	int result = -1;
	*first = 0;
	*shared = (struct object_id){{0}};
	if (receipts_open(record->repo, &receipts, error) < 0 ||
	    chain_read(record->repo, from, &receipts, &texts, is_known_landing,
	               (void *)&record->lineage, &chain, error) < 0)
		goto done;
	*shared = chain.known;
	if (!object_is_none(&chain.known))
		*first = record->lineage.commits[lineage_find(&record->lineage, &chain.known)]
		                 .number +
		         1;
	result = 0;
done:
	chain_release(&chain);
	arena_release(&arena);
	return result;
}

struct deed *deeds_add(struct deeds *deeds, struct deed deed)
{
	deeds->items = arena_grow(&deeds->arena, deeds->items, deeds->count, &deeds->room,
	                          sizeof(*deeds->items));
	deeds->items[deeds->count] = deed;
	return &deeds->items[deeds->count++];
}

int deeds_find_plans(const struct deeds *deeds, uint32_t path, size_t first, struct deed *deed,
                     struct error *error)
{
	if (plan_versions_before(deeds->plans, path, deed->landing->number, &deed->plan, error) <
	            0 ||
	    plan_versions_before(deeds->plans, path, first, &deed->strict, error) < 0)
		return -1;
	if (deed->strict == NULL)
		deed->strict = deed->plan;
	return 0;
}

/* What is being read. */
struct reader {
	const struct record *record;
	struct deeds *deeds;
	size_t first;
	uint32_t plan_path; /* of the plan whose series are being read; LINEAGE_NONE without one */
	const struct series *series;
	bool programme;
	struct error *error;
};

static const char *workstream_of(const struct deed *deed)
{
	return deed->programme ? NULL : deed->series->id;
}

/* Adds a deed to a rating, with whom the plan named for it. */
static int add_rating(const struct reader *reader, struct deed deed)
{
	deed.series = reader->series;
	deed.programme = reader->programme;
	if (reader->plan_path != LINEAGE_NONE &&
	    deeds_find_plans(reader->deeds, reader->plan_path, reader->first, &deed,
	                     reader->error) < 0)
		return -1;
	deed.named = roles_raters(deed.plan, workstream_of(&deed));
	deed.warrant = roles_find(deed.named, deed.by->author.email);
	deeds_add(reader->deeds, deed);
	return 0;
}

static int read_versions(const struct reader *reader, const struct standing *standing)
{
	for (size_t i = standing->count; i-- > 0;) {
		const struct version *version = standing->versions[i];
		if (version->landing->number < reader->first)
			break;
		if (version->rated != version)
			continue;
		struct deed deed = {
			.kind = version->rerating ? DEED_RERATED : DEED_RATED,
			.landing = version->landing,
			/* Whoever merges what stood before takes the newer rating away. */
			.by = version->brought_back ? version->landing : version->rater,
			.path = version->path,
			.period = standing->period,
			.before = i == 0 ? NULL : standing->versions[i - 1],
			.now = version,
		};
		if (add_rating(reader, deed) < 0)
			return -1;
	}
	return 0;
}

static int read_withdrawals(const struct reader *reader, const struct standing *standing)
{
	for (size_t i = standing->withdrawal_count; i-- > 0;) {
		const struct withdrawal *withdrawal = &standing->withdrawals[i];
		if (withdrawal->landing->number < reader->first)
			break;
		const struct version *before = standing->versions[withdrawal->before - 1];
		struct deed deed = {
			.kind = DEED_WITHDRAWN,
			.landing = withdrawal->landing,
			.by = withdrawal->by,
			.path = before->path,
			.period = standing->period,
			.before = before,
		};
		if (add_rating(reader, deed) < 0)
			return -1;
	}
	return 0;
}

static int read_series(struct reader *reader, const struct series *series, bool programme)
{
	reader->series = series;
	reader->programme = programme;
	for (size_t i = 0; i < series->count; i++)
		if (read_versions(reader, &series->standings[i]) < 0 ||
		    read_withdrawals(reader, &series->standings[i]) < 0)
			return -1;
	return 0;
}

static int read_plans(struct reader *reader, const struct plan_record *plans, size_t count)
{
	const struct map *paths = &reader->record->lineage.path_ids;
	for (size_t i = 0; i < count; i++) {
		const char *path = arena_printf(&reader->deeds->arena, "%s/%s/plan.md", REPO_PLANS,
		                                plans[i].id);
		const void *known = map_get(paths, path);
		reader->plan_path = known == NULL ? LINEAGE_NONE : (uint32_t)((uintptr_t)known - 1);
		for (size_t j = 0; j < plans[i].count; j++)
			if (read_series(reader, &plans[i].workstreams[j], false) < 0)
				return -1;
		if (read_series(reader, &plans[i].programme, true) < 0)
			return -1;
	}
	return 0;
}

static int compare(const void *a, const void *b)
{
	const struct deed *first = a, *second = b;
	if (first->landing->number != second->landing->number)
		return first->landing->number < second->landing->number ? -1 : 1;
	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	int order = strcmp(first->path, second->path);
	if (order == 0 && first->series != NULL)
		order = strcmp(first->series->id, second->series->id);
	return order != 0 ? order : period_compare(first->period, second->period);
}

/* What had landed before each, and the latest receipt by then. */
static void note_before(const struct reader *reader)
{
	const struct lineage *lineage = &reader->record->lineage;
	int64_t received = 0;
	size_t at = 0;
	for (size_t i = 0; i < reader->deeds->count; i++) {
		struct deed *deed = &reader->deeds->items[i];
		for (; at < deed->landing->number; at++) {
			const struct landing *other = &lineage->commits[lineage->landings[at]];
			/* Of a late one nobody knows when it came, only that it had. */
			if (!other->late && other->received > received)
				received = other->received;
		}
		deed->received = received;
		if (deed->landing->number != 0)
			deed->previous =
				&lineage->commits[lineage->landings[deed->landing->number - 1]];
	}
}

int deeds_read(const struct record *record, size_t first, struct deeds *deeds, struct error *error)
{
	struct reader reader = {.record = record, .deeds = deeds, .first = first, .error = error};
	*deeds = (struct deeds){.landings = record->lineage.landing_count - first};
	deeds->plans = plan_versions_new(record->repo, &record->lineage);
	if (read_plans(&reader, record->plans, record->count) < 0 ||
	    read_plans(&reader, record->removed, record->removed_count) < 0 ||
	    deed_settings_read(record, first, deeds, error) < 0) {
		deeds_release(deeds);
		return -1;
	}
	if (deeds->count != 0)
		qsort(deeds->items, deeds->count, sizeof(*deeds->items), compare);
	note_before(&reader);
	return 0;
}

void deeds_release(struct deeds *deeds)
{
	plan_versions_free(deeds->plans);
	arena_release(&deeds->arena);
	*deeds = (struct deeds){0};
}
