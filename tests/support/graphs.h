/*
 * git's commit-graph, written by git in the ways that a repository may have it.
 */
#ifndef SUPPORT_GRAPHS_H
#define SUPPORT_GRAPHS_H

#include "support/history.h"

enum graph_way {
	GRAPH_NONE,
	GRAPH_STALE, /* of the older commits alone */
	GRAPH_WHOLE,
	GRAPH_SPLIT, /* the older commits in one file, what came after them in another */
	GRAPH_WAYS,
};

extern const char *const graph_ways[GRAPH_WAYS];

#define GRAPH_FILE ".git/objects/info/commit-graph"

/* OLDER and ALL are ids, a line each; what they lead to is written too. */
void graphs_write(const struct history *history, enum graph_way way, const char *older,
                  const char *all);

/* The same with HEAD's older half by its first parents. */
void graphs_write_head(const struct history *history, enum graph_way way);

#endif
