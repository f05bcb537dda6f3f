/*
 * Rules about what must not fall between two documents: concerns, and what is closed here
 * and goes on there. Declared in rules/judge.h.
 */
#include "rules/judge.h"

#include <string.h>

#include "base/map.h"

void judge_concern_unanswered(const struct judgement *judgement)
{
	const struct plan *plan = judgement->document->plan;
	struct map answered = MAP_INIT;
	if (plan == NULL || judgement->document != judgement->folder->plan_document)
		return;
	const struct workstream *workstreams = LIST_OF(struct workstream, plan->workstreams);
	for (size_t i = 0; i < plan->workstreams.count; i++)
		for (size_t j = 0; j < workstreams[i].addresses.count; j++) {
			const char *id = LIST_OF(struct value, workstreams[i].addresses)[j].text;
			if (id != NULL)
				map_set(&answered, id, (void *)plan);
		}
	const struct concern *concerns = LIST_OF(struct concern, plan->concerns);
	for (size_t i = 0; i < plan->concerns.count; i++)
		if (concerns[i].id.text != NULL && map_get(&answered, concerns[i].id.text) == NULL)
			judgement_add(judgement, judgement->document->path, concerns[i].id.place,
			              "no workstream answers the concern `%.60s`; add it to "
			              "`addresses` of the one that does",
			              concerns[i].id.text);
	map_release(&answered);
}

/* What a workstream has to account for when its phase ends. */
struct debts {
	struct arena arena;
	struct map accounted; /* the workstream, a blank, and what a task covers */
	struct map told;
	size_t count, open;
	bool counted; /* the close-down accounts for nothing by name: they are only counted */
};

static void owe(const struct judgement *judgement, struct debts *debts, const char *workstream,
                const char *what, const char *id)
{
	if (id == NULL)
		return;
	const char *key = arena_printf(&debts->arena, "%s %s", workstream, id);
	if (map_get(&debts->told, key) != NULL)
		return;
	map_set(&debts->told, key, debts);
	debts->count++;
	if (map_get(&debts->accounted, key) != NULL)
		return;
	debts->open++;
	if (!debts->counted)
		judgement_add(judgement, judgement->document->path,
		              judgement->document->closedown->tasks.place,
		              "no task accounts for the %s `%.60s` of the workstream `%.60s`; add "
		              "it to `covers` of the task that does",
		              what, id, workstream);
}

static bool is_open(const struct milestone *milestone)
{
	if (!milestone->status.valid)
		return true;
	switch ((enum milestone_status)milestone->status.as.word) {
	case MILESTONE_DELIVERED:
	case MILESTONE_DROPPED:
	case MILESTONE_SPLIT:
	case MILESTONE_MERGED:
		return false;
	default:
		return true;
	}
}

/* A task that was taken over, as a close-down of this plan would name it. */
static void owe_inherited(const struct judgement *judgement, struct debts *debts,
                          const char *workstream, const struct list *inherits)
{
	struct task_name name;
	for (size_t i = 0; i < inherits->count; i++) {
		const char *text = LIST_OF(struct value, *inherits)[i].text;
		if (text != NULL && task_name_read(text, &name))
			owe(judgement, debts, workstream, "inherited task",
			    arena_printf(&debts->arena, "%s/%s#%s",
			                 name.plan[0] != '\0' ? name.plan : judgement->folder->id,
			                 name.closedown, name.task));
	}
}

static void owe_update(const struct judgement *judgement, struct debts *debts,
                       const struct update *update)
{
	const char *workstream = update->workstream.text;
	const struct plan_outcome *outcomes = LIST_OF(struct plan_outcome, update->outcomes);
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	for (size_t i = 0; i < update->outcomes.count; i++)
		owe(judgement, debts, workstream, "outcome", outcomes[i].id.text);
	for (size_t i = 0; i < update->milestones.count; i++)
		if (is_open(&milestones[i]))
			owe(judgement, debts, workstream, "open milestone", milestones[i].id.text);
	for (size_t i = 0; i < update->next_milestones.count; i++)
		owe(judgement, debts, workstream, "open milestone", next[i].id.text);
	owe_inherited(judgement, debts, workstream, &update->inherits);
}

/* True when the close-down says of anything which task accounts for it. */
static bool read_covers(const struct judgement *judgement, struct debts *debts)
{
	const struct closedown *closedown = judgement->document->closedown;
	const struct closedown_task *tasks = LIST_OF(struct closedown_task, closedown->tasks);
	bool any = false;
	for (size_t i = 0; i < closedown->tasks.count; i++)
		for (size_t j = 0; j < tasks[i].covers.count; j++) {
			const char *text = LIST_OF(struct value, tasks[i].covers)[j].text;
			struct task_name name;
			any = true;
			if (text == NULL || tasks[i].workstream.text == NULL)
				continue;
			if (task_name_read(text, &name) && name.plan[0] == '\0')
				text = arena_printf(&debts->arena, "%s/%s", judgement->folder->id,
				                    text);
			map_set(&debts->accounted,
			        arena_printf(&debts->arena, "%s %s", tasks[i].workstream.text,
			                     text),
			        debts);
		}
	return any;
}

/*
 * Of each workstream the latest update that speaks of no month behind the day. False where
 * one is here by its name only.
 */
static bool read_latest(const struct folder *folder, struct date day, struct map *latest)
{
	int month = day.year * 12 + day.month - 1;
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		const struct update *update = document == NULL ? NULL : document->update;
		if (update == NULL || update->workstream.text == NULL || !update->period.valid ||
		    update->period.as.period.last > month)
			continue;
		if (folder->items[i].presumed)
			return false;
		const struct update *before = map_get(latest, update->workstream.text);
		if (before == NULL ||
		    period_compare(before->period.as.period, update->period.as.period) < 0)
			map_set(latest, update->workstream.text, (void *)update);
	}
	return true;
}

static void owe_all(const struct judgement *judgement, struct debts *debts,
                    const struct map *latest)
{
	const struct plan *plan = judgement->folder->plan;
	const struct workstream *rows = LIST_OF(struct workstream, plan->workstreams);
	for (size_t i = 0; i < plan->workstreams.count; i++) {
		const struct update *update =
			rows[i].id.text == NULL ? NULL : map_get(latest, rows[i].id.text);
		if (update != NULL)
			owe_update(judgement, debts, update);
		if (rows[i].id.text != NULL)
			owe_inherited(judgement, debts, rows[i].id.text, &rows[i].inherits);
	}
}

void judge_phase_unaccounted(const struct judgement *judgement)
{
	const struct closedown *closedown = judgement->document->closedown;
	struct debts debts = {.arena = ARENA_INIT};
	struct map latest = MAP_INIT;
	if (closedown == NULL || judgement->folder->plan == NULL || !closedown->date.valid)
		return;
	debts.counted = !read_covers(judgement, &debts);
	if (read_latest(judgement->folder, closedown->date.as.date, &latest))
		owe_all(judgement, &debts, &latest);
	if (debts.counted && debts.open != 0)
		judgement_add(
			judgement, judgement->document->path, closedown->tasks.place,
			"of the plan's %zu outcomes, open milestones and inherited tasks %zu %s "
			"in no task's `covers`; name each in the task that accounts for it",
			debts.count, debts.open, debts.open == 1 ? "is" : "are");
	map_release(&latest);
	map_release(&debts.accounted);
	map_release(&debts.told);
	arena_release(&debts.arena);
}
