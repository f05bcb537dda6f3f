/* Links to files that have pages: whoever shows a body says which. */
#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "document/body.h"

#define REL " rel=\"noopener noreferrer\""

static const int here;

/* Two files have pages; of what the site has itself, and of what leaves it, nobody asks. */
static bool find(const char *address, const void *place, struct buf *page)
{
	assert_ptr_equal(place, &here);
	assert_null(strstr(address, "asked"));
	if (strcmp(address, "../known.md") == 0)
		buf_text(page, "page.html");
	else if (strcmp(address, "odd.md#x") == 0)
		buf_text(page, "a\"<&>.html");
	else
		buf_text(page, "");
	return page->length != 0;
}

static void assert_shown(const char *markdown, bool pages, const char *expected)
{
	const struct body_filling filling = {.find = pages ? find : NULL, .place = &here};
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct body body = {.text = markdown, .length = strlen(markdown), .line = 1};
	struct buf html = BUF_INIT;
	body_read(&body, &faults);
	body_html_filled(&body, BODY_PREFACE, 3, &filling, &html);
	assert_text(html.bytes, expected);
	buf_release(&html);
	arena_release(&arena);
}

static void a_file_that_has_a_page_leads_there(void **state)
{
	static const struct {
		const char *markdown, *html;
	} rows[] = {
		{"[The *report*](../known.md)\n",
	         "<p><a href=\"page.html\"" REL ">The <em>report</em></a></p>\n"},
		{"[](../known.md)\n", "<p><a href=\"page.html\"" REL ">../known.md</a></p>\n"},
		{"![Picture](../known.md)\n", "<p><a href=\"page.html\"" REL ">Picture</a></p>\n"},
		{"[a][b]\n\n[b]: ../known.md\n", "<p><a href=\"page.html\"" REL ">a</a></p>\n"},
		{"[![a](../known.md)](../known.md)\n",
	         "<p><a href=\"page.html\"" REL ">a</a></p>\n"},
		{"[a](odd.md#x)\n", "<p><a href=\"a&quot;&lt;&amp;&gt;.html\"" REL ">a</a></p>\n"},
		{"[a](known.md)\n", "<p>a <span class=\"host\">(known.md)</span></p>\n"},
		{"[a](../known.md?)\n", "<p>a <span class=\"host\">(../known.md?)</span></p>\n"},
		{"[a](asked.html)\n", "<p><a href=\"asked.html\"" REL ">a</a></p>\n"},
		{"[a](#asked)\n", "<p><a href=\"#asked\"" REL ">a</a></p>\n"},
		{"[a](mailto:asked@b)\n", "<p><a href=\"mailto:asked@b\"" REL ">a</a></p>\n"},
		{"[a](javascript:asked.md)\n", "<p>a</p>\n"},
		{"[a](/asked.md) [b](\\\\asked.md)\n", "<p>a b</p>\n"},
		{"<!-- ragtrail: sentence -->\n", ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_shown(rows[i].markdown, true, rows[i].html);
	assert_shown("[a](../known.md)\n", false,
	             "<p>a <span class=\"host\">(../known.md)</span></p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_that_has_a_page_leads_there),
	};
	return cmocka_run_group_tests_name("body_pages", tests, NULL, NULL) != 0;
}
