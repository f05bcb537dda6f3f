/* Random histories against the model: declared in support/random_history.h. */
#include "support/random_history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/record.h"
#include "support/graphs.h"
#include "support/printed.h"

static const char *text_of(struct arena *arena, const struct model_file *file)
{
	static const char *const labels[MODEL_RATINGS] = {"Green", "Green/Amber", "Amber",
	                                                  "Amber/Red", "Red"};
	char period[PERIOD_TEXT_SIZE];
	const char *rating = (file->words % 2 == 0 ? model_ratings : labels)[file->rating];
	const char *about = file->workstream == MODEL_OVERVIEW
	                            ? "kind: overview"
	                            : arena_printf(arena, "workstream: %s",
	                                           model_workstreams[file->workstream]);
	return arena_printf(arena, "---\n%s\nperiod: %s\n%s%s\n%s---\nEdit %d.\n", about,
	                    period_iso(file->period, period),
	                    file->broken ? "# no rag: " : "rag: ", rating,
	                    file->draft ? "draft: true\n" : "", file->words);
}

static const char *hex_of(struct arena *arena, const struct object_id *id)
{
	return object_hex(id, arena_new(arena, OBJECT_HEX_SIZE));
}

/* The rows that make the commit's tree from that of its first parent. */
static size_t rows_of(const struct model_history *history, int index, struct arena *arena,
                      struct row rows[])
{
	static const struct model_commit nothing = {0};
	const struct model_commit *commit = &history->commits[index];
	const struct model_commit *before =
		commit->parent_count == 0 ? &nothing : &history->commits[commit->parents[0]];
	size_t count = 0;
	if (commit->parent_count == 0)
		rows[count++] =
			(struct row){0, NULL, "plans/better/plan.md", history_plan("a b c")};
	if (commit->notes != before->notes)
		rows[count++] = (struct row){
			0, NULL, "notes.md",
			commit->notes == 0 ? NULL
					   : arena_printf(arena, "Note %d\n", commit->notes)};
	for (int path = 0; path < MODEL_PATHS; path++)
		if (!model_same_file(&before->files[path], &commit->files[path]))
			rows[count++] = (struct row){
				0, NULL, arena_printf(arena, "plans/better/%s", model_paths[path]),
				commit->files[path].there ? text_of(arena, &commit->files[path])
							  : NULL};
	return count;
}

/* Makes the commits in a real repository. */
static void write_history(struct history *repository, const struct model_history *history,
                          struct object_id ids[MODEL_COMMITS])
{
	struct arena arena = ARENA_INIT;
	for (int i = 0; i < history->count; i++) {
		const struct model_commit *commit = &history->commits[i];
		struct row rows[MODEL_PATHS + 2];
		const char *parents = "";
		for (int j = 0; j < commit->parent_count; j++)
			parents = arena_printf(&arena, "%s %s", parents,
			                       hex_of(&arena, &ids[commit->parents[j]]));
		ids[i] = history_commit(
			repository, &(struct commit){.day = commit->day,
		                                     .author = commit->author,
		                                     .committer = commit->committer,
		                                     .committed_on = commit->committed_on,
		                                     .message = commit->subject,
		                                     .parents = parents,
		                                     .rows = rows,
		                                     .count = rows_of(history, i, &arena, rows)});
	}
	arena_release(&arena);
}

static void read_record(struct repo *repo, const struct object_id *id, struct buf *text)
{
	struct record *record;
	struct error error = ERROR_INIT;
	if (record_read(repo, id, DEPTH_RATINGS, &record, &error) < 0) {
		buf_printf(text, "it cannot be read: %s\n", error.what);
		return;
	}
	print_record(text, record);
	record_free(record);
}

/* Whether the record of the written history at this commit is the model's. */
static bool agrees(struct repo *repo, const struct object_id *ids,
                   const struct model_history *history, int tip)
{
	struct buf expected = BUF_INIT, actual = BUF_INIT;
	model_record(history, tip, &expected);
	read_record(repo, &ids[tip], &actual);
	bool same = strcmp(expected.bytes, actual.bytes) == 0;
	buf_release(&expected);
	buf_release(&actual);
	return same;
}

/* The first commit whose record is not the model's, or -1. */
static int disagreement(struct history *repository, struct repo *repo,
                        const struct model_history *history)
{
	struct object_id ids[MODEL_COMMITS];
	write_history(repository, history, ids);
	for (int tip = 0; tip < history->count; tip++)
		if (!agrees(repo, ids, history, tip))
			return tip;
	return -1;
}

/* As git does: no later parent that another one has behind it. */
static void drop_parents(struct model_history *history, struct model_commit *commit)
{
	for (int i = commit->parent_count; i-- > 1;)
		for (int j = 0; j < commit->parent_count; j++) {
			if (i == j ||
			    (model_behind(history, commit->parents[j]) >> commit->parents[i] & 1) ==
			            0)
				continue;
			commit->parent_count--;
			for (int k = i; k < commit->parent_count; k++)
				commit->parents[k] = commit->parents[k + 1];
			break;
		}
}

/* Takes a commit out; its children get its first parent, or have nothing behind them. */
static void drop_commit(struct model_history *history, int dropped)
{
	int instead = history->commits[dropped].parent_count == 0
	                      ? -1
	                      : history->commits[dropped].parents[0];
	for (int i = dropped; i + 1 < history->count; i++)
		history->commits[i] = history->commits[i + 1];
	history->count--;
	for (int i = dropped; i < history->count; i++) {
		struct model_commit *commit = &history->commits[i];
		int kept = 0;
		for (int j = 0; j < commit->parent_count; j++) {
			int parent = commit->parents[j];
			parent = parent == dropped ? instead : parent - (parent > dropped);
			bool twice = parent < 0;
			for (int k = 0; k < kept; k++)
				twice = twice || commit->parents[k] == parent;
			if (!twice)
				commit->parents[kept++] = parent;
		}
		commit->parent_count = kept;
		drop_parents(history, commit);
	}
}

/* Makes it smaller in one way; false where that way does nothing. */
static bool make_smaller(struct model_history *history, int way)
{
	bool changed = false;
	int last = history->count - 1, in_one = history->count * MODEL_PATHS;
	if (way >= in_one + MODEL_PATHS) {
		if (way - in_one - MODEL_PATHS >= last)
			return false; /* the last one is what is asked about */
		drop_commit(history, way - in_one - MODEL_PATHS);
		return true;
	}
	if (way >= in_one) {
		way -= in_one;
		for (int i = 0; i < history->count; i++) {
			changed = changed || history->commits[i].files[way].there;
			history->commits[i].files[way] = (struct model_file){.there = false};
		}
		return changed;
	}
	/* One path of one commit as it is in its first parent. */
	struct model_commit *commit = &history->commits[way / MODEL_PATHS];
	struct model_file *file = &commit->files[way % MODEL_PATHS], before = {.there = false};
	if (commit->parent_count != 0)
		before = history->commits[commit->parents[0]].files[way % MODEL_PATHS];
	changed = !model_same_file(file, &before);
	*file = before;
	return changed;
}

/*
 * No tree says a key twice, and no merge brings a broken file from its other parents: the
 * rules speak of neither.
 */
static bool is_fair(const struct model_history *history)
{
	for (int i = 0; i < history->count; i++) {
		const struct model_commit *commit = &history->commits[i];
		struct model_file said[MODEL_PATHS];
		for (int path = 0; path < MODEL_PATHS; path++)
			if (commit->parent_count > 1 && commit->files[path].broken &&
			    !model_same_file(&commit->files[path],
			                     &history->commits[commit->parents[0]].files[path]))
				return false;
		model_said(history, i, said);
		if (model_twice(said) >= 0)
			return false;
	}
	return true;
}

/* Whether the history's last commit has another record than the model says. */
static bool still_disagrees(struct history *repository, struct repo *repo,
                            const struct model_history *history)
{
	struct object_id ids[MODEL_COMMITS];
	write_history(repository, history, ids);
	return !agrees(repo, ids, history, history->count - 1);
}

/* Makes the history small, as long as its last commit's record is not the model's. */
static void shrink(struct history *repository, struct repo *repo, struct model_history *history)
{
	enum { ENOUGH_SECONDS = 30 };
	double start = testing_seconds();
	struct model_history *tried = mem_new(1, sizeof(*tried));
	history->count = disagreement(repository, repo, history) + 1;
	for (bool progress = history->count > 0; progress;) {
		progress = false;
		for (int way = history->count * (MODEL_PATHS + 1) + MODEL_PATHS; way-- > 0;) {
			*tried = *history;
			if (testing_seconds() - start > ENOUGH_SECONDS ||
			    !make_smaller(tried, way) || !is_fair(tried) ||
			    !still_disagrees(repository, repo, tried))
				continue;
			*history = *tried;
			progress = true;
		}
	}
	free(tried);
}

static void tell_file(struct buf *text, const char *path, const struct model_file *file)
{
	char period[PERIOD_TEXT_SIZE];
	if (!file->there) {
		buf_printf(text, "    %s deleted\n", path);
		return;
	}
	buf_printf(text, "    %s: %s %s %s, edit %d%s%s\n", path,
	           model_workstreams[file->workstream], period_iso(file->period, period),
	           model_ratings[file->rating], file->words, file->draft ? ", draft" : "",
	           file->broken ? ", broken" : "");
}

/* A commit a paragraph: its parents, who, when, and how its files differ from the first's. */
static void tell(struct buf *text, const struct model_history *history)
{
	static const struct model_commit nothing = {0};
	for (int i = 0; i < history->count; i++) {
		const struct model_commit *commit = &history->commits[i];
		const struct model_commit *before = commit->parent_count == 0
		                                            ? &nothing
		                                            : &history->commits[commit->parents[0]];
		buf_printf(text, "  commit %d (", i);
		for (int j = 0; j < commit->parent_count; j++)
			buf_printf(text, "%s%d", j == 0 ? "parents " : " ", commit->parents[j]);
		buf_printf(text, ") %s on %d, by %s on %d: %s\n", commit->author, commit->day,
		           commit->committer, commit->committed_on, commit->subject);
		for (int path = 0; path < MODEL_PATHS; path++)
			if (!model_same_file(&commit->files[path], &before->files[path]))
				tell_file(text, model_paths[path], &commit->files[path]);
	}
}

/* A line at a time: cmocka cuts what is long. */
static void print_lines(const char *text)
{
	for (; *text != '\0'; text = next_line(text))
		print_error("%.*s\n", (int)strcspn(text, "\n"), text);
}

static void fail_with(struct history *repository, struct repo *repo, uint64_t seed,
                      struct model_history *history)
{
	struct buf told = BUF_INIT, expected = BUF_INIT, actual = BUF_INIT;
	struct object_id ids[MODEL_COMMITS];
	shrink(repository, repo, history);
	int tip = history->count - 1;
	write_history(repository, history, ids);
	tell(&told, history);
	model_record(history, tip, &expected);
	read_record(repo, &ids[tip], &actual);
	print_error("seed %llu, at commit %d:\n", (unsigned long long)seed, tip);
	print_lines(told.bytes);
	print_error("the model:\n");
	print_lines(expected.bytes);
	print_error("the record:\n");
	print_lines(actual.bytes);
	buf_release(&told);
	buf_release(&expected);
	buf_release(&actual);
	fail_msg("the record is not the model's; SEED=%llu", (unsigned long long)seed);
}

enum { BATCH = 50 };

/* Histories that are written together. */
struct batch {
	struct model_history histories[BATCH];
	struct object_id ids[BATCH][MODEL_COMMITS];
	int tips[BATCH];
};

static struct repo *open_repository(const struct history *repository)
{
	struct repo *repo;
	struct error error = ERROR_INIT;
	if (repo_open(&repo, repository->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	return repo;
}

/* Lists the commits of the batch, or of each history the older half. */
static const char *list_commits(struct arena *arena, const struct batch *batch, int count,
                                bool older)
{
	struct buf list = BUF_INIT;
	for (int i = 0; i < count; i++) {
		int commits = batch->histories[i].count;
		for (int j = 0; j < (older ? commits / 2 : commits); j++)
			buf_printf(&list, "%s\n", hex_of(arena, &batch->ids[i][j]));
	}
	const char *copy = arena_text(arena, list.bytes, list.length);
	buf_release(&list);
	return copy;
}

/* Returns the first of the batch that disagrees, or -1. */
static int check_records(struct history *repository, const struct batch *batch, uint64_t seed,
                         int count)
{
	struct repo *repo = open_repository(repository);
	int at = 0;
	for (; at < count; at++) {
		const struct model_history *history = &batch->histories[at];
		int chain[MODEL_COMMITS];
		int landings = model_chain(history, batch->tips[at], chain);
		int earlier = chain[(seed + (uint64_t)at) % (unsigned)landings];
		if (!agrees(repo, batch->ids[at], history, batch->tips[at]) ||
		    !agrees(repo, batch->ids[at], history, earlier))
			break;
	}
	repo_close(repo);
	return at < count ? at : -1;
}

/* The same; WAY: the commit-graph with which it does, though it did not with those before. */
static int check_batch(struct history *repository, struct batch *batch, uint64_t seed, int count,
                       enum graph_way *way)
{
	int failed = -1;
	history_in_memory(repository);
	for (int i = 0; i < count; i++) {
		batch->tips[i] = random_history(seed + (uint64_t)i, &batch->histories[i]);
		write_history(repository, &batch->histories[i], batch->ids[i]);
	}
	history_flush(repository);
	struct arena arena = ARENA_INIT;
	const char *older = list_commits(&arena, batch, count, true);
	const char *all = list_commits(&arena, batch, count, false);
	for (*way = GRAPH_NONE; *way < GRAPH_WAYS; (*way)++) {
		if (*way != GRAPH_NONE)
			graphs_write(repository, *way, older, all);
		failed = check_records(repository, batch, seed, count);
		if (failed >= 0)
			break;
	}
	arena_release(&arena);
	return failed;
}

void random_histories_agree(struct sandbox *sandbox, uint64_t seed, int count)
{
	struct batch *batch = arena_new(&sandbox->arena, sizeof(*batch));
	for (int done = 0; done < count; done += BATCH) {
		const char *name = arena_printf(&sandbox->arena, "random-%d", done / BATCH);
		int left = count - done < BATCH ? count - done : BATCH;
		uint64_t from = seed + (uint64_t)done;
		enum graph_way way;
		int failed = check_batch(history_new(sandbox, name), batch, from, left, &way);
		if (failed < 0)
			continue;
		if (way != GRAPH_NONE)
			fail_msg("with %s the record is another than without; SEED=%llu",
			         graph_ways[way], (unsigned long long)from + (unsigned)failed);
		struct history *smaller = history_new(sandbox, "smaller");
		fail_with(smaller, open_repository(smaller), from + (uint64_t)failed,
		          &batch->histories[failed]);
	}
}
