/* Changes of files as the kernel tells them, and as one sees them oneself. */
#include "support/sandbox.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "preview/lookout.h"

static bool is_text(const char *name)
{
	size_t length = strlen(name);
	return length > 4 && strcmp(name + length - 4, ".txt") == 0;
}

static void close_lookout(void *lookout)
{
	lookout_close(lookout);
}

static struct lookout *open_lookout(struct sandbox *sandbox, bool rounds)
{
	struct lookout_place *place = arena_new(&sandbox->arena, sizeof(*place));
	*place = (struct lookout_place){sandbox_path(sandbox, "top"), true, is_text};
	struct lookout *lookout = lookout_open(place, 1, rounds);
	sandbox_defer(sandbox, close_lookout, lookout);
	return lookout;
}

/* What is made within a clock's tick of another write looks the same to one who only looks. */
static void wait_a_tick(void)
{
	nanosleep(&(struct timespec){0, 20000000L}, NULL);
}

static void check_changes(struct sandbox *sandbox, bool rounds)
{
	sandbox_write(sandbox, "top/a.txt", "a");
	sandbox_write(sandbox, "top/inner/b.txt", "b");
	struct lookout *lookout = open_lookout(sandbox, rounds);
	assert_int_equal(lookout_patience(lookout), rounds ? 1000 : -1);
	assert_null(lookout_trouble(lookout));
	assert_false(lookout_hear(lookout));
	wait_a_tick();
	sandbox_write(sandbox, "top/inner/b.txt", "c");
	assert_true(lookout_hear(lookout));
	assert_false(lookout_hear(lookout));
	/* Not what nobody asked about. */
	sandbox_write(sandbox, "top/inner/b.swp", "c");
	sandbox_write(sandbox, "beside.txt", "c");
	assert_false(lookout_hear(lookout));
	/* In a folder that is new. */
	sandbox_write(sandbox, "top/new/deep/c.txt", "c");
	assert_true(lookout_hear(lookout));
	wait_a_tick();
	sandbox_write(sandbox, "top/new/deep/c.txt", "d");
	assert_true(lookout_hear(lookout));
	assert_int_equal(rename(sandbox_path(sandbox, "top/new/deep/c.txt"),
	                        sandbox_path(sandbox, "top/new/deep/d.txt")),
	                 0);
	assert_true(lookout_hear(lookout));
	assert_int_equal(unlink(sandbox_path(sandbox, "top/a.txt")), 0);
	assert_true(lookout_hear(lookout));
	assert_false(lookout_hear(lookout));
}

static void the_kernel_tells_of_changes(void **state)
{
	check_changes(*state, false);
}

static void without_it_they_are_seen(void **state)
{
	check_changes(*state, true);
}

/* Far more than the kernel keeps for a reader who sleeps. */
static void what_was_too_much_to_be_told_is_a_change(void **state)
{
	enum { FILES = 200, TIMES = 300 };
	struct sandbox *sandbox = *state;
	sandbox_write(sandbox, "top/a.txt", "a");
	struct lookout *lookout = open_lookout(sandbox, false);
	for (int i = 0; i < FILES * TIMES; i++) {
		char path[64];
		snprintf(path, sizeof(path), "top/%d.swp", i % FILES);
		FILE *file = fopen(sandbox_path(sandbox, path), "w");
		assert_non_null(file);
		fclose(file);
	}
	assert_true(lookout_hear(lookout));
	assert_false(lookout_hear(lookout));
}

/* A folder that is replaced by another is watched like the first. */
static void a_folder_in_the_place_of_another_is_watched(void **state)
{
	struct sandbox *sandbox = *state;
	sandbox_write(sandbox, "top/inner/a.txt", "a");
	sandbox_write(sandbox, "other/a.txt", "a");
	struct lookout *lookout = open_lookout(sandbox, false);
	assert_int_equal(rename(sandbox_path(sandbox, "top/inner"), sandbox_path(sandbox, "gone")),
	                 0);
	assert_int_equal(rename(sandbox_path(sandbox, "other"), sandbox_path(sandbox, "top/inner")),
	                 0);
	assert_true(lookout_hear(lookout));
	sandbox_write(sandbox, "top/inner/a.txt", "b");
	struct pollfd file = {.fd = lookout_file(lookout), .events = POLLIN};
	assert_int_equal(poll(&file, 1, 5000), 1);
	assert_true(lookout_hear(lookout));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_kernel_tells_of_changes),
		sandbox_test(without_it_they_are_seen),
		sandbox_test(what_was_too_much_to_be_told_is_a_change),
		sandbox_test(a_folder_in_the_place_of_another_is_watched),
	};
	return cmocka_run_group_tests_name("lookout", tests, NULL, NULL) != 0;
}
