/* The remarks of the model. */
#include "support/model_rules.h"

#include <stdio.h>
#include <string.h>

#include "support/testing.h"

/* WORKSTREAM is -1 for none; the overview is not named either. */
static void remark(struct model *model, const char *what, int workstream)
{
	bool named = workstream >= 0 && workstream != MODEL_OVERVIEW;
	struct model_remark *made = &model->remarks[model->remark_count++];
	assert_true(model->remark_count < MOST_REMARKS);
	made->number = model->number;
	snprintf(made->text, sizeof(made->text), "%s%s%s", what, named ? " " : "",
	         named ? model_workstreams[workstream] : "");
}

/* The name between quotes at TEXT, without the remote's before a slash; or false. */
static bool quoted(const char *text, bool remote, char name[64], const char **rest)
{
	const char *end = text[0] == '\'' ? strchr(text + 1, '\'') : NULL;
	if (end == NULL)
		return false;
	snprintf(name, 64, "%.*s", (int)(end - text - 1), text + 1);
	*rest = end + 1;
	char *slash = remote ? strchr(name, '/') : NULL;
	if (remote && slash == NULL)
		return false;
	if (remote)
		memmove(name, slash + 1, strlen(slash));
	return true;
}

/* A merge says that it pulled its own branch: so git names it, unless told otherwise. */
static bool is_pull(const char *subject)
{
	static const char here[] = "Merge branch ", there[] = "Merge remote-tracking branch ";
	char name[64];
	const char *rest = NULL, *into;
	if (strncmp(subject, here, strlen(here)) == 0) {
		if (!quoted(subject + strlen(here), false, name, &rest) ||
		    strncmp(rest, " of ", 4) != 0)
			return false;
		into = strstr(rest, " into ");
	} else if (strncmp(subject, there, strlen(there)) == 0) {
		if (!quoted(subject + strlen(there), true, name, &rest))
			return false;
		into = strstr(rest, " into ");
	} else {
		return false;
	}
	if (into != NULL)
		return strcmp(into + strlen(" into "), name) == 0;
	return strcmp(name, "main") == 0 || strcmp(name, "master") == 0;
}

/* A pull that introduced anything inside turned the branch around. */
static bool turned(const struct model *model)
{
	const struct model_commit *of = &model->history->commits[model->landing];
	if (of->parent_count < 2 || !is_pull(of->subject))
		return false;
	for (int i = 0; i < model->order_count; i++)
		for (int path = 0; path < MODEL_PATHS; path++)
			if (model->order[i] != model->landing &&
			    model_introduces(model, model->order[i], path) &&
			    !model->history->commits[model->order[i]].files[path].broken)
				return true;
	return false;
}

/* The first landing that is dated before an earlier one. */
static bool dated_backwards(const struct model *model, const int *chain)
{
	for (int i = 0; i < model->number; i++)
		if (model->history->commits[chain[i]].committed_on >
		    model->history->commits[model->landing].committed_on)
			return true;
	return false;
}

/* At the first landing of the later one. */
void model_remark_overlaps(struct model *model)
{
	for (int i = 0; i < model->key_count; i++)
		for (int j = 0; j < i; j++) {
			const struct on_record *one = &model->keys[j], *other = &model->keys[i];
			if (one->key.workstream != other->key.workstream || !stands(one) ||
			    !stands(other) || one->key.period.first > other->key.period.last ||
			    other->key.period.first > one->key.period.last)
				continue;
			int first = one->versions[0].number, second = other->versions[0].number;
			model->number = first > second ? first : second;
			remark(model, "overlap", one->key.workstream);
		}
}

void model_remark(struct model *model, const int *chain)
{
	if (turned(model))
		remark(model, "turned", -1);
	for (int i = 0; i < model->key_count; i++)
		if (model->keys[i].conflict)
			remark(model, "conflict", model->keys[i].key.workstream);
	if (!model->dated_backwards && dated_backwards(model, chain)) {
		model->dated_backwards = true;
		remark(model, "backwards", -1);
	}
}
