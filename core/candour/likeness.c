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

struct wording wording_new(struct arena *arena)
{
	return (struct wording){.all = hash_start, .arena = arena};
}

static uint64_t hash_word(uint64_t hash, const char *text)
{
	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * hash_prime;
	return (hash ^ ' ') * hash_prime;
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
	return text_is_one_of(text, words);
}

static bool is_colour(const char *text)
{
	static const char *const words[] = {"green", "amber", "red", "yellow", NULL};
	return text_is_one_of(text, words);
}

static bool is_denial(const struct word *word)
{
	static const char *const words[] = {"not",     "no",      "never", "none", "cannot",
	                                    "without", "neither", "nor",   NULL};
	size_t length = strlen(word->text);
	return text_is_one_of(word->text, words) ||
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

static void add_pair(struct wording *wording, uint64_t pair)
{
	wording->pairs = arena_grow(wording->arena, wording->pairs, wording->count, &wording->room,
	                            sizeof(*wording->pairs));
	wording->pairs[wording->count++] = pair;
}

static void add_figure(struct wording *wording, int figure)
{
	wording->figures = arena_grow(wording->arena, wording->figures, wording->figure_count,
	                              &wording->figure_room, sizeof(*wording->figures));
	wording->figures[wording->figure_count++] = figure;
}

void wording_read(struct wording *wording, const struct sentence *sentence,
                  const struct scale *scale)
{
	if (wording->words >= WORDING_MOST)
		return;
	bool *passed = arena_new(wording->arena, sentence->count * sizeof(*passed));
	uint64_t last = 0;
	size_t kept = 0;
	mark_dates(sentence, wording->arena, passed);
	mark_ratings(sentence, scale, passed);
	for (size_t i = 0; i < sentence->count && wording->words < WORDING_MOST; i++) {
		const struct word *word = &sentence->words[i];
		wording->words += word->type != WORD_MARK ? 1 : 0;
		wording->all = hash_word(wording->all, word->text);
		if (word->type == WORD_FIGURES && !passed[i])
			add_figure(wording, word->number);
		if (passed[i] || is_left_out(word))
			continue;
		wording->telling++;
		wording->denials += is_denial(word) ? 1 : 0;
		uint64_t this = hash_word(hash_start, word->text);
		if (kept++ != 0)
			add_pair(wording, hash_word(last, word->text));
		last = this;
	}
	if (kept == 1)
		add_pair(wording, last);
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

void wording_finish(struct wording *wording)
{
	if (wording->count != 0)
		qsort(wording->pairs, wording->count, sizeof(*wording->pairs), compare_pairs);
	if (wording->figure_count != 0)
		qsort(wording->figures, wording->figure_count, sizeof(*wording->figures),
		      compare_figures);
}

int wording_likeness(const struct wording *a, const struct wording *b)
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

bool wording_equal(const struct wording *a, const struct wording *b)
{
	return a->words == b->words && a->all == b->all;
}

/* How many of the figures of A are none of B's. */
static size_t new_figures(const struct wording *a, const struct wording *b)
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

bool wording_same(const struct wording *a, const struct wording *b)
{
	return wording_likeness(a, b) >= LIKENESS_NEARLY && a->denials == b->denials &&
	       new_figures(a, b) <= FEW_FIGURES;
}
