#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "document/body.h"
#include "document/source.h"
#include "support/printed.h"

/*
 * The text read as a body that begins on line 10: its sections, its faults, then
 * one section as HTML with headings from 3. One text at a time: the next call frees
 * the last.
 */
static const char *read(const char *markdown, size_t length, int section)
{
	static struct buf text = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct body body = {.text = markdown, .length = length, .line = 10};
	buf_release(&text);
	body_read(&body, &faults);
	for (size_t i = 0; i < body.count; i++)
		buf_printf(&text, "%d:%d [%s]%s\n", body.sections[i].place.line,
		           body.sections[i].place.column, body.sections[i].title,
		           body.sections[i].empty ? " empty" : "");
	print_places(&text, &faults);
	body_html(&body, section, 3, &text);
	arena_release(&arena);
	return text.bytes;
}

#define assert_preface(markdown, expected)                                                         \
	assert_text(read(markdown, strlen(markdown), BODY_PREFACE), expected)
#define assert_section(markdown, section, expected)                                                \
	assert_text(read(markdown, strlen(markdown), section), expected)

#define REL " rel=\"noopener noreferrer\""

static void headings_of_levels_one_and_two_begin_sections(void **state)
{
	(void)state;
	static const char markdown[] = "Before\n"
				       "\n"
				       "## Key activities\n"
				       "\n"
				       "Done.\n"
				       "\n"
				       "### Detail\n"
				       "\n"
				       "# Whole\n"
				       "RAG rationale\n"
				       "---\n"
				       "Why.\n"
				       "> ## quoted\n";
#define SECTIONS                                                                                   \
	"12:1 [Key activities]\n"                                                                  \
	"18:1 [Whole] empty\n"                                                                     \
	"19:1 [RAG rationale]\n"
	assert_section(markdown, BODY_PREFACE, SECTIONS "<p>Before</p>\n");
	assert_section(markdown, 0, SECTIONS "<p>Done.</p>\n<h3>Detail</h3>\n");
	assert_section(markdown, 1, SECTIONS);
	assert_section(markdown, 2,
	               SECTIONS "<p>Why.</p>\n<blockquote>\n<h3>quoted</h3>\n</blockquote>\n");
}

static void titles_are_text_without_markup(void **state)
{
	(void)state;
	assert_section("## Key *activities* & `code` [link](x) <b>b</b> ##\n", 0,
	               "10:1 [Key activities & code link b] empty\n"
	               "10:40 raw-html\n");
}

static void a_section_of_nothing_but_comments_is_empty(void **state)
{
	(void)state;
	assert_section("## One\n"
	               "\n"
	               "<!-- what was done -->\n"
	               "\n"
	               "<!-- and\n"
	               "more --> <!-- still -->\n"
	               "\n"
	               "## Two\n"
	               "<!-- hint -->\n"
	               "Words.\n"
	               "## Three\n"
	               "***\n"
	               "## Four\n"
	               "[label]: http://example.org\n",
	               0,
	               "10:1 [One] empty\n"
	               "17:1 [Two]\n"
	               "20:1 [Three]\n"
	               "22:1 [Four] empty\n");
}

static void sections_are_found_by_their_heading_whatever_its_case(void **state)
{
	(void)state;
	static const char markdown[] = "## Key Activities:\n## rag rationale\n## RAG Rationale.\n";
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct body body = {.text = markdown, .length = strlen(markdown), .line = 1};
	body_read(&body, &faults);
	assert_int_equal(body_section(&body, "Key activities"), 0);
	assert_int_equal(body_section(&body, "RAG rationale"), 1); /* the first of two */
	assert_int_equal(body_section(&body, "Key"), BODY_PREFACE);
	assert_int_equal(body_section(&body, "Key activities and more"), BODY_PREFACE);
	assert_int_equal(body_section(&body, ""), BODY_PREFACE);
	arena_release(&arena);
}

static void headings_inside_a_section_follow_the_level_asked_for(void **state)
{
	(void)state;
	static const char markdown[] = "### a\n#### b\n##### c\n###### d\n> # e\n";
	struct body body = {.text = markdown, .length = strlen(markdown), .line = 1};
	static const char *const expected[] = {
		"<h1>a</h1>\n<h2>b</h2>\n<h3>c</h3>\n<h4>d</h4>\n"
		"<blockquote>\n<h1>e</h1>\n</blockquote>\n",
		"<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n"
		"<blockquote>\n<h4>e</h4>\n</blockquote>\n",
		"<h6>a</h6>\n<h6>b</h6>\n<h6>c</h6>\n<h6>d</h6>\n"
		"<blockquote>\n<h6>e</h6>\n</blockquote>\n",
	};
	static const int levels[] = {1, 4, 6};
	for (size_t i = 0; i < COUNT_OF(levels); i++) {
		struct buf html = BUF_INIT;
		body_html(&body, BODY_PREFACE, levels[i], &html);
		assert_text(html.bytes, expected[i]);
		buf_release(&html);
	}
}

static void html_is_shown_as_the_text_that_it_is(void **state)
{
	(void)state;
	assert_preface("<script>alert(1)</script>\n",
	               "10:1 raw-html\n"
	               "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>\n");
	assert_preface(
		"a <b onclick=\"x\">b</b>\n",
		"10:3 raw-html\n"
		"<p>a <code>&lt;b onclick=&quot;x&quot;&gt;</code>b<code>&lt;/b&gt;</code></p>\n");
	assert_preface("<u>a</u>\n<u>b</u>\n",
	               "10:1 raw-html\n11:1 raw-html\n"
	               "<p><code>&lt;u&gt;</code>a<code>&lt;/u&gt;</code>\n"
	               "<code>&lt;u&gt;</code>b<code>&lt;/u&gt;</code></p>\n");
	assert_preface("<?php x ?>\n",
	               "10:1 raw-html\n<pre><code>&lt;?php x ?&gt;\n</code></pre>\n");
	assert_preface("<!DOCTYPE html>\n",
	               "10:1 raw-html\n<pre><code>&lt;!DOCTYPE html&gt;\n</code></pre>\n");
	assert_preface("<![CDATA[<b>]]>\n",
	               "10:1 raw-html\n<pre><code>&lt;![CDATA[&lt;b&gt;]]&gt;\n</code></pre>\n");
	assert_preface(
		"&lt;b&gt; \\<i> \"q\" `<u>` &#60;s>\n",
		"<p>&lt;b&gt; &lt;i&gt; &quot;q&quot; <code>&lt;u&gt;</code> &lt;s&gt;</p>\n");
	assert_preface("```js\" onload=\"x\n</code>\n```\n",
	               "<pre><code class=\"language-js&quot;\">&lt;/code&gt;\n</code></pre>\n");
}

static void comments_are_left_out_and_nothing_with_them(void **state)
{
	(void)state;
	assert_preface("<!-- ragtrail: status-table -->\n", "");
	assert_preface("<!-- a --> <!-- b -->\n", "");
	assert_preface("one <!-- two --> three\n", "<p>one  three</p>\n");
	assert_preface("<!-- a --> text <!-- b -->\n",
	               "10:1 raw-html\n"
	               "<pre><code>&lt;!-- a --&gt; text &lt;!-- b --&gt;\n</code></pre>\n");
	assert_preface("<!-- a\n<script>x</script>\n", "10:1 raw-html\n"
	                                               "<pre><code>&lt;!-- a\n"
	                                               "&lt;script&gt;x&lt;/script&gt;\n"
	                                               "</code></pre>\n");
	assert_preface(
		"<!--><script>x</script>-->\n",
		"10:1 raw-html\n"
		"<pre><code>&lt;!--&gt;&lt;script&gt;x&lt;/script&gt;--&gt;\n</code></pre>\n");
}

static void safe_addresses_become_links(void **state)
{
	(void)state;
	static const char *const addresses[] = {
		"mailto:office@example.org", "#risks",        "page.html",  "../p/page.html",
		"a/b%20c.html#part",         "page.html?q=1", "../second/", "?q=1",
	};
	for (size_t i = 0; i < COUNT_OF(addresses); i++) {
		struct buf markdown = BUF_INIT, html = BUF_INIT;
		buf_printf(&markdown, "[text](%s)\n", addresses[i]);
		buf_printf(&html, "<p><a href=\"%s\"" REL ">text</a></p>\n", addresses[i]);
		assert_text(read(markdown.bytes, markdown.length, BODY_PREFACE), html.bytes);
		buf_release(&html);
		buf_release(&markdown);
	}
}

static void unsafe_addresses_leave_only_the_text(void **state)
{
	(void)state;
	static const char *const addresses[] = {
		"javascript:alert(1)",
		"JaVaScRiPt:x",
		"&#106;avascript:x",
		"javascript&colon;x",
		"&#x6A;avascript&#58;x",
		"vbscript:x",
		"data:text/html,x",
		"data:image/png;base64,x",
		"file:///etc/passwd",
		"ftp://example.org/x",
		"blob:x",
		"feed:javascript:x",
		"view-source:http://x",
		"//example.org/x",
		"/absolute",
		"\\\\\\\\example.org",
		"a\\\\b",
		"http:x",
		"https:/x",
		"x%3Ay",
		"a:b",
		"<a b>",
		"<\tjavascript:x>",
		"http://evil.example\\\\@good.example",
		"java&#10;script:x",
		"http://x&#9;y",
	};
	for (size_t i = 0; i < COUNT_OF(addresses); i++) {
		struct buf markdown = BUF_INIT;
		for (int image = 0; image < 2; image++) {
			buf_clear(&markdown);
			buf_printf(&markdown, "%s[text](%s)\n", image ? "!" : "", addresses[i]);
			assert_text(read(markdown.bytes, markdown.length, BODY_PREFACE),
			            "10:1 unsafe-link\n<p>text</p>\n");
		}
		buf_release(&markdown);
	}
}

/* Files beside the document are not on the site: readers see which was meant. */
static void addresses_of_files_beside_it_are_shown(void **state)
{
	(void)state;
	static const char *const addresses[] = {
		"paper.md",    "./2023/08.md", "../x",   "a/b:c",          "a/%20b",
		"x.html5",     "chart.png#a",  "a.md?/", "b.md#page.html", "b?c=http://example.org",
		"\xC3\xA9.md",
	};
	for (size_t i = 0; i < COUNT_OF(addresses); i++) {
		struct buf markdown = BUF_INIT, html = BUF_INIT;
		buf_printf(&markdown, "[text](%s) [%s](%s)\n", addresses[i], addresses[i],
		           addresses[i]);
		buf_printf(&html, "<p>text <span class=\"host\">(%s)</span> %s</p>\n", addresses[i],
		           addresses[i]);
		assert_text(read(markdown.bytes, markdown.length, BODY_PREFACE), html.bytes);
		buf_release(&html);
		buf_release(&markdown);
	}
	assert_preface("[a](a/x'\"&.md)\n",
	               "<p>a <span class=\"host\">(a/x&#39;&quot;&amp;.md)</span></p>\n");
}

static void links_that_leave_the_site_show_their_host(void **state)
{
	(void)state;
	assert_preface("[text](https://example.org/a?b#c \"title\")\n",
	               "<p><a href=\"https://example.org/a?b#c\"" REL ">text</a> "
	               "<span class=\"host\">(example.org)</span></p>\n");
	assert_preface("[text](HTTP://good.example@evil.example/)\n",
	               "<p><a href=\"HTTP://good.example@evil.example/\"" REL ">text</a> "
	               "<span class=\"host\">(evil.example)</span></p>\n");
	assert_preface("[https://good.example](https://evil.example)\n",
	               "<p><a href=\"https://evil.example\"" REL ">https://good.example</a> "
	               "<span class=\"host\">(evil.example)</span></p>\n");
	assert_preface("<https://example.org/a>\n", "<p><a href=\"https://example.org/a\"" REL
	                                            ">https://example.org/a</a></p>\n");
	assert_preface("[a](b.html?c=http://example.org)\n",
	               "<p><a href=\"b.html?c=http://example.org\"" REL ">a</a></p>\n");
	assert_preface("[a](https://x'\"<>y/)\n",
	               "<p><a href=\"https://x&#39;&quot;&lt;&gt;y/\"" REL ">a</a> "
	               "<span class=\"host\">(x&#39;&quot;&lt;&gt;y)</span></p>\n");
}

static void an_image_becomes_a_link_to_it(void **state)
{
	(void)state;
	assert_preface("![A *chart*](chart.png \"title\")\n",
	               "<p>A <em>chart</em> <span class=\"host\">(chart.png)</span></p>\n");
	assert_preface("![](chart.png)\n", "<p>chart.png</p>\n");
	assert_preface("![](chart.html)\n",
	               "<p><a href=\"chart.html\"" REL ">chart.html</a></p>\n");
	assert_preface("![alt][ref]\n\n[ref]: https://example.org/i.png\n",
	               "<p><a href=\"https://example.org/i.png\"" REL ">alt</a> "
	               "<span class=\"host\">(example.org)</span></p>\n");
}

static void a_link_inside_a_link_is_only_its_text(void **state)
{
	(void)state;
	assert_preface("[![alt](i.png)](page.html)\n",
	               "<p><a href=\"page.html\"" REL ">alt</a></p>\n");
	assert_preface("[![alt](i.png)](page.md)\n",
	               "<p>alt <span class=\"host\">(page.md)</span></p>\n");
	assert_preface("![a [b](c) d](e/)\n", "<p><a href=\"e/\"" REL ">a b d</a></p>\n");
	assert_preface("![a ![b ![c](d)](e)](f/) [g](h/)\n",
	               "<p><a href=\"f/\"" REL ">a b c</a> <a href=\"h/\"" REL ">g</a></p>\n");
	assert_preface("[![alt](i.png)](javascript:x)\n", "10:1 unsafe-link\n<p>alt</p>\n");
}

static void places_count_characters_and_start_where_the_fault_does(void **state)
{
	(void)state;
	assert_preface("é 😀 <b> [x](ftp:y)\n"
	               "- ü <i>\n"
	               "> é\n"
	               "> é <u>\n"
	               "\n"
	               "a [link over\n"
	               "two lines](ftp:z)\n",
	               "10:5 raw-html\n"
	               "10:9 unsafe-link\n"
	               "11:5 raw-html\n"
	               "13:5 raw-html\n"
	               "15:3 unsafe-link\n"
	               "<p>é 😀 <code>&lt;b&gt;</code> x</p>\n"
	               "<ul>\n<li>ü <code>&lt;i&gt;</code></li>\n</ul>\n"
	               "<blockquote>\n<p>é\né <code>&lt;u&gt;</code></p>\n</blockquote>\n"
	               "<p>a link over\ntwo lines</p>\n");
}

static void text_with_line_ends_of_windows_reads_the_same(void **state)
{
	(void)state;
	assert_section("## One\r\n\r\ntext <b>\r\n", 0,
	               "10:1 [One]\n12:6 raw-html\n<p>text <code>&lt;b&gt;</code></p>\n");
}

/* Patterns that are slow in one Markdown reader or another, at the largest size. */
static void no_body_takes_long(void **state)
{
	(void)state;
	static const char *const patterns[] = {
		"![[]()",
		"![",
		"[",
		"]",
		"[](",
		"[a](<b",
		"[a](b)",
		"![a](b)",
		"[![a](b)",
		"*",
		"*a ",
		"**a *",
		"_a ",
		"a**b",
		"`",
		"`a",
		"``a`",
		">",
		"> ",
		"- ",
		"  - a\n",
		"1. ",
		"#\n",
		"## a\n",
		"<",
		"<a",
		"<b>",
		"<!--",
		"<!-- a -->",
		"<?",
		"<!A",
		"<![CDATA[",
		"&",
		"&amp;",
		"&#1;",
		"\\",
		"\\\n",
		"a\n",
		"\n",
		"~~~\n",
		"```\n",
		"    a\n",
		"[a]: b\n",
		"[a",
		"[[a]",
		"[a][a]",
		"[a]\n\n[a]: b\n",
		"***\n",
		"a\n===\n",
		"\t",
		"- a\n\n",
		"*a_ ",
		"<http://",
		"<a@b>",
		"é",
		"😀",
		"![a](ftp:b)",
		"[a](javascript:b)",
		"| a |\n",
		"  \n",
	};
	for (size_t i = 0; i < COUNT_OF(patterns); i++) {
		static char markdown[SOURCE_LARGEST_BODY];
		size_t length = strlen(patterns[i]), at = 0;
		for (; at + length <= sizeof(markdown); at += length)
			memcpy(markdown + at, patterns[i], length);
		double start = testing_seconds();
		read(markdown, at, BODY_PREFACE);
		assert_quick(start, 2.0, patterns[i]);
	}
}

/* 8,000 images, each inside the text of the one before it. */
static void images_inside_images_take_no_longer(void **state)
{
	(void)state;
	enum { DEEP = 8000 };
	struct buf markdown = BUF_INIT;
	for (size_t i = 0; i < DEEP; i++)
		buf_text(&markdown, "![a");
	for (size_t i = 0; i < DEEP; i++)
		buf_text(&markdown, "](b/)");
	assert_true(markdown.length < SOURCE_LARGEST_BODY);
	double start = testing_seconds();
	const char *html = read(markdown.bytes, markdown.length, BODY_PREFACE);
	assert_quick(start, 2.0, "images inside images");
	assert_int_equal(strlen(html), strlen("<p><a href=\"b/\"" REL "></a></p>\n") + DEEP);
	buf_release(&markdown);
}

/* Eight thousand headings fit into a body; making their pages must end. */
static void a_body_has_a_bounded_number_of_sections(void **state)
{
	(void)state;
	struct buf markdown = BUF_INIT, html = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	for (int i = 0; i < 8000; i++)
		buf_text(&markdown, "# a\nb\n\n");
	struct body body = {.text = markdown.bytes, .length = markdown.length, .line = 1};
	double start = testing_seconds();
	body_read(&body, &faults);
	for (size_t i = 0; i < body.count; i++)
		body_html(&body, (int)i, 3, &html);
	assert_quick(start, 2.0, "8,000 sections");
	assert_int_equal(body.count, BODY_MOST_SECTIONS);
	assert_int_equal(faults.count, 1);
	assert_string_equal(faults.items[0].rule, "too-large");
	assert_int_equal(faults.items[0].place.line, BODY_MOST_SECTIONS * 3 + 1);
	/* Nothing is lost: every paragraph is on the page. */
	size_t paragraphs = 0;
	for (const char *at = html.bytes; (at = strstr(at, "<p>b</p>")) != NULL; at++)
		paragraphs++;
	assert_int_equal(paragraphs, 8000);
	buf_release(&markdown);
	buf_release(&html);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_of_levels_one_and_two_begin_sections),
		cmocka_unit_test(titles_are_text_without_markup),
		cmocka_unit_test(a_section_of_nothing_but_comments_is_empty),
		cmocka_unit_test(sections_are_found_by_their_heading_whatever_its_case),
		cmocka_unit_test(headings_inside_a_section_follow_the_level_asked_for),
		cmocka_unit_test(html_is_shown_as_the_text_that_it_is),
		cmocka_unit_test(comments_are_left_out_and_nothing_with_them),
		cmocka_unit_test(safe_addresses_become_links),
		cmocka_unit_test(unsafe_addresses_leave_only_the_text),
		cmocka_unit_test(addresses_of_files_beside_it_are_shown),
		cmocka_unit_test(links_that_leave_the_site_show_their_host),
		cmocka_unit_test(an_image_becomes_a_link_to_it),
		cmocka_unit_test(a_link_inside_a_link_is_only_its_text),
		cmocka_unit_test(places_count_characters_and_start_where_the_fault_does),
		cmocka_unit_test(text_with_line_ends_of_windows_reads_the_same),
		cmocka_unit_test(no_body_takes_long),
		cmocka_unit_test(images_inside_images_take_no_longer),
		cmocka_unit_test(a_body_has_a_bounded_number_of_sections),
	};
	return cmocka_run_group_tests_name("body", tests, NULL, NULL) != 0;
}
