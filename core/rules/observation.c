/* Rules about observations and what they challenge: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

#include "record/challenges.h"

/* An update of the tree whose correction says who raised it. */
struct raised {
	const char *raised_by, *workstream; /* no workstream: the programme's own rating */
	const struct raised *next;          /* with the same `raised_by` */
};

/* What may answer a challenge: what is on record, and what the tree brings. */
struct answers_at_hand {
	struct reratings reratings; /* empty without a record */
	struct map raised;
	struct arena arena;
};

/* True where the document says again what is on record of its period, so that it re-rates nothing.
 */
static bool is_on_record(const struct reratings *reratings, const char *workstream,
                         struct period period, const char *rag)
{
	const struct series *series = reratings->plan == NULL ? NULL
	                              : workstream == NULL
	                                      ? &reratings->plan->programme
	                                      : map_get(&reratings->series, workstream);
	for (size_t i = 0; series != NULL && i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		const struct reading *reading = standing_version(standing)->reading;
		if (period_equal(standing->period, period) && standing_holds(standing))
			return reading != NULL && strcmp(reading->rag, rag) == 0;
	}
	return false;
}

static void add_raised(struct answers_at_hand *answers, const struct document *document)
{
	const struct update *update = document->update;
	const struct overview *overview = document->overview;
	if (update == NULL && overview == NULL)
		return;
	const char *by = update != NULL ? update->correction.raised_by.text
	                                : overview->correction.raised_by.text;
	const struct value *period = update != NULL ? &update->period : &overview->period;
	const char *rag = update != NULL ? update->rag.text : overview->rag.text;
	const char *workstream = update != NULL ? update->workstream.text : NULL;
	if (by == NULL || rag == NULL || !period->valid || document_is_draft(document) ||
	    is_on_record(&answers->reratings, workstream, period->as.period, rag))
		return;
	struct raised *raised = arena_new(&answers->arena, sizeof(*raised));
	*raised = (struct raised){by, workstream, map_get(&answers->raised, by)};
	map_set(&answers->raised, by, raised);
}

static void gather(const struct judgement *judgement, struct answers_at_hand *answers)
{
	const struct folder *folder = judgement->folder;
	const struct plan_record *plan =
		judgement->record == NULL ? NULL : record_plan(judgement->record, folder->id);
	*answers = (struct answers_at_hand){.arena = ARENA_INIT};
	if (plan != NULL)
		reratings_read(plan, &answers->arena, &answers->reratings);
	for (size_t i = 0; i < folder->count; i++)
		if (folder->items[i].document != NULL)
			add_raised(answers, folder->items[i].document);
}

static void release(struct answers_at_hand *answers)
{
	reratings_release(&answers->reratings);
	map_release(&answers->raised);
	arena_release(&answers->arena);
}

/* True where a document of the tree names the challenge, or its observation for all. */
static bool is_raised(const struct answers_at_hand *answers, const struct observation *observation,
                      size_t number)
{
	const struct challenge *challenge =
		&LIST_OF(struct challenge, observation->challenges)[number];
	char key[CHALLENGE_NAME_SIZE];
	if (challenge_name(observation, number, key) && map_get(&answers->raised, key) != NULL)
		return true;
	const struct raised *raised = observation->id.text == NULL
	                                      ? NULL
	                                      : map_get(&answers->raised, observation->id.text);
	bool any = challenge->workstream.text == NULL || observation->challenges.count == 1;
	while (raised != NULL && !any &&
	       (raised->workstream == NULL ||
	        strcmp(raised->workstream, challenge->workstream.text) != 0))
		raised = raised->next;
	return raised != NULL;
}

static bool is_answered(const struct answers_at_hand *answers,
                        const struct observation *observation, size_t number)
{
	struct challenge_answer answer = challenge_answer(&answers->reratings, observation, number);
	return challenge_answered(&answer) || is_raised(answers, observation, number);
}

/* The observation that is judged, number INDEX of the folder's documents; or NULL. */
static const struct observation *observation_at(const struct judgement *judgement, size_t index)
{
	const struct item *item = &judgement->folder->items[index];
	return item->document == NULL || item->beside ? NULL : item->document->observation;
}

static bool has_observations(const struct judgement *judgement)
{
	for (size_t i = 0; i < judgement->folder->count; i++)
		if (observation_at(judgement, i) != NULL)
			return true;
	return false;
}

static bool is_called_answered(const struct observation *observation)
{
	return observation->status.valid && observation->status.as.word == OBSERVATION_ANSWERED;
}

static void report_open(const struct judgement *judgement, const char *path,
                        const struct observation *observation, size_t number)
{
	const struct challenge *challenge =
		&LIST_OF(struct challenge, observation->challenges)[number];
	char words[PERIOD_TEXT_SIZE], name[CHALLENGE_NAME_SIZE];
	const char *workstream = challenge->workstream.text;
	const char *raiser = challenge_name(observation, number, name) ? name
	                     : observation->id.text != NULL            ? observation->id.text
	                                                               : "its id";
	judgement_add(
		judgement, path,
		challenge->reason.place.line != 0 ? challenge->reason.place : challenge->place,
		"the challenge to %s%.60s%s%s%s is open: re-rate it and say "
		"`correction: {reason: …, raised_by: %s}`, or give a `response` here",
		workstream != NULL ? "`" : "a rating that it does not name",
		workstream != NULL ? workstream : "", workstream != NULL ? "`" : "",
		challenge->period.valid ? " for " : "",
		challenge->period.valid ? period_words(challenge->period.as.period, words) : "",
		raiser);
}

void judge_challenge_open(const struct judgement *judgement)
{
	struct answers_at_hand answers;
	if (!has_observations(judgement))
		return;
	gather(judgement, &answers);
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct observation *observation = observation_at(judgement, i);
		/* One that is called answered is held to that. */
		if (observation == NULL || is_called_answered(observation))
			continue;
		for (size_t j = 0; j < observation->challenges.count; j++)
			if (!is_answered(&answers, observation, j))
				report_open(judgement, judgement->folder->items[i].path,
				            observation, j);
	}
	release(&answers);
}

void judge_challenge_unanswered(const struct judgement *judgement)
{
	struct answers_at_hand answers;
	if (!has_observations(judgement))
		return;
	gather(judgement, &answers);
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct observation *observation = observation_at(judgement, i);
		size_t open = 0;
		if (observation == NULL || !is_called_answered(observation) ||
		    observation->response.text != NULL)
			continue;
		for (size_t j = 0; j < observation->challenges.count; j++)
			open += is_answered(&answers, observation, j) ? 0 : 1;
		const char *path = judgement->folder->items[i].path;
		if (observation->challenges.count == 0)
			judgement_add(judgement, path, observation->status.place,
			              "it is called answered, and no answer is given; say it in "
			              "`response`, or write `open`");
		else if (open != 0)
			judgement_add(judgement, path, observation->status.place,
			              "it is called answered, but %zu of its %zu challenges %s: "
			              "no re-rating answers, and no `response`; give one, or "
			              "write `open`",
			              open, observation->challenges.count,
			              open == 1 ? "is not" : "are not");
	}
	release(&answers);
}

static void check_begun(const struct judgement *judgement, const char *path,
                        const struct observation *observation, const struct value *period)
{
	char words[PERIOD_TEXT_SIZE], day[DATE_TEXT_SIZE];
	if (!observation->date.valid || !period->valid)
		return;
	struct date met = observation->date.as.date;
	if (period->as.period.first <= met.year * 12 + met.month - 1)
		return;
	judgement_add(judgement, path, period->place,
	              "the body met on %s, before %s had begun; mend the period, or the `date`",
	              date_words(met, day), period_words(period->as.period, words));
}

void judge_challenge_early(const struct judgement *judgement)
{
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct observation *observation = observation_at(judgement, i);
		const char *path = judgement->folder->items[i].path;
		if (observation == NULL)
			continue;
		const struct challenge *challenges =
			LIST_OF(struct challenge, observation->challenges);
		const struct independent *ratings =
			LIST_OF(struct independent, observation->independent);
		for (size_t j = 0; j < observation->challenges.count; j++)
			check_begun(judgement, path, observation, &challenges[j].period);
		for (size_t j = 0; j < observation->independent.count; j++)
			check_begun(judgement, path, observation, &ratings[j].period);
	}
}
