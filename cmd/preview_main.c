/*
 * ragtrail-preview: shows the pages of what is not committed yet, and makes them again
 * whenever a file changes.
 *
 * One thread waits for browsers, files and signals. The pages are made in a process of their
 * own, as every command runs; when it has failed, what there was before stays.
 */
#include "preview.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/write.h"
#include "git.h"
#include "preview/gallery.h"
#include "preview/lookout.h"
#include "preview/server.h"
#include "supervise.h"
#include "terminal.h"

enum {
	QUIET = 100,       /* milliseconds without a change before the pages are made */
	MOST_QUIET = 1000, /* that changes can put it off */
	MOST_PORT = 65535,
	MOST_PLACES = 5,
};

/* The process that makes the pages. */
struct worker {
	pid_t process; /* 0: there is none */
	int pages, words;
};

struct preview {
	struct server *server;
	struct lookout *lookout;
	struct lookout_place places[MOST_PLACES];
	size_t place_count;
	struct arena arena;
	struct worker worker;
	int signals;
	sigset_t before;
	bool shown;            /* there was a site */
	bool announced;        /* the address was printed */
	bool due;              /* the pages are to be made again */
	long long first, last; /* the changes that made them due, in milliseconds */
	bool over;
};

static long long now_milliseconds(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* --- the process that makes the pages --- */

/* In it. Nothing of the server's stays open: browsers would wait for this process too. */
static _Noreturn void work(struct preview *preview, const struct command *command, int pages,
                           int words, pid_t parent)
{
	enum { PAGES = STDERR_FILENO + 1 };
	struct command making = *command;
	const struct preview_work task = {PAGES};
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	sigprocmask(SIG_SETMASK, &preview->before, NULL);
	if (getppid() != parent || dup2(words, STDOUT_FILENO) < 0 ||
	    dup2(words, STDERR_FILENO) < 0 || dup2(pages, PAGES) < 0)
		_exit(STATUS_FAILED);
	close_range(PAGES + 1, ~0U, 0);
	making.run = preview_make;
	making.context = &task;
	_exit(supervise(&making, 0, NULL));
}

static void end_worker(struct worker *worker)
{
	if (worker->process == 0)
		return;
	close(worker->pages);
	close(worker->words);
	worker->process = 0;
}

static void start_worker(struct preview *preview, const struct command *command)
{
	struct worker *worker = &preview->worker;
	pid_t parent = getpid();
	preview->due = false;
	worker->pages = memfd_create("ragtrail-pages", MFD_CLOEXEC);
	worker->words = memfd_create("ragtrail-words", MFD_CLOEXEC);
	worker->process = worker->pages < 0 || worker->words < 0 ? -1 : fork();
	if (worker->process == 0)
		work(preview, command, worker->pages, worker->words, parent);
	if (worker->process > 0)
		return;
	worker->process = 0;
	close(worker->pages);
	close(worker->words);
	server_tell(preview->server, strerror(errno));
}

/* --- what came of it --- */

static void read_words(int file, struct buf *words)
{
	char chunk[1024];
	ssize_t got;
	lseek(file, 0, SEEK_SET);
	while ((got = read(file, chunk, sizeof(chunk))) > 0)
		buf_add(words, chunk, (size_t)got);
	while (words->length > 0 && words->bytes[words->length - 1] == '\n')
		words->bytes[--words->length] = '\0';
}

static void announce(struct preview *preview)
{
	if (preview->announced)
		return;
	preview->announced = true;
	printf("http://127.0.0.1:%u/\n", server_port(preview->server));
	fflush(stdout);
	fprintf(stderr, "The pages change with the documents in plans/; nothing is written into "
	                "the repository. Ctrl-C ends the preview.\n");
}

static void take_pages(struct preview *preview, bool well)
{
	struct buf words = BUF_INIT;
	struct gallery *gallery = well ? gallery_read(preview->worker.pages) : NULL;
	read_words(preview->worker.words, &words);
	announce(preview);
	fprintf(stderr, "%s\n", words.bytes);
	if (gallery != NULL) {
		preview->shown = true;
		server_show(preview->server, gallery, true);
		server_tell(preview->server, NULL);
	} else if (preview->shown) {
		server_tell(preview->server, words.bytes);
	} else {
		server_show(preview->server, preview_waiting(words.bytes), false);
	}
	buf_release(&words);
}

static void hear_signals(struct preview *preview)
{
	struct signalfd_siginfo heard;
	int status;
	while (read(preview->signals, &heard, sizeof(heard)) == (ssize_t)sizeof(heard))
		if (heard.ssi_signo != SIGCHLD)
			preview->over = true;
	if (preview->worker.process == 0 ||
	    waitpid(preview->worker.process, &status, WNOHANG) != preview->worker.process)
		return;
	if (!preview->over)
		take_pages(preview, WIFEXITED(status) && WEXITSTATUS(status) == STATUS_CLEAN);
	end_worker(&preview->worker);
}

/* --- where to look --- */

static bool is_document(const char *name)
{
	size_t length = strlen(name);
	return (length > 3 && strcmp(name + length - 3, ".md") == 0) ||
	       strcmp(name, ".gitignore") == 0;
}

static bool is_of_top(const char *name)
{
	return strcmp(name, REPO_PLANS) == 0 || strcmp(name, ".gitignore") == 0;
}

static bool is_head(const char *name)
{
	return strcmp(name, "HEAD") == 0 || strcmp(name, "packed-refs") == 0;
}

static bool is_reference(const char *name)
{
	size_t length = strlen(name);
	return length < 5 || strcmp(name + length - 5, ".lock") != 0;
}

static void add_place(struct preview *preview, const char *folder, bool deep,
                      bool (*matters)(const char *name))
{
	preview->places[preview->place_count++] = (struct lookout_place){folder, deep, matters};
}

/* Asks git where things are; false where it knows of no working tree. */
static bool find_places(struct preview *preview)
{
	struct arena *arena = &preview->arena;
	const char *top = GIT_LINE(arena, "rev-parse", "--show-toplevel");
	const char *own = GIT_LINE(arena, "rev-parse", "--absolute-git-dir");
	const char *common = GIT_LINE(arena, "rev-parse", "--git-common-dir");
	if (top == NULL || own == NULL || common == NULL)
		return false;
	char *real = realpath(common, NULL);
	common = real != NULL ? arena_text(arena, real, strlen(real)) : own;
	free(real);
	add_place(preview, top, false, is_of_top);
	add_place(preview, arena_printf(arena, "%s/" REPO_PLANS, top), true, is_document);
	add_place(preview, own, false, is_head);
	if (strcmp(own, common) != 0)
		add_place(preview, common, false, is_head);
	add_place(preview, arena_printf(arena, "%s/refs", common), true, is_reference);
	return true;
}

/* Why there is nothing to preview, in the words of a command that opens the repository. */
static enum status fail_no_place(const struct command *command)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	if (command_open(command, &repo, &error) < 0)
		return command_fail(&error);
	if (repo_worktree(repo) == NULL) {
		error_set(&error, "this repository has no working tree, so nobody writes in it");
		error_hint(&error, "see what is committed: ragtrail render");
	} else {
		error_set(&error, "git does not say where the working tree is");
		error_hint(&error, "see: git rev-parse --show-toplevel");
	}
	repo_close(repo);
	return command_fail(&error);
}

/* --- running --- */

static int shorter(int one, int other)
{
	return one < 0 ? other : other < 0 || one < other ? one : other;
}

/* How long nothing need be done; -1: for ever. */
static int patience(struct preview *preview)
{
	int wait = shorter(server_patience(preview->server), lookout_patience(preview->lookout));
	if (!preview->due || preview->worker.process != 0)
		return wait;
	long long now = now_milliseconds(), until = preview->last + QUIET;
	if (until > preview->first + MOST_QUIET)
		until = preview->first + MOST_QUIET;
	return shorter(wait, until > now ? (int)(until - now) : 0);
}

static void note_change(struct preview *preview)
{
	preview->last = now_milliseconds();
	if (!preview->due)
		preview->first = preview->last;
	preview->due = true;
}

static void run(struct preview *preview, const struct command *command)
{
	while (!preview->over) {
		struct pollfd files[] = {
			{.fd = preview->signals, .events = POLLIN},
			{.fd = server_file(preview->server), .events = POLLIN},
			{.fd = lookout_file(preview->lookout), .events = POLLIN},
		};
		poll(files, sizeof(files) / sizeof(files[0]), patience(preview));
		hear_signals(preview);
		if (lookout_hear(preview->lookout))
			note_change(preview);
		if (preview->due && preview->worker.process == 0 && patience(preview) == 0)
			start_worker(preview, command);
		server_run(preview->server);
	}
	if (preview->worker.process != 0) {
		kill(preview->worker.process, SIGTERM);
		waitpid(preview->worker.process, NULL, 0);
		end_worker(&preview->worker);
	}
}

static void block_signals(struct preview *preview)
{
	static const int heard[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD};
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(heard) / sizeof(heard[0]); i++)
		sigaddset(&set, heard[i]);
	sigprocmask(SIG_BLOCK, &set, &preview->before);
	preview->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static enum status preview_run(const struct command *command, const struct preview_values *values,
                               unsigned port)
{
	struct preview preview = {.due = true};
	struct error error = ERROR_INIT;
	enum status status = STATUS_CLEAN;
	if (!find_places(&preview)) {
		status = fail_no_place(command);
		goto done;
	}
	if (server_open(&preview.server, port, values->port == NULL, preview_waiting(NULL),
	                &error) < 0) {
		status = command_fail(&error);
		goto done;
	}
	block_signals(&preview);
	preview.lookout = lookout_open(preview.places, preview.place_count, values->poll);
	if (lookout_trouble(preview.lookout) != NULL)
		fprintf(stderr, "ragtrail: %s\n", lookout_trouble(preview.lookout));
	run(&preview, command);
done:
	lookout_close(preview.lookout);
	server_close(preview.server);
	arena_release(&preview.arena);
	return status;
}

static bool read_port(const char *text, unsigned *port)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);
	*port = (unsigned)number;
	return text[0] >= '0' && text[0] <= '9' && *end == '\0' && number <= MOST_PORT;
}

static enum status command_show_preview(const struct command *command, int argc, char **argv)
{
	struct preview_values values = {NULL, false};
	unsigned port = SERVER_PORT;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count != 0)
		return command_usage(command, "preview takes no argument, but got `%.100s`",
		                     argv[0]);
	if (values.port != NULL && !read_port(values.port, &port))
		return command_usage(command, "`%.100s` is no port: a number up to %d", values.port,
		                     MOST_PORT);
	return preview_run(command, &values, port);
}

int main(int argc, char **argv)
{
	struct terminal terminal = terminal_look();
	const struct command command = {
		.name = "preview",
		.arguments = "",
		.summary = "show the pages in a browser while you write them",
		.options = preview_options,
		.terminal = &terminal,
	};
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	return (int)command_show_preview(&command, argc - 1, argv + 1);
}
