#include "support/graphs.h"

#include "support/command.h"

const char *const graph_ways[GRAPH_WAYS] = {
	[GRAPH_NONE] = "no commit-graph",
	[GRAPH_STALE] = "a commit-graph of the older commits",
	[GRAPH_WHOLE] = "a commit-graph",
	[GRAPH_SPLIT] = "a commit-graph of two files",
};

static const char *const scripts[GRAPH_WAYS] = {
	[GRAPH_NONE] = ":",
	[GRAPH_STALE] = "write < older",
	[GRAPH_WHOLE] = "write < all",
	[GRAPH_SPLIT] = "write --split=no-merge < older && write --split=no-merge < all",
};

static void run(const struct history *history, enum graph_way way, const char *lists)
{
	struct sandbox *sandbox = history->sandbox;
	struct outcome outcome = command_script(
		sandbox, NULL,
		arena_printf(&sandbox->arena,
	                     "cd '%s/.git' && rm -rf objects/info/commit-graph* || exit\n"
	                     "write() { git commit-graph write --stdin-commits --no-progress "
	                     "\"$@\"; }\n"
	                     "%s && { %s; } && rm older all\n",
	                     history->folder, lists, scripts[way]));
	if (outcome.status != 0)
		fail_msg("%s: %s", graph_ways[way], outcome.errors);
}

void graphs_write(const struct history *history, enum graph_way way, const char *older,
                  const char *all)
{
	sandbox_write(history->sandbox, "older", older);
	sandbox_write(history->sandbox, "all", all);
	run(history, way,
	    arena_printf(&history->sandbox->arena, "cp '%s' '%s' .",
	                 sandbox_path(history->sandbox, "older"),
	                 sandbox_path(history->sandbox, "all")));
}

void graphs_write_head(const struct history *history, enum graph_way way)
{
	run(history, way,
	    "git rev-list --first-parent HEAD > all && tail -n $(($(wc -l < all) / 2)) all > "
	    "older");
}
