/* What was to be filled in and was not: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/texts.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "document/kinds.h"
#include "document/shape.h"

enum {
	MOST_QUOTED = 60, /* characters */
	MOST_TOLD = 100,  /* doubts about one document */
};

static bool is_mark(const struct sentence *sentence, size_t word, const char *mark)
{
	return word < sentence->count && sentence->words[word].type == WORD_MARK &&
	       strcmp(sentence->words[word].text, mark) == 0;
}

/* True where nothing stands between the word and the one behind it. */
static bool touches_next(const struct sentence *sentence, size_t word)
{
	return word + 1 < sentence->count &&
	       sentence->words[word].at + sentence->words[word].length ==
	               sentence->words[word + 1].at;
}

/* As it was written. */
static const char *written(const struct sentence *sentence, size_t word)
{
	return sentence->passage->text + sentence->words[word].at;
}

/* --- placeholders --- */

/*
 * What may be a placeholder at a word: how many words it takes, or 0. In quotation marks it
 * is spoken of.
 */
typedef size_t (*find_placeholder)(const struct sentence *sentence, size_t word);

/* "TBC", unless the text says what it stands for: "Tamebridge Borough Council (TBC)". */
static const char *const short_words[] = {"tbc", "tbd", "tba", "todo", "fixme", NULL};

enum { SHORT_WORDS = sizeof(short_words) / sizeof(short_words[0]) - 1, SPELLED_WORDS = 5 };

static size_t short_placeholder(const struct sentence *sentence, size_t word)
{
	const struct word *found = &sentence->words[word];
	/* "To do" in one word is English; in capitals it is a note. */
	bool capitals = written(sentence, word)[1] >= 'A' && written(sentence, word)[1] <= 'Z';
	for (size_t i = 0; i < 2; i++)
		if (sentence_says(sentence, word, i == 0 ? "t . b . c" : "t . b . d"))
			return SPELLED_WORDS;
	if (!text_is_one_of(found->text, short_words) || (strlen(found->text) > 3 && !capitals))
		return 0;
	return 1;
}

static bool is_sum(const struct word *word)
{
	return word->type == WORD_MARK &&
	       text_is_one_of(word->text, (const char *const[]){"£", "$", "€", NULL});
}

/* "XX", "£XXk", "XX/XX/2024"; but "Schedule XX" has a number. */
static size_t crossed_out(const struct sentence *sentence, size_t word)
{
	static const char *const numbered[] = {"article",  "schedule", "part",   "annex",
	                                       "chapter",  "section",  "title",  "volume",
	                                       "appendix", "clause",   "number", NULL};
	const struct word *found = &sentence->words[word];
	size_t crosses = strspn(found->text, "x");
	const char *rest = found->text + crosses;
	/* "£X million", "X%" */
	bool sum = (word > 0 && is_sum(&sentence->words[word - 1]) &&
	            touches_next(sentence, word - 1)) ||
	           (is_mark(sentence, word + 1, "%") && touches_next(sentence, word));
	bool day =
		crosses > 1 && text_is_one_of(rest, (const char *const[]){"th", "st", "nd", NULL});
	if (found->type != WORD_LETTERS || crosses < (sum ? 1 : 2) ||
	    (*rest != '\0' && !day && (rest[1] != '\0' || strchr("kmb", *rest) == NULL)))
		return 0;
	if (day && sentence_says(sentence, word + 1, "century"))
		return 0;
	return word > 0 && text_is_one_of(sentence->words[word - 1].text, numbered) ? 0 : 1;
}

/* "to be confirmed", unless it is what somebody will do: "to be confirmed by the Board". */
static size_t long_placeholder(const struct sentence *sentence, size_t word)
{
	static const char *const phrases[] = {"to be confirmed",
	                                      "to be determined",
	                                      "to be advised",
	                                      "to be announced",
	                                      "to be agreed",
	                                      "to be completed",
	                                      NULL};
	static const char *const verbs[] = {"expected", "due",   "need",    "needs",   "needed",
	                                    "has",      "have",  "had",     "likely",  "going",
	                                    "hopes",    "yet",   "ought",   "remains", "remain",
	                                    "awaiting", "wait",  "waits",   "waiting", "first",
	                                    "last",     "order", "planned", "expects", NULL};
	for (size_t i = 0; phrases[i] != NULL; i++) {
		size_t behind = word + 3;
		if (!sentence_says(sentence, word, phrases[i]))
			continue;
		bool ends = behind == sentence->count ||
		            (sentence->words[behind].type == WORD_MARK &&
		             strchr(".,;)]!?", sentence->words[behind].text[0]) != NULL);
		bool verb = word > 0 && text_is_one_of(sentence->words[word - 1].text, verbs);
		/* Of an agreement or a task it is said as well that it is still to come. */
		bool alone = word == 0 || sentence->words[word - 1].type == WORD_MARK;
		return ends && !verb && (alone || i < 4) ? 3 : 0;
	}
	return 0;
}

/* "Figures to follow.", "Name to be supplied": all that is said. */
static size_t announced(const struct sentence *sentence, size_t word)
{
	static const char *const what[] = {"details", "detail", "figures", "figure", "more",
	                                   "date",    "dates",  "name",    "names",  "costs",
	                                   "cost",    "number", "numbers", "amount", NULL};
	static const char *const done[] = {"added", "supplied", "inserted", "provided", NULL};
	bool follow = sentence_says(sentence, word, "to follow");
	bool put = sentence_says(sentence, word, "to be") && word + 2 < sentence->count &&
	           text_is_one_of(sentence->words[word + 2].text, done);
	size_t behind = word + (put ? 3 : 2);
	if ((!follow && !put) || word != 1 || !text_is_one_of(sentence->words[0].text, what) ||
	    (behind < sentence->count && sentence->words[behind].type != WORD_MARK))
		return 0;
	return behind - word;
}

/* "..", "???", "___", and "..." where a word should stand. */
static size_t marked_gap(const struct sentence *sentence, size_t word)
{
	static const char *const marks[] = {".", "?", "_"};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t count = 0;
		bool inside = word > 0 &&
		              (is_mark(sentence, word - 1, marks[i]) ||
		               is_mark(sentence, word - 1, "/")) &&
		              touches_next(sentence, word - 1);
		if (!is_mark(sentence, word, marks[i]) || inside)
			continue;
		while (is_mark(sentence, word + count, marks[i]) &&
		       (count == 0 || touches_next(sentence, word + count - 1)))
			count++;
		bool path = touches_next(sentence, word + count - 1) &&
		            (is_mark(sentence, word + count, "/") ||
		             is_mark(sentence, word + count, "\\"));
		const char *behind = written(sentence, word + count - 1) + 1;
		bool alone = (word == 0 || !touches_next(sentence, word - 1)) &&
		             ((*behind == ' ' && behind[1] != '\0') || *behind == '\n' ||
		              count == sentence->count);
		/* "£?" */
		if (i == 1 && count == 1 && word > 0 && is_sum(&sentence->words[word - 1]) &&
		    touches_next(sentence, word - 1))
			return 1;
		if (count < 2 || path || (i == 0 && count > 2 && !alone) || (i == 2 && count < 3))
			return 0;
		return count;
	}
	return 0;
}

static bool is_quoted(const struct sentence *sentence, size_t word, size_t count)
{
	static const char *const quotes[] = {"\"", "'", "`", NULL};
	return word > 0 && word + count < sentence->count &&
	       text_is_one_of(sentence->words[word - 1].text, quotes) &&
	       text_is_one_of(sentence->words[word + count].text, quotes);
}

/* The first placeholder of the sentence from *WORD on: how many words it takes; 0: none. */
static size_t next_placeholder(const struct sentence *sentence, size_t *word)
{
	static const find_placeholder finders[] = {short_placeholder, crossed_out, long_placeholder,
	                                           announced, marked_gap};
	for (; *word < sentence->count; ++*word)
		for (size_t i = 0; i < sizeof(finders) / sizeof(finders[0]); i++) {
			size_t count = finders[i](sentence, *word);
			if (count != 0 && !is_quoted(sentence, *word, count))
				return count;
		}
	return 0;
}

/* True where the sentence says what the short word stands for, by its first letters. */
static bool spells_out(const struct sentence *sentence, const char *word)
{
	size_t length = strlen(word);
	for (size_t i = length + 1; i < sentence->count; i++) {
		bool same =
			strcmp(sentence->words[i].text, word) == 0 && is_mark(sentence, i - 1, "(");
		for (size_t j = 0; j < length && same; j++)
			same = sentence->words[i - 1 - length + j].text[0] == word[j];
		if (same)
			return true;
	}
	return false;
}

/* Which of the short words are names: the document says so, or the plan has such a name. */
struct names {
	bool are[SHORT_WORDS];
};

static struct names read_names(const struct question *question, struct arena *arena)
{
	struct names names = {{false}};
	struct field_texts texts = {0};
	const struct sentences *sentences = chapter_sentences(question->chapter);
	field_texts_read(question->story->plan_document, arena, &texts);
	for (size_t i = 0; i < SHORT_WORDS; i++) {
		for (size_t j = 0; j < sentences->count && !names.are[i]; j++)
			names.are[i] = spells_out(&sentences->items[j], short_words[i]);
		for (size_t j = 0; j < texts.count && !names.are[i]; j++)
			names.are[i] = text_equal_folded(texts.items[j].text, short_words[i]);
	}
	return names;
}

static bool is_name(const struct names *names, const char *word)
{
	for (size_t i = 0; i < SHORT_WORDS; i++)
		if (strcmp(short_words[i], word) == 0)
			return names->are[i];
	return false;
}

/* A quick look at the bytes: most documents hold nothing that could be a placeholder. */
static bool may_hold_placeholder(const struct document *document)
{
	static const char *const signs[] = {"tb",   "xx",    "..",        "??", "___", "to be",
	                                    "todo", "fixme", "to\nbe",    "x%", "£x",  "$x",
	                                    "€x",   "t.b",   "to follow", "£?", NULL};
	bool begins[UCHAR_MAX + 1] = {false};
	for (size_t j = 0; signs[j] != NULL; j++)
		begins[(unsigned char)signs[j][0]] = true;
	for (size_t i = 0; document->bytes != NULL && i + 1 < document->length; i++)
		for (size_t j = 0;
		     begins[(unsigned char)text_lower(document->bytes[i])] && signs[j] != NULL;
		     j++) {
			size_t k = 0;
			while (signs[j][k] != '\0' && i + k < document->length &&
			       text_lower(document->bytes[i + k]) == signs[j][k])
				k++;
			if (signs[j][k] == '\0')
				return true;
		}
	return false;
}

struct asking {
	const struct question *question;
	struct names names;
	struct arena arena;
	size_t told;
};

/* PLACE: of a field; NULL: of prose, where the sentence stands. */
static void ask_sentence(struct asking *asking, const struct sentence *sentence,
                         const struct place *place)
{
	size_t word = 0, count = next_placeholder(sentence, &word);
	if (count == 0 || asking->told == MOST_TOLD ||
	    is_name(&asking->names, sentence->words[word].text))
		return;
	const struct document *document = chapter_document(asking->question->chapter);
	const struct word *first = &sentence->words[word], *last = first + count - 1;
	asking->told++;
	doubt_raise(asking->question,
	            place != NULL ? *place : sentence_place(document, sentence, word),
	            "`%.*s` stands where %s: \"%s\"", (int)(last->at + last->length - first->at),
	            written(sentence, word),
	            first->type == WORD_MARK ? "words are missing"
	                                     : "something is still to be filled in",
	            sentence_quote(sentence, MOST_QUOTED, &asking->arena));
}

/* True for a text of dots alone in a list, which is an empty item. */
static bool is_empty_item(const struct field_text *text)
{
	return text->list != NULL && text->text[strspn(text->text, ". \n\t")] == '\0';
}

static void ask_fields(struct asking *asking)
{
	struct field_texts texts = {0};
	field_texts_read(chapter_document(asking->question->chapter), &asking->arena, &texts);
	for (size_t i = 0; i < texts.count; i++) {
		struct sentences sentences = {0};
		if (is_empty_item(&texts.items[i]))
			continue;
		sentences_of_text(texts.items[i].text, &asking->arena, &sentences);
		for (size_t j = 0; j < sentences.count; j++)
			ask_sentence(asking, &sentences.items[j], &texts.items[i].place);
	}
}

static void ask_prose(struct asking *asking)
{
	const struct sentences *prose = chapter_sentences(asking->question->chapter);
	for (size_t i = 0; i < prose->count; i++) {
		const struct passage *passage = prose->items[i].passage;
		bool empty = passage->item && passage->text[strspn(passage->text, ".")] == '\0';
		if (!passage->quoted && !empty)
			ask_sentence(asking, &prose->items[i], NULL);
	}
}

void ask_placeholder_left(const struct question *question)
{
	struct asking asking = {.question = question, .arena = ARENA_INIT};
	const struct document *document = chapter_document(question->chapter);
	bool asked = question->landing || !document_is_draft(document);
	if (asked && may_hold_placeholder(document)) {
		asking.names = read_names(question, &asking.arena);
		ask_fields(&asking);
		ask_prose(&asking);
	}
	arena_release(&asking.arena);
}
