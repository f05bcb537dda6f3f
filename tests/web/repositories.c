/*
 * Makes the repositories whose sites tests/web/run reads in a browser: the golden cases, each
 * in English and with `lang: cy`; a long record; the hostile one.
 * usage: repositories FOLDER   prints the name of each, a line each
 */
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/hostile.h"
#include "support/overlay.h"
#include "support/told.h"

enum { LONG_PERIODS = 60, LONG_WORKSTREAMS = 8 };

/* "plans/x/plan.md" in Welsh: its `site:` gives way to one that asks for it. */
static const char *in_welsh(struct sandbox *sandbox, const char *plan)
{
	const char *end = strstr(plan + 3, "\n---\n");
	if (end == NULL || strstr(plan, "\nsite:") != NULL)
		return NULL;
	return arena_printf(&sandbox->arena, "%.*s\nsite: {lang: cy}%s", (int)(end - plan), plan,
	                    end);
}

/* Every plan of HEAD in Welsh, as one commit more. */
static void translate(struct history *history, int day)
{
	struct sandbox *sandbox = history->sandbox;
	struct overlay *overlay = overlay_new(sandbox);
	git_index *index;
	git_object *tree;
	if (git_revparse_single(&tree, history->git, "HEAD^{tree}") < 0 ||
	    git_index_new(&index) < 0 || git_index_read_tree(index, (git_tree *)tree) < 0)
		abort();
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		size_t length = strlen(entry->path);
		git_blob *blob;
		if (length < 8 || strcmp(entry->path + length - 8, "/plan.md") != 0)
			continue;
		if (git_blob_lookup(&blob, history->git, &entry->id) < 0)
			abort();
		const char *plan = arena_text(&sandbox->arena, git_blob_rawcontent(blob),
		                              (size_t)git_blob_rawsize(blob));
		const char *welsh = in_welsh(sandbox, plan);
		if (welsh != NULL)
			overlay_add(overlay, arena_text(&sandbox->arena, entry->path, length),
			            welsh);
		git_blob_free(blob);
	}
	git_index_free(index);
	git_object_free(tree);
	history_commit(history, &(struct commit){.day = day,
	                                         .author = "Programme office",
	                                         .message = "In Welsh\n",
	                                         .rows = overlay->rows,
	                                         .count = overlay->count});
}

static void make_golden(struct sandbox *sandbox)
{
	for (const char *const *name = source_list(sandbox, "tests/golden"); *name != NULL;
	     name++) {
		const char *told = arena_printf(&sandbox->arena, "tests/golden/%s/history", *name);
		if (!source_is_folder(sandbox, told))
			continue;
		const char *welsh = arena_printf(&sandbox->arena, "%s-welsh", *name);
		told_history(sandbox, *name, *name);
		translate(told_history(sandbox, welsh, *name), 400);
		printf("%s\n%s\n", *name, welsh);
	}
}

/* Five years of eight workstreams, whose ratings go up and down. */
static void make_long(struct sandbox *sandbox)
{
	static const char *const levels[] = {"green", "green-amber", "amber", "amber-red", "red"};
	struct history *history = history_new(sandbox, "long");
	const char *plan = history_plan("w0 w1 w2 w3 w4 w5 w6 w7");
	HISTORY(history, {0, "Programme office", "plans/long/plan.md", plan});
	for (int period = 0; period < LONG_PERIODS; period++) {
		struct row rows[LONG_WORKSTREAMS + 1];
		const char *month = arena_printf(&sandbox->arena, "%d-%02d",
		                                 2023 + (6 + period) / 12, (6 + period) % 12 + 1);
		for (int i = 0; i < LONG_WORKSTREAMS; i++) {
			const char *id = arena_printf(&sandbox->arena, "w%d", i);
			const char *extra = arena_printf(
				&sandbox->arena,
				"milestones: [{id: m%d, title: Step %d of the work, due: %s-20, "
				"status: in-progress}]\n"
				"risks: [{id: r, risk: Money runs out, mitigation: Ask for more}]\n",
				period / 6, period / 6, month);
			rows[i] = (struct row){
				.path = arena_printf(&sandbox->arena, "plans/long/%s.md", id),
				.text = history_update_with(
					id, month, levels[(period / (3 + i) + i) % 5], extra)};
		}
		rows[LONG_WORKSTREAMS] =
			(struct row){.path = "plans/long/overview.md",
		                     .text = history_overview(month, levels[(period / 7) % 5])};
		rows[0].day = 34 + period * 30;
		rows[0].author = "Programme office";
		history_add(history, rows, LONG_WORKSTREAMS + 1);
	}
	printf("long\n");
}

int main(int count, char **arguments)
{
	struct sandbox sandbox = {.root = count == 2 ? arguments[1] : NULL};
	if (sandbox.root == NULL || sandbox_make_folders(sandbox.root) < 0 ||
	    sandbox_isolate(sandbox.root) < 0) {
		fprintf(stderr, "usage: repositories FOLDER, an absolute path\n");
		return 2;
	}
	make_golden(&sandbox);
	make_long(&sandbox);
	hostile_history(&sandbox, "hostile");
	printf("hostile\n");
	arena_release(&sandbox.arena);
	return 0;
}
