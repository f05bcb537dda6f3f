/* Milestones and risks of two readings, side by side: declared in record/changes.h. */
#include "record/changes.h"

#include <string.h>

#include "base/map.h"
#include "record/milestones.h"

static const char *key_of(const char *id, const char *words)
{
	return id != NULL ? id : words;
}

static struct difference *add_milestone(struct changes *changes, enum change_kind kind,
                                        struct period period, const struct milestone_line *line)
{
	struct difference *change = changes_add(changes, kind, period);
	change->id = line->id;
	change->title = line->title;
	change->reason = line->reason;
	return change;
}

/* What a status says when it was not said before; CHANGE_KIND_COUNT where it is no event. */
static enum change_kind event_of(int status)
{
	static const enum change_kind events[] = {
		[MILESTONE_DELIVERED] = CHANGE_DELIVERED,
		[MILESTONE_IN_PROGRESS] = CHANGE_KIND_COUNT,
		[MILESTONE_CARRIED] = CHANGE_CARRIED,
		[MILESTONE_SPLIT] = CHANGE_SPLIT,
		[MILESTONE_MERGED] = CHANGE_MERGED,
		[MILESTONE_MISSED] = CHANGE_MISSED,
		[MILESTONE_DROPPED] = CHANGE_DROPPED,
		[MILESTONE_NOT_STARTED] = CHANGE_KIND_COUNT,
	};
	return status == MILESTONE_UNKNOWN ? CHANGE_KIND_COUNT : events[status];
}

static void compare_line(struct changes *changes, const struct milestone_line *before,
                         bool same_period, const struct milestone_line *now, struct period period)
{
	enum change_kind event = event_of(now->status);
	bool again = now->status == MILESTONE_CARRIED && !same_period;
	struct difference *change;
	if (event != CHANGE_KIND_COUNT &&
	    (before == NULL || before->status != now->status || again)) {
		change = add_milestone(changes, event, period, now);
		change->after = now->delivered_on;
	}
	if (before == NULL)
		return;
	if (before->status == MILESTONE_DELIVERED && now->reported &&
	    now->status != MILESTONE_DELIVERED)
		add_milestone(changes, CHANGE_REOPENED, period, now);
	if (before->due.year == 0 || now->due.year == 0 ||
	    date_days(before->due) == date_days(now->due))
		return;
	change = add_milestone(changes, CHANGE_DUE, period, now);
	change->before = before->due;
	change->after = now->due;
	change->days = date_days(now->due) - date_days(before->due);
}

static void compare_milestones(struct changes *changes, const struct reading *before,
                               const struct reading *now)
{
	static const struct reading nothing = {.whole = &whole_reading_none};
	struct milestone_lines old =
		milestone_lines(before != NULL ? before : &nothing, changes->arena);
	struct milestone_lines lines = milestone_lines(now, changes->arena);
	bool same = before != NULL && period_equal(before->period, now->period);
	/* A list that was not transcribed says nothing of what is new. */
	bool known = before != NULL && !(before->imported && old.count == 0);
	for (size_t i = 0; i < lines.count; i++) {
		const struct milestone_line *line = &lines.items[i];
		const struct milestone_line *was = milestone_line(&old, line->key);
		if (was == NULL && known)
			add_milestone(changes, CHANGE_NEW, now->period, line)->after = line->due;
		compare_line(changes, was, same, line, now->period);
	}
	for (size_t i = 0; i < old.count && !(now->imported && lines.count == 0); i++) {
		const struct milestone_line *line = &old.items[i];
		if (!milestone_is_over(line) && milestone_line(&lines, line->key) == NULL)
			add_milestone(changes, CHANGE_GONE, now->period, line)->reason = NULL;
	}
	milestone_lines_release(&old);
	milestone_lines_release(&lines);
}

static struct map risks_of(const struct reading *reading)
{
	struct map risks = MAP_INIT;
	for (size_t i = 0; i < reading->whole->risk_count; i++) {
		const struct risk_reading *risk = &reading->whole->risks[i];
		const char *key = key_of(risk->id, risk->risk);
		if (key != NULL && map_get(&risks, key) == NULL)
			map_set(&risks, key, (void *)risk);
	}
	return risks;
}

static struct difference *add_risk(struct changes *changes, enum change_kind kind,
                                   struct period period, const struct risk_reading *risk)
{
	struct difference *change = changes_add(changes, kind, period);
	change->id = risk->id;
	change->title = risk->risk;
	return change;
}

static void compare_risk(struct changes *changes, const struct risk_reading *before,
                         const struct risk_reading *now, struct period period)
{
	if ((before == NULL || before->closed) && !now->closed) {
		add_risk(changes, CHANGE_RISK_OPENED, period, now);
	} else if (before != NULL && !before->closed && now->closed) {
		struct difference *change = add_risk(changes, CHANGE_RISK_CLOSED, period, now);
		change->after = now->closed_on;
		change->reason = now->reason;
	}
}

static void compare_risks(struct changes *changes, const struct reading *before,
                          const struct reading *now)
{
	if ((before->imported && before->whole->risk_count == 0) ||
	    (now->imported && now->whole->risk_count == 0))
		return;
	struct map old = risks_of(before), risks = risks_of(now);
	for (size_t i = 0; i < now->whole->risk_count; i++) {
		const char *key = key_of(now->whole->risks[i].id, now->whole->risks[i].risk);
		if (key != NULL && map_get(&risks, key) == &now->whole->risks[i])
			compare_risk(changes, map_get(&old, key), &now->whole->risks[i],
			             now->period);
	}
	for (size_t i = 0; i < before->whole->risk_count; i++) {
		const struct risk_reading *risk = &before->whole->risks[i];
		const char *key = key_of(risk->id, risk->risk);
		if (key != NULL && !risk->closed && map_get(&old, key) == risk &&
		    map_get(&risks, key) == NULL)
			add_risk(changes, CHANGE_RISK_GONE, now->period, risk);
	}
	map_release(&old);
	map_release(&risks);
}

void changes_lists(struct changes *changes, const struct reading *before, const struct reading *now)
{
	/* Where lists were not read nobody can say what is gone from them. */
	if (now->whole == &whole_reading_none ||
	    (before != NULL && before->whole == &whole_reading_none))
		return;
	compare_milestones(changes, before, now);
	if (before != NULL)
		compare_risks(changes, before, now);
}
