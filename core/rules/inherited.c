/* Rules about the receiving side of a hand-over: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

/* A place where a document names a close-down's task. */
struct naming {
	const struct value *value;
	const char *workstream; /* which workstream does */
	bool takes_over;        /* else it only accounts for it */
};

static const struct closedown *closedown_named(const struct folder *folder, const char *id)
{
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		if (document != NULL && document->closedown != NULL &&
		    document->closedown->id.text != NULL &&
		    strcmp(document->closedown->id.text, id) == 0)
			return document->closedown;
	}
	return NULL;
}

static const struct closedown_task *task_named(const struct closedown *closedown, const char *id)
{
	const struct closedown_task *tasks = LIST_OF(struct closedown_task, closedown->tasks);
	for (size_t i = 0; i < closedown->tasks.count; i++)
		if (tasks[i].id.text != NULL && strcmp(tasks[i].id.text, id) == 0)
			return &tasks[i];
	return NULL;
}

/* What a name leads to, as far as it leads. */
struct found {
	struct task_name name;
	bool read; /* it has the form of a name */
	const struct folder *folder;
	const struct closedown *closedown;
	const struct closedown_task *task;
};

static struct found find(const struct judgement *judgement, const struct value *value)
{
	struct found found = {.read = false};
	found.read = task_name_read(value->text, &found.name);
	if (!found.read)
		return found;
	found.folder = judgement->folder;
	if (found.name.plan[0] != '\0')
		found.folder = collection_folder(judgement->collection, found.name.plan);
	if (found.folder != NULL)
		found.closedown = closedown_named(found.folder, found.name.closedown);
	if (found.closedown != NULL)
		found.task = task_named(found.closedown, found.name.task);
	return found;
}

static void check_known(const struct judgement *judgement, const struct naming *naming)
{
	const struct value *value = naming->value;
	struct found found = find(judgement, value);
	const char *path = judgement->document->path;
	const char *plan = found.name.plan[0] != '\0' ? found.name.plan : judgement->folder->id;
	if (!found.read) {
		/* Of what a task covers only that is such a name which has its sign. */
		if (naming->takes_over || strchr(value->text, '#') != NULL)
			judgement_add(judgement, path, value->place,
			              "`%.100s` names no task of a close-down; write "
			              "`plan/closedown#task`",
			              value->text);
	} else if (found.folder == NULL) {
		if (!judgement->collection->partial)
			judgement_add(
				judgement, path, value->place,
				"there is no plan `%s` below %s/, so no task to take over from "
				"it; mend the name",
				plan, REPO_PLANS);
	} else if (found.closedown == NULL) {
		judgement_add(judgement, path, value->place,
		              "the plan `%s` has no close-down `%s`; mend the name, or add that "
		              "document",
		              plan, found.name.closedown);
	} else if (found.task == NULL) {
		judgement_add(
			judgement, path, value->place,
			"the close-down `%s` of the plan `%s` has no task `%s`; mend the name, "
			"or add the task there",
			found.name.closedown, plan, found.name.task);
	}
}

/* The task goes elsewhere. */
static void check_direction(const struct judgement *judgement, const struct naming *naming)
{
	struct found found = find(judgement, naming->value);
	struct disposition disposition;
	struct task_destination to;
	if (!naming->takes_over || naming->workstream == NULL || found.folder == NULL ||
	    found.task == NULL || found.task->to.text == NULL ||
	    !task_disposition(found.folder->plan, found.task, &disposition) ||
	    disposition.meaning != DISPOSITION_MOVED)
		return;
	if (destination_read(found.task->to.text, &to) &&
	    strcmp(to.plan, judgement->folder->id) == 0 &&
	    strcmp(to.workstream, naming->workstream) == 0)
		return;
	judgement_add(
		judgement, judgement->document->path, naming->value->place,
		"`%.60s` takes this task over, and its close-down gives it to \"%.100s\"; mend "
		"one of the two",
		naming->workstream, found.task->to.text);
}

typedef void (*naming_check)(const struct judgement *judgement, const struct naming *naming);

static void each_of(const struct judgement *judgement, const struct list *list,
                    const char *workstream, bool takes_over, naming_check check)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct naming naming = {&LIST_OF(struct value, *list)[i], workstream,
		                              takes_over};
		if (naming.value->text != NULL)
			check(judgement, &naming);
	}
}

static void each_naming(const struct judgement *judgement, naming_check check)
{
	const struct document *document = judgement->document;
	if (document->update != NULL)
		each_of(judgement, &document->update->inherits, document->update->workstream.text,
		        true, check);
	for (size_t i = 0; document->plan != NULL && i < document->plan->workstreams.count; i++) {
		const struct workstream *workstream =
			&LIST_OF(struct workstream, document->plan->workstreams)[i];
		each_of(judgement, &workstream->inherits, workstream->id.text, true, check);
	}
	for (size_t i = 0; document->closedown != NULL && i < document->closedown->tasks.count;
	     i++) {
		const struct closedown_task *task =
			&LIST_OF(struct closedown_task, document->closedown->tasks)[i];
		each_of(judgement, &task->covers, task->workstream.text, false, check);
	}
}

void judge_inherited_unknown(const struct judgement *judgement)
{
	each_naming(judgement, check_known);
}

void judge_inherited_elsewhere(const struct judgement *judgement)
{
	each_naming(judgement, check_direction);
}
