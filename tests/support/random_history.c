#include "support/random_history.h"

#include <string.h>

enum { MOST_BRANCHES = 3, MAIN = 0 };

struct making {
	uint64_t state;
	struct model_history *history;
	int tips[MOST_BRANCHES]; /* commits; -1 for no such branch */
	int workstreams, commits, day;
	bool wild;     /* clocks that run backwards */
	bool straight; /* no branches */
	bool breaks;   /* files that cannot be read */
};

/* xorshift64* */
static unsigned draw(struct making *making, unsigned below)
{
	making->state ^= making->state >> 12;
	making->state ^= making->state << 25;
	making->state ^= making->state >> 27;
	return (unsigned)((making->state * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % below;
}

/* True so many times in a hundred. */
static bool chance(struct making *making, unsigned percent)
{
	return draw(making, 100) < percent;
}

static const struct model_commit *at(const struct making *making, int commit)
{
	return &making->history->commits[commit];
}

/* A commit that is still to be made: who, when, and nothing behind it. */
static struct model_commit *begin(struct making *making)
{
	static const char *const people[] = {"Ann", "Bob", "Cy", "Dee", "Eve"};
	struct model_commit *commit = &making->history->commits[making->history->count];
	*commit = (struct model_commit){
		.author = people[draw(making, COUNT_OF(people))],
		.subject = "Work",
	};
	making->day += 1 + (int)draw(making, 9);
	commit->day = commit->committed_on = making->day;
	commit->committer = commit->author;
	if (chance(making, 10)) {
		commit->committer = people[draw(making, COUNT_OF(people))];
		commit->committed_on += 1 + (int)draw(making, 5);
	}
	if (making->wild && chance(making, 5))
		commit->committed_on -= 1 + (int)draw(making, 60);
	if (commit->committed_on == 0)
		commit->committed_on = 1; /* 0 would mean the author's day */
	return commit;
}

static void add_parent(struct making *making, struct model_commit *commit, int parent)
{
	if (commit->parent_count == 0) {
		memcpy(commit->files, at(making, parent)->files, sizeof(commit->files));
		commit->notes = at(making, parent)->notes;
	}
	commit->parents[commit->parent_count++] = parent;
}

/*
 * No tree says a key twice: of two files the later one goes. No merge brings a broken
 * file from its other parents: the rules do not tell what that would say.
 */
static int finish(struct making *making)
{
	struct model_history *history = making->history;
	struct model_commit *commit = &history->commits[history->count];
	struct model_file said[MODEL_PATHS];
	for (int path = 0; path < MODEL_PATHS; path++)
		if (commit->parent_count > 1 && commit->files[path].broken)
			commit->files[path] = at(making, commit->parents[0])->files[path];
	for (;;) {
		model_said(history, history->count, said);
		int twice = model_twice(said);
		if (twice < 0)
			break;
		commit->files[twice] = (struct model_file){.there = false};
	}
	return history->count++;
}

/* One to three months on, as one month or two; now and then back. */
static struct period another_period(struct making *making, struct period period)
{
	int step = chance(making, 75) ? 1 : chance(making, 60) ? 2 : -1 - (int)draw(making, 2);
	struct period next = {period.last + step, period.last + step};
	if (chance(making, 12))
		next.last++;
	if (step < 0 && chance(making, 80))
		next = (struct period){period.first + step, period.first + step};
	return next;
}

static void rate(struct making *making, struct model_file *file)
{
	file->rating = (int)draw(making, chance(making, 50) ? 2 : MODEL_RATINGS);
}

/* A path of the tree with a file, or without one; -1 where the first that comes is not so. */
static int some_path(struct making *making, const struct model_commit *commit, bool there)
{
	for (int tries = 0; tries < 20; tries++) {
		int path = (int)draw(making, MODEL_PATHS);
		if (commit->files[path].there == there)
			return path;
	}
	return -1;
}

static void new_file(struct making *making, struct model_commit *commit)
{
	int path = some_path(making, commit, false);
	if (path < 0)
		return;
	int month = 2023 * 12 + 5 + (int)draw(making, 4);
	commit->files[path] = (struct model_file){
		.there = true,
		.workstream = 1 + (int)draw(making, (unsigned)making->workstreams),
		.period = {month, month},
		.draft = chance(making, 15),
	};
	if (chance(making, 10))
		commit->files[path].workstream = MODEL_OVERVIEW;
	rate(making, &commit->files[path]);
}

/* The next period in a file of its own, beside that of the last one. */
static void file_beside(struct making *making, struct model_commit *commit,
                        const struct model_file *file)
{
	int path = some_path(making, commit, false);
	if (path < 0)
		return;
	commit->files[path] = *file;
	commit->files[path].period = another_period(making, file->period);
	commit->files[path].draft = commit->files[path].broken = false;
	rate(making, &commit->files[path]);
}

static void rename_file(struct making *making, struct model_commit *commit, struct model_file *file)
{
	int path = some_path(making, commit, false);
	if (path < 0)
		return;
	commit->files[path] = *file;
	*file = (struct model_file){.there = false};
	if (chance(making, 20))
		commit->files[path].words++;
}

static void move_on(struct making *making, struct model_file *file)
{
	file->period = another_period(making, file->period);
	file->draft = chance(making, 8);
	file->broken = false;
	if (chance(making, 60))
		rate(making, file);
}

static void edit(struct making *making, struct model_commit *commit)
{
	int path = some_path(making, commit, true);
	struct model_file *file = path < 0 ? NULL : &commit->files[path];
	unsigned what = draw(making, 100);
	if (file == NULL || what < 12) {
		new_file(making, commit);
	} else if (what < 37) {
		rate(making, file);
		file->broken = false;
	} else if (what < 47) {
		file->words = (int)draw(making, 4);
	} else if (what < 75) {
		move_on(making, file);
	} else if (what < 81) {
		file_beside(making, commit, file);
	} else if (what < 87) {
		rename_file(making, commit, file);
	} else if (what < 92) {
		*file = (struct model_file){.there = false};
	} else if (what < 97) {
		file->draft = !file->draft;
	} else if (making->breaks) {
		file->broken = !file->broken;
	}
}

static void edit_some(struct making *making, struct model_commit *commit)
{
	if (chance(making, 6)) {
		commit->notes = 1 + (int)draw(making, 9);
		return;
	}
	do
		edit(making, commit);
	while (chance(making, 30));
}

static bool reaches(const struct making *making, int commit, int other)
{
	return (model_behind(making->history, commit) >> other & 1) != 0;
}

/* The last commit that both have behind them, or -1. */
static int merge_base(const struct making *making, int one, int other)
{
	uint64_t common = model_behind(making->history, one) & model_behind(making->history, other);
	int base = -1;
	for (int commit = 0; commit < making->history->count; commit++)
		if ((common >> commit & 1) != 0)
			base = commit;
	return base;
}

/* What the merge makes of a path that both sides have changed. */
static struct model_file settle(struct making *making, const struct model_file *ours,
                                const struct model_file *theirs)
{
	struct model_file file = chance(making, 50) ? *ours : *theirs;
	if (file.there && chance(making, 20)) {
		rate(making, &file);
		file.words++;
	}
	return file;
}

/* Brings the files of another parent into a merge: as git would, or by one way for all. */
static void bring(struct making *making, struct model_commit *merge, int parent)
{
	static const struct model_file none = {.there = false};
	int base = merge_base(making, merge->parents[0], parent);
	unsigned way = draw(making, 100);
	for (int path = 0; path < MODEL_PATHS; path++) {
		struct model_file *ours = &merge->files[path];
		const struct model_file *theirs = &at(making, parent)->files[path];
		const struct model_file *old = base < 0 ? &none : &at(making, base)->files[path];
		if (way < 10)
			continue; /* ours */
		if (way < 20 || (way < 30 && chance(making, 50)))
			*ours = *theirs; /* theirs, and a mix */
		else if (way >= 30 && model_same_file(ours, old))
			*ours = *theirs;
		else if (way >= 30 && !model_same_file(theirs, old) &&
		         !model_same_file(theirs, ours))
			*ours = settle(making, ours, theirs);
	}
	add_parent(making, merge, parent);
}

static const char *merge_subject(struct making *making)
{
	static const char *const subjects[] = {
		"Merge branch 'main' of ../central",
		"Merge branch 'main' of /srv/central into main",
		"Merge branch 'master' of example.org:central",
		"Merge remote-tracking branch 'origin/main'",
		"Merge remote-tracking branch 'origin/main' into main",
		"Merge remote-tracking branch 'origin/topic/a' into topic/a",
		"Merge branch 'topic' of ../central into topic",
		"Merge branch 'topic' of ../central into main",
		"Merge branch 'topic' of ../central",
		"Merge remote-tracking branch 'origin/topic'",
		"Merge branch 'main' into topic",
		"Merge branch 'main' of ../central into topic",
		"Merge pull request #7 from ann/topic",
	};
	return chance(making, 60) ? "Merge branch 'topic'"
	                          : subjects[draw(making, COUNT_OF(subjects))];
}

/* Merges some of the others into ONE's branch, ONE being the first parent. */
static int merge(struct making *making, int one, int other, int third)
{
	struct model_commit *commit = begin(making);
	commit->subject = merge_subject(making);
	add_parent(making, commit, one);
	bring(making, commit, other);
	if (third >= 0)
		bring(making, commit, third);
	if (chance(making, 10))
		edit(making, commit);
	return finish(making);
}

static void merge_some(struct making *making)
{
	int into = chance(making, 65) ? MAIN : (int)draw(making, MOST_BRANCHES);
	int from = (into + 1 + (int)draw(making, MOST_BRANCHES - 1)) % MOST_BRANCHES;
	int *tips = making->tips;
	if (tips[into] < 0 || tips[from] < 0 || reaches(making, tips[into], tips[from]))
		return;
	if (reaches(making, tips[from], tips[into]) && chance(making, 30)) {
		tips[into] = tips[from]; /* fast-forward */
		return;
	}
	int third = tips[MOST_BRANCHES - into - from];
	bool octopus =
		third >= 0 && third != tips[into] && third != tips[from] && chance(making, 25);
	int merged = merge(making, tips[into], tips[from], octopus ? third : -1);
	unsigned then = draw(making, 100);
	if (then < 12 && !reaches(making, tips[from], tips[into]))
		tips[from] = merge(making, tips[from], tips[into], -1); /* criss-cross */
	else if (then < 50)
		tips[from] = from == MAIN ? tips[from] : -1;
	tips[into] = merged;
	if (into != MAIN && then >= 80)
		tips[MAIN] = merged; /* where main is the other side: a foxtrot */
}

/* A branch from main's tip or an earlier commit, or one that has nothing behind it. */
static void begin_branch(struct making *making)
{
	int branch = 1 + (int)draw(making, MOST_BRANCHES - 1);
	if (making->tips[branch] >= 0)
		return;
	if (!chance(making, 10)) {
		making->tips[branch] =
			chance(making, 70) ? making->tips[MAIN]
					   : (int)draw(making, (unsigned)making->history->count);
		return;
	}
	struct model_commit *commit = begin(making);
	new_file(making, commit);
	new_file(making, commit);
	making->tips[branch] = finish(making);
}

static void work_on(struct making *making, int branch)
{
	struct model_commit *commit = begin(making);
	add_parent(making, commit, making->tips[branch]);
	if (chance(making, 5)) {
		int to = (int)draw(making, (unsigned)making->history->count);
		memcpy(commit->files, at(making, to)->files, sizeof(commit->files)); /* a revert */
	} else if (!chance(making, 3)) {
		edit_some(making, commit);
	}
	making->tips[branch] = finish(making);
}

int random_history(uint64_t seed, struct model_history *history)
{
	struct making making = {.state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15),
	                        .history = history,
	                        .tips = {-1, -1, -1}};
	history->count = 0;
	making.workstreams = 1 + (int)draw(&making, 3);
	making.commits = 5 + (int)draw(&making, 36);
	making.wild = chance(&making, 40);
	making.straight = chance(&making, 10);
	making.breaks = making.straight || making.wild;
	begin(&making);
	if (chance(&making, 50))
		new_file(&making, &history->commits[0]);
	making.tips[MAIN] = finish(&making);
	while (history->count < making.commits) {
		unsigned what = draw(&making, 100);
		int branch = (int)draw(&making, MOST_BRANCHES);
		if (making.straight)
			work_on(&making, MAIN);
		else if (what < 22)
			merge_some(&making);
		else if (what < 32)
			begin_branch(&making);
		else if (making.tips[branch] >= 0)
			work_on(&making, branch);
	}
	for (int branch = 1; branch < MOST_BRANCHES; branch++)
		if (making.tips[branch] >= 0 && chance(&making, 70) &&
		    !reaches(&making, making.tips[MAIN], making.tips[branch]))
			making.tips[MAIN] =
				merge(&making, making.tips[MAIN], making.tips[branch], -1);
	return making.tips[MAIN];
}
