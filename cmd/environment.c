#include "environment.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"

static const char *read_variable(struct arena *arena, const char *name)
{
	const char *value = getenv(name);
	return value == NULL || value[0] == '\0' ? NULL : arena_text(arena, value, strlen(value));
}

/* As git reads a yes or no. */
static bool is_true(const char *name)
{
	static const char *const words[] = {"true", "yes", "on"};
	const char *value = getenv(name);
	if (value == NULL)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_equal_folded(value, words[i]))
			return true;
	return strtol(value, NULL, 10) != 0;
}

/* The files of settings that are not the repository's, in git's order. */
static void add_configs(struct arena *arena, struct repo_terms *terms)
{
	size_t count = 0;
	const char *system = read_variable(arena, "GIT_CONFIG_SYSTEM");
	const char *global = read_variable(arena, "GIT_CONFIG_GLOBAL");
	const char *folder = read_variable(arena, "XDG_CONFIG_HOME");
	if (!is_true("GIT_CONFIG_NOSYSTEM"))
		terms->configs[count++] = system != NULL ? system : "/etc/gitconfig";
	if (getenv("GIT_CONFIG_GLOBAL") != NULL) {
		if (global != NULL)
			terms->configs[count++] = global;
		return;
	}
	if (folder != NULL)
		terms->configs[count++] = arena_printf(arena, "%s/git/config", folder);
	else if (terms->home != NULL)
		terms->configs[count++] = arena_printf(arena, "%s/.config/git/config", terms->home);
	if (terms->home != NULL)
		terms->configs[count++] = arena_printf(arena, "%s/.gitconfig", terms->home);
}

/* The values of safe.directory on the command line. */
struct values {
	struct arena *arena;
	const char **items;
	size_t count, room;
};

static void add_setting(struct values *values, const char *key, const char *value)
{
	if (!text_equal_folded(key, "safe.directory"))
		return;
	values->items = arena_grow(values->arena, values->items, values->count, &values->room,
	                           sizeof(*values->items));
	values->items[values->count++] = value;
}

/* GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0, GIT_CONFIG_VALUE_0 and so on. */
static void add_numbered(struct values *values)
{
	enum { MOST = 10000 };
	const char *text = getenv("GIT_CONFIG_COUNT");
	long count = text == NULL ? 0 : strtol(text, NULL, 10);
	for (long i = 0; i < count && i < MOST; i++) {
		const char *key = getenv(arena_printf(values->arena, "GIT_CONFIG_KEY_%ld", i));
		const char *value = getenv(arena_printf(values->arena, "GIT_CONFIG_VALUE_%ld", i));
		if (key == NULL || value == NULL)
			return;
		add_setting(values, key, arena_text(values->arena, value, strlen(value)));
	}
}

/* Reads a word that git put between single quotes; NULL where there is none. */
static const char *unquote(const char **at, struct arena *arena)
{
	struct buf word = BUF_INIT;
	const char *next = *at;
	if (*next != '\'')
		return NULL;
	for (next++; *next != '\0'; next++) {
		if (*next != '\'') {
			buf_byte(&word, *next);
		} else if (next[1] == '\\' && (next[2] == '\'' || next[2] == '!') &&
		           next[3] == '\'') {
			buf_byte(&word, next[2]);
			next += 3;
		} else {
			break;
		}
	}
	const char *text = *next == '\'' ? arena_text(arena, word.bytes, word.length) : NULL;
	buf_release(&word);
	*at = *next == '\'' ? next + 1 : next;
	return text;
}

/* What `git -c NAME=VALUE` leaves: 'name'='value', or 'name=value' of older ones. */
static void add_parameters(struct values *values)
{
	const char *at = getenv("GIT_CONFIG_PARAMETERS");
	while (at != NULL && *(at += strspn(at, " ")) != '\0') {
		const char *key = unquote(&at, values->arena), *value = "";
		if (key == NULL)
			return;
		const char *equals = strchr(key, '=');
		if (*at == '=') {
			at++;
			if (*at == '\'' && (value = unquote(&at, values->arena)) == NULL)
				return;
		} else if (equals != NULL) {
			value = equals + 1;
			key = arena_text(values->arena, key, (size_t)(equals - key));
		}
		add_setting(values, key, value);
	}
}

struct repo_terms environment_terms(struct arena *arena)
{
	struct values values = {.arena = arena};
	struct repo_terms terms = {
		.start = ".",
		.from_environment = true,
		.git_dir = read_variable(arena, "GIT_DIR"),
		.work_tree = read_variable(arena, "GIT_WORK_TREE"),
		.common_dir = read_variable(arena, "GIT_COMMON_DIR"),
		.index_file = read_variable(arena, "GIT_INDEX_FILE"),
		.ceilings = read_variable(arena, "GIT_CEILING_DIRECTORIES"),
		.across_filesystems = is_true("GIT_DISCOVERY_ACROSS_FILESYSTEM"),
		.sudo_uid = read_variable(arena, "SUDO_UID"),
		.home = read_variable(arena, "HOME"),
		.quarantined = getenv("GIT_QUARANTINE_PATH") != NULL,
	};
	unsetenv("GIT_WORK_TREE");
	unsetenv("GIT_COMMON_DIR");
	unsetenv("GIT_INDEX_FILE");
	add_configs(arena, &terms);
	add_numbered(&values);
	add_parameters(&values);
	values.items =
		arena_grow(arena, values.items, values.count, &values.room, sizeof(*values.items));
	values.items[values.count] = NULL;
	terms.safe = values.items;
	return terms;
}

static bool is_set_anew(const char *variable, const char *const *fixed, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(variable, fixed[i], strcspn(fixed[i], "=") + 1) == 0)
			return true;
	return strncmp(variable, "LANGUAGE=", 9) == 0 || strncmp(variable, "GIT_TRACE", 9) == 0;
}

const char *const *environment_of_git(struct arena *arena)
{
	static const char *const fixed[] = {
		"LC_ALL=C",      "TZ=UTC",    "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_PAGER=cat", "PAGER=cat", "GIT_OPTIONAL_LOCKS=0",
	};
	enum { FIXED = sizeof(fixed) / sizeof(fixed[0]) };
	const char **list = NULL;
	size_t count = 0, room = 0;
	for (size_t i = 0; i < FIXED; i++) {
		list = arena_grow(arena, list, count, &room, sizeof(*list));
		list[count++] = fixed[i];
	}
	for (char **at = environ; *at != NULL; at++) {
		if (is_set_anew(*at, fixed, FIXED))
			continue;
		list = arena_grow(arena, list, count, &room, sizeof(*list));
		list[count++] = *at;
	}
	list = arena_grow(arena, list, count, &room, sizeof(*list));
	list[count] = NULL;
	return list;
}
