#include "candour/lexicon.h"

#include <string.h>

#include "candour/lexicon_bits.h"
#include "base/text.h"

enum { SHORTEST_NAME = 2 };

/* --- bits --- */

static void add_bit(struct arena *arena, struct bits *bits, const struct word *word, size_t number,
                    const char *text)
{
	const struct word *before = word - 1;
	bool first = bits->count == 0 || bits->items[bits->count - 1].word != number;
	bits->items =
		arena_grow(arena, bits->items, bits->count, &bits->room, sizeof(*bits->items));
	bits->items[bits->count] = (struct bit){
		.text = text,
		.word = number,
		.number = word->number,
		.mark = word->type == WORD_MARK,
		.capital = first && word->capital,
		.glued = number > 0 && before->at + before->length == word->at,
	};
	bits->count++;
}

/* The length of what an apostrophe begins at the end of the word: "'s", "n't"; or 0. */
static size_t ending_of(const char *text, size_t length)
{
	static const char *const endings[] = {"n't", "'s", "'re", "'ve", "'ll"};
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t most = strlen(endings[i]);
		if (length > most && memcmp(text + length - most, endings[i], most) == 0)
			return most;
	}
	return 0;
}

static void add_word(struct arena *arena, struct bits *bits, const struct sentence *sentence,
                     size_t number)
{
	const struct word *word = &sentence->words[number];
	size_t length = strlen(word->text), ending = ending_of(word->text, length);
	if (word->type != WORD_LETTERS || word->number >= 0) {
		add_bit(arena, bits, word, number, word->text);
		return;
	}
	const char *end = word->text + length - ending;
	for (const char *at = word->text; at < end;) {
		const char *hyphen = memchr(at, '-', (size_t)(end - at));
		size_t part = hyphen != NULL ? (size_t)(hyphen - at) : (size_t)(end - at);
		const char *text = hyphen == NULL && ending == 0 && at == word->text
		                           ? at
		                           : arena_text(arena, at, part);
		add_bit(arena, bits, word, number, text);
		at += part + (hyphen != NULL ? 1 : 0);
	}
	if (ending != 0)
		add_bit(arena, bits, word, number, end);
}

void bits_cut(struct arena *arena, const struct sentence *sentence, struct bits *bits)
{
	for (size_t i = 0; i < sentence->count; i++)
		add_word(arena, bits, sentence, i);
}

const struct bit bits_none = {.text = "", .mark = true, .number = -1};

bool bit_is_any(const struct bit *bit, const char *const *words)
{
	return text_is_one_of(bit->text, words);
}

bool bit_is_ordinal(const struct bit *bit)
{
	static const char *const endings[] = {"th", "nd", "rd", "st"};
	size_t length = strlen(bit->text);
	for (size_t i = 0; length > 2 && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strcmp(bit->text + length - 2, endings[i]) == 0)
			return true;
	return false;
}

/* --- entries --- */

static void add_entry(struct lexicon *lexicon, const char *const *words, size_t count,
                      enum token_type type, int value)
{
	struct entry *entry = arena_new(lexicon->arena, sizeof(*entry));
	*entry = (struct entry){words, count, type, value, NULL};
	struct entry *first = map_get(&lexicon->entries, words[0]);
	if (first == NULL || first->count < count) {
		entry->next = first;
		map_set(&lexicon->entries, words[0], entry);
		return;
	}
	while (first->next != NULL && first->next->count >= count)
		first = first->next;
	entry->next = first->next;
	first->next = entry;
}

/* Adds the words of LENGTH bytes with blanks between. */
static void add_phrase(struct lexicon *lexicon, const char *text, size_t length,
                       enum token_type type, int value)
{
	size_t most = 1, count = 0;
	for (size_t i = 0; i < length; i++)
		most += text[i] == ' ' ? 1 : 0;
	const char **words = arena_new(lexicon->arena, most * sizeof(*words));
	char *copy = arena_text(lexicon->arena, text, length);
	for (char *at = copy; at != NULL;) {
		words[count++] = at;
		at = strchr(at, ' ');
		if (at != NULL)
			*at++ = '\0';
	}
	add_entry(lexicon, words, count, type, value);
}

static void add_phrases(struct lexicon *lexicon)
{
	for (size_t i = 0; i < lexicon_phrase_count; i++) {
		const struct phrases *row = &lexicon_phrases[i];
		for (const char *at = row->words; at != NULL;) {
			size_t length = strcspn(at, "|");
			add_phrase(lexicon, at, length, row->type, row->value);
			at = at[length] == '|' ? at + length + 1 : NULL;
		}
	}
}

/* A name without its marks; "&" is "and". */
static void add_name(struct lexicon *lexicon, const char *name, int strand)
{
	struct sentences sentences = {0};
	struct bits bits = {0};
	if (name == NULL)
		return;
	sentences_of_text(name, lexicon->arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		bits_cut(lexicon->arena, &sentences.items[i], &bits);
	const char **words = arena_new(lexicon->arena, (bits.count + 1) * sizeof(*words));
	size_t count = 0;
	for (size_t i = 0; i < bits.count; i++) {
		if (bit_says(&bits.items[i], "&"))
			words[count++] = "and";
		else if (!bits.items[i].mark && !(count == 0 && bit_says(&bits.items[i], "the")))
			words[count++] = bits.items[i].text;
	}
	if (count != 0 && strlen(name) >= SHORTEST_NAME)
		add_entry(lexicon, words, count, TOKEN_NAME, strand);
}

static void add_names(struct lexicon *lexicon, const struct story *story)
{
	for (size_t i = 0; i < story->count && i < LEXICON_MOST_STRANDS; i++) {
		const struct strand *strand = &story->strands[i];
		add_name(lexicon, strand->title, (int)i);
		/* An id such as "delivery" is a word of every report: it names nothing alone. */
		if (map_get(&lexicon->entries, strand->id) == NULL)
			add_name(lexicon, strand->id, (int)i);
		if (strand->declared == NULL)
			continue;
		const struct value *also = LIST_OF(struct value, strand->declared->also);
		for (size_t k = 0; k < strand->declared->also.count; k++)
			add_name(lexicon, also[k].text, (int)i);
	}
}

/* The words of levels; they are the same while the scale is. */
static void add_colours(struct lexicon *lexicon, struct arena *arena, const char *text)
{
	struct sentences sentences = {0};
	struct bits bits = {0};
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		bits_cut(arena, &sentences.items[i], &bits);
	for (size_t i = 0; i < bits.count; i++)
		if (!bits.items[i].mark)
			map_set(&lexicon->colours, bits.items[i].text, lexicon);
}

static void use_scale(struct lexicon *lexicon, struct arena *arena, const struct scale *scale)
{
	if (lexicon->scale != NULL && scale_same(lexicon->scale, scale))
		return;
	lexicon->scale = scale;
	map_release(&lexicon->colours);
	for (size_t i = 0; i < scale->count; i++) {
		add_colours(lexicon, arena, scale->levels[i].id);
		add_colours(lexicon, arena, scale->levels[i].label);
	}
}

struct lexicon *lexicon_open(const struct story *story, const struct chapter *chapter,
                             struct arena *arena)
{
	struct story *keeper = chapter->matter->story;
	struct arena *lasting = &keeper->arena;
	struct lexicon *lexicon = keeper->lexicon;
	if (lexicon == NULL) {
		lexicon = arena_new(lasting, sizeof(*lexicon));
		*lexicon = (struct lexicon){.arena = lasting};
		add_phrases(lexicon);
		add_names(lexicon, story);
		keeper->lexicon = lexicon;
	}
	use_scale(lexicon, lasting, chapter->scale);
	lexicon->chapter = chapter;
	lexicon->arena = arena;
	return lexicon;
}

void lexicon_release(struct lexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	map_release(&lexicon->entries);
	map_release(&lexicon->colours);
}
