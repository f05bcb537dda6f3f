#include "support/command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "support/testing.h"

/* Seconds that a command may take: long enough on a machine that is busy with other things. */
#ifdef SANITIZED
enum { TIMEOUT = 180 };
#else
enum { TIMEOUT = 60 };
#endif
enum { TIMEOUT_WRAPPED = 300, MOST_ARGUMENTS = 64 };

/* What a child needs, made before it starts. */
struct launch {
	char *arguments[MOST_ARGUMENTS + 1];
	size_t count;
	const char *folder;
	const char *const *environment;
	FILE *input, *output, *errors;
};

static void add_argument(struct launch *launch, struct sandbox *sandbox, const char *text,
                         size_t length)
{
	assert_true(launch->count < MOST_ARGUMENTS);
	launch->arguments[launch->count++] = arena_text(&sandbox->arena, text, length);
}

/* RAGTRAIL_BINARY from the root, wherever the command will run. */
static void add_ragtrail(struct launch *launch, struct sandbox *sandbox)
{
	const char *binary = getenv("RAGTRAIL_BINARY");
	const char *wrapper = getenv("RAGTRAIL_WRAPPER");
	for (const char *at = wrapper != NULL ? wrapper : ""; *(at += strspn(at, " ")) != '\0';
	     at += strcspn(at, " "))
		add_argument(launch, sandbox, at, strcspn(at, " "));
	char *whole = realpath(binary != NULL ? binary : "build/ragtrail", NULL);
	if (whole == NULL)
		fail_msg("RAGTRAIL_BINARY does not name the program: %s", strerror(errno));
	add_argument(launch, sandbox, whole, strlen(whole));
	free(whole);
}

static FILE *temporary(const char *content)
{
	FILE *file = tmpfile();
	assert_non_null(file);
	if (content != NULL)
		fputs(content, file);
	assert_int_equal(fflush(file), 0);
	rewind(file);
	return file;
}

static const char *read_back(struct sandbox *sandbox, FILE *file, size_t *length)
{
	struct buf text = BUF_INIT;
	char chunk[16384];
	size_t got;
	rewind(file);
	while ((got = fread(chunk, 1, sizeof(chunk), file)) != 0)
		buf_add(&text, chunk, got);
	fclose(file);
	*length = text.length;
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

/* In the child, which may only end by exec or _exit. */
static _Noreturn void become(const struct launch *launch)
{
	setpgid(0, 0);
	for (const char *const *at = launch->environment; at != NULL && *at != NULL; at++)
		if (strchr(*at, '=') != NULL)
			putenv((char *)*at);
		else
			unsetenv(*at);
	if (chdir(launch->folder) == 0 && dup2(fileno(launch->input), STDIN_FILENO) >= 0 &&
	    dup2(fileno(launch->output), STDOUT_FILENO) >= 0 &&
	    dup2(fileno(launch->errors), STDERR_FILENO) >= 0) {
		signal(SIGPIPE, SIG_DFL);
		execvp(launch->arguments[0], launch->arguments);
	}
	_exit(127);
}

static double clock_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void kill_after(pid_t child, double seconds)
{
	time_t whole = (time_t)seconds;
	nanosleep(&(struct timespec){whole, (long)((seconds - (double)whole) * 1e9)}, NULL);
	kill(-child, SIGKILL);
	kill(child, SIGKILL); /* it may not have its own group yet */
}

/* The child's status as waitpid gives it; ends it, and all it started, when it is too slow. */
static int await(pid_t child, const char *name)
{
	int limit = testing_is_slow() ? TIMEOUT_WRAPPED : TIMEOUT;
	double deadline = clock_seconds() + limit;
	int status;
	for (;;) {
		pid_t ended = waitpid(child, &status, WNOHANG);
		if (ended == child)
			return status;
		assert_int_equal(ended, 0);
		if (clock_seconds() > deadline)
			break;
		nanosleep(&(struct timespec){0, 1000000}, NULL);
	}
	kill(-child, SIGKILL);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	fail_msg("%s: ended after %d s", name, limit);
	return status;
}

struct outcome command_run(struct sandbox *sandbox, const struct command *command)
{
	struct launch launch = {.environment = command->environment};
	size_t ignored;
	if (command->program != NULL)
		add_argument(&launch, sandbox, command->program, strlen(command->program));
	else
		add_ragtrail(&launch, sandbox);
	for (const char *const *at = command->arguments; at != NULL && *at != NULL; at++)
		add_argument(&launch, sandbox, *at, strlen(*at));
	launch.folder = sandbox_path(sandbox, command->folder != NULL ? command->folder : ".");
	launch.input = temporary(command->input);
	launch.output = temporary(NULL);
	launch.errors = temporary(NULL);
	fflush(NULL); /* or the child has a copy of what is not yet written */
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		become(&launch);
	if (command->killed_after > 0)
		kill_after(child, command->killed_after);
	int status = await(child, launch.arguments[0]);
	fclose(launch.input);
	struct outcome outcome = {.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                                                        : WEXITSTATUS(status)};
	outcome.output = read_back(sandbox, launch.output, &outcome.output_length);
	outcome.errors = read_back(sandbox, launch.errors, &ignored);
	return outcome;
}

struct outcome command_script(struct sandbox *sandbox, const char *folder, const char *script)
{
	struct launch launch = {.count = 0};
	struct buf line = BUF_INIT;
	add_ragtrail(&launch, sandbox);
	for (size_t i = 0; i < launch.count; i++)
		buf_printf(&line, "%s%s", i == 0 ? "RAGTRAIL=" : " ", launch.arguments[i]);
	const char *variable = arena_text(&sandbox->arena, line.bytes, line.length);
	buf_release(&line);
	return command_run(
		sandbox,
		&(struct command){
			.folder = folder,
			.environment = (const char *const[]){variable, NULL},
			.program = "sh",
			.arguments = (const char *const[]){
				"-c",
				arena_printf(&sandbox->arena,
	                                     "ragtrail() { $RAGTRAIL \"$@\"; }\n%s", script),
				NULL}});
}

void command_compare(struct outcome outcome, int status, const char *output, const char *errors,
                     const char *file, int line)
{
	if (outcome.status != status) {
		print_error("exit %d, and not %d\n%s%s", outcome.status, status, outcome.output,
		            outcome.errors);
		_fail(file, line);
	}
	testing_compare(outcome.output, output, file, line);
	testing_compare(outcome.errors, errors, file, line);
}

const char *command_git(struct sandbox *sandbox, const char *folder, const char *const *arguments)
{
	struct command command = {.folder = folder, .program = "git", .arguments = arguments};
	struct outcome outcome = command_run(sandbox, &command);
	if (outcome.status != 0)
		fail_msg("git %s: exit %d: %s", arguments[0], outcome.status, outcome.errors);
	return outcome.output;
}
