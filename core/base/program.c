#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/write.h"

enum { NOT_FOUND = 127, SIGNALLED = 128, FILE_NUMBER = 3, CHUNK = 4096 };

/* The file descriptors of a run; -1 where there is none. */
struct ends {
	int input, file, from, to;
};

/* A file in memory with these bytes; /dev/null without any. */
static int open_bytes(const struct buf *bytes)
{
	if (bytes == NULL)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	int file = memfd_create("ragtrail", MFD_CLOEXEC);
	if (file >= 0 && write_all(file, bytes->bytes, bytes->length) &&
	    lseek(file, 0, SEEK_SET) == 0)
		return file;
	if (file >= 0)
		close(file);
	return -1;
}

static int open_ends(const struct program *program, struct ends *ends)
{
	int both[2];
	*ends = (struct ends){open_bytes(program->input), open_bytes(program->file), -1, -1};
	if (pipe2(both, O_CLOEXEC) < 0)
		return -1;
	ends->from = both[0];
	ends->to = both[1];
	return ends->input < 0 || ends->file < 0 ? -1 : 0;
}

static void close_ends(const struct ends *ends)
{
	const int all[] = {ends->input, ends->file, ends->from, ends->to};
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i] >= 0)
			close(all[i]);
}

/* In the new process, which may only end by exec or _exit. */
static _Noreturn void become(const struct program *program, const struct ends *ends)
{
	struct rlimit limit = {PROGRAM_LONGEST, PROGRAM_LONGEST + 1};
	/* Out of the way of the numbers that they get. */
	int input = fcntl(ends->input, F_DUPFD, FILE_NUMBER + 1);
	int file = fcntl(ends->file, F_DUPFD, FILE_NUMBER + 1);
	int to = fcntl(ends->to, F_DUPFD, FILE_NUMBER + 1);
	int nowhere = open("/dev/null", O_WRONLY);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	setpgid(0, 0);
	setrlimit(RLIMIT_CPU, &limit);
	if (dup2(nowhere, STDERR_FILENO) >= 0 && dup2(input, STDIN_FILENO) >= 0 &&
	    dup2(to, STDOUT_FILENO) >= 0 && dup2(file, FILE_NUMBER) >= 0) {
		close(input);
		close(file);
		close(to);
		execvpe(program->arguments[0], (char *const *)(uintptr_t)program->arguments,
		        (char *const *)(uintptr_t)program->environment);
	}
	_exit(NOT_FOUND);
}

static int64_t milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the program closes its output; false where that takes too long. */
static bool read_output(int from, unsigned seconds, struct buf *out)
{
	int64_t end = milliseconds() + (int64_t)seconds * 1000;
	size_t before = out->length;
	for (;;) {
		struct pollfd heard = {.fd = from, .events = POLLIN};
		char chunk[CHUNK];
		int64_t left = end - milliseconds();
		if (left <= 0 || out->length - before > PROGRAM_LARGEST_OUTPUT)
			return false;
		if (poll(&heard, 1, (int)left) <= 0)
			continue;
		ssize_t got = read(from, chunk, sizeof(chunk));
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			buf_add(out, chunk, (size_t)got);
	}
}

static int await(pid_t pid)
{
	int status;
	pid_t ended;
	do
		ended = waitpid(pid, &status, 0);
	while (ended < 0 && errno == EINTR);
	if (ended < 0)
		return NOT_FOUND;
	return WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
}

int program_run(const struct program *program, struct buf *out, int *code, struct error *error)
{
	struct ends ends;
	pid_t pid = -1;
	bool whole = false;
	if (open_ends(program, &ends) == 0)
		pid = fork();
	if (pid < 0) {
		error_set(error, "%s cannot be run: %s", program->arguments[0], strerror(errno));
		close_ends(&ends);
		return -1;
	}
	if (pid == 0)
		become(program, &ends);
	close(ends.to);
	ends.to = -1;
	whole = read_output(ends.from, program->seconds != 0 ? program->seconds : PROGRAM_LONGEST,
	                    out);
	if (!whole) {
		kill(-pid, SIGKILL);
		kill(pid, SIGKILL); /* it may not have its own group yet */
	}
	*code = await(pid);
	close_ends(&ends);
	return whole ? 0
	             : error_set(error, "%s was stopped, because it came to no end",
	                         program->arguments[0]);
}
