#include "pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/child.h"
#include "git.h"

enum { NOT_FOUND = 127, NOT_RUN = 126 };

static int await(pid_t pid)
{
	int status;
	pid_t ended;
	do
		ended = waitpid(pid, &status, 0);
	while (ended < 0 && errno == EINTR);
	return ended < 0 || !WIFEXITED(status) ? NOT_FOUND : WEXITSTATUS(status);
}

/* What `git var GIT_PAGER` prints, without its line end: core.pager is git's to know. */
static int ask_git(struct buf *pager)
{
	if (git_ask((const char *const[]){"git", "var", "GIT_PAGER", NULL}, pager) != 0)
		return -1;
	while (pager->length > 0 && pager->bytes[pager->length - 1] == '\n')
		pager->bytes[--pager->length] = '\0';
	return 0;
}

/* The command line of the pager; empty for none. */
static void choose(struct buf *pager)
{
	const char *named = getenv("GIT_PAGER");
	if (named == NULL && ask_git(pager) < 0) {
		buf_clear(pager);
		named = getenv("PAGER");
		if (named == NULL)
			named = "less";
	}
	if (named != NULL)
		buf_text(pager, named);
	if (strcmp(pager->bytes, "cat") == 0)
		buf_clear(pager);
}

/* In the new process, which may only end by exec or _exit. */
static _Noreturn void become(const char *pager, int input)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	if (dup2(input, STDIN_FILENO) >= 0)
		execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
	_exit(NOT_FOUND);
}

int pager_show(int from)
{
	struct buf pager = BUF_INIT;
	int ends[2], status = NOT_FOUND;
	choose(&pager);
	if (pager.length == 0 || pipe2(ends, O_CLOEXEC) < 0) {
		buf_release(&pager);
		return -1;
	}
	/* The keys that end a program are the pager's while it runs. */
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	pid_t pid = fork();
	if (pid == 0)
		become(pager.bytes, ends[0]);
	close(ends[0]);
	if (pid > 0)
		child_copy(from, ends[1]); /* a reader who has seen enough may leave early */
	close(ends[1]);
	if (pid > 0)
		status = await(pid);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	buf_release(&pager);
	return status == NOT_FOUND || status == NOT_RUN ? -1 : 0;
}
