/*
 * git's commit-graph: a file in which git notes the tree and the parents of each commit,
 * so that a history can be followed without a commit being read.
 *
 * It is hearsay. Nobody has to have it, it may be damaged, old, or made up, and nothing in
 * it is hashed: what it says of a commit holds once the commit itself has said the same.
 * One that is read as a chain of files, base first, is the same to whoever asks.
 */
#ifndef REPO_GRAPH_H
#define REPO_GRAPH_H

#include <stdbool.h>

#include "base/arena.h"
#include "repo/landing.h"
#include "repo/repo.h"

struct graph;

/*
 * The commit-graph of the repository, in memory; NULL where there is none that can be read,
 * or where the setting core.commitGraph says that it is not to be. Free with graph_close().
 */
struct graph *graph_open(struct repo *repo);

/* GRAPH may be NULL. */
void graph_close(struct graph *graph);

/*
 * What commit ID leads to, its parents in ARENA. False where the graph does not say.
 *
 * Whoever follows a history asks of each commit once, so the graph answers no more often
 * than it has commits: one that leads in circles comes to an end.
 */
bool graph_links(struct graph *graph, const struct object_id *id, struct arena *arena,
                 struct commit_links *links);

#endif
