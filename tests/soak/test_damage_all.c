/* Every byte of what tests/cmd/test_damage.c samples. */
#include "support/cuts.h"
#include "support/odd.h"

#include <stdio.h>

#define SHORTEN "truncate -s $n \"$f\""
#define FLIP                                                                                       \
	"b=$(od -An -tu1 -j $n -N 1 \"$f\"); printf \"\\\\$(printf %o $((b ^ 255)))\" | "          \
	"dd of=\"$f\" bs=1 seek=$n conv=notrunc"

static void check(void **state, const char *prepare, const char *file, const char *damage, int step)
{
	odd_make_good(*state);
	for (int first = 0; first < step; first++)
		cuts_check(*state, prepare, file, damage, first, step);
}

static void every_cut_of_a_file(void **state)
{
	check(state, ":", "$(file HEAD:plans/p/a.md)", SHORTEN, 120);
}

static void every_cut_of_a_commit(void **state)
{
	check(state, ":", "$(file HEAD~1)", SHORTEN, 30);
}

static void every_cut_of_a_tree(void **state)
{
	check(state, ":", "$(file HEAD:plans/p)", SHORTEN, 10);
}

static void every_byte_of_a_commit(void **state)
{
	check(state, ":", "$(file HEAD~1)", FLIP, 20);
}

static void every_byte_of_a_pack_index(void **state)
{
	check(state, "git repack -adq", "$(echo .git/objects/pack/*.idx)", FLIP, 20);
}

static void every_byte_of_a_pack(void **state)
{
	check(state, "git repack -adq", "$(echo .git/objects/pack/*.pack)", FLIP, 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_cut_of_a_file),        sandbox_test(every_cut_of_a_commit),
		sandbox_test(every_cut_of_a_tree),        sandbox_test(every_byte_of_a_commit),
		sandbox_test(every_byte_of_a_pack_index), sandbox_test(every_byte_of_a_pack),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("damaged files, all", tests, NULL, NULL) != 0;
}
