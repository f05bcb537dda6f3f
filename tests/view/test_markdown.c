/* Text in Markdown: whatever it is, a reader of Markdown shows it as it was. */
#include "view/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "support/testing.h"

/* As HTML has it, without the blanks around it. */
static void add_shown(struct buf *html, const char *text)
{
	size_t length = strlen(text);
	while (length != 0 && text[length - 1] == ' ')
		length--;
	size_t first = strspn(text, " ");
	for (size_t i = first; i < length; i++) {
		switch (text[i]) {
		case '&':
			buf_text(html, "&amp;");
			break;
		case '<':
			buf_text(html, "&lt;");
			break;
		case '>':
			buf_text(html, "&gt;");
			break;
		case '"':
			buf_text(html, "&quot;");
			break;
		default:
			buf_byte(html, text[i]);
			break;
		}
	}
}

static void assert_shown(const char *text)
{
	struct buf markdown = BUF_INIT, expected = BUF_INIT;
	markdown_text(&markdown, text);
	buf_text(&expected, "<p>");
	add_shown(&expected, text);
	buf_text(&expected, "</p>\n");
	char *html = cmark_markdown_to_html(markdown.bytes, markdown.length, CMARK_OPT_UNSAFE);
	assert_text(html, expected.bytes);
	free(html);
	buf_release(&markdown);
	buf_release(&expected);
}

static void what_would_be_markup_is_text(void **state)
{
	static const char *const texts[] = {
		"plain",
		"# heading",
		"- item",
		"+ item",
		"12. item",
		"12) item",
		"=====",
		"-----",
		"***",
		"*a* _b_ __c__",
		"a_b_c d_ _e",
		"`code`",
		"~~gone~~",
		"[a](b)",
		"![a](b)",
		"<b>bold</b>",
		"<https://a.bc>",
		"a | b",
		"&amp; &lt; &#0;",
		"\\*a\\",
		"> quote",
		"$a$",
		"a*",
		"1.",
		"https://a.bc/d_e_f",
		"\xc3\xa9_t\xc3\xa9_",
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_shown(texts[i]);
}

static void any_text_is_shown_as_it_was(void **state)
{
	static const char letters[] = "ab1 _*`[]()<>!#+-=.~|\\&;:\"'$/";
	unsigned seed = 1;
	(void)state;
	for (int i = 0; i < 50000; i++) {
		char text[16];
		size_t length = 0, blanks = 0;
		for (size_t most = 1 + (size_t)i % (sizeof(text) - 1); length < most; length++) {
			seed = seed * 1103515245u + 12345u;
			text[length] = letters[(seed >> 16) % (sizeof(letters) - 1)];
			blanks += text[length] == ' ' ? 1 : 0;
		}
		text[length] = '\0';
		if (blanks != length)
			assert_shown(text);
	}
}

static void a_table_keeps_its_cells(void **state)
{
	static const char *const columns[] = {"One", "Two"};
	struct buf out = BUF_INIT;
	(void)state;
	markdown_table(&out, columns, 2);
	markdown_cell(&out, "a | b\nc");
	markdown_cell(&out, "");
	markdown_row_end(&out);
	assert_text(out.bytes, "| One | Two |\n| --- | --- |\n| a \\| b c |  |\n");
	buf_release(&out);
}

static void lines_and_people(void **state)
{
	struct buf out = BUF_INIT;
	(void)state;
	markdown_lines(&out, "one\n\n# two\n");
	assert_text(out.bytes, "one\\\n\\# two");
	buf_clear(&out);
	markdown_person(&out, "Jo Smith <jo@example.org>, chair");
	assert_text(out.bytes, "Jo Smith \\<jo@…\\>, chair");
	buf_clear(&out);
	/* What turns text round, or is no text, is shown as what it is. */
	markdown_text(&out, "a\xe2\x80\xae"
	                    "b\x1b[0m\xff");
	assert_text(out.bytes, "a\xef\xbf\xbd"
	                       "b\xef\xbf\xbd\\[0m\xef\xbf\xbd");
	buf_clear(&out);
	buf_text(&out, "text\n");
	markdown_heading(&out, 2, "A *title*");
	markdown_heading(&out, 3, "More");
	assert_text(out.bytes, "text\n\n## A \\*title\\*\n\n### More\n\n");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_would_be_markup_is_text),
		cmocka_unit_test(any_text_is_shown_as_it_was),
		cmocka_unit_test(a_table_keeps_its_cells),
		cmocka_unit_test(lines_and_people),
	};
	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL) != 0;
}
