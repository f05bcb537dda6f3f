#include "support/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/front.h"
#include "support/printed.h"

/*
 * The tree and the faults of a front matter that begins on line 2, as text. One
 * text at a time: the next call frees the last.
 */
static const char *read(const char *bytes, size_t length)
{
	static struct buf text = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct source source = {.front = bytes, .front_length = length, .front_line = 2};
	buf_release(&text);
	const struct node *root = front_read(&source, &faults);
	assert_true(root != NULL || faults.count != 0);
	if (root != NULL)
		print_node(&text, root);
	print_faults(&text, &faults);
	arena_release(&arena);
	return text.bytes;
}

#define assert_front(bytes, expected) assert_text(read(bytes, strlen(bytes)), expected)

static void plain_scalars_stay_text(void **state)
{
	(void)state;
	assert_front("rag: no\n"
	             "period: 2023-08\n"
	             "date: 2023-09-30\n"
	             "number: 1_000\n"
	             "octal: 0o17\n"
	             "float: 1e3\n"
	             "time: 12:30:45\n"
	             "nothing: ~\n"
	             "null: null\n"
	             "on: off\n"
	             "yes: True\n"
	             "inf: .inf\n"
	             "empty:\n",
	             "rag 2:1 2:6 \"no\"\n"
	             "period 3:1 3:9 \"2023-08\"\n"
	             "date 4:1 4:7 \"2023-09-30\"\n"
	             "number 5:1 5:9 \"1_000\"\n"
	             "octal 6:1 6:8 \"0o17\"\n"
	             "float 7:1 7:8 \"1e3\"\n"
	             "time 8:1 8:7 \"12:30:45\"\n"
	             "nothing 9:1 9:10 \"~\"\n"
	             "null 10:1 10:7 \"null\"\n"
	             "on 11:1 11:5 \"off\"\n"
	             "yes 12:1 12:6 \"True\"\n"
	             "inf 13:1 13:6 \".inf\"\n"
	             "empty 14:1 14:7 \"\"\n");
}

static void quoted_folded_and_block_texts_are_read(void **state)
{
	(void)state;
	assert_front("a: \"one \\\"two\\\" \\u00e9\"\n"
	             "b: 'it''s'\n"
	             "c: two\n"
	             "  lines\n"
	             "d: |\n"
	             "  kept\n"
	             "  apart\n"
	             "e: >-\n"
	             "  joined\n"
	             "  up\n"
	             "f: Team #1\n"
	             "g: a#b\n",
	             "a 2:1 2:4 \"one \"two\" é\"\n"
	             "b 3:1 3:4 \"it's\"\n"
	             "c 4:1 4:4 \"two lines\"\n"
	             "d 6:1 6:4 \"kept\napart\n\"\n"
	             "e 9:1 9:4 \"joined up\"\n"
	             "f 12:1 12:4 \"Team\"\n" /* a comment, as YAML has it */
	             "g 13:1 13:4 \"a#b\"\n");
}

static void columns_count_characters_not_bytes(void **state)
{
	(void)state;
	assert_front("é: ü\n"
	             "😀é: [é, 😀, c]\n"
	             "m: {ñ😀: é, k: 😀}\n",
	             "é 2:1 2:4 \"ü\"\n"
	             "😀é 3:1 3:5 list\n"
	             "  3:6 \"é\"\n"
	             "  3:9 \"😀\"\n"
	             "  3:12 \"c\"\n"
	             "m 4:1 4:4 map\n"
	             "  ñ😀 4:5 4:9 \"é\"\n"
	             "  k 4:12 4:15 \"😀\"\n");
	assert_front(
		"é😀: é: 😀\n",
		"2:6 unquoted-colon: a colon inside a value that is not in quotes; write `é😀: \"é: "
		"😀\"`\n");
}

static void lists_and_maps_nest(void **state)
{
	(void)state;
	assert_front("risks:\n"
	             "  - {id: one, risk: it rains}\n"
	             "  - id: two\n"
	             "    risk: it pours\n"
	             "managers: [Ann, Bob]\n"
	             "none: []\n"
	             "nothing: {}\n",
	             "risks 2:1 3:3 list\n"
	             "  3:5 map\n"
	             "    id 3:6 3:10 \"one\"\n"
	             "    risk 3:15 3:21 \"it rains\"\n"
	             "  4:5 map\n"
	             "    id 4:5 4:9 \"two\"\n"
	             "    risk 5:5 5:11 \"it pours\"\n"
	             "managers 6:1 6:11 list\n"
	             "  6:12 \"Ann\"\n"
	             "  6:17 \"Bob\"\n"
	             "none 7:1 7:7 list\n"
	             "nothing 8:1 8:10 map\n");
}

static void line_ends_of_windows_change_no_value_and_no_place(void **state)
{
	(void)state;
	assert_front("a: b\r\nlist:\r\n  - c\r\nd: e\r\n", "a 2:1 2:4 \"b\"\n"
	                                                   "list 3:1 4:3 list\n"
	                                                   "  4:5 \"c\"\n"
	                                                   "d 5:1 5:4 \"e\"\n");
}

static void a_front_matter_without_fields_is_an_empty_map(void **state)
{
	(void)state;
	assert_string_equal(read("", 0), "");
	assert_front("# only a comment\n", "");
	assert_front("\n\n", "");
	assert_front("{}\n", "");
}

static void a_key_given_twice_is_a_fault_and_the_first_stands(void **state)
{
	(void)state;
	assert_front("rag: green\nperiod: 2023-08\n\"rag\": red\nm: {x: 1, x: 2}\nn: {x: 3}\n",
	             "rag 2:1 2:6 \"green\"\n"
	             "period 3:1 3:9 \"2023-08\"\n"
	             "m 5:1 5:4 map\n"
	             "  x 5:5 5:8 \"1\"\n"
	             "n 6:1 6:4 map\n"
	             "  x 6:5 6:8 \"3\"\n"
	             "4:1 duplicate-key: `rag` is given twice, here and on line 2; keep one of the "
	             "two\n"
	             "5:11 duplicate-key: `x` is given twice, here and on line 5; keep one of the "
	             "two\n");
}

#define TAKE_OUT "; take it out, or put the value in double quotes if it is text\n"

static void anchors_aliases_and_tags_are_faults(void **state)
{
	(void)state;
	assert_front("a: &one x\n",
	             "a 2:1 2:4 \"x\"\n2:4 yaml-feature: `&one` is an anchor" TAKE_OUT);
	assert_front("a: *one\n",
	             "a 2:1 2:4 \"\"\n"
	             "2:4 yaml-feature: `*one` is an alias; write the value out, or put "
	             "it in double quotes if it is text\n");
	assert_front("a: !!str x\n",
	             "a 2:1 2:4 \"x\"\n2:4 yaml-feature: `!!str` is a tag" TAKE_OUT);
	assert_front("a: ! x\n", "a 2:1 2:4 \"x\"\n2:4 yaml-feature: `!` is a tag" TAKE_OUT);
	assert_front("a: !!python/object:os.system [x]\n",
	             "a 2:1 2:4 list\n"
	             "  2:31 \"x\"\n"
	             "2:4 yaml-feature: `!!python/object:os.system` is a tag" TAKE_OUT);
	assert_front("a: &m {b: c}\n", "a 2:1 2:4 map\n"
	                               "  b 2:8 2:11 \"c\"\n"
	                               "2:4 yaml-feature: `&m` is an anchor" TAKE_OUT);
	assert_front("&k a: b\n", "a 2:1 2:7 \"b\"\n2:1 yaml-feature: `&k` is an anchor" TAKE_OUT);
}

static void a_merge_key_merges_nothing(void **state)
{
	(void)state;
	assert_front("base: &b {rag: green}\n<<: *b\n",
	             "base 2:1 2:7 map\n"
	             "  rag 2:11 2:16 \"green\"\n"
	             "<< 3:1 3:5 \"\"\n"
	             "2:7 yaml-feature: `&b` is an anchor" TAKE_OUT
	             "3:5 yaml-feature: `*b` is an alias; write the value out, or put it in double "
	             "quotes if it is text\n");
	assert_front("<<: {rag: green}\n", "<< 2:1 2:5 map\n  rag 2:6 2:11 \"green\"\n");
}

static void names_that_are_not_texts_are_faults(void **state)
{
	(void)state;
	assert_front("? [a, b]\n: c\nd: e\n? {f: g}\n: h\n",
	             "d 4:1 4:4 \"e\"\n"
	             "2:3 yaml-feature: a field's name must be plain text\n"
	             "5:3 yaml-feature: a field's name must be plain text\n");
}

static void the_top_must_be_fields(void **state)
{
	(void)state;
	static const char expected[] =
		"2:1 wrong-type: the front matter must be fields, each `name: "
		"value` on a line of its own\n";
	assert_front("- a\n- b\n", expected);
	assert_front("just text\n", expected);
	assert_front("[a, b]\n", expected);
	assert_front("~\n", expected);
}

static void a_second_document_is_a_fault(void **state)
{
	(void)state;
	assert_front(
		"a: b\n--- # next\nc: d\n",
		"a 2:1 2:4 \"b\"\n"
		"3:1 yaml-feature: a second document inside the front matter; take this line out\n");
	assert_front("a: b\n...\n", "a 2:1 2:4 \"b\"\n");
}

static void directives_are_faults(void **state)
{
	(void)state;
	assert_front(
		"%YAML 1.1\n--- # text\na: b\n",
		"a 4:1 4:4 \"b\"\n2:1 yaml-feature: a line that begins with `%`; take it out\n");
	assert_front(
		"%TAG ! tag:example.org,2023:\n--- # text\na: b\n",
		"a 4:1 4:4 \"b\"\n2:1 yaml-feature: a line that begins with `%`; take it out\n");
}

static void tabs_that_indent_are_faults_each_with_its_place(void **state)
{
	(void)state;
	assert_front("a:\n\tb: c\n  \td: e\nf:\tg\nh: i\tj\n",
	             "3:1 tab: a tab indents this line; use two spaces for each step instead\n"
	             "4:3 tab: a tab indents this line; use two spaces for each step instead\n");
	assert_front("\ta: b\n",
	             "2:1 tab: a tab indents this line; use two spaces for each step instead\n");
	assert_front("f:\tg\nh: i\tj\n", "f 2:1 2:4 \"g\"\nh 3:1 3:4 \"i\tj\"\n");
}

static void escapes_cannot_bring_in_what_the_source_kept_out(void **state)
{
	(void)state;
	static const struct {
		const char *front, *code;
	} cases[] = {
		{"a: \"b\\0c\"\n", "0000"},   {"a: \"\\e[31m\"\n", "001B"},
		{"a: \"\\x7f\"\n", "007F"},   {"a: \"\\x9b\"\n", "009B"},
		{"a: \"\\N\"\n", "0085"},     {"a: \"\\L\"\n", "2028"},
		{"a: \"\\P\"\n", "2029"},     {"a: \"b\\rc\"\n", "000D"},
		{"a: \"\\u202e\"\n", "202E"}, {"a: \"\\u200b\"\n", "200B"},
		{"a: \"\\ufeff\"\n", "FEFF"}, {"a: \"\\uffff\"\n", "FFFF"},
		{"a: \"é😀\\a\"\n", "0007"},   {"a: \"\\b\"\n", "0008"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char expected[200];
		snprintf(
			expected, sizeof(expected),
			"2:4 hidden-character: an escape that stands for a hidden character (U+%s); "
			"take it out\n",
			cases[i].code);
		const char *text = read(cases[i].front, strlen(cases[i].front));
		assert_text(strchr(text, '\n') + 1, expected);
	}
	assert_front("a: \"\\t\\n\\_\\u00e9\\U0001f600\"\n", "a 2:1 2:4 \"\t\n\xc2\xa0é😀\"\n");
}

/* What cannot be read is told by its slip, or else by what libyaml says of it. */
static void what_cannot_be_read_is_told_with_its_place_and_advice(void **state)
{
	(void)state;
	static const struct {
		const char *front, *place, *advice;
	} cases[] = {
		{"a: Team: one\n", "2:8", "unquoted-colon: a colon inside a value"},
		{"a: b\n  c: d\n", "3:4",
	         "yaml-syntax: the front matter cannot be read here: a `: `"},
		{"a: b\n  due: d\n", "3:3", "indent: `due:` is indented further"},
		{"a: b\nplain\n", "3:1", "indent: this line is no field"},
		{"é: b\nc d\ne: f\n", "3:1", "indent: this line is no field"},
		{"a: @team\n", "2:4", "sign-at-start: a value cannot begin with `@`"},
		{"a: `x`\n", "2:4", "sign-at-start: a value cannot begin with ```"},
		{"é: %x\n", "2:4", "sign-at-start: a value cannot begin with `%`"},
		{"a: \"b\" c\n", "2:8", "quotation-mark: this stands behind the closing"},
		{"a: 'it's'\n", "2:7", "quotation-mark: this apostrophe ends the text"},
		{"a:\n  - b\n c: d\n", "4:2",
	         "yaml-syntax: the front matter cannot be read here: "
	         "the fields do not line up"},
		{" a: b\nc: d\n", "3:1",
	         "yaml-syntax: the front matter cannot be read here: a line "
	         "that does not belong to the fields above it"},
		{"a: b\n...\nc: d\n", "4:1",
	         "yaml-syntax: the front matter cannot be read here: a "
	         "line that does not belong"},
		{"a: b\nc: \"d\ne: f\n", "3:4",
	         "quotation-mark: this quotation mark is never closed"},
		{"é: 'd\ne: f\n", "2:4", "quotation-mark: this quotation mark is never closed"},
		{"é: {x: 1\nb: y\n", "2:4", "bracket: this `{` is never closed"},
		{"a: [x, y\n", "2:4", "bracket: this `[` is never closed"},
		{"a: }\n", "2:4", "sign-at-start: a value cannot begin with `}`"},
		{"a: - x\n", "2:4", "sign-at-start: a value cannot begin with `-`"},
		{"a: \"\\q\"\n", "2:5", "quotation-mark: a backslash inside double quotes"},
		{"a: \"\\ud800\"\n", "2:7",
	         "yaml-syntax: the front matter cannot be read here; "
	         "put the value in double quotes"},
		{"%YAML 9.9\n--- # x\na: b\n", "2:1",
	         "yaml-syntax: the front matter cannot be read "
	         "here; put the value in double quotes"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = read(cases[i].front, strlen(cases[i].front));
		size_t place = strlen(cases[i].place), advice = strlen(cases[i].advice);
		assert_case(strncmp(text, cases[i].place, place) == 0 && text[place] == ' ', text);
		assert_case(strncmp(text + place + 1, cases[i].advice, advice) == 0, text);
		assert_case(strchr(text, '\n') == text + strlen(text) - 1, text);
	}
}

static void nesting_has_a_limit(void **state)
{
	(void)state;
	char front[64] = "a: ";
	for (size_t depth = 1; depth <= 12; depth++) {
		memset(front + 3, '[', depth);
		front[3 + depth] = 'b';
		memset(front + 4 + depth, ']', depth);
		strcpy(front + 4 + depth * 2, "\n");
		const char *text = read(front, strlen(front));
		if (depth < FRONT_DEEPEST)
			assert_memory_equal(text, "a 2:1 2:4 list\n", 15);
		else
			assert_text(text, "2:11 too-large: lists inside lists deeper than 8; no "
			                  "field needs that\n");
	}
}

/* LINE, with its number in place of each %zu, COUNT times. */
static char *repeated(const char *line, size_t count, size_t *length)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < count; i++) {
		const char *number = strchr(line, '#');
		buf_add(&text, line, number != NULL ? (size_t)(number - line) : strlen(line));
		if (number != NULL)
			buf_printf(&text, "%zu%s", i, number + 1);
	}
	*length = text.length;
	return buf_detach(&text);
}

static void fields_parts_and_texts_have_limits(void **state)
{
	(void)state;
	size_t length;
	char *front = repeated("f#: x\n", FRONT_MOST_MEMBERS, &length);
	assert_null(strstr(read(front, length), "too-large"));
	free(front);
	front = repeated("f#: x\n", FRONT_MOST_MEMBERS + 1, &length);
	assert_text(read(front, length),
	            "502:1 too-large: more than 500 fields in one place; shorten it\n");
	free(front);
	front = repeated("- x\n", FRONT_MOST_EVENTS - 2, &length);
	assert_non_null(strstr(read(front, length),
	                       "19999:3 too-large: the front matter has more than 10000 parts"));
	free(front);
	char text[FRONT_LONGEST_TEXT + 10];
	memset(text, 'x', sizeof(text));
	memcpy(text, "a: ", 3);
	assert_null(strstr(read(text, FRONT_LONGEST_TEXT + 3), "too-large"));
	assert_non_null(strstr(read(text, FRONT_LONGEST_TEXT + 4),
	                       "2:4 too-large: a value of 8193 bytes; more than 8192 belong"));
}

/* Patterns that are slow in one YAML reader or another, at the largest size. */
static void no_front_matter_takes_long(void **state)
{
	(void)state;
	static const char *const patterns[] = {
		"[",        "{",        "- ",     "? ",       "[a, ",      "{a: ",       "a: {",
		"- - ",     "[]",       "[[],",   "a#: b\n",  "- a\n",     "- - a\n",    "- {}\n",
		"a",        "a ",       "a\n",    "a:\n",     "\"",        "'",          "\"\\",
		"#\n",      " ",        "\n",     "&a ",      "&a# b\n",   "*a, ",       "!a ",
		"!!",       "%a\n",     "...\n",  "--- a\n",  "|\n ",      ">\n ",       "a: |\n",
		"a: &a#\n", "- &a#\n",  "- *a\n", "<<: *a\n", "a: b: ",    "? a\n: b\n", "a, ",
		"é",        "😀",        "a:é\n",  "}",        "]",         ",",          ":",
		"- !t a\n", "[a]: b\n", "a: >\n", "\"a\": ",  "'a': ",     "  a:\n",     "a: [b\n",
		"a: \"b\n", "a: 'b\n",  "? - ",   "-\n",      "- |\n a\n",
	};
	for (size_t i = 0; i < COUNT_OF(patterns); i++) {
		size_t length;
		char *front =
			repeated(patterns[i], SOURCE_LARGEST_FRONT / strlen(patterns[i]), &length);
		if (length > SOURCE_LARGEST_FRONT)
			length = SOURCE_LARGEST_FRONT;
		double start = testing_seconds();
		read(front, length);
		assert_quick(start, 2.0, patterns[i]);
		free(front);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_scalars_stay_text),
		cmocka_unit_test(quoted_folded_and_block_texts_are_read),
		cmocka_unit_test(columns_count_characters_not_bytes),
		cmocka_unit_test(lists_and_maps_nest),
		cmocka_unit_test(line_ends_of_windows_change_no_value_and_no_place),
		cmocka_unit_test(a_front_matter_without_fields_is_an_empty_map),
		cmocka_unit_test(a_key_given_twice_is_a_fault_and_the_first_stands),
		cmocka_unit_test(anchors_aliases_and_tags_are_faults),
		cmocka_unit_test(a_merge_key_merges_nothing),
		cmocka_unit_test(names_that_are_not_texts_are_faults),
		cmocka_unit_test(the_top_must_be_fields),
		cmocka_unit_test(a_second_document_is_a_fault),
		cmocka_unit_test(directives_are_faults),
		cmocka_unit_test(tabs_that_indent_are_faults_each_with_its_place),
		cmocka_unit_test(escapes_cannot_bring_in_what_the_source_kept_out),
		cmocka_unit_test(what_cannot_be_read_is_told_with_its_place_and_advice),
		cmocka_unit_test(nesting_has_a_limit),
		cmocka_unit_test(fields_parts_and_texts_have_limits),
		cmocka_unit_test(no_front_matter_takes_long),
	};
	return cmocka_run_group_tests_name("front", tests, NULL, NULL) != 0;
}
