#include "rules/latest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/twin.h"
#include "record/answers.h"
#include "rules/findings_kept.h"

/* Which program judged: another may ask other questions. */
#ifndef RAGTRAIL_QUESTIONS
#define RAGTRAIL_QUESTIONS "unknown"
#endif

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

int latest_judge(const struct record *record, const struct plan_record *const *plans, size_t count,
                 struct findings *findings, struct error *error)
{
	static const char name[] = KEPT_QUESTIONS;
	struct answer_key *keys = mem_new(count + 1, sizeof(*keys));
	struct answers answers;
	size_t judged = 0;
	int result = 0;
	answers_open(record, name, RAGTRAIL_QUESTIONS, &answers);
	for (size_t i = 0; i < count && result == 0; i++) {
		keys[i] = answer_key(record, plans[i]);
		if (load(&answers, keys[i], &findings[i]))
			continue;
		judged++;
		result = rules_judge_story(record, plans[i], STORY_LATEST, &findings[i], error);
	}
	answers_close(&answers);
	/* What is said of some plans alone would take the place of what is kept of all. */
	if (result == 0 && judged != 0 && count >= record->count)
		keep(record, name, keys, findings, count);
	free(keys);
	return result;
}

/* --- all periods --- */

/* What is kept of all plans: of each month its findings, then those of the plan itself. */
struct keeping {
	const struct record *record;
	struct answers answers; /* of an earlier run */
	struct answer_key *keys;
	struct buf *parts;
	size_t count, key_room, part_room;
	bool anew; /* something was not kept */
};

static void keep_part(struct keeping *keeping, struct answer_key key,
                      const struct findings *findings, int last)
{
	struct buf part = BUF_INIT;
	findings_store_of(findings, last, &part);
	keeping->keys =
		mem_grow(keeping->keys, keeping->count, &keeping->key_room, sizeof(*keeping->keys));
	keeping->parts = mem_grow(keeping->parts, keeping->count, &keeping->part_room,
	                          sizeof(*keeping->parts));
	keeping->keys[keeping->count] = key;
	keeping->parts[keeping->count++] = part;
}

static void append(struct findings *findings, const struct findings *from)
{
	for (size_t i = 0; i < from->count; i++)
		findings_add(findings, &from->items[i]);
}

/* Loads what is known of the months; WANTED are the COUNT others, which is returned. */
static size_t load_months(const struct answers *answers, const struct answer_month *months,
                          size_t count, struct findings *findings, int *wanted)
{
	size_t unknown = 0;
	for (size_t i = 0; i < count; i++) {
		struct findings own = {.count = 0};
		if (load(answers, months[i].key, &own))
			append(findings, &own);
		else
			wanted[unknown++] = months[i].last;
		findings_release(&own);
	}
	return unknown;
}

/* --- by several processes --- */

enum {
	WORTH_A_TWIN = 12,     /* months, for each process */
	LEAST_PATIENCE = 5000, /* milliseconds for the others when this process has done its
	                          share; more where that took longer */
};

/* Months of a plan that one process asks about. */
struct share {
	const struct record *record;
	const struct plan_record *plan;
	const int *months;
	size_t count;
};

/* Hands over what is said of each of the months, and nothing of the plan itself. */
static int judge_share(void *context, struct buf *out)
{
	const struct share *share = context;
	struct findings findings = {.count = 0};
	struct error ignored = ERROR_INIT;
	repo_unwatch(share->record->repo);
	int result = rules_judge_months(share->record, share->plan, share->months, share->count,
	                                &findings, &ignored);
	for (size_t i = 0; i < share->count && result == 0; i++) {
		struct buf part = BUF_INIT;
		if (!findings_store_of(&findings, share->months[i], &part))
			result = -1;
		buf_add(out, (const char *)&part.length, sizeof(part.length));
		buf_add(out, part.bytes, part.length);
		buf_release(&part);
	}
	findings_release(&findings);
	return result;
}

/* What a twin found of its share; false, and nothing of it, where it did not come to its end. */
static bool take_share(struct twin *twin, const struct share *share, int patience,
                       struct findings *findings)
{
	size_t length, size;
	const char *at = twin == NULL ? NULL : twin_wait(twin, patience, &length);
	struct findings all = {.count = 0};
	if (at == NULL)
		return false;
	const char *end = at + length;
	size_t taken = 0;
	for (; taken < share->count && (size_t)(end - at) >= sizeof(size); taken++, at += size) {
		struct findings own = {.count = 0};
		memcpy(&size, at, sizeof(size));
		at += sizeof(size);
		bool whole = size <= (size_t)(end - at) && findings_load(at, size, &own);
		append(&all, &own);
		findings_release(&own);
		if (!whole)
			break;
	}
	if (taken == share->count)
		append(findings, &all);
	findings_release(&all);
	return taken == share->count;
}

static struct timespec now(void)
{
	struct timespec time = {0, 0};
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time;
}

static int patience_since(struct timespec begun)
{
	enum { MOST = 600 }; /* seconds */
	time_t seconds = now().tv_sec - begun.tv_sec + 1;
	return seconds * 1000 < LEAST_PATIENCE ? LEAST_PATIENCE
	       : seconds > MOST                ? MOST * 1000
	                                       : (int)seconds * 1000;
}

/* So many twins as there are processors beside this one, where there is work for them. */
static size_t twins_for(size_t months)
{
	size_t most = twin_count(), worth = months / WORTH_A_TWIN;
	return worth == 0 ? 0 : worth - 1 < most ? worth - 1 : most;
}

/*
 * Where share number SHARE of so many begins. Later months look back upon more: the last one
 * takes a third longer than the first.
 */
static size_t share_begins(size_t count, size_t share, size_t shares)
{
	enum { FIRST = 3, LAST = 4 };
	size_t begins = 0, before = 0, all = count * count * (FIRST + LAST) / 2;
	while (begins < count && before * shares < all * share)
		before += FIRST * count + begins++;
	return begins;
}

/* No month needs to know of a later one; what is said of the plan itself is said here. */
static int judge_months(const struct record *record, const struct plan_record *plan,
                        const int *months, size_t count, struct findings *findings,
                        struct error *error)
{
	struct twin *twins[TWIN_MOST];
	struct share shares[TWIN_MOST];
	size_t helpers = twins_for(count), all = helpers + 1;
	for (size_t i = 0; i < helpers; i++) {
		size_t from = share_begins(count, i + 1, all), to = share_begins(count, i + 2, all);
		shares[i] = (struct share){record, plan, months + from, to - from};
		twins[i] = twin_start(judge_share, &shares[i]);
	}
	struct timespec begun = now();
	int result = rules_judge_months(record, plan, months, share_begins(count, 1, all), findings,
	                                error);
	int patience = patience_since(begun);
	for (size_t i = 0; i < helpers; i++) {
		bool taken = result == 0 && take_share(twins[i], &shares[i], patience, findings);
		twin_close(twins[i]);
		if (result == 0 && !taken)
			result = rules_judge_months(record, plan, shares[i].months, shares[i].count,
			                            findings, error);
	}
	findings_sort(findings);
	return result;
}

/* --- of a plan --- */

static int judge_plan(struct keeping *keeping, const struct plan_record *plan,
                      struct findings *findings, struct error *error)
{
	const struct record *record = keeping->record;
	struct answer_key whole = answer_key(record, plan);
	struct answer_month *months;
	struct findings own = {.count = 0};
	size_t count = answer_months(record, plan, &months);
	int *wanted = mem_new(count + 1, sizeof(*wanted)), result = 0;
	size_t unknown = load_months(&keeping->answers, months, count, findings, wanted);
	if (unknown == 0 && load(&keeping->answers, whole, &own)) {
		append(findings, &own);
		findings_sort(findings);
	} else {
		keeping->anew = true;
		result = judge_months(record, plan, wanted, unknown, findings, error);
	}
	/* Where there are too many, which ones are left out depends on the order they came in. */
	if (result == 0 && findings->unkept != 0) {
		findings_release(findings);
		result = rules_judge_story(record, plan, STORY_WHOLE, findings, error);
	}
	for (size_t i = 0; i < count && result == 0; i++)
		keep_part(keeping, months[i].key, findings, months[i].last);
	if (result == 0)
		keep_part(keeping, whole, findings, 0);
	findings_release(&own);
	free(wanted);
	free(months);
	return result;
}

int whole_judge(const struct record *record, struct findings *findings, struct error *error)
{
	static const char name[] = KEPT_QUESTIONS_ALL;
	struct keeping keeping = {.record = record};
	int result = 0;
	answers_open(record, name, RAGTRAIL_QUESTIONS, &keeping.answers);
	for (size_t i = 0; i < record->count && result == 0; i++)
		result = judge_plan(&keeping, &record->plans[i], &findings[i], error);
	answers_close(&keeping.answers);
	if (result == 0 && keeping.anew)
		answers_keep(record, name, RAGTRAIL_QUESTIONS, keeping.keys, keeping.parts,
		             keeping.count);
	for (size_t i = 0; i < keeping.count; i++)
		buf_release(&keeping.parts[i]);
	free(keeping.keys);
	free(keeping.parts);
	return result;
}
