/* The line of a finding and the caret below it, as a terminal shows them. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "support/printed.h"
#include "view/finding_text.h"
#include "view/lines.h"

/* One text at a time: the next call frees the last. */
static const char *excerpt(const char *line, int column, int width)
{
	static struct buf out = BUF_INIT;
	struct finding finding = {.place = {12, column}, .severity = SEVERITY_ERROR, .line = line};
	struct layout layout = {.colour = false, .width = width};
	buf_release(&out);
	finding_add_excerpt(&out, &finding, &layout);
	return out.bytes;
}

static void the_caret_stands_below_the_character(void **state)
{
	static const struct {
		const char *line;
		int column;
		const char *shown;
	} rows[] = {
		{"rag: geen", 6,
	         "   12 | rag: geen\n"
	         "      |      ^\n"},
		{"rag: geen", 1,
	         "   12 | rag: geen\n"
	         "      | ^\n"},
		/* behind the end, and no place at all */
		{"rag:", 5,
	         "   12 | rag:\n"
	         "      |     ^\n"},
		{"rag:", 99,
	         "   12 | rag:\n"
	         "      |     ^\n"},
		{"", 1,
	         "   12 |\n"
	         "      | ^\n"},
		/* characters of one, two and no columns */
		{"é ü: x", 6,
	         "   12 | é ü: x\n"
	         "      |      ^\n"},
		{"🟢漢: x", 5,
	         "   12 | 🟢漢: x\n"
	         "      |       ^\n"},
		{"e\xcc\x81: x", 5,
	         "   12 | e\xcc\x81: x\n"
	         "      |    ^\n"},
		{"e\xcc\x81: x", 2,
	         "   12 | e\xcc\x81: x\n"
	         "      | ^\n"},
		{"e\xcc\x81", 1,
	         "   12 | e\xcc\x81\n"
	         "      | ^\n"},
		/* a tab goes to the next eighth column */
		{"\tx", 2,
	         "   12 |         x\n"
	         "      |         ^\n"},
		{"ab\tx", 4,
	         "   12 | ab      x\n"
	         "      |         ^\n"},
		{"漢\t\tx", 4,
	         "   12 | 漢              x\n"
	         "      |                 ^\n"},
		/* what a terminal would obey */
		{"a\x1b[31m\xe2\x80\xae\xffz", 8,
	         "   12 | a\xef\xbf\xbd[31m\xef\xbf\xbd\xef\xbf\xbdz\n"
	         "      |        ^\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(excerpt(rows[i].line, rows[i].column, 80), rows[i].shown);
}

static void a_long_line_is_cut_around_the_caret(void **state)
{
	static const char line[] = "one two three four five six seven eight nine ten eleven";
	static const struct {
		int column;
		const char *shown;
	} rows[] = {
		{1, "   12 | one two three four five six sev…\n"
	            "      | ^\n"},
		{15, "   12 | one two three four five six sev…\n"
	             "      |               ^\n"},
		{29, "   12 | … four five six seven eight nin…\n"
	             "      |                 ^\n"},
		{55, "   12 | …six seven eight nine ten eleven\n"
	             "      |                                ^\n"},
		{56, "   12 | …ix seven eight nine ten eleven\n"
	             "      |                                ^\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(excerpt(line, rows[i].column, 40), rows[i].shown);
	/* What is as wide as the terminal is not cut. */
	assert_text(excerpt("12345678901234567890123456789012", 32, 40),
	            "   12 | 12345678901234567890123456789012\n"
	            "      |                                ^\n");
}

/* The column in which the caret stands is that of the character; no line is too wide. */
static void no_caret_is_ever_beside_its_character(void **state)
{
	static const char *const pieces[] = {"é", "漢", "\t", "e\xcc\x81", "🎉", "x", "\x01"};
	struct buf line = BUF_INIT;
	unsigned long long number = 1;
	(void)state;
	for (int round = 0; round < 400; round++) {
		buf_clear(&line);
		int count = 1 + round % 90, marked = 0, characters = 0;
		for (int i = 0; i < count; i++) {
			number = number * 6364136223846793005ULL + 1442695040888963407ULL;
			if (i == count / 2)
				marked = characters + 1;
			const char *piece = i == count / 2 ? "@" : pieces[(number >> 33) % 7];
			characters += (int)text_characters(piece, strlen(piece));
			buf_text(&line, piece);
		}
		int width = 30 + round % 60;
		const char *shown = excerpt(line.bytes, marked, width);
		assert_shows(shown, (size_t)width);
		const char *caret = strchr(shown, '^'), *at = strchr(shown, '@');
		assert_case(caret != NULL && at != NULL, shown);
		const char *second = next_line(shown);
		struct buf before = BUF_INIT;
		buf_add(&before, shown, (size_t)(at - shown));
		assert_case(text_width(before.bytes) == (size_t)(caret - second), shown);
		buf_release(&before);
	}
	buf_release(&line);
}

static void a_finding_without_a_line_has_no_excerpt(void **state)
{
	(void)state;
	assert_text(excerpt(NULL, 1, 80), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_caret_stands_below_the_character),
		cmocka_unit_test(a_long_line_is_cut_around_the_caret),
		cmocka_unit_test(no_caret_is_ever_beside_its_character),
		cmocka_unit_test(a_finding_without_a_line_has_no_excerpt),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("excerpts of findings", tests, NULL, NULL) != 0;
}
