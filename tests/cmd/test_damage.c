/*
 * Files of git that were cut short or changed. tests/soak/test_damage_all.c has every byte
 * of what is sampled here.
 */
#include "support/cuts.h"
#include "support/odd.h"
#include "support/testing.h"

#include <stdio.h>

#define SHORTEN "truncate -s $n \"$f\""
#define FLIP                                                                                       \
	"b=$(od -An -tu1 -j $n -N 1 \"$f\"); printf \"\\\\$(printf %o $((b ^ 255)))\" | "          \
	"dd of=\"$f\" bs=1 seek=$n conv=notrunc"

static void an_object_cut_short_is_never_read_for_ever(void **state)
{
	odd_make_good(*state);
	cuts_check(*state, ":", "$(file HEAD:plans/p/a.md)", SHORTEN, 0, 61);
	cuts_check(*state, ":", "$(file HEAD~1)", SHORTEN, 0, 41);
	cuts_check(*state, ":", "$(file HEAD:plans/p)", SHORTEN, 0, 23);
}

static void an_object_with_another_byte_is_never_believed(void **state)
{
	odd_make_good(*state);
	cuts_check(*state, ":", "$(file HEAD:plans/p/a.md)", FLIP, 0, 31);
	cuts_check(*state, ":", "$(file HEAD~1)", FLIP, 0, 17);
}

static void references_cut_short_are_no_empty_record(void **state)
{
	odd_make_good(*state);
	cuts_check(*state, "git pack-refs --all", ".git/packed-refs", SHORTEN, 0, 7);
	cuts_check(*state, ":", ".git/refs/heads/main", SHORTEN, 0, 5);
	cuts_check(*state, ":", ".git/HEAD", SHORTEN, 0, 3);
}

/* libgit2 1.5 crashes on some of these; who looks on would take it for a mistake of ours. */
static void a_damaged_index_of_a_pack_gives_no_wrong_answer(void **state)
{
#ifdef SANITIZED
	sandbox_skip(*state);
#endif
	if (testing_is_slow())
		sandbox_skip(*state);
	odd_make_good(*state);
	cuts_check(*state, "git repack -adq", "$(echo .git/objects/pack/*.idx)", FLIP, 0, 37);
	cuts_check(*state, "git repack -adq", "$(echo .git/objects/pack/*.idx)", SHORTEN, 0, 101);
	cuts_check(*state, "git repack -adq", "$(echo .git/objects/pack/*.pack)", FLIP, 0, 61);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_object_cut_short_is_never_read_for_ever),
		sandbox_test(an_object_with_another_byte_is_never_believed),
		sandbox_test(references_cut_short_are_no_empty_record),
		sandbox_test(a_damaged_index_of_a_pack_gives_no_wrong_answer),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("damaged files", tests, NULL, NULL) != 0;
}
