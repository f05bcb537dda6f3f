#include "candour/gist.h"

#include <string.h>

/* Words that say nothing of what a text is about. */
static const char *const small_words[] = {
	"a",       "about",  "above", "after",  "again", "all",   "also",  "am",     "an",
	"and",     "any",    "are",   "as",     "at",    "be",    "been",  "before", "being",
	"below",   "both",   "but",   "by",     "can",   "could", "did",   "do",     "does",
	"during",  "each",   "for",   "from",   "had",   "has",   "have",  "having", "he",
	"her",     "here",   "his",   "how",    "if",    "in",    "into",  "is",     "it",
	"its",     "itself", "just",  "may",    "might", "more",  "most",  "must",   "no",
	"nor",     "not",    "now",   "of",     "off",   "on",    "once",  "only",   "or",
	"other",   "our",    "out",   "over",   "own",   "per",   "same",  "shall",  "she",
	"should",  "so",     "some",  "such",   "than",  "that",  "the",   "their",  "them",
	"then",    "there",  "these", "they",   "this",  "those", "to",    "too",    "under",
	"until",   "up",     "upon",  "us",     "very",  "was",   "we",    "were",   "what",
	"when",    "where",  "which", "while",  "who",   "whose", "why",   "will",   "with",
	"within",  "would",  "yet",   "you",    "your",  "like",  "still", "well",   "without",
	"between", "cannot", "their", "because"};

/* Longest first, so that "-ements" is not taken for "-s". */
static const char *const endings[] = {
	"ically", "ements", "ations", "ement", "ments", "ation", "ment", "ical", "ings", "ions",
	"ally",   "ing",    "ion",    "ies",   "ied",   "ers",   "ors",  "als",  "er",   "or",
	"al",     "ed",     "es",     "ly",    "ic",    "s",     "e",    "y",
};

enum { LEAST_STEM = 4, LONGEST_STEM = 40, ROUNDS = 2 };

static bool is_small(const char *word, size_t length)
{
	for (size_t i = 0; i < sizeof(small_words) / sizeof(small_words[0]); i++)
		if (strlen(small_words[i]) == length && memcmp(small_words[i], word, length) == 0)
			return true;
	return false;
}

/* The length of the word without its ending. */
static size_t stem_length(const char *word, size_t length)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t ending = strlen(endings[i]);
		if (length < ending + LEAST_STEM ||
		    memcmp(word + length - ending, endings[i], ending) != 0)
			continue;
		/* "process" is no plural. */
		bool plural = strcmp(endings[i], "s") == 0 && word[length - 2] == 's';
		return plural ? length : length - ending;
	}
	return length;
}

/* Writes the LENGTH letters at WORD without their ending. */
static void write_stem(const char *word, size_t length, char stem[LONGEST_STEM])
{
	if (length > 2 && word[length - 2] == '\'') /* the department's */
		length -= 2;
	if (length >= LONGEST_STEM)
		length = LONGEST_STEM - 1;
	for (int round = 0; round < ROUNDS; round++)
		length = stem_length(word, length);
	memcpy(stem, word, length);
	stem[length] = '\0';
}

static bool has_stem(const struct gist *gist, const char *stem)
{
	for (size_t i = 0; i < gist->count; i++)
		if (strcmp(gist->words[i], stem) == 0)
			return true;
	return false;
}

static void add_part(struct gist *gist, const char *word, size_t length, struct arena *arena)
{
	char stem[LONGEST_STEM];
	write_stem(word, length, stem);
	if (length < 2 || is_small(word, length) || is_small(stem, strlen(stem)) ||
	    gist->count == GIST_MOST || has_stem(gist, stem))
		return;
	gist->words[gist->count++] = arena_text(arena, stem, strlen(stem));
}

void gist_add(struct gist *gist, const struct sentence *sentence, size_t from, size_t to,
              struct arena *arena)
{
	for (size_t i = from; i < to && i < sentence->count; i++) {
		const char *word = sentence->words[i].text;
		if (sentence->words[i].type != WORD_LETTERS || (*word >= '0' && *word <= '9'))
			continue;
		while (*word != '\0') {
			size_t length = strcspn(word, "-");
			add_part(gist, word, length, arena);
			word += length;
			word += *word == '-' ? 1 : 0;
		}
	}
}

struct gist gist_of(const char *text, struct arena *arena)
{
	struct gist gist = {.count = 0};
	struct sentences sentences = {0};
	if (text == NULL)
		return gist;
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count && gist.count < GIST_MOST; i++)
		gist_add(&gist, &sentences.items[i], 0, sentences.items[i].count, arena);
	return gist;
}

static void drop_stem(struct gist *gist, const char *stem)
{
	for (size_t i = 0; i < gist->count; i++)
		if (strcmp(gist->words[i], stem) == 0) {
			gist->words[i] = gist->words[--gist->count];
			return;
		}
}

void gist_drop(struct gist *gist, const char *const *words)
{
	char stem[LONGEST_STEM];
	for (; *words != NULL && gist->count != 0; words++) {
		write_stem(*words, strlen(*words), stem);
		drop_stem(gist, stem);
	}
}

void gist_drop_shared(struct gist *gist, const struct gist *other)
{
	for (size_t i = 0; i < other->count; i++)
		drop_stem(gist, other->words[i]);
}

bool gist_has(const struct gist *gist, const char *word)
{
	char stem[LONGEST_STEM];
	write_stem(word, strlen(word), stem);
	return has_stem(gist, stem);
}

size_t gist_shared(const struct gist *a, const struct gist *b)
{
	size_t shared = 0;
	for (size_t i = 0; i < a->count; i++)
		shared += has_stem(b, a->words[i]) ? 1 : 0;
	return shared;
}

bool gist_alike(const struct gist *a, const struct gist *b)
{
	size_t longer = a->count > b->count ? a->count : b->count;
	return longer != 0 && gist_shared(a, b) * 4 >= longer * 3;
}
