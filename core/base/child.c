#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/write.h"

#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_OURS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEMORY_IS_OURS 0
#endif
#endif
#ifndef MEMORY_IS_OURS
#define MEMORY_IS_OURS 1 /* a sanitizer maps more than any limit for itself */
#endif

/* Milliseconds between two looks at a child; longer, and this process itself stood still. */
enum { FIRST_LOOK = 50, NEXT_LOOK = 250, LONGEST_LOOK = 1000 };

/* The signals that end a program, and end the child with it. */
static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

/* A file in memory. */
static int open_kept(void)
{
	return memfd_create("ragtrail", MFD_CLOEXEC);
}

/*
 * From here on the signals that matter are read from child->signals. One that this
 * process was started to ignore, as nohup does, stays ignored.
 */
static int hear_signals(struct child *child)
{
	sigset_t heard;
	sigemptyset(&heard);
	sigaddset(&heard, SIGCHLD);
	signal(SIGCHLD, SIG_DFL);
	for (size_t i = 0; i < sizeof(ending) / sizeof(*ending); i++) {
		struct sigaction action;
		if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(&heard, ending[i]);
	}
	sigprocmask(SIG_BLOCK, &heard, &child->before);
	child->signals = signalfd(-1, &heard, SFD_CLOEXEC | SFD_NONBLOCK);
	return child->signals < 0 ? -1 : 0;
}

static void limit(__rlimit_resource_t resource, rlim_t most)
{
	struct rlimit now;
	if (getrlimit(resource, &now) < 0)
		return;
	if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most + 1)
		now.rlim_max = most + 1; /* above the other, or the signal is SIGKILL */
	if (now.rlim_cur == RLIM_INFINITY || now.rlim_cur > most)
		now.rlim_cur = most;
	setrlimit(resource, &now);
}

/* What the child does before it goes on. */
static void begin(struct child *child, const struct child_limits *limits)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != child->parent)
		_exit(2); /* the parent died before it could be asked to take this one along */
	limit(RLIMIT_CPU, limits->work);
	limit(RLIMIT_CORE, 0);
	if (MEMORY_IS_OURS)
		limit(RLIMIT_DATA, limits->memory);
	if (dup2(child->output, STDOUT_FILENO) < 0 || dup2(child->errors, STDERR_FILENO) < 0)
		_exit(2);
	close(child->signals);
	sigprocmask(SIG_SETMASK, &child->before, NULL);
}

int child_start(struct child *child, const struct child_limits *limits, struct error *error)
{
	*child = (struct child){.pid = -1, .parent = getpid(), .signals = -1};
	sigprocmask(SIG_SETMASK, NULL, &child->before);
	child->output = open_kept();
	child->errors = open_kept();
	child->watch = mmap(NULL, sizeof(*child->watch), PROT_READ | PROT_WRITE,
	                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (child->watch == MAP_FAILED)
		child->watch = NULL;
	if (child->output < 0 || child->errors < 0 || child->watch == NULL ||
	    hear_signals(child) < 0) {
		error_set(error, "no room to work in: %s", strerror(errno));
		child_release(child);
		return -1;
	}
	child->pid = fork();
	if (child->pid < 0) {
		error_set(error, "no process to work in: %s", strerror(errno));
		child_release(child);
		return -1;
	}
	if (child->pid == 0) {
		begin(child, limits);
		return CHILD_SIDE;
	}
	return PARENT_SIDE;
}

static int64_t milliseconds(clockid_t clock)
{
	struct timespec now;
	if (clock_gettime(clock, &now) < 0)
		return 0;
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What the parent has seen of the child so far. */
struct sight {
	unsigned long beats;       /* odd: the read that it was found in last */
	int64_t work_then, waited; /* since it was first found in it */
	int64_t looked, waited_in_all;
	clockid_t clock; /* of the child's processor time */
};

/* Whether the child has to be stopped. */
static bool is_over(const struct child *child, const struct child_limits *limits,
                    struct sight *sight, enum child_fate *fate)
{
	unsigned long beats = atomic_load_explicit(&child->watch->beats, memory_order_acquire);
	int64_t now = milliseconds(CLOCK_MONOTONIC), passed = now - sight->looked;
	if (passed > LONGEST_LOOK)
		passed = LONGEST_LOOK;
	sight->looked = now;
	sight->waited_in_all += passed;
	*fate = CHILD_LATE;
	if (sight->waited_in_all >= (int64_t)limits->wait * 1000)
		return true;
	*fate = CHILD_STALLED;
	if (beats % 2 == 0 || beats != sight->beats) {
		sight->beats = beats;
		sight->work_then = milliseconds(sight->clock);
		sight->waited = 0;
		return false;
	}
	sight->waited += passed;
	return sight->waited >= limits->stall_wait ||
	       milliseconds(sight->clock) - sight->work_then >= limits->stall_work;
}

/* The signal that tells this process to end; 0 when there is none. */
static int read_signals(const struct child *child)
{
	struct signalfd_siginfo heard;
	while (read(child->signals, &heard, sizeof(heard)) == (ssize_t)sizeof(heard))
		if (heard.ssi_signo != SIGCHLD)
			return (int)heard.ssi_signo;
	return 0;
}

static struct child_end judge(const struct child *child, int status)
{
	struct child_end end = {CHILD_EXITED, WEXITSTATUS(status), false};
	if (!WIFSIGNALED(status))
		return end;
	end.code = WTERMSIG(status);
	end.fate = end.code == SIGXCPU ? CHILD_LATE : CHILD_KILLED;
	int told = read_signals(child); /* of a terminal both sides hear */
	if (told != 0 && told == end.code)
		end.fate = CHILD_INTERRUPTED;
	end.reading = atomic_load(&child->watch->beats) % 2 == 1;
	return end;
}

static int await(pid_t pid, int *status, int flags)
{
	pid_t ended;
	do
		ended = waitpid(pid, status, flags);
	while (ended < 0 && errno == EINTR);
	return ended;
}

static struct child_end wait_for(struct child *child, const struct child_limits *limits)
{
	struct sight sight = {.looked = milliseconds(CLOCK_MONOTONIC)};
	struct pollfd heard = {.fd = child->signals, .events = POLLIN};
	int status = 0, signal_number = 0, look = FIRST_LOOK;
	enum child_fate fate = CHILD_LATE;
	if (clock_getcpuclockid(child->pid, &sight.clock) != 0)
		sight.clock = CLOCK_MONOTONIC;
	for (;;) {
		poll(&heard, 1, look);
		look = NEXT_LOOK;
		if (await(child->pid, &status, WNOHANG) != 0)
			return judge(child, status);
		signal_number = read_signals(child);
		if (signal_number != 0 || is_over(child, limits, &sight, &fate))
			break;
	}
	kill(child->pid, SIGKILL);
	await(child->pid, &status, 0);
	struct child_end end = judge(child, status);
	if (end.fate == CHILD_EXITED && signal_number == 0)
		return end; /* in the last moment */
	end.fate = signal_number != 0 ? CHILD_INTERRUPTED : fate;
	end.code = signal_number;
	return end;
}

struct child_end child_wait(struct child *child, const struct child_limits *limits)
{
	struct child_end end = wait_for(child, limits);
	sigprocmask(SIG_SETMASK, &child->before, NULL);
	return end;
}

size_t child_printed(int from)
{
	struct stat status;
	return fstat(from, &status) < 0 ? 0 : (size_t)status.st_size;
}

int child_copy(int from, int to)
{
	enum { MOST = 1 << 30 };
	char chunk[65536];
	off_t at = 0;
	ssize_t got;
	/* Without a copy where the system can; else, and to tell what is wrong, with one. */
	do
		got = sendfile(to, from, &at, MOST);
	while (got > 0);
	while ((got = pread(from, chunk, sizeof(chunk), at)) > 0) {
		at += got;
		if (!write_all(to, chunk, (size_t)got))
			return -1;
	}
	return got < 0 ? -1 : 0;
}

void child_release(struct child *child)
{
	const int files[] = {child->output, child->errors, child->signals};
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		if (files[i] >= 0)
			close(files[i]);
	if (child->watch != NULL)
		munmap(child->watch, sizeof(*child->watch));
	sigprocmask(SIG_SETMASK, &child->before, NULL);
	*child = (struct child){.pid = -1, .output = -1, .errors = -1, .signals = -1};
}
