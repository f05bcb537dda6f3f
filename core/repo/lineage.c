#include "repo/lineage.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/commit.h"
#include "repo/graph.h"
#include "repo/trees.h"

/* One reading of a lineage, or of what is new in it. */
struct reader {
	struct lineage *lineage;
	struct commit_texts texts;
	struct receipts receipts;
	struct chain_source source;
	struct arena passing; /* what is only needed until the lineage has been sorted */
	struct error *error;
	struct step *stack; /* commits whose parents are being read */
	size_t depth, room;
};

void lineage_release(struct lineage *lineage)
{
	free(lineage->commits);
	free(lineage->rows);
	free(lineage->trees);
	free(lineage->landings);
	free(lineage->links);
	free(lineage->changes);
	free(lineage->paths);
	free(lineage->blobs);
	ids_release(&lineage->commit_ids);
	ids_release(&lineage->blob_ids);
	map_release(&lineage->path_ids);
	map_release(&lineage->names);
	arena_release(&lineage->arena);
	*lineage = (struct lineage){0};
}

uint32_t lineage_find(const struct lineage *lineage, const struct object_id *id)
{
	return ids_find(&lineage->commit_ids, lineage->commits, sizeof(*lineage->commits), id);
}

bool lineage_is_landing(const struct lineage *lineage, uint32_t commit)
{
	return lineage->landings[lineage->commits[commit].number] == commit;
}

uint32_t lineage_first(const struct lineage *lineage, size_t number)
{
	return number == 0 ? 0 : lineage->landings[number - 1] + 1;
}

const struct lineage_link *lineage_landed(const struct lineage *lineage, size_t number)
{
	const struct lineage_row *row = &lineage->rows[lineage->landings[number]];
	const struct lineage_link *link = &lineage->links[row->links];
	for (size_t i = 1;
	     number != 0 && link->parent != lineage->landings[number - 1] && i < row->link_count;
	     i++)
		link++;
	return link;
}

static bool is_landing(const struct object_id *id, void *context)
{
	const struct lineage *lineage = context;
	uint32_t at = lineage_find(lineage, id);
	return at != LINEAGE_NONE && lineage_is_landing(lineage, at);
}

/* Keeps the landings before number COUNT. */
static void truncate_to(struct lineage *lineage, size_t count)
{
	if (count == lineage->landing_count)
		return;
	lineage->landing_count = count;
	lineage->count = count == 0 ? 0 : lineage->landings[count - 1] + 1;
	lineage->link_count = lineage->count == 0
	                              ? 0
	                              : lineage->rows[lineage->count - 1].links +
	                                        lineage->rows[lineage->count - 1].link_count;
	if (lineage->compared > lineage->count)
		lineage->compared = lineage->count;
	if (lineage->first_tree > lineage->count)
		lineage->first_tree = lineage->count;
	const struct lineage_link *last =
		lineage->compared == 0
			? NULL
			: &lineage->links[lineage->rows[lineage->compared - 1].links +
	                                  lineage->rows[lineage->compared - 1].link_count - 1];
	lineage->change_count = last == NULL ? 0 : last->changes + last->change_count;
	ids_release(&lineage->commit_ids);
	for (uint32_t i = 0; i < lineage->count; i++)
		ids_add(&lineage->commit_ids, lineage->commits, sizeof(*lineage->commits), i);
}

uint32_t lineage_path(struct lineage *lineage, const char *path)
{
	const void *known = map_get(&lineage->path_ids, path);
	if (known != NULL)
		return (uint32_t)((uintptr_t)known - 1);
	lineage->paths = mem_grow(lineage->paths, lineage->path_count, &lineage->path_room,
	                          sizeof(*lineage->paths));
	const char *kept = arena_text(&lineage->arena, path, strlen(path));
	lineage->paths[lineage->path_count++] = kept;
	map_set(&lineage->path_ids, kept, (void *)(uintptr_t)lineage->path_count);
	return (uint32_t)lineage->path_count - 1;
}

/* Of blobs that were kept nobody needs to know the numbers until there is another. */
static void find_kept_blobs(struct lineage *lineage)
{
	uint32_t *homes = ids_homes(lineage->blobs, sizeof(*lineage->blobs), lineage->blob_count);
	ids_fill(&lineage->blob_ids, homes, lineage->blobs, sizeof(*lineage->blobs),
	         lineage->blob_count);
	free(homes);
}

uint32_t lineage_blob(struct lineage *lineage, const struct object_id *id)
{
	if (object_is_none(id))
		return LINEAGE_NONE;
	if (lineage->blob_ids.room == 0)
		find_kept_blobs(lineage);
	uint32_t known = ids_find(&lineage->blob_ids, lineage->blobs, sizeof(*lineage->blobs), id);
	if (known != LINEAGE_NONE)
		return known;
	lineage->blobs = mem_grow(lineage->blobs, lineage->blob_count, &lineage->blob_room,
	                          sizeof(*lineage->blobs));
	lineage->blobs[lineage->blob_count] = *id;
	ids_add(&lineage->blob_ids, lineage->blobs, sizeof(*lineage->blobs),
	        (uint32_t)lineage->blob_count);
	return (uint32_t)lineage->blob_count++;
}

void lineage_change(struct lineage *lineage, struct lineage_change change)
{
	lineage->changes = mem_grow(lineage->changes, lineage->change_count, &lineage->change_room,
	                            sizeof(*lineage->changes));
	lineage->changes[lineage->change_count++] = change;
}

static int add_change(const struct change *change, void *context)
{
	struct lineage *lineage = context;
	bool plain = change->type_after == FILE_REGULAR;
	lineage_change(lineage, (struct lineage_change){
					.path = lineage_path(lineage, change->path),
					.before = lineage_blob(lineage, &change->before),
					.after = plain ? lineage_blob(lineage, &change->after)
	                                               : LINEAGE_NONE,
					.type_after = change->type_after,
					.gone = object_is_none(&change->after),
				});
	return 0;
}

static int find_plans(struct repo *repo, const struct lineage *lineage, size_t at,
                      struct object_id *plans, struct error *error)
{
	if (at < lineage->first_tree)
		return trees_plans(repo, &lineage->commits[at].id, plans, error);
	struct lineage_tree *tree = &lineage->trees[at - lineage->first_tree];
	if (!tree->plans_known && trees_top(repo, &tree->root, &tree->plans, error) < 0)
		return -1;
	tree->plans_known = true;
	*plans = tree->plans;
	return 0;
}

static bool same_links(const struct lineage *lineage, size_t at, const struct commit_links *links)
{
	const struct lineage_row *row = &lineage->rows[at];
	const struct lineage_link *link = &lineage->links[row->links];
	if (!object_equal(&lineage->trees[at - lineage->first_tree].root, &links->tree))
		return false;
	if (links->count == 0)
		return link->parent == LINEAGE_NONE;
	if (links->count != row->link_count || link->parent == LINEAGE_NONE)
		return false;
	for (size_t i = 0; i < links->count; i++)
		if (!object_equal(&lineage->commits[link[i].parent].id, &links->parents[i]))
			return false;
	return true;
}

/* Who made a commit and when, by the commit itself; and whether what was heard is true. */
static int read_commit(struct repo *repo, struct lineage *lineage, size_t at, struct error *error)
{
	struct commit_texts texts = {&lineage->arena, &lineage->names};
	struct landing *commit = &lineage->commits[at], facts;
	struct commit_links links;
	if (at < lineage->first_tree || lineage->trees[at - lineage->first_tree].told)
		return 0;
	if (commit_read(repo, &commit->id, &texts, &facts, &links, error) < 0)
		return -1;
	if (!same_links(lineage, at, &links)) {
		error_set(error, "git's commit-graph is damaged: it is not what the commits say");
		return error_hint(error, "see: git commit-graph verify");
	}
	commit->author = facts.author;
	commit->committer = facts.committer;
	commit->subject = facts.subject;
	lineage->trees[at - lineage->first_tree].told = true;
	return 0;
}

int lineage_compare(struct repo *repo, struct lineage *lineage, size_t from, size_t to,
                    struct error *error)
{
	for (size_t at = from; at < to; at++) {
		const struct lineage_row *row = &lineage->rows[at];
		struct object_id plans;
		if (read_commit(repo, lineage, at, error) < 0 ||
		    find_plans(repo, lineage, at, &plans, error) < 0)
			return -1;
		for (uint32_t i = 0; i < row->link_count; i++) {
			struct lineage_link *link = &lineage->links[row->links + i];
			struct object_id before = {{0}};
			if (link->parent != LINEAGE_NONE &&
			    find_plans(repo, lineage, link->parent, &before, error) < 0)
				return -1;
			link->changes = (uint32_t)lineage->change_count;
			if (trees_compare(repo, &before, &plans, add_change, lineage, error) < 0)
				return -1;
			link->change_count = (uint32_t)lineage->change_count - link->changes;
		}
	}
	lineage->compared = to;
	return 0;
}

void lineage_date(struct lineage *lineage)
{
	int64_t latest = INT64_MIN;
	for (size_t i = 0; i < lineage->landing_count; i++) {
		struct landing *landing = &lineage->commits[lineage->landings[i]];
		int64_t time = landing_time(landing);
		landing->backwards = time < latest;
		if (time > latest)
			latest = time;
	}
}

static void add_link(struct lineage *lineage, uint32_t parent)
{
	lineage->links = mem_grow(lineage->links, lineage->link_count, &lineage->link_room,
	                          sizeof(*lineage->links));
	lineage->links[lineage->link_count++] = (struct lineage_link){parent, 0, 0};
}

/* Adds a commit whose parents have all been added. */
static void add_commit(struct reader *reader, const struct step *step)
{
	struct lineage *lineage = reader->lineage;
	struct lineage_row row = {.links = (uint32_t)lineage->link_count};
	for (size_t i = 0; i < step->links.count; i++)
		add_link(lineage, lineage_find(lineage, &step->links.parents[i]));
	if (step->links.count == 0)
		add_link(lineage, LINEAGE_NONE);
	row.link_count = (uint32_t)lineage->link_count - row.links;
	lineage->commits = mem_grow(lineage->commits, lineage->count, &lineage->commit_room,
	                            sizeof(*lineage->commits));
	lineage->rows =
		mem_grow(lineage->rows, lineage->count, &lineage->row_room, sizeof(*lineage->rows));
	lineage->commits[lineage->count] = step->landing;
	lineage->commits[lineage->count].number = lineage->landing_count;
	lineage->rows[lineage->count] = row;
	lineage->trees = mem_grow(lineage->trees, lineage->count - lineage->first_tree,
	                          &lineage->tree_room, sizeof(*lineage->trees));
	lineage->trees[lineage->count - lineage->first_tree] =
		(struct lineage_tree){.root = step->links.tree, .told = step->told};
	ids_add(&lineage->commit_ids, lineage->commits, sizeof(*lineage->commits),
	        (uint32_t)lineage->count);
	lineage->count++;
}

static int push(struct reader *reader, const struct object_id *id)
{
	struct step step;
	if (step_read(&reader->source, id, &step, reader->error) < 0)
		return -1;
	reader->stack =
		mem_grow(reader->stack, reader->depth, &reader->room, sizeof(*reader->stack));
	reader->stack[reader->depth++] = step;
	return 0;
}

/* The first parent that has not been added, or NULL. */
static const struct object_id *missing_parent(const struct lineage *lineage,
                                              const struct commit_links *links)
{
	for (size_t i = 0; i < links->count; i++)
		if (lineage_find(lineage, &links->parents[i]) == LINEAGE_NONE)
			return &links->parents[i];
	return NULL;
}

/* Adds what a commit leads to and no earlier landing did, parents first. */
static int add_inside(struct reader *reader, const struct commit_links *links)
{
	const struct object_id *next = missing_parent(reader->lineage, links);
	while (next != NULL) {
		if (push(reader, next) < 0)
			return -1;
		while (reader->depth != 0) {
			const struct step *top = &reader->stack[reader->depth - 1];
			next = missing_parent(reader->lineage, &top->links);
			if (next != NULL) {
				if (push(reader, next) < 0)
					return -1;
				continue;
			}
			add_commit(reader, top);
			reader->depth--;
		}
		next = missing_parent(reader->lineage, links);
	}
	return 0;
}

static int add_landing(struct reader *reader, const struct step *step)
{
	struct lineage *lineage = reader->lineage;
	if (step->links.count > 1 && add_inside(reader, &step->links) < 0)
		return -1;
	add_commit(reader, step);
	lineage->landings = mem_grow(lineage->landings, lineage->landing_count,
	                             &lineage->landing_room, sizeof(*lineage->landings));
	lineage->landings[lineage->landing_count++] = (uint32_t)lineage->count - 1;
	return 0;
}

/* Drops what does not belong to the chain. */
static void keep_shared(struct lineage *lineage, const struct chain *chain)
{
	bool shared = !object_is_none(&chain->known);
	truncate_to(lineage,
	            shared ? lineage->commits[lineage_find(lineage, &chain->known)].number + 1 : 0);
}

/* For receipts_agree(): what is read anew may have other receipts, what is known may not. */
static bool is_known(const struct object_id *id, void *context)
{
	const struct lineage *lineage = context;
	return lineage_find(lineage, id) != LINEAGE_NONE;
}

int lineage_read(struct repo *repo, const struct object_id *tip, bool hearsay,
                 struct lineage *lineage, struct error *error)
{
	struct reader reader = {.lineage = lineage, .passing = ARENA_INIT, .error = error};
	struct chain chain = {0};
	int result = -1;
	if (receipts_open(repo, &reader.receipts, error) < 0)
		return -1;
	/*
	 * Other receipts may turn the chain elsewhere; those of a push that is new do not. The
	 * blobs keep their numbers, by which others know what they say.
	 */
	if (!object_equal(&lineage->receipts, &reader.receipts.tip) &&
	    !receipts_agree(repo, &lineage->receipts, &reader.receipts, is_known, lineage))
		truncate_to(lineage, 0);
	lineage->receipts = reader.receipts.tip;
	reader.texts = (struct commit_texts){&lineage->arena, &lineage->names};
	reader.source = (struct chain_source){
		.repo = repo,
		.receipts = &reader.receipts,
		.texts = &reader.texts,
		/* On top of what was kept there is little to read. */
		.graph = hearsay && lineage->count == 0 ? graph_open(repo) : NULL,
		.passing = &reader.passing,
	};
	lineage->hearsay = reader.source.graph != NULL;
	if (chain_follow(&reader.source, tip, is_landing, lineage, &chain, error) < 0)
		goto done;
	keep_shared(lineage, &chain);
	result = 0;
	for (size_t i = chain.count; i-- > 0 && result == 0;)
		result = add_landing(&reader, &chain.steps[i]);
done:
	graph_close(reader.source.graph);
	chain_release(&chain);
	arena_release(&reader.passing);
	free(reader.stack);
	return result;
}
