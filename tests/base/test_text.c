#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static void runes_are_read_with_their_length(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		unsigned rune;
		size_t length;
	} cases[] = {
		{"A", 'A', 1},
		{"\x7f", 0x7f, 1},
		{"\xc2\x80", 0x80, 2},
		{"é", 0xe9, 2},
		{"\xdf\xbf", 0x7ff, 2},
		{"\xe0\xa0\x80", 0x800, 3},
		{"€", 0x20ac, 3},
		{"\xed\x9f\xbf", 0xd7ff, 3},
		{"\xee\x80\x80", 0xe000, 3},
		{"\xef\xbf\xbf", 0xffff, 3},
		{"\xf0\x90\x80\x80", 0x10000, 4},
		{"😀", 0x1f600, 4},
		{"\xf4\x8f\xbf\xbf", 0x10ffff, 4},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		unsigned rune = 0;
		assert_int_equal(text_rune(cases[i].bytes, strlen(cases[i].bytes), &rune),
		                 cases[i].length);
		assert_int_equal(rune, cases[i].rune);
	}
}

/* Each with the offset of its first byte that is no UTF-8. */
static void bytes_that_are_not_utf_8_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *name, *bytes;
		size_t offset;
	} cases[] = {
		{"a continuation byte alone", "ab\x80", 2},
		{"Latin-1 é", "caf\xe9 x", 3},
		{"a cut sequence of two", "\xc3", 0},
		{"a cut sequence of three", "x\xe2\x82", 1},
		{"a cut sequence of four", "\xf0\x9f\x98", 0},
		{"a sequence broken by ASCII", "\xe2\x82z", 0},
		{"overlong slash in two", "\xc0\xaf", 0},
		{"overlong in two, highest", "\xc1\xbf", 0},
		{"overlong in three", "\xe0\x9f\xbf", 0},
		{"overlong in four", "\xf0\x8f\xbf\xbf", 0},
		{"the first surrogate", "\xed\xa0\x80", 0},
		{"the last surrogate", "\xed\xbf\xbf", 0},
		{"behind the last code point", "\xf4\x90\x80\x80", 0},
		{"a byte that never occurs", "\xf5\x80\x80\x80", 0},
		{"another", "é\xff", 2},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(text_invalid(cases[i].bytes, strlen(cases[i].bytes)) == cases[i].offset,
		            cases[i].name);
	assert_int_equal(text_invalid("Überprüfung 😀", 18), 18);
	assert_int_equal(text_invalid("", 0), 0);
	assert_int_equal(text_invalid("a\0b", 3), 3);
}

static void a_rune_never_reads_behind_the_end(void **state)
{
	(void)state;
	unsigned rune = 'x';
	assert_int_equal(text_rune("", 0, &rune), 0);
	assert_int_equal(text_rune("😀", 3, &rune), 0);
	assert_int_equal(text_rune("é", 1, &rune), 0);
	assert_int_equal(rune, 'x');
}

static void characters_are_code_points_and_bad_bytes_one_each(void **state)
{
	(void)state;
	assert_int_equal(text_characters("", 0), 0);
	assert_int_equal(text_characters("abc", 3), 3);
	assert_int_equal(text_characters("é😀x", 7), 3);
	assert_int_equal(text_characters("e\xcc\x81", 3), 2);
	assert_int_equal(text_characters("\xff\xe9"
	                                 "a",
	                                 3),
	                 3);
}

static void width_is_what_a_terminal_shows(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t width;
	} cases[] = {
		{"", 0},
		{"Green/Amber", 11},
		{"été", 3},
		{"e\xcc\x81", 1}, /* e and a combining accent */
		{"漢字", 4},
		{"한", 2},
		{"Ａ", 2},
		{"😀", 2},
		{"a\xe2\x80\x8b"
	         "b",
	         2}, /* a zero-width space */
		{"Jul–Aug", 7},
		{"✅ done", 7},
		{"✓ done", 6},
		{"🟢", 2},
		{"a\xe2\x83\x9d", 1}, /* a combining circle */
		{"\xff", 1},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_case(text_width(cases[i].text) == cases[i].width, cases[i].text);
}

static void slugs_are_small_letters_digits_and_hyphens(void **state)
{
	(void)state;
	static const char *const slugs[] = {"a",       "0",    "procurement", "data-quality",
	                                    "phase-2", "2023", "a-",          "a--b"};
	static const char *const others[] = {
		"",    "-a", "A",   "data_quality", "data quality", "caf\xc3\xa9",
		"a/b", "..", "a.b", "a\n"};
	char longest[] = "abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnopqrstuvwxy-z";
	for (size_t i = 0; i < COUNT_OF(slugs); i++)
		assert_case(text_is_slug(slugs[i]), slugs[i]);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_case(!text_is_slug(others[i]), others[i]);
	assert_int_equal(strlen(longest), 65);
	assert_false(text_is_slug(longest));
	longest[64] = '\0';
	assert_true(text_is_slug(longest));
}

static void case_is_folded_for_ascii_alone(void **state)
{
	(void)state;
	assert_true(text_equal_folded("Green/Amber", "gREEN/aMBER"));
	assert_true(text_equal_folded("", ""));
	assert_false(text_equal_folded("green", "greens"));
	assert_false(text_equal_folded("greens", "green"));
	assert_false(text_equal_folded("É", "é"));
	assert_false(text_equal_folded("[", "{")); /* 32 apart, like A and a */
	assert_int_equal(text_lower('Z'), 'z');
	assert_int_equal(text_lower('@'), '@');
	assert_int_equal(text_lower('['), '[');
}

static void hidden_runes_turn_text_around_or_take_no_space(void **state)
{
	(void)state;
	static const unsigned hidden[] = {0xad,   0x61c,  0x200b, 0x200d, 0x200e, 0x200f, 0x202a,
	                                  0x202e, 0x2060, 0x2066, 0x2069, 0x206f, 0xfeff};
	static const unsigned seen[] = {' ',    0xa0,   0xe9,   0x200a, 0x2010, 0x2013,
	                                0x2029, 0x202f, 0x2065, 0x20ac, 0xfefe, 0x1f600};
	for (size_t i = 0; i < COUNT_OF(hidden); i++)
		assert_true(text_is_hidden_rune(hidden[i]));
	for (size_t i = 0; i < COUNT_OF(seen); i++)
		assert_false(text_is_hidden_rune(seen[i]));
}

static const char *const names[] = {"workstream", "period",     "rag",
                                    "sponsor",    "managers",   "risks",
                                    "id",         "milestones", "next_milestones"};

static void the_nearest_word_is_the_one_that_was_meant(void **state)
{
	(void)state;
	static const struct {
		const char *word, *meant;
	} cases[] = {
		{"workstraem", "workstream"}, /* two letters swapped */
		{"Workstream", "workstream"}, /* case */
		{"perod", "period"},          /* one left out */
		{"periods", "period"},        /* one too many */
		{"sponser", "sponsor"},       /* one changed */
		{"manager", "managers"},
		{"RAG", "rag"},
		{"rog", "rag"},
		{"risk", "risks"},
		{"milestone", "milestones"},
		{"next_milestone", "next_milestones"},
		{"dI", "id"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *nearest = text_nearest(cases[i].word, names, COUNT_OF(names));
		assert_case(nearest != NULL && strcmp(nearest, cases[i].meant) == 0, cases[i].word);
	}
}

static void a_short_word_may_differ_by_one_letter(void **state)
{
	(void)state;
	static const char *const words[] = {"risk", "id", "owner"};
	static const struct {
		const char *word, *meant;
	} cases[] = {
		{"rsk", "risk"}, {"idd", "id"},   {"rik", "risk"}, {"ids", "id"}, {"di", "id"},
		{"rs", NULL},    {"idddd", NULL}, {"ow", NULL},    {"sk", NULL},  {"own", NULL},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *nearest = text_nearest(cases[i].word, words, COUNT_OF(words));
		assert_case(cases[i].meant == NULL
		                    ? nearest == NULL
		                    : nearest != NULL && strcmp(nearest, cases[i].meant) == 0,
		            cases[i].word);
	}
}

static void a_word_far_from_all_has_no_nearest(void **state)
{
	(void)state;
	static const char *const words[] = {"", "x", "colour", "budget", "status", "zzz", "fog!"};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		assert_case(text_nearest(words[i], names, COUNT_OF(names)) == NULL, words[i]);
	assert_null(text_nearest("rag", names, 0));
}

static void a_word_too_long_to_compare_has_no_nearest(void **state)
{
	(void)state;
	char word[1001];
	memset(word, 'r', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	for (size_t length = 60; length <= 1000; length++)
		assert_null(text_nearest(word + sizeof(word) - 1 - length, names, COUNT_OF(names)));
}

static void an_exact_word_beats_a_near_one_before_it(void **state)
{
	(void)state;
	static const char *const words[] = {"risks", "risk"};
	assert_string_equal(text_nearest("RISK", words, 2), "risk");
	static const char *const nearer_last[] = {"disks", "risks"};
	assert_string_equal(text_nearest("risk", nearer_last, 2), "risks");
}

static void visible_text_holds_nothing_that_a_terminal_obeys(void **state)
{
	(void)state;
	static const struct {
		const char *text, *shown;
	} cases[] = {
		{"plain é 😀", "plain é 😀"},
		{"two\302\240words", "two\302\240words"},
		{"two\nlines\tof\rtext", "two lines of text"},
		{"a\xe2\x80\xa8"
	         "b\xe2\x80\xa9"
	         "c",
	         "a b c"},
		{"\x1b[31mred", "\xef\xbf\xbd[31mred"},
		{"\x7f", "\xef\xbf\xbd"},
		{"\xc2\x9b"
	         "31m",
	         "\xef\xbf\xbd"
	         "31m"},
		{"abc\xe2\x80\xae"
	         "cba",
	         "abc\xef\xbf\xbd"
	         "cba"},
		{"bad \xe9 byte", "bad \xef\xbf\xbd byte"},
		{"cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf buf = BUF_INIT;
		text_add_visible(&buf, cases[i].text, strlen(cases[i].text));
		assert_string_equal(buf.bytes, cases[i].shown);
		buf_release(&buf);
	}
	struct buf buf = BUF_INIT;
	text_add_visible(&buf, "a\0b", 3);
	assert_string_equal(buf.bytes, "a\xef\xbf\xbd"
	                               "b");
	buf_release(&buf);
}

static void capitals_are_folded(void **state)
{
	static const char *const pairs[][2] = {
		{"A", "a"}, {"Z", "z"}, {"É", "é"}, {"Ŵ", "ŵ"}, {"Ÿ", "Ÿ"},   {"Σ", "σ"},
		{"Ж", "ж"}, {"Ѐ", "ѐ"}, {"Ẁ", "ẁ"}, {"×", "×"}, {"÷", "÷"},   {"@", "@"},
		{"[", "["}, {"ß", "ß"}, {"5", "5"}, {"ŵ", "ŵ"}, {"語", "語"}, {"ж", "ж"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		unsigned capital = 0, small = 0;
		text_rune(pairs[i][0], strlen(pairs[i][0]), &capital);
		text_rune(pairs[i][1], strlen(pairs[i][1]), &small);
		assert_case(text_fold(capital) == small, pairs[i][0]);
	}
}

static void names_of_devices_are_known(void **state)
{
	static const char *const devices[] = {"con",  "CON",    "nul.md", "Aux.tar.gz", "com1",
	                                      "LPT9", "conin$", "prn ",   "com0.md",    "nul .md"};
	static const char *const others[] = {"",     "contract.md", "co",        "com",   "com10",
	                                     "lptx", "null",        "auxiliary", "x.con", ".con"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(devices); i++)
		assert_case(text_is_device(devices[i], strlen(devices[i])), devices[i]);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_case(!text_is_device(others[i], strlen(others[i])), others[i]);
	/* Only so much of the text is the name. */
	assert_true(text_is_device("con/a.md", 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runes_are_read_with_their_length),
		cmocka_unit_test(bytes_that_are_not_utf_8_are_found),
		cmocka_unit_test(a_rune_never_reads_behind_the_end),
		cmocka_unit_test(characters_are_code_points_and_bad_bytes_one_each),
		cmocka_unit_test(width_is_what_a_terminal_shows),
		cmocka_unit_test(slugs_are_small_letters_digits_and_hyphens),
		cmocka_unit_test(case_is_folded_for_ascii_alone),
		cmocka_unit_test(hidden_runes_turn_text_around_or_take_no_space),
		cmocka_unit_test(the_nearest_word_is_the_one_that_was_meant),
		cmocka_unit_test(a_short_word_may_differ_by_one_letter),
		cmocka_unit_test(a_word_far_from_all_has_no_nearest),
		cmocka_unit_test(a_word_too_long_to_compare_has_no_nearest),
		cmocka_unit_test(an_exact_word_beats_a_near_one_before_it),
		cmocka_unit_test(visible_text_holds_nothing_that_a_terminal_obeys),
		cmocka_unit_test(capitals_are_folded),
		cmocka_unit_test(names_of_devices_are_known),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL) != 0;
}
