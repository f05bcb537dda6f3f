/*
 * ragtrail render: where the disk is full or may not be written, and where the place is no
 * plain folder. In a name space of its own, in which anybody may mount.
 */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/history.h"
#include "support/trees.h"

static void make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b c")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	history_tag(history, "july");
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {5, "Ben", "plans/p/b.md", history_update("b", "2023-08", "red")},
	        {6, "Dora", "plans/q/plan.md", history_plan("a")});
}

/* Left out only where this system lets nobody mount. */
static struct outcome mounted(struct sandbox *sandbox, const char *script)
{
	struct outcome can = command_script(
		sandbox, NULL,
		"mkdir try; unshare -Urm mount -t tmpfs tmpfs try; s=$?; rmdir try; exit $s");
	if (can.status != 0) {
		print_message("nobody may mount here: %s", can.errors);
		sandbox_skip(sandbox);
	}
	sandbox_write(sandbox, "script", script);
	return command_script(sandbox, "repository", "unshare -Urm sh -eu ../script");
}

static void a_full_disk_leaves_the_old_site(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = mounted(
		sandbox,
		"$RAGTRAIL render --at july -o ../july >/dev/null\n"
		"$RAGTRAIL render -o ../head >/dev/null\n"
		"mkdir ../full\n"
		"mount -t tmpfs -o size=8m tmpfs ../full\n"
		"$RAGTRAIL render --at july -o ../full/site >/dev/null\n"
		"free=0 failed=0\n"
		"while :; do\n"
		"  rm -f ../full/rest\n"
		"  all=$(df -k --output=avail ../full | tail -n 1)\n"
		"  head -c $(((all - free) * 1024)) /dev/zero >../full/rest\n"
		"  if $RAGTRAIL render -o ../full/site >out 2>err; then break; else status=$?; fi\n"
		"  test $status = 2 || { echo \"exit $status\"; cat err; exit 1; }\n"
		"  grep -q 'No space left on device' err || { cat err; exit 1; }\n"
		"  diff -r ../july ../full/site\n"
		"  test \"$(ls -A ../full | tr '\\n' ' ')\" = 'rest site '\n"
		"  free=$((free + 64)) failed=$((failed + 1))\n"
		"done\n"
		"diff -r ../head ../full/site\n"
		"test $failed -gt 0 && echo whole\n");
	assert_outcome(outcome, 0, "whole\n", "");
}

static void a_disk_for_reading_only_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome =
		mounted(sandbox, "mkdir ../disk\n"
	                         "mount -t tmpfs tmpfs ../disk\n"
	                         "$RAGTRAIL render --at july -o ../disk/site >/dev/null\n"
	                         "cp -r ../disk/site ../july\n"
	                         "mount -o remount,ro ../disk\n"
	                         "$RAGTRAIL render -o ../disk/site && exit 1\n"
	                         "test $? = 2\n"
	                         "diff -r ../july ../disk/site\n");
	assert_outcome(
		outcome, 0, "",
		"ragtrail: cannot make a folder beside ../disk/site: Read-only file system\n");
}

static void a_mount_point_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome outcome = mounted(sandbox, "mkdir ../disk\n"
	                                          "mount -t tmpfs tmpfs ../disk\n"
	                                          "$RAGTRAIL render -o ../disk && exit 1\n"
	                                          "test $? = 2\n"
	                                          "ls -A ../disk\n");
	assert_outcome(
		outcome, 0, "",
		"ragtrail: ../disk is where a disk is mounted, and cannot be replaced; name a "
		"folder in it\n");
}

/* Where two folders cannot be exchanged the new one is put in place in two steps. */
static void without_an_exchange_there_are_two_steps(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	struct outcome can = command_script(sandbox, NULL, "strace -qq -o /dev/null true");
	if (can.status != 0) {
		print_message("no strace here\n");
		sandbox_skip(sandbox);
	}
	struct outcome outcome = command_script(
		sandbox, "repository",
		"$RAGTRAIL render --at july -o ../site >/dev/null && "
		/* The sanitizer of leaks does not work in a process that is traced. */
		"ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o ../trace -e trace=renameat2 -e inject=renameat2:error=EINVAL "
		"$RAGTRAIL render -o ../site >/dev/null && "
		"$RAGTRAIL render -o ../head >/dev/null && diff -r ../head ../site && grep -c "
		"INJECTED ../trace");
	assert_outcome(outcome, 0, "1\n", "");
	/* Killed between the two, the old site is put back by the next run, which may fail. */
	outcome = command_script(sandbox, "repository",
	                         "mv ../site ../.site.old && ulimit -f 1 && "
	                         "$RAGTRAIL render --at july -o ../site 2>../errors; "
	                         "test $? = 2 && diff -r ../head ../site");
	assert_outcome(outcome, 0, "", "");
	assert_text(names_in(sandbox, "."), "errors head repository site trace ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_full_disk_leaves_the_old_site),
		sandbox_test(a_disk_for_reading_only_is_refused),
		sandbox_test(a_mount_point_is_refused),
		sandbox_test(without_an_exchange_there_are_two_steps),
	};
	return cmocka_run_group_tests_name("render: place", tests, NULL, NULL) != 0;
}
