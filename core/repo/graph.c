/* As gitformat-commit-graph(5) describes it, version 1, with names by SHA-1. */
#include "repo/graph.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/read.h"
#include "repo/internal.h"

enum {
	LARGEST_GRAPH = 1 << 30,
	LARGEST_LIST = 1 << 16, /* of the names of files */
	MOST_LAYERS = 64,
	HEAD_SIZE = 8,
	CHUNK_SIZE = 12, /* of its line in the table of chunks */
	FANOUT = 256,
	DATA_SIZE = OBJECT_ID_SIZE + 16, /* tree, two parents, generation and date */
};

#define NO_PARENT UINT32_C(0x70000000)
#define HIGH_BIT UINT32_C(0x80000000) /* a list of parents; and the last of a list */

/* One file: the commits from number BASE on. */
struct layer {
	char *bytes;
	uint32_t base, count, edge_count;
	const unsigned char *fanout, *ids, *data, *edges;
};

struct graph {
	struct layer layers[MOST_LAYERS];
	size_t layer_count;
	uint32_t count; /* of commits, in all layers */
	uint32_t left;  /* how many of them may still be asked of */
	uint64_t edges; /* that may still be looked at */
	uint32_t next;  /* whom the last answer named first: likely to be asked of next */
};

static uint32_t number_at(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A chunk that may stand in the file, and where it is found. */
struct chunk {
	char name[5];
	const unsigned char *start;
	size_t size;
};

/* Finds the chunks by the table at the file's head; false where it leads out of the file. */
static bool find_chunks(const unsigned char *bytes, size_t length, struct chunk *chunks,
                        size_t count)
{
	size_t lines = bytes[6], table = HEAD_SIZE + (lines + 1) * CHUNK_SIZE;
	if (length < table + OBJECT_ID_SIZE)
		return false;
	size_t start = table, end = length - OBJECT_ID_SIZE; /* a checksum is behind it */
	for (size_t i = 0; i <= lines; i++) {
		const unsigned char *line = bytes + HEAD_SIZE + i * CHUNK_SIZE;
		size_t next = number_at(line + 8);
		if (number_at(line + 4) != 0 || next < start || next > end)
			return false;
		for (size_t j = 0; i > 0 && j < count; j++)
			if (memcmp(line - CHUNK_SIZE, chunks[j].name, 4) == 0) {
				chunks[j].start = bytes + start;
				chunks[j].size = next - start;
			}
		start = next;
	}
	return true;
}

static bool is_in_order(const unsigned char *fanout)
{
	for (size_t i = 1; i < FANOUT; i++)
		if (number_at(fanout + i * 4) < number_at(fanout + i * 4 - 4))
			return false;
	return true;
}

/* Takes a file as the next layer; false, with nothing taken, where it is none. */
static bool add_layer(struct graph *graph, char *file, size_t length)
{
	struct chunk chunks[] = {
		{"OIDF", NULL, 0}, {"OIDL", NULL, 0}, {"CDAT", NULL, 0}, {"EDGE", NULL, 0}};
	const unsigned char *bytes = (const unsigned char *)file;
	struct layer *layer = &graph->layers[graph->layer_count];
	static const char head[] = {'C', 'G', 'P', 'H', 1, 1};
	if (graph->layer_count == MOST_LAYERS || length < HEAD_SIZE ||
	    memcmp(file, head, sizeof(head)) != 0 || bytes[7] != graph->layer_count ||
	    !find_chunks(bytes, length, chunks, sizeof(chunks) / sizeof(chunks[0])) ||
	    chunks[0].size != (size_t)FANOUT * 4 || !is_in_order(chunks[0].start))
		return false;
	uint32_t count = number_at(chunks[0].start + chunks[0].size - 4);
	if (chunks[1].size != (size_t)count * OBJECT_ID_SIZE ||
	    chunks[2].size != (size_t)count * DATA_SIZE || count >= NO_PARENT - graph->count)
		return false;
	*layer = (struct layer){
		.bytes = file,
		.base = graph->count,
		.count = count,
		.edge_count = (uint32_t)(chunks[3].size / 4),
		.fanout = chunks[0].start,
		.ids = chunks[1].start,
		.data = chunks[2].start,
		.edges = chunks[3].start,
	};
	graph->layer_count++;
	graph->count += count;
	graph->left += count;
	graph->edges += layer->edge_count;
	return true;
}

static bool read_layer(struct graph *graph, int folder, const char *path)
{
	size_t length = 0;
	char *file = read_plain(folder, path, LARGEST_GRAPH, &length);
	if (file == NULL)
		return false;
	if (add_layer(graph, file, length))
		return true;
	free(file);
	return false;
}

/* A chain: a list of checksums, a line each, by which the files are named. */
static void read_layers(struct graph *graph, int folder)
{
	static const char digits[] = "0123456789abcdef";
	char name[] = "info/commit-graphs/graph-0123456789012345678901234567890123456789.graph";
	char *digit = strchr(name, '0');
	size_t length = 0, line = OBJECT_HEX_SIZE;
	char *list =
		read_plain(folder, "info/commit-graphs/commit-graph-chain", LARGEST_LIST, &length);
	if (list == NULL)
		return;
	for (size_t at = 0; at + line <= length; at += line) {
		memcpy(digit, list + at, line - 1);
		if (list[at + line - 1] != '\n' || strspn(digit, digits) != line - 1 ||
		    !read_layer(graph, folder, name))
			break; /* what came before stands for itself */
	}
	free(list);
}

static bool is_wanted(struct repo *repo)
{
	git_config *config = NULL;
	int wanted = 1;
	if (git_repository_config_snapshot(&config, repo->git) == 0 &&
	    git_config_get_bool(&wanted, config, "core.commitgraph") < 0)
		wanted = 1;
	git_config_free(config);
	return wanted != 0;
}

struct graph *graph_open(struct repo *repo)
{
	struct buf path = BUF_INIT;
	struct graph *graph = NULL;
	buf_printf(&path, "%sobjects", git_repository_commondir(repo->git));
	int folder = open(path.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	buf_release(&path);
	if (folder < 0)
		return NULL;
	graph = mem_new(1, sizeof(*graph));
	if (is_wanted(repo) && !read_layer(graph, folder, "info/commit-graph"))
		read_layers(graph, folder);
	close(folder);
	if (graph->count != 0)
		return graph;
	graph_close(graph);
	return NULL;
}

void graph_close(struct graph *graph)
{
	if (graph == NULL)
		return;
	for (size_t i = 0; i < graph->layer_count; i++)
		free(graph->layers[i].bytes);
	free(graph);
}

/* The layer that holds commit number NUMBER, which is below the count of all. */
static const struct layer *layer_of(const struct graph *graph, uint32_t number)
{
	const struct layer *layer = &graph->layers[graph->layer_count - 1];
	while (number < layer->base)
		layer--;
	return layer;
}

static const unsigned char *id_of(const struct graph *graph, uint32_t number)
{
	const struct layer *layer = layer_of(graph, number);
	return layer->ids + (size_t)(number - layer->base) * OBJECT_ID_SIZE;
}

/* The number of a commit in all layers; false where it is not in this one. */
static bool find_in(const struct layer *layer, const struct object_id *id, uint32_t *number)
{
	const unsigned char *fanout = layer->fanout + (size_t)id->bytes[0] * 4;
	uint32_t low = id->bytes[0] == 0 ? 0 : number_at(fanout - 4), high = number_at(fanout);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = memcmp(id->bytes, layer->ids + (size_t)middle * OBJECT_ID_SIZE,
		                   OBJECT_ID_SIZE);
		if (order == 0) {
			*number = layer->base + middle;
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static bool find(const struct graph *graph, const struct object_id *id, uint32_t *number)
{
	*number = graph->next;
	if (memcmp(id_of(graph, graph->next), id->bytes, OBJECT_ID_SIZE) == 0)
		return true;
	for (size_t i = graph->layer_count; i-- > 0;)
		if (find_in(&graph->layers[i], id, number))
			return true;
	return false;
}

/* Adds a parent; false where there is no such commit in the layers up to this one. */
static bool add_parent(struct graph *graph, const struct layer *layer, uint32_t number,
                       struct commit_links *links)
{
	if (number >= layer->base + layer->count)
		return false;
	if (links->count == 0)
		graph->next = number;
	memcpy(links->parents[links->count++].bytes, id_of(graph, number), OBJECT_ID_SIZE);
	return true;
}

/*
 * How many parents the list from EDGE on holds; 0 where it comes to no end. Each list
 * belongs to one commit, so all together are no longer than the chunk.
 */
static size_t count_edges(struct graph *graph, const struct layer *layer, uint32_t edge)
{
	for (uint32_t at = edge; at < layer->edge_count && graph->edges != 0; at++) {
		graph->edges--;
		if ((number_at(layer->edges + (size_t)at * 4) & HIGH_BIT) != 0)
			return at - edge + 1;
	}
	return 0;
}

static bool add_edges(struct graph *graph, const struct layer *layer, uint32_t edge, size_t count,
                      struct commit_links *links)
{
	for (size_t i = 0; i < count; i++)
		if (!add_parent(graph, layer, number_at(layer->edges + (edge + i) * 4) & ~HIGH_BIT,
		                links))
			return false;
	return true;
}

bool graph_links(struct graph *graph, const struct object_id *id, struct arena *arena,
                 struct commit_links *links)
{
	uint32_t number;
	*links = (struct commit_links){0};
	if (graph->left == 0 || !find(graph, id, &number))
		return false;
	graph->left--;
	const struct layer *layer = layer_of(graph, number);
	const unsigned char *data = layer->data + (size_t)(number - layer->base) * DATA_SIZE;
	uint32_t first = number_at(data + OBJECT_ID_SIZE);
	uint32_t second = number_at(data + OBJECT_ID_SIZE + 4);
	bool listed = second != NO_PARENT && (second & HIGH_BIT) != 0;
	size_t listed_count = listed ? count_edges(graph, layer, second & ~HIGH_BIT) : 0;
	memcpy(links->tree.bytes, data, OBJECT_ID_SIZE);
	if (first == NO_PARENT)
		return second == NO_PARENT;
	links->parents = arena_new(arena, (2 + listed_count) * sizeof(*links->parents));
	if (!add_parent(graph, layer, first, links))
		return false;
	if (listed)
		return listed_count != 0 &&
		       add_edges(graph, layer, second & ~HIGH_BIT, listed_count, links);
	return second == NO_PARENT || add_parent(graph, layer, second, links);
}
