#include "git.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127 };

static int await(pid_t pid)
{
	int status;
	pid_t ended;
	do
		ended = waitpid(pid, &status, 0);
	while (ended < 0 && errno == EINTR);
	return ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status) == NOT_FOUND
	               ? -1
	               : WEXITSTATUS(status);
}

/* In the new process, which may only end by exec or _exit. ERRORS below 0: nobody reads them. */
static _Noreturn void become(const char *const *arguments, int output, int errors)
{
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	if (nowhere >= 0 && dup2(nowhere, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
	    dup2(errors < 0 ? nowhere : errors, STDERR_FILENO) >= 0)
		execvp("git", (char *const *)(uintptr_t)arguments);
	_exit(NOT_FOUND);
}

int git_ask(const char *const *arguments, struct buf *out)
{
	char chunk[1024];
	ssize_t got = 0;
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	pid_t pid = fork();
	if (pid == 0)
		become(arguments, ends[1], -1);
	close(ends[1]);
	while (pid > 0 &&
	       ((got = read(ends[0], chunk, sizeof(chunk))) > 0 || (got < 0 && errno == EINTR)))
		buf_add(out, chunk, got > 0 ? (size_t)got : 0);
	close(ends[0]);
	return pid < 0 ? -1 : await(pid);
}

int git_do(const char *folder, const char *const *arguments)
{
	pid_t pid = fork();
	if (pid == 0) {
		if (chdir(folder) < 0)
			_exit(NOT_FOUND);
		become(arguments, STDERR_FILENO, STDERR_FILENO);
	}
	return pid < 0 ? -1 : await(pid);
}

const char *git_line(struct arena *arena, const char *const *arguments)
{
	struct buf out = BUF_INIT;
	const char *line = NULL;
	if (git_ask(arguments, &out) == 0 && out.length > 1)
		line = arena_text(arena, out.bytes, strcspn(out.bytes, "\n"));
	buf_release(&out);
	return line;
}

const char *const *git_settings(struct arena *arena, const char *name)
{
	const char *const arguments[] = {"git", "config", "-z", "--get-all", name, NULL};
	struct buf out = BUF_INIT;
	const char **values = arena_new(arena, sizeof(*values));
	size_t count = 0, room = 1;
	if (git_ask(arguments, &out) == 0)
		for (const char *at = out.bytes; at < out.bytes + out.length;
		     at += strlen(at) + 1) {
			values[count++] = arena_text(arena, at, strlen(at));
			values = arena_grow(arena, values, count, &room, sizeof(*values));
			values[count] = NULL;
		}
	buf_release(&out);
	return values;
}
