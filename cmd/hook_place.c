#include "hook_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "git.h"

enum { LARGEST_SCRIPT = 1 << 20 };

/* By this line a script is known as ours; its version follows. */
#define MARK "\n# ragtrail hook, version "

static const char *hold(struct arena *arena, char *text)
{
	const char *held = text == NULL ? NULL : arena_text(arena, text, strlen(text));
	free(text);
	return held;
}

/* True for a path at or below FOLDER, both without links. */
static bool is_inside(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return strncmp(path, folder, length) == 0 &&
	       (path[length] == '/' || path[length] == '\0' || folder[length - 1] == '/');
}

/* The path without links, as far as it exists. */
static const char *resolve(struct arena *arena, const char *path)
{
	const char *real = hold(arena, realpath(path, NULL));
	if (real != NULL)
		return real;
	const char *slash = strrchr(path, '/');
	if (slash == NULL || slash == path)
		return path;
	const char *parent = resolve(arena, arena_text(arena, path, (size_t)(slash - path)));
	return arena_printf(arena, "%s%s", parent, slash);
}

static int refuse_in_worktree(const struct hook_place *place, struct error *error)
{
	error_set(error,
	          "git looks for hooks in %.300s (core.hooksPath), which is part of what is "
	          "committed: whoever can push could run programs on this computer through it",
	          place->folder);
	return error_hint(error,
	                  "use git's own folder: git config --unset core.hooksPath; then run "
	                  "this again");
}

int hook_place_find(const struct command *command, struct arena *arena, struct hook_place *place,
                    struct error *error)
{
	struct repo *repo = NULL;
	*place = (struct hook_place){.arena = arena};
	/* Asked before the environment is read: git is told there where its folders are. */
	const char *git_folder =
		GIT_LINE(arena, "rev-parse", "--path-format=absolute", "--git-common-dir");
	const char *shared = GIT_LINE(arena, "config", "--get", "core.hooksPath");
	if (command_open(command, &repo, error) < 0)
		return -1;
	const char *top = repo_worktree(repo);
	top = top == NULL ? NULL : hold(arena, realpath(top, NULL));
	repo_close(repo);
	place->bare = top == NULL;
	const char *from = place->bare ? git_folder : top;
	if (git_folder == NULL || from == NULL)
		return error_set(error, "git cannot be run, or does not know this repository");
	/* A path that is relative is so to where git runs hooks. */
	const char *folder = GIT_LINE(arena, "-C", from, "rev-parse", "--path-format=absolute",
	                              "--git-path", "hooks");
	if (folder == NULL)
		return error_set(error, "git does not say where its hooks are");
	place->folder = resolve(arena, folder);
	place->shared = shared;
	if (top != NULL && is_inside(place->folder, top) &&
	    !is_inside(place->folder, resolve(arena, git_folder)))
		return refuse_in_worktree(place, error);
	return 0;
}

const char *hook_path(const struct hook_place *place, const struct hook *hook)
{
	return arena_printf(place->arena, "%s/%s", place->folder, hook->name);
}

const char *hook_chained_path(const struct hook_place *place, const struct hook *hook)
{
	return arena_printf(place->arena, "%s/%s.local", place->folder, hook->name);
}

const char *hook_script(struct arena *arena, const struct hook *hook)
{
	struct buf text = BUF_INIT;
	for (const char *const *line = hook->script; *line != NULL; line++)
		buf_text(&text, *line);
	const char *script = arena_text(arena, text.bytes, text.length);
	buf_release(&text);
	return script;
}

/* The text of a plain file; NULL for anything else. */
static const char *read_script(struct arena *arena, const char *path)
{
	struct buf text = BUF_INIT;
	struct stat status;
	const char *script = NULL;
	char chunk[4096];
	ssize_t got = -1;
	int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return NULL;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode))
		while ((got = read(file, chunk, sizeof(chunk))) > 0 && text.length < LARGEST_SCRIPT)
			buf_add(&text, chunk, (size_t)got);
	close(file);
	if (got == 0 && strlen(text.bytes) == text.length)
		script = arena_text(arena, text.bytes, text.length);
	buf_release(&text);
	return script;
}

/* The version that a script of ours names; -1 for one that is not ours. */
static long version_of(const char *script)
{
	const char *mark = strstr(script, MARK);
	return mark == NULL ? -1 : strtol(mark + strlen(MARK), NULL, 10);
}

static bool calls_ragtrail(const char *script, const struct hook *hook)
{
	struct arena arena = ARENA_INIT;
	const char *call = arena_printf(&arena, "ragtrail hook run %s", hook->name);
	bool calls = strstr(script, call) != NULL ||
	             (!hook->server && strstr(script, "ragtrail check --staged") != NULL);
	arena_release(&arena);
	return calls;
}

enum hook_state hook_state(const struct hook_place *place, const struct hook *hook)
{
	const char *path = hook_path(place, hook);
	struct stat status;
	if (lstat(path, &status) < 0 && errno == ENOENT)
		return HOOK_MISSING;
	const char *script = read_script(place->arena, path);
	if (script == NULL)
		return HOOK_FOREIGN;
	const char *ours = hook_script(place->arena, hook);
	long version = version_of(script), now = version_of(ours);
	if (strcmp(script, ours) == 0 && access(path, X_OK) == 0)
		return HOOK_INSTALLED;
	if (version >= 0)
		return version < now || strcmp(script, ours) == 0 ? HOOK_OLDER
		       : version > now                            ? HOOK_NEWER
		                                                  : HOOK_CHANGED;
	if (strstr(script, "File generated by pre-commit: https://pre-commit.com") != NULL)
		return HOOK_FRAMEWORK;
	return calls_ragtrail(script, hook) ? HOOK_CALLING : HOOK_FOREIGN;
}

bool hook_is_chained(const struct hook_place *place, const struct hook *hook)
{
	struct stat status;
	return lstat(hook_chained_path(place, hook), &status) == 0;
}

const char *hook_program(struct arena *arena)
{
	const char *at = getenv("PATH");
	while (at != NULL && *at != '\0') {
		size_t length = strcspn(at, ":");
		const char *path = arena_printf(arena, "%.*s/ragtrail", (int)length, at);
		struct stat status;
		if (length != 0 && access(path, X_OK) == 0 && stat(path, &status) == 0 &&
		    S_ISREG(status.st_mode))
			return path;
		at += length + (at[length] == ':' ? 1 : 0);
	}
	return NULL;
}
