/* Likeness: which texts say the same, and which do not. */
#include "candour/likeness.h"

#include <string.h>

#include "document/scale.h"
#include "support/testing.h"

static struct wording wording_of(struct arena *arena, const char *text)
{
	struct wording wording = wording_new(arena);
	struct sentences sentences = {0};
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		wording_read(&wording, &sentences.items[i], &scale_default);
	wording_finish(&wording);
	return wording;
}

static bool are_same(const char *a, const char *b)
{
	struct arena arena = ARENA_INIT;
	struct wording first = wording_of(&arena, a), second = wording_of(&arena, b);
	bool same = wording_same(&first, &second);
	assert_int_equal(wording_same(&second, &first), same);
	arena_release(&arena);
	return same;
}

#define LONG                                                                                       \
	"The team went through the contracts of all departments and entered them in the "          \
	"register. Owners were named for most of them. The suppliers were told how to send "       \
	"their invoices from now on."

static const struct {
	const char *name, *a, *b;
} same[] = {
	{"the same", LONG, LONG},
	{"the month", "In July the team met the departments.",
         "In August the team met the departments."},
	{"the date in figures", "By 31/07/2023 the team had met the departments.",
         "By 31/08/2023 the team had met the departments."},
	{"an ISO date", "The review of 2023-07-31 found all in order.",
         "The review of 2023-08-31 found all in order."},
	{"the rating", "The work is Green because the plan is on time.",
         "The work is Amber/Red because the plan is on time."},
	{"capitals and marks", "The work is on time, and the team is complete.",
         "the Work is on time - and the team is complete!"},
	{"two figures", "Of 14 contracts the team has read 9 and will read the others.",
         "Of 15 contracts the team has read 10 and will read the others."},
	{"figures as words", "The team met three departments and wrote to them.",
         "The team met four departments and wrote to them."},
	{"sentences in another order",
         "The team met the departments. All contracts were read. Training began.",
         "Training began. The team met the departments. All contracts were read."},
	{"a word in a long text", LONG,
         "The team went through the contracts of all directorates and entered them in the "
         "register. Owners were named for most of them. The suppliers were told how to send "
         "their invoices from now on."},
};

static const struct {
	const char *name, *a, *b;
} different[] = {
	{"nothing in common", LONG, "Training began, and the hub was opened to the public."},
	{"no words", "", ""},
	{"no words but dates and ratings", "July 2023: Green.", "August 2023: Green."},
	{"a word in a short text", "The plan is on track.", "The plan is off track."},
	{"three figures", "Of 14 contracts the team has read 9 and sent 3 back to the departments.",
         "Of 15 contracts the team has read 11 and sent 4 back to the departments."},
	{"a denial in a long text", LONG,
         "The team went through the contracts of all departments and entered them in the "
         "register. Owners were not named for most of them. The suppliers were told how to send "
         "their invoices from now on."},
	{"a standard sentence in another text",
         "The team meets every week. The register was completed and handed to the finance "
         "officers, who will look after it.",
         "The team meets every week. Two suppliers gave notice, and their work will be offered "
         "again before the winter."},
	{"twice as much", "The team met the departments.",
         "The team met the departments. It told them what the register is for, and how to use it."},
};

static void a_text_with_other_dates_or_another_order_is_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(same); i++)
		assert_case(are_same(same[i].a, same[i].b), same[i].name);
}

static void a_text_that_says_something_else_is_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(different); i++)
		assert_case(!are_same(different[i].a, different[i].b), different[i].name);
}

static void likeness_is_counted_in_percent_of_both(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct wording whole = wording_of(&arena, "One team met. Another team wrote a letter.");
	struct wording part = wording_of(&arena, "Another team wrote a letter.");
	struct wording none = wording_of(&arena, "");
	assert_int_equal(wording_likeness(&whole, &whole), 100);
	assert_int_equal(wording_likeness(&whole, &part), 200 * 4 / (5 + 4));
	assert_int_equal(wording_likeness(&whole, &none), 0);
	assert_true(wording_equal(&whole, &whole));
	struct wording dated = wording_of(&arena, "It ended in July."),
		       later = wording_of(&arena, "It ended in June.");
	assert_true(wording_same(&dated, &later) && !wording_equal(&dated, &later));
	arena_release(&arena);
}

static void the_words_of_the_plans_own_scale_are_ratings(void **state)
{
	(void)state;
	static const struct level levels[] = {{"on-track", "On track", "ON", ""},
	                                      {"off-track", "Off track", "OFF", ""}};
	static const struct scale scale = {"", "", levels, COUNT_OF(levels)};
	struct arena arena = ARENA_INIT;
	struct wording a = wording_new(&arena), b = wording_new(&arena);
	struct sentences sentences = {0};
	sentences_of_text("We are on track since the team is complete. "
	                  "We are off track since the team is complete.",
	                  &arena, &sentences);
	wording_read(&a, &sentences.items[0], &scale);
	wording_read(&b, &sentences.items[1], &scale);
	wording_finish(&a);
	wording_finish(&b);
	assert_true(wording_same(&a, &b));
	arena_release(&arena);
}

/* Half a million words, all the same and all in one sentence. */
static void a_huge_text_is_read_in_part(void **state)
{
	(void)state;
	enum { REPEATED = 250000 };
	struct arena arena = ARENA_INIT;
	char *text = arena_new(&arena, REPEATED * 4 + 1);
	for (size_t i = 0; i < REPEATED; i++)
		memcpy(text + 4 * i, "a b ", 4);
	double start = testing_seconds();
	struct wording wording = wording_of(&arena, text);
	assert_true(wording_same(&wording, &wording));
	assert_int_equal(wording.words, WORDING_MOST);
	assert_quick(start, 1, "half a million words");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_with_other_dates_or_another_order_is_the_same),
		cmocka_unit_test(a_text_that_says_something_else_is_not),
		cmocka_unit_test(likeness_is_counted_in_percent_of_both),
		cmocka_unit_test(the_words_of_the_plans_own_scale_are_ratings),
		cmocka_unit_test(a_huge_text_is_read_in_part),
	};
	return cmocka_run_group_tests_name("likeness", tests, NULL, NULL) != 0;
}
