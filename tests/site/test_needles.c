/* Texts are found in any escape, and only where all their words stand together. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "site/needles.h"

static void count(struct needle *needle, void *context)
{
	(void)needle;
	++*(int *)context;
}

/* How many needles of TEXT are in BYTES. */
static int found(const char *text, const char *bytes, bool tags)
{
	struct needles needles = {NULL, 0, 0, {0}};
	int number = 0;
	needles_add(&needles, "here", text, strlen(text), 1);
	needles_search(&needles, bytes, strlen(bytes), tags, count, &number);
	needles_release(&needles);
	return number;
}

static void a_text_is_found_in_any_escape(void **state)
{
	static const char text[] = "Fees & \"caf\xc3\xa9\" <closed>, 50% d'or";
	static const char *const rows[] = {
		text,
		"x FEES &amp; &quot;caf\xc3\xa9&quot; &lt;closed&gt;, 50% d&#39;or y",
		"Fees &amp;amp; &amp;quot;caf&#233;&amp;quot; &amp;lt;closed&amp;gt;, 50% d&#x27;or",
		"{\"a\": \"Fees & \\\"caf\\u00e9\\\" <closed>,\\n50% d'or\"}",
		"?q=Fees%20%26%20%22caf%C3%A9%22%20%3Cclosed%3E,%2050%25%20d%27or",
		"1,\"Fees & \"\"caf\xc3\xa9\"\" <closed>, 50% d'or\"",
		"fees-caf\xc3\xa9-closed-50-d-or.html",
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_case(found(text, rows[i], false) == 1, rows[i]);
	assert_int_equal(found(text,
	                       "<p>Fees &amp; <b>caf\xc3\xa9</b> &lt;closed&gt; <i>50%</i> "
	                       "d<q>'</q>or",
	                       true),
	                 1);
}

static void other_texts_are_not(void **state)
{
	static const char *const rows[] = {"",
	                                   "secret",
	                                   "secretly depot",
	                                   "secret x depot",
	                                   "depot secret",
	                                   "se cret depot",
	                                   "secret depots"};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_case(found("secret depot", rows[i], true) == 0, rows[i]);
	assert_int_equal(found("secret depot", "<p title=\"secret depot\">", true), 0);
	assert_int_equal(found("secret depot", "<p title=\"secret depot\">", false), 1);
	assert_int_equal(found("a", "a", false), 0);
	assert_int_equal(found("ab c", "ab c", false), 1);
}

/* Any eight words together of a long text are enough; a short one must be there whole. */
static void a_part_of_a_long_text_is_found(void **state)
{
	static const char text[] = "one two three four five six seven eight nine ten. Short one";
	(void)state;
	assert_int_equal(found(text, "x three four five six seven eight nine ten x", false), 1);
	assert_int_equal(found(text, "four five six seven eight nine ten x", false), 0);
	assert_int_equal(found(text, "one two three four five six seven eight nine ten", false), 3);
	assert_int_equal(found(text, "ten short one", false), 1);
	assert_int_equal(
		found("- Item one\n- Item two | cell three", "item one, cell three", false), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_found_in_any_escape),
		cmocka_unit_test(other_texts_are_not),
		cmocka_unit_test(a_part_of_a_long_text_is_found),
	};
	return cmocka_run_group_tests_name("needles", tests, NULL, NULL) != 0;
}
