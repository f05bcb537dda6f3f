/* ragtrail hook install, status and uninstall: declared in hook.h. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/replace.h"
#include "base/text.h"
#include "git.h"
#include "hook_place.h"
#include "protect.h"

/* What is said of each state, and what can be done there. */
static const struct {
	const char *words;
	bool well;  /* git calls ragtrail */
	bool ours;  /* it may be replaced and removed */
	bool fresh; /* there is nothing to do to install it */
} states[] = {
	[HOOK_MISSING] = {"missing", false, true, false},
	[HOOK_INSTALLED] = {"installed", true, true, true},
	[HOOK_OLDER] = {"an older version; run: ragtrail hook install", false, true, false},
	[HOOK_NEWER] = {"installed by a newer ragtrail", true, false, true},
	[HOOK_CHANGED] = {"installed, then changed by somebody", true, false, true},
	[HOOK_CALLING] = {"somebody else's, which calls ragtrail", true, false, true},
	[HOOK_FRAMEWORK] = {"the pre-commit framework's", false, false, false},
	[HOOK_FOREIGN] = {"somebody else's", false, false, false},
};

/* A line for people: a path may be anything. */
static void add_line(struct buf *out, const char *line)
{
	text_add_visible(out, line, strlen(line));
	buf_byte(out, '\n');
}

/* What to do about a hook that is not ours. */
static void advise(const struct hook_place *place, const struct hook *hook, enum hook_state state,
                   struct buf *out)
{
	add_line(out, arena_printf(place->arena,
	                           "%s: there is %s hook already, so it was left "
	                           "alone (%s)",
	                           hook->name, states[state].words, hook_path(place, hook)));
	if (state == HOOK_FRAMEWORK)
		buf_text(out, "  that program writes its hooks itself; add ragtrail to "
		              ".pre-commit-config.yaml:\n"
		              "    - repo: local\n"
		              "      hooks:\n"
		              "        - id: ragtrail-check\n"
		              "          name: check improvement plan updates\n"
		              "          entry: ragtrail check --staged\n"
		              "          language: system\n"
		              "          files: '^plans/'\n"
		              "          pass_filenames: false\n");
	else
		buf_printf(out,
		           "  add this line to it, or run `ragtrail hook install%s --chain` to "
		           "keep it and run it first:\n    ragtrail hook run %s \"$@\" || exit\n",
		           hook->server ? " --server" : "", hook->name);
}

/* Moves somebody else's hook out of the way, to run first. */
static int chain(const struct hook_place *place, const struct hook *hook, struct error *error)
{
	const char *path = hook_path(place, hook), *kept = hook_chained_path(place, hook);
	struct stat one, other;
	/* A link, not a rename: what stands there already is never lost. */
	if (link(path, kept) == 0)
		return 0;
	int reason = errno;
	/* This was done already, and then broken off. */
	if (reason == EEXIST && lstat(path, &one) == 0 && lstat(kept, &other) == 0 &&
	    one.st_dev == other.st_dev && one.st_ino == other.st_ino)
		return 0;
	if (reason != EEXIST)
		return error_set(error, "cannot keep %.200s as %.200s: %s", path, kept,
		                 strerror(reason));
	error_set(error, "there is a %s.local already, so %.300s cannot be kept under that name",
	          hook->name, path);
	return error_hint(error, "put the two together by hand, then run this again");
}

static int install_one(const struct hook_place *place, const struct hook *hook, bool chained,
                       struct buf *out, bool *left, struct error *error)
{
	enum hook_state state = hook_state(place, hook);
	const char *script = hook_script(place->arena, hook), *before = "";
	bool foreign = state == HOOK_FOREIGN || state == HOOK_FRAMEWORK;
	if (states[state].fresh) {
		buf_printf(out, "%s: %s already\n", hook->name, states[state].words);
		return 0;
	}
	if (foreign && !chained) {
		advise(place, hook, state, out);
		*left = true;
		return 0;
	}
	if (foreign) {
		if (chain(place, hook, error) < 0)
			return -1;
		before = ", behind the one that was there";
	} else if (state == HOOK_OLDER) {
		before = ", in place of an older version";
	}
	if (replace_file(hook_path(place, hook), script, strlen(script), 0777, error) < 0)
		return -1;
	buf_printf(out, "%s: installed%s\n", hook->name, before);
	return 0;
}

static int check_side(const struct hook_place *place, bool server, struct error *error)
{
	if (!place->bare || server)
		return 0;
	error_set(error, "nobody commits in this repository: it has no working tree");
	return error_hint(error, "for one that others push to: ragtrail hook install --server");
}

static int make_folder(const struct hook_place *place, struct error *error)
{
	if (mkdir(place->folder, 0777) == 0 || errno == EEXIST)
		return 0;
	return error_set(error, "cannot make the folder %.300s: %s", place->folder,
	                 strerror(errno));
}

static void add_notes(const struct hook_place *place, struct buf *out)
{
	if (place->shared != NULL)
		add_line(out, arena_printf(place->arena,
		                           "note: git looks for hooks in %s (core.hooksPath), for "
		                           "every repository that this setting is made for",
		                           place->folder));
	if (hook_program(place->arena) == NULL)
		buf_text(out, "note: ragtrail is in no folder of PATH, so the hooks will not find "
		              "it and stop everything: install it there\n");
}

enum status hook_install(const struct command *command, const struct hook_values *values)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct hook_place place;
	struct buf out = BUF_INIT;
	bool left = false;
	enum status status = STATUS_FAILED;
	int result = hook_place_find(command, &arena, &place, &error);
	if (result == 0 &&
	    (check_side(&place, values->server, &error) < 0 || make_folder(&place, &error) < 0))
		result = -1;
	for (size_t i = 0; i < HOOK_COUNT && result == 0; i++)
		if (hook_table[i].server == values->server)
			result = install_one(&place, &hook_table[i], values->chain, &out, &left,
			                     &error);
	if (result == 0)
		add_notes(&place, &out);
	status = command_print(&out);
	if (result < 0)
		status = command_fail(&error);
	else if (status == STATUS_CLEAN && left)
		status = STATUS_FINDINGS;
	buf_release(&out);
	arena_release(&arena);
	return status;
}

/* Removes ours, and puts back the one that it ran first. */
static int uninstall_one(const struct hook_place *place, const struct hook *hook, struct buf *out,
                         struct error *error)
{
	enum hook_state state = hook_state(place, hook);
	const char *path = hook_path(place, hook), *kept = hook_chained_path(place, hook);
	if (state == HOOK_MISSING)
		return 0;
	if (!states[state].ours) {
		add_line(out, arena_printf(place->arena, "%s: %s, so it was left alone (%s)",
		                           hook->name, states[state].words, path));
		return 0;
	}
	if (hook_is_chained(place, hook)) {
		if (rename(kept, path) < 0)
			return error_set(error, "cannot put %.200s back as %.200s: %s", kept, path,
			                 strerror(errno));
		buf_printf(out, "%s: removed, and the one before put back\n", hook->name);
		return 0;
	}
	if (unlink(path) < 0)
		return error_set(error, "cannot remove %.300s: %s", path, strerror(errno));
	buf_printf(out, "%s: removed\n", hook->name);
	return 0;
}

enum status hook_uninstall(const struct command *command, const struct hook_values *values)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct hook_place place;
	struct buf out = BUF_INIT;
	int result = hook_place_find(command, &arena, &place, &error);
	for (size_t i = 0; i < HOOK_COUNT && result == 0; i++)
		if (hook_table[i].server || !values->server)
			result = uninstall_one(&place, &hook_table[i], &out, &error);
	if (result == 0 && out.length == 0)
		buf_text(&out, "no hook of ragtrail is installed here\n");
	enum status status = command_print(&out);
	if (result < 0)
		status = command_fail(&error);
	buf_release(&out);
	arena_release(&arena);
	return status;
}

/* Of the hooks of the other side, only those that are there are told. */
static bool is_asked(const struct hook_place *place, const struct hook *hook, bool server)
{
	return hook->server == (server || place->bare) || hook_state(place, hook) != HOOK_MISSING;
}

/* A setting with a slip in it would leave a branch open, and nobody would know. */
static void add_protected(struct arena *arena, struct buf *out)
{
	struct protect protect;
	protect_read(arena, &protect);
	for (size_t i = 0; protect.patterns[i] != NULL; i++) {
		const char *pattern = protect.patterns[i];
		const char *found = GIT_LINE(arena, "for-each-ref", "--count=1",
		                             "--format=%(refname)", pattern);
		add_line(out, arena_printf(arena, "%-18s  %s%s", "protected", pattern,
		                           found != NULL ? "" : ": there is no such branch yet"));
	}
}

enum status hook_status(const struct command *command, const struct hook_values *values)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct hook_place place;
	struct buf out = BUF_INIT;
	bool well = true;
	if (hook_place_find(command, &arena, &place, &error) < 0) {
		arena_release(&arena);
		return command_fail(&error);
	}
	for (size_t i = 0; i < HOOK_COUNT; i++) {
		const struct hook *hook = &hook_table[i];
		if (!is_asked(&place, hook, values->server))
			continue;
		enum hook_state state = hook_state(&place, hook);
		buf_printf(&out, "%-18s  %s%s\n", hook->name, states[state].words,
		           hook_is_chained(&place, hook) && states[state].well
		                   ? ", and runs another one first"
		                   : "");
		well = well && states[state].well;
	}
	const char *program = hook_program(&arena);
	add_line(&out, arena_printf(&arena, "%-18s  %s", "ragtrail",
	                            program != NULL ? program
	                                            : "in no folder of PATH: the hooks cannot "
	                                              "find it"));
	add_line(&out, arena_printf(&arena, "%-18s  %s", "folder", place.folder));
	if (values->server || place.bare)
		add_protected(&arena, &out);
	enum status status = command_print(&out);
	if (status == STATUS_CLEAN && (!well || program == NULL))
		status = STATUS_FINDINGS;
	buf_release(&out);
	arena_release(&arena);
	return status;
}
