#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/map.h"

static void an_empty_map_has_no_value(void **state)
{
	(void)state;
	struct map map = MAP_INIT;
	assert_null(map_get(&map, "anything"));
	assert_null(map_get(&map, ""));
	map_release(&map);
}

static void a_key_is_its_text_not_its_place_in_memory(void **state)
{
	(void)state;
	struct map map = MAP_INIT;
	char stored[] = "plans/better/procurement.md", asked[] = "plans/better/procurement.md";
	int value = 0;
	map_set(&map, stored, &value);
	assert_ptr_equal(map_get(&map, asked), &value);
	assert_null(map_get(&map, "plans/better/procurement.m"));
	assert_null(map_get(&map, "plans/better/procurement.md "));
	map_release(&map);
}

static void a_key_set_again_has_its_last_value(void **state)
{
	(void)state;
	struct map map = MAP_INIT;
	int first = 0, second = 0;
	map_set(&map, "key", &first);
	map_set(&map, "key", &second);
	assert_ptr_equal(map_get(&map, "key"), &second);
	assert_int_equal(map.count, 1);
	map_set(&map, "key", NULL);
	assert_null(map_get(&map, "key"));
	assert_int_equal(map.count, 1);
	map_release(&map);
}

static void the_empty_text_is_a_key_too(void **state)
{
	(void)state;
	struct map map = MAP_INIT;
	int value = 0;
	map_set(&map, "", &value);
	assert_ptr_equal(map_get(&map, ""), &value);
	assert_null(map_get(&map, "a"));
	map_release(&map);
}

static void thousands_of_keys_all_keep_their_values(void **state)
{
	(void)state;
	enum { KEYS = 5000 };
	static char keys[KEYS][16];
	struct map map = MAP_INIT;
	for (size_t i = 0; i < KEYS; i++) {
		snprintf(keys[i], sizeof(keys[i]), "key-%zu", i);
		map_set(&map, keys[i], keys[i]);
		assert_true(map.count * 2 <= map.room);
	}
	assert_int_equal(map.count, KEYS);
	for (size_t i = 0; i < KEYS; i++)
		assert_ptr_equal(map_get(&map, keys[i]), keys[i]);
	assert_null(map_get(&map, "key-5000"));
	map_release(&map);
}

static void a_released_map_is_usable_again(void **state)
{
	(void)state;
	struct map map = MAP_INIT;
	int value = 0;
	map_set(&map, "before", &value);
	map_release(&map);
	assert_null(map_get(&map, "before"));
	map_set(&map, "after", &value);
	assert_ptr_equal(map_get(&map, "after"), &value);
	map_release(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_map_has_no_value),
		cmocka_unit_test(a_key_is_its_text_not_its_place_in_memory),
		cmocka_unit_test(a_key_set_again_has_its_last_value),
		cmocka_unit_test(the_empty_text_is_a_key_too),
		cmocka_unit_test(thousands_of_keys_all_keep_their_values),
		cmocka_unit_test(a_released_map_is_usable_again),
	};
	return cmocka_run_group_tests_name("map", tests, NULL, NULL) != 0;
}
