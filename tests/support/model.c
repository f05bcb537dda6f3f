#include "support/model_rules.h"

#include <stdlib.h>

#include "base/mem.h"
#include "support/testing.h"

static struct on_record *on_record(struct model *model, struct key key)
{
	for (int i = 0; i < model->key_count; i++)
		if (same_key(model->keys[i].key, key))
			return &model->keys[i];
	assert_true(model->key_count < MOST_KEYS);
	model->keys[model->key_count] = (struct on_record){.key = key, .from = -1};
	return &model->keys[model->key_count++];
}

/* A tree says a key when a document in it has that key, draft or not: its path, or -1. */
static int said_at(const struct model *model, int commit, struct key key)
{
	for (int path = 0; commit >= 0 && path < MODEL_PATHS; path++) {
		const struct model_file *file = &model->said[commit][path];
		if (file->there && same_key(key_of(file), key))
			return path;
	}
	return -1;
}

/* It holds the key when that document is not a draft. */
static int held_at(const struct model *model, int commit, struct key key)
{
	int path = said_at(model, commit, key);
	return path >= 0 && !model->said[commit][path].draft ? path : -1;
}

static bool holds(const struct model *model, int commit, struct key key)
{
	return held_at(model, commit, key) >= 0;
}

static const struct model_file *held(const struct model *model, int commit, struct key key)
{
	return &model->said[commit][held_at(model, commit, key)];
}

/* Inside a landing parents come before children, first parents first, the landing last. */
static void order_from(struct model *model, int commit, commit_set *seen)
{
	const struct model_commit *of = &model->history->commits[commit];
	if (!in(model->landed, commit) || in(*seen, commit))
		return;
	*seen |= (commit_set)1 << commit;
	for (int i = 0; i < of->parent_count; i++)
		order_from(model, of->parents[i], seen);
	model->order[model->order_count++] = commit;
}

/* In TO a document, draft or not, that is not as in FROM (-1: nothing was) says the key. */
static bool newly_says(const struct model *model, int from, int to, struct key key)
{
	int path = said_at(model, to, key);
	return path >= 0 &&
	       (from < 0 || !model_same_file(&model->said[from][path], &model->said[to][path]));
}

/* Moving on: the child says, newly, a later period that the parent did not hold. */
static bool moves_on(const struct model *model, int parent, int child, struct key key)
{
	for (int i = 0; i < model->key_count; i++) {
		struct key later = model->keys[i].key;
		if (later.workstream == key.workstream && is_later(later.period, key.period) &&
		    newly_says(model, parent, child, later) && !holds(model, parent, later))
			return true;
	}
	return false;
}

/*
 * A departure is a step between two commits of the landing where the parent, an inside
 * one, holds the key and the child does not. Its parents, and those that moved on.
 */
static void find_departures(const struct model *model, struct key key, commit_set *departed,
                            commit_set *moved)
{
	*departed = *moved = 0;
	for (int i = 0; i < model->order_count; i++) {
		int child = model->order[i];
		const struct model_commit *of = &model->history->commits[child];
		for (int j = 0; j < of->parent_count; j++) {
			int parent = of->parents[j];
			if (!in(model->inside, parent) || !holds(model, parent, key) ||
			    holds(model, child, key))
				continue;
			*departed |= (commit_set)1 << parent;
			if (moves_on(model, parent, child, key))
				*moved |= (commit_set)1 << parent;
		}
	}
}

/* Only the last departures count: those that no other departure has behind it. */
static commit_set without_ancestors(const struct model *model, commit_set set)
{
	commit_set last = set;
	for (int one = 0; one < model->history->count; one++)
		for (int other = 0; other < model->history->count; other++)
			if (one != other && in(set, one) && in(set, other) &&
			    in(model->reach[other], one))
				last &= ~((commit_set)1 << one);
	return last;
}

static bool says_later(const struct model *model, int commit, struct key key)
{
	for (int path = 0; path < MODEL_PATHS; path++) {
		const struct model_file *file = &model->said[commit][path];
		if (file->there && file->workstream == key.workstream &&
		    is_later(file->period, key.period))
			return true;
	}
	return false;
}

/*
 * A period that no longer holds the record, while the landing's tree says a later one,
 * lands from inside where its last departures moved on, with one rating; several are a
 * conflict.
 */
static void judge_from_inside(struct model *model, struct on_record *record)
{
	commit_set departed, moved;
	struct key key = record->key;
	if (record->keeps || !says_later(model, model->landing, key))
		return;
	find_departures(model, key, &departed, &moved);
	moved &= without_ancestors(model, departed);
	if (moved == 0)
		return;
	int last = -1;
	bool agree = true;
	for (int i = 0; i < model->order_count; i++) {
		int commit = model->order[i];
		if (!in(moved, commit))
			continue;
		agree = agree && (last < 0 || held(model, last, key)->rating ==
		                                      held(model, commit, key)->rating);
		last = commit;
	}
	record->conflict = !agree;
	record->moved_on = agree;
	record->from = agree ? last : -1;
}

/* In the landing's tree a changed document says a later period that did not stand. */
static bool tree_moved_on(struct model *model, struct key key)
{
	for (int i = 0; i < model->key_count; i++) {
		const struct on_record *later = &model->keys[i];
		if (later->key.workstream == key.workstream &&
		    is_later(later->key.period, key.period) && !later->stood &&
		    newly_says(model, model->before, model->landing, later->key))
			return true;
	}
	return false;
}

/*
 * The record is held by the keys that the landing's tree holds, and by those of before
 * that a draft in it still says.
 */
static void judge_keeping(const struct model *model, struct on_record *record)
{
	record->kept = record->keeps;
	record->keeps = holds(model, model->landing, record->key) ||
	                (record->kept && said_at(model, model->landing, record->key) >= 0);
}

/* What held the record before and holds it no more is withdrawn, unless it moved on. */
static void judge_left(struct model *model, struct on_record *record)
{
	if (!record->kept || record->keeps || record->moved_on || tree_moved_on(model, record->key))
		return;
	record->withdrawn = true;
	record->withdrawals[record->withdrawal_count] = model->number;
	record->before[record->withdrawal_count++] = record->count;
}

/*
 * The rater is found from the commit that holds the version: back through the inside
 * commits that hold the same rating of the key, by the first parent that does.
 */
static int find_rater(const struct model *model, int commit, const struct model_file *file)
{
	const struct model_commit *of = &model->history->commits[commit];
	for (int i = 0; i < of->parent_count; i++) {
		int parent = of->parents[i];
		if (in(model->inside, parent) && holds(model, parent, key_of(file)) &&
		    held(model, parent, key_of(file))->rating == file->rating)
			return find_rater(model, parent, file);
	}
	return commit;
}

/* Lands a version, unless it is the last landed one and that was not withdrawn. */
static void land(struct model *model, const struct model_file *file, int from)
{
	struct on_record *record = on_record(model, key_of(file));
	struct model_version *last =
		record->count == 0 ? NULL : &record->versions[record->count - 1];
	if (last != NULL && !record->withdrawn && model_same_file(&last->file, file))
		return;
	bool same = last != NULL && last->file.rating == file->rating;
	assert_true(record->count < MOST_VERSIONS);
	record->versions[record->count] = (struct model_version){
		.file = *file,
		.landing = model->landing,
		.number = model->number,
		.rater = find_rater(model, from, file),
		.rated = same ? last->rated : record->count,
		.rerating = last != NULL && !same,
	};
	record->count++;
	record->withdrawn = false;
}

/* Every changed file of the landing's own tree lands; one that cannot be read is a hole. */
static void land_tree(struct model *model)
{
	const struct model_commit *now = &model->history->commits[model->landing];
	static const struct model_file none = {0};
	for (int path = 0; path < MODEL_PATHS; path++) {
		const struct model_file *file = &now->files[path];
		const struct model_file *before =
			model->before < 0 ? &none
					  : &model->history->commits[model->before].files[path];
		if (!file->there || model_same_file(file, before))
			continue;
		if (file->broken)
			buf_printf(&model->holes, "hole #%d plans/better/%s: it has no rating\n",
			           model->number, model_paths[path]);
		else if (!file->draft)
			land(model, file, model->landing);
	}
}

/* The version is the last that landed for its key, in this landing or an earlier one. */
static bool is_last(struct model *model, const struct model_file *file)
{
	const struct on_record *record = on_record(model, key_of(file));
	return record->count != 0 &&
	       model_same_file(&record->versions[record->count - 1].file, file);
}

bool model_introduces(const struct model *model, int commit, int path)
{
	const struct model_commit *of = &model->history->commits[commit];
	bool introduced = of->files[path].there;
	for (int i = 0; i < of->parent_count; i++)
		if (model_same_file(&of->files[path],
		                    &model->history->commits[of->parents[i]].files[path]))
			introduced = false;
	return introduced;
}

/* The landing's own tree brings this very file, which has been told of as such. */
static bool is_brought(const struct model *model, const struct model_file *file, int path)
{
	const struct model_file *now = &model->history->commits[model->landing].files[path];
	return model_same_file(file, now) &&
	       !(model->before >= 0 &&
	         model_same_file(file, &model->history->commits[model->before].files[path]));
}

/* A version inside the landing that cannot be read is a hole too. */
static void find_hole(struct model *model, int commit, int path)
{
	const struct model_file *file = &model->history->commits[commit].files[path];
	if (commit != model->landing && file->broken && model_introduces(model, commit, path) &&
	    !is_brought(model, file, path))
		buf_printf(&model->holes, "hole #%d plans/better/%s: it has no rating\n",
		           model->number, model_paths[path]);
}

/* Drafts: versions introduced inside that are not on record, and all that say so. */
static void find_drafts(struct model *model)
{
	for (int i = 0; i < model->order_count; i++) {
		int commit = model->order[i];
		for (int path = 0; path < MODEL_PATHS; path++) {
			const struct model_file *file =
				&model->history->commits[commit].files[path];
			find_hole(model, commit, path);
			if (!model_introduces(model, commit, path) || file->broken ||
			    (!file->draft && (commit == model->landing || is_last(model, file))))
				continue;
			assert_true(model->draft_count < MOST_DRAFTS);
			model->drafts[model->draft_count++] =
				(struct model_draft){*file, commit, model->number};
		}
	}
}

/*
 * A conflict: parents of the landing hold different ratings of a period, and its tree
 * holds yet another one, or none, and the period does not stand.
 */
static void judge_conflict(struct model *model, struct on_record *record)
{
	const struct model_commit *of = &model->history->commits[model->landing];
	struct key key = record->key;
	unsigned ratings = 0;
	for (int i = 0; i < of->parent_count; i++)
		if (holds(model, of->parents[i], key))
			ratings |= 1U << held(model, of->parents[i], key)->rating;
	if ((ratings & (ratings - 1)) == 0)
		return; /* none, or one */
	if (holds(model, model->landing, key) &&
	    (ratings >> held(model, model->landing, key)->rating & 1) == 0)
		record->conflict = true;
	if (!holds(model, model->landing, key) && !stands(record))
		record->conflict = true;
}

static int compare_keys(const void *a, const void *b)
{
	const struct on_record *const one = a, *const other = b;
	if (one->key.workstream != other->key.workstream)
		return one->key.workstream - other->key.workstream;
	return is_later(one->key.period, other->key.period)   ? 1
	       : is_later(other->key.period, one->key.period) ? -1
	                                                      : 0;
}

static void judge_landing(struct model *model, const int *chain, int number)
{
	commit_set seen = 0;
	model->number = number;
	model->landing = chain[number];
	model->before = number == 0 ? -1 : chain[number - 1];
	model->landed = model->reach[model->landing];
	if (number != 0)
		model->landed &= ~model->reach[model->before];
	model->inside = model->landed & ~((commit_set)1 << model->landing);
	model->order_count = 0;
	order_from(model, model->landing, &seen);
	for (int i = 0; i < model->key_count; i++) {
		struct on_record *record = &model->keys[i];
		record->stood = stands(record);
		record->moved_on = record->conflict = false;
		record->from = -1;
	}
	for (int i = 0; i < model->key_count; i++)
		judge_keeping(model, &model->keys[i]);
	for (int i = 0; i < model->key_count; i++)
		judge_from_inside(model, &model->keys[i]);
	for (int i = 0; i < model->key_count; i++)
		judge_left(model, &model->keys[i]);
	land_tree(model);
	for (int i = 0; i < model->key_count; i++)
		if (model->keys[i].from >= 0)
			land(model, held(model, model->keys[i].from, model->keys[i].key),
			     model->keys[i].from);
	for (int i = 0; i < model->key_count; i++)
		judge_conflict(model, &model->keys[i]);
	find_drafts(model);
	model_remark(model, chain);
}

/* Every commit, every key of the history: each rule then looks at all of them. */
static void look_everywhere(struct model *model)
{
	for (int commit = 0; commit < model->history->count; commit++) {
		const struct model_commit *of = &model->history->commits[commit];
		model->reach[commit] = model_behind(model->history, commit);
		model_said(model->history, commit, model->said[commit]);
		for (int path = 0; path < MODEL_PATHS; path++)
			if (of->files[path].there)
				on_record(model, key_of(&of->files[path]));
	}
	qsort(model->keys, (size_t)model->key_count, sizeof(*model->keys), compare_keys);
}

void model_record(const struct model_history *history, int tip, struct buf *text)
{
	struct model *model = mem_new(1, sizeof(*model));
	int chain[MODEL_COMMITS];
	int count = model_chain(history, tip, chain);
	model->history = history;
	model->last = count - 1;
	model->holes = (struct buf)BUF_INIT;
	look_everywhere(model);
	for (int number = 0; number < count; number++)
		judge_landing(model, chain, number);
	model_remark_overlaps(model);
	model_print(model, text);
	buf_release(&model->holes);
	free(model);
}
