#include "document/scale.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { MOST_WORDS = 4, LONGEST_WORD = 24, LONGEST_RATING = 96, LONGEST_SHORT = 8 };

static const struct level five_levels[] = {
	{"green", "Green", "G",
         "Delivery on time, within cost and to the quality promised is highly likely."},
	{"green-amber", "Green/Amber", "G/A",
         "Delivery on time is probable, but risks need constant watching so that they do not turn "
         "into issues."},
	{"amber", "Amber", "A",
         "Delivery is feasible, but there are issues that need attention; they look resolvable "
         "without delaying the plan if they are dealt with properly."},
	{"amber-red", "Amber/Red", "A/R",
         "Delivery is in doubt: there are major risks or issues in some key areas, and work is under "
         "way to find out whether they can be resolved."},
	{"red", "Red", "R",
         "Delivery within the agreed time or budget looks unachievable: the issues cannot be managed "
         "or resolved as things stand, and the work needs to be planned again."},
};

const struct scale scale_default = {
	.source = "Improvement Plan highlight report, July and August 2023",
	.version = "2023-05",
	.levels = five_levels,
	.count = sizeof(five_levels) / sizeof(five_levels[0]),
};

/* The words of a rating: lower case, sorted, so that spellings compare. */
struct words {
	char words[MOST_WORDS][LONGEST_WORD];
	size_t count;
};

static int compare_words(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool is_word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       (unsigned char)byte >= 0x80;
}

/* Other marks say something of their own: "amber (green)", "green > amber", "green?". */
static bool is_between_words(char byte)
{
	return byte == '\0' || strchr(" \t/-_", byte) != NULL;
}

static bool read_words(const char *text, struct words *words)
{
	*words = (struct words){.count = 0};
	size_t length = 0;
	for (const char *at = text;; at++) {
		char byte = text_lower(*at);
		if (is_word_byte(byte)) {
			if (words->count == MOST_WORDS || length + 1 == LONGEST_WORD)
				return false;
			words->words[words->count][length++] = byte;
			continue;
		}
		if (!is_between_words(byte))
			return false;
		if (length != 0)
			words->count++;
		length = 0;
		if (byte == '\0')
			break;
	}
	qsort(words->words, words->count, LONGEST_WORD, compare_words);
	return words->count != 0;
}

static bool same_words(const struct words *a, const char *text)
{
	struct words b;
	if (!read_words(text, &b) || a->count != b.count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->words[i], b.words[i]) != 0)
			return false;
	return true;
}

static int compare_bytes(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

/* The letters of a short label in order; 0 when there are none or too many. */
static size_t letters_of(const char *text, char letters[LONGEST_SHORT])
{
	size_t count = 0;
	for (; *text != '\0'; text++) {
		if (!is_word_byte(text_lower(*text)))
			continue;
		if (count == LONGEST_SHORT)
			return 0;
		letters[count++] = text_lower(*text);
	}
	qsort(letters, count, 1, compare_bytes);
	return count;
}

/* "GA" is "G/A" and "A/G": the same letters once everything else is left out. */
static bool same_letters(const char *text, const char *short_label)
{
	char given[LONGEST_SHORT] = {0}, wanted[LONGEST_SHORT] = {0};
	size_t count = letters_of(text, given);
	return count != 0 && count == letters_of(short_label, wanted) &&
	       memcmp(given, wanted, count) == 0;
}

/* As the plan spells it, whatever its words and marks. */
static bool is_exactly(const struct level *level, const char *text)
{
	return text[0] != '\0' &&
	       (text_equal_folded(text, level->id) || text_equal_folded(text, level->label) ||
	        text_equal_folded(text, level->short_label));
}

int scale_level(const struct scale *scale, const char *text)
{
	struct words words;
	for (size_t i = 0; i < scale->count; i++)
		if (is_exactly(&scale->levels[i], text))
			return (int)i;
	if (strlen(text) > LONGEST_RATING || !read_words(text, &words))
		return SCALE_NONE;
	for (size_t i = 0; i < scale->count; i++)
		if (same_words(&words, scale->levels[i].id) ||
		    same_words(&words, scale->levels[i].label))
			return (int)i;
	for (size_t i = 0; i < scale->count; i++)
		if (same_letters(text, scale->levels[i].short_label))
			return (int)i;
	return SCALE_NONE;
}

bool scale_is_tidy(const struct scale *scale, int level, const char *text)
{
	const struct level *meant = &scale->levels[level];
	return text_equal_folded(text, meant->id) || text_equal_folded(text, meant->label);
}

static const char *copy(struct arena *arena, const char *text)
{
	return arena_text(arena, text, strlen(text));
}

const struct scale *scale_copy(const struct scale *scale, struct arena *arena)
{
	struct scale *whole = arena_new(arena, sizeof(*whole));
	struct level *levels = arena_new(arena, scale->count * sizeof(*levels));
	for (size_t i = 0; i < scale->count; i++)
		levels[i] = (struct level){
			.id = copy(arena, scale->levels[i].id),
			.label = copy(arena, scale->levels[i].label),
			.short_label = copy(arena, scale->levels[i].short_label),
			.meaning = copy(arena, scale->levels[i].meaning),
		};
	*whole = (struct scale){copy(arena, scale->source), copy(arena, scale->version), levels,
	                        scale->count};
	return whole;
}

bool scale_same(const struct scale *a, const struct scale *b)
{
	if (a == b)
		return true;
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->levels[i].id, b->levels[i].id) != 0)
			return false;
	return true;
}

int scale_colour(const struct scale *scale, int level)
{
	if (scale->count < 2 || level < 0)
		return 0;
	int last = (int)scale->count - 1;
	return (level * 4 + last / 2) / last;
}
