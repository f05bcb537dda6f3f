#include "support/testing.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

static void assert_zeroed(const unsigned char *piece, size_t size)
{
	for (size_t i = 0; i < size; i++)
		assert_int_equal(piece[i], 0);
}

static void pieces_of_every_size_are_zeroed_aligned_and_apart(void **state)
{
	(void)state;
	enum { PIECES = 600 };
	struct arena arena = ARENA_INIT;
	unsigned char *pieces[PIECES];
	for (size_t i = 0; i < PIECES; i++) {
		size_t size = i * 7 % 501;
		pieces[i] = arena_new(&arena, size);
		assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
		assert_zeroed(pieces[i], size);
		memset(pieces[i], (int)(i % 255) + 1, size);
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t j = 0; j < i * 7 % 501; j++)
			assert_int_equal(pieces[i][j], i % 255 + 1);
	arena_release(&arena);
}

static void a_piece_may_be_larger_than_any_block(void **state)
{
	(void)state;
	enum { LARGE = 5 << 20 };
	struct arena arena = ARENA_INIT;
	char *small = arena_text(&arena, "small", 5);
	unsigned char *large = arena_new(&arena, LARGE);
	assert_zeroed(large, LARGE);
	memset(large, 0xff, LARGE);
	unsigned char *next = arena_new(&arena, 100000);
	assert_zeroed(next, 100000);
	assert_string_equal(small, "small");
	arena_release(&arena);
}

static void texts_are_copies_that_end_in_nul(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	char source[] = "procurement";
	char *whole = arena_text(&arena, source, strlen(source));
	char *part = arena_text(&arena, source, 3);
	char *none = arena_text(&arena, NULL, 0);
	source[0] = 'X';
	assert_string_equal(whole, "procurement");
	assert_string_equal(part, "pro");
	assert_string_equal(none, "");
	arena_release(&arena);
}

static void formatted_texts_may_be_empty_or_long(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(arena_printf(&arena, "%s", ""), "");
	assert_string_equal(arena_printf(&arena, "%d of %s", 3, "5"), "3 of 5");
	assert_int_equal(strlen(arena_printf(&arena, "%10000d", 1)), 10000);
	arena_release(&arena);
}

static void an_array_that_grows_keeps_its_items(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	int *items = NULL;
	size_t room = 0;
	for (size_t count = 0; count < 1000; count++) {
		items = arena_grow(&arena, items, count, &room, sizeof(*items));
		assert_true(count < room);
		items[count] = (int)count;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	arena_release(&arena);
}

static void an_array_with_room_is_not_moved(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	size_t room = 0;
	int *items = arena_grow(&arena, NULL, 0, &room, sizeof(*items));
	assert_ptr_equal(arena_grow(&arena, items, room - 1, &room, sizeof(*items)), items);
	assert_ptr_not_equal(arena_grow(&arena, items, room, &room, sizeof(*items)), items);
	arena_release(&arena);
}

static void a_released_arena_is_usable_again(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	arena_release(&arena);
	arena_text(&arena, "one", 3);
	arena_release(&arena);
	assert_null(arena.blocks);
	assert_string_equal(arena_text(&arena, "two", 3), "two");
	arena_release(&arena);
}

static void plain_memory_is_zeroed_even_where_nothing_is_asked_for(void **state)
{
	(void)state;
	unsigned char *items = mem_new(10, 3);
	assert_zeroed(items, 30);
	free(items);
	items = mem_new(0, 0);
	assert_non_null(items);
	free(items);
	items = mem_resize(NULL, 0, 8);
	assert_non_null(items);
	free(items);
}

static void a_copied_text_has_a_nul_behind_its_bytes(void **state)
{
	(void)state;
	char *text = mem_text("a\0bc", 3);
	assert_memory_equal(text, "a\0b", 4);
	free(text);
	text = mem_text(NULL, 0);
	assert_string_equal(text, "");
	free(text);
}

static void plain_memory_grows_by_doubling(void **state)
{
	(void)state;
	size_t *items = NULL, room = 0, moves = 0;
	for (size_t count = 0; count < 1000; count++) {
		size_t before = room;
		items = mem_grow(items, count, &room, sizeof(*items));
		moves += room != before ? 1 : 0;
		items[count] = count;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	assert_int_equal(room, 1024);
	assert_int_equal(moves, 8);
	free(items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_of_every_size_are_zeroed_aligned_and_apart),
		cmocka_unit_test(a_piece_may_be_larger_than_any_block),
		cmocka_unit_test(texts_are_copies_that_end_in_nul),
		cmocka_unit_test(formatted_texts_may_be_empty_or_long),
		cmocka_unit_test(an_array_that_grows_keeps_its_items),
		cmocka_unit_test(an_array_with_room_is_not_moved),
		cmocka_unit_test(a_released_arena_is_usable_again),
		cmocka_unit_test(plain_memory_is_zeroed_even_where_nothing_is_asked_for),
		cmocka_unit_test(a_copied_text_has_a_nul_behind_its_bytes),
		cmocka_unit_test(plain_memory_grows_by_doubling),
	};
	return cmocka_run_group_tests_name("arena", tests, NULL, NULL) != 0;
}
