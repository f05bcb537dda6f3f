/* ragtrail hook run: declared in hook.h. */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/write.h"
#include "hook.h"
#include "supervise.h"

enum { MOST_ARGUMENTS = 64, NOT_RUN = 127 };

/* The hook that runs first, beside the script at PATH; NULL where there is none. */
static const char *find_chained(struct arena *arena, const char *path)
{
	struct stat status;
	if (strchr(path, '/') == NULL)
		return NULL;
	const char *chained = arena_printf(arena, "%s.local", path);
	/* As git does, one that may not be executed is passed over. */
	return stat(chained, &status) == 0 && S_ISREG(status.st_mode) && access(chained, X_OK) == 0
	               ? chained
	               : NULL;
}

/* Keeps what git says on standard input, so that two can read it. */
static int keep_input(struct error *error)
{
	char chunk[16384];
	ssize_t got = 0;
	int kept = memfd_create("ragtrail", MFD_CLOEXEC);
	bool whole = kept >= 0;
	while (whole && ((got = read(STDIN_FILENO, chunk, sizeof(chunk))) > 0 ||
	                 (got < 0 && errno == EINTR)))
		whole = got < 0 || write_all(kept, chunk, (size_t)got);
	if (whole && got == 0 && dup2(kept, STDIN_FILENO) >= 0) {
		close(kept);
		return 0;
	}
	error_set(error, "what git says to the hook cannot be read: %s", strerror(errno));
	if (kept >= 0)
		close(kept);
	return -1;
}

/* Runs the hook with git's arguments, and returns its exit code. */
static int run_chained(const char *path, int argc, char **argv)
{
	char *arguments[MOST_ARGUMENTS + 2] = {(char *)(uintptr_t)path};
	int status;
	pid_t ended;
	for (int i = 0; i < argc; i++)
		arguments[i + 1] = argv[i];
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0) {
		signal(SIGPIPE, SIG_DFL);
		signal(SIGXFSZ, SIG_DFL);
		execv(path, arguments);
		_exit(NOT_RUN);
	}
	do
		ended = waitpid(pid, &status, 0);
	while (ended < 0 && errno == EINTR);
	if (pid < 0 || ended < 0)
		return NOT_RUN;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* The hook that was there before ours: 0, or the exit code with which all is over. */
static int run_first(const struct hook *hook, const char *path, int argc, char **argv)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	const char *chained = find_chained(&arena, path);
	int code = 0;
	if (chained != NULL && hook->input && keep_input(&error) < 0) {
		code = (int)command_fail(&error);
	} else if (chained != NULL) {
		if (hook->input)
			lseek(STDIN_FILENO, 0, SEEK_SET);
		code = run_chained(chained, argc, argv);
		if (hook->input)
			lseek(STDIN_FILENO, 0, SEEK_SET);
	}
	arena_release(&arena);
	return code;
}

enum status hook_run(const struct command *command, int argc, char **argv)
{
	struct command running = *command;
	if (argc == 0)
		return command_usage(command, "say which hook to run");
	const char *slash = strrchr(argv[0], '/');
	const struct hook *hook = hook_find(slash != NULL ? slash + 1 : argv[0]);
	if (hook == NULL)
		return command_usage(command, "there is no hook `%.100s`", argv[0]);
	if (argc > MOST_ARGUMENTS)
		return command_usage(command, "too many arguments for a hook");
	int code = run_first(hook, argv[0], argc - 1, argv + 1);
	if (code != 0 && !hook->after)
		return (enum status)code;
	running.run = hook->run;
	int own = hook->alone ? (int)hook->run(&running, argc - 1, argv + 1)
	                      : supervise(&running, argc - 1, argv + 1);
	if (hook->mild)
		own = STATUS_CLEAN;
	return (enum status)(code != 0 ? code : own);
}
