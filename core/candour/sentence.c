#include "candour/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

/* --- numbers --- */

static const struct {
	const char *word;
	int number;
} numbers[] = {
	{"zero", 0},     {"one", 1},         {"two", 2},        {"three", 3},     {"four", 4},
	{"five", 5},     {"six", 6},         {"seven", 7},      {"eight", 8},     {"nine", 9},
	{"ten", 10},     {"eleven", 11},     {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
	{"fifteen", 15}, {"sixteen", 16},    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
	{"twenty", 20},  {"thirty", 30},     {"forty", 40},     {"fifty", 50},    {"first", 1},
	{"second", 2},   {"third", 3},       {"fourth", 4},     {"fifth", 5},     {"sixth", 6},
	{"seventh", 7},  {"eighth", 8},      {"ninth", 9},      {"tenth", 10},    {"eleventh", 11},
	{"twelfth", 12}, {"thirteenth", 13}, {"twentieth", 20},
};

enum { MOST_DIGITS = 7, THOUSAND_DIGITS = 3 };

static int plain_number(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (numbers[i].word[0] == text[0] && strlen(numbers[i].word) == length &&
		    memcmp(numbers[i].word, text, length) == 0)
			return numbers[i].number;
	return -1;
}

/* "twenty-one", "twenty-first". */
static int letters_number(const char *text)
{
	const char *hyphen = strchr(text, '-');
	if (hyphen == NULL)
		return plain_number(text, strlen(text));
	int tens = plain_number(text, (size_t)(hyphen - text));
	int ones = plain_number(hyphen + 1, strlen(hyphen + 1));
	return tens >= 20 && tens % 10 == 0 && ones > 0 && ones < 10 ? tens + ones : -1;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* --- words --- */

/* The character as words have it: small, and of one kind where people write several. */
static unsigned plain_rune(unsigned rune)
{
	switch (rune) {
	case 0x2018:
	case 0x2019:
		return '\'';
	case 0x201C:
	case 0x201D:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
		return '-';
	case 0x00A0:
	case 0x202F:
	case 0x2009:
		return ' ';
	default:
		return text_fold(rune);
	}
}

/* The length in bytes of the character at TEXT, at least 1, and what it is to words. */
static size_t character(const char *text, unsigned *plain, bool *capital)
{
	unsigned rune = (unsigned char)*text;
	if (rune < 0x80) { /* nearly all are */
		*plain = text_fold(rune);
		*capital = *plain != rune;
		return 1;
	}
	size_t length = text_rune(text, strnlen(text, 4), &rune);
	*plain = plain_rune(rune);
	*capital = text_fold(rune) != rune;
	return length == 0 ? 1 : length;
}

/* Letters, figures, and what may stand inside a word. */
static bool is_word_rune(unsigned plain)
{
	return (plain >= '0' && plain <= '9') || (plain >= 'a' && plain <= 'z') ||
	       (plain >= 0xC0 && plain < 0x2000);
}

/* True where a letter or a figure stands at TEXT. */
static bool is_word_at(const char *text)
{
	unsigned plain;
	bool capital;
	character(text, &plain, &capital);
	return is_word_rune(plain);
}

static bool is_blank_at(const char *text)
{
	unsigned plain;
	bool capital;
	character(text, &plain, &capital);
	return plain == ' ' || plain == '\n' || plain == '\t' || plain == '\0';
}

static void add_rune(struct buf *buf, unsigned plain, const char *bytes, size_t length)
{
	if (plain < 0x80)
		buf_byte(buf, (char)plain);
	else if (plain < 0x800) {
		buf_byte(buf, (char)(0xC0 | (plain >> 6)));
		buf_byte(buf, (char)(0x80 | (plain & 0x3F)));
	} else
		buf_add(buf, bytes, length);
}

struct reader {
	const char *text;
	struct arena *arena;
	struct word *words;
	size_t count, room;
	struct buf buf;
};

/* "1,250", "07": the digits at AT, whose end it returns. */
static size_t figures_end(const char *text, size_t at)
{
	while (is_digit(text[at]))
		at++;
	while (text[at] == ',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
	       is_digit(text[at + 3]) && !is_digit(text[at + 1 + THOUSAND_DIGITS]))
		at += 1 + THOUSAND_DIGITS;
	return at;
}

static int figures_number(const char *text, size_t length)
{
	int number = 0, digits = 0;
	for (size_t i = 0; i < length; i++) {
		if (!is_digit(text[i]))
			continue;
		if (++digits > MOST_DIGITS)
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

/* "26th": the figures that an ending of an ordinal follows; else -1. */
static int ordinal_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	for (size_t i = 0; digits != 0 && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strcmp(text + digits, endings[i]) == 0)
			return figures_number(text, digits);
	return -1;
}

/* Reads the letters at AT into the buffer; returns their end. */
static size_t read_letters(struct reader *reader, size_t at, bool *capital)
{
	const char *text = reader->text;
	bool first = true;
	for (;;) {
		unsigned plain, behind;
		bool large, ignored;
		size_t length = character(text + at, &plain, &large);
		bool holds = false;
		if (plain == '\'' || plain == '-') {
			bool digits =
				at > 0 && is_digit(text[at - 1]) && is_digit(text[at + length]);
			character(text + at + length, &behind, &ignored);
			holds = !first && !digits && text[at + length] != '\0' &&
			        is_word_rune(behind);
		}
		if (!is_word_rune(plain) && !holds)
			return at;
		if (first)
			*capital = large;
		first = false;
		add_rune(&reader->buf, plain, text + at, length);
		at += length;
	}
}

/*
 * The first two bytes of a word, which is over at a blank. Hundreds of phrases are asked of a
 * sentence of twenty words: most are answered by a look at how its words start.
 */
static uint16_t start_of(const char *word)
{
	unsigned first = (unsigned char)word[0], second = first == 0 ? 0 : (unsigned char)word[1];
	return (uint16_t)(first | (second == ' ' ? 0 : second) << 8);
}

static uint64_t start_bit(uint16_t start)
{
	return UINT64_C(1) << ((start * 5U + (start >> 8)) % 64);
}

static void add_word(struct reader *reader, const struct word *word)
{
	reader->words = arena_grow(reader->arena, reader->words, reader->count, &reader->room,
	                           sizeof(*reader->words));
	struct word *added = &reader->words[reader->count++];
	*added = *word;
	added->text = arena_text(reader->arena, reader->buf.bytes, reader->buf.length);
	added->start = start_of(added->text);
}

/* Reads the word at AT, which is no blank; returns its end. */
static size_t read_word(struct reader *reader, size_t at)
{
	const char *text = reader->text;
	struct word word = {.type = WORD_LETTERS, .at = at, .number = -1};
	unsigned plain;
	bool capital = false;
	size_t end = is_digit(text[at]) ? figures_end(text, at) : at;
	buf_clear(&reader->buf);
	if (end != at && !is_word_at(text + end)) {
		word.type = WORD_FIGURES;
		word.number = figures_number(text + at, end - at);
		buf_add(&reader->buf, text + at, end - at);
	} else {
		end = read_letters(reader, at, &capital);
		word.capital = capital;
		if (end == at) {
			word.type = WORD_MARK;
			end = at + character(text + at, &plain, &capital);
			add_rune(&reader->buf, plain, text + at, end - at);
		} else {
			word.number = is_digit(reader->buf.bytes[0])
			                      ? ordinal_number(reader->buf.bytes)
			                      : letters_number(reader->buf.bytes);
		}
	}
	word.length = end - at;
	add_word(reader, &word);
	return end;
}

/* --- sentences --- */

static bool is_ending(const struct word *word)
{
	return word->type == WORD_MARK && strlen(word->text) == 1 &&
	       strchr(".!?", word->text[0]) != NULL;
}

static bool is_closing(const struct word *word)
{
	return word->type == WORD_MARK && strlen(word->text) == 1 &&
	       strchr("\"')]", word->text[0]) != NULL;
}

bool word_is_any(const struct word *word, const char *list)
{
	for (size_t length; *list != '\0'; list += length, list += *list == ' ' ? 1 : 0) {
		for (length = 0; list[length] != '\0' && list[length] == word->text[length];)
			length++;
		if (word->text[length] == '\0' && (list[length] == ' ' || list[length] == '\0'))
			return true;
		while (list[length] != ' ' && list[length] != '\0')
			length++;
	}
	return false;
}

/* "Plan B. The rest": a letter behind one of these names something, and is no initial. */
static bool is_named_by_letter(const struct reader *reader, size_t word)
{
	static const char leads[] =
		"annex appendix band case category exhibit grade group item lot option part "
		"phase plan point schedule stage table theme vitamin";
	return word > 0 && word_is_any(&reader->words[word - 1], leads);
}

/* "e.g", "U.K": a letter, a full stop and a letter, with nothing between. */
static bool ends_letters(const struct reader *reader, size_t word)
{
	const struct word *words = reader->words;
	return word >= 2 && words[word].length == 1 && words[word - 1].text[0] == '.' &&
	       words[word - 2].length == 1 && words[word - 2].type == WORD_LETTERS &&
	       words[word - 2].at + 2 == words[word].at && words[word].text[0] != 'm';
}

/* True where the full stop behind word number WORD may be the word's own, before NEXT. */
static bool is_abbreviation(const struct reader *reader, size_t word, const struct word *next)
{
	/* What these stand before may begin with a capital; the others stand before figures. */
	static const char before_names[] = "cllr dr eg ie messrs mr mrs ms prof rev st vs";
	static const char before_figures[] =
		"apr approx aug c ca dec fig feb jan jul jun mar no nos nov oct p para paras "
		"pp ref sec sect sep sept vol";
	const struct word *found = &reader->words[word];
	if (found->type != WORD_LETTERS)
		return false;
	if (ends_letters(reader, word))
		return true;
	if (found->capital && found->length == 1)
		return !is_named_by_letter(reader, word);
	if (next->type != WORD_LETTERS || is_digit(next->text[0]))
		return word_is_any(found, before_figures);
	return word_is_any(found, before_names);
}

/*
 * True where the sentence is over with word number LAST; that is number MARK, or one of those
 * that close what stands there.
 */
static bool ends_with(const struct reader *reader, size_t mark, size_t last)
{
	const struct word *words = reader->words, *word = &words[last];
	if (last + 1 == reader->count)
		return true;
	if (!is_ending(&words[mark]) || !is_blank_at(reader->text + word->at + word->length))
		return false;
	const struct word *next = &words[last + 1];
	if (mark == last && mark > 0 && word->text[0] == '.' &&
	    is_abbreviation(reader, mark - 1, next))
		return false;
	return next->capital || next->type != WORD_LETTERS || is_digit(next->text[0]);
}

static uint64_t starts_of(const struct word *words, size_t count)
{
	uint64_t starts = 0;
	for (size_t i = 0; i < count; i++)
		starts |= start_bit(words[i].start);
	return starts;
}

static void add_sentence(const struct reader *reader, const struct passage *passage, size_t from,
                         size_t to, struct sentences *sentences)
{
	const struct word *words = reader->words + from, *last = &reader->words[to - 1];
	size_t mark = to;
	while (mark > from + 1 && is_closing(&reader->words[mark - 1]))
		mark--;
	const struct word *end = &reader->words[mark - 1];
	sentences->items = arena_grow(reader->arena, sentences->items, sentences->count,
	                              &sentences->room, sizeof(*sentences->items));
	sentences->items[sentences->count++] = (struct sentence){
		.passage = passage,
		.words = words,
		.count = to - from,
		.at = words->at,
		.length = last->at + last->length - words->at,
		.finished = is_ending(end) || strcmp(end->text, ":") == 0 ||
	                    strcmp(end->text, "…") == 0,
		.starts = starts_of(words, to - from),
	};
}

static void read_passage(const struct passage *passage, struct arena *arena,
                         struct sentences *sentences)
{
	struct reader reader = {.text = passage->text, .arena = arena, .buf = BUF_INIT};
	size_t from = 0;
	for (size_t at = 0; passage->text[at] != '\0';) {
		unsigned plain;
		bool capital;
		size_t length = character(passage->text + at, &plain, &capital);
		if (plain == ' ' || plain == '\n' || plain == '\t')
			at += length;
		else
			at = read_word(&reader, at);
	}
	size_t mark = 0;
	for (size_t i = 0; i < reader.count; i++) {
		const struct word *words = reader.words;
		if (i == 0 || !is_closing(&words[i]) ||
		    words[i - 1].at + words[i - 1].length != words[i].at)
			mark = i;
		if (!ends_with(&reader, mark, i))
			continue;
		add_sentence(&reader, passage, from, i + 1, sentences);
		from = i + 1;
	}
	buf_release(&reader.buf);
}

void sentences_read(const struct prose *prose, struct arena *arena, struct sentences *sentences)
{
	for (size_t i = 0; i < prose->count; i++)
		if (!prose->passages[i].heading)
			read_passage(&prose->passages[i], arena, sentences);
}

void sentences_of_text(const char *text, struct arena *arena, struct sentences *sentences)
{
	struct passage *passage = arena_new(arena, sizeof(*passage));
	*passage = (struct passage){.section = BODY_PREFACE,
	                            .text = arena_text(arena, text, strlen(text))};
	read_passage(passage, arena, sentences);
}

/* --- asking --- */

bool sentence_says(const struct sentence *sentence, size_t word, const char *phrase)
{
	for (; *phrase != '\0'; word++) {
		const char *text = word < sentence->count ? sentence->words[word].text : "";
		if (*text != *phrase)
			return false;
		for (; *text != '\0' && *text == *phrase; text++)
			phrase++;
		if (*text != '\0' || (*phrase != ' ' && *phrase != '\0'))
			return false;
		phrase += *phrase == ' ' ? 1 : 0;
	}
	return true;
}

size_t sentence_find(const struct sentence *sentence, size_t from, const char *phrase)
{
	uint16_t start = start_of(phrase);
	if ((sentence->starts & start_bit(start)) == 0)
		return sentence->count;
	for (; from < sentence->count; from++)
		if (sentence->words[from].start == start && sentence_says(sentence, from, phrase))
			return from;
	return sentence->count;
}

bool sentence_has(const struct sentence *sentence, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (sentence_find(sentence, 0, *phrases) < sentence->count)
			return true;
	return false;
}
