#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static void an_empty_buffer_reads_as_an_empty_text(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	assert_string_equal(buf.bytes, "");
	assert_int_equal(buf.length, 0);
	buf_clear(&buf);
	buf_add(&buf, NULL, 0);
	buf_text(&buf, "");
	buf_repeat(&buf, 'x', 0);
	buf_printf(&buf, "%s", "");
	assert_string_equal(buf.bytes, "");
	assert_int_equal(buf.room, 0);
	buf_release(&buf);
}

static void what_is_added_stands_in_order_and_ends_in_nul(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_text(&buf, "one");
	buf_byte(&buf, ' ');
	buf_add(&buf, "two and more", 3);
	buf_repeat(&buf, '-', 3);
	buf_printf(&buf, "%d/%s", 7, "x");
	assert_string_equal(buf.bytes, "one two---7/x");
	assert_int_equal(buf.length, strlen("one two---7/x"));
	buf_release(&buf);
}

static void a_nul_byte_is_a_byte_like_any_other(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_add(&buf, "a\0b", 3);
	buf_byte(&buf, 'c');
	assert_int_equal(buf.length, 4);
	assert_memory_equal(buf.bytes, "a\0bc", 5);
	buf_release(&buf);
}

static void it_grows_by_any_step_and_loses_nothing(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	for (size_t length = 0; length < 300; length++) {
		assert_int_equal(buf.length, length);
		assert_int_equal(buf.bytes[length], '\0');
		buf_byte(&buf, (char)('a' + length % 26));
	}
	for (size_t i = 0; i < 300; i++)
		assert_int_equal(buf.bytes[i], 'a' + i % 26);
	buf_repeat(&buf, 'z', 100000);
	assert_int_equal(buf.length, 100300);
	assert_int_equal(strspn(buf.bytes + 300, "z"), 100000);
	buf_release(&buf);
}

static void a_formatted_text_may_be_of_any_length(void **state)
{
	(void)state;
	char expected[5004];
	memset(expected, ' ', sizeof(expected));
	memcpy(expected + 4999, "end.", 5);
	struct buf buf = BUF_INIT;
	buf_printf(&buf, "%5002s.", "end");
	assert_string_equal(buf.bytes, expected);
	buf_release(&buf);
}

static void a_cleared_buffer_keeps_its_memory_and_is_empty(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_text(&buf, "something");
	size_t room = buf.room;
	buf_clear(&buf);
	assert_string_equal(buf.bytes, "");
	assert_int_equal(buf.length, 0);
	assert_int_equal(buf.room, room);
	buf_text(&buf, "else");
	assert_string_equal(buf.bytes, "else");
	buf_release(&buf);
}

static void a_released_buffer_is_usable_again(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_text(&buf, "first");
	buf_release(&buf);
	assert_string_equal(buf.bytes, "");
	buf_release(&buf);
	buf_text(&buf, "second");
	assert_string_equal(buf.bytes, "second");
	buf_release(&buf);
}

static void code_points_become_utf_8_of_one_to_four_bytes(void **state)
{
	(void)state;
	static const unsigned runes[] = {'A',    0x7f,   0x80,    0xe9,    0x7ff,   0x800,
	                                 0x20ac, 0xfffd, 0x10000, 0x1f600, 0x10ffff};
	struct buf buf = BUF_INIT;
	for (size_t i = 0; i < COUNT_OF(runes); i++)
		buf_rune(&buf, runes[i]);
	assert_string_equal(buf.bytes, "A\x7f\xc2\x80\xc3\xa9\xdf\xbf\xe0\xa0\x80\xe2\x82\xac"
	                               "\xef\xbf\xbd\xf0\x90\x80\x80\xf0\x9f\x98\x80"
	                               "\xf4\x8f\xbf\xbf");
	buf_release(&buf);
}

static void bytes_handed_over_are_the_callers(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_text(&buf, "kept");
	char *bytes = buf_detach(&buf);
	assert_string_equal(buf.bytes, "");
	buf_text(&buf, "other");
	assert_string_equal(bytes, "kept");
	free(bytes);
	buf_release(&buf);
	bytes = buf_detach(&buf);
	assert_string_equal(bytes, "");
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_reads_as_an_empty_text),
		cmocka_unit_test(what_is_added_stands_in_order_and_ends_in_nul),
		cmocka_unit_test(a_nul_byte_is_a_byte_like_any_other),
		cmocka_unit_test(it_grows_by_any_step_and_loses_nothing),
		cmocka_unit_test(a_formatted_text_may_be_of_any_length),
		cmocka_unit_test(a_cleared_buffer_keeps_its_memory_and_is_empty),
		cmocka_unit_test(a_released_buffer_is_usable_again),
		cmocka_unit_test(code_points_become_utf_8_of_one_to_four_bytes),
		cmocka_unit_test(bytes_handed_over_are_the_callers),
	};
	return cmocka_run_group_tests_name("buf", tests, NULL, NULL) != 0;
}
