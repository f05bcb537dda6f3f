#include "support/golden.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/sandbox.h"
#include "support/testing.h"

enum { PATH_SIZE = 4096 };

/* The whole file, or false where there is none. */
static int read_file(const char *path, struct buf *bytes)
{
	char chunk[16384];
	size_t got;
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return 0;
	while ((got = fread(chunk, 1, sizeof(chunk), file)) != 0)
		buf_add(bytes, chunk, got);
	fclose(file);
	return 1;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
	char folder[PATH_SIZE];
	snprintf(folder, sizeof(folder), "%s", path);
	*strrchr(folder, '/') = '\0';
	FILE *file = sandbox_make_folders(folder) == 0 ? fopen(path, "wb") : NULL;
	if (file == NULL)
		fail_msg("%s: %s", path, strerror(errno));
	size_t written = fwrite(bytes, 1, length, file);
	if (fclose(file) != 0 || written != length)
		fail_msg("%s: %s", path, strerror(errno));
}

/* Beside the program that is tested, which is where everything built goes. */
static void name_actual(const char *name, char path[PATH_SIZE])
{
	const char *binary = getenv("RAGTRAIL_BINARY");
	const char *end = binary != NULL ? strrchr(binary, '/') : NULL;
	if (end != NULL)
		snprintf(path, PATH_SIZE, "%.*s/tests/golden/%s.actual", (int)(end - binary),
		         binary, name);
	else
		snprintf(path, PATH_SIZE, "build/tests/golden/%s.actual", name);
}

static void show_difference(const char *expected, const char *actual)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		dup2(STDERR_FILENO, STDOUT_FILENO);
		execlp("diff", "diff", "-u", expected, actual, (char *)NULL);
		_exit(127);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
}

void golden_check(const char *name, const char *bytes, size_t length)
{
	char path[PATH_SIZE], actual[PATH_SIZE];
	const char *source = getenv("RAGTRAIL_SOURCE"), *update = getenv("UPDATE_GOLDEN");
	struct buf expected = BUF_INIT;
	snprintf(path, sizeof(path), "%s/tests/golden/%s", source != NULL ? source : ".", name);
	name_actual(name, actual);
	int found = read_file(path, &expected);
	int same = found && expected.length == length && memcmp(expected.bytes, bytes, length) == 0;
	buf_release(&expected);
	if (same) {
		remove(actual);
		return;
	}
	if (update != NULL && strcmp(update, "1") == 0) {
		write_file(path, bytes, length);
		print_message("%s: written\n", path);
		return;
	}
	write_file(actual, bytes, length);
	if (found)
		show_difference(path, actual);
	fail_msg("%s %s; what was made is in %s. If that is right: make update-golden", path,
	         found ? "is another text" : "does not exist", actual);
}
