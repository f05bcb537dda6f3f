#include "repo/lineage.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/commit.h"
#include "repo/trees.h"

/* One reading of a lineage, or of what is new in it. */
struct reader {
	struct repo *repo;
	struct lineage *lineage;
	struct commit_texts texts;
	struct receipts receipts;
	struct error *error;
	int64_t latest;     /* the largest time of a landing so far */
	struct step *stack; /* commits whose parents are being read */
	size_t depth, room;
};

void lineage_release(struct lineage *lineage)
{
	free(lineage->commits);
	free(lineage->rows);
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

static uint32_t find_commit(const struct lineage *lineage, const struct object_id *id)
{
	return ids_find(&lineage->commit_ids, lineage->commits, sizeof(*lineage->commits), id);
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
	uint32_t at = find_commit(lineage, id);
	return at != LINEAGE_NONE && lineage->landings[lineage->commits[at].number] == at;
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

uint32_t lineage_blob(struct lineage *lineage, const struct object_id *id)
{
	if (object_is_none(id))
		return LINEAGE_NONE;
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

static int find_plans(struct repo *repo, struct lineage_row *row, struct error *error)
{
	if (!row->plans_known &&
	    trees_find(repo, &row->root, REPO_PLANS, true, &row->plans, error) < 0)
		return -1;
	row->plans_known = true;
	return 0;
}

int lineage_compare(struct repo *repo, struct lineage *lineage, size_t from, size_t to,
                    struct error *error)
{
	static const struct object_id none = {{0}};
	for (size_t at = from; at < to; at++) {
		struct lineage_row *row = &lineage->rows[at];
		if (find_plans(repo, row, error) < 0)
			return -1;
		for (uint32_t i = 0; i < row->link_count; i++) {
			struct lineage_link *link = &lineage->links[row->links + i];
			struct lineage_row *parent =
				link->parent == LINEAGE_NONE ? NULL : &lineage->rows[link->parent];
			if (parent != NULL && find_plans(repo, parent, error) < 0)
				return -1;
			link->changes = (uint32_t)lineage->change_count;
			if (trees_compare(repo, parent == NULL ? &none : &parent->plans,
			                  &row->plans, add_change, lineage, error) < 0)
				return -1;
			link->change_count = (uint32_t)lineage->change_count - link->changes;
		}
	}
	lineage->compared = to;
	return 0;
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
	struct lineage_row row = {.links = (uint32_t)lineage->link_count, .root = step->links.tree};
	for (size_t i = 0; i < step->links.count; i++)
		add_link(lineage, find_commit(lineage, &step->links.parents[i]));
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
	ids_add(&lineage->commit_ids, lineage->commits, sizeof(*lineage->commits),
	        (uint32_t)lineage->count);
	lineage->count++;
}

static int push(struct reader *reader, const struct object_id *id)
{
	struct step step;
	if (commit_read(reader->repo, id, &reader->texts, &step.landing, &step.links,
	                reader->error) < 0)
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
		if (find_commit(lineage, &links->parents[i]) == LINEAGE_NONE)
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
	struct landing *landing = &lineage->commits[lineage->count - 1];
	landing->backwards = landing_time(landing) < reader->latest;
	if (landing_time(landing) > reader->latest)
		reader->latest = landing_time(landing);
	lineage->landings = mem_grow(lineage->landings, lineage->landing_count,
	                             &lineage->landing_room, sizeof(*lineage->landings));
	lineage->landings[lineage->landing_count++] = (uint32_t)lineage->count - 1;
	return 0;
}

/* Drops what does not belong to the chain, and finds the largest time before its steps. */
static void keep_shared(struct reader *reader, const struct chain *chain)
{
	struct lineage *lineage = reader->lineage;
	bool shared = !object_is_none(&chain->known);
	truncate_to(lineage,
	            shared ? lineage->commits[find_commit(lineage, &chain->known)].number + 1 : 0);
	reader->latest = INT64_MIN;
	for (size_t i = 0; i < lineage->landing_count; i++) {
		int64_t time = landing_time(&lineage->commits[lineage->landings[i]]);
		if (time > reader->latest)
			reader->latest = time;
	}
}

int lineage_read(struct repo *repo, const struct object_id *tip, struct lineage *lineage,
                 struct error *error)
{
	struct reader reader = {.repo = repo, .lineage = lineage, .error = error};
	struct chain chain = {0};
	int result = -1;
	if (receipts_open(repo, &reader.receipts, error) < 0)
		return -1;
	/* Other receipts may turn the chain elsewhere. */
	if (!object_equal(&lineage->receipts, &reader.receipts.tip))
		lineage_release(lineage);
	lineage->receipts = reader.receipts.tip;
	reader.texts = (struct commit_texts){&lineage->arena, &lineage->names};
	if (chain_read(repo, tip, &reader.receipts, &reader.texts, is_landing, lineage, &chain,
	               error) < 0)
		goto done;
	keep_shared(&reader, &chain);
	result = 0;
	for (size_t i = chain.count; i-- > 0 && result == 0;)
		result = add_landing(&reader, &chain.steps[i]);
done:
	chain_release(&chain);
	free(reader.stack);
	return result;
}
