#include "support/sandbox.h"

#include <errno.h>
#include <ftw.h>
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

extern char **environ;

#ifdef SANITIZED
/* libgit2 1.5 leaks in pcre2 when it asks for a key by a pattern; tests/valgrind.supp. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2\n";
}
#endif

/* Something to do when the test is over. */
struct sandbox_chore {
	struct sandbox_chore *next;
	void (*function)(void *);
	void *argument;
};

int sandbox_isolate(const char *root)
{
	for (char **variable = environ; *variable != NULL;) {
		size_t length = strcspn(*variable, "=");
		char name[256];
		if (strncmp(*variable, "GIT_", 4) != 0 || length >= sizeof(name)) {
			variable++;
			continue;
		}
		memcpy(name, *variable, length);
		name[length] = '\0';
		unsetenv(name); /* which moves the rest up */
	}
	setenv("HOME", root, 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
	setenv("GIT_CEILING_DIRECTORIES", root, 1);
	setenv("TZ", "UTC", 1);
	setenv("LC_ALL", "C", 1);
	unsetenv("XDG_CONFIG_HOME");
	if (git_libgit2_init() < 0)
		return -1;
	static const git_config_level_t levels[] = {GIT_CONFIG_LEVEL_PROGRAMDATA,
	                                            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
	                                            GIT_CONFIG_LEVEL_GLOBAL};
	for (size_t i = 0; i < COUNT_OF(levels); i++)
		if (git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "") < 0)
			return -1;
	return 0;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

int sandbox_setup(void **state)
{
	const struct sandbox_case *test = *state;
	struct sandbox *sandbox = mem_new(1, sizeof(*sandbox));
	const char *folder = getenv("TMPDIR");
	char *name = arena_printf(&sandbox->arena, "%s/ragtrail-XXXXXX", folder ? folder : "/tmp");
	if (mkdtemp(name) == NULL || (sandbox->root = realpath(name, NULL)) == NULL ||
	    sandbox_isolate(sandbox->root) < 0) {
		print_error("no sandbox: %s: %s\n", name, strerror(errno));
		rmdir(name);
		free((char *)sandbox->root);
		arena_release(&sandbox->arena);
		free(sandbox);
		return -1;
	}
	sandbox->test = test->function;
	*state = sandbox;
	return 0;
}

/* A test that fails jumps out of here: only one that passes comes back to be noted. */
void sandbox_run(void **state)
{
	struct sandbox *sandbox = *state;
	sandbox->test(state);
	sandbox->passed = 1;
}

int sandbox_teardown(void **state)
{
	struct sandbox *sandbox = *state;
	int result = 0;
	for (struct sandbox_chore *chore = sandbox->chores; chore != NULL; chore = chore->next)
		chore->function(chore->argument);
	if (!sandbox->passed) {
		print_error("what the test left: %s\n", sandbox->root);
	} else if (nftw(sandbox->root, remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0) {
		print_error("%s cannot be removed: %s\n", sandbox->root, strerror(errno));
		result = -1;
	}
	git_libgit2_shutdown();
	free((char *)sandbox->root);
	arena_release(&sandbox->arena);
	free(sandbox);
	return result;
}

_Noreturn void sandbox_skip(struct sandbox *sandbox)
{
	sandbox->passed = 1;
	skip();
	abort(); /* not reached: cmocka jumps */
}

const char *sandbox_path(struct sandbox *sandbox, const char *path)
{
	return arena_printf(&sandbox->arena, "%s/%s", sandbox->root, path);
}

int sandbox_make_folders(const char *path)
{
	char *part = mem_text(path, strlen(path));
	int result = 0;
	for (char *at = part + 1; result == 0; at++) {
		char end = *at;
		if (end != '/' && end != '\0')
			continue;
		*at = '\0';
		if (mkdir(part, 0777) < 0 && errno != EEXIST)
			result = -1;
		*at = end;
		if (end == '\0')
			break;
	}
	free(part);
	return result;
}

void sandbox_write(struct sandbox *sandbox, const char *path, const char *text)
{
	sandbox_write_bytes(sandbox, path, text, strlen(text));
}

void sandbox_write_bytes(struct sandbox *sandbox, const char *path, const char *bytes,
                         size_t length)
{
	char *whole = arena_printf(&sandbox->arena, "%s/%s", sandbox->root, path);
	char *name = strrchr(whole, '/');
	*name = '\0';
	assert_int_equal(sandbox_make_folders(whole), 0);
	*name = '/';
	FILE *file = fopen(whole, "wb");
	assert_non_null(file);
	size_t written = fwrite(bytes, 1, length, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(written, length);
}

static const char *read_whole(struct sandbox *sandbox, const char *path)
{
	struct buf text = BUF_INIT;
	char chunk[4096];
	size_t got;
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("%s: %s", path, strerror(errno));
	while ((got = fread(chunk, 1, sizeof(chunk), file)) != 0)
		buf_add(&text, chunk, got);
	fclose(file);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

const char *sandbox_read(struct sandbox *sandbox, const char *path)
{
	return read_whole(sandbox, sandbox_path(sandbox, path));
}

const char *sandbox_source(struct sandbox *sandbox, const char *path)
{
	const char *source = getenv("RAGTRAIL_SOURCE");
	return arena_printf(&sandbox->arena, "%s/%s", source != NULL ? source : ".", path);
}

const char *sandbox_read_source(struct sandbox *sandbox, const char *path)
{
	return read_whole(sandbox, sandbox_source(sandbox, path));
}

void sandbox_defer(struct sandbox *sandbox, void (*function)(void *), void *argument)
{
	struct sandbox_chore *chore = arena_new(&sandbox->arena, sizeof(*chore));
	*chore = (struct sandbox_chore){sandbox->chores, function, argument};
	sandbox->chores = chore;
}
