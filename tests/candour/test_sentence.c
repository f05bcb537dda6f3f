#include "support/testing.h"

#include <string.h>

#include "candour/sentence.h"
#include "support/sandbox.h"

enum { MOST = 400 };

/* The sentences of a text, with `|` between; what is not finished ends with `~`. */
static const char *split(struct arena *arena, const char *text)
{
	struct sentences sentences = {0};
	const char *joined = "";
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		joined = arena_printf(arena, "%s%s%s%s", joined, i == 0 ? "" : "|",
		                      sentence_quote(&sentences.items[i], MOST, arena),
		                      sentences.items[i].finished ? "" : "~");
	return joined;
}

/* The words of a text, with blanks between; `*` behind a capital, `=7` behind a number. */
static const char *words(struct arena *arena, const char *text)
{
	struct sentences sentences = {0};
	const char *joined = "";
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		for (size_t k = 0; k < sentences.items[i].count; k++) {
			const struct word *word = &sentences.items[i].words[k];
			joined = arena_printf(arena, "%s%s%s%s", joined,
			                      joined[0] == '\0' ? "" : " ", word->text,
			                      word->capital ? "*" : "");
			if (word->number >= 0)
				joined = arena_printf(arena, "%s=%d", joined, word->number);
		}
	return joined;
}

static void a_sentence_ends_where_a_reader_ends_it(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *text, *sentences;
	} cases[] = {
		{"", ""},
		{" \n\t ", ""},
		{"One thing is done. Another is not.", "One thing is done.|Another is not."},
		{"Is it done? No! It is not", "Is it done?|No!|It is not~"},
		{"The line\nends here. The next\ngoes on.",
	         "The line ends here.|The next goes on."},
		{"It was agreed. 12 people came.", "It was agreed.|12 people came."},
		{"It was agreed. 26th July is next.", "It was agreed.|26th July is next."},
		{"What is left. – Nothing.", "What is left.|– Nothing."},
		/* No end: nothing large behind it, or no blank. */
		{"The budget of 2.5 million. is spent.", "The budget of 2.5 million. is spent."},
		{"See plan.md for more.", "See plan.md for more."},
		{"It costs £2.5m. It is paid.", "It costs £2.5m.|It is paid."},
		/* Abbreviations. */
		{"See No. 5 of the list.", "See No. 5 of the list."},
		{"The answer is no. The Board said so.", "The answer is no.|The Board said so."},
		{"Some teams, e.g. Finance, i.e. Money, were asked.",
	         "Some teams, e.g. Finance, i.e. Money, were asked."},
		{"Some teams (eg. Finance) were asked.", "Some teams (eg. Finance) were asked."},
		{"Cllr. Brown and Dr. Green met J. R. White.",
	         "Cllr. Brown and Dr. Green met J. R. White."},
		{"It follows Plan B. The rest is in Appendix A. Nothing else.",
	         "It follows Plan B.|The rest is in Appendix A.|Nothing else."},
		{"It was sent in Sept. 2023 to all.", "It was sent in Sept. 2023 to all."},
		{"Desks, chairs, etc. The rest is here.", "Desks, chairs, etc.|The rest is here."},
		{"It takes approx. 4 weeks. Not more.", "It takes approx. 4 weeks.|Not more."},
		/* Quotations and brackets belong to what they close. */
		{"They said “It is done.” We agree.", "They said “It is done.”|We agree."},
		{"They said “Done!” and left.", "They said “Done!” and left."},
		{"(It was “agreed.”) The rest is open.", "(It was “agreed.”)|The rest is open."},
		{"It is done (see below). More follows.", "It is done (see below).|More follows."},
		/* What is finished. */
		{"The following were done:", "The following were done:"},
		{"and so on…", "and so on…"},
		{"and so on... The next one", "and so on...|The next one~"},
		{"The work of the", "The work of the~"},
		{"It is done.\xC2\xA0The next is not.", "It is done.|The next is not."},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_text(split(&sandbox->arena, cases[i].text), cases[i].sentences);
}

static void words_are_what_is_said(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *text, *words;
	} cases[] = {
		{"The Board agreed.", "the* board* agreed ."},
		{"Green/Amber", "green* / amber*"},
		{"re-rated, non‑compliant", "re-rated , non-compliant"},
		{"Board’s and members'", "board's* and members '"},
		{"two of twenty-one, the third and the twenty-first",
	         "two=2 of twenty-one=21 , the third=3 and the twenty-first=21"},
		{"1,250 of 12,34 on 26th", "1,250=1250 of 12=12 , 34=34 on 26th=26"},
		{"4-6 weeks, 4–6 weeks", "4=4 - 6=6 weeks , 4=4 - 6=6 weeks"},
		{"2023’s, 2023/24, 2023…", "2023=2023 ' s , 2023=2023 / 24=24 , 2023=2023 …"},
		{"“2024” and 10am", "\" 2024=2024 \" and 10am"},
		{"Élan in Ynys Môn", "élan* in ynys* môn*"},
		{"99999999 is no number", "99999999 is no number"},
		{"26st-like one-off fifty-twelve", "26st-like one-off fifty-twelve"},
		{"£5 & more", "£ 5=5 & more"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_text(words(&sandbox->arena, cases[i].text), cases[i].words);
}

static void phrases_are_found(void **state)
{
	struct sandbox *sandbox = *state;
	struct sentences sentences = {0};
	sentences_of_text("There are no risks, and no Concerns either.", &sandbox->arena,
	                  &sentences);
	const struct sentence *sentence = &sentences.items[0];
	assert_int_equal(sentence_find(sentence, 0, "no risks"), 2);
	assert_int_equal(sentence_find(sentence, 0, "no"), 2);
	assert_int_equal(sentence_find(sentence, 3, "no"), 6);
	assert_int_equal(sentence_find(sentence, 0, "risks , and"), 3);
	assert_int_equal(sentence_find(sentence, 0, "no risk"), sentence->count);
	assert_true(sentence_says(sentence, 6, "no concerns either"));
	assert_false(sentence_says(sentence, 6, "no concerns either . more"));
	assert_false(sentence_says(sentence, sentence->count, "no"));
	assert_true(sentence_has(sentence, (const char *const[]){"yes", "either", NULL}));
	assert_false(sentence_has(sentence, (const char *const[]){"yes", "neither", NULL}));
	assert_text(sentence_quote(sentence, 12, &sandbox->arena), "There are no…");
	sentences_of_text("Ynys Môn\nfirst", &sandbox->arena, &sentences);
	assert_text(sentence_quote(&sentences.items[1], 7, &sandbox->arena), "Ynys Mô…");
	assert_text(sentence_quote(&sentences.items[1], 14, &sandbox->arena), "Ynys Môn first");
}

static const char document[] = "---\n"                             /* 1 */
			       "workstream: a\n"                   /* 2 */
			       "period: 2023-07\n"                 /* 3 */
			       "---\n"                             /* 4 */
			       "\n"                                /* 5 */
			       "Before any heading.\n"             /* 6 */
			       "\n"                                /* 7 */
			       "## Key activities\n"               /* 8 */
			       "\n"                                /* 9 */
			       "An ant ran **an** errand\n"        /* 10 */
			       "for Môn. It sang,\n"               /* 11 */
			       "then it slept.\n"                  /* 12 */
			       "\n"                                /* 13 */
			       "- First item\n"                    /* 14 */
			       "  goes on here\n"                  /* 15 */
			       "- Second [link](target.md) item\n" /* 16 */
			       "\n"                                /* 17 */
			       "> Quoted words.\n";                /* 18 */

/* Each word with where it stands, from the first sentence on. */
static void a_word_is_found_in_its_document(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct {
		const char *word;
		int line, column;
	} cases[] = {
		{"before", 6, 1},  {"an", 10, 1},      {"ant", 10, 4},   {"ran", 10, 8},
		{"an", 10, 14},    {"errand", 10, 19}, {"môn", 11, 5},   {"it", 11, 10},
		{"sang", 11, 13},  {"then", 12, 1},    {"slept", 12, 9}, {"first", 14, 3},
		{"here", 15, 11},  {"second", 16, 3},  {"link", 16, 11}, {"item", 16, 28},
		{"quoted", 18, 3},
	};
	struct document *read = document_read("a.md", document, strlen(document), DOCUMENT_WHOLE);
	struct prose prose;
	struct sentences sentences = {0};
	prose_read(&read->body, &sandbox->arena, &prose);
	sentences_read(&prose, &sandbox->arena, &sentences);
	size_t found = 0;
	for (size_t i = 0; i < sentences.count; i++)
		for (size_t k = 0; k < sentences.items[i].count; k++) {
			const char *word = sentences.items[i].words[k].text;
			if (found == COUNT_OF(cases) || strcmp(word, cases[found].word) != 0)
				continue;
			struct place place = sentence_place(read, &sentences.items[i], k);
			/* "an" stands twice, and "item" too: the next one asked for is meant. */
			if (place.line != cases[found].line)
				continue;
			assert_int_equal(place.column, cases[found].column);
			found++;
		}
	assert_int_equal(found, COUNT_OF(cases));
	assert_true(sentences.items[sentences.count - 1].passage->quoted);
	document_free(read);
}

static void headings_are_no_sentences_and_items_end_theirs(void **state)
{
	struct sandbox *sandbox = *state;
	static const char text[] = "---\nworkstream: a\n---\n\n## Key activities\n\n"
				   "### Below\n\n- one\n- two\n\nThree\n";
	struct document *read = document_read("a.md", text, strlen(text), DOCUMENT_WHOLE);
	struct prose prose;
	struct sentences sentences = {0};
	prose_read(&read->body, &sandbox->arena, &prose);
	sentences_read(&prose, &sandbox->arena, &sentences);
	assert_int_equal(sentences.count, 3);
	assert_text(sentences.items[0].words[0].text, "one");
	assert_text(sentences.items[2].words[0].text, "three");
	assert_false(sentences.items[2].finished);
	document_free(read);
}

/* Nothing that a file may hold takes long, or reads beyond its end. */
static void odd_texts_are_read_in_no_time(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const pieces[] = {
		".",    "\"",       ")",    "a.", "A. ",  "1,",  "-",     "’",
		"\xC2", "\xE2\x80", "\xFF", "Ü-", "12th", ". )", "e.g. ",
	};
	enum { TIMES = 20000 };
	double start = testing_seconds();
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		size_t length = strlen(pieces[i]);
		char *text = arena_new(&sandbox->arena, TIMES * length + 1);
		for (size_t k = 0; k < TIMES; k++)
			memcpy(text + k * length, pieces[i], length);
		struct sentences sentences = {0};
		sentences_of_text(text, &sandbox->arena, &sentences);
		size_t covered = 0;
		for (size_t k = 0; k < sentences.count; k++)
			covered += sentences.items[k].count;
		assert_true(covered > 0);
	}
	assert_quick(start, 2, "odd texts");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_sentence_ends_where_a_reader_ends_it),
		sandbox_test(words_are_what_is_said),
		sandbox_test(phrases_are_found),
		sandbox_test(a_word_is_found_in_its_document),
		sandbox_test(headings_are_no_sentences_and_items_end_theirs),
		sandbox_test(odd_texts_are_read_in_no_time),
	};
	return cmocka_run_group_tests_name("sentences", tests, NULL, NULL) != 0;
}
