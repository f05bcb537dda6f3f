/* The small pieces of views: cells of CSV, texts of JSON, lines of findings. */
#include "support/testing.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "view/csv.h"
#include "view/findings_view.h"
#include "view/json.h"

static void a_cell_of_csv_holds_any_text(void **state)
{
	static const struct {
		const char *text, *cell;
	} cells[] = {
		{"", ""},
		{"Green/Amber", "Green/Amber"},
		{"a b;c'd", "a b;c'd"},
		{"a,b", "\"a,b\""},
		{"\"a\"", "\"\"\"a\"\"\""},
		{"a\nb", "\"a\nb\""},
		{"a\r\nb", "\"a\r\nb\""},
		{"=1+1", "\"'=1+1\""},
		{"+1", "\"'+1\""},
		{"-1", "\"'-1\""},
		{"@SUM(A1)", "\"'@SUM(A1)\""},
		{"\t=1", "\"'\t=1\""},
		{"\r=1", "\"'\r=1\""},
		{"\n=1", "\"'\n=1\""},
		{"=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""},
		{" =1", " =1"},
		{"caf\xc3\xa9 \xe2\x9c\x93", "caf\xc3\xa9 \xe2\x9c\x93"},
		/* What is no text, what a terminal obeys, and what turns text round. */
		{"caf\xe9", "caf\xef\xbf\xbd"},
		{"\x1b[31mred", "\xef\xbf\xbd[31mred"},
		{"\xc2\x9b"
	         "31m",
	         "\xef\xbf\xbd"
	         "31m"},
		{"\xe2\x80\xaegreen", "\xef\xbf\xbdgreen"},
		{"a,\xff\"", "\"a,\xef\xbf\xbd\"\"\""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		struct buf csv = BUF_INIT, expected = BUF_INIT;
		csv_cell(&csv, "x");
		csv_cell(&csv, cells[i].text);
		csv_number(&csv, -1);
		csv_end(&csv);
		buf_printf(&expected, "x,%s,-1\r\n", cells[i].cell);
		assert_text(csv.bytes, expected.bytes);
		buf_release(&expected);
		buf_release(&csv);
	}
}

static void the_first_cell_of_a_line_has_no_comma(void **state)
{
	struct buf csv = BUF_INIT;
	(void)state;
	csv_number(&csv, 1);
	csv_cell(&csv, "");
	csv_end(&csv);
	csv_cell(&csv, "a");
	csv_cell(&csv, "b");
	csv_end(&csv);
	assert_text(csv.bytes, "1,\r\na,b\r\n");
	buf_release(&csv);
}

/* An array of the text alone. */
static struct buf json_of(const char *text)
{
	struct buf out = BUF_INIT;
	struct json_writer json = {.out = &out};
	json_open_array(&json, NULL);
	json_add_text(&json, NULL, text);
	json_close(&json);
	return out;
}

static void assert_json(const char *text, const char *expected)
{
	struct buf out = json_of(text);
	assert_text(out.bytes, expected);
	buf_release(&out);
}

static void a_text_of_json_is_always_json(void **state)
{
	(void)state;
	assert_json(NULL, "[\n  null\n]\n");
	assert_json("", "[\n  \"\"\n]\n");
	assert_json("\"\\\n\x1b\x01", "[\n  \"\\\"\\\\\\n\\u001B\\u0001\"\n]\n");
	assert_json("caf\xc3\xa9", "[\n  \"caf\xc3\xa9\"\n]\n");
	assert_json("caf\xe9!", "[\n  \"caf\xef\xbf\xbd!\"\n]\n");
	assert_json("\xed\xa0\x80", "[\n  \"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"\n]\n");
	assert_json("\xf4\x90\x80\x80",
	            "[\n  \"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"\n]\n");
	assert_json("a\xe2\x82", "[\n  \"a\xef\xbf\xbd\xef\xbf\xbd\"\n]\n");
	assert_json("\xc2\x9b"
	            "31m\x7f",
	            "[\n  \"\xef\xbf\xbd"
	            "31m\xef\xbf\xbd\"\n]\n");
}

static void the_writer_nests_as_jansson_does(void **state)
{
	struct buf out = BUF_INIT;
	struct json_writer json = {.out = &out};
	json_t *root = json_pack("{s:[], s:{}, s:[i, I, b, n, {s:s?}]}", "empty", "none", "full",
	                         -7, (json_int_t)INT64_MIN, 1, "a key", NULL);
	(void)state;
	char *expected = json_dumps(root, JSON_INDENT(2));
	json_open_object(&json, NULL);
	json_open_array(&json, "empty");
	json_close(&json);
	json_open_object(&json, "none");
	json_close(&json);
	json_open_array(&json, "full");
	json_add_number(&json, NULL, -7);
	json_add_number(&json, NULL, INT64_MIN);
	json_add_flag(&json, NULL, true);
	json_add_null(&json, NULL);
	json_open_object(&json, NULL);
	json_add_text(&json, "a key", NULL);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	/* Behind the document's end stands a line end. */
	assert_int_equal(out.bytes[out.length - 1], '\n');
	out.bytes[out.length - 1] = '\0';
	assert_text(out.bytes, expected);
	free(expected);
	json_decref(root);
	buf_release(&out);
}

/* Every byte alone, and in front of a letter, makes JSON that can be read again. */
static void no_byte_breaks_json(void **state)
{
	(void)state;
	for (int byte = 1; byte < 256; byte++) {
		char text[] = {(char)byte, 'a', (char)byte, '\0'};
		struct buf out = json_of(text);
		json_t *read = json_loadb(out.bytes, out.length, 0, NULL);
		assert_non_null(read);
		assert_non_null(strchr(json_string_value(json_array_get(read, 0)), 'a'));
		json_decref(read);
		buf_release(&out);
	}
}

static void findings_show_nothing_that_a_terminal_obeys(void **state)
{
	struct findings findings = {0};
	struct buf out = BUF_INIT;
	(void)state;
	findings_add(&findings, &(struct finding){.path = "plans/p/\x1b]0;x\x07\n.md",
	                                          .place = {1, 2},
	                                          .severity = SEVERITY_ERROR,
	                                          .rule = "file-type",
	                                          .message = "do \xe2\x80\xaethis\xff"});
	findings_add(&findings,
	             &(struct finding){.path = "plans/p/q.md",
	                               .place = {3, 4},
	                               .severity = SEVERITY_EXPLAINED,
	                               .rule = "raw-html",
	                               .message = "write it",
	                               .answer = "since\nplans/p/q.md:1:1: error: forged"});
	findings_as_text(&findings, &out);
	assert_text(out.bytes, "plans/p/\xef\xbf\xbd]0;x\xef\xbf\xbd .md:1:2: error: do "
	                       "\xef\xbf\xbdthis\xef\xbf\xbd [file-type]\n"
	                       "plans/p/q.md:3:4: explained: write it [raw-html] explained: since "
	                       "plans/p/q.md:1:1: error: forged\n");
	buf_release(&out);
	findings_release(&findings);
}

static void the_summary_counts(void **state)
{
	static const struct {
		size_t documents, errors, warnings, explained;
		const char *says;
	} rows[] = {
		{0, 0, 0, 0, "0 documents: no errors\n"},
		{1, 0, 0, 0, "1 document: no errors\n"},
		{2, 1, 0, 0, "2 documents: 1 error\n"},
		{12, 5, 1, 0, "12 documents: 5 errors, 1 warning\n"},
		{12, 0, 2, 3, "12 documents: no errors, 2 warnings, 3 explained\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct findings findings = {0};
		struct buf out = BUF_INIT;
		findings.totals[SEVERITY_ERROR] = rows[i].errors;
		findings.totals[SEVERITY_WARNING] = rows[i].warnings;
		findings.totals[SEVERITY_EXPLAINED] = rows[i].explained;
		findings_summary(&findings, rows[i].documents, &out);
		assert_text(out.bytes, rows[i].says);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_of_csv_holds_any_text),
		cmocka_unit_test(the_first_cell_of_a_line_has_no_comma),
		cmocka_unit_test(a_text_of_json_is_always_json),
		cmocka_unit_test(no_byte_breaks_json),
		cmocka_unit_test(the_writer_nests_as_jansson_does),
		cmocka_unit_test(findings_show_nothing_that_a_terminal_obeys),
		cmocka_unit_test(the_summary_counts),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("cells, texts and lines", tests, NULL, NULL) != 0;
}
