#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "document/source.h"
#include "support/printed.h"

/*
 * What source_read() makes of the bytes, as text: the two parts with their lines,
 * or the faults. One text at a time: the next call frees the last.
 */
static const char *cut(const char *bytes, size_t length)
{
	static struct buf text = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct source source;
	buf_release(&text);
	if (source_read(bytes, length, &source, &faults)) {
		buf_printf(&text, "front %d [", source.front_line);
		buf_add(&text, source.front, source.front_length);
		buf_printf(&text, "] body %d [", source.body_line);
		buf_add(&text, source.body, source.body_length);
		buf_text(&text, "]\n");
	} else {
		assert_int_not_equal(faults.count, 0);
	}
	print_faults(&text, &faults);
	arena_release(&arena);
	return text.bytes;
}

#define assert_cut(bytes, expected) assert_text(cut(bytes, sizeof(bytes) - 1), expected)

static void front_matter_and_body_are_cut_at_the_fences(void **state)
{
	(void)state;
	assert_cut("---\na: b\n---\n\nText\n", "front 2 [a: b\n] body 4 [\nText\n]\n");
	assert_cut("---\n---\n", "front 2 [] body 3 []\n");
	assert_cut("---\n---", "front 2 [] body 3 []\n");
	assert_cut("---\na: b\n---", "front 2 [a: b\n] body 4 []\n");
	assert_cut("---  \na: b\n---\t\nText", "front 2 [a: b\n] body 4 [Text]\n");
}

static void only_a_line_of_three_hyphens_is_a_fence(void **state)
{
	(void)state;
	assert_cut("---\na: b\n----\n --- \n--- c\nx---\n---\nText",
	           "front 2 [a: b\n----\n --- \n--- c\nx---\n] body 8 [Text]\n");
}

static void a_fence_in_the_body_is_text(void **state)
{
	(void)state;
	assert_cut("---\na: b\n---\none\n---\ntwo\n",
	           "front 2 [a: b\n] body 4 [one\n---\ntwo\n]\n");
}

static void carriage_returns_before_line_feeds_are_line_ends(void **state)
{
	(void)state;
	assert_cut("---\r\na: b\r\n---\r\nText\r\n", "front 2 [a: b\r\n] body 4 [Text\r\n]\n");
}

static void a_byte_order_mark_at_the_start_is_left_out(void **state)
{
	(void)state;
	assert_cut("\xef\xbb\xbf---\na: b\n---\n", "front 2 [a: b\n] body 4 []\n");
	assert_cut("\xef\xbb\xbf---\xff\n",
	           "1:4 encoding: byte 0xff is not UTF-8 text; save the file "
	           "again as UTF-8\n");
}

#define MISSING                                                                                    \
	"1:1 front-matter-missing: no front matter: the first line must be `---`, followed by "    \
	"the fields (workstream, period, rag, ...) and a second line `---`\n"

#define NO_FENCE                                                                                   \
	"1:1 front-matter-missing: the first line must be three hyphens and nothing else; write "  \
	"`---`\n"

static void a_file_without_front_matter_is_told_how_to_begin(void **state)
{
	(void)state;
	assert_cut("", MISSING);
	assert_cut("\xef\xbb\xbf", MISSING);
	assert_cut("# Procurement\n", MISSING);
	assert_cut("\n---\na: b\n---\n", MISSING);
	assert_cut(" ---\na: b\n---\n", NO_FENCE);
	assert_cut("--\n", NO_FENCE);
	assert_cut("\u2014\na: b\n---\n", NO_FENCE);
	assert_cut("workstream: procurement\n", MISSING);
}

static void front_matter_that_is_never_closed_is_a_fault(void **state)
{
	(void)state;
	static const char expected[] =
		"1:1 front-matter-unclosed: the front matter that begins here is never closed; put a "
		"line `---` after its last field\n";
	assert_cut("---", expected);
	assert_cut("---\n", expected);
	assert_cut("---\na: b\n", expected);
	assert_cut("---\na: b\n...\n", expected);
	assert_cut("---\na:\n  - b\n  -\n# a comment\n", expected);
}

#define UNLIKE                                                                                     \
	" front-matter-unclosed: the line that ends the fields must be three hyphens and nothing " \
	"else; write `---`\n"
#define HEADING                                                                                    \
	" front-matter-unclosed: the text begins here, but no line of three hyphens ends the "     \
	"fields above it; write `---` on a line of its own before this one\n"

static void where_front_matter_should_be_closed_is_shown(void **state)
{
	(void)state;
	assert_cut("---\na: b\n ---\nText\n", "3:1" UNLIKE);
	assert_cut("---\na: b\n--\n", "3:1" UNLIKE);
	assert_cut("---\na: b\r\n----\r\n", "3:1" UNLIKE);
	assert_cut("---\na: b\n- - -", "3:1" UNLIKE);
	assert_cut("---\na: b\n\u2014\n", "3:1" UNLIKE);
	assert_cut("---\na: b\n\u2013-\n", "3:1" UNLIKE);
	assert_cut("---\na: b\n\n## Key activities\n\n--\n", "4:1" HEADING);
}

static void bytes_that_are_not_utf_8_are_shown_with_their_place(void **state)
{
	(void)state;
	assert_cut("---\na: caf\xe9\n---\n",
	           "2:7 encoding: byte 0xe9 is not UTF-8 text; save the file again as UTF-8\n");
	assert_cut("---\na: \xc3\xa9\xf0\x9f\x98\x80\xc0\xaf\n---\n",
	           "2:6 encoding: byte 0xc0 is not UTF-8 text; save the file again as UTF-8\n");
	assert_cut("---\na: b\n---\ncut \xe2\x82",
	           "4:5 encoding: byte 0xe2 is not UTF-8 text; save the file again as UTF-8\n");
	assert_cut("---\na: \xed\xa0\x80\n---\n",
	           "2:4 encoding: byte 0xed is not UTF-8 text; save the file again as UTF-8\n");
}

#define NUL(place)                                                                                 \
	place " encoding: a NUL byte: this is not a text file; save the update again as UTF-8 "    \
	      "text\n"

static void a_nul_byte_is_a_fault_wherever_it_stands(void **state)
{
	(void)state;
	assert_cut("---\na: b\0c\n---\n", NUL("2:5"));
	assert_cut("---\na: b\n---\nx\0", NUL("4:2"));
	assert_cut("\0", NUL("1:1"));
}

static void utf_16_is_named(void **state)
{
	(void)state;
	static const char expected[] =
		"1:1 encoding: the file is saved as UTF-16; save it again as UTF-8\n";
	assert_cut("\xff\xfe-\0-\0-\0\n\0", expected);
	assert_cut("\xfe\xff\0-\0-\0-\0\n", expected);
}

#define HIDDEN(place, what, code)                                                                  \
	place " hidden-character: " what " (U+" code                                               \
	      ") that nobody can see; delete it and type the text again\n"

static void characters_that_break_lines_unseen_are_faults(void **state)
{
	(void)state;
	assert_cut("---\na: b\rc: d\n---\n",
	           HIDDEN("2:5", "a carriage return without a line feed", "000D"));
	assert_cut("---\na: b\xe2\x80\xa8"
	           "c: d\n---\n",
	           HIDDEN("2:5", "a hidden line separator", "2028"));
	assert_cut("---\na: b\n---\n\xc3\xa9\xe2\x80\xa9\n",
	           HIDDEN("4:2", "a hidden line separator", "2029"));
	assert_cut("---\na: b\xc2\x85"
	           "c: d\n---\n",
	           HIDDEN("2:5", "a control character", "0085"));
	assert_cut("---\na: b\rc: d\re: f\r\n---\n\x07\r",
	           HIDDEN("2:5", "a carriage return without a line feed", "000D")
	                   HIDDEN("4:1", "a control character", "0007"));
	assert_cut("---\na: b\n---\nx\r",
	           HIDDEN("4:2", "a carriage return without a line feed", "000D"));
}

static void control_characters_are_faults_and_tabs_are_not(void **state)
{
	(void)state;
	assert_cut("---\na: \x1b[31mred\n---\n", HIDDEN("2:4", "a control character", "001B"));
	assert_cut("---\na: b\n---\n\x7f\n", HIDDEN("4:1", "a control character", "007F"));
	assert_cut("---\na: b\n---\n\xc2\x9b"
	           "31m\n",
	           HIDDEN("4:1", "a control character", "009B"));
	assert_cut("---\na: b\n---\n\x0c\n", HIDDEN("4:1", "a control character", "000C"));
	assert_cut("---\na: \xef\xbf\xbe\n---\n",
	           HIDDEN("2:4", "a code that stands for no character", "FFFE"));
	assert_cut("---\na: b\n---\n\xef\xbf\xbf\n",
	           HIDDEN("4:1", "a code that stands for no character", "FFFF"));
	assert_cut("---\na: b\tc\n---\n\td\n", "front 2 [a: b\tc\n] body 4 [\td\n]\n");
}

static void hidden_characters_are_faults_in_the_front_matter_alone(void **state)
{
	(void)state;
	assert_cut("---\nr\xe2\x80\xae"
	           "ag: green\n---\n",
	           HIDDEN("2:2", "a hidden character", "202E"));
	assert_cut("---\na: b\xe2\x80\x8b\n---\n", HIDDEN("2:5", "a hidden character", "200B"));
	assert_cut("---\n\xef\xbb\xbf"
	           "a: b\n---\n",
	           HIDDEN("2:1", "a hidden character", "FEFF"));
	assert_cut("---\na: b\xc2\xad\n---\n", HIDDEN("2:5", "a hidden character", "00AD"));
	assert_cut("---\na: b\n---\n\xe2\x80\xae\xe2\x80\x8b\n",
	           "front 2 [a: b\n] body 4 [\xe2\x80\xae\xe2\x80\x8b\n]\n");
}

static void at_most_ten_hidden_characters_are_told(void **state)
{
	(void)state;
	char bytes[100] = "---\na: ";
	memset(bytes + 7, '\x01', 50);
	strcpy(bytes + 57, "\n---\n");
	const char *text = cut(bytes, strlen(bytes));
	size_t lines = 0;
	for (; *text != '\0'; text++)
		lines += *text == '\n' ? 1 : 0;
	assert_int_equal(lines, 10);
}

#define MARKER(place)                                                                              \
	place " merge-marker: a conflict marker that a merge left behind; decide which text "      \
	      "stands and delete the marker lines\n"

static void markers_that_a_merge_left_are_faults(void **state)
{
	(void)state;
	assert_cut("---\na: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> topic\n---\n",
	           MARKER("3:1") MARKER("7:1"));
	assert_cut("---\na: b\n---\n<<<<<<< HEAD\nText\n",
	           "front 2 [a: b\n] body 4 [<<<<<<< HEAD\nText\n]\n" MARKER("4:1"));
	assert_cut("---\na: b\n---\n=======\n <<<<<<< HEAD\n<<<<<<<\n>>>>>>>> x\n",
	           "front 2 [a: b\n] body 4 [=======\n <<<<<<< HEAD\n<<<<<<<\n>>>>>>>> x\n]\n");
}

/* A document whose front matter and body have these many bytes. */
static char *of_size(size_t front, size_t body, size_t *length)
{
	*length = 4 + front + 4 + body;
	char *bytes = malloc(*length);
	assert_non_null(bytes);
	memcpy(bytes, "---\n", 4);
	memset(bytes + 4, 'x', front);
	for (size_t i = 0; front != 0 && i < front; i += 80)
		bytes[4 + i] = '#';
	if (front != 0)
		bytes[4 + front - 1] = '\n';
	memcpy(bytes + 4 + front, "---\n", 4);
	memset(bytes + 8 + front, 'y', body);
	return bytes;
}

static void check_size(size_t front, size_t body, const char *expected)
{
	size_t length;
	char *bytes = of_size(front, body, &length);
	const char *text = cut(bytes, length);
	if (expected == NULL)
		assert_memory_equal(text, "front 2 [", 9);
	else
		assert_text(text, expected);
	free(bytes);
}

static void each_part_has_its_largest_size(void **state)
{
	(void)state;
	check_size(SOURCE_LARGEST_FRONT, SOURCE_LARGEST_BODY, NULL);
	check_size(SOURCE_LARGEST_FRONT + 1, 0,
	           "1:1 too-large: the front matter has 65537 bytes, more than the 65536 allowed; "
	           "move long text into the sections below it\n");
	check_size(
		0, SOURCE_LARGEST_BODY + 1,
		"front 2 [] body 3 []\n"
		"3:1 too-large: the text has 65537 bytes, more than the 65536 that one update may "
		"have; shorten it or move it into a paper of its own\n");
	check_size(0, SOURCE_LARGEST - 7,
	           "1:1 too-large: the file has 262145 bytes, more than the 262144 that one update "
	           "may have; move what is not the update into a file of its own\n");
}

static void the_largest_hostile_file_is_read_quickly(void **state)
{
	(void)state;
	static char bytes[SOURCE_LARGEST];
	static const char *const patterns[] = {"---\n",  "\r", "\x01",       "\n",
	                                       "----\n", "é",  "<<<<<<< a\n"};
	for (size_t i = 0; i < COUNT_OF(patterns); i++) {
		size_t length = strlen(patterns[i]), at = 4;
		memcpy(bytes, "---\n", 4);
		for (; at + length <= sizeof(bytes); at += length)
			memcpy(bytes + at, patterns[i], length);
		double start = testing_seconds();
		cut(bytes, at);
		assert_quick(start, 0.5, patterns[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(front_matter_and_body_are_cut_at_the_fences),
		cmocka_unit_test(only_a_line_of_three_hyphens_is_a_fence),
		cmocka_unit_test(a_fence_in_the_body_is_text),
		cmocka_unit_test(carriage_returns_before_line_feeds_are_line_ends),
		cmocka_unit_test(a_byte_order_mark_at_the_start_is_left_out),
		cmocka_unit_test(a_file_without_front_matter_is_told_how_to_begin),
		cmocka_unit_test(front_matter_that_is_never_closed_is_a_fault),
		cmocka_unit_test(where_front_matter_should_be_closed_is_shown),
		cmocka_unit_test(bytes_that_are_not_utf_8_are_shown_with_their_place),
		cmocka_unit_test(a_nul_byte_is_a_fault_wherever_it_stands),
		cmocka_unit_test(utf_16_is_named),
		cmocka_unit_test(characters_that_break_lines_unseen_are_faults),
		cmocka_unit_test(control_characters_are_faults_and_tabs_are_not),
		cmocka_unit_test(hidden_characters_are_faults_in_the_front_matter_alone),
		cmocka_unit_test(at_most_ten_hidden_characters_are_told),
		cmocka_unit_test(markers_that_a_merge_left_are_faults),
		cmocka_unit_test(each_part_has_its_largest_size),
		cmocka_unit_test(the_largest_hostile_file_is_read_quickly),
	};
	return cmocka_run_group_tests_name("source", tests, NULL, NULL) != 0;
}
