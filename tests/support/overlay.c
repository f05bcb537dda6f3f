#include "support/overlay.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct overlay *overlay_new(struct sandbox *sandbox)
{
	return arena_new(&sandbox->arena, sizeof(struct overlay));
}

void overlay_add(struct overlay *overlay, const char *path, const char *text)
{
	assert_true(overlay->count < OVERLAY_MOST);
	overlay->rows[overlay->count++] = (struct row){.path = path, .text = text};
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

const char *const *source_list(struct sandbox *sandbox, const char *folder)
{
	struct dirent **entries = NULL;
	int count = scandir(sandbox_source(sandbox, folder), &entries, is_visible, alphasort);
	const char **names =
		arena_new(&sandbox->arena, (size_t)(count < 0 ? 1 : count + 1) * sizeof(char *));
	for (int i = 0; i < count; i++) {
		names[i] = arena_printf(&sandbox->arena, "%s", entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return names;
}

bool source_exists(struct sandbox *sandbox, const char *path)
{
	return access(sandbox_source(sandbox, path), F_OK) == 0;
}

bool source_is_folder(struct sandbox *sandbox, const char *path)
{
	struct stat status;
	return stat(sandbox_source(sandbox, path), &status) == 0 && S_ISDIR(status.st_mode);
}

void overlay_read(struct overlay *overlay, struct sandbox *sandbox, const char *folder,
                  const char *path)
{
	for (const char *const *name = source_list(sandbox, folder); *name != NULL; name++) {
		const char *inner = arena_printf(&sandbox->arena, "%s/%s", folder, *name);
		const char *inner_path = arena_printf(&sandbox->arena, "%s/%s", path, *name);
		if (source_is_folder(sandbox, inner))
			overlay_read(overlay, sandbox, inner, inner_path);
		else
			overlay_add(overlay, inner_path, sandbox_read_source(sandbox, inner));
	}
}

/* plans/<plan>/plan.md, or in a folder of a period: plans/<plan>/2023-06/... */
static bool comes_first(const char *path)
{
	const char *inner = strchr(path + strlen("plans/"), '/') + 1;
	return strcmp(inner, "plan.md") == 0 || strncmp(inner, "20", 2) == 0;
}

struct history *overlay_plans(struct sandbox *sandbox, const char *folder)
{
	struct history *history = history_new(sandbox, folder);
	struct overlay *all = overlay_new(sandbox);
	overlay_read(all, sandbox, "plans", "plans");
	for (int commit = 0; commit < 2; commit++) {
		struct overlay *part = overlay_new(sandbox);
		for (size_t i = 0; i < all->count; i++)
			if (comes_first(all->rows[i].path) == (commit == 0))
				overlay_add(part, all->rows[i].path, all->rows[i].text);
		history_commit(history, &(struct commit){.day = commit,
		                                         .author = "Programme office",
		                                         .rows = part->rows,
		                                         .count = part->count});
	}
	history_checkout(history);
	return history;
}
