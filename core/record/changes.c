#include "record/changes.h"

#include <string.h>

static const struct {
	const char *id, *words;
	enum change_subject subject;
} rows[CHANGE_KIND_COUNT] = {
	[CHANGE_FIRST] = {"rating-first", "first rating", SUBJECT_RATING},
	[CHANGE_IMPROVED] = {"rating-improved", "improved", SUBJECT_RATING},
	[CHANGE_STEADY] = {"rating-steady", "steady", SUBJECT_RATING},
	[CHANGE_DECLINED] = {"rating-declined", "declined", SUBJECT_RATING},
	[CHANGE_NOT_COMPARED] = {"rating-not-compared", "not compared", SUBJECT_RATING},
	[CHANGE_RERATED] = {"re-rated", "re-rated", SUBJECT_RATING},
	[CHANGE_WITHDRAWN] = {"withdrawn", "withdrawn", SUBJECT_RATING},
	[CHANGE_RETURNED] = {"returned", "back on record", SUBJECT_RATING},
	[CHANGE_BEFORE_LANDING] = {"before-landing", "before landing", SUBJECT_RATING},
	[CHANGE_DRAFT] = {"draft", "draft", SUBJECT_RATING},
	[CHANGE_SPONSOR] = {"sponsor-changed", "sponsor", SUBJECT_WORKSTREAM},
	[CHANGE_AGREED] = {"agreed-moved", "agreed completion", SUBJECT_WORKSTREAM},
	[CHANGE_FORECAST] = {"forecast-moved", "forecast", SUBJECT_WORKSTREAM},
	[CHANGE_DELIVERED] = {"milestone-delivered", "delivered", SUBJECT_MILESTONE},
	[CHANGE_REOPENED] = {"milestone-reopened", "no longer delivered", SUBJECT_MILESTONE},
	[CHANGE_MISSED] = {"milestone-missed", "missed", SUBJECT_MILESTONE},
	[CHANGE_DROPPED] = {"milestone-dropped", "dropped", SUBJECT_MILESTONE},
	[CHANGE_CARRIED] = {"milestone-carried", "carried over", SUBJECT_MILESTONE},
	[CHANGE_SPLIT] = {"milestone-split", "split", SUBJECT_MILESTONE},
	[CHANGE_MERGED] = {"milestone-merged", "merged into another", SUBJECT_MILESTONE},
	[CHANGE_DUE] = {"milestone-due-moved", "due date moved", SUBJECT_MILESTONE},
	[CHANGE_NEW] = {"milestone-new", "new", SUBJECT_MILESTONE},
	[CHANGE_GONE] = {"milestone-gone", "gone from the list unfinished", SUBJECT_MILESTONE},
	[CHANGE_RISK_OPENED] = {"risk-opened", "new", SUBJECT_RISK},
	[CHANGE_RISK_CLOSED] = {"risk-closed", "closed", SUBJECT_RISK},
	[CHANGE_RISK_GONE] = {"risk-gone", "gone from the list without being closed", SUBJECT_RISK},
};

const char *change_id(enum change_kind kind)
{
	return rows[kind].id;
}

const char *change_words(enum change_kind kind)
{
	return rows[kind].words;
}

enum change_subject change_subject(enum change_kind kind)
{
	return rows[kind].subject;
}

static const char *label_of(const struct scale *scale, int level, const char *rag)
{
	return level == SCALE_NONE ? rag : scale->levels[level].label;
}

const char *version_label(const struct version *version)
{
	return label_of(version->scale, version->level, version->reading->rag);
}

const char *draft_label(const struct draft *draft)
{
	return label_of(draft->scale, draft->level, draft->reading->rag);
}

const struct version *standing_rerating(const struct standing *standing,
                                        const struct version **before)
{
	for (size_t i = standing->count; i-- > 1;) {
		if (!standing->versions[i]->rerating)
			continue;
		*before = standing->versions[i - 1];
		return standing->versions[i];
	}
	return NULL;
}

struct difference *changes_add(struct changes *changes, enum change_kind kind, struct period period)
{
	changes->items = arena_grow(changes->arena, changes->items, changes->count, &changes->room,
	                            sizeof(*changes->items));
	struct difference *change = &changes->items[changes->count++];
	*change = (struct difference){.kind = kind, .period = period};
	return change;
}

enum change_kind change_of_rating(const struct version *before, const struct version *now)
{
	if (before == NULL)
		return CHANGE_FIRST;
	if (before->level == SCALE_NONE || now->level == SCALE_NONE ||
	    !scale_same(before->scale, now->scale))
		return CHANGE_NOT_COMPARED;
	return now->level < before->level   ? CHANGE_IMPROVED
	       : now->level > before->level ? CHANGE_DECLINED
	                                    : CHANGE_STEADY;
}

void changes_rating(struct changes *changes, const struct version *before,
                    const struct version *now)
{
	struct difference *change =
		changes_add(changes, change_of_rating(before, now), now->reading->period);
	change->from = before == NULL ? NULL : version_label(before);
	change->to = version_label(now);
	change->rater = version_rater(now);
}

void changes_rerating(struct changes *changes, const struct version *before,
                      const struct version *now)
{
	struct difference *change = changes_add(changes, CHANGE_RERATED, now->reading->period);
	change->from = version_label(before);
	change->to = version_label(now);
	change->reason = now->reading->correction;
	change->by = now->reading->raised_by;
	change->rater = version_rater(now);
}

static bool is_given(struct date date)
{
	return date.year != 0;
}

/* A date that both give, and that moved; or NULL. */
static struct difference *add_move(struct changes *changes, enum change_kind kind,
                                   struct period period, struct date before, struct date after)
{
	if (!is_given(before) || !is_given(after) || date_days(before) == date_days(after))
		return NULL;
	struct difference *change = changes_add(changes, kind, period);
	change->before = before;
	change->after = after;
	change->days = date_days(after) - date_days(before);
	return change;
}

void changes_facts(struct changes *changes, const struct reading *before, const struct reading *now)
{
	struct difference *change;
	if (before->sponsor != NULL && now->sponsor != NULL &&
	    strcmp(before->sponsor, now->sponsor) != 0) {
		change = changes_add(changes, CHANGE_SPONSOR, now->period);
		change->from = before->sponsor;
		change->to = now->sponsor;
	}
	change = add_move(changes, CHANGE_AGREED, now->period, before->agreed, now->agreed);
	if (change != NULL) {
		change->by = now->whole->agreed_by;
		change->ref = now->whole->agreed_ref;
	}
	add_move(changes, CHANGE_FORECAST, now->period, before->forecast, now->forecast);
}
