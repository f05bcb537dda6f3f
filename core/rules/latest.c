#include "rules/latest.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "record/answers.h"
#include "rules/findings_kept.h"

/* Which program judged: another may ask other questions. */
#ifndef RAGTRAIL_QUESTIONS
#define RAGTRAIL_QUESTIONS "unknown"
#endif

/* What is asked for, and where it is kept. */
struct kept_part {
	const char *name;
	enum story_part part;
	size_t periods; /* that a digest must stand for */
};

static bool load(const struct answers *answers, struct answer_key key, struct findings *findings)
{
	size_t length;
	const char *bytes = answers_find(answers, key, &length);
	return bytes != NULL && findings_load(bytes, length, findings);
}

static void keep(const struct record *record, const char *name, const struct answer_key *keys,
                 const struct findings *findings, size_t count)
{
	struct buf *parts = mem_new(count + 1, sizeof(*parts));
	for (size_t i = 0; i < count; i++) {
		parts[i] = (struct buf)BUF_INIT;
		/* Where not all were kept, nothing is: the plan is asked about again. */
		findings_store(&findings[i], &parts[i]);
	}
	answers_keep(record, name, RAGTRAIL_QUESTIONS, keys, parts, count);
	for (size_t i = 0; i < count; i++)
		buf_release(&parts[i]);
	free(parts);
}

static int judge(const struct record *record, const struct kept_part *part,
                 const struct plan_record *const *plans, size_t count, struct findings *findings,
                 struct error *error)
{
	struct answer_key *keys = mem_new(count + 1, sizeof(*keys));
	struct answers answers;
	size_t judged = 0;
	int result = 0;
	answers_open(record, part->name, RAGTRAIL_QUESTIONS, &answers);
	for (size_t i = 0; i < count && result == 0; i++) {
		keys[i] = answer_key(record, plans[i], part->periods);
		if (load(&answers, keys[i], &findings[i]))
			continue;
		judged++;
		result = rules_judge_story(record, plans[i], part->part, &findings[i], error);
	}
	answers_close(&answers);
	/* What is said of some plans alone would take the place of what is kept of all. */
	if (result == 0 && judged != 0 && count >= record->count)
		keep(record, part->name, keys, findings, count);
	free(keys);
	return result;
}

int latest_judge(const struct record *record, const struct plan_record *const *plans, size_t count,
                 struct findings *findings, struct error *error)
{
	/* The period itself, and as many as a story looks back upon. */
	static const struct kept_part latest = {"questions", STORY_LATEST, STORY_LOOKBACK + 1};
	return judge(record, &latest, plans, count, findings, error);
}

int whole_judge(const struct record *record, struct findings *findings, struct error *error)
{
	static const struct kept_part whole = {"questions-all", STORY_WHOLE, SIZE_MAX};
	const struct plan_record **plans = mem_new(record->count + 1, sizeof(*plans));
	for (size_t i = 0; i < record->count; i++)
		plans[i] = &record->plans[i];
	int result = judge(record, &whole, plans, record->count, findings, error);
	free(plans);
	return result;
}
