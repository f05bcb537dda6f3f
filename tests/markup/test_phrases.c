/* The table of phrases: each in each language, with the same places for what a page puts there. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "markup/html.h"

enum { MOST_PLACES = 9 };

static const char *const names[PHRASE_COUNT] = {
#define PHRASE(name, english, welsh) #name,
#include "markup/phrases.inc"
#undef PHRASE
};

/* Which arguments the phrase names: `%s` the next one, `%1$s` the first; false: another sign. */
static bool read_places(const char *text, bool places[MOST_PLACES])
{
	size_t next = 0;
	memset(places, 0, MOST_PLACES * sizeof(*places));
	for (const char *sign = text; (sign = strchr(sign, '%')) != NULL; sign++) {
		bool numbered = sign[1] >= '1' && sign[1] <= '9' && strncmp(sign + 2, "$s", 2) == 0;
		size_t at = numbered ? (size_t)(sign[1] - '1') : next++;
		if ((!numbered && sign[1] != 's') || at >= MOST_PLACES)
			return false;
		places[at] = true;
	}
	return true;
}

static void every_phrase_is_said(void **state)
{
	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++)
		for (int language = 0; language < LANGUAGE_COUNT; language++) {
			const char *text = phrase_text((enum phrase)i, (enum language)language);
			assert_case(text != NULL && text[0] != '\0', names[i]);
			assert_case(text_invalid(text, strlen(text)) == strlen(text), names[i]);
			assert_case(strstr(text, "  ") == NULL, names[i]);
		}
}

static void languages_have_the_same_places(void **state)
{
	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		bool english[MOST_PLACES], welsh[MOST_PLACES];
		assert_case(read_places(phrase_text((enum phrase)i, LANGUAGE_ENGLISH), english),
		            names[i]);
		assert_case(read_places(phrase_text((enum phrase)i, LANGUAGE_WELSH), welsh),
		            names[i]);
		assert_case(memcmp(english, welsh, sizeof(english)) == 0, names[i]);
	}
}

/* An English phrase of words in the Welsh column was forgotten; but names, marks and numbers. */
static bool has_words(const char *text)
{
	size_t letters = 0;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '%' && at[1] != '\0') {
			at += at[1] == 's' ? 1 : 3;
			continue;
		}
		letters += (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ? 1 : 0;
	}
	return letters > 3;
}

static void no_english_is_left_in_welsh(void **state)
{
	/* The same in both languages. */
	static const char *const same[] = {"FIELD_label", "FIELD_tag", NULL};
	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		const char *english = phrase_text((enum phrase)i, LANGUAGE_ENGLISH);
		const char *welsh = phrase_text((enum phrase)i, LANGUAGE_WELSH);
		assert_case(strcmp(english, welsh) != 0 || !has_words(english) ||
		                    text_is_one_of(names[i], same),
		            names[i]);
	}
}

static void a_phrase_is_told_in_the_order_of_its_language(void **state)
{
	(void)state;
	struct html html = HTML_INIT;
	html_tell(&html, PHRASE_MONTH_TO_MONTH, "<May>", "June");
	assert_string_equal(html.text.bytes, "&lt;May&gt; to June");
	buf_clear(&html.text);
	html.language = LANGUAGE_WELSH;
	html_weave(&html, PHRASE_MONTH_TO_MONTH, "<b>Mai</b>", "Mehefin");
	assert_string_equal(html.text.bytes, "<b>Mai</b> – Mehefin");
	buf_clear(&html.text);
	phrase_tell(&html.text, LANGUAGE_ENGLISH, PHRASE_MONTH_TO_MONTH, "a & b", "c");
	assert_string_equal(html.text.bytes, "a & b to c");
	html_release(&html);
}

static void addresses_lose_their_hosts(void **state)
{
	static const char *const rows[][2] = {
		{"ann@example.org, \"ben@x.org\"", "ann@…, \"ben@…\""},
		{"https://social.example/@council", "https://social.example/@council"},
		{"@ first", "@ first"},
		{"a@", "a@"},
		{"a@b@c d", "a@… d"},
		{"", ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buf text = BUF_INIT;
		buf_text(&text, rows[i][0]);
		html_hide_hosts(&text);
		assert_string_equal(text.bytes, rows[i][1]);
		buf_release(&text);
	}
}

static void what_stands_between_backquotes_is_code(void **state)
{
	static const char *const rows[][2] = {
		{"a day (`due`), so", "a day (<code>due</code>), so"},
		{"`rag: \"<b>\"`", "<code>rag: &quot;&lt;b&gt;&quot;</code>"},
		{"`a`; write `b`.", "<code>a</code>; write <code>b</code>."},
		{"behind ` #`, where", "behind <code> #</code>, where"},
		{"\"`x`\": 'y'", "&quot;<code>x</code>&quot;: &#39;y&#39;"},
		/* One that an author typed alone does not take the next field for its end. */
		{"\"the `odd word\" (`due`) here",
	         "&quot;the `odd word&quot; (<code>due</code>) here"},
		{"l`un or l`autre", "l`un or l`autre"},
		{"``", "``"},
		{"`", "`"},
		{"`a\nb`", "`a\nb`"},
		{"", ""},
		{"write `jo@example.org`", "write <code>jo@…</code>"},
		{"jo@`example.org`, x", "jo@…, x"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct html html = HTML_INIT;
		html_coded_hostless(&html, rows[i][0]);
		assert_string_equal(html.text.bytes, rows[i][1]);
		html_release(&html);
	}
	struct html html = HTML_INIT;
	html_coded(&html, "write `jo@example.org`");
	assert_string_equal(html.text.bytes, "write <code>jo@example.org</code>");
	html_release(&html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_phrase_is_said),
		cmocka_unit_test(languages_have_the_same_places),
		cmocka_unit_test(no_english_is_left_in_welsh),
		cmocka_unit_test(a_phrase_is_told_in_the_order_of_its_language),
		cmocka_unit_test(addresses_lose_their_hosts),
		cmocka_unit_test(what_stands_between_backquotes_is_code),
	};
	return cmocka_run_group_tests_name("phrases", tests, NULL, NULL) != 0;
}
