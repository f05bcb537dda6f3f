#include "support/model.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "support/testing.h"

const char *const model_paths[MODEL_PATHS] = {
	"0.md",   "a.md", "a/1.md", "a/2.md", "a/3.md",     "b.md",       "b/1.md",      "b/2.md",
	"b/3.md", "c.md", "c/1.md", "c/2.md", "moved/a.md", "moved/b.md", "overview.md", "z.md",
};
const char *const model_workstreams[MODEL_WORKSTREAMS] = {"overview", "a", "b", "c"};
const char *const model_ratings[MODEL_RATINGS] = {"green", "green-amber", "amber", "amber-red",
                                                  "red"};

typedef uint64_t commit_set;

enum { MOST_KEYS = 256, MOST_VERSIONS = 32, MOST_DRAFTS = 1024, MOST_REMARKS = 256 };

struct key {
	int workstream;
	struct period period;
};

struct model_version {
	struct model_file file;
	int landing, rater; /* commits */
	int number;         /* of the landing */
	int rated;          /* which version of the key gave the rating its value */
	bool rerating;
};

/* All that is on record of one workstream and period. */
struct on_record {
	struct key key;
	struct model_version versions[MOST_VERSIONS];
	int count;
	bool withdrawn;
	int withdrawals[MOST_VERSIONS], before[MOST_VERSIONS], withdrawal_count;
	/* Of the landing that is being judged: */
	bool stood;       /* on record and not withdrawn before it */
	bool keeps, kept; /* the record is held by this key, after and before it */
	bool moved_on;    /* its last version inside the landing was left for a later period */
	bool conflict;    /* a remark is due */
	int from, path;   /* the commit inside, and the path, from which it lands; or -1 */
};

struct model_draft {
	struct model_file file;
	int commit, number;
};

struct model_remark {
	int number;
	char text[40];
};

struct model {
	const struct model_history *history;
	commit_set reach[MODEL_COMMITS]; /* itself and everything behind it */
	struct model_file said[MODEL_COMMITS][MODEL_PATHS];
	struct on_record keys[MOST_KEYS];
	int key_count;
	struct model_draft drafts[MOST_DRAFTS];
	int draft_count;
	struct model_remark remarks[MOST_REMARKS];
	int remark_count;
	struct buf holes;
	bool dated_backwards;
	/* The landing that is being judged. */
	int last;                    /* landing's number */
	int number, landing, before; /* commits; -1: nothing had landed before */
	commit_set landed, inside;
	int order[MODEL_COMMITS], order_count;
};

static bool in(commit_set set, int commit)
{
	return (set >> commit & 1) != 0;
}

static bool same_key(struct key a, struct key b)
{
	return a.workstream == b.workstream && a.period.first == b.period.first &&
	       a.period.last == b.period.last;
}

/* Periods sort by their last month, then by their first. */
static bool is_later(struct period a, struct period b)
{
	return a.last != b.last ? a.last > b.last : a.first > b.first;
}

static struct key key_of(const struct model_file *file)
{
	return (struct key){file->workstream, file->period};
}

bool model_same_file(const struct model_file *a, const struct model_file *b)
{
	if (!a->there || !b->there)
		return a->there == b->there;
	return a->broken == b->broken && a->draft == b->draft && a->rating == b->rating &&
	       a->words == b->words && same_key(key_of(a), key_of(b));
}

/* An unreadable version changes nothing: the file says what it said in the first parent. */
void model_said(const struct model_history *history, int commit,
                struct model_file said[MODEL_PATHS])
{
	const struct model_commit *of = &history->commits[commit];
	struct model_file before[MODEL_PATHS] = {{0}};
	bool broken = false;
	for (int path = 0; path < MODEL_PATHS; path++)
		broken = broken || (of->files[path].there && of->files[path].broken);
	if (broken && of->parent_count != 0)
		model_said(history, of->parents[0], before);
	for (int path = 0; path < MODEL_PATHS; path++)
		said[path] = of->files[path].there && of->files[path].broken ? before[path]
		                                                             : of->files[path];
}

int model_twice(const struct model_file said[MODEL_PATHS])
{
	for (int path = 0; path < MODEL_PATHS; path++)
		for (int other = 0; other < path; other++)
			if (said[path].there && said[other].there &&
			    same_key(key_of(&said[path]), key_of(&said[other])))
				return path;
	return -1;
}

uint64_t model_behind(const struct model_history *history, int commit)
{
	commit_set set = (commit_set)1 << commit;
	for (int at = commit; at >= 0; at--)
		for (int i = 0; in(set, at) && i < history->commits[at].parent_count; i++)
			set |= (commit_set)1 << history->commits[at].parents[i];
	return set;
}

/* The chain of a commit is its first parents. */
int model_chain(const struct model_history *history, int tip, int chain[MODEL_COMMITS])
{
	int count = 0;
	for (int at = tip;; at = history->commits[at].parents[0]) {
		chain[count++] = at;
		if (history->commits[at].parent_count == 0)
			break;
	}
	for (int i = 0; i < count / 2; i++) {
		int swapped = chain[i];
		chain[i] = chain[count - 1 - i];
		chain[count - 1 - i] = swapped;
	}
	return count;
}

static struct on_record *on_record(struct model *model, struct key key)
{
	for (int i = 0; i < model->key_count; i++)
		if (same_key(model->keys[i].key, key))
			return &model->keys[i];
	assert_true(model->key_count < MOST_KEYS);
	model->keys[model->key_count] = (struct on_record){.key = key, .from = -1};
	return &model->keys[model->key_count++];
}

static bool stands(const struct on_record *record)
{
	return record->count != 0 && !record->withdrawn;
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

/* A commit introduces a version that none of its parents has at that path. */
static bool introduces(const struct model *model, int commit, int path)
{
	const struct model_commit *of = &model->history->commits[commit];
	bool introduced = of->files[path].there;
	for (int i = 0; i < of->parent_count; i++)
		if (model_same_file(&of->files[path],
		                    &model->history->commits[of->parents[i]].files[path]))
			introduced = false;
	return introduced;
}

/* Drafts: versions introduced inside that are not on record, and all that say so. */
static void find_drafts(struct model *model)
{
	for (int i = 0; i < model->order_count; i++) {
		int commit = model->order[i];
		for (int path = 0; path < MODEL_PATHS; path++) {
			const struct model_file *file =
				&model->history->commits[commit].files[path];
			if (!introduces(model, commit, path) || file->broken ||
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
			    introduces(model, model->order[i], path) &&
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

/* Every two periods that stand in the end and share a month, at the later's first landing. */
static void remark_overlaps(struct model *model)
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

static int compare_keys(const void *a, const void *b)
{
	const struct on_record *const one = a, *const other = b;
	if (one->key.workstream != other->key.workstream)
		return one->key.workstream - other->key.workstream;
	return is_later(one->key.period, other->key.period)   ? 1
	       : is_later(other->key.period, one->key.period) ? -1
	                                                      : 0;
}

static void remark_all(struct model *model, const int *chain)
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
	remark_all(model, chain);
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

static void print_key(const struct key *key, struct buf *text)
{
	char period[PERIOD_TEXT_SIZE];
	buf_printf(text, "better %s %s", model_workstreams[key->workstream],
	           period_iso(key->period, period));
}

static void print_version(const struct model *model, const struct on_record *record, int index,
                          struct buf *text)
{
	const struct model_commit *commits = model->history->commits;
	const struct model_version *version = &record->versions[index];
	const struct model_version *rated = &record->versions[version->rated];
	print_key(&record->key, text);
	buf_printf(text, " %s #%d %s", model_ratings[version->file.rating], version->number,
	           commits[version->landing].author);
	if (version->rerating)
		buf_text(text, " re-rated");
	if (version->rated != index || version->rater != version->landing)
		buf_printf(text, " rated #%d by %s", rated->number, commits[rated->rater].author);
	buf_byte(text, '\n');
}

static void print_on_record(const struct model *model, const struct on_record *record,
                            struct buf *text)
{
	for (int i = 0; i <= record->count; i++) {
		for (int j = 0; j < record->withdrawal_count; j++) {
			if (record->before[j] != i)
				continue;
			print_key(&record->key, text);
			buf_printf(text, " withdrawn #%d\n", record->withdrawals[j]);
		}
		if (i < record->count)
			print_version(model, record, i, text);
	}
}

static void print_model(const struct model *model, struct buf *text)
{
	for (int next = 1; next <= MODEL_WORKSTREAMS; next++) {
		int workstream = next % MODEL_WORKSTREAMS; /* the overview last */
		for (int i = 0; i < model->key_count; i++)
			if (model->keys[i].key.workstream == workstream)
				print_on_record(model, &model->keys[i], text);
		for (int i = 0; i < model->draft_count; i++) {
			const struct model_draft *draft = &model->drafts[i];
			const struct key key = key_of(&draft->file);
			if (key.workstream != workstream)
				continue;
			print_key(&key, text);
			buf_printf(text, " draft %s #%d %s\n", model_ratings[draft->file.rating],
			           draft->number, model->history->commits[draft->commit].author);
		}
	}
	buf_text(text, model->holes.bytes);
	/* By landing; a landing's overlaps behind its others. */
	for (int number = 0; number <= model->last; number++)
		for (int i = 0; i < model->remark_count; i++)
			if (model->remarks[i].number == number)
				buf_printf(text, "remark #%d %s\n", number, model->remarks[i].text);
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
	remark_overlaps(model);
	print_model(model, text);
	buf_release(&model->holes);
	free(model);
}
