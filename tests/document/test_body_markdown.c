/* A section as Markdown again. */
#include "support/testing.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "document/body.h"

static void add_stub(enum placeholder_type type, void *context, struct buf *out)
{
	(void)context;
	assert_int_equal(type, PLACEHOLDER_STATUS_TABLE);
	buf_text(out, "| a |\n| --- |\n| b |\n\n");
}

/* The preface with headings from 4. One text at a time: the next call frees the last. */
static const char *rendered(const char *markdown)
{
	static struct buf text = BUF_INIT;
	const struct body_filling filling = {.add = add_stub};
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct body body = {.text = markdown, .length = strlen(markdown), .line = 1};
	buf_release(&text);
	body_read(&body, &faults);
	body_markdown(&body, BODY_PREFACE, 4, &filling, &text);
	arena_release(&arena);
	return text.bytes;
}

static void what_is_markup_stays_what_it_is(void **state)
{
	static const struct {
		const char *from, *to;
	} rows[] = {
		{"One\ntwo *three* **four** `five`.\n", "One two *three* **four** `five`.\n"},
		{"### Detail\n\ntext\n\n###### Deep\n\nmore\n",
	         "#### Detail\n\ntext\n\n##### Deep\n\nmore\n"},
		{"1. one\n2. two\n   - inner\n", "1.  one\n2.  two\n      - inner\n"},
		{"> said\n", "> said\n"},
		/* What is no markup stays none. */
		{"1\\. \\*a\\* \\<b\\> &lt;c&gt;\n", "1\\. \\*a\\* \\<b\\> \\<c\\>\n"},
		/* HTML is shown as text, and a comment is not shown. */
		{"a <b>c</b> <!-- d -->e\n", "a `<b>`c`</b>` e\n"},
		{"<div>\nx\n</div>\n\n<!-- y -->\n\nz\n", "``` \n<div>\nx\n</div>\n```\n\nz\n"},
		/* Links that are safe; a picture is a link to it, inside another its text. */
		{"[a](https://b.c) [d](javascript:e) ![f](g.png)\n",
	         "[a](https://b.c) d [f](g.png)\n"},
		{"[x ![f](g.png)](https://b.c)\n", "[x f](https://b.c)\n"},
		{"[](https://b.c)\n", "<https://b.c>\n"},
		/* A placeholder is what is filled in. */
		{"Before\n\n<!-- ragtrail: status-table -->\n\nBehind\n",
	         "Before\n\n| a |\n| --- |\n| b |\n\nBehind\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(rendered(rows[i].from), rows[i].to);
}

/* Whatever was written, no HTML of an author is in it. */
static void no_html_is_left(void **state)
{
	static const char letters[] = "ab1 \n\n*_`[]()<>!#-.|\\&\"";
	unsigned seed = 1;
	(void)state;
	for (int i = 0; i < 3000; i++) {
		char text[48];
		size_t length = 0;
		for (; length < sizeof(text) - 1; length++) {
			seed = seed * 1103515245u + 12345u;
			text[length] = letters[(seed >> 16) % (sizeof(letters) - 1)];
		}
		text[length] = '\0';
		const char *once = rendered(text);
		char *unsafe = cmark_markdown_to_html(once, strlen(once), CMARK_OPT_UNSAFE);
		char *safe = cmark_markdown_to_html(once, strlen(once), CMARK_OPT_DEFAULT);
		/* Between two lists cmark sets a comment of its own. */
		if (strstr(once, "<!-- end list -->") == NULL)
			assert_text(unsafe, safe);
		free(unsafe);
		free(safe);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_markup_stays_what_it_is),
		cmocka_unit_test(no_html_is_left),
	};
	return cmocka_run_group_tests_name("body_markdown", tests, NULL, NULL) != 0;
}
