/* What an inspection finds in files that no program of ours would write. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "site/inspection.h"

static const struct {
	const char *path, *text;
} files[] = {
	{"index.html", "<!DOCTYPE html><html><head><link rel=\"stylesheet\" href=\"style.css\" />"
                       "</head><body id=\"top\"><a href=\"p/a.html#one\">a</a>"
                       "<a href=\"p/index.atom\">f</a><p id=\"two\">x</p>"
                       "<p id=\"two\">y</p></body></html>"},
	{"style.css", "p { color: red } a[href=\"nowhere.html\"] { color: red }"},
	{"p/a.html", "<h1 id=\"one\" title=\"a > b\">One</h1><section aria-labelledby=\"one "
                     "gone\"><a href=\"../index.html#t&#39;x\">x</a><a href='p'>p</a>"
                     "<a href=\"../b.html\">b</a><a href=\"../b.html\">b</a></section"},
	{"p/alone.html", "<a href=\"alone.html\">me</a> <a href=\"beside.html\">you</a>"},
	{"p/beside.html", "<a href=\"alone.html\">you</a> <a href=\""},
	{"p/index.atom", "<feed><link href=\"a.html\"/><link href=\"gone.html\"/></feed>"},
	{"p/index.json", "{\"a\": \"<a href=\\\"nowhere.html\\\">\"}"},
	{"sitemap.xml", "<urlset><loc>https://example.org/</loc></urlset>"},
};

static void each_thing_that_is_lost_is_told_once(void **state)
{
	struct inspection *inspection = inspection_new();
	struct buf out = BUF_INIT;
	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++)
		inspection_add(inspection, files[i].path, files[i].text, strlen(files[i].text));
	struct inspected counts = inspection_tell(inspection, &out);
	assert_string_equal(
		out.bytes,
		"index.html: error: more than one part has the id `two`\n"
		"p/a.html: error: the link `#gone` leads to a part that the page does not have\n"
		"p/a.html: error: the link `../index.html#t'x` leads to a part that index.html does "
		"not have\n"
		"p/a.html: error: the link `../b.html` leads to a file that is not there\n"
		"p/alone.html: error: no link leads here from index.html\n"
		"p/beside.html: error: no link leads here from index.html\n"
		"p/index.atom: error: the link `gone.html` leads to a file that is not there\n"
		"p/index.json: error: no link leads here from index.html\n");
	assert_int_equal(counts.files, COUNT_OF(files));
	assert_int_equal(counts.errors, 8);
	assert_int_equal(counts.warnings, 0);
	inspection_free(inspection);
	buf_release(&out);
}

static void a_style_sheet_counts_with_its_page(void **state)
{
	struct inspection *inspection = inspection_new();
	struct buf out = BUF_INIT, heavy = BUF_INIT;
	const char *page = "<link href=\"style.css\" />";
	(void)state;
	buf_repeat(&heavy, ' ', INSPECTION_HEAVY - strlen(page));
	inspection_add(inspection, "index.html", page, strlen(page));
	inspection_add(inspection, "style.css", heavy.bytes, heavy.length);
	assert_int_equal(inspection_tell(inspection, &out).warnings, 0);
	inspection_free(inspection);
	inspection = inspection_new();
	buf_byte(&heavy, ' ');
	inspection_add(inspection, "index.html", page, strlen(page));
	inspection_add(inspection, "style.css", heavy.bytes, heavy.length);
	assert_int_equal(inspection_tell(inspection, &out).warnings, 1);
	assert_string_equal(out.bytes,
	                    "index.html: warning: 101 kB with its style sheet; more than "
	                    "100 kB is slow on a phone\n");
	inspection_free(inspection);
	buf_release(&heavy);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_thing_that_is_lost_is_told_once),
		cmocka_unit_test(a_style_sheet_counts_with_its_page),
	};
	return cmocka_run_group_tests_name("the inspection of a site", tests, NULL, NULL) != 0;
}
