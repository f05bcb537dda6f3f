#include "support/browsing.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/testing.h"

enum { SECONDS = 5, SECONDS_WRAPPED = 60, PAUSE = 20 /* milliseconds between two looks */ };

static double now(void)
{
	struct timespec time = {0};
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double patience(void)
{
#ifdef SANITIZED
	return SECONDS_WRAPPED;
#endif
	return testing_is_slow() ? SECONDS_WRAPPED : SECONDS;
}

static void pause_a_little(void)
{
	nanosleep(&(struct timespec){0, PAUSE * 1000000L}, NULL);
}

static void end_preview(void *context)
{
	struct preview *preview = context;
	if (preview->process == 0)
		return;
	kill(preview->process, SIGKILL);
	waitpid(preview->process, NULL, 0);
}

/* The log holds all that it says, but for the first line of standard output. */
static _Noreturn void become(const struct preview *preview, const char *folder, const char *option,
                             int output)
{
	const char *binary = getenv("RAGTRAIL_BINARY");
	char *program = realpath(binary != NULL ? binary : "build/ragtrail", NULL);
	int log = open(preview->log, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (program == NULL || log < 0 || dup2(output, STDOUT_FILENO) < 0 ||
	    dup2(log, STDERR_FILENO) < 0 || chdir(sandbox_path(preview->sandbox, folder)) < 0)
		_exit(127);
	execl(program, "ragtrail", "preview", "--port", "0", option, (char *)NULL);
	_exit(127);
}

static const char *read_log(const struct preview *preview)
{
	const char *name = strrchr(preview->log, '/') + 1;
	return sandbox_read(preview->sandbox, name);
}

struct preview *preview_start(struct sandbox *sandbox, const char *folder, const char *option)
{
	struct preview *preview = arena_new(&sandbox->arena, sizeof(*preview));
	char line[64] = "";
	int ends[2];
	preview->sandbox = sandbox;
	preview->log = sandbox_path(sandbox, "preview.log");
	assert_int_equal(pipe(ends), 0);
	preview->process = fork();
	assert_true(preview->process >= 0);
	if (preview->process == 0)
		become(preview, folder, option, ends[1]);
	sandbox_defer(sandbox, end_preview, preview);
	close(ends[1]);
	FILE *output = fdopen(ends[0], "r");
	assert_non_null(output);
	if (fgets(line, sizeof(line), output) == NULL ||
	    sscanf(line, "http://127.0.0.1:%u/\n", &preview->port) != 1)
		fail_msg("no address, but `%s` and: %s", line, read_log(preview));
	fclose(output);
	return preview;
}

int preview_stop(struct preview *preview, int signal_number)
{
	int status = 0;
	pid_t ended = 0;
	kill(preview->process, signal_number);
	for (double start = now(); ended == 0 && now() - start < patience();) {
		ended = waitpid(preview->process, &status, WNOHANG);
		if (ended == 0)
			pause_a_little();
	}
	assert_int_equal(ended, preview->process);
	preview->process = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int preview_connect(const struct preview *preview)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)preview->port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_true(connection >= 0);
	if (connect(connection, (const struct sockaddr *)&address, sizeof(address)) != 0)
		fail_msg("cannot connect: %s", strerror(errno));
	return connection;
}

/* Reads once into TEXT; false at the end. */
static bool read_more(int connection, struct buf *text)
{
	char chunk[16384];
	struct pollfd file = {.fd = connection, .events = POLLIN};
	if (poll(&file, 1, (int)(patience() * 1000)) <= 0)
		return false;
	ssize_t got = recv(connection, chunk, sizeof(chunk), 0);
	buf_add(text, chunk, got > 0 ? (size_t)got : 0);
	return got > 0;
}

struct answer preview_send(const struct preview *preview, const char *request, size_t length)
{
	struct answer answer = {0};
	struct arena *arena = &preview->sandbox->arena;
	struct buf text = BUF_INIT;
	int connection = preview_connect(preview);
	/* What is refused may be closed before all was sent. */
	send(connection, request, length, MSG_NOSIGNAL);
	while (read_more(connection, &text))
		;
	close(connection);
	const char *end = strstr(text.bytes, "\r\n\r\n");
	if (end != NULL && sscanf(text.bytes, "HTTP/1.%*d %d", &answer.status) == 1) {
		answer.head = arena_text(arena, text.bytes, (size_t)(end - text.bytes));
		answer.length = text.length - (size_t)(end + 4 - text.bytes);
		answer.body = arena_text(arena, end + 4, answer.length);
	}
	buf_release(&text);
	return answer;
}

struct answer preview_get(const struct preview *preview, const char *address)
{
	const char *request =
		arena_printf(&preview->sandbox->arena,
	                     "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nConnection: close\r\n\r\n",
	                     address, preview->port);
	return preview_send(preview, request, strlen(request));
}

void preview_hear(const struct preview *preview, int connection, const char *text)
{
	struct buf heard = BUF_INIT;
	(void)preview;
	while (strstr(heard.bytes, text) == NULL)
		if (!read_more(connection, &heard))
			fail_msg("no `%s` came, but: %s", text, heard.bytes);
	buf_release(&heard);
}

const char *preview_await(const struct preview *preview, const char *address, const char *text)
{
	struct answer answer = {0};
	for (double start = now(); now() - start < patience();) {
		answer = preview_get(preview, address);
		if (answer.body != NULL && strstr(answer.body, text) != NULL)
			return answer.body;
		pause_a_little();
	}
	fail_msg("%s never held `%s`, but was: %d %s\n%s", address, text, answer.status,
	         answer.body != NULL ? answer.body : "", read_log(preview));
	return "";
}

void preview_await_log(const struct preview *preview, const char *text)
{
	for (double start = now(); now() - start < patience(); pause_a_little())
		if (strstr(read_log(preview), text) != NULL)
			return;
	fail_msg("`%s` was never said, but: %s", text, read_log(preview));
}
