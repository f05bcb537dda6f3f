/* Gists: what a text is about. */
#include "support/testing.h"

#include <string.h>

#include "candour/gist.h"

static const char *words_of(const char *text, struct arena *arena)
{
	struct gist gist = gist_of(text, arena);
	const char *words = "";
	for (size_t i = 0; i < gist.count; i++)
		words = arena_printf(arena, "%s%s%s", words, i == 0 ? "" : " ", gist.words[i]);
	return words;
}

static void endings_and_small_words_do_not_count(void **state)
{
	static const struct {
		const char *text, *words;
	} texts[] = {
		{NULL, ""},
		{"", ""},
		{"of the, and 2 (3)", ""},
		{"Agree the agreed agreement", "agre"},
		{"Procurement's policies and a policy", "procur polic"},
		{"Sign-off of a process, processes", "sign process"},
		{"It's the others' turn", "turn"},
		{"SAF: the SAF's draft", "saf draft"},
		{"École, l’école", "écol l'écol"},
	};
	struct arena arena = ARENA_INIT;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_text(words_of(texts[i].text, &arena), texts[i].words);
	arena_release(&arena);
}

static void texts_are_alike_by_three_quarters(void **state)
{
	static const struct {
		const char *a, *b;
		bool alike;
	} pairs[] = {
		{"Procurement hub in place", "The hub for procurement in place", true},
		{"Red door of house painted", "Red doors of the house painted blue", true},
		{"Red door of house painted", "Red door of house", true},
		{"Red door painted", "Red window painted", false},
		{"Red", "Blue", false},
		{"", "", false},
		{"the", "of", false},
	};
	struct arena arena = ARENA_INIT;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		struct gist a = gist_of(pairs[i].a, &arena), b = gist_of(pairs[i].b, &arena);
		assert_case(gist_alike(&a, &b) == pairs[i].alike, pairs[i].a);
		assert_case(gist_alike(&b, &a) == pairs[i].alike, pairs[i].b);
	}
	arena_release(&arena);
}

static void words_are_dropped_whatever_their_endings(void **state)
{
	static const char *const dropped[] = {"agree", "sign", NULL};
	struct arena arena = ARENA_INIT;
	(void)state;
	struct gist gist = gist_of("Agreed and signed off: the strategy", &arena);
	struct gist other = gist_of("A strategic review", &arena);
	gist_drop(&gist, dropped);
	assert_int_equal(gist.count, 1);
	assert_true(gist_has(&gist, "strategies"));
	assert_int_equal(gist_shared(&gist, &other), 1);
	gist_drop_shared(&gist, &other);
	assert_int_equal(gist.count, 0);
	arena_release(&arena);
}

static void a_long_text_has_a_gist_of_its_beginning(void **state)
{
	struct arena arena = ARENA_INIT;
	const char *text = "";
	(void)state;
	for (char first = 'b'; first <= 'z'; first++)
		for (char second = 'b'; second <= 'z'; second++)
			text = arena_printf(&arena, "%s %c%ck", text, first, second);
	struct gist gist = gist_of(text, &arena);
	assert_int_equal(gist.count, GIST_MOST);
	assert_text(gist.words[0], "bbk");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(endings_and_small_words_do_not_count),
		cmocka_unit_test(texts_are_alike_by_three_quarters),
		cmocka_unit_test(words_are_dropped_whatever_their_endings),
		cmocka_unit_test(a_long_text_has_a_gist_of_its_beginning),
	};
	return cmocka_run_group_tests_name("gist", tests, NULL, NULL) != 0;
}
