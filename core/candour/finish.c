/* Whether sentences and lists are finished: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/texts.h"
#include "candour/unclosed.h"

#include <string.h>

#include "base/text.h"
#include "document/shape.h"

enum {
	FEWEST_WORDS = 4,      /* of a passage that can stop in the middle */
	PARAGRAPH_WORDS = 8,   /* of a paragraph whose last sentence has no mark */
	LONG_WORDS = 12,       /* of one that is a single sentence */
	STATEMENT_WORDS = 6,   /* of one with a verb in it, so that it is no heading */
	MARKED_NEIGHBOURS = 2, /* paragraphs with marks, so that one without is odd */
	MOST_QUOTED = 60,      /* characters */
	MOST_TOLD = 100,       /* doubts about one document */
	LAST_WORDS = 5,        /* that are quoted */
	SMALL_WORDS = 3,       /* that a sentence has, and a signature has not */
};

/* --- sentences --- */

/*
 * Words with which nothing ends, wherever it stands; but not after the words behind them:
 * "aware of" and "political will" may end a sentence.
 */
static const struct {
	const char *word;
	const char *const *unless_after;
} dangling[] = {
	{"the", NULL},
	{"an", NULL},
	{"and", NULL},
	{"or", NULL},
	{"our", NULL},
	{"their", NULL},
	{"its", NULL},
	{"my", NULL},
	{"your", NULL},
	{"whose", NULL},
	{"because", NULL},
	{"although", NULL},
	{"whereas", NULL},
	{"whilst", NULL},
	{"unless", NULL},
	{"than", (const char *const[]){"other", NULL}},
	{"including", NULL},
	{"such as", NULL},
	{"we", (const char *const[]){"than", "do", "should", "can", "could", "are", NULL}},
	{"so that", NULL},
	{"in order to", NULL},
	{"of", (const char *const[]){"aware", "spoken", "heard", "thought", "disposed", "care",
                                     "approved", "notified", "informed", "think", "hear", "know",
                                     "proud", "made", "advantage", NULL}},
	{"a",
         (const char *const[]){"group", "phase", "part",     "lot",   "option", "appendix", "annex",
                               "tier",  "band",  "category", "stage", "cohort", "schedule", "grade",
                               "site",  "block", "plan",     "area",  "zone",   NULL}},
	{"will",
         (const char *const[]){"political", "good", "free", "public", "collective", "at", "the",
                               "a", "this", "it", "they", "we", "which", "that", NULL}},
};

static size_t count_words(const char *phrase)
{
	size_t count = 1;
	for (; *phrase != '\0'; phrase++)
		count += *phrase == ' ' ? 1 : 0;
	return count;
}

/* True where the sentence ends with a word with which nothing ends. */
static bool dangles(const struct sentence *sentence)
{
	for (size_t i = 0; i < sizeof(dangling) / sizeof(dangling[0]); i++) {
		size_t count = count_words(dangling[i].word);
		if (sentence->count < FEWEST_WORDS)
			return false;
		size_t at = sentence->count - count;
		/* "Option A", "Milestone OR": a name. */
		if (!sentence_says(sentence, at, dangling[i].word) ||
		    sentence->words[sentence->count - 1].capital)
			continue;
		return dangling[i].unless_after == NULL ||
		       !text_is_one_of(sentence->words[at - 1].text, dangling[i].unless_after);
	}
	return false;
}

/*
 * True where the last word leads on, though in the right place it may end a sentence: "asked
 * to", "views on", "led by officers from", "the reason is that", "In addition,".
 */
static bool leads_on(const struct sentence *sentence)
{
	static const char *const words[] = {
		"to",      "from",     "with",    "for",     "on",       "in",      "at",
		"by",      "into",     "about",   "between", "through",  "towards", "against",
		"during",  "within",   "without", "upon",    "under",    "via",     "that",
		"which",   "who",      "when",    "where",   "if",       "whether", "but",
		"while",   "as",       "is",      "are",     "was",      "were",    "has",
		"have",    "had",      "be",      "been",    "can",      "should",  "must",
		"would",   "could",    "not",     "any",     "some",     "each",    "every",
		"these",   "those",    "this",    "both",    "other",    "another", "further",
		"more",    "new",      "until",   "since",   "before",   "after",   "they",
		"it",      "he",       "she",     "needs",   "includes", "include", "requires",
		"require", "involves", "several", "two",     "three",    "many",    "most",
		"all",     "no",       "next",    "how",     "what",     "why",     "also",
		"so",      "then",     "among",   "around",  "across",   "over",    NULL};
	const struct word *last = &sentence->words[sentence->count - 1];
	if (last->type == WORD_MARK)
		return text_is_one_of(last->text, (const char *const[]){",", ";", "-", "(", NULL});
	return !last->capital && text_is_one_of(last->text, words);
}

/* The last words of the sentence as they were written. */
static const char *last_words(const struct sentence *sentence, struct arena *arena)
{
	struct sentence part = *sentence;
	size_t first = sentence->count > LAST_WORDS ? sentence->count - LAST_WORDS : 0;
	part.at = sentence->words[first].at;
	part.length = sentence->at + sentence->length - part.at;
	return sentence_quote(&part, MOST_QUOTED, arena);
}

/* What has no sentences though it is a paragraph: a table, "Name: value", an address. */
static bool is_no_prose(const struct passage *passage)
{
	const char *text = passage->text;
	size_t length = strlen(text), last = length;
	while (last > 0 && text[last - 1] != ' ' && text[last - 1] != '\n')
		last--;
	return strchr(text, '|') != NULL || strstr(text, "•") != NULL ||
	       strstr(text + last, "://") != NULL || strchr(text + last, '@') != NULL ||
	       strncmp(text + last, "www.", 4) == 0;
}

/* The paragraphs of a document, and how many of them end with a mark. */
struct marks {
	size_t paragraphs, marked;
	size_t items; /* of lists, that end with a mark */
};

static struct marks count_marks(const struct sentences *sentences)
{
	struct marks marks = {0};
	for (size_t i = 0; i < sentences->count; i++) {
		const struct passage *passage = sentences->items[i].passage;
		bool last = i + 1 == sentences->count || sentences->items[i + 1].passage != passage;
		if (!last || passage->quoted || is_no_prose(passage))
			continue;
		if (passage->item) {
			marks.items += sentences->items[i].finished ? 1 : 0;
			continue;
		}
		marks.paragraphs++;
		marks.marked += sentences->items[i].finished ? 1 : 0;
	}
	return marks;
}

static size_t words_of(const struct sentence *sentence)
{
	size_t count = 0;
	for (size_t i = 0; i < sentence->count; i++)
		count += sentence->words[i].type != WORD_MARK ? 1 : 0;
	return count;
}

/* True for words that are a sentence and no heading: "The list was given to suppliers". */
static bool is_statement(const struct sentence *sentence)
{
	static const char *const verbs[] = {"is",  "are",  "was", "were", "has",  "have",
	                                    "had", "will", "can", "must", "need", NULL};
	static const char *const asking[] = {"what", "how", "why",   "where",
	                                     "when", "who", "which", NULL};
	if (text_is_one_of(sentence->words[0].text, asking) ||
	    strchr(sentence->passage->text, ':') != NULL)
		return false;
	for (size_t i = 0; i < sentence->count; i++)
		if (text_is_one_of(sentence->words[i].text, verbs))
			return true;
	return false;
}

/* True for somebody's name and post, as they stand under what he wrote. */
static bool is_signature(const struct sentence *sentence)
{
	size_t small = 0;
	for (size_t i = 0; i < sentence->count; i++)
		small += sentence->words[i].type == WORD_LETTERS && !sentence->words[i].capital ? 1
		                                                                                : 0;
	return small < SMALL_WORDS;
}

/*
 * True where the last sentence of a paragraph lacks the mark that its neighbours have: the
 * sentence before it in the paragraph, or all other paragraphs.
 */
static bool lacks_mark(const struct sentences *sentences, size_t number, struct marks marks)
{
	const struct sentence *sentence = &sentences->items[number];
	static const char *const open[] = {"the", "a",   "an",    "and", "or",
	                                   "of",  "our", "their", NULL};
	size_t words = words_of(sentence);
	const struct word *end = &sentence->words[sentence->count - 1];
	if (is_signature(sentence) && !leads_on(sentence) &&
	    (end->capital || !text_is_one_of(end->text, open)))
		return false;
	if (number > 0 && sentences->items[number - 1].passage == sentence->passage)
		return words + words_of(&sentences->items[number - 1]) >= PARAGRAPH_WORDS;
	if (leads_on(sentence))
		return words >= FEWEST_WORDS &&
		       (marks.marked != 0 || marks.items >= MARKED_NEIGHBOURS);
	return marks.marked >= MARKED_NEIGHBOURS && marks.marked + 1 == marks.paragraphs &&
	       ((words >= LONG_WORDS && strchr(sentence->passage->text, ':') == NULL) ||
	        (words >= STATEMENT_WORDS && is_statement(sentence)));
}

/* The passage behind this one, where it is of the same section; or NULL. */
static const struct passage *next_passage(const struct prose *prose, const struct passage *passage)
{
	const struct passage *next = passage + 1;
	return next < prose->passages + prose->count && next->section == passage->section ? next
	                                                                                  : NULL;
}

/* The word or the blank that separates items, as in "x; and": the next item follows. */
static bool joins_items(const struct sentence *sentence)
{
	const char *last = sentence->words[sentence->count - 1].text;
	return strcmp(last, "and") == 0 || strcmp(last, "or") == 0 ||
	       strcmp(last, "including") == 0 || strcmp(last, "as") == 0;
}

/*
 * True for "The plan is to include:" at the end of a section, behind which there is nothing
 * at all: what is no prose, such as a table, may be what it leads into.
 */
static bool leads_nowhere(const struct document *document, const struct sentence *sentence)
{
	const struct passage *passage = sentence->passage;
	size_t length = 0;
	int behind = passage->line + 1;
	if (passage->item || words_of(sentence) < FEWEST_WORDS ||
	    strcmp(sentence->words[sentence->count - 1].text, ":") != 0)
		return false;
	for (const char *at = passage->text; (at = strchr(at, '\n')) != NULL; at++)
		behind++;
	const char *at = document_line(document, behind, &length);
	const char *end = document->bytes + document->length;
	while (at != NULL && at < end && strchr(" \t\r\n", *at) != NULL)
		at++;
	return at == NULL || at == end || *at == '#';
}

/* True where the sentence is the last of its passage and stops before its end. */
static bool stops(const struct chapter *chapter, size_t number, struct marks marks)
{
	const struct sentences *sentences = chapter_sentences(chapter);
	const struct sentence *sentence = &sentences->items[number];
	const struct passage *passage = sentence->passage;
	const struct passage *next = next_passage(chapter_prose(chapter), passage);
	bool last =
		number + 1 == sentences->count || sentences->items[number + 1].passage != passage;
	if (!last || passage->quoted || is_no_prose(passage))
		return false;
	if (sentence->finished)
		return next == NULL && leads_nowhere(chapter_document(chapter), sentence);
	if (passage->item)
		return dangles(sentence) && !(next != NULL && joins_items(sentence));
	/* What leads into a list stops there and goes on below. */
	if (next != NULL && (next->item || next->heading))
		return false;
	return dangles(sentence) || lacks_mark(sentences, number, marks);
}

static void ask_fields(const struct question *question, struct arena *arena)
{
	struct field_texts texts = {0};
	field_texts_read(chapter_document(question->chapter), arena, &texts);
	for (size_t i = 0; i < texts.count; i++) {
		struct sentences sentences = {0};
		sentences_of_text(texts.items[i].text, arena, &sentences);
		if (sentences.count == 0)
			continue;
		const struct sentence *last = &sentences.items[sentences.count - 1];
		if (!last->finished && dangles(last))
			doubt_raise(question, texts.items[i].place,
			            "the text stops in the middle of a sentence: \"%s\"",
			            last_words(last, arena));
	}
}

void ask_sentence_unfinished(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	const struct chapter *chapter = question->chapter;
	const struct sentences *sentences = chapter_sentences(chapter);
	struct marks marks = count_marks(sentences);
	for (size_t i = 0, told = 0; i < sentences->count && told < MOST_TOLD; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (!stops(chapter, i, marks))
			continue;
		told++;
		struct place place =
			sentence_place(chapter_document(chapter), sentence, sentence->count - 1);
		doubt_raise(question, place, "the text stops in the middle of a sentence%s: \"%s\"",
		            dangles(sentence) || sentence->finished ? ""
		                                                    : ", or lacks its full stop",
		            last_words(sentence, &arena));
	}
	ask_fields(question, &arena);
	ask_unclosed(question);
	arena_release(&arena);
}

/* --- lists --- */

/* What stands where there is nothing to say: marks, and words that say so. */
static bool is_filler(const char *text, bool words_too)
{
	static const char *const marks[] = {"..", "...", "....", ".", "…", "-",
	                                    "--", "–",   "—",    "_", "?", NULL};
	static const char *const words[] = {"n/a",    "na",     "none",           "nil",     "n.a",
	                                    "(none)", "[none]", "not applicable", "nothing", NULL};
	enum { LONGEST = 16 };
	char plain[LONGEST];
	size_t length = strlen(text), from = strspn(text, " \n\t");
	while (length > from && strchr(" \n\t", text[length - 1]) != NULL)
		length--;
	length -= from;
	if (length == 0 || length >= LONGEST)
		return false;
	for (size_t i = 0; i < length; i++)
		plain[i] = text_lower(text[from + i]);
	plain[length] = '\0';
	if (text_is_one_of(plain, marks))
		return true;
	plain[length - (plain[length - 1] == '.' ? 1 : 0)] = '\0';
	return words_too && text_is_one_of(plain, words);
}

/* Behind the marker of an item at TEXT, which ends at END; NULL where there is none. */
static const char *behind_marker(const char *text, const char *end)
{
	enum { MOST_DIGITS = 9 };
	while (text < end && (*text == ' ' || *text == '\t'))
		text++;
	const char *at = text;
	while (at < end && *at >= '0' && *at <= '9' && at - text < MOST_DIGITS)
		at++;
	if (at == end || (at != text ? strchr(".)", *at) : strchr("-*+", *at)) == NULL)
		return NULL;
	at++;
	return at == end || *at == ' ' || *at == '\t' ? at : NULL;
}

static bool is_blank(const char *text, const char *end)
{
	while (text < end && (*text == ' ' || *text == '\t' || *text == '\r'))
		text++;
	return text == end;
}

/* True for an item without text; "- -" is one in another. */
static bool is_bare_item(const char *text, const char *end)
{
	const char *behind = behind_marker(text, end);
	while (behind != NULL && !is_blank(behind, end))
		behind = behind_marker(behind, end);
	return behind != NULL;
}

static size_t indent_of(const char *text, const char *end)
{
	size_t indent = 0;
	while (text + indent < end && text[indent] == ' ')
		indent++;
	return indent;
}

/* The body line by line, as far as what stands in it is text. */
struct lines {
	const char *at, *stop;
	const char *start, *end; /* of the line */
	int number;
	bool fenced, commented, may_begin; /* a list may begin on the line */
};

static bool next_line(struct lines *lines)
{
	if (lines->at >= lines->stop)
		return false;
	const char *next = memchr(lines->at, '\n', (size_t)(lines->stop - lines->at));
	lines->start = lines->at;
	lines->end = next == NULL ? lines->stop : next;
	lines->at = next == NULL ? lines->stop : next + 1;
	lines->number++;
	return true;
}

static bool holds(const struct lines *lines, const char *text)
{
	return memmem(lines->start, (size_t)(lines->end - lines->start), text, strlen(text)) !=
	       NULL;
}

/* True where the line is no text: code, or a comment. */
static bool is_hidden(struct lines *lines)
{
	const char *first = lines->start + indent_of(lines->start, lines->end);
	bool fence = lines->end - first >= 3 &&
	             (memcmp(first, "```", 3) == 0 || memcmp(first, "~~~", 3) == 0);
	bool hidden = lines->fenced || fence || lines->commented;
	if (fence && !lines->commented)
		lines->fenced = !lines->fenced;
	if (!lines->fenced && holds(lines, "<!--"))
		lines->commented = true;
	if (holds(lines, "-->"))
		lines->commented = false;
	return hidden;
}

/* True where the next line belongs to the item of this one. */
static bool goes_on(const struct lines *lines)
{
	struct lines next = *lines;
	return next_line(&next) && !is_blank(next.start, next.end) &&
	       indent_of(next.start, next.end) > indent_of(lines->start, lines->end);
}

static void ask_bare_items(const struct question *question)
{
	const struct body *body = &chapter_document(question->chapter)->body;
	struct lines lines = {.at = body->text,
	                      .stop = body->text + body->length,
	                      .number = body->line - 1,
	                      .may_begin = true};
	size_t told = 0;
	while (told < MOST_TOLD && next_line(&lines)) {
		bool hidden = is_hidden(&lines), blank = is_blank(lines.start, lines.end);
		if (!hidden && lines.may_begin && is_bare_item(lines.start, lines.end) &&
		    !goes_on(&lines)) {
			told++;
			doubt_raise(question, (struct place){lines.number, 1},
			            "an item of this list says nothing");
		}
		/* Below a line of text a hyphen makes that a heading. */
		lines.may_begin = hidden || blank || *lines.start == '#' ||
		                  behind_marker(lines.start, lines.end) != NULL ||
		                  (lines.may_begin && indent_of(lines.start, lines.end) > 0);
	}
}

/* True where the section has more items than this one, so that "none" is no answer. */
static bool has_others(const struct prose *prose, const struct passage *item)
{
	const struct passage *next = next_passage(prose, item);
	bool first = item == prose->passages || !item[-1].item || item[-1].section != item->section;
	return !first || (next != NULL && next->item);
}

void ask_list_empty(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	struct field_texts texts = {0};
	const struct prose *prose = chapter_prose(question->chapter);
	ask_bare_items(question);
	for (size_t i = 0; i < prose->count; i++)
		if (prose->passages[i].item &&
		    is_filler(prose->passages[i].text, has_others(prose, &prose->passages[i])))
			doubt_raise(question, (struct place){prose->passages[i].line, 1},
			            "an item of this list says only `%.8s`",
			            prose->passages[i].text);
	field_texts_read(chapter_document(question->chapter), &arena, &texts);
	for (size_t i = 0; i < texts.count; i++) {
		const struct field_text *text = &texts.items[i];
		/* "None" may stand behind what need not be given. */
		if (text->list != NULL &&
		    is_filler(text->text, text->field->need == REQUIRED &&
		                                  strcmp(text->field->name, "mitigation") != 0))
			doubt_raise(question, text->place,
			            "`%s` of an item of `%s` says only `%.8s`", text->field->name,
			            text->list->name, text->text);
	}
	arena_release(&arena);
}
