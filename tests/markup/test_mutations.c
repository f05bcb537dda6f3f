/* Welsh nouns after figures: every noun that a phrase marks, after every number that matters. */
#include "support/testing.h"

#include <string.h>

#include "markup/html.h"
#include "markup/welsh.h"

/* A noun, and how it stands after 1, 2, 3 and 6; after all other numbers as it is. */
struct noun {
	const char *mark, *after_1, *after_2, *after_3, *after_6;
};

static const struct noun nouns[] = {
	{"m:adroddiad", "adroddiad", "adroddiad", "adroddiad", "adroddiad"},
	{"m:cam", "cam", "gam", "cham", "cham"},
	{"m:canlyniad", "canlyniad", "ganlyniad", "chanlyniad", "chanlyniad"},
	{"f:carreg", "garreg", "garreg", "carreg", "charreg"},
	{"m:cwestiwn", "cwestiwn", "gwestiwn", "chwestiwn", "chwestiwn"},
	{"m:cyfarfod", "cyfarfod", "gyfarfod", "chyfarfod", "chyfarfod"},
	{"m:cyfnod", "cyfnod", "gyfnod", "chyfnod", "chyfnod"},
	{"m:cynllun", "cynllun", "gynllun", "chynllun", "chynllun"},
	{"m:diwrnod", "diwrnod", "ddiwrnod", "diwrnod", "diwrnod"},
	{"f:dogfen", "ddogfen", "ddogfen", "dogfen", "dogfen"},
	{"m:dyddiad", "dyddiad", "ddyddiad", "dyddiad", "dyddiad"},
	{"f:ffrwd", "ffrwd", "ffrwd", "ffrwd", "ffrwd"},
	{"f:gwaith", "waith", "waith", "gwaith", "gwaith"},
	{"m:gwall", "gwall", "wall", "gwall", "gwall"},
	{"f:her", "her", "her", "her", "her"},
	{"f:lefel", "lefel", "lefel", "lefel", "lefel"},
	{"m:mis", "mis", "fis", "mis", "mis"},
	{"m:newid", "newid", "newid", "newid", "newid"},
	{"m:papur", "papur", "bapur", "phapur", "phapur"},
	{"m:pryder", "pryder", "bryder", "phryder", "phryder"},
	{"m:rhagolwg", "rhagolwg", "ragolwg", "rhagolwg", "rhagolwg"},
	{"f:rhes", "rhes", "res", "rhes", "rhes"},
	{"m:rheswm", "rheswm", "reswm", "rheswm", "rheswm"},
	{"m:rhybudd", "rhybudd", "rybudd", "rhybudd", "rhybudd"},
	{"f:risg", "risg", "risg", "risg", "risg"},
	{"f:sgôr", "sgôr", "sgôr", "sgôr", "sgôr"},
	{"f:tasg", "dasg", "dasg", "tasg", "thasg"},
	/* In no phrase: the letters that none of those begins with. */
	{"m:bwrdd", "bwrdd", "fwrdd", "bwrdd", "bwrdd"},
	{"f:chwaer", "chwaer", "chwaer", "chwaer", "chwaer"},
	{"f:llaw", "llaw", "law", "llaw", "llaw"},
	{"f:pont", "bont", "bont", "pont", "phont"},
	{"m:theatr", "theatr", "theatr", "theatr", "theatr"},
	{"m:tŷ", "tŷ", "dŷ", "thŷ", "thŷ"},
};

static const size_t numbers[] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                                 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 60, 100};

static const char *expected(const struct noun *noun, size_t number)
{
	return number == 1   ? noun->after_1
	       : number == 2 ? noun->after_2
	       : number == 3 ? noun->after_3
	       : number == 6 ? noun->after_6
	                     : noun->mark + strlen("m:");
}

static void every_noun_stands_as_its_number_asks(void **state)
{
	(void)state;
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < COUNT_OF(nouns); i++)
		for (size_t j = 0; j < COUNT_OF(numbers); j++) {
			const char *noun = nouns[i].mark + strlen("m:");
			buf_clear(&text);
			welsh_noun(&text, numbers[j], noun, strlen(noun), nouns[i].mark[0] == 'f');
			if (strcmp(text.bytes, expected(&nouns[i], numbers[j])) != 0)
				fail_msg("%zu %s, not %zu %s", numbers[j], text.bytes, numbers[j],
				         expected(&nouns[i], numbers[j]));
		}
	buf_release(&text);
}

static const struct noun *find_noun(const char *mark, size_t length)
{
	for (size_t i = 0; i < COUNT_OF(nouns); i++)
		if (strncmp(nouns[i].mark, mark, length) == 0 && nouns[i].mark[length] == '\0')
			return &nouns[i];
	return NULL;
}

static void every_mark_is_a_noun_of_the_table(void **state)
{
	(void)state;
	size_t count = 0;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		const char *welsh = phrase_text((enum phrase)i, LANGUAGE_WELSH);
		assert_null(strchr(phrase_text((enum phrase)i, LANGUAGE_ENGLISH), '{'));
		for (const char *at = welsh; (at = strchr(at, '{')) != NULL; count++) {
			size_t length = strcspn(++at, "}");
			if (at[length] != '}' || find_noun(at, length) == NULL)
				fail_msg("no noun that is known: %s", welsh);
		}
	}
	assert_true(count > 100);
}

/* A noun that follows a figure's place and was not marked would stand as it is. */
static void no_noun_after_a_figure_is_without_a_mark(void **state)
{
	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		const char *at = phrase_text((enum phrase)i, LANGUAGE_WELSH);
		while ((at = strstr(at, "%s ")) != NULL) {
			at += strlen("%s ");
			size_t length = strcspn(at, " .,;:)%");
			for (size_t j = 0; j < COUNT_OF(nouns) * COUNT_OF(numbers); j++) {
				const char *noun = expected(&nouns[j / COUNT_OF(numbers)],
				                            numbers[j % COUNT_OF(numbers)]);
				if (strlen(noun) == length && strncmp(at, noun, length) == 0)
					fail_msg("no mark: %s", at);
			}
		}
	}
}

static void phrases_put_the_noun_after_its_own_figure(void **state)
{
	(void)state;
	struct html html = {.text = BUF_INIT, .language = LANGUAGE_WELSH};
	html_tell(&html, PHRASE_HISTORY_SHOWN_LATEST, "3", "6");
	assert_string_equal(html.text.bytes,
	                    "Mae&#39;r llun yn dangos y 3 diweddaraf o 6 chyfnod.");
	buf_clear(&html.text);
	html_weave(&html, PHRASE_CANDOUR_QUESTIONS, "3", "2 adroddiad");
	assert_string_equal(html.text.bytes, "Mae 3 chwestiwn ar agor ynghylch 2 adroddiad");
	buf_clear(&html.text);
	phrase_tell(&html.text, LANGUAGE_WELSH, PHRASE_TOTAL_DELIVERED_MANY, "12");
	assert_string_equal(html.text.bytes, "12 carreg filltir wedi'u cyflawni");
	buf_clear(&html.text);
	html_tally(&html, 2, PHRASE_PLAN_PERIOD, PHRASE_PLAN_PERIODS);
	assert_string_equal(html.text.bytes, "2 gyfnod");
	buf_clear(&html.text);
	html_tally(&html, 1, PHRASE_DUE_OVERDUE_ONE, PHRASE_DUE_OVERDUE_MANY);
	assert_string_equal(html.text.bytes, "1 garreg filltir yn hwyr");
	buf_clear(&html.text);
	html.language = LANGUAGE_ENGLISH;
	html_tally(&html, 2, PHRASE_PLAN_PERIOD, PHRASE_PLAN_PERIODS);
	assert_string_equal(html.text.bytes, "2 periods");
	html_release(&html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_noun_stands_as_its_number_asks),
		cmocka_unit_test(every_mark_is_a_noun_of_the_table),
		cmocka_unit_test(no_noun_after_a_figure_is_without_a_mark),
		cmocka_unit_test(phrases_put_the_noun_after_its_own_figure),
	};
	return cmocka_run_group_tests_name("mutations", tests, NULL, NULL) != 0;
}
