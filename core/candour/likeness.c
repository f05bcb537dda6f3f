#include "candour/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "candour/mention.h"
#include "document/scale.h"

/* Any will do: of a date only its words are of use here. */
static const struct date some_day = {2024, 1, 1};

static const uint64_t hash_start = 14695981039346656037u, hash_prime = 1099511628211u;

struct gist gist_new(struct arena *arena)
{
	return (struct gist){.all = hash_start, .arena = arena};
}

static uint64_t hash_word(uint64_t hash, const char *text)
{
	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * hash_prime;
	return (hash ^ ' ') * hash_prime;
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

/* Words that stand for a time, and say no more than a date does. */
static bool is_time(const char *text)
{
	static const char *const words[] = {
		"jan",       "feb",      "mar",      "apr",      "jun",    "jul",     "aug",
		"sep",       "sept",     "oct",      "nov",      "dec",    "monday",  "tuesday",
		"wednesday", "thursday", "friday",   "saturday", "sunday", "january", "february",
		"march",     "april",    "may",      "june",     "july",   "august",  "september",
		"october",   "november", "december", NULL};
	return is_one_of(text, words);
}

static bool is_colour(const char *text)
{
	static const char *const words[] = {"green", "amber", "red", "yellow", NULL};
	return is_one_of(text, words);
}

static bool is_denial(const struct word *word)
{
	static const char *const words[] = {"not",     "no",      "never", "none", "cannot",
	                                    "without", "neither", "nor",   NULL};
	size_t length = strlen(word->text);
	return is_one_of(word->text, words) ||
	       (length > 3 && strcmp(word->text + length - 3, "n't") == 0);
}

/* Marks the words that are part of a date. */
static void mark_dates(const struct sentence *sentence, struct arena *arena, bool *dates)
{
	struct mentions mentions;
	mentions_read(sentence, some_day, arena, &mentions);
	for (size_t i = 0; i < mentions.count; i++)
		for (size_t j = 0; j < mentions.items[i].count; j++)
			dates[mentions.items[i].word + j] = true;
}

/* Marks the words of a level of the scale: "On track", where a scale has such a level. */
static void mark_ratings(const struct sentence *sentence, const struct scale *scale, bool *ratings)
{
	for (size_t i = 0; scale != NULL && i < scale->count; i++) {
		struct buf label = BUF_INIT;
		size_t count = 1;
		for (const char *at = scale->levels[i].label; *at != '\0'; at++) {
			buf_byte(&label, text_lower(*at));
			count += *at == ' ' ? 1 : 0;
		}
		size_t at = 0;
		while (label.length != 0 &&
		       (at = sentence_find(sentence, at, label.bytes)) < sentence->count)
			for (size_t j = 0; j < count && at < sentence->count; j++)
				ratings[at++] = true;
		buf_release(&label);
	}
}

static bool is_left_out(const struct word *word)
{
	return word->type != WORD_LETTERS || word->number >= 0 || is_time(word->text) ||
	       is_colour(word->text) || (word->text[0] >= '0' && word->text[0] <= '9');
}

static void add_pair(struct gist *gist, uint64_t pair)
{
	gist->pairs = arena_grow(gist->arena, gist->pairs, gist->count, &gist->room,
	                         sizeof(*gist->pairs));
	gist->pairs[gist->count++] = pair;
}

static void add_figure(struct gist *gist, int figure)
{
	gist->figures = arena_grow(gist->arena, gist->figures, gist->figure_count,
	                           &gist->figure_room, sizeof(*gist->figures));
	gist->figures[gist->figure_count++] = figure;
}

void gist_add(struct gist *gist, const struct sentence *sentence, const struct scale *scale)
{
	if (gist->words >= GIST_MOST_WORDS)
		return;
	bool *passed = arena_new(gist->arena, sentence->count * sizeof(*passed));
	uint64_t last = 0;
	size_t kept = 0;
	mark_dates(sentence, gist->arena, passed);
	mark_ratings(sentence, scale, passed);
	for (size_t i = 0; i < sentence->count && gist->words < GIST_MOST_WORDS; i++) {
		const struct word *word = &sentence->words[i];
		gist->words += word->type != WORD_MARK ? 1 : 0;
		gist->all = hash_word(gist->all, word->text);
		if (word->type == WORD_FIGURES && !passed[i])
			add_figure(gist, word->number);
		if (passed[i] || is_left_out(word))
			continue;
		gist->telling++;
		gist->denials += is_denial(word) ? 1 : 0;
		uint64_t this = hash_word(hash_start, word->text);
		if (kept++ != 0)
			add_pair(gist, hash_word(last, word->text));
		last = this;
	}
	if (kept == 1)
		add_pair(gist, last);
}

static int compare_pairs(const void *a, const void *b)
{
	const uint64_t *first = a, *second = b;
	return (*first > *second) - (*first < *second);
}

static int compare_figures(const void *a, const void *b)
{
	const int *first = a, *second = b;
	return (*first > *second) - (*first < *second);
}

void gist_finish(struct gist *gist)
{
	if (gist->count != 0)
		qsort(gist->pairs, gist->count, sizeof(*gist->pairs), compare_pairs);
	if (gist->figure_count != 0)
		qsort(gist->figures, gist->figure_count, sizeof(*gist->figures), compare_figures);
}

int gist_likeness(const struct gist *a, const struct gist *b)
{
	size_t same = 0;
	if (a->count == 0 || b->count == 0)
		return 0;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		int order = compare_pairs(&a->pairs[i], &b->pairs[j]);
		same += order == 0 ? 1 : 0;
		i += order <= 0 ? 1 : 0;
		j += order >= 0 ? 1 : 0;
	}
	return (int)(200 * same / (a->count + b->count));
}

bool gist_equal(const struct gist *a, const struct gist *b)
{
	return a->words == b->words && a->all == b->all;
}

/* How many of the figures of A are none of B's. */
static size_t new_figures(const struct gist *a, const struct gist *b)
{
	size_t found = 0;
	for (size_t i = 0, j = 0; i < a->figure_count; i++) {
		while (j < b->figure_count && b->figures[j] < a->figures[i])
			j++;
		if (j < b->figure_count && b->figures[j] == a->figures[i])
			j++;
		else
			found++;
	}
	return found;
}

bool gist_same(const struct gist *a, const struct gist *b)
{
	return gist_likeness(a, b) >= LIKENESS_NEARLY && a->denials == b->denials &&
	       new_figures(a, b) <= FEW_FIGURES;
}
