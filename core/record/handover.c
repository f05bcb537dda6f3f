#include "record/handover.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/naming.h"

static const struct {
	const char *id, *words;
} states[HANDOVER_STATES] = {
	[HANDOVER_UNDECIDED] = {"undecided", "not decided"},
	[HANDOVER_UNPLACED] = {"unplaced", "moved to where nothing is on record"},
	[HANDOVER_OFFERED] = {"offered", "offered, and not yet named by the receiving side"},
	[HANDOVER_NAMED] = {"named", "named by the receiving side, and not yet accepted"},
	[HANDOVER_OUTSIDE] = {"outside",
                              "given to a plan that is not kept here, and not yet accepted"},
	[HANDOVER_REOPENED] = {"reopened", "closed, and taken up again"},
	[HANDOVER_MOVED_AGAIN] = {"moved-again", "moved again"},
	[HANDOVER_ACCEPTED] = {"accepted", "accepted"},
	[HANDOVER_CLOSED] = {"closed", "closed"},
};

const char *handover_state_id(enum handover_state state)
{
	return states[state].id;
}

const char *handover_state_words(enum handover_state state)
{
	return states[state].words;
}

bool handover_is_open(const struct handover *handover)
{
	return handover->state <= HANDOVER_OUTSIDE;
}

bool handover_is_reopened(const struct handover *handover)
{
	return handover->named != NULL && handover->disposition.id != NULL &&
	       handover->disposition.meaning != DISPOSITION_MOVED;
}

bool handover_is_accepted(const struct handover *handover)
{
	return handover->task->accepted.by.text != NULL && handover->task->accepted.on.valid;
}

/* While they are read. */
struct handover_run {
	const struct record *record;
	struct handovers *handovers;
	struct namings namings;
	struct map by_name; /* from names to numbers of hand-overs, plus 1 */
};

/* The number of the last version that is no draft, plus 1; 0 where none is in force. */
static size_t version_in_force(const struct filed *filed)
{
	size_t count = filed->withdrawn != NULL ? 0 : filed->count;
	while (count != 0 && document_is_draft(filed->versions[count - 1].document))
		count--;
	return count;
}

/* The task with this id; most often it is number HINT, as in another version. */
static const struct closedown_task *task_of(const struct document *document, const char *id,
                                            size_t hint)
{
	const struct closedown *closedown = document->closedown;
	const struct closedown_task *tasks =
		closedown == NULL ? NULL : LIST_OF(struct closedown_task, closedown->tasks);
	size_t count = closedown == NULL ? 0 : closedown->tasks.count;
	for (size_t i = 0; i < count; i++) {
		const struct closedown_task *task = &tasks[(i + hint) % count];
		if (task->id.text != NULL && strcmp(task->id.text, id) == 0)
			return task;
	}
	return NULL;
}

static bool same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static const char *disposition_text(const struct closedown_task *task)
{
	return task->disposition.count == 1 ? LIST_OF(struct value, task->disposition)[0].text
	                                    : NULL;
}

static bool same_offer(const struct closedown_task *a, const struct closedown_task *b)
{
	return same_text(disposition_text(a), disposition_text(b)) &&
	       same_text(a->to.text, b->to.text);
}

static bool same_acceptance(const struct closedown_task *a, const struct closedown_task *b)
{
	return same_text(a->accepted.by.text, b->accepted.by.text) &&
	       same_text(a->accepted.on.text, b->accepted.on.text);
}

/* The landing since when the task has been the same in this, of versions in force. */
static const struct landing *since(const struct handover *handover,
                                   bool (*same)(const struct closedown_task *a,
                                                const struct closedown_task *b))
{
	const struct filed *filed = handover->filed;
	size_t last = version_in_force(filed);
	const struct closedown *now = filed->versions[last - 1].document->closedown;
	size_t hint = (size_t)(handover->task - LIST_OF(struct closedown_task, now->tasks));
	const struct landing *landing = filed->versions[last - 1].landing;
	for (size_t i = last - 1; i-- > 0;) {
		const struct document *document = filed->versions[i].document;
		if (document_is_draft(document))
			continue;
		const struct closedown_task *task =
			task_of(document, handover->task->id.text, hint);
		if (task == NULL || !same(task, handover->task))
			break;
		landing = filed->versions[i].landing;
	}
	return landing;
}

static const struct series *series_of(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; plan != NULL && id != NULL && i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return &plan->workstreams[i];
	return NULL;
}

/* Where the task goes, as far as the close-down says. */
static void find_receiver(const struct handover_run *run, struct handover *handover)
{
	const char *to = handover->task->to.text;
	struct task_destination destination;
	if (to == NULL || handover->disposition.id == NULL ||
	    handover->disposition.meaning != DISPOSITION_MOVED)
		return;
	handover->receiver = to;
	if (!destination_read(to, &destination))
		return;
	handover->plan = record_plan(run->record, destination.plan);
	handover->series = series_of(handover->plan, destination.workstream);
}

static void add_task(struct handover_run *run, const struct filed *filed,
                     const struct closedown_task *task)
{
	struct handovers *handovers = run->handovers;
	struct arena *arena = &handovers->arena;
	if (task->id.text == NULL)
		return;
	handovers->items = arena_grow(arena, handovers->items, handovers->count, &handovers->room,
	                              sizeof(*handovers->items));
	struct handover *handover = &handovers->items[handovers->count];
	*handover = (struct handover){
		.filed = filed,
		.task = task,
		.name = arena_printf(arena, "%s/%s#%s", filed->plan_id, filed->id, task->id.text),
	};
	if (map_get(&run->by_name, handover->name) != NULL)
		return; /* an id that is used twice is a finding */
	if (!task_disposition(filed->plan == NULL ? NULL : filed->plan->plan, task,
	                      &handover->disposition))
		handover->disposition = (struct disposition){0};
	handover->giver = series_of(filed->plan, task->workstream.text);
	find_receiver(run, handover);
	map_set(&run->by_name, handover->name, (void *)(uintptr_t)++handovers->count);
}

static void add_tasks(struct handover_run *run, const struct cabinet *cabinet)
{
	for (size_t i = 0; i < cabinet->count; i++) {
		const struct filed *filed = &cabinet->items[i];
		size_t last = filed->kind == KIND_CLOSEDOWN ? version_in_force(filed) : 0;
		if (last == 0)
			continue;
		const struct closedown *closedown = filed->versions[last - 1].document->closedown;
		for (size_t j = 0; j < closedown->tasks.count; j++)
			add_task(run, filed, &LIST_OF(struct closedown_task, closedown->tasks)[j]);
	}
}

/* Who takes it over: where it goes to a plan only that plan counts. */
static const struct handover_naming *naming_of(const struct handover_run *run,
                                               const struct handover *handover)
{
	const struct naming_list *list = map_get(&run->namings.by_task, handover->name);
	const struct handover_naming *first = NULL;
	bool moved = handover->disposition.id != NULL &&
	             handover->disposition.meaning == DISPOSITION_MOVED;
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		const struct handover_naming *naming = &list->items[i];
		if (moved && naming->plan != handover->plan)
			continue;
		if (handover->series != NULL &&
		    strcmp(naming->workstream, handover->series->id) == 0)
			return naming;
		first = first == NULL ? naming : first;
	}
	return first;
}

static enum handover_state state_of(const struct handover *handover)
{
	struct task_destination destination;
	if (handover->disposition.id == NULL)
		return HANDOVER_UNDECIDED;
	if (handover->next != NULL)
		return HANDOVER_MOVED_AGAIN;
	if (handover->disposition.meaning != DISPOSITION_MOVED)
		return handover->named != NULL ? HANDOVER_REOPENED : HANDOVER_CLOSED;
	if (handover->receiver == NULL)
		return HANDOVER_UNPLACED;
	if (!destination_read(handover->receiver, &destination))
		return handover_is_accepted(handover) ? HANDOVER_ACCEPTED : HANDOVER_OUTSIDE;
	if (handover->series == NULL)
		return HANDOVER_UNPLACED;
	if (handover->named == NULL)
		return HANDOVER_OFFERED;
	return handover_is_accepted(handover) ? HANDOVER_ACCEPTED : HANDOVER_NAMED;
}

/* The task that COVERS names goes on with NEXT, where that is its receiver's. */
static void link_to(struct handover_run *run, struct handover *next, const char *covers)
{
	const char *name = naming_whole(&run->handovers->arena, next->filed->plan_id, covers);
	uintptr_t known = name == NULL ? 0 : (uintptr_t)map_get(&run->by_name, name);
	if (known == 0)
		return;
	struct handover *handover = &run->handovers->items[known - 1];
	const struct plan_record *receiver =
		handover->named != NULL ? handover->named->plan : handover->plan;
	if (handover == next || handover->next != NULL || receiver == NULL ||
	    receiver != next->filed->plan)
		return;
	handover->next = next;
	next->before = arena_grow(&run->handovers->arena, next->before, next->before_count,
	                          &next->before_room, sizeof(*next->before));
	next->before[next->before_count++] = handover;
}

/* A chain that comes back to where it began goes nowhere: its last link is cut. */
static void cut_circle(struct handovers *handovers, struct handover *start)
{
	const struct handover *at = start->next;
	size_t kept = 0;
	for (size_t i = 0; i < handovers->count && at != NULL && at != start; i++)
		at = at->next;
	if (at != start)
		return;
	struct handover *next = &handovers->items[start->next - handovers->items];
	for (size_t i = 0; i < next->before_count; i++)
		if (next->before[i] != start)
			next->before[kept++] = next->before[i];
	next->before_count = kept;
	start->next = NULL;
}

/* Reopened, or not decided there: it is with whoever took it up. */
static void find_holder(struct handovers *handovers, struct handover *handover)
{
	handover->plan = handover->named->plan;
	handover->receiver = arena_printf(&handovers->arena, "%s/%s", handover->plan->id,
	                                  handover->named->workstream);
	handover->series = series_of(handover->plan, handover->named->workstream);
}

static const char *receiver_key(const struct handover *handover)
{
	return handover->receiver != NULL ? handover->receiver : "";
}

static int compare_receivers(const struct handover *a, const struct handover *b)
{
	if (a->receiver == NULL || b->receiver == NULL)
		return (a->receiver != NULL) - (b->receiver != NULL);
	/* Plans that are kept here come before those that are not. */
	if ((a->plan != NULL) != (b->plan != NULL))
		return a->plan != NULL ? -1 : 1;
	return strcmp(a->receiver, b->receiver);
}

static int compare_handovers(const void *a, const void *b)
{
	const struct handover *first = *(const struct handover *const *)a;
	const struct handover *second = *(const struct handover *const *)b;
	if (first->beside_open != second->beside_open)
		return first->beside_open ? -1 : 1;
	int order = compare_receivers(first, second);
	if (order == 0)
		order = (int)first->state - (int)second->state;
	return order != 0 ? order : first < second ? -1 : 1;
}

/* Whoever has anything open comes first. */
static void sort(struct handovers *handovers)
{
	struct map open = MAP_INIT;
	handovers->sorted =
		arena_new(&handovers->arena, (handovers->count + 1) * sizeof(*handovers->sorted));
	for (size_t i = 0; i < handovers->count; i++)
		if (handover_is_open(&handovers->items[i]))
			map_set(&open, receiver_key(&handovers->items[i]), handovers);
	for (size_t i = 0; i < handovers->count; i++) {
		struct handover *handover = &handovers->items[i];
		handover->beside_open = map_get(&open, receiver_key(handover)) != NULL;
		handovers->sorted[i] = handover;
	}
	if (handovers->count != 0)
		qsort(handovers->sorted, handovers->count, sizeof(*handovers->sorted),
		      compare_handovers);
	map_release(&open);
}

static void settle(struct handover_run *run)
{
	struct handovers *handovers = run->handovers;
	for (size_t i = 0; i < handovers->count; i++)
		handovers->items[i].named = naming_of(run, &handovers->items[i]);
	for (size_t i = 0; i < handovers->count; i++) {
		const struct list *covers = &handovers->items[i].task->covers;
		for (size_t j = 0; j < covers->count; j++)
			link_to(run, &handovers->items[i], LIST_OF(struct value, *covers)[j].text);
	}
	for (size_t i = 0; i < handovers->count; i++)
		cut_circle(handovers, &handovers->items[i]);
	for (size_t i = 0; i < handovers->count; i++) {
		struct handover *handover = &handovers->items[i];
		handover->state = state_of(handover);
		handover->offered = since(handover, same_offer);
		if (handover_is_accepted(handover))
			handover->accepted = since(handover, same_acceptance);
		if (handover->named != NULL && handover->receiver == NULL)
			find_holder(handovers, handover);
	}
	sort(handovers);
}

int handovers_read(const struct record *record, const struct cabinet *cabinet,
                   struct handovers *handovers, struct error *error)
{
	*handovers = (struct handovers){.arena = ARENA_INIT};
	struct handover_run run = {
		.record = record,
		.handovers = handovers,
		.namings = {.by_task = MAP_INIT, .arena = &handovers->arena},
	};
	int result = 0;
	add_tasks(&run, cabinet);
	if (handovers->count != 0) {
		handovers->plans = plan_versions_new(record->repo, &record->lineage);
		result = namings_read(record, handovers->plans, &run.namings, error);
	}
	if (result == 0)
		settle(&run);
	map_release(&run.namings.by_task);
	map_release(&run.by_name);
	return result;
}

void handovers_release(struct handovers *handovers)
{
	plan_versions_free(handovers->plans);
	arena_release(&handovers->arena);
	*handovers = (struct handovers){.arena = ARENA_INIT};
}

const struct handover *handovers_find(const struct handovers *handovers, const struct filed *filed,
                                      const char *task)
{
	for (size_t i = 0; task != NULL && i < handovers->count; i++)
		if (handovers->items[i].filed == filed &&
		    strcmp(handovers->items[i].task->id.text, task) == 0)
			return &handovers->items[i];
	return NULL;
}

size_t handover_journey(const struct handover *handover, const struct handover **legs, size_t room)
{
	size_t count = 0;
	while (handover->before_count != 0)
		handover = handover->before[0];
	for (; handover != NULL; handover = handover->next)
		if (count++ < room)
			legs[count - 1] = handover;
	return count;
}
