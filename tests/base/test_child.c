#include "support/testing.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/child.h"

static const unsigned char id[WATCH_ID_SIZE] = {0xab, 1, 2, 3};

static const struct child_limits usual = {
	.stall_work = 2000,
	.stall_wait = 60000,
	.work = 60,
	.wait = 120,
	.memory = (size_t)1 << 30,
};

static void print(int file, const char *text)
{
	if (write(file, text, strlen(text)) < 0)
		_exit(99);
}

static void nap(long milliseconds)
{
	nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

static void spin(struct watch *watch)
{
	watch_enter(watch, id);
	for (volatile int forever = 1; forever;)
		;
}

/* Runs WORK in a child, whose exit code is 7 where it comes to its end. */
static struct child_end run(struct child *child, const struct child_limits *limits,
                            void (*work)(struct watch *watch))
{
	struct error error = ERROR_INIT;
	int side = child_start(child, limits, &error);
	if (side == CHILD_SIDE) {
		work(child->watch);
		_exit(7);
	}
	assert_int_equal(side, PARENT_SIDE);
	return child_wait(child, limits);
}

static const char *copied(int from, char *text, size_t size)
{
	FILE *file = tmpfile();
	assert_non_null(file);
	assert_int_equal(child_copy(from, fileno(file)), 0);
	size_t got = pread(fileno(file), text, size - 1, 0) > 0 ? child_printed(from) : 0;
	text[got] = '\0';
	fclose(file);
	return text;
}

static void say_both(struct watch *watch)
{
	(void)watch;
	print(STDOUT_FILENO, "one\n");
	print(STDERR_FILENO, "two\n");
	print(STDOUT_FILENO, "three\n");
}

static void what_a_child_prints_is_kept_until_it_has_ended(void **state)
{
	(void)state;
	struct child child;
	char text[64];
	struct child_end end = run(&child, &usual, say_both);
	assert_int_equal(end.fate, CHILD_EXITED);
	assert_int_equal(end.code, 7);
	assert_text(copied(child.output, text, sizeof(text)), "one\nthree\n");
	assert_text(copied(child.errors, text, sizeof(text)), "two\n");
	child_release(&child);
}

static void crash(struct watch *watch)
{
	watch_enter(watch, id);
	signal(SIGSEGV, SIG_DFL); /* a sanitizer has its own ideas */
	raise(SIGSEGV);
}

static void a_crash_is_told_with_what_was_being_read(void **state)
{
	(void)state;
	struct child child;
	struct child_end end = run(&child, &usual, crash);
	assert_int_equal(end.fate, CHILD_KILLED);
	assert_int_equal(end.code, SIGSEGV);
	assert_true(end.reading);
	assert_memory_equal(child.watch->id, id, sizeof(id));
	child_release(&child);
}

static void a_read_without_end_is_ended(void **state)
{
	(void)state;
	struct child child;
	struct child_limits limits = usual;
	limits.stall_work = 200;
	struct child_end end = run(&child, &limits, spin);
	assert_int_equal(end.fate, CHILD_STALLED);
	assert_true(end.reading);
	child_release(&child);
}

static void wait_in_a_read(struct watch *watch)
{
	watch_enter(watch, id);
	nap(60000);
}

static void a_read_that_waits_for_ever_is_ended_too(void **state)
{
	(void)state;
	struct child child;
	struct child_limits limits = usual;
	limits.stall_wait = 400;
	assert_int_equal(run(&child, &limits, wait_in_a_read).fate, CHILD_STALLED);
	child_release(&child);
}

/* Two seconds of reads, each shorter than the limit, and a pause as long between two. */
static void read_on_and_on(struct watch *watch)
{
	for (int i = 0; i < 10; i++) {
		watch_enter(watch, id);
		nap(150);
		watch_leave(watch);
	}
	nap(900);
}

static void many_reads_are_no_standstill(void **state)
{
	(void)state;
	struct child child;
	struct child_limits limits = usual;
	limits.stall_wait = 700;
	assert_int_equal(run(&child, &limits, read_on_and_on).fate, CHILD_EXITED);
	child_release(&child);
}

static void nap_long(struct watch *watch)
{
	(void)watch;
	nap(60000);
}

static void work_without_end(struct watch *watch)
{
	(void)watch;
	spin(NULL);
}

static void there_is_an_end_to_it_all(void **state)
{
	(void)state;
	struct child child;
	struct child_limits limits = usual;
	limits.wait = 1;
	struct child_end end = run(&child, &limits, nap_long);
	assert_int_equal(end.fate, CHILD_LATE);
	assert_false(end.reading);
	child_release(&child);
	limits = usual;
	limits.work = 1;
	assert_int_equal(run(&child, &limits, work_without_end).fate, CHILD_LATE);
	child_release(&child);
}

#ifndef SANITIZED
static void take_all_memory(struct watch *watch)
{
	(void)watch;
	for (;;) {
		char *volatile more = malloc(1 << 20); /* or a compiler sees that it is unused */
		if (more == NULL)
			_exit(8);
		memset(more, 1, 1 << 20);
	}
}

static void memory_has_an_end(void **state)
{
	(void)state;
	if (testing_is_slow())
		skip(); /* valgrind keeps the memory of what it runs itself */
	struct child child;
	struct child_limits limits = usual;
	limits.memory = (size_t)64 << 20;
	struct child_end end = run(&child, &limits, take_all_memory);
	assert_int_equal(end.fate, CHILD_EXITED);
	assert_int_equal(end.code, 8);
	child_release(&child);
}
#endif

/* In a process of its own: a parent that waits for a child, whose id goes down the pipe. */
static pid_t start_parent(int *pipe_end)
{
	int ids[2];
	assert_int_equal(pipe(ids), 0);
	pid_t parent = fork();
	assert_true(parent >= 0);
	if (parent == 0) {
		struct child child;
		struct error error;
		if (child_start(&child, &usual, &error) == CHILD_SIDE) {
			pid_t self = getpid();
			if (write(ids[1], &self, sizeof(self)) < 0)
				_exit(99);
			nap(60000);
			_exit(0);
		}
		struct child_end end = child_wait(&child, &usual);
		_exit(end.fate == CHILD_INTERRUPTED ? end.code : 99);
	}
	close(ids[1]);
	*pipe_end = ids[0];
	return parent;
}

/* True when the process ends within some seconds; its pipe closes then. */
static bool has_ended(int pipe_end)
{
	char byte;
	alarm(20);
	bool ended = read(pipe_end, &byte, 1) == 0;
	alarm(0);
	close(pipe_end);
	return ended;
}

static void a_signal_to_the_parent_ends_the_child(void **state)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(signals); i++) {
		int pipe_end, status;
		pid_t child, parent = start_parent(&pipe_end);
		assert_int_equal(read(pipe_end, &child, sizeof(child)), sizeof(child));
		kill(parent, signals[i]);
		assert_int_equal(waitpid(parent, &status, 0), parent);
		if (signals[i] == SIGKILL)
			assert_true(WIFSIGNALED(status));
		else
			assert_int_equal(WEXITSTATUS(status), signals[i]);
		assert_true(has_ended(pipe_end));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_child_prints_is_kept_until_it_has_ended),
		cmocka_unit_test(a_crash_is_told_with_what_was_being_read),
		cmocka_unit_test(a_read_without_end_is_ended),
		cmocka_unit_test(a_read_that_waits_for_ever_is_ended_too),
		cmocka_unit_test(many_reads_are_no_standstill),
		cmocka_unit_test(there_is_an_end_to_it_all),
#ifndef SANITIZED
		cmocka_unit_test(memory_has_an_end),
#endif
		cmocka_unit_test(a_signal_to_the_parent_ends_the_child),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("child", tests, NULL, NULL) != 0;
}
