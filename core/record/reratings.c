/* Re-ratings, and which of them answer a challenge: declared in record/challenges.h. */
#include "record/challenges.h"

#include <stdio.h>
#include <string.h>

/* As the last version with this rating gives it: it may be said later, or corrected. */
static const char *raised_by(const struct standing *standing, size_t number)
{
	const struct version *rated = standing->versions[number];
	const char *said = NULL;
	for (size_t i = number; i < standing->count && standing->versions[i]->rated == rated; i++)
		if (standing->versions[i]->reading->raised_by != NULL)
			said = standing->versions[i]->reading->raised_by;
	return said;
}

static void add_series(const struct series *series, size_t place, struct arena *arena,
                       struct reratings *reratings)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = 0; j < standing->count && standing_holds(standing); j++) {
			const struct version *version = standing->versions[j];
			/* Of an outline nobody knows what a version said. */
			if (version->reading == NULL ||
			    (!version->rerating && (j != 0 || version->reading->raised_by == NULL)))
				continue;
			reratings->items = arena_grow(arena, reratings->items, reratings->count,
			                              &reratings->room, sizeof(*reratings->items));
			reratings->items[reratings->count++] = (struct rerating){
				.series = series,
				.place = place,
				.standing = standing,
				.before = j == 0 ? NULL : standing->versions[j - 1],
				.version = version,
				.raised_by = raised_by(standing, j),
			};
		}
	}
}

void reratings_read(const struct plan_record *plan, struct arena *arena,
                    struct reratings *reratings)
{
	*reratings = (struct reratings){.plan = plan};
	for (size_t i = 0; i < plan->count; i++) {
		map_set(&reratings->series, plan->workstreams[i].id, &plan->workstreams[i]);
		add_series(&plan->workstreams[i], i, arena, reratings);
	}
	add_series(&plan->programme, plan->count, arena, reratings);
	/* The last first, so that each is followed by later ones. */
	for (size_t i = reratings->count; i-- > 0;) {
		struct rerating *item = &reratings->items[i];
		if (item->raised_by == NULL)
			continue;
		item->next = map_get(&reratings->raised, item->raised_by);
		map_set(&reratings->raised, item->raised_by, item);
	}
}

void reratings_release(struct reratings *reratings)
{
	map_release(&reratings->raised);
	map_release(&reratings->series);
	*reratings = (struct reratings){.items = NULL};
}

static const struct challenge *challenge_at(const struct observation *observation, size_t number)
{
	return &LIST_OF(struct challenge, observation->challenges)[number];
}

bool challenge_name(const struct observation *observation, size_t number,
                    char name[CHALLENGE_NAME_SIZE])
{
	const struct challenge *challenge = challenge_at(observation, number);
	if (!observation->id.valid || !challenge->id.valid)
		return false;
	int length = snprintf(name, CHALLENGE_NAME_SIZE, "%s#%s", observation->id.text,
	                      challenge->id.text);
	return length > 0 && length < CHALLENGE_NAME_SIZE;
}

/*
 * One that names the observation: of the workstream that is challenged, or any where no
 * workstream is, or where nothing else is challenged.
 */
static const struct rerating *find_named(const struct reratings *reratings,
                                         const struct observation *observation, size_t number)
{
	const char *workstream = challenge_at(observation, number)->workstream.text;
	const struct rerating *item = observation->id.text == NULL
	                                      ? NULL
	                                      : map_get(&reratings->raised, observation->id.text);
	bool any = workstream == NULL || observation->challenges.count == 1;
	while (item != NULL && !any && strcmp(item->series->id, workstream) != 0)
		item = item->next;
	return item;
}

static bool landed_since(const struct version *version, struct date day)
{
	return date_days(date_from_time(landing_time(version->landing))) >= date_days(day);
}

/* The period that the challenge is about, or any that had begun. */
static bool is_meant(const struct challenge *challenge, struct date met, struct period period)
{
	return challenge->period.valid ? period_overlaps(challenge->period.as.period, period)
	                               : period.first <= met.year * 12 + met.month - 1;
}

/* Where the re-ratings of the series at that place begin. */
static size_t first_of(const struct reratings *reratings, size_t place)
{
	size_t low = 0, high = reratings->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (reratings->items[middle].place < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* One of the workstream and period challenged, landed since; the first of them, or NULL. */
static const struct rerating *find_since(const struct reratings *reratings,
                                         const struct observation *observation, size_t number)
{
	const struct challenge *challenge = challenge_at(observation, number);
	const char *workstream = challenge->workstream.text;
	const struct series *series =
		workstream == NULL ? NULL : map_get(&reratings->series, workstream);
	if (series == NULL || !observation->date.valid)
		return NULL;
	struct date met = observation->date.as.date;
	for (size_t i = first_of(reratings, (size_t)(series - reratings->plan->workstreams));
	     i < reratings->count && reratings->items[i].series == series; i++) {
		const struct rerating *item = &reratings->items[i];
		if (item->before != NULL && is_meant(challenge, met, item->standing->period) &&
		    landed_since(item->version, met))
			return item;
	}
	return NULL;
}

struct challenge_answer challenge_answer(const struct reratings *reratings,
                                         const struct observation *observation, size_t number)
{
	const struct challenge *challenge = challenge_at(observation, number);
	struct challenge_answer answer = {.named = false};
	char name[CHALLENGE_NAME_SIZE];
	if (challenge_name(observation, number, name))
		answer.rerating = map_get(&reratings->raised, name);
	if (answer.rerating == NULL)
		answer.rerating = find_named(reratings, observation, number);
	answer.named = answer.rerating != NULL;
	if (answer.rerating == NULL)
		answer.rerating = find_since(reratings, observation, number);
	if (challenge->response.text.text != NULL)
		answer.response = &challenge->response;
	if (observation->status.valid && observation->status.as.word == OBSERVATION_ANSWERED)
		answer.to_all = observation->response.text;
	return answer;
}
